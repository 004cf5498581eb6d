//! Buffers that do not stand where values of their type do: offsets and lengths of text are read there before a buffer can be
//! copied, so that they are refused; values are copied, and read as any. And buffers of arrays without rows, in which there is
//! nothing to be read. And what a producer says of its failure.

#![allow(clippy::unwrap_used, reason = "what fails here is a test that fails")]

use std::ptr::NonNull;
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, Date32Array, DictionaryArray, LargeStringArray, PrimitiveArray, RecordBatch, RecordBatchIterator,
    StringArray, StringViewArray, StructArray, new_empty_array, new_null_array,
};
use arrow_buffer::Buffer;
use arrow_schema::{ArrowError, DataType, Field, Schema};
use ustap::bindings::Columns;
use ustap::{Error, ErrorKind};
use ustap_arrow::{Opening, Table, TableKind};

/// A table and its one batch, until it is asked for.
struct Once(DataType, Option<FFI_ArrowArray>);

/// A stream of one batch that is handed on as it is.
fn stream(data_type: DataType, batch: FFI_ArrowArray) -> FFI_ArrowArrayStream {
    unsafe extern "C" fn schema(stream: *mut FFI_ArrowArrayStream, out: *mut FFI_ArrowSchema) -> i32 {
        // SAFETY: the stream has its data until it is released, and whoever asks has room for a schema.
        unsafe { out.write(FFI_ArrowSchema::try_from(&(*(*stream).private_data().cast::<Once>()).0).unwrap()) };
        0
    }
    unsafe extern "C" fn next(stream: *mut FFI_ArrowArrayStream, out: *mut FFI_ArrowArray) -> i32 {
        // SAFETY: as above.
        let batch = unsafe { (*(*stream).private_data().cast::<Once>()).1.take() };
        // SAFETY: whoever asks has room for an array.
        unsafe { out.write(batch.unwrap_or_else(FFI_ArrowArray::empty)) };
        0
    }
    unsafe extern "C" fn released(stream: *mut FFI_ArrowArrayStream) {
        // SAFETY: the data came from a box, and is given back once.
        drop(unsafe { Box::from_raw((*stream).private_data().cast::<Once>()) });
        // SAFETY: the stream is the one that is released.
        let _ = unsafe { (*stream).set_release(None) };
    }
    let data = Box::into_raw(Box::new(Once(data_type, Some(batch))));
    // SAFETY: the functions do what the interface says, with the data that they are given.
    unsafe { FFI_ArrowArrayStream::new_unchecked(Some(schema), Some(next), None, Some(released), data.cast()) }
}

/// The same bytes, one byte behind where an array may begin.
fn shifted(buffer: &Buffer) -> Buffer {
    Buffer::from([&[0], buffer.as_slice()].concat()).slice(1)
}

/// What reading as many operations as this column has comes to, where it, or its dictionary if it has one, has other rows, from
/// another one on, and another first buffer.
fn read(
    column: usize,
    array: ArrayRef,
    (rows, offset): (usize, usize),
    buffer: impl Fn(&Buffer) -> Buffer,
) -> Result<usize, Error> {
    let text = |text: &str| -> ArrayRef { Arc::new(StringArray::from(vec![text; array.len()])) };
    let names = ["operation_id", "iin", "settled_on", "income"];
    let mut columns = [text("a"), text("900101300017"), text("2026-08-05"), text("1")];
    columns[column] = array;
    let table = StructArray::from(RecordBatch::try_from_iter(names.into_iter().zip(columns)).unwrap()).to_data();
    let mut children = table.child_data().to_vec();
    let is_dictionary = matches!(children[column].data_type(), DataType::Dictionary(..));
    let array = if is_dictionary { children[column].child_data()[0].clone() } else { children[column].clone() };
    let mut buffers = array.buffers().to_vec();
    buffers[0] = buffer(&buffers[0]);
    // SAFETY: nothing reads this as an array but what is tested, which has to look first.
    let array = unsafe { array.into_builder().buffers(buffers).len(rows).offset(offset).build_unchecked() };
    children[column] = match is_dictionary {
        // SAFETY: as above.
        true => unsafe { children[column].clone().into_builder().child_data(vec![array]).build_unchecked() },
        false => array,
    };
    let data_type = table.data_type().clone();
    // SAFETY: as above.
    let table = unsafe { table.into_builder().child_data(children).build_unchecked() };
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    let table = Table::open(TableKind::Operations, stream(data_type, FFI_ArrowArray::new(&table)), &opening)?;
    Ok(table.next()?.map_or(0, |piece| table.range(&piece).1))
}

