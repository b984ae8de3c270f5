//! CSL-JSON: an array of items, or one item.
//!
//! ```text
//! [{"id": "stern2020", "type": "article", "title": "Seeing twice", "author": [{"family": "Stern", "given": "Ada"}],
//!   "issued": {"date-parts": [[2020, 12, 24]]}, "URL": "https://arxiv.org/abs/2012.20003"}]
//! ```
//!
//! The items are found in the text, each is read as JSON on its own: what is damaged in one does
//! not reach the next. They may stand in an object with no other use, as Zotero's web API has them:
//! `{"items": […]}`. Where an item is broken so that its end cannot be found, reading goes on at
//! what looks like the next one.

use serde_json::Value;

use super::super::desk::{Desk, Location};
use super::super::ids::notes::{self, Note};
use super::super::ids::registered;
use super::super::lines::part;
use super::super::markup::{paragraphs, plain_tags, without_heading};
use super::super::names::words::is_suffix;
use super::super::names::{Order, each, list};
use super::super::parser::{ByRecord, Parser, Place, Score, by_record};
use super::agreed::MAKER;
use super::item::Item;
use super::names;
use crate::core::diagnostic::DiagnosticKind;

/// How the names of CSL's types start: `article-journal`, `paper-conference`.
const TYPES: [&str; 14] = [
    "article",
    "paper-",
    "report",
    "book",
    "chapter",
    "thesis",
    "webpage",
    "dataset",
    "software",
    "manuscript",
    "post",
    "entry",
    "document",
    "speech",
];

/// How sure the start of a text is of this format.
pub(in super::super) fn score(sample: &str) -> Score {
    let start = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let item = part(start, &(head(start)..start.len()));
    let item = item.strip_prefix('[').unwrap_or(item).trim_start();
    let has = |key: &str| memchr::memmem::find(item.as_bytes(), key.as_bytes()).is_some();
    // A paper of which nothing else is known still has a genre in our own export.
    let marks = [
        "\"issued\"",
        "\"container-title\"",
        "\"family\"",
        "\"DOI\"",
        "\"genre\"",
    ];
    // Other services have the same words deeper inside; of an item that is cut or broken, no more
    // is known than that they stand there.
    let mut first = serde_json::Deserializer::from_str(item).into_iter::<Value>();
    let is_csl = item.starts_with('{')
        && has("\"title\"")
        && match first.next() {
            Some(Ok(item)) => is_item(&item, &marks),
            _ => names_type(item) && marks.iter().any(|mark| has(mark)),
        };
    if is_csl {
        Score::StartOfItems
    } else {
        Score::Nothing
    }
}

/// Whether an object has one of CSL's types and something that else only CSL calls so.
fn is_item(value: &Value, marks: &[&str]) -> bool {
    let kind = value.get("type").and_then(Value::as_str);
    let has = |mark: &&str| {
        let name = mark.trim_matches('"');
        let authors = || value.get("author").and_then(|authors| authors.get(0));
        value.get(name).is_some() || authors().is_some_and(|author| author.get(name).is_some())
    };
    let title = value.get("title");
    kind.is_some_and(|kind| TYPES.iter().any(|known| kind.starts_with(known)))
        && title.is_none_or(Value::is_string)
        && marks.iter().any(has)
}

/// How long the start of a text is that opens an object around the items, `{"items": `.
fn head(text: &str) -> usize {
    let after = |rest: &str| {
        let rest = rest.trim_start().strip_prefix('{')?.trim_start();
        let names = ["\"items\"", "\"references\""];
        let rest = names.iter().find_map(|name| rest.strip_prefix(name))?;
        let list = rest.trim_start().strip_prefix(':')?.trim_start();
        list.starts_with('[').then_some(text.len() - list.len())
    };
    after(text.trim_start_matches('\u{feff}')).unwrap_or(0)
}

/// Whether something has one of CSL's types; other records have types of other things.
fn names_type(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), b"\"type\"").any(|at| {
        let value = text.get(at + "\"type\"".len()..);
        let value = value.unwrap_or_default().trim_start();
        let value = value.strip_prefix(':').unwrap_or_default().trim_start();
        let value = value.strip_prefix('"').unwrap_or_default();
        TYPES.iter().any(|known| value.starts_with(known))
    })
}

/// Starts to parse the text on a desk.
pub(in super::super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    super::expect(desk);
    by_record(Csl {
        indent: None,
        head: head(desk.text),
    })
}

#[derive(Debug)]
struct Csl {
    /// How far the first item is indented, if it starts a line.
    indent: Option<usize>,
    /// How long what opens an object around the items is; 0 where there is none.
    head: usize,
}

impl ByRecord for Csl {
    fn record(&mut self, desk: &mut Desk<'_>, from: Place) -> Option<Place> {
        let text = desk.text;
        let from = from.advance(text, from.at.max(self.head));
        let found = memchr::memchr(b'{', text.as_bytes().get(from.at..).unwrap_or_default());
        let start = found.map_or(text.len(), |at| from.at + at);
        between(desk, from, start, self.head > 0);
        found?;
        if self.indent.is_none() {
            self.indent = indent(text, start);
        }
        let place = from.advance(text, start);
        let end = self.item(desk, place);
        Some(place.advance(text, end))
    }
}

