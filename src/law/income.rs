//! How income is read into a month.

/// What is read into the law of what income is and when it counts. It changes no figure here: the tables say what it rests
/// on (law.md section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IncomeReading {
    /// Income counts in the calendar month in which it was received, on the day of settlement.
    Received,
    /// Nothing is deducted from it.
    Gross,
    /// What corrects income, as what is given back does, counts on the day of that income.
    Corrected,
}

impl IncomeReading {
    /// All readings.
    pub const ALL: [IncomeReading; 3] = [IncomeReading::Received, IncomeReading::Gross, IncomeReading::Corrected];

    /// The reading's name: `received`, `gross`, `corrected`.
    pub fn code(self) -> &'static str {
        match self {
            IncomeReading::Received => "received",
            IncomeReading::Gross => "gross",
            IncomeReading::Corrected => "corrected",
        }
    }
}
