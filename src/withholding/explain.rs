//! Why a row of the register is what it is: the values that were recorded when it was computed, step by step, each with
//! the provision that it rests on. Nothing is computed a second time here but the product before rounding, for reading.

use rust_decimal::Decimal;

#[cfg(feature = "cli")]
use crate::law::OverLimit;
use crate::law::{Categories, CategoryId, Citation, Law, RegimeMonth, Terms, Threshold};
use crate::money::Tenge;
use crate::payment::{Payment, PerPayment};
use crate::period::Day;
use crate::rate::{Rate, Rounding};
use crate::withholding::due::Due;
use crate::withholding::row::RegisterRow;
#[cfg(feature = "cli")]
use crate::withholding::row::RowRegime;

/// The way to one amount of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explained<'a> {
    /// The payment.
    pub payment: Payment,
    /// The steps, in order.
    pub steps: Vec<Step<'a>>,
    /// The amount in the register.
    pub amount: Tenge,
}

/// A category that exempts, and why.
pub type Ground<'a> = (CategoryId, &'a Citation);

/// One step on the way to an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Step<'a> {
    /// The regime has no such payment.
    NotDue {
        /// What that rests on.
        citation: &'a Citation,
    },
    /// Income of the operations on days when categories exempt from the payment.
    Exempt {
        /// The categories and what each rests on, each as often as its provision changes; where they exempt no operation, those that hold on other days of the month.
        grounds: Vec<Ground<'a>>,
        /// Operations on exempt days.
        operations: u64,
        /// Their income, in tenge.
        income: Tenge,
        /// Where the person is known to be exempt on a part of the month's days alone: what it rests on that the day of
        /// receipt decides which income is exempt. A row alone tells it where a part of its operations is exempt.
        deciding_day: Option<&'a Citation>,
    },
    /// Categories of the person that exempt from the payment by another reading than the tables have. It changes nothing.
    OtherReading {
        /// The categories, and the provision of each that would exempt.
        grounds: Vec<Ground<'a>>,
    },
    /// Categories of the person that do not exempt from the payment because the provision does not name them.
    NotNamed {
        /// The categories, and the provision.
        grounds: Vec<Ground<'a>>,
    },
    /// Income less exempt income, at least zero.
    Uncapped {
        /// Income of the row, in tenge.
        income: Tenge,
        /// Of it exempt.
        exempt: Tenge,
        /// The base before the cap.
        uncapped: Tenge,
    },
    /// That the base has no minimum, where there is a base that no cap has cut.
    NoFloor {
        /// What that rests on.
        citation: &'a Citation,
    },
    /// The base, at most the lowest cap.
    Capped {
        /// The caps; the lowest binds. Empty: the base has none.
        caps: &'a [Threshold],
        /// The lowest of them.
        cap: Option<Tenge>,
        /// The base.
        base: Tenge,
        /// What having caps, or none, rests on.
        citation: &'a Citation,
    },
    /// The rate.
    Rate {
        /// The rate.
        rate: Rate,
        /// What it rests on.
        citation: &'a Citation,
    },
    /// Base × rate, rounded once.
    Rounded {
        /// Base × rate in tenge.
        product: Decimal,
        /// Unit and mode.
        rounding: Rounding,
        /// What the unit rests on.
        unit_citation: &'a Citation,
        /// What the mode rests on.
        mode_citation: &'a Citation,
        /// The amount.
        amount: Tenge,
    },
}

/// On which days a person's categories bear on the operations of a row.
pub(crate) struct Bears<H, D> {
    /// Whether there is an operation on the day that the category exempts from some payment.
    pub held: H,
    /// Whether there is one that is not exempt from the payment, though the category exempts it from others.
    pub due: D,
}