/// What stands between items but brackets and commas belongs to none; within an object a brace
/// closes it.
fn between(desk: &mut Desk<'_>, from: Place, end: usize, within: bool) {
    let gap = part(desk.text, &(from.at..end));
    let is_stray = |c: char| {
        let closes = within && c == '}';
        !c.is_whitespace() && !closes && !matches!(c, '[' | ']' | ',' | '\u{feff}')
    };
    if let Some(offset) = gap.find(is_stray) {
        let place = from.advance(desk.text, from.at + offset);
        let at = Location::new(place.at..end, place.line);
        let message = "What stands here is no item; it was left out.";
        desk.warn(at, DiagnosticKind::StrayText, message);
    }
}

/// How far a place is indented, if nothing else stands before it on its line.
fn indent(text: &str, at: usize) -> Option<usize> {
    let before = text.get(..at)?;
    let visible = before.trim_end_matches([' ', '\t']);
    (visible.is_empty() || visible.ends_with(['\n', '\r'])).then(|| before.len() - visible.len())
}

impl Csl {
    /// Reads the item that starts here, and returns where the next may.
    fn item(&mut self, desk: &mut Desk<'_>, start: Place) -> usize {
        let text = desk.text;
        let (end, next) = object_end(text, start.at, self.indent).map_or_else(
            |broken| {
                let next = self.next_item(text, broken.max(start.at + 1));
                (next.max(broken), next)
            },
            |end| (end, end),
        );
        let source = part(text, &(start.at..end));
        match serde_json::from_str::<Value>(source) {
            Ok(value) => {
                let at = Location::new(start.at..end, start.line);
                item(&value).enter(desk, at, false);
            }
            Err(error) => {
                let broken = start.advance(text, start.at + offset(source, &error));
                let at = Location::new(broken.at..end, broken.line);
                if error.is_eof() && end == text.len() {
                    let message = "The file ends inside this item; it was left out.";
                    desk.refuse(at, DiagnosticKind::Truncated, message);
                } else {
                    let reason = error.to_string();
                    let reason = reason.split(" at line ").next().unwrap_or_default();
                    let message =
                        format!("The JSON of this item is broken: {reason}. It was left out.");
                    desk.refuse(at, DiagnosticKind::BadEntry, message);
                }
            }
        }
        next
    }

    /// What looks like the next item at or behind a place where one is broken: as far indented as
    /// the first, or with the keys that start one.
    fn next_item(&self, text: &str, from: usize) -> usize {
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        memchr::memchr_iter(b'{', rest)
            .map(|at| from + at)
            .find(|at| {
                if let Some(expected) = self.indent {
                    return indent(text, *at) == Some(expected);
                }
                let inside = text.get(at + 1..).unwrap_or_default().trim_start();
                ["\"id\"", "\"type\""]
                    .iter()
                    .any(|key| inside.starts_with(key))
            })
            .unwrap_or(text.len())
    }
}

/// The place behind the object that starts here, or the place where it breaks JSON's rules so that
/// no end can be told: also where an object stands as far indented as the items do.
fn object_end(text: &str, start: usize, item_indent: Option<usize>) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    // Without indentation all objects may start a line.
    let item_indent = item_indent.filter(|indent| *indent > 0);
    let mut open: Vec<u8> = Vec::new();
    let mut before = b':';
    let mut at = start;
    while let Some(b) = bytes.get(at) {
        // A value or a key stands behind another without anything between.
        if matches!(b, b'"' | b'{' | b'[') && !matches!(before, b'{' | b'[' | b',' | b':') {
            return Err(at);
        }
        if *b == b'{' && at > start && item_indent.is_some() && indent(text, at) == item_indent {
            return Err(at);
        }
        match b {
            b'"' => at = string_end(bytes, at + 1)?,
            // Where a key should stand.
            b'{' if open.last() == Some(&b'{') && matches!(before, b'{' | b',') => return Err(at),
            b'{' | b'[' => open.push(*b),
            b'}' | b']' => {
                let opener = if *b == b'}' { b'{' } else { b'[' };
                if open.pop() != Some(opener) {
                    return Err(at);
                }
                if open.is_empty() {
                    return Ok(at + 1);
                }
            }
            b':' if open.last() == Some(&b'[') => return Err(at),
            _ => {}
        }
        if !b.is_ascii_whitespace() {
            before = *b;
        }
        at += 1;
    }
    Err(bytes.len())
}

/// Where a string's closing quotation mark stands; no string goes on past its line.
fn string_end(bytes: &[u8], start: usize) -> Result<usize, usize> {
    let mut at = start;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(found) = memchr::memchr3(b'"', b'\\', b'\n', rest) else {
            return Err(bytes.len());
        };
        at += found;
        match bytes.get(at) {
            Some(b'"') => return Ok(at),
            Some(b'\n') => return Err(at),
            _ => at += 2,
        }
    }
}

