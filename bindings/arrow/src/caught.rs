//! No panic crosses a border between languages.

use std::panic::{AssertUnwindSafe, catch_unwind};

use ustap::Error;

/// What the work comes to; a panic in it is an error of the kind `defect`, and no end of the process.
///
/// # Errors
/// What the work fails with, or a defect.
pub fn caught<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
        Err(Error::defect(text))
    })
}

#[cfg(test)]
mod tests {
    use ustap::ErrorKind;

    use super::caught;

    #[test]
    fn a_panic_is_a_defect_with_its_words() {
        let error = caught::<()>(|| panic!("row {} is gone", 7)).expect_err("a panic");
        assert_eq!(error.kind(), ErrorKind::Defect);
        assert!(error.to_string().contains("row 7 is gone"), "{error}");
    }
}
