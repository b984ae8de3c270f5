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
//! A replacement has no abstract and goes from its fields to its last line at once; a monthly or
//! weekly listing ends each record at the second `\\`. Fields stand between the first two `\\`
//! alone, for lines of an abstract can look like them. What a line is stands in [`shape`], how the
//! fields are cut up in [`fields`], what becomes of a record in [`record`], and which day a list is
//! for in [`header`]. What stands around the records is for people and left out.

mod fields;
mod header;
mod record;
mod shape;

use std::ops::Range;

use self::shape::{Shape, day_marker, names_a_paper};
use super::desk::{Desk, Expected};
use super::lines::{Line, lines, part};
use super::parser::{ByLine, Parser, Score, by_line};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::paper::AnnounceKind;

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let mut score = Score::Nothing;
    let (mut after_bar, mut after_id) = (false, false);
    for line in lines(sample) {
        let content = line.text(sample);
        let has_id = names_a_paper(content);
        if after_bar && (has_id || day_marker(content).is_some()) {
            return Score::Sure;
        }
        if header::received(content).is_some() {
            score = Score::Likely;
        }
        if after_id && content.starts_with("Title:") {
            score = score.max(Score::Named);
        }
        after_id |= has_id;
        after_bar = Shape::of(content) == Shape::Bar;
    }
    score
}

/// Starts to parse the text on a desk.
pub(super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    // Monthly listings have neither a day nor abstracts: what a record lacks is told by the kind of
    // its list.
    desk.expect(Expected {
        once: true,
        ..Expected::default()
    });
    by_line(ArxivMail {
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

impl ByLine for ArxivMail {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let text = desk.text;
        let content = line.text(text);
        let shape = Shape::of(content);
        let next = line.following(text);
        let next_text = next.map_or("", |next| next.text(text));
        let opens =
            shape == Shape::Bar && (names_a_paper(next_text) || day_marker(next_text).is_some());
        if opens {
            // Whatever was open lost its end.
            self.end_record(desk, line.start, &Ending::Cut);
        }
        let Some(record) = self.record.as_mut() else {
            return self.between(desk, line, shape);
        };
        match shape {
            Shape::Last => {
                self.end_record(desk, line.start, &Ending::Marked(content));
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
                    self.end_record(desk, line.next, &Ending::Bare);
                }
            }
            // Inside an abstract it is a line break of LaTeX.
            Shape::Bar => {
                let next_shape = Shape::of(next_text);
                if next_shape.divides() || matches!(next_shape, Shape::Blank | Shape::Bar) {
                    self.end_record(desk, line.start, &Ending::Bare);
                }
            }
            shape if shape.divides() => {
                self.end_record(desk, line.start, &Ending::Cut);
                self.between(desk, line, shape);
            }
            Shape::Other if !record.in_summary => {
                if record.begun && names_a_paper(content) {
                    self.end_record(desk, line.start, &Ending::Cut);
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

    fn end(&mut self, desk: &mut Desk<'_>, last: Line) {
        self.end_record(desk, last.next, &Ending::File);
    }
}

impl ArxivMail {
    /// A line outside of records.
    fn between(&mut self, desk: &mut Desk<'_>, line: Line, shape: Shape) {
        let content = line.text(desk.text);
        match shape {
            Shape::Bar => self.begin(line, line.next, false),
            Shape::Crosses => self.section = AnnounceKind::Cross,
            Shape::Replacements => self.section = AnnounceKind::Replaced,
            Shape::End => {
                self.section = AnnounceKind::New;
                self.in_header = true;
            }
            Shape::Last => {
                let message = "A record ends here that has no start; it was left out.";
                desk.refuse(line, DiagnosticKind::BadEntry, message);
            }
            Shape::Other if names_a_paper(content) || content.starts_with("Title:") => {
                self.begin(line, line.start, true);
            }
            Shape::Other => self.header(desk, line),
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
    fn end_record(&mut self, desk: &mut Desk<'_>, at: usize, ending: &Ending<'_>) {
        let Some(mut record) = self.record.take() else {
            return;
        };
        if record.in_summary {
            record.summary.end = at.max(record.summary.start);
        } else {
            record.head.end = at.max(record.head.start);
        }
        let text = desk.text;
        if let Some(marker) = day_marker(record.line.text(text)) {
            return self.begin_day(desk, record.line, marker);
        }
        let no_summary = || part(text, &record.summary).trim().is_empty();
        // Nothing is missing where the fields are over and no abstract has begun.
        let whole =
            matches!(ending, Ending::Cut | Ending::File) && record.in_summary && no_summary();
        let ending = if whole { &Ending::Bare } else { ending };
        self.close(desk, &record, ending);
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests;
