//! Feature `serde`: values as their own texts, rows as flat records, and nothing through a float.

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use ustap::records::{LimitRecord, LineRecord, PaymentRecord, RegisterRecord, RejectRecord};
use ustap::{Batch, Day, Iin, Language, Law, Month, Operation, OverLimit, Payment, Rate, Reject, Tenge, TengeSum};

fn written(records: impl IntoIterator<Item = impl Serialize>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    records.into_iter().for_each(|record| writer.serialize(record).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn read<T: DeserializeOwned>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn expected(name: &str) -> String {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/august-2026/expected");
    fs::read_to_string(dir.join(name)).unwrap()
}

/// What the program has written is read into records, and `csv` writes the same bytes of them; JSON keeps them too.
#[test]
fn files_of_the_example_come_back_byte_by_byte() {
    fn same<T: Serialize + DeserializeOwned + PartialEq + Debug>(name: &str) {
        let text = expected(name);
        let records: Vec<T> = read(&text);
        assert!(records.len() > 2, "{name}");
        assert_eq!(written(&records), text, "{name}");
        let json = serde_json::to_string(&records).unwrap();
        assert_eq!(serde_json::from_str::<Vec<T>>(&json).unwrap(), records, "{name}");
    }
    same::<RegisterRecord>("register.csv");
    same::<LimitRecord>("limits.csv");
    same::<LineRecord>("lines.csv");
    same::<PaymentRecord>("payments.csv");
    same::<RejectRecord>("rejects.csv");
}

#[cfg(feature = "cli")]
#[derive(Serialize)]
struct OperationRow<'a> {
    operation_id: &'a str,
    iin: Iin,
    settled_on: Day,
    corrects_on: Option<Day>,
    income: Tenge,
}

#[cfg(feature = "cli")]
fn operations() -> String {
    let lines: Vec<LineRecord> = read(&expected("lines.csv"));
    written(lines.iter().map(|line| OperationRow {
        operation_id: &line.operation_id,
        iin: line.iin,
        settled_on: line.settled_on,
        corrects_on: Some(line.effective_on).filter(|&day| day != line.settled_on),
        income: line.income,
    }))
}

/// Operations are read with their texts borrowed, and the records of what comes out are what the program writes.
#[cfg(feature = "cli")]
#[test]
fn records_of_a_batch_are_the_programs_bytes() {
    let (law, text) = (Law::current().unwrap(), operations());
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let operations: Vec<Operation<'_>> = rows.iter().map(|row| row.deserialize(Some(&headers)).unwrap()).collect();
    let exempt = |iin: &str, category: &str| ustap::Exemption {
        iin: iin.parse().unwrap(),
        category: law.category_id(category).unwrap(),
        days: (None, None),
    };
    let exemptions = [exempt("610220900100", "pension-age"), exempt("750611900104", "early-pension-age")];
    let result = Batch::new(&law).lines(true).exemptions(exemptions).run(operations).unwrap();

    let place = crate::program::Place::new();
    place.write("operations.csv", text.as_str());
    place.write("exemptions.csv", "iin,category\n610220900100,pension-age\n750611900104,early-pension-age\n");
    place.ustap_ends(0, &["calculate", "operations.csv", "--exemptions", "exemptions.csv", "--lines", "--out", "out"]);
    assert!(result.register.len() > 20 && result.register.iter().any(|row| row.notes(&law).contains(":exempt=")));
    assert_eq!(written(result.register.iter().map(|row| row.record(&law))), place.read("out/register.csv"));
    assert_eq!(written(result.limits.iter().map(|row| row.record())), place.read("out/limits.csv"));
    assert_eq!(written(result.lines.iter().map(|line| line.record(&law))), place.read("out/lines.csv"));
    assert_eq!(written(result.summary.payments.iter().map(|row| row.record())), place.read("out/payments.csv"));
}

/// A hand's check that needs no program: 1 000 000 is above the cap of СО, 7 МЗП = 595 000, of which 1 % are 5 950; ОПВ,
/// ОПВР and ВОСМС take 1 % of the whole, 10 000 each: 35 950.
#[test]
fn a_record_has_a_field_for_each_column() {
    let law = Law::current().unwrap();
    let text = "operation_id,iin,settled_on,corrects_on,income\nop-1,900101300017,05.08.2026,,\"1 000 000,00\"\n";
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let row = reader.records().next().unwrap().unwrap();
    let operation: Operation<'_> = row.deserialize(Some(&headers)).unwrap();
    let result = Batch::new(&law).run([operation]).unwrap();
    assert_eq!(
        written(result.register.iter().map(|row| row.record(&law))),
        "iin,period,regime,operations,income,ipn_base,ipn,opv_exempt,opv_base,opv,opvr_exempt,opvr_base,opvr,so_exempt,\
         so_base,so,vosms_exempt,vosms_base,vosms,withheld,notes\n\
         900101300017,2026-08,self-employed,1,1000000.00,1000000.00,0.00,0.00,1000000.00,10000.00,0.00,1000000.00,\
         10000.00,0.00,595000.00,5950.00,0.00,1000000.00,10000.00,35950.00,ipn:zero-rate|so:capped\n"
    );
    let reject = written([RejectRecord::new("typed", 7, Reject::Duplicate)]);
    assert_eq!(
        reject.lines().nth(1).unwrap(),
        "typed,7,duplicate,,,An equal row with this operation id stands earlier and this one is not counted."
    );
    let russian = written([RejectRecord::new("typed", 7, Reject::NoRegime).said_in(Language::Ru)]);
    assert_eq!(
        russian.lines().nth(1).unwrap(),
        "typed,7,no-regime,,,\"Исполнитель указан с режимами, но на день дохода ни один из них не действует.\""
    );
}

#[derive(Debug, Deserialize, PartialEq)]
pub struct Amount {
    income: Tenge,
}

/// Whatever stands around an amount and may ask for «any» value: `csv` guesses a number then, and a number is a float.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Guessed {
    Amount(Amount),
}

