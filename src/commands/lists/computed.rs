//! Sums of КГД, which are what is paid.

use crate::commands::periods::Wanted;
use crate::commands::received::answers::{AnswerReader, KgdPenalty, Penalties, ReceivedRows};
use crate::commands::received::rejects::SettlementRejects;
use crate::error::Error;
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::person::Iin;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::input::{Input, ReadFile};
use crate::reading::opened_file::OpenedFile;
use crate::reading::progress::Progress;
use crate::run::register_in::{PaymentLine, PersonSums};
use crate::settlement::key::Key;
use crate::settlement::rows::Theirs;

/// The sums of КГД that lists are to be made by.
pub(crate) struct KgdFiles {
    pub files: Vec<Input>,
    pub header: Header,
    /// Whether lists of penalties are made too.
    pub penalties: bool,
}

/// The sums of КГД for the months of a run.
#[derive(Debug, Default)]
pub(super) struct KgdSums {
    /// By month, person and payment, each once.
    rows: Vec<Theirs>,
    /// By month, person and payment.
    penalties: Vec<KgdPenalty>,
    /// The months that both the files and the run have.
    pub months: Vec<Month>,
    /// The months of the files that the run has not.
    pub unused: Vec<Month>,
    /// The months of the run that the files have not.
    pub lacking: Vec<Month>,
    /// Rows of months that were not asked for.
    pub of_other_months: u64,
    /// What the penalties of these months come to, where no lists of them are asked for.
    pub left_penalties: TengeSum,
    /// ИПН of these months, where it was asked for, and its penalties: it goes on no list.
    pub ipn: Vec<(Month, TengeSum)>,
    pub ipn_penalties: Penalties,
    /// How many rows of these months have a penalty that is no amount, where no lists of penalties are asked for, and where
    /// the first of them stand.
    pub unread_penalties: (usize, String),
}

/// What a person's month comes to at КГД.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfPerson {
    pub period: Month,
    pub iin: Iin,
    pub amounts: PerPayment<Tenge>,
    pub penalties: PerPayment<Tenge>,
}

impl KgdSums {
    /// The sums in these files that are of the run's months, with penalties only where they are asked for: elsewhere what
    /// stands for one keeps nobody's sums off the lists.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn read(
        kgd: &KgdFiles,
        (law, wanted, run_months): (&Law, &Wanted, &[Month]),
        (rejects, inputs, progress): (&mut SettlementRejects, &mut Vec<ReadFile>, &Progress),
    ) -> Result<KgdSums, Error> {
        let mut side = ReceivedRows::default();
        let mut reader = AnswerReader { law, wanted, rejects, progress };
        for input in &kgd.files {
            let (digested, rows) = reader.kgd(OpenedFile::open(input, &kgd.header)?, kgd.penalties, &mut side)?;
            inputs.push(ReadFile { kind: Kind::Kgd, digested, rows });
        }
        rejects.one_row_each(&mut side)?;
        let (mut rows, mut penalties) = (std::mem::take(&mut side.rows), std::mem::take(&mut side.penalties));
        penalties.sort_unstable_by_key(|penalty| penalty.key);
        let of_month = |rows: &[Theirs]| rows.first().map(|row| row.key.period());
        let theirs = rows.chunk_by(|one, other| one.key.period() == other.key.period()).filter_map(of_month);
        let (months, unused): (Vec<Month>, _) = theirs.partition(|month| run_months.contains(month));
        rows.retain(|row| months.contains(&row.key.period()));
        penalties.retain(|penalty| months.contains(&penalty.key.period()));
        let ipn = rows.extract_if(.., |row| row.key.payment() == Payment::Ipn);
        let ipn = sums(ipn.map(|row| (row.key, row.amount)));
        let ipn = ipn.0.into_iter().map(|((month, _), (amount, _))| (month, amount)).collect();
        let ipn_penalties = penalties.extract_if(.., |penalty| penalty.key.payment() == Payment::Ipn);
        let ipn_penalties = Penalties::of(ipn_penalties.map(|penalty| (penalty.key.iin(), penalty.amount.into())));
        let kept = if kgd.penalties { penalties.len() } else { 0 };
        let left_penalties = penalties.drain(kept..).map(|penalty| penalty.amount).sum();
        let lacking = run_months.iter().filter(|month| !months.contains(month)).copied().collect();
        let unread = side.unread_penalties.iter().filter(|(month, _)| months.contains(month));
        let unread: Vec<usize> = unread.map(|&(_, row)| row as usize).collect();
        let unread_penalties = (unread.len(), side.places(&unread));
        let of_other_months = side.not_compared.periods;
        let of_months = KgdSums { rows, penalties, months, unused, lacking, ..KgdSums::default() };
        Ok(KgdSums { of_other_months, left_penalties, ipn, ipn_penalties, unread_penalties, ..of_months })
    }

    /// What is to be transferred by these sums: a row for every payment that the run or КГД has an amount of.
    ///
    /// # Errors
    /// As [`PaymentLine::by_tables`].
    pub fn lines(&self, law: &Law, of_run: &[PaymentLine]) -> Result<Vec<PaymentLine>, Error> {
        let mut sums = sums(self.rows.iter().map(|row| (row.key, row.amount)));
        let mut lines = Vec::new();
        for line in of_run.iter().filter(|line| self.months.contains(&line.period)) {
            let (amount, persons) = sums.0.remove(&(line.period, line.payment)).unwrap_or_default();
            lines.push(PaymentLine { amount, persons: Some(persons), ..line.clone() });
        }
        lines.extend(sums.lines(law)?);
        Ok(lines)
    }

    /// What is to be transferred as penalties.
    ///
    /// # Errors
    /// As [`PaymentLine::by_tables`], and where the tables do not say under which КНП a penalty goes.
    pub fn penalty_lines(&self, law: &Law) -> Result<Vec<PaymentLine>, Error> {
        let lines = sums(self.penalties.iter().map(|penalty| (penalty.key, penalty.amount))).lines(law)?;
        lines.into_iter().map(|line| penalty_line(law, line)).collect()
    }

    /// Persons' months from the first on.
    pub fn cursor(&self) -> Cursor<'_> {
        Cursor { rows: &self.rows, penalties: &self.penalties }
    }
}

