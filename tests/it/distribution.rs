//! Distribution without files: every row of the table of point 15 by hand, and damages at random against a slow
//! implementation of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use ustap::batch::Position;
use ustap::settlement::{
    Computed, Distributed, Distributing, Distribution, DistributionRow, Paid, Reason, Side, Unfit, UnfitFault,
    distribute,
};
use ustap::{ErrorKind, Exemption, Iin, Law, Month, Payment, PerPayment, Tenge, TengeSum};

use crate::values::{iin, month, tenge};

static LAW: LazyLock<Law> = LazyLock::new(|| Law::builtin().unwrap());

const PERSON: &str = "900101300017";
const OTHER: &str = "900101300811";
const M: &str = "2026-08";
const OPV: &str = "010";
const VOSMS: &str = "122";

/// A row of the first file with the right rate and names.
fn paid<'a>(line: u64, person: &'a str, knp: &'a str, amount: &str) -> Paid<'a> {
    Paid {
        iin: Iin::parse(person.as_bytes()).map_err(|_| person),
        period: month(M),
        knp,
        amount: tenge(amount),
        rate: Some("1%"),
        is_named: true,
        place: Position::new(0, line),
    }
}

/// КГД's sums of a person: ОПВ and ВОСМС.
fn computed(line: u64, person: &str, opv: &str, vosms: &str) -> Computed {
    let mut amounts = PerPayment::<Tenge>::default();
    amounts[Payment::Opv] = tenge(opv);
    amounts[Payment::Vosms] = tenge(vosms);
    Computed { iin: iin(person), period: month(M), amounts, place: Position::new(0, line) }
}

fn exempt(person: &str, category: &str, days: (Option<&str>, Option<&str>)) -> Exemption {
    let day = |text: Option<&str>| text.map(|text| text.parse().unwrap());
    Exemption { iin: iin(person), category: LAW.category_id(category).unwrap(), days: (day(days.0), day(days.1)) }
}

fn distributed(person: &str, amount: &str) -> Distributed {
    Distributed { iin: iin(person), period: month(M), payment: Payment::Opv, amount: tenge(amount) }
}

#[derive(Default)]
struct Sides<'a> {
    paid: Vec<Paid<'a>>,
    computed: Vec<Computed>,
    exemptions: Vec<Exemption>,
    earlier: Vec<Distributed>,
}

impl Sides<'_> {
    fn distribution(&self) -> Distribution {
        let mut distributing = Distributing::new(&LAW);
        self.exemptions.iter().for_each(|&row| distributing.exemption(row).unwrap());
        self.earlier.iter().for_each(|&row| distributing.distributed(row).unwrap());
        for &row in &self.computed {
            distributing.computed(row);
        }
        for &row in &self.paid {
            distributing.paid(row);
        }
        let distribution = distributing.finish().unwrap();
        assert!(distribution.conservation().holds(), "{:?}", distribution.conservation());
        distribution
    }

    /// Rows and returns as files have them, without the columns that the library leaves to whoever writes them.
    fn found(&self) -> (Vec<String>, Vec<String>) {
        let distribution = self.distribution();
        (distribution.rows().map(|row| text(&row)).collect(), returns(&distribution))
    }
}

fn text(row: &DistributionRow) -> String {
    let DistributionRow { iin, period, payment, computed, paid, distributed, reasons, .. } = row;
    let (returned, owed) = (row.returned(), row.owed());
    format!("{iin},{period},{payment},{computed},{paid},{distributed},{returned},{owed},{reasons}")
}

fn returns(distribution: &Distribution) -> Vec<String> {
    let line = |returned: ustap::settlement::Returned<'_>| {
        let iin = returned.iin.map_or_else(str::to_owned, |iin| iin.to_string());
        let payment = returned.payment.map_or("", Payment::code);
        let (period, amount, reason) = (returned.period, returned.amount, returned.reason);
        let points = reason.points().join(", ");
        let (file, line) = (returned.place.file(), returned.place.line());
        format!("{iin},{period},{payment},{amount},{reason},{points},{file},{line}")
    };
    distribution.returns().map(line).collect()
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[track_caller]
fn assert_found(sides: &Sides<'_>, rows: &[&str], returned: &[&str]) {
    assert_eq!(sides.found(), (strings(rows), strings(returned)));
}

// --- The table of point 15 ---

#[test]
fn what_equals_is_distributed() {
    // 6 000 computed, 6 000 paid: all of it goes to ЕНПФ (14).
    let sides = Sides {
        paid: vec![paid(2, PERSON, OPV, "6000")],
        computed: vec![computed(2, PERSON, "6000", "0")],
        ..Sides::default()
    };
    let row = "900101300017,2026-08,opv,6000.00,6000.00,6000.00,0.00,0.00,matches";
    assert_found(&sides, &[row], &[]);
    assert!(!sides.distribution().has_findings());
    // Two rows of 2 500 and 3 500 are 6 000.
    let parts = vec![paid(2, PERSON, OPV, "2500"), paid(3, PERSON, OPV, "3500")];
    assert_found(&Sides { paid: parts, ..sides }, &[row], &[]);
}

