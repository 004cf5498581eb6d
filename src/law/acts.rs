//! The acts of `acts.toml`.

use std::sync::Arc;

use crate::error::Error;
use crate::law::act::{Act, ActKind, Title};
use crate::law::tables::table::{Entry, Table, Text};
use crate::words::say;

/// The sections of the table.
pub(super) const SECTIONS: [&str; 1] = ["act"];

const KEYS: [&str; 10] = ["code", "kind", "ru", "kk", "en", "short", "number", "dated", "registered", "url"];

/// The acts of the table, in its order.
pub(super) fn read(table: &mut Table<'_>) -> Result<Vec<Arc<Act>>, Error> {
    let mut acts = Vec::<Arc<Act>>::new();
    for mut entry in table.entries("act", &KEYS)? {
        let code = entry.code()?;
        if acts.iter().any(|act| act.code == code.value) {
            return Err(code.refuse(say!("table-twice")));
        }
        acts.push(Arc::new(act(code, &mut entry)?));
    }
    Ok(acts)
}

fn act(code: Text<'_>, entry: &mut Entry<'_>) -> Result<Act, Error> {
    let kind = match entry.optional_text("kind")? {
        None => ActKind::Act,
        Some(text) => {
            let kinds = [ActKind::Act, ActKind::Publication];
            text.one_of(&kinds.map(|kind| (kind.code(), kind)), say!("act-no-kind"))?
        }
    };
    let title = title(entry)?;
    let short = entry.part("short", &["ru", "kk", "en"])?.map(|mut short| self::title(&mut short)).transpose()?;
    // What is no act need not have them.
    let (number, dated) = match kind {
        ActKind::Act => (Some(entry.text("number")?), Some(entry.text("dated")?)),
        ActKind::Publication => (entry.optional_text("number")?, entry.optional_text("dated")?),
    };
    let url = entry.text("url")?;
    if !url.value.starts_with("https://") && !url.value.starts_with("http://") {
        return Err(url.refuse(say!("act-no-address")));
    }
    Ok(Act {
        kind,
        title,
        short,
        number: number.and_then(known),
        dated: dated.filter(is_known).map(|dated| dated.day()).transpose()?,
        registered: entry.optional_text("registered")?.map(|text| text.value.into_owned()),
        code: code.value.into_owned(),
        url: url.value.into_owned(),
    })
}

/// The title under `ru`, `kk` and `en`.
fn title(entry: &mut Entry<'_>) -> Result<Title, Error> {
    let (ru, kk, en) = (entry.text("ru")?, entry.text("kk")?, entry.text("en")?);
    if !is_known(&ru) {
        return Err(ru.refuse(say!("act-title-unknown")));
    }
    Ok(Title { ru: ru.value.into_owned(), kk: known(kk), en: known(en) })
}

fn is_known(text: &Text<'_>) -> bool {
    text.value != "none"
}

fn known(text: Text<'_>) -> Option<String> {
    is_known(&text).then(|| text.value.into_owned())
}
