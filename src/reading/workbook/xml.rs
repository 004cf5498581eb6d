//! XML of a workbook's parts, element by element.

use std::io::{self, BufRead, Read};

use quick_xml::Reader;
use quick_xml::errors::Error as XmlError;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::name::{NamespaceResolver, ResolveResult};

use crate::error::{Error, ErrorKind};
use crate::reading::workbook::package::{Part, damaged, damaged_by};
use crate::words::say;

/// One part, read as events of its own elements.
pub(super) struct Xml {
    elements: Elements,
    buffer: Vec<u8>,
    /// What the prefixes of names stand for.
    names: NamespaceResolver,
    /// The namespace of the first element, empty where it has none.
    own: Option<String>,
    /// Whether elements of other namespaces are refused.
    is_own_alone: bool,
}

/// All elements of a part.
struct Elements {
    reader: Reader<Bounded>,
    /// Those that are open.
    depth: u16,
}

/// A part of which one event has so many bytes at most, and all of it too: a few of them packed may be any number.
struct Bounded {
    part: Part,
    left: usize,
    left_in_all: usize,
}

/// A text or a tag is held whole. A cell has 32 767 letters, a record 1 MiB.
const EVENT_MEBIBYTES_MAX: usize = 4;
const EVENT_BYTES_MAX: usize = EVENT_MEBIBYTES_MAX << 20;

/// The reader keeps the name of every open element. Those of a workbook are some ten deep.
const DEPTH_MAX: u16 = 256;

/// Elements in which others stand again that mean something else there: what programs of one house add, views of single
/// people, how a text is spoken, and the formats of no cell.
const PASSED_OVER: [&str; 5] = ["extLst", "customSheetViews", "rPh", "cellStyleXfs", "dxfs"];

impl BufRead for Bounded {
    #[inline]
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let left = self.left.min(self.left_in_all);
        if left == 0 {
            return Err(io::Error::other(say!("workbook-long-text", most = EVENT_MEBIBYTES_MAX.to_string())));
        }
        let bytes = self.part.fill_buf()?;
        Ok(&bytes[..bytes.len().min(left)])
    }

    #[inline]
    fn consume(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(bytes);
        self.left_in_all = self.left_in_all.saturating_sub(bytes);
        self.part.consume(bytes);
    }
}

impl Read for Bounded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl Elements {
    /// What comes next.
    #[inline]
    fn next<'b>(&mut self, buffer: &'b mut Vec<u8>) -> Result<Event<'b>, Error> {
        buffer.clear();
        self.reader.get_mut().left = EVENT_BYTES_MAX;
        let event = self.reader.read_event_into(buffer).map_err(|error| fault(&error))?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        if self.depth > DEPTH_MAX {
            return Err(damaged(say!("workbook-deep", most = usize::from(DEPTH_MAX))));
        }
        Ok(event)
    }

    /// Reads on to the end of the element that was opened last.
    #[cold]
    fn pass_over(&mut self) -> Result<(), Error> {
        let (around, mut buffer) = (self.depth.saturating_sub(1), Vec::new());
        while self.depth > around && !matches!(self.next(&mut buffer)?, Event::Eof) {}
        Ok(())
    }
}

impl Xml {
    pub fn new(part: Part) -> Xml {
        Xml::within(part, usize::MAX)
    }

    /// Not more than so many bytes of the part, behind which an error comes.
    pub fn within(part: Part, left_in_all: usize) -> Xml {
        let reader = Reader::from_reader(Bounded { part, left: EVENT_BYTES_MAX, left_in_all });
        let elements = Elements { reader, depth: 0 };
        Xml { elements, buffer: Vec::new(), names: NamespaceResolver::default(), own: None, is_own_alone: false }
    }

    /// What comes next. Elements of another namespace than the first, and those in which nothing is looked for, are passed
    /// over with all that stands in them: a comment comes in their place.
    #[inline]
    pub fn next(&mut self) -> Result<Event<'_>, Error> {
        // Where the element that came last was the end of another, what that one declared is at its end too.
        if self.names.level() > self.elements.depth {
            self.names.set_level(self.elements.depth);
        }
        let around = self.elements.depth;
        let event = self.elements.next(&mut self.buffer)?;
        if let Event::Start(element) | Event::Empty(element) = &event
            && let Some(other) = other(element, around, &mut self.names, &mut self.own)?
        {
            if self.is_own_alone && other == Other::Foreign {
                return Err(damaged(say!("workbook-foreign")));
            }
            if matches!(event, Event::Start(_)) {
                self.elements.pass_over()?;
            }
            return Ok(Event::Comment(BytesText::from_escaped("")));
        }
        Ok(event)
    }

    /// From here on elements of other namespaces are refused, or no longer.
    pub fn own_alone(&mut self, is_own_alone: bool) {
        self.is_own_alone = is_own_alone;
    }

    /// How many of the bytes are left that it may have.
    pub fn left_in_all(&self) -> usize {
        self.elements.reader.get_ref().left_in_all
    }

    /// Reads to the end of the part, where its checksum is looked at.
    pub fn finish(&mut self) -> Result<(), Error> {
        let part = &mut self.elements.reader.get_mut().part;
        io::copy(part, &mut io::sink()).map_err(|cause| of_reading(&cause))?;
        Ok(())
    }
}

