//! Panics of the workbook crate as errors.
//!
//! rust_xlsxwriter starts a thread for each sheet when it makes the file, and panics where the system starts none (up to
//! 0.102). Release builds unwind. It also takes the time for each workbook, though another is given to it then, and panics
//! at a clock that stands before 1970: that is looked at before.

use std::any::Any;
use std::cell::Cell;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::Path;
use std::sync::Once;
use std::time::SystemTime;

use crate::error::{Error, ErrorKind};
use crate::output::file::fault;
use crate::words::{Message, say};

thread_local! {
    /// Whether a panic of this thread is told as an error, and not on standard error by the panic itself.
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Does the work; where it panics, the error says why `path` could not be written.
///
/// What the work has changed is only good for being dropped then: the error ends the writing of the workbook.
pub(crate) fn caught<T>(path: &Path, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let tell = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_CAUGHT.get() {
                tell(panic);
            }
        }));
    });
    let before = IS_CAUGHT.replace(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    IS_CAUGHT.set(before);
    result.unwrap_or_else(|panic| Err(told(path, panic.as_ref())))
}

/// Refuses a time at which the crate makes no workbook.
pub(crate) fn check_clock(path: &Path, now: SystemTime) -> Result<(), Error> {
    if now >= SystemTime::UNIX_EPOCH {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Output, say!("workbook-unwritable", reason = say!("workbook-clock")))
        .in_file(path.display().to_string())
        .with_hint(say!("workbook-clock-hint")))
}

/// The error in what the panic says, which shows the one of the system in its debug form: `Os { code: 28, …`.
fn told(path: &Path, panic: &(dyn Any + Send)) -> Error {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    let code =
        text.unwrap_or_default().split_once("Os { code: ").and_then(|(_, rest)| rest.split(',').next()?.parse().ok());
    match code {
        Some(code) => fault(path, &io::Error::from_raw_os_error(code)),
        None => {
            let reason = text.map_or_else(|| say!("workbook-no-reason"), Message::from);
            Error::new(ErrorKind::Output, say!("workbook-unwritable", reason = reason))
                .in_file(path.display().to_string())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_before_1970_is_named() {
        let check = |now| check_clock(Path::new("lists.xlsx"), now);
        assert_eq!(check(SystemTime::UNIX_EPOCH), Ok(()));
        let error = check(SystemTime::UNIX_EPOCH - Duration::from_secs(1)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Output);
        let expected = "lists.xlsx: the workbook cannot be written: the clock of this computer stands before 1970";
        assert_eq!((error.to_string(), error.hint().as_deref()), (expected.to_owned(), Some("set the clock")));
    }

    #[test]
    fn a_panic_is_an_error_with_its_cause() {
        let path = Path::new("lists.xlsx");
        let full = || Err::<u64, _>(io::Error::from_raw_os_error(28));
        let error = caught(path, || Ok(full().unwrap())).unwrap_err();
        assert_eq!(error.to_string(), "lists.xlsx: cannot be written: there is no space left");
        assert!(error.hint().unwrap().contains("free some space"));
        let error = caught(path, || -> Result<(), Error> { panic!("a row before {}", 7) }).unwrap_err();
        assert_eq!(error.to_string(), "lists.xlsx: the workbook cannot be written: a row before 7");
        let error = caught(path, || Err::<(), _>(Error::new(ErrorKind::Input, "is no row"))).unwrap_err();
        assert_eq!(error.to_string(), "is no row");
        assert_eq!(caught(path, || Ok(1)), Ok(1));
    }
}
