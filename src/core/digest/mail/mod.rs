//! arXiv's own mail and the listing files of the same grammar.
//!
//! ```text
//! ------------------------------------------------------------------------------
//! \\
//! arXiv:<id> (*cross-listing*)
//! Date: Fri, 6 Mar 2026 05:08:53 GMT   (1074kb)
//!
//! Title: <title>
//!   <the title goes on>
//! Authors: <name>, <name> (<affiliation>)
//! Categories: cs.HC cs.AI
//! \\
//!   <abstract; an indented line starts a paragraph>
//! \\ ( https://arxiv.org/abs/<id> ,  1074kb)
//! ```
//!
//! A replacement has no abstract and goes from its fields to its last line at once; a monthly or weekly listing ends each record at the
//! second `\\`. Fields stand between the first two `\\` alone, for lines of an abstract can look like them. What a line is stands in
//! [`shape`], how the fields are cut up in [`fields`] and [`authors`], what becomes of a record in [`record`], and which day a list is
//! for in [`header`]. What stands around the records is for people and left out.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod authors;
mod fields;
mod header;
mod record;
mod shape;

use std::ops::Range;

pub(super) use self::authors::authors;
use self::shape::{Shape, day_marker, names_a_paper};
use super::Digest;
use super::formats::{Parser, Place};
use super::ledger::{Expected, Ledger, refuse};
use super::lines::{Line, lines};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::paper::AnnounceKind;

/// How sure the start of a text is of this format; see `FormatSpec::score`.
pub(super) fn score(sample: &str) -> u32 {
    let mut score = 0;
    let (mut after_bar, mut after_id) = (false, false);
    for line in lines(sample) {
        let content = line.text(sample);
        let has_id = names_a_paper(content);
        if after_bar && (has_id || day_marker(content).is_some()) {
            return 100;
        }
        if header::received(content).is_some() {
            score = 60;
        }
        if after_id && content.starts_with("Title:") {
            score = score.max(50);
        }
        after_id |= has_id;
        after_bar = Shape::of(content) == Shape::Bar;
    }
    score
}

/// Starts to parse a file with this name.
pub(super) fn parser(name: &str) -> Box<dyn Parser> {
    // Monthly listings have neither a day nor abstracts: what a record lacks is told by the kind of its list.
    Box::new(ArxivMail {
        ledger: Ledger::new(
            name,
            Expected {
                once: true,
                ..Expected::default()
            },
        ),
        section: AnnounceKind::New,
        day: None,
        mailed: None,
        in_header: true,
        told_no_day: false,
        record: None,
    })
}

#[derive(Debug)]
struct ArxivMail {
    ledger: Ledger,
    /// What the records of this part of the list are, unless they say more.
    section: AnnounceKind,
    /// The day of the list.
    day: Option<Day>,
    /// The day on which the mail was sent, until its list tells from when to when it goes.
    mailed: Option<Day>,
    /// Whether a mail may start here, with a date of its own.
    in_header: bool,
    told_no_day: bool,
    record: Option<Record>,
}

/// A record that is being read; ranges are places in the text.
#[derive(Debug)]
struct Record {
    /// Its first line that says something.
    line: Line,
    /// Whether such a line was seen.
    begun: bool,
    /// Where its fields stand.
    head: Range<usize>,
    /// Where its abstract stands.
    summary: Range<usize>,
    /// Whether the fields are over.
    in_summary: bool,
}

/// How a record ended.
#[derive(Debug)]
enum Ending<'t> {
    /// By `\\` with the paper's address: the line.
    Marked(&'t str),
    /// By `\\` alone.
    Bare,
    /// By a rule or by the next record.
    Cut,
    /// By the end of the file.
    File,
}

impl Parser for ArxivMail {
    fn step(
        &mut self,
        text: &str,
        from: Place,
        budget: usize,
        digest: &mut Digest,
    ) -> Option<Place> {
        let mut next = Line::at(text, from.at, from.line);
        while let Some(line) = next {
            if line.start - from.at >= budget {
                return Some(Place {
                    at: line.start,
                    line: line.number,
                });
            }
            self.line(text, line, digest);
            next = line.following(text);
        }
        self.end_record(text, text.len(), &Ending::File, digest);
        None
    }

