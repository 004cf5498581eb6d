//! The state that a run leaves for the next, `DIR/state/`: written with --keep, read by --after.
//!
//! `index.json` says how the two other files are to be read and which rates they rest on; `operations.bin` and
//! `months.bin` are those of [`crate::batch::earlier`].

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::batch::earlier::{Check, Earlier, REGIMES_MAX};
use crate::batch::ids::suspects::ID_PARTITIONS;
use crate::batch::memory::file_at::FileAt;
use crate::error::{Error, ErrorKind, of_system};
use crate::law::{CATEGORIES_MAX, Categories, CategoryId, Law, OverLimit, RegimeId, Terms};
use crate::money::Tenge;
use crate::output::digest::hex;
use crate::output::file::{OutputFile, Written, make_dir};
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::records::LimitRecord;
use crate::run::files::{LIMITS, REGISTER};
use crate::run::held::{WeighedCrossings, operations_are_of_months};
use crate::run::receipt::totals::ClosedMonths;
use crate::run::record::Run;
use crate::run::records_in::records;
use crate::run::register_in::register_rows;
use crate::run::sums;
use crate::threads::Meanwhile;
use crate::withholding::limit::Crossing;
use crate::withholding::order::PersonMonthKey;
use crate::withholding::tally::ExemptTally;
use crate::words::{Message, say};

/// The directory of the state in that of a run.
const DIR: &str = "state";
const INDEX: &str = "state/index.json";
const OPERATIONS: &str = "state/operations.bin";
const MONTHS: &str = "state/months.bin";
/// What a run with --keep has of it.
pub(crate) const FILES: [&str; 3] = [INDEX, OPERATIONS, MONTHS];
/// Changes whenever one of the files is written in another way.
const FORMAT: u64 = 3;

/// How the files of a state are to be read.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    format: u64,
    /// The last month that is closed, if one is.
    closed: Option<Month>,
    /// Operations that count, those of earlier runs too.
    operations: u64,
    /// The codes that the files have the numbers of.
    regimes: Vec<String>,
    categories: Vec<String>,
    /// The digest of what amounts of each month depend on.
    rates: BTreeMap<Month, String>,
    /// Bytes of each partition of the operations.
    partitions: Vec<u64>,
}

/// What tells in which format an index is written, whatever else it has.
#[derive(Deserialize)]
struct Format {
    format: u64,
}

/// The state while it is written.
#[derive(Debug)]
pub(crate) struct State {
    operations: OutputFile,
    months: OutputFile,
    counted: u64,
    /// Bytes of each partition.
    partitions: Vec<u64>,
}

impl State {
    /// Creates the files in the directory of a run.
    pub fn create(dir: &Path) -> Result<State, Error> {
        make_dir(&dir.join(DIR))?;
        Ok(State {
            operations: OutputFile::create_bare(dir, OPERATIONS)?,
            months: OutputFile::create_bare(dir, MONTHS)?,
            counted: 0,
            partitions: Vec::new(),
        })
    }

    /// Takes the next partition of operations: those of earlier runs, then so many new ones.
    pub fn operations(&mut self, new: u64, pieces: [&[u8]; 2]) -> Result<(), Error> {
        self.partitions.push(pieces.iter().map(|piece| piece.len() as u64).sum());
        self.counted += new;
        let [earlier, own] = pieces;
        self.operations.write(earlier, 0)?;
        self.operations.write(own, new)
    }

    /// Takes the next rows of months.
    pub fn months(&mut self, bytes: &[u8], rows: u64) -> Result<(), Error> {
        self.months.write(bytes, rows)
    }

