//! A stream of batches of another program, of which only the columns that are read are taken, once they were looked at.
//!
//! What comes over the C data interface is a heap of pointers. Nothing in it can tell how long a buffer really is, so the
//! producer is trusted for that; everything else is checked before it is used: that the schema has formats and names, that
//! the arrays have the shape of their type, that lengths and offsets are not negative, that offsets are aligned
//! and never decrease. Of an array without rows nothing is read. Text is checked row by row where it is read.

use std::ffi::{CStr, c_char, c_void};
use std::ops::Range;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, ArrayRef, make_array, new_empty_array};
use arrow_schema::DataType;
use ustap::bindings::without_any_iins;
use ustap::{Error, ErrorKind};

/// An array as the C data interface has it.
#[repr(C)]
struct RawArray {
    length: i64,
    null_count: i64,
    offset: i64,
    n_buffers: i64,
    n_children: i64,
    buffers: *mut *const c_void,
    children: *mut *mut FFI_ArrowArray,
    dictionary: *mut FFI_ArrowArray,
    release: Option<unsafe extern "C" fn(*mut FFI_ArrowArray)>,
    private_data: *mut c_void,
}

const _: () = assert!(size_of::<RawArray>() == size_of::<FFI_ArrowArray>());

fn raw(array: &FFI_ArrowArray) -> &RawArray {
    // SAFETY: both are the struct ArrowArray of the C data interface: `repr(C)` with the same fields in the same order.
    unsafe { &*std::ptr::from_ref(array).cast::<RawArray>() }
}

/// A schema as the C data interface has it.
#[repr(C)]
struct RawSchema {
    format: *const c_char,
    name: *const c_char,
    metadata: *const c_char,
    flags: i64,
    n_children: i64,
    children: *mut *mut FFI_ArrowSchema,
    dictionary: *mut FFI_ArrowSchema,
    release: Option<unsafe extern "C" fn(*mut FFI_ArrowSchema)>,
    private_data: *mut c_void,
}

const _: () = assert!(size_of::<RawSchema>() == size_of::<FFI_ArrowSchema>());

fn raw_schema(schema: &FFI_ArrowSchema) -> &RawSchema {
    // SAFETY: both are the struct ArrowSchema of the C data interface: `repr(C)` with the same fields in the same order.
    unsafe { &*std::ptr::from_ref(schema).cast::<RawSchema>() }
}

/// Refuses a schema that was released, or whose format or name is no text.
fn check_schema(schema: &FFI_ArrowSchema) -> Result<(), &'static str> {
    let shape = raw_schema(schema);
    let is_text = |text: *const c_char| {
        // SAFETY: what is not null is text that ends with zero and lives as long as the schema.
        unsafe { CStr::from_ptr(text) }.to_str().is_ok()
    };
    if shape.release.is_none() {
        return Err("it was released or is none");
    }
    if shape.format.is_null() || !is_text(shape.format) {
        return Err("its format is missing or no UTF-8");
    }
    if !shape.name.is_null() && !is_text(shape.name) {
        return Err("its name is no UTF-8");
    }
    Ok(())
}

/// The columns of a table's schema.
fn children(schema: &FFI_ArrowSchema) -> Result<Vec<&FFI_ArrowSchema>, &'static str> {
    let shape = raw_schema(schema);
    let count = usize::try_from(shape.n_children).map_err(|_| "it has less than no columns")?;
    if shape.children.is_null() && count > 0 {
        return Err("its columns are missing");
    }
    // SAFETY: there are so many pointers, and what they point to lives as long as the schema.
    let child = |number: usize| unsafe { (*shape.children.add(number)).as_ref() };
    (0..count).map(|number| child(number).ok_or("a column is missing")).collect()
}

