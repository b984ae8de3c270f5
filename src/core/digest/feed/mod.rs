//! Feeds: Atom and RSS as arXiv serves and served them, and as others serve them on.
//!
//! The entries are found in the text, each is read as XML on its own: what is damaged in one does
//! not reach the next. An entry ends at its end tag, or where the next one starts outside of a
//! CDATA section. What the elements of an entry say of a paper stands in [`entry`].

mod element;
mod entry;
mod journals;

use super::dates;
use super::desk::{Desk, Location};
use super::lines::part;
use super::needles::{Next, find_from, names_arxiv};
use super::parser::{ByRecord, Parser, Place, Score, by_record};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;

/// What starts a feed, an RSS channel of version 1.0 included.
const ROOTS: [&str; 3] = ["<feed", "<rss", "<rdf:RDF"];
/// Where in a text the root is looked for.
const HEAD: usize = 4096;

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let start = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with('<') {
        return Score::Nothing;
    }
    let head = start
        .get(..start.floor_char_boundary(HEAD))
        .unwrap_or(start);
    if ROOTS.iter().any(|root| head.contains(root)) {
        return Score::Start;
    }
    // The head may be cut off.
    let has_entry = next_entry(sample, 0).is_some();
    if has_entry && names_arxiv(sample) {
        Score::Likely
    } else {
        Score::Nothing
    }
}

/// Starts to parse the text on a desk.
pub(super) fn parser(_: &mut Desk<'_>) -> Box<dyn Parser> {
    by_record(Feed::default())
}

#[derive(Debug, Default)]
struct Feed {
    /// The day that the feed gives for all its entries.
    channel_day: Option<Day>,
    ahead: Ahead,
}

/// What starts a section of text that is no markup, and what ends it.
const CDATA: (&str, &str) = ("<![CDATA[", "]]>");

/// What an entry is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Entry,
    Item,
}

impl Kind {
    /// The start tag but for what follows the name.
    fn start_tag(self) -> &'static str {
        match self {
            Self::Entry => "<entry",
            Self::Item => "<item",
        }
    }

    fn end_tag(self) -> &'static str {
        match self {
            Self::Entry => "</entry>",
            Self::Item => "</item>",
        }
    }
}

/// A start tag of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Start {
    at: usize,
    kind: Kind,
}

impl Start {
    /// The place behind the name.
    fn name_end(self) -> usize {
        self.at + self.kind.start_tag().len()
    }
}

/// Where the next of each of these stands. Entry after entry asks for them, and many texts lack
/// one: without a memory each would look through the rest of the text.
#[derive(Debug, Default)]
struct Ahead {
    entry_end: Next,
    item_end: Next,
    cdata: Next,
    cdata_end: Next,
}

impl ByRecord for Feed {
    fn record(&mut self, desk: &mut Desk<'_>, from: Place) -> Option<Place> {
        let text = desk.text;
        let Some(start) = next_entry(text, from.at) else {
            tail(desk, from);
            return None;
        };
        if from == Place::START {
            self.channel_day = channel_day(part(text, &(0..start.at)));
        }
        let place = from.advance(text, start.at);
        let end = self.entry(desk, start, place);
        Some(place.advance(text, end))
    }
}

