//! The whole calculation once more: slow, in `Decimal`, by the figures of law.md and the words of formats.md, with
//! nothing of the library in it. Days are texts `YYYY-MM-DD`, which sort as days do.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::{Decimal, RoundingStrategy};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    pub id: String,
    pub iin: String,
    pub settled_on: String,
    pub corrects_on: Option<String>,
    pub income: Decimal,
}

/// A category or a regime of a person, with its first and last day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub iin: String,
    pub code: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

#[derive(Debug, Clone, Default)]
pub struct Batch {
    pub operations: Vec<Operation>,
    pub exemptions: Vec<Fact>,
    pub regimes: Vec<Fact>,
    pub period: Option<String>,
    pub stop: bool,
}

/// What a run must come to: rows of the files without their headers.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expected {
    pub register: Vec<String>,
    pub payments: Vec<String>,
    pub limits: Vec<String>,
    pub lines: Vec<String>,
    /// Number of the operation and code.
    pub rejected: Vec<(usize, String)>,
}

pub const PAYMENTS: [&str; 5] = ["ipn", "opv", "opvr", "so", "vosms"];
pub const REGIMES: [&str; 5] = ["self-employed", "mobile-app", "mobile-app-standard", "entrepreneur", "legal-entity"];

/// law.md section 6: the categories and the payments that are not due.
pub const CATEGORIES: [(&str, &[&str]); 16] = [
    ("pension-age", &["opv", "opvr", "so", "vosms"]),
    ("early-pension-age", &["vosms"]),
    ("pension-recipient", &["vosms"]),
    ("long-service-pension", &["opv", "opvr", "vosms"]),
    ("disability-1-2-permanent", &["opv", "opvr", "vosms"]),
    ("disability-1-2-permanent-pays-opv", &["opvr", "vosms"]),
    ("disability", &["vosms"]),
    ("uniformed-service", &["opv", "opvr", "vosms"]),
    ("conscript", &["vosms"]),
    ("civil-protection-service", &["opv", "opvr"]),
    ("retired-judge", &["opvr"]),
    ("born-before-1975", &["opvr"]),
    ("minor", &["vosms"]),
    ("full-time-student", &["vosms"]),
    ("decorated-mother", &["vosms"]),
    ("child-care-leave", &["vosms"]),
];

/// 300 МРП of 2026: 300 × 4 325.
pub const LIMIT: i64 = 1_297_500;

/// Rate in tenths of a per cent and cap in tenge: law.md sections 3 and 7.
pub fn terms(regime: &str, payment: &str, period: &str) -> Option<(i64, Option<i64>)> {
    let mzp = |times: i64| Some(times * 85_000);
    match (regime, payment) {
        ("self-employed", "ipn") => Some((0, None)),
        ("self-employed", "so") => Some((10, mzp(7))),
        ("self-employed", _) => Some((10, Some(LIMIT))),
        ("mobile-app" | "mobile-app-standard", "ipn") => Some((10, None)),
        ("mobile-app", "opv") => Some((10, mzp(50))),
        ("mobile-app", "so") => Some((10, mzp(7))),
        ("mobile-app", "vosms") => Some((10, mzp(10))),
        ("mobile-app-standard", "opv") => Some((100, mzp(50))),
        ("mobile-app-standard", "so") => Some((if period < "2025-01" { 35 } else { 50 }, mzp(7))),
        ("mobile-app-standard", "vosms") => Some((50, mzp(10))),
        _ => None,
    }
}

impl Operation {
    pub fn effective_on(&self) -> &str {
        self.corrects_on.as_deref().unwrap_or(&self.settled_on)
    }

    fn month(&self) -> &str {
        &self.effective_on()[..7]
    }

    fn canonical(&self) -> (&str, &str, &[u8]) {
        (self.effective_on(), &self.settled_on, self.id.as_bytes())
    }
}

impl Fact {
    fn covers(&self, day: &str) -> bool {
        self.from.as_deref().is_none_or(|from| from <= day) && self.to.as_deref().is_none_or(|to| day <= to)
    }
}

fn in_force(regime: &str, day: &str) -> bool {
    match regime {
        "self-employed" => ("2026-01-01"..="2026-12-31").contains(&day),
        "mobile-app" | "mobile-app-standard" => ("2024-09-03"..="2025-12-31").contains(&day),
        _ => ("2024-09-03"..="2026-12-31").contains(&day),
    }
}

