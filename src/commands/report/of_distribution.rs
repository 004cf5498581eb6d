//! The section of distributions: what came to the funds, what comes back, and what is owed.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::codes::in_words;
use crate::commands::periods;
use crate::commands::report::about::Finding;
use crate::commands::report::of_rest::Rest;
use crate::commands::report::of_run::ROWS_MAX;
use crate::commands::report::page::{Cell, Table, spaced, steps};
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
use crate::words::{say, word};

/// What the columns of a sum are called, whichever file it stands in.
const SUMS: [(&str, &str); 5] = [
    ("computed", "column-computed"),
    ("paid", "column-paid"),
    ("distributed", "column-distributed"),
    ("returned", "column-returned"),
    ("owed", "column-owed"),
];

/// What distributions say of months and payments.
#[derive(Debug, Default)]
struct Owing {
    /// Of which any of them has a payment.
    paid: BTreeSet<(Month, Payment)>,
    /// Those that none goes on from.
    open: Vec<Open>,
}

/// What a distribution leaves owed.
#[derive(Debug, Default)]
struct Open {
    /// Of which ЦС КГД has a sum.
    computed: BTreeSet<(Month, Payment)>,
    owed: BTreeMap<(Month, Payment), TengeSum>,
    /// Whether all that it goes on from is on the page, with what was paid there.
    is_whole: bool,
}

impl Rest<'_> {
    /// Reads the distributions, in the order in which they were named.
    pub fn distributions(&mut self, runs: &[&Run]) -> Result<(), Error> {
        let mut owing = Owing::default();
        for (number, run) in runs.iter().enumerate() {
            // What a later one goes on from is open no more.
            let is_last = !runs.iter().any(|other| other.record.previous.contains(&run.receipt));
            let mut open = self.distribution(run, number, is_last, &mut owing.paid)?;
            if let Made::Distribute(options, _) = &run.record.made {
                open.is_whole = options.after.iter().all(|after| runs.iter().any(|other| other.receipt == *after));
            }
            owing.open.extend(is_last.then_some(open));
        }
        self.warn_of_owed(&owing);
        Ok(())
    }

    fn distribution(
        &mut self,
        run: &Run,
        number: usize,
        is_last: bool,
        paid: &mut BTreeSet<(Month, Payment)>,
    ) -> Result<Open, Error> {
        let (mut tables, mut returned) = (Vec::new(), TengeSum::default());
        let mut open = Open::default();
        named_rows(run, SUMMARY, |row| {
            returned += row.value::<TengeSum>("returned")?;
            // Of a КНП of no payment nothing is owed.
            if let Some(payment) = row.optional("payment")? {
                let of = (row.value::<Month>("period")?, payment);
                let sum = |column| row.value::<TengeSum>(column).map(|sum| Some(sum).filter(|sum| sum.tiyn() > 0));
                open.computed.extend(sum("computed")?.map(|_| of));
                paid.extend(sum("paid")?.map(|_| of));
                open.owed.extend(sum("owed")?.map(|owed| (of, owed)));
            }
            tables.push(self.funds(row, number)?);
            Ok(())
        })?;
        tables.extend(self.returns(run, number)?);
        if is_last {
            self.warn_of_distribution(&run.record.made, returned);
        }
        let by = self.by_when(run);
        let of = ("distribution", "report-distribution");
        self.section(of.0, of.1).lead.extend(by);
        self.add_tables(of, number, tables);
        Ok(open)
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
    fn warn_of_owed(&mut self, Owing { paid, open }: &Owing) {
        let mut apart = BTreeSet::new();
        for Open { owed, is_whole, .. } in open {
            let is_shared = |of: &(Month, Payment)| open.iter().filter(|other| other.computed.contains(of)).count() > 1;
            let (shared, own): (Vec<_>, Vec<_>) = owed.iter().partition(|(of, _)| is_shared(of));
            apart.extend(shared.into_iter().map(|((month, _), _)| *month));
            if own.is_empty() {
                continue;
            }
            let mut sum = TengeSum::default();
            own.iter().for_each(|(_, owed)| sum += **owed);
            let amount = spaced(&sum.to_string());
            let unpaid = own.iter().map(|(of, _)| **of).filter(|of| *is_whole && !paid.contains(of));
            let unpaid: Vec<(Month, Payment)> = unpaid.collect();
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
