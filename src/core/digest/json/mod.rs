//! Digests as data: records in JSON, one a line, in a list, or somewhere inside of an object; and
//! the same as Python prints it.
//!
//! ```text
//! {"id": "2603.00001", "title": "…", "authors": ["A B"], "summary": "…"}        {"count": 2, "papers": [{"arxiv_id": "2603.00001v1", …}, …]}
//! {'arxiv_id': 'arXiv:2603.00002', 'title': "…", 'abstract': '…'}               {"cs.CV": {"2603.00001": {"title": "…"}}}
//! {"SLAM": {"2603.00001": "|**2026-03-02**|**Title**|A Name et.al.|[2603.00001](http://arxiv.org/abs/2603.00001)|null|\n"}}
//! ```
//!
//! The file is walked and never held as one value: lists and the objects around them are frames on
//! a stack, and only the members of the record at hand are kept. An object is a record unless
//! papers are found inside of it; [`field`] knows what members are called ([`members`] has the
//! names), [`value`] reads them, [`record`] makes the paper of them with what [`texts`],
//! [`people`], [`days`] and [`ids`] find in each. After a broken record [`recover`] finds where the
//! next one starts. [`cursor`] counts lines.

mod cursor;
mod days;
mod enter;
mod field;
mod frame;
mod ids;
mod members;
mod people;
mod record;
mod recover;
mod single;
mod texts;
mod value;

use std::collections::BTreeSet;
use std::ops::Range;

use self::cursor::Cursor;
use self::field::Field;
use self::frame::{Frame, Holds, Kind};
use self::value::{Fault, Scanner};
use super::Digest;
use super::desk::{Desk, Ledger, Location};
use super::headway::Headway;
use super::needles::Next;
use super::parser::{Parser, Place, Score};
use crate::core::diagnostic::DiagnosticKind;

pub(super) use self::single::{is_cited, is_known, is_list, is_title, is_titled, is_work, object};
pub(super) use self::value::Value;

/// How deep lists and objects around papers may nest.
const MAX_FRAMES: usize = 16;

/// A record of more bytes than this may be read in more than one step.
const LONGEST_AT_ONCE: usize = 1024 * 1024;

/// An object of which a title is known is looked through for papers no deeper than this.
const DEEPEST_SEARCH: usize = 8;

/// So many members of a record are kept.
const MOST_MEMBERS: usize = 256;

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let start = sample.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with(['{', '[']) {
        return Score::Nothing;
    }
    let mut records = Records::new();
    let (mut digest, mut ledger) = (Digest::default(), Ledger::new(""));
    let mut place = Some(Place::START);
    let mut found = Score::Nothing;
    while let Some(from) = place {
        let mut desk = Desk::new(sample, &mut digest, &mut ledger);
        place = records.step(&mut desk, from, 1);
        let titled = digest.papers.iter().filter(|paper| !paper.title.is_empty());
        for paper in titled {
            if paper.id.arxiv().is_some() {
                return Score::Entry;
            }
            // A title alone stands in many files.
            let beside = [
                paper.summary.is_some(),
                !paper.authors.is_empty(),
                paper.doi.is_some(),
                paper.submitted.is_some(),
                paper.journal.is_some(),
            ];
            let beside = beside.iter().filter(|is_there| **is_there).count();
            match beside {
                _ if records.known => return Score::Named,
                2.. => return Score::Named,
                1 => found = Score::Hint,
                _ => {}
            }
        }
        digest.papers.clear();
    }
    // A list without a paper is one nevertheless.
    if records.known { Score::Frame } else { found }
}

/// Starts to parse the text on a desk.
pub(super) fn parser(_: &mut Desk<'_>) -> Box<dyn Parser> {
    Box::new(Records::new())
}

/// A digest of records.
#[derive(Debug)]
struct Records {
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
    /// Whether it was told that something stands beside papers that is none.
    told_beside: bool,
    /// Whether something was seen that no other file has: a list that is called so, or a record of
    /// ours.
    known: bool,
}

impl Parser for Records {
    fn step(&mut self, desk: &mut Desk<'_>, from: Place, budget: usize) -> Option<Place> {
        let text = desk.text;
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
            let read = self.element(desk, &mut scanner);
            if !self.headway.is_made(start, scanner.at) {
                let line = self.cursor.line(text, start);
                desk.stuck(Place { at: start, line });
                return None;
            }
            if let Err(fault) = read {
                let mut next = self.recover(desk, fault, &scanner.open);
                if let Some(before) = self.restarted.filter(|before| next <= *before) {
                    next = self.get_past(text, before);
                }
                self.restarted = Some(next);
                scanner = Scanner::new(text, next);
                if scanner.at >= text.len() {
                    return None;
                }
            } else if scanner.at >= text.len() {
                self.end(desk);
                return None;
            }
        }
    }
}

