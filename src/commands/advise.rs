//! `advise`: what the operator should look at before the money goes. Advice changes no figure.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

use crate::commands::Done;
use crate::commands::contractors::rejects::RowRejects;
use crate::error::Error;
use crate::facts::rows::Exemption;
use crate::language::Language;
use crate::law::{CategoryId, Citation, Law, Sex};
use crate::money::Tenge;
use crate::output::table::{Table, TableColumn, column};
use crate::output::workbook::Cell;
use crate::payment::{Payment, PaymentSet};
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::batch_headers::BatchHeaders;
use crate::reading::contractors;
use crate::reading::exemptions;
use crate::reading::fault::Fault;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Input, ReadFile};
use crate::reading::rows::Row;
use crate::records::LimitRecord;
use crate::reject::Reject;
use crate::run::files::{ADVICE, LIMITS, PAYMENTS, REGISTER};
use crate::run::receipt::options::AdviseOptions;
use crate::run::receipt::totals::AdviseTotals;
use crate::run::receipt::{Made, Receipt};
use crate::run::record::Run;
use crate::run::records_in::records;
use crate::run::register_in::{other_rates, register_rows};
use crate::run::rejected::RejectedByCode;
use crate::run::sums::check_register;
use crate::words::{Message, say};

/// `advice.csv`.
const ADVICE_COLUMNS: &[TableColumn] =
    &[column("iin"), column("period"), column("code"), column("detail"), column("provision")];

/// What advice is given on.
pub(crate) struct Advising<'a> {
    pub run: &'a Path,
    pub law: &'a Law,
    pub contractors: Vec<Input>,
    pub exemptions: Vec<Input>,
    pub headers: BatchHeaders,
    pub mapping: Mapping,
    /// Of the sentences in files.
    pub language: Language,
}

/// What advising came to.
#[derive(Debug, Default)]
pub(crate) struct AdviseOutcome {
    /// Rows by code.
    pub codes: BTreeMap<&'static str, u64>,
    /// Rows of the contractors and exemptions that cannot be read.
    pub rejected: RejectedByCode<Reject>,
    pub files: Vec<ReadFile>,
    /// What the day rests on by which somebody above the limit files as an entrepreneur.
    pub filing: Option<Arc<Citation>>,
    /// Whether the run was made with other tables of rates than those at hand.
    pub has_other_tables: bool,
    /// Those of the run's register.
    pub months: BTreeSet<Month>,
}

/// What is known of persons.
#[derive(Debug, Default)]
struct Persons {
    /// The birth date of every contractor, where his rows tell one.
    born: HashMap<Iin, Option<Day>>,
    exemptions: HashMap<Iin, Vec<Exemption>>,
    /// Rows of `limits.csv`.
    limits: HashMap<(Month, Iin), LimitRecord>,
}

