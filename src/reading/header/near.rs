//! Headings that resemble the name of a column: what somebody may have meant.

use crate::reading::header::headings::is_blank;
use crate::reading::header::unit::TENGE;
use crate::shown::{typed, without_iins_and_groups};
use crate::words::{Message, say};

/// How far a folded heading is from a folded name of a column that it resembles, the nearest first: it is that name or one
/// of the other headings and mistakes that are known, but for a remark behind them, marks and letters that look alike, a step
/// or two beside the name, or has it in itself. `None` where it does not resemble it.
pub(crate) fn resemblance<'k>(heading: &str, name: &str, known: impl IntoIterator<Item = &'k String>) -> Option<usize> {
    let is_inside = || letters(name).len() >= 6 && heading.contains(name);
    nearness([heading, without_remark(heading)], name, known).or_else(|| is_inside().then_some(INSIDE))
}

/// The same of a heading that may be meant for the column: not where more stands beside the name, as in «income_returned» or
/// «Доход (USD)», but that it is in tenge.
pub(crate) fn likeness<'k>(heading: &str, name: &str, known: impl IntoIterator<Item = &'k String>) -> Option<usize> {
    const OTHERS: [char; 6] = ['$', '€', '£', '¥', '₽', '%'];
    if heading.contains(OTHERS) {
        return None;
    }
    let short = without_remark(heading);
    let remark = heading[short.len()..].trim_matches(|letter: char| !letter.is_alphabetic() && letter != '₸');
    // A folded heading has no blank behind «в».
    let unit = remark.strip_prefix('в').unwrap_or(remark);
    let meant = if TENGE.contains(&unit) { short } else { heading };
    nearness([meant; 2], name, known)
}

/// The same of a heading, and of it without what is no part of its name.
fn nearness<'k>([heading, short]: [&str; 2], name: &str, known: impl IntoIterator<Item = &'k String>) -> Option<usize> {
    let (ours, theirs) = (letters(name), letters(heading));
    let both_have = |least: usize| ours.len() >= least && theirs.len() >= least;
    let most = if both_have(8) { 2 } else { 1 };
    let bare = [bare(heading), self::bare(short)];
    let mut known = known.into_iter().map(|known| self::bare(known));
    if heading == name || known.any(|known| !known.is_empty() && bare.contains(&known)) {
        return Some(0);
    }
    if both_have(6) { Some(steps(&ours, &theirs)).filter(|&steps| steps <= most) } else { None }
}

/// Whether a folded text is one of these headings but for a remark behind it, digits, marks and letters that look alike:
/// «с 00:00».
pub(crate) fn is_known<'k>(text: &str, known: impl IntoIterator<Item = &'k String>) -> bool {
    let letters = |text: &str| bare(text).replace(char::is_numeric, "");
    let ours = [letters(text), letters(without_remark(text))];
    known.into_iter().map(|known| letters(known)).any(|known| !known.is_empty() && ours.contains(&known))
}

/// The two ways out of such a heading, as they are typed, or that it goes on into the first row; none where the column has
/// another heading by name, which to give anew would leave the other file's unread.
pub(crate) fn ways_out(column: &str, is_mapped: bool, heading: &str) -> Message {
    if is_mapped {
        return say!("column-given-twice-hint");
    }
    // What is masked cannot be typed, and no heading has a number of somebody in it that is not of the first row.
    if without_iins_and_groups(heading) != heading {
        return say!("header-near-miss-row-hint");
    }
    // What makes no difference is not typed: a blank is as good as the end of a line.
    let heading: String = heading.chars().map(|letter| if is_blank(letter) { ' ' } else { letter }).collect();
    let option = if heading.starts_with('-') { "--ignore-column=" } else { "--ignore-column " };
    let (column, ignore) = (typed(format!("{column}={heading}")), format!("{option}{}", typed(&heading)));
    say!("header-near-miss-hint", column = column, ignore = ignore)
}

/// A name that stands in a heading is further from it than one that is steps beside it.
const INSIDE: usize = 3;

/// A heading without a part in brackets at its end, and without what follows a comma: «Действует по (дата)».
fn without_remark(heading: &str) -> &str {
    let heading = heading.split(',').next().unwrap_or_default();
    let opening = heading.strip_suffix([')', ']']).and_then(|inner| inner.find(['(', '[']));
    opening.map_or(heading, |at| &heading[..at])
}

