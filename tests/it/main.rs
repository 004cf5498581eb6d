//! Everything that is tested from outside, in one binary: a module for each subject.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(feature = "cli")]
mod advise;
#[cfg(feature = "cli")]
mod after;
#[cfg(feature = "cli")]
mod calendar;
#[cfg(feature = "cli")]
mod case;
#[cfg(feature = "cli")]
mod cases;
#[cfg(feature = "cli")]
mod closing;
#[cfg(feature = "cli")]
mod codes;
#[cfg(feature = "cli")]
mod columns;
#[cfg(feature = "cli")]
mod conformance;
#[cfg(feature = "cli")]
mod corpus;
#[cfg(feature = "cli")]
mod correct;
#[cfg(feature = "cli")]
mod directory;
#[cfg(feature = "cli")]
mod distribute_files;
mod distribution;
#[cfg(feature = "cli")]
mod earlier_versions;
#[cfg(feature = "cli")]
mod example;
#[cfg(feature = "cli")]
mod explain;
#[cfg(feature = "cli")]
mod faults;
#[cfg(feature = "cli")]
mod field;
#[cfg(feature = "cli")]
mod golden;
#[cfg(feature = "cli")]
mod keys;
#[cfg(feature = "cli")]
mod language;
#[cfg(feature = "cli")]
mod languages;
#[cfg(feature = "cli")]
mod late_facts;
mod law;
#[cfg(feature = "cli")]
mod law_rates;
mod law_refused;
#[cfg(all(feature = "cli", target_os = "linux"))]
mod memory;
#[cfg(feature = "cli")]
mod misuse;
#[cfg(feature = "cli")]
mod month;
#[cfg(feature = "cli")]
mod oracle;
#[cfg(feature = "cli")]
mod penalty;
#[cfg(feature = "cli")]
mod privacy;
#[cfg(feature = "cli")]
mod program;
#[cfg(feature = "cli")]
mod properties;
#[cfg(feature = "cli")]
mod rates_add;
#[cfg(feature = "cli")]
mod readme;
#[cfg(any(feature = "cli", feature = "serde"))]
mod records;
#[cfg(feature = "cli")]
mod report;
#[cfg(feature = "cli")]
mod settlement_answers;
#[cfg(feature = "cli")]
mod settlement_files;
#[cfg(feature = "cli")]
mod settlement_lists;
mod settlement_matching;
#[cfg(feature = "cli")]
mod settlement_names;
mod source;
#[cfg(feature = "cli")]
mod statement;
mod tidy;
mod values;
#[cfg(feature = "cli")]
mod verify;
#[cfg(feature = "cli")]
mod verify_totals;
mod words;
#[cfg(feature = "cli")]
mod workbook_input;
