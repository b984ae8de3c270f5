//! The end of a record: a paper, or an error.

use super::fields::{Field, Fields};
use super::{ArxivMail, Ending, Record};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::address::find_id;
use crate::core::digest::categories;
use crate::core::digest::dates::{self, DayFound};
use crate::core::digest::desk::Desk;
use crate::core::digest::ids::doi;
use crate::core::digest::lines::{lines, part};
use crate::core::digest::markup::visible;
use crate::core::digest::names::{self, Order};
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Category, Paper, PaperId};
use crate::core::text::RichText;

impl ArxivMail {
    /// The record is complete: its fields end at one place, its abstract at another if it has one.
    pub(super) fn close(&mut self, desk: &mut Desk<'_>, record: &Record, ending: &Ending<'_>) {
        let line = record.line;
        let head = part(desk.text, &record.head);
        let fields = Fields::parse(head);
        if fields.is_empty() {
            if !head.trim().is_empty() {
                let message =
                    r"What stands between these lines of “\\” is no record; it was left out.";
                desk.warn(line, DiagnosticKind::StrayText, message);
            }
            return;
        }
        let title = visible(fields.get(Field::Title));
        let named = id(&fields, ending);
        if title.is_none() && (named.is_none() || matches!(ending, Ending::File)) {
            let (kind, message) = if matches!(ending, Ending::File) {
                let message = "The file ends inside this record; it was left out.";
                (DiagnosticKind::Truncated, message)
            } else {
                let message = "This record has neither a title nor an arXiv id; it was left out.";
                (DiagnosticKind::BadEntry, message)
            };
            return desk.refuse(line, kind, message);
        }
        let own = fields.id.as_ref().is_some_and(|line| line.id.is_some());
        if !own {
            let (kind, what) = match &fields.id {
                Some(line) => {
                    let what = format!("“{}” is no arXiv id that can be", line.source);
                    (DiagnosticKind::BadLink, what)
                }
                None => (
                    DiagnosticKind::NoLink,
                    "The record names no arXiv id".to_owned(),
                ),
            };
            let instead = match &named {
                Some((id, _)) => format!("{id}, from the record's last line, is used"),
                None => "the paper goes by its title".to_owned(),
            };
            desk.warn(line, kind, format!("{what}; {instead}."));
        }
        let summary = summary(part(desk.text, &record.summary));
        let kind = self.kind(&fields);
        match ending {
            Ending::File => {
                let message = "The file ends inside this record.";
                desk.warn(line, DiagnosticKind::Truncated, message);
            }
            Ending::Cut => {
                let message = "No line of “\\\\” ends this record; it was read up to where the next \
                                thing starts.";
                desk.warn(line, DiagnosticKind::Truncated, message);
            }
            Ending::Marked(_) if summary.is_none() && kind != AnnounceKind::Replaced => {
                let message = "The paper has no abstract.";
                desk.warn(line, DiagnosticKind::NoAbstract, message);
            }
            Ending::Marked(_) | Ending::Bare => {}
        }
        let (id, version) = PaperId::of(named, title.as_ref().map_or("", |title| &title.plain));
        let paper = Paper {
            version: version.or(fields.version),
            authors: names::list(fields.get(Field::Authors), Order::Spoken),
            categories: categories_of(&fields, &id),
            days: self.day.into_iter().collect(),
            announce: Some(Announcement {
                kind,
                inferred: false,
            }),
            comment: visible(fields.get(Field::Comments)),
            journal: visible(fields.get(Field::Journal)).map(|journal| journal.plain),
            doi: doi::read(fields.get(Field::Doi)),
            submitted: day(fields.get(Field::Date)),
            summary,
            ..Paper::new(id, title.unwrap_or_default(), line.number)
        };
        self.check_day(desk, line, &paper);
        desk.paper(line, paper);
    }

    /// How the list carries a record: as it says itself, or as the section does in which it stands.
    fn kind(&self, fields: &Fields<'_>) -> AnnounceKind {
        let cross = fields.id.as_ref().is_some_and(|line| line.cross);
        if fields.replaced {
            AnnounceKind::Replaced
        } else if cross && self.section == AnnounceKind::New {
            AnnounceKind::Cross
        } else {
            self.section
        }
    }
}

/// The id that the record starts with, or else that of the address at its end.
fn id(fields: &Fields<'_>, ending: &Ending<'_>) -> Option<(ArxivId, Option<u16>)> {
    let own = fields.id.as_ref().and_then(|line| line.id.clone());
    own.or_else(|| match ending {
        Ending::Marked(line) => find_id(line),
        Ending::Bare | Ending::Cut | Ending::File => None,
    })
}

/// The abstract from its lines: an indented line or one after a blank line starts a paragraph.
fn summary(body: &str) -> Option<RichText> {
    let mut source = String::with_capacity(body.len());
    let mut blank = false;
    for line in lines(body) {
        let line = line.text(body);
        let content = line.trim();
        if content.is_empty() {
            blank = true;
            continue;
        }
        if blank || line.starts_with("  ") || line.starts_with('\t') {
            source.push_str("<br>");
        }
        blank = false;
        source.push_str(content);
        source.push('\n');
    }
    visible(&source)
}

/// How much of a list of categories is read; no paper has so many.
const CATEGORIES: usize = 4096;

/// The primary category first; a record without any is in the archive that its id names.
fn categories_of(fields: &Fields<'_>, id: &PaperId) -> Vec<Category> {
    let source = [Field::Categories, Field::Classes].map(|field| fields.get(field));
    let source = source.join(" ").replace('\n', " ");
    let end = source.floor_char_boundary(CATEGORIES);
    let mut found = categories::list(source.get(..end).unwrap_or_default());
    if found.is_empty() {
        let archive = id.arxiv().and_then(|id| id.as_str().split_once('/'));
        found.extend(archive.map(|(archive, _)| Category(archive.to_owned())));
    }
    found
}

/// The day of a date.
fn day(field: &str) -> Option<Day> {
    match dates::find_short(field) {
        DayFound::Day(day) | DayFound::WrongWeekday(day) => Some(day),
        DayFound::Impossible | DayFound::None => None,
    }
}
