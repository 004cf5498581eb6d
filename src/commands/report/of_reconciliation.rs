//! The section of reconciliations: both sides, what differs, and the penalties that ЦС КГД has stated.

use std::collections::{BTreeMap, BTreeSet};

use crate::commands::codes::in_words;
use crate::commands::periods;
use crate::commands::reconcile::records::{ADDED_TO_BREAKS, BreakRecord};
use crate::commands::report::about::Finding;
use crate::commands::report::of_rest::{Rest, key};
use crate::commands::report::of_run::ROWS_MAX;
use crate::commands::report::page::{Cell, Table, numbered, steps};
use crate::commands::report::reader::Reader;
use crate::error::Error;
use crate::money::{Tenge, TengeSum};
use crate::payment::Payment;
use crate::period::Month;
use crate::reading::header::headings::Kind;
use crate::run::files::{BREAKS, PENALTIES, SUMMARY};
use crate::run::receipt::Made;
use crate::run::record::Run;
use crate::run::records_in::{NamedRow, named_rows, records_of_any_version};
use crate::shown::beginning;
use crate::words::{say, spaced, word};

/// Rows of a kind that differ, and by how much above and below zero: one is never set off against the other.
#[derive(Debug, Default)]
struct Differing {
    rows: u64,
    more: TengeSum,
    less: TengeSum,
}

impl Differing {
    fn add(&mut self, difference: TengeSum) {
        self.rows += 1;
        let side = if difference.tiyn() > 0 { &mut self.more } else { &mut self.less };
        *side += TengeSum::from_tiyn(difference.tiyn().abs());
    }
}

