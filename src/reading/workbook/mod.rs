//! A workbook (`.xlsx`, `.xlsm`): its sheets as blocks of rows, such as the reader of text makes them.
//!
//! Not by calamine, which hands numbers over as floats and does not look at checksums: docs/decisions/workbooks.md.

mod cells;
mod form;
mod head;
mod numbers;
mod package;
pub(crate) mod sheet;
mod strings;
mod xml;

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use crate::batch::memory::file_at::FileAt;
use crate::error::{Error, ErrorKind};
use crate::reading::header::seen::OtherSheet;
use crate::reading::wanted_sheet::WantedSheet;
use crate::reading::workbook::cells::{Cells, has_values};
use crate::reading::workbook::numbers::{Shown, shown_by, shown_by_known};
use crate::reading::workbook::package::{Package, Whole, damaged};
use crate::reading::workbook::strings::Strings;
use crate::reading::workbook::xml::{Xml, attribute, is_set};
use crate::shown::excerpt;
use crate::words::say;

/// A sheet of the workbook, by the name that people gave it.
struct SheetPart {
    name: String,
    /// The part that it is.
    part: String,
    is_hidden: bool,
}

/// A workbook whose cells have not been read.
pub(crate) struct Workbook {
    package: Package,
    sheets: Vec<SheetPart>,
    is_1904: bool,
    /// Whether whoever opens it is to compute all formulas: what wrote them did not.
    is_to_compute: bool,
    /// By the number of a cell's style.
    shown: Vec<Shown>,
    strings: Strings,
}

const WORKBOOK: &str = "xl/workbook.xml";

/// Sheets and parts that a workbook names at most, and bytes of each name: a packed file of a few megabytes may say
/// anything.
const NAMED_MAX: usize = 1 << 13;
const NAME_BYTES_MAX: usize = 4 << 10;
/// Sheets that are named where there is none of a name.
const NAMES_SHOWN: usize = 10;
/// Styles and formats of numbers at most, which is as many as Excel has.
const STYLES_MAX: usize = 1 << 16;

/// Bytes of sheets that are not read, in all, within which a cell is looked for: those that programs write have one near the
/// beginning, and a few packed bytes may be any number, under the names of thousands of sheets.
const OTHERS_BYTES_MAX: usize = 16 << 20;

/// Takes one more of what a workbook lists.
fn listed<T>(list: &mut Vec<T>, one: T, most: usize) -> Result<(), Error> {
    if list.len() == most {
        return Err(too_many(most));
    }
    list.push(one);
    Ok(())
}

fn too_many(most: usize) -> Error {
    damaged(say!("workbook-too-many", most = most.to_string()))
}

/// The attribute of an element that names something; nothing where it has none.
fn name_in(element: &BytesStart<'_>, name: &str) -> Result<String, Error> {
    let text = attribute(element, name)?.unwrap_or_default();
    if text.len() > NAME_BYTES_MAX {
        return Err(damaged(say!("workbook-long-name", most = (NAME_BYTES_MAX >> 10).to_string())));
    }
    Ok(text)
}

/// Whether a file that begins so is a zip, which a workbook is.
pub(crate) fn is_zip(beginning: &[u8]) -> bool {
    [b"PK\x03\x04", b"PK\x05\x06"].iter().any(|mark| beginning.starts_with(*mark))
}