impl Advising<'_> {
    /// Writes the advice into a directory.
    ///
    /// # Errors
    /// Where the run does not verify, or a file cannot be read or written.
    pub fn write(&self, out: &Path) -> Result<Done<AdviseOutcome>, Error> {
        let run = Run::open(self.run, &[REGISTER, PAYMENTS, LIMITS])?;
        check_register(&run).map_err(|error| run.refused(error))?;
        let has_other_tables = run.record.has_other_tables(self.law);
        let mut outcome = AdviseOutcome { has_other_tables, ..AdviseOutcome::default() };
        let mut persons = Persons::default();
        let mut rejects = RowRejects::create(out, self.law, self.language)?;
        outcome.files = self.read_persons(&mut persons, &mut rejects)?;
        persons.exemptions.values_mut().for_each(unite);
        outcome.rejected = rejects.counts;
        self.mapping.check(&outcome.files)?;
        persons.read_limits(&run)?;
        let table = Table::create(out, ADVICE, ADVICE_COLUMNS)?;
        let mut writer = Writer {
            law: self.law,
            language: self.language,
            persons: &persons,
            says_who_is_exempt: self.exemptions.is_empty(),
            table,
            outcome,
        };
        let mut rows = MonthRows::default();
        register_rows(&run, |period, iin, row| {
            if rows.of != Some((period, iin)) {
                writer.person(&std::mem::take(&mut rows))?;
                rows.of = Some((period, iin));
                writer.outcome.months.insert(period);
            }
            if self.law.month(period).is_none() {
                return Err(match has_other_tables {
                    true => other_rates(&run),
                    false => self.law.no_rates(period.first_day()),
                });
            }
            rows.noted.extend(row.exempting().filter_map(|code| self.law.category_id(code).ok()));
            let (regime, income) = (String::from_utf8_lossy(row.regime()), row.income()?);
            let terms = self.law.terms_of(&regime, period);
            for payment in Payment::ALL {
                let levied = terms.and_then(|of| of.terms[payment].as_ref()).filter(|levied| !levied.rate.is_zero());
                if levied.is_some() {
                    rows.concerned = rows.concerned.with(payment);
                }
                if row.amount(payment)? != Tenge::ZERO {
                    rows.due = rows.due.with(payment);
                }
            }
            if income < Tenge::ZERO && row.is_out_of_scope() {
                rows.returned.push((regime.into_owned(), income));
            }
            Ok(())
        })?;
        writer.person(&rows)?;
        let Writer { table, outcome, .. } = writer;
        let written = [table.finish()?, rejects.file.finish()?];
        let options = AdviseOptions {
            encoding: self.headers.contractors.encoding(),
            columns: self.mapping.named(Kind::Contractors).collect(),
            ignore_columns: self.mapping.ignored.clone(),
            restore_zeros: self.mapping.zeros.are_restored(),
            lang: self.language,
        };
        let advice = outcome.codes.iter().map(|(&code, &rows)| (code.to_owned(), rows)).collect();
        let made = Made::Advise(options, AdviseTotals { advice, rejected: outcome.rejected.total() });
        let digest = Receipt::new(made, vec![run.receipt], &outcome.files, self.law, &written).publish(out)?;
        Ok(Done { outcome, digest })
    }

    /// Reads contractors and exemptions.
    fn read_persons(&self, persons: &mut Persons, rejects: &mut RowRejects<'_>) -> Result<Vec<ReadFile>, Error> {
        let mut files = Vec::new();
        let of = (Kind::Contractors, &contractors::COLUMNS[..]);
        for input in &self.contractors {
            files.push(
                rejects.read(of, (input, &self.headers.contractors), |row| Ok(persons.contractor(row, self.law)))?,
            );
        }
        let of = (Kind::Exemptions, &exemptions::COLUMNS[..]);
        for input in &self.exemptions {
            files
                .push(rejects.read(of, (input, &self.headers.exemptions), |row| Ok(persons.exemption(row, self.law)))?);
        }
        Ok(files)
    }
}

impl Persons {
    /// Takes a row: whether its ИИН got its zeros back, and why it is rejected where it is.
    fn contractor(&mut self, row: &Row<'_>, law: &Law) -> (bool, Option<Fault>) {
        match contractors::read(row, law, row.zeros()) {
            Ok(read) => {
                let known = self.born.entry(read.iin).or_default();
                // Of several the earliest, in whatever order they stand: `lists` and `statement` tell of them.
                *known = known.iter().copied().chain(read.birth_date).min();
                (read.is_restored, None)
            }
            Err(bad) => {
                if let Some(iin) = bad.iin {
                    self.born.entry(iin).or_default();
                }
                (false, Some(bad.fault))
            }
        }
    }

    /// The same of a row of exemptions.
    fn exemption(&mut self, row: &Row<'_>, law: &Law) -> (bool, Option<Fault>) {
        match exemptions::read(row, law, row.zeros()) {
            Ok(read) => {
                self.exemptions.entry(read.exemption.iin).or_default().push(read.exemption);
                (read.is_restored, None)
            }
            Err((_, fault)) => (false, Some(fault)),
        }
    }

    fn read_limits(&mut self, run: &Run) -> Result<(), Error> {
        records(run, LIMITS, |row: LimitRecord| {
            self.limits.insert((row.period, row.iin), row);
            Ok(())
        })
    }
}

/// What the rows of a person's month in the register have that is of interest.
#[derive(Debug, Default)]
struct MonthRows {
    of: Option<(Month, Iin)>,
    /// The payments that the regimes of the rows have, due or exempt from.
    concerned: PaymentSet,
    /// The payments that are due.
    due: PaymentSet,
    /// The categories that exempted an operation from a payment, by the run's own notes.
    noted: BTreeSet<CategoryId>,
    /// Regimes out of scope with an income below zero.
    returned: Vec<(String, Tenge)>,
}

/// Writes the advice on one person's month after another.
struct Writer<'a> {
    law: &'a Law,
    language: Language,
    persons: &'a Persons,
    /// Whether the run itself says who had exemptions, for none are at hand.
    says_who_is_exempt: bool,
    table: Table,
    outcome: AdviseOutcome,
}

/// One row: code, detail, provision.
type Advice<'l> = (&'static str, Message, Option<&'l Citation>);

