//! `distribute`: what the State Corporation passes on of what was paid, and what it returns.

mod job;
pub(crate) mod mt102;
mod paid;
mod reading;
mod write;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use crate::batch::Position;
use crate::commands::Done;
use crate::commands::distribute::job::KGD_SIDE;
use crate::commands::distribute::reading::{PaidLists, Unit, read_all};
use crate::commands::received::answers::Penalties;
use crate::commands::received::rejects::{Place, SettlementRejects, too_many_files};
use crate::error::{Error, ErrorKind};
use crate::money::{Tenge, TengeSum};
use crate::output::digest::hex;
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::refuse_twice as refuse_file_twice;
use crate::reading::input::ReadFile;
use crate::reading::progress::Progress;
use crate::run::distribution_in::distribution;
use crate::run::files::DISTRIBUTION;
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::settlement::{Distributing, Distribution, DistributionTotal, Fault, Side};
use crate::words::say;
use write::{receipt, write};

pub(crate) use job::{DistributeJob, DistributeOutcome};
pub use paid::Has;
pub(crate) use paid::{PAID, PaidRows, Strays, paid_header};

impl DistributeJob<'_> {
    /// Writes what is distributed, returned and owed into the directory.
    ///
    /// # Errors
    /// Where a file cannot be read or written, a directory does not verify, something is given twice, or the sums do not
    /// agree afterwards.
    pub fn write(&self, dir: &Path, progress: &Progress) -> Result<Done<DistributeOutcome>, Error> {
        let mut outcome = self.distribute(dir, progress)?;
        let outputs = write(self, dir, &mut outcome)?;
        let digest = receipt(self, &outcome, &outputs).publish(dir)?;
        Ok(Done { outcome, digest })
    }

    fn distribute(&self, dir: &Path, progress: &Progress) -> Result<DistributeOutcome, Error> {
        let lists: Vec<PaidLists> = self.lists()?;
        let after = self.earlier()?;
        let units = self.units(&lists, &after)?;
        let parts = read_all(self, &units, dir, progress)?;
        let mut rejects = SettlementRejects::new(dir, self.language);
        let (mut paid_files, mut kgd_files) = (Vec::new(), Vec::new());
        let (mut distributings, mut stated, mut strays) = (Vec::new(), Vec::new(), Vec::new());
        let mut all = Distributing::new(self.law);
        let (mut paid_unread, mut paid_before, mut computed_months) = (0, BTreeSet::new(), BTreeSet::new());
        let mut penalties = Vec::new();
        let mut files: Vec<(Option<&Run>, ReadFile)> = Vec::new();
        for (unit, part) in units.iter().zip(parts) {
            penalties.extend(part.penalties);
            paid_before.extend(part.paid_before);
            computed_months.extend(part.computed_months);
            if unit.is_paid() {
                paid_unread += part.rejects.unread();
            }
            rejects.append(part.rejects);
            distributings.push(part.distributing);
            stated.extend(part.stated);
            part.exemptions.into_iter().for_each(|exemption| all.facts.exemption(exemption));
            if let Some(file) = part.file {
                if part.strays != Strays::default() {
                    strays.push((file.digested.name.clone(), part.strays));
                }
                match file.kind {
                    Kind::Paid => paid_files.push(file.digested.name.clone()),
                    Kind::Kgd => kgd_files.push(file.digested.name.clone()),
                    _ => {}
                }
                files.push((unit.record(), file));
            }
        }
        refuse_file_twice(|| files.iter().map(|(record, file)| (*record, file)), are_alike)?;
        self.mapping.check_headings(files.iter().map(|(_, file)| file))?;
        all.append(distributings);
        let distribution = all.finish()?;
        self.repeated(&distribution, &kgd_files, &mut rejects)?;
        if !distribution.conservation().holds() {
            return Err(Error::defect(say!("distributed-not-conserved")));
        }
        let unfit = distribution.unfit().iter().filter(|unfit| unfit.side == Side::Computed);
        let unfit: BTreeSet<Position> = unfit.map(|unfit| unfit.place).collect();
        penalties.retain(|(place, ..)| !unfit.contains(place));
        let unpaid = unpaid(distribution.totals(), &paid_before);
        let lacking = lacking(distribution.totals(), &computed_months);
        let receipt = |run: &Run| run.receipt.clone();
        let broken_chains = broken_chains(&lists, &after);
        let lone_corrections = lone_corrections(&lists, &after);
        let counted_twice = counted_twice(&files, &after);
        let (of_lists, inputs): (Vec<_>, Vec<_>) = files.into_iter().partition(|(record, _)| record.is_some());
        let inputs = inputs.into_iter().map(|(_, file)| file).collect();
        let is_paid_once = |record: Option<&Run>| record.is_some_and(|run| !is_added(run));
        let of_lists = of_lists.iter().filter(|(record, file)| file.rows > 0 && is_paid_once(*record));
        let paid_lists = of_lists.map(|(_, file)| hex(&file.digested.sha256)).collect();
        let lists = lists.iter().filter_map(|lists| lists.run.as_ref()).map(receipt).collect();
        let after = after.iter().map(receipt).collect();
        Ok(DistributeOutcome {
            distribution,
            rejects,
            paid_unread,
            unpaid,
            lacking,
            penalties: Penalties::of(penalties.into_iter().map(|(_, iin, amount)| (iin, amount))),
            paid_files,
            inputs,
            stated,
            strays,
            lists,
            paid_lists,
            after,
            broken_chains,
            lone_corrections,
            counted_twice,
        })
    }

    /// Rows of ЦС КГД that do not count are known only when all have been read.
    fn repeated(
        &self,
        distribution: &Distribution,
        files: &[String],
        rejects: &mut SettlementRejects,
    ) -> Result<(), Error> {
        let name = |file: usize| files.get(file).map_or("", String::as_str);
        for unfit in distribution.unfit().iter().filter(|unfit| unfit.side == Side::Computed) {
            let Fault::Repeated { iin, counts } = unfit.fault else { continue };
            let file = unfit.place.file();
            let place = Place { side: KGD_SIDE, number: file as u16, file: name(file), line: unfit.place.line() };
            rejects.repeated(place, iin, (name(counts.file()), counts.line()))?;
        }
        Ok(())
    }

    /// What was paid: each path with its receipt where it is a directory.
    fn lists(&self) -> Result<Vec<PaidLists>, Error> {
        let lists: Vec<PaidLists> =
            self.paid.iter().map(|path| PaidLists::open(path, self)).collect::<Result<_, _>>()?;
        let runs: Vec<&Run> = lists.iter().filter_map(|lists| lists.run.as_ref()).collect();
        refuse_twice(&runs)?;
        Ok(lists)
    }

    fn earlier(&self) -> Result<Vec<Run>, Error> {
        let open = |dir: &PathBuf| {
            let hint = || say!("distribute-after-hint");
            let run = Run::open_named(dir, &[DISTRIBUTION], hint())?;
            if !matches!(run.record.made, Made::Distribute(..)) {
                let error = Error::new(ErrorKind::Input, say!("directory-of-another-command"));
                return Err(error.in_file(dir.display().to_string()).with_hint(hint()));
            }
            Ok(run)
        };
        let runs: Vec<Run> = self.after.iter().map(open).collect::<Result<_, Error>>()?;
        refuse_twice(&runs.iter().collect::<Vec<_>>())?;
        Ok(runs)
    }

    /// What is read, in the order in which it is told: each piece can be read on a thread of its own.
    fn units<'u>(&'u self, lists: &'u [PaidLists], after: &'u [Run]) -> Result<Vec<Unit<'u>>, Error> {
        let mut units = Vec::new();
        for lists in lists {
            lists.units(&mut units)?;
        }
        if self.kgd.len().max(self.exemptions.len()) > usize::from(u16::MAX) {
            return Err(too_many_files());
        }
        units.extend((0..).zip(&self.kgd).map(|(number, input)| Unit::Kgd { input, number }));
        units.extend((0..).zip(&self.exemptions).map(|(number, input)| Unit::Exemptions { input, number }));
        units.extend(after.iter().map(Unit::Earlier));
        Ok(units)
    }
}