impl Workbook {
    /// Opens the workbook that a file of so many bytes is.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where it is something else, and then what, or damaged or encrypted.
    pub fn open(file: FileAt, bytes: u64, beginning: &[u8]) -> Result<Workbook, Error> {
        let Some(mut package) = Package::open(Whole::new(file, bytes)) else {
            let has = |name: &[u8]| memchr::memmem::find(beginning, name).is_some();
            return Err(if has(b"[Content_Types].xml") || has(b"xl/") {
                damaged(say!("workbook-no-end"))
            } else {
                Error::new(ErrorKind::Input, say!("workbook-is-zip")).with_hint(say!("workbook-is-zip-hint"))
            });
        };
        let main = main_part(&mut package)?;
        if !package.has(&main) {
            return Err(other(&package, beginning));
        }
        let links = links(&mut package, &main)?;
        let (mut sheets, is_1904, is_to_compute) = sheets(&mut package, &main)?;
        let by_id: BTreeMap<&str, &Link> = links.iter().rev().map(|link| (link.id.as_str(), link)).collect();
        sheets.retain_mut(|sheet| {
            let link = by_id.get(sheet.part.as_str());
            link.is_some_and(|link| {
                sheet.part.clone_from(&link.part);
                link.is_of("worksheet")
            })
        });
        let part_of = |kind: &str| links.iter().find(|link| link.is_of(kind)).map(|link| link.part.clone());
        let shown = part_of("styles").map_or(Ok(Vec::new()), |part| styles(&mut package, &part))?;
        let strings = match part_of("sharedStrings") {
            Some(part) => Strings::read(package.part(&part)?)?,
            None => Strings::default(),
        };
        Ok(Workbook { package, sheets, is_1904, is_to_compute, shown, strings })
    }

    /// The cells of a sheet, with its name; the name of the first sheet where it was passed over for being hidden, and others
    /// with cells, where nobody has named one.
    ///
    /// # Errors
    /// Kind [`ErrorKind::Input`] where there is none of that name, with those that there are.
    fn cells(mut self, wanted: WantedSheet<'_>) -> Result<(String, Cells, Option<String>, Vec<OtherSheet>), Error> {
        let named = |name: &str| self.sheets.iter().position(|sheet| sheet.name == name);
        let first = || self.sheets.iter().position(|sheet| !sheet.is_hidden);
        let number = match wanted {
            WantedSheet::First => first(),
            WantedSheet::Named(name) => Some(named(name).ok_or_else(|| {
                let mut names: Vec<String> =
                    self.sheets.iter().take(NAMES_SHOWN).map(|sheet| excerpt(&sheet.name)).collect();
                if self.sheets.len() > NAMES_SHOWN {
                    names.push("…".to_owned());
                }
                Error::new(ErrorKind::Input, say!("workbook-no-sheet", sheet = name))
                    .with_hint(say!("workbook-no-sheet-hint", sheets = names.join(", ")))
            })?),
            WantedSheet::OfInput(name) => {
                name.match_indices('#').find_map(|(at, _)| named(&name[at + 1..])).or_else(first)
            }
        };
        let is_named = matches!(wanted, WantedSheet::Named(_));
        let hidden = self.sheets.first().filter(|sheet| !is_named && sheet.is_hidden && number == first());
        let hidden = hidden.map(|sheet| sheet.name.clone());
        let (mut others, mut left) = (Vec::new(), OTHERS_BYTES_MAX);
        for (_, sheet) in self.sheets.iter().enumerate().filter(|(at, _)| Some(*at) != number) {
            // What is damaged there is nobody's concern.
            if !is_named
                && self.package.part(&sheet.part).is_ok_and(|part| part.is_some_and(|part| has_values(part, &mut left)))
            {
                others.push(OtherSheet { name: sheet.name.clone(), is_hidden: sheet.is_hidden });
            }
        }
        let sheet =
            number.and_then(|number| self.sheets.get(number)).ok_or_else(|| damaged(say!("workbook-sheetless")))?;
        let part =
            self.package.part(&sheet.part)?.ok_or_else(|| damaged(say!("workbook-no-part", part = &sheet.part)))?;
        let cells = Cells::new(part, self.strings, self.shown, (self.is_1904, self.is_to_compute))?;
        Ok((sheet.name.clone(), cells, hidden, others))
    }
}

/// What a zip is that is no workbook of this form.
fn other(package: &Package, beginning: &[u8]) -> Error {
    let is_ods = memchr::memmem::find(beginning, b"application/vnd.oasis.opendocument.spreadsheet").is_some();
    let other_form = |form: &str| (say!("workbook-other-form", form = form), say!("workbook-other-form-hint"));
    let (what, hint) = if is_ods || package.has("content.xml") && package.has("META-INF/manifest.xml") {
        other_form(".ods")
    } else if package.has("xl/workbook.bin") {
        other_form(".xlsb")
    } else if package.has("word/document.xml") {
        (say!("workbook-is-docx"), say!("workbook-is-docx-hint"))
    } else if package.has("[Content_Types].xml") {
        return damaged(say!("workbook-no-part", part = WORKBOOK));
    } else {
        (say!("workbook-is-zip"), say!("workbook-is-zip-hint"))
    };
    Error::new(ErrorKind::Input, what).with_hint(hint)
}