    /// Writes how the files are to be read, and puts everything on the disk.
    pub fn finish(
        self,
        dir: &Path,
        law: &Law,
        earlier: u64,
        closed: Option<Month>,
        months: impl Iterator<Item = Month>,
    ) -> Result<[Written; 3], Error> {
        let index = Index {
            format: FORMAT,
            closed,
            operations: earlier + self.counted,
            regimes: law.regimes().map(|(_, regime)| regime.code.clone()).collect(),
            categories: law.categories().map(|(_, category)| category.code.clone()).collect(),
            rates: months.map(|month| (month, fingerprint(law, month))).collect(),
            partitions: self.partitions,
        };
        let mut file = OutputFile::create_bare(dir, INDEX)?;
        let text = serde_json::to_string_pretty(&index).map_err(|error| {
            Error::new(ErrorKind::Output, say!("index-unwritable", file = INDEX, reason = error.to_string()))
        })?;
        file.write((text + "\n").as_bytes(), 0)?;
        Ok([file.finish()?, self.operations.finish()?, self.months.finish()?])
    }
}

/// Whether a run under this law can leave a state at all.
///
/// # Errors
/// Kind [`ErrorKind::Usage`] for the policy `stop`; kind [`ErrorKind::Rates`] where there are too many regimes.
pub(crate) fn can_continue(law: &Law, over_limit: OverLimit) -> Result<(), Error> {
    if over_limit == OverLimit::Stop {
        // An operation that comes in later may stand before the one that crossed: what was withheld would change.
        return Err(Error::new(ErrorKind::Usage, say!("chain-with-stop")).with_hint(say!("chain-with-stop-hint")));
    }
    if law.regimes().count() > REGIMES_MAX {
        let message = say!("state-too-many-regimes", most = REGIMES_MAX.to_string());
        return Err(Error::new(ErrorKind::Rates, message));
    }
    Ok(())
}

/// The state of this run, verified but for what is left to [`Earlier`], in which this month and all before it are closed; and
/// what those months come to in the run's register that were open so far.
///
/// # Errors
/// Kind [`ErrorKind::Record`] with the reason where the run has no state, receipt or state do not verify, the state is of
/// another format or the run's policy was `stop`; kind [`ErrorKind::Input`] where a file of it is missing or cannot be read;
/// kind [`ErrorKind::Rates`] where an open month rests on other rates; kind [`ErrorKind::Usage`] where a later month than the
/// one to be closed is closed already.
pub(crate) fn open(dir: &Path, law: &Law, close: Option<Month>) -> Result<Continued, Error> {
    let run = Run::open(dir, &[])?;
    let Kept { index, mut earlier } = kept(&run)?;
    // Most of the state, which is read once.
    earlier.check = Mutex::new(Some(Check::new(run.verification(OPERATIONS)?)));
    let was_closed = earlier.closed;
    if let Some((month, closed)) = close.zip(was_closed).filter(|(month, closed)| month < closed) {
        let message = say!("closed-already", month = month.to_string(), closed = closed.to_string());
        return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("closed-already-hint")));
    }
    let closed = close.max(was_closed);
    same_rates(&index, law, closed).map_err(|error| error.in_file(dir.display().to_string()))?;
    let unknown = |code: &str| other_rates(say!("state-of-other-rates-code", code = code));
    let regimes = index.regimes.iter().map(|code| law.regime_id(code).map_err(|_| unknown(code)));
    let category = |code: &String| law.category_id(code).map(|id| Categories::EMPTY.with(id));
    let categories = index.categories.iter().map(|code| category(code).map_err(|_| unknown(code)));
    earlier.regimes = regimes.collect::<Result<_, _>>()?;
    earlier.categories = categories.collect::<Result<_, _>>()?;
    let inputs = run.record.inputs.iter().map(|input| input.kind).collect();
    let (mut closing, mut beyond) = (ClosedMonths::new(), None);
    if let Some(closed) = closed.filter(|_| closed > was_closed) {
        earlier.close(closed)?;
        let months = sums::by_month(&run).map_err(|error| run.refused(error))?;
        beyond = Some(closed).filter(|closed| months.keys().all(|month| month < closed));
        let closed = months.iter().filter(|&(&month, _)| month <= closed);
        closing = closed.map(|(&month, sums)| (month, sums.totals())).collect();
    }
    // While persons and the new operations are read.
    let meanwhile = Meanwhile::start(move || kept(&run).and_then(|kept| are_of_register(&run, &kept)));
    earlier.checking = Mutex::new(Some(meanwhile));
    Ok(Continued { earlier, closing, beyond, inputs })
}

