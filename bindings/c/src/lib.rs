//! `libustap`: one person's month and the calculation over Arrow tables, for C. The header `include/ustap.h` is made of this
//! crate by cbindgen, and what stands here as documentation stands there.
//!
//! Nothing is thrown and nothing unwinds across the border. Numbers that stand for a choice come in as int32, since a value
//! that an enum has not is undefined in Rust before it could be looked at.

mod calculate;
mod call;
mod month;

/// What a call came to. New values may be added at the end.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UstapStatus {
    /// It is done.
    Ok = 0,
    /// A text is no amount in tenge, or an amount is finer than a tiyn or out of range.
    Money = 1,
    /// A text is no day or no month.
    Day = 2,
    /// A text is no ИИН.
    Iin = 3,
    /// The tables of rates do not load.
    Rates = 4,
    /// No rates are in force on the day.
    NoRates = 5,
    /// A sum does not fit.
    Overflow = 6,
    /// An operation cannot be taken: another month, an unknown regime or category.
    Operation = 7,
    /// A table cannot be read as what it should be.
    Input = 8,
    /// Exemptions and contractors need more memory than was allowed.
    Memory = 9,
    /// There is no room to spill.
    Space = 10,
    /// The library contradicts itself: something to report.
    Defect = 11,
    /// The call breaks its contract: null, no UTF-8, an empty path, a struct of another size, a number that stands for
    /// nothing.
    Usage = 12,
}

/// The version of this interface. A program that was built with a header of another one does not fit.
#[unsafe(no_mangle)]
pub extern "C" fn ustap_abi_version() -> u32 {
    USTAP_ABI_VERSION
}

/// The version of the interface that this header describes.
pub const USTAP_ABI_VERSION: u32 = 1;