#[test]
fn one_tiyn_too_little_and_all_comes_back() {
    // 5 999.99 of 6 000: 15(2). Nothing is distributed, so that all of the 6 000 is owed.
    let sides = Sides {
        paid: vec![paid(2, PERSON, OPV, "5999.99")],
        computed: vec![computed(2, PERSON, "6000", "0")],
        ..Sides::default()
    };
    assert_found(
        &sides,
        &["900101300017,2026-08,opv,6000.00,5999.99,0.00,5999.99,6000.00,less-than-computed"],
        &["900101300017,2026-08,opv,5999.99,less-than-computed,15(2),0,2"],
    );
    assert!(sides.distribution().has_findings());
}

#[test]
fn what_is_too_much_comes_back_in_part() {
    // 4 000 + 2 010 = 6 010 of 6 000: 10 come back (15(3)), told under the first of the two rows, whatever its amount.
    let sides = Sides {
        paid: vec![paid(3, PERSON, OPV, "2010"), paid(2, PERSON, OPV, "4000")],
        computed: vec![computed(2, PERSON, "6000", "0")],
        ..Sides::default()
    };
    assert_found(
        &sides,
        &["900101300017,2026-08,opv,6000.00,6010.00,6000.00,10.00,0.00,more-than-computed"],
        &["900101300017,2026-08,opv,10.00,more-than-computed,15(3),0,2"],
    );
}

#[test]
fn what_was_not_computed_comes_back() {
    let row = "900101300017,2026-08,vosms,0.00,500.00,0.00,500.00,0.00,not-computed";
    let returned = "900101300017,2026-08,vosms,500.00,not-computed,15(4),0,2";
    let none = Sides { paid: vec![paid(2, PERSON, VOSMS, "500")], ..Sides::default() };
    assert_found(&none, &[row], &[returned]);
    // A sum of zero is no sum, and another payment's is not this one's: 6 000 of ОПВ are owed (15(5)).
    let zero = Sides { computed: vec![computed(2, PERSON, "6000", "0")], ..none };
    let unpaid = "900101300017,2026-08,opv,6000.00,0.00,0.00,0.00,6000.00,unpaid";
    assert_found(&zero, &[unpaid, row], &[returned]);
}

#[test]
fn what_was_paid_for_the_exempt_comes_back() {
    // Under 18: exempt from ВОСМС alone. 15(1) with 7.
    let whole = (Some("2026-08-01"), Some("2026-08-31"));
    let mut sides = Sides {
        paid: vec![paid(2, PERSON, OPV, "500"), paid(3, PERSON, VOSMS, "500")],
        exemptions: vec![exempt(PERSON, "minor", whole)],
        ..Sides::default()
    };
    let rows = |vosms| {
        let opv = "900101300017,2026-08,opv,0.00,500.00,0.00,500.00,0.00,not-computed".to_owned();
        vec![opv, format!("900101300017,2026-08,vosms,0.00,500.00,0.00,500.00,0.00,{vosms}")]
    };
    assert_eq!(sides.found().0, rows("exempt"));
    assert_eq!(sides.found().1[1], "900101300017,2026-08,vosms,500.00,exempt,15(1), 7,0,3");
    // On 30 days of 31, and on all days of another person, he is not.
    for exemptions in [
        vec![exempt(PERSON, "minor", (Some("2026-08-02"), None))],
        vec![exempt(PERSON, "minor", (None, Some("2026-08-30")))],
        vec![exempt(OTHER, "minor", whole)],
    ] {
        sides.exemptions = exemptions;
        assert_eq!(sides.found().0, rows("not-computed"));
    }
    // Two categories without a gap between them are one exemption of the month, and with a gap they are not.
    for (from, vosms) in [("2026-08-16", "exempt"), ("2026-08-17", "not-computed")] {
        sides.exemptions = vec![
            exempt(PERSON, "minor", (None, Some("2026-08-15"))),
            exempt(PERSON, "full-time-student", (Some(from), None)),
        ];
        assert_eq!(sides.found().0, rows(vosms));
    }
    // Where КГД has a sum it decides, exempt or not.
    sides.exemptions = vec![exempt(PERSON, "minor", whole)];
    sides.computed = vec![computed(2, PERSON, "500", "500")];
    assert!(sides.found().0.iter().all(|row| row.ends_with(",500.00,500.00,500.00,0.00,0.00,matches")));
}

#[test]
fn what_was_not_paid_is_owed() {
    let sides = Sides { computed: vec![computed(2, PERSON, "6000", "0")], ..Sides::default() };
    assert_found(&sides, &["900101300017,2026-08,opv,6000.00,0.00,0.00,0.00,6000.00,unpaid"], &[]);
    assert!(sides.distribution().has_findings());
}

// --- What comes back before the comparison ---

