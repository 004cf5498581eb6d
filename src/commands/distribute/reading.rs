//! What is read: lists, tables, sums of ЦС КГД, exemptions and earlier distributions, each on a thread of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::batch::Position;
use crate::commands::distribute::job::{DistributeJob, EXEMPTIONS_SIDE, KGD_SIDE, PAID_SIDE, Stated};
use crate::commands::distribute::mt102::{PEEKED, is_in_utf_16, is_mt102, read as read_mt102};
use crate::commands::distribute::paid::{Has, PAID, PERIOD, PaidRows, PaidText, Strays, list_header};
use crate::commands::lists::orders::{ADDED_TO_LISTS, ListRecord};
use crate::commands::received::answers::{KGD, SOCIAL_SUMS, kgd_row, told_penalties};
use crate::commands::received::rejects::{OpenTable, Place, SettlementRejects, too_many_files};
use crate::error::{Error, ErrorKind};
use crate::facts::rows::Exemption;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::exemptions;
use crate::reading::fault::Fault;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::Zeros;
use crate::reading::input::{Input, Opened, ReadFile};
use crate::reading::opened_file::OpenedFile;
use crate::reading::progress::Progress;
use crate::reading::reasons::Reason;
use crate::run::distribution_in::{DistributionLine, distribution};
use crate::run::files::LISTS;
use crate::run::rates_in::rates_beside;
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::run::records_in::records_of_any_version;
use crate::run::rows_in::Months;
use crate::settlement::{Computed, Distributed, Distributing};
use crate::threads::{Numbers, on_threads};
use crate::words::{Message, say};

/// What one `--paid` names: a file, or a directory with lists.
pub(super) struct PaidLists {
    path: PathBuf,
    pub run: Option<Run>,
    /// The files of a directory that are read.
    files: Vec<String>,
    /// The encoding of a directory's MT-102 files.
    encoding: Encoding,
}

impl PaidLists {
    /// Opens a directory; a file is opened when it is read.
    ///
    /// # Errors
    /// Where a directory does not verify, is of another command, or its lists are a workbook.
    pub fn open(path: &Path, job: &DistributeJob<'_>) -> Result<PaidLists, Error> {
        let mut lists = PaidLists { path: path.to_path_buf(), run: None, files: Vec::new(), encoding: job.encoding };
        if !path.is_dir() {
            return Ok(lists);
        }
        let hint = || say!("distribute-paid-hint");
        let refused = |message: Message| Error::new(ErrorKind::Input, message).in_file(path.display().to_string());
        let run = Run::open_named(path, &[LISTS], hint())?;
        let Made::Lists(options, _) = &run.record.made else {
            return Err(refused(say!("directory-of-another-command")).with_hint(hint()));
        };
        if options.format == "xlsx" {
            return Err(refused(say!("lists-in-workbook")).with_hint(say!("lists-in-workbook-hint")));
        }
        lists.encoding = options.encoding.unwrap_or(job.encoding);
        records_of_any_version(&run, LISTS, (LISTS.into(), ADDED_TO_LISTS), |list: ListRecord| {
            // Penalties are not distributed, and a list of nobody has no file.
            if !list.file.is_empty()
                && !job.law.settlement().is_penalty_knp(&list.knp, list.period)
                && !lists.files.contains(&list.file)
            {
                if !run.has(&list.file) {
                    let fault = say!("list-file-not-in-receipt", column = "file", file = &list.file);
                    return Err(Error::new(ErrorKind::Record, fault));
                }
                lists.files.push(list.file);
            }
            Ok(())
        })
        .map_err(|error| run.refused(error).with_hint(say!("lists-record-hint")))?;
        lists.run = Some(run);
        Ok(lists)
    }

    /// Appends what is read of it.
    pub fn units<'u>(&'u self, units: &mut Vec<Unit<'u>>) -> Result<(), Error> {
        let number = |units: &[Unit<'_>]| u16::try_from(units.len()).map_err(|_| too_many_files());
        match &self.run {
            None => units.push(Unit::File { path: &self.path, number: number(units)? }),
            Some(run) => {
                for file in &self.files {
                    units.push(Unit::List { run, file, encoding: self.encoding, number: number(units)? });
                }
            }
        }
        Ok(())
    }
}

/// Something that is read at one go. The number is that of the file on its side.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unit<'u> {
    /// An MT-102 file or a table.
    File {
        path: &'u Path,
        number: u16,
    },
    /// A file of a directory of lists.
    List {
        run: &'u Run,
        file: &'u str,
        encoding: Encoding,
        number: u16,
    },
    Kgd {
        input: &'u Input,
        number: u16,
    },
    Exemptions {
        input: &'u Input,
        number: u16,
    },
    /// An earlier distribution.
    Earlier(&'u Run),
}

impl<'u> Unit<'u> {
    /// Whether it says what was paid.
    pub fn is_paid(self) -> bool {
        matches!(self, Unit::File { .. } | Unit::List { .. })
    }