/// The months and payments that leave something owed and of which nothing was paid, now or before.
fn unpaid(totals: &[DistributionTotal], paid_before: &BTreeSet<(Month, Payment)>) -> Vec<(Month, Payment)> {
    let nothing = TengeSum::default();
    let unpaid = totals.iter().filter(|total| total.owed > nothing && total.paid == nothing);
    unpaid.filter_map(|total| Some((total.period, total.payment?))).filter(|of| !paid_before.contains(of)).collect()
}

/// The months of which something is paid and КГД's files have no row.
fn lacking(totals: &[DistributionTotal], computed_months: &BTreeSet<Month>) -> BTreeSet<Month> {
    let paid = totals.iter().filter(|total| total.paid > TengeSum::default()).map(|total| total.period);
    paid.filter(|month| !computed_months.contains(month)).collect()
}

/// What came after a distribution that was not given, so that less is distributed than was: an earlier distribution, or
/// lists of what one left owed.
fn broken_chains(lists: &[PaidLists], after: &[Run]) -> Vec<PathBuf> {
    let is_given = |receipt: &String| after.iter().any(|run| *receipt == run.receipt);
    let lacks = |run: &&Run| match &run.record.made {
        Made::Distribute(options, _) => !options.after.iter().all(is_given),
        Made::Lists(options, _) => options.of_distribution && !run.record.previous.iter().all(is_given),
        _ => false,
    };
    let lists = lists.iter().filter_map(|lists| lists.run.as_ref());
    lists.chain(after).filter(lacks).map(|run| run.dir().to_path_buf()).collect()
}

