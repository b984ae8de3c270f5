//! A complete record or row → a paper in the digest.

use std::ops::Range;

use super::field::{self, Field};
use super::frame::{Frame, Holds, Kind};
use super::record::{Read, Record};
use super::value::Scanner;
use super::{Records, record, single};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::dates::DayFound;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::table::{self, Row};
use crate::core::digest::{categories, dates};
use crate::core::paper::{ArxivId, Category, Paper, PaperId};

/// A topic is not longer than so many bytes.
const LONGEST_TOPIC: usize = 120;

/// What papers have, and what is around them has not.
const OF_PAPERS: [Field; 3] = [Field::Doi, Field::Authors, Field::Abstract];

/// What the frames around a record say of it.
#[derive(Debug, Default)]
struct Around {
    day: Option<Day>,
    category: Option<Category>,
    topics: Vec<String>,
}

/// Where an object stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// Where each is a record: in a list of papers.
    Among,
    /// Where it may be the only one, or what is around all: on a line.
    Expected,
    /// In a list under another name, or under a name of its own where a list should be.
    Listed,
    /// In an object.
    Within,
}

/// Whether a record is a paper of the list where it stands and with what it holds.
fn is_told(read: &Read, holds: Holds, stands: Stands) -> bool {
    let titled = !read.paper.title.is_empty();
    match holds {
        Holds::Nothing if matches!(stands, Stands::Among | Stands::Expected) => true,
        Holds::Nothing if stands == Stands::Listed => titled,
        // An address alone may be that of anything around.
        Holds::Nothing => read.sure && (titled || read.paper.summary.is_some()),
        // Each in a list has them: `{"title": "…", "accessed": {"date-parts": [[2026, 3]]}}`.
        Holds::Lists => read.sure || (stands == Stands::Among && titled),
        // Around papers too stand titles, authors and a text about them.
        Holds::Aside => {
            let named = read.paper.id.arxiv().is_some() || read.paper.doi.is_some();
            titled && (named || !read.paper.authors.is_empty())
        }
        Holds::Papers => false,
    }
}

impl Records {
    /// An object is complete: a paper, a part of one, something around papers, or an error.
    pub(super) fn record(&mut self, desk: &mut Desk<'_>, frame: Frame, scanner: &mut Scanner) {
        if frame.kind != Kind::Object || frame.holds == Holds::Papers {
            scanner.odd = None;
            return;
        }
        if self.is_part(&frame)
            && let Some(around) = self.frames.last_mut()
        {
            around.take_in(frame);
            return;
        }
        let odd = scanner.odd.take();
        let text = desk.text;
        let end = text.ceil_char_boundary(scanner.at);
        let at = Location::new(frame.at..end, frame.line);
        let stands = self.stands();
        let read = match record::read(&frame.members, &frame.key, frame.line) {
            Record::Paper(read) if is_told(&read, frame.holds, stands) => *read,
            Record::Failure(reason) if stands != Stands::Within => {
                self.known = true;
                return single::failure(desk, at, &reason);
            }
            Record::Beside(what) => {
                self.beside(desk, at, what);
                return;
            }
            _ => {
                let is_lost = match stands {
                    Stands::Among => frame.holds == Holds::Nothing || frame.has(&OF_PAPERS),
                    Stands::Expected => frame.holds == Holds::Nothing,
                    Stands::Listed | Stands::Within => false,
                };
                if is_lost {
                    single::nothing(desk, at);
                }
                return;
            }
        };
        self.known |= read.is_catalogued;
        self.enter(desk, at, read.paper, read.own_day);
        single::remarks(
            desk,
            at,
            read.bad_address.as_deref(),
            read.nameless,
            &read.unread,
        );
        if let Some((at, what)) = odd {
            let at = self.location(text, at..at + 1);
            desk.warn(at, DiagnosticKind::BadSyntax, what);
        }
    }

    /// Whether the members of an object are those of the record around it.
    fn is_part(&self, frame: &Frame) -> bool {
        let around = self.frames.last();
        frame.holds < Holds::Aside
            && field::is_part(&frame.key)
            && around.is_some_and(|around| around.kind == Kind::Object)
    }

    /// Says once that what stands beside papers and is none was passed over.
    fn beside(&mut self, desk: &mut Desk<'_>, at: Location, what: &str) {
        self.known = true;
        if let Some(frame) = self.frames.last_mut() {
            frame.holds = frame.holds.max(Holds::Lists);
        }
        if !self.told_beside {
            self.told_beside = true;
            let message = format!(
                "This is {what} and no paper; it was passed over, as all others like it are."
            );
            desk.note(at, DiagnosticKind::StrayText, message);
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

    /// Where an object stands that is complete.
    fn stands(&self) -> Stands {
        match self.frames.last() {
            None => Stands::Expected,
            Some(frame) => match frame.kind {
                Kind::Root => Stands::Expected,
                Kind::List if frame.key.is_empty() || field::is_list(&frame.key) => Stands::Among,
                Kind::List => Stands::Listed,
                // `{"result": {"17": {…}}}`
                Kind::Object if field::is_list(&frame.key) => Stands::Listed,
                Kind::Object => Stands::Within,
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
            // Each record asks: of a long name not even the white space is looked at.
            if frame.key.len() > LONGEST_TOPIC {
                continue;
            }
            let key = frame.key.trim();
            let says_nothing =
                field::is_list(key) || field::is_part(key) || field::is_around_or_within(key);
            if key.is_empty() || says_nothing {
                continue;
            }
            // A topic may have a date in it that is not the papers'.
            if let DayFound::Day(day) | DayFound::WrongWeekday(day) = dates::find(key) {
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
