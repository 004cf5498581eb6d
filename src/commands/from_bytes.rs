//! Files of the commands as bytes: for fuzz targets and tests, which see the readers from outside.

use std::env;
use std::io::Cursor;

use crate::commands::distribute::mt102;
use crate::commands::payer;
use crate::commands::periods::Wanted;
use crate::commands::received::answers::{AnswerReader, ReceivedRows, answer_header, kgd_header};
use crate::commands::received::rejects::SettlementRejects;
use crate::error::Error;
use crate::language::Language;
use crate::law::Law;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::encoding::Encoding;
use crate::reading::header::mapping::Mapping;
use crate::reading::input::{Input, Opened};
use crate::reading::opened_file::OpenedFile;
use crate::reading::progress::Progress;

fn opened(file: Vec<u8>) -> Opened {
    Opened::over(Box::new(Cursor::new(file)))
}

/// A row of an answer or of ЦС КГД that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideRow {
    /// The line on which it stands.
    pub line: u64,
    /// The person.
    pub iin: Iin,
    /// The month.
    pub period: Month,
    /// The payment.
    pub payment: Payment,
    /// The amount.
    pub amount: Tenge,
    /// Its status, by code.
    pub status: &'static str,
}

/// What a file of the other side comes to.
#[derive(Debug, PartialEq, Eq)]
pub struct SideFile {
    /// The rows in the order in which they stand, of ЦС КГД one for each payment.
    pub taken: Vec<SideRow>,
    /// Rows by the code for which they were not taken.
    pub rejected: Vec<(&'static str, u64)>,
    /// Penalties above zero.
    pub penalties: Vec<(Iin, Month, Payment, Tenge)>,
    /// All rows below the header.
    pub rows: u64,
}

/// A file of sums of ЦС КГД, or an answer, as the program reads it.
///
/// # Errors
/// As reading a file fails, but for what the disk does.
pub fn read_side(file: Vec<u8>, is_of_kgd: bool) -> Result<SideFile, Error> {
    let (law, wanted, progress) = (Law::current()?, Wanted::default(), Progress::told(|_, _| ()));
    let mut rejects = SettlementRejects::new(&env::temp_dir(), Language::En);
    let mut side = ReceivedRows::default();
    let mut reader = AnswerReader { law: &law, wanted: &wanted, rejects: &mut rejects, progress: &progress };
    let (utf8, mapping) = (Encoding::Utf8, Mapping::default());
    let header = if is_of_kgd { kgd_header(utf8, &mapping)? } else { answer_header(utf8, &mapping)? };
    let file = OpenedFile { input: &Input::Stdin, opened: opened(file), header: &header };
    let (_, rows) = if is_of_kgd { reader.kgd(file, true, &mut side)? } else { reader.answer(file, &mut side)? };
    let line = |row: u32| side.told(row as usize).map_or(0, |told| told.line);
    let taken = side.rows.iter().map(|row| SideRow {
        line: line(row.row),
        iin: row.key.iin(),
        period: row.key.period(),
        payment: row.key.payment(),
        amount: row.amount,
        status: row.status.code(),
    });
    let penalties = side.penalties.iter().map(|penalty| {
        let key = penalty.key;
        (key.iin(), key.period(), key.payment(), penalty.amount)
    });
    let mut rejected: Vec<_> = rejects.counts.iter().map(|count| (count.reject.code(), count.rows)).collect();
    rejected.sort_unstable();
    Ok(SideFile { taken: taken.collect(), rejected, penalties: penalties.collect(), rows })
}

/// A row of an MT-102 file: its line, ИИН, month, amount, surname, given name, and the КНП and the rate of all.
pub type Mt102Text = (u64, [String; 7]);
/// The sum that an MT-102 file states, and what its rows come to, where these differ.
pub type Mt102Stated = Option<(String, TengeSum)>;

/// The rows of an MT-102 file in UTF-8 as the program reads them.
///
/// # Errors
/// As reading one fails, but for what the disk does.
pub fn read_mt102(file: Vec<u8>) -> Result<(Vec<Mt102Text>, Mt102Stated), Error> {
    let mut rows = Vec::new();
    let read = mt102::read(&Input::Stdin, opened(file), Encoding::Utf8, |header, row| {
        let texts = [&row.iin, &row.period, &row.amount, &row.surname, &row.given_name];
        let [iin, period, amount, surname, given_name] = texts.map(String::clone);
        let knp = header.knp.clone().unwrap_or_default();
        rows.push((row.line, [iin, period, amount, surname, given_name, knp, header.rate.clone()]));
        Ok(())
    })?;
    Ok((rows, read.stated))
}

/// The operator of a payer file as each use of it has him: of orders, of rows, of lists, of a statement.
pub fn read_payer(text: &str) -> [Result<String, Error>; 4] {
    payer::each_use(text)
}
