//! The state that a run leaves for the next, `DIR/state/`: written with --keep, read by --after.
//!
//! `index.json` says how the two other files are to be read and which rates they rest on; `operations.bin` and
//! `months.bin` are those of [`crate::batch::earlier`].

use std::fs::File;
use std::path::Path;
use std::sync::Mutex;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::batch::earlier::{Earlier, REGIMES_MAX};
use crate::batch::ids::suspects::ID_PARTITIONS;
use crate::batch::memory::file_at::FileAt;
use crate::error::{Error, ErrorKind};
use crate::law::{Categories, Law};
use crate::output::digest::hex;
use crate::output::file::{OutputFile, Written, make_dir};
use crate::payment::Payment;
use crate::period::Month;
use crate::run::record::Run;
use crate::run::sums::{self, ByMonth};
use crate::threads::Meanwhile;
use crate::withholding::limit::OverLimit;

/// The directory of the state in that of a run.
const DIR: &str = "state";
const INDEX: &str = "state/index.json";
const OPERATIONS: &str = "state/operations.bin";
const MONTHS: &str = "state/months.bin";
/// Changes whenever one of the files is written in another way.
const FORMAT: u64 = 2;

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
        let rates: Map<String, Value> =
            months.map(|month| (month.to_string(), json!(fingerprint(law, month)))).collect();
        let index = json!({
            "format": FORMAT,
            "closed": closed.map(|month| month.to_string()),
            "operations": earlier + self.counted,
            "regimes": law.regimes().map(|(_, regime)| &regime.code).collect::<Vec<_>>(),
            "categories": law.categories().map(|(_, category)| &category.code).collect::<Vec<_>>(),
            "rates": rates,
            "partitions": self.partitions,
        });
        let mut file = OutputFile::create_bare(dir, INDEX)?;
        file.write(format!("{index:#}\n").as_bytes(), 0)?;
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
        let message = "runs that build upon each other are possible with --over-limit cap only";
        return Err(Error::new(ErrorKind::Usage, message)
            .with_hint("with `stop`, calculate the whole month and compare it with `ustap correct`"));
    }
    if law.regimes().count() > REGIMES_MAX {
        let message = format!("the tables have more than {REGIMES_MAX} regimes, of which a kept state has no room");
        return Err(Error::new(ErrorKind::Rates, message));
    }
    Ok(())
}

/// The state of this run, verified, in which this month and all before it are closed; and what those months come to in
/// the run's register that were open so far.
///
/// # Errors
/// Kind [`ErrorKind::Input`] with the reason where the run has no state, receipt or state do not verify, the state is of
/// another format or the run's policy was `stop`; kind [`ErrorKind::Rates`] where an open month rests on other rates; kind
/// [`ErrorKind::Usage`] where a later month than the one to be closed is closed already.
pub(crate) fn open(dir: &Path, law: &Law, close: Option<Month>) -> Result<(Earlier, ByMonth), Error> {
    let run = Run::open(dir, &[])?;
    let refuse = |message: String| Error::new(ErrorKind::Input, message).in_file(dir.display().to_string());
    if ![INDEX, OPERATIONS, MONTHS].iter().all(|name| run.has(name)) {
        return Err(refuse("has no state that a later run could build upon".to_owned())
            .with_hint("make the earlier run with `calculate --keep`"));
    }
    if run.json["options"]["over_limit"] != OverLimit::Cap.code() {
        return Err(refuse("was made with another policy than --over-limit cap".to_owned()));
    }
    // What is verified is what is read later, whatever stands under the name by then.
    let (operations, months) = (run.open_file(OPERATIONS)?.into_inner(), run.open_file(MONTHS)?.into_inner());
    run.verification(MONTHS, &months)?()?;
    let index: Value = serde_json::from_slice(&run.read(INDEX)?)
        .map_err(|error| refuse(format!("{INDEX} is no index of a state: {error}")))?;
    if index["format"] != FORMAT {
        return Err(refuse(format!("has a state of the format {}, this program reads {FORMAT}", index["format"]))
            .with_hint("use the program that made it, or calculate the whole month again with --keep"));
    }
    let bad = || refuse(format!("{INDEX} is no index of a state"));
    let was_closed = closed_in(&index).ok_or_else(bad)?;
    if let Some((month, closed)) = close.zip(was_closed).filter(|(month, closed)| month < closed) {
        let message = format!("--close {month}: {closed} and all before it are closed by the runs before");
        return Err(Error::new(ErrorKind::Usage, message)
            .with_hint("a month is not reopened: leave the option out, or name that month or a later one"));
    }
    let closed = close.max(was_closed);
    same_rates(&index, law, closed).map_err(|error| error.in_file(dir.display().to_string()))?;
    let sizes = index["partitions"].as_array().ok_or_else(bad)?;
    let mut partitions = vec![0];
    for size in sizes {
        let end = partitions.last().copied().unwrap_or_default();
        partitions.push(size.as_u64().and_then(|size| size.checked_add(end)).ok_or_else(bad)?);
    }
    let bytes = |file: &File| file.metadata().map(|file| file.len()).map_err(|cause| refuse(cause.to_string()));
    let counted = index["operations"].as_u64().ok_or_else(bad)?;
    if partitions.len() != ID_PARTITIONS + 1 {
        return Err(bad());
    }
    // Every operation is in a month.
    if partitions.last() != Some(&bytes(&operations)?) || counted > 0 && bytes(&months)? == 0 {
        return Err(refuse(format!("the state is damaged: a file of it is shorter or longer than {INDEX} says"))
            .with_hint("a run's directory is a record and is never edited: run again with --keep"));
    }
    let codes = |name: &str| -> Result<Vec<&str>, Error> {
        index[name].as_array().and_then(|codes| codes.iter().map(Value::as_str).collect()).ok_or_else(bad)
    };
    let unknown = |code: &str| other_rates(&format!("the tables have no `{code}`"));
    let regimes = codes("regimes")?.into_iter().map(|code| law.regime_id(code).map_err(|_| unknown(code)));
    let categories = codes("categories")?
        .into_iter()
        .map(|code| law.category_id(code).map(|id| Categories::EMPTY.with(id)).map_err(|_| unknown(code)));
    let mut earlier = Earlier {
        regimes: regimes.collect::<Result<_, _>>()?,
        categories: categories.collect::<Result<_, _>>()?,
        open_months: (0, bytes(&months)?),
        closed: was_closed,
        closes_more: false,
        counted,
        // Most of the state, while the new operations are read.
        verifying: Mutex::new(Some(Meanwhile::start(run.verification(OPERATIONS, &operations)?))),
        operations: FileAt::new(operations),
        months: FileAt::new(months),
        dir: dir.join(DIR),
        partitions,
        receipt: run.receipt.clone(),
    };
    let Some(closed) = closed.filter(|_| closed > was_closed) else { return Ok((earlier, ByMonth::new())) };
    let operations = earlier.close(closed)?;
    let mut closing = sums::by_month(&run).map_err(|error| run.refused(error))?;
    closing.retain(|&month, _| month <= closed);
    if closing.values().fold(0, |sum: u64, month| sum.saturating_add(month.added.operations)) != operations {
        return Err(earlier.damaged("months.bin"));
    }
    Ok((earlier, closing))
}

