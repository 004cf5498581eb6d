//! `reconcile`: from a run and what came back to breaks and sums.

pub(crate) mod answers;

use std::cmp::Ordering;
use std::path::Path;

use serde_json::{Value, json};

use crate::commands::reconcile::answers::{AnswerReader, AnswerRejects, Side};
use crate::error::{Error, ErrorKind};
use crate::law::Law;
use crate::money::Tenge;
use crate::output::csv::RowWriter;
use crate::output::file::{OutputFile, Written};
use crate::output::headings::Lang;
use crate::output::workbook::{Book, Cell};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::progress::Progress;
use crate::reading::header::Header;
use crate::reading::headings::Kind;
use crate::reading::input::Input;
use crate::reading::mapping::Mapping;
use crate::run::outcome::ReadFile;
use crate::run::receipt;
use crate::run::record::Run;
use crate::run::register_in::register;
use crate::run::rows_out::REJECTS;
use crate::run::sums::check_register;
use crate::settlement::breaks::Break;
use crate::settlement::explanation::Circumstances;
use crate::settlement::matching::{Owed, Reconciliation, reconcile};
use crate::settlement::summary::{Conservation, SummaryRow};
use crate::threads::beside;

/// The header of `breaks.csv`.
pub(crate) const BREAKS: &str =
    "side,kind,iin,period,payment,ours,theirs,difference,explanation,error_code,reference,file,line";
/// The header of `summary.csv`.
const SUMMARY: &str =
    "side,period,payment,ours,theirs,matched_rows,matched_amount,breaks,explained_amount,unexplained_amount";

/// Who is compared with the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SideName {
    /// The State Corporation or the bank.
    Answer,
    /// ЦС КГД.
    Kgd,
}

impl SideName {
    /// The code in files.
    pub fn code(self) -> &'static str {
        self.table().code()
    }

    /// The kind of its files.
    fn table(self) -> Kind {
        match self {
            SideName::Answer => Kind::Answer,
            SideName::Kgd => Kind::Kgd,
        }
    }
}

/// What is to be reconciled.
pub(crate) struct ReconcileJob<'a> {
    pub law: &'a Law,
    pub register: &'a Path,
    pub answers: Vec<Input>,
    pub kgd: Vec<Input>,
    pub answer_header: Header,
    pub kgd_header: Header,
    pub mapping: Mapping,
}

/// One side, compared.
pub(crate) struct Compared {
    pub side: SideName,
    pub breaks: Vec<Break>,
    pub rows: Side,
    pub summary: Vec<SummaryRow>,
    pub conservation: Conservation,
}

/// What a reconciliation comes to.
pub(crate) struct Outcome {
    pub sides: Vec<Compared>,
    pub rejects: AnswerRejects,
    pub inputs: Vec<ReadFile>,
    /// The receipt of the run that was compared.
    pub previous: String,
}

/// The register of a run: what is owed, and what it came from.
#[derive(Default)]
struct Register {
    /// Month and person of each row, in order.
    keys: Vec<(Month, Iin)>,
    circumstances: Vec<Circumstances>,
}

impl Register {
    fn read(run: &Run, law: &Law) -> Result<Register, Error> {
        let mut all = Register::default();
        register(run, law, |row| {
            all.keys.push((row.period, row.iin));
            all.circumstances.push(row.circumstances);
            Ok(())
        })?;
        // What is not compared belongs to the record all the same.
        for name in ["limits.csv", "rejects.csv"] {
            run.verify(name)?;
        }
        Ok(all)
    }

    fn owed(&self) -> impl Iterator<Item = Owed> {
        self.keys.iter().zip(&self.circumstances).flat_map(|(&(period, iin), row)| {
            Payment::ALL.into_iter().map(move |payment| Owed { iin, period, payment, amount: row.amounts[payment] })
        })
    }

    fn of(&self, iin: Iin, period: Month) -> &[Circumstances] {
        let from = self.keys.partition_point(|&key| key < (period, iin));
        let count = self.keys.iter().skip(from).take_while(|&&key| key == (period, iin)).count();
        self.circumstances.get(from..from + count).unwrap_or_default()
    }
}

/// The rows of each side, and the files that they came from.
type Sides = (Vec<(SideName, Side)>, Vec<ReadFile>);