    fn stop(&mut self, _: &mut Digest) {
        // A record counts when it is read to its end.
        self.record = None;
    }
}

impl ArxivMail {
    fn line(&mut self, text: &str, line: Line, digest: &mut Digest) {
        let content = line.text(text);
        let shape = Shape::of(content);
        let next = line.following(text);
        let next_text = next.map_or("", |next| next.text(text));
        let opens =
            shape == Shape::Bar && (names_a_paper(next_text) || day_marker(next_text).is_some());
        if opens {
            // Whatever was open lost its end.
            self.end_record(text, line.start, &Ending::Cut, digest);
        }
        let Some(record) = self.record.as_mut() else {
            return self.between(text, line, shape, digest);
        };
        match shape {
            Shape::Last => {
                self.end_record(text, line.start, &Ending::Marked(content), digest);
            }
            Shape::Bar if !record.in_summary => {
                record.head.end = line.start;
                record.summary = line.next..line.next;
                record.in_summary = true;
                let next_shape = Shape::of(next_text);
                let indented = || {
                    let after = next.and_then(|next| next.following(text));
                    after.is_some_and(|after| after.text(text).starts_with("  "))
                };
                // In a listing without abstracts the record is over.
                if next_shape.divides() || (next_shape == Shape::Blank && !indented()) {
                    self.end_record(text, line.next, &Ending::Bare, digest);
                }
            }
            // Inside an abstract it is a line break of LaTeX.
            Shape::Bar => {
                let next_shape = Shape::of(next_text);
                if next_shape.divides() || matches!(next_shape, Shape::Blank | Shape::Bar) {
                    self.end_record(text, line.start, &Ending::Bare, digest);
                }
            }
            shape if shape.divides() => {
                self.end_record(text, line.start, &Ending::Cut, digest);
                self.between(text, line, shape, digest);
            }
            Shape::Other if !record.in_summary => {
                if record.begun && names_a_paper(content) {
                    self.end_record(text, line.start, &Ending::Cut, digest);
                    return self.begin(line, line.start, true);
                }
                if !record.begun {
                    record.begun = true;
                    record.line = line;
                }
            }
            _ => {}
        }
    }

    /// A line outside of records.
    fn between(&mut self, text: &str, line: Line, shape: Shape, digest: &mut Digest) {
        let content = line.text(text);
        match shape {
            Shape::Bar => self.begin(line, line.next, false),
            Shape::Crosses => self.section = AnnounceKind::Cross,
            Shape::Replacements => self.section = AnnounceKind::Replaced,
            Shape::End => {
                self.section = AnnounceKind::New;
                self.in_header = true;
            }
            Shape::Last => {
                digest.entries += 1;
                let message = "A record ends here that has no start; it was left out.".to_owned();
                let kind = DiagnosticKind::BadEntry;
                refuse(text, line.span(), line.number, kind, message, digest);
            }
            Shape::Other if names_a_paper(content) || content.starts_with("Title:") => {
                self.begin(line, line.start, true);
            }
            Shape::Other => self.header(text, line, digest),
            Shape::Blank | Shape::Rule => {}
        }
    }

    /// A record starts; its fields do at a place.
    fn begin(&mut self, line: Line, head: usize, begun: bool) {
        self.in_header = false;
        self.record = Some(Record {
            line,
            begun,
            head: head..head,
            summary: head..head,
            in_summary: false,
        });
    }

    /// What is open ends at a place: a record, or the marker of a day.
    fn end_record(&mut self, text: &str, at: usize, ending: &Ending<'_>, digest: &mut Digest) {
        let Some(mut record) = self.record.take() else {
            return;
        };
        if record.in_summary {
            record.summary.end = at.max(record.summary.start);
        } else {
            record.head.end = at.max(record.head.start);
        }
        if let Some(marker) = day_marker(record.line.text(text)) {
            return self.begin_day(text, record.line, marker, digest);
        }
        let no_summary = || {
            let summary = text.get(record.summary.clone());
            summary.is_none_or(|summary| summary.trim().is_empty())
        };
        // Nothing is missing where the fields are over and no abstract has begun.
        let whole =
            matches!(ending, Ending::Cut | Ending::File) && record.in_summary && no_summary();
        let ending = if whole { &Ending::Bare } else { ending };
        self.close(text, &record, ending, digest);
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests;
