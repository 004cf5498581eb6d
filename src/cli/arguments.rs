//! What can be typed. What the help says of it stands in `words/*.ftl`: [`crate::cli::help`].

use std::num::NonZero;
use std::path::PathBuf;
use std::str::FromStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::cli::columns::{ColumnArgument, ColumnArguments, TableArguments, kgd_column};
use crate::cli::memory::MemorySize;
use crate::cli::rates_arguments::RatesCommand;
use crate::commands::received::rejects::SideName;
use crate::commands::statement;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::law::OverLimit;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::words::say;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "ustap", version, max_term_width = 100)]
pub(crate) struct Arguments {
    #[arg(long, value_name = "LANG", global = true, hide_possible_values = true)]
    pub lang: Option<Language>,
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: ColorArgument,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Calculate(CalculateArguments),
    Explain(ExplainArguments),
    Statement(StatementArguments),
    Lists(ListsArguments),
    Reconcile(ReconcileArguments),
    Distribute(DistributeArguments),
    Refunds(RefundsArguments),
    Report(ReportArguments),
    Calendar(CalendarArguments),
    Penalty(PenaltyArguments),
    Advise(AdviseArguments),
    Correct(CorrectArguments),
    Verify(VerifyArguments),
    #[command(subcommand)]
    Rates(RatesCommand),
    Template {
        dir: PathBuf,
    },
    Completions {
        shell: ShellArgument,
    },
    #[command(hide = true)]
    Man {
        dir: PathBuf,
    },
}

/// Where `error:` and its like are in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorArgument {
    Auto,
    Always,
    Never,
}

/// A shell that completes what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShellArgument {
    Bash,
    Zsh,
    Fish,
}

/// `ustap calculate`.
#[derive(Debug, Args)]
pub(crate) struct CalculateArguments {
    #[command(flatten)]
    pub inputs: InputArguments,
    #[arg(long, value_name = "MONTH")]
    pub period: Option<Month>,
    #[arg(long, value_name = "DIR", required_unless_present = "check")]
    pub out: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["out", "force", "lines", "keep"])]
    pub check: bool,
    #[arg(long, value_name = "RUN")]
    pub after: Option<PathBuf>,
    #[arg(long, value_name = "MONTH", requires = "after")]
    pub close: Option<Month>,
    #[arg(long)]
    pub keep: bool,
    #[arg(long)]
    pub lines: bool,
    #[arg(long)]
    pub force: bool,
}

/// `ustap advise`.
#[derive(Debug, Args)]
pub(crate) struct AdviseArguments {
    #[arg(value_name = "RUN")]
    pub run: PathBuf,
    #[arg(long, value_name = "FILE", required = true)]
    pub contractors: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub exemptions: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub columns: TableArguments,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: Encoding,
}

/// `ustap correct`.
#[derive(Debug, Args)]
pub(crate) struct CorrectArguments {
    #[arg(value_name = "BEFORE")]
    pub before: PathBuf,
    #[arg(value_name = "AFTER")]
    pub after: PathBuf,
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap report`.
#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    #[arg(value_name = "DIR", required = true)]
    pub dirs: Vec<PathBuf>,
    #[arg(long, value_name = "FILE.html")]
    pub out: PathBuf,
    #[arg(long)]
    pub full_iin: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap verify`.
#[derive(Debug, Args)]
pub(crate) struct VerifyArguments {
    #[arg(value_name = "RUN")]
    pub run: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub inputs: Option<PathBuf>,
    #[arg(long)]
    pub recompute: bool,
    #[arg(long, value_name = "DIR", num_args = 1..)]
    pub chain: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", requires = "recompute")]
    pub rates: Option<PathBuf>,
    #[arg(long, value_name = "N", requires = "recompute", value_parser = threads)]
    pub threads: Option<NonZero<u16>>,
    #[arg(long, value_name = "SIZE", requires = "recompute")]
    pub memory: Option<MemorySize>,
}

/// `ustap explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    pub inputs: InputArguments,
    #[arg(long, value_name = "IIN")]
    pub iin: IinArgument,
    #[arg(long, value_name = "MONTH")]
    pub period: Month,
    #[arg(long)]
    pub json: bool,
}

