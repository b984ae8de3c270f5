//! The start of a section or of an entry, of which several may stand on one line.

use std::ops::Range;

use super::announce::Order;
use super::entry::{self, Heading, Headings};
use super::section;
use super::shape::Shape;
use super::{Entry, HeadingDigest, Section, State};
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::dates::DayFound;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::lines::{Line, part};
use crate::core::digest::needles::has_link;

/// A part of a line, up to the line's end.
#[derive(Debug)]
pub(super) enum Part {
    /// A heading, from behind its `###`.
    Heading(usize),
    /// Quoted text, without its `>`.
    Quote(Range<usize>),
}

impl HeadingDigest {
    /// Starts a section, if that is what a `#` heading does.
    pub(super) fn begin_section(&mut self, desk: &mut Desk<'_>, line: Line, rest: &str) {
        let Some(heading) = section::parse(rest) else {
            return self.stray(desk, line);
        };
        self.close_entry(desk);
        self.close_stray(desk);
        let file_day = desk.file_day();
        let instead = match file_day {
            Some(day) => format!("the day of the file's name, {day}, is used"),
            None => "its papers have no day".to_owned(),
        };
        let day = match heading.day {
            DayFound::Day(day) => Some(day),
            DayFound::WrongWeekday(day) => {
                let message = format!("{day} was a {}, not the day named here.", day.weekday());
                desk.note(line, DiagnosticKind::BadDay, message);
                Some(day)
            }
            DayFound::Impossible => {
                let message = format!("The calendar has no such day; {instead}.");
                desk.warn(line, DiagnosticKind::BadDay, message);
                file_day
            }
            DayFound::None => {
                if file_day.is_none() {
                    let message = format!("The heading names no day; {instead}.");
                    desk.warn(line, DiagnosticKind::NoDay, message);
                }
                file_day
            }
        };
        if day.is_none() {
            desk.told_no_day();
        }
        self.section = Section {
            category: heading.category,
            day,
            first_paper: desk.papers().len(),
            order: Order::default(),
            last_number: None,
        };
    }

    /// Reads a line that starts with `###` or `>`. The line ends in it may be lost, and so one
    /// heading after another may stand on it, each with the start of its abstract.
    pub(super) fn headings(&mut self, desk: &mut Desk<'_>, line: Line, first: Part) {
        let text = desk.text;
        let headings = Headings::new(text.get(..line.end).unwrap_or_default(), line.start);
        let mut next = Some((line, first));
        while let Some((line, part)) = next {
            next = match part {
                Part::Heading(start) => self.begin_entry(desk, line, start, &headings),
                Part::Quote(rest) => self.quote(desk, line, rest, &headings),
            };
        }
    }

    /// Starts the entry whose `###` ends at a place, and returns what follows of it on the line.
    fn begin_entry(
        &mut self,
        desk: &mut Desk<'_>,
        line: Line,
        start: usize,
        headings: &Headings,
    ) -> Option<(Line, Part)> {
        self.close_entry(desk);
        self.close_stray(desk);
        let expected = self
            .section
            .last_number
            .map_or(1, |number| number.saturating_add(1));
        let heading = Heading::parse(headings, start, Some(expected));
        self.number(desk, line, &heading, expected);
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
        match Shape::of(part(desk.text, &rest)) {
            Shape::Blank => None,
            Shape::Quote(after) => {
                let start = rest.end - after.len();
                Some((line, Part::Quote(start..rest.end)))
            }
            _ => {
                let message = "There is text behind the link; it was left out.";
                let at = Location::new(rest, line.number);
                desk.warn(at, DiagnosticKind::StrayText, message);
                None
            }
        }
    }

    fn number(&mut self, desk: &mut Desk<'_>, line: Line, heading: &Heading, expected: u32) {
        let Some(number) = heading.number else { return };
        // Lists that are put together without headings start again at 1.
        if number != expected && number != 1 && self.section.last_number.is_some() {
            let message = format!("Number {number} follows where {expected} was expected.");
            desk.note(line, DiagnosticKind::Numbering, message);
        }
        self.section.last_number = Some(number);
    }

    /// Reads a quoted piece of a line up to the heading inside it, if there is one, and returns
    /// that.
    fn quote(
        &mut self,
        desk: &mut Desk<'_>,
        line: Line,
        rest: Range<usize>,
        headings: &Headings,
    ) -> Option<(Line, Part)> {
        // The line end before a heading may be lost.
        let Some(heading) = headings.whole_from(rest.start) else {
            self.quote_piece(desk, line, rest);
            return None;
        };
        let before = rest.start..heading;
        let text = desk.text;
        let entry = self.entry.as_ref();
        let ended = entry.is_some_and(|entry| entry.is_ended(text));
        if ended && !part(text, &before).trim_matches(['>', ' ']).is_empty() {
            self.stray(desk, line);
        } else if !ended {
            self.quote_piece(desk, line, before);
        }
        let line = Line {
            start: heading,
            ..line
        };
        let message = "A heading starts inside the line; it was read as one.";
        desk.warn(line, DiagnosticKind::BadHeading, message);
        Some((line, Part::Heading(heading + "###".len())))
    }

    fn quote_piece(&mut self, desk: &mut Desk<'_>, line: Line, piece: Range<usize>) {
        // A heading whose `###` was damaged must not run into the abstract above.
        let content = part(desk.text, &piece);
        let wrecked = has_link(content) && entry::looks_like_a_heading(content);
        let open = self.entry.as_mut().filter(|entry| match entry.state {
            State::Heading => true,
            State::Closed => false,
            State::Quoted | State::QuotedGap | State::Plain => !wrecked,
        });
        let Some(entry) = open else {
            return self.stray(desk, line);
        };
        if entry.state == State::QuotedGap {
            entry.pieces.push(0..0);
        }
        entry.pieces.push(piece);
        entry.state = State::Quoted;
    }
}