/// A person's exemptions, and the rows of his month.
type Held<'h> = (&'h [Exemption], &'h MonthRows);

impl<'a> Writer<'a> {
    fn person(&mut self, rows: &MonthRows) -> Result<(), Error> {
        let Some((period, iin)) = rows.of else { return Ok(()) };
        let exemptions = self.persons.exemptions.get(&iin).map(Vec::as_slice).unwrap_or_default();
        let mut advice = Vec::new();
        match self.persons.born.get(&iin) {
            None => advice.push(("no-contractor", Message::from(""), None)),
            Some(None) => {}
            Some(&Some(born)) => {
                self.by_birth(period, born, (exemptions, rows), &mut advice);
                self.by_age(period, born, (exemptions, rows), &mut advice);
            }
        }
        self.changes(period, exemptions, &mut advice);
        self.other_readings(period, (exemptions, rows), &mut advice);
        for (regime, income) in &rows.returned {
            let detail = say!("advice-returned", regime = regime, income = income.to_string());
            advice.push(("returned-out-of-scope", detail, None));
        }
        if let Some(near) = self.persons.limits.get(&(period, iin)) {
            advice.push(self.limit(period, near));
            let filing = self.law.advice().filing(period.last_day()).filter(|_| near.crossed_on.is_some());
            self.outcome.filing = filing.map(|filing| Arc::clone(&filing.citation)).or(self.outcome.filing.take());
        }
        // The same order in every language.
        advice.sort_by_cached_key(|(code, detail, provision)| {
            (*code, detail.to_string(), cited(*provision, Language::En))
        });
        for (code, detail, provision) in advice {
            let (detail, provision) = (detail.say(self.language), cited(provision, self.language));
            let texts = [code, &detail, &provision].map(Cell::Text);
            self.table.row(None, &[Cell::Iin(iin), Cell::Month(period), texts[0], texts[1], texts[2]])?;
            *self.outcome.codes.entry(code).or_default() += 1;
        }
        Ok(())
    }

    /// Whether the category exempts in the month from any of these payments.
    fn concerns(&self, category: CategoryId, period: Month, payments: PaymentSet) -> bool {
        let day = period.last_day();
        Payment::ALL
            .into_iter()
            .any(|payment| payments.contains(payment) && self.law.exemption(category, payment, day).is_some())
    }

    /// Whether a person belongs to the category on some day of the month, or the run says so.
    fn belongs(&self, (exemptions, rows): Held<'_>, category: CategoryId, period: Month) -> bool {
        self.says_who_is_exempt && rows.noted.contains(&category) || holds(exemptions, category, period)
    }

    /// A category of those born before a day against the birth date. Who has no payment from which the category would
    /// exempt loses nothing without it.
    fn by_birth(&self, period: Month, born: Day, held: Held<'_>, advice: &mut Vec<Advice<'a>>) {
        for rule in self.law.advice().born(period.last_day()) {
            let code = match (born < rule.before, self.belongs(held, rule.category, period)) {
                (true, false) if self.concerns(rule.category, period, held.1.concerned) => "birth-date-not-exempt",
                (false, true) => "birth-date-contradicts",
                _ => continue,
            };
            let category = &self.law.category(rule.category).code;
            let detail = say!("advice-born", category = category, born = born.to_string());
            advice.push((code, detail, Some(&rule.citation)));
        }
    }

    /// A category of those who have reached an age. The contractors do not tell who is a woman.
    fn by_age(&self, period: Month, born: Day, held: Held<'_>, advice: &mut Vec<Advice<'a>>) {
        let is_lacking =
            |category| self.concerns(category, period, held.1.concerned) && !self.belongs(held, category, period);
        let ages = || self.law.advice().of_age(born, period.last_day());
        for (on, rule) in ages().filter(|(_, rule)| is_lacking(rule.category)) {
            let category = &self.law.category(rule.category).code;
            let (born, day) = (born.to_string(), on.to_string());
            let age = say!("advice-of-age", category = category, born = born, day = day);
            match rule.sex {
                Sex::Man => advice.push(("age-not-exempt", age, Some(&rule.citation))),
                Sex::Woman => {
                    // Whoever is old enough as a man has that advice already.
                    let as_man = ages().any(|(_, other)| other.sex == Sex::Man && other.category == rule.category);
                    if !as_man {
                        let age = say!("advice-of-age-woman", age = age);
                        advice.push(("age-not-exempt", age, Some(&rule.citation)));
                    }
                }
            }
        }
    }

