//! A batch of typed operations, with no file in sight.

use std::path::Path;

use crate::batch::earlier::EarlierMonths;
use crate::batch::ids::resolve::{Past, Target, resolve};
use crate::batch::intake::{Admission, Intake, Taken, chunks};
use crate::batch::memory::scatter::Partitions;
use crate::batch::months::divide::divide;
use crate::batch::months::grouping::{Grouping, MonthSink};
use crate::batch::operation::{Operation, Position, Record};
use crate::batch::ranges::Ranges;
use crate::batch::status::{Reject, RejectCounts};
use crate::error::{Error, ErrorKind};
use crate::facts::{ContractorRegime, Exemption, FactsBuilder, overlapping};
use crate::law::Law;
use crate::money::Tenge;
use crate::payment::PerPayment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::threads::Means;
use crate::withholding::limit::{LimitRow, OverLimit};
use crate::withholding::month::{MonthRows, Terms};
use crate::withholding::row::{Line, RegisterRow, RowRegime};

/// What is withheld from a batch of operations held in memory: the register that `ustap calculate` writes, as values.
///
/// ```
/// use ustap::{Batch, Law, Operation, Payment};
///
/// let law = Law::builtin()?;
/// let withheld = Batch::new(&law).run([Operation {
///     id: "op-1",
///     iin: "900101300017".parse()?,
///     settled_on: "2026-08-05".parse()?,
///     corrects_on: None,
///     income: "1000000".parse()?,
/// }])?;
/// // СО stops at 7 МЗП = 595 000 tenge (SC 102-1(2)); the other three take 1 % of the whole.
/// assert_eq!(withheld.register[0].amount(Payment::So).to_string(), "5950.00");
/// assert_eq!(withheld.register[0].withheld.to_string(), "35950.00");
/// # Ok::<(), ustap::Error>(())
/// ```
#[derive(Debug)]
pub struct Batch<'a> {
    law: &'a Law,
    facts: FactsBuilder,
    regimes: Vec<ContractorRegime>,
    period: Option<Month>,
    over_limit: OverLimit,
}

/// What a [`Batch`] comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld {
    /// One row per person, month and regime, sorted by month, ИИН, regime.
    pub register: Vec<RegisterRow>,
    /// Months near, over or once over the limit, sorted by month and ИИН.
    pub limits: Vec<LimitRow>,
    /// One per accepted operation, sorted by month, ИИН, effective day, day of settlement, id.
    pub lines: Vec<OwnedLine>,
    /// Rejected operations by their number in the iterator, from 0, in its order.
    pub rejected: Vec<(u64, Reject)>,
    /// Rejected operations by code.
    pub reject_counts: RejectCounts,
}

/// One operation's share of what is withheld: what it added to the amounts of its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnedLine {
    /// The operation's id.
    pub id: String,
    /// The person.
    pub iin: Iin,
    /// The month of the effective day.
    pub period: Month,
    /// The regime of the row that the line is a part of.
    pub regime: RowRegime,
    /// The day of settlement.
    pub settled_on: Day,
    /// The effective day.
    pub effective_on: Day,
    /// Income in tenge.
    pub income: Tenge,
    /// The line's amount of each payment.
    pub amounts: PerPayment<Tenge>,
    /// The sum of the five.
    pub withheld: Tenge,
    /// What the contractor receives: income − withheld.
    pub payout: Tenge,
}

impl<'a> Batch<'a> {
    /// A batch under this law, with the policy `cap`, of all periods, in which nobody is exempt or listed.
    pub fn new(law: &'a Law) -> Batch<'a> {
        Batch { law, facts: FactsBuilder::default(), regimes: Vec::new(), period: None, over_limit: OverLimit::Cap }
    }

    /// Persons' exempt categories; they may overlap, their effects unite.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Operation`] where a first day is after the last.
    pub fn exemptions(mut self, exemptions: impl IntoIterator<Item = Exemption>) -> Result<Batch<'a>, Error> {
        for exemption in exemptions {
            check_interval(exemption.iin, exemption.days)?;
            self.facts.exemption(exemption);
        }
        Ok(self)
    }