/// A part that another one names.
struct Link {
    id: String,
    kind: String,
    part: String,
}

impl Link {
    /// Whether it is of this kind, in the transitional form or the strict one.
    fn is_of(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// The part that says which sheets there are.
fn main_part(package: &mut Package) -> Result<String, Error> {
    let links = links(package, "")?;
    let main = links.into_iter().find(|link| link.is_of("officeDocument")).map(|link| link.part);
    Ok(main.filter(|part| part.ends_with(".xml") && !part.starts_with("word/")).unwrap_or_else(|| WORKBOOK.to_owned()))
}

/// The parts that this one names; those of the whole where it is none.
fn links(package: &mut Package, of: &str) -> Result<Vec<Link>, Error> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let mut links = Vec::new();
    let Some(part) = package.part(&path)? else { return Ok(links) };
    let mut xml = Xml::new(part);
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "Relationship" => {
                let get = |name| name_in(&element, name);
                let (id, kind, target) = (get("Id")?, get("Type")?, get("Target")?.replace('\\', "/"));
                listed(&mut links, Link { id, kind, part: resolved(folder, &target) }, NAMED_MAX)?;
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// A path as one from the top of the package.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The sheets in their order, each with the id of its part, whether days count from 1904, and whether formulas are computed
/// when the workbook is opened.
fn sheets(package: &mut Package, main: &str) -> Result<(Vec<SheetPart>, bool, bool), Error> {
    let mut xml = Xml::new(package.part(main)?.ok_or_else(|| damaged(say!("workbook-no-part", part = main)))?);
    let (mut sheets, mut is_1904, mut is_to_compute) = (Vec::new(), false, false);
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "workbookPr" => is_1904 = is_set(&element, "date1904")?,
                "calcPr" => {
                    is_to_compute = is_set(&element, "fullCalcOnLoad")? || is_set(&element, "forceFullCalc")?;
                }
                "sheet" => {
                    let get = |name| name_in(&element, name);
                    let is_hidden = matches!(&*get("state")?, "hidden" | "veryHidden");
                    listed(&mut sheets, SheetPart { name: get("name")?, part: get(":id")?, is_hidden }, NAMED_MAX)?;
                }
                _ => {}
            },
            Event::Eof => return Ok((sheets, is_1904, is_to_compute)),
            _ => {}
        }
    }
}

/// As what numbers are shown, by the number of a cell's style.
fn styles(package: &mut Package, part: &str) -> Result<Vec<Shown>, Error> {
    let Some(part) = package.part(part)? else { return Ok(Vec::new()) };
    let mut xml = Xml::new(part);
    let mut own: BTreeMap<u32, Shown> = BTreeMap::new();
    let mut styles = Vec::new();
    loop {
        match xml.next()? {
            Event::Start(element) | Event::Empty(element) => {
                let format = |name| Ok::<_, Error>(attribute(&element, name)?.and_then(|id| id.parse::<u32>().ok()));
                match element.local_name().as_ref() {
                    "numFmt" => {
                        let code = attribute(&element, "formatCode")?.unwrap_or_default();
                        if let Some(id) = format("numFmtId")? {
                            own.entry(id).or_insert(shown_by(&code));
                        }
                        if own.len() > STYLES_MAX {
                            return Err(too_many(STYLES_MAX));
                        }
                    }
                    "xf" => {
                        let id = format("numFmtId")?.unwrap_or_default();
                        let shown = own.get(&id).copied().unwrap_or_else(|| shown_by_known(id));
                        listed(&mut styles, shown, STYLES_MAX)?;
                    }
                    _ => {}
                }
            }
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}
