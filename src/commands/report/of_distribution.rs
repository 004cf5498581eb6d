//! The section of distributions: what came to the funds, what comes back, and what is owed.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::codes::in_words;
use crate::commands::periods;
use crate::commands::report::about::Finding;
use crate::commands::report::of_rest::Rest;
use crate::commands::report::of_run::ROWS_MAX;
use crate::commands::report::page::{Cell, Table, steps};
use crate::error::Error;
use crate::language::Language;
use crate::money::TengeSum;
use crate::payment::Payment;
use crate::period::Month;
use crate::person::Iin;
use crate::run::files::{RETURNS, SUMMARY};
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::run::records_in::{NamedRow, named_rows};
use crate::settlement::Reason;
use crate::words::{say, spaced, word};

/// What the columns of a sum are called, whichever file it stands in.
const SUMS: [(&str, &str); 5] = [
    ("computed", "column-computed"),
    ("paid", "column-paid"),
    ("distributed", "column-distributed"),
    ("returned", "column-returned"),
    ("owed", "column-owed"),
];

/// A payment of a month.
type Of = (Month, Payment);

/// What a distribution says of months and payments.
#[derive(Debug)]
struct Said<'r> {
    run: &'r Run,
    /// Of which ЦС КГД has a sum.
    computed: BTreeSet<Of>,
    paid: BTreeSet<Of>,
    owed: BTreeMap<Of, TengeSum>,
}

impl<'r> Said<'r> {
    /// The receipts of the distributions that it goes on from.
    fn after(&self) -> &'r [String] {
        match &self.run.record.made {
            Made::Distribute(options, _) => &options.after,
            _ => &[],
        }
    }
}

/// A distribution and all that it goes on from, near and far.
struct Chain<'s> {
    last: &'s Said<'s>,
    /// What is on the page of it.
    all: Vec<&'s Said<'s>>,
    /// Whether all of it is.
    is_whole: bool,
    /// Whether the last one was given all of it: what it was not given counts as owed.
    is_given: bool,
}

impl<'s> Chain<'s> {
    fn of(last: &'s Said<'s>, said: &'s [Said<'s>]) -> Chain<'s> {
        let mut chain = Chain { last, all: vec![last], is_whole: true, is_given: true };
        let (mut at, mut receipts) = (0, BTreeSet::new());
        while let Some(one) = chain.all.get(at).copied() {
            at += 1;
            for receipt in one.after().iter().filter(|receipt| receipts.insert(*receipt)) {
                chain.is_given &= last.after().contains(receipt);
                match said.iter().find(|other| other.run.receipt == *receipt) {
                    Some(earlier) => chain.all.push(earlier),
                    None => chain.is_whole = false,
                }
            }
        }
        chain
    }

    /// Whether any of it may have distributed this.
    fn may_have(&self, of: Of) -> bool {
        let mut computed = self.all.iter().flat_map(|said| &said.computed);
        computed.any(|&known| known == of || !self.is_whole && known.0 == of.0)
    }
}

