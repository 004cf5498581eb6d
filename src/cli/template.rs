//! `ustap template`: files to start from.

use std::path::Path;

use crate::cli::ending::{Ending, print_published, warn};
use crate::cli::page::{Page, typed};
use crate::cli::speech::Speech;
use crate::commands::template;
use crate::error::Error;
use crate::shown::plain;
use crate::words::say;

/// Writes the files, and says which to open first.
pub(crate) fn write(dir: &Path, speech: Speech) -> Result<Ending, Error> {
    let language = speech.sentences();
    warn(template::write(dir, language)?, speech);
    let mut page = Page::new(speech.terminal);
    page.say(say!("template-written", dir = plain(&dir.display().to_string())));
    page.next(say!("template-next-readme", file = typed(&dir.join(template::readme_file(language)))));
    page.next(say!("template-next-rows"));
    page.next(say!("template-next", dir = typed(dir)));
    print_published(&page.finish(), dir, speech);
    Ok(Ending::Clean)
}
