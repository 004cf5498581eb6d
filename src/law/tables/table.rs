//! Tables as text: strict reading of TOML, in which every fault has its line and column.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::Error;
use crate::law::act::{Act, ActKind};
use crate::law::citation::{Annex, Basis, Citation, Note, Provision};
use crate::law::days::Days;
use crate::law::names::Names;
use crate::law::tables::dated::{self, Dated};
use crate::law::tables::spot::{Spot, TableFile};
use crate::payment::{Payment, PerPayment};
use crate::period::Day;
use crate::words::{Message, say};

/// A dated value as the tables have it, for counting and listing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Value {
    /// The file it stands in.
    pub file: String,
    /// The section: `rate`, `exemption`, ….
    pub section: &'static str,
    /// The line on which the entry begins, from 1.
    pub line: u64,
    /// The days on which it holds.
    pub days: Days,
    /// What it rests on.
    pub citation: Arc<Citation>,
    /// What it is a value of: the texts under the keys that tell it, `regime` and `payment` of a rate, say.
    pub of: BTreeMap<&'static str, Vec<String>>,
}

impl Value {
    /// The series that it belongs to, each as its texts: several where it holds for several payments. What is a value of
    /// `none`, as a cap, has no text there, and is of the series of every one.
    #[cfg(feature = "cli")]
    pub(crate) fn series(&self) -> Vec<Vec<&str>> {
        let mut series: Vec<Vec<&str>> = vec![Vec::new()];
        for texts in self.of.values().filter(|texts| !texts.is_empty()) {
            let mut longer = Vec::new();
            for text in texts {
                longer.extend(series.iter().map(|known| [known.as_slice(), &[text.as_str()]].concat()));
            }
            series = longer;
        }
        series
    }
}

/// A text in a table, never empty, and where it stands.
#[derive(Debug, Clone)]
pub(in crate::law) struct Text<'a> {
    pub value: Cow<'a, str>,
    pub spot: Spot<'a>,
}

impl Text<'_> {
    /// The error that refuses this text: `` `text` reason ``.
    pub fn refuse(&self, reason: Message) -> Error {
        self.spot.refuse(say!("table-text", text = self.value.as_ref(), reason = reason))
    }

    /// What stands for this text, one of these words.
    pub fn one_of<T: Copy>(&self, words: &[(&str, T)], otherwise: Message) -> Result<T, Error> {
        let known = words.iter().find(|(word, _)| *word == self.value);
        known.map(|&(_, value)| value).ok_or_else(|| self.refuse(otherwise))
    }

    /// The payment with this identifier.
    pub fn payment(&self) -> Result<Payment, Error> {
        self.value.parse::<Payment>().ok().ok_or_else(|| self.refuse(say!("table-no-payment")))
    }

    /// The number of a place in an act: digits with hyphens between, or two of these with a dash between.
    fn number(self, reason: Message) -> Result<String, Error> {
        let is_number = |part: &str| {
            part.split('-').all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let mut ends = self.value.split('–');
        if ends.clone().count() > 2 || !ends.all(is_number) {
            return Err(self.refuse(reason));
        }
        Ok(self.value.into_owned())
    }

    /// The day that is written `YYYY-MM-DD`.
    pub fn day(&self) -> Result<Day, Error> {
        let bytes = self.value.as_bytes();
        // The other forms of a day are for inputs; the tables have one.
        let of_form = bytes.len() == 10 && bytes.get(4) == Some(&b'-');
        of_form.then(|| Day::parse(bytes)).flatten().ok_or_else(|| self.refuse(say!("table-no-day")))
    }
}

/// Values of one thing with their days, by first day.
pub(in crate::law) type Series<T> = Vec<(Days, T)>;

/// A table that is being read.
pub(in crate::law) struct Table<'a> {
    file: &'a TableFile,
    /// What entries may cite.
    acts: &'a [Arc<Act>],
    root: DeTable<'a>,
    gaps: Vec<String>,
    values: Vec<Value>,
}

/// The keys that every dated entry has beside its own.
const DATED: [&str; 5] = ["from", "to", "cite", "basis", "note"];
/// The keys of a place in an act.
const PLACE: [&str; 8] = ["act", "edition", "annex", "article", "point", "subpoint", "part", "says"];