/// An earlier run that new operations come on top of.
#[derive(Debug)]
pub(crate) struct Continued {
    pub earlier: Earlier,
    /// What the months come to that this run closes.
    pub closing: ClosedMonths,
    /// The month to be closed, where the run has none so late.
    pub beyond: Option<Month>,
    /// The kinds of its inputs.
    pub inputs: Vec<Kind>,
}

/// What a run has kept, as it stands there: regimes and categories have the numbers of the index.
struct Kept {
    index: Index,
    earlier: Earlier,
}

/// The state of this run, verified but for its operations and that its months are those of the register.
fn kept(run: &Run) -> Result<Kept, Error> {
    let refuse = |message: Message| Error::new(ErrorKind::Record, message).in_file(run.dir().display().to_string());
    run.needs(&[REGISTER])?;
    if !FILES.iter().all(|name| run.has(name)) {
        return Err(refuse(say!("state-missing")).with_hint(say!("state-missing-hint")));
    }
    let (options, totals) = run.record.calculation().map_err(|error| run.refused(error))?;
    if options.over_limit != OverLimit::Cap {
        return Err(refuse(say!("state-of-stop")));
    }
    // What is verified is what is read later, whatever stands under the name by then.
    let (operations, months) = (run.open_file(OPERATIONS)?.into_inner(), run.open_file(MONTHS)?.into_inner());
    run.verify_open(MONTHS, &months)?;
    let index = read_index(&run.read(INDEX)?).map_err(|error| error.in_file(run.dir().display().to_string()))?;
    if index.closed != run.record.closed {
        return Err(refuse(state_differs(index.closed, run.record.closed)));
    }
    let by_receipt = totals.counted();
    if index.operations != by_receipt {
        let (state, receipt) = (index.operations.to_string(), by_receipt.to_string());
        return Err(refuse(say!("state-operations-differ", state = state, receipt = receipt)));
    }
    let bad = || refuse(say!("index-none", file = INDEX));
    let mut partitions = vec![0];
    for size in &index.partitions {
        let end = partitions.last().copied().unwrap_or_default();
        partitions.push(size.checked_add(end).ok_or_else(bad)?);
    }
    if partitions.len() != ID_PARTITIONS + 1
        || index.regimes.len() > REGIMES_MAX
        || index.categories.len() > CATEGORIES_MAX
    {
        return Err(bad());
    }
    let bytes = |file: &File| file.metadata().map(|file| file.len()).map_err(|cause| refuse(of_system(&cause)));
    if partitions.last() != Some(&bytes(&operations)?) {
        return Err(refuse(say!("state-damaged-by-size", file = INDEX)).with_hint(say!("state-damaged-hint")));
    }
    let earlier = Earlier {
        regimes: (0..).map(RegimeId).take(index.regimes.len()).collect(),
        categories: (0..).map(CategoryId).map(|id| Categories::EMPTY.with(id)).take(index.categories.len()).collect(),
        open_months: (0, bytes(&months)?),
        closing_months: (0, 0),
        closed: index.closed,
        closes_more: false,
        counted: index.operations,
        check: Mutex::default(),
        checking: Mutex::default(),
        operations: FileAt::new(operations),
        months: FileAt::new(months),
        dir: run.path(DIR),
        partitions,
        receipt: run.receipt.clone(),
    };
    Ok(Kept { index, earlier })
}

