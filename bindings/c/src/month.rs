//! The law and one person's month.

use std::ffi::c_char;
use std::sync::Arc;

use rust_decimal::Decimal;
use withholding::bindings::Misuse;
use withholding::{Day, Error, ErrorKind, Law, Month, Payment, PerPayment, PersonMonth, Tenge};

use crate::UstapStatus;
use crate::call::{Out, Told, directory, free, needed, pointed, text};

/// What is in force: tables of rates. Any number of threads may use one; what was made with it outlives it.
pub struct UstapLaw {
    pub(crate) law: Arc<Law>,
}

/// One person's month: incomes in, the five amounts out. One thread at a time.
pub struct UstapMonth {
    month: PersonMonth,
}

/// What is withheld for a month so far, in tiyn.
#[repr(C)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UstapAmounts {
    /// Income tax (ИПН).
    pub ipn: i64,
    /// The pension contribution (ОПВ).
    pub opv: i64,
    /// The employer's pension contribution (ОПВР).
    pub opvr: i64,
    /// The social contribution (СО).
    pub so: i64,
    /// The contribution for health insurance (ВОСМС).
    pub vosms: i64,
    /// The sum of the five.
    pub withheld: i64,
}

/// Opens the law: the tables of the directory `rates_dir`, or those that are built in where it is null. An empty path
/// is refused.
///
/// # Safety
/// Texts are null or end with a zero; `out` has room for a pointer, which is null where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_law_open(
    rates_dir: *const c_char,
    out: *mut *mut UstapLaw,
    error: *mut c_char,
    error_bytes: usize,
) -> UstapStatus {
    // SAFETY: what the caller promises.
    let (told, out) = unsafe { (Told::to(error, error_bytes), Out::of(out)) };
    told.call(|| {
        out.put(|| {
            // SAFETY: what the caller promises.
            let law = match unsafe { directory(rates_dir, "rates_dir") }? {
                None => Law::current()?,
                Some(dir) => Arc::new(Law::load(&dir)?),
            };
            Ok(UstapLaw { law })
        })
    })
}

/// Frees a law. Null is allowed.
///
/// # Safety
/// `law` is null or was opened and not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_law_free(law: *mut UstapLaw) {
    // SAFETY: what the caller promises.
    unsafe { free(law) };
}

/// Begins a month (`2026-08`) under the regime with this code, or under that of those who are not listed where it is null.
///
/// # Safety
/// `law` is open; texts are null or end with a zero; `out` has room for a pointer, which is null where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_month_open(
    law: *const UstapLaw,
    period: *const c_char,
    regime: *const c_char,
    out: *mut *mut UstapMonth,
    error: *mut c_char,
    error_bytes: usize,
) -> UstapStatus {
    // SAFETY: what the caller promises.
    let (told, out) = unsafe { (Told::to(error, error_bytes), Out::of(out)) };
    told.call(|| {
        out.put(|| {
            // SAFETY: what the caller promises.
            let (law, period, regime) =
                unsafe { (&pointed(law, "law")?.law, needed(period, "period")?, text(regime, "regime")?) };
            let period: Month = period.parse()?;
            let month = match regime {
                None => PersonMonth::new(law, period)?,
                Some(code) => PersonMonth::under(law, period, law.regime_id(code)?)?,
            };
            Ok(UstapMonth { month })
        })
    })
}

/// Counts income in tiyn, gross, received on this day (`2026-08-05`); a negative one is income given back. `categories` are
/// codes with `|` between them, or null. Where the call fails nothing is counted.
///
/// # Safety
/// `month` is open and used by nobody else meanwhile; texts are null or end with a zero.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_month_add(
    month: *mut UstapMonth,
    day: *const c_char,
    income_tiyn: i64,
    categories: *const c_char,
    error: *mut c_char,
    error_bytes: usize,
) -> UstapStatus {
    // SAFETY: what the caller promises.
    unsafe { Told::to(error, error_bytes) }.call(|| {
        // SAFETY: what the caller promises.
        unsafe { add(month, day, || Ok(Decimal::new(income_tiyn, 2)), categories) }
    })
}