impl Records {
    fn new() -> Self {
        let mut records = Self {
            frames: Vec::new(),
            cursor: Cursor::START,
            first_name: None,
            next_start: Next::default(),
            given_up: BTreeSet::new(),
            restarted: None,
            headway: Headway::from(0),
            odd: None,
            told_comma: false,
            told_beside: false,
            known: false,
        };
        records.push(Kind::Root, 0, 1, String::new());
        records
    }

    fn push(&mut self, kind: Kind, at: usize, line: u32, key: String) {
        if let Some(around) = self.frames.last_mut()
            && (around.kind != Kind::Object || field::is_list(&key))
        {
            around.holds = around.holds.max(Holds::Lists);
        }
        self.frames.push(Frame::new(kind, at, line, key));
    }

    /// Reads on by a bracket, a comma or a member.
    fn element(&mut self, desk: &mut Desk<'_>, scanner: &mut Scanner) -> Result<(), Fault> {
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
            Some(b'}' | b']') => return self.close(desk, scanner),
            Some(_) => {}
        }
        let key = if kind == Kind::Object && !(damaged && scanner.peek() == Some(b'{')) {
            let at = scanner.at;
            let name = scanner.name()?;
            self.comma(desk, at);
            name
        } else {
            if scanner.peek() == Some(b'{') {
                self.comma(desk, scanner.at);
            }
            String::new()
        };
        scanner.skip_space();
        self.member(desk, scanner, key)
    }

    /// Reads a value, or walks into it.
    fn member(
        &mut self,
        desk: &mut Desk<'_>,
        scanner: &mut Scanner,
        key: String,
    ) -> Result<(), Fault> {
        let depth = self.frames.len();
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
            Kind::Object if opens.is_none() => false,
            Kind::Object if opens == Some(Kind::Object) && field::is_part(&key) => true,
            Kind::Object if !scanner.opens_objects() => false,
            // What INSPIRE calls documents are those of one paper.
            Kind::Object if field::is_list(&key) => !frame.has(&[
                Field::Abstract,
                Field::Inverted,
                Field::Doi,
                Field::ItemType,
            ]),
            Kind::Object if field::is_around_or_within(&key) => {
                !frame.is_work() && !frame.has(&[Field::Abstract, Field::Authors, Field::Doi])
            }
            Kind::Object => {
                let is_record = || frame.is_work() || frame.is_record() && depth > DEEPEST_SEARCH;
                field.is_none() && !is_record()
            }
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
            let line = self.cursor.line(desk.text, scanner.at);
            self.push(kind, scanner.at, line, key);
            scanner.at += 1;
            return Ok(());
        }
        let is_row = frame.kind != Kind::Root && !frame.is_record();
        let at = scanner.at;
        let kept = field.filter(|field| *field != Field::Other);
        scanner.keeps = kept.is_some() && frame.has_room();
        let value = scanner.value()?;
        if let Value::Text(source) = &value
            && is_row
        {
            self.row(desk, at..scanner.at, &key, source);
        }
        if let (Some(field), Some(frame)) = (kept, self.frames.last_mut()) {
            frame.keep(field, value);
        }
        Ok(())
    }

    /// Says that a comma is missing, if it is.
    fn comma(&mut self, desk: &mut Desk<'_>, at: usize) {
        let missing = self
            .frames
            .last()
            .is_some_and(|frame| frame.filled && !frame.damaged);
        if missing && !self.told_comma {
            self.told_comma = true;
            let at = self.location(desk.text, at..at + 1);
            let message = "A comma is missing before this place; it was read as if one were there.";
            desk.warn(at, DiagnosticKind::BadSyntax, message);
        }
    }

    /// A closing bracket.
    fn close(&mut self, desk: &mut Desk<'_>, scanner: &mut Scanner) -> Result<(), Fault> {
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
            self.record(desk, frame, scanner);
        }
        Ok(())
    }

    /// Takes the innermost frame off; what was found in it was found in that around it.
    fn pop(&mut self) -> Option<Frame> {
        let frame = self.frames.pop()?;
        if let Some(around) = self.frames.last_mut() {
            // Papers under a name that says nothing of papers may be those that a record cites.
            let aside = frame.holds >= Holds::Aside
                && around.kind == Kind::Object
                && !field::is_list(&frame.key);
            let found = match frame.holds {
                Holds::Papers | Holds::Aside if aside => Holds::Aside,
                Holds::Aside => Holds::Papers,
                holds => holds,
            };
            around.holds = around.holds.max(found);
        }
        Some(frame)
    }

    /// Whether no record is half read.
    fn is_between(&self) -> bool {
        let top = self.frames.last();
        top.is_none_or(|frame| frame.kind != Kind::Object || frame.holds != Holds::Nothing)
    }

    /// Where something stands. A place is named by its byte, and is a character.
    fn location(&mut self, text: &str, place: Range<usize>) -> Location {
        let line = self.cursor.line(text, place.start);
        Location::new(place.start..text.ceil_char_boundary(place.end), line)
    }
}

#[cfg(test)]
mod services;
#[cfg(test)]
mod tests;
