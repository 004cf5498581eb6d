//! MT-102: the letters of lists, and the layout of the file.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::tables::table::{Entry, Series, Table};
use crate::law::tables::values::{knp, most};
use crate::words::say;

/// What stands around the lists of an MT-102 file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mt102Layout {
    /// The first line.
    pub basic_header: String,
    /// The second line.
    pub application_header: String,
    /// Residency and sector of the payer.
    pub payer: (String, String),
    /// The recipient's name.
    pub recipient_name: String,
    /// Residency and sector of the recipient.
    pub recipient: (String, String),
    /// After `/VO/`.
    pub vo: String,
    /// After `/SEND/`.
    pub send: String,
    /// After `/PSO/`.
    pub pso: String,
    /// After `/PRT/`.
    pub prt: String,
    /// What the payment is for, with `{payment}`, `{month}`, `{year}` and `{rate}` to be replaced.
    pub assign: String,
    /// What the payment of a penalty is for, with the same but `{rate}`.
    pub assign_penalty: String,
    /// The longest name in characters.
    pub name_max: usize,
    /// The longest first line of what the payment is for, in characters.
    pub assign_first_max: usize,
    /// The longest further line.
    pub assign_next_max: usize,
    /// Lines that it may have.
    pub assign_lines_max: usize,
    /// Whether a person without a birth date has no row.
    pub needs_birth_date: bool,
    /// What ends a line: `\r\n` or `\n`.
    pub line_end: &'static str,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// The kind of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mt102Letter {
    /// The letter after `/OPV/`.
    pub letter: String,
    /// Whether the month stands in every row, and not once in the header.
    pub period_in_rows: bool,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// The table of the format.
#[derive(Debug)]
pub(in crate::law) struct Mt102 {
    /// By КНП.
    pub letters: BTreeMap<String, Series<Mt102Letter>>,
    pub layouts: Series<Mt102Layout>,
}

/// The sections of the table.
pub(in crate::law) const SECTIONS: [&str; 2] = ["letter", "layout"];

const LAYOUT_KEYS: [&str; 19] = [
    "basic_header",
    "application_header",
    "payer_irs",
    "payer_seco",
    "recipient_name",
    "recipient_irs",
    "recipient_seco",
    "vo",
    "send",
    "pso",
    "prt",
    "assign",
    "assign_penalty",
    "name_max",
    "assign_first_max",
    "assign_next_max",
    "assign_lines_max",
    "birth_date",
    "line_end",
];

impl Mt102 {
    /// The format of the table.
    pub fn read(table: &mut Table<'_>) -> Result<Mt102, Error> {
        let named = |knp: &String| say!("dated-letter", knp = knp);
        let letters = table.series("letter", &["knp"], &["letter", "period"], named, |entry, citation| {
            Ok((vec![knp(entry)?.value.into_owned()], letter(entry, citation)?))
        })?;
        let layouts = table.single("layout", &LAYOUT_KEYS, say!("dated-layout"), layout)?;
        Ok(Mt102 { letters, layouts })
    }
}

fn letter(entry: &mut Entry<'_>, citation: &Arc<Citation>) -> Result<Mt102Letter, Error> {
    let letter = entry.text("letter")?;
    if letter.value.len() != 1 || !letter.value.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Err(letter.refuse(say!("mt102-no-capital")));
    }
    let period_in_rows = entry.text("period")?.one_of(&[("rows", true), ("header", false)], say!("mt102-no-period"))?;
    Ok(Mt102Letter { letter: letter.value.into_owned(), period_in_rows, citation: Arc::clone(citation) })
}

fn layout(entry: &mut Entry<'_>, citation: &Arc<Citation>) -> Result<Mt102Layout, Error> {
    let mut line = |key| -> Result<String, Error> {
        let text = entry.text(key)?;
        if text.value.chars().any(char::is_control) {
            return Err(text.refuse(say!("mt102-no-line")));
        }
        Ok(text.value.into_owned())
    };
    let (basic_header, application_header) = (line("basic_header")?, line("application_header")?);
    let payer = (line("payer_irs")?, line("payer_seco")?);
    let recipient_name = line("recipient_name")?;
    let recipient = (line("recipient_irs")?, line("recipient_seco")?);
    let (vo, send, pso, prt) = (line("vo")?, line("send")?, line("pso")?, line("prt")?);
    let (assign, assign_penalty) = (line("assign")?, line("assign_penalty")?);
    let mut most = |key| most(&entry.text(key)?).map(|most| most as usize);
    let (name_max, assign_first_max) = (most("name_max")?, most("assign_first_max")?);
    let (assign_next_max, assign_lines_max) = (most("assign_next_max")?, most("assign_lines_max")?);
    let birth_dates = [("required", true), ("optional", false)];
    let needs_birth_date = entry.text("birth_date")?.one_of(&birth_dates, say!("mt102-no-birth-date"))?;
    let line_ends = [("crlf", "\r\n"), ("lf", "\n")];
    let line_end = entry.text("line_end")?.one_of(&line_ends, say!("mt102-no-line-end"))?;
    Ok(Mt102Layout {
        basic_header,
        application_header,
        payer,
        recipient_name,
        recipient,
        vo,
        send,
        pso,
        prt,
        assign,
        assign_penalty,
        name_max,
        assign_first_max,
        assign_next_max,
        assign_lines_max,
        needs_birth_date,
        line_end,
        citation: Arc::clone(citation),
    })
}
