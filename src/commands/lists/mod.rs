//! `lists`: who is paid for, by payment, month and rate, from a run, from what a correction or a distribution leaves to be
//! paid, or by the sums of КГД, and the names of its contractors.
//!
//! ```text
//! Source ──┐ Reading: person by person
//! KgdSums ┴──▶ ToPay ──▶ Rates: parts by OrderKey ──▶ List: CSV, sheet, MT-102
//! ```

mod book;
pub(crate) mod computed;
pub(crate) mod job;
mod list;
pub(crate) mod mt102;
pub(crate) mod mt102_check;
pub(crate) mod orders;
pub(crate) mod planning;
pub(crate) mod rates;
pub(crate) mod source;
mod writing;

use std::path::Path;

use crate::commands::Done;
use crate::commands::contractors::names::{NameFiles, ReadNames};
use crate::commands::lists::computed::KgdSums;
use crate::commands::lists::job::{Format, ListsJob, ListsOutcome};
use crate::commands::lists::source::{Reading, Source};
use crate::commands::periods::{self, LeftOut, Wanted};
use crate::commands::received::rejects::SettlementRejects;
use crate::error::{Error, ErrorKind};
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::reading::progress::Progress;
use crate::reject::Reject;
use crate::run::receipt::options::ListsOptions;
use crate::run::receipt::totals::{ListTotals, ListsTotals};
use crate::run::receipt::{Made, Receipt};
use crate::run::record::Run;
use crate::words::say;

impl ListsJob<'_> {
    /// Writes the lists into the directory.
    ///
    /// # Errors
    /// Where the source does not verify or does not have a month that was asked for, a file cannot be read or written, lists
    /// do not agree with its sums, or an MT-102 would break a rule.
    pub fn write(&self, dir: &Path, progress: &Progress) -> Result<Done<ListsOutcome>, Error> {
        let run = Run::open(self.run, &[])?;
        let source = Source::of(&run)?;
        if self.kgd.is_some() && source != Source::Register {
            let message = say!("lists-kgd-without-run", dir = self.run.display().to_string());
            return Err(Error::new(ErrorKind::Usage, message).with_hint(say!("lists-kgd-without-run-hint")));
        }
        let distributed = match &run.record.made {
            Made::Distribute(options, _) => Some(options.clone()),
            _ => None,
        };
        // A register says by its amounts of which tables it is.
        let has_other_tables = source == Source::Distribution && run.record.has_other_tables(self.law);
        let is_paid_unread = matches!(&run.record.made, Made::Distribute(_, totals) if totals.paid_unread > Some(0));
        let mut outcome = ListsOutcome {
            previous: run.receipt.clone(),
            source,
            distributed,
            is_paid_unread,
            has_other_tables,
            not_counted: match &run.record.made {
                Made::Calculate(_, totals) => {
                    totals.rejected.keys().copied().filter(|reject| *reject != Reject::Duplicate).collect()
                }
                _ => Vec::new(),
            },
            ..ListsOutcome::default()
        };
        let months = self.months(&run, source)?;
        periods::none_left_out(&run, &self.periods)?;
        let contractors =
            NameFiles { law: self.law, files: &self.contractors, header: &self.header, sentences: self.sentences };
        let ReadNames { names, files, rejected, mut rejects } = contractors.read(dir, progress)?;
        (outcome.inputs, outcome.rejected) = (files, rejected);
        let mut kgd_rejects = SettlementRejects::new(dir, self.sentences);
        let computed = match &self.kgd {
            Some(kgd) => {
                // What goes on no list is told where all are asked for.
                let ipn = [Payment::Ipn].into_iter().filter(|_| self.all);
                let (payments, periods) = (ipn.chain(self.payments.clone()).collect(), self.periods.clone());
                let wanted = Wanted { payments, periods };
                outcome.left_out = LeftOut::of(&run)?;
                let to = (&mut kgd_rejects, &mut outcome.inputs, progress);
                Some(KgdSums::read(kgd, (self.law, &wanted, &months), to)?)
            }
            None => None,
        };
        self.mapping.check(&outcome.inputs)?;
        outcome.own_input = run.own_among(&outcome.inputs);
        kgd_rejects.write_to(&mut rejects)?;
        outcome.kgd_rejected = kgd_rejects.counts;
        let reading = Reading { law: self.law, run: &run, source, computed: computed.as_ref(), periods: &self.periods };
        self.write_lists(dir, reading, (&names, &mut outcome))?;
        if let Some(computed) = computed {
            let KgdSums { unused, lacking, of_other_months, left_penalties, ipn, ipn_penalties, .. } = computed;
            outcome.unread_penalties = computed.unread_penalties;
            (outcome.left_penalties, outcome.ipn, outcome.ipn_penalties) = (left_penalties, ipn, ipn_penalties);
            (outcome.unused, outcome.lacking, outcome.of_other_months[1]) = (unused, lacking, of_other_months);
        }
        outcome.outputs.push(rejects.finish()?);
        let digest = self.receipt(&outcome).publish(dir)?;
        Ok(Done { outcome, digest })
    }

    /// The months of the source that are asked for; none where nobody needs them.
    fn months(&self, run: &Run, source: Source) -> Result<Vec<Month>, Error> {
        if self.periods.is_empty() && self.kgd.is_none() {
            return Ok(Vec::new());
        }
        let mut months = source.months(run, self.law)?;
        periods::are_in(&self.periods, &months)?;
        months.retain(|&month| periods::take(&self.periods, month));
        Ok(months)
    }

    fn receipt(&self, outcome: &ListsOutcome) -> Receipt {
        let (date, encoding, next_order) = match &self.format {
            Format::Csv | Format::Xlsx => (None, None, None),
            Format::Mt102 { payer, date, encoding } => (Some(*date), Some(*encoding), Some(payer.next_order)),
        };
        let options = ListsOptions {
            payments: self.payments.clone(),
            periods: self.periods.clone(),
            format: self.format.code().to_owned(),
            lang: self.lang.code().to_owned(),
            sentences: self.sentences,
            contractors_encoding: self.header.encoding(),
            columns: self.mapping.named(Kind::Contractors).collect(),
            ignore_columns: self.mapping.ignored.clone(),
            restore_zeros: self.mapping.zeros.are_restored(),
            penalties: self.kgd.as_ref().map(|kgd| kgd.penalties),
            of_distribution: outcome.source == Source::Distribution,
            of_correction: outcome.source == Source::Corrections,
            date,
            encoding,
            payer: Some(self.operator.number.clone()).filter(|number| !number.is_empty()),
            next_order,
        };
        let lists = outcome.lists.iter().map(|total| ListTotals {
            payment: total.order.key.payment,
            period: total.order.key.period,
            knp: total.order.line.knp.clone(),
            rate: total.order.rate.clone(),
            listed_persons: total.persons,
            listed: total.amount,
            unlisted_persons: total.unlisted_persons,
            unlisted: total.unlisted_amount,
        });
        let rejected = outcome.rejected.total() + outcome.kgd_rejected.total();
        let totals = ListsTotals { lists: lists.collect(), doubts: outcome.doubts, rejected };
        let made = Made::Lists(options, totals);
        let mut receipt =
            Receipt::new(made, vec![outcome.previous.clone()], &outcome.inputs, self.law, &outcome.outputs);
        receipt.inputs.extend(self.payer.clone());
        receipt
    }
}
