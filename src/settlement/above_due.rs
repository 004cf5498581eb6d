//! What was accepted above what was due, which may be asked back, and whether it was less, which is paid again.

use std::collections::{BTreeMap, BTreeSet};

use crate::period::Month;
use crate::settlement::breaks::Break;
use crate::settlement::key::Key;

/// Of a break what decides whether it is asked back, or paid again.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Difference {
    pub key: Key,
    /// Theirs less ours, in tiyn.
    pub tiyn: i128,
    /// Whether they have a row.
    pub is_theirs: bool,
    pub is_explained: bool,
}

impl From<&Break> for Difference {
    fn from(found: &Break) -> Difference {
        Difference {
            key: found.key(),
            tiyn: found.difference().tiyn(),
            is_theirs: found.theirs.is_some(),
            is_explained: found.explanation.is_some(),
        }
    }
}

impl Difference {
    /// Whether a run that has closed its month, or left it out otherwise, says nothing of what was due there. What an
    /// explanation says stands under a wrong month was due under another; not where that month is closed, of which something
    /// was due.
    pub fn may_be_due(&self, is_left_out: bool, is_closed: bool) -> bool {
        is_left_out && (!self.is_explained || is_closed)
    }
}

/// What the breaks of each month, person and payment come to, in tiyn.
#[derive(Debug, Default)]
pub(crate) struct AboveDue {
    sums: BTreeMap<Key, Sums>,
    /// The months of which ЦС КГД has a row.
    of_kgd: BTreeSet<Month>,
}

#[derive(Debug, Default)]
struct Sums {
    /// What the chosen breaks of an answer have above ours.
    above: i128,
    /// Accepted less ours over all breaks of an answer, the chosen ones or not.
    net: i128,
    /// What ЦС КГД has computed above ours, below zero where it has computed less.
    computed: i128,
}

impl AboveDue {
    /// Nothing yet, where ЦС КГД has rows of these months.
    pub fn with_kgd(months: impl IntoIterator<Item = Month>) -> AboveDue {
        AboveDue { of_kgd: months.into_iter().collect(), ..AboveDue::default() }
    }

    /// Takes a break of an answer.
    pub fn answer(&mut self, found: Difference, is_chosen: bool) {
        let sums = self.sums.entry(found.key).or_default();
        sums.net += found.tiyn;
        if is_chosen {
            sums.above += found.tiyn.max(0);
        }
    }

    /// Takes a break of the sums of ЦС КГД. Who has no row is computed nothing, where it has any of the month: else its file
    /// was not given.
    ///
    /// # Law
    /// Rules of Order No. 392, 15(2)–(5): what is distributed is held against the computed sum.
    pub fn computed(&mut self, found: Difference) {
        if found.is_theirs || self.of_kgd.contains(&found.key.period()) {
            self.sums.entry(found.key).or_default().computed = found.tiyn;
        }
    }

    /// Whether less was accepted than is due, all rows of a key together, so that something is to be paid again: than ЦС КГД
    /// has computed, and than ours where it has no row of the month. Of months that the run has left out nobody knows.
    ///
    /// # Law
    /// Rules of Order No. 392, 15(5): what is paid after returns is the computed sum.
    pub fn is_owed(&self, is_left_out: impl Fn(Month) -> bool) -> bool {
        self.sums.iter().any(|(key, sums)| sums.net < sums.computed && !is_left_out(key.period()))
    }

    /// What may be asked back, above zero: not more than was accepted above due in all, for a break may only make up for
    /// another one.
    pub fn asked(&self) -> impl Iterator<Item = (Key, i128)> {
        self.sums.iter().map(|(&key, sums)| (key, sums.asked())).filter(|&(_, tiyn)| tiyn > 0)
    }

    /// What was accepted above the sums of ЦС КГД, above zero, whatever ours are and whichever breaks were chosen.
    pub fn above_computed_sums(&self) -> impl Iterator<Item = (Key, i128)> {
        self.sums.iter().map(|(&key, sums)| (key, sums.net - sums.computed)).filter(|&(_, tiyn)| tiyn > 0)
    }

    /// What is above ours and is not asked back, because ЦС КГД has computed it.
    pub fn covered(&self) -> i128 {
        self.sums.values().map(|sums| Sums { computed: 0, ..*sums }.asked() - sums.asked()).sum()
    }

