//! What can be typed.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::cli::memory::MemorySize;
use crate::cli::rates_arguments::RatesCommand;
use crate::error::{Error, ErrorKind};
use crate::language::Language;
use crate::payment::Payment;
use crate::period::{Day, Month};
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::headings::{Kind, fold};
use crate::reading::mapping::{Mapped, Mapping};

/// Withholding by operators of internet platforms in Kazakhstan under Order No. 392.
///
/// Exit status: 0 done and clean; 1 done, with findings (rows rejected, nothing to explain); 2 could not run, nothing
/// was published.
#[derive(Debug, Parser)]
#[command(name = "ustap", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Language of what is said: en, ru or kk [default: that of the terminal; in files en, in documents ru]
    #[arg(long, value_name = "LANG", global = true, hide_possible_values = true)]
    pub lang: Option<Language>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compute what is withheld from every person and month, and write the registers
    ///
    /// By point 4 of the Rules КГД computes, from the incomes that the operator states. For the operator the figures are
    /// a forecast of КГД's sums and a check on them, and what is withheld until they come; where they are known, they are
    /// what is paid. For who computes by point 4 the figures are the computation itself.
    Calculate(CalculateArguments),
    /// Say step by step how one person's month came about, with every provision
    ///
    /// The figures are those of `ustap calculate`: for the operator a forecast of КГД's sums and a check on them, for who
    /// computes by point 4 of the Rules the computation itself. Where КГД's sum is another one, that is paid.
    Explain(ExplainArguments),
    /// Write the incomes of a run in the form of the annex to the Rules, a statement for each month
    Statement(StatementArguments),
    /// Write payment lists from a run, a correction or a distribution, and the names of contractors
    Lists(ListsArguments),
    /// Compare a run's register with the answers of the State Corporation, the sums of ЦС КГД, or both
    Reconcile(ReconcileArguments),
    /// Say what the State Corporation passes on of a payment and what it returns, by the sums of ЦС КГД
    Distribute(DistributeArguments),
    /// Write applications for what was paid above due, from a reconciliation or a correction
    Refunds(RefundsArguments),
    /// Make a page to look at, of a run and of what was done with it
    Report(ReportArguments),
    /// Show the days of the month by the Rules: statement, КГД's sums, payment, distribution, mending
    Calendar(CalendarArguments),
    /// Compute the penalty for a late transfer, day by day
    Penalty(PenaltyArguments),
    /// Say what to look at before the money goes: exemptions, ages, limits, missing contractors
    Advise(AdviseArguments),
    /// Compare two runs: what is to pay and to have returned, by person, month and payment, and why
    Correct(CorrectArguments),
    /// Check that a run's directory is what its receipt says, and what the receipt rests on
    Verify(VerifyArguments),
    /// Show, check or export the tables of rates
    #[command(subcommand)]
    Rates(RatesCommand),
    /// Write the three input files with headers and two example rows each, and a payer.toml
    Template {
        /// A directory that does not exist yet
        dir: PathBuf,
    },
}

/// `ustap calculate`.
#[derive(Debug, Args)]
pub(crate) struct CalculateArguments {
    #[command(flatten)]
    pub inputs: InputArguments,
    /// Only operations whose effective day is in this month, for example 2026-08
    #[arg(long, value_name = "MONTH")]
    pub period: Option<Month>,
    /// Directory for the registers; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR", required_unless_present = "check")]
    pub out: Option<PathBuf>,
    /// Statuses and totals only, nothing is written
    #[arg(long, conflicts_with_all = ["out", "force", "lines", "keep"])]
    pub check: bool,
    /// The directory of an earlier run, made with --keep, that the operations come on top of
    #[arg(long, value_name = "RUN")]
    pub after: Option<PathBuf>,
    /// Close this month of the earlier run and all before it: they stay there, and their operations are not taken any more
    #[arg(long, value_name = "MONTH", requires = "after")]
    pub close: Option<Month>,
    /// Keep under DIR/state/ what a later run needs to build upon this one
    #[arg(long)]
    pub keep: bool,
    /// Write lines.csv as well: what is withheld from each operation
    #[arg(long)]
    pub lines: bool,
    /// Replace DIR where it exists and is a run of this program, in one step
    #[arg(long)]
    pub force: bool,
}

