//! Rows that were rejected, as a summary tells of them: by code, with the first places.

/// Rows that were rejected for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RejectedRows<R> {
    pub reject: R,
    pub rows: u64,
    /// Files and lines of the first ones.
    pub places: Vec<(String, u64)>,
}

/// Places of each code that a summary names.
pub(crate) const FIRST_PLACES: usize = 3;

/// Rows that were rejected, by code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RejectedByCode<R>(Vec<RejectedRows<R>>);

impl<R> Default for RejectedByCode<R> {
    fn default() -> RejectedByCode<R> {
        RejectedByCode(Vec::new())
    }
}

impl<R: Copy + Ord> RejectedByCode<R> {
    /// Counts one more row, behind those so far.
    pub fn count(&mut self, reject: R, (file, line): (&str, u64)) {
        let of_code = self.of(reject);
        of_code.rows += 1;
        if of_code.places.len() < FIRST_PLACES {
            of_code.places.push((file.to_owned(), line));
        }
    }

    /// Adds what was rejected behind those so far.
    pub fn append(&mut self, later: RejectedByCode<R>) {
        for RejectedRows { reject, rows, places } in later.0 {
            let of_code = self.of(reject);
            of_code.rows += rows;
            of_code.places.extend(places);
            of_code.places.truncate(FIRST_PLACES);
        }
    }

    /// The rows of this code, in the order of codes.
    fn of(&mut self, reject: R) -> &mut RejectedRows<R> {
        let at = self.0.partition_point(|of_code| of_code.reject < reject);
        if self.0.get(at).is_none_or(|of_code| of_code.reject != reject) {
            self.0.insert(at, RejectedRows { reject, rows: 0, places: Vec::new() });
        }
        &mut self.0[at]
    }

    /// By code, in the order of codes.
    pub fn iter(&self) -> impl Iterator<Item = &RejectedRows<R>> {
        self.0.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn total(&self) -> u64 {
        self.0.iter().map(|of_code| of_code.rows).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_three_places_of_each_code_are_kept_in_the_order_of_codes() {
        let mut rejected = RejectedByCode::default();
        [(2, 1), (1, 2), (2, 3)].into_iter().for_each(|(code, line)| rejected.count(code, ("a", line)));
        let mut later = RejectedByCode::default();
        (1..=4).for_each(|line| later.count(2, ("b", line)));
        rejected.append(later);
        let place = |file: &str, line| (file.to_owned(), line);
        let of_code = |reject, rows, places| RejectedRows { reject, rows, places };
        assert_eq!(
            rejected.iter().cloned().collect::<Vec<_>>(),
            [of_code(1, 1, vec![place("a", 2)]), of_code(2, 6, vec![place("a", 1), place("a", 3), place("b", 1)])]
        );
        assert_eq!(rejected.total(), 7);
    }
}
