//! References and notes in YAML: CSL's items under `references:`, Papis's `info.yaml`, lists of
//! records, the head of a note in Markdown.
//!
//! ```text
//! references:                      title: Slow doors                ---
//! - id: em2026                     author_list:                     title: Slow doors
//!   title: Slow doors              - family: Em                     arxiv: 2603.00001
//!   author:                          given: El                      tags: [doors]
//!   - family: Em                   doi: 10.1000/9                   ---
//!     given: El                    abstract: "Doors are slow."      What I think of it.
//! ```
//!
//! The file is cut by its indentation into documents, members and items of lists, each of which
//! [`value`] reads on its own, with [`flow`] for brackets and quotation marks: what is damaged in
//! one does not reach the next. What records say of papers is the same as in JSON and read there.

mod flow;
mod value;

use self::value::{Anchors, Block, is_item, key};
use super::Digest;
use super::desk::{Desk, Ledger, Location};
use super::json::{self, Value};
use super::lines::Line;
use super::parser::{ByRecord, Parser, Place, Score, by_record};
use crate::core::diagnostic::DiagnosticKind;

/// So many lines of comments may stand before all else.
const MOST_COMMENTS: usize = 32;

/// A name is not longer than so many bytes.
const LONGEST_NAME: usize = 64;

/// So many members of a document are kept.
const MOST_MEMBERS: usize = 256;

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    if !starts(sample) {
        return Score::Nothing;
    }
    let mut yaml = Yaml::default();
    let (mut digest, mut ledger) = (Digest::default(), Ledger::new(""));
    let mut place = Some(Place::START);
    while let Some(from) = place {
        let mut desk = Desk::new(sample, &mut digest, &mut ledger);
        place = yaml.record(&mut desk, from);
        for paper in digest.papers.drain(..) {
            let told = paper.summary.is_some() || !paper.authors.is_empty();
            if paper.title.is_empty() || !(told || paper.id.arxiv().is_some()) {
                continue;
            }
            return if yaml.references {
                Score::Start
            } else if paper.id.arxiv().is_some() || paper.doi.is_some() {
                Score::Entry
            } else {
                Score::Named
            };
        }
    }
    Score::Nothing
}

/// Whether a text starts as a document of YAML may.
fn starts(sample: &str) -> bool {
    let start = sample.trim_start_matches('\u{feff}');
    let lines = start.lines().map(str::trim_end);
    let mut said = lines.filter(|line| !line.is_empty()).take(MOST_COMMENTS);
    let first = said.find(|line| !(line.starts_with("# ") || *line == "#"));
    first.is_some_and(reads)
}

/// Whether a line may be one of YAML outside of any value.
fn reads(line: &str) -> bool {
    let inside = line.trim_start();
    let inside = if is_item(inside) {
        inside.trim_start_matches(['-', ' '])
    } else {
        inside
    };
    let is_name = |name: &str| {
        let fits = |b: u8| {
            b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b':' | b'/' | b' ' | b'.')
        };
        name.len() <= LONGEST_NAME && name.bytes().all(fits)
    };
    fences(line) || line.starts_with("%YAML") || key(inside).is_some_and(|(name, _)| is_name(&name))
}

/// Whether a line starts or ends a document.
fn fences(line: &str) -> bool {
    line == "---" || line == "..." || line.starts_with("--- ")
}

/// Starts to parse the text on a desk.
pub(super) fn parser(_: &mut Desk<'_>) -> Box<dyn Parser> {
    by_record(Yaml::default())
}

#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is another thing that was seen of a document, in any combination"
)]
struct Yaml {
    /// What was read of the document that is open.
    members: Vec<(String, Value)>,
    /// Whether a title is among that.
    titled: bool,
    /// Where the first of that stands.
    start: Option<Place>,
    /// How far the items of the list are indented that is open.
    list: Option<usize>,
    /// Whether the document holds records of its own.
    holds: bool,
    /// Whether those stand under the name that pandoc has for them.
    references: bool,
    anchors: Anchors,
    /// Whether it was told that a line belongs to nothing.
    told_stray: bool,
}