/// `ustap advise`.
#[derive(Debug, Args)]
pub(crate) struct AdviseArguments {
    /// The directory of a run
    #[arg(value_name = "RUN")]
    pub run: PathBuf,
    /// CSV file with the contractors and their birth dates
    #[arg(long, value_name = "FILE", required = true)]
    pub contractors: Vec<PathBuf>,
    /// CSV file with the exempt categories of persons
    #[arg(long, value_name = "FILE")]
    pub exemptions: Vec<PathBuf>,
    /// Directory for the advice; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub columns: ColumnArguments,
    /// Directory with rates tables in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    /// Encoding of the input files
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: EncodingArgument,
}

/// `ustap correct`.
#[derive(Debug, Args)]
pub(crate) struct CorrectArguments {
    /// The directory of the run by which money was withheld and paid
    #[arg(value_name = "BEFORE")]
    pub before: PathBuf,
    /// The directory of the run with what is known now
    #[arg(value_name = "AFTER")]
    pub after: PathBuf,
    /// Only this month of both runs is compared; may be given several times
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    /// Directory for the corrections; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

/// `ustap report`.
#[derive(Debug, Args)]
pub(crate) struct ReportArguments {
    /// The directory of a run, and any that were made from it: statement, lists, reconciliation, distribution, correction, advice
    #[arg(value_name = "DIR", required = true)]
    pub dirs: Vec<PathBuf>,
    /// The page; it must not exist yet and appears whole or not at all
    #[arg(long, value_name = "FILE.html")]
    pub out: PathBuf,
    /// Personal numbers whole; without it they are masked
    #[arg(long)]
    pub full_iin: bool,
    /// Replace FILE.html where it is a page of this program
    #[arg(long)]
    pub force: bool,
    /// Directory with the rates tables of the run, where they were not the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap verify`.
#[derive(Debug, Args)]
pub(crate) struct VerifyArguments {
    /// The directory of a run
    #[arg(value_name = "RUN")]
    pub run: PathBuf,
    /// Directory in which the inputs of the run may be found, under any names
    #[arg(long, value_name = "DIR")]
    pub inputs: Option<PathBuf>,
    /// Calculate again from the inputs and compare every byte
    #[arg(long, requires = "inputs")]
    pub recompute: bool,
    /// Directories of earlier runs that the run builds upon
    #[arg(long, value_name = "DIR", num_args = 1..)]
    pub chain: Vec<PathBuf>,
    /// Directory with the rates tables of the run, where they were not the built-in ones
    #[arg(long, value_name = "DIR", requires = "recompute")]
    pub rates: Option<PathBuf>,
    /// Threads to work on [default: all processors]
    #[arg(long, value_name = "N", requires = "recompute")]
    pub threads: Option<std::num::NonZero<u16>>,
    /// Memory to work in, at least 16MiB [default: a quarter of what there is]
    #[arg(long, value_name = "SIZE", requires = "recompute")]
    pub memory: Option<MemorySize>,
}

/// `ustap explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArguments {
    #[command(flatten)]
    pub inputs: InputArguments,
    /// The person
    #[arg(long, value_name = "IIN")]
    pub iin: IinArgument,
    /// The month; as with `calculate --period`, operations of other months do not count
    #[arg(long, value_name = "MONTH")]
    pub period: Month,
    /// The same steps as JSON
    #[arg(long)]
    pub json: bool,
}

/// `ustap statement`.
#[derive(Debug, Args)]
pub(crate) struct StatementArguments {
    /// Directory of the run whose incomes are stated
    #[arg(value_name = "RUN")]
    pub run: PathBuf,
    /// CSV file with the names of contractors; `-` is standard input
    #[arg(long, value_name = "FILE", required = true)]
    pub contractors: Vec<PathBuf>,
    /// TOML file with the operator's name and number, and the chief's where it is a legal entity
    #[arg(long, value_name = "FILE")]
    pub payer: PathBuf,
    /// Only this month is stated; may be given several times
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    /// Day of submission, for the foot of the form [default: a line to fill in]
    #[arg(long, value_name = "DAY")]
    pub date: Option<Day>,
    /// The form of the statements
    #[arg(long, value_name = "FORMAT", default_value = "csv")]
    pub format: StatementFormat,
    /// Encoding of the contractors files
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub contractors_encoding: EncodingArgument,
    /// Directory for the statements; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    #[command(flatten)]
    pub columns: ColumnArguments,
    /// Directory with rates tables in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatementFormat {
    /// A file for each month
    Csv,
    /// The annex as a workbook for each month, ready to print and sign
    Xlsx,
}

/// `ustap lists`.
#[derive(Debug, Args)]
pub(crate) struct ListsArguments {
    /// Directory of the run that is paid for; of a correction: then what is due in addition; or of a distribution: then
    /// what is owed after returns
    #[arg(value_name = "SOURCE")]
    pub run: PathBuf,
    /// CSV file with sums computed by КГД, which are paid then in place of the run's own; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub kgd: Vec<PathBuf>,
    /// Make lists of the penalties in the sums of КГД too
    #[arg(long, requires = "kgd")]
    pub penalties: bool,
    /// Only this month of every side; may be given several times
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    /// CSV file with the names and birth dates of contractors; `-` is standard input
    #[arg(long, value_name = "FILE", required = true)]
    pub contractors: Vec<PathBuf>,
    /// The payment
    #[arg(long, value_name = "PAYMENT")]
    pub payment: PaymentArgument,
    /// The form of the lists
    #[arg(long, value_name = "FORMAT")]
    pub format: FormatArgument,
    /// Directory for the lists; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// TOML file with the operator's name, number and, for mt102, account
    #[arg(long, value_name = "FILE")]
    pub payer: Option<PathBuf>,
    /// Day of the payment order, for mt102
    #[arg(long, value_name = "DAY")]
    pub date: Option<Day>,
    /// Encoding of mt102 [default: utf-8]
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<EncodingArgument>,
    /// Encoding of all input files
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub contractors_encoding: EncodingArgument,
    #[command(flatten)]
    pub columns: ColumnArguments,
    /// Another heading for a column of the sums of КГД: the same as --column kgd.NAME=HEADER
    #[arg(long, value_name = "NAME=HEADER", value_parser = kgd_column)]
    pub kgd_column: Vec<ColumnArgument>,
    /// Directory with rates tables in place of the built-in ones
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
    /// A file for each list
    Csv,
    /// A workbook with all lists, the register and the rejected rows
    Xlsx,
    /// A payment order for each list, as banks take it
    Mt102,
}

/// `ustap distribute`.
#[derive(Debug, Args)]
pub(crate) struct DistributeArguments {
    /// What was paid: a directory of lists, an MT-102 file, or a CSV file with the columns iin, period, knp and amount; `-`
    /// is standard input
    #[arg(long, value_name = "LISTS", required = true, num_args = 1..)]
    pub paid: Vec<PathBuf>,
    /// CSV file with the sums of ЦС КГД: iin, period, ipn, opv, opvr, so, vosms
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub kgd: Vec<PathBuf>,
    /// CSV file with the exempt categories of persons
    #[arg(long, value_name = "FILE")]
    pub exemptions: Vec<PathBuf>,
    /// The directory of an earlier distribution, whose distributed sums are no longer to be paid; may be given several
    /// times
    #[arg(long, value_name = "DISTRIBUTION")]
    pub after: Vec<PathBuf>,
    /// The day on which the State Corporation received the money: the terms run from it
    #[arg(long, value_name = "DAY")]
    pub received_on: Option<Day>,
    /// Directory for what is distributed, returned and owed; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Directory with rates tables in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    #[command(flatten)]
    pub columns: ColumnArguments,
    /// Another heading for a column of the sums of ЦС КГД: the same as --column kgd.NAME=HEADER
    #[arg(long, value_name = "NAME=HEADER", value_parser = kgd_column)]
    pub kgd_column: Vec<ColumnArgument>,
    /// Encoding of the input files; a directory of lists says its own
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: EncodingArgument,
}

/// `ustap refunds`.
#[derive(Debug, Args)]
pub(crate) struct RefundsArguments {
    /// Directory of a reconciliation or a correction
    #[arg(value_name = "CORRECTION_OR_RECONCILIATION")]
    pub dir: PathBuf,
    /// Why it is asked back, one for all: a code of settlement/refunds.toml
    #[arg(long, value_name = "CODE")]
    pub reason: String,
    /// Directory for the applications; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Which side of a reconciliation tells what was paid above due [default: answer]
    #[arg(long, value_name = "SIDE")]
    pub side: Option<SideArgument>,
    /// Only breaks of this kind of a reconciliation, for example duplicate; may be given several times
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Directory with rates tables in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SideArgument {
    /// Due is what the register has, paid what the answer has
    Answer,
    /// No ground for a refund: what ЦС КГД has not computed comes back by itself
    Kgd,
}

/// Arguments of `ustap calendar`.
#[derive(Debug, Args)]
pub(crate) struct CalendarArguments {
    /// The month of the income, for example 2026-08: the days are of the next one
    #[arg(value_name = "MONTH")]
    pub month: Month,
    /// Directory with tables of rates in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap penalty`.
#[derive(Debug, Args)]
pub(crate) struct PenaltyArguments {
    /// CSV file with the columns payment, period, paid_on and amount; `-` is standard input
    #[arg(value_name = "FILE", conflicts_with_all = ["payment", "period", "paid_on", "amount"])]
    pub file: Option<PathBuf>,
    /// The payment: opv, opvr, so or vosms
    #[arg(long, value_name = "PAYMENT")]
    pub payment: Option<String>,
    /// The month for which it was due, for example 2026-03
    #[arg(long, value_name = "MONTH")]
    pub period: Option<Month>,
    /// The day on which it was paid
    #[arg(long, value_name = "DAY")]
    pub paid_on: Option<Day>,
    /// What was paid late, in tenge
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    pub amount: Option<String>,
    #[command(flatten)]
    pub columns: ColumnArguments,
    /// Encoding of FILE; a byte order mark outranks it
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: EncodingArgument,
    /// Directory with rates tables in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
}

/// `ustap reconcile`.
#[derive(Debug, Args)]
pub(crate) struct ReconcileArguments {
    /// Directory of the run whose register is compared
    #[arg(long, value_name = "RUN")]
    pub register: PathBuf,
    /// CSV file with an answer of the State Corporation or the bank; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub answer: Vec<PathBuf>,
    /// CSV file with sums computed by ЦС КГД; `-` is standard input
    #[arg(long, value_name = "FILE")]
    pub kgd: Vec<PathBuf>,
    /// Only this payment is compared: ipn, opv, opvr, so or vosms; may be given several times
    #[arg(long, value_name = "PAYMENT", value_parser = payment)]
    pub payment: Vec<Payment>,
    /// Only this month of every side is compared; may be given several times
    #[arg(long, value_name = "MONTH")]
    pub period: Vec<Month>,
    /// Directory for breaks and sums; it must not exist yet and appears complete or not at all
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write breaks.xlsx as well
    #[arg(long)]
    pub xlsx: bool,
    /// Directory with rates tables in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    #[command(flatten)]
    pub columns: ColumnArguments,
    /// Another heading for a column of the sums of ЦС КГД: the same as --column kgd.NAME=HEADER
    #[arg(long, value_name = "NAME=HEADER", value_parser = kgd_column)]
    pub kgd_column: Vec<ColumnArgument>,
    /// Encoding of the input files
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: EncodingArgument,
}

/// What is to be calculated; `calculate` and `explain` share it.
#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    /// CSV files with operations, one batch together; `-` is standard input
    #[arg(required = true, value_name = "OPERATIONS")]
    pub operations: Vec<PathBuf>,
    /// CSV file with the exempt categories of persons
    #[arg(long, value_name = "FILE")]
    pub exemptions: Vec<PathBuf>,
    /// CSV file with the names and regimes of contractors
    #[arg(long, value_name = "FILE")]
    pub contractors: Vec<PathBuf>,
    /// Only exemptions that were known on this day: rows with a later `known_on` are not used
    #[arg(long, value_name = "DAY")]
    pub known_on: Option<Day>,
    /// How income above the monthly limit is read
    #[arg(long, value_name = "POLICY", default_value = "cap")]
    pub over_limit: OverLimitArgument,
    /// Directory with rates tables in place of the built-in ones
    #[arg(long, value_name = "DIR")]
    pub rates: Option<PathBuf>,
    /// Threads to work on [default: all processors]
    #[arg(long, value_name = "N")]
    pub threads: Option<std::num::NonZero<u16>>,
    /// Memory to work in, at least 16MiB; what does not fit goes to temporary files [default: a quarter of what there is]
    #[arg(long, value_name = "SIZE")]
    pub memory: Option<MemorySize>,
    #[command(flatten)]
    pub columns: ColumnArguments,
    /// Put zeros in front of an ИИН of one to eleven digits where its check digit fits then
    #[arg(long)]
    pub restore_zeros: bool,
    /// Encoding of the input files; a byte order mark outranks it
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub encoding: EncodingArgument,
}

/// What every command that reads tables takes on their columns.
#[derive(Debug, Args)]
pub(crate) struct ColumnArguments {
    /// Another heading for a column, for example income="Сумма" or exemptions.valid_to="Действует до"; without FILE it is
    /// of the first kind of file that the command reads
    #[arg(long, value_name = "[FILE.]NAME=HEADER", value_parser = column)]
    pub column: Vec<ColumnArgument>,
    /// A heading that is not to be read, though it resembles a column that is missing
    #[arg(long, value_name = "HEADING")]
    pub ignore_column: Vec<String>,
}

/// A column and the heading that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnArgument {
    /// The kind of file, where it was said.
    pub file: Option<Kind>,
    pub name: String,
    pub heading: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum OverLimitArgument {
    /// Bases stop at their caps, withholding goes on
    Cap,
    /// From the operation that crossed the limit on, nothing of that month is withheld
    Stop,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum EncodingArgument {
    #[value(name = "utf-8")]
    Utf8,
    #[value(name = "windows-1251")]
    Windows1251,
    /// Kazakh letters, as Windows and 1C write them in Kazakhstan (STRK1048-2002)
    #[value(name = "kz-1048")]
    Kz1048,
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

impl EncodingArgument {
    /// The encoding that was asked for.
    pub fn encoding(self) -> Encoding {
        match self {
            EncodingArgument::Utf8 => Encoding::Utf8,
            EncodingArgument::Windows1251 => Encoding::Windows1251,
            EncodingArgument::Kz1048 => Encoding::Kz1048,
        }
    }
}

fn payment(argument: &str) -> Result<Payment, String> {
    argument
        .parse::<Payment>()
        .ok()
        .ok_or_else(|| format!("there is no such payment; there are {}", Payment::ALL.map(Payment::code).join(", ")))
}

impl ColumnArguments {
    /// These, and what was said of the columns of КГД in the other way.
    pub fn with_kgd(&self, kgd_column: &[ColumnArgument]) -> ColumnArguments {
        let column = self.column.iter().chain(kgd_column).cloned().collect();
        ColumnArguments { column, ignore_column: self.ignore_column.clone() }
    }

    /// What was said about the columns of a command that reads these kinds of file: each with whether any was given. The
    /// first one is meant where none was said.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where a column is of a kind that the command does not read, or of which no file was given.
    pub fn mapping(&self, tables: &[(Kind, bool)]) -> Result<Mapping, Error> {
        let first = tables.first().map_or(Kind::Operations, |&(table, _)| table);
        let mapped = |ColumnArgument { file, name, heading }: &ColumnArgument| {
            let table = file.unwrap_or(first);
            let code = table.code();
            match tables.iter().find(|(known, _)| *known == table) {
                Some((_, true)) => Ok(Mapped { table, column: name.clone(), heading: heading.clone() }),
                Some((_, false)) => {
                    let message = format!("--column {code}.{name}: no {code} file is given");
                    Err(Error::new(ErrorKind::Usage, message).with_hint("give the file too, or leave the option out"))
                }
                None => {
                    let known: Vec<&str> = tables.iter().map(|(table, _)| table.code()).collect();
                    let message = format!("--column {code}.{name}: this command reads no {code} file");
                    Err(Error::new(ErrorKind::Usage, message).with_hint(format!("it reads {}", known.join(", "))))
                }
            }
        };
        let columns = self.column.iter().map(mapped).collect::<Result<_, _>>()?;
        Ok(Mapping { columns, ignored: self.ignore_column.clone() })
    }
}

fn column(argument: &str) -> Result<ColumnArgument, String> {
    let form = "is not of the form NAME=HEADER or FILE.NAME=HEADER";
    let (name, heading) = argument.split_once('=').ok_or(form)?;
    let (file, name) = match name.split_once('.') {
        Some((code, name)) => {
            let known = Kind::ALL.into_iter().find(|table| table.code() == code);
            let codes = Kind::ALL.map(Kind::code).join(", ");
            (Some(known.ok_or_else(|| format!("there is no FILE `{code}`: {codes}"))?), name)
        }
        None => (None, name),
    };
    if name.is_empty() || fold(heading).is_empty() {
        return Err(form.to_owned());
    }
    Ok(ColumnArgument { file, name: name.to_owned(), heading: heading.to_owned() })
}

fn kgd_column(argument: &str) -> Result<ColumnArgument, String> {
    match column(argument) {
        Ok(column) if column.file.is_none() => Ok(ColumnArgument { file: Some(Kind::Kgd), ..column }),
        _ => Err("is not of the form NAME=HEADER".to_owned()),
    }
}
