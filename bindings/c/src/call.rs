//! What every call does: texts in, an error out into the caller's buffer, a panic caught.

use std::ffi::{CStr, OsStr, c_char};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use ustap_arrow::caught;
use withholding::bindings::Misuse;
use withholding::parts::Caller;
use withholding::{Error, ErrorKind, Language};

use crate::UstapStatus;

fn status(kind: ErrorKind) -> UstapStatus {
    match kind {
        ErrorKind::Money => UstapStatus::Money,
        ErrorKind::Day => UstapStatus::Day,
        ErrorKind::Iin => UstapStatus::Iin,
        ErrorKind::Rates => UstapStatus::Rates,
        ErrorKind::NoRates => UstapStatus::NoRates,
        ErrorKind::Overflow => UstapStatus::Overflow,
        ErrorKind::Operation => UstapStatus::Operation,
        ErrorKind::Input | ErrorKind::Record => UstapStatus::Input,
        ErrorKind::Output => UstapStatus::Space,
        ErrorKind::Memory => UstapStatus::Memory,
        ErrorKind::Usage => UstapStatus::Usage,
        // A kind that is added later is told by its message until it has a status.
        _ => UstapStatus::Defect,
    }
}

/// The caller's buffer for what went wrong.
pub(crate) struct Told {
    text: *mut c_char,
    bytes: usize,
}

impl Told {
    /// # Safety
    /// `text` is null or has room for `bytes` bytes until the call returns.
    pub unsafe fn to(text: *mut c_char, bytes: usize) -> Told {
        Told { text, bytes }
    }

    /// As much of the text as there is room for, in whole letters, and a zero.
    fn write(&self, text: &str) {
        if self.text.is_null() || self.bytes == 0 {
            return;
        }
        let text = &text[..text.floor_char_boundary(self.bytes - 1)];
        // A zero would end the text before its end.
        let text = text.split('\0').next().unwrap_or_default();
        // SAFETY: there is room for `bytes`, and text and zero are no more; Rust's text is no part of the caller's buffer.
        unsafe {
            std::ptr::copy_nonoverlapping(text.as_ptr(), self.text.cast::<u8>(), text.len());
            self.text.add(text.len()).write(0);
        }
    }

    /// Does the work; what it fails with is told, with the hint on a line of its own.
    pub fn call(self, work: impl FnOnce() -> Result<(), Error>) -> UstapStatus {
        match caught(work) {
            Ok(()) => {
                self.write("");
                UstapStatus::Ok
            }
            Err(error) => {
                let hint = error.hint_for(Caller::C, Language::En).map(|hint| format!("\n{hint}")).unwrap_or_default();
                self.write(&format!("{error}{hint}"));
                status(error.kind())
            }
        }
    }
}

/// A text of the caller; `None` where it is null.
///
/// # Safety
/// `text` is null or ends with a zero, and stays as it is for `'a`.
pub(crate) unsafe fn text<'a>(text: *const c_char, name: &'static str) -> Result<Option<&'a str>, Error> {
    if text.is_null() {
        return Ok(None);
    }
    // SAFETY: the text is not null, and the caller's promise is the same.
    let text = unsafe { CStr::from_ptr(text) };
    text.to_str().map(Some).map_err(|_| Misuse::NotUtf8(name).error())
}

/// A text of the caller that has to be there.
///
/// # Safety
/// As for [`text`].
pub(crate) unsafe fn needed<'a>(text: *const c_char, name: &'static str) -> Result<&'a str, Error> {
    // SAFETY: the caller's promise is the same.
    unsafe { self::text(text, name) }?.ok_or_else(|| Misuse::Null(name).error())
}

/// A directory that the caller names, in any bytes; `None` where it is null.
///
/// # Safety
/// `path` is null or ends with a zero.
pub(crate) unsafe fn directory(path: *const c_char, name: &'static str) -> Result<Option<PathBuf>, Error> {
    if path.is_null() {
        return Ok(None);
    }
    // SAFETY: the path is not null, and the caller's promise is the same.
    let path = unsafe { CStr::from_ptr(path) };
    ustap_arrow::directory(name, PathBuf::from(OsStr::from_bytes(path.to_bytes()))).map(Some)
}