/// That the months of a state are the rows of its run's register, one for one, with the crossings of its limits: the next run
/// goes on from them.
fn are_of_register(run: &Run, Kept { index, earlier }: &Kept) -> Result<(), Error> {
    let differ = || {
        Error::new(ErrorKind::Record, say!("state-not-register"))
            .in_file(run.path(MONTHS).display().to_string())
            .with_hint(say!("earlier-no-state-hint"))
    };
    let mut months = earlier.all_months();
    let (mut crossings, mut open) = (WeighedCrossings::default(), BTreeSet::new());
    register_rows(run, |period, iin, fields| {
        let key = PersonMonthKey::new(period, iin);
        let Some((of, (row, crossing))) = months.row()? else { return Err(differ()) };
        if let Some(Crossing { on, by }) = crossing {
            crossings.add(key, on, &by);
        }
        open.insert(period);
        let code = index.regimes.get(usize::from(row.regime.0)).map(String::as_bytes);
        let mut is_row = of == key
            && code == Some(fields.regime())
            && row.tally.operations == fields.operations()?
            && row.tally.income() == fields.income()?;
        // What is not due is in the register without what is exempt of it.
        let is_told = |payment: Payment| !fields.is_out_of_scope() && !fields.is_not_due(payment);
        let is_noted = fields.notes_exempt();
        for payment in Payment::ALL {
            let of_state = row.tally.exempt(payment);
            let noted = if is_noted { fields.exempting_from(payment) } else { None };
            // Of most rows nothing is exempt.
            let is_said =
                noted.is_some() || *of_state != ExemptTally::default() || fields.exempt(payment)? != Tenge::ZERO;
            if !is_said || !is_told(payment) {
                continue;
            }
            let codes = of_state.categories.iter().filter_map(|id| index.categories.get(usize::from(id.0)));
            let codes = codes.map(String::as_str).collect::<BTreeSet<_>>();
            is_row &= payment == Payment::Ipn || of_state.income() == fields.exempt(payment)?;
            is_row &= match noted {
                Some((is_whole, noted)) => {
                    of_state.operations > 0
                        && is_whole == (of_state.operations == row.tally.operations)
                        && codes == noted.split('+').collect()
                }
                None => of_state.operations == 0 && codes.is_empty(),
            };
        }
        if is_row { Ok(()) } else { Err(differ()) }
    })?;
    if months.row()?.is_some() {
        return Err(differ());
    }
    // Months whose rates are not known to be the same, or that are closed, are none to go on from.
    if !open.iter().eq(index.rates.keys()) || open.first().is_some_and(|&first| Some(first) <= index.closed) {
        return Err(earlier.damaged("index.json"));
    }
    let mut of_limits = WeighedCrossings::default();
    records(run, LIMITS, |LimitRecord { iin, period, crossed_on, crossed_by, .. }| {
        if let Some(on) = crossed_on {
            of_limits.add(PersonMonthKey::new(period, iin), on, &crossed_by);
        }
        Ok(())
    })?;
    if crossings == of_limits { Ok(()) } else { Err(earlier.damaged("months.bin")) }
}

/// Whether the state of this run holds together with itself, its receipt and its register; nothing where it has none.
pub(crate) fn check(run: &Run) -> Option<Result<(), Error>> {
    let holds = || {
        let mut kept = kept(run)?;
        are_of_register(run, &kept)?;
        kept.earlier.check = Mutex::new(Some(Check::new(run.verification(OPERATIONS)?)));
        operations_are_of_months(&kept.earlier)
    };
    run.has(INDEX).then(holds)
}

/// Why the state of this run cannot be read by this program, where another version has written it.
pub(crate) fn of_other_format(run: &Run) -> Option<Message> {
    other_format(&run.read(INDEX).ok()?).ok()?
}

/// The last month that the state of this run has as closed, if one is; `None` where the run has no state that this program
/// reads.
///
/// # Errors
/// As [`Run::read`], and kind [`ErrorKind::Record`] where the state is none.
pub(crate) fn closed_in_state(run: &Run) -> Result<Option<Option<Month>>, Error> {
    if !run.has(INDEX) || of_other_format(run).is_some() {
        return Ok(None);
    }
    read_index(&run.read(INDEX)?).map(|index| Some(index.closed))
}