/// The type of a column; `None` for one that nothing here reads: what has columns of its own, and what is not known.
fn data_type(column: &FFI_ArrowSchema) -> Result<Option<DataType>, &'static str> {
    check_schema(column)?;
    // SAFETY: a dictionary that is there lives as long as its column.
    let values = unsafe { raw_schema(column).dictionary.as_ref() };
    if let Some(values) = values {
        check_schema(values)?;
    }
    let is_flat = |schema: &FFI_ArrowSchema| !schema.format().starts_with('+');
    let is_read =
        is_flat(column) && values.is_none_or(|values| is_flat(values) && raw_schema(values).dictionary.is_null());
    Ok(if is_read { DataType::try_from(column).ok() } else { None })
}

/// A column of a stream.
#[derive(Debug, Clone)]
pub(crate) struct StreamField {
    pub name: String,
    /// `None`: a type that nothing here reads.
    pub data_type: Option<DataType>,
}

/// The columns of a table with this schema.
pub(crate) fn fields(schema: &FFI_ArrowSchema, table: &str) -> Result<Vec<StreamField>, Error> {
    let broken = |what: &str| input(table, format!("the schema is broken: {what}"));
    check_schema(schema).map_err(broken)?;
    if schema.format() != "+s" {
        return Err(input(table, "this is a stream of one column, and a table is needed"));
    }
    let mut fields = Vec::new();
    for (number, child) in (1..).zip(children(schema).map_err(broken)?) {
        let data_type = data_type(child).map_err(|what| broken(&format!("of column {number}, {what}")))?;
        fields.push(StreamField { name: child.name().unwrap_or_default().to_owned(), data_type });
    }
    Ok(fields)
}

/// A stream of batches of another program.
pub(crate) struct Stream {
    stream: FFI_ArrowArrayStream,
    /// The name of the table in messages.
    table: &'static str,
    fields: Vec<StreamField>,
    /// The columns that are read, by number.
    wanted: Vec<usize>,
    is_over: bool,
}

fn input(table: &str, message: impl std::fmt::Display) -> Error {
    Error::new(ErrorKind::Input, format!("{table}: {message}"))
}

impl Stream {
    /// Asks a stream for its columns.
    pub fn open(mut stream: FFI_ArrowArrayStream, table: &'static str) -> Result<Stream, Error> {
        let Some(get_schema) = stream.get_schema().filter(|_| stream.release().is_some()) else {
            return Err(input(table, "the stream was read already or is none"));
        };
        let mut schema = FFI_ArrowSchema::empty();
        // SAFETY: the stream is not released, and a schema is written where there is none.
        let status = unsafe { get_schema(&mut stream, &mut schema) };
        if status != 0 {
            return Err(failed(&mut stream, table, status));
        }
        let fields = fields(&schema, table)?;
        Ok(Stream { stream, table, fields, wanted: Vec::new(), is_over: false })
    }

    pub fn fields(&self) -> &[StreamField] {
        &self.fields
    }

    /// Says which columns are read.
    pub fn want(&mut self, columns: Vec<usize>) {
        self.wanted = columns;
    }

    /// The rows of the next batch and its columns that are read; `None` at the end, and after an error.
    pub fn next(&mut self) -> Result<Option<(usize, Vec<ArrayRef>)>, Error> {
        if self.is_over {
            return Ok(None);
        }
        let batch = self.next_batch();
        self.is_over = !matches!(batch, Ok(Some(_)));
        if self.is_over {
            // Some producers give nothing else before the last stream has gone.
            self.stream = FFI_ArrowArrayStream::empty();
        }
        batch
    }