impl Rest<'_> {
    fn side(&self, side: Kind) -> &'static str {
        word(self.language, if side == Kind::Kgd { "report-side-kgd" } else { "report-side-answer" })
    }

    pub fn reconciliation(&mut self, run: &Run, number: usize) -> Result<(), Error> {
        let language = self.language;
        let mut bars: Vec<Table> = Vec::new();
        let (mut computed, mut months) = (Vec::new(), BTreeSet::new());
        named_rows(run, SUMMARY, |row| {
            if row.value::<Kind>("side")? == Kind::Kgd {
                let (period, sum) = (row.value::<Month>("period")?, row.value::<TengeSum>("theirs")?);
                computed.push(((period, row.value("payment")?), sum));
                months.extend(Some(period).filter(|_| sum > TengeSum::default()));
            }
            bars.push(self.sides(row, number)?);
            Ok(())
        })?;
        let mut kinds: BTreeMap<(String, String, String), Differing> = BTreeMap::new();
        let mut largest: Vec<BreakRecord> = Vec::new();
        let mut all: BTreeMap<Kind, u64> = BTreeMap::new();
        records_of_any_version(run, BREAKS, (BREAKS.into(), ADDED_TO_BREAKS), |row: BreakRecord| {
            *all.entry(row.side).or_default() += 1;
            months.extend(Some(row.period).filter(|_| row.side == Kind::Kgd && row.theirs.is_some()));
            let explanation = row.explanation.split('=').next().unwrap_or_default().to_owned();
            let key = (self.side(row.side).to_owned(), row.kind.code().to_owned(), explanation);
            kinds.entry(key).or_default().add(row.difference);
            self.about_break(&row, number);
            largest.push(row);
            if largest.len() >= 2 * ROWS_MAX {
                keep_largest(&mut largest);
            }
            Ok(())
        })?;
        // Of a month that КГД's files have not, no sum is 0.00.
        for (of, sum) in computed.into_iter().filter(|((period, _), _)| months.contains(period)) {
            self.kgd.entry(of).or_default().insert(sum);
        }
        keep_largest(&mut largest);
        let mut tables = bars;
        if let Made::Reconcile(_, totals) = &run.record.made {
            for (side, totals) in [(Kind::Answer, &totals.answer), (Kind::Kgd, &totals.kgd)] {
                let repeated = totals.as_ref().map_or(0, |totals| totals.repeated_rows);
                if repeated > 0 {
                    let side = numbered(self.side(side), number, language);
                    self.warn("reconciliation", say!("report-warning-repeated", side = side, count = repeated));
                }
            }
        }
        for (side, count) in &all {
            let side = numbered(self.side(*side), number, language);
            self.warn("reconciliation", say!("report-warning-breaks", side = side, count = *count));
        }
        if !all.is_empty() {
            tables.push(self.kinds(kinds, number));
            let mut table = self.largest(&largest, number);
            table.note_rest(all.values().sum(), BREAKS, language);
            tables.push(table);
        }
        tables.extend(self.penalties(run, number)?);
        self.add_tables(("reconciliation", "report-reconciliation"), number, tables);
        Ok(())
    }

    /// Says of which payments the reconciliations have different sums of ЦС КГД: which of them is the newest none says.
    pub fn warn_of_computed(&mut self) {
        let differing = self.kgd.iter().filter(|(_, sums)| sums.len() > 1);
        let differing: Vec<(Month, Payment)> = differing.map(|(of, _)| *of).collect();
        if !differing.is_empty() {
            let of = periods::with_payments(&differing, self.language);
            self.warn("reconciliation", say!("report-warning-computed", of = of));
        }
    }

    /// The penalties that ЦС КГД has stated, which are paid by orders of their own; none where it has stated none.
    fn penalties(&mut self, run: &Run, number: usize) -> Result<Option<Table>, Error> {
        if !run.has(PENALTIES) {
            return Ok(None);
        }
        let language = self.language;
        let heads = [
            ("iin", "column-iin"),
            ("period", "column-period"),
            ("payment", "column-payment"),
            ("knp", "column-knp"),
            ("#penalty", "report-penalty"),
        ];
        let caption = word(language, "report-penalties");
        let mut table = Table::new(format!("penalties-{number}"), caption, &heads, language);
        let mut all = 0;
        named_rows(run, PENALTIES, |row| {
            all += 1;
            let (iin, period, payment) = key(row)?;
            let (amount, knp) = (row.text("penalty")?, row.text("knp")?);
            self.about.add(Finding::Penalty, (period, iin), || {
                say!("report-about-penalty", payment = payment, amount = spaced(amount)).say(language)
            });
            if table.rows.len() < ROWS_MAX {
                table.push([
                    Cell::text(self.iins.person(iin)),
                    Cell::text(period.to_string()),
                    Cell::text(payment.abbreviation_in(language)),
                    Cell::text(knp),
                    Cell::number(amount),
                ]);
            }
            Ok(())
        })?;
        if all == 0 {
            return Ok(None);
        }
        self.warn("reconciliation", say!("report-warning-penalties", count = all));
        table.note_rest(all, PENALTIES, language);
        Ok(Some(table))
    }

    /// A month and payment as both sides have it.
    fn sides(&self, row: &NamedRow<'_>, number: usize) -> Result<Table, Error> {
        let (side, period, payment) =
            (row.value::<Kind>("side")?, row.text("period")?, row.value::<Payment>("payment")?);
        let caption = format!("{}: {}, {period}", self.side(side), payment.abbreviation_in(self.language));
        let id = format!("sides-{number}-{}-{period}-{payment}", side.code());
        let columns = [
            ("report-ours", "ours", "main"),
            ("report-theirs", "theirs", "part"),
            ("report-matched", "matched_amount", "good"),
            ("report-explained", "explained_amount", "out"),
            ("report-unexplained-more", "unexplained_more", "bad"),
            ("report-unexplained-less", "unexplained_less", "bad"),
        ];
        let longest = row.value::<TengeSum>("ours")?.tiyn().max(row.value::<TengeSum>("theirs")?.tiyn());
        let step = |(key, column, tone)| row.value(column).map(|sum: TengeSum| (key, sum, sum.tiyn().abs(), tone));
        let all = columns.into_iter().map(step).collect::<Result<Vec<_>, _>>()?;
        Ok(steps((id, caption), longest, all, self.language))
    }

    fn kinds(&self, kinds: BTreeMap<(String, String, String), Differing>, number: usize) -> Table {
        let heads = [
            ("side", "column-side"),
            ("kind", "column-kind"),
            ("explanation", "column-explanation"),
            ("#rows", "column-rows"),
            ("#more", "report-more"),
            ("#less", "report-less"),
        ];
        let caption = word(self.language, "report-kinds");
        let mut table = Table::new(format!("kinds-{number}"), caption, &heads, self.language);
        for ((side, kind, explanation), Differing { rows, more, less }) in kinds {
            let explained = if explanation.is_empty() {
                word(self.language, "report-not-explained").to_owned()
            } else {
                in_words(self.language, &explanation)
            };
            table.push([
                Cell::text(side),
                Cell::text(in_words(self.language, &kind)),
                Cell::text(explained),
                Cell::number(rows.to_string()),
                Cell::number(more.to_string()),
                Cell::number(less.to_string()),
            ]);
        }
        table
    }

    fn largest(&self, rows: &[BreakRecord], number: usize) -> Table {
        let heads = [
            ("side", "column-side"),
            ("iin", "column-iin"),
            ("period", "column-period"),
            ("payment", "column-payment"),
            ("#ours", "report-ours"),
            ("#theirs", "report-theirs"),
            ("#difference", "column-difference"),
            ("kind", "column-kind"),
            ("explanation", "column-explanation"),
            ("consequence", "column-consequence"),
        ];
        let caption = word(self.language, "report-largest");
        let mut table = Table::new(format!("breaks-{number}"), caption, &heads, self.language);
        let money = |sum: Option<Tenge>| Cell::number(sum.map(|sum| sum.to_string()).unwrap_or_default());
        for row in rows {
            table.push([
                Cell::text(self.side(row.side)),
                Cell::text(self.iins.person(row.iin)),
                Cell::text(row.period.to_string()),
                Cell::text(row.payment.abbreviation_in(self.language)),
                money(row.ours),
                money(row.theirs),
                Cell::number(row.difference.to_string()),
                Cell::text(in_words(self.language, row.kind.code())),
                Cell::text(why(row, Reader { language: self.language, iins: self.iins })),
                Cell::text(in_words(self.language, &row.consequence)),
            ]);
        }
        table
    }

    fn about_break(&mut self, row: &BreakRecord, number: usize) {
        let language = self.language;
        let money = |sum: Option<Tenge>| sum.map_or_else(|| "—".to_owned(), |sum| spaced(&sum.to_string()));
        let side = self.side(row.side);
        let reader = Reader { language, iins: self.iins };
        self.about.add(Finding::Break, (row.period, row.iin), || {
            let why = why(row, reader);
            let message = say!(
                "report-about-break",
                side = numbered(side, number, language),
                payment = row.payment,
                ours = money(row.ours),
                theirs = money(row.theirs),
                kind = in_words(language, row.kind.code()),
            );
            let text = reader.iins.sentence(&message.say(language));
            if why.is_empty() { text } else { format!("{text}; {why}") }
        });
    }
}

/// What explains a break, and what the other side has said of it.
fn why(row: &BreakRecord, Reader { language, iins }: Reader) -> String {
    let mut why = vec![iins.sentence(&in_words(language, &row.explanation))];
    for (column, told) in [("error_code", &row.error_code), ("reference", &row.reference)] {
        if !told.is_empty() {
            why.push(format!("{}: {}", language.heading(column), beginning(&iins.text(told))));
        }
    }
    why.retain(|text| !text.is_empty());
    why.join("; ")
}

/// Those with the greatest differences, of equal ones the first.
fn keep_largest(rows: &mut Vec<BreakRecord>) {
    rows.sort_by_key(|row| std::cmp::Reverse(row.difference.tiyn().unsigned_abs()));
    rows.truncate(ROWS_MAX);
}