/// Where in its source an item is broken.
fn offset(source: &str, error: &serde_json::Error) -> usize {
    let before = error.line().checked_sub(2);
    let newline = before.and_then(|nth| memchr::memchr_iter(b'\n', source.as_bytes()).nth(nth));
    let line_start = newline.map_or(0, |at| at + 1);
    let at = (line_start + error.column()).saturating_sub(1);
    let at = source.floor_char_boundary(at.min(source.len()));
    // A line's end is one place, of whichever characters it is made.
    let is_cut = source
        .get(..at)
        .is_some_and(|before| before.ends_with('\r'))
        && source
            .get(at..)
            .is_some_and(|after| after.starts_with('\n'));
    at - usize::from(is_cut)
}

/// What the item says.
fn item(value: &Value) -> Item {
    let text = |name: &str| string(value.get(name));
    let is_plain = text("source") == MAKER;
    let paragraphs = |text: &str| {
        if is_plain {
            text.to_owned()
        } else {
            paragraphs(text)
        }
    };
    let note = if is_plain {
        Note {
            comment: text("note"),
            ..Note::default()
        }
    } else {
        notes::read(&text("note"))
    };
    let mut summary = paragraphs(&text("abstract"));
    if !is_plain {
        summary = without_heading(&plain_tags(&summary)).into();
    }
    let hints = [
        "URL",
        "number",
        "archive_location",
        "source",
        "container-title",
    ];
    Item {
        title: text("title"),
        summary,
        authors: authors(value.get("author"), is_plain),
        eprint: String::new(),
        hints: hints
            .iter()
            .map(|name| text(name))
            .chain(note.identities)
            .collect(),
        doi: text("DOI"),
        primary: String::new(),
        keywords: vec![text("keyword"), text("categories")],
        date: date(value.get("issued")),
        submitted: date(value.get("submitted")),
        journal: text("container-title"),
        comment: paragraphs(&note.comment),
        registered: registered::of_medicine(&text("PMID"), &text("PMCID")),
        is_plain,
        is_guarded: false,
    }
}

/// A string or a number, or the strings of an array in a list.
fn string(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(values)) => {
            let texts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            texts.join(", ")
        }
        _ => String::new(),
    }
}

/// The names; others than CSL itself write them as texts too.
fn authors(value: Option<&Value>, is_plain: bool) -> Vec<String> {
    let values = match value {
        Some(Value::String(text)) => return list(text, Order::Any),
        Some(Value::Array(values)) => values.as_slice(),
        Some(object @ Value::Object(_)) => std::slice::from_ref(object),
        _ => return Vec::new(),
    };
    let texts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
    if !texts.is_empty() && texts.len() == values.len() {
        return each(texts);
    }
    let names = values.iter().flat_map(|value| {
        let literal = ["literal", "name"].map(|key| string(value.get(key)));
        match (
            value.as_str(),
            literal.into_iter().find(|name| !name.is_empty()),
        ) {
            (Some(text), _) => each([text]),
            (None, Some(name)) if is_plain => vec![name],
            (None, Some(name)) => each([name.as_str()]),
            (None, None) => vec![name(value)],
        }
    });
    names.collect()
}

fn name(value: &Value) -> String {
    let part = |name: &str| string(value.get(name));
    let mut family = String::new();
    for particle in ["dropping-particle", "non-dropping-particle", "family"] {
        let particle = part(particle);
        if !family.is_empty() && !particle.is_empty() {
            family.push(' ');
        }
        family.push_str(&particle);
    }
    let (mut given, mut suffix) = (part("given"), part("suffix"));
    if suffix.is_empty()
        && let Some((name, behind)) = given.rsplit_once(',')
        && is_suffix(behind.trim())
    {
        behind.trim().clone_into(&mut suffix);
        given.truncate(name.len());
    }
    match value.get("comma-suffix").and_then(Value::as_bool) {
        Some(comma) => names::suffixed(&family, &given, &suffix, comma),
        None => names::straight(&family, &given, &suffix),
    }
}

/// `{"date-parts": [[2020, 12, 24]]}`, whose numbers may be strings and stand in one list, or
/// `{"raw": "2020-12-24"}`; of several the first.
fn date(value: Option<&Value>) -> String {
    let value = match value {
        Some(Value::Array(dates)) => dates.first(),
        other => other,
    };
    let parts = value.and_then(|date| date.get("date-parts")?.as_array());
    let parts = parts.and_then(|parts| parts.first()?.as_array().or(Some(parts)));
    let Some(parts) = parts else {
        let raw = value.and_then(|date| {
            date.get("raw")
                .or_else(|| date.get("literal"))
                .or(Some(date))
        });
        return string(raw);
    };
    let parts: Vec<String> = parts.iter().map(|part| string(Some(part))).collect();
    parts.join("-")
}