/// The line of a penalty for this payment and month.
///
/// # Errors
/// Where the tables do not say under which КНП it goes.
pub(crate) fn penalty_line(law: &Law, line: PaymentLine) -> Result<PaymentLine, Error> {
    let knp = law.settlement().penalty_knp(line.payment, line.period)?.to_owned();
    Ok(PaymentLine { knp, due_on: None, ..line })
}

fn sums(rows: impl Iterator<Item = (Key, Tenge)>) -> PersonSums {
    let mut sums = PersonSums::default();
    rows.for_each(|(key, amount)| sums.add((key.period(), key.payment()), amount));
    sums
}

/// Persons' months one after another.
pub(super) struct Cursor<'c> {
    rows: &'c [Theirs],
    penalties: &'c [KgdPenalty],
}

impl Cursor<'_> {
    /// The next person's month, where it is none behind this one.
    pub fn next(&mut self, up_to: Option<(Month, Iin)>) -> Option<OfPerson> {
        let of = |key: Key| (key.period(), key.iin());
        let (period, iin) = of(self.rows.first()?.key);
        if up_to.is_some_and(|up_to| (period, iin) > up_to) {
            return None;
        }
        let mut person = OfPerson { period, iin, amounts: PerPayment::default(), penalties: PerPayment::default() };
        while let Some((row, rest)) = self.rows.split_first().filter(|(row, _)| of(row.key) == (period, iin)) {
            person.amounts[row.key.payment()] = row.amount;
            self.rows = rest;
        }
        while let Some((row, rest)) = self.penalties.split_first().filter(|(row, _)| of(row.key) == (period, iin)) {
            person.penalties[row.key.payment()] = row.amount;
            self.penalties = rest;
        }
        Some(person)
    }
}

/// How the sums of КГД differ from the register's.
#[derive(Debug, Default)]
pub(crate) struct Differences {
    persons: Vec<Iin>,
    pub more: TengeSum,
    pub less: TengeSum,
}

impl Differences {
    /// Takes a person's month: what КГД has and what the register.
    pub fn add(&mut self, iin: Iin, payments: &[Payment], theirs: &PerPayment<Tenge>, ours: &PerPayment<Tenge>) {
        let before = (self.more, self.less);
        for &payment in payments {
            let (theirs, ours) = (TengeSum::from(theirs[payment]).tiyn(), TengeSum::from(ours[payment]).tiyn());
            self.more += TengeSum::from_tiyn((theirs - ours).max(0));
            self.less += TengeSum::from_tiyn((ours - theirs).max(0));
        }
        if (self.more, self.less) != before {
            self.persons.push(iin);
        }
    }

    /// Distinct persons of whom something differs.
    pub fn persons(&self) -> usize {
        let mut persons = self.persons.clone();
        persons.sort_unstable();
        persons.dedup();
        persons.len()
    }
}
