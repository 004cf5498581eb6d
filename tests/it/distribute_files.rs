//! `ustap distribute` on files: every row of the table of point 15 by hand, the three forms in which what was paid comes,
//! what is rejected, and paying again until nothing is owed.

use crate::program::{Place, Run, rows};

const A: &str = "871120900221";
const B: &str = "900101300017";
const C: &str = "900101300811";
const D: &str = "930515900150";
const KGD: &str = "iin,period,ipn,opv,opvr,so,vosms";
const PAID: &str = "iin,period,knp,amount";
const RATED: &str = "iin,period,knp,amount,rate,surname,given_name";
const DISTRIBUTION: &str = "iin,period,payment,fund,computed,paid,distributed,returned,owed,reasons";
const RETURNS: &str = "iin,period,payment,amount,reason,provision,file,line";
const SUMMARY: &str = "period,payment,fund,persons,computed,paid,distributed,returned,owed";

fn file(header: &str, rows: &[&str]) -> String {
    [&[header], rows, &[""]].concat().join("\n")
}

/// Distributes what was paid by these rows against these sums.
fn distribute(place: &Place, (header, rows): (&str, &[&str]), kgd: &[&str], more: &[&str]) -> Run {
    place.write("paid.csv", file(header, rows));
    place.write("kgd.csv", file(KGD, kgd));
    if place.exists("out") {
        std::fs::remove_dir_all(place.path("out")).unwrap();
    }
    let run = place.ustap(&[&["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "out"], more].concat());
    if run.status != Some(2) {
        place.ustap_ends(0, &["verify", "out"]);
    }
    run
}

#[track_caller]
fn assert_files(place: &Place, distribution: &[&str], returns: &[&str]) {
    assert_eq!(place.read("out/distribution.csv"), file(DISTRIBUTION, distribution));
    assert_eq!(place.read("out/returns.csv"), file(RETURNS, returns));
}

/// Point 15, row by row. Per person 1 000.00 of ОПВ is computed, but for C, of whom ЦС КГД has 0.00, and D, of whom it has
/// nothing; D is of pension age, so that he owes no ОПВ on any day of the month.
#[test]
fn each_row_of_the_table() {
    let place = Place::new();
    place.write("exempt.csv", file("iin,category,valid_from,valid_to", &[&format!("{D},pension-age,2026-08-01,")]));
    let kgd = [
        format!("{B},2026-08,0,1000,1000,1000,1000"),
        format!("{A},2026-08,0,1000,1000.00,1000,0"),
        format!("{C},2026-08,0,0,0,0,0"),
    ];
    let paid = [
        // Equal; too little by a tiyn; too much by 10.00 in two rows, of which the first is told; nothing at all for ВОСМС.
        format!("{B},2026-08,010,1000"),
        format!("{B},2026-08,089,999.99"),
        format!("{B},2026-08,012,400"),
        format!("{B},2026-08,012,610"),
        // 15(4) of a sum of zero, of a zero of another person, of nobody; 15(1) of the exempt.
        format!("{A},2026-08,122,5"),
        format!("{C},2026-08,010,300"),
        format!("{D},2026-08,010,20"),
        format!("{D},2026-08,012,7"),
    ];
    let paid: Vec<&str> = paid.iter().map(String::as_str).collect();
    let kgd: Vec<&str> = kgd.iter().map(String::as_str).collect();
    let run = distribute(&place, (PAID, &paid), &kgd, &["--exemptions", "exempt.csv"]);
    assert_eq!(run.status, Some(1), "{}{}", run.stdout, run.stderr);
    let rules = |points: &str| format!("\"Order No. 392, Rules, {points}\"");
    let point = |number: &str| format!("\"Order No. 392, Rules, point {number}\"");
    assert_files(
        &place,
        &[
            &format!("{A},2026-08,opv,enpf,1000.00,0.00,0.00,0.00,1000.00,unpaid"),
            &format!("{A},2026-08,opvr,enpf,1000.00,0.00,0.00,0.00,1000.00,unpaid"),
            &format!("{A},2026-08,so,gfss,1000.00,0.00,0.00,0.00,1000.00,unpaid"),
            &format!("{A},2026-08,vosms,fsms,0.00,5.00,0.00,5.00,0.00,not-computed"),
            &format!("{B},2026-08,opv,enpf,1000.00,1000.00,1000.00,0.00,0.00,matches"),
            &format!("{B},2026-08,opvr,enpf,1000.00,999.99,0.00,999.99,1000.00,less-than-computed"),
            &format!("{B},2026-08,so,gfss,1000.00,1010.00,1000.00,10.00,0.00,more-than-computed"),
            &format!("{B},2026-08,vosms,fsms,1000.00,0.00,0.00,0.00,1000.00,unpaid"),
            &format!("{C},2026-08,opv,enpf,0.00,300.00,0.00,300.00,0.00,not-computed"),
            &format!("{D},2026-08,opv,enpf,0.00,20.00,0.00,20.00,0.00,exempt"),
            &format!("{D},2026-08,so,gfss,0.00,7.00,0.00,7.00,0.00,exempt"),
        ],
        &[
            &format!("{B},2026-08,opvr,999.99,less-than-computed,{},paid.csv,3", point("15(2)")),
            &format!("{B},2026-08,so,10.00,more-than-computed,{},paid.csv,4", point("15(3)")),
            &format!("{A},2026-08,vosms,5.00,not-computed,{},paid.csv,6", point("15(4)")),
            &format!("{C},2026-08,opv,300.00,not-computed,{},paid.csv,7", point("15(4)")),
            &format!("{D},2026-08,opv,20.00,exempt,{},paid.csv,8", rules("points 15(1), 7")),
            &format!("{D},2026-08,so,7.00,exempt,{},paid.csv,9", rules("points 15(1), 7")),
        ],
    );
    // ОПВ: A, B, C, D; 2 000 computed, 1 000 + 300 + 20 paid. ОПВР and СО and ВОСМС likewise.
    assert_eq!(
        place.read("out/summary.csv"),
        file(
            SUMMARY,
            &[
                "2026-08,opv,enpf,4,2000.00,1320.00,1000.00,320.00,1000.00",
                "2026-08,opvr,enpf,2,2000.00,999.99,0.00,999.99,2000.00",
                "2026-08,so,gfss,3,2000.00,1017.00,1000.00,17.00,1000.00",
                "2026-08,vosms,fsms,2,1000.00,5.00,0.00,5.00,1000.00",
            ]
        )
    );
    // 1 320 + 999.99 + 1 017 + 5; 320 + 999.99 + 17 + 5; 7 000 computed of which 2 000 came.
    assert!(run.stdout.contains("paid 3341.99 = distributed 2000.00 + returned 1341.99\n"), "{}", run.stdout);
    assert!(run.stdout.contains("computed 7000.00 = distributed 2000.00 + owed 5000.00\n"), "{}", run.stdout);
    assert!(run.stdout.contains("still owed 5000.00"), "{}", run.stdout);
    assert!(!run.stdout.contains(B), "no whole ИИН on a terminal");
}

#[test]
fn what_matches_is_clean() {
    let place = Place::new();
    let run = distribute(&place, (PAID, &[&format!("{A},2026-08,010,5")]), &[&format!("{A},2026-08,9,5,0,0,0")], &[]);
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    assert_eq!(place.read("out/rejects.csv").lines().count(), 1);
    assert_eq!(place.names().iter().filter(|name| name.starts_with("out/")).count(), 7, "{:?}", place.names());
}

/// Point 11: without the right rate everything comes back; and 15(1) goes before it.
#[test]
fn rates_and_details() {
    let place = Place::new();
    let kgd = [format!("{A},2026-08,0,10,0,0,0"), format!("{B},2026-08,0,10,0,0,0"), format!("{C},2026-08,0,10,0,0,0")];
    let kgd: Vec<&str> = kgd.iter().map(String::as_str).collect();
    let paid = [
        format!("{A},2026-08,010,10,,Ли,Ян"),
        format!("{B},2026-08,010,10,2%,Ли,Ян"),
        format!("{C},2026-08,010,4,\"1,0 %\",Ли,Ян"),
        format!("{C},2026-08,010,6,1,Ли,Ян"),
        format!("{C},2026-08,010,1,1%,,Ян"),
        format!("{C},2026-08,010,2,,Ли, "),
        // The check digit; eleven digits; a КНП of nothing.
        "900101300018,2026-08,010,3,1%,Ли,Ян".to_owned(),
        "90010130001,2026-08,012,4,1%,Ли,Ян".to_owned(),
        format!("{C},2026-08,11,5,1%,Ли,Ян"),
    ];
    let paid: Vec<&str> = paid.iter().map(String::as_str).collect();
    let run = distribute(&place, (RATED, &paid), &kgd, &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let point = |number: &str| format!("\"Order No. 392, Rules, point {number}\"");
    let (of_rate, of_details) = (point("11"), point("15(1)"));
    assert_files(
        &place,
        &[
            &format!("{A},2026-08,opv,enpf,10.00,10.00,0.00,10.00,10.00,rate-missing"),
            &format!("{B},2026-08,opv,enpf,10.00,10.00,0.00,10.00,10.00,rate-differs"),
            &format!("{C},2026-08,opv,enpf,10.00,13.00,10.00,3.00,0.00,details|matches"),
        ],
        &[
            &format!("{A},2026-08,opv,10.00,rate-missing,{of_rate},paid.csv,2"),
            &format!("{B},2026-08,opv,10.00,rate-differs,{of_rate},paid.csv,3"),
            &format!("{C},2026-08,opv,1.00,details,{of_details},paid.csv,6"),
            &format!("{C},2026-08,opv,2.00,details,{of_details},paid.csv,7"),
            &format!("900101300018,2026-08,opv,3.00,details,{of_details},paid.csv,8"),
            &format!("90010130001,2026-08,so,4.00,details,{of_details},paid.csv,9"),
            &format!("{C},2026-08,,5.00,details,{of_details},paid.csv,10"),
        ],
    );
    // What is of no payment stands first, without a fund; whose ИИН is wrong is no person.
    assert_eq!(
        place.read("out/summary.csv"),
        file(
            SUMMARY,
            &[
                "2026-08,,,1,0.00,5.00,0.00,5.00,0.00",
                "2026-08,opv,enpf,3,30.00,36.00,10.00,26.00,20.00",
                "2026-08,so,gfss,0,0.00,4.00,0.00,4.00,0.00",
            ]
        )
    );
    // The rate of 2024 is that of its month.
    let run = distribute(
        &place,
        (&RATED.replace(",surname,given_name", ""), &[&format!("{A},2025-06,010,10,10")]),
        &[&format!("{A},2025-06,0,10,0,0,0")],
        &[],
    );
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
}

/// The codes in the order in which a row is judged; what takes no part is in no sum.
#[test]
fn rows_that_are_rejected() {
    let place = Place::new();
    let paid = [
        format!("{A},2026-08,010"),
        format!("{A},2026-8,911,x"),
        format!("{A},2026-08,911,x"),
        format!("{A},2026-08,019,1"),
        format!("{A},2026-08,010,0"),
        format!("{A},2026-08,010,-1"),
        format!("{A},2026-08,010,1000000000000"),
        format!("{A},2026-08,010,-1000000000000"),
        format!("{A},2026-08,010,1.234"),
        format!("{A},2026-08,010,5"),
    ];
    let paid: Vec<&str> = paid.iter().map(String::as_str).collect();
    let kgd = [
        format!("{A},2026-08,x,5,0,0,0"),
        "900101300018,2026-08,0,5,0,0,0".to_owned(),
        "9001,2026-08,0,5,0,0,0".to_owned(),
        format!("{B},2026-08,0,-5,0,0,0"),
        format!("{B},2026-13,0,5,0,0,0"),
        format!("{A} ,2026-08,0,6,0,0,0"),
        format!("{B},2026-08,0,1000000000000,0,0,0"),
    ];
    let kgd: Vec<&str> = kgd.iter().map(String::as_str).collect();
    place.write(
        "exempt.csv",
        file("iin,category,valid_from", &[&format!("{A},nothing,"), &format!("{A},pension-age,x")]),
    );
    let run = distribute(&place, (PAID, &paid), &kgd, &["--exemptions", "exempt.csv"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    let rejects = place.read("out/rejects.csv");
    let told: Vec<String> =
        rejects.lines().skip(1).map(|row| row.split(',').take(4).collect::<Vec<_>>().join(",")).collect();
    assert_eq!(
        told,
        [
            "paid.csv,2,malformed-row,",
            "paid.csv,3,period,period",
            "paid.csv,4,knp,knp",
            "paid.csv,5,knp,knp",
            "paid.csv,6,amount,amount",
            "paid.csv,7,amount,amount",
            "paid.csv,8,amount-range,amount",
            "paid.csv,9,amount,amount",
            "paid.csv,10,amount,amount",
            "kgd.csv,3,iin-check-digit,iin",
            "kgd.csv,4,iin,iin",
            "kgd.csv,5,amount,opv",
            "kgd.csv,6,period,period",
            "kgd.csv,7,repeated,iin",
            "kgd.csv,8,amount-range,opv",
            "exempt.csv,2,category,category",
            "exempt.csv,3,date,valid_from",
        ]
    );
    assert!(rejects.contains(&format!("kgd.csv,7,repeated,iin,{A} ,")), "{rejects}");
    assert!(rejects.contains("kgd.csv:2 counts") && rejects.contains("give the newest alone"), "{rejects}");
    // ИПН is not looked at: `x` stands there in the row that counts.
    assert_files(&place, &[&format!("{A},2026-08,opv,enpf,5.00,5.00,5.00,0.00,0.00,matches")], &[]);
    assert!(run.stdout.contains("paid 5.00 = distributed 5.00 + returned 0.00"), "{}", run.stdout);
}

const MT102: &str = "{1:F01K054700000000001000001}
{2:I102SGROSS000000U3003}
{4:
:20:REF0000001
:50:/D/KZ86125KZT5004100100
/NAME/ТОО ОПЕРАТОР
/IDN/210390000016
/CHIEF/СЕРИКОВ С.
/MAINBK/АХМЕТОВА А.
/IRS/1
/SECO/7
:52B:TSESKZKA
:57B:GCVPKZ2A
:59:KZ12009NPS0413609816
/NAME/НАО Государственная корпорация Правительство для граждан
/IDN/160440007161
/IRS/1
/SECO/1
:70:/NUM/15
/DATE/260925
/VO/01
/SEND/07
/KNP/010
/PSO/01
/PRT/05
/ASSIGN/ОПВ за август 2026 г., ставка
1%
:21:1
:32B:KZT1000,00
:70:/OPV/C
/FM/ИВАНОВ
/NM/ИВАН
/DT/19900101
/IDN/900101300017
/PERIOD/082026
:21:2
:32B:KZT999,99
:70:/OPV/C
/FM/ЛИ
/NM/ЯН
/FT/
/IDN/900101300811
/PERIOD/082026
:32A:260925KZT1999,99
-}
";

#[test]
fn an_mt102_file() {
    let place = Place::new();
    place.write("kgd.csv", file(KGD, &[&format!("{B},2026-08,0,1000,0,0,0"), &format!("{C},2026-08,0,1000,0,0,0")]));
    let distribute = |text: &str, bytes: &[u8], more: &[&str]| {
        place.write("opv.txt", if bytes.is_empty() { text.as_bytes() } else { bytes });
        if place.exists("out") {
            std::fs::remove_dir_all(place.path("out")).unwrap();
        }
        place.ustap(&[&["distribute", "--paid", "opv.txt", "--kgd", "kgd.csv", "--out", "out"], more].concat())
    };
    let rows = [
        format!("{B},2026-08,opv,enpf,1000.00,1000.00,1000.00,0.00,0.00,matches"),
        format!("{C},2026-08,opv,enpf,1000.00,999.99,0.00,999.99,1000.00,less-than-computed"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let point = |number: &str| format!("\"Order No. 392, Rules, point {number}\"");
    let returned = format!("{C},2026-08,opv,999.99,less-than-computed,{},opv.txt,36", point("15(2)"));
    // As it stands, with the line ends of banks, with a byte order mark.
    for text in [MT102.to_owned(), MT102.replace('\n', "\r\n"), format!("\u{feff}{MT102}")] {
        let run = distribute(&text, b"", &[]);
        assert_eq!(run.status, Some(1), "{}{}", run.stdout, run.stderr);
        assert_files(&place, &rows, &[&returned]);
        assert!(!run.stdout.contains("not read in") && !run.stdout.contains("told:"), "{}", run.stdout);
    }
    // A byte order mark outranks what is said of the other files.
    let marked = format!("\u{feff}{MT102}");
    assert_eq!(distribute(&marked, b"", &["--encoding", "windows-1251"]).status, Some(1));
    assert_files(&place, &rows, &[&returned]);
    let run = distribute(MT102, b"", &["--encoding", "windows-1251"]);
    let hint =
        "try --encoding utf-8; where other files are in another encoding, save this one in utf-8 with a byte order";
    assert!(run.status == Some(2) && run.stderr.contains(hint), "{}", run.stderr);
    let (windows, ..) = encoding_rs::WINDOWS_1251.encode(MT102);
    assert_eq!(distribute("", &windows, &["--encoding", "windows-1251"]).status, Some(1));
    assert_files(&place, &rows, &[&returned]);
    let run = distribute("", &windows, &[]);
    assert_eq!(run.status, Some(2));
    let hint = "try --encoding windows-1251, or kz-1048 where there are Kazakh letters";
    assert!(run.stderr.contains("opv.txt:6:") && run.stderr.contains(hint), "{}", run.stderr);
    assert!(!place.exists("out"));
    // A comma stands behind whole amounts too: 2 000 in all, of which 1 000 is C's.
    distribute(&MT102.replace("KZT999,99", "KZT1000,").replace("KZT1999,99", "KZT2000,"), b"", &[]);
    let whole = format!("{C},2026-08,opv,enpf,1000.00,1000.00,1000.00,0.00,0.00,matches");
    assert_files(&place, &[rows[0], &whole], &[]);
    // A tag that stands twice in the header would hide the first of both.
    for (tag, twice) in [("KNP", "/KNP/010\n/KNP/089\n"), ("ASSIGN", "/ASSIGN/ставка 5%\n/KNP/010\n")] {
        let run = distribute(&MT102.replace("/KNP/010\n", twice), b"", &[]);
        assert_eq!(run.status, Some(2), "{}", run.stdout);
        assert!(run.stderr.contains(&format!("`{tag}` stands twice in the header")), "{}", run.stderr);
    }
    // What is not read is named: a tag by itself, a line without one by its number, since it may be a name's; twenty of
    // them at most.
    let unread: String = (1..=25).map(|line| format!("Тайный {line}\n")).collect();
    let run = distribute(&MT102.replace("/FM/ЛИ\n", &format!("/FM/ЛИ\n/RNN/1\n/Тайный/1\n/RNN/2\n{unread}")), b"", &[]);
    let line = MT102.lines().position(|line| line == "/FM/ЛИ").unwrap() + 1;
    let lines: Vec<String> = (line + 4..line + 22).map(|line| format!("line {line}")).collect();
    let named = format!("not read in opv.txt: /RNN/, line {}, {}, …\n", line + 2, lines.join(", "));
    assert!(run.stdout.contains(&named) && !run.stdout.contains("Тайный"), "{named}{}", run.stdout);
    // The purpose goes on over lines without end.
    let more = format!("/KNP/010\n/ASSIGN/{}", format!("{}\n", "a".repeat(1 << 10)).repeat(1 << 10));
    let run = distribute(&MT102.replace("/KNP/010\n", "").replace("/ASSIGN/", &more), b"", &[]);
    assert!(run.status == Some(2) && run.stderr.contains("the purpose is longer than 1 MiB"), "{}", run.stderr);
    // Its rate is the purpose's, and always looked for.
    for (rate, reason) in [("", "rate-missing"), (", ставка 10%", "rate-differs")] {
        distribute(&MT102.replace(", ставка\n1%", rate), b"", &[]);
        let distribution = place.read("out/distribution.csv");
        assert_eq!(distribution.matches(&format!(",{reason}\n")).count(), 2, "{distribution}");
    }
    // Without a given name; without an amount; with a month that is none.
    let run = distribute(
        &MT102.replace("/NM/ИВАН\n", "").replace("KZT999,99", "USD999,99").replace("KZT1999,99", "KZT1000,00"),
        b"",
        &[],
    );
    assert!(
        place
            .read("out/distribution.csv")
            .contains(&format!("{B},2026-08,opv,enpf,1000.00,1000.00,0.00,1000.00,1000.00,details"))
    );
    let rejects = place.read("out/rejects.csv");
    assert!(rejects.contains("opv.txt,35,amount,amount,\"USD999,99\","), "{rejects}\n{}", run.stdout);
    // A month that is none stands as it stood; `YYYYMM` is none, whatever it would be with its halves changed.
    let run = distribute(&MT102.replacen("/PERIOD/082026", "/PERIOD/202608", 1), b"", &[]);
    let rejects = place.read("out/rejects.csv");
    let why = "\"The value is not a month of the form MMYYYY, as 082026 is August 2026.\"";
    assert!(rejects.contains(&format!(",period,period,202608,{why}\n")), "{rejects}");
    assert!(run.stdout.contains("in an MT-102 as 082026"), "{}", run.stdout);
    // Rows that do not come to the sum of the file are told, not refused.
    let run = distribute(&MT102.replace("KZT1000,00", "KZT999,00"), b"", &[]);
    assert!(run.stdout.contains("told: opv.txt: :32A: states 1999,99 and its rows come to 1998.99"), "{}", run.stdout);
    // Of a text that is no sum no more is shown than elsewhere.
    let shown = format!("told: opv.txt: :32A: states 9001****0017 {}… and", "x".repeat(64 - 13));
    let run = distribute(&MT102.replace("KZT1999,99", &format!("KZT900101300017 {}", "x".repeat(99))), b"", &[]);
    assert!(run.stdout.contains(&shown), "{}", run.stdout);
    // What is not whole, or no MT-102 at all, is refused.
    for (text, said) in [
        (MT102.replace("-}\n", ""), "is not whole"),
        (format!("{}:32A:260925KZT0,00\n-}}\n", &MT102[..MT102.find(":21:").unwrap()]), "has no person"),
        (MT102.replace("/KNP/010\n", ""), "has no /KNP/"),
        (MT102.replace("/FM/ЛИ", "/FM/ЛИ\n/FM/КИМ"), "stands twice"),
        (format!("{MT102}{MT102}"), "behind the end"),
    ] {
        let run = distribute(&text, b"", &[]);
        assert_eq!(run.status, Some(2), "{said}");
        assert!(run.stderr.contains(said) && !place.exists("out"), "{}", run.stderr);
    }
}

/// A table in UTF-16 is read; a bank takes no MT-102 in it, so that it is somebody's editor who has saved it so.
#[test]
fn an_mt102_file_in_utf_16_is_named() {
    let place = Place::new();
    place.write("kgd.csv", "iin;period;ipn;opv;opvr;so;vosms\n");
    for (bytes_of, mark) in
        [(u16::to_le_bytes as fn(u16) -> [u8; 2], "\u{feff}"), (u16::to_be_bytes, "\u{feff}"), (u16::to_le_bytes, "")]
    {
        let text = format!("{mark}{{1:F01K054700000000001000001}}\n{{2:I102SGROSS000000U3003}}\n");
        place.write("opv.txt", text.encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>());
        let run = place.ustap_ends(2, &["distribute", "--paid", "opv.txt", "--kgd", "kgd.csv", "--out", "out"]);
        let told = "error: opv.txt: is an MT-102 file in UTF-16 [input]\nhint: save it in UTF-8\n";
        assert!(run.stderr.starts_with(told), "{}", run.stderr);
    }
}

/// A run, its lists, and what comes of them: A has 700 000.00, of which ОПВ, ОПВР and ВОСМС are 7 000.00 and СО 5 950.00
/// (7 МЗП); B has 50 000.00, of which each is 500.00.
fn place_with_lists() -> Place {
    let place = Place::new();
    place.calculate(&format!("1,{A},2026-08-05,700000,\n2,{B},2026-08-05,50000,\n"), &["--out", "run"]);
    let header = "iin,surname,given_name,patronymic,birth_date";
    let contractors = [format!("{A},Ахметова,Айгуль,,1987-11-20"), format!("{B},Иванов,Иван,,1990-01-01")];
    let contractors: Vec<&str> = contractors.iter().map(String::as_str).collect();
    place.write("contractors.csv", file(header, &contractors));
    place.write("payer.toml", PAYER);
    lists(&place, "csv", "lists");
    place.write(
        "kgd.csv",
        file(KGD, &[&format!("{A},2026-08,0,7000,7000,5950,7000"), &format!("{B},2026-08,0,500,500,500,400")]),
    );
    place
}

const PAYER: &str = "name = \"ТОО ОПЕРАТОР\"\nbin = \"210390000016\"\naccount = \"KZ86125KZT5004100100\"\n\
                     bik = \"TSESKZKA\"\nchief = \"СЕРИКОВ С.\"\naccountant = \"АХМЕТОВА А.\"\nnext_order = \"15\"\n";

fn lists(place: &Place, format: &str, out: &str) {
    let payment = if format == "mt102" { "opv" } else { "all" };
    let arguments =
        ["lists", "run", "--contractors", "contractors.csv", "--payment", payment, "--format", format, "--out", out];
    let more: &[&str] = if format == "mt102" { &["--payer", "payer.toml", "--date", "2026-09-24"] } else { &[] };
    let run = place.ustap(&[&arguments[..], more].concat());
    assert!(matches!(run.status, Some(0 | 1)), "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_directory_of_lists() {
    let place = place_with_lists();
    let arguments = ["distribute", "--paid", "lists", "--kgd", "kgd.csv", "--out", "out"];
    let run = place.ustap_ends(1, &arguments);
    let point = "\"Order No. 392, Rules, point 15(3)\"";
    assert_files(
        &place,
        &[
            &format!("{A},2026-08,opv,enpf,7000.00,7000.00,7000.00,0.00,0.00,matches"),
            &format!("{A},2026-08,opvr,enpf,7000.00,7000.00,7000.00,0.00,0.00,matches"),
            &format!("{A},2026-08,so,gfss,5950.00,5950.00,5950.00,0.00,0.00,matches"),
            &format!("{A},2026-08,vosms,fsms,7000.00,7000.00,7000.00,0.00,0.00,matches"),
            &format!("{B},2026-08,opv,enpf,500.00,500.00,500.00,0.00,0.00,matches"),
            &format!("{B},2026-08,opvr,enpf,500.00,500.00,500.00,0.00,0.00,matches"),
            &format!("{B},2026-08,so,gfss,500.00,500.00,500.00,0.00,0.00,matches"),
            &format!("{B},2026-08,vosms,fsms,400.00,500.00,400.00,100.00,0.00,more-than-computed"),
        ],
        &[&format!("{B},2026-08,vosms,100.00,more-than-computed,{point},vosms-2026-08.csv,3")],
    );
    assert!(!run.stdout.contains("not read in"), "{}", run.stdout);
    // The chain of receipts goes on: to the lists, and from there to the run.
    let receipt = |dir: &str| place.read(&format!("{dir}/receipt.sha256")).split(' ').next().unwrap().to_owned();
    let json: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    assert_eq!(json["previous"], serde_json::json!([receipt("lists")]));
    place.ustap_ends(0, &["verify", "out", "--chain", "lists", "run"]);
    // A list with its rate and names as a table of its own is the same.
    let list = place.path("lists/opv-2026-08.csv").display().to_string();
    place.ustap_ends(1, &["distribute", "--paid", &list, "--kgd", "kgd.csv", "--out", "of_list"]);
    // What was edited is refused.
    let edited = place.read("lists/so-2026-08.csv").replace("5950.00", "5951.00");
    place.write("lists/so-2026-08.csv", edited);
    std::fs::remove_dir_all(place.path("out")).unwrap();
    let run = place.ustap_ends(2, &arguments);
    assert!(run.stderr.contains("so-2026-08.csv: does not verify") && !place.exists("out"), "{}", run.stderr);
    // A file that is none of the directory's is the fault of the row that names it.
    let named = place.read("lists/lists.csv");
    let at = named.lines().position(|row| row.ends_with(",so-2026-08.csv")).unwrap() + 1;
    place.rewrite("lists", "lists.csv", named.replace(",so-2026-08.csv", ",so-2026-09.csv").as_bytes());
    let run = place.ustap_ends(2, &arguments);
    let said = format!("lists/lists.csv:{at}: `file` is `so-2026-09.csv`, and the receipt does not have that file");
    assert!(run.stderr.contains(&said) && run.stderr.contains("with `ustap lists`"), "{}", run.stderr);
}

#[test]
fn a_directory_of_mt102_lists_and_others() {
    let place = place_with_lists();
    lists(&place, "mt102", "orders");
    let run = place.ustap(&["distribute", "--paid", "orders", "--kgd", "kgd.csv", "--out", "out"]);
    assert_eq!(run.status, Some(1), "{}{}", run.stdout, run.stderr);
    // Whatever the purpose says of the rate, the rows are those of the lists.
    let distribution = place.read("out/distribution.csv");
    assert!(distribution.contains(&format!("{A},2026-08,opv,enpf,7000.00,7000.00,")), "{distribution}");
    // A workbook is not read back, nor the directory of another command.
    lists(&place, "xlsx", "book");
    for (dir, said) in [("book", "workbook"), ("run", "lists.csv"), ("out", "lists.csv")] {
        let run = place.ustap_ends(2, &["distribute", "--paid", dir, "--kgd", "kgd.csv", "--out", "none"]);
        assert!(run.stderr.contains(said) && run.stderr.contains("`ustap lists"), "{}", run.stderr);
        assert!(!place.exists("none"));
    }
}

/// What is still owed by a distribution, as a table of what is paid again.
fn owed(place: &Place, dir: &str) -> String {
    let knp = [("opv", "010"), ("opvr", "089"), ("so", "012"), ("vosms", "122")];
    let distribution = place.read(&format!("{dir}/distribution.csv"));
    let rows = distribution.lines().skip(1).map(|row| row.split(',').collect::<Vec<_>>());
    let rows = rows.filter(|row| row[8] != "0.00");
    let row = |row: Vec<&str>| {
        let (_, code) = knp.iter().find(|(payment, _)| *payment == row[2]).unwrap();
        format!("{},{},{code},{},1%\n", row[0], row[1], row[8])
    };
    format!("{PAID},rate\n{}", rows.map(row).collect::<String>())
}

#[test]
fn paying_again_until_nothing_is_owed() {
    let place = Place::new();
    let kgd = [format!("{A},2026-08,0,1000,0,800,0"), format!("{B},2026-08,0,500,0,0,0")];
    let kgd: Vec<&str> = kgd.iter().map(String::as_str).collect();
    // A: СО is a tenge short; B has no rate.
    let paid = [format!("{A},2026-08,010,1000,1%"), format!("{A},2026-08,012,799,1%"), format!("{B},2026-08,010,500,")];
    let paid: Vec<&str> = paid.iter().map(String::as_str).collect();
    let header = format!("{PAID},rate");
    let run = distribute(&place, (&header, &paid), &kgd, &[]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    std::fs::rename(place.path("out"), place.path("first")).unwrap();
    let again = owed(&place, "first");
    assert_eq!(again, format!("{header}\n{A},2026-08,012,800.00,1%\n{B},2026-08,010,500.00,1%\n"));
    place.write("again.csv", &again);
    let second = ["distribute", "--paid", "again.csv", "--kgd", "kgd.csv", "--after", "first", "--out", "second"];
    place.ustap_ends(0, &second);
    assert_eq!(
        place.read("second/distribution.csv"),
        file(
            DISTRIBUTION,
            &[
                &format!("{A},2026-08,so,gfss,800.00,800.00,800.00,0.00,0.00,matches"),
                &format!("{B},2026-08,opv,enpf,500.00,500.00,500.00,0.00,0.00,matches"),
            ]
        )
    );
    place.ustap_ends(0, &["verify", "second", "--chain", "first"]);
    // A third time everything is too much: nothing is left of any key.
    let third = ["distribute", "--paid", "again.csv", "--kgd", "kgd.csv", "--after", "first", "--after", "second"];
    let run = place.ustap_ends(1, &[&third[..], &["--out", "third"]].concat());
    assert!(run.stdout.contains("told: again.csv has what second has distributed already"), "{}", run.stdout);
    let rows = place.read("third/distribution.csv");
    assert!(rows.contains(&format!("{A},2026-08,so,gfss,0.00,800.00,0.00,800.00,0.00,more-than-computed\n")), "{rows}");
    // The second alone says too little of what was distributed, and that is told.
    let run = place.ustap_ends(1, &[&third[..5], &["--after", "second", "--out", "fourth"]].concat());
    assert!(run.stdout.contains("came itself after a distribution that is not given"), "{}", run.stdout);
    // ЦС КГД has lowered a sum that was distributed: nothing is left, and that is a finding.
    place.write("kgd.csv", file(KGD, &[&format!("{A},2026-08,0,900,0,800,0"), &format!("{B},2026-08,0,500,0,0,0")]));
    let run = place.ustap_ends(1, &[&second[..7], &["--out", "fifth"]].concat());
    assert!(run.stdout.contains("told: 1 sum of ЦС КГД is now below"), "{}", run.stdout);
    assert!(run.stdout.contains("8711****0221 2026-08 ОПВ: computed 900.00, distributed 1000.00"), "{}", run.stdout);
    // Given twice; another command's.
    for after in [["first", "first"], ["first", "third"]] {
        let more = ["--after", after[0], "--after", after[1], "--out", "none"];
        let status = if after[0] == after[1] { 2 } else { 1 };
        let run = place.ustap_ends(status, &[&second[..5], &more].concat());
        assert_eq!(place.exists("none"), status == 1);
        assert_eq!(run.stderr.contains("error: first: is given twice"), status == 2, "{}", run.stderr);
    }
}

/// The same lists before they are paid and when the money has come: after both, what was distributed would count twice, so
/// that 1 000.00 that ЦС КГД has computed since would not be owed (2 000.00 less twice 1 000.00).
#[test]
fn what_two_earlier_distributions_have_alike_is_told() {
    let place = place_with_lists();
    let kgd = |opv: u32| file(KGD, &[&format!("{A},2026-08,0,{opv},{opv},{opv},{opv}")]);
    place.write("kgd.csv", kgd(1000));
    for (name, paid) in [("forecast", &["lists"][..]), ("real", &["lists", "--received-on", "2026-09-25"])] {
        place.ustap_ends(1, &[&["distribute", "--kgd", "kgd.csv", "--out", name, "--paid"], paid].concat());
    }
    place.write("kgd.csv", kgd(2000));
    let later = ["distribute", "--kgd", "kgd.csv", "--after", "forecast", "--after", "real", "--out", "both"];
    let run = place.ustap_ends(1, &later);
    assert!(run.stdout.contains("told: real has what forecast has distributed already"), "{}", run.stdout);
    assert!(!run.stdout.contains("pay it with") && !run.stdout.contains("next: "), "{}", run.stdout);
    let dirs = ["run", "lists", "forecast", "real", "both"];
    place.ustap_ends(0, &[&["report"], &dirs[..], &["--out", "page.html", "--lang", "en"]].concat());
    let page = place.read("page.html");
    assert!(page.contains("What was paid counts twice: one list, table or earlier distribution has what another"));
    let run = place.ustap_ends(1, &["distribute", "--kgd", "kgd.csv", "--after", "real", "--out", "one"]);
    assert!(run.stdout.contains("still owed 4000.00: pay it with"), "{}", run.stdout);
    // And lists that an earlier distribution has already.
    let again = ["distribute", "--paid", "lists", "--kgd", "kgd.csv", "--after", "real", "--out", "again"];
    let run = place.ustap_ends(1, &again);
    assert!(run.stdout.contains("told: lists has what real has distributed already"), "{}", run.stdout);
    // Also as one of its files, and in lists of all payments that have the same file.
    let lists = ["lists", "run", "--contractors", "contractors.csv", "--format", "csv"];
    for (payment, out) in [("so", "of-so"), ("all", "of-all")] {
        place.ustap_ends(0, &[&lists[..], &["--payment", payment, "--out", out]].concat());
    }
    let distribute = |paid: &[&str], after: &[&str], out: &str| {
        let mut arguments = vec!["distribute", "--kgd", "kgd.csv", "--out", out];
        paid.iter().for_each(|paid| arguments.extend(["--paid", paid]));
        after.iter().for_each(|dir| arguments.extend(["--after", dir]));
        let run = place.ustap_ends(1, &arguments);
        let told = |line: &str| Some(line.strip_prefix("told: ")?.split_once(" has distributed already")?.0.to_owned());
        run.stdout.lines().filter_map(told).collect::<Vec<String>>()
    };
    let none = Vec::<String>::new();
    assert_eq!(distribute(&["of-so"], &[], "a"), none);
    assert_eq!(distribute(&["of-all"], &[], "b"), none);
    assert_eq!(distribute(&["of-all/opv-2026-08.csv"], &["a"], "c"), none);
    assert_eq!(distribute(&["of-so/so-2026-08.csv"], &["a"], "d"), ["so-2026-08.csv has what a"]);
    assert_eq!(distribute(&["of-all"], &["a"], "e"), ["of-all/so-2026-08.csv has what a"]);
    assert_eq!(distribute(&["of-all"], &["b"], "f"), ["of-all has what b"]);
    assert_eq!(distribute(&["of-so"], &["b"], "g"), ["of-so/so-2026-08.csv has what b"]);
    assert_eq!(distribute(&[], &["b", "a"], "h"), ["a has what b"]);
}

/// What was passed on before is known by what its rows say, whatever the file is called: the same bytes count twice under
/// the name of a list of another month or payment, and so does a sheet, named or not.
#[test]
fn what_counts_twice_is_known_by_its_rows_and_not_by_its_name() {
    let place = Place::new();
    place.write("kgd.csv", file(KGD, &[&format!("{A},2026-08,0,300,0,0,0")]));
    let paid = file(PAID, &[&format!("{A},2026-08,010,300")]);
    let distribute = |status: i32, paid: &str, more: &[&str], out: &str| {
        let arguments = ["distribute", "--paid", paid, "--kgd", "kgd.csv", "--out", out];
        place.ustap_ends(status, &[&arguments[..], more].concat()).stdout
    };
    for (number, name) in
        ["paid.csv", "opv-2026-08.csv", "opv-august.csv", "so-far.csv", "ipn-2026-07.csv"].iter().enumerate()
    {
        place.write(name, &paid);
        let [once, twice] = ["once", "twice"].map(|out| format!("{out}{number}"));
        distribute(0, name, &[], &once);
        let told = distribute(1, name, &["--after", &once], &twice);
        assert!(told.contains(&format!("told: {name} has what {once} has distributed already")), "{told}");
    }
    // A copy, of whose name a part stands behind `#`.
    place.write("copy#2.csv", &paid);
    let told = distribute(1, "copy#2.csv", &["--after", "once0"], "copied");
    assert!(told.contains("told: copy#2.csv has what once0 has distributed already"), "{told}");
    // A sheet with the rows of the table, and another one.
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, knp) in [("Paid", "010"), ("More", "089")] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        let rows = [["iin", "period", "knp", "amount"], [A, "2026-08", knp, "300.00"]];
        for (row, cells) in (0..).zip(rows) {
            sheet.write_row(row, 0, cells).unwrap();
        }
    }
    place.write("paid.xlsx", book.save_to_buffer().unwrap());
    for (number, (first, then, is_told)) in [
        ("paid.xlsx", "paid.xlsx#Paid", true),
        ("paid.xlsx#Paid", "paid.xlsx", true),
        ("paid.xlsx", "paid.xlsx#More", false),
    ]
    .into_iter()
    .enumerate()
    {
        let [once, twice] = ["sheet", "again"].map(|out| format!("{out}{number}"));
        distribute(0, first, &[], &once);
        let told = distribute(1, then, &["--after", &once], &twice);
        assert_eq!(told.contains(&format!("told: {then} has what {once} has distributed already")), is_told, "{told}");
    }
    // Two sheets of one book, of which one was named, are two payments, unless they have passed on the same.
    place.write("both.csv", file(KGD, &[&format!("{A},2026-08,0,300,300,0,0")]));
    for (paid, out) in [("paid.xlsx", "of-opv"), ("paid.xlsx#Paid", "of-opv-too"), ("paid.xlsx#More", "of-opvr")] {
        place.ustap_ends(1, &["distribute", "--paid", paid, "--kgd", "both.csv", "--out", out]);
    }
    for (after, is_told) in [("of-opvr", false), ("of-opv-too", true)] {
        let arguments = ["distribute", "--kgd", "both.csv", "--after", "of-opv", "--after", after, "--out"];
        let run = place.ustap(&[&arguments[..], &[&format!("after-{after}")]].concat());
        assert_eq!(run.stdout.contains("has what of-opv has distributed already"), is_told, "{}", run.stdout);
    }
    // A list of which nothing was passed on is paid again with reason, whatever else the distribution has passed on.
    place.write("so.csv", file(PAID, &[&format!("{A},2026-08,012,300")]));
    let arguments = ["distribute", "--paid", "so.csv", "paid.csv", "--kgd", "kgd.csv", "--out", "partly"];
    place.ustap_ends(1, &arguments);
    let told = distribute(1, "so.csv", &["--after", "partly"], "so-again");
    assert!(!told.contains("has distributed already"), "{told}");
}

/// 300 paid of 30 000, and 300 more of as much income that was added: the list of the correction is to the byte the list that
/// was paid, and both count. So does a list that had come back as a whole and is paid again.
#[test]
fn what_was_paid_twice_with_reason_does_not_count_twice() {
    let place = Place::new();
    place.write("contractors.csv", format!("iin,surname,given_name\n{A},Примеров,Асет\n"));
    place.write("1.csv", format!("operation_id,iin,settled_on,income\na,{A},2026-08-21,30000\n"));
    place.write(
        "2.csv",
        format!("operation_id,iin,settled_on,income\na,{A},2026-08-21,30000\nb,{A},2026-08-22,30000\n"),
    );
    for (file, out) in [("1.csv", "before"), ("2.csv", "run")] {
        place.ustap_ends(0, &["calculate", file, "--out", out]);
    }
    place.ustap_ends(1, &["correct", "before", "run", "--out", "corrected"]);
    for (of, out) in [("before", "first"), ("corrected", "added")] {
        let lists = ["lists", of, "--contractors", "contractors.csv", "--payment", "opv", "--format", "csv"];
        place.ustap_ends(0, &[&lists[..], &["--out", out]].concat());
    }
    assert_eq!(place.read("first/opv-2026-08.csv"), place.read("added/opv-2026-08.csv"));
    for (kgd, opv) in [("none.csv", 0), ("300.csv", 300), ("600.csv", 600)] {
        place.write(kgd, file(KGD, &[&format!("{A},2026-08,0,{opv},0,0,0")]));
    }
    let distribute = |status: i32, arguments: &[&str]| {
        let run = place.ustap_ends(status, &[&["distribute"], arguments].concat());
        assert!(!run.stdout.contains("has distributed already"), "{}", run.stdout);
    };
    distribute(0, &["--paid", "first", "--kgd", "300.csv", "--out", "1"]);
    distribute(0, &["--paid", "added", "--kgd", "600.csv", "--after", "1", "--out", "2"]);
    distribute(0, &["--paid", "first", "--paid", "added", "--kgd", "600.csv", "--out", "3"]);
    distribute(1, &["--paid", "first", "--kgd", "none.csv", "--out", "4"]);
    let lists = ["lists", "before", "--contractors", "contractors.csv", "--payment", "opv", "--format", "csv"];
    place.ustap_ends(0, &[&lists[..], &["--kgd", "300.csv", "--out", "again"]].concat());
    assert_eq!(place.read("first/opv-2026-08.csv"), place.read("again/opv-2026-08.csv"));
    distribute(0, &["--paid", "again", "--kgd", "300.csv", "--after", "4", "--out", "5"]);
    // What is too much of somebody else's is no reason, and what КГД has computed since no excuse.
    place.write("other.csv", file(PAID, &[&format!("{B},2026-08,012,310")]));
    place.write("both.csv", file(KGD, &[&format!("{A},2026-08,0,600,0,0,0"), &format!("{B},2026-08,0,0,0,300,0")]));
    distribute(1, &["--paid", "added", "--paid", "other.csv", "--kgd", "both.csv", "--after", "1", "--out", "6"]);
    for (paid, kgd, what, out) in [
        ("again", "300.csv", "again/opv-2026-08.csv", "7"),
        ("again", "600.csv", "again/opv-2026-08.csv", "8"),
        ("first/opv-2026-08.csv", "600.csv", "opv-2026-08.csv", "9"),
    ] {
        let twice = ["distribute", "--paid", paid, "--kgd", kgd, "--after", "1", "--out", out];
        let run = place.ustap_ends(1, &twice);
        assert!(run.stdout.contains(&format!("{what} has what 1 has distributed already")), "{}", run.stdout);
    }
    // What had come back is no less paid again by the same lists, as a file or as a table.
    place.write("table.csv", file(PAID, &[&format!("{A},2026-08,010,300")]));
    for (number, paid) in ["first", "first/opv-2026-08.csv", "table.csv"].iter().enumerate() {
        let [back, again] = ["back", "paid"].map(|out| format!("{out}{number}"));
        distribute(1, &["--paid", paid, "--kgd", "none.csv", "--out", &back]);
        distribute(0, &["--paid", paid, "--kgd", "300.csv", "--after", &back, "--out", &again]);
        distribute(0, &["--kgd", "300.csv", "--after", &back, "--after", &again, "--out", &format!("later{number}")]);
    }
    // What a distribution leaves owed may be what was paid before.
    distribute(1, &["--kgd", "600.csv", "--after", "1", "--out", "more"]);
    let lists = ["lists", "more", "--contractors", "contractors.csv", "--payment", "opv", "--format", "csv"];
    place.ustap_ends(0, &[&lists[..], &["--out", "owed"]].concat());
    assert_eq!(place.read("first/opv-2026-08.csv"), place.read("owed/opv-2026-08.csv"));
    let both = ["--after", "1", "--after", "more"];
    distribute(0, &[&["--paid", "owed", "--kgd", "600.csv", "--out", "all"], &both[..]].concat());
    // The same list of one correction twice is one file.
    let lists = ["lists", "corrected", "--contractors", "contractors.csv", "--payment", "opv", "--format", "csv"];
    place.ustap_ends(0, &[&lists[..], &["--lang", "kk", "--out", "kk"]].concat());
    for paid in ["added/opv-2026-08.csv", "kk"] {
        let twice = ["distribute", "--paid", "added", "--paid", paid, "--kgd", "600.csv", "--out", "none"];
        let run = place.ustap_ends(2, &twice);
        assert!(run.stderr.contains("has the same bytes") || run.stderr.contains("twice"), "{}", run.stderr);
    }
}

/// What is owed, as `lists` of the distribution says it: paid, it leaves nothing owed.
#[test]
fn paying_what_lists_of_a_distribution_says_leaves_nothing_owed() {
    let place = place_with_lists();
    place.write(
        "kgd.csv",
        file(KGD, &[&format!("{A},2026-08,0,7001,7000,5950,7000"), &format!("{B},2026-08,0,500,0,501,400")]),
    );
    let arguments = ["distribute", "--paid", "lists", "--kgd", "kgd.csv", "--out", "first"];
    let run = place.ustap_ends(1, &arguments);
    // A: 7 000 of 7 001 of ОПВ is too little. B: 500 of 501 of СО. Nothing else is owed.
    assert!(run.stdout.contains("+ owed 7502.00\n"), "{}", run.stdout);
    let lists = ["lists", "first", "--contractors", "contractors.csv", "--payment", "all", "--format", "csv"];
    place.ustap_ends(0, &[&lists[..], &["--out", "again"]].concat());
    // Without the first it would all be owed again: that it was is known by the lists.
    let alone = place.ustap_ends(1, &["distribute", "--paid", "again", "--kgd", "kgd.csv", "--out", "alone"]);
    assert!(alone.stdout.contains("again came itself after a distribution that is not given"), "{}", alone.stdout);
    assert!(!alone.stdout.contains("still owed"), "{}", alone.stdout);
    let second = ["distribute", "--paid", "again", "--kgd", "kgd.csv", "--after", "first", "--out", "second"];
    let run = place.ustap_ends(0, &second);
    assert!(run.stdout.contains("paid 7502.00 = distributed 7502.00 + returned 0.00\n"), "{}", run.stdout);
    assert!(run.stdout.contains("+ owed 0.00\n"), "{}", run.stdout);
}

/// 1 500 paid of 1 000: 500 come back, and nothing is paid again. With a surname missing all comes back for what is to be
/// mended.
#[test]
fn what_comes_back_is_not_always_paid_again() {
    let place = Place::new();
    let kgd = format!("{A},2026-08,0,1000,0,0,0");
    let run = distribute(&place, (PAID, &[&format!("{A},2026-08,010,1500")]), &[&kgd], &[]);
    assert!(run.stdout.contains("every computed sum is distributed: nothing is to be paid again"), "{}", run.stdout);
    assert!(!run.stdout.contains("put details") && !run.stdout.contains("nothing is left to do"), "{}", run.stdout);
    let run = distribute(&place, (RATED, &[&format!("{A},2026-08,010,1000,1%,,Асет")]), &[&kgd], &[]);
    for said in ["put details and rates right in your own files", "still owed 1000.00: pay it"] {
        assert!(run.stdout.contains(said), "{}", run.stdout);
    }
    assert!(!run.stdout.contains("nothing is to be paid again"), "{}", run.stdout);
}

/// A spreadsheet has made 10 of the КНП 010, and eleven digits of the ИИН 030527900108: both come back, and nobody is told to
/// pay them again. A КНП and an ИИН that no zeros make right are no such matter.
#[test]
fn zeros_that_a_spreadsheet_drops_are_told() {
    let place = Place::new();
    let kgd = [&format!("{A},2026-08,0,1000,0,0,0")[..], "030527900108,2026-08,0,500,0,0,0"];
    let (knp, iin) = (format!("{A},2026-08,10,1000"), "30527900108,2026-08,010,500");
    let run = distribute(&place, (PAID, &[&knp, iin]), &kgd, &[]);
    for said in [
        "told: paid.csv: 2 rows come back as `details` because zeros in front of the ИИН or the КНП are lost",
        "still owed 1500.00, and what was paid by rows that were not read counts as owed",
    ] {
        assert!(run.stdout.contains(said), "{said}: {}", run.stdout);
    }
    let run = distribute(&place, (PAID, &[&knp, iin]), &kgd, &["--restore-zeros"]);
    assert!(run.stdout.contains("told: paid.csv: 1 row comes back as `details`"), "{}", run.stdout);
    let wrong = [&format!("{A},2026-08,99,1000")[..], "30527900109,2026-08,010,500"];
    let run = distribute(&place, (PAID, &wrong), &kgd, &[]);
    assert!(!run.stdout.contains("zeros") && run.stdout.contains("still owed 1500.00: pay it"), "{}", run.stdout);
}

/// 1 % as the cell of a spreadsheet has it in another format than that of a per cent, or as somebody typed it: the rows come
/// back, and nobody is told to pay them again. 0.02 is no rate, 0.01% is a hundredth of one, and a row without a name comes
/// back for that.
#[test]
fn rates_that_stand_as_fractions_are_told() {
    let place = Place::new();
    let kgd = [format!("{A},2026-08,0,1000,0,0,0"), format!("{B},2026-08,0,500,0,0,0")];
    let kgd: Vec<&str> = kgd.iter().map(String::as_str).collect();
    let row = |iin: &str, amount: &str, rate: &str, name: &str| format!("{iin},2026-08,010,{amount},{rate},{name},Б");
    let paid = [row(A, "1000", "0.01", "А"), row(B, "500", "\"0,01\"", "А")];
    let paid: Vec<&str> = paid.iter().map(String::as_str).collect();
    let run = distribute(&place, (RATED, &paid), &kgd, &[]);
    for said in [
        "told: paid.csv: 2 rows come back as `rate-differs` because the rate stands as a fraction, as 0.01 in place of 1%",
        "still owed 1500.00, and what was paid by rows that were not read counts as owed",
    ] {
        assert!(run.stdout.contains(said), "{said}: {}", run.stdout);
    }
    let paid = [row(A, "400", "0.02", "А"), row(A, "600", "0.01%", "А"), row(B, "500", "0.01", "")];
    let paid: Vec<&str> = paid.iter().map(String::as_str).collect();
    let run = distribute(&place, (RATED, &paid), &kgd, &[]);
    assert!(!run.stdout.contains("fraction") && run.stdout.contains("still owed 1500.00: pay it"), "{}", run.stdout);
}

/// A's ОПВ was paid, by a row that cannot be read: nobody is told to pay it again. A penalty is no row of these payments.
#[test]
fn what_was_paid_and_not_read_is_not_paid_again() {
    let place = place_with_lists();
    let kgd = [format!("{A},2026-08,0,7000,0,0,0"), format!("{B},2026-08,0,500,0,0,0")];
    let kgd: Vec<&str> = kgd.iter().map(String::as_str).collect();
    let (unread, penalty) = (format!("{A},2026-08,010,70 00"), format!("{A},2026-08,019,12"));
    let run = distribute(&place, (PAID, &[&unread, &penalty]), &kgd, &[]);
    let said = "still owed 7500.00, and what was paid by rows that were not read counts as owed";
    assert!(run.stdout.contains(said) && !run.stdout.contains("pay it"), "{}", run.stdout);
    let lists = ["lists", "out", "--contractors", "contractors.csv", "--payment", "opv", "--format", "csv", "--out"];
    let told = "told: out has rejected rows that may have paid what it has as owed";
    let of_unread = place.ustap_ends(0, &[&lists[..], &["again"]].concat());
    assert!(of_unread.stdout.contains(told), "{}", of_unread.stdout);
    // Without that row it is owed, and the penalty is no matter.
    let run = distribute(&place, (PAID, &[&penalty]), &kgd, &[]);
    assert!(run.stdout.contains("still owed 7500.00, but nothing that was given pays 2026-08 ОПВ."), "{}", run.stdout);
    assert!(run.stdout.contains("there is nothing in them to mend\n"), "{}", run.stdout);
    let of_read = place.ustap_ends(0, &[&lists[..], &["once"]].concat());
    assert!(!of_read.stdout.contains(told), "{}", of_read.stdout);
    // A row of totals below КГД's sums has paid nothing either.
    let totals = "Итого,2026-08,0,7500,0,0,0";
    let run = distribute(&place, (PAID, &[&penalty]), &[&kgd[..], &[totals]].concat(), &[]);
    assert!(run.stdout.contains("still owed 7500.00, but nothing that was given pays 2026-08 ОПВ."), "{}", run.stdout);
    let of_totals = place.ustap_ends(0, &[&lists[..], &["thrice"]].concat());
    assert!(!of_totals.stdout.contains(told), "{}", of_totals.stdout);
}

/// B has 10 000.00 more: 1 % is 100.00 of each payment on top of what was paid. By themselves the lists of that say that the
/// whole month is owed.
#[test]
fn a_correction_is_distributed_after_what_it_adds_to() {
    let place = place_with_lists();
    let sums =
        |of_b: &str| file(KGD, &[&format!("{A},2026-08,0,7000,7000,5950,7000"), &format!("{B},2026-08,0,{of_b}")]);
    place.write("kgd.csv", sums("500,500,500,500"));
    place.ustap_ends(0, &["distribute", "--paid", "lists", "--kgd", "kgd.csv", "--out", "first"]);
    let rows = format!("1,{A},2026-08-05,700000,\n2,{B},2026-08-05,50000,\n3,{B},2026-08-06,10000,\n");
    place.calculate(&rows, &["--out", "after"]);
    place.ustap_ends(1, &["correct", "run", "after", "--out", "correction"]);
    let lists = ["lists", "correction", "--contractors", "contractors.csv", "--payment", "all", "--format", "csv"];
    let run = place.ustap_ends(0, &[&lists[..], &["--out", "added"]].concat());
    let step = "`ustap distribute --paid added --kgd FILE --after DISTRIBUTION --out DIR`";
    assert!(run.stdout.contains(step), "{}", run.stdout);
    place.write("kgd.csv", sums("600,600,600,600"));
    let distribute = ["distribute", "--paid", "added", "--kgd", "kgd.csv"];
    let run = place.ustap_ends(1, &[&distribute[..], &["--out", "alone"]].concat());
    assert!(
        run.stdout.contains("added has lists of a correction, which add to what was paid before"),
        "{}",
        run.stdout
    );
    assert!(!run.stdout.contains("still owed"), "{}", run.stdout);
    for (more, paid) in [(["--after", "first"], "400.00"), (["--paid", "lists"], "29350.00")] {
        let run = place.ustap_ends(0, &[&distribute[..], &more, &["--out", paid]].concat());
        assert!(run.stdout.contains(&format!("paid {paid} = distributed {paid} + returned 0.00")), "{}", run.stdout);
        assert!(run.stdout.contains("next: nothing of this would come back"), "{}", run.stdout);
    }
}

/// КГД has computed 500 of each payment for B, whom our run has missed, and its sums are paid. The correction that finds him
/// would pay them again: what is owed is what КГД's sums, as they are now, leave.
#[test]
fn where_kgds_sums_were_paid_its_new_ones_say_what_is_owed() {
    let place = place_with_lists();
    let sums = |of_a: &str, of_b: &str| {
        file(KGD, &[&format!("{A},2026-08,0,{of_a},7000,5950,7000"), &format!("{B},2026-08,0,{of_b},500,500,500")])
    };
    place.calculate(&format!("1,{A},2026-08-05,700000,\n"), &["--out", "before"]);
    place.write("kgd.csv", sums("7000", "500"));
    let by_kgd = ["lists", "before", "--kgd", "kgd.csv"];
    let more = ["--contractors", "contractors.csv", "--payment", "all", "--format", "csv", "--out"];
    place.ustap_ends(1, &[&by_kgd[..], &more, &["paid"]].concat());
    // 26 950 of A and 2 000 of B.
    let run = place.ustap_ends(0, &["distribute", "--paid", "paid", "--kgd", "kgd.csv", "--out", "first"]);
    assert!(run.stdout.contains("computed 28950.00 = distributed 28950.00 + owed 0.00\n"), "{}", run.stdout);

    let note = "\nnote: two runs are compared here, not what was paid. Where the sums of ЦС КГД were paid";
    let run = place.ustap_ends(1, &["correct", "before", "run", "--out", "correction"]);
    assert!(run.stdout.contains(note), "{}", run.stdout);
    let run = place.ustap_ends(0, &[&["lists", "correction"][..], &more, &["added"]].concat());
    assert!(run.stdout.contains(note), "{}", run.stdout);
    place.ustap_ends(1, &["correct", "run", "before", "--out", "back"]);
    let refunds = ["refunds", "back", "--reason", "over-accrued", "--out", "applications"];
    let run = place.ustap_ends(0, &refunds);
    assert!(run.stdout.contains(note), "{}", run.stdout);

    let of_new_sums = ["distribute", "--kgd", "kgd.csv", "--after", "first", "--out"];
    let run = place.ustap_ends(0, &[&of_new_sums[..], &["same"]].concat());
    assert!(run.stdout.ends_with("\nnext: nothing is left to do\n"), "{}", run.stdout);
    // 7 300 − 7 000 = 300 of ОПВ.
    place.write("kgd.csv", sums("7300", "500"));
    let run = place.ustap_ends(1, &[&of_new_sums[..], &["more"]].concat());
    assert!(run.stdout.contains("still owed 300.00: pay it with `ustap lists more"), "{}", run.stdout);
    place.ustap_ends(0, &["verify", "more", "--chain", "first", "--inputs", "."]);
    place.ustap_ends(0, &[&["lists", "more"][..], &more, &["rest"]].concat());
    assert!(place.read("rest/opv-2026-08.csv").contains(",300.00,"), "{}", place.read("rest/opv-2026-08.csv"));
    let rest = ["--paid", "rest", "--after", "more", "rest-distributed"];
    place.ustap_ends(0, &[&of_new_sums[..5], &rest[..4], &["--out", rest[4]]].concat());
    // Below what was distributed, the application is made of the answers.
    place.write("kgd.csv", sums("7000", "400"));
    let run = place.ustap_ends(1, &[&of_new_sums[..], &["less"]].concat());
    assert!(
        run.stdout.contains("`ustap reconcile --register RUN --answer FILE --kgd FILE --out DIR`"),
        "{}",
        run.stdout
    );
    // Nothing was paid, and nothing before: that is no distribution.
    place.ustap_ends(2, &["distribute", "--kgd", "kgd.csv", "--out", "none"]);
}

/// Lists of one month or payment alone, of which the others are in other directories: nobody is told that what those pay is
/// to be paid, but to name them too.
#[test]
fn lists_of_a_part_do_not_make_the_rest_owed_without_a_word() {
    let place = place_with_lists();
    let lists = ["lists", "run", "--contractors", "contractors.csv", "--format", "csv", "--payment"];
    let kgd = |opv: &str| {
        file(KGD, &[&format!("{A},2026-08,0,{opv},7000,5950,7000"), &format!("{B},2026-08,0,500,500,500,500")])
    };
    place.write("kgd.csv", kgd("7000"));
    for payment in ["opv", "opvr", "so", "vosms"] {
        place.ustap_ends(0, &[&lists[..], &[payment, "--out", payment]].concat());
    }
    let distribute = ["distribute", "--kgd", "kgd.csv", "--paid", "opv", "--paid", "so"];
    // ОПВР and ВОСМС: 2 × (7 000 + 500).
    let run = place.ustap_ends(1, &[&distribute[..], &["--out", "part"]].concat());
    let said =
        "still owed 15000.00, but nothing that was given pays 2026-08 ОПВР, ВОСМС. Where that was paid, name those";
    assert!(run.stdout.contains(said), "{}", run.stdout);
    place.ustap_ends(0, &[&distribute[..], &["--paid", "opvr", "--paid", "vosms", "--out", "whole"]].concat());
    // What an earlier distribution has paid was given.
    place.write("kgd.csv", kgd("7001"));
    let rest =
        ["distribute", "--kgd", "kgd.csv", "--paid", "opvr", "--paid", "vosms", "--after", "part", "--out", "rest"];
    let run = place.ustap_ends(1, &rest);
    assert!(run.stdout.contains("still owed 1.00: pay it with"), "{}", run.stdout);
    // A step reads КГД's sums as the distribution did, of which it is one more.
    place.write("other.csv", kgd("7001").replace("opvr", "Сумма ОПВР"));
    let columns = ["--column", "kgd.opvr=Сумма ОПВР", "--out", "named"];
    place.ustap_ends(1, &[&["distribute", "--kgd", "other.csv", "--paid", "lists"][..], &columns].concat());
    let again = ["lists", "named", "--contractors", "contractors.csv", "--format", "csv", "--payment", "all"];
    let run = place.ustap_ends(0, &[&again[..], &["--out", "again"]].concat());
    assert!(run.stdout.contains("--paid again --column 'kgd.opvr=Сумма ОПВР' --kgd FILE"), "{}", run.stdout);
}

/// July was paid and КГД's file has August alone: what comes back of July may be computed in another file. A has 100 000.00 in
/// July, of which each of the four is 1 000.00; that nothing is left to pay is not said, nor that КГД's sums have fallen.
#[test]
fn a_month_that_kgds_files_have_not_is_told() {
    let place = place_with_lists();
    place.calculate(&format!("1,{A},2026-08-05,700000,\n2,{A},2026-07-05,100000,\n"), &["--out", "both"]);
    let of_both = ["lists", "both", "--contractors", "contractors.csv", "--payment", "all", "--format", "csv"];
    place.ustap_ends(0, &[&of_both[..], &["--out", "of-both"]].concat());
    let (july, august) = (format!("{A},2026-07,0,1000,1000,1000,1000"), format!("{A},2026-08,0,7000,7000,5950,7000"));
    place.write("kgd.csv", file(KGD, &[&august]));
    let paid = ["distribute", "--kgd", "kgd.csv", "--paid", "of-both", "--out"];
    let run = place.ustap_ends(1, &[&paid[..], &["lacking"]].concat());
    let told = "\ntold: КГД's files have no row of 2026-07 that was taken, so that everything of this month counts as not computed";
    let (none, nothing) = ("every computed sum is distributed", "nothing is left to do");
    assert!(run.stdout.contains(told), "{}", run.stdout);
    assert!(!run.stdout.contains(none) && !run.stdout.contains(nothing), "{}", run.stdout);
    assert!(run.stdout.contains("paid 30950.00 = distributed 26950.00 + returned 4000.00\n"), "{}", run.stdout);
    // A row of zeros is one, and then nothing is due.
    place.write("kgd.csv", file(KGD, &[&july.replace("1000", "0"), &august]));
    let run = place.ustap_ends(1, &[&paid[..], &["zero"]].concat());
    assert!(run.stdout.contains(none) && !run.stdout.contains("told:"), "{}", run.stdout);
    // Behind a distribution in which July was, and by which it is settled.
    place.write("kgd.csv", file(KGD, &[&july, &august]));
    place.ustap_ends(0, &[&paid[..], &["first"]].concat());
    place.write("kgd.csv", file(KGD, &[&august]));
    let run = place.ustap_ends(0, &["distribute", "--kgd", "kgd.csv", "--after", "first", "--out", "after"]);
    assert!(run.stdout.contains(nothing), "{}", run.stdout);
    for never in ["now below what was distributed", "an application", "КГД's files have no row"] {
        assert!(!run.stdout.contains(never), "{never}\n{}", run.stdout);
    }
}

/// A month of which the tables have no КНП, for a slip of КГД's year, leaves the lists of another month alone. 90 of 100 comes back
/// as a whole, so that 100 are owed.
#[test]
fn one_month_is_listed_whatever_another_is() {
    let place = place_with_lists();
    place.write("kgd.csv", file(KGD, &[&format!("{A},2026-08,0,100,0,0,0"), &format!("{A},2023-12,0,100,0,0,0")]));
    place.write("paid.csv", format!("iin,period,knp,amount\n{A},2026-08,010,90\n"));
    place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "owed"]);
    let lists = ["lists", "owed", "--contractors", "contractors.csv", "--payment", "all", "--format", "csv", "--out"];
    let run = place.ustap_ends(2, &[&lists[..], &["all"]].concat());
    assert!(run.stderr.contains("has no КНП of `opv` in 2023-12"), "{}", run.stderr);
    place.ustap_ends(0, &[&lists[..], &["august", "--period", "2026-08"]].concat());
    let listed = place.read("august/opv-2026-08.csv");
    let amounts: Vec<&str> = rows(&listed).iter().map(|row| row["amount"]).collect();
    assert_eq!(amounts, ["100.00"]);
}

/// Penalties of a month that is settled: 12 and 5 of A, 7 of ИПН of B; the row that repeats his counts nowhere. A dash is
/// none, and what is no amount is told; neither keeps a sum from being taken.
#[test]
fn penalties_of_kgd_are_told_where_nothing_else_is_left() {
    let place = place_with_lists();
    let header = format!("{KGD},ipn_penalty,opv_penalty,so_penalty");
    let (a, b) = (format!("{A},2026-08,0,7000,7000,5950,7000"), format!("{B},2026-08,0,500,500,500,500"));
    place.write("kgd.csv", file(&header, &[&format!("{a},,0,"), &format!("{b},,-,")]));
    let run = place.ustap_ends(0, &["distribute", "--kgd", "kgd.csv", "--paid", "lists", "--out", "first"]);
    assert!(!run.stdout.contains("penalties"), "{}", run.stdout);
    place.write("kgd.csv", file(&header, &[&format!("{a},,12,5"), &format!("{b},7,-,")]));
    let after = ["distribute", "--kgd", "kgd.csv", "--after", "first", "--out"];
    let run = place.ustap_ends(0, &[&after[..], &["settled"]].concat());
    let told = "\ntold: КГД's files have penalties of 2 persons that come to 24.00: they are no part of this, and are paid by \
                orders of their own\n";
    assert!(run.stdout.contains(told), "{}", run.stdout);
    let next = "\nnext: where the penalties of КГД are not paid yet, `ustap lists RUN --kgd FILE --penalties";
    assert!(run.stdout.contains(next) && !run.stdout.contains("nothing is left to do"), "{}", run.stdout);
    let rows = [&format!("{a},,12,5")[..], &format!("{b},7,1O,-"), &format!("{b},700,x,")];
    place.write("kgd.csv", file(&header, &rows));
    // How they are paid is said whatever else is found.
    let run = place.ustap_ends(1, &[&after[..], &["repeated"]].concat());
    assert!(run.stdout.contains(told) && run.stdout.contains(next), "{}", run.stdout);
    let unread = "\ntold: in 1 row of КГД a penalty is no amount and is in no sum: kgd.csv:3\n";
    assert!(run.stdout.contains(unread), "{}", run.stdout);
    assert_eq!(place.read("repeated/rejects.csv").lines().count(), 2);
}

/// Two exports that have come out empty are no lists of which nothing would come back.
#[test]
fn that_nothing_was_paid_is_told() {
    let place = Place::new();
    let run = distribute(&place, (PAID, &[]), &[], &[]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let told = "told: of what was given as paid not one row was taken: are these the right files?\n";
    assert!(run.stdout.contains(told) && run.stdout.ends_with("next: nothing is left to do\n"), "{}", run.stdout);
}

/// A row of КГД's that was not read may be due: nobody is told that nothing is to be paid again.
#[test]
fn an_unread_sum_of_kgd_may_be_owed() {
    let place = place_with_lists();
    let unread = format!("{A},2026-08,0,70OO,7000,5950,7000");
    let kgd = [unread.as_str(), &format!("{B},2026-08,0,500,500,500,500")];
    place.write("kgd.csv", file(KGD, &kgd));
    let run = place.ustap_ends(1, &["distribute", "--kgd", "kgd.csv", "--paid", "lists", "--out", "first"]);
    assert!(run.stdout.contains("returned not-computed"), "{}", run.stdout);
    assert!(!run.stdout.contains("nothing is to be paid again"), "{}", run.stdout);
}

/// The example of the contract: received on Friday 25.09.2026, distributed by Wednesday 30.09, mended by Monday 05.10.
#[test]
fn terms_from_the_day_of_receipt() {
    let place = Place::new();
    let (paid, kgd) = (format!("{A},2026-08,010,5"), format!("{A},2026-08,0,5,0,0,0"));
    let run = distribute(&place, (PAID, &[&paid]), &[&kgd], &["--received-on", "2026-09-25"]);
    assert_eq!(run.status, Some(0));
    for said in ["distributed or returned by 2026-09-30: 3 working days after 2026-09-25", "mended by 2026-10-05"] {
        assert!(run.stdout.contains(said), "{}", run.stdout);
    }
    // The table of days off ends with 2027.
    let run = distribute(&place, (PAID, &[&paid]), &[&kgd], &["--received-on", "2027-12-30"]);
    assert_eq!(run.status, Some(1));
    assert!(run.stdout.contains("not known") && run.stdout.contains("days_off.toml"), "{}", run.stdout);
    assert!(!run.stdout.contains("nothing is left to do"), "{}", run.stdout);
}

#[test]
fn columns_inputs_and_what_is_refused() {
    let place = Place::new();
    place.write("paid.csv", file("ЖСН;Период;КНП;Итого;Номер", &[&format!("{A};2026-08;010;5;1")]));
    place.write("kgd.csv", file("ИИН,period,ipn,opv,opvr,so,osms", &[&format!("{A},2026-08,0,5,0,0,0")]));
    let columns = ["--column", "amount=Итого", "--kgd-column", "vosms=osms"];
    let arguments = ["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "out"];
    let run = place.ustap_ends(0, &[&arguments[..], &columns].concat());
    assert!(run.stdout.contains("not read in paid.csv: Номер"), "{}", run.stdout);
    let receipt: serde_json::Value = serde_json::from_str(&place.read("out/receipt.json")).unwrap();
    assert_eq!(receipt["inputs"][0]["kind"], "paid");
    assert_eq!(receipt["inputs"][0]["not_read"], serde_json::json!(["Номер"]));
    std::fs::remove_dir_all(place.path("out")).unwrap();
    // Standard input.
    let table = file(PAID, &[&format!("{A},2026-08,010,5")]);
    let stdin = ["distribute", "--paid", "-", "--kgd", "kgd.csv", "--kgd-column", "vosms=osms", "--out", "out"];
    let run = place.ustap_reading(&stdin, table.as_bytes());
    assert_eq!(run.status, Some(0), "{}{}", run.stdout, run.stderr);
    std::fs::remove_dir_all(place.path("out")).unwrap();
    place.write("kgd.csv", file(KGD, &[&format!("{A},2026-08,0,5,0,0,0")]));
    place.write("good.csv", &table);
    place.write("copy.csv", &table);
    place.write("rates.csv", file("iin,period,knp,amount,rates", &[]));
    place.write("short.csv", file("iin,period,knp", &[]));
    for (arguments, said) in [
        (&["--paid", "good.csv", "copy.csv", "--kgd", "kgd.csv"][..], "given twice"),
        (&["--paid", "good.csv", "--kgd", "kgd.csv", "--kgd", "kgd.csv"], "given twice"),
        (&["--paid", "rates.csv", "--kgd", "kgd.csv"], "`rate` is missing"),
        (&["--paid", "short.csv", "--kgd", "kgd.csv"], "no column `amount`"),
        (&["--paid", "nothing.csv", "--kgd", "kgd.csv"], "nothing.csv"),
        (&["--paid", "good.csv"], "--kgd"),
        (&["--paid", "good.csv", "--kgd", "kgd.csv", "--after", "nothing"], "nothing"),
        (&["--paid", "good.csv", "--kgd", "kgd.csv", "--column", "answer.iin=x"], "answer"),
    ] {
        let run = place.ustap_ends(2, &[&["distribute"], arguments, &["--out", "out"]].concat());
        assert!(run.stderr.contains(said) && !place.exists("out"), "{arguments:?}: {}", run.stderr);
    }
}

/// The provision in the language asked for, and in English whatever the system speaks.
#[test]
fn provisions_are_said_in_the_language_asked_for() {
    let place = Place::new();
    let (kgd, paid) = ([format!("{B},2026-08,0,1000,0,0,0")], [format!("{B},2026-08,010,999")]);
    let (kgd, paid) = ([kgd[0].as_str()], [paid[0].as_str()]);
    for (lang, provision) in [
        ("en", "\"Order No. 392, Rules, point 15(2)\""),
        ("ru", "\"Приказ № 392, Правила, п. 15, ч. 2\""),
        ("kk", "\"№ 392 бұйрық, Қағидалар, 15-тармақ, 2-бөлік\""),
    ] {
        distribute(&place, (PAID, &paid), &kgd, &["--lang", lang]);
        let row = format!("{B},2026-08,opv,999.00,less-than-computed,{provision},paid.csv,2");
        assert_eq!(place.read("out/returns.csv"), file(RETURNS, &[&row]));
    }
    distribute(&place, (PAID, &paid), &kgd, &[]);
    let mut spoken = place.command(&["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "spoken"]);
    spoken.env("USTAP_LANG", "kk").env("LC_ALL", "ru_RU.UTF-8");
    assert_eq!(spoken.output().unwrap().status.code(), Some(1));
    assert_eq!(place.files("spoken"), place.files("out"));
}

/// The tables end with 2026, and begin in September 2024: the rates of other months are not known to be wrong ones.
#[test]
fn a_month_without_rates_is_told() {
    let place = Place::new();
    place.write("kgd.csv", file(KGD, &[&format!("{B},2027-01,0,1000,0,0,0")]));
    for (rate, told) in [(",1%", true), ("", false)] {
        let header = if told { "iin,period,knp,amount,rate" } else { "iin,period,knp,amount" };
        place.write("paid.csv", format!("{header}\n{B},2027-01,010,1000{rate}\n"));
        let out = format!("out{}", u8::from(told));
        let run =
            place.ustap_ends(i32::from(told), &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", &out]);
        assert_eq!(run.stdout.contains("the tables have no rates of 2027-01: "), told, "{}", run.stdout);
    }
    // What is owed of it cannot be paid again before they are known: lists would have nobody.
    place.write("kgd.csv", file(KGD, &[&format!("{B},2027-01,0,1000,1000,0,0")]));
    let run = place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "owed"]);
    assert!(run.stdout.contains("the tables have no rates of 2027-01: "), "{}", run.stdout);
    assert!(run.stdout.contains("owed 1000.00\n") && !run.stdout.contains("ustap lists"), "{}", run.stdout);
    place.write("c.csv", format!("iin,surname,given_name\n{B},Ли,Ян\n"));
    let lists = ["lists", "owed", "--contractors", "c.csv", "--payment", "all", "--format", "csv", "--out", "lists"];
    let run = place.ustap_ends(1, &lists);
    let told = "2027-01: no rates on 2027-01-31: indicators.toml has no indicator `mrp` for that day; ";
    assert!(run.stdout.contains(told) && run.stdout.contains("`--rates DIR`"), "{}", run.stdout);
    assert!(place.read("lists/unlisted.csv").ends_with(&format!("{B},2027-01,opvr,089,1000.00,rate\n")));
}

/// Totals have numbers in their names too; an ИИН that somebody mistyped, or a spreadsheet shortened, is none.
#[test]
fn totals_are_told_by_their_words() {
    let place = Place::new();
    place.write("kgd.csv", "iin;period;ipn;opv;opvr;so;vosms\n");
    let rows = ["Итого (3 чел.)", "Итого 010", "Всего 3", "—", "9OO101300017", "9,00101E+11", "90010130001"];
    let rows: String = rows.iter().map(|iin| format!("{iin};2026-08;010;1\n")).collect();
    place.write("paid.csv", format!("iin;period;knp;amount\n{rows}"));
    let run = place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "out"]);
    assert!(run.stdout.contains("told: paid.csv: 4 rows have no number for an ИИН"), "{}", run.stdout);
}

/// A row of totals has no number for an ИИН, an answer has statuses, and 12,970 may be 12 970: each is counted as it stands,
/// and told.
#[test]
fn what_may_be_no_payment_is_told() {
    let place = Place::new();
    place.write("kgd.csv", "iin;period;ipn;opv;opvr;so;vosms\n900101300017;2026-08;0;12,970;0;0;0\n");
    place.write(
        "paid.csv",
        "iin;period;knp;amount;status\n900101300017;2026-08;010;12,970;accepted\nИтого;2026-08;010;12,970;\n",
    );
    let run = place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "out"]);
    // 12.97 of КГД, and twice of what was paid.
    assert!(run.stdout.contains("  paid 25.94 = distributed 12.97 + returned 12.97\n"), "{}", run.stdout);
    for told in [
        "told: paid.csv: 1 row has no number for an ИИН and counts as paid and returned: ",
        "told: paid.csv has a column of statuses, which is not read",
        "paid.csv: an amount of 2 rows, the first in line 2, has three decimals",
        "kgd.csv: an amount of 1 row, the first in line 2, has three decimals",
    ] {
        assert!(run.stdout.contains(told), "{told}\n{}", run.stdout);
    }
    // Three decimals that are no thousands: whoever writes them writes them of every amount.
    place.write("paid.csv", "iin;period;knp;amount\n900101300017;2026-08;010;12,970\n900101300811;2026-08;010;0,500\n");
    let run = place.ustap_ends(1, &["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "again"]);
    assert!(!run.stdout.contains("paid.csv: an amount") && !run.stdout.contains("no number"), "{}", run.stdout);
}

/// Under whatever heading an answer has its statuses, it is none of what is still to be signed and paid.
#[test]
fn an_answer_is_told_under_whatever_heading_its_statuses_stand() {
    let place = Place::new();
    place.write("kgd.csv", "iin;period;ipn;opv;opvr;so;vosms\n900101300017;2026-08;0;500;0;0;0\n");
    let distribute = ["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--lang", "en", "--out"];
    for (heading, is_told) in [
        ("Статус", true),
        ("Статус платежа", true),
        ("Состояние", true),
        ("state", true),
        ("result", true),
        ("Төлем мәртебесі", true),
        ("region", false),
    ] {
        place.write("paid.csv", format!("iin;period;knp;amount;{heading}\n900101300017;2026-08;010;500;rejected\n"));
        let run = place.ustap_ends(0, &[&distribute[..], &[heading]].concat());
        let told = "told: paid.csv has a column of statuses, which is not read";
        assert_eq!(run.stdout.contains(told), is_told, "{heading}: {}", run.stdout);
        assert_eq!(run.stdout.contains("nothing of this would come back"), !is_told, "{heading}: {}", run.stdout);
    }
}

/// A spreadsheet turns 2026-08 into a date and writes it as it shows it.
#[test]
fn a_month_that_a_spreadsheet_has_turned_into_a_date_is_told_with_what_to_do_there() {
    let place = Place::new();
    place.write("kgd.csv", "iin;period;ipn;opv;opvr;so;vosms\n900101300017;авг.26;0;500;0;0;0\n");
    place.write("paid.csv", "iin;period;knp;amount\n900101300017;2026-08;010;500\n");
    let distribute = ["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", "out", "--lang", "en"];
    let run = place.ustap_ends(1, &distribute);
    assert!(run.stdout.contains("rejected period"), "{}", run.stdout);
    assert!(
        run.stdout.contains("in a spreadsheet give the column the format of text, or give the .xlsx"),
        "{}",
        run.stdout
    );
}

/// A format of accounting writes blanks around an amount; and each amount of a row is looked at, not the first alone.
#[test]
fn thousands_are_told_with_blanks_around_them_and_by_all_amounts_of_a_row() {
    let place = Place::new();
    place.write("paid.csv", "iin;period;knp;amount\n900101300017;2026-08;010; 12,970 \n");
    for (out, amounts, is_told) in [("one", "0; 12,970 ;0;0;0", true), ("two", "0; 12,970 ;0,500;0;0", false)] {
        place.write("kgd.csv", format!("iin;period;ipn;opv;opvr;so;vosms\n900101300017;2026-08;{amounts}\n"));
        let run = place.ustap(&["distribute", "--paid", "paid.csv", "--kgd", "kgd.csv", "--out", out, "--lang", "en"]);
        assert!(run.stdout.contains("paid.csv: an amount of 1 row, the first in line 2"), "{}", run.stdout);
        assert_eq!(run.stdout.contains("kgd.csv: an amount"), is_told, "{}", run.stdout);
    }
}