/// The letters and digits alone, those of both alphabets that look alike as one.
fn bare(text: &str) -> String {
    const ALIKE: [(char, char); 13] = [
        ('a', 'а'),
        ('b', 'в'),
        ('c', 'с'),
        ('e', 'е'),
        ('h', 'н'),
        ('i', 'і'),
        ('k', 'к'),
        ('m', 'м'),
        ('o', 'о'),
        ('p', 'р'),
        ('t', 'т'),
        ('x', 'х'),
        ('y', 'у'),
    ];
    let one = |letter: char| ALIKE.iter().find(|(latin, _)| *latin == letter).map_or(letter, |&(_, cyrillic)| cyrillic);
    text.chars().filter(|letter| letter.is_alphanumeric()).map(one).collect()
}

fn letters(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// The least number of steps from one word to the other, each a letter more, less or another, or two neighbours swapped
/// (Damerau and Levenshtein; a letter may be changed again).
fn steps(one: &[char], other: &[char]) -> usize {
    let (width, far) = (other.len() + 2, one.len() + other.len());
    let mut table = vec![far; (one.len() + 2) * width];
    let at = |row: usize, column: usize| row * width + column;
    for row in 0..=one.len() {
        table[at(row + 1, 1)] = row;
    }
    for column in 0..=other.len() {
        table[at(1, column + 1)] = column;
    }
    for row in 1..=one.len() {
        let mut last_match = 0;
        for column in 1..=other.len() {
            // Where each of the two letters stood last in the other word.
            let last_row = (1..row).rev().find(|&before| one[before - 1] == other[column - 1]).unwrap_or(0);
            let last_column = last_match;
            let is_same = one[row - 1] == other[column - 1];
            if is_same {
                last_match = column;
            }
            let swapped = table[at(last_row, last_column)] + (row - last_row - 1) + 1 + (column - last_column - 1);
            let changed = table[at(row, column)] + usize::from(!is_same);
            let less = table[at(row, column + 1)] + 1;
            let more = table[at(row + 1, column)] + 1;
            table[at(row + 1, column + 1)] = swapped.min(changed).min(less).min(more);
        }
    }
    table[at(one.len() + 1, other.len() + 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_between_words() {
        for (one, other, expected) in [
            ("", "", 0),
            ("regime", "regime", 0),
            ("regime", "regim", 1),
            ("regime", "regimes", 1),
            ("regime", "regine", 1),
            ("regime", "regmie", 1),
            ("regime", "region", 2),
            ("ca", "abc", 2),
            ("validto", "validtill", 3),
            ("status", "", 6),
        ] {
            let (one, other) = (letters(one), letters(other));
            assert_eq!((steps(&one, &other), steps(&other, &one)), (expected, expected), "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_name_is_resembled_by_a_step_of_six_letters_two_of_eight_or_where_it_stands_whole() {
        let known = ["validtill".to_owned(), "действуетпо".to_owned()];
        for (heading, name, expected) in [
            ("validtill", "validto", true),
            ("vaildto", "validto", true),
            // Two steps, and seven letters.
            ("vaildt", "validto", false),
            ("validtodate", "validto", true),
            // Two steps of nine letters, and three.
            ("vlidform", "validfrom", true),
            ("vldform", "validfrom", false),
            ("statustext", "status", true),
            ("stats", "status", false),
            ("region", "regime", false),
            // Four letters resemble nothing but themselves.
            ("rates", "rate", false),
            ("taxrate", "rate", false),
            ("rate", "rate", true),
            // Marks, and a Latin e.
            ("действуетпо:", "validto", true),
            ("дeйствует-по*", "validto", true),
            ("действуетпод", "validto", false),
            ("*", "validto", false),
            // A remark behind it, and one that is no remark.
            ("действуетпо(дата)", "validto", true),
            ("действуетпо[дд.мм.гггг]*", "validto", false),
            ("действуетпо,последнийдень", "validto", true),
            ("действуетпо(дата),последнийдень", "validto", true),
            ("действуетпо(дата)справки", "validto", false),
            ("(действуетпо)", "validto", true),
            ("справка,действуетпо", "validto", false),
        ] {
            assert_eq!(resemblance(heading, name, &known).is_some(), expected, "{heading} {name}");
        }
    }
}
