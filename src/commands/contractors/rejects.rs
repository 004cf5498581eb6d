//! Rows of contractors and exemptions files that are not taken, where no run judges them.

use std::path::Path;

use crate::batch::rejects::shown_value;
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::output::file::OutputFile;
use crate::reading::cells::at_fault;
use crate::reading::each_row::read_rows;
use crate::reading::fault::Fault;
use crate::reading::header::Header;
use crate::reading::header::headings::Kind;
use crate::reading::input::{Input, ReadFile};
use crate::reading::rows::Row;
use crate::reading::sentences::Sentences;
use crate::reject::Reject;
use crate::run::files::REJECTS;
use crate::run::rejected::RejectedByCode;
use crate::run::rows_out::{REJECTS_HEADER, reject_row};

/// `rejects.csv` while files are read.
pub(crate) struct RowRejects<'a> {
    law: &'a Law,
    pub file: OutputFile,
    pub counts: RejectedByCode<Reject>,
    sentences: Sentences,
}

impl<'a> RowRejects<'a> {
    /// Creates `rejects.csv` in the directory, with sentences in this language.
    pub fn create(dir: &Path, law: &'a Law, language: Language) -> Result<RowRejects<'a>, Error> {
        Ok(RowRejects {
            law,
            file: OutputFile::create(dir, REJECTS, REJECTS_HEADER)?,
            counts: RejectedByCode::default(),
            sentences: Sentences::new(language),
        })
    }

    /// Reads a file of this kind, which has these columns. `take` says of a row whether its ИИН got its zeros back, and why
    /// the row is rejected where it is.
    ///
    /// # Errors
    /// Where the file cannot be read, or `rejects.csv` not written.
    pub fn read(
        &mut self,
        (kind, columns): (Kind, &[&str]),
        (input, header): (&Input, &Header),
        mut take: impl FnMut(&Row<'_>) -> Result<(bool, Option<Fault>), Error>,
    ) -> Result<ReadFile, Error> {
        let (name, mut restored) = (input.name(), 0);
        let (mut digested, rows) = read_rows(input, header, |row| {
            let (is_restored, fault) = take(row)?;
            restored += u64::from(is_restored);
            let is_rejected = fault.is_some();
            fault.map_or(Ok(()), |fault| self.row(row, (&name, columns), fault))?;
            Ok(is_rejected)
        })?;
        digested.restored = restored;
        Ok(ReadFile { kind, digested, rows })
    }

    fn row(&mut self, row: &Row<'_>, (name, columns): (&str, &[&str]), fault: Fault) -> Result<(), Error> {
        let (field, value) = at_fault(row, columns, fault.column);
        self.counts.count(fault.reject, (name, row.line));
        let mut bytes = Vec::new();
        let message = self.sentences.of(fault.reason, self.law);
        reject_row((name, row.line), fault.reject.code(), [field, shown_value(&value), message], &mut bytes);
        self.file.write(&bytes, 1)
    }
}