/// What a pointer of the caller points to.
///
/// # Safety
/// `pointer` is null or points to a `T` that nobody changes during `'a`.
pub(crate) unsafe fn pointed<'a, T>(pointer: *const T, name: &'static str) -> Result<&'a T, Error> {
    // SAFETY: the caller's promise is the same.
    unsafe { pointer.as_ref() }.ok_or_else(|| Misuse::Null(name).error())
}

/// Where a result is put; it is null until then.
pub(crate) struct Out<T>(*mut *mut T);

impl<T> Out<T> {
    /// # Safety
    /// `out` is null or has room for a pointer until the call returns.
    pub unsafe fn of(out: *mut *mut T) -> Out<T> {
        if !out.is_null() {
            // SAFETY: there is room for a pointer.
            unsafe { out.write(std::ptr::null_mut()) };
        }
        Out(out)
    }

    /// Makes the result, where there is a place for it, and puts it there.
    pub fn put(self, make: impl FnOnce() -> Result<T, Error>) -> Result<(), Error> {
        if self.0.is_null() {
            return Err(Misuse::Null("out").error());
        }
        let made = Box::into_raw(Box::new(make()?));
        // SAFETY: there is room for a pointer.
        unsafe { self.0.write(made) };
        Ok(())
    }
}

/// Frees what [`Out::put`] has made.
///
/// # Safety
/// `made` is null or came from there, and nobody uses it any more.
pub(crate) unsafe fn free<T>(made: *mut T) {
    if !made.is_null() {
        // SAFETY: the box was given away there, and comes back once.
        drop(unsafe { Box::from_raw(made) });
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::{CStr, c_char};

    use withholding::bindings::TableKind;
    use withholding::parts::Caller;
    use withholding::{Error, ErrorKind, Language};

    use super::Told;
    use crate::UstapStatus;

    fn told(bytes: usize, error: &Error) -> (UstapStatus, String) {
        let mut buffer = [0x7f_u8; 64];
        let told = Told { text: buffer.as_mut_ptr().cast::<c_char>(), bytes };
        let status = told.call(|| Err(error.clone()));
        assert!(buffer[bytes..].iter().all(|&byte| byte == 0x7f), "nothing is written behind the buffer");
        let text = CStr::from_bytes_until_nul(&buffer).map(|text| text.to_string_lossy().into_owned());
        (status, text.unwrap_or_default())
    }

    #[test]
    fn a_message_is_cut_between_letters() {
        // Two bytes a letter: of five bytes one is the zero, and two letters fit.
        let error = Error::new(ErrorKind::Input, "месяц");
        assert_eq!(told(5, &error), (UstapStatus::Input, "ме".to_owned()));
        assert_eq!(told(6, &error), (UstapStatus::Input, "ме".to_owned()));
        assert_eq!(told(1, &error), (UstapStatus::Input, String::new()));
        assert_eq!(told(11, &error), (UstapStatus::Input, "месяц".to_owned()));
    }

    #[test]
    fn a_hint_stands_on_a_line_of_its_own() {
        let error = Error::new(ErrorKind::Output, "no room").with_hint("elsewhere");
        assert_eq!(told(64, &error), (UstapStatus::Space, "no room\nelsewhere".to_owned()));
    }

    /// Hints as they come, of a month without rates and of a column that stands twice.
    #[test]
    fn hints_name_what_callers_have() {
        let no_rates = withholding::Law::builtin().unwrap().no_rates("2027-01-05".parse().unwrap());
        assert_eq!(
            no_rates.hint_for(Caller::C, Language::En).unwrap(),
            "write the tables with `ustap rates export DIR` of the command-line program, add the value to \
             DIR/indicators.toml, and give DIR to `ustap_law_open`"
        );
        let names = ["operation_id", "iin", "settled_on", "income", "income"].map(str::to_owned).to_vec();
        let twice = TableKind::Operations.find(names, (TableKind::Operations, &[]), false).unwrap_err();
        assert_eq!(
            twice.hint_for(Caller::C, Language::En).unwrap(),
            "name the column otherwise in the schema, and leave out of the table what is not meant"
        );
    }

    #[test]
    fn a_panic_is_a_status() {
        let told = Told { text: std::ptr::null_mut(), bytes: 0 };
        assert_eq!(told.call(|| panic!("inside")), UstapStatus::Defect);
    }
}