    fn next_batch(&mut self) -> Result<Option<(usize, Vec<ArrayRef>)>, Error> {
        let Some(get_next) = self.stream.get_next() else {
            return Err(input(self.table, "the stream gives no batches"));
        };
        let mut batch = FFI_ArrowArray::empty();
        // SAFETY: the stream is not released, one caller at a time asks it, and an array is written where there is none.
        let status = unsafe { get_next(&mut self.stream, &mut batch) };
        if status != 0 {
            return Err(failed(&mut self.stream, self.table, status));
        }
        let shape = raw(&batch);
        if shape.release.is_none() {
            return Ok(None);
        }
        let broken = |what: &str| input(self.table, format!("a batch is broken: {what}"));
        let (Ok(rows), Ok(offset)) = (usize::try_from(shape.length), usize::try_from(shape.offset)) else {
            return Err(broken("its length or offset is negative"));
        };
        if usize::try_from(shape.n_children) != Ok(self.fields.len())
            || shape.children.is_null() && shape.n_children > 0
        {
            return Err(broken("it has other columns than its schema"));
        }
        let mut columns = Vec::with_capacity(self.wanted.len());
        for &number in &self.wanted {
            let field = &self.fields[number];
            let Some(data_type) = &field.data_type else { continue };
            // SAFETY: there are as many children as fields.
            let child = unsafe { *shape.children.add(number) };
            if child.is_null() {
                return Err(broken("a column is missing"));
            }
            // SAFETY: the pointer is not null, and what it points to is the batch's, of which it may be moved out.
            unsafe { without_rows(child, data_type) };
            // SAFETY: the pointer is not null, and what it points to lives as long as the batch.
            check(unsafe { &*child }, data_type)
                .map_err(|what| input(self.table, format!("the column `{}` is broken: {what}", field.name)))?;
            // SAFETY: a child may be moved out of its parent, which is released right after.
            let child = unsafe { FFI_ArrowArray::from_raw(child) };
            // SAFETY: the array has the shape of its type, which was checked.
            let column = unsafe { from_ffi_and_data_type(child, data_type.clone()) }
                .map_err(|error| input(self.table, format!("the column `{}` is broken: {error}", field.name)))?;
            if column.len() < offset.saturating_add(rows) {
                return Err(broken("a column is shorter than the batch"));
            }
            columns.push(make_array(column.slice(offset, rows)));
        }
        if has_null_rows(raw(&batch), offset..offset.saturating_add(rows)) {
            return Err(broken("rows as a whole are null"));
        }
        Ok(Some((rows, columns)))
    }
}

/// Whether rows of a batch are null as a whole; a producer need not count them.
fn has_null_rows(batch: &RawArray, mut rows: Range<usize>) -> bool {
    if batch.null_count >= 0 || batch.n_buffers < 1 || batch.buffers.is_null() {
        return batch.null_count > 0;
    }
    // SAFETY: there is a first buffer.
    let bits = unsafe { *batch.buffers }.cast::<u8>();
    // SAFETY: a bitmap that is there has a bit for each row up to the last.
    !bits.is_null() && rows.any(|row| unsafe { *bits.add(row / 8) } >> (row % 8) & 1 == 0)
}

/// What the stream says of its failure: words of another program, which may quote a row in any way.
fn failed(stream: &mut FFI_ArrowArrayStream, table: &str, status: i32) -> Error {
    let text = stream.get_last_error().and_then(|get_last_error| {
        // SAFETY: the stream is not released, and has failed.
        let text = unsafe { get_last_error(stream) };
        // SAFETY: what is not null is text that ends with zero and lives until the stream is called again.
        (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned())
    });
    let text = text.unwrap_or_else(|| format!("error {status}"));
    input(table, format!("reading fails: {}", without_any_iins(text.trim())))
}

/// Puts an array of our own in the place of one that has no rows, as an array of rows may have a dictionary without values:
/// nothing may be read of its buffers. Some producers give none, and some leave the one offset of such text at any value.
///
/// # Safety
/// `array` points to an array that may be moved out.
unsafe fn without_rows(array: *mut FFI_ArrowArray, data_type: &DataType) {
    // SAFETY: what the caller promises.
    let &RawArray { length, dictionary, release, .. } = raw(unsafe { &*array });
    if length == 0 && release.is_some() {
        // SAFETY: what the caller promises; the one that is moved out is released here, and ours with what it is of.
        drop(unsafe { array.replace(FFI_ArrowArray::new(&new_empty_array(data_type).to_data())) });
    } else if let DataType::Dictionary(_, values) = data_type
        && !dictionary.is_null()
    {
        // SAFETY: the pointer is not null, and a dictionary may be moved out like its array.
        unsafe { without_rows(dictionary, values) };
    }
}