impl ReconcileJob<'_> {
    /// Reads both sides at once and compares them.
    ///
    /// # Errors
    /// Where the run does not verify, a file cannot be read, or the sums do not agree afterwards.
    pub fn run(&self, rejects: OutputFile, progress: &Progress) -> Result<Outcome, Error> {
        let run = Run::open(self.register, &["register.csv", "payments.csv", "limits.csv", "rejects.csv"])?;
        let mut rejects = AnswerRejects::new(rejects);
        let ours = || {
            check_register(&run).map_err(|error| run.refused(error))?;
            Register::read(&run, self.law)
        };
        let (register, read) = beside(ours, || self.read_sides(&mut rejects, progress));
        let (register, (sides, inputs)) = (register?, read?);
        let mut compared = Vec::new();
        for (side, rows) in sides {
            compared.push(self.compare(&register, side, rows)?);
        }
        Ok(Outcome { sides: compared, rejects, inputs, previous: run.receipt })
    }

    fn read_sides(&self, rejects: &mut AnswerRejects, progress: &Progress) -> Result<Sides, Error> {
        let mut reader = AnswerReader { law: self.law, rejects, progress };
        let (mut sides, mut inputs) = (Vec::new(), Vec::new());
        for (name, files) in [(SideName::Answer, &self.answers), (SideName::Kgd, &self.kgd)] {
            let mut side = Side::default();
            for input in files {
                let (digested, rows) = match name {
                    SideName::Answer => reader.answer(input, &self.answer_header, &mut side)?,
                    SideName::Kgd => reader.kgd(input, &self.kgd_header, &mut side)?,
                };
                inputs.push(ReadFile { kind: name.table(), digested, rows });
            }
            if !files.is_empty() {
                sides.push((name, side));
            }
        }
        let files: Vec<_> = inputs.iter().map(|file| (file.kind, &file.digested, file.rows)).collect();
        self.mapping.check(&files)?;
        Ok((sides, inputs))
    }

    fn compare(&self, register: &Register, side: SideName, rows: Side) -> Result<Compared, Error> {
        let mut reconciliation: Reconciliation = reconcile(register.owed(), rows.rows.iter().copied())?;
        reconciliation.explain_amounts(self.law, |iin, period| register.of(iin, period));
        let (summary, conservation) = (reconciliation.summary(), reconciliation.conservation());
        if !conservation.holds() {
            let message = format!("matches and breaks of `{}` do not add up to its rows", side.code());
            return Err(Error::new(ErrorKind::Overflow, message).hint("this is a fault of the program: report it"));
        }
        let mut breaks = reconciliation.into_breaks();
        // They stand in order of rows; where files were not given by name, that is another one.
        let place = |found: &Break| found.row.and_then(|row| rows.told(row)).map(|told| (told.file, told.line));
        let same = |one: &Break, other: &Break| {
            (one.period, one.iin, one.payment, one.kind) == (other.period, other.iin, other.payment, other.kind)
        };
        for group in breaks.chunk_by_mut(same).filter(|group| group.len() > 1) {
            group.sort_by(|one, other| place(one).partial_cmp(&place(other)).unwrap_or(Ordering::Equal));
        }
        Ok(Compared { side, breaks, rows, summary, conservation })
    }
}

/// Writes `breaks.xlsx`.
pub(crate) fn write_workbook(dir: &Path, outcome: &Outcome, lang: Lang) -> Result<Written, Error> {
    let mut book = Book::new(dir, "breaks.xlsx")?;
    let sheet = book.sheet(lang.form("breaks", BREAKS))?;
    let totals = book.sheet(lang.form("totals", SUMMARY))?;
    for compared in &outcome.sides {
        let side = compared.side.code();
        for found in &compared.breaks {
            let told = found.row.and_then(|row| compared.rows.told(row));
            let (iin, period) = (found.iin.to_string(), found.period.to_string());
            let explanation = found.explanation.map(|explanation| explanation.to_string()).unwrap_or_default();
            let money = |amount: Option<Tenge>| amount.map_or(Cell::Empty, |amount| Cell::Money(amount.into()));
            let cells = [
                Cell::Text(side),
                Cell::Text(found.kind.code()),
                Cell::Text(&iin),
                Cell::Text(&period),
                Cell::Text(lang.payment(found.payment)),
                money(found.ours),
                money(found.theirs),
                Cell::Money(found.difference()),
                Cell::Text(&explanation),
                Cell::Text(told.as_ref().map_or("", |told| told.error_code)),
                Cell::Text(told.as_ref().map_or("", |told| told.reference)),
                Cell::Text(told.as_ref().map_or("", |told| told.file)),
                told.as_ref().map_or(Cell::Empty, |told| Cell::Count(told.line)),
            ];
            book.row(sheet, &cells)?;
        }
        for row in &compared.summary {
            let period = row.period.to_string();
            let cells = [
                Cell::Text(side),
                Cell::Text(&period),
                Cell::Text(lang.payment(row.payment)),
                Cell::Money(row.ours),
                Cell::Money(row.theirs),
                Cell::Count(row.matched_rows),
                Cell::Money(row.matched_amount),
                Cell::Count(row.breaks),
                Cell::Money(row.explained_amount),
                Cell::Money(row.unexplained_amount),
            ];
            book.row(totals, &cells)?;
        }
    }
    book.finish()
}

