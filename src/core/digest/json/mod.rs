//! Digests as data: records in JSON, one a line, in a list, or somewhere inside of an object; and the same as Python prints it.
//!
//! ```text
//! {"id": "2603.00001", "title": "…", "authors": ["A B"], "summary": "…"}        {"count": 2, "papers": [{"arxiv_id": "2603.00001v1", …}, …]}
//! {'arxiv_id': 'arXiv:2603.00002', 'title': "…", 'abstract': '…'}               {"cs.CV": {"2603.00001": {"title": "…"}}}
//! {"SLAM": {"2603.00001": "|**2026-03-02**|**Title**|A Name et.al.|[2603.00001](http://arxiv.org/abs/2603.00001)|null|\n"}}
//! ```
//!
//! The file is walked and never held as one value: lists and the objects around them are frames on a stack, and only the members of the
//! record at hand are kept. An object is a record unless papers are found inside of it; [`field`] knows what members are called, [`value`]
//! reads them, [`record`] makes the paper of them. After a broken record [`recover`] finds where the next one starts. [`cursor`] counts
//! lines and columns, for such files may be one line.

#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod cursor;
mod enter;
mod field;
mod frame;
mod record;
mod recover;
mod value;

use std::collections::BTreeSet;
use std::ops::Range;

use self::cursor::Cursor;
use self::field::Field;
use self::frame::{Frame, Holds, Kind};
use self::value::{Fault, Scanner, Value};
use super::formats::{Parser, Place};
use super::headway::Headway;
use super::needles::Next;
use super::{Digest, dates, stuck};
use crate::core::day::Day;
use crate::core::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::core::text::Span;

/// How deep lists and objects around papers may nest.
const MAX_FRAMES: usize = 16;

/// A record of more bytes than this may be read in more than one step.
const LONGEST_AT_ONCE: usize = 1024 * 1024;

/// So many members of a record are kept.
const MOST_MEMBERS: usize = 256;

/// How sure the start of a text is of this format; see `FormatSpec::score`.
pub(super) fn score(sample: &str) -> u32 {
    let start = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with(['{', '[']) {
        return 0;
    }
    let mut records = Records::new("");
    let mut digest = Digest::default();
    let mut place = Some(Place::START);
    while let Some(from) = place {
        place = records.step(sample, from, 1, &mut digest);
        let titled = digest.papers.iter().filter(|paper| !paper.title.is_empty());
        for paper in titled {
            if paper.id.arxiv().is_some() {
                return 80;
            }
            // A title alone stands in many files.
            if records.known || (paper.summary.is_some() && !paper.authors.is_empty()) {
                return 50;
            }
        }
        digest.papers.clear();
    }
    // A list without a paper is one nevertheless.
    if records.known { 30 } else { 0 }
}

/// Starts to parse a file with this name.
pub(super) fn parser(name: &str) -> Box<dyn Parser> {
    Box::new(Records::new(name))
}

/// A digest of records.
#[derive(Debug)]
struct Records {
    /// The day that the file's name tells.
    file_day: Option<Day>,
    frames: Vec<Frame>,
    cursor: Cursor,
    /// The name with which records start.
    first_name: Option<String>,
    /// Where the next record may start, as that name tells.
    next_start: Next,
    /// Lists and objects behind the last fault, or around it, that are not read again.
    given_up: BTreeSet<usize>,
    /// Where reading went on after the last fault.
    restarted: Option<usize>,
    /// Reading goes back after a fault, whichever step that is in.
    headway: Headway,
    /// Of the record at hand, where the first escape stands that is none, and what became of it.
    odd: Option<(usize, &'static str)>,
    /// Whether a lacking comma was told.
    told_comma: bool,
    /// Whether something was seen that no other file has: a list that is called so, or a record of ours.
    known: bool,
}

impl Parser for Records {
    fn step(
        &mut self,
        text: &str,
        from: Place,
        budget: usize,
        digest: &mut Digest,
    ) -> Option<Place> {
        let mut scanner = Scanner::new(text, from.at);
        scanner.odd = self.odd.take();
        loop {
            scanner.skip_space();
            let start = scanner.at;
            let read = start.saturating_sub(from.at);
            if read >= budget && (self.is_between() || read >= budget + LONGEST_AT_ONCE) {
                let line = self.cursor.line(text, start);
                self.odd = scanner.odd.take();
                return Some(Place { at: start, line });
            }
            let read = self.element(text, &mut scanner, digest);
            if !self.headway.is_made(start, scanner.at) {
                let line = self.cursor.line(text, start);
                digest
                    .diagnostics
                    .push(stuck(text, Place { at: start, line }));
                return None;
            }
            if let Err(fault) = read {
                let mut next = self.recover(text, fault, &scanner.open, digest);
                if let Some(before) = self.restarted.filter(|before| next <= *before) {
                    next = self.get_past(text, before);
                }
                self.restarted = Some(next);
                scanner = Scanner::new(text, next);
                if scanner.at >= text.len() {
                    return None;
                }
            } else if scanner.at >= text.len() {
                self.end(text, digest);
                return None;
            }
        }
    }

