//! What must hold of the readers of a settlement's files: answers, sums of ЦС КГД, MT-102, the payer.

use ustap::bench::{SideFile, SideRow, read_mt102, read_payer, read_side};
use ustap::{ErrorKind, Payment, Tenge, TengeSum};

use super::parsers::{iin_slowly, money_slowly};

const ANSWER: &str = "iin,period,knp,amount,status,error_code,reference\n";
const KGD: &str = "iin,period,ipn,opv,opvr,so,vosms,ipn_penalty,opv_penalty,opvr_penalty,so_penalty,vosms_penalty\n";

/// An answer of the State Corporation.
pub fn answer(bytes: &[u8]) {
    let Some(read) = side(ANSWER, bytes, false) else { return };
    assert_eq!(read.taken.len() as u64 + rejected(&read), read.rows);
}

/// Sums of ЦС КГД: a row is taken for all payments or for none.
pub fn kgd(bytes: &[u8]) {
    let Some(read) = side(KGD, bytes, true) else { return };
    assert_eq!(read.taken.len() as u64 + 5 * rejected(&read), 5 * read.rows);
    for five in read.taken.chunks(5) {
        assert!(five.iter().map(|row| row.payment).eq(Payment::ALL), "the payments in their order");
        let of = |row: &SideRow| (row.line, row.iin, row.period);
        assert!(five.iter().all(|row| of(row) == of(&five[0])));
        assert!(five.iter().all(|row| row.amount >= Tenge::ZERO));
    }
    assert!(read.penalties.iter().all(|penalty| penalty.3 > Tenge::ZERO));
}

fn rejected(read: &SideFile) -> u64 {
    read.rejected.iter().map(|(_, rows)| rows).sum()
}

/// Reads the rows behind a header. Where no quote joins lines, each row alone comes to what it does among the others, and
/// person and amounts to what the slow parsers say of its fields.
fn side(header: &str, bytes: &[u8], is_of_kgd: bool) -> Option<SideFile> {
    let read = |rows: &[u8]| read_side([header.as_bytes(), rows].concat(), is_of_kgd);
    let whole = read(bytes).ok()?;
    let text = std::str::from_utf8(bytes).ok()?;
    if text.contains(['"', '\u{feff}']) {
        return Some(whole);
    }
    let (mut taken, mut rows, mut not_taken) = (Vec::<SideRow>::new(), 0, 0);
    for (number, line) in text.split_inclusive('\n').enumerate().take(64) {
        let alone = read(line.as_bytes()).unwrap();
        let fields: Vec<&str> = line
            .trim_end_matches(['\n', '\r'])
            .split(',')
            .map(|field| field.trim_matches([' ', '\t', '\u{a0}']))
            .collect();
        for (at, row) in alone.taken.iter().enumerate() {
            assert_eq!(Ok(row.iin.to_string()), iin_slowly(fields[0].as_bytes()), "{line:?}");
            let amount = fields[if is_of_kgd { 2 + at } else { 3 }];
            assert_eq!(Ok(row.amount), money_slowly(amount.as_bytes()), "{line:?}");
        }
        taken.extend(alone.taken.iter().map(|row| SideRow { line: number as u64 + 2, ..row.clone() }));
        (rows, not_taken) = (rows + alone.rows, not_taken + rejected(&alone));
    }
    if text.split_inclusive('\n').count() <= 64 {
        assert_eq!(whole.taken, taken, "{text:?}");
        assert_eq!((whole.rows, rejected(&whole)), (rows, not_taken), "{text:?}");
    }
    Some(whole)
}

/// MT-102: a row for each `:21:`, in the order of the lines; what is stated differs from their sum or is not told; the same
/// with CRLF; a file without its end is none.
pub fn mt102(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return drop(read_mt102(bytes.to_vec())) };
    let file = format!("{{1:\n{text}");
    let read = read_mt102(file.clone().into_bytes());
    if !text.contains('\r') {
        let crlf = read_mt102(file.replace('\n', "\r\n").into_bytes());
        assert_eq!(
            read.as_ref().map_err(|error| error.place().line),
            crlf.as_ref().map_err(|error| error.place().line)
        );
    }
    let Ok((rows, stated)) = read else { return };
    let begins: Vec<u64> =
        file.split('\n').zip(1..).filter(|(line, _)| line.starts_with(":21:")).map(|(_, number)| number).collect();
    assert_eq!(rows.iter().map(|row| row.0).collect::<Vec<_>>(), begins, "{text:?}");
    let mut sum = TengeSum::default();
    rows.iter().filter_map(|row| money_slowly(row.1[2].as_bytes()).ok()).for_each(|amount| sum += amount);
    match stated {
        Some((stated, told)) => {
            assert_eq!(told, sum);
            assert_ne!(money_slowly(stated.as_bytes()).map(TengeSum::from), Ok(sum));
        }
        None => {
            let of = |line: &str| line.strip_prefix(":32A:")?.split_once("KZT").map(|(_, amount)| amount.to_owned());
            // Before the first row it is a line of the header like others.
            let stated = file.split('\n').rev().find_map(|line| of(line.trim_end_matches('\r'))).unwrap();
            assert_eq!(money_slowly(stated.as_bytes()).map(TengeSum::from), Ok(sum), "{text:?}");
        }
    }
    let without_end = file.trim_end().strip_suffix("-}").unwrap();
    assert!(read_mt102(without_end.as_bytes().to_vec()).is_err(), "{text:?}");
}

/// The payer: numbers with a right check digit, a place within the file where it is refused, and the same with a comment
/// behind it.
pub fn payer(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read = read_payer(text);
    if let Ok(number) = &read[1] {
        assert_eq!(iin_slowly(number.as_bytes()).as_ref(), Ok(number));
    }
    let lines = text.split('\n').count() as u64;
    for error in read.iter().filter_map(|read| read.as_ref().err()) {
        assert_eq!(error.kind(), ErrorKind::Input);
        assert!(error.place().line.is_some_and(|line| (1..=lines).contains(&line)), "{text:?}: {error}");
    }
    let commented = read_payer(&format!("{text}\n# Комментарий"));
    for (read, commented) in read.iter().zip(&commented) {
        assert!(read.is_err() || read == commented, "{text:?}");
    }
}
