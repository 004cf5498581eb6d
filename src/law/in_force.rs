//! The law as a whole: the tables made ready, and the questions that are asked of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::error::{Error, ErrorKind, no_such_code};
use crate::law::act::Act;
use crate::law::advice::Advice;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::days_off::DaysOff;
use crate::law::exemptions::{Categories, Category, CategoryId, Exemptions};
use crate::law::income::IncomeReading;
use crate::law::indicators::{Indicator, Indicators};
use crate::law::over_limit::OverLimit;
use crate::law::regimes::{Regime, RegimeId, Regimes};
use crate::law::rounding::Roundings;
use crate::law::settlement::Settlement;
use crate::law::settlement::accounts::{self, Accounts};
use crate::law::settlement::month::MonthByRules;
#[cfg(feature = "cli")]
use crate::law::settlement::month::WorkingTerm;
use crate::law::settlement::mt102::{self, Mt102};
use crate::law::settlement::penalties::{self, Penalties};
use crate::law::settlement::refunds::{self, Refunds};
use crate::law::settlement::remittances::{self, Deadline, Deadlines, Recipients, Remittance};
use crate::law::tables::dated::{citation_on, edges, value_on, values_on};
use crate::law::tables::source::{
    self, ACCOUNTS, ACTS, ADVICE, BASE_RATES, DAYS_OFF, DEADLINES, EXEMPTIONS, INDICATORS, MT102, RECIPIENTS, REFUNDS,
    REGIMES, ROUNDING,
};
use crate::law::tables::spot::TableFile;
use crate::law::tables::table::{Series, Table, Value};
use crate::law::terms::{Coverage, LawMonth, Missing, Tables};
#[cfg(feature = "cli")]
use crate::law::terms::{RegimeMonth, Threshold};
use crate::law::{acts, advice, days_off, exemptions, indicators, regimes};
use crate::payment::{Payment, PaymentSet};
use crate::period::{Day, Month};
#[cfg(feature = "cli")]
use crate::rate::Rate;
use crate::words::say;

/// What is in force on a day: rates, caps, limits, exemptions, roundings, recipients and deadlines, each with its
/// citation.
///
/// ```
/// use ustap::{Law, Payment};
///
/// let law = Law::builtin()?;
/// let day = "2026-08-05".parse()?;
/// let regime = law.default_regime(day).ok_or_else(|| law.no_rates(day))?;
/// assert_eq!(law.regime(regime).code, "self-employed");
/// let month = law.month("2026-08".parse()?).and_then(|month| month.regime(regime));
/// let terms = month.and_then(|month| month.terms[Payment::So].as_ref());
/// assert_eq!(terms.and_then(|terms| terms.cap).map(|cap| cap.to_string()), Some("595000.00".to_owned()));
/// # Ok::<(), ustap::Error>(())
/// ```
#[derive(Debug)]
pub struct Law {
    tables: Vec<TableFile>,
    values: Vec<Value>,
    acts: Vec<Arc<Act>>,
    regimes: Vec<Regime>,
    defaults: Series<(RegimeId, Arc<Citation>)>,
    over_limit: BTreeMap<OverLimit, Series<Arc<Citation>>>,
    income: BTreeMap<IncomeReading, Series<Arc<Citation>>>,
    regime_changes: Vec<Day>,
    /// By day, from the first there is.
    coverage: Vec<Coverage>,
    covered: Vec<(Day, Day)>,
    /// From the month of the first day with rates on.
    months: Vec<Option<LawMonth>>,
    /// The month of each day from the first with rates to the last.
    months_by_day: Vec<Month>,
    indicators: Series<Indicator>,
    exemptions: Exemptions,
    recipients: Recipients,
    deadlines: Deadlines,
    days_off: DaysOff,
    settlement: Settlement,
    advice: Advice,
}

impl Law {
    /// The tables that amounts depend on; the others say where and when to pay.
    pub const AMOUNT_TABLES: [&str; 4] = [EXEMPTIONS, INDICATORS, REGIMES, ROUNDING];

    /// The law of the built-in tables, loaded once and shared: what a service asks for at every payout.
    ///
    /// # Errors
    /// As [`Law::builtin`].
    pub fn current() -> Result<Arc<Law>, Error> {
        static CURRENT: OnceLock<Result<Arc<Law>, Error>> = OnceLock::new();
        CURRENT.get_or_init(|| Law::builtin().map(Arc::new)).clone()
    }

