//! Rows of answers, of КГД's sums and of what was paid that are not taken, and files of which the rows are read one by one.

use std::collections::HashMap;
use std::path::Path;

use crate::batch::memory::sorter::Sorter;
use crate::batch::rejects::shown_value;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::Law;
use crate::output::file::{OutputFile, Written};
use crate::person::Iin;
use crate::reading::blocks::Blocks;
use crate::reading::cells::{Cells, at_fault};
use crate::reading::doubtful::Thousands;
use crate::reading::fault::Fault;
use crate::reading::header::expected::is_amount;
use crate::reading::header::headings::Kind;
use crate::reading::input::Digested;
use crate::reading::opened_file::OpenedFile;
use crate::reading::operations;
use crate::reading::progress::Progress;
use crate::reading::reasons::Reason;
use crate::reading::rows::Row;
use crate::reading::sentences::Sentences;
use crate::reject::Reject;
use crate::run::files::REJECTS;
use crate::run::rejected::RejectedByCode;
use crate::run::rows_out::{REJECTS_HEADER, reject_row};
use crate::words::{say, word};

/// Who is compared with the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SideName {
    /// The State Corporation or the bank.
    Answer,
    /// ЦС КГД.
    Kgd,
}

impl SideName {
    /// Both of them.
    pub const ALL: [SideName; 2] = [SideName::Answer, SideName::Kgd];

    /// The code in files.
    pub fn code(self) -> &'static str {
        self.table().code()
    }

    /// The kind of its files.
    pub fn table(self) -> Kind {
        match self {
            SideName::Answer => Kind::Answer,
            SideName::Kgd => Kind::Kgd,
        }
    }
}

/// Why a row of a table of the settlement is not taken, in the order in which it is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SettlementReject {
    MalformedRow,
    Iin,
    IinCheckDigit,
    Period,
    Knp,
    Amount,
    AmountRange,
    Status,
    Repeated,
    /// Of exemptions.
    Date,
    Category,
    Interval,
}

impl SettlementReject {
    /// The code in files: for what every row can be rejected for, that of the main job.
    pub fn code(self) -> &'static str {
        match self {
            SettlementReject::MalformedRow => Reject::MalformedRow.code(),
            SettlementReject::Iin => Reject::Iin.code(),
            SettlementReject::IinCheckDigit => Reject::IinCheckDigit.code(),
            SettlementReject::Period => "period",
            SettlementReject::Knp => "knp",
            SettlementReject::Amount => "amount",
            SettlementReject::AmountRange => "amount-range",
            SettlementReject::Status => "status",
            SettlementReject::Repeated => "repeated",
            SettlementReject::Date => Reject::Date.code(),
            SettlementReject::Category => Reject::Category.code(),
            SettlementReject::Interval => Reject::Interval.code(),
        }
    }

    /// What to do about rows with this code where zeros in front of an ИИН were put back already, if they were, in this
    /// language.
    pub fn todo_after(self, are_zeros_restored: bool, language: Language) -> &'static str {
        match self {
            SettlementReject::MalformedRow => Reject::MalformedRow.todo_in(language),
            SettlementReject::Iin => Reject::Iin.todo_after(are_zeros_restored, true, language),
            SettlementReject::IinCheckDigit => Reject::IinCheckDigit.todo_in(language),
            SettlementReject::Period => word(language, "todo-period"),
            SettlementReject::Knp => word(language, "todo-knp"),
            SettlementReject::Amount => Reject::Income.todo_in(language),
            SettlementReject::AmountRange => Reject::IncomeRange.todo_in(language),
            SettlementReject::Status => word(language, "todo-status"),
            SettlementReject::Repeated => word(language, "todo-repeated"),
            SettlementReject::Date => Reject::Date.todo_in(language),
            SettlementReject::Category => Reject::Category.todo_in(language),
            SettlementReject::Interval => Reject::Interval.todo_in(language),
        }
    }

    /// Whether a row with this code may have been one of a payment of the register: one of ИПН, of penalties or of another
    /// КНП has no say in what is due, or was paid, where no [zeros in front](SettlementRejects::zeros_lost) of it are lost.
    pub fn is_unread(code: &str) -> bool {
        code != SettlementReject::Knp.code()
    }
}