/// Why an element is passed over.
#[derive(PartialEq, Eq)]
enum Other {
    /// It is of another namespace.
    Foreign,
    /// Nothing is looked for in it.
    Within,
}

/// Why an element, with so many around it, is to be passed over, if it is. The first says which namespace is the part's own.
#[inline]
fn other(
    element: &BytesStart<'_>,
    around: u16,
    names: &mut NamespaceResolver,
    own: &mut Option<String>,
) -> Result<Option<Other>, Error> {
    // Few elements declare one, and to look at the attributes of each would take half as long again as to read them.
    if memchr::memmem::find(element.as_bytes(), b"xmlns").is_some() {
        names.set_level(around);
        names.push(element).map_err(|_| ill_formed())?;
    }
    let (namespace, name) = names.resolve_element(element.name());
    let namespace = match namespace {
        ResolveResult::Bound(namespace) => namespace.into_inner(),
        ResolveResult::Unbound => "",
        ResolveResult::Unknown(_) => return Err(ill_formed()),
    };
    let own = own.get_or_insert_with(|| namespace.to_owned());
    Ok(match *own == namespace {
        false => Some(Other::Foreign),
        true => PASSED_OVER.contains(&name.as_ref()).then_some(Other::Within),
    })
}

/// What the library says of it is left out: it quotes names that stand in the part.
pub(super) fn ill_formed() -> Error {
    damaged(say!("workbook-ill-formed"))
}

fn fault(error: &XmlError) -> Error {
    match error {
        XmlError::Io(cause) => of_reading(cause),
        _ => ill_formed(),
    }
}

/// What is packed wrongly is damage; what the disk says is not.
fn of_reading(cause: &io::Error) -> Error {
    match cause.kind() {
        io::ErrorKind::InvalidData => damaged(say!("workbook-checksum")),
        io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => damaged_by(cause),
        _ => Error::new(ErrorKind::Input, say!("workbook-unreadable")).caused_by_io(cause),
    }
}

/// Appends what an event has of text.
pub(super) fn append(event: &Event<'_>, out: &mut String) -> Result<(), Error> {
    let start = out.len();
    match event {
        Event::Text(text) => out.push_str(&text.xml10_content()),
        Event::CData(text) => out.push_str(&text.xml10_content()),
        Event::GeneralRef(entity) => match entity.resolve_char_ref().map_err(|_| ill_formed())? {
            Some(character) => out.push(character),
            None => out.push_str(resolve_xml_entity(entity).ok_or_else(ill_formed)?),
        },
        _ => {}
    }
    // Nor may a reference stand for one of these.
    let is_of_no_text = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    if out.as_bytes()[start..].iter().any(is_of_no_text) { Err(ill_formed()) } else { Ok(()) }
}

/// The attribute of this name; one that stands in a namespace is named with the colon, whatever its prefix is.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Error> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| ill_formed())?;
        let key = attribute.key.as_ref();
        if key == name || name.starts_with(':') && key.ends_with(name) {
            let text = quick_xml::escape::unescape(&attribute.value).map_err(|_| ill_formed())?;
            return Ok(Some(text.into_owned()));
        }
    }
    Ok(None)
}

/// Whether the attribute of this name says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> Result<bool, Error> {
    Ok(attribute(element, name)?.is_some_and(|value| is_yes(&value)))
}

/// Whether the value of an attribute says yes.
pub(super) fn is_yes(value: &str) -> bool {
    matches!(value, "1" | "true")
}

/// Text without the escapes of spreadsheets: `_x000D_` is the character of that number, `_x005F_` an underscore.
pub(super) fn unescape(text: &mut String, from: usize) {
    if !text[from..].contains("_x") {
        return;
    }
    let mut plain = String::new();
    let mut rest = &text[from..];
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let digits = escape.get(2..6).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let number = digits.filter(|_| escape[6..].starts_with('_')).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        match number.and_then(char::from_u32) {
            Some(character) => {
                plain.push(character);
                rest = &escape[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &escape[2..];
            }
        }
    }
    plain.push_str(rest);
    text.replace_range(from.., &plain);
}