#[test]
fn offsets_that_are_not_aligned_are_refused() {
    let values: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    let keys = PrimitiveArray::<Int32Type>::from(vec![0, 1]);
    let arrays: [ArrayRef; 3] = [
        Arc::clone(&values),
        Arc::new(LargeStringArray::from(vec!["a", "b"])),
        Arc::new(DictionaryArray::new(keys, values)),
    ];
    for array in arrays {
        let data_type = array.data_type().clone();
        let error = read(0, array, (2, 0), shifted).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Input, "{data_type}");
        assert_eq!(error.to_string(), "operations: the column `operation_id` is broken: its offsets are not aligned");
    }
}

#[test]
fn values_that_are_not_aligned_are_read() {
    let days: ArrayRef = Arc::new(Date32Array::from(vec![20_670, 20_671]));
    assert_eq!(read(2, days, (2, 0), shifted).unwrap(), 2);
    let views: ArrayRef = Arc::new(StringViewArray::from(vec!["a", "b"]));
    assert_eq!(read(0, views, (2, 0), shifted).unwrap(), 2);
}

#[test]
fn of_an_array_without_rows_nothing_is_read() {
    let nowhere = |address: usize| {
        let address = NonNull::new(std::ptr::without_provenance_mut(address)).unwrap();
        // SAFETY: there is no byte at it.
        unsafe { Buffer::from_custom_allocation(address, 0, Arc::new(())) }
    };
    // One offset of any value, as arrow-java leaves it, and no byte at all at an address that is aligned and at one that is not.
    let buffers = [Buffer::from_slice_ref([-77_i64]), nowhere(64), nowhere(1)];
    let text_types = [DataType::Utf8, DataType::LargeUtf8, DataType::Utf8View];
    for (buffer, offset) in buffers.iter().flat_map(|buffer| [(buffer, 0), (buffer, 3)]) {
        for text in &text_types {
            let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(text.clone()));
            for data_type in [text, &dictionary] {
                let batch = read(0, new_empty_array(data_type), (0, offset), |_| buffer.clone());
                assert_eq!(batch.unwrap(), 0, "{data_type}");
            }
            // Two rows in which nothing is, with a dictionary of nothing.
            let nulls = new_null_array(&dictionary, 2);
            assert_eq!(read(0, nulls, (0, offset), |_| buffer.clone()).unwrap(), 2, "{dictionary}");
        }
        let short: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
        let error = read(0, short, (0, offset), |_| buffer.clone()).unwrap_err();
        assert_eq!(error.to_string(), "operations: a batch is broken: a column is shorter than the batch");
    }
}

#[test]
fn of_a_producers_words_no_number_of_a_person_is_told_whole() {
    let fields = ["operation_id", "iin", "settled_on", "income"].map(|name| Field::new(name, DataType::Utf8, false));
    let words = "no such row: 9001 0130 0017, 900101300017.00 and 900101300017";
    let batches = [Err(ArrowError::ExternalError(words.into()))];
    let batches = RecordBatchIterator::new(batches, Arc::new(Schema::new(fields.to_vec())));
    let opening = Opening { first: TableKind::Operations, renamed: &[], known_on: false, stop: Arc::default() };
    let stream = FFI_ArrowArrayStream::new(Box::new(batches));
    let error = Table::open(TableKind::Operations, stream, &opening).unwrap().next().unwrap_err();
    let told = error.to_string();
    assert!(told.starts_with("operations: reading fails: "), "{told}");
    assert!(told.ends_with("no such row: 9001****0017, 9001****0017.00 and 9001****0017"), "{told}");
}
