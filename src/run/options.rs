//! The options that bear on the result of a run: into its receipt, and back out of it.

use crate::error::Error;
use crate::language::Language;
use crate::law::OverLimit;
use crate::period::{Day, Month};
use crate::reading::encoding::Encoding;
use crate::reading::headings::Kind;
use crate::reading::mapping::{Mapping, Zeros};
use crate::run::receipt::options::CalculateOptions;

/// What was asked for beside the inputs and the rates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    pub period: Option<Month>,
    pub known_on: Option<Day>,
    pub over_limit: OverLimit,
    pub lines: bool,
    /// Whether the state is kept that later runs can build upon.
    pub keep: bool,
    /// Other headings of columns, and headings that are not read.
    pub mapping: Mapping,
    pub encoding: Encoding,
    /// Of the sentences in files.
    pub language: Language,
}

impl Options {
    /// The options as a receipt has them.
    pub fn to_receipt(&self) -> CalculateOptions {
        CalculateOptions {
            period: self.period,
            known_on: self.known_on,
            over_limit: self.over_limit,
            lines: self.lines,
            keep: self.keep,
            columns: self.mapping.named(Kind::Operations).collect(),
            ignore_columns: self.mapping.ignored.clone(),
            encoding: self.encoding,
            restore_zeros: self.mapping.zeros.are_restored(),
            lang: self.language,
        }
    }

    /// The options of a receipt.
    ///
    /// # Errors
    /// Kind [`crate::ErrorKind::Input`] where a column belongs to no kind of file.
    pub fn from_receipt(options: &CalculateOptions) -> Result<Options, Error> {
        Ok(Options {
            period: options.period,
            known_on: options.known_on,
            over_limit: options.over_limit,
            lines: options.lines,
            keep: options.keep,
            mapping: Mapping {
                zeros: Zeros::asked(options.restore_zeros),
                ..Mapping::from_named(Kind::Operations, &options.columns.0, options.ignore_columns.clone())?
            },
            encoding: options.encoding,
            language: options.lang,
        })
    }
}