    /// The law of these tables, each of which must be there once.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Rates`] with file, line and column where a table is missing or unknown or does not load: an
    /// overlap, a gap, an unknown key, a number in place of text, a value that is not exact, a missing citation, a
    /// reference to what is not there, or a rate, cap or limit that changes inside a month.
    pub fn from_tables(mut tables: Vec<TableFile>) -> Result<Law, Error> {
        tables.sort_by(|one, other| one.name.cmp(&other.name));
        source::complete(&tables)?;
        let acts = acts::read(&mut Table::open(source::named(&tables, ACTS)?, &[], &acts::SECTIONS)?)?;
        let law = Law::read(&tables, &acts)?;
        Ok(Law { tables, acts, ..law })
    }

    /// The law of the built-in tables.
    ///
    /// # Errors
    /// As [`Law::from_tables`]; a released version loads.
    pub fn builtin() -> Result<Law, Error> {
        Law::from_tables(source::builtin())
    }

    /// The law of the tables in a directory and its directory `settlement`, in place of the built-in ones as a whole.
    /// Other directories, and files that do not end in `.toml`, are not read.
    ///
    /// # Errors
    /// As [`Law::from_tables`], and kind [`ErrorKind::Rates`] where the directory or a table cannot be read.
    pub fn load(dir: &Path) -> Result<Law, Error> {
        Law::from_tables(source::read(dir)?).map_err(|error| match error.place().file.clone() {
            Some(name) => error.in_file(dir.join(name).display().to_string()),
            None => error,
        })
    }

    /// The tables as they were read, sorted by name.
    pub fn tables(&self) -> &[TableFile] {
        &self.tables
    }

    /// Every dated value of the tables, by file, section and line.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// The acts and publications that the values cite, in the order of their table.
    pub fn acts(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().map(|act| &**act)
    }

    /// Whether a default regime is in force on the day and every rate, cap, limit, rounding and indicator that the regimes
    /// in force need is known.
    #[inline]
    pub fn has_rates(&self, day: Day) -> bool {
        self.covered.iter().any(|&(first, last)| first <= day && day <= last)
    }

    /// The days with rates as first and last day of each stretch.
    pub fn covered(&self) -> &[(Day, Day)] {
        &self.covered
    }

    /// The last day of the month with rates.
    #[cfg(feature = "cli")]
    pub(crate) fn last_covered(&self, month: Month) -> Day {
        let last = month.last_day();
        let covered = self.covered.iter().rev().find(|(first, _)| *first <= last);
        covered.map_or(last, |&(_, covered)| covered.min(last))
    }

    /// The limits of the regimes of the month.
    #[cfg(feature = "cli")]
    pub(crate) fn limits(&self, month: Month) -> impl Iterator<Item = &Threshold> {
        let of_month = self.month(month).into_iter();
        of_month.flat_map(|of| self.regimes().filter_map(|(id, _)| of.regime(id)?.limit.as_ref()))
    }

    /// The error for a day without rates, of kind [`ErrorKind::NoRates`]: it names the day, the value that is not known,
    /// and the file to edit.
    pub fn no_rates(&self, day: Day) -> Error {
        let (file, what) = match self.missing(day) {
            Some(missing) => (missing.file, missing.what.clone()),
            None => (REGIMES, say!("missing-any")),
        };
        let covered = Days::listed(self.covered.iter().map(|&(from, last)| Days { from, to: Some(last) }));
        let day = day.to_string();
        Error::new(ErrorKind::NoRates, say!("no-rates", day = day, file = file, what = what, covered = covered))
            .with_hint(say!("no-rates-hint", file = file))
    }

    /// Whether it is for the indicators of its year that a day has no rates.
    #[cfg(feature = "cli")]
    pub(crate) fn lacks_indicators(&self, day: Day) -> bool {
        self.missing(day).is_some_and(|missing| missing.file == INDICATORS)
    }

    /// What is not known of a day without rates, where a table tells.
    fn missing(&self, day: Day) -> Option<&Missing> {
        let before = self.coverage.partition_point(|days| days.from <= day);
        self.coverage.get(before.checked_sub(1)?)?.missing.as_ref()
    }

    /// What is in force in the month; `None` where no day of it has rates.
    #[inline]
    pub fn month(&self, month: Month) -> Option<&LawMonth> {
        let (first, _) = self.covered.first()?;
        let at = month.number().checked_sub(first.month().number())?;
        self.months.get(at as usize).and_then(Option::as_ref)
    }