#[test]
fn wrong_details_come_back() {
    // The check digit of the first is wrong, the second has 11 digits; 011 is the КНП of nothing.
    let nameless = Paid { is_named: false, ..paid(5, PERSON, OPV, "40") };
    let sides = Sides {
        paid: vec![
            paid(2, "900101300018", OPV, "10"),
            paid(3, "90010130001", OPV, "20"),
            paid(4, PERSON, "011", "30"),
            nameless,
            paid(6, PERSON, OPV, "60"),
            Paid { knp: "", ..paid(7, "", OPV, "70") },
        ],
        computed: vec![computed(2, PERSON, "60", "0")],
        ..Sides::default()
    };
    // 40 of the row without a name come back, the 60 are compared alone. ИИН and КНП that are wrong stand in no row.
    assert_found(
        &sides,
        &["900101300017,2026-08,opv,60.00,100.00,60.00,40.00,0.00,details|matches"],
        &[
            "900101300018,2026-08,opv,10.00,details,15(1),0,2",
            "90010130001,2026-08,opv,20.00,details,15(1),0,3",
            "900101300017,2026-08,,30.00,details,15(1),0,4",
            "900101300017,2026-08,opv,40.00,details,15(1),0,5",
            ",2026-08,,70.00,details,15(1),0,7",
        ],
    );
    // They are in the totals: of no payment 30 + 70 and one person whose ИИН is right; of ОПВ 10 + 20 + 40 + 60.
    let distribution = sides.distribution();
    let totals: Vec<_> = distribution.totals().iter().map(total).collect();
    assert_eq!(totals, ["2026-08,,1,0.00,100.00,0.00,100.00,0.00", "2026-08,opv,1,60.00,130.00,60.00,70.00,0.00"]);
    assert_eq!(distribution.conservation().paid.to_string(), "230.00");
}

fn total(total: &ustap::settlement::DistributionTotal) -> String {
    let &ustap::settlement::DistributionTotal {
        period,
        payment,
        persons,
        computed,
        paid,
        distributed,
        returned,
        owed,
        ..
    } = total;
    let payment = payment.map_or("", Payment::code);
    format!("{period},{payment},{persons},{computed},{paid},{distributed},{returned},{owed}")
}

#[test]
fn a_code_is_that_of_its_month() {
    // The tables name no КНП for 2023.
    let old = Paid { period: month("2023-12"), ..paid(2, PERSON, OPV, "10") };
    let sides = Sides { paid: vec![old], ..Sides::default() };
    assert_found(&sides, &[], &["900101300017,2023-12,,10.00,details,15(1),0,2"]);
}

#[test]
fn a_rate_that_is_missing_or_another_comes_back() {
    let with = |rate| Sides {
        paid: vec![Paid { rate, ..paid(2, PERSON, OPV, "60") }],
        computed: vec![computed(2, PERSON, "60", "0")],
        ..Sides::default()
    };
    // Without rates in what was paid none is looked for.
    for right in [None, Some("1%"), Some("1"), Some("1 %"), Some("1,0%"), Some("1.00\u{a0}%"), Some(" 01 % ")] {
        let row = "900101300017,2026-08,opv,60.00,60.00,60.00,0.00,0.00,matches";
        assert_found(&with(right), &[row], &[]);
    }
    for (wrong, reason) in [
        ("", "rate-missing"),
        (" \u{a0}", "rate-missing"),
        ("2%", "rate-differs"),
        ("0%", "rate-differs"),
        ("0.01", "rate-differs"),
        ("1.0001%", "rate-differs"),
        ("1  %", "rate-differs"),
        ("1%%", "rate-differs"),
        ("+1%", "rate-differs"),
        ("ставка 1%", "rate-differs"),
    ] {
        let row = format!("900101300017,2026-08,opv,60.00,60.00,0.00,60.00,60.00,{reason}");
        assert_found(&with(Some(wrong)), &[&row], &[&format!("900101300017,2026-08,opv,60.00,{reason},11,0,2")]);
    }
    // A rate is one of its month: in June 2025 ОПВ had 1 %, in June 2024 the tables have no rates.
    for (period, reason) in [("2025-06", "not-computed"), ("2024-06", "rate-differs")] {
        let row = Paid { period: month(period), ..paid(2, PERSON, OPV, "60") };
        let rows = Sides { paid: vec![row], ..Sides::default() }.found().0;
        assert_eq!(rows, [format!("900101300017,{period},opv,0.00,60.00,0.00,60.00,0.00,{reason}")]);
    }
}

#[test]
fn reasons_stand_in_their_order_and_once() {
    // Details come before rates: the row without a name and rate is `details` alone. 10 + 20 + 30 + 40 come back; of
    // 50 + 1 the 50 are distributed.
    let sides = Sides {
        paid: vec![
            Paid { rate: Some("2%"), ..paid(2, PERSON, OPV, "10") },
            Paid { rate: Some(""), ..paid(3, PERSON, OPV, "20") },
            Paid { rate: Some(""), is_named: false, ..paid(4, PERSON, OPV, "30") },
            Paid { rate: Some("2%"), ..paid(5, PERSON, OPV, "40") },
            paid(6, PERSON, OPV, "50"),
            paid(7, PERSON, OPV, "1"),
        ],
        computed: vec![computed(2, PERSON, "50", "0")],
        ..Sides::default()
    };
    assert_found(
        &sides,
        &["900101300017,2026-08,opv,50.00,151.00,50.00,101.00,0.00,\
           details|rate-missing|rate-differs|more-than-computed"],
        &[
            "900101300017,2026-08,opv,10.00,rate-differs,11,0,2",
            "900101300017,2026-08,opv,20.00,rate-missing,11,0,3",
            "900101300017,2026-08,opv,30.00,details,15(1),0,4",
            "900101300017,2026-08,opv,40.00,rate-differs,11,0,5",
            "900101300017,2026-08,opv,1.00,more-than-computed,15(3),0,6",
        ],
    );
}

