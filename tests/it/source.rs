//! A source and a page of one's own: what stands between them holds whatever a source gives.

use std::sync::atomic::{AtomicU64, Ordering};

use ustap::batch::{LineRef, MonthRows, OperationRef, Page, Position, Rejects, Repeat, Source};
use ustap::{Batch, Error, ErrorKind, Iin, Law, Month, Operation, Payment, RegisterRow, Reject, Tenge};

/// Ids as they come, each of 1 000 tenge of its person.
struct Ids<'a> {
    rows: &'a [(&'a [u8], Iin)],
    /// The line of the first.
    first: u64,
    /// Bytes that it says to hold.
    held: u64,
    /// Pieces, of which each has all of the ids in the same lines.
    pieces: u64,
    /// Rows that it tells of a piece beside those there are.
    untrue: i64,
    asked: AtomicU64,
}

impl<'a> Ids<'a> {
    fn new(rows: &'a [(&'a [u8], Iin)], first: u64) -> Ids<'a> {
        Ids { rows, first, held: 29 * rows.len() as u64, pieces: 1, untrue: 0, asked: AtomicU64::new(0) }
    }
}

impl Source for Ids<'_> {
    type Piece = ();
    type Seen = ();

    fn next(&self, _: Option<()>) -> Result<Option<()>, Error> {
        Ok((self.asked.fetch_add(1, Ordering::Relaxed) < self.pieces).then_some(()))
    }

    fn held_bytes(&self) -> u64 {
        self.held
    }

    fn read(
        &self,
        (): &(),
        (rejects, ()): (&mut Rejects, &mut ()),
        mut each: impl FnMut(Position, &OperationRef<'_>) -> Result<Option<Reject>, Error>,
    ) -> Result<u64, Error> {
        for (number, &(id, iin)) in (self.first..).zip(self.rows) {
            let operation = OperationRef {
                id,
                iin,
                settled_on: "2026-08-05".parse()?,
                corrects_on: None,
                income: Tenge::from_tiyn(100_000),
            };
            if let Some(reject) = each(Position::new(0, number), &operation)? {
                rejects.push(Position::new(0, number), reject)?;
            }
        }
        Ok((self.rows.len() as u64).saturating_add_signed(self.untrue))
    }

    fn repeated(&self, rejects: &mut Rejects, (position, _): (Position, &str), repeat: Repeat) -> Result<(), Error> {
        rejects.push(position, repeat.reject)
    }
}

#[derive(Default)]
struct Rows {
    ids: Vec<Vec<u8>>,
    rows: Vec<RegisterRow>,
}

impl Page for Rows {
    fn line(&mut self, line: &LineRef<'_>) -> Result<(), Error> {
        self.ids.push(line.id.to_vec());
        Ok(())
    }

    fn month(&mut self, month: MonthRows) -> Result<(), Error> {
        self.rows.extend(month.rows);
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.ids.len() + self.rows.len()
    }

    fn clear(&mut self) {
        *self = Rows::default();
    }
}

/// An id that no record can hold is rejected, and the operations around it are what they are: 3 × 1 000, of which 1 % is
/// 30.
#[test]
fn an_id_that_cannot_be_held_shifts_no_other() {
    let law = Law::current().unwrap();
    let (most, more) = ([b'x'; 64], [b'y'; 65]);
    let ids: [&[u8]; 6] = [b"a", b"", &most, &more, b"a", b"b"];
    let person = "900101300017".parse().unwrap();
    let given = ids.map(|id| (id, person));
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    let source = Ids::new(&given, 1);
    let summary = Batch::new(&law)
        .lines(true)
        .run_into(&source, Rows::default, |page| {
            lines.append(&mut page.ids);
            rows.append(&mut page.rows);
            Ok(())
        })
        .unwrap();
    assert_eq!((summary.read, summary.accepted), (6, 3));
    assert_eq!(summary.rejected, [(1, Reject::OperationId), (3, Reject::OperationId), (4, Reject::Duplicate)]);
    assert_eq!(lines, [&b"a"[..], b"b", &most]);
    let [row] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!(row.tally.income(), Tenge::from_tiyn(300_000));
    assert_eq!(row.amount(Payment::Opv), Tenge::from_tiyn(3_000));
}