/// Writes `breaks.csv` and `summary.csv`.
pub(crate) fn write(dir: &Path, outcome: &Outcome) -> Result<Vec<Written>, Error> {
    let mut breaks = OutputFile::create(dir, "breaks.csv", BREAKS)?;
    let mut summary = OutputFile::create(dir, "summary.csv", SUMMARY)?;
    let mut bytes = Vec::new();
    for compared in &outcome.sides {
        let side = compared.side.code();
        for found in &compared.breaks {
            bytes.clear();
            break_row(compared, found, &mut bytes);
            breaks.write(&bytes, 1)?;
        }
        for row in &compared.summary {
            bytes.clear();
            let mut fields = RowWriter::new(&mut bytes);
            fields.text(side).text(&row.period.to_string()).text(row.payment.code()).sum(row.ours).sum(row.theirs);
            fields.number(row.matched_rows).sum(row.matched_amount).number(row.breaks);
            fields.sum(row.explained_amount).sum(row.unexplained_amount).end();
            summary.write(&bytes, 1)?;
        }
    }
    Ok(vec![breaks.finish()?, summary.finish()?])
}

/// Opens `rejects.csv`.
pub(crate) fn rejects_file(dir: &Path) -> Result<OutputFile, Error> {
    OutputFile::create(dir, "rejects.csv", REJECTS)
}

fn break_row(compared: &Compared, found: &Break, bytes: &mut Vec<u8>) {
    let told = found.row.and_then(|row| compared.rows.told(row));
    let mut fields = RowWriter::new(bytes);
    fields.text(compared.side.code()).text(found.kind.code()).iin(found.iin).text(&found.period.to_string());
    fields.text(found.payment.code());
    for amount in [found.ours, found.theirs] {
        match amount {
            Some(amount) => fields.money(amount),
            None => fields.text(""),
        };
    }
    fields.sum(found.difference());
    fields.text(&found.explanation.map(|explanation| explanation.to_string()).unwrap_or_default());
    match told {
        Some(told) => fields.text(told.error_code).text(told.reference).text(told.file).number(told.line),
        None => fields.text("").text("").text("").text(""),
    };
    fields.end();
}

/// The receipt of a reconciliation.
pub(crate) fn receipt(job: &ReconcileJob<'_>, options: Value, outcome: &Outcome, outputs: &[Written]) -> Value {
    let rejected: serde_json::Map<String, Value> = crate::commands::reconcile::answers::AnswerReject::ALL
        .into_iter()
        .filter_map(|reject| outcome.rejects.counts.iter().find(|count| count.reject == reject))
        .map(|count| (count.reject.code().to_owned(), json!(count.rows)))
        .collect();
    let mut totals = serde_json::Map::new();
    for compared in &outcome.sides {
        let sums = &compared.conservation;
        totals.insert(
            compared.side.code().to_owned(),
            json!({
                "our_rows": sums.our_rows,
                "their_rows": sums.their_rows,
                "ours": sums.ours.to_string(),
                "theirs": sums.theirs.to_string(),
                "matched_rows": sums.matched_rows,
                "matched": sums.matched.to_string(),
                "breaks": sums.breaks,
                "breaks_ours": sums.breaks_ours.to_string(),
                "breaks_theirs": sums.breaks_theirs.to_string(),
            }),
        );
    }
    totals.insert("rejected".to_owned(), Value::Object(rejected));
    json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "command": "reconcile",
        "options": options,
        "previous": [outcome.previous],
        "inputs": outcome.inputs.iter().map(receipt::input).collect::<Vec<_>>(),
        "rates": receipt::rates(job.law),
        "outputs": outputs.iter().map(receipt::output).collect::<Vec<_>>(),
        "totals": totals,
    })
}
