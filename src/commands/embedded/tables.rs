//! Tables of columns: which there are, and what their columns are called.

use crate::commands::distribute::{PAID, paid_header};
use crate::commands::received::answers::{KGD, kgd_header};
use crate::error::Error;
use crate::reading::encoding::Encoding;
use crate::reading::header::Header;
use crate::reading::header::headings::{Kind, fold, words};
use crate::reading::header::mapping::{Mapping, NamedBy};
use crate::reading::{contractors, exemptions, operations};

/// The columns of an earlier distribution.
const EARLIER: [&str; 4] = ["iin", "period", "payment", "distributed"];

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An id, a code, a name, a month.
    Text,
    /// A person.
    Iin,
    /// A day, of which an instant is one in Kazakhstan.
    Day,
    /// A day of the calendar, which is no instant.
    CalendarDay,
    /// Money.
    Money,
}

/// A table that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Operations.
    Operations,
    /// Exemptions.
    Exemptions,
    /// Contractors.
    Contractors,
    /// What was paid.
    Paid,
    /// КГД's sums.
    Kgd,
    /// An earlier distribution.
    Earlier,
}

/// Whether two headings are the same but for case, blanks and underscores.
pub fn is_same_heading(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

impl TableKind {
    /// Whether the heading is one of this column's.
    pub fn is_heading(self, column: &str, heading: &str) -> bool {
        let words = self.kind().and_then(|kind| words(kind, column).ok());
        words.is_some_and(|words| words.headings.contains(&fold(heading)))
    }

    /// The name in messages and in front of a column that is named otherwise.
    pub fn name(self) -> &'static str {
        self.kind().map_or("after", Kind::code)
    }

    fn kind(self) -> Option<Kind> {
        match self {
            TableKind::Operations => Some(Kind::Operations),
            TableKind::Exemptions => Some(Kind::Exemptions),
            TableKind::Contractors => Some(Kind::Contractors),
            TableKind::Paid => Some(Kind::Paid),
            TableKind::Kgd => Some(Kind::Kgd),
            TableKind::Earlier => None,
        }
    }

    /// The names of its columns, by number.
    pub fn columns(self) -> &'static [&'static str] {
        match self {
            TableKind::Operations => &operations::COLUMNS,
            TableKind::Exemptions => &exemptions::COLUMNS,
            TableKind::Contractors => &contractors::COLUMNS,
            TableKind::Paid => &PAID,
            TableKind::Kgd => &KGD,
            TableKind::Earlier => &EARLIER,
        }
    }

    /// Whether the column is one of facts that may be left out and of which no figure is made. What the names of a payment
    /// bear upon is what comes back.
    pub fn is_without_figures(self, column: &str) -> bool {
        matches!(self, TableKind::Exemptions | TableKind::Contractors)
            && self.header(self, &[], true).is_ok_and(|header| header.may_be_left_out(column))
    }

    /// What stands in a column with this name.
    pub fn expected(self, column: &str) -> Expected {
        match column {
            "iin" => Expected::Iin,
            "settled_on" | "corrects_on" => Expected::Day,
            "valid_from" | "valid_to" | "known_on" | "birth_date" | "regime_from" | "regime_to" => {
                Expected::CalendarDay
            }
            "income" | "amount" | "distributed" => Expected::Money,
            _ if self == TableKind::Kgd && column != "period" => Expected::Money,
            _ => Expected::Text,
        }
    }

    /// For each name of a table the number of the column that it is, where it is read; `renamed` has other names of
    /// columns, by `column` of the table `first` or `table.column` of any, and `known_on` says whether it matters when an
    /// exemption became known.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where a column is missing, stands twice, or resembles one that is missing.
    pub fn find(
        self,
        names: Vec<String>,
        (first, renamed): (TableKind, &[(String, String)]),
        known_on: bool,
    ) -> Result<Vec<Option<u8>>, Error> {
        let found = self.header(first, renamed, known_on).and_then(|header| header.of_names(names));
        found.map_err(|error| error.in_file(self.name()))
    }

    fn header(self, first: TableKind, renamed: &[(String, String)], known_on: bool) -> Result<Header, Error> {
        let first = first.kind().unwrap_or(Kind::Operations);
        let mapping = Mapping { named_by: NamedBy::Argument, ..Mapping::from_named(first, renamed, Vec::new())? };
        match self {
            TableKind::Operations => operations::header(Encoding::Utf8, &mapping),
            TableKind::Exemptions => exemptions::header(Encoding::Utf8, &mapping, known_on),
            TableKind::Contractors => contractors::header(Encoding::Utf8, &mapping),
            TableKind::Paid => paid_header(Encoding::Utf8, &mapping),
            TableKind::Kgd => kgd_header(Encoding::Utf8, &mapping),
            TableKind::Earlier => Ok(Header::new(&EARLIER, &[], Encoding::Utf8).with_names_by(NamedBy::Program)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::language::Language;
    use crate::words::say;

    #[test]
    fn no_figure_is_made_of_names_and_sources_of_facts() {
        let columns = |kind: TableKind| {
            let columns = kind.columns().iter().copied();
            columns.filter(|column| kind.is_without_figures(column)).collect::<Vec<_>>()
        };
        assert_eq!(columns(TableKind::Exemptions), ["source_id"]);
        let names = ["surname", "given_name", "patronymic", "birth_date", "name"];
        assert_eq!(columns(TableKind::Contractors), names);
        for kind in [TableKind::Operations, TableKind::Paid, TableKind::Kgd, TableKind::Earlier] {
            assert!(columns(kind).is_empty(), "{kind:?}");
        }
    }

    #[test]
    fn what_is_said_of_columns_is_refused_in_one_language() {
        let find = |kind: TableKind, names: &[&str], renamed: &[(&str, &str)]| {
            let renamed: Vec<_> = renamed.iter().map(|&(name, other)| (name.to_owned(), other.to_owned())).collect();
            let names = names.iter().map(|&name| name.to_owned()).collect();
            kind.find(names, (TableKind::Operations, &renamed), false).unwrap_err()
        };
        let known = ["operation_id", "iin", "settled_on", "income"];
        let error = find(TableKind::Operations, &known, &[("nothing", "x")]);
        assert_eq!(error.kind(), ErrorKind::Input);
        for (language, message, hint) in [
            (
                Language::En,
                "operations: columns: there is no column `nothing` in the operations file",
                "`columns` gives a column another name; what is not meant is left out of the table",
            ),
            (
                Language::Ru,
                "operations: `columns`: в файле operations нет столбца `nothing`",
                "`columns` даёт столбцу другое имя; лишний столбец уберите из таблицы",
            ),
            (
                Language::Kk,
                "operations: `columns`: operations файлында `nothing` бағаны жоқ",
                "`columns` бағанға басқа ат береді; артық бағанды кестеден алып тастаңыз",
            ),
        ] {
            assert_eq!((error.say(language), error.hint_in(language)), (message.to_owned(), Some(hint.to_owned())));
        }
        // No hint names an option of the command line.
        let twice = ["operation_id", "iin", "settled_on", "income", "income"];
        let near = ["operation_id", "iin", "settled_on", "income", "corects_on"];
        let earlier = ["iin", "period", "payment", "distributed", "iin"];
        for (error, hint) in [
            (find(TableKind::Operations, &twice, &[]), say!("embedded-columns-hint")),
            (find(TableKind::Operations, &near, &[]), say!("embedded-columns-hint")),
            (find(TableKind::Earlier, &earlier, &[]), say!("embedded-after-columns-hint")),
            (
                find(TableKind::Operations, &known, &[("operation_id", "iin")]),
                say!("header-taken-hint", by = "`columns`", heading = "iin", name = "operation_id"),
            ),
        ] {
            let told = Language::ALL.map(|language| error.hint_in(language));
            assert_eq!(
                (error.kind(), &told),
                (ErrorKind::Input, &Language::ALL.map(|language| Some(hint.say(language))))
            );
            assert!(told.iter().flatten().all(|hint| !hint.contains("--")), "{told:?}");
        }
        // Of a table without columns there are none to tell.
        assert_eq!(find(TableKind::Operations, &[], &[]).hint_in(Language::En), None);
    }
}
