//! The heading digest: the Markdown of a daily list.
//!
//! ```text
//! # ArXiv <category> --<Day>, <D> <Mon> <YYYY>
//! ### <n>.<title>  [ :arrow_down: ](https://arxiv.org/pdf/<id>.pdf)
//! >  <abstract on one line>
//! ```
//!
//! A `#` heading starts a section with its category and day; a file may hold several. Every `###` heading is an entry: a paper, or an
//! error. The lines under it are its abstract, quoted or not; what belongs to no paper is named line by line. How a heading is cut up
//! stands in [`entry`], how a section's in [`section`], and how the order of the ids gives away cross-lists in [`announce`].

#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod announce;
mod body;
mod close;
mod entry;
mod section;
mod shape;

use crate::core::digest::needles::has_link;
use std::ops::Range;

use self::announce::Order;
use self::body::trailing_spaces;
use self::entry::{Heading, Headings};
use self::shape::Shape;
use super::address::Target;
use super::dates::DayFound;
use super::formats::{Parser, Place};
use super::ledger::{Expected, Ledger};
use super::lines::{Line, lines, part};
use super::remarks::remark;
use super::{Digest, markup};
use crate::core::day::Day;
use crate::core::diagnostic::{DiagnosticKind, Severity};
use crate::core::paper::{Category, Paper};
use crate::core::text::Span;

/// How sure the start of a text is of this format; see `FormatSpec::score`.
pub(super) fn score(sample: &str) -> u32 {
    let mut score = 0;
    let mut under_heading = false;
    for line in lines(sample) {
        let shape = Shape::of(line.text(sample));
        score = score.max(match &shape {
            Shape::Section(rest) => section::score(rest),
            Shape::Entry(rest) => {
                let heading = Heading::alone(rest, None);
                // A title that is the link itself is another family's heading.
                let titled = !heading.title_is_label
                    && part(rest, &heading.title).contains(char::is_alphabetic);
                let linked = matches!(heading.target, Target::Arxiv(..));
                under_heading = titled && heading.number.is_some();
                if titled && linked { 80 } else { 0 }
            }
            Shape::Quote(_) if under_heading => 20,
            _ => 0,
        });
        under_heading &= matches!(shape, Shape::Entry(_) | Shape::Blank);
        if score >= 80 {
            break;
        }
    }
    score
}

/// Starts to parse a file with this name.
pub(super) fn parser(name: &str) -> Box<dyn Parser> {
    Box::new(HeadingDigest {
        ledger: Ledger::new(
            name,
            Expected {
                day: true,
                summary: true,
                once: true,
            },
        ),
        section: Section::default(),
        entry: None,
        stray: None,
        suffix: 0,
    })
}

#[derive(Debug)]
struct HeadingDigest {
    ledger: Ledger,
    section: Section,
    entry: Option<Entry>,
    stray: Option<Stray>,
    /// How many spaces ended the last complete abstract.
    suffix: usize,
}

/// What the last `#` heading said.
#[derive(Debug, Default)]
struct Section {
    category: Option<Category>,
    day: Option<Day>,
    /// The index of its first paper among those that were not taken.
    first_paper: usize,
    order: Order,
    last_number: Option<u32>,
}

/// A `###` heading and what was found under it so far.
#[derive(Debug)]
struct Entry {
    line: Line,
    /// Where its title stands in the text.
    title: Range<usize>,
    number: Option<u32>,
    target: Target,
    /// Whether the heading has a link that is closed.
    has_link: bool,
    /// The lines of its abstract, without `>`; an empty one ends a paragraph.
    pieces: Vec<Range<usize>>,
    /// Whether a line of the abstract was not quoted.
    unquoted: bool,
    state: State,
}

impl Entry {
    /// Whether the last line of the abstract ends as the last line of a whole one does, in several spaces.
    fn is_ended(&self, text: &str) -> bool {
        let last = self.pieces.last();
        last.is_some_and(|piece| trailing_spaces(part(text, piece)) > 1)
    }
}

/// What may follow in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing of the abstract was seen.
    Heading,
    /// In a quoted abstract; the last line was one of it.
    Quoted,
    /// After a blank line in a quoted abstract.
    QuotedGap,
    /// In an abstract that is not quoted.
    Plain,
    /// Something else stood between: no more text belongs to it.
    Closed,
}

/// A part of a line, up to the line's end.
#[derive(Debug)]
enum Part {
    /// A heading, from behind its `###`.
    Heading(usize),
    /// Quoted text, without its `>`.
    Quote(Range<usize>),
}

/// Lines that belong to no paper.
#[derive(Debug)]
struct Stray {
    first: Line,
    end: usize,
    count: u32,
}