/// An accepted operation with what holds on its day.
struct Accepted<'a> {
    operation: &'a Operation,
    regime: String,
    categories: BTreeSet<&'a str>,
}

/// What one payment of some operations comes to.
struct Due {
    exempt: Decimal,
    exempt_operations: usize,
    uncapped: Decimal,
    base: Decimal,
    amount: Decimal,
    by: BTreeSet<String>,
}

impl Batch {
    fn regime(&self, iin: &str, day: &str) -> Option<String> {
        let rows: Vec<&Fact> = self.regimes.iter().filter(|fact| fact.iin == iin).collect();
        if rows.is_empty() {
            let default = if day < "2026-01-01" { "mobile-app" } else { "self-employed" };
            return Some(default.to_owned());
        }
        rows.iter().find(|fact| fact.covers(day) && in_force(&fact.code, day)).map(|fact| fact.code.clone())
    }

    /// The code that the operation is rejected with, duplicates apart.
    fn reject(&self, operation: &Operation) -> Option<&'static str> {
        let day = operation.effective_on();
        if operation.corrects_on.as_deref().is_some_and(|day| day > operation.settled_on.as_str()) {
            Some("corrects-later")
        } else if !("2024-09-03"..="2026-12-31").contains(&day) {
            Some("no-rates")
        } else if self.period.as_deref().is_some_and(|period| period != operation.month()) {
            Some("outside-period")
        } else if self.regime(&operation.iin, day).is_none() {
            Some("no-regime")
        } else {
            None
        }
    }

    /// The statuses of all operations.
    fn statuses(&self) -> Vec<Option<&'static str>> {
        let alone: Vec<_> = self.operations.iter().map(|operation| self.reject(operation)).collect();
        let status = |number: usize| {
            let operation = &self.operations[number];
            let mut same = self
                .operations
                .iter()
                .zip(&alone)
                .filter(|(other, reject)| reject.is_none() && other.id == operation.id);
            if alone[number].is_some() {
                alone[number]
            } else if same.any(|(other, _)| other != operation) {
                Some("conflicting-duplicate")
            } else if self.operations[..number]
                .iter()
                .zip(&alone)
                .any(|(other, reject)| reject.is_none() && other == operation)
            {
                Some("duplicate")
            } else {
                None
            }
        };
        (0..self.operations.len()).map(status).collect()
    }

    pub fn expected(&self) -> Expected {
        let mut expected = Expected::default();
        let mut months: BTreeMap<(&str, &str), Vec<Accepted<'_>>> = BTreeMap::new();
        for ((number, operation), status) in self.operations.iter().enumerate().zip(self.statuses()) {
            let day = operation.effective_on();
            match status {
                Some(code) => expected.rejected.push((number, code.to_owned())),
                None => months.entry((operation.month(), &operation.iin)).or_default().push(Accepted {
                    operation,
                    regime: self.regime(&operation.iin, day).unwrap(),
                    categories: self
                        .exemptions
                        .iter()
                        .filter(|fact| fact.iin == operation.iin && fact.covers(day))
                        .map(|fact| fact.code.as_str())
                        .collect(),
                }),
            }
        }
        let mut to_pay: BTreeMap<&str, Vec<PersonRow>> = BTreeMap::new();
        for ((period, iin), mut accepted) in months {
            accepted.sort_by(|a, b| a.operation.canonical().cmp(&b.operation.canonical()));
            to_pay.entry(period).or_default().extend(self.month((period, iin), accepted, &mut expected));
        }
        for (period, rows) in to_pay {
            payments(period, &rows, &mut expected.payments);
        }
        expected
    }

    /// One person's month, its operations in canonical order.
    fn month(
        &self,
        (period, iin): (&str, &str),
        mut accepted: Vec<Accepted<'_>>,
        expected: &mut Expected,
    ) -> Vec<PersonRow> {
        let over = self.limit((period, iin), &mut accepted, expected);
        let mut lines = Vec::new();
        let mut rows = Vec::new();
        let regimes: BTreeSet<String> = accepted.iter().map(|accepted| accepted.regime.clone()).collect();
        for regime in regimes {
            let group: Vec<&Accepted<'_>> = accepted.iter().filter(|accepted| accepted.regime == regime).collect();
            let income = income(&group);
            let dues: Vec<Option<Due>> = PAYMENTS.iter().map(|payment| due(&regime, payment, &group)).collect();
            let mut row = format!("{iin},{period},{regime},{},{}", group.len(), money(income));
            for (payment, due) in PAYMENTS.iter().zip(&dues) {
                let (exempt, base, amount) =
                    due.as_ref().map_or_else(Default::default, |due| (due.exempt, due.base, due.amount));
                if *payment != "ipn" {
                    row += &format!(",{}", money(exempt));
                }
                row += &format!(",{},{}", money(base), money(amount));
            }
            let amounts: Vec<Decimal> =
                dues.iter().map(|due| due.as_ref().map_or(Decimal::ZERO, |due| due.amount)).collect();
            row += &format!(",{},{}", money(amounts.iter().sum()), notes(&regime, &dues, group.len(), over));
            expected.register.push(row);
            lines.extend(group_lines((period, iin), &regime, &group));
            rows.push(PersonRow { iin: iin.to_owned(), regime, amounts });
        }
        lines.sort_by(|a, b| a.0.cmp(&b.0));
        expected.lines.extend(lines.into_iter().map(|(_, line)| line));
        rows
    }

    /// Reports the limit, splits off what is beyond it under `stop`; whether the month is over it.
    fn limit(&self, (period, iin): (&str, &str), accepted: &mut [Accepted<'_>], expected: &mut Expected) -> bool {
        let limit = Decimal::from(LIMIT);
        let mut sum = Decimal::ZERO;
        let mut crossed: Option<(String, String)> = None;
        let mut any = false;
        for accepted in accepted.iter_mut().filter(|accepted| accepted.regime == "self-employed") {
            any = true;
            sum += accepted.operation.income;
            if sum > limit && crossed.is_none() {
                crossed = Some((accepted.operation.effective_on().to_owned(), accepted.operation.id.clone()));
            }
            if crossed.is_some() && self.stop {
                accepted.regime = "over-limit".to_owned();
            }
        }
        if any && (sum * Decimal::from(100) >= limit * Decimal::from(80) || crossed.is_some()) {
            let share = sum.max(Decimal::ZERO) * Decimal::from(100) / limit;
            let share = share.round_dp_with_strategy(2, RoundingStrategy::ToZero);
            let (on, by) = crossed.unwrap_or_default();
            let over = (sum - limit).max(Decimal::ZERO);
            expected.limits.push(format!(
                "{iin},{period},{},{},{},{on},{by},{}",
                money(sum),
                money(limit),
                money(share),
                money(over)
            ));
        }
        sum > limit
    }
}

