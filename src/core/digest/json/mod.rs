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

mod cursor;
mod field;
mod record;
mod recover;
mod value;

use std::ops::Range;

use self::cursor::Cursor;
use self::field::Field;
use self::value::{Fault, Scanner, Value};
use super::formats::{Parser, Place};
use super::table::{self, Row};
use super::{Digest, categories, dates};
use crate::core::day::Day;
use crate::core::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::core::paper::{ArxivId, Category, Paper, PaperId};
use crate::core::text::Span;

/// How deep lists and objects around papers may nest.
const MAX_FRAMES: usize = 16;

/// A topic is not longer than so many bytes.
const LONGEST_TOPIC: usize = 120;

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

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The whole file.
    Root,
    /// A list.
    List,
    /// An object: a record, or something around records.
    Object,
}

/// A list or an object that is open.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a condition of its own"
)]
#[derive(Debug)]
struct Frame {
    kind: Kind,
    /// The place of its bracket.
    at: usize,
    /// The line of that.
    line: u32,
    /// The name under which it stands.
    key: String,
    /// What was read of an object, as far as it is of interest.
    members: Vec<(Field, Value)>,
    /// Whether a paper was found inside.
    found: bool,
    /// Whether a list or an object inside was walked into.
    entered: bool,
    /// Whether it names a list of papers.
    lists: bool,
    /// Whether a comma is due.
    filled: bool,
    /// Whether something inside is broken, so that its brackets tell nothing.
    damaged: bool,
}

impl Frame {
    /// Whether an object is a record by what was read of it so far.
    fn is_record(&self) -> bool {
        self.members.iter().any(|(field, _)| {
            matches!(
                field,
                Field::Title | Field::Abstract | Field::Summary | Field::Id
            )
        })
    }
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
        loop {
            scanner.skip_space();
            if scanner.at - from.at >= budget && self.is_between() {
                let at = scanner.at;
                let line = self.cursor.line(text, at);
                return Some(Place { at, line });
            }
            let read = self.element(text, &mut scanner, digest);
            if let Err(fault) = read {
                let next = self.recover(text, fault, from.at, digest);
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
            told_comma: false,
            known: false,
        };
        records.push(Kind::Root, 0, 1, String::new());
        records
    }