    /// The directory whose receipt has it already.
    pub fn record(self) -> Option<&'u Run> {
        match self {
            Unit::List { run, .. } | Unit::Earlier(run) => Some(run),
            Unit::File { .. } | Unit::Kgd { .. } | Unit::Exemptions { .. } => None,
        }
    }
}

/// What was read of a unit.
pub(super) struct Part<'l> {
    pub distributing: Distributing<'l>,
    pub exemptions: Vec<Exemption>,
    pub rejects: SettlementRejects,
    pub file: Option<ReadFile>,
    pub stated: Option<Stated>,
    /// Rows that come back for what is written in them.
    pub strays: Strays,
    /// The months and payments of which an earlier distribution has something paid.
    pub paid_before: BTreeSet<(Month, Payment)>,
    /// The months of rows of КГД.
    pub computed_months: BTreeSet<Month>,
    /// What the penalties of rows of КГД come to.
    pub penalties: Vec<(Position, Iin, TengeSum)>,
    /// Rows of КГД with a penalty that is no amount.
    pub unread_penalties: Vec<Position>,
}

/// Reads all, on threads; the parts are in the order of the units.
///
/// # Errors
/// The first in the order of the units.
pub(super) fn read_all<'l>(
    job: &DistributeJob<'l>,
    units: &[Unit<'_>],
    dir: &Path,
    progress: &Progress,
) -> Result<Vec<Part<'l>>, Error> {
    let numbers = Numbers::below(units.len());
    let work = |()| {
        let mut parts = Vec::new();
        while let Some(at) = numbers.take() {
            parts.push((at, UnitReader::new(job, dir, progress).read(units[at])));
        }
        Ok(parts)
    };
    let parts = on_threads(job.threads.clamp(1, units.len().max(1)), || (), work)?;
    let mut parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.sort_by_key(|&(at, _)| at);
    parts.into_iter().map(|(_, part)| part).collect()
}

struct UnitReader<'j, 'l> {
    job: &'j DistributeJob<'l>,
    progress: &'j Progress,
    part: Part<'l>,
}

impl<'j, 'l> UnitReader<'j, 'l> {
    fn new(job: &'j DistributeJob<'l>, dir: &Path, progress: &'j Progress) -> UnitReader<'j, 'l> {
        let part = Part {
            distributing: Distributing::new(job.law),
            exemptions: Vec::new(),
            rejects: SettlementRejects::new(dir, job.language),
            file: None,
            stated: None,
            strays: Strays::default(),
            paid_before: BTreeSet::new(),
            computed_months: BTreeSet::new(),
            penalties: Vec::new(),
            unread_penalties: Vec::new(),
        };
        UnitReader { job, progress, part }
    }

