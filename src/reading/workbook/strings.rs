//! The texts that cells of a workbook share.

use quick_xml::events::Event;

use crate::error::Error;
use crate::reading::workbook::package::{Part, damaged};
use crate::reading::workbook::xml::{Xml, append, unescape};
use crate::words::say;

/// All texts are held, in memory that no option bounds: a million rows with ids and names of their own have some 100 MiB.
const MEBIBYTES_MAX: usize = 512;

/// Texts by number, in one piece: a million of them are a million of ends and no allocations.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads them all; there are none where there is no part for them.
    pub fn read(part: Option<Part>) -> Result<Strings, Error> {
        let mut strings = Strings::default();
        let Some(part) = part else { return Ok(strings) };
        let mut xml = Xml::new(part);
        let mut is_text = false;
        loop {
            let event = xml.next()?;
            match &event {
                Event::Start(element) if element.local_name().as_ref() == "t" => is_text = true,
                Event::End(element) => match element.local_name().as_ref() {
                    "t" => is_text = false,
                    "si" => strings.end(),
                    _ => {}
                },
                Event::Empty(element) if element.local_name().as_ref() == "si" => strings.end(),
                Event::Eof => return Ok(strings),
                event if is_text => append(event, &mut strings.text)?,
                _ => {}
            }
            if strings.text.len() + size_of_val(&strings.ends[..]) > MEBIBYTES_MAX << 20 {
                return Err(damaged(say!("workbook-long-texts", most = MEBIBYTES_MAX)));
            }
        }
    }

    /// Ends the text that was read.
    fn end(&mut self) {
        let start = self.ends.last().map_or(0, |&end| end as usize);
        unescape(&mut self.text, start);
        // Below what all texts may have together.
        self.ends.push(self.text.len() as u32);
    }

    /// The text with this number.
    #[inline]
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)? as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}
