//! Sums of a reconciliation, and that nothing was lost on the way.

use crate::money::{Tenge, TengeSum};
use crate::payment::{Payment, PerPayment};
use crate::period::Month;
use crate::settlement::breaks::Break;
use crate::settlement::key::Key;
use crate::settlement::rows::Told;

/// What a month and payment come to on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SummaryRow {
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// Our rows.
    pub our_rows: u64,
    /// The sum of our rows.
    pub ours: TengeSum,
    /// Their rows.
    pub their_rows: u64,
    /// What is left of their rows.
    pub theirs: TengeSum,
    /// Matches.
    pub matched_rows: u64,
    /// What the matches come to, on either side.
    pub matched_amount: TengeSum,
    /// Breaks.
    pub breaks: u64,
    /// Theirs − ours of the breaks with an explanation.
    pub explained_amount: TengeSum,
    /// The differences above zero of the breaks without.
    pub unexplained_more: TengeSum,
    /// Those below zero, without their sign.
    pub unexplained_less: TengeSum,
}

impl SummaryRow {
    /// Whether theirs − ours is what the breaks explain and what they do not.
    pub fn adds_up(&self) -> bool {
        let unexplained = self.unexplained_more.tiyn() - self.unexplained_less.tiyn();
        self.theirs.tiyn() - self.ours.tiyn() == self.explained_amount.tiyn() + unexplained
    }
}

/// Rows and sums of both sides beside what they ended in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Conservation {
    /// Our rows after those of one key were summed.
    pub our_rows: u64,
    /// Their rows.
    pub their_rows: u64,
    /// The sum of our rows.
    pub ours: TengeSum,
    /// What is left of their rows.
    pub theirs: TengeSum,
    /// Matches.
    pub matched_rows: u64,
    /// What the matches come to.
    pub matched: TengeSum,
    /// Breaks.
    pub breaks: u64,
    /// What the breaks come to on our side.
    pub breaks_ours: TengeSum,
    /// What the breaks come to on their side.
    pub breaks_theirs: TengeSum,
    /// Our rows that ended in a match, and in a break.
    ours_ended: (u64, u64),
    /// Their rows that ended in a match, and in a break.
    theirs_ended: (u64, u64),
    /// Their rows that ended in neither and are told.
    pub told_rows: u64,
}

impl Conservation {
    /// Whether every row of either side ended in exactly one match or break or is told, and sums agree to the tiyn.
    pub fn holds(&self) -> bool {
        let adds_up = |whole: TengeSum, part: TengeSum| whole.tiyn() == self.matched.tiyn() + part.tiyn();
        adds_up(self.ours, self.breaks_ours)
            && adds_up(self.theirs, self.breaks_theirs)
            && self.our_rows == self.ours_ended.0 + self.ours_ended.1
            && self.their_rows == self.theirs_ended.0 + self.theirs_ended.1 + self.told_rows
    }
}

/// What was counted of one month and payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counted {
    our_rows: u64,
    their_rows: u64,
    ours: TengeSum,
    theirs: TengeSum,
    both: u64,
    ours_alone: u64,
    theirs_alone: u64,
    /// Rows of theirs that are in a break with another one, of which the break names one.
    gone: u64,
    matched: TengeSum,
}

/// What was counted on the way, by month. Keys come in order of months, so the last one is the one that is added to.
#[derive(Debug, Clone, Default)]
pub(super) struct Matched(Vec<(Month, PerPayment<Counted>)>);

impl Matched {
    pub fn ours(&mut self, key: Key, amount: Tenge) {
        let counted = self.of(key);
        counted.our_rows += 1;
        counted.ours += amount;
    }

    pub fn their_rows(&mut self, key: Key, rows: usize) {
        self.of(key).their_rows += rows as u64;
    }

    pub fn theirs(&mut self, key: Key, amount: Tenge) {
        self.of(key).theirs += amount;
    }

    /// Rows of theirs of which nothing is left, beside the one that their break names.
    pub fn gone(&mut self, key: Key, rows: u64) {
        self.of(key).gone += rows;
    }

    pub fn both(&mut self, key: Key, amount: Tenge) {
        let counted = self.of(key);
        counted.both += 1;
        counted.matched += amount;
    }

    /// 0.00 on our side, nothing on theirs.
    pub fn ours_alone(&mut self, key: Key) {
        self.of(key).ours_alone += 1;
    }

    /// 0.00 on their side, nothing on ours.
    pub fn theirs_alone(&mut self, key: Key) {
        self.of(key).theirs_alone += 1;
    }

    #[inline]
    fn of(&mut self, key: Key) -> &mut Counted {
        let period = key.period();
        let last = self.0.last().map(|&(last, _)| last);
        if last != Some(period) {
            self.0.push((period, PerPayment::default()));
        }
        let at = self.0.len() - 1;
        &mut self.0[at].1[key.payment()]
    }