/// The code that a row of the main job has for the same.
impl From<Reject> for SettlementReject {
    fn from(reject: Reject) -> SettlementReject {
        match reject {
            Reject::Iin => SettlementReject::Iin,
            Reject::IinCheckDigit => SettlementReject::IinCheckDigit,
            Reject::IncomeRange => SettlementReject::AmountRange,
            Reject::Income => SettlementReject::Amount,
            Reject::Date => SettlementReject::Date,
            Reject::Category => SettlementReject::Category,
            Reject::Interval => SettlementReject::Interval,
            _ => SettlementReject::MalformedRow,
        }
    }
}

impl From<Fault> for Fault<SettlementReject> {
    fn from(Fault { reject, reason, column }: Fault) -> Fault<SettlementReject> {
        Fault { reject: reject.into(), reason, column }
    }
}

/// Rows that were not taken, on their way to `rejects.csv`, which has them in the order of sides, files and lines:
/// that ЦС КГД has two rows of a person's month is known only when all have been read.
pub(crate) struct SettlementRejects {
    sorters: Vec<Sorter>,
    sentences: Sentences,
    pub counts: RejectedByCode<SettlementReject>,
    /// Rows whose КНП would be one of a payment with zeros in front of it.
    pub zeros_lost: u64,
    /// ИИН of ЦС КГД that stand otherwise than as twelve digits, by the number of their file and their line.
    iins: HashMap<(u16, u64), String>,
}

/// Where a rejected row stood.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The number of the side.
    pub side: u8,
    /// The number of the file on its side.
    pub number: u16,
    pub file: &'a str,
    pub line: u64,
}

/// Rejected rows that are held; what does not fit goes to a temporary file.
const HELD_BYTES: usize = 32 << 20;

impl SettlementRejects {
    /// None yet; `dir` is for temporary files.
    pub fn new(dir: &Path, language: Language) -> SettlementRejects {
        let sorters = vec![Sorter::new(<[u8]>::cmp, HELD_BYTES, dir)];
        let (sentences, counts) = (Sentences::new(language), RejectedByCode::default());
        SettlementRejects { sorters, sentences, counts, zeros_lost: 0, iins: HashMap::new() }
    }

    /// Takes over what was rejected of files behind those so far.
    pub fn append(&mut self, later: SettlementRejects) {
        self.sorters.extend(later.sorters);
        self.counts.append(later.counts);
        self.zeros_lost += later.zeros_lost;
        self.iins.extend(later.iins);
    }

    pub fn total(&self) -> u64 {
        self.counts.total()
    }

    /// Those that may have been of a payment of the register.
    pub fn unread(&self) -> u64 {
        let unread = self.counts.iter().filter(|rows| SettlementReject::is_unread(rows.reject.code()));
        unread.map(|rows| rows.rows).sum::<u64>() + self.zeros_lost
    }

    /// Writes the file and puts it on the disk.
    pub fn finish(&mut self, dir: &Path) -> Result<Written, Error> {
        let mut file = OutputFile::create(dir, REJECTS, REJECTS_HEADER)?;
        self.write_to(&mut file)?;
        file.finish()
    }

    /// Appends the rows to a file.
    pub fn write_to(&mut self, file: &mut OutputFile) -> Result<(), Error> {
        let merged = Sorter::merge(std::mem::take(&mut self.sorters));
        let mut rows = merged.read()?;
        while rows.key().is_some() {
            file.write(rows.bytes(), 1)?;
            rows.advance()?;
        }
        Ok(())
    }

    /// Takes a row that was rejected: why, the field and its value.
    pub fn push(
        &mut self,
        place: Place<'_>,
        (reject, reason): (SettlementReject, Reason),
        [field, value]: [&str; 2],
        law: &Law,
    ) -> Result<(), Error> {
        self.counts.count(reject, (place.file, place.line));
        self.zeros_lost += u64::from(matches!(reason, Reason::KnpZeros { .. }));
        let mut bytes = Vec::new();
        let message = self.sentences.of(reason, law);
        reject_row((place.file, place.line), reject.code(), [field, shown_value(value), message], &mut bytes);
        self.hold(place, &bytes)
    }

    fn hold(&mut self, Place { side, number, line, .. }: Place<'_>, bytes: &[u8]) -> Result<(), Error> {
        let key = (side as u128) << 80 | u128::from(number) << 64 | u128::from(line);
        self.sorters.last_mut().map_or(Ok(()), |sorter| sorter.push(key, &[bytes]))
    }