impl ByRecord for Yaml {
    fn record(&mut self, desk: &mut Desk<'_>, from: Place) -> Option<Place> {
        let text = desk.text;
        let Some(line) = Line::at(text, from.at, from.line) else {
            self.flush(desk, from.at);
            return None;
        };
        let source = line.text(text).trim_start_matches('\u{feff}').trim_end();
        let content = source.trim_start_matches(' ');
        let indent = source.len() - content.len();
        let next = Place {
            at: line.next,
            line: line.number.saturating_add(1),
        };
        if content.is_empty()
            || content.starts_with(['#', '%']) && self.list.is_none_or(|at| at > 0)
        {
            return Some(next);
        }
        if fences(source) {
            return self.fence(desk, line, next);
        }
        if let Some(list) = self.list {
            if indent == list && is_item(content) {
                return Some(self.item(desk, line, list));
            }
            if indent <= list {
                self.list = None;
            }
        }
        if is_item(content) && self.start.is_none() && !self.holds {
            self.list = Some(indent);
            return Some(self.item(desk, line, indent));
        }
        if indent == 0
            && let Some((name, len)) = key(content)
        {
            return Some(self.member(desk, line, &name, len));
        }
        if !self.told_stray {
            self.told_stray = true;
            let message = "What stands here belongs to nothing before it; it was left out, as is all else like it.";
            desk.warn(line, DiagnosticKind::StrayText, message);
        }
        Some(next)
    }
}

impl Yaml {
    /// A document ends here, and perhaps another starts, or the text of a note.
    fn fence(&mut self, desk: &mut Desk<'_>, line: Line, next: Place) -> Option<Place> {
        let text = desk.text;
        let is_open = self.start.is_some() || self.holds;
        let after = text.get(next.at..).unwrap_or_default();
        let first = after.lines().find(|line| !line.trim().is_empty());
        let body = first.is_some_and(|first| !reads(first));
        if is_open && body {
            let heading = first.and_then(|first| first.strip_prefix("# "));
            if let Some(heading) = heading.filter(|_| !self.titled) {
                let title = Value::Text(heading.trim().to_owned());
                self.members.push(("title".to_owned(), title));
            }
            self.flush(desk, line.end);
            let at = Location::new(next.at..text.len(), next.line);
            let message = "The text behind the head of this note was not read.";
            desk.note(at, DiagnosticKind::StrayText, message);
            return None;
        }
        self.flush(desk, line.start);
        Some(next)
    }

    /// Reads the item of a list that starts on this line, and returns the place behind it.
    fn item(&mut self, desk: &mut Desk<'_>, line: Line, indent: usize) -> Place {
        let (value, end) = self.block(desk, line, indent);
        self.holds = true;
        let at = Location::new(line.start..end.at, line.number);
        let item = match value {
            Value::List(values) => values.into_iter().next(),
            value => Some(value),
        };
        if let Some(item @ Value::Object(_)) = item {
            json::object(desk, at, item);
        } else {
            let message = "This item is no record; it was left out.";
            desk.refuse(at, DiagnosticKind::BadEntry, message);
        }
        end
    }

    /// Reads the member that starts on this line, and returns the place behind it, or behind its
    /// name where a list of records follows.
    fn member(&mut self, desk: &mut Desk<'_>, line: Line, name: &str, len: usize) -> Place {
        let text = desk.text;
        let named = json::is_list(name) && !(self.titled && json::is_cited(name));
        if let Some((first, indent)) = first_item(text, line, len)
            && (named || self.are_records(text, first, indent, name))
        {
            self.references |= name == "references";
            self.list = Some(indent);
            self.holds = true;
            return Place {
                at: first.start,
                line: first.number,
            };
        }
        let (value, end) = self.block(desk, line, 0);
        let value = match value {
            Value::Object(members) => members.into_iter().next().map(|(_, value)| value),
            _ => None,
        };
        let value = value.unwrap_or(Value::Null);
        if !json::is_known(name) && json::is_titled(&value) {
            self.holds = true;
            let at = Location::new(line.start..end.at, line.number);
            json::object(desk, at, value);
        } else if self.members.len() < MOST_MEMBERS {
            self.start.get_or_insert(Place {
                at: line.start,
                line: line.number,
            });
            self.titled |= json::is_title(name);
            self.members.push((name.to_owned(), value));
        }
        end
    }

