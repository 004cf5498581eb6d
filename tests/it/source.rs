//! A source and a page of one's own: what stands between them holds whatever a source gives.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use ustap::batch::{LineRef, MonthRows, OperationRef, Page, Position, Rejects, Repeat, Source};
use ustap::{Batch, Error, ErrorKind, Iin, Law, Month, Payment, RegisterRow, Reject, Tenge};

/// Ids as they come, each of 1 000 tenge of its person.
struct Ids<'a> {
    rows: &'a [(&'a [u8], Iin)],
    /// The line of the first.
    first: u64,
    /// Bytes that it says to hold.
    held: u64,
    is_read: AtomicBool,
}

impl Source for Ids<'_> {
    type Piece = ();
    type Seen = ();

    fn next(&self, _: Option<()>) -> Result<Option<()>, Error> {
        Ok((!self.is_read.swap(true, Ordering::Relaxed)).then_some(()))
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
                rejects.push(Position::new(0, number), (reject, ""), "", "")?;
            }
        }
        Ok(self.rows.len() as u64)
    }

    fn repeated(&self, rejects: &mut Rejects, (position, _): (Position, &str), repeat: Repeat) -> Result<(), Error> {
        rejects.push(position, (repeat.reject, ""), "", "")
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
    let source = Ids { rows: &given, first: 1, held: 29 * 6, is_read: AtomicBool::new(false) };
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
        let source = Ids { rows: &given, first, held: 29 * 2, is_read: AtomicBool::new(false) };
        let result = Batch::new(&law).run_into(&source, Rows::default, |_| Ok(()));
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
    let source = Ids { rows: &rows, first: 1, held: 1 << 29, is_read: AtomicBool::new(false) };
    for is_refused in [true, false] {
        let made = AtomicU64::new(0);
        let mut emitted = 0_u64;
        source.is_read.store(false, Ordering::Relaxed);
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