/// The last month that is closed by an index or a receipt, if one is; `None` where what stands there is no month.
pub(crate) fn closed_in(json: &Value) -> Option<Option<Month>> {
    match json.get("closed") {
        None | Some(Value::Null) => Some(None),
        Some(closed) => closed.as_str()?.parse().ok().map(Some),
    }
}

/// The last month that the state of this run has as closed, if one is; `None` where the run has no state.
///
/// # Errors
/// Kind [`ErrorKind::Input`] where the state does not verify or is none.
pub(crate) fn closed_in_state(run: &Run) -> Result<Option<Option<Month>>, Error> {
    if !run.has(INDEX) {
        return Ok(None);
    }
    let index = serde_json::from_slice(&run.read(INDEX)?).ok();
    let closed = index.as_ref().and_then(closed_in);
    closed.map(Some).ok_or_else(|| Error::new(ErrorKind::Input, format!("{INDEX} is no index of a state")))
}

fn other_rates(reason: &str) -> Error {
    Error::new(ErrorKind::Rates, format!("rests on other rates: {reason}")).with_hint(
        "use the tables of the earlier run with --rates DIR; a change of rates is a correction: `ustap correct`",
    )
}

/// Closed months are not calculated any more, whatever their rates have become.
fn same_rates(index: &Value, law: &Law, closed: Option<Month>) -> Result<(), Error> {
    for (text, kept) in index["rates"].as_object().into_iter().flatten() {
        let month: Month = text.parse()?;
        if Some(month) > closed && Some(fingerprint(law, month).as_str()) != kept.as_str() {
            return Err(other_rates(&format!("those of {month} have changed since")));
        }
    }
    Ok(())
}

/// A digest of everything in a month that amounts depend on.
fn fingerprint(law: &Law, month: Month) -> String {
    let mut text = String::new();
    let mut say = |line: String| {
        text += &line;
        text.push('\n');
    };
    let mut day = Some(month.first_day());
    while let Some(on) = day.filter(|&on| on <= month.last_day()) {
        let regime = law.default_regime(on).map(|regime| &law.regime(regime).code);
        say(format!("{on} {} {regime:?}", law.has_rates(on)));
        for (id, regime) in law.regimes() {
            say(format!("{} {} {}", regime.code, regime.scope.code(), law.in_force(id, on)));
        }
        for (id, category) in law.categories() {
            let exempt = law.exempt(Categories::EMPTY.with(id), on);
            let codes: Vec<&str> =
                Payment::ALL.into_iter().filter(|&payment| exempt.contains(payment)).map(Payment::code).collect();
            say(format!("{} {codes:?}", category.code));
        }
        day = on.next();
    }
    for (id, regime) in law.regimes() {
        let Some(terms) = law.month(month).and_then(|month| month.regime(id)) else { continue };
        say(format!("{} {:?}", regime.code, terms.limit.as_ref().map(|limit| limit.amount)));
        for (payment, terms) in terms.terms.iter() {
            let terms = terms.as_ref().map(|terms| (terms.rate, terms.cap, terms.rounding));
            say(format!("{payment} {terms:?}"));
        }
    }
    hex(&Sha256::digest(text.as_bytes()))
}
