//! `distribute`: what the State Corporation passes on of what was paid, and what it returns.

mod gathered;
mod job;
pub(crate) mod mt102;
mod paid;
mod reading;
mod twice;
mod write;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::commands::Done;
use crate::commands::distribute::gathered::{Gathered, name_of};
use crate::commands::distribute::job::KGD_SIDE;
use crate::commands::distribute::reading::{PaidLists, Unit, read_all};
use crate::commands::distribute::twice::{CountedTwice, are_alike, is_added};
use crate::commands::received::rejects::{Place, SettlementRejects, too_many_files};
use crate::error::{Error, ErrorKind};
use crate::money::TengeSum;
use crate::output::digest::hex;
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reading::header::mapping::refuse_twice as refuse_file_twice;
use crate::reading::progress::Progress;
use crate::run::files::DISTRIBUTION;
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::settlement::{Distribution, DistributionTotal, Side, UnfitFault};
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
        let mut gathered = Gathered::new(dir, self.language);
        let mut counted_twice = CountedTwice::after(&after);
        for (&unit, part) in units.iter().zip(parts) {
            if let Some(file) = part.file.as_ref().filter(|file| file.kind == Kind::Paid) {
                counted_twice.look_at(unit.record(), file, &part.distributing);
            }
            gathered.add(unit, part);
        }
        refuse_file_twice(|| gathered.files.iter().map(|(record, file)| (*record, file)), are_alike)?;
        self.mapping.check_headings(gathered.files.iter().map(|(_, file)| file))?;
        let (paid_files, kgd_files) = (gathered.names(Kind::Paid), gathered.names(Kind::Kgd));
        let distribution = gathered.distribution(self.law)?;
        self.repeated(&distribution, &kgd_files, &mut gathered.rejects)?;
        if !distribution.conservation().holds() {
            return Err(Error::defect(say!("distributed-not-conserved")));
        }
        let unfit = distribution.unfit().iter().filter(|unfit| unfit.side == Side::Computed);
        let (penalties, unread_penalties) = gathered.penalties(&unfit.map(|unfit| unfit.place).collect(), &kgd_files);
        let Gathered { rejects, files, stated, strays, paid_unread, paid_before, computed_months, .. } = gathered;
        let unpaid = unpaid(distribution.totals(), &paid_before);
        let lacking = lacking(distribution.totals(), &computed_months);
        let receipt = |run: &Run| run.receipt.clone();
        let broken_chains = broken_chains(&lists, &after);
        let lone_corrections = lone_corrections(&lists, &after);
        let counted_twice = counted_twice.told();
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
            penalties,
            unread_penalties,
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
        let name = |file| name_of(files, file);
        for unfit in distribution.unfit().iter().filter(|unfit| unfit.side == Side::Computed) {
            let UnfitFault::Repeated { iin, counts } = unfit.fault else { continue };
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
