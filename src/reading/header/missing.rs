//! Required columns that a header does not have: what is said of them, and the way out.

use crate::error::{Error, ErrorKind};
use crate::reading::header::expected::Column;
use crate::reading::header::headings::{Kind, fold};
use crate::reading::header::mapping::NamedBy;
use crate::reading::header::near::likeness;
use crate::reading::header::unit::says_thousands;
use crate::shown::{shown, typed, without_iins_and_groups};
use crate::words::{Message, Value, say};

/// What is expected of the header that lacks them.
#[derive(Clone, Copy)]
pub(super) struct Expected<'h> {
    pub columns: &'h [Column],
    /// Folded headings that are not read.
    pub ignored: &'h [String],
    pub table: Option<Kind>,
    pub named_by: NamedBy,
}

/// That these columns are missing, and whether nothing more can be said of it.
pub(super) fn lacking(missing: &[&Column], expected: Expected<'_>) -> (Error, bool) {
    let in_language = |at: usize| missing.iter().map(|column| column.called(at)).collect::<Vec<_>>().join(", ");
    let columns = Value::Name(std::array::from_fn(in_language));
    let error = Error::new(ErrorKind::Input, say!("header-column-missing", columns = columns));
    let is_ignored = |column: &&Column| column.headings.iter().any(|heading| expected.ignored.contains(heading));
    if missing.iter().any(is_ignored) {
        return (error.with_hint(say!("header-ignored-hint")), false);
    }
    match missing.iter().find_map(|column| column.taken_by(expected.columns, expected.table?)) {
        Some((heading, name)) => {
            let hint = say!("header-taken-hint", by = expected.named_by.code(), heading = heading, name = name);
            (error.with_hint(hint), false)
        }
        None => (error, true),
    }
}

/// What is to be done where the header of these names is one, for it has others of the required columns: a heading that is
/// missing stands in the next row, under one that is merged over several columns; or the column has one of its own here, in
/// whose place another was given for all files; or one that resembles it stands here.
pub(super) fn way_out(
    missing: &[&Column],
    expected: Expected<'_>,
    (names, next): (&[String], &[String]),
) -> Option<Message> {
    if missing.len() == expected.columns.iter().filter(|column| column.required).count() {
        return None;
    }
    let stands_below = |cell: &String| missing.iter().any(|column| column.headings.contains(&fold(cell)));
    if next.iter().any(stands_below) {
        return Some(say!("header-two-rows-hint"));
    }
    let mut renamed = missing.iter().filter(|column| column.mapped.is_some());
    let has_own = |column: &&Column| names.iter().any(|name| column.mistakes.contains(&fold(name)));
    if renamed.any(has_own) {
        return Some(say!("header-renamed-hint"));
    }
    let near: Vec<(&str, String)> =
        missing.iter().map(|column| near(column, expected, names)).collect::<Option<_>>()?;
    let headings = near.iter().map(|(heading, _)| shown(&format!("`{heading}`"))).collect::<Vec<_>>().join(", ");
    let columns = near.into_iter().map(|(_, option)| option).collect::<Vec<_>>().join(" ");
    Some(say!("header-near-required-hint", headings = headings, columns = columns))
}

/// The one heading among these that is not read and resembles the column most, and the option that gives it to that.
fn near<'n>(column: &Column, expected: Expected<'_>, names: &'n [String]) -> Option<(&'n str, String)> {
    let is_read = |folded: &String| expected.columns.iter().any(|column| column.headings.contains(folded));
    let far = |name: &&'n String| {
        let folded = fold(name);
        let is_free =
            !is_read(&folded) && !expected.ignored.contains(&folded) && without_iins_and_groups(name) == **name;
        let to =
            |column: &Column| likeness(&folded, &fold(column.name), column.headings.iter().chain(&column.mistakes));
        let ours = to(column).filter(|_| is_free && !(column.is_amount() && says_thousands(name)))?;
        // What is as near to another column may be that.
        let is_nearest = expected.columns.iter().all(|other| other == column || to(other).is_none_or(|far| far > ours));
        is_nearest.then_some(ours)
    };
    // Who has named it already cannot name it again.
    if column.mapped.is_some() {
        return None;
    }
    let nearest = names.iter().filter_map(|name| far(&name)).min()?;
    let mut near = names.iter().filter(|name| far(name) == Some(nearest));
    let (heading, None) = (near.next()?, near.next()) else { return None };
    let option = typed(format!("{}.{}={heading}", expected.table?.code(), column.name));
    Some((heading, format!("--column {option}")))
}

/// The names of a header that has some of the required columns, where they are few. Where one is a number it may be a row of
/// somebody's, whose name no terminal shows.
pub(super) fn few(missing: &[&Column], expected: Expected<'_>, names: &[String]) -> Option<String> {
    const FEW: usize = 12;
    let has_some = missing.len() < expected.columns.iter().filter(|column| column.required).count();
    let name = |name: &String| shown(&format!("`{name}`"));
    let names = || names.iter().filter(|name| !name.is_empty());
    let has_number = names().any(|name| name.starts_with(|first: char| first.is_ascii_digit()));
    (has_some && !has_number && names().count() <= FEW).then(|| names().map(name).collect::<Vec<_>>().join(", "))
}