impl Parser for HeadingDigest {
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
            if next.is_none() {
                self.end(text, line, digest);
            }
        }
        None
    }

    fn take(&mut self, digest: &mut Digest) -> Vec<Paper> {
        // What the order of a list gives away is settled at its end.
        let settled = if self.section.order.tells() {
            self.section.first_paper
        } else {
            digest.papers.len()
        };
        self.section.first_paper -= settled.min(self.section.first_paper);
        let rest = digest.papers.split_off(settled);
        std::mem::replace(&mut digest.papers, rest)
    }

    fn stop(&mut self, digest: &mut Digest) {
        // An entry that is not read to its end is none yet.
        digest.entries -= u32::from(self.entry.take().is_some());
    }
}

impl HeadingDigest {
    fn line(&mut self, text: &str, line: Line, digest: &mut Digest) {
        let content = line.text(text);
        // Where a part of the line stands in the text.
        let place = |part: &str| line.end - part.len()..line.end;
        match Shape::of(content) {
            Shape::Blank => self.blank(),
            Shape::Section(rest) => self.begin_section(text, line, rest, digest),
            Shape::Entry(rest) => {
                self.headings(text, line, Part::Heading(place(rest).start), digest);
            }
            Shape::Quote(rest) => self.headings(text, line, Part::Quote(place(rest)), digest),
            Shape::Other(rest) => self.other(text, line, place(rest), digest),
        }
    }

    /// The text is over; the line is its last.
    fn end(&mut self, text: &str, last: Line, digest: &mut Digest) {
        if last.is_unended() {
            self.check_cut(text, last, digest);
        }
        self.close_entry(text, digest);
        self.close_stray(text, digest);
    }

    fn blank(&mut self) {
        if let Some(entry) = self.entry.as_mut() {
            match entry.state {
                State::Quoted => entry.state = State::QuotedGap,
                State::Plain => entry.pieces.push(0..0),
                State::Heading | State::QuotedGap | State::Closed => {}
            }
        }
    }

    fn begin_section(&mut self, text: &str, line: Line, rest: &str, digest: &mut Digest) {
        let Some(heading) = section::parse(rest) else {
            return self.stray(text, line, digest);
        };
        self.close_entry(text, digest);
        self.close_stray(text, digest);
        let mut say = |kind, severity, message: String| {
            let number = line.number;
            let said = remark(text, line.span(), number, kind, severity, message);
            digest.diagnostics.push(said);
        };
        let instead = match self.ledger.file_day() {
            Some(day) => format!("the day of the file's name, {day}, is used"),
            None => "its papers have no day".to_owned(),
        };
        let day = match heading.day {
            DayFound::Day(day) => Some(day),
            DayFound::WrongWeekday(day) => {
                let message = format!("{day} was a {}, not the day named here.", day.weekday());
                say(DiagnosticKind::BadDay, Severity::Note, message);
                Some(day)
            }
            DayFound::Impossible => {
                let message = format!("The calendar has no such day; {instead}.");
                say(DiagnosticKind::BadDay, Severity::Warning, message);
                self.ledger.file_day()
            }
            DayFound::None => {
                if self.ledger.file_day().is_none() {
                    let message = format!("The heading names no day; {instead}.");
                    say(DiagnosticKind::NoDay, Severity::Warning, message);
                }
                self.ledger.file_day()
            }
        };
        if day.is_none() {
            self.ledger.told_no_day();
        }
        self.section = Section {
            category: heading.category,
            day,
            first_paper: digest.papers.len(),
            order: Order::default(),
            last_number: None,
        };
    }

    /// Reads a line that starts with `###` or `>`. The line ends in it may be lost, and so one heading after another may stand on it, each with the
    /// start of its abstract.
    fn headings(&mut self, text: &str, line: Line, first: Part, digest: &mut Digest) {
        let headings = Headings::new(text.get(..line.end).unwrap_or_default(), line.start);
        let mut next = Some((line, first));
        while let Some((line, part)) = next {
            next = match part {
                Part::Heading(start) => self.begin_entry(text, line, start, &headings, digest),
                Part::Quote(rest) => self.quote(text, line, rest, &headings, digest),
            };
        }
    }

    /// Starts the entry whose `###` ends at a place, and returns what follows of it on the line.
    fn begin_entry(
        &mut self,
        text: &str,
        line: Line,
        start: usize,
        headings: &Headings,
        digest: &mut Digest,
    ) -> Option<(Line, Part)> {
        self.close_entry(text, digest);
        self.close_stray(text, digest);
        digest.entries += 1;
        let expected = self
            .section
            .last_number
            .map_or(1, |number| number.saturating_add(1));
        let heading = Heading::parse(headings, start, Some(expected));
        self.number(text, line, &heading, expected, digest);
        self.entry = Some(Entry {
            line,
            title: heading.title,
            number: heading.number,
            has_link: heading.has_link,
            target: heading.target,
            pieces: Vec::new(),
            unquoted: false,
            state: State::Heading,
        });
        // What follows the link on the heading's line: the abstract, when a line end was lost.
        let rest = heading.rest;
        match Shape::of(part(text, &rest)) {
            Shape::Blank => None,
            Shape::Quote(after) => {
                let start = rest.end - after.len();
                Some((line, Part::Quote(start..rest.end)))
            }
            _ => {
                let message = "There is text behind the link; it was left out.".to_owned();
                let span = Span::new(rest.start, rest.end);
                digest.diagnostics.push(remark(
                    text,
                    span,
                    line.number,
                    DiagnosticKind::StrayText,
                    Severity::Warning,
                    message,
                ));
                None
            }
        }
    }