    fn stop(&mut self, _: &mut Digest) {
        // A record that is not read to its end is none yet.
    }
}

impl Records {
    fn new(name: &str) -> Self {
        let mut records = Self {
            file_day: dates::day_in_name(name),
            frames: Vec::new(),
            cursor: Cursor::START,
            first_name: None,
            next_start: Next::default(),
            given_up: BTreeSet::new(),
            restarted: None,
            headway: Headway::from(0),
            odd: None,
            told_comma: false,
            known: false,
        };
        records.push(Kind::Root, 0, 1, String::new());
        records
    }

    fn push(&mut self, kind: Kind, at: usize, line: u32, key: String) {
        if let Some(around) = self.frames.last_mut() {
            around.holds = around.holds.max(Holds::Lists);
        }
        self.frames.push(Frame::new(kind, at, line, key));
    }

    /// Reads on by a bracket, a comma or a member.
    fn element(
        &mut self,
        text: &str,
        scanner: &mut Scanner,
        digest: &mut Digest,
    ) -> Result<(), Fault> {
        let Some(frame) = self.frames.last_mut() else {
            return Err(scanner.fault("nothing was expected"));
        };
        let (kind, damaged) = (frame.kind, frame.damaged);
        match scanner.peek() {
            None => return Ok(()),
            Some(b',') => {
                frame.filled = false;
                scanner.at += 1;
                return Ok(());
            }
            Some(b'}' | b']') => return self.close(text, scanner, digest),
            Some(_) => {}
        }
        let key = if kind == Kind::Object && !(damaged && scanner.peek() == Some(b'{')) {
            let at = scanner.at;
            let name = scanner.name()?;
            self.comma(text, at, digest);
            name
        } else {
            if scanner.peek() == Some(b'{') {
                self.comma(text, scanner.at, digest);
            }
            String::new()
        };
        scanner.skip_space();
        self.member(text, scanner, key, digest)
    }

    /// Reads a value, or walks into it.
    fn member(
        &mut self,
        text: &str,
        scanner: &mut Scanner,
        key: String,
        digest: &mut Digest,
    ) -> Result<(), Fault> {
        let Some(frame) = self.frames.last_mut() else {
            return Ok(());
        };
        let field = field::field(&key);
        let opens = match scanner.peek() {
            Some(b'{') => Some(Kind::Object),
            Some(b'[') => Some(Kind::List),
            _ => None,
        };
        let walks = match frame.kind {
            Kind::Root | Kind::List => true,
            Kind::Object if field::is_list(&key) => scanner.opens_objects(),
            Kind::Object => field.is_none() && !frame.is_record() && scanner.opens_objects(),
        };
        if frame.kind == Kind::Root && opens.is_none() {
            return Err(scanner.fault("a record or a list was expected"));
        }
        frame.filled = frame.kind != Kind::Root;
        let lists = opens.is_some() && field::is_list(&key);
        if lists {
            frame.holds = frame.holds.max(Holds::Lists);
        }
        let papers = lists && key == "papers";
        self.known |= papers || field == Some(Field::Inferred);
        if frame.kind == Kind::Object && self.first_name.is_none() && field.is_some() {
            let is_first = frame.members.is_empty() && frame.holds == Holds::Nothing;
            if is_first {
                self.first_name = Some(key.clone());
                self.next_start = Next::default();
            }
        }
        if let Some(kind) = opens.filter(|_| walks) {
            if self.given_up.contains(&scanner.at) {
                return Err(scanner.fault("something deep inside of what starts here is broken"));
            }
            if self.frames.len() > MAX_FRAMES {
                return Err(scanner.fault("values are nested too deep"));
            }
            let line = self.cursor.line(text, scanner.at);
            self.push(kind, scanner.at, line, key);
            scanner.at += 1;
            return Ok(());
        }
        let is_row = frame.kind != Kind::Root && !frame.is_record();
        let at = scanner.at;
        let kept = field.filter(|field| *field != Field::Other);
        scanner.keeps = kept.is_some() && frame.members.len() < MOST_MEMBERS;
        let value = scanner.value()?;
        if let Value::Text(source) = &value
            && is_row
        {
            self.row(text, at..scanner.at, &key, source, digest);
        }
        if let (Some(field), Some(frame)) = (kept, self.frames.last_mut())
            && frame.members.len() < MOST_MEMBERS
        {
            frame.members.push((field, value));
        }
        Ok(())
    }