/// Refuses an array that has not the shape of its type.
fn check(array: &FFI_ArrowArray, data_type: &DataType) -> Result<(), String> {
    let shape = raw(array);
    if shape.release.is_none() {
        return Err("it was released".to_owned());
    }
    let (Ok(length), Ok(offset)) = (usize::try_from(shape.length), usize::try_from(shape.offset)) else {
        return Err("its length or offset is negative".to_owned());
    };
    let Some(end) = length.checked_add(offset).filter(|&end| end < usize::MAX / 64) else {
        return Err("its length and offset overflow".to_owned());
    };
    if shape.n_children != 0 {
        return Err("it has children, and its type has none".to_owned());
    }
    if shape.null_count < -1 || shape.null_count > shape.length {
        return Err("more of it is null than there is".to_owned());
    }
    let count = match data_type {
        DataType::Null => return (shape.n_buffers == 0).then_some(()).ok_or_else(|| "it has buffers".to_owned()),
        DataType::Utf8 | DataType::LargeUtf8 => 3,
        DataType::Utf8View => shape.n_buffers.max(3),
        _ => 2,
    };
    if shape.buffers.is_null() {
        return Err("its buffers are missing".to_owned());
    }
    if shape.n_buffers != count {
        return Err(format!("it has {} buffers and needs {count}", shape.n_buffers));
    }
    // SAFETY: there are so many buffers as was checked.
    let buffer = |number: usize| unsafe { *shape.buffers.add(number) };
    if buffer(0).is_null() && shape.null_count > 0 {
        return Err("it has nulls and no bitmap".to_owned());
    }
    if buffer(1).is_null() {
        return Err("it has rows and no values".to_owned());
    }
    match data_type {
        DataType::Utf8 => check_offsets::<i32>(buffer(1), buffer(2), end),
        DataType::LargeUtf8 => check_offsets::<i64>(buffer(1), buffer(2), end),
        DataType::Utf8View => {
            let views = shape.n_buffers as usize - 3;
            let lengths = buffer(views + 2).cast::<i64>();
            if views > 0 && lengths.is_null() {
                return Err("the lengths of its buffers are missing".to_owned());
            }
            if views > 0 && !lengths.is_aligned() {
                return Err("the lengths of its buffers are not aligned".to_owned());
            }
            for number in 0..views {
                // SAFETY: the last buffer has a length for each of those between, and is aligned.
                let length = unsafe { lengths.add(number).read() };
                if length < 0 || length > 0 && buffer(number + 2).is_null() {
                    return Err("a buffer has a negative length or is missing".to_owned());
                }
            }
            Ok(())
        }
        DataType::Dictionary(_, values) => {
            if shape.dictionary.is_null() {
                return Err("its dictionary is missing".to_owned());
            }
            // SAFETY: the pointer is not null, and what it points to lives as long as the array.
            check(unsafe { &*shape.dictionary }, values)
        }
        _ => Ok(()),
    }
}

/// Refuses offsets that are negative, decrease, or point nowhere, and those that are not aligned: the last of them is read
/// as a number before a buffer that is not aligned is copied to where it is.
fn check_offsets<T: Copy + Default + PartialOrd>(
    offsets: *const c_void,
    values: *const c_void,
    end: usize,
) -> Result<(), String> {
    let offsets = offsets.cast::<T>();
    if !offsets.is_aligned() {
        return Err("its offsets are not aligned".to_owned());
    }
    let mut last = T::default();
    for number in 0..=end {
        // SAFETY: a buffer of offsets has one more than the array has values, and is aligned.
        let offset = unsafe { offsets.add(number).read() };
        if offset < last {
            return Err("its offsets decrease".to_owned());
        }
        last = offset;
    }
    if last > T::default() && values.is_null() {
        return Err("it has offsets and no text".to_owned());
    }
    Ok(())
}
