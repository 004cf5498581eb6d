//! Reconciliation without files: each kind of break, each explanation with figures worked by hand, and damages at random.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use ustap::settlement::{Break, BreakKind, Circumstances, Explanation, Owed, Received, Status, reconcile};
use ustap::{Iin, Law, Month, Payment, PerPayment, Tenge, TengeSum};

use crate::values::{iin, month, tenge};

const PERSON: &str = "900101300017";
const OTHER: &str = "900101300811";

fn owed(person: &str, period: &str, payment: Payment, amount: &str) -> Owed {
    Owed { iin: iin(person), period: month(period), payment, amount: tenge(amount) }
}

fn received(person: &str, period: &str, payment: Payment, amount: &str) -> Received<'static> {
    let Owed { iin, period, payment, amount } = owed(person, period, payment, amount);
    Received { iin, period, payment, amount, status: Status::Accepted, reference: "" }
}

fn with_status(status: Status, row: Received<'_>) -> Received<'_> {
    Received { status, ..row }
}

/// Kind, ours, theirs, number of their row and explanation of every break.
type Found = (BreakKind, Option<String>, Option<String>, Option<usize>, Option<String>);

fn found(ours: &[Owed], theirs: &[Received<'_>]) -> Vec<Found> {
    let reconciliation = reconcile(ours.iter().copied(), theirs.iter().copied()).unwrap();
    assert!(reconciliation.conservation().holds(), "{:?}", reconciliation.conservation());
    let text = |amount: Option<Tenge>| amount.map(|amount| amount.to_string());
    let row = |found: &Break| {
        let explanation = found.explanation.map(|explanation| explanation.to_string());
        (found.kind, text(found.ours), text(found.theirs), found.row, explanation)
    };
    reconciliation.breaks().iter().map(row).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

const P: Payment = Payment::Opv;
const M: &str = "2026-08";

#[test]
fn what_matches() {
    let ours = [owed(PERSON, M, P, "3000.00"), owed(PERSON, M, Payment::So, "0.00")];
    // 0.00 on either side and nothing on the other is a match.
    let theirs = [received(PERSON, M, P, "3000"), received(OTHER, M, Payment::Ipn, "0")];
    assert_eq!(found(&ours, &theirs), []);
    let sums = reconcile(ours, theirs).unwrap().conservation();
    assert_eq!((sums.our_rows, sums.their_rows, sums.matched_rows), (2, 2, 3));
    // Rows of one person, month and payment are summed, as those of two regimes are: 2 000 + 1 000.
    let regimes = [owed(PERSON, M, P, "2000.00"), owed(PERSON, M, P, "1000.00")];
    assert_eq!(found(&regimes, &[received(PERSON, M, P, "3000")]), []);
    assert_eq!(found(&[], &[]), []);
}

#[test]
fn each_kind_of_break() {
    let ours = [owed(PERSON, M, P, "3000.00")];
    assert_eq!(found(&ours, &[]), [(BreakKind::Missing, some("3000.00"), None, None, None)]);
    let theirs = [received(PERSON, M, P, "3000"), received(OTHER, M, P, "5")];
    assert_eq!(found(&ours, &theirs), [(BreakKind::Unexpected, None, some("5.00"), Some(1), None)]);
    let theirs = [received(PERSON, M, P, "2999.99")];
    assert_eq!(found(&ours, &theirs), [(BreakKind::Amount, some("3000.00"), some("2999.99"), Some(0), None)]);
    // In the register with 0.00 is in the register.
    let zero = [owed(PERSON, M, P, "0.00")];
    assert_eq!(found(&zero, &theirs), [(BreakKind::Amount, some("0.00"), some("2999.99"), Some(0), None)]);
    let theirs = [received(PERSON, M, P, "0.00")];
    assert_eq!(found(&ours, &theirs), [(BreakKind::Amount, some("3000.00"), some("0.00"), Some(0), None)]);
    for (status, kind) in [(Status::Rejected, BreakKind::Rejected), (Status::Returned, BreakKind::Returned)] {
        let theirs = [with_status(status, received(PERSON, M, P, "3000"))];
        assert_eq!(found(&ours, &theirs), [(kind, some("3000.00"), some("0.00"), Some(0), None)]);
        // Nothing is due, and nothing stayed.
        assert_eq!(found(&[], &theirs), []);
        assert_eq!(found(&zero, &theirs), []);
        // Sent again and accepted: that stayed, and the row that was not taken is told.
        let theirs = [theirs[0], received(PERSON, M, P, "3000")];
        assert_eq!(found(&ours, &theirs), []);
    }
}

#[test]
fn rows_that_stand_more_than_once() {
    let ours = [owed(PERSON, M, P, "3000.00")];
    let row = |amount| received(PERSON, M, P, amount);
    let duplicate = |amount, row| (BreakKind::Duplicate, None, some(amount), Some(row), None);
    assert_eq!(found(&ours, &[row("3000"), row("3000")]), [duplicate("3000.00", 1)]);
    // The first that equals ours is compared, wherever it stands.
    let three = [row("1"), row("3000"), row("3000")];
    assert_eq!(found(&ours, &three), [duplicate("1.00", 0), duplicate("3000.00", 2)]);
    // Where none does, the first.
    let none = [row("1"), row("2")];
    let amount = (BreakKind::Amount, some("3000.00"), some("1.00"), Some(0), None);
    assert_eq!(found(&ours, &none), [amount, duplicate("2.00", 1)]);
    let unexpected = (BreakKind::Unexpected, None, some("1.00"), Some(0), None);
    assert_eq!(found(&[], &none), [duplicate("2.00", 1), unexpected]);
    // Three that were not taken: one break, of the last that was returned.
    let returned = |amount| with_status(Status::Returned, row(amount));
    let refused = [returned("1"), returned("3000"), with_status(Status::Rejected, row("1"))];
    assert_eq!(found(&ours, &refused), [(BreakKind::Returned, some("3000.00"), some("0.00"), Some(1), None)]);
}

/// A key that is not in the register is one of 0.00, as 0.00 on one side and nothing on the other is a match: the first row
/// that equals it is compared, and what stands beside is a duplicate, in whatever order they were given.
#[test]
fn nothing_of_ours_equals_their_zero_wherever_it_stands() {
    let row = |amount| received(PERSON, M, P, amount);
    let duplicate = |row| (BreakKind::Duplicate, None, some("600.00"), Some(row), None);
    assert_eq!(found(&[], &[row("0.00"), row("600.00")]), [duplicate(1)]);
    assert_eq!(found(&[], &[row("600.00"), row("0.00")]), [duplicate(0)]);
    // The same where ours of 0.00 is in the register.
    assert_eq!(found(&[owed(PERSON, M, P, "0.00")], &[row("600.00"), row("0.00")]), [duplicate(0)]);
}

/// What stayed, of rows of one key for which 7 000.00 is due: amount, status (`+` accepted, `-` returned, `x` rejected),
/// reference.
fn stayed(rows: &[(&str, char, &'static str)]) -> (Vec<Found>, [u64; 4]) {
    let ours = [owed(PERSON, M, P, "7000.00")];
    let status = |sign| match sign {
        '+' => Status::Accepted,
        '-' => Status::Returned,
        _ => Status::Rejected,
    };
    let theirs: Vec<Received<'_>> = rows
        .iter()
        .map(|&(amount, sign, reference)| Received {
            reference,
            status: status(sign),
            ..received(PERSON, M, P, amount)
        })
        .collect();
    let told = reconcile(ours, theirs.iter().copied()).unwrap().told().clone();
    (found(&ours, &theirs), [told.repeated.len() as u64, told.returned, told.rejected, told.given_back])
}

/// Field case 8: accepted, then returned. Nothing of 7 000.00 stayed.
#[test]
fn accepted_then_returned_is_not_paid() {
    let gone = |row| vec![(BreakKind::Returned, some("7000.00"), some("0.00"), Some(row), None)];
    assert_eq!(stayed(&[("7000", '+', "3"), ("7000", '-', "3")]), (gone(1), [0; 4]));
    // Wherever its reference stands.
    assert_eq!(stayed(&[("7000", '-', "3"), ("7000", '+', "3")]), (gone(0), [0; 4]));
    // Rejected at last, but returned before: it is the return that is told.
    assert_eq!(stayed(&[("7000", '+', ""), ("7000", '-', ""), ("7000", 'x', "")]), (gone(1), [0; 4]));
}

/// Field case 9: rejected, then accepted again. A match; the rejected row is told.
#[test]
fn rejected_then_accepted_again_is_a_match() {
    assert_eq!(stayed(&[("7000", 'x', ""), ("7000", '+', "")]), (vec![], [0, 0, 1, 0]));
    // Accepted, returned, accepted: the second stayed.
    assert_eq!(stayed(&[("7000", '+', ""), ("7000", '-', ""), ("7000", '+', "")]), (vec![], [0, 1, 0, 1]));
}

/// A row told twice with one reference is one payment; without a reference, or with another, it is two.
#[test]
fn a_row_that_repeats_another_counts_once() {
    assert_eq!(stayed(&[("7000", '+', "3"), ("7000", '+', "3")]), (vec![], [1, 0, 0, 0]));
    let duplicate = vec![(BreakKind::Duplicate, None, some("7000.00"), Some(1), None)];
    assert_eq!(stayed(&[("7000", '+', "3"), ("7000", '+', "4")]), (duplicate.clone(), [0; 4]));
    assert_eq!(stayed(&[("7000", '+', ""), ("7000", '+', "")]), (duplicate, [0; 4]));
    // Two downloads of a payment and its return: 7 000 − 7 000.
    let rows = [("7000", '+', "3"), ("7000", '-', "3"), ("7000", '+', "3"), ("7000", '-', "3")];
    let gone = vec![(BreakKind::Returned, some("7000.00"), some("0.00"), Some(1), None)];
    assert_eq!(stayed(&rows), (gone, [2, 0, 0, 0]));
}

/// Each return is set against one accepted row that has its amount left.
#[test]
fn a_return_is_set_against_one_accepted_row() {
    let amount = |theirs, row| (BreakKind::Amount, some("7000.00"), some(theirs), Some(row), None);
    let duplicate = |theirs, row| (BreakKind::Duplicate, None, some(theirs), Some(row), None);
    // A return of part: 7 500 − 500, a match.
    assert_eq!(stayed(&[("7500", '+', ""), ("500", '-', "")]), (vec![], [0, 1, 0, 0]));
    // Two returns of part: 7 500 − 500 − 100.
    let rows = [("7500", '+', ""), ("500", '-', ""), ("100", '-', "")];
    assert_eq!(stayed(&rows), (vec![amount("6900.00", 0)], [0, 2, 0, 0]));
    // The nearest before with the same amount goes before a nearer one with a greater amount.
    let rows = [("7000", '+', "a"), ("500", '+', "b"), ("7001", '+', "c"), ("500", '-', "")];
    assert_eq!(stayed(&rows), (vec![duplicate("7001.00", 2)], [0, 1, 0, 1]));
    // The nearest with a greater one: 7 001 − 1, and the 7 000 is the first that equals.
    let rows = [("7000", '+', "a"), ("7001", '+', "c"), ("1", '-', "")];
    assert_eq!(stayed(&rows), (vec![duplicate("7000.00", 1)], [0, 1, 0, 0]));
    // Its own reference goes before a nearer row: 7 000 of `a` came back, 7 000 of `b` stayed.
    let rows = [("7000", '+', "a"), ("7000", '+', "b"), ("7000", '-', "a")];
    assert_eq!(stayed(&rows), (vec![], [0, 1, 0, 1]));
    // A reference that has not the amount left: the nearest before. 100 − 100 of `a`, then 7 000 − 50.
    let rows = [("7000", '+', "b"), ("100", '+', "a"), ("100", '-', "a"), ("50", '-', "a")];
    assert_eq!(stayed(&rows), (vec![amount("6950.00", 0)], [0, 2, 0, 1]));
    // Without a reference only what stands before it; a return of more than there is comes to nothing.
    assert_eq!(stayed(&[("7000", '-', ""), ("7000", '+', "")]), (vec![], [0, 1, 0, 0]));
    assert_eq!(stayed(&[("7000", '+', ""), ("7000.01", '-', "")]), (vec![], [0, 1, 0, 0]));
    // One return, two payments: one stayed.
    assert_eq!(stayed(&[("7000", '+', ""), ("7000", '+', ""), ("7000", '-', "")]), (vec![], [0, 1, 0, 1]));
    // 0.00 accepted and 7 000 rejected: no tenge stayed.
    let rejected = vec![(BreakKind::Rejected, some("7000.00"), some("0.00"), Some(1), None)];
    assert_eq!(stayed(&[("0", '+', ""), ("7000", 'x', "")]), (rejected, [0; 4]));
}

/// A file of one person's rows alone takes steps that hardly grow with them: each of 60 000 returns looks among 60 000
/// accepted rows of which none has its amount.
#[test]
fn many_rows_of_one_key_are_set_against_each_other() {
    let mut theirs = vec![received(PERSON, M, P, "1"); 60_000];
    theirs.extend(vec![with_status(Status::Returned, received(PERSON, M, P, "2")); 60_000]);
    let reconciliation = reconcile([owed(PERSON, M, P, "1")], theirs).unwrap();
    assert_eq!((reconciliation.told().returned, reconciliation.breaks().len()), (60_000, 59_999));
}

/// Field case 10: 2 000 + 5 000 for 7 000 due.
#[test]
fn parts_that_add_up_explain_each_other() {
    let parts = some("parts-add-up");
    let amount = |theirs| (BreakKind::Amount, some("7000.00"), some(theirs), Some(0), parts.clone());
    let duplicate = |theirs, row| (BreakKind::Duplicate, None, some(theirs), Some(row), parts.clone());
    let found = |rows| stayed(rows).0;
    assert_eq!(found(&[("2000", '+', ""), ("5000", '+', "")]), [amount("2000.00"), duplicate("5000.00", 1)]);
    assert_eq!(
        found(&[("2000", '+', ""), ("4000", '+', ""), ("1000", '+', "")]),
        [amount("2000.00"), duplicate("4000.00", 1), duplicate("1000.00", 2)]
    );
    // With what is left: 2 000 + (5 500 − 500).
    let rows = [("2000", '+', ""), ("5500", '+', ""), ("500", '-', "")];
    assert_eq!(found(&rows), [amount("2000.00"), duplicate("5000.00", 1)]);
    // A tiyn less is no explanation.
    assert!(found(&[("2000", '+', ""), ("4999.99", '+', "")]).iter().all(|(.., explanation)| explanation.is_none()));
    // Nothing is unexplained then, to either side.
    let (ours, row) = (owed(PERSON, M, P, "7000.00"), |amount| received(PERSON, M, P, amount));
    let summary = reconcile([ours], [row("2000"), row("5000")]).unwrap().summary();
    let sums = [summary[0].explained_amount, summary[0].unexplained_more, summary[0].unexplained_less];
    assert_eq!(sums.map(TengeSum::tiyn), [0, 0, 0]);
}

/// Field case 11: 800 for 500 and 500 for 800 are not set off.
#[test]
fn what_is_unexplained_is_not_set_off() {
    let ours = [owed(PERSON, M, P, "500.00"), owed(OTHER, M, P, "800.00")];
    let theirs = [received(PERSON, M, P, "800"), received(OTHER, M, P, "500")];
    let summary = reconcile(ours, theirs).unwrap().summary();
    assert_eq!(
        (summary[0].unexplained_more.to_string(), summary[0].unexplained_less.to_string()),
        ("300.00".into(), "300.00".into())
    );
}

/// What comes of paying ours, by point 15: 7 000.00 against what was computed.
#[test]
fn consequences_of_point_15() {
    use ustap::settlement::Consequence::{ExcessReturned, ReturnedInFull, Unpaid};
    for (payment, ours, theirs, consequence) in [
        (P, Some("7000.00"), Some("7000.01"), Some(ReturnedInFull)),
        (P, Some("7000.00"), Some("0.00"), Some(ReturnedInFull)),
        (P, Some("7000.00"), None, Some(ReturnedInFull)),
        (P, Some("7000.00"), Some("6999.99"), Some(ExcessReturned)),
        (P, Some("0.00"), Some("0.01"), Some(Unpaid)),
        (P, None, Some("0.01"), Some(Unpaid)),
        // Points 13 to 15 speak of social payments.
        (Payment::Ipn, Some("7000.00"), None, None),
    ] {
        let ours = ours.map(|amount| owed(PERSON, M, payment, amount));
        let theirs = theirs.map(|amount| received(PERSON, M, payment, amount));
        let found = reconcile(ours, theirs).unwrap().into_breaks();
        assert_eq!(found[0].consequence(), consequence, "{ours:?} {theirs:?}");
    }
}

/// A row that could not be taken for its person or month explains the one that is missing.
#[test]
fn a_rejected_row_explains_who_is_missing() {
    use ustap::settlement::Unplaced;
    let explained = |ours: &[Owed], rejected: &[Unplaced]| -> Vec<Option<Explanation>> {
        let mut found = reconcile(ours.iter().copied(), []).unwrap();
        found.explain_missing(rejected);
        found.breaks().iter().map(|found| found.explanation).collect()
    };
    let row = |person: Option<&str>, period: Option<&str>, amount: &str| Unplaced {
        iin: person.map(iin),
        period: period.map(month),
        payment: P,
        amount: tenge(amount),
    };
    let one = [owed(PERSON, M, P, "733.00")];
    let two = [one[0], owed(OTHER, M, P, "733.00")];
    let by_number = Some(Explanation::RejectedRow(0));
    assert_eq!(explained(&one, &[row(None, Some(M), "733")]), [by_number]);
    assert_eq!(explained(&one, &[row(Some(PERSON), None, "733")]), [by_number]);
    assert_eq!(explained(&one, &[row(None, None, "733")]), [by_number]);
    // Another amount, another month, another person.
    for other in [row(None, Some(M), "733.01"), row(None, Some("2026-07"), "733"), row(Some(OTHER), None, "733")] {
        assert_eq!(explained(&one, &[other]), [None]);
    }
    // Two rows for one person, two persons for one row.
    assert_eq!(explained(&one, &[row(None, Some(M), "733"), row(None, None, "733")]), [None]);
    assert_eq!(explained(&two, &[row(None, Some(M), "733")]), [None, None]);
}

#[test]
fn rows_under_another_month_payment_or_person() {
    let ours = [owed(PERSON, M, P, "733.00")];
    let explained = |theirs: Received<'_>| {
        let rows = found(&ours, &[theirs]);
        assert_eq!(rows.len(), 2);
        rows.into_iter().map(|(kind, .., explanation)| (kind, explanation.unwrap_or_default())).collect::<Vec<_>>()
    };
    assert_eq!(
        explained(received(PERSON, "2026-07", P, "733")),
        [
            (BreakKind::Unexpected, "other-period=2026-08".to_owned()),
            (BreakKind::Missing, "other-period=2026-07".to_owned())
        ]
    );
    assert_eq!(
        explained(received(PERSON, M, Payment::So, "733")),
        [(BreakKind::Missing, "other-payment=so".to_owned()), (BreakKind::Unexpected, "other-payment=opv".to_owned())]
    );
    // 900101300017: the 5th and 6th digits changed over give 90011030001 and the check digit
    // 9·1+0·2+0·3+1·4+1·5+0·6+3·7+0·8+0·9+0·10+1·11 = 50, 50 mod 11 = 6.
    assert_eq!(
        explained(received("900110300016", M, P, "733")),
        [
            (BreakKind::Missing, "other-iin=900110300016".to_owned()),
            (BreakKind::Unexpected, "other-iin=900101300017".to_owned())
        ]
    );
    // One digit: 90010130002, 9+4+5·0+6·1+7·3+11·2 = 9+4+6+21+22 = 62, 62 mod 11 = 7.
    assert_eq!(
        explained(received("900101300027", M, P, "733"))[0],
        (BreakKind::Missing, "other-iin=900101300027".to_owned())
    );
    // Month and payment both differ, another amount, another person altogether: nothing is explained.
    for theirs in [
        received(PERSON, "2026-07", Payment::So, "733"),
        received(PERSON, "2026-07", P, "733.01"),
        received("160440007161", M, P, "733"),
    ] {
        assert!(explained(theirs).iter().all(|(_, explanation)| explanation.is_empty()));
    }
}

#[test]
fn two_candidates_explain_nothing() {
    let ours = [owed(PERSON, M, P, "733.00")];
    let theirs = [received(PERSON, "2026-07", P, "733"), received(PERSON, "2026-09", P, "733")];
    assert!(found(&ours, &theirs).iter().all(|(.., explanation)| explanation.is_none()));
    // The unexpected row has two candidates, each of which has it alone.
    let ours = [owed(PERSON, M, P, "733.00"), owed(PERSON, "2026-07", P, "733.00")];
    let theirs = [received(PERSON, "2026-09", P, "733")];
    assert!(found(&ours, &theirs).iter().all(|(.., explanation)| explanation.is_none()));
    // One by month and one by payment are two.
    let ours = [owed(PERSON, M, P, "733.00")];
    let theirs = [received(PERSON, "2026-07", P, "733"), received(PERSON, M, Payment::So, "733")];
    assert!(found(&ours, &theirs).iter().all(|(.., explanation)| explanation.is_none()));
}

/// The explanation of a different amount of one person on the regime of 2026.
fn explained(payment: Payment, income: &str, exempt: &str, ours: &str, theirs: &str) -> Option<Explanation> {
    let law = Law::builtin().unwrap();
    let mut row = Circumstances {
        regime: law.regime_id("self-employed").ok(),
        income: tenge(income),
        exempt: PerPayment::default(),
        amounts: PerPayment::default(),
    };
    row.exempt[payment] = tenge(exempt);
    row.amounts[payment] = tenge(ours);
    let rows = [row];
    let (ours, theirs) = (owed(PERSON, M, payment, ours), received(PERSON, M, payment, theirs));
    let mut reconciliation = reconcile([ours], [theirs]).unwrap();
    reconciliation.explain_amounts(&law, |_, _| &rows);
    let [found] = reconciliation.breaks() else { panic!("{:?}", reconciliation.breaks()) };
    found.explanation
}

#[test]
fn each_mistake_that_gives_another_amount() {
    use Explanation::{
        CappedAtLimitOnly, ExemptionAssumed, ExemptionIgnored, NotRounded, RoundedDown, RoundedUp, Uncapped,
    };
    for (payment, income, exempt, ours, theirs, explanation) in [
        // 7 × 85 000 = 595 000 → 5 950; without the cap 612 345.67 × 1 % = 6 123.4567 → 6 123.
        (Payment::So, "612345.67", "0", "5950.00", "6123.00", Some(Uncapped)),
        // 300 × 4 325 = 1 297 500 → 12 975; without the cap 13 838.
        (Payment::Opv, "1383800.00", "0", "12975.00", "13838.00", Some(Uncapped)),
        (Payment::So, "1383800.00", "0", "5950.00", "13838.00", Some(Uncapped)),
        // The limit of 1 297 500 alone: 12 975.
        (Payment::So, "1383800.00", "0", "5950.00", "12975.00", Some(CappedAtLimitOnly)),
        // At the limit itself the two are one: without the cap comes first.
        (Payment::So, "1297500.00", "0", "5950.00", "12975.00", Some(Uncapped)),
        // Base 27 225.00 − 20 450.00 = 6 775.00 → 68; the whole income 272.25 → 272.
        (Payment::Vosms, "27225.00", "20450.00", "68.00", "272.00", Some(ExemptionIgnored)),
        // Exempt in whole: 98 750.00 × 1 % = 987.50 → 988.
        (Payment::Opvr, "98750.00", "98750.00", "0.00", "988.00", Some(ExemptionIgnored)),
        // Exempt and above the cap: the cap is applied all the same.
        (Payment::So, "700000.00", "700000.00", "0.00", "5950.00", Some(ExemptionIgnored)),
        (Payment::Opv, "300000.00", "0", "3000.00", "0.00", Some(ExemptionAssumed)),
        // 145 550.00 × 1 % = 1 455.50 → 1 456.
        (Payment::Opv, "145550.00", "0", "1456.00", "1455.00", Some(RoundedDown)),
        (Payment::Opv, "145550.00", "0", "1456.00", "1455.50", Some(NotRounded)),
        // 37 749.99 × 1 % = 377.4999 → 377.
        (Payment::Opv, "37749.99", "0", "377.00", "378.00", Some(RoundedUp)),
        (Payment::Opv, "37749.99", "0", "377.00", "377.50", Some(NotRounded)),
        // 49.99 × 1 % = 0.4999 → 0.
        (Payment::Opv, "49.99", "0", "0.00", "1.00", Some(RoundedUp)),
        (Payment::Opv, "49.99", "0", "0.00", "0.50", Some(NotRounded)),
        // To the tiyn or not at all.
        (Payment::So, "612345.67", "0", "5950.00", "6123.01", None),
        (Payment::So, "612345.67", "0", "5950.00", "6123.46", None),
        // The register has an amount that these tables do not give: nothing is said.
        (Payment::So, "612345.67", "0", "5900.00", "6123.00", None),
    ] {
        assert_eq!(explained(payment, income, exempt, ours, theirs), explanation, "{payment} {income} {theirs}");
    }
}

/// Of two mistakes that both give their figure the first is said: all pairs of which one row has both. The other pairs never
/// give the same: income that is not exempt is cut at the cap as ours is, what is capped has no tiyn to round, and of two other
/// roundings that agree ours would agree with both.
#[test]
fn the_first_mistake_that_gives_their_amount_is_said() {
    use Explanation::{CappedAtLimitOnly, ExemptionAssumed, ExemptionIgnored, RoundedDown, RoundedUp, Uncapped};
    for (payment, income, exempt, ours, theirs, first, other) in [
        // A tiyn above the limit: 1 297 500.01 × 1 % = 12 975.0001 → 12 975, as at the limit; ours 7 × 85 000 × 1 %.
        (Payment::So, "1297500.01", "0", "5950.00", "12975.00", Uncapped, CappedAtLimitOnly),
        // Exempt income below zero, as a correction leaves it: 40 + 60 → 1.00; of the 40 alone 0.40 → 0.
        (Payment::Opv, "40.00", "-60.00", "1.00", "0.00", ExemptionIgnored, ExemptionAssumed),
        // 150.00 − 0.60 = 149.40 → 1.494 → 1; the whole 1.50 → 2, and so is 1.494 upwards.
        (Payment::Opv, "150.00", "0.60", "1.00", "2.00", ExemptionIgnored, RoundedUp),
        // 60.00 × 1 % = 0.60 → 1, downwards 0.
        (Payment::Opv, "60.00", "0", "1.00", "0.00", ExemptionAssumed, RoundedDown),
    ] {
        let said = explained(payment, income, exempt, ours, theirs);
        assert_eq!(said, Some(first), "{income}: not {other}");
    }
    // Before all of them parts that add up: 1 455 + 1 = 1 456, of which 145 550.00 × 1 % = 1 455.50 downwards is 1 455.
    let law = Law::builtin().unwrap();
    let mut row = Circumstances {
        regime: law.regime_id("self-employed").ok(),
        income: tenge("145550.00"),
        exempt: PerPayment::default(),
        amounts: PerPayment::default(),
    };
    row.amounts[P] = tenge("1456.00");
    let parts = ["1455.00", "1.00"].map(|amount| received(PERSON, M, P, amount));
    let mut reconciliation = reconcile([owed(PERSON, M, P, "1456.00")], parts).unwrap();
    reconciliation.explain_amounts(&law, |_, _| std::slice::from_ref(&row));
    let said = reconciliation.breaks().iter().map(|found| found.explanation);
    assert_eq!(said.collect::<Vec<_>>(), [Some(Explanation::PartsAddUp); 2]);
}

#[test]
fn a_month_of_two_regimes_is_explained_as_a_whole() {
    let law = Law::builtin().unwrap();
    let row = |regime: &str, income, so| {
        let mut amounts = PerPayment::default();
        amounts[Payment::So] = tenge(so);
        let regime = law.regime_id(regime).ok().filter(|_| regime == "self-employed");
        Circumstances { regime, income: tenge(income), exempt: PerPayment::default(), amounts }
    };
    // Out of scope nothing is withheld: 612 345.67 on the regime alone counts.
    let rows = [row("entrepreneur", "140000.00", "0.00"), row("self-employed", "612345.67", "5950.00")];
    let mut reconciliation =
        reconcile([owed(PERSON, M, Payment::So, "5950")], [received(PERSON, M, Payment::So, "6123")]).unwrap();
    reconciliation.explain_amounts(&law, |_, _| &rows);
    assert_eq!(reconciliation.breaks()[0].explanation, Some(Explanation::Uncapped));
}

#[test]
fn sums_by_month_and_payment() {
    let ours = [owed(PERSON, M, P, "3000.00"), owed(OTHER, M, P, "10.00"), owed(PERSON, M, Payment::So, "5.00")];
    let theirs = [
        received(PERSON, M, P, "3000"),
        received(OTHER, M, P, "12.50"),
        received(PERSON, "2026-09", Payment::So, "5.00"),
    ];
    let reconciliation = reconcile(ours, theirs).unwrap();
    let rows: Vec<_> = reconciliation
        .summary()
        .into_iter()
        .map(|row| {
            let sums = [
                row.ours,
                row.theirs,
                row.matched_amount,
                row.explained_amount,
                row.unexplained_more,
                row.unexplained_less,
            ];
            (row.period.to_string(), row.payment.code(), row.matched_rows, row.breaks, sums.map(TengeSum::tiyn))
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("2026-08".to_owned(), "opv", 1, 1, [301_000, 301_250, 300_000, 0, 250, 0]),
            ("2026-08".to_owned(), "so", 0, 1, [500, 0, 0, -500, 0, 0]),
            ("2026-09".to_owned(), "so", 0, 1, [0, 500, 0, 500, 0, 0]),
        ]
    );
}

#[test]
fn sums_that_do_not_fit_are_an_error() {
    let most = Owed { amount: Tenge::from_tiyn(i64::MAX), ..owed(PERSON, M, P, "0") };
    let error = reconcile([most, most], []).unwrap_err();
    assert_eq!(error.kind(), ustap::ErrorKind::Overflow);
}

/// A way to damage a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Damage {
    None,
    Drop,
    Change(i64),
    Duplicate,
    OtherMonth(u32),
    OtherPayment(usize),
    Swap(usize),
    Reject,
    Return,
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        8 => Just(Damage::None),
        1 => Just(Damage::Drop),
        1 => (1_i64..1_000_000).prop_map(Damage::Change),
        1 => Just(Damage::Duplicate),
        1 => (1_u32..24).prop_map(Damage::OtherMonth),
        1 => (1_usize..5).prop_map(Damage::OtherPayment),
        1 => (0_usize..10).prop_map(Damage::Swap),
        1 => Just(Damage::Reject),
        1 => Just(Damage::Return),
    ]
}

/// The number with two neighbouring digits changed over, where there is one.
fn swapped(iin: Iin, at: usize) -> Option<Iin> {
    let mut digits = iin.digits();
    digits.swap(at, at + 1);
    let first = digits[..11].iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
    Iin::from_first_eleven(first).filter(|&other| other != iin)
}

/// A break as it is expected: kind, key, difference, explanation.
type Expected = (Month, Iin, Payment, BreakKind, i128, Option<Explanation>);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// What is left of each accepted row is what the rule says, row by row, in the plainest words.
    #[test]
    fn what_stayed_is_what_the_rule_says(rows in prop::collection::vec((0_i64..6, 0_usize..2, 0_usize..3), 0..14)) {
        let row = |&(tiyn, status, reference): &(i64, usize, usize)| Received {
            amount: Tenge::from_tiyn(tiyn),
            status: [Status::Accepted, Status::Returned][status],
            reference: ["", "a", "b"][reference],
            ..received(PERSON, M, P, "0")
        };
        let theirs: Vec<Received<'_>> = rows.iter().map(row).collect();
        let repeats = |at: usize| !theirs[at].reference.is_empty() && theirs[..at].contains(&theirs[at]);
        let of = |status| (0..theirs.len()).filter(|&at| theirs[at].status == status && !repeats(at)).collect::<Vec<_>>();
        let accepted = of(Status::Accepted);
        let mut left: BTreeMap<usize, i64> = accepted.iter().map(|&at| (at, theirs[at].amount.tiyn())).collect();
        let mut touched = BTreeSet::new();
        for at in of(Status::Returned) {
            let back = theirs[at];
            let enough = |other: &&usize| left[other] >= back.amount.tiyn();
            let same = |other: &&usize| theirs[**other].amount == back.amount;
            let referenced = |other: &&usize| !back.reference.is_empty() && theirs[**other].reference == back.reference;
            let before: Vec<usize> = accepted.iter().rev().filter(|other| **other < at).filter(enough).copied().collect();
            let behind: Vec<usize> = accepted.iter().filter(|other| **other > at).filter(enough).copied().collect();
            let found = before.iter().filter(referenced).find(same)
                .or(before.iter().find(referenced))
                .or(behind.iter().filter(referenced).find(same))
                .or(behind.iter().find(referenced))
                .or(before.iter().find(same))
                .or(before.first());
            if let Some(&found) = found {
                *left.get_mut(&found).unwrap() -= back.amount.tiyn();
                touched.insert(found);
            }
        }
        left.retain(|at, left| *left != 0 || !touched.contains(at));
        let is_nothing = !of(Status::Returned).is_empty() && left.values().all(|&left| left == 0);
        // Nothing is due, so that every row which stayed is a break, but the first of 0.00, which is what matches.
        let found = reconcile([], theirs.iter().copied()).unwrap();
        let stayed: BTreeMap<usize, i64> =
            found.breaks().iter().map(|found| (found.row.unwrap(), found.theirs.unwrap().tiyn())).collect();
        if is_nothing {
            prop_assert_eq!(stayed, BTreeMap::new());
        } else {
            if let Some(equal) = left.iter().find(|(_, left)| **left == 0).map(|(&at, _)| at) {
                left.remove(&equal);
            }
            prop_assert_eq!(stayed, left);
        }
    }

    /// Whatever the rows of one key are, nothing is lost: what stayed is what was accepted less what could be returned of it.
    #[test]
    fn every_row_of_a_key_is_somewhere(
        rows in prop::collection::vec((0_i64..5, 0_usize..4, 0_usize..3), 0..9),
        due in prop::option::of(0_i64..5),
    ) {
        let ours = due.map(|due| Owed { amount: Tenge::from_tiyn(due), ..owed(PERSON, M, P, "0") });
        let statuses = [Status::Accepted, Status::Accepted, Status::Returned, Status::Rejected];
        let theirs: Vec<Received<'_>> = rows
            .iter()
            .map(|&(tiyn, status, reference)| Received {
                amount: Tenge::from_tiyn(tiyn),
                status: statuses[status],
                reference: ["", "a", "b"][reference],
                ..received(PERSON, M, P, "0")
            })
            .collect();
        let reconciliation = reconcile(ours, theirs.iter().copied()).unwrap();
        let sums = reconciliation.conservation();
        prop_assert!(sums.holds(), "{:?}", sums);
        prop_assert!(reconciliation.summary().iter().all(ustap::settlement::SummaryRow::adds_up));
        prop_assert_eq!(sums.their_rows, rows.len() as u64);
        let once: BTreeSet<usize> = (0..rows.len()).filter(|row| !reconciliation.told().repeated.contains(row)).collect();
        let sum = |status| -> i64 {
            once.iter().map(|&row| theirs[row]).filter(|row| row.status == status).map(|row| row.amount.tiyn()).sum()
        };
        let (accepted, returned) = (sum(Status::Accepted), sum(Status::Returned));
        let left = sums.theirs.tiyn();
        prop_assert!(left <= i128::from(accepted) && left >= i128::from((accepted - returned).max(0)));
        let at_most_one = |kind| reconciliation.breaks().iter().filter(|found| found.kind == kind).count() <= 1;
        prop_assert!([BreakKind::Amount, BreakKind::Rejected, BreakKind::Returned].into_iter().all(at_most_one));
    }

    #[test]
    fn every_damage_is_found_and_nothing_else(
        rows in prop::collection::btree_map((0_u64..90, 0_u32..3, 0_usize..4), damage(), 0..120),
        added in prop::collection::btree_set((100_u64..140, 0_u32..3, 0_usize..5), 0..6),
        order in any::<u64>(),
    ) {
        let person = |number: u64| (0..).find_map(|step| Iin::from_first_eleven(90_010_130_000 + number * 7_919 + step)).unwrap();
        let period = |number: u32| month("2026-01").later(number).unwrap();
        let mut taken: BTreeSet<(Iin, Month, Payment)> = BTreeSet::new();
        let mut ours = BTreeMap::new();
        for (number, (&(who, when, what), &damage)) in rows.iter().enumerate() {
            let key = (person(who), period(when), Payment::ALL[what + 1]);
            // Amounts are all different, so that nothing else explains a row.
            let amount = Tenge::from_tiyn(100_000_000 + number as i64 * 10_000_000);
            if taken.insert(key) {
                ours.insert(key, (amount, damage));
            }
        }
        let mut theirs = Vec::new();
        let mut expected: Vec<Expected> = Vec::new();
        let tiyn = |amount: Tenge| i128::from(amount.tiyn());
        let row = |(iin, period, payment): (Iin, Month, Payment), amount, status| Received { iin, period, payment, amount, status, reference: "" };
        for (&key, &(amount, damage)) in &ours {
            let (iin, when, payment) = key;
            let mut expect = |kind, key: (Iin, Month, Payment), difference, explanation| {
                expected.push((key.1, key.0, key.2, kind, difference, explanation));
            };
            let accepted = row(key, amount, Status::Accepted);
            let moved = match damage {
                Damage::OtherMonth(by) => Some((iin, when.later(by + 3).unwrap(), payment)),
                Damage::OtherPayment(by) => Some((iin, when, Payment::ALL[(payment as usize + by) % 5])),
                Damage::Swap(at) => swapped(iin, at).map(|other| (other, when, payment)),
                _ => None,
            };
            match damage {
                Damage::Drop => expect(BreakKind::Missing, key, -tiyn(amount), None),
                Damage::Change(by) => {
                    theirs.push(row(key, Tenge::from_tiyn(amount.tiyn() + by), Status::Accepted));
                    expect(BreakKind::Amount, key, i128::from(by), None);
                }
                Damage::Duplicate => {
                    theirs.extend([accepted, accepted]);
                    expect(BreakKind::Duplicate, key, tiyn(amount), None);
                }
                Damage::Reject => {
                    theirs.push(row(key, amount, Status::Rejected));
                    expect(BreakKind::Rejected, key, -tiyn(amount), None);
                }
                Damage::Return => {
                    theirs.push(row(key, amount, Status::Returned));
                    expect(BreakKind::Returned, key, -tiyn(amount), None);
                }
                // Only where it is free: two rows of one key are another damage.
                _ if moved.is_some_and(|to| taken.insert(to)) => {
                    let to = moved.unwrap();
                    theirs.push(row(to, amount, Status::Accepted));
                    let (here, there) = match damage {
                        Damage::OtherMonth(_) => (Explanation::OtherPeriod(to.1), Explanation::OtherPeriod(when)),
                        Damage::OtherPayment(_) => (Explanation::OtherPayment(to.2), Explanation::OtherPayment(payment)),
                        _ => (Explanation::OtherIin(to.0), Explanation::OtherIin(iin)),
                    };
                    expect(BreakKind::Missing, key, -tiyn(amount), Some(here));
                    expect(BreakKind::Unexpected, to, tiyn(amount), Some(there));
                }
                _ => theirs.push(accepted),
            }
        }
        for (number, &(who, when, what)) in added.iter().enumerate() {
            let key = (person(who), period(when), Payment::ALL[what]);
            if taken.insert(key) {
                let amount = Tenge::from_tiyn(7 + number as i64);
                theirs.push(row(key, amount, Status::Accepted));
                expected.push((key.1, key.0, key.2, BreakKind::Unexpected, tiyn(amount), None));
            }
        }
        // The order of the rows changes nothing.
        let mut ours: Vec<Owed> = ours.into_iter().map(|((iin, period, payment), (amount, _))| Owed { iin, period, payment, amount }).collect();
        let scatter = |number: u64| (number ^ order).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        ours.sort_by_key(|row| scatter(row.iin.number() * 100 + row.payment as u64));
        let (sum_ours, sum_theirs) = (
            ours.iter().map(|row| tiyn(row.amount)).sum::<i128>(),
            theirs.iter().filter(|row| row.status == Status::Accepted).map(|row| tiyn(row.amount)).sum::<i128>(),
        );
        theirs.sort_by_key(|row| scatter(row.amount.tiyn() as u64));
        let reconciliation = reconcile(ours.iter().copied(), theirs.iter().copied()).unwrap();
        let mut found: Vec<Expected> = reconciliation
            .breaks()
            .iter()
            .map(|found| (found.period, found.iin, found.payment, found.kind, found.difference().tiyn(), found.explanation))
            .collect();
        prop_assert!(found.is_sorted_by_key(|&(period, iin, payment, kind, ..)| (period, iin, payment, kind)));
        let place = |row: &Expected| (row.0, row.1, row.2, row.3);
        found.sort_by_key(place);
        expected.sort_by_key(place);
        prop_assert_eq!(found, expected);
        let sums = reconciliation.conservation();
        prop_assert!(sums.holds());
        prop_assert_eq!((sums.ours.tiyn(), sums.theirs.tiyn()), (sum_ours, sum_theirs));
        let differences: i128 = reconciliation.breaks().iter().map(|found| found.difference().tiyn()).sum();
        prop_assert_eq!(differences, sum_theirs - sum_ours);
        // Each of their rows is told at most once.
        let rows: Vec<usize> = reconciliation.breaks().iter().filter_map(|found| found.row).collect();
        prop_assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len());
    }
}
