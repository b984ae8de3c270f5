//! After a broken record: what is said, and where reading goes on.

use super::frame::{Frame, Holds, Kind};
use super::record::Record;
use super::value::{Fault, Scanner};
use super::{Records, field, record};
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::desk::{Desk, Location};

/// How many characters of white space may stand between a record's brace and its first name.
const LONGEST_GAP: usize = 64;

/// No record holds more lists and objects one in the other. One that was left with as many open
/// inside is not read again, or everything in it would be read as often as it is nested.
const DEEPEST_RECORD: usize = 16;

/// What the search for a record's end is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Nothing,
    Text(u8),
}

impl Records {
    /// Says what is broken, and returns where reading goes on. Of the value that broke, these lists
    /// and objects are open, the innermost first.
    pub(super) fn recover(&mut self, desk: &mut Desk<'_>, fault: Fault, open: &[usize]) -> usize {
        let text = desk.text;
        let is_record = |frame: &Frame| {
            frame.kind == Kind::Object && frame.holds != Holds::Papers && !frame.damaged
        };
        let broken = self.frames.pop_if(|frame| is_record(frame));
        self.known = self.known || broken.as_ref().is_some_and(is_paper);
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
        desk.refuse(self.location(text, place), kind, message);
        let from = broken.map_or(fault.at, |at| at + 1);
        self.given_up = self.given_up.split_off(&from);
        let outer = open.get(DEEPEST_RECORD..).unwrap_or_default();
        self.given_up.extend(outer);
        let mut next = self.next_start(text, from);
        while let Some(at) = next.filter(|at| self.given_up.contains(at)) {
            next = self.next_start(text, at + 1);
        }
        let limit = next.unwrap_or(text.len());
        let end = broken
            .and_then(|at| end_of(text, at, limit))
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

    /// The next place at or after this one where a record starts.
    fn next_start(&mut self, text: &str, from: usize) -> Option<usize> {
        let name = self.first_name.as_deref();
        self.next_start
            .at_or_after(from, |from| next_start(text, from, name))
    }

    /// Reading went on at this place and broke there again, without a step forward: what is open
    /// around it (lists nested too deep, say) leads nowhere, so it is given up, and if that was
    /// done before, the place too.
    pub(super) fn get_past(&mut self, text: &str, place: usize) -> usize {
        if self.frames.len() > 1 {
            self.frames.truncate(1);
            return place;
        }
        text.ceil_char_boundary(text.len().min(place + 1))
    }

    /// The text is over.
    pub(super) fn end(&mut self, desk: &mut Desk<'_>) {
        let text = desk.text;
        let open = self.frames.last().filter(|frame| frame.kind != Kind::Root);
        let Some(frame) = open.filter(|frame| !frame.damaged) else {
            return;
        };
        if frame.kind == Kind::Object && frame.holds == Holds::Nothing {
            let at = Location::new(frame.at..text.len(), frame.line);
            let message = "The file ends inside this record; its paper was left out.";
            return desk.refuse(at, DiagnosticKind::Truncated, message);
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
        let at = self.location(text, text.trim_end().len()..text.len());
        desk.warn(at, DiagnosticKind::Truncated, message);
    }
}

/// Whether what was read of a broken record is that of a paper of arXiv.
fn is_paper(frame: &Frame) -> bool {
    let read = record::read(&frame.members, &frame.key, frame.line);
    let Record::Paper(read) = read else {
        return false;
    };
    read.paper.id.arxiv().is_some() && !read.paper.title.is_empty()
}

/// The next place at or after this one where a record starts: a brace at the start of a line or
/// before the name that records start with; where that is not known, before any name that records
/// have.
fn next_start(text: &str, from: usize, first_name: Option<&str>) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'{', bytes.get(from..)?)
        .map(|offset| from + offset)
        .find(|at| {
            let on_new_line = at
                .checked_sub(1)
                .and_then(|before| bytes.get(before))
                .is_none_or(|before| matches!(before, b'\n' | b'\r'));
            on_new_line || starts_record(text, *at, first_name)
        })
}

fn starts_record(text: &str, at: usize, first_name: Option<&str>) -> bool {
    let inside = text.as_bytes().get(at + 1..).unwrap_or_default();
    let gap = inside
        .iter()
        .take(LONGEST_GAP)
        .take_while(|b| b.is_ascii_whitespace())
        .count();
    let Some([quote @ (b'"' | b'\''), name @ ..]) = inside.get(gap..) else {
        return false;
    };
    if let Some(known) = first_name {
        let rest = name.strip_prefix(known.as_bytes());
        return rest.is_some_and(|rest| rest.first() == Some(quote));
    }
    let near = name.get(..LONGEST_GAP).unwrap_or(name);
    let end = memchr::memchr(*quote, near);
    end.and_then(|end| std::str::from_utf8(near.get(..end)?).ok())
        .is_some_and(|name| field::field(name).is_some())
}

/// Where the value ends that starts with the brace at this place, going by brackets and quotation
/// marks alone, if that is before the limit and what follows fits.
fn end_of(text: &str, start: usize, limit: usize) -> Option<usize> {
    let bytes = text.as_bytes().get(..limit)?;
    let mut inside = Inside::Nothing;
    let mut depth = 0_usize;
    let mut at = start;
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        match (inside, byte) {
            (Inside::Text(_), b'\\') => at += 1,
            (Inside::Text(quote), _) if byte == quote => inside = Inside::Nothing,
            (Inside::Nothing, b'"' | b'\'') => inside = Inside::Text(byte),
            (Inside::Nothing, b'{' | b'[') => depth += 1,
            (Inside::Nothing, b'}' | b']') => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            _ => {}
        }
    }
    let mut after = Scanner::new(text, at);
    after.skip_space();
    let fits = matches!(after.peek(), None | Some(b',' | b']' | b'}'));
    (fits || after.at == limit).then_some(at)
}
