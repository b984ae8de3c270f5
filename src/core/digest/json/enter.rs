//! A complete record or row → a paper in the digest.

use std::ops::Range;

use super::field::{self, Field};
use super::frame::{Frame, Holds, Kind};
use super::value::Scanner;
use super::{Records, record};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::table::{self, Row};
use crate::core::digest::{categories, dates};
use crate::core::paper::{ArxivId, Category, Paper, PaperId};

/// A topic is not longer than so many bytes.
const LONGEST_TOPIC: usize = 120;

/// What the frames around a record say of it.
#[derive(Debug, Default)]
struct Around {
    day: Option<Day>,
    category: Option<Category>,
    topics: Vec<String>,
}

impl Records {
    /// An object is complete: a paper, something around papers, or an error.
    pub(super) fn record(&mut self, desk: &mut Desk<'_>, frame: &Frame, scanner: &mut Scanner) {
        let odd = scanner.odd.take();
        if frame.kind != Kind::Object || frame.holds == Holds::Papers {
            return;
        }
        let text = desk.text;
        let end = text.ceil_char_boundary(scanner.at);
        let at = Location::new(frame.at..end, frame.line);
        let in_list = self.in_list();
        let read = record::read(&frame.members, &frame.key, frame.line);
        let Some(read) = read.filter(|read| read.sure || in_list) else {
            if in_list && frame.holds == Holds::Nothing {
                let message = "This record has neither a title nor an arXiv id; it was left out.";
                desk.refuse(at, DiagnosticKind::BadEntry, message);
            }
            return;
        };
        self.enter(desk, at, read.paper, read.own_day);
        if let Some(url) = read.bad_address {
            let message = format!(
                "The address {url} names no arXiv id that can be; the paper goes by its title."
            );
            desk.warn(at, DiagnosticKind::BadLink, message);
        }
        if read.nameless > 0 {
            let message = match read.nameless {
                1 => "One of the authors has no name that can be read; it was left out.".to_owned(),
                count => format!(
                    "{count} of the authors have no name that can be read; they were left out."
                ),
            };
            desk.warn(at, DiagnosticKind::BadEntry, message);
        }
        if let Some((at, what)) = odd {
            let at = self.location(text, at..at + 1);
            desk.warn(at, DiagnosticKind::BadSyntax, what);
        }
    }

    /// A text that may be a row of a table, or stands where one should.
    pub(super) fn row(
        &mut self,
        desk: &mut Desk<'_>,
        place: Range<usize>,
        key: &str,
        source: &str,
    ) {
        let id = ArxivId::parse_versioned(key).ok();
        let start = source.trim_start();
        if id.is_none() && !(start.starts_with('|') || start.starts_with("- ")) {
            return;
        }
        let at = self.location(desk.text, place);
        let Some(Row { mut paper, faults }) = table::row(source, at.line) else {
            if id.is_some() {
                let message = "This is no row of a table of papers; it was left out.";
                desk.refuse(at, DiagnosticKind::BadEntry, message);
            }
            return;
        };
        if let Some((id, version)) = id.filter(|_| paper.id.arxiv().is_none()) {
            (paper.id, paper.version) = (PaperId::Arxiv(id), version);
        }
        for (kind, message) in faults {
            desk.warn(at, kind, message);
        }
        self.enter(desk, at, paper, None);
    }

    /// Puts a paper into the digest, with what stands around it.
    fn enter(&mut self, desk: &mut Desk<'_>, at: Location, mut paper: Paper, own_day: Option<Day>) {
        let around = self.around();
        if paper.topics.is_empty() {
            paper.topics = around.topics;
        }
        if paper.categories.is_empty() {
            paper.categories.extend(around.category);
        }
        if paper.days.is_empty() {
            paper
                .days
                .extend(around.day.or(desk.file_day()).or(own_day));
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.holds = Holds::Papers;
        }
        desk.paper(at, paper);
    }

    /// Whether what stands here is a record wherever that can be: a line, or an element of a list
    /// of papers.
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
            let dates = frame
                .members
                .iter()
                .filter(|(field, _)| *field == Field::Day);
            let day = dates.filter_map(|(_, value)| value.text()).next_back();
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
}