fn income(group: &[&Accepted<'_>]) -> Decimal {
    group.iter().map(|accepted| accepted.operation.income).sum()
}

fn due(regime: &str, payment: &str, group: &[&Accepted<'_>]) -> Option<Due> {
    // A group is of one month; of no operation nothing is due, whatever the rate.
    let period = group.first().map_or("", |accepted| accepted.operation.month());
    let (rate, cap) = terms(regime, payment, period)?;
    let exempts =
        |category: &str| CATEGORIES.iter().any(|(code, payments)| *code == category && payments.contains(&payment));
    let exempt: Vec<&Accepted<'_>> =
        group.iter().filter(|accepted| accepted.categories.iter().any(|category| exempts(category))).copied().collect();
    let by = exempt.iter().flat_map(|accepted| &accepted.categories).filter(|category| exempts(category));
    let uncapped = (income(group) - income(&exempt)).max(Decimal::ZERO);
    let base = cap.map_or(uncapped, |cap| uncapped.min(Decimal::from(cap)));
    let amount = (base * Decimal::new(rate, 3)).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Some(Due {
        exempt: income(&exempt),
        exempt_operations: exempt.len(),
        uncapped,
        base,
        amount,
        by: by.map(|category| (*category).to_owned()).collect(),
    })
}

/// Effective day, day of settlement and id: the place of a line in the order of the file.
type LinePlace<'a> = (&'a str, &'a str, &'a [u8]);

/// An operation's line, with its place in the order of the file.
fn group_lines<'a>((period, iin): (&str, &str), regime: &str, group: &[&Accepted<'a>]) -> Vec<(LinePlace<'a>, String)> {
    let amounts = |operations: usize| -> Vec<Decimal> {
        let first = &group[..operations];
        PAYMENTS.iter().map(|payment| due(regime, payment, first).map_or(Decimal::ZERO, |due| due.amount)).collect()
    };
    let line = |number: usize| {
        let operation = group[number].operation;
        let shares: Vec<Decimal> =
            amounts(number + 1).iter().zip(amounts(number)).map(|(with, without)| with - without).collect();
        let withheld: Decimal = shares.iter().sum();
        let shares: Vec<String> = shares.into_iter().map(money).collect();
        let Operation { id, settled_on, income, .. } = operation;
        let text = format!(
            "{id},{iin},{period},{regime},{settled_on},{},{},{},{},{}",
            operation.effective_on(),
            money(*income),
            shares.join(","),
            money(withheld),
            money(income - withheld)
        );
        (operation.canonical(), text)
    };
    (0..group.len()).map(line).collect()
}