    /// Persons' regimes. A person with any is under none on the days that they do not cover.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Operation`] where a first day is after the last.
    pub fn regimes(mut self, regimes: impl IntoIterator<Item = ContractorRegime>) -> Result<Batch<'a>, Error> {
        for regime in regimes {
            check_interval(regime.iin, regime.days)?;
            self.regimes.push(regime);
        }
        Ok(self)
    }

    /// Only operations whose effective day is in this month count; others are rejected as `outside-period`.
    pub fn period(mut self, period: Month) -> Batch<'a> {
        self.period = Some(period);
        self
    }

    /// How income above the monthly limit is read (law.md section 4).
    pub fn over_limit(mut self, over_limit: OverLimit) -> Batch<'a> {
        self.over_limit = over_limit;
        self
    }

    /// What is withheld from these operations.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Operation`] where two different regimes of a person cover one day or an id has not 1 to 64
    /// bytes; kind [`ErrorKind::Overflow`] with person and month where a sum does not fit. An operation that may not
    /// count is no error: it is in [`Withheld::rejected`].
    pub fn run<'o>(mut self, operations: impl IntoIterator<Item = Operation<'o>>) -> Result<Withheld, Error> {
        if let Some(&row) = overlapping(&self.regimes).first() {
            let iin = self.regimes[row].iin.masked();
            return Err(Error::new(ErrorKind::Operation, format!("two regimes of person {iin} cover one day")));
        }
        for regime in std::mem::take(&mut self.regimes) {
            self.facts.regime(regime);
        }
        let facts = self.facts.build(self.law, 1)?;
        let terms = Terms { law: self.law, facts: &facts, over_limit: self.over_limit };
        let admission = Admission { law: self.law, facts: &facts, period: self.period };
        // Everything is held in memory: no directory is ever written to.
        let means = Means { threads: 1, memory: usize::MAX, dir: Path::new("") };
        let (chunks, whole) = (chunks(usize::MAX, 1), Ranges::default());
        let mut intake = Intake::new(admission, &whole, &chunks, means.dir);
        let mut withheld = Withheld::default();
        for (number, operation) in (0..).zip(operations) {
            if operation.id.is_empty() || operation.id.len() > Operation::ID_BYTES_MAX {
                return Err(Error::new(
                    ErrorKind::Operation,
                    format!("operation {number}: its id has {} bytes, not 1 to 64", operation.id.len()),
                ));
            }
            if let Some(reject) = intake.offer(&(&operation).into(), Position::new(0, number + 1))? {
                withheld.rejected.push((number, reject));
            }
        }
        let Taken { records, ids, sample } = intake.finish();
        let (records, ids) = (Partitions::new([records]), Partitions::new([ids]));
        let (ranges, mut records) = divide(self.law, (whole, records), &[sample], &chunks, means)?;
        let past = Past { facts: &facts, earlier: None, keep: None };
        let target = Target { law: self.law, ranges: &ranges, chunks: &chunks };
        let note = |rejected: &mut Vec<_>, record: &Record<'_>, reject| {
            rejected.push((record.position.line() - 1, reject));
            Ok(())
        };
        let duplicates = resolve(&mut records, ids, past, target, means, Vec::new, note)?;
        withheld.rejected.extend(duplicates.into_iter().flatten());
        withheld.rejected.sort_unstable_by_key(|&(number, _)| number);
        for &(_, reject) in &withheld.rejected {
            withheld.reject_counts.count(reject);
        }
        let mut grouping = Grouping::new(terms, means.memory, means.dir);
        for range in 0..records.count() {
            grouping.range(&records.take(range), &mut EarlierMonths::none(), &mut withheld)?;
        }
        Ok(withheld)
    }
}

impl MonthSink for Withheld {
    fn wants_lines(&self) -> bool {
        true
    }

    fn line(&mut self, line: &Line<'_>) -> Result<(), Error> {
        self.lines.push(OwnedLine {
            id: String::from_utf8_lossy(line.id).into_owned(),
            iin: line.iin,
            period: line.period,
            regime: line.regime,
            settled_on: line.settled_on,
            effective_on: line.effective_on,
            income: line.income,
            amounts: line.amounts,
            withheld: line.withheld,
            payout: line.payout(),
        });
        Ok(())
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        self.register.extend(month.rows);
        self.limits.extend(month.limits);
        Ok(())
    }
}

/// Refuses days of which the first is after the last.
pub(crate) fn check_interval(iin: Iin, days: (Option<Day>, Option<Day>)) -> Result<(), Error> {
    match days {
        (Some(from), Some(to)) if from > to => Err(Error::new(
            ErrorKind::Operation,
            format!("a row of person {} has its first day {from} after its last day {to}", iin.masked()),
        )),
        _ => Ok(()),
    }
}