    /// The terms of the regime with this code in the month; `None` where nothing is computed under it.
    #[cfg(feature = "cli")]
    pub(crate) fn terms_of(&self, regime: &str, month: Month) -> Option<&RegimeMonth> {
        // Income above the limit stands under a name that is no regime.
        self.month(month)?.regime(self.regime_id(regime).ok()?)
    }

    /// The rate that the regime with this code has for the payment in the month.
    #[cfg(feature = "cli")]
    pub(crate) fn rate_of(&self, regime: &str, month: Month, payment: Payment) -> Option<Rate> {
        self.terms_of(regime, month)?.terms[payment].as_ref().map(|terms| terms.rate)
    }

    /// The calendar month of the day: for a day with rates a look into a table, of which a batch makes millions.
    #[inline]
    pub(crate) fn month_of(&self, day: Day) -> Month {
        let known = self.covered.first().and_then(|(first, _)| day.number().checked_sub(first.number()));
        known.and_then(|at| self.months_by_day.get(at as usize)).copied().unwrap_or_else(|| day.month())
    }

    /// The regime with this code, in any case.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Operation`] where there is none; the hint lists the codes.
    pub fn regime_id(&self, code: &str) -> Result<RegimeId, Error> {
        let found = self.regimes().find(|(_, regime)| regime.code.eq_ignore_ascii_case(code));
        found
            .map(|(id, _)| id)
            .ok_or_else(|| no_such_code(say!("what-regime"), code, self.regimes().map(|(_, regime)| &*regime.code)))
    }

    /// The regime with this number, which is of this law: one of another names another regime here, or none.
    ///
    /// # Panics
    /// Where it names none.
    pub fn regime(&self, id: RegimeId) -> &Regime {
        &self.regimes[usize::from(id.0)]
    }

    /// All regimes with their numbers.
    pub fn regimes(&self) -> impl Iterator<Item = (RegimeId, &Regime)> {
        (0..).map(RegimeId).zip(&self.regimes)
    }

    /// The regime, on the day, of a person who is not listed.
    ///
    /// # Law
    /// SC 102-1(1), TC 721(3): the operator withholds from contractors of this regime. That somebody who is not listed is
    /// one of them is inferred.
    #[inline]
    pub fn default_regime(&self, day: Day) -> Option<RegimeId> {
        value_on(&self.defaults, day).map(|&(id, _)| id)
    }

    /// What the default regime of the day rests on.
    pub fn default_citation(&self, day: Day) -> Option<&Citation> {
        value_on(&self.defaults, day).map(|(_, citation)| &**citation)
    }

    /// What a reading of income above the limit rests on, on the day; `None` where the table does not say.
    ///
    /// # Law
    /// law.md section 4: that the operator goes on withholding (`cap`), and that the regime has ended (`stop`), are both
    /// inferred.
    pub fn over_limit(&self, policy: OverLimit, day: Day) -> Option<&Citation> {
        citation_on(self.over_limit.get(&policy)?, day)
    }

    /// What a reading of income rests on, on the day; `None` where the table does not say.
    ///
    /// # Law
    /// law.md section 2: TC 719(2)–(3); that nothing is deducted, and when what is given back counts, is inferred.
    pub fn income_reading(&self, reading: IncomeReading, day: Day) -> Option<&Citation> {
        citation_on(self.income.get(&reading)?, day)
    }

    /// What it rests on that a month's income is what was received in it, and gross.
    #[cfg(feature = "cli")]
    pub(crate) fn income_citations(&self, month: Month) -> impl Iterator<Item = &Citation> {
        let day = self.last_covered(month);
        let readings = [IncomeReading::Received, IncomeReading::Gross].into_iter();
        readings.filter_map(move |reading| self.income_reading(reading, day))
    }

    /// The days, sorted, from which the default regime or the regimes in force may differ from those of the day before.
    pub fn regime_changes(&self) -> &[Day] {
        &self.regime_changes
    }

    /// Whether the regime exists on the day.
    ///
    /// # Panics
    /// As [`Law::regime`].
    #[inline]
    pub fn in_force(&self, regime: RegimeId, day: Day) -> bool {
        self.regime(regime).in_force(day)
    }

    /// The indicators that have a value on the day, in alphabetical order of code.
    pub fn indicators(&self, day: Day) -> impl Iterator<Item = &Indicator> {
        values_on(&self.indicators, day)
    }

    /// The category with this code, in any case.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Operation`] where there is none; the hint lists the codes.
    pub fn category_id(&self, code: &str) -> Result<CategoryId, Error> {
        let codes = || self.categories().map(|(_, category)| &*category.code);
        let found = self.exemptions.id(code).or_else(|| self.exemptions.id(&code.to_ascii_lowercase()));
        found.ok_or_else(|| no_such_code(say!("what-category"), code, codes()))
    }