impl Feed {
    /// Reads the entry that starts here, and returns where it ends.
    fn entry(&mut self, desk: &mut Desk<'_>, start: Start, place: Place) -> usize {
        let text = desk.text;
        let end_tag = start.kind.end_tag();
        let close = self.ahead.end_tag(text, start);
        let limit = close.map_or(text.len(), |close| close + end_tag.len());
        let next = self.ahead.outside_cdata(text, start.name_end(), limit);
        let end = next.unwrap_or(limit);
        let at = Location::new(start.at..end, place.line);
        let closed = next.is_none() && close.is_some();
        let source = part(text, &(start.at..end));
        let read = element::read(source);
        if let Some(reason) = entry::failure(&read) {
            let message = format!("There is no paper here but an error of arXiv: “{reason}”.");
            desk.refuse(at, DiagnosticKind::BadEntry, message);
            return end;
        }
        let paper = entry::paper(&read, place.line, self.channel_day);
        let at_end = end == text.len();
        // A place in the entry and what follows it there.
        let from = |inside: usize| {
            let from = text.floor_char_boundary(start.at + inside);
            Location::new(from..end, place.advance(text, from).line)
        };
        if let Some(broken) = read.broken.filter(|_| closed) {
            let message = "The XML is broken here; what stands before it in this entry was read.";
            desk.warn(from(broken), DiagnosticKind::BadSyntax, message);
        }
        if let Some(inside) = read.left_out {
            let message = format!(
                "This entry has more than {} elements; those from here on were left out.",
                element::MOST
            );
            desk.warn(from(inside), DiagnosticKind::BadSyntax, message);
        }
        let Some(paper) = paper else {
            let (kind, message) = if closed || !at_end {
                let message = "This entry has neither a title nor an arXiv id; it was left out.";
                (DiagnosticKind::BadEntry, message)
            } else {
                let message = "The file ends inside this entry; its paper was left out.";
                (DiagnosticKind::Truncated, message)
            };
            desk.refuse(at, kind, message);
            return end;
        };
        if !closed {
            let (kind, message) = if at_end {
                let message = "The file ends inside this entry; what stands there of it was read.";
                (DiagnosticKind::Truncated, message.to_owned())
            } else {
                let message =
                    format!("This entry has no {end_tag}; it was read up to the next one.");
                (DiagnosticKind::BadSyntax, message)
            };
            desk.warn(at, kind, message);
        }
        desk.paper(at, paper);
        end
    }
}

impl Ahead {
    /// Where the next end tag of an entry stands.
    fn end_tag(&mut self, text: &str, start: Start) -> Option<usize> {
        let next = match start.kind {
            Kind::Entry => &mut self.entry_end,
            Kind::Item => &mut self.item_end,
        };
        let tag = start.kind.end_tag();
        next.at_or_after(start.name_end(), |from| find_from(text, from, tag))
    }

    /// The next start tag of an entry in a stretch of text, CDATA sections left out.
    fn outside_cdata(&mut self, text: &str, from: usize, to: usize) -> Option<usize> {
        let (opens, closes) = CDATA;
        let stretch = text.get(..to)?;
        let mut from = from.min(to);
        loop {
            let cdata = self
                .cdata
                .at_or_after(from, |from| find_from(text, from, opens))
                .filter(|at| at + opens.len() <= to);
            let outside = text.get(..cdata.unwrap_or(to))?;
            if let Some(start) = next_entry(outside, from) {
                return Some(start.at);
            }
            let cdata = cdata?;
            let end = self
                .cdata_end
                .at_or_after(cdata, |from| find_from(text, from, closes))
                .filter(|at| at + closes.len() <= to);
            // A section that is not closed inside the entry hides nothing.
            from = match end {
                Some(end) => end,
                None => return next_entry(stretch, cdata).map(|start| start.at),
            };
        }
    }
}

/// What follows the last entry: a feed that is not closed was cut between two entries.
fn tail(desk: &mut Desk<'_>, place: Place) {
    let text = desk.text;
    let rest = part(text, &(place.at..text.len()));
    let closed = ["</feed", "</rss", "</rdf:RDF", "/>"]
        .iter()
        .any(|end| rest.contains(end));
    if !closed {
        let place = place.advance(text, text.trim_end().len().max(place.at));
        let at = Location::new(place.at..text.len(), place.line);
        let message = "The feed is not closed; the file may have been cut here.";
        desk.warn(at, DiagnosticKind::Truncated, message);
    }
}

/// The next start tag of an entry at or after a place.
fn next_entry(text: &str, from: usize) -> Option<Start> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'<', bytes.get(from..)?).find_map(|offset| {
        let at = from + offset;
        let rest = bytes.get(at..)?;
        [Kind::Entry, Kind::Item].into_iter().find_map(|kind| {
            let after = rest.strip_prefix(kind.start_tag().as_bytes())?.first()?;
            (after.is_ascii_whitespace() || *after == b'>').then_some(Start { at, kind })
        })
    })
}

/// The day that stands above the entries of an RSS feed. An Atom feed has only the time at which it
/// was asked for.
fn channel_day(head: &str) -> Option<Day> {
    ["<pubDate>", "<dc:date>", "<lastBuildDate>"]
        .iter()
        .find_map(|tag| dates::of_time(head.split_once(tag)?.1.split('<').next()?))
}

#[cfg(test)]
mod tests;