    fn iter(&self) -> impl Iterator<Item = (Month, Payment, &Counted)> {
        self.0.iter().flat_map(|(month, counted)| counted.iter().map(|(payment, counted)| (*month, payment, counted)))
    }
}

/// What each month and payment with any row comes to.
pub(super) fn summary(matched: &Matched, breaks: &[Break]) -> Vec<SummaryRow> {
    let mut rows: Vec<SummaryRow> = matched
        .iter()
        .filter(|(_, _, counted)| counted.our_rows + counted.their_rows > 0)
        .map(|(period, payment, counted)| SummaryRow {
            period,
            payment,
            our_rows: counted.our_rows,
            ours: counted.ours,
            their_rows: counted.their_rows,
            theirs: counted.theirs,
            matched_rows: counted.both + counted.ours_alone + counted.theirs_alone,
            matched_amount: counted.matched,
            breaks: 0,
            explained_amount: TengeSum::default(),
            unexplained_more: TengeSum::default(),
            unexplained_less: TengeSum::default(),
        })
        .collect();
    for found in breaks {
        let place = rows.binary_search_by_key(&(found.period, found.payment), |row| (row.period, row.payment));
        if let Some(row) = place.ok().and_then(|at| rows.get_mut(at)) {
            row.breaks += 1;
            let difference = found.difference();
            match found.explanation {
                Some(_) => row.explained_amount += difference,
                None if difference.tiyn().is_positive() => row.unexplained_more += difference,
                None => row.unexplained_less += TengeSum::from_tiyn(-difference.tiyn()),
            }
        }
    }
    rows
}

pub(super) fn conservation(matched: &Matched, breaks: &[Break], told: &Told) -> Conservation {
    let mut all = Conservation { breaks: breaks.len() as u64, told_rows: told.rows(), ..Conservation::default() };
    for (_, _, counted) in matched.iter() {
        all.our_rows += counted.our_rows;
        all.their_rows += counted.their_rows;
        all.ours += counted.ours;
        all.theirs += counted.theirs;
        all.matched_rows += counted.both + counted.ours_alone + counted.theirs_alone;
        all.matched += counted.matched;
        all.ours_ended.0 += counted.both + counted.ours_alone;
        all.theirs_ended.0 += counted.both + counted.theirs_alone;
        all.theirs_ended.1 += counted.gone;
    }
    for found in breaks {
        if let Some(ours) = found.ours {
            all.breaks_ours += ours;
            all.ours_ended.1 += 1;
        }
        if let Some(theirs) = found.theirs {
            all.breaks_theirs += theirs;
            all.theirs_ended.1 += 1;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows: 2 + 1 ours, 2 + 1 + 1 theirs. Sums: 7.00 + 0.50 = 7.50 and 7.00 + 0.40 = 7.40.
    #[test]
    fn a_row_or_a_tiyn_that_is_lost_on_either_side_is_seen() {
        let sum = TengeSum::from_tiyn;
        let whole = Conservation {
            our_rows: 3,
            their_rows: 4,
            ours: sum(750),
            theirs: sum(740),
            matched_rows: 2,
            matched: sum(700),
            breaks: 1,
            breaks_ours: sum(50),
            breaks_theirs: sum(40),
            ours_ended: (2, 1),
            theirs_ended: (2, 1),
            told_rows: 1,
        };
        assert!(whole.holds());
        for lost in [
            Conservation { our_rows: 4, ..whole },
            Conservation { their_rows: 5, ..whole },
            Conservation { ours: sum(751), ..whole },
            Conservation { theirs: sum(741), ..whole },
            Conservation { breaks_ours: sum(49), ..whole },
            Conservation { breaks_theirs: sum(39), ..whole },
            Conservation { told_rows: 0, ..whole },
        ] {
            assert!(!lost.holds(), "{lost:?}");
        }
    }

    /// 7.40 − 7.50 = −0.10 = −0.30 that is explained + 0.25 − 0.05 that is not.
    #[test]
    fn a_month_adds_up_where_its_breaks_are_the_difference_of_both_sides() {
        let sum = TengeSum::from_tiyn;
        let row = |less| SummaryRow {
            period: Month::from_ym(2026, 8).unwrap(),
            payment: Payment::Opv,
            our_rows: 3,
            ours: sum(750),
            their_rows: 4,
            theirs: sum(740),
            matched_rows: 2,
            matched_amount: sum(700),
            breaks: 3,
            explained_amount: sum(-30),
            unexplained_more: sum(25),
            unexplained_less: sum(less),
        };
        assert_eq!([4, 5, 6].map(|less| row(less).adds_up()), [false, true, false]);
    }
}