    /// The category with this number, which is of this law: one of another names another category here, or none.
    ///
    /// # Panics
    /// Where it names none.
    pub fn category(&self, id: CategoryId) -> &Category {
        &self.exemptions.categories[usize::from(id.0)]
    }

    /// All categories in alphabetical order of code.
    pub fn categories(&self) -> impl Iterator<Item = (CategoryId, &Category)> {
        (0..).map(CategoryId).zip(&self.exemptions.categories)
    }

    /// The payments from which the categories together exempt income received on the day.
    ///
    /// # Law
    /// SC 243, 248(3), 248(6); OSMS 28(7) with 26(1); each effect has its own provision: [`Law::exemption`]. That the day
    /// of receipt decides is inferred (law.md section 6).
    pub fn exempt(&self, categories: Categories, day: Day) -> PaymentSet {
        self.exemptions.on(categories, day)
    }

    /// Whether on this day the effect of any of the categories is another than on the day before.
    pub(crate) fn exempts_otherwise(&self, categories: Categories, day: Day) -> bool {
        self.exemptions.change_on(categories, day)
    }

    /// Why the category exempts from the payment on the day; `None` where it does not.
    pub fn exemption(&self, category: CategoryId, payment: Payment, day: Day) -> Option<&Citation> {
        self.exemptions.ground(category, payment, day)
    }

    /// The provision by which, read otherwise than here, the category would exempt from the payment on the day; `None`
    /// where there is none. No amount depends on it.
    pub fn other_reading(&self, category: CategoryId, payment: Payment, day: Day) -> Option<&Citation> {
        self.exemptions.other_reading(category, payment, day)
    }

    /// The provision that does not name the category, for which it does not exempt from the payment on the day; `None` where
    /// it exempts, or where the tables say nothing of it. No amount depends on it.
    pub fn not_named(&self, category: CategoryId, payment: Payment, day: Day) -> Option<&Citation> {
        self.exemptions.not_named(category, payment, day)
    }

    /// What it rests on that of a month the income is exempt that was received on days when a category holds; `None` where
    /// the tables do not say.
    pub fn deciding_day(&self, day: Day) -> Option<&Citation> {
        self.exemptions.deciding_day(day)
    }

    /// The days, sorted, from which the effect of some category differs from that of the day before.
    pub fn exemption_changes(&self) -> &[Day] {
        &self.exemptions.changes
    }

    /// Under which code and to whom the payment goes on the day; `None` where the table does not say.
    pub fn remittance(&self, payment: Payment, day: Day) -> Option<&Remittance> {
        value_on(&self.recipients[payment], day)
    }

    /// By when the payment of the month is to be made under the regime; `None` where the table does not say.
    ///
    /// # Law
    /// TC 721(4), SC 246(1), 248(9)(8). It is the statutory day, a day off or not (law.md section 8).
    pub fn due_on(&self, regime: RegimeId, payment: Payment, month: Month) -> Option<Deadline<'_>> {
        self.deadlines.due(regime, payment, month)
    }

    /// The payment of the month that goes under this payment purpose code (КНП).
    pub fn payment_of_knp(&self, knp: &str, month: Month) -> Option<Payment> {
        let day = month.last_day();
        Payment::ALL.into_iter().find(|&payment| self.remittance(payment, day).is_some_and(|to| to.knp == knp))
    }

    /// Which days are off, for terms in working days.
    pub fn days_off(&self) -> &DaysOff {
        &self.days_off
    }

    /// A term that runs from this day, as [`Settlement::term`] has it, and its last day by [`DaysOff::after`].
    #[cfg(feature = "cli")]
    pub(crate) fn term_from(&self, code: &str, day: Day) -> Option<(&WorkingTerm, Result<Day, Error>)> {
        let term = self.settlement.term(code, day)?;
        Some((term, self.days_off.after(day, term.working_days)))
    }

    /// What is said of paying, on which no amount depends: accounts, penalties, files of banks, refunds.
    pub fn settlement(&self) -> &Settlement {
        &self.settlement
    }

    /// What advice compares persons with, on which no figure depends.
    pub fn advice(&self) -> &Advice {
        &self.advice
    }
}

