//! What a file of a run comes to, for what is to agree with it.

use std::collections::BTreeMap;
use std::fmt;

use crate::error::Error;
use crate::money::TengeSum;
use crate::output::contents::Listed;
use crate::run::record::Run;
use crate::run::records_in::{NamedRow, named_rows};
use crate::run::sums::{hold, together};
use crate::words::say;

/// What a file of a run comes to.
pub(super) struct Output<'a> {
    run: &'a Run,
    pub name: &'a str,
}

impl<'a> Output<'a> {
    pub fn of(run: &'a Run, name: &'a str) -> Output<'a> {
        Output { run, name }
    }

    /// How many rows are meant.
    pub fn rows(&self, is_meant: impl Fn(&NamedRow<'_>) -> Result<bool, Error>) -> Result<u64, Error> {
        self.sums([], is_meant).map(|(rows, [])| rows)
    }

    /// That there are as many rows as the receipt says.
    pub fn has_all_rows(&self, of_receipt: &Listed) -> Result<(), Error> {
        self.holds("rows", self.rows(every)?, of_receipt.rows)
    }

    /// How many rows are meant, and what columns of amounts come to over them.
    pub fn sums<const N: usize>(
        &self,
        columns: [&str; N],
        is_meant: impl Fn(&NamedRow<'_>) -> Result<bool, Error>,
    ) -> Result<(u64, [TengeSum; N]), Error> {
        let (mut rows, mut sums) = (0, [TengeSum::default(); N]);
        named_rows(self.run, self.name, |row| {
            if is_meant(row)? {
                rows += 1;
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum += row.value::<TengeSum>(column)?;
                }
            }
            Ok(())
        })?;
        Ok((rows, sums))
    }

    /// That there are as many rows of each code as the receipt says, and of no other.
    pub fn codes<'c>(&self, of_receipt: impl Iterator<Item = (&'c String, &'c u64)>) -> Result<(), Error> {
        let mut rows = BTreeMap::<String, u64>::new();
        named_rows(self.run, self.name, |row| {
            *rows.entry(row.text("code")?.to_owned()).or_default() += 1;
            Ok(())
        })?;
        for (code, told) in of_receipt {
            self.holds(code, rows.remove(code).unwrap_or_default(), *told)?;
        }
        self.holds("code", together(rows.into_values()), 0)
    }

    /// That what was found is what the receipt has.
    pub fn holds<T: PartialEq + fmt::Display>(&self, what: &str, found: T, of_receipt: T) -> Result<(), Error> {
        hold(say!("sums-file-receipt", what = what, file = self.name), found, of_receipt)
    }

    /// That what was found is what it is made of, here or in a file beside.
    pub fn agrees<T: PartialEq + fmt::Display>(&self, what: &str, found: T, made_of: T) -> Result<(), Error> {
        hold(say!("sums-file-itself", what = what, file = self.name), found, made_of)
    }
}

/// That each row is meant.
pub(super) fn every(_: &NamedRow<'_>) -> Result<bool, Error> {
    Ok(true)
}