/// Lines are numbered from 1: a source that begins with 0, or ends beyond 2⁴⁴, is refused, also for a row that it rejects.
#[test]
fn a_row_that_is_nowhere_is_refused() {
    let law = Law::current().unwrap();
    let person = "900101300017".parse().unwrap();
    let run = |first, ids: [&[u8]; 2]| {
        let given = ids.map(|id| (id, person));
        let result = Batch::new(&law).run_into(&Ids::new(&given, first), Rows::default, |_| Ok(()));
        result.map(|summary| summary.accepted).map_err(|error| error.kind())
    };
    for (first, ids, result) in [
        (1, [&b"a"[..], b"b"], Ok(2)),
        (0, [b"a", b"b"], Err(ErrorKind::Operation)),
        (0, [b"", b"b"], Err(ErrorKind::Operation)),
        ((1 << 44) - 2, [b"a", b"b"], Ok(2)),
        ((1 << 44) - 1, [b"a", b"b"], Err(ErrorKind::Operation)),
    ] {
        assert_eq!(run(first, ids), result, "{first}");
    }
}

/// Of two equal rows in one line neither is the first, and rows that are told must be there. Who has come to the end is not
/// asked again.
#[test]
fn a_source_that_contradicts_itself_is_refused() {
    let law = Law::current().unwrap();
    let given = [b"a".as_slice(), b"", b"b"].map(|id| (id, "900101300017".parse().unwrap()));
    for (pieces, untrue, result) in [
        (1, 0, Ok(2)),
        (1, 1, Err(ErrorKind::Operation)),
        (1, -3, Err(ErrorKind::Operation)),
        (2, 0, Err(ErrorKind::Operation)),
    ] {
        let source = Ids { pieces, untrue, ..Ids::new(&given, 1) };
        let run = Batch::new(&law).threads(3).run_into(&source, Rows::default, |_| Ok(()));
        assert_eq!(run.map(|summary| summary.accepted).map_err(|error| error.kind()), result, "{pieces} {untrue}");
        assert!(result.is_err() || source.asked.into_inner() == pieces + 1);
    }
}

/// What is typed is read as a file is: blanks around an id are none of it, and what comes behind the end does not come.
#[test]
fn typed_operations_are_those_of_a_file() {
    let law = Law::current().unwrap();
    let operation = |id: &'static str| Operation {
        id,
        iin: "900101300017".parse().unwrap(),
        settled_on: "2026-08-05".parse().unwrap(),
        corrects_on: None,
        income: Tenge::from_tiyn(100_000),
    };
    let mut given = [Some("\t a"), Some("a\u{a0}"), Some(" "), None, Some("b")].map(|id| id.map(operation)).into_iter();
    let outcome = Batch::new(&law).run(std::iter::from_fn(|| given.next().flatten())).unwrap();
    assert_eq!(outcome.summary.rejected, [(1, Reject::Duplicate), (2, Reject::OperationId)]);
    assert_eq!((outcome.summary.read, outcome.summary.accepted), (3, 1));
}

/// Counts the months that are made, and keeps nothing.
struct Made<'a>(&'a AtomicU64);

impl Page for Made<'_> {
    fn line(&mut self, _: &LineRef<'_>) -> Result<(), Error> {
        Ok(())
    }

    fn month(&mut self, _: MonthRows) -> Result<(), Error> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn bytes(&self) -> usize {
        0
    }

    fn clear(&mut self) {}
}

/// Who ends a run waits for what is under way, and for no more: of the ranges that are left none is begun.
#[test]
fn a_run_that_has_failed_makes_no_more_months() {
    let law = Law::current().unwrap();
    let people: Vec<Iin> = (90_010_100_000..).filter_map(Iin::from_first_eleven).take(20_000).collect();
    let ids: Vec<String> = (0..people.len()).map(|number| number.to_string()).collect();
    let rows: Vec<_> = ids.iter().map(String::as_bytes).zip(people.iter().copied()).collect();
    // By what it says it holds there are hundreds of ranges.
    let source = Ids { held: 1 << 29, ..Ids::new(&rows, 1) };
    for is_refused in [true, false] {
        let made = AtomicU64::new(0);
        let mut emitted = 0_u64;
        source.asked.store(0, Ordering::Relaxed);
        let result = Batch::new(&law).threads(2).run_into(
            &source,
            || Made(&made),
            |_| {
                emitted += 1;
                if is_refused { Err("2026-13".parse::<Month>().unwrap_err()) } else { Ok(()) }
            },
        );
        let made = made.into_inner();
        if is_refused {
            assert_eq!(result.unwrap_err().kind(), ErrorKind::Day);
            assert!(emitted == 1 && made < 1_000, "{made} of 20000 months");
        } else {
            assert_eq!((result.unwrap().persons, made), (20_000, 20_000));
            assert!(emitted > 100, "{emitted} ranges");
        }
    }
}
