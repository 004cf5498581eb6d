//! The rows of the register that have a card: all of a small run, and of a large one those with something to look at, as
//! many as a page has room for.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::commands::report::about::{About, Finding};
use crate::commands::report::page::{Section, inline};
use crate::commands::report::reader::Reader;
use crate::error::Error;
use crate::language::Language;
use crate::run::record::Run;
use crate::run::register_in::register_rows;
use crate::words::say;

/// Where there are no more persons' months than this, all rows have a card.
pub(super) const CARDS_MAX: usize = 5000;
/// What the cards of a larger run take of the two megabytes of its page.
const BYTES_MAX: usize = 1_400_000;

/// The cards, and whom they leave out.
#[derive(Debug, Default)]
pub(super) struct Cards {
    /// The fields of a row as they stand, but for the number, and what is said of it.
    pub rows: Vec<Value>,
    /// Rows of the register.
    all: u64,
    /// Of them with something to look at.
    notable: u64,
    /// The files that say what there is to look at in those without a card.
    left_in: BTreeSet<&'static str>,
}

/// A row that may have a card.
struct Candidate {
    row: Value,
    findings: Vec<Finding>,
}

impl Cards {
    /// Reads the rows that have a card, of so many rows and persons' months of the register.
    ///
    /// # Errors
    /// Where the register does not verify.
    pub fn read(run: &Run, (rows, person_months): (u64, u64), about: &About, reader: Reader) -> Result<Cards, Error> {
        let has_all = person_months <= CARDS_MAX as u64;
        let mut cards = Cards { all: rows, ..Cards::default() };
        let mut candidates: Vec<Candidate> = Vec::new();
        // Of each kind of finding the rows that have it.
        let mut having = Finding::ALL.map(|_| Vec::new());
        register_rows(run, |period, iin, row| {
            let found = about.of(period, iin);
            cards.notable += u64::from(!found.is_empty());
            let is_first = found.iter().any(|found| having[found.finding as usize].len() < CARDS_MAX);
            if !has_all && !is_first {
                cards.left_in.extend(found.iter().map(|found| found.finding.file()));
                return Ok(());
            }
            let findings: Vec<Finding> = found.iter().map(|found| found.finding).collect();
            for finding in &findings {
                having[*finding as usize].push(candidates.len());
            }
            let mut fields: Vec<_> = row.all().iter().map(|field| String::from_utf8_lossy(field)).collect();
            fields[0] = reader.iins.person(iin).into();
            let said: Vec<String> = found.iter().flat_map(|found| found.say(reader.language)).collect();
            candidates.push(Candidate { row: json!([fields, said]), findings });
            Ok(())
        })?;
        let chosen = if has_all { (0..candidates.len()).collect() } else { in_turn(&candidates, &having) };
        for (at, Candidate { row, findings }) in candidates.into_iter().enumerate() {
            if chosen.contains(&at) {
                cards.rows.push(row);
            } else {
                cards.left_in.extend(findings.into_iter().map(Finding::file));
            }
        }
        Ok(cards)
    }

    /// The section in which a person is looked up; nothing where the register has no rows.
    pub fn section(&self, language: Language) -> Section {
        let mut section = Section::new("person", "report-person", language);
        section.has_persons = !self.rows.is_empty();
        let (all, notable, shown) = (self.all, self.notable, self.rows.len() as u64);
        let lead = if shown == all {
            say!("report-person-all", count = all)
        } else if notable == 0 {
            say!("report-person-none", all = all)
        } else if shown == notable {
            say!("report-person-notable", all = all, notable = notable)
        } else {
            let files: Vec<&str> = self.left_in.iter().copied().collect();
            say!("report-person-some", all = all, notable = notable, shown = shown, files = files.join(", "))
        };
        section.lead.extend((all > 0).then(|| lead.say_spaced(language)));
        section
    }
}

/// The first of each kind of finding, then the second of each, and so on while there is room: no kind leaves another out.
fn in_turn(candidates: &[Candidate], having: &[Vec<usize>]) -> BTreeSet<usize> {
    let mut chosen = BTreeSet::new();
    let mut room = BYTES_MAX;
    for turn in 0..CARDS_MAX {
        for &at in having.iter().filter_map(|of_kind| of_kind.get(turn)) {
            if chosen.contains(&at) {
                continue;
            }
            let bytes = inline(&candidates[at].row.to_string()).len() + 1;
            if bytes <= room && chosen.len() < CARDS_MAX {
                room -= bytes;
                chosen.insert(at);
            }
        }
    }
    chosen
}