#[test]
fn where_all_came_back_before_the_comparison_their_reasons_stand_alone() {
    let nameless = Paid { is_named: false, ..paid(2, PERSON, OPV, "60") };
    let mut sides = Sides { paid: vec![nameless], computed: vec![computed(2, PERSON, "60", "0")], ..Sides::default() };
    let returned = "900101300017,2026-08,opv,60.00,details,15(1),0,2";
    assert_found(&sides, &["900101300017,2026-08,opv,60.00,60.00,0.00,60.00,60.00,details"], &[returned]);
    // The same where nothing is left, and where КГД has no sum.
    sides.earlier = vec![distributed(PERSON, "60")];
    assert_found(&sides, &["900101300017,2026-08,opv,0.00,60.00,0.00,60.00,0.00,details"], &[returned]);
    (sides.earlier, sides.computed) = (Vec::new(), Vec::new());
    assert_found(&sides, &["900101300017,2026-08,opv,0.00,60.00,0.00,60.00,0.00,details"], &[returned]);
}

// --- After earlier distributions ---

#[test]
fn what_was_distributed_is_taken_off_the_sum() {
    // КГД now has 6 500; 4 000 + 2 000 went to the fund, 500 are left.
    let mut sides = Sides {
        paid: vec![paid(2, PERSON, OPV, "500")],
        computed: vec![computed(2, PERSON, "6500", "0")],
        earlier: vec![distributed(PERSON, "4000"), distributed(PERSON, "2000"), distributed(OTHER, "0")],
        ..Sides::default()
    };
    assert_found(&sides, &["900101300017,2026-08,opv,500.00,500.00,500.00,0.00,0.00,matches"], &[]);
    sides.paid.clear();
    assert_found(&sides, &["900101300017,2026-08,opv,500.00,0.00,0.00,0.00,500.00,unpaid"], &[]);
}

#[test]
fn a_key_of_which_nothing_is_left() {
    let mut sides = Sides {
        computed: vec![computed(2, PERSON, "6000", "0")],
        earlier: vec![distributed(PERSON, "6000")],
        ..Sides::default()
    };
    assert_found(&sides, &[], &[]);
    assert_eq!(sides.distribution().totals(), []);
    assert!(!sides.distribution().has_findings());
    sides.paid = vec![paid(2, PERSON, OPV, "6000")];
    assert_found(
        &sides,
        &["900101300017,2026-08,opv,0.00,6000.00,0.00,6000.00,0.00,more-than-computed"],
        &["900101300017,2026-08,opv,6000.00,more-than-computed,15(3),0,2"],
    );
    // КГД's own sum is zero: that was never more than what was computed.
    sides.computed = vec![computed(2, PERSON, "0", "0")];
    assert!(sides.found().0[0].ends_with(",not-computed"));
    sides.exemptions = vec![exempt(PERSON, "pension-age", (None, None))];
    assert!(sides.found().0[0].ends_with(",exempt"));
}

#[test]
fn a_sum_that_is_now_below_what_was_distributed_is_told() {
    // КГД now has 5 999.99 for one, and for the other, of whom 7 were distributed, nothing.
    let mut sides = Sides {
        computed: vec![computed(2, PERSON, "5999.99", "0")],
        earlier: vec![distributed(OTHER, "7"), distributed(PERSON, "6000")],
        ..Sides::default()
    };
    assert_found(&sides, &[], &[]);
    let distribution = sides.distribution();
    let told = |row: &ustap::settlement::Overdistributed| {
        format!("{},{},{},{},{}", row.iin, row.period, row.payment, row.computed, row.distributed)
    };
    assert_eq!(
        distribution.overdistributed().iter().map(told).collect::<Vec<_>>(),
        ["900101300017,2026-08,opv,5999.99,6000.00", "900101300811,2026-08,opv,0.00,7.00"]
    );
    assert!(distribution.has_findings());
    // Of a month that КГД's sums have not, nothing is known now.
    let july = |row: &mut Computed| row.period = month("2026-07");
    sides.computed.iter_mut().for_each(july);
    assert_eq!(sides.distribution().overdistributed(), []);
}

#[test]
fn what_cannot_have_been_distributed_is_refused() {
    let mut distributing = Distributing::new(&LAW);
    let below = Distributed { amount: Tenge::from_tiyn(-1), ..distributed(PERSON, "0") };
    assert_eq!(distributing.distributed(below).unwrap_err().kind(), ErrorKind::Operation);
    let tax = Distributed { payment: Payment::Ipn, ..distributed(PERSON, "1") };
    assert_eq!(distributing.distributed(tax).unwrap_err().kind(), ErrorKind::Operation);
    let ends_before = exempt(PERSON, "minor", (Some("2026-08-02"), Some("2026-08-01")));
    assert_eq!(distributing.exemption(ends_before).unwrap_err(), ustap::Reject::Interval);
}

// --- Rows that take no part ---