/// What a state has as closed where the receipt of its run has something else.
pub(crate) fn state_differs(state: Option<Month>, receipt: Option<Month>) -> Message {
    say!("closed-state-differs", state = closed_in_words(state), receipt = closed_in_words(receipt))
}

/// The last month that is closed, or that none is.
pub(crate) fn closed_in_words(closed: Option<Month>) -> Message {
    closed.map_or_else(|| say!("closed-nothing"), |month| month.to_string().into())
}

fn other_rates(reason: Message) -> Error {
    Error::new(ErrorKind::Rates, reason).with_hint(say!("state-of-other-rates-hint"))
}

/// Closed months are not calculated any more, whatever their rates have become.
fn same_rates(index: &Index, law: &Law, closed: Option<Month>) -> Result<(), Error> {
    let mut open = index.rates.iter().filter(|&(&month, _)| Some(month) > closed);
    match open.find(|&(&month, kept)| fingerprint(law, month) != *kept) {
        Some((month, _)) => Err(other_rates(say!("state-of-other-rates-month", month = month.to_string()))),
        None => Ok(()),
    }
}

/// That an index is of a format that this program does not read, where it is.
fn other_format(text: &[u8]) -> Result<Option<Message>, serde_json::Error> {
    let Format { format } = serde_json::from_slice(text)?;
    let message = || say!("state-of-other-format", format = format.to_string(), ours = FORMAT.to_string());
    Ok((format != FORMAT).then(message))
}

/// The index of a state in these bytes.
fn read_index(text: &[u8]) -> Result<Index, Error> {
    let no_index = |error: serde_json::Error| {
        Error::new(ErrorKind::Record, say!("index-none-because", file = INDEX, reason = error.to_string()))
    };
    if let Some(message) = other_format(text).map_err(no_index)? {
        return Err(Error::new(ErrorKind::Record, message).with_hint(say!("state-of-other-format-hint")));
    }
    serde_json::from_slice(text).map_err(no_index)
}

/// A digest of everything in a month that amounts depend on. What is not in force in it, and what exempts from nothing, is
/// no part of it: tables may get more that begins later.
fn fingerprint(law: &Law, month: Month) -> String {
    let mut text = String::new();
    let mut say = |line: String| {
        text += &line;
        text.push('\n');
    };
    let mut in_force = BTreeSet::new();
    for on in month.days() {
        let regime = law.default_regime(on).map_or("none", |regime| &law.regime(regime).code);
        say(format!("{on} {} {regime}", law.has_rates(on)));
        for (id, regime) in law.regimes().filter(|&(id, _)| law.in_force(id, on)) {
            say(format!("{} {}", regime.code, regime.scope.code()));
            in_force.insert(id);
        }
        for (id, category) in law.categories() {
            let exempt = law.exempt(Categories::EMPTY.with(id), on);
            let codes = Payment::ALL.into_iter().filter(|&payment| exempt.contains(payment)).map(Payment::code);
            let codes = codes.collect::<Vec<_>>().join(" ");
            if !codes.is_empty() {
                say(format!("{} {codes}", category.code));
            }
        }
    }
    let amount = |amount: Option<Tenge>| amount.map_or_else(|| "none".to_owned(), |amount| amount.to_string());
    for id in in_force {
        let Some(terms) = law.month(month).and_then(|month| month.regime(id)) else { continue };
        let limit = terms.limit.as_ref().map(|limit| limit.amount);
        say(format!("{} {}", law.regime(id).code, amount(limit)));
        for (payment, terms) in terms.terms.iter() {
            let Some(Terms { rate, cap, rounding, .. }) = terms else { continue };
            let (rate, cap) = (rate.percent(), amount(*cap));
            say(format!("{payment} {rate} {cap} {} {}", rounding.unit, rounding.mode.code()));
        }
    }
    hex(&Sha256::digest(text.as_bytes()))
}
