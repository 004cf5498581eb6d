//! Accounts: where each payment goes, and under which code a penalty for it goes.

use std::sync::Arc;

use crate::error::Error;
use crate::law::citation::Citation;
use crate::law::days::Days;
use crate::law::settlement::remittances::Code;
use crate::law::tables::table::{Entry, Series, Table, Text};
use crate::law::tables::values::knp;
use crate::payment::PerPayment;
use crate::words::say;

/// Where a payment goes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Account {
    /// The code of the fund that the payment is passed on to: `enpf`, `gfss`, `fsms`; `None`: the budget.
    pub fund: Option<String>,
    /// The account's number, whose check digits are right; `None`: the tables name none.
    pub iban: Option<String>,
    /// The code of the bank, БИК.
    pub bik: Option<String>,
    /// Residency and sector of the recipient, Кбе: two digits.
    pub kbe: Option<String>,
    /// The code of the budget classification, КБК; social payments have none.
    pub kbk: Option<String>,
    /// Whether a source names the account for this payment. If not, it is that of another payment, assumed.
    pub is_established: bool,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// Under which code a penalty goes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PenaltyCode {
    /// The payment purpose code, КНП: three digits.
    pub knp: String,
    /// What this rests on.
    pub citation: Arc<Citation>,
}

/// The table of accounts.
#[derive(Debug)]
pub(in crate::law) struct Accounts {
    pub accounts: PerPayment<Series<Account>>,
    pub penalties: PerPayment<Series<PenaltyCode>>,
}

/// The sections of the table.
pub(in crate::law) const SECTIONS: [&str; 2] = ["account", "penalty"];

impl Accounts {
    /// The accounts of the table, and the codes in it.
    pub fn read<'a>(table: &mut Table<'a>) -> Result<(Accounts, Vec<Code<'a>>), Error> {
        let accounts = table.per_payment(
            "account",
            &["fund", "iban", "bik", "kbe", "kbk", "status"],
            |payment| say!("dated-account", payment = payment.code()),
            account,
        )?;
        let penalties = table.per_payment(
            "penalty",
            &["knp"],
            |payment| say!("dated-penalty-code", payment = payment.code()),
            |entry, citation| Ok((knp(entry)?, Arc::clone(citation))),
        )?;
        let mut codes = Vec::new();
        for (payment, series) in penalties.iter() {
            let what = || say!("dated-penalty-code", payment = payment.code());
            codes.extend(series.iter().map(|(days, (knp, _))| Code { days: *days, knp: knp.clone(), what: what() }));
        }
        let code = |(days, (knp, citation)): &(Days, (Text<'_>, Arc<Citation>))| {
            (*days, PenaltyCode { knp: knp.value.clone().into_owned(), citation: Arc::clone(citation) })
        };
        let penalties = PerPayment::from_fn(|payment| penalties[payment].iter().map(code).collect());
        Ok((Accounts { accounts, penalties }, codes))
    }
}

fn account(entry: &mut Entry<'_>, citation: &Arc<Citation>) -> Result<Account, Error> {
    let digits = |count: usize| {
        move |text: &Text<'_>| {
            let of_form = text.value.len() == count && text.value.bytes().all(|byte| byte.is_ascii_digit());
            if of_form { Ok(()) } else { Err(text.refuse(say!("account-not-digits", count = count))) }
        }
    };
    let fund = or_none(entry, "fund", |text| match text.value.bytes().all(|byte| byte.is_ascii_lowercase()) {
        true if !text.value.is_empty() => Ok(()),
        _ => Err(text.refuse(say!("account-no-fund"))),
    })?;
    let iban = or_none(entry, "iban", |text| match is_iban(&text.value) {
        true => Ok(()),
        false => Err(text.refuse(say!("account-no-iban"))),
    })?;
    let bik = or_none(entry, "bik", |text| match is_bik(&text.value) {
        true => Ok(()),
        false => Err(text.refuse(say!("account-no-bik"))),
    })?;
    let kbe = or_none(entry, "kbe", digits(2))?;
    let kbk = or_none(entry, "kbk", digits(6))?;
    let statuses = [("established", true), ("assumed", false)];
    let is_established = entry.text("status")?.one_of(&statuses, say!("account-no-status"))?;
    Ok(Account { fund, iban, bik, kbe, kbk, is_established, citation: Arc::clone(citation) })
}

fn or_none(
    entry: &mut Entry<'_>,
    key: &str,
    check: impl Fn(&Text<'_>) -> Result<(), Error>,
) -> Result<Option<String>, Error> {
    let text = entry.text(key)?;
    if text.value == "none" {
        return Ok(None);
    }
    check(&text)?;
    Ok(Some(text.value.into_owned()))
}

/// Whether the text is an account number of Kazakhstan: `KZ`, two check digits, 16 capital letters and digits, and the
/// whole, with its first four characters put last and letters read as 10 to 35, leaves 1 when divided by 97 (ISO 13616).
pub(crate) fn is_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    let of_form = bytes.len() == 20
        && bytes.starts_with(b"KZ")
        && bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    of_form && remainder(bytes[4..].iter().chain(&bytes[..4])) == 1
}

fn remainder<'b>(characters: impl Iterator<Item = &'b u8>) -> u32 {
    characters.fold(0, |remainder, &character| match character {
        b'0'..=b'9' => (remainder * 10 + u32::from(character - b'0')) % 97,
        _ => (remainder * 100 + u32::from(character - b'A') + 10) % 97,
    })
}

/// Whether the text has the form of a bank's code.
pub(crate) fn is_bik(text: &str) -> bool {
    matches!(text.len(), 8 | 11) && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn account_numbers() {
        // The accounts of settlement.md, and KZ86125KZT5004100100, an example of the National Bank.
        for right in ["KZ12009NPS0413609816", "KZ67009SS00368609110", "KZ92009MEDS368609103", "KZ86125KZT5004100100"] {
            assert!(is_iban(right), "{right}");
        }
        for wrong in [
            "KZ13009NPS0413609816",
            "KZ12009NPS0413609861",
            "KZ12009NPS041360981",
            "kz12009nps0413609816",
            "DE12009NPS0413609816",
            "KZ12 009NPS041360981",
            "",
        ] {
            assert!(!is_iban(wrong), "{wrong}");
        }
    }
}