    fn read(mut self, unit: Unit<'_>) -> Result<Part<'l>, Error> {
        match unit {
            Unit::File { path, number } => {
                let input = Input::from_argument(path);
                let (beginning, opened) = input.open()?.peek(PEEKED).map_err(|cause| input.fault(&cause))?;
                if is_in_utf_16(&beginning) {
                    let error = Error::new(ErrorKind::Input, say!("mt102-in-utf-16")).in_file(input.display());
                    return Err(error.with_hint(say!("save-in-utf-8-hint")));
                }
                if is_mt102(&beginning) {
                    self.mt102(&input, opened, self.job.encoding, number)?;
                } else {
                    let header = &self.job.paid_header;
                    self.table(OpenedFile { input: &input, opened, header }, number)?;
                }
            }
            Unit::List { run, file, encoding, number } => {
                let input = Input::Named { path: run.path(file), name: file.to_owned() };
                let opened = Opened::over(Box::new(run.open_file(file)?));
                let (beginning, opened) = opened.peek(PEEKED).map_err(|cause| input.fault(&cause))?;
                let read = match is_mt102(&beginning) {
                    true => self.mt102(&input, opened, encoding, number),
                    false => self.table(OpenedFile { input: &input, opened, header: &list_header() }, number),
                };
                // A file that was edited is told as that, and not for what it has in it.
                match &self.part.file {
                    Some(read) => run.is_digest(file, &read.digested.sha256)?,
                    None => run.verify(file)?,
                }
                read?;
            }
            Unit::Kgd { input, number } => self.kgd(input, number)?,
            Unit::Exemptions { input, number } => self.exemptions(input, number)?,
            Unit::Earlier(run) => self.earlier(run)?,
        }
        Ok(self.part)
    }

    fn table(&mut self, file: OpenedFile<'_>, number: u16) -> Result<(), Error> {
        let file = OpenTable::over(file, (PAID_SIDE, number), &PAID)?;
        let has = Has::of(|column| file.has(column));
        let mut rows = self.paid_rows();
        let read = file.read((self.job.law, &mut self.part.rejects, self.progress), |row| {
            rows.row(row, (has, row.zeros()), Position::new(usize::from(number), row.line)).map(Ok)
        });
        (self.part.distributing, self.part.strays) = (rows.distributing, rows.strays);
        let (digested, rows) = read?;
        self.part.file = Some(ReadFile { kind: Kind::Paid, digested, rows });
        Ok(())
    }

    fn mt102(&mut self, input: &Input, opened: Opened, encoding: Encoding, number: u16) -> Result<(), Error> {
        let (name, law) = (input.name(), self.job.law);
        let mut rows = self.paid_rows();
        let rejects = &mut self.part.rejects;
        let read = read_mt102(input, opened, encoding, |header, row| {
            let month = row.month();
            let text = PaidText {
                iin: row.iin.as_bytes(),
                // What a bank was sent is what was paid.
                zeros: Zeros::AsTheyStand,
                period: month.as_bytes(),
                knp: header.knp.as_deref().unwrap_or_default().as_bytes(),
                amount: row.amount.as_bytes(),
                rate: Some(header.rate.as_bytes()),
                is_named: !row.surname.is_empty() && !row.given_name.is_empty(),
            };
            let place = Position::new(usize::from(number), row.line);
            let Err(Fault { reject, reason, column }) = rows.text(text, place) else { return Ok(()) };
            let reason = if column == Some(PERIOD) { Reason::PeriodOfMt102 } else { reason };
            let value = match column {
                Some(PERIOD) => &row.period,
                Some(column) if PAID.get(column) == Some(&"amount") => &row.amount,
                _ => header.knp.as_deref().unwrap_or_default(),
            };
            let field = column.and_then(|column| PAID.get(column)).copied().unwrap_or_default();
            let place = Place { side: PAID_SIDE, number, file: &name, line: row.line };
            rejects.push(place, (reject, reason), [field, value], law)
        });
        self.part.distributing = rows.distributing;
        let read = read?;
        self.progress.read(read.digested.bytes);
        self.progress.rows(read.rows);
        self.part.stated = read.stated.map(|(stated, rows)| Stated { file: name, stated, rows });
        self.part.file = Some(ReadFile { kind: Kind::Paid, digested: read.digested, rows: read.rows });
        Ok(())
    }

    fn paid_rows(&mut self) -> PaidRows<'l> {
        PaidRows::new(std::mem::replace(&mut self.part.distributing, Distributing::new(self.job.law)))
    }

    fn kgd(&mut self, input: &Input, number: u16) -> Result<(), Error> {
        let mut months = Months::default();
        let Part { distributing, rejects, computed_months, penalties, unread_penalties, .. } = &mut self.part;
        let opened = OpenedFile::open(input, &self.job.kgd_header)?;
        let file = OpenTable::over(opened, (KGD_SIDE, number), &KGD)?.once_each();
        let (digested, rows) = file.read((self.job.law, rejects, self.progress), |row| {
            let read = kgd_row(row, row.zeros(), &mut months, SOCIAL_SUMS)?;
            let (amounts, place) = (read.amounts(), Position::new(usize::from(number), row.line));
            computed_months.insert(read.period);
            let (penalty, is_unread) = told_penalties(row);
            unread_penalties.extend(is_unread.then_some(place));
            if penalty > TengeSum::default() {
                penalties.push((place, read.iin, penalty));
            }
            // A sum below zero was rejected.
            distributing.computed(Computed { iin: read.iin, period: read.period, amounts, place });
            Ok(Ok(()))
        })?;
        self.part.file = Some(ReadFile { kind: Kind::Kgd, digested, rows });
        Ok(())
    }

    fn exemptions(&mut self, input: &Input, number: u16) -> Result<(), Error> {
        let (law, side) = (self.job.law, (EXEMPTIONS_SIDE, number));
        let Part { exemptions: taken, rejects, .. } = &mut self.part;
        let opened = OpenedFile::open(input, &self.job.exemptions_header)?;
        let file = OpenTable::over(opened, side, &exemptions::COLUMNS)?;
        let (digested, rows) = file.read((law, rejects, self.progress), |row| {
            let read = exemptions::read(row, law, row.zeros()).map_err(|(_, fault)| fault)?;
            taken.push(read.exemption);
            Ok(Ok(()))
        })?;
        self.part.file = Some(ReadFile { kind: Kind::Exemptions, digested, rows });
        Ok(())
    }

    fn earlier(&mut self, run: &Run) -> Result<(), Error> {
        let after = match &run.record.made {
            Made::Distribute(options, _) => options.after.len(),
            _ => 0,
        };
        for (of, rate) in rates_beside(run)? {
            self.part.distributing.earlier_rate(of, after, rate);
        }
        distribution(run, |row| {
            let DistributionLine { iin, period, payment, paid, distributed, .. } = *row;
            if paid > Tenge::ZERO {
                self.part.paid_before.insert((period, payment));
            }
            self.part.distributing.distributed(Distributed { iin, period, payment, amount: distributed })
        })
    }
}