impl<'a> Table<'a> {
    /// The table of a file that may have these sections and no others, and may cite these acts.
    pub fn open(file: &'a TableFile, acts: &'a [Arc<Act>], sections: &[&str]) -> Result<Table<'a>, Error> {
        let root = DeTable::parse(&file.text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            Spot { file, offset }.refuse(say!("table-no-toml", error = error.message()))
        })?;
        let mut fields = Entry { file, name: "", spot: Spot::top(file), fields: root.into_inner() };
        let known: Vec<&str> = ["gaps"].into_iter().chain(sections.iter().copied()).collect();
        fields.only(&known)?;
        let mut gaps = Vec::new();
        for section in fields.texts("gaps")?.unwrap_or_default() {
            if !sections.contains(&section.value.as_ref()) {
                return Err(section.refuse(say!("table-no-section", known = sections.join(", "))));
            }
            gaps.push(section.value.into_owned());
        }
        Ok(Table { file, acts, root: fields.fields, gaps, values: Vec::new() })
    }

    /// The beginning of the table.
    pub fn top(&self) -> Spot<'a> {
        Spot::top(self.file)
    }

    /// Whether the file declares that series of this section may have gaps.
    pub fn may_have_gaps(&self, section: &str) -> bool {
        self.gaps.iter().any(|name| name == section)
    }

    /// Whether the table has entries of the section that were not read yet.
    pub fn has(&self, section: &str) -> bool {
        self.root.contains_key(section)
    }

    /// The entries of a section, each of which has only these keys.
    pub fn entries(&mut self, section: &'static str, keys: &[&str]) -> Result<Vec<Entry<'a>>, Error> {
        let file = self.file;
        let Some(value) = self.root.remove(section) else {
            return Err(Spot::top(file).refuse(say!("table-section-missing", section = section)));
        };
        let spot = Spot { file, offset: value.span().start };
        let DeValue::Array(array) = value.into_inner() else {
            return Err(spot.refuse(say!("table-section-no-list", section = section)));
        };
        let mut entries = Vec::new();
        for element in array {
            let spot = Spot { file, offset: element.span().start };
            let DeValue::Table(fields) = element.into_inner() else {
                return Err(spot.refuse(say!("table-entry-begins", section = section)));
            };
            let entry = Entry { file, name: section, spot, fields };
            entry.only(keys)?;
            entries.push(entry);
        }
        Ok(entries)
    }

    /// The entries of a section of dated values; `of` are the keys that tell of what an entry is a value, and `read` takes
    /// the value from these and the other keys that are the section's own.
    pub fn dated<T>(
        &mut self,
        section: &'static str,
        of: &[&'static str],
        keys: &[&str],
        mut read: impl FnMut(&mut Entry<'a>) -> Result<T, Error>,
    ) -> Result<Vec<Dated<'a, T>>, Error> {
        self.cited(section, of, keys, |entry, _| read(entry))
    }

    /// The same; `read` is given what the entry rests on too.
    pub fn cited<T>(
        &mut self,
        section: &'static str,
        of: &[&'static str],
        keys: &[&str],
        mut read: impl FnMut(&mut Entry<'a>, &Arc<Citation>) -> Result<T, Error>,
    ) -> Result<Vec<Dated<'a, T>>, Error> {
        let keys: Vec<&str> = of.iter().chain(keys).copied().chain(DATED).collect();
        let mut values = Vec::new();
        for mut entry in self.entries(section, &keys)? {
            let (days, from, to) = entry.days()?;
            let citation = Arc::new(entry.citation(self.acts)?);
            let of = of.iter().map(|&key| (key, entry.told(key))).collect();
            let value = read(&mut entry, &citation)?;
            let (file, line) = (self.file.name.clone(), entry.spot.line());
            self.values.push(Value { file, section, line, days, citation: Arc::clone(&citation), of });
            values.push(Dated { days, value, citation, from, to });
        }
        Ok(values)
    }

    /// The series of each key in a section, by first day, each without overlaps and, unless the section may have them,
    /// without gaps. `read` gives the keys for which an entry holds and its value; `what` names the series of a key.
    pub fn series<K: Ord, T: Clone>(
        &mut self,
        section: &'static str,
        of: &[&'static str],
        keys: &[&str],
        what: impl Fn(&K) -> Message,
        read: impl FnMut(&mut Entry<'a>, &Arc<Citation>) -> Result<(Vec<K>, T), Error>,
    ) -> Result<BTreeMap<K, Series<T>>, Error> {
        let entries = self.cited(section, of, keys, read)?;
        let mut all = BTreeMap::new();
        for (key, series) in dated::by_key(dated::each_key(entries)) {
            dated::fits(&series, &what(&key), self.may_have_gaps(section))?;
            all.insert(key, series.into_iter().map(|entry| (entry.days, entry.value)).collect());
        }
        Ok(all)
    }

    /// The series of each payment in a section whose entries list the payments for which they hold.
    pub fn per_payment<T: Clone>(
        &mut self,
        section: &'static str,
        keys: &[&str],
        what: impl Fn(&Payment) -> Message,
        mut read: impl FnMut(&mut Entry<'a>, &Arc<Citation>) -> Result<T, Error>,
    ) -> Result<PerPayment<Series<T>>, Error> {
        let mut all = self.series(section, &["payments"], keys, what, |entry, citation| {
            Ok((entry.payments()?, read(entry, citation)?))
        })?;
        Ok(PerPayment::from_fn(|payment| all.remove(&payment).unwrap_or_default()))
    }

    /// The one series of a section.
    pub fn single<T: Clone>(
        &mut self,
        section: &'static str,
        keys: &[&str],
        what: Message,
        mut read: impl FnMut(&mut Entry<'a>, &Arc<Citation>) -> Result<T, Error>,
    ) -> Result<Series<T>, Error> {
        let named = |(): &()| what.clone();
        let mut all =
            self.series(section, &[], keys, named, |entry, citation| Ok((vec![()], read(entry, citation)?)))?;
        Ok(all.remove(&()).unwrap_or_default())
    }

    /// The dated values that were read.
    pub fn into_values(self) -> Vec<Value> {
        self.values
    }
}

/// An entry of a section, whose keys are taken one by one.
pub(in crate::law) struct Entry<'a> {
    file: &'a TableFile,
    /// The section's name.
    name: &'static str,
    /// Where the entry begins.
    pub spot: Spot<'a>,
    fields: DeTable<'a>,
}

impl<'a> Entry<'a> {
    /// Refuses a key that is not one of these.
    fn only(&self, keys: &[&str]) -> Result<(), Error> {
        let unknown = self.fields.keys().filter(|key| !keys.contains(&key.get_ref().as_ref()));
        match unknown.min_by_key(|key| key.span().start) {
            None => Ok(()),
            Some(key) => Err(Spot { file: self.file, offset: key.span().start }.refuse(say!(
                "table-key-unknown",
                key = key.get_ref().as_ref(),
                known = keys.join(", ")
            ))),
        }
    }

    fn take(&mut self, key: &str) -> Option<(Spot<'a>, DeValue<'a>)> {
        let value = self.fields.remove(key)?;
        Some((Spot { file: self.file, offset: value.span().start }, value.into_inner()))
    }

    fn missing(&self, key: &str) -> Error {
        let error = self.spot.refuse(say!("table-key-missing", section = self.name, key = key));
        if key == "to" { error.with_hint(say!("table-to-hint")) } else { error }
    }

    /// The texts that stand under a key, which is not taken: of a multiple its indicator. `none` is of no series.
    fn told(&self, key: &str) -> Vec<String> {
        let text = |value: &DeValue<'_>| value.as_str().filter(|&text| text != "none").map(ToOwned::to_owned);
        match self.fields.get(key).map(Spanned::get_ref) {
            Some(DeValue::Array(texts)) => texts.iter().filter_map(|value| text(value.get_ref())).collect(),
            Some(DeValue::Table(multiple)) => {
                multiple.get("of").and_then(|of| text(of.get_ref())).into_iter().collect()
            }
            value => value.and_then(text).into_iter().collect(),
        }
    }

    /// The text under a key that must be there.
    pub fn text(&mut self, key: &str) -> Result<Text<'a>, Error> {
        self.optional_text(key)?.ok_or_else(|| self.missing(key))
    }

    /// The text under a key that may be missing.
    pub fn optional_text(&mut self, key: &str) -> Result<Option<Text<'a>>, Error> {
        self.take(key).map(|(spot, value)| text(key, spot, value)).transpose()
    }

    /// The list of texts under a key; `None` where it is not there.
    pub fn texts(&mut self, key: &str) -> Result<Option<Vec<Text<'a>>>, Error> {
        let Some((spot, value)) = self.take(key) else { return Ok(None) };
        let DeValue::Array(array) = value else {
            return Err(spot.refuse(say!("table-not-list", key = key, kind = kind(&value))));
        };
        let element = |value: Spanned<DeValue<'a>>| {
            let spot = Spot { file: self.file, offset: value.span().start };
            text(key, spot, value.into_inner())
        };
        array.into_iter().map(element).collect::<Result<Vec<Text<'a>>, Error>>().map(Some)
    }

    /// The code of a thing that files name: lower-case letters, digits and hyphens, so that no file needs quotes for it.
    pub fn code(&mut self) -> Result<Text<'a>, Error> {
        let code = self.text("code")?;
        if !code.value.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            return Err(code.refuse(say!("table-no-code")));
        }
        Ok(code)
    }

    /// The names under `en`, `ru` and `kk`.
    pub fn names(&mut self) -> Result<Names, Error> {
        let mut name = |language| self.text(language).map(|text| text.value.into_owned());
        Ok(Names { en: name("en")?, ru: name("ru")?, kk: name("kk")? })
    }

    /// The payment under `payment`.
    pub fn payment(&mut self) -> Result<Payment, Error> {
        self.text("payment")?.payment()
    }

    /// The payments listed under `payments`: at least one, none twice.
    pub fn payments(&mut self) -> Result<Vec<Payment>, Error> {
        let Some(texts) = self.texts("payments")? else { return Err(self.missing("payments")) };
        let mut payments = Vec::new();
        for text in texts {
            let payment = text.payment()?;
            if payments.contains(&payment) {
                return Err(text.refuse(say!("table-twice")));
            }
            payments.push(payment);
        }
        if payments.is_empty() {
            return Err(self.spot.refuse(say!("table-payments-empty", section = self.name)));
        }
        Ok(payments)
    }

    /// The multiple `{ times = "7", of = "mzp" }` under the key as its two texts; `None` where the text `none` stands.
    pub fn multiple(&mut self, key: &'static str) -> Result<Option<(Text<'a>, Text<'a>)>, Error> {
        match self.take(key) {
            None => Err(self.missing(key)),
            Some((_, DeValue::String(none))) if none == "none" => Ok(None),
            Some((spot, DeValue::Table(fields))) => {
                let mut multiple = self.inner(key, spot, fields, &["times", "of"])?;
                Ok(Some((multiple.text("times")?, multiple.text("of")?)))
            }
            Some((spot, value)) => Err(spot.refuse(say!("table-not-multiple", key = key, kind = kind(&value)))),
        }
    }

    /// The days of the entry, and where they stand.
    fn days(&mut self) -> Result<(Days, Spot<'a>, Spot<'a>), Error> {
        let (from, to) = (self.text("from")?, self.text("to")?);
        let days = Days { from: from.day()?, to: if to.value == "open" { None } else { Some(to.day()?) } };
        if days.from > days.last() {
            return Err(to.refuse(say!("dated-ends-before", from = days.from.to_string())));
        }
        Ok((days, from.spot, to.spot))
    }

    /// The table in braces under a key, which has only these keys; `None` where it is not there.
    pub fn part(&mut self, key: &'static str, keys: &[&str]) -> Result<Option<Entry<'a>>, Error> {
        let Some((spot, value)) = self.take(key) else { return Ok(None) };
        let DeValue::Table(fields) = value else {
            return Err(spot.refuse(say!("table-not-part", key = key, kind = kind(&value), form = written(keys))));
        };
        self.inner(key, spot, fields, keys).map(Some)
    }

    fn inner(
        &self,
        name: &'static str,
        spot: Spot<'a>,
        fields: DeTable<'a>,
        keys: &[&str],
    ) -> Result<Entry<'a>, Error> {
        let inner = Entry { file: self.file, name, spot, fields };
        inner.only(keys)?;
        Ok(inner)
    }

    fn citation(&mut self, acts: &[Arc<Act>]) -> Result<Citation, Error> {
        let provisions = self.provisions(acts)?;
        let basis = self.text("basis")?;
        let known = basis.value.parse::<Basis>().ok();
        let known = known.ok_or_else(|| basis.refuse(say!("cite-no-basis")))?;
        let note = match self.part("note", &["en", "ru"])? {
            None => None,
            Some(mut note) => {
                let (en, ru) = (note.text("en")?, note.text("ru")?);
                Some(Note { en: en.value.into_owned(), ru: ru.value.into_owned() })
            }
        };
        Citation::new(provisions, known, note).ok_or_else(|| self.spot.refuse(say!("cite-no-act")))
    }

    /// The place under `cite`, or the places listed there.
    fn provisions(&mut self, acts: &[Arc<Act>]) -> Result<Vec<Provision>, Error> {
        let (spot, value) = self.take("cite").ok_or_else(|| self.missing("cite"))?;
        let places = match value {
            DeValue::Table(fields) => vec![(spot, DeValue::Table(fields))],
            DeValue::Array(array) => {
                let place = |value: Spanned<DeValue<'a>>| {
                    (Spot { file: self.file, offset: value.span().start }, value.into_inner())
                };
                array.into_iter().map(place).collect()
            }
            other => return Err(spot.refuse(say!("cite-not-place", kind = kind(&other)))),
        };
        if places.is_empty() {
            return Err(spot.refuse(say!("cite-no-act")));
        }
        let mut provisions = Vec::new();
        for (spot, value) in places {
            let DeValue::Table(fields) = value else {
                return Err(spot.refuse(say!("cite-place-not-place", kind = kind(&value))));
            };
            provisions.push(self.inner("cite", spot, fields, &PLACE)?.provision(acts)?);
        }
        Ok(provisions)
    }

    fn provision(&mut self, acts: &[Arc<Act>]) -> Result<Provision, Error> {
        let code = self.text("act")?;
        let act =
            acts.iter().find(|act| act.code == code.value).ok_or_else(|| code.refuse(say!("cite-act-unknown")))?;
        let edition = self.number("edition")?;
        let annex = match self.optional_text("annex")? {
            None => None,
            Some(annex) if annex.value == "rules" => Some(Annex::Rules),
            Some(annex) => Some(Annex::Number(annex.number(say!("cite-no-annex"))?)),
        };
        let places = [self.number("article")?, self.number("point")?, self.number("subpoint")?, self.number("part")?];
        if act.kind == ActKind::Publication && (annex.is_some() || places.iter().any(Option::is_some)) {
            return Err(code.refuse(say!("cite-publication")));
        }
        let [article, point, subpoint, part] = places;
        let says = self.part("says", &["en", "ru", "kk"])?.map(|mut says| says.names()).transpose()?;
        if point.is_none() && (subpoint.is_some() || part.is_some()) {
            return Err(self.spot.refuse(say!("cite-no-point")));
        }
        Ok(Provision { act: Arc::clone(act), edition, annex, article, point, subpoint, part, says })
    }

    /// The number of a place under the key, where there is one.
    fn number(&mut self, key: &'static str) -> Result<Option<String>, Error> {
        self.optional_text(key)?.map(|text| text.number(say!("cite-no-number"))).transpose()
    }
}

/// `en = "…", ru = "…"`.
fn written(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("{key} = \"…\"")).collect::<Vec<_>>().join(", ")
}

fn text<'a>(key: &str, spot: Spot<'a>, value: DeValue<'a>) -> Result<Text<'a>, Error> {
    match value {
        DeValue::String(value) if value.trim().is_empty() => Err(spot.refuse(say!("table-key-empty", key = key))),
        DeValue::String(value) => Ok(Text { value, spot }),
        _ => Err(spot.refuse(say!("table-not-text", key = key, kind = kind(&value)))),
    }
}

fn kind(value: &DeValue<'_>) -> Message {
    match value {
        DeValue::String(_) => say!("kind-text"),
        DeValue::Integer(_) => say!("kind-integer"),
        DeValue::Float(_) => say!("kind-float"),
        DeValue::Boolean(_) => say!("kind-boolean"),
        DeValue::Datetime(_) => say!("kind-date"),
        DeValue::Array(_) => say!("kind-list"),
        DeValue::Table(_) => say!("kind-table"),
    }
}
