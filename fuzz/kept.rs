//! What must hold of what is kept: the state and the receipt of a run, a person's month, the tables of the law.

use rust_decimal::Decimal;
use ustap::bench::{read_receipt, read_state_months, read_state_operations};
use ustap::law::TableFile;
use ustap::{ErrorKind, Law, PersonMonth};

/// A state, its operations or its months: what is read and written is read again, to the same bytes.
pub fn state(bytes: &[u8]) {
    let Some((&kind, rest)) = bytes.split_first() else { return };
    let read = if kind % 2 == 0 { read_state_operations } else { read_state_months };
    match read(rest) {
        Ok(written) => assert_eq!(read(&written), Ok(written.clone()), "{}", bytes.escape_ascii()),
        Err(error) => assert_ne!(error.kind(), ErrorKind::Defect, "{error}"),
    }
}

/// A receipt: what is read and written is read again, to the same text.
pub fn receipt(bytes: &[u8]) {
    let Ok(written) = read_receipt(bytes) else { return };
    assert_eq!(read_receipt(written.as_bytes()).as_ref(), Ok(&written));
}

/// A person's month: what is taken up is written as it stood, and after another income what is written is taken up too.
pub fn month(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let law = Law::current().unwrap();
    let mut month = match PersonMonth::resume(&law, text) {
        Ok(month) => month,
        Err(error) => return assert_ne!(error.kind(), ErrorKind::Defect, "{error}"),
    };
    // The last line may end or not.
    assert_eq!(month.state().trim_end(), text.trim_end().replace("\r\n", "\n"));
    let day = text.split(' ').nth(2).and_then(|period| format!("{period}-05").parse().ok()).unwrap();
    let category = if text.len() % 2 == 0 { "full-time-student" } else { "minor" };
    match month.add(day, Decimal::new(text.len() as i64 * 1000, 2) - Decimal::new(100_000, 2), &[category]) {
        Ok(_) => assert_eq!(PersonMonth::resume(&law, &month.state()).unwrap().state(), month.state()),
        Err(error) => assert_ne!(error.kind(), ErrorKind::Defect, "{error}"),
    }
}

/// The tables of the law, one of them with a piece in place of another: which one, where, how many bytes, the piece. They
/// load whatever order they come in, or are refused with the table and a line of it.
pub fn rates(bytes: &[u8]) {
    let [table, high, low, cut, piece @ ..] = bytes else { return };
    let Ok(piece) = std::str::from_utf8(piece) else { return };
    let mut tables: Vec<TableFile> = Law::current().unwrap().tables().to_vec();
    let table = usize::from(*table) % tables.len();
    let text = &mut tables[table].text;
    let mut from = usize::from(u16::from_be_bytes([*high, *low])) % (text.len() + 1);
    let mut to = (from + usize::from(*cut)).min(text.len());
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    text.replace_range(from..to, piece);
    match Law::from_tables(tables.clone()) {
        Ok(law) => {
            tables.reverse();
            let again = Law::from_tables(tables).unwrap();
            assert_eq!((law.covered(), law.values().len()), (again.covered(), again.values().len()));
        }
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::Rates);
            let (file, line) = (error.place().file.as_deref(), error.place().line);
            let table = tables.iter().find(|table| file == Some(table.name.as_ref()));
            let lines = table.map_or(0, |table| table.text.split('\n').count() as u64);
            assert!(line.is_some_and(|line| (1..=lines).contains(&line)), "{error}");
        }
    }
}