/// Lists of a correction, where they are all that was paid: what they add to was paid before, and counts as owed.
fn lone_corrections(lists: &[PaidLists], after: &[Run]) -> Vec<PathBuf> {
    let corrections = lists.iter().filter_map(|lists| lists.run.as_ref()).filter(|run| is_of_correction(run));
    let corrections: Vec<PathBuf> = corrections.map(|run| run.dir().to_path_buf()).collect();
    if after.is_empty() && corrections.len() == lists.len() { corrections } else { Vec::new() }
}

fn is_of_correction(run: &Run) -> bool {
    matches!(&run.record.made, Made::Lists(options, _) if options.of_correction)
}

/// Whether the lists pay in addition: what a correction says, or what a distribution leaves owed. They may be, to the byte,
/// what was paid before.
fn is_added(run: &Run) -> bool {
    matches!(&run.record.made, Made::Lists(options, _) if options.of_correction || options.of_distribution)
}

/// Whether the lists of two directories may be alike with reason.
fn are_alike(one: Option<&Run>, other: Option<&Run>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    (is_added(one) || is_added(other)) && one.record.previous != other.record.previous
}

/// What counts twice, with the distribution of `--after` that has it already: what another one has too, and what is given
/// as paid now, in the same directory of lists, in another one or as a file. What pays in addition may be, to the byte, what
/// was paid before, and so may what is paid again since all of it had come back.
fn counted_twice(files: &[(Option<&Run>, ReadFile)], after: &[Run]) -> Vec<(String, PathBuf)> {
    let name = |run: &Run| run.dir().display().to_string();
    let mut known: HashMap<String, &Run> = HashMap::new();
    let mut twice = BTreeSet::new();
    for run in after {
        for source in paid_with(run) {
            // Which of the two came on top of the other has been told when it did.
            if let Some(other) = known.insert(source, run)
                && !is_after(run, other)
                && !is_after(other, run)
            {
                twice.insert((name(run), other.dir().to_path_buf()));
            }
        }
    }
    let paid = files.iter().filter(|(_, file)| file.kind == Kind::Paid && file.rows > 0);
    let mut now: Vec<(String, PathBuf)> = Vec::new();
    for (lists, ReadFile { digested, .. }) in paid {
        let by_bytes = || known.get(&source(&hex(&digested.sha256), &digested.name)).copied();
        let found = match lists {
            None => by_bytes()
                .filter(|run| has_distributed(run, &digested.name))
                .map(|has_it| (digested.name.clone(), has_it)),
            Some(lists) => known.get(&lists.receipt).map(|&has_it| (name(lists), has_it)).or_else(|| {
                let has_it = by_bytes().filter(|run| !is_added(lists) && has_distributed(run, &digested.name))?;
                Some((lists.path(&digested.name).display().to_string(), has_it))
            }),
        };
        now.extend(found.map(|(what, run)| (what, run.dir().to_path_buf())));
    }
    // A directory has many files.
    now.dedup();
    twice.into_iter().chain(now).collect()
}

/// Whether it is the other distribution, or was made on top of it.
fn is_after(run: &Run, other: &Run) -> bool {
    let Made::Distribute(options, _) = &run.record.made else { return false };
    run.receipt == other.receipt || options.after.contains(&other.receipt)
}

/// Whether the distribution has passed on anything of the payment and month that a list of this name is of; of a file with
/// a name of its own, whether of anything.
fn has_distributed(run: &Run, file: &str) -> bool {
    let is_list = Payment::ALL.iter().any(|payment| file.starts_with(&format!("{}-", payment.code())));
    let mut has = false;
    let read = distribution(run, |row| {
        let is_of_list = !is_list || file.starts_with(&format!("{}-{}", row.payment.code(), row.period));
        has |= row.distributed > Tenge::ZERO && is_of_list;
        Ok(())
    });
    read.is_err() || has
}

/// What a distribution was made of, where it has passed on anything of it: the receipts of lists, and files by their bytes,
/// also those of lists, which receipts of earlier versions do not have.
fn paid_with(run: &Run) -> Vec<String> {
    let Made::Distribute(options, totals) = &run.record.made else { return Vec::new() };
    if totals.distributed == TengeSum::default() {
        return Vec::new();
    }
    let lists = run.record.previous.iter().filter(|receipt| !options.after.contains(receipt));
    let files = run.record.inputs.iter().filter(|file| file.kind == Kind::Paid && file.rows > 0);
    let files = files.map(|file| source(&file.sha256, &file.name));
    lists.chain(&totals.paid_lists).cloned().chain(files).collect()
}

/// What a file is known by: its bytes, and the sheet that was named.
fn source(sha256: &str, name: &str) -> String {
    format!("{sha256}{}", name.split_once('#').map_or("", |(_, sheet)| sheet))
}

fn refuse_twice(runs: &[&Run]) -> Result<(), Error> {
    for (number, run) in runs.iter().enumerate() {
        if runs.iter().take(number).any(|before| before.receipt == run.receipt) {
            return Err(Error::new(ErrorKind::Input, say!("given-twice"))
                .in_file(run.dir().display().to_string())
                .with_hint(say!("given-twice-hint")));
        }
    }
    Ok(())
}