fn notes(regime: &str, dues: &[Option<Due>], operations: usize, over: bool) -> String {
    let mut notes = Vec::new();
    match regime {
        "self-employed" | "mobile-app" | "mobile-app-standard" => {
            for (payment, due) in PAYMENTS.iter().zip(dues) {
                notes.extend(payment_notes(regime, payment, due.as_ref(), operations));
            }
        }
        "over-limit" => notes.push("outside-regime".to_owned()),
        _ => notes.push("out-of-scope".to_owned()),
    }
    notes.extend(over.then(|| "over-limit".to_owned()));
    notes.join("|")
}

fn payment_notes(regime: &str, payment: &str, due: Option<&Due>, operations: usize) -> Vec<String> {
    let Some(due) = due else { return vec![format!("{payment}:not-due")] };
    let codes = due.by.iter().cloned().collect::<Vec<_>>().join("+");
    if due.exempt_operations == operations {
        return vec![format!("{payment}:exempt={codes}")];
    }
    // Only ИПН of 2026 has a rate of zero.
    let zero_rate = terms(regime, payment, "2026-01").is_some_and(|(rate, _)| rate == 0);
    [
        (due.exempt_operations > 0, format!("part-exempt={codes}")),
        (due.base.is_zero(), "no-income".to_owned()),
        (due.base < due.uncapped, "capped".to_owned()),
        (zero_rate, "zero-rate".to_owned()),
        (!due.base.is_zero() && !zero_rate && due.amount.is_zero(), "rounded-to-zero".to_owned()),
    ]
    .into_iter()
    .filter(|(applies, _)| *applies)
    .map(|(_, token)| format!("{payment}:{token}"))
    .collect()
}

struct PersonRow {
    iin: String,
    regime: String,
    amounts: Vec<Decimal>,
}

/// law.md section 8, and the codes and the recipient of formats.md and law.md section 10.
fn payments(period: &str, rows: &[PersonRow], out: &mut Vec<String>) {
    let (year, month): (u32, u32) = (period[..4].parse().unwrap(), period[5..].parse().unwrap());
    let next = if month == 12 { format!("{}-01", year + 1) } else { format!("{year}-{:02}", month + 1) };
    for (number, payment) in PAYMENTS.into_iter().enumerate() {
        let regimes: Vec<&str> = rows
            .iter()
            .map(|row| row.regime.as_str())
            .filter(|regime| terms(regime, payment, period).is_some())
            .collect();
        if regimes.is_empty() {
            continue;
        }
        let day = if payment == "ipn" && regimes.contains(&"self-employed") { 15 } else { 25 };
        let knp = ["911", "010", "089", "012", "122"][number];
        let recipient = if payment == "ipn" { "" } else { "160440007161" };
        let payers: BTreeSet<&str> =
            rows.iter().filter(|row| row.amounts[number] > Decimal::ZERO).map(|row| row.iin.as_str()).collect();
        let amount: Decimal = rows.iter().map(|row| row.amounts[number]).sum();
        out.push(format!("{payment},{period},{knp},{recipient},{},{},{next}-{day}", payers.len(), money(amount)));
    }
}

/// Two decimals; a zero has no sign.
pub fn money(amount: Decimal) -> String {
    if amount.is_zero() { "0.00".to_owned() } else { format!("{amount:.2}") }
}
