//! The columns of a spreadsheet by their letters.

/// Appends the letters of the column with this number: 1 is A, 27 is AA; 0 is none.
pub(crate) fn write_letters(column: usize, out: &mut Vec<u8>) {
    let Some(before) = column.checked_sub(1) else { return };
    write_letters(before / 26, out);
    out.push(b'A' + (before % 26) as u8);
}

/// The same as a text.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    write_letters(column, &mut letters);
    letters.into_iter().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let columns = [0, 1, 26, 27, 52, 53, 702, 703, 16_384];
        assert_eq!(columns.map(letters), ["", "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