    /// Says that a comma is missing, if it is.
    fn comma(&mut self, text: &str, at: usize, digest: &mut Digest) {
        let missing = self
            .frames
            .last()
            .is_some_and(|frame| frame.filled && !frame.damaged);
        if missing && !self.told_comma {
            self.told_comma = true;
            let message = "A comma is missing before this place; it was read as if one were there.";
            self.say(
                text,
                at..at + 1,
                DiagnosticKind::BadSyntax,
                message.to_owned(),
                digest,
            );
        }
    }

    /// A closing bracket.
    fn close(
        &mut self,
        text: &str,
        scanner: &mut Scanner,
        digest: &mut Digest,
    ) -> Result<(), Fault> {
        let closes = match scanner.peek() {
            Some(b'}') => Kind::Object,
            _ => Kind::List,
        };
        while self
            .frames
            .last()
            .is_some_and(|frame| frame.damaged && frame.kind != closes && frame.kind != Kind::Root)
        {
            self.pop();
        }
        let Some(frame) = self.frames.last() else {
            return Ok(());
        };
        if frame.kind != closes {
            if frame.damaged {
                scanner.at += 1;
                return Ok(());
            }
            return Err(scanner.fault("this bracket closes nothing"));
        }
        scanner.at += 1;
        if let Some(frame) = self.pop() {
            self.record(text, &frame, scanner, digest);
        }
        Ok(())
    }

    /// Takes the innermost frame off; what was found in it was found in that around it.
    fn pop(&mut self) -> Option<Frame> {
        let frame = self.frames.pop()?;
        if let Some(around) = self.frames.last_mut() {
            around.holds = around.holds.max(frame.holds);
        }
        Some(frame)
    }

    /// Whether no record is half read.
    fn is_between(&self) -> bool {
        let top = self.frames.last();
        top.is_none_or(|frame| frame.kind != Kind::Object || frame.holds != Holds::Nothing)
    }

    /// Says that something was left out.
    fn refuse(
        &mut self,
        text: &str,
        place: Range<usize>,
        kind: DiagnosticKind,
        message: String,
        digest: &mut Digest,
    ) {
        digest.entries += 1;
        self.tell(text, place, kind, Severity::Error, message, digest);
    }

    fn say(
        &mut self,
        text: &str,
        place: Range<usize>,
        kind: DiagnosticKind,
        message: String,
        digest: &mut Digest,
    ) {
        self.tell(text, place, kind, Severity::Warning, message, digest);
    }

    fn tell(
        &mut self,
        text: &str,
        place: Range<usize>,
        kind: DiagnosticKind,
        severity: Severity,
        message: String,
        digest: &mut Digest,
    ) {
        let (line, column) = self.cursor.place(text, place.start);
        digest.diagnostics.push(Diagnostic {
            kind,
            severity,
            // A place is named by its byte, and is a character.
            span: Span::new(place.start, text.ceil_char_boundary(place.end)),
            line,
            column,
            message,
        });
    }
}

#[cfg(test)]
mod tests;
