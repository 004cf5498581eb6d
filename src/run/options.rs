//! The options that bear on the result of a run: into its receipt, and back out of it.

use std::str::FromStr;

use serde_json::{Map, Value, json};

use crate::period::{Day, Month};
use crate::reading::encoding::Encoding;
use crate::reading::headings::Kind;
use crate::reading::mapping::Mapping;
use crate::reading::operations::Zeros;
use crate::withholding::limit::OverLimit;

/// What was asked for beside the inputs and the rates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Options {
    pub period: Option<Month>,
    pub known_on: Option<Day>,
    pub over_limit: OverLimit,
    pub lines: bool,
    /// Whether the state is kept that later runs can build upon.
    pub keep: bool,
    /// Other headings of columns, and headings that are not read.
    pub mapping: Mapping,
    pub encoding: Encoding,
    pub zeros: Zeros,
}

impl Options {
    /// The options as a receipt has them.
    pub fn to_json(&self) -> Value {
        json!({
            "period": self.period.map(|period| period.to_string()),
            "known_on": self.known_on.map(|day| day.to_string()),
            "over_limit": self.over_limit.code(),
            "lines": self.lines,
            "keep": self.keep,
            "columns": self.mapping.named(Kind::Operations),
            "ignore_columns": self.mapping.ignored,
            "encoding": self.encoding.name(),
            "restore_zeros": self.zeros == Zeros::Restored,
        })
    }

    /// The options of a receipt; `None` where they are none of `calculate`.
    pub fn from_json(options: &Value) -> Option<Options> {
        let options = options.as_object()?;
        let text = |name: &str| options.get(name)?.as_str();
        let columns = options.get("columns")?.as_object()?.iter();
        let columns: Vec<_> =
            columns.map(|(name, heading)| Some((name.clone(), heading.as_str()?.to_owned()))).collect::<Option<_>>()?;
        // Receipts of earlier versions have none.
        let ignored = options.get("ignore_columns").and_then(Value::as_array).into_iter().flatten();
        let ignored = ignored.map(|heading| heading.as_str().map(str::to_owned)).collect::<Option<_>>()?;
        Some(Options {
            period: optional(options, "period")?,
            known_on: optional(options, "known_on")?,
            over_limit: OverLimit::ALL.into_iter().find(|policy| text("over_limit") == Some(policy.code()))?,
            lines: options.get("lines")?.as_bool()?,
            keep: options.get("keep").is_some_and(|keep| keep == true),
            mapping: Mapping::from_named(Kind::Operations, &columns, ignored)?,
            zeros: Zeros::asked(options.get("restore_zeros").is_some_and(|restore| restore == true)),
            encoding: Encoding::ALL.into_iter().find(|encoding| text("encoding") == Some(encoding.name()))?,
        })
    }
}

/// The value of this option: nothing where it was not given, `None` where it cannot be read.
fn optional<T: FromStr>(options: &Map<String, Value>, name: &str) -> Option<Option<T>> {
    match options.get(name) {
        None | Some(Value::Null) => Some(None),
        Some(value) => value.as_str()?.parse().ok().map(Some),
    }
}