impl Rest<'_> {
    /// Reads the distributions, in the order in which they were named.
    pub fn distributions(&mut self, runs: &[&Run]) -> Result<(), Error> {
        let mut said = Vec::new();
        // What a later one goes on from is open no more.
        let is_last = |run: &Run| !runs.iter().any(|other| other.record.previous.contains(&run.receipt));
        for (number, run) in runs.iter().enumerate() {
            said.push(self.distribution(run, number, is_last(run))?);
        }
        let last = said.iter().filter(|said| is_last(said.run));
        let chains: Vec<Chain<'_>> = last.map(|last| Chain::of(last, &said)).collect();
        self.warn_of_owed(&chains, &said.iter().flat_map(|said| &said.paid).collect());
        Ok(())
    }

    fn distribution<'r>(&mut self, run: &'r Run, number: usize, is_last: bool) -> Result<Said<'r>, Error> {
        let (mut tables, mut returned) = (Vec::new(), TengeSum::default());
        let (computed, paid, owed) = Default::default();
        let mut said = Said { run, computed, paid, owed };
        named_rows(run, SUMMARY, |row| {
            returned += row.value::<TengeSum>("returned")?;
            // Of a КНП of no payment nothing is owed.
            if let Some(payment) = row.optional("payment")? {
                let of = (row.value::<Month>("period")?, payment);
                let sum = |column| row.value::<TengeSum>(column).map(|sum| Some(sum).filter(|sum| sum.tiyn() > 0));
                said.computed.extend(sum("computed")?.map(|_| of));
                said.paid.extend(sum("paid")?.map(|_| of));
                said.owed.extend(sum("owed")?.map(|owed| (of, owed)));
            }
            tables.push(self.funds(row, number)?);
            Ok(())
        })?;
        tables.extend(self.returns(run, number)?);
        if is_last {
            self.warn_of_distribution(&run.record.made, returned);
        }
        let by = self.by_when(run);
        self.add_tables(("distribution", "report-distribution"), number, tables).lead.extend(by);
        Ok(said)
    }

    /// What comes back, by reason and row by row; nothing where nothing does.
    fn returns(&mut self, run: &Run, number: usize) -> Result<Vec<Table>, Error> {
        let language = self.language;
        let heads = [
            ("iin", "column-iin"),
            ("period", "column-period"),
            ("payment", "column-payment"),
            ("#amount", "column-amount"),
            ("reason", "column-reason"),
            ("provision", "column-provision"),
        ];
        let caption = word(language, "report-returns");
        let mut returns = Table::new(format!("returns-{number}"), caption, &heads, language);
        let mut reasons: BTreeMap<String, (u64, TengeSum)> = BTreeMap::new();
        let mut all = 0;
        named_rows(run, RETURNS, |row| {
            all += 1;
            // What comes back may be of nobody whom its ИИН names, and of a КНП of no payment.
            let (written, iin) = (row.text("iin")?, row.value::<Iin>("iin").ok());
            let (period, payment) = (row.value::<Month>("period")?, self.payment(row.optional("payment")?));
            let (reason, amount) = (row.text("reason")?.to_owned(), row.value::<TengeSum>("amount")?);
            let (rows, sum) = reasons.entry(reason.clone()).or_default();
            *rows += 1;
            *sum += amount;
            if let Some(iin) = iin {
                self.about.add(Finding::Return, (period, iin), || {
                    let reason = in_words(language, &reason);
                    let amount = spaced(&amount.to_string());
                    say!("report-about-return", payment = payment, amount = amount, reason = reason).say(language)
                });
            }
            if returns.rows.len() < ROWS_MAX {
                returns.push([
                    Cell::text(iin.map_or_else(|| self.iins.no_person(written), |iin| self.iins.person(iin))),
                    Cell::text(period.to_string()),
                    Cell::text(payment),
                    Cell::number(amount.to_string()),
                    Cell::text(in_words(language, &reason)),
                    Cell::text(provision(&reason, language)),
                ]);
            }
            Ok(())
        })?;
        if all == 0 {
            return Ok(Vec::new());
        }
        returns.note_rest(all, RETURNS, language);
        Ok(vec![self.reasons(reasons, number), returns])
    }

    /// What is open in the last distribution.
    fn warn_of_distribution(&mut self, made: &Made, returned: TengeSum) {
        if let Made::Distribute(_, totals) = made {
            if !totals.lacking.is_empty() {
                let (months, count) = (periods::named(&totals.lacking), totals.lacking.len());
                let message = say!("report-warning-lacking", months = months, count = count);
                self.warn("distribution", message);
            }
            if totals.counted_twice > 0 {
                self.warn("distribution", say!("report-warning-counted-twice", count = totals.counted_twice));
            }
            if totals.overdistributed > 0 {
                let message = say!("report-warning-overdistributed", count = totals.overdistributed);
                self.warn("distribution", message);
            }
        }
        if returned != TengeSum::default() {
            self.warn("distribution", say!("report-warning-returned", amount = spaced(&returned.to_string())));
        }
    }

    /// What is owed. Distributions of one payment of a month that do not go on from each other call owed what the others
    /// have, and none of these sums is one to pay.
    fn warn_of_owed(&mut self, chains: &[Chain<'_>], paid: &BTreeSet<&Of>) {
        let mut apart = BTreeSet::new();
        for Chain { last, is_whole, is_given, .. } in chains {
            let is_shared = |of: Of| !is_given || chains.iter().filter(|chain| chain.may_have(of)).count() > 1;
            let (shared, own): (Vec<_>, Vec<_>) = last.owed.iter().partition(|(of, _)| is_shared(**of));
            apart.extend(shared.into_iter().map(|((month, _), _)| *month));
            if own.is_empty() {
                continue;
            }
            let mut sum = TengeSum::default();
            own.iter().for_each(|(_, owed)| sum += **owed);
            let amount = spaced(&sum.to_string());
            let unpaid = own.iter().map(|(of, _)| **of).filter(|of| *is_whole && !paid.contains(of));
            let unpaid: Vec<Of> = unpaid.collect();
            self.warn(
                "distribution",
                match unpaid.is_empty() {
                    true => say!("report-warning-owed", amount = amount),
                    false => {
                        let unpaid = periods::with_payments(&unpaid, self.language);
                        say!("report-warning-owed-unpaid", amount = amount, unpaid = unpaid)
                    }
                },
            );
        }
        if !apart.is_empty() {
            self.warn("distribution", say!("report-warning-owed-apart", months = periods::named(&apart)));
        }
    }

    /// By when it is distributed and mended, where the day of payment is known.
    fn by_when(&self, run: &Run) -> Option<String> {
        let Made::Distribute(options, _) = &run.record.made else { return None };
        let received = options.received_on?;
        let term = |code: &str, from| self.law.term_from(code, from)?.1.ok();
        let distributed = term("distribution", received)?;
        let mended = term("mending", distributed)?;
        let message = say!(
            "report-by-when",
            received = received.to_string(),
            distributed = distributed.to_string(),
            mended = mended.to_string(),
        );
        Some(message.say(self.language))
    }

    fn funds(&self, row: &NamedRow<'_>, number: usize) -> Result<Table, Error> {
        let (period, payment) = (row.value::<Month>("period")?, row.optional("payment")?);
        let section = word(self.language, "report-distribution");
        let caption = format!("{section}: {}, {period}", self.payment(payment));
        let id = format!("funds-{number}-{period}-{}", payment.map_or("none", Payment::code));
        let sums: Vec<TengeSum> = SUMS.iter().map(|(column, _)| row.value(column)).collect::<Result<_, _>>()?;
        let longest = sums.iter().map(|sum| sum.tiyn()).max().unwrap_or_default();
        let tones = ["main", "part", "good", "bad", "bad"];
        let all = SUMS.iter().zip(&sums).zip(tones).map(|(((_, key), sum), tone)| (*key, *sum, sum.tiyn(), tone));
        Ok(steps((id, caption), longest, all, self.language))
    }

    /// The payment in words, and where a КНП is of none, that.
    fn payment(&self, payment: Option<Payment>) -> &'static str {
        payment.map_or_else(|| word(self.language, "distribute-no-code"), |known| known.abbreviation_in(self.language))
    }

    fn reasons(&self, reasons: BTreeMap<String, (u64, TengeSum)>, number: usize) -> Table {
        let heads = [("reason", "column-reason"), ("#rows", "column-rows"), ("#amount", "column-amount")];
        let caption = word(self.language, "report-reasons");
        let mut table = Table::new(format!("reasons-{number}"), caption, &heads, self.language);
        for (reason, (rows, sum)) in reasons {
            let reason = in_words(self.language, &reason);
            table.push([Cell::text(reason), Cell::number(rows.to_string()), Cell::number(sum.to_string())]);
        }
        table
    }
}

/// The point of the Rules that a reason of a return rests on.
fn provision(code: &str, language: Language) -> String {
    let reason = Reason::ALL.into_iter().find(|reason| reason.code() == code);
    reason.map_or_else(String::new, |reason| reason.provision().say(language))
}