#[test]
fn rows_that_take_no_part() {
    let place = |line| Position::new(0, line);
    let zero = Paid { amount: Tenge::ZERO, ..paid(2, PERSON, OPV, "1") };
    let negative = Paid { amount: tenge("-0.01"), ..paid(3, "900101300018", OPV, "1") };
    // ИПН, and the penalties of all five.
    let apart = ["911", "912", "019", "098", "017", "124"];
    let mut rows: Vec<_> = (4..).zip(apart).map(|(line, knp)| paid(line, PERSON, knp, "1")).collect();
    rows.extend([zero, negative]);
    let sums = vec![
        computed(2, PERSON, "6000", "0"),
        // The first by place counts, whatever was taken first.
        computed(4, OTHER, "2", "0"),
        computed(3, OTHER, "1", "0"),
        computed(5, PERSON, "6000", "0"),
        computed(6, "871120900221", "5", "-0.01"),
    ];
    let distribution = distribute(&LAW, rows, sums).unwrap();
    let paid_side = |line, fault| Unfit { side: Side::Paid, place: place(line), fault };
    let kgd_side = |line, fault| Unfit { side: Side::Computed, place: place(line), fault };
    let mut expected = vec![paid_side(2, UnfitFault::Amount), paid_side(3, UnfitFault::Amount)];
    expected.extend((4..10).map(|line| paid_side(line, UnfitFault::Knp)));
    expected.push(kgd_side(4, UnfitFault::Repeated { iin: iin(OTHER), counts: place(3) }));
    expected.push(kgd_side(5, UnfitFault::Repeated { iin: iin(PERSON), counts: place(2) }));
    expected.push(kgd_side(6, UnfitFault::Sum(Payment::Vosms)));
    assert_eq!(distribution.unfit(), expected);
    let rows: Vec<_> = distribution.rows().map(|row| text(&row)).collect();
    assert_eq!(
        rows,
        [
            "900101300017,2026-08,opv,6000.00,0.00,0.00,0.00,6000.00,unpaid",
            "900101300811,2026-08,opv,1.00,0.00,0.00,0.00,1.00,unpaid"
        ]
    );
    assert!(distribution.conservation().holds());
    assert_eq!(distribution.conservation().paid, TengeSum::default());
    // ИПН of КГД is not looked at, below zero or above.
    let mut sums = computed(2, PERSON, "0", "0");
    sums.amounts[Payment::Ipn] = tenge("-5");
    let distribution = distribute(&LAW, [], [sums]).unwrap();
    assert_eq!((distribution.rows().count(), distribution.unfit().len()), (0, 0));
}

#[test]
fn rows_are_in_order_of_month_person_and_payment_and_returns_in_that_of_files() {
    let july = |row: Paid<'static>| Paid { period: month("2026-07"), ..row };
    let second = |row: Paid<'static>| Paid { place: Position::new(1, row.place.line()), ..row };
    // ОПВ, ОПВР, СО, ВОСМС are 010, 089, 012, 122.
    let sides = Sides {
        paid: vec![
            second(paid(2, OTHER, "122", "1")),
            second(paid(3, OTHER, "012", "2")),
            second(paid(4, OTHER, "089", "3")),
            second(paid(5, OTHER, "010", "4")),
            paid(9, PERSON, "122", "5"),
            july(paid(10, OTHER, "010", "6")),
        ],
        ..Sides::default()
    };
    let (rows, returned) = sides.found();
    let short = |text: &String| text.split(',').take(4).collect::<Vec<_>>().join(",");
    let keys = |text: &String| text.split(',').take(3).collect::<Vec<_>>().join(",");
    assert_eq!(
        rows.iter().map(keys).collect::<Vec<_>>(),
        [
            "900101300811,2026-07,opv",
            "900101300017,2026-08,vosms",
            "900101300811,2026-08,opv",
            "900101300811,2026-08,opvr",
            "900101300811,2026-08,so",
            "900101300811,2026-08,vosms",
        ]
    );
    assert_eq!(
        returned.iter().map(short).collect::<Vec<_>>(),
        [
            "900101300017,2026-08,vosms,5.00",
            "900101300811,2026-07,opv,6.00",
            "900101300811,2026-08,vosms,1.00",
            "900101300811,2026-08,so,2.00",
            "900101300811,2026-08,opvr,3.00",
            "900101300811,2026-08,opv,4.00",
        ]
    );
}

#[test]
fn sums_that_are_out_of_range_are_refused() {
    let most = |line| Paid { amount: Tenge::from_tiyn(i64::MAX), ..paid(line, PERSON, OPV, "1") };
    // Of two persons or payments they may be that large; of one they may not.
    let apart = [most(2), Paid { knp: VOSMS, ..most(3) }, Paid { iin: Ok(iin(OTHER)), ..most(4) }];
    assert!(distribute(&LAW, apart, []).unwrap().conservation().holds());
    let error = distribute(&LAW, [most(2), most(3)], []).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Overflow);
    let mut distributing = Distributing::new(&LAW);
    for _ in 0..2 {
        distributing
            .distributed(Distributed { amount: Tenge::from_tiyn(i64::MAX), ..distributed(PERSON, "0") })
            .unwrap();
    }
    assert_eq!(distributing.finish().unwrap_err().kind(), ErrorKind::Overflow);
}

#[test]
fn each_payment_has_its_fund() {
    let funds = Payment::ALL.map(|payment| LAW.settlement().fund(payment, month(M)));
    assert_eq!(funds, [None, Some("enpf"), Some("enpf"), Some("gfss"), Some("fsms")]);
}

#[test]
fn reasons_have_the_codes_and_points_of_the_table() {
    let table: Vec<_> = Reason::ALL.map(|reason| format!("{reason} {}", reason.points().join(", "))).into();
    assert_eq!(
        table,
        [
            "details 15(1)",
            "rate-missing 11",
            "rate-differs 11",
            "matches 14",
            "less-than-computed 15(2)",
            "more-than-computed 15(3)",
            "exempt 15(1), 7",
            "not-computed 15(4)",
            "unpaid 15(5)",
        ]
    );
}

