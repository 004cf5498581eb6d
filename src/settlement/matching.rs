//! Exact, exclusive matching of what we owe with what they have.

use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::Tenge;
use crate::ordered::leading;
use crate::period::Month;
use crate::person::Iin;
use crate::settlement::breaks::{Break, BreakKind, Explanation};
use crate::settlement::explanation::{Circumstances, explain};
use crate::settlement::key::{Key, sort_by_key, sum_by_key};
use crate::settlement::misplaced::{self, Unplaced};
use crate::settlement::rows::{Owed, Received, Status, Theirs, Told};
use crate::settlement::stayed::{Rows, Stayed};
use crate::settlement::summary::{Conservation, Matched, SummaryRow, conservation, summary};
use crate::words::say;

/// Matches and breaks of two sides.
#[derive(Debug, Clone, Default)]
pub struct Reconciliation {
    pub(super) breaks: Vec<Break>,
    matched: Matched,
    told: Told,
}

/// What matches and what does not between our rows and theirs.
///
/// Keys are exact: person, month and payment. What is compared with ours is what stayed on their side:
///
/// - A row that repeats an earlier one in everything, a reference among it, counts once.
/// - A returned row is set against one accepted row of its key that has at least its amount left: one of its reference,
///   else the nearest before it with its amount, else the nearest before it with a greater one. That row counts with what
///   is left of it. Returned and rejected rows themselves come to 0.00.
/// - Where they have a key more than once then, the first row that equals ours, else the first, is compared, and the other
///   ones are [`BreakKind::Duplicate`].
/// - Where nothing is left and ours is not 0.00, the key has one break: [`BreakKind::Returned`] if a row of it was
///   returned, else [`BreakKind::Rejected`].
///
/// Every row of either side ends in exactly one match, in one break, or is told ([`Reconciliation::told`]); nothing is
/// matched twice. The tolerance is zero. 0.00 on one side and nothing on the other is a match.
///
/// A row that is missing and one that is unexpected explain each other where they have the same amount and differ in
/// nothing but the month, the payment or a slip in the person's number, and each is the other's only such row.
///
/// # Errors
/// Kind [`ErrorKind::Overflow`] where our rows of one key together exceed 92 233 720 368 547 758.07 tenge or they give
/// more than 4 294 967 295 rows.
pub fn reconcile<'a>(
    ours: impl IntoIterator<Item = Owed>,
    theirs: impl IntoIterator<Item = Received<'a>>,
) -> Result<Reconciliation, Error> {
    let ours = keyed(ours)?;
    let (theirs, references) = numbered(theirs)?;
    Ok(reconcile_keyed(&ours, theirs, |row| references.get(row as usize).copied().unwrap_or_default()))
}

/// [`reconcile`] of rows with their keys, ours by key and one for each.
pub(crate) fn reconcile_keyed<'r>(
    ours: &[(Key, Tenge)],
    theirs: Vec<Theirs>,
    reference: impl Fn(u32) -> &'r str + Copy,
) -> Reconciliation {
    let theirs = sorted(theirs);
    let mut reconciliation = Reconciliation::default();
    let mut rest = theirs.as_slice();
    for &(key, amount) in ours {
        for same in leading(&mut rest, |their| their.key < key).chunk_by(|one, other| one.key == other.key) {
            reconciliation.settle(None, same, reference);
        }
        match leading(&mut rest, |their| their.key == key) {
            [] => reconciliation.ours_alone(key, amount),
            same => reconciliation.settle(Some(amount), same, reference),
        }
    }
    for same in rest.chunk_by(|one, other| one.key == other.key) {
        reconciliation.settle(None, same, reference);
    }
    reconciliation.told.repeated.sort_unstable();
    misplaced::explain(&mut reconciliation.breaks);
    reconciliation
}

/// Their rows by key; those of one key as they were given.
pub(crate) fn sorted(mut rows: Vec<Theirs>) -> Vec<Theirs> {
    sort_by_key(&mut rows, |their| their.key);
    rows
}

/// Our rows by key, those of one key summed.
pub(crate) fn keyed(ours: impl IntoIterator<Item = Owed>) -> Result<Vec<(Key, Tenge)>, Error> {
    let mut rows: Vec<(Key, Tenge)> =
        ours.into_iter().map(|owed| (Key::new(owed.iin, owed.period, owed.payment), owed.amount)).collect();
    sum_by_key(&mut rows, say!("ours-out-of-range"))?;
    Ok(rows)
}

/// Their rows, numbered, and what each of them is known by.
fn numbered<'a>(theirs: impl IntoIterator<Item = Received<'a>>) -> Result<(Vec<Theirs>, Vec<&'a str>), Error> {
    let (mut rows, mut references) = (Vec::new(), Vec::new());
    for received in theirs {
        let Received { iin, period, payment, amount, status, reference } = received;
        let row = u32::try_from(rows.len())
            .map_err(|_| Error::new(ErrorKind::Overflow, say!("theirs-too-many", most = u32::MAX.to_string())))?;
        rows.push(Theirs { key: Key::new(iin, period, payment), amount, row, status });
        references.push(reference);
    }
    Ok((rows, references))
}

impl Reconciliation {
    /// Everything that does not match, by month, person, payment, kind and row.
    pub fn breaks(&self) -> &[Break] {
        &self.breaks
    }

    /// The breaks alone.
    pub fn into_breaks(self) -> Vec<Break> {
        self.breaks
    }

    /// What each month and payment comes to, by month and payment.
    pub fn summary(&self) -> Vec<SummaryRow> {
        summary(&self.matched, &self.breaks)
    }

