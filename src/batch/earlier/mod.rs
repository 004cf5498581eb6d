//! What earlier runs have left behind: the operations that they counted, by partitions of their ids, and the months of
//! persons that these come to, in the order of the register.

mod codec;
mod months;
mod state;

pub(crate) use codec::write_operation;
#[cfg(feature = "cli")]
pub(crate) use codec::{REGIMES_MAX, write_month};
pub(crate) use months::{Crossings, EarlierMonths, Months};
#[cfg(feature = "cli")]
pub(crate) use state::Check;
pub(crate) use state::{Earlier, EarlierOperations, EarlierPartitions};

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::test_runner::Config;

    use super::*;
    use crate::batch::operation::OperationRef;
    use crate::law::{Categories, RegimeId};
    use crate::money::Tenge;
    use crate::payment::{Payment, PerPayment};
    use crate::period::{Day, Month};
    use crate::person::Iin;
    use crate::withholding::limit::Crossing;
    use crate::withholding::month::{EarlierMonth, EarlierRow, MonthRows};
    use crate::withholding::order::PersonMonthKey;
    use crate::withholding::row::{RegisterRow, RowRegime};
    use crate::withholding::tally::Tally;

    fn earlier(operations: &[u8], months: &[u8]) -> Earlier {
        Earlier::of_bytes(operations, months).unwrap()
    }

    /// An operation that owns its id, so that it can be compared.
    type Owned = (Vec<u8>, Iin, Day, Option<Day>, Tenge, RegimeId);

    /// The operations in these bytes, and whether they could all be read.
    fn read_operations(bytes: &[u8]) -> (Vec<Owned>, bool) {
        let earlier = earlier(bytes, &[]);
        let mut buffer = Vec::new();
        earlier.partitions().take(&mut buffer).unwrap();
        let mut operations = earlier.operations(&buffer);
        let mut read = Vec::new();
        loop {
            let next = operations.next().and_then(|next| next.map(|operation| operation.whole()).transpose());
            match next {
                Ok(Some((OperationRef { id, iin, settled_on, corrects_on, income }, regime))) => {
                    read.push((id.to_vec(), iin, settled_on, corrects_on, income, regime));
                }
                Ok(None) => return (read, true),
                Err(error) => {
                    assert_eq!(error.to_string(), "state/operations.bin: is no state of an earlier run");
                    return (read, false);
                }
            }
        }
    }

    /// The months in these bytes, of which the index says that there are so many, and whether they could all be read.
    fn read_months(bytes: &[u8], said: u64) -> (Vec<EarlierMonth>, bool) {
        let earlier = earlier(&[], bytes);
        let mut months = earlier.months_between(0, said);
        let mut read = Vec::new();
        loop {
            match months.take() {
                Ok(Some(month)) => read.push(month),
                Ok(None) => return (read, true),
                Err(_) => return (read, false),
            }
        }
    }

    fn day() -> impl Strategy<Value = Day> {
        prop_oneof![
            Just(Day::MIN),
            Just(Day::MAX),
            (Day::MIN.number()..=Day::MAX.number()).prop_map(|number| Day::from_number(number).unwrap()),
        ]
    }

    fn iin() -> impl Strategy<Value = Iin> {
        prop_oneof![Just(99_999_999_999), Just(0), 0..100_000_000_000_u64]
            .prop_filter_map("no such number is issued", Iin::from_first_eleven)
    }

    fn tiyn() -> impl Strategy<Value = i64> {
        prop_oneof![Just(0), Just(-1), Just(i64::MAX), Just(i64::MIN), -99_999_999_999_999..=99_999_999_999_999_i64]
    }

    fn operation() -> impl Strategy<Value = Owned> {
        let id = prop_oneof![vec(any::<u8>(), 1..=64), Just(vec![0xff; 64]), Just(vec![0])];
        (id, iin(), day(), option::of(day()), tiyn(), 0..REGIMES_MAX as u8).prop_map(
            |(id, iin, one, other, tiyn, regime)| {
                // What is corrected is not after the settlement.
                let (settled_on, corrects_on) = (other.map_or(one, |day| day.max(one)), other.map(|day| day.min(one)));
                (id, iin, settled_on, corrects_on, Tenge::from_tiyn(tiyn), RegimeId(regime))
            },
        )
    }

    /// A row with an operation of this month that exceeds the limit, if one does.
    type Row = (u8, Tally, Option<Crossing>);

    fn row(month: Month) -> impl Strategy<Value = Row> {
        let side = || prop_oneof![Just(0), Just(i64::MAX), 0..=99_999_999_999_999_i64];
        let exempt = option::of((1..=u64::MAX, tiyn(), any::<u64>()));
        let tally = (1..=u64::MAX, (side(), side()), vec(exempt, Payment::ALL.len()));
        let days: Vec<Day> = month.days().collect();
        let crossing = option::of((0..days.len(), "[ -~А-ӿ]{1,32}"));
        (0..REGIMES_MAX as u8, tally, crossing).prop_map(move |(regime, (operations, sides, exempt), crossing)| {
            let part = |payment: Payment| exempt[payment as usize].unwrap_or_default();
            // What is exempt is a part of the whole.
            let exempt = PerPayment::from_fn(|payment| {
                let (of_exempt, income, categories) = part(payment);
                (of_exempt.min(operations), income.clamp(-sides.1, sides.0), Categories(categories))
            });
            let tally = Tally::from_parts(operations, sides, exempt).unwrap();
            (regime, tally, crossing.map(|(day, by)| Crossing { on: days[day], by }))
        })
    }

    fn months() -> impl Strategy<Value = Vec<MonthRows>> {
        let rows = |day: Day| (Just(day.month()), iin(), vec(row(day.month()), 1..4));
        let month = day().prop_flat_map(rows).prop_map(|(period, iin, mut rows)| {
            rows.sort_by_key(|(regime, ..)| *regime);
            rows.dedup_by_key(|(regime, ..)| *regime);
            let crossings =
                rows.iter().filter_map(|(regime, _, crossing)| Some((RegimeId(*regime), crossing.clone()?)));
            let register_row = |(number, (regime, tally, _)): (usize, &Row)| {
                // Both kinds are kept alike.
                let of = [RowRegime::Withheld, RowRegime::OutOfScope][number % 2];
                RegisterRow::new((iin, period), of(RegimeId(*regime)), None, *tally).unwrap()
            };
            MonthRows {
                iin,
                period,
                crossings: crossings.collect(),
                rows: rows.iter().enumerate().map(register_row).collect(),
                limits: Vec::new(),
            }
        });
        let key = |month: &MonthRows| PersonMonthKey::new(month.period, month.iin);
        vec(month, 0..6).prop_map(move |mut months| {
            months.sort_by_key(key);
            months.dedup_by_key(|month| key(month));
            months
        })
    }

    /// What is to come back of a month.
    fn expected(month: &MonthRows) -> EarlierMonth {
        let regime = |row: &RegisterRow| match row.regime {
            RowRegime::Withheld(regime) | RowRegime::OutOfScope(regime) => regime,
            RowRegime::OverLimit => panic!("none is made"),
        };
        EarlierMonth {
            key: PersonMonthKey::new(month.period, month.iin),
            rows: month.rows.iter().map(|row| EarlierRow { regime: regime(row), tally: row.tally }).collect(),
            crossings: month.crossings.clone(),
        }
    }

    proptest! {
        // Every length of every case is read once.
        #![proptest_config(Config { cases: 48, failure_persistence: None, ..Config::default() })]

        #[test]
        fn operations_come_back_and_a_part_of_one_is_an_error(operations in vec(operation(), 0..6)) {
            let mut bytes = Vec::new();
            let mut ends = vec![0];
            for (id, iin, settled_on, corrects_on, income, regime) in &operations {
                let (settled_on, corrects_on) = (*settled_on, *corrects_on);
                let operation = OperationRef { id, iin: *iin, settled_on, corrects_on, income: *income };
                write_operation(&operation, *regime, &mut bytes);
                ends.push(bytes.len());
            }
            for length in 0..=bytes.len() {
                let whole = ends.iter().filter(|&&end| end <= length).count() - 1;
                let (read, is_whole) = read_operations(&bytes[..length]);
                prop_assert_eq!(&read[..], &operations[..whole]);
                prop_assert_eq!(is_whole, ends.contains(&length));
            }
        }

        #[test]
        fn months_come_back_and_a_part_of_one_is_an_error(months in months()) {
            let mut bytes = Vec::new();
            let mut ends = vec![0];
            for month in &months {
                // Row by row, because a month is whole behind any of its rows.
                for row in &month.rows {
                    let row = MonthRows { rows: vec![row.clone()], ..month.clone() };
                    write_month(&row, &mut bytes);
                    ends.push(bytes.len());
                }
            }
            let said = bytes.len() as u64;
            let (read, is_whole) = read_months(&bytes, said);
            prop_assert!(is_whole);
            prop_assert_eq!(read, months.iter().map(expected).collect::<Vec<_>>());
            for length in 0..bytes.len() {
                let (read, is_whole) = read_months(&bytes[..length], length as u64);
                prop_assert_eq!(is_whole, ends.contains(&length));
                prop_assert!(read.len() <= months.len());
                // What stands behind the part is not looked at.
                prop_assert_eq!(read_months(&bytes, length as u64), (read, is_whole));
                // A file that has become shorter since its size was taken.
                prop_assert!(!read_months(&bytes[..length], said).1);
            }
        }

        #[test]
        fn no_bytes_are_the_end_of_the_program(bytes in vec(any::<u8>(), 0..200)) {
            read_operations(&bytes);
            read_months(&bytes, bytes.len() as u64);
        }
    }

    /// A correction is of the month that it corrects, the last day of a month of that month.
    #[test]
    fn operations_of_months_that_are_closed_are_left_out_wherever_they_stand() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let iin: Iin = "900101300017".parse().unwrap();
        let mut bytes = Vec::new();
        for (id, settled_on, corrects_on) in [
            ("august", "2026-08-31", None),
            ("september", "2026-09-01", None),
            ("correction", "2026-09-30", Some("2026-08-31")),
            ("of-september", "2026-10-01", Some("2026-09-01")),
            ("july", "2026-07-01", None),
            ("october", "2026-10-31", None),
        ] {
            let (settled_on, corrects_on) = (day(settled_on), corrects_on.map(day));
            let operation = OperationRef { id: id.as_bytes(), iin, settled_on, corrects_on, income: Tenge::ZERO };
            write_operation(&operation, RegimeId(0), &mut bytes);
        }
        // A partition of its own for the first operation: 1 + 8 + 1 bytes and the six of its id.
        let ends = [0, 16, bytes.len() as u64];
        let kept = |closes_more| {
            let mut earlier = earlier(&bytes, &[]);
            earlier.partitions = ends.to_vec();
            (earlier.closed, earlier.closes_more) = (Month::from_ym(2026, 8), closes_more);
            let mut buffer = Vec::new();
            let partitions = earlier.partitions();
            let mut next = || {
                let number = partitions.take(&mut buffer).unwrap();
                earlier.leave_out_closed(&mut buffer).unwrap();
                (number, buffer.is_empty())
            };
            assert_eq!([next(), next()], [(Some(0), closes_more), (Some(1), false)]);
            let mut operations = earlier.operations(&buffer);
            let next = || operations.next().unwrap().map(|operation| operation.id.to_vec());
            std::iter::from_fn(next).map(|id| String::from_utf8(id).unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(kept(true), ["september", "of-september", "october"]);
        // Where the state has nothing of closed months it is not gone through.
        assert_eq!(kept(false).len(), 5);
    }

    /// At most the bytes of its id and 16 more.
    #[test]
    fn an_operation_is_kept_in_few_bytes() {
        let iin = "900101300017".parse().unwrap();
        let settled_on = Month::from_ym(2026, 8).unwrap().last_day();
        let bytes = |tiyn: i64, corrects_on| {
            let income = Tenge::from_tiyn(tiyn);
            let mut bytes = Vec::new();
            write_operation(&OperationRef { id: b"id", iin, settled_on, corrects_on, income }, RegimeId(0), &mut bytes);
            bytes.len()
        };
        // 1 + 8, the id 2. The sign and 47 bits of the largest income are 7 bytes of seven bits.
        assert_eq!(bytes(-99_999_999_999_999, None), 9 + 2 + 7);
        // The sign and 30 bits of ten million are 5 bytes, thirty days 1.
        assert_eq!(bytes(1_000_000_000, Some(settled_on.month().first_day())), 9 + 2 + 5 + 1);
    }
}