// --- Against a slow implementation, written from the rules with maps and texts alone ---

/// A row that was paid, as a file has it.
#[derive(Debug, Clone)]
struct PaidText {
    iin: String,
    period: &'static str,
    knp: &'static str,
    tiyn: i64,
    rate: Option<&'static str>,
    is_named: bool,
    place: (usize, u64),
}

impl PaidText {
    fn typed(&self) -> Paid<'_> {
        Paid {
            iin: Iin::parse(self.iin.as_bytes()).map_err(|_| self.iin.as_str()),
            period: month(self.period),
            knp: self.knp,
            amount: Tenge::from_tiyn(self.tiyn),
            rate: self.rate,
            is_named: self.is_named,
            place: Position::new(self.place.0, self.place.1),
        }
    }
}

type SlowKey = (&'static str, String, &'static str);
/// Computed, paid, distributed, returned, owed, reasons.
type SlowRow = (i64, i64, i64, i64, i64, String);
/// ИИН, month, payment, amount, reason.
type SlowReturn = (String, &'static str, &'static str, i64, &'static str);
/// Persons, paid, distributed, returned, owed.
type SlowTotal = (BTreeSet<String>, i64, i64, i64, i64);

#[derive(Debug, Default)]
struct Slow {
    rows: BTreeMap<SlowKey, SlowRow>,
    /// By place.
    returns: BTreeMap<(usize, u64), SlowReturn>,
    /// By month and payment.
    totals: BTreeMap<(&'static str, &'static str), SlowTotal>,
}

const MONTHS: [&str; 2] = ["2026-07", "2026-08"];
const PAYMENTS: [(&str, &str); 4] = [("opv", "010"), ("opvr", "089"), ("so", "012"), ("vosms", "122")];
/// All with right check digits.
const PEOPLE: [&str; 5] = [PERSON, OTHER, "871120900221", "930515900150", "090840013770"];
/// The person of pension age, exempt from all four in both months, and the one who is a minor until 30.08.2026.
const PENSIONER: &str = "871120900221";
const MINOR: &str = "930515900150";

fn is_exempt(iin: &str, period: &str, payment: &str) -> bool {
    iin == PENSIONER || iin == MINOR && payment == "vosms" && period == "2026-07"
}

fn exemptions() -> Vec<Exemption> {
    vec![exempt(PENSIONER, "pension-age", (None, None)), exempt(MINOR, "minor", (None, Some("2026-08-30")))]
}

type SlowSums = BTreeMap<SlowKey, i64>;

fn slow(paid: &[PaidText], kgd: &SlowSums, before: &SlowSums) -> Slow {
    let mut slow = Slow::default();
    let mut keys: BTreeSet<SlowKey> = kgd.iter().filter(|&(_, sum)| *sum > 0).map(|(key, _)| key.clone()).collect();
    let mut paid: Vec<&PaidText> = paid.iter().collect();
    paid.sort_by_key(|row| row.place);
    let mut of_key: BTreeMap<SlowKey, Vec<(&PaidText, &'static str)>> = BTreeMap::new();
    for row in paid {
        if ["911", "912", "019", "098", "017", "124"].contains(&row.knp) || row.tiyn <= 0 {
            continue;
        }
        let payment = PAYMENTS.iter().find(|(_, knp)| *knp == row.knp).map_or("", |(payment, _)| payment);
        let is_right = PEOPLE.contains(&row.iin.as_str());
        if payment.is_empty() || !is_right {
            slow.returns.insert(row.place, (row.iin.clone(), row.period, payment, row.tiyn, "details"));
            let total = slow.totals.entry((row.period, payment)).or_default();
            total.0.extend(is_right.then(|| row.iin.clone()));
            total.1 += row.tiyn;
            total.3 += row.tiyn;
            continue;
        }
        let fault = match row.rate {
            _ if !row.is_named => "details",
            None | Some("1%" | "1 %" | "1" | "1,0 %" | "1.00") => "",
            Some("") => "rate-missing",
            Some(_) => "rate-differs",
        };
        let key = (row.period, row.iin.clone(), payment);
        keys.insert(key.clone());
        of_key.entry(key).or_default().push((row, fault));
    }
    for key in keys {
        let sum = kgd.get(&key).copied().unwrap_or_default();
        let left = (sum - before.get(&key).copied().unwrap_or_default()).max(0);
        let rows = of_key.remove(&key).unwrap_or_default();
        let compared: Vec<_> = rows.iter().filter(|(_, fault)| fault.is_empty()).collect();
        let amount: i64 = compared.iter().map(|(row, _)| row.tiyn).sum();
        let (distributed, reason) = if rows.is_empty() && left == 0 {
            continue;
        } else if rows.is_empty() {
            (0, "unpaid")
        } else if compared.is_empty() {
            (0, "")
        } else if sum == 0 {
            (0, if is_exempt(&key.1, key.0, key.2) { "exempt" } else { "not-computed" })
        } else if amount == left {
            (amount, "matches")
        } else if amount < left {
            (0, "less-than-computed")
        } else {
            (left, "more-than-computed")
        };
        let mut reasons: Vec<&str> = ["details", "rate-missing", "rate-differs"]
            .into_iter()
            .filter(|known| rows.iter().any(|(_, fault)| fault == known))
            .collect();
        reasons.extend(Some(reason).filter(|reason| !reason.is_empty()));
        for (row, fault) in rows.iter().filter(|(_, fault)| !fault.is_empty()) {
            slow.returns.insert(row.place, (key.1.clone(), key.0, key.2, row.tiyn, fault));
        }
        if amount > distributed {
            slow.returns.insert(compared[0].0.place, (key.1.clone(), key.0, key.2, amount - distributed, reason));
        }
        let all: i64 = rows.iter().map(|(row, _)| row.tiyn).sum();
        let total = slow.totals.entry((key.0, key.2)).or_default();
        total.0.insert(key.1.clone());
        total.1 += all;
        total.2 += distributed;
        total.3 += all - distributed;
        total.4 += left - distributed;
        let row = (left, all, distributed, all - distributed, left - distributed, reasons.join("|"));
        slow.rows.insert(key, row);
    }
    slow
}

fn assert_equal(distribution: &Distribution, slow: &Slow) {
    let rows: BTreeMap<SlowKey, _> = distribution
        .rows()
        .map(|row| {
            let key = (known_month(row.period), row.iin.to_string(), row.payment.code());
            let [computed, paid, distributed] = [row.computed, row.paid, row.distributed].map(Tenge::tiyn);
            (key, (computed, paid, distributed, row.returned().tiyn(), row.owed().tiyn(), row.reasons.to_string()))
        })
        .collect();
    assert_eq!(rows, slow.rows);
    assert_eq!(distribution.rows().count(), rows.len());
    assert!(distribution.rows().is_sorted_by_key(|row| (row.period, row.iin, row.payment)));
    let returns: BTreeMap<_, _> = distribution
        .returns()
        .map(|row| {
            let iin = row.iin.map_or_else(str::to_owned, |iin| iin.to_string());
            let payment = row.payment.map_or("", Payment::code);
            let place = (row.place.file(), row.place.line());
            (place, (iin, known_month(row.period), payment, row.amount.tiyn(), row.reason.code()))
        })
        .collect();
    assert_eq!(returns, slow.returns);
    assert_eq!(distribution.returns().len(), returns.len());
    assert!(distribution.returns().is_sorted_by_key(|row| row.place));
    let totals: BTreeMap<_, _> = distribution
        .totals()
        .iter()
        .map(|total| {
            let [paid, distributed, returned, owed] =
                [total.paid, total.distributed, total.returned, total.owed].map(|sum| sum.tiyn() as i64);
            let key = (known_month(total.period), total.payment.map_or("", Payment::code));
            (key, (total.persons, paid, distributed, returned, owed))
        })
        .collect();
    let expected =
        slow.totals.iter().map(|(key, total)| (*key, (total.0.len() as u64, total.1, total.2, total.3, total.4)));
    assert_eq!(totals, expected.collect::<BTreeMap<_, _>>());
    assert_eq!(distribution.totals().len(), totals.len());
    assert!(distribution.totals().is_sorted_by_key(|total| (total.period, total.payment)));
    let conservation = distribution.conservation();
    assert!(conservation.holds(), "{conservation:?}");
    let sum = |of: fn(&SlowRow) -> i64| i128::from(slow.rows.values().map(of).sum::<i64>());
    assert_eq!(conservation.computed.tiyn(), sum(|row| row.0));
    assert_eq!(conservation.distributed.tiyn(), sum(|row| row.2));
    assert_eq!(conservation.owed.tiyn(), sum(|row| row.4));
}

fn known_month(period: Month) -> &'static str {
    MONTHS.into_iter().find(|text| month(text) == period).unwrap()
}

/// КГД's sums: for most keys one, some of them zero.
fn sums() -> impl Strategy<Value = SlowSums> {
    let keys: Vec<SlowKey> = MONTHS
        .into_iter()
        .flat_map(|period| PEOPLE.map(|iin| (period, iin)))
        .flat_map(|(period, iin)| PAYMENTS.map(|(payment, _)| (period, iin.to_owned(), payment)))
        .collect();
    vec(prop_oneof![3 => 1..=1_000_i64, 1 => Just(0)], keys.len())
        .prop_map(move |sums| keys.iter().cloned().zip(sums).collect())
}

/// What was done to a row that would be right.
#[derive(Debug, Clone, Copy)]
enum Damage {
    None,
    LeftOut,
    Twice,
    InParts(i64),
    By(i64),
    Amount(i64),
    Iin(&'static str),
    Knp(&'static str),
    Rate(Option<&'static str>),
    NoName,
}

fn damage() -> impl Strategy<Value = Damage> {
    use Damage::{Amount, By, InParts, Knp, LeftOut, NoName, Rate, Twice};
    prop_oneof![
        6 => Just(Damage::None),
        1 => Just(LeftOut),
        1 => Just(Twice),
        2 => (1..=500_i64).prop_map(InParts),
        2 => (-3..=3_i64).prop_map(By),
        1 => (-1..=1_000_i64).prop_map(Amount),
        1 => select(&["900101300018", "90010130001", "", "ИИН", PERSON, PENSIONER][..]).prop_map(Damage::Iin),
        1 => select(&["911", "912", "019", "017", "011", "", "10", "012", "122"][..]).prop_map(Knp),
        2 => select(&[None, Some(""), Some("2%"), Some("one"), Some("1 %"), Some("1,0 %"), Some("1.00")][..])
            .prop_map(Rate),
        1 => Just(NoName),
    ]
}

/// The list that КГД's sums ask for, with damages.
fn list(kgd: &SlowSums, damages: &[Damage]) -> Vec<PaidText> {
    let mut rows = Vec::new();
    for ((number, ((period, iin, payment), &tiyn)), &damage) in kgd.iter().enumerate().zip(damages) {
        let knp = PAYMENTS.iter().find(|(code, _)| code == payment).unwrap().1;
        // Two files; the lines of a row leave room for a second one.
        let place = (number % 2, 2 + 2 * number as u64);
        let (iin, rate) = (iin.clone(), Some("1%"));
        let row = PaidText { iin, period, knp, tiyn, rate, is_named: true, place };
        let second = PaidText { place: (place.0, place.1 + 1), ..row.clone() };
        match damage {
            Damage::None => rows.push(row),
            Damage::LeftOut => {}
            Damage::Twice => rows.extend([row, second]),
            Damage::InParts(part) => {
                rows.extend([PaidText { tiyn: tiyn - part, ..row }, PaidText { tiyn: part, ..second }]);
            }
            Damage::By(more) => rows.push(PaidText { tiyn: tiyn + more, ..row }),
            Damage::Amount(tiyn) => rows.push(PaidText { tiyn, ..row }),
            Damage::Iin(iin) => rows.extend([PaidText { iin: iin.to_owned(), ..row }]),
            Damage::Knp(knp) => rows.push(PaidText { knp, ..row }),
            Damage::Rate(rate) => rows.extend([PaidText { rate, tiyn: 7, ..row.clone() }, second]),
            Damage::NoName => rows.push(PaidText { is_named: false, ..row }),
        }
    }
    rows
}

fn typed_sums(sums: &SlowSums) -> Vec<Computed> {
    let mut typed: BTreeMap<(&str, &str), PerPayment<Tenge>> = BTreeMap::new();
    for ((period, iin, payment), &tiyn) in sums {
        typed.entry((period, iin)).or_default()[payment.parse::<Payment>().ok().unwrap()] = Tenge::from_tiyn(tiyn);
    }
    let row = |(line, ((period, person), amounts)): (u64, ((&str, &str), PerPayment<Tenge>))| Computed {
        iin: iin(person),
        period: month(period),
        amounts,
        place: Position::new(0, line),
    };
    (2..).zip(typed).map(row).collect()
}

fn typed_earlier(sums: &SlowSums) -> Vec<Distributed> {
    let row = |((period, person, payment), &tiyn): (&SlowKey, &i64)| Distributed {
        iin: iin(person),
        period: month(period),
        payment: payment.parse::<Payment>().ok().unwrap(),
        amount: Tenge::from_tiyn(tiyn),
    };
    sums.iter().map(row).collect()
}

proptest! {
    /// Lists damaged in known ways give what the slow implementation gives, whatever the order in which rows are taken;
    /// then what is owed is paid, which leaves nothing owed.
    #[test]
    fn damaged_lists_are_distributed_by_the_rules(
        kgd in sums(),
        before in sums(),
        is_first in any::<bool>(),
        damages in vec(damage(), MONTHS.len() * PEOPLE.len() * PAYMENTS.len()),
    ) {
        let before = if is_first { SlowSums::new() } else { before };
        let list = list(&kgd, &damages);
        let expected = slow(&list, &kgd, &before);
        let mut sides = Sides {
            paid: list.iter().map(PaidText::typed).collect(),
            computed: typed_sums(&kgd),
            exemptions: exemptions(),
            earlier: typed_earlier(&before),
        };
        let distribution = sides.distribution();
        assert_equal(&distribution, &expected);
        let below: Vec<_> = before.iter().filter(|&(key, tiyn)| *tiyn > kgd[key]).map(|(key, _)| key.clone()).collect();
        let told: Vec<SlowKey> = distribution.overdistributed().iter().map(|row| {
            (known_month(row.period), row.iin.to_string(), row.payment.code())
        }).collect();
        prop_assert_eq!(told, below);
        sides.paid.reverse();
        sides.computed.reverse();
        sides.earlier.reverse();
        assert_equal(&sides.distribution(), &expected);

        // What is owed is paid.
        let owed: Vec<_> = distribution.rows().filter(|row| row.owed() > Tenge::ZERO).collect();
        sides.paid = (2..).zip(&owed).map(|(line, row)| {
            let knp = PAYMENTS.iter().find(|(code, _)| *code == row.payment.code()).unwrap().1;
            let (iin, rate, place) = (Ok(row.iin), Some("1%"), Position::new(0, line));
            Paid { iin, period: row.period, knp, amount: row.owed(), rate, is_named: true, place }
        }).collect();
        let now = distribution.rows().map(|row| {
            Distributed { iin: row.iin, period: row.period, payment: row.payment, amount: row.distributed }
        });
        sides.earlier.extend(now);
        let second = sides.distribution();
        let rows: Vec<_> = second.rows().collect();
        prop_assert_eq!(rows.len(), owed.len());
        for (row, owed) in rows.iter().zip(&owed) {
            prop_assert_eq!(row.distributed, owed.owed());
            prop_assert_eq!(row.owed(), Tenge::ZERO);
            prop_assert_eq!(row.reasons.to_string(), "matches");
        }
        prop_assert_eq!(second.returns().len(), 0);
        prop_assert_eq!(second.conservation().owed, TengeSum::default());
    }
}