    /// Exemptions that begin or end inside the month.
    fn changes(&self, period: Month, exemptions: &[Exemption], advice: &mut Vec<Advice<'a>>) {
        for exemption in exemptions {
            let category = &self.law.category(exemption.category).code;
            let inside = |day: &Day| (period.first_day()..=period.last_day()).contains(day);
            let (from, to) = exemption.days;
            let mut add = |code, day: Day| advice.push((code, Message::from(format!("{category}: {day}")), None));
            if let Some(from) = from.filter(inside).filter(|&from| from > period.first_day()) {
                add("exemption-begins", from);
            }
            if let Some(to) = to.filter(inside).filter(|&to| to < period.last_day()) {
                add("exemption-ends", to);
            }
        }
    }

    /// Payments that are due here, from which a category of the person exempts by another reading of the law: of income of
    /// a day when the person belongs to it. A register tells of a category that exempts from some payment whether there is
    /// any; of one that exempts from none, it may be.
    fn other_readings(&self, period: Month, (exemptions, rows): Held<'_>, advice: &mut Vec<Advice<'a>>) {
        let held: BTreeSet<CategoryId> = exemptions.iter().map(|exemption| exemption.category).collect();
        // What the run notes has exempted income of the month from something.
        let noted = rows.noted.iter().filter(|_| self.says_who_is_exempt).copied();
        let bears = |category: CategoryId| {
            let mut of_category = exemptions.iter().filter(|exemption| exemption.category == category);
            let is_whole = of_category.any(|Exemption { days: (from, to), .. }| {
                from.is_none_or(|from| from <= period.first_day()) && to.is_none_or(|to| to >= period.last_day())
            });
            let is_told = self.concerns(category, period, rows.concerned);
            holds(exemptions, category, period) && (is_whole || !is_told || rows.noted.contains(&category))
        };
        let held: BTreeSet<CategoryId> = held.into_iter().filter(|&category| bears(category)).chain(noted).collect();
        let day = period.last_day();
        for payment in Payment::ALL.into_iter().filter(|&payment| rows.due.contains(payment)) {
            for &category in &held {
                let Some(citation) = self.law.other_reading(category, payment, day) else { continue };
                let code = &self.law.category(category).code;
                let detail = say!("advice-other-reading", category = code, payment = payment);
                advice.push(("other-reading", detail, Some(citation)));
            }
        }
    }

    /// A month over or near its limit, with the day by which to file as an entrepreneur.
    fn limit(&self, period: Month, near: &LimitRecord) -> Advice<'a> {
        let filing = self.law.advice().filing(period.last_day());
        let provision = filing.map(|filing| &*filing.citation);
        let income = say!("advice-limit", income = near.income.to_string(), limit = near.limit.to_string());
        let Some(on) = near.crossed_on else { return ("near-limit", income, provision) };
        let mut detail = say!("advice-exceeded", near = income, day = on.to_string(), operation = &near.crossed_by);
        if near.over == Tenge::ZERO {
            detail = say!("advice-no-longer", exceeded = detail);
        }
        detail = match filing.map(|filing| self.law.days_off().after(on, filing.working_days)) {
            Some(Ok(day)) => say!("advice-file", exceeded = detail, day = day.to_string()),
            Some(Err(error)) => say!("advice-file-unknown", exceeded = detail, reason = error.say(self.language)),
            None => detail,
        };
        ("over-limit", detail, provision)
    }
}

/// Makes of a person's facts on one category that follow one another, or say the same days again, one: nothing begins or
/// ends between them.
fn unite(exemptions: &mut Vec<Exemption>) {
    exemptions.sort_by_key(|exemption| (exemption.category, exemption.days.0));
    exemptions.dedup_by(|later, earlier| {
        let (from, to) = (later.days.0, earlier.days.1);
        let is_apart = from.zip(to.and_then(Day::next)).is_some_and(|(from, next)| from > next);
        let is_united = later.category == earlier.category && !is_apart;
        if is_united {
            earlier.days.1 = to.zip(later.days.1).map(|(one, other)| one.max(other));
        }
        is_united
    });
}

/// The provision in this language; nothing where there is none.
fn cited(citation: Option<&Citation>, language: Language) -> String {
    citation.map(|citation| citation.say(language)).unwrap_or_default()
}

/// Whether a person belongs to the category on some day of the month by these.
fn holds(exemptions: &[Exemption], category: CategoryId, period: Month) -> bool {
    exemptions.iter().filter(|exemption| exemption.category == category).any(|exemption| {
        let (from, to) = exemption.days;
        from.is_none_or(|from| from <= period.last_day()) && to.is_none_or(|to| to >= period.first_day())
    })
}
