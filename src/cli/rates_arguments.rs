//! What is typed after `ustap rates`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::law::Basis;
use crate::period::Day;

/// `ustap rates`.
#[derive(Debug, Subcommand)]
pub(crate) enum RatesCommand {
    /// Show everything that is in force on a day, with provision and basis
    Show {
        /// The day, for example 2026-08-05 [default: today]
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
        /// Directory with rates tables in place of the built-in ones
        #[arg(long, value_name = "DIR")]
        rates: Option<PathBuf>,
    },
    /// Load the tables strictly and say what was checked
    Check {
        /// Directory with rates tables in place of the built-in ones
        #[arg(long, value_name = "DIR")]
        rates: Option<PathBuf>,
    },
    /// Write the built-in tables as files to edit
    Export {
        /// A directory that does not exist yet
        dir: PathBuf,
    },
    /// Write tables of your own with the indicators of one more year, checked
    Add(Box<RatesAddArguments>),
}

/// `ustap rates add`.
#[derive(Debug, Args)]
pub(crate) struct RatesAddArguments {
    /// The year, for example 2027: the one after the last that the tables have
    #[arg(long, value_name = "YEAR")]
    pub year: u32,
    /// МРП, the monthly calculation index of 1 January, in tenge
    #[arg(long, value_name = "AMOUNT")]
    pub mrp: String,
    /// МЗП, the minimum wage, in tenge
    #[arg(long, value_name = "AMOUNT")]
    pub mzp: String,
    /// Title of the act that sets them, in Russian
    #[arg(long, value_name = "TITLE")]
    pub act: String,
    /// Number of the act
    #[arg(long, value_name = "N")]
    pub number: String,
    /// Date of the act
    #[arg(long, value_name = "DAY")]
    pub dated: Day,
    /// Where the act can be read
    #[arg(long, value_name = "URL")]
    pub url: String,
    /// How the amounts are known: quoted, secondary, inferred or unverified
    #[arg(long, value_name = "BASIS")]
    pub basis: Basis,
    /// Directory that the tables are written to; it does not exist yet
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Directory with tables to which the year is added, in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}
