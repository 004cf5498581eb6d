//! A source and a page of one's own: what stands between them holds whatever a source gives.

use std::sync::atomic::{AtomicBool, Ordering};

use ustap::batch::{LineRef, MonthRows, OperationRef, Page, Position, Rejects, Repeat, Source};
use ustap::{Batch, Error, Law, RegisterRow, Reject, Tenge};

/// Ids as they come, each of 1 000 tenge of one person.
struct Ids<'a> {
    ids: &'a [&'a [u8]],
    is_read: AtomicBool,
}

impl Source for Ids<'_> {
    type Piece = ();
    type Seen = ();

    fn next(&self, _: Option<()>) -> Result<Option<()>, Error> {
        Ok((!self.is_read.swap(true, Ordering::Relaxed)).then_some(()))
    }

    fn held_bytes(&self) -> u64 {
        29 * self.ids.len() as u64
    }

    fn read(
        &self,
        (): &(),
        (rejects, ()): (&mut Rejects, &mut ()),
        mut each: impl FnMut(Position, &OperationRef<'_>) -> Result<Option<Reject>, Error>,
    ) -> Result<u64, Error> {
        for (number, &id) in (1..).zip(self.ids) {
            let operation = OperationRef {
                id,
                iin: "900101300017".parse()?,
                settled_on: "2026-08-05".parse()?,
                corrects_on: None,
                income: Tenge::from_tiyn(100_000),
            };
            if let Some(reject) = each(Position::new(0, number), &operation)? {
                rejects.push(Position::new(0, number), (reject, ""), "", "")?;
            }
        }
        Ok(self.ids.len() as u64)
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
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    let source = Ids { ids: &ids, is_read: AtomicBool::new(false) };
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
    assert_eq!(row.record(&law).opv.to_string(), "30.00");
}