/// What serde makes of `flatten` has floats in it: the trap that is shown.
#[allow(clippy::disallowed_types)]
mod flattened {
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    pub struct Flattened {
        #[serde(flatten)]
        pub amount: super::Amount,
    }
}

use flattened::Flattened;

/// 2⁵³ tiyn and some: the nearest float is `90071992547409.94`.
#[test]
fn no_amount_passes_a_float() {
    for text in ["90071992547409.93", "-90071992547409.93", "92233720368547758.07", "0.285", "999999999999.99"] {
        let rows = format!("income\n{text}\n");
        let mut reader = csv::Reader::from_reader(rows.as_bytes());
        let row: Result<Amount, csv::Error> = reader.deserialize().next().unwrap();
        if text == "0.285" {
            assert!(row.is_err(), "more than two decimals are cut nowhere");
            continue;
        }
        assert_eq!(row.unwrap().income.to_string(), text);
        assert_eq!(serde_json::from_str::<Tenge>(&format!("\"{text}\"")).unwrap().to_string(), text);
        assert_eq!(serde_json::to_string(&text.parse::<TengeSum>().unwrap()).unwrap(), format!("\"{text}\""));
        // Where `csv` has guessed already, the number is refused rather than taken.
        let mut reader = csv::Reader::from_reader(rows.as_bytes());
        assert!(reader.deserialize::<Guessed>().next().unwrap().is_err(), "{text}");
        let mut reader = csv::Reader::from_reader(rows.as_bytes());
        assert!(reader.deserialize::<Flattened>().next().unwrap().is_err(), "{text}");
    }
    assert_eq!(read::<(TengeSum,)>("s\n123456789012345678.91\n")[0].0.to_string(), "123456789012345678.91");
}

/// What is no value is an error with the record and the line of `csv`, and with no person's number in full.
#[test]
fn a_slip_is_told_with_its_line() {
    let good = "a,900101300017,2026-08-05,,1.00\n";
    for (bad, reason) in [
        ("b,900101300017,2026-08-05,,1.005\n", "`1.005` is not an amount in tenge with at most two decimals"),
        ("b,900101300017,2026-08-05,,1e3\n", "`1e3` is not an amount in tenge with at most two decimals"),
        ("b,900101300018,2026-08-05,,1.00\n", "the ИИН or БИН `9001****0018` has a wrong check digit"),
        ("b,9001013000171,2026-08-05,,1.00\n", "the ИИН or БИН `9001****0171` is not 12 digits"),
        ("b,900101300017,2026-02-30,,1.00\n", "the calendar has no day `2026-02-30`"),
    ] {
        let text = format!("operation_id,iin,settled_on,corrects_on,income\n{good}{bad}");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headers = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(rows[0].deserialize::<Operation<'_>>(Some(&headers)).is_ok());
        let error = rows[1].deserialize::<Operation<'_>>(Some(&headers)).unwrap_err().to_string();
        assert!(error.contains("record 2 (line: 3,") && error.contains(reason), "{error}");
        assert!(!error.contains("90010130001"), "{error}");
    }
}

#[test]
fn a_value_is_a_text_and_no_number() {
    fn kept<T: Serialize + DeserializeOwned>(text: &str) {
        let value: T = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), text);
    }
    kept::<Tenge>("\"-0.05\"");
    kept::<TengeSum>("\"123456789012345678.91\"");
    kept::<Day>("\"2026-08-31\"");
    kept::<Month>("\"2026-08\"");
    kept::<Iin>("\"900101300017\"");
    kept::<Payment>("\"vosms\"");
    kept::<Rate>("\"0.035\"");
    kept::<OverLimit>("\"stop\"");
    kept::<Reject>("\"conflicting-duplicate\"");

    fn refused<T: DeserializeOwned>(number: &str) {
        let error = serde_json::from_str::<T>(number).err().unwrap().to_string();
        assert!(error.contains("expected a text"), "{error}");
    }
    refused::<Tenge>("1000.50");
    refused::<Tenge>("1000");
    refused::<TengeSum>("1");
    refused::<Day>("20260831");
    refused::<Month>("202608");
    refused::<Iin>("900101300017");
    refused::<Rate>("0.01");
    refused::<Payment>("0");
    refused::<OverLimit>("true");
    refused::<Reject>("null");
}