/// `ustap statement`.
#[derive(Debug, Args)]
pub(crate) struct StatementArguments {
    #[arg(value_name = "RUN")]
    pub run: PathBuf,
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub contractors: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub payer: PathBuf,
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    #[arg(long, value_name = "DAY")]
    pub date: Option<Day>,
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    pub format: statement::Format,
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub contractors_encoding: Encoding,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub columns: TableArguments,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap lists`.
#[derive(Debug, Args)]
pub(crate) struct ListsArguments {
    #[arg(value_name = "SOURCE")]
    pub run: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub kgd: Vec<PathBuf>,
    #[arg(long, requires = "kgd")]
    pub penalties: bool,
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub contractors: Vec<PathBuf>,
    #[arg(long, value_name = "PAYMENT")]
    pub payment: PaymentArgument,
    #[arg(long, value_name = "FORMAT")]
    pub format: FormatArgument,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub payer: Option<PathBuf>,
    #[arg(long, value_name = "DAY")]
    pub date: Option<Day>,
    #[arg(long, value_name = "NAME", value_parser = order_encoding())]
    pub encoding: Option<Encoding>,
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub contractors_encoding: Encoding,
    #[command(flatten)]
    pub columns: TableArguments,
    #[arg(long, value_name = "NAME=HEADER", value_parser = kgd_column)]
    pub kgd_column: Vec<ColumnArgument>,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// A payment that goes with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PaymentArgument {
    Opv,
    Opvr,
    So,
    Vosms,
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatArgument {
    Csv,
    Xlsx,
    Mt102,
}

/// `ustap distribute`.
#[derive(Debug, Args)]
pub(crate) struct DistributeArguments {
    /// Behind earlier distributions nothing new may have been paid: then it is told what newer sums leave owed.
    #[arg(long, value_name = "LISTS", required_unless_present = "after", num_args = 1..)]
    pub paid: Vec<PathBuf>,
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub kgd: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub exemptions: Vec<PathBuf>,
    #[arg(long, value_name = "DISTRIBUTION")]
    pub after: Vec<PathBuf>,
    #[arg(long, value_name = "DAY")]
    pub received_on: Option<Day>,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    #[command(flatten)]
    pub columns: TableArguments,
    #[arg(long, value_name = "NAME=HEADER", value_parser = kgd_column)]
    pub kgd_column: Vec<ColumnArgument>,
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: Encoding,
}

/// `ustap refunds`.
#[derive(Debug, Args)]
pub(crate) struct RefundsArguments {
    #[arg(value_name = "CORRECTION_OR_RECONCILIATION")]
    pub dir: PathBuf,
    #[arg(long, value_name = "CODE")]
    pub reason: String,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long, value_name = "SIDE")]
    pub side: Option<SideName>,
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    #[arg(long, value_name = "PAYMENT", value_parser = payment)]
    pub payment: Vec<Payment>,
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    #[arg(long)]
    pub due_by_kgd: bool,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// Arguments of `ustap calendar`.
#[derive(Debug, Args)]
pub(crate) struct CalendarArguments {
    #[arg(value_name = "MONTH")]
    pub month: Month,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap penalty`.
#[derive(Debug, Args)]
pub(crate) struct PenaltyArguments {
    #[arg(value_name = "FILE", conflicts_with_all = ["payment", "period", "paid_on", "amount"])]
    pub file: Option<PathBuf>,
    #[arg(long, value_name = "PAYMENT", conflicts_with_all = ["column", "ignore_column", "encoding"])]
    pub payment: Option<String>,
    #[arg(long, value_name = "MONTH")]
    pub period: Option<Month>,
    #[arg(long, value_name = "DAY")]
    pub paid_on: Option<String>,
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub amount: Option<String>,
    #[command(flatten)]
    pub columns: ColumnArguments,
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: Encoding,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap reconcile`.
#[derive(Debug, Args)]
pub(crate) struct ReconcileArguments {
    #[arg(long, value_name = "RUN")]
    pub register: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub answer: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub kgd: Vec<PathBuf>,
    #[arg(long, value_name = "PAYMENT", value_parser = payment)]
    pub payment: Vec<Payment>,
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[arg(long)]
    pub xlsx: bool,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    #[command(flatten)]
    pub columns: TableArguments,
    #[arg(long, value_name = "NAME=HEADER", value_parser = kgd_column)]
    pub kgd_column: Vec<ColumnArgument>,
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: Encoding,
}

/// What is to be calculated; `calculate` and `explain` share it.
#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    #[arg(required = true, value_name = "OPERATIONS")]
    pub operations: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub exemptions: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub contractors: Vec<PathBuf>,
    #[arg(long, value_name = "DAY")]
    pub known_on: Option<Day>,
    #[arg(long, value_name = "POLICY", default_value = "cap")]
    pub over_limit: OverLimit,
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<NonZero<u16>>,
    #[arg(long, value_name = "SIZE")]
    pub memory: Option<MemorySize>,
    #[command(flatten)]
    pub columns: TableArguments,
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: Encoding,
}

/// An ИИН, or one that has lost its leading zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct IinArgument {
    pub iin: Iin,
    pub has_lost_zeros: bool,
}

impl FromStr for IinArgument {
    type Err = Error;

    fn from_str(text: &str) -> Result<IinArgument, Error> {
        match (text.parse(), Iin::with_zeros_restored(text.as_bytes())) {
            (Ok(iin), _) => Ok(IinArgument { iin, has_lost_zeros: false }),
            (_, Some(iin)) => Ok(IinArgument { iin, has_lost_zeros: true }),
            (Err(error), None) => Err(error),
        }
    }
}

/// Lets an enum that has codes be typed as one of them.
macro_rules! typed {
    ($($type:ty),*) => {$(
        impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [$type] {
                &<$type>::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.code()))
            }
        }
    )*};
}

typed!(Encoding, Language, OverLimit, SideName, statement::Format);

/// What banks take MT-102 in.
fn order_encoding() -> impl TypedValueParser<Value = Encoding> {
    let names = [Encoding::Utf8, Encoding::Windows1251, Encoding::Kz1048].map(Encoding::code);
    PossibleValuesParser::new(names).try_map(|name| name.parse())
}

fn payment(argument: &str) -> Result<Payment, Error> {
    argument.parse::<Payment>().ok().ok_or_else(|| {
        let codes = Payment::ALL.map(Payment::code).join(", ");
        Error::new(ErrorKind::Usage, say!("argument-payment")).with_hint(say!("argument-payment-hint", codes = codes))
    })
}

fn threads(argument: &str) -> Result<NonZero<u16>, Error> {
    argument.parse().map_err(|_| Error::new(ErrorKind::Usage, say!("argument-threads")))
}
