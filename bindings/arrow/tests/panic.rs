//! A panic inside a calculation is an error of kind `defect`: the program that embeds it goes on, and has no part of a result.
//! And what is shipped is built so that it is.

#![allow(clippy::unwrap_used, clippy::panic, reason = "what fails here is a test that fails, and one panics")]

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{ArrayRef, RecordBatch, RecordBatchIterator, StringArray};
use ustap::batch::{LineRef, MonthRows, Page};
use ustap::bindings::Columns;
use ustap::{Error, ErrorKind, Law};
use ustap_arrow::{Opening, Piece, Row, Table, TableKind, Tables, Terms, caught};

/// A table with a row at which reading panics.
struct Breaks {
    table: Table,
    at: Option<u64>,
}

impl Columns for Breaks {
    type Piece = Piece;
    type Row<'p> = Row<'p>;

    fn next(&self) -> Result<Option<Piece>, Error> {
        self.table.next()
    }

    fn held_bytes(&self) -> u64 {
        self.table.held_bytes()
    }

    fn range(&self, piece: &Piece) -> (u64, usize) {
        self.table.range(piece)
    }

    fn row<'p>(&'p self, piece: &'p Piece, at: usize) -> Row<'p> {
        let number = self.range(piece).0 + at as u64;
        assert!(Some(number) != self.at, "row {number} is gone");
        self.table.row(piece, at)
    }
}

/// Months, counted.
#[derive(Default)]
struct Months(usize);

impl Page for Months {
    fn line(&mut self, _: &LineRef<'_>) -> Result<(), Error> {
        Ok(())
    }

    fn month(&mut self, _: MonthRows) -> Result<(), Error> {
        self.0 += 1;
        Ok(())
    }

    fn bytes(&self) -> usize {
        self.0
    }

    fn clear(&mut self) {
        self.0 = 0;
    }
}

const ROWS: usize = 1_000;

/// As many operations of one person, of which reading one panics; the months that were handed on, and whether anything was.
fn calculated(law: &Arc<Law>, at: Option<u64>, threads: usize) -> (Result<(), Error>, usize, bool) {
    let text =
        |of: &dyn Fn(usize) -> String| -> ArrayRef { Arc::new(StringArray::from_iter_values((0..ROWS).map(of))) };
    let columns = [
        ("operation_id", text(&|number| format!("op-{number}"))),
        ("iin", text(&|_| "900101300017".to_owned())),
        ("settled_on", text(&|_| "2026-08-05".to_owned())),
        ("income", text(&|_| "100".to_owned())),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let schema = batch.schema();
    let stream = FFI_ArrowArrayStream::new(Box::new(RecordBatchIterator::new([Ok(batch)], schema)));
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    let table = Table::open(TableKind::Operations, stream, &opening).unwrap();
    let terms = Terms { threads, ..Terms::of(Arc::clone(law)) };
    let tables = Tables { operations: Breaks { table, at }, facts: terms.facts().finish().unwrap() };
    let (handed_on, mut months) = (AtomicBool::new(false), 0);
    let ended = caught(|| {
        let pages = (Months::default, |page: &mut Months| {
            months += page.0;
            handed_on.store(true, Ordering::Relaxed);
            Ok(())
        });
        let counted = |_: &_| {
            handed_on.store(true, Ordering::Relaxed);
            Ok(())
        };
        terms.calculate(tables, &Default::default(), |_| Ok(()), counted, pages).map(drop)
    });
    (ended, months, handed_on.into_inner())
}

#[test]
fn a_panic_while_rows_are_read_is_a_defect_and_leaves_no_part_of_a_result() {
    let law = Law::current().unwrap();
    for threads in [1, 2] {
        for at in [0, 500, ROWS as u64 - 1] {
            let (ended, months, handed_on) = calculated(&law, Some(at), threads);
            let error = ended.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Defect, "{error}");
            assert!(error.to_string().contains(&format!("row {at} is gone")), "{error}");
            assert!(months == 0 && !handed_on);
        }
        // The same law calculates on.
        let (ended, months, _) = calculated(&law, None, threads);
        ended.unwrap();
        assert_eq!(months, 1);
    }
}

/// In a test a panic unwinds whatever the profile says, so that the profile itself is looked at.
#[test]
fn what_is_shipped_unwinds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let (mut name, mut last) = (Some("bindings"), None);
    while let Some(profile) = name {
        let keys = manifest["profile"].get(profile).unwrap();
        assert!(
            matches!(keys.get("panic").map(|panic| panic.as_str()), None | Some(Some("unwind"))),
            "profile {profile}"
        );
        last = name;
        name = keys.get("inherits").map(|of| of.as_str().unwrap());
    }
    assert_eq!(last, Some("release"));
    // Nor is it said elsewhere; and both the wheel and libustap are of this profile.
    assert!(!fs::read_to_string(root.join(".cargo/config.toml")).is_ok_and(|text| text.contains("panic")));
    assert!(read("bindings/python/pyproject.toml").contains("profile = \"bindings\"\n"));
    assert!(read("bindings/c/install").contains("cargo build --profile bindings -p ustap-c\n"));
}