    /// Rows of theirs that are in no match and in no break.
    pub fn told(&self) -> &Told {
        &self.told
    }

    /// The sums and rows of both sides, and what matches and breaks come to.
    pub fn conservation(&self) -> Conservation {
        conservation(&self.matched, &self.breaks, &self.told)
    }

    /// Looks for a known mistake behind each different amount; `circumstances` gives the rows of our register for a person
    /// and month, one for each regime.
    pub fn explain_amounts<'c>(&mut self, law: &Law, circumstances: impl Fn(Iin, Month) -> &'c [Circumstances]) {
        let unexplained = |found: &&mut Break| found.kind == BreakKind::Amount && found.explanation.is_none();
        for found in self.breaks.iter_mut().filter(unexplained) {
            found.explanation = explain(law, found, circumstances(found.iin, found.period));
        }
    }

    /// Explains rows that are missing by rows of theirs that could not be taken for their person or month, where payment,
    /// amount and what could be read of person and month leave one candidate on either side.
    pub fn explain_missing(&mut self, rejected: &[Unplaced]) {
        misplaced::explain_missing(&mut self.breaks, rejected);
    }

    /// A row that they do not have.
    #[inline]
    fn ours_alone(&mut self, key: Key, amount: Tenge) {
        self.matched.ours(key, amount);
        if amount == Tenge::ZERO {
            self.matched.ours_alone(key);
        } else {
            self.push(BreakKind::Missing, key, Some(amount), None);
        }
    }

    /// Their rows of one key, at least one, and ours where there is one.
    #[inline]
    fn settle<'r>(&mut self, ours: Option<Tenge>, theirs: &[Theirs], reference: impl Fn(u32) -> &'r str) {
        let Some(&Theirs { key, .. }) = theirs.first() else { return };
        if let Some(amount) = ours {
            self.matched.ours(key, amount);
        }
        self.matched.their_rows(key, theirs.len());
        if let [only @ Theirs { status: Status::Accepted, .. }] = theirs {
            self.matched.theirs(key, only.amount);
            return self.compare(ours, only);
        }
        self.settle_many(key, ours, Rows::new(theirs, reference).stayed(), theirs.len());
    }

    /// What stayed of several rows, or of one that was not taken.
    fn settle_many(&mut self, key: Key, ours: Option<Tenge>, stayed: Stayed, rows: usize) {
        let once = (rows - stayed.repeated.len()) as u64;
        self.told.repeated.extend(stayed.repeated.iter().map(|&row| row as usize));
        for row in &stayed.rows {
            self.matched.theirs(key, row.amount);
        }
        let is_due = ours.is_some_and(|amount| amount != Tenge::ZERO);
        if stayed.is_nothing() && is_due {
            let (kind, last) = match stayed.last_returned {
                Some(last) => (BreakKind::Returned, Some(last)),
                None => (BreakKind::Rejected, stayed.last_rejected),
            };
            let nothing = last.map(|last| Theirs { amount: Tenge::ZERO, ..last });
            self.push(kind, key, ours, nothing.as_ref());
            return self.matched.gone(key, once - 1);
        }
        self.told.returned += stayed.returned;
        self.told.rejected += stayed.rejected;
        self.told.given_back += once - stayed.returned - stayed.rejected;
        if stayed.is_nothing() {
            if ours.is_some() {
                self.matched.ours_alone(key);
            }
            return;
        }
        self.told.given_back -= stayed.rows.len() as u64;
        self.compare_many(ours, &stayed.rows);
    }

    /// The rows of one key that stayed: one of them is compared with ours, the other ones are duplicates.
    fn compare_many(&mut self, ours: Option<Tenge>, stayed: &[Theirs]) {
        let from = self.breaks.len();
        // Not being in the register is as 0.00: in whatever order they stand, theirs of 0.00 is what matches.
        let equal = stayed.iter().find(|their| their.amount == ours.unwrap_or(Tenge::ZERO));
        let Some(compared) = equal.or(stayed.first()) else { return };
        let sum: i128 = stayed.iter().map(|their| i128::from(their.amount.tiyn())).sum();
        let adds_up = equal.is_none() && stayed.len() > 1 && ours.is_some_and(|ours| i128::from(ours.tiyn()) == sum);
        let explanation = adds_up.then_some(Explanation::PartsAddUp);
        self.compare(ours, compared);
        for their in stayed.iter().filter(|their| their.row != compared.row) {
            self.push(BreakKind::Duplicate, their.key, None, Some(their));
        }
        if let Some(breaks) = self.breaks.get_mut(from..) {
            breaks.iter_mut().for_each(|found| found.explanation = explanation);
            breaks.sort_by_key(|found| (found.kind, found.row));
        }
    }

    /// The one accepted row of theirs that is compared with ours.
    #[inline]
    fn compare(&mut self, ours: Option<Tenge>, their: &Theirs) {
        match ours {
            Some(amount) if amount == their.amount => self.matched.both(their.key, amount),
            Some(_) => self.push(BreakKind::Amount, their.key, ours, Some(their)),
            None if their.amount == Tenge::ZERO => self.matched.theirs_alone(their.key),
            None => self.push(BreakKind::Unexpected, their.key, None, Some(their)),
        }
    }

    fn push(&mut self, kind: BreakKind, key: Key, ours: Option<Tenge>, their: Option<&Theirs>) {
        self.breaks.push(Break {
            kind,
            iin: key.iin(),
            period: key.period(),
            payment: key.payment(),
            ours,
            theirs: their.map(|their| their.amount),
            row: their.map(|their| their.row as usize),
            explanation: None,
        });
    }
}
