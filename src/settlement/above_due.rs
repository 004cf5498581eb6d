//! What was accepted above what was due, which may be asked back.

use std::collections::BTreeMap;

use crate::settlement::key::Key;

/// What the breaks of each month, person and payment come to, in tiyn.
#[derive(Debug, Default)]
pub(crate) struct AboveDue(BTreeMap<Key, Sums>);

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
    /// Takes a break of an answer, theirs less ours.
    pub fn answer(&mut self, key: Key, difference: i128, is_chosen: bool) {
        let sums = self.0.entry(key).or_default();
        sums.net += difference;
        if is_chosen {
            sums.above += difference.max(0);
        }
    }

    /// Takes a break of the sums of ЦС КГД, theirs less ours.
    ///
    /// # Law
    /// Rules of Order No. 392, 15(2)–(5): what is distributed is held against the computed sum.
    pub fn computed(&mut self, key: Key, difference: i128) {
        self.0.entry(key).or_default().computed = difference;
    }

    /// What may be asked back, above zero: not more than was accepted above due in all, for a break may only make up for
    /// another one.
    pub fn asked(&self) -> impl Iterator<Item = (Key, i128)> {
        self.0.iter().map(|(&key, sums)| (key, sums.asked())).filter(|&(_, tiyn)| tiyn > 0)
    }

    /// What was accepted above the sums of ЦС КГД, above zero, whatever ours are and whichever breaks were chosen.
    pub fn above_computed_sums(&self) -> impl Iterator<Item = (Key, i128)> {
        self.0.iter().map(|(&key, sums)| (key, sums.net - sums.computed)).filter(|&(_, tiyn)| tiyn > 0)
    }

    /// What is above ours and is not asked back, because ЦС КГД has computed it.
    pub fn covered(&self) -> i128 {
        self.0.values().map(|sums| Sums { computed: 0, ..*sums }.asked() - sums.asked()).sum()
    }

    /// What was accepted above the sums of ЦС КГД and not above ours, where those are less: ours is wrong, or theirs is.
    pub fn above_computed(&self) -> i128 {
        self.0.values().map(|sums| (sums.net.min(0) - sums.computed).max(0)).sum()
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

    /// Ours is 5 950.00 and 10 000.00 was accepted: 4 050.00 above. ЦС КГД has nothing else, 10 000.00, 8 000.00, less.
    #[test]
    fn what_kgd_has_computed_is_due() {
        let key = Key::new("900101300017".parse().unwrap(), "2026-08".parse().unwrap(), Payment::So);
        for (computed, asked) in
            [(None, Some(405_000)), (Some(405_000), None), (Some(205_000), Some(200_000)), (Some(-1), Some(405_000))]
        {
            let mut due = AboveDue::default();
            due.answer(key, 405_000, true);
            computed.into_iter().for_each(|difference| due.computed(key, difference));
            assert_eq!(due.asked().map(|(_, tiyn)| tiyn).next(), asked, "{computed:?}");
            assert_eq!(due.covered(), 405_000 - asked.unwrap_or_default());
        }
        // Ours and what was accepted are 10 000.00: ЦС КГД has 8 000.00, of which 1 000.00 may not have come.
        for (net, above) in [(0, 200_000), (-100_000, 100_000), (-300_000, 0), (50_000, 200_000)] {
            let mut due = AboveDue::default();
            due.answer(key, net, true);
            due.computed(key, -200_000);
            assert_eq!(due.above_computed(), above, "{net}");
        }
        // Another break makes up for it, or was not asked for.
        for (other, is_chosen, asked) in
            [(-405_000, true, None), (-5_000, true, Some(400_000)), (1, false, Some(405_000))]
        {
            let mut due = AboveDue::default();
            due.answer(key, 405_000, true);
            due.answer(key, other, is_chosen);
            assert_eq!(due.asked().map(|(_, tiyn)| tiyn).next(), asked, "{other}");
        }
    }
}