    /// Whether the first item of a list under this name is a record with a title.
    fn are_records(&self, text: &str, first: Line, indent: usize, name: &str) -> bool {
        if self.titled || json::is_known(name) {
            return false;
        }
        let mut anchors = Anchors::default();
        let end = block_end(text, first, indent);
        match Block::new(text, first.start, end.at, &mut anchors).read() {
            Value::List(items) => items.first().is_some_and(json::is_titled),
            _ => false,
        }
    }

    /// The value that starts on this line, so far indented, and the place behind it.
    fn block(&mut self, desk: &mut Desk<'_>, line: Line, indent: usize) -> (Value, Place) {
        let text = desk.text;
        let end = block_end(text, line, indent);
        let start = if text
            .get(line.start..)
            .is_some_and(|rest| rest.starts_with('\u{feff}'))
        {
            line.start + '\u{feff}'.len_utf8()
        } else {
            line.start
        };
        let mut block = Block::new(text, start, end.at, &mut self.anchors);
        let value = block.read();
        if let Some((at, why)) = block.broken {
            let start = Place {
                at: line.start,
                line: line.number,
            };
            let place = start.advance(text, text.floor_char_boundary(at.min(end.at)));
            let at = Location::new(place.at..end.at.max(place.at), place.line);
            let message = format!(
                "The YAML is broken here: {why}; the rest of what starts on line {} may be lost.",
                line.number
            );
            desk.warn(at, DiagnosticKind::BadSyntax, message);
        }
        (value, end)
    }

    /// The document is over: it is a paper itself unless it holds some.
    fn flush(&mut self, desk: &mut Desk<'_>, end: usize) {
        let members = std::mem::take(&mut self.members);
        let holds = std::mem::take(&mut self.holds);
        self.titled = false;
        self.list = None;
        let Some(start) = self.start.take() else {
            return;
        };
        let at = Location::new(start.at..end.max(start.at), start.line);
        let value = Value::Object(members);
        if !holds || json::is_work(&value) {
            json::object(desk, at, value);
        }
    }
}

/// The line behind a name that starts a list of mappings, and how far its items are indented.
fn first_item(text: &str, line: Line, len: usize) -> Option<(Line, usize)> {
    let rest = line
        .text(text)
        .trim_start_matches('\u{feff}')
        .get(len..)?
        .trim();
    if !rest.is_empty() && !rest.starts_with(['#', '&']) {
        return None;
    }
    let mut first = line.following(text)?;
    while matches!(first.text(text).trim(), content if content.is_empty() || content.starts_with('#'))
    {
        first = first.following(text)?;
    }
    let source = first.text(text);
    let content = source.trim_start_matches(' ');
    let inside = content.strip_prefix('-')?.trim_start();
    (is_item(content) && key(inside).is_some()).then_some((first, source.len() - content.len()))
}

/// The place behind the block that starts on this line: the next line that is indented no further.
/// A list under a name may be indented as far as that.
fn block_end(text: &str, line: Line, indent: usize) -> Place {
    let is_list = is_item(line.text(text).trim_start_matches(' '));
    let mut next = line.following(text);
    while let Some(line) = next {
        let source = line.text(text).trim_end();
        let content = source.trim_start_matches(' ');
        let depth = source.len() - content.len();
        let ends = !content.is_empty()
            && (fences(source)
                || !content.starts_with('#')
                    && (depth < indent || depth == indent && (is_list || !is_item(content))));
        if ends {
            return Place {
                at: line.start,
                line: line.number,
            };
        }
        next = line.following(text);
    }
    let start = Place {
        at: line.start,
        line: line.number,
    };
    start.advance(text, text.len())
}

#[cfg(test)]
mod tests;
