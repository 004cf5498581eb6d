//! Pages of registers, on their way to the files.

use crate::run::totals::Totals;

/// Rows of consecutive persons' months, as they stand in the files.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub register: Rows,
    pub limits: Rows,
    pub lines: Rows,
    /// The months as they are kept for later runs.
    pub state: Rows,
    pub totals: Totals,
    /// ИИН in the order of the rows, where persons of several months are to be counted.
    pub persons: Vec<u64>,
    /// Operations of persons that the contractors files do not have.
    pub unnamed_operations: u64,
}

/// Bytes and the number of rows that they are.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub bytes: Vec<u8>,
    pub rows: u64,
}

impl Page {
    /// An empty page with the memory of this one.
    pub fn clear(&mut self) {
        let Page { register, limits, lines, state, totals, persons, unnamed_operations } = self;
        for rows in [register, limits, lines, state] {
            rows.bytes.clear();
            rows.rows = 0;
        }
        persons.clear();
        (*totals, *unnamed_operations) = Default::default();
    }
}

/// What is wanted beside the registers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    pub lines: bool,
    pub state: bool,
}
