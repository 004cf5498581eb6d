//! What is typed about the columns of tables.

use clap::Args;

use crate::cli::repeated::each_once;
use crate::error::{Error, ErrorKind};
use crate::reading::header::headings::{Kind, fold};
use crate::reading::header::mapping::{Mapped, Mapping, Zeros};
use crate::words::say;

/// What every command that reads tables of persons takes on them.
#[derive(Debug, Args)]
pub(crate) struct TableArguments {
    #[command(flatten)]
    columns: ColumnArguments,
    #[arg(long)]
    pub restore_zeros: bool,
}

/// What every command that reads tables takes on their columns.
#[derive(Debug, Clone, Args)]
pub(crate) struct ColumnArguments {
    #[arg(long, value_name = "[FILE.]NAME=HEADER", value_parser = column)]
    pub column: Vec<ColumnArgument>,
    #[arg(long, value_name = "HEADING")]
    pub ignore_column: Vec<String>,
}

/// A column and the heading that it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnArgument {
    /// The kind of file, where it was said.
    pub file: Option<Kind>,
    pub name: String,
    pub heading: String,
}

impl TableArguments {
    /// These, and what was said of the columns of КГД in the other way.
    pub fn with_kgd(&self, kgd_column: &[ColumnArgument]) -> TableArguments {
        let mut columns = self.columns.clone();
        columns.column.extend(kgd_column.iter().cloned());
        TableArguments { columns, restore_zeros: self.restore_zeros }
    }

    /// What was said about the columns, and about the ИИН in them.
    ///
    /// # Errors
    /// As [`ColumnArguments::mapping`].
    pub fn mapping(&self, tables: &[(Kind, bool)]) -> Result<Mapping, Error> {
        Ok(Mapping { zeros: Zeros::asked(self.restore_zeros), ..self.columns.mapping(tables)? })
    }
}

impl ColumnArguments {
    /// What was said about the columns of a command that reads these kinds of file: each with whether any was given. The
    /// first one is meant where none was said.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Usage`] where a column is of a kind that the command does not read, or of which no file was given.
    pub fn mapping(&self, tables: &[(Kind, bool)]) -> Result<Mapping, Error> {
        let first = tables.first().map_or(Kind::Operations, |&(table, _)| table);
        let mapped = |ColumnArgument { file, name, heading }: &ColumnArgument| {
            let table = file.unwrap_or(first);
            let code = table.code();
            match tables.iter().find(|(known, _)| *known == table) {
                Some((_, true)) => Ok(Mapped { table, column: name.clone(), heading: heading.clone() }),
                Some((_, false)) => {
                    let message = say!("column-of-no-file", file = code, column = name);
                    Err(Error::new(ErrorKind::Usage, message).with_hint(say!("column-of-no-file-hint")))
                }
                None => {
                    let known: Vec<&str> = tables.iter().map(|(table, _)| table.code()).collect();
                    let message = say!("column-of-other-file", file = code, column = name);
                    let hint = say!("column-of-other-file-hint", files = known.join(", "));
                    Err(Error::new(ErrorKind::Usage, message).with_hint(hint))
                }
            }
        };
        let mut columns: Vec<Mapped> = self.column.iter().map(mapped).collect::<Result<_, _>>()?;
        // In whatever order they were typed, a receipt has them in one.
        columns.sort_by(|a, b| (a.table.code(), &a.column).cmp(&(b.table.code(), &b.column)));
        let ignored = each_once(self.ignore_column.iter().cloned());
        Ok(Mapping { columns, ignored, ..Mapping::default() })
    }
}

fn column(argument: &str) -> Result<ColumnArgument, Error> {
    let form = || Error::new(ErrorKind::Usage, say!("argument-column"));
    let (name, heading) = argument.split_once('=').ok_or_else(form)?;
    let (file, name) = match name.split_once('.') {
        Some((code, name)) => {
            let unknown = || {
                let files = Kind::tables().map(Kind::code).collect::<Vec<_>>().join(", ");
                Error::new(ErrorKind::Usage, say!("argument-column-file", file = code))
                    .with_hint(say!("argument-column-file-hint", files = files))
            };
            (Some(Kind::tables().find(|kind| kind.code() == code).ok_or_else(unknown)?), name)
        }
        None => (None, name),
    };
    if name.is_empty() || fold(heading).is_empty() {
        return Err(form());
    }
    Ok(ColumnArgument { file, name: name.to_owned(), heading: heading.to_owned() })
}

/// A column of the sums of КГД, whose file need not be named.
pub(crate) fn kgd_column(argument: &str) -> Result<ColumnArgument, Error> {
    match column(argument) {
        Ok(column) if column.file.is_none() => Ok(ColumnArgument { file: Some(Kind::Kgd), ..column }),
        _ => Err(Error::new(ErrorKind::Usage, say!("argument-kgd-column"))),
    }
}