impl Law {
    /// The law of these tables, still without their texts and acts.
    fn read(tables: &[TableFile], acts: &[Arc<Act>]) -> Result<Law, Error> {
        let open = |name, sections: &[&str]| Table::open(source::named(tables, name)?, acts, sections);
        let mut indicators_table = open(INDICATORS, &indicators::SECTIONS)?;
        let indicators = Indicators::read(&mut indicators_table)?;
        let mut regimes_table = open(REGIMES, &regimes::SECTIONS)?;
        let regimes = Regimes::read(&mut regimes_table, &indicators)?;
        let mut rounding_table = open(ROUNDING, &["unit", "mode"])?;
        let roundings = Roundings::read(&mut rounding_table)?;
        let mut exemptions_table = open(EXEMPTIONS, &exemptions::SECTIONS)?;
        let exemptions = Exemptions::read(&mut exemptions_table)?;
        let mut recipients_table = open(RECIPIENTS, &["recipient"])?;
        let (recipients, mut codes) = remittances::recipients(&mut recipients_table)?;
        let mut deadlines_table = open(DEADLINES, &["deadline", "month_day", "term", "edition"])?;
        let deadlines = Deadlines::read(&mut deadlines_table, &regimes.regimes)?;
        let month = MonthByRules::read(&mut deadlines_table)?;
        let mut days_off_table = open(DAYS_OFF, &days_off::SECTIONS)?;
        let days_off = DaysOff::read(&mut days_off_table)?;

        let mut accounts_table = open(ACCOUNTS, &accounts::SECTIONS)?;
        let (accounts, of_penalties) = Accounts::read(&mut accounts_table)?;
        codes.extend(of_penalties);
        remittances::distinct(&codes)?;
        let mut base_rates_table = open(BASE_RATES, &penalties::SECTIONS)?;
        let penalties = Penalties::read(&mut base_rates_table)?;
        let mut mt102_table = open(MT102, &mt102::SECTIONS)?;
        let mt102 = Mt102::read(&mut mt102_table)?;
        let mut refunds_table = open(REFUNDS, &refunds::SECTIONS)?;
        let refunds = Refunds::read(&mut refunds_table)?;
        let mut advice_table = open(ADVICE, &advice::SECTIONS)?;
        let advice = Advice::read(&mut advice_table, &exemptions)?;

        let in_force = Tables { indicators: &indicators, regimes: &regimes, roundings: &roundings };
        let coverage = in_force.coverage();
        let covered = covered(&coverage);
        let months = in_force.months(&covered)?;
        let payees = (&recipients, &recipients_table);
        remittances::complete(&months, &regimes.regimes, payees, (&deadlines, &deadlines_table))?;
        // By name, as files are listed.
        let read = [
            advice_table,
            base_rates_table,
            days_off_table,
            deadlines_table,
            exemptions_table,
            indicators_table,
            recipients_table,
            regimes_table,
            rounding_table,
            accounts_table,
            mt102_table,
            refunds_table,
        ];
        let values = read.into_iter().flat_map(Table::into_values).collect();
        let defaults: Series<_> =
            regimes.defaults.into_iter().map(|entry| (entry.days, (entry.value, entry.citation))).collect();
        let in_force = regimes.regimes.iter().flat_map(|regime| &regime.in_force).map(|in_force| in_force.days);
        let regime_changes = edges(in_force.chain(defaults.iter().map(|&(days, _)| days)));
        let months_by_day = months_by_day(&covered);
        Ok(Law {
            tables: Vec::new(),
            values,
            acts: Vec::new(),
            regimes: regimes.regimes,
            defaults,
            over_limit: regimes.over_limit,
            income: regimes.income,
            regime_changes,
            coverage,
            covered,
            months,
            months_by_day,
            indicators: indicators.listed(),
            exemptions,
            recipients,
            deadlines,
            days_off,
            settlement: Settlement { accounts, penalties, mt102, refunds, month },
            advice,
        })
    }
}

/// The month of each day from the first covered one to the last.
fn months_by_day(covered: &[(Day, Day)]) -> Vec<Month> {
    let (Some(&(first, _)), Some(&(_, last))) = (covered.first(), covered.last()) else { return Vec::new() };
    (first.number()..=last.number()).filter_map(Day::from_number).map(Day::month).collect()
}

/// The stretches with rates as first and last day.
fn covered(coverage: &[Coverage]) -> Vec<(Day, Day)> {
    let next_from = coverage.iter().skip(1).map(|stretch| stretch.from.previous());
    let last = next_from.chain([Some(Day::MAX)]);
    let with_rates = coverage.iter().zip(last).filter(|(stretch, _)| stretch.missing.is_none());
    with_rates.filter_map(|(stretch, last)| Some((stretch.from, last?))).collect()
}