impl RegisterRow {
    /// The way to each amount of the row; nothing for a row under which nothing is computed here. `law` is the one that the
    /// row was computed under.
    ///
    /// # Law
    /// Each step carries its provision.
    pub fn explain<'a>(&self, law: &'a Law) -> Option<PerPayment<Explained<'a>>> {
        self.explain_where(law, &PerPayment::default(), &Bears { held: |_, _| true, due: |_, _, _| true })
    }

    /// The same for a person of whom more is known than the row: `in_part` are the categories that exempt from each payment
    /// on a part of the month's days, where none exempts on all of them. What is said of a category is said of the days on which
    /// it bears on the row's operations.
    pub(crate) fn explain_where<'a>(
        &self,
        law: &'a Law,
        in_part: &PerPayment<Categories>,
        bears: &Bears<impl Fn(CategoryId, Day) -> bool, impl Fn(CategoryId, Payment, Day) -> bool>,
    ) -> Option<PerPayment<Explained<'a>>> {
        let terms = law.month(self.period)?.regime(self.regime.withheld()?)?;
        Some(PerPayment::from_fn(|payment| self.explain_payment((law, terms), payment, in_part[payment], bears)))
    }

    /// What the row's regime rests on, and, for a person who is not listed, that it is his.
    #[cfg(feature = "cli")]
    pub(crate) fn regime_citations<'a>(
        &self,
        law: &'a Law,
        is_listed: bool,
    ) -> impl Iterator<Item = &'a Citation> + use<'a> {
        let day = law.last_covered(self.period);
        let (own, is_default) = match self.regime {
            RowRegime::Withheld(regime) | RowRegime::OutOfScope(regime) => {
                (law.regime(regime).citation(day), !is_listed && law.default_regime(day) == Some(regime))
            }
            RowRegime::OverLimit => (law.over_limit(OverLimit::Stop, day), false),
        };
        own.into_iter().chain(law.default_citation(day).filter(|_| is_default))
    }

    fn explain_payment<'a>(
        &self,
        (law, regime): (&'a Law, &'a RegimeMonth),
        payment: Payment,
        in_part: Categories,
        bears: &Bears<impl Fn(CategoryId, Day) -> bool, impl Fn(CategoryId, Payment, Day) -> bool>,
    ) -> Explained<'a> {
        let mut steps = Vec::new();
        match (&self.dues[payment], &regime.terms[payment]) {
            (Some(due), Some(terms)) => {
                let exempt = self.tally.exempt(payment);
                if exempt.operations > 0 || !in_part.is_empty() {
                    // By another day than that of receipt more of the income would be exempt, or less.
                    let is_part = !in_part.is_empty() || exempt.operations < self.tally.operations;
                    let is_held = exempt.operations > 0;
                    let categories = if is_held { exempt.categories } else { in_part };
                    let grounds = self.grounds(categories, |category, day| {
                        law.exemption(category, payment, day).filter(|_| !is_held || (bears.held)(category, day))
                    });
                    let deciding_day = self.period.days().find_map(|day| law.deciding_day(day));
                    steps.push(Step::Exempt {
                        grounds,
                        operations: exempt.operations,
                        income: due.exempt,
                        deciding_day: deciding_day.filter(|_| is_part),
                    });
                }
                // Where all is exempt anyway, no reading would change anything.
                if exempt.operations < self.tally.operations {
                    let held = Payment::ALL.into_iter().map(|payment| self.tally.exempt(payment).categories);
                    let held = held.fold(Categories::EMPTY, Categories::union);
                    let is_due = |category, day| (bears.due)(category, payment, day);
                    let other = self.grounds(held, |category, day| {
                        law.other_reading(category, payment, day).filter(|_| is_due(category, day))
                    });
                    let not_named = self.grounds(held, |category, day| {
                        law.not_named(category, payment, day).filter(|_| is_due(category, day))
                    });
                    steps.extend((!other.is_empty()).then_some(Step::OtherReading { grounds: other }));
                    steps.extend((!not_named.is_empty()).then_some(Step::NotNamed { grounds: not_named }));
                }
                steps.extend(self.computed(due, terms));
            }
            _ => steps.push(Step::NotDue { citation: &regime.rate_citations[payment] }),
        }
        Explained { payment, steps, amount: self.amount(payment) }
    }

    /// What is said of each category on days of the month, each provision once.
    fn grounds<'a>(
        &self,
        categories: Categories,
        said: impl Fn(CategoryId, Day) -> Option<&'a Citation>,
    ) -> Vec<Ground<'a>> {
        let of_category = |category| {
            let mut each: Vec<Ground<'a>> = Vec::new();
            for citation in self.period.days().filter_map(|day| said(category, day)) {
                if each.iter().all(|&(_, known)| known != citation) {
                    each.push((category, citation));
                }
            }
            each
        };
        categories.iter().flat_map(of_category).collect()
    }

    fn computed<'a>(&self, due: &Due, terms: &'a Terms) -> impl Iterator<Item = Step<'a>> {
        // Nobody asks for a minimum of what a cap has cut.
        let is_whole = due.base == due.uncapped && due.base > Tenge::ZERO;
        let floor = terms.floor_citation.as_deref().filter(|_| is_whole);
        let before_cap = Step::Uncapped { income: self.tally.income(), exempt: due.exempt, uncapped: due.uncapped };
        let from_cap = [
            Step::Capped { caps: &terms.caps, cap: terms.cap, base: due.base, citation: &terms.cap_citation },
            Step::Rate { rate: terms.rate, citation: &terms.rate_citation },
            Step::Rounded {
                product: (Decimal::from(due.base) * Decimal::from(terms.rate)).normalize(),
                rounding: terms.rounding,
                unit_citation: &terms.unit_citation,
                mode_citation: &terms.rounding_citation,
                amount: due.amount,
            },
        ];
        [before_cap].into_iter().chain(floor.map(|citation| Step::NoFloor { citation })).chain(from_cap)
    }
}