    /// What was accepted above the sums of ЦС КГД and not above ours, where those are less: ours is wrong, or theirs is.
    pub fn above_computed(&self) -> i128 {
        self.sums.values().map(|sums| (sums.net.min(0) - sums.computed).max(0)).sum()
    }
}

impl Sums {
    fn asked(&self) -> i128 {
        // What is computed above ours is due, whatever ours is.
        self.above.min(self.net - self.computed.max(0)).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::Payment;

    fn of_so(tiyn: i128) -> Difference {
        let key = Key::new("900101300017".parse().unwrap(), "2026-08".parse().unwrap(), Payment::So);
        Difference { key, tiyn, is_theirs: true, is_explained: false }
    }

    /// Ours is 5 950.00 and 10 000.00 was accepted: 4 050.00 above. ЦС КГД has nothing else, 10 000.00, 8 000.00, less.
    #[test]
    fn what_kgd_has_computed_is_due() {
        for (computed, asked) in
            [(None, Some(405_000)), (Some(405_000), None), (Some(205_000), Some(200_000)), (Some(-1), Some(405_000))]
        {
            let mut due = AboveDue::default();
            due.answer(of_so(405_000), true);
            computed.into_iter().for_each(|difference| due.computed(of_so(difference)));
            assert_eq!(due.asked().map(|(_, tiyn)| tiyn).next(), asked, "{computed:?}");
            assert_eq!(due.covered(), 405_000 - asked.unwrap_or_default());
        }
        // Ours and what was accepted are 10 000.00: ЦС КГД has 8 000.00, of which 1 000.00 may not have come.
        for (net, above) in [(0, 200_000), (-100_000, 100_000), (-300_000, 0), (50_000, 200_000)] {
            let mut due = AboveDue::default();
            due.answer(of_so(net), true);
            due.computed(of_so(-200_000));
            assert_eq!(due.above_computed(), above, "{net}");
        }
        // Another break makes up for it, or was not asked for.
        for (other, is_chosen, asked) in
            [(-405_000, true, None), (-5_000, true, Some(400_000)), (1, false, Some(405_000))]
        {
            let mut due = AboveDue::default();
            due.answer(of_so(405_000), true);
            due.answer(of_so(other), is_chosen);
            assert_eq!(due.asked().map(|(_, tiyn)| tiyn).next(), asked, "{other}");
        }
    }

    /// Ours and what was accepted are 10 000.00, and ЦС КГД has no row of the person: all of it is above what it has computed
    /// where it has a row of the month, and where it has none nobody knows.
    #[test]
    fn who_has_no_row_at_kgd_is_computed_nothing_where_it_has_one_of_the_month() {
        for (month, above) in [("2026-08", 1_000_000), ("2026-07", 0)] {
            let mut due = AboveDue::with_kgd([month.parse().unwrap()]);
            due.answer(of_so(0), true);
            due.computed(Difference { is_theirs: false, ..of_so(-1_000_000) });
            assert_eq!(due.above_computed(), above, "{month}");
        }
    }

    /// Ours is 500.00. Accepted less ours, ЦС КГД less ours: 500.00 against 550.00, 450.00 against 450.00, nothing against
    /// 0.00, two rows of 250.00, 450.00 where nobody has asked ЦС КГД.
    #[test]
    fn less_than_kgd_has_computed_is_owed_and_less_than_ours_where_it_has_nothing() {
        for (answers, computed, is_owed) in [
            (&[][..], Some(5_000), true),
            (&[-5_000], Some(-5_000), false),
            (&[-50_000], Some(-50_000), false),
            (&[-25_000, 25_000], None, false),
            (&[-5_000], None, true),
            (&[5_000], Some(10_000), true),
        ] {
            let mut due = AboveDue::default();
            answers.iter().for_each(|&difference| due.answer(of_so(difference), true));
            computed.into_iter().for_each(|difference| due.computed(of_so(difference)));
            assert_eq!(due.is_owed(|_| false), is_owed, "{answers:?} {computed:?}");
            assert!(!due.is_owed(|_| true), "{answers:?} {computed:?}");
        }
    }

    #[test]
    fn what_a_run_is_silent_of_may_be_due() {
        let explained = Difference { is_explained: true, ..of_so(1) };
        assert!(of_so(1).may_be_due(true, false) && explained.may_be_due(true, true));
        assert!(!of_so(1).may_be_due(false, false) && !explained.may_be_due(true, false));
    }
}