    fn push(&mut self, kind: Kind, at: usize, line: u32, key: String) {
        if let Some(around) = self.frames.last_mut() {
            around.entered = true;
        }
        self.frames.push(Frame {
            kind,
            at,
            line,
            key,
            members: Vec::new(),
            found: false,
            entered: false,
            lists: false,
            filled: false,
            damaged: false,
        });
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
        frame.lists |= opens.is_some() && field::is_list(&key);
        let papers = frame.lists && key == "papers";
        self.known |= papers || field == Some(Field::Inferred);
        if frame.kind == Kind::Object && self.first_name.is_none() && field.is_some() {
            let is_first = frame.members.is_empty() && !frame.entered;
            self.first_name = is_first.then(|| key.clone());
        }
        if let Some(kind) = opens.filter(|_| walks) {
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
        let value = scanner.value()?;
        if let Value::Text(source) = &value
            && is_row
        {
            self.row(text, at..scanner.at, &key, source, digest);
        }
        let kept = field.filter(|field| *field != Field::Other);
        if let (Some(field), Some(frame)) = (kept, self.frames.last_mut()) {
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
            around.found |= frame.found;
        }
        Some(frame)
    }

    /// An object is complete: a paper, something around papers, or an error.
    fn record(&mut self, text: &str, frame: &Frame, scanner: &mut Scanner, digest: &mut Digest) {
        let odd = scanner.odd.take();
        if frame.kind != Kind::Object || frame.found {
            return;
        }
        let span = frame.at..scanner.at;
        let in_list = self.in_list();
        let read = record::read(&frame.members, &frame.key, frame.line);
        let Some(read) = read.filter(|read| read.sure || in_list) else {
            if in_list && !frame.entered && !frame.lists {
                let message =
                    "This record has neither a title nor an arXiv id; it was left out.".to_owned();
                self.refuse(text, span, DiagnosticKind::BadEntry, message, digest);
            }
            return;
        };
        digest.entries += 1;
        let paper = read.paper;
        if paper.title.is_empty() {
            let message = "The paper has no title.".to_owned();
            self.say(text, span.clone(), DiagnosticKind::NoTitle, message, digest);
        }
        if let Some(url) = read.bad_address {
            let message = format!(
                "The address {url} names no arXiv id that can be; the paper goes by its title."
            );
            self.say(text, span, DiagnosticKind::BadLink, message, digest);
        }
        if let Some((at, what)) = odd {
            let place = at..at + 1;
            self.say(
                text,
                place,
                DiagnosticKind::BadSyntax,
                what.to_owned(),
                digest,
            );
        }
        self.enter(paper, read.own_day, digest);
    }

    /// A text that may be a row of a table, or stands where one should.
    fn row(
        &mut self,
        text: &str,
        place: Range<usize>,
        key: &str,
        source: &str,
        digest: &mut Digest,
    ) {
        let id = ArxivId::parse_versioned(key).ok();
        let start = source.trim_start();
        if id.is_none() && !(start.starts_with('|') || start.starts_with("- ")) {
            return;
        }
        let line = self.cursor.line(text, place.start);
        let row = table::row(source, line);
        let Some(Row { mut paper, faults }) = row else {
            if id.is_some() {
                let message = "This is no row of a table of papers; it was left out.".to_owned();
                self.refuse(text, place, DiagnosticKind::BadEntry, message, digest);
            }
            return;
        };
        if let Some((id, version)) = id.filter(|_| paper.id.arxiv().is_none()) {
            (paper.id, paper.version) = (PaperId::Arxiv(id), version);
        }
        for (kind, message) in faults {
            self.say(text, place.clone(), kind, message, digest);
        }
        digest.entries += 1;
        self.enter(paper, None, digest);
    }

    /// Puts a paper into the digest, with what stands around it.
    fn enter(&mut self, mut paper: Paper, own_day: Option<Day>, digest: &mut Digest) {
        let around = self.around();
        if paper.topics.is_empty() {
            paper.topics = around.topics;
        }
        if paper.categories.is_empty() {
            paper.categories.extend(around.category);
        }
        if paper.days.is_empty() {
            paper.days.extend(around.day.or(self.file_day).or(own_day));
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.found = true;
        }
        digest.papers.push(paper);
    }

    /// Whether what stands here is a record wherever that can be: a line, or an element of a list of papers.
    fn in_list(&self) -> bool {
        match self.frames.last() {
            None => true,
            Some(frame) => match frame.kind {
                Kind::Root => true,
                Kind::List => frame.key.is_empty() || field::is_list(&frame.key),
                Kind::Object => false,
            },
        }
    }

    /// What the frames around a record say of it.
    fn around(&self) -> Around {
        let mut around = Around::default();
        for frame in &self.frames {
            let members = frame.members.iter().rev();
            let day = members
                .filter(|(field, _)| *field == Field::Day)
                .find_map(|(_, value)| value.text());
            around.day = day.and_then(dates::of_time).or(around.day);
            let key = frame.key.trim();
            if key.is_empty() || key.len() > LONGEST_TOPIC || field::is_list(key) {
                continue;
            }
            if let Some(day) = dates::of_time(key) {
                around.day = Some(day);
            } else if categories::is_category(key) {
                around.category = Some(Category(key.to_owned()));
            } else if ArxivId::parse_versioned(key).is_err() && key.contains(char::is_alphabetic) {
                around.topics = vec![key.to_owned()];
            }
        }
        around
    }

    /// Whether no record is half read.
    fn is_between(&self) -> bool {
        let top = self.frames.last();
        top.is_none_or(|frame| frame.kind != Kind::Object || frame.entered)
    }

    /// Says what is broken, and returns where reading goes on: not before this place.
    fn recover(
        &mut self,
        text: &str,
        fault: Fault,
        not_before: usize,
        digest: &mut Digest,
    ) -> usize {
        let is_record =
            |frame: &Frame| frame.kind == Kind::Object && !frame.found && !frame.damaged;
        let broken = self.frames.pop_if(|frame| is_record(frame));
        self.known |= broken.as_ref().is_some_and(is_paper);
        let broken = broken.map(|frame| frame.at);
        let (kind, message) = if fault.cut {
            let message = match broken {
                Some(_) => "The file ends inside this record; its paper was left out.".to_owned(),
                None => format!("The file ends here: {}.", fault.what),
            };
            (DiagnosticKind::Truncated, message)
        } else {
            let message = match broken {
                Some(_) => format!(
                    "The record is broken here: {}; it was left out.",
                    fault.what
                ),
                None => format!("The file is broken here: {}.", fault.what),
            };
            (DiagnosticKind::BadSyntax, message)
        };
        let place = match broken {
            Some(at) if fault.cut => at..text.len(),
            _ => fault.at..text.len().min(fault.at + 1),
        };
        self.refuse(text, place, kind, message, digest);
        let from = broken.map_or(fault.at, |at| not_before.max(at + 1));
        let next = recover::next_start(text, from, self.first_name.as_deref());
        let limit = next.unwrap_or(text.len());
        let end = broken
            .and_then(|at| recover::end_of(text, at, limit))
            .filter(|end| *end > fault.at);
        if let Some(end) = end {
            return end;
        }
        // What a record is broken inside of is no place to go on.
        while self.frames.pop_if(|frame| is_record(frame)).is_some() {}
        if let Some(frame) = self.frames.last_mut() {
            frame.damaged = true;
            frame.filled = false;
        }
        limit
    }

    /// The text is over.
    fn end(&mut self, text: &str, digest: &mut Digest) {
        let open = self.frames.last().filter(|frame| frame.kind != Kind::Root);
        let Some(frame) = open.filter(|frame| !frame.damaged) else {
            return;
        };
        if frame.kind == Kind::Object && !frame.found && !frame.entered {
            let at = frame.at;
            let message = "The file ends inside this record; its paper was left out.".to_owned();
            self.refuse(
                text,
                at..text.len(),
                DiagnosticKind::Truncated,
                message,
                digest,
            );
            return;
        }
        let what = if frame.kind == Kind::Object {
            "object"
        } else {
            "list"
        };
        let message = format!(
            "The {what} that starts on line {} is not closed; the file may have been cut here.",
            frame.line
        );
        let end = text.trim_end().len();
        self.say(
            text,
            end..text.len(),
            DiagnosticKind::Truncated,
            message,
            digest,
        );
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
        self.say(text, place, kind, message, digest);
        if let Some(said) = digest.diagnostics.last_mut() {
            said.severity = Severity::Error;
        }
    }

    fn say(
        &mut self,
        text: &str,
        place: Range<usize>,
        kind: DiagnosticKind,
        message: String,
        digest: &mut Digest,
    ) {
        let (line, column) = self.cursor.place(text, place.start);
        digest.diagnostics.push(Diagnostic {
            kind,
            severity: Severity::Warning,
            span: Span::new(place.start, place.end),
            line,
            column,
            message,
        });
    }
}

/// Whether what was read of a broken record is that of a paper of arXiv.
fn is_paper(frame: &Frame) -> bool {
    let read = record::read(&frame.members, &frame.key, frame.line);
    read.is_some_and(|read| read.paper.id.arxiv().is_some() && !read.paper.title.is_empty())
}

/// What the frames around a record say of it.
#[derive(Debug, Default)]
struct Around {
    day: Option<Day>,
    category: Option<Category>,
    topics: Vec<String>,
}

#[cfg(test)]
mod tests;
