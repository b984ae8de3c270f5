//! The parser's working surface: the input text, the digest under construction, and the diagnostics
//! to record.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use super::Digest;
use super::dates::day_in_name;
use super::lines::Line;
use super::parser::Place;
use super::remarks::remark;
use crate::core::day::Day;
use crate::core::diagnostic::{DiagnosticKind, Severity};
use crate::core::paper::{Paper, PaperId};
use crate::core::text::Span;

/// What every paper of a format should have; a missing one gets a diagnostic.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Expected {
    /// A day.
    pub(super) day: Dated,
    /// An abstract.
    pub(super) summary: bool,
    /// Whether the same paper on the same day deserves a note. A file that joins several lists may
    /// repeat a paper.
    pub(super) once: bool,
}

/// Where the day of a paper comes from if the text around it tells none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Dated {
    /// The day in the file's name, if any; having none is fine.
    #[default]
    Perhaps,
    /// The day in the file's name; warns once if neither text nor name has one.
    Always,
    /// Never the file's name: each entry has its own day, and one that lost it must not inherit
    /// another.
    ByEntry,
}

/// What is kept over all entries of one file.
#[derive(Debug)]
pub(super) struct Ledger {
    name: String,
    file_day: Option<Day>,
    expected: Expected,
    /// The line on which each paper was seen first, if it should stand once. On another day it is
    /// news and not a repetition.
    first_lines: HashMap<(PaperId, Option<Day>), u32>,
    told_no_day: bool,
    told_no_title: bool,
}

impl Ledger {
    /// An empty ledger for a file with this name, of which nothing is expected.
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            file_day: day_in_name(name),
            expected: Expected::default(),
            first_lines: HashMap::new(),
            told_no_day: false,
            told_no_title: false,
        }
    }
}

/// The place of something in the text, for what is said of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Location {
    /// Its text.
    pub(super) span: Span,
    /// The line on which it starts, from 1.
    pub(super) line: u32,
}

impl Location {
    /// What stands there and starts on this line, from 1.
    pub(super) fn new(place: Range<usize>, line: u32) -> Self {
        Self {
            span: Span::new(place.start, place.end),
            line,
        }
    }
}

impl From<Line> for Location {
    fn from(line: Line) -> Self {
        Self {
            span: line.span(),
            line: line.number,
        }
    }
}

/// What is lent to a parser while it reads.
///
/// An entry of the text counts when it is done with, as a paper or as one that was refused, and in
/// no other way: no entry can be lost without a word, and one that is read halfway counts for
/// nothing.
#[derive(Debug)]
pub(super) struct Desk<'r> {
    /// The whole text.
    pub(super) text: &'r str,
    digest: &'r mut Digest,
    ledger: &'r mut Ledger,
}

impl<'r> Desk<'r> {
    /// A desk with a text and what was made of it so far.
    pub(super) fn new(text: &'r str, digest: &'r mut Digest, ledger: &'r mut Ledger) -> Self {
        Self {
            text,
            digest,
            ledger,
        }
    }

    /// Remarks on the lack of what is expected of each paper, from now on.
    pub(super) fn expect(&mut self, expected: Expected) {
        self.ledger.expected = expected;
    }

    /// The file's name.
    pub(super) fn file_name(&self) -> &str {
        &self.ledger.name
    }

    /// The day that the file's name tells.
    pub(super) fn file_day(&self) -> Option<Day> {
        self.ledger.file_day
    }

    /// Suppresses the warning of a missing day, because the caller has already given it.
    pub(super) fn told_no_day(&mut self) {
        self.ledger.told_no_day = true;
    }

    /// Suppresses the warnings of missing titles, because the caller has already said it.
    pub(super) fn told_no_title(&mut self) {
        self.ledger.told_no_title = true;
    }

    /// The papers that were read so far and not taken.
    pub(super) fn papers(&mut self) -> &mut [Paper] {
        &mut self.digest.papers
    }

    /// Closes an entry as a paper: adds it to the digest, with a diagnostic for whatever it lacks.
    pub(super) fn paper(&mut self, at: impl Into<Location>, paper: Paper) {
        self.enter(at.into(), paper);
    }

    fn enter(&mut self, at: Location, mut paper: Paper) {
        let Expected { day, summary, once } = self.ledger.expected;
        if paper.title.is_empty() && !self.ledger.told_no_title {
            self.warn(at, DiagnosticKind::NoTitle, "The paper has no title.");
        }
        if paper.summary.is_none() && summary {
            self.warn(at, DiagnosticKind::NoAbstract, "The paper has no abstract.");
        }
        if paper.days.is_empty() && day != Dated::ByEntry {
            paper.days.extend(self.ledger.file_day);
        }
        let last_day = paper.days.last().copied();
        if last_day.is_some() {
            paper.dated = None;
        }
        if once {
            let first = match self.ledger.first_lines.entry((paper.id.clone(), last_day)) {
                Entry::Occupied(first) => Some(*first.get()),
                Entry::Vacant(place) => {
                    place.insert(at.line);
                    None
                }
            };
            if let Some(first) = first {
                let message = format!("{} stands on line {first} already.", paper.id);
                self.note(at, DiagnosticKind::Duplicate, message);
            }
        }
        if last_day.is_none() && day != Dated::Perhaps && !self.ledger.told_no_day {
            self.ledger.told_no_day = true;
            let message = "Neither the text nor the file's name tells the day of this list.";
            self.warn(at, DiagnosticKind::NoDay, message);
        }
        self.digest.papers.push(paper);
        self.digest.entries += 1;
    }

    /// Closes an entry as refused: records an error and adds no paper.
    pub(super) fn refuse(
        &mut self,
        at: impl Into<Location>,
        kind: DiagnosticKind,
        message: impl Into<String>,
    ) {
        self.say(at, kind, Severity::Error, message);
        self.digest.entries += 1;
    }

    /// Records a warning: something was probably read differently than meant, or text in or between
    /// entries was skipped.
    pub(super) fn warn(
        &mut self,
        at: impl Into<Location>,
        kind: DiagnosticKind,
        message: impl Into<String>,
    ) {
        self.say(at, kind, Severity::Warning, message);
    }

    /// Records a note: something is odd and harms nothing.
    pub(super) fn note(
        &mut self,
        at: impl Into<Location>,
        kind: DiagnosticKind,
        message: impl Into<String>,
    ) {
        self.say(at, kind, Severity::Note, message);
    }

    /// Records that the parser made no progress past a place. That is a bug in the parser, not in
    /// the file.
    pub(super) fn stuck(&mut self, at: Place) {
        let message = "Reading does not get past this place, which is a fault of the program; the \
                       rest of the file was left out. Please report it, and take what stands here \
                       out of the file to read the rest.";
        let from = self.text.floor_char_boundary(at.at);
        let at = Location::new(from..self.text.len(), at.line);
        self.say(at, DiagnosticKind::Stuck, Severity::Error, message);
    }

    fn say(
        &mut self,
        at: impl Into<Location>,
        kind: DiagnosticKind,
        severity: Severity,
        message: impl Into<String>,
    ) {
        let Location { span, line } = at.into();
        let said = remark(self.text, span, line, kind, severity, message.into());
        self.digest.diagnostics.push(said);
    }
}
