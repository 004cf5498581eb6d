//! What is typed after `ustap rates`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::error::{Error, ErrorKind};
use crate::law::Basis;
use crate::period::Day;
use crate::words::say;

/// `ustap rates`.
#[derive(Debug, Subcommand)]
pub(crate) enum RatesCommand {
    Show {
        #[arg(long, value_name = "DAY")]
        on: Option<Day>,
        #[arg(long, value_name = "DIR")]
        rates: Option<PathBuf>,
    },
    Check {
        #[arg(long, value_name = "DIR")]
        rates: Option<PathBuf>,
    },
    Export {
        dir: PathBuf,
    },
    Add(Box<RatesAddArguments>),
}

/// `ustap rates add`.
#[derive(Debug, Args)]
pub(crate) struct RatesAddArguments {
    #[arg(long, value_name = "YEAR", value_parser = year)]
    pub year: u32,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub mrp: String,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub mzp: String,
    #[arg(long, value_name = "TITLE")]
    pub act: String,
    #[arg(long, value_name = "NUMBER")]
    pub number: String,
    #[arg(long, value_name = "DAY")]
    pub dated: Day,
    #[arg(long, value_name = "URL")]
    pub url: String,
    #[arg(long, value_name = "BASIS")]
    pub basis: Basis,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

fn year(argument: &str) -> Result<u32, Error> {
    argument.parse().map_err(|_| Error::new(ErrorKind::Usage, say!("argument-year")))
}