    /// Takes a row of ЦС КГД of a person and month that another row has already, which counts; its file was read
    /// [once each](OpenTable::once_each).
    pub fn repeated(&mut self, place: Place<'_>, iin: Iin, counted: (&str, u64)) -> Result<(), Error> {
        let (file, line) = counted;
        let (reject, mut bytes) = (SettlementReject::Repeated, Vec::new());
        self.counts.count(reject, (place.file, place.line));
        let message = say!("row-repeated", file = file, line = line.to_string()).say(self.sentences.language());
        let value = self.iins.remove(&(place.number, place.line)).unwrap_or_else(|| iin.to_string());
        let texts = ["iin", shown_value(&value), &message];
        reject_row((place.file, place.line), reject.code(), texts, &mut bytes);
        self.hold(place, &bytes)
    }
}

/// A place of a file is held in two bytes.
pub(crate) fn too_many_files() -> Error {
    Error::new(ErrorKind::Usage, say!("side-too-many-files", most = u16::MAX.to_string()))
}

/// The number of the column with the person, in every table of a side.
const IIN: usize = 0;

/// A file of one side that is open: its header was read.
pub(crate) struct OpenTable<'a> {
    blocks: Blocks,
    side: u8,
    number: u16,
    pub name: String,
    columns: &'a [&'static str],
    is_once_each: bool,
}

impl<'a> OpenTable<'a> {
    /// Reads the header of what is open; the numbers are those of the side and of the file on it.
    pub fn over(
        OpenedFile { input, opened, header }: OpenedFile<'_>,
        (side, number): (u8, u16),
        columns: &'a [&'static str],
    ) -> Result<OpenTable<'a>, Error> {
        let blocks = Blocks::over(input, opened, header)?;
        Ok(OpenTable { blocks, side, number, name: input.name(), columns, is_once_each: false })
    }

    /// Of ЦС КГД, where a second row of a person's month is [repeated](SettlementRejects::repeated).
    pub fn once_each(self) -> OpenTable<'a> {
        OpenTable { is_once_each: true, ..self }
    }

    /// Whether the file has the column with this number.
    pub fn has(&self, column: usize) -> bool {
        self.blocks.columns.fields.iter().any(|field| field.is_some_and(|field| usize::from(field) == column))
    }

    /// The columns of amounts that the file has.
    fn amounts(&self) -> Vec<usize> {
        (0..self.columns.len()).filter(|&column| is_amount(self.columns[column]) && self.has(column)).collect()
    }

    /// Hands on the rows, and rejects those that are malformed or that `take` does not take.
    pub fn read(
        self,
        (law, rejects, progress): (&Law, &mut SettlementRejects, &Progress),
        mut take: impl FnMut(&Row<'_>) -> Result<Result<(), Error>, Fault<SettlementReject>>,
    ) -> Result<(Digested, u64), Error> {
        let amounts = self.amounts();
        let mut thousands = Thousands::default();
        let OpenTable { mut blocks, side, number, name, columns, is_once_each } = self;
        let (mut buffer, mut rows, mut restored) = (Vec::new(), 0, 0);
        while let Some(block) = blocks.next(buffer)? {
            progress.read(block.bytes.len() as u64);
            let before = rows;
            let mut block_rows = block.rows(&blocks.columns);
            let mut row = block_rows.row();
            while block_rows.read(&mut row) {
                rows += 1;
                let taken = match row.fault() {
                    Some(reason) => Err(Fault::row(reason)),
                    None => take(&row),
                };
                match taken {
                    Ok(taken) => {
                        taken?;
                        let is_restored =
                            || operations::iin(&row, IIN, row.zeros()).is_ok_and(|(_, restored)| restored);
                        restored += u64::from(row.zeros().are_restored() && is_restored());
                        if is_once_each && row.iin(IIN).is_none() {
                            rejects.iins.insert((number, row.line), row.shown(IIN));
                        }
                        thousands.look(row.line, amounts.iter().filter_map(|&column| row.text(column)));
                    }
                    Err(Fault { reject, reason, column }) => {
                        blocks.refuse_other(&row)?;
                        row.note_foreign(&mut blocks.foreign_row);
                        let (field, value) = at_fault(&row, columns, column);
                        let place = Place { side, number, file: &name, line: row.line };
                        rejects.push(place, (reject, reason), [field, &value], law)?;
                    }
                }
            }
            blocks.note_swallowed(block_rows.swallowed())?;
            progress.rows(rows - before);
            buffer = block.bytes;
        }
        Ok((Digested { restored, thousands: thousands.told(), ..blocks.digested() }, rows))
    }
}
