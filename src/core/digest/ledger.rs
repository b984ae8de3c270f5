//! What a digest's parser keeps over all entries: the papers so far, and what is to be said about each.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::dates::day_in_name;
use super::remarks::remark;
use super::{Digest, markup};
use crate::core::day::Day;
use crate::core::diagnostic::{DiagnosticKind, Severity};
use crate::core::paper::{Paper, PaperId};
use crate::core::text::{RichText, Span};

/// What each paper of a format has unless the file is damaged; its lack is worth a remark.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Expected {
    /// A day, from the text or the file's name.
    pub(super) day: bool,
    /// An abstract.
    pub(super) summary: bool,
    /// Its own place in each list: where a file puts several lists together, a paper may stand more than once.
    pub(super) once: bool,
}

/// Checks the papers of one file and puts them into its digest.
#[derive(Debug)]
pub(super) struct Ledger {
    expected: Expected,
    /// The day that the file's name tells.
    file_day: Option<Day>,
    /// The line on which each paper was seen first, if it should stand once. On another day it is news and not a repetition.
    first_lines: HashMap<(PaperId, Option<Day>), u32>,
    told_no_day: bool,
}

impl Ledger {
    /// An empty ledger for a file with this name.
    pub(super) fn new(name: &str, expected: Expected) -> Self {
        Self {
            expected,
            file_day: day_in_name(name),
            first_lines: HashMap::new(),
            told_no_day: false,
        }
    }

    /// The day that the file's name tells.
    pub(super) fn file_day(&self) -> Option<Day> {
        self.file_day
    }

    /// The lack of a day is not to be told again.
    pub(super) fn told_no_day(&mut self) {
        self.told_no_day = true;
    }

    /// Puts a paper into the digest, with what is to be said about it; the place is that of its first line. A paper without a day gets the file's.
    pub(super) fn enter(&mut self, text: &str, span: Span, mut paper: Paper, digest: &mut Digest) {
        let line = paper.line;
        let mut say = |kind, severity, message: String| {
            let said = remark(text, span, line, kind, severity, message);
            digest.diagnostics.push(said);
        };
        if paper.title.is_empty() {
            let message = "The paper has no title.".to_owned();
            say(DiagnosticKind::NoTitle, Severity::Warning, message);
        }
        if paper.summary.is_none() && self.expected.summary {
            let message = "The paper has no abstract.".to_owned();
            say(DiagnosticKind::NoAbstract, Severity::Warning, message);
        }
        if paper.days.is_empty() {
            paper.days.extend(self.file_day);
        }
        let day = paper.days.last().copied();
        if self.expected.once {
            match self.first_lines.entry((paper.id.clone(), day)) {
                Entry::Occupied(first) => {
                    let message = format!("{} stands on line {} already.", paper.id, first.get());
                    say(DiagnosticKind::Duplicate, Severity::Note, message);
                }
                Entry::Vacant(place) => {
                    place.insert(line);
                }
            }
        }
        if day.is_none() && self.expected.day && !self.told_no_day {
            self.told_no_day = true;
            let message = "Neither the text nor the file's name tells the day of this list.";
            say(DiagnosticKind::NoDay, Severity::Warning, message.to_owned());
        }
        digest.papers.push(paper);
    }
}

/// Says that an entry could not be read and was left out; the place is that of its first line (from 1).
pub(super) fn refuse(
    text: &str,
    span: Span,
    line: u32,
    kind: DiagnosticKind,
    message: String,
    digest: &mut Digest,
) {
    let said = remark(text, span, line, kind, Severity::Error, message);
    digest.diagnostics.push(said);
}

/// Text as arXiv marks it up; `None` when nothing visible is in it.
pub(super) fn visible(source: &str) -> Option<RichText> {
    let read = markup::read(source);
    (!read.is_empty()).then_some(read)
}