/// The same with the income as text in tenge (`1234.50` or `1234,5`): for callers whose numbers are floats.
///
/// # Safety
/// As for `ustap_month_add`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_month_add_text(
    month: *mut UstapMonth,
    day: *const c_char,
    income: *const c_char,
    categories: *const c_char,
    error: *mut c_char,
    error_bytes: usize,
) -> UstapStatus {
    // SAFETY: what the caller promises.
    unsafe { Told::to(error, error_bytes) }.call(|| {
        // SAFETY: what the caller promises.
        let tenge = || Ok(unsafe { needed(income, "income") }?.parse::<Tenge>()?.into());
        // SAFETY: what the caller promises.
        unsafe { add(month, day, tenge, categories) }
    })
}

/// # Safety
/// As for [`ustap_month_add`].
unsafe fn add(
    month: *mut UstapMonth,
    day: *const c_char,
    income: impl FnOnce() -> Result<Decimal, Error>,
    categories: *const c_char,
) -> Result<(), Error> {
    // SAFETY: nobody else uses the month meanwhile.
    let month = unsafe { month.as_mut() }.ok_or_else(|| Misuse::Null("month").error())?;
    // SAFETY: what the caller promises.
    let (day, categories) = unsafe { (needed(day, "day")?, text(categories, "categories")?) };
    let day: Day = day.parse()?;
    let categories: Vec<&str> =
        categories.filter(|codes| !codes.is_empty()).map_or_else(Vec::new, |codes| codes.split('|').collect());
    month.month.add(day, income()?, &categories)?;
    Ok(())
}

/// What is withheld for the month so far.
///
/// # Safety
/// `month` is open and not changed meanwhile; `out` has room for the amounts, which stay as they are where the call fails.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_month_amounts(
    month: *const UstapMonth,
    out: *mut UstapAmounts,
    error: *mut c_char,
    error_bytes: usize,
) -> UstapStatus {
    // SAFETY: what the caller promises.
    unsafe { Told::to(error, error_bytes) }.call(|| {
        // SAFETY: what the caller promises.
        let month = unsafe { pointed(month, "month") }?;
        if out.is_null() {
            return Err(Misuse::Null("out").error());
        }
        let amounts = month.month.amounts();
        let tiyn = |payment: Payment| amounts[payment].tiyn();
        let amounts = UstapAmounts {
            ipn: tiyn(Payment::Ipn),
            opv: tiyn(Payment::Opv),
            opvr: tiyn(Payment::Opvr),
            so: tiyn(Payment::So),
            vosms: tiyn(Payment::Vosms),
            withheld: withheld(&amounts)?.tiyn(),
        };
        // SAFETY: there is room for the amounts.
        unsafe { out.write(amounts) };
        Ok(())
    })
}

/// The sum of the five.
fn withheld(amounts: &PerPayment<Tenge>) -> Result<Tenge, Error> {
    let too_large = "the five amounts together exceed 92233720368547758.07 tenge";
    amounts.sum().ok_or_else(|| Error::new(ErrorKind::Overflow, too_large))
}

/// Frees a month. Null is allowed.
///
/// # Safety
/// `month` is null or was opened and not freed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ustap_month_free(month: *mut UstapMonth) {
    // SAFETY: what the caller promises.
    unsafe { free(month) };
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;
    use withholding::{ErrorKind, Payment, PerPayment, Tenge};

    use super::withheld;

    #[test]
    fn five_amounts_that_do_not_fit_together_are_an_overflow() {
        let of = |others: i64| {
            let amount = |payment| if payment == Payment::Ipn { i64::MAX - 4 } else { others };
            let amounts = PerPayment::from_fn(|payment| Tenge::try_from(Decimal::new(amount(payment), 2)).unwrap());
            withheld(&amounts).map(Tenge::tiyn).map_err(|error| error.kind())
        };
        // Four times one tiyn fits beside 2⁶³ − 5, and four times two do not.
        assert_eq!(of(1), Ok(i64::MAX));
        assert_eq!(of(2), Err(ErrorKind::Overflow));
    }
}