    fn number(
        &mut self,
        text: &str,
        line: Line,
        heading: &Heading,
        expected: u32,
        digest: &mut Digest,
    ) {
        let Some(number) = heading.number else { return };
        // Lists that are put together without headings start again at 1.
        if number != expected && number != 1 && self.section.last_number.is_some() {
            let message = format!("Number {number} follows where {expected} was expected.");
            digest.diagnostics.push(remark(
                text,
                line.span(),
                line.number,
                DiagnosticKind::Numbering,
                Severity::Note,
                message,
            ));
        }
        self.section.last_number = Some(number);
    }

    /// Reads a quoted piece of a line up to the heading inside it, if there is one, and returns that.
    fn quote(
        &mut self,
        text: &str,
        line: Line,
        rest: Range<usize>,
        headings: &Headings,
        digest: &mut Digest,
    ) -> Option<(Line, Part)> {
        // The line end before a heading may be lost.
        let Some(heading) = headings.whole_from(rest.start) else {
            self.quote_piece(text, line, rest, digest);
            return None;
        };
        let before = rest.start..heading;
        let ended = self
            .entry
            .as_ref()
            .is_some_and(|entry| entry.is_ended(text));
        if ended && !part(text, &before).trim_matches(['>', ' ']).is_empty() {
            self.stray(text, line, digest);
        } else if !ended {
            self.quote_piece(text, line, before, digest);
        }
        let line = Line {
            start: heading,
            ..line
        };
        let message = "A heading starts inside the line; it was read as one.".to_owned();
        digest.diagnostics.push(remark(
            text,
            line.span(),
            line.number,
            DiagnosticKind::BadHeading,
            Severity::Warning,
            message,
        ));
        Some((line, Part::Heading(heading + "###".len())))
    }

    fn quote_piece(&mut self, text: &str, line: Line, piece: Range<usize>, digest: &mut Digest) {
        // A heading whose `###` was damaged must not run into the abstract above.
        let content = part(text, &piece);
        let wrecked = has_link(content) && entry::looks_like_a_heading(content);
        let open = self.entry.as_mut().filter(|entry| match entry.state {
            State::Heading => true,
            State::Closed => false,
            State::Quoted | State::QuotedGap | State::Plain => !wrecked,
        });
        let Some(entry) = open else {
            return self.stray(text, line, digest);
        };
        if entry.state == State::QuotedGap {
            entry.pieces.push(0..0);
        }
        entry.pieces.push(piece);
        entry.state = State::Quoted;
    }

    /// A line that is neither heading nor quote: an abstract without `>`, the rest of a wrapped line, the link, or nobody's.
    fn other(&mut self, text: &str, line: Line, rest: Range<usize>, digest: &mut Digest) {
        let content = part(text, &rest);
        let Some(entry) = self.entry.as_mut() else {
            return self.stray(text, line, digest);
        };
        let wrecked = entry::looks_like_a_heading(content);
        let ended = entry.is_ended(text);
        match entry.state {
            State::Heading if !entry.has_link && entry::is_link_alone(content) => {
                entry.target = Heading::alone(content, None).target;
                entry.has_link = true;
            }
            State::Heading | State::Plain if !wrecked => {
                entry.pieces.push(rest);
                entry.unquoted = true;
                entry.state = State::Plain;
            }
            State::Quoted if !wrecked && !ended => {
                entry.pieces.push(rest);
                entry.unquoted = true;
            }
            _ => {
                entry.state = State::Closed;
                self.stray(text, line, digest);
            }
        }
    }

    fn stray(&mut self, text: &str, line: Line, digest: &mut Digest) {
        // The entry above has ended: what follows must not run into it.
        self.close_entry(text, digest);
        let stray = self.stray.get_or_insert(Stray {
            first: line,
            end: line.end,
            count: 0,
        });
        stray.end = line.end;
        stray.count += 1;
    }

    fn close_stray(&mut self, text: &str, digest: &mut Digest) {
        let Some(stray) = self.stray.take() else {
            return;
        };
        let message = if stray.count == 1 {
            "This line belongs to no paper; it was left out.".to_owned()
        } else {
            let last = stray.count;
            format!("These {last} lines belong to no paper; they were left out.")
        };
        digest.diagnostics.push(remark(
            text,
            Span::new(stray.first.start, stray.end),
            stray.first.number,
            DiagnosticKind::StrayText,
            Severity::Warning,
            message,
        ));
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests;
