//! What was read, brought together in the order in which it was given.

use std::collections::BTreeSet;
use std::mem::take;
use std::path::Path;

use crate::batch::Position;
use crate::commands::distribute::job::Stated;
use crate::commands::distribute::paid::Strays;
use crate::commands::distribute::reading::{Part, Unit};
use crate::commands::received::answers::{Penalties, shown_places};
use crate::commands::received::rejects::SettlementRejects;
use crate::error::Error;
use crate::facts::rows::Exemption;
use crate::language::Language;
use crate::law::Law;
use crate::money::TengeSum;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::reading::header::headings::Kind;
use crate::reading::input::ReadFile;
use crate::run::record::Run;
use crate::settlement::{Distributing, Distribution};

/// The parts that were read as one.
pub(super) struct Gathered<'u, 'l> {
    distributings: Vec<Distributing<'l>>,
    exemptions: Vec<Exemption>,
    pub rejects: SettlementRejects,
    /// Each with the directory that it is of.
    pub files: Vec<(Option<&'u Run>, ReadFile)>,
    pub stated: Vec<Stated>,
    /// By the name of their file.
    pub strays: Vec<(String, Strays)>,
    /// Rows of what was paid that cannot be read.
    pub paid_unread: u64,
    pub paid_before: BTreeSet<(Month, Payment)>,
    pub computed_months: BTreeSet<Month>,
    penalties: Vec<(Position, Iin, TengeSum)>,
    unread_penalties: Vec<Position>,
}

impl<'u, 'l> Gathered<'u, 'l> {
    pub fn new(dir: &Path, language: Language) -> Gathered<'u, 'l> {
        Gathered {
            distributings: Vec::new(),
            exemptions: Vec::new(),
            rejects: SettlementRejects::new(dir, language),
            files: Vec::new(),
            stated: Vec::new(),
            strays: Vec::new(),
            paid_unread: 0,
            paid_before: BTreeSet::new(),
            computed_months: BTreeSet::new(),
            penalties: Vec::new(),
            unread_penalties: Vec::new(),
        }
    }

    /// Adds what the next unit has come to.
    pub fn add(&mut self, unit: Unit<'u>, part: Part<'l>) {
        self.penalties.extend(part.penalties);
        self.unread_penalties.extend(part.unread_penalties);
        self.paid_before.extend(part.paid_before);
        self.computed_months.extend(part.computed_months);
        if unit.is_paid() {
            self.paid_unread += part.rejects.unread();
        }
        self.rejects.append(part.rejects);
        self.distributings.push(part.distributing);
        self.stated.extend(part.stated);
        self.exemptions.extend(part.exemptions);
        if let Some(file) = part.file {
            if part.strays != Strays::default() {
                self.strays.push((file.digested.name.clone(), part.strays));
            }
            self.files.push((unit.record(), file));
        }
    }

    /// What comes of all parts together.
    ///
    /// # Errors
    /// As [`Distributing::finish`].
    pub fn distribution(&mut self, law: &'l Law) -> Result<Distribution, Error> {
        let mut all = Distributing::new(law);
        take(&mut self.exemptions).into_iter().for_each(|exemption| all.facts.exemption(exemption));
        all.append(take(&mut self.distributings));
        all.finish()
    }

    /// The names of the files of this kind.
    pub fn names(&self, kind: Kind) -> Vec<String> {
        let files = self.files.iter().filter(|(_, file)| file.kind == kind);
        files.map(|(_, file)| file.digested.name.clone()).collect()
    }

    /// What the penalties of КГД's rows come to, but for those at these places, and how many are no amount, with the places
    /// of the first of them in these files.
    pub fn penalties(&self, unfit: &BTreeSet<Position>, files: &[String]) -> (Penalties, (usize, String)) {
        let counts = |place: &Position| !unfit.contains(place);
        let penalties = self.penalties.iter().filter(|(place, ..)| counts(place));
        let unread: Vec<Position> = self.unread_penalties.iter().copied().filter(counts).collect();
        let places = unread.iter().map(|place| (name_of(files, place.file()), place.line()));
        let places = shown_places(places);
        (Penalties::of(penalties.map(|&(_, iin, amount)| (iin, amount))), (unread.len(), places))
    }
}

/// The name of the file with this number.
pub(super) fn name_of(files: &[String], number: usize) -> &str {
    files.get(number).map_or("", String::as_str)
}
