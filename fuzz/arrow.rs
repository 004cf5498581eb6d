//! Operations as the bytes of an Arrow stream: what another program may hand over.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_ipc::reader::StreamReader;
use ustap::{ErrorKind, Law};
use ustap_arrow::{Calculation, Opening, Rows, Table, TableKind, Tables, Terms};

/// Set while the crate reads that the bytes come through: what it panics at is not this project's.
pub static IS_FOREIGN: AtomicBool = AtomicBool::new(false);

const ROWS_MAX: usize = 4096;

/// A stream that holds what its schema says comes to the same in one piece and row by row. One whose buffers are shorter
/// than its offsets say is not handed on: the C interface tells no lengths, so that nobody could see it there.
pub fn arrow(bytes: &[u8]) {
    let Some(batches) = read(bytes) else { return };
    let one_by_one = batches.iter().flat_map(|batch| (0..batch.num_rows()).map(|row| batch.slice(row, 1)));
    let one_by_one: Vec<RecordBatch> = one_by_one.collect();
    let whole = calculated(batches);
    // Without a row there is no schema to hand on.
    if !one_by_one.is_empty() {
        assert_eq!(whole, calculated(one_by_one));
    }
}

/// The batches of a stream, if it is one with some rows.
fn read(bytes: &[u8]) -> Option<Vec<RecordBatch>> {
    let batches = || {
        let reader = StreamReader::try_new(bytes, None).ok()?;
        let batches: Vec<RecordBatch> = reader.collect::<Result<_, _>>().ok()?;
        let rows: usize = batches.iter().map(RecordBatch::num_rows).sum();
        (!batches.is_empty() && rows <= ROWS_MAX).then_some(batches)
    };
    IS_FOREIGN.store(true, Ordering::Relaxed);
    let read = catch_unwind(AssertUnwindSafe(batches)).ok().flatten();
    IS_FOREIGN.store(false, Ordering::Relaxed);
    read
}

/// The register, the rejected rows and the lines.
type Calculated = Result<[Vec<RecordBatch>; 3], ErrorKind>;

fn calculated(batches: Vec<RecordBatch>) -> Calculated {
    static LAW: OnceLock<Arc<Law>> = OnceLock::new();
    let law = LAW.get_or_init(|| Law::current().unwrap());
    let rows = batches.iter().map(|batch| batch.num_rows() as u64).sum();
    let schema = batches[0].schema();
    let stream = RecordBatchIterator::new(batches.into_iter().map(Ok), schema);
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    let stream = FFI_ArrowArrayStream::new(Box::new(stream));
    let operations = Table::open(TableKind::Operations, stream, &opening).map_err(|error| error.kind())?;
    let operations = operations.with_rows(Some(rows));
    let terms = Terms { threads: 1, lines: true, ..Terms::of(Arc::clone(law)) };
    let facts = terms.facts().finish().map_err(|error| error.kind())?;
    let tables = Tables { operations, facts };
    let calculation = Calculation { terms, tables, rows: Arc::default(), stop: Arc::default() };
    let (rejects, lines) = (Mutex::new(None::<Rows>), Mutex::new(Vec::new()));
    let calculated = calculation.run(
        |rejected, counts| {
            assert_eq!(counts.read, rows, "every row has a status");
            assert_eq!(
                counts.accepted + rejected.batches.iter().map(|batch| batch.num_rows() as u64).sum::<u64>(),
                rows
            );
            *rejects.lock().unwrap() = Some(rejected);
            Ok(())
        },
        |batch| {
            lines.lock().unwrap().push(batch);
            Ok(())
        },
    );
    let register = calculated.map_err(|error| error.kind())?.register.batches;
    let rejects = rejects.into_inner().unwrap().map(|rows| rows.batches).unwrap_or_default();
    Ok([register, rejects, lines.into_inner().unwrap()])
}
