//! A person's exempt categories and regimes as stretches: stretches of days on which they stay the same.

use crate::facts::rows::{ContractorRegime, Exemption};
use crate::facts::stretch::Stretch;
use crate::law::{Categories, CategoryId, Law, RegimeId};
use crate::period::Day;

/// Makes one person's stretches after another's.
pub(crate) struct Timelines<'a> {
    law: &'a Law,
    changes: Vec<(Day, Change)>,
    categories: Holding<CategoryId>,
    regimes: Holding<RegimeId>,
}

/// What changes on a day.
#[derive(Clone, Copy)]
enum Change {
    Category(CategoryId, Turn),
    Regime(RegimeId, Turn),
    /// Something in the law: what a category exempts from, or which regimes are in force.
    Law,
}

#[derive(Clone, Copy)]
enum Turn {
    Begins,
    Ends,
}

impl<'a> Timelines<'a> {
    pub fn new(law: &'a Law) -> Timelines<'a> {
        Timelines { law, changes: Vec::new(), categories: Holding(Vec::new()), regimes: Holding(Vec::new()) }
    }

    /// Appends the stretches of a person with these rows; `listed`: only regimes that he has are his.
    pub fn write(
        &mut self,
        exemptions: &[Exemption],
        regimes: &[ContractorRegime],
        listed: bool,
        stretches: &mut Vec<Stretch>,
    ) {
        self.collect(exemptions, regimes);
        self.categories.0.clear();
        self.regimes.0.clear();
        let mut last: Option<Stretch> = None;
        for of_day in self.changes.chunk_by(|a, b| a.0 == b.0) {
            for &(_, change) in of_day {
                match change {
                    Change::Category(category, turn) => self.categories.turn(category, turn),
                    Change::Regime(regime, turn) => self.regimes.turn(regime, turn),
                    Change::Law => {}
                }
            }
            let from = of_day[0].0;
            let categories = self.categories.now().fold(Categories::default(), Categories::with);
            let regime = match listed {
                true => self.regimes.now().find(|&regime| self.law.in_force(regime, from)),
                false => self.law.default_regime(from),
            };
            let stretch = Stretch { from, regime, categories, exempt: self.law.exempt(categories, from) };
            // Of two categories one may exempt from what the other did until then.
            let is_other = last.is_none_or(|last| Stretch { from, ..last } != stretch);
            if is_other || self.law.exempts_otherwise(categories, from) {
                stretches.push(stretch);
                last = Some(stretch);
            }
        }
    }

    /// Everything that changes, in order of days, from the first day of all on.
    fn collect(&mut self, exemptions: &[Exemption], regimes: &[ContractorRegime]) {
        let changes = &mut self.changes;
        changes.clear();
        changes.push((Day::MIN, Change::Law));
        changes.extend(self.law.regime_changes().iter().map(|&day| (day, Change::Law)));
        if !exemptions.is_empty() {
            changes.extend(self.law.exemption_changes().iter().map(|&day| (day, Change::Law)));
        }
        let mut add = |days: (Option<Day>, Option<Day>), change: &dyn Fn(Turn) -> Change| {
            changes.push((days.0.unwrap_or(Day::MIN), change(Turn::Begins)));
            changes.extend(days.1.and_then(Day::next).map(|day| (day, change(Turn::Ends))));
        };
        for row in exemptions {
            add(row.days, &|turn| Change::Category(row.category, turn));
        }
        for row in regimes {
            add(row.days, &|turn| Change::Regime(row.regime, turn));
        }
        changes.sort_by_key(|&(day, _)| day);
    }
}

/// What holds at the moment, each with the number of rows that say so.
struct Holding<T>(Vec<(T, u32)>);

impl<T: Copy + PartialEq> Holding<T> {
    fn turn(&mut self, what: T, turn: Turn) {
        let known = self.0.iter_mut().find(|(known, _)| *known == what);
        match (known, turn) {
            (Some((_, rows)), Turn::Begins) => *rows += 1,
            (Some((_, rows)), Turn::Ends) => *rows = rows.saturating_sub(1),
            (None, Turn::Begins) => self.0.push((what, 1)),
            (None, Turn::Ends) => {}
        }
    }

    fn now(&self) -> impl Iterator<Item = T> {
        self.0.iter().filter(|(_, rows)| *rows > 0).map(|&(what, _)| what)
    }
}
