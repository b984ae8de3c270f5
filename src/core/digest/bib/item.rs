//! What the fields of a bibliography's entry say of a paper.

use super::super::address::{doi, find_id};
use super::super::categories;
use super::super::categories::Distinct;
use super::super::dates::{self, DayFound};
use super::super::desk::{Desk, Location};
use super::super::markup;
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::paper::{ArxivId, Category, Paper, PaperId};
use crate::core::text::RichText;

/// What the DOIs start with that arXiv derives from its own ids.
const DERIVED: &str = "10.48550/arxiv.";

/// The fields of one entry; texts are sources for [`markup::read`], the rest is as it stands. Empty
/// where the entry has none.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The title.
    pub(super) title: String,
    /// The abstract.
    pub(super) summary: String,
    /// The names in their order, given names first.
    pub(super) authors: Vec<String>,
    /// What is said to be an arXiv id.
    pub(super) eprint: String,
    /// Addresses and other texts that may name an arXiv id.
    pub(super) hints: Vec<String>,
    /// The DOI, perhaps as an address.
    pub(super) doi: String,
    /// The primary category.
    pub(super) primary: String,
    /// Keywords, of which some may be categories.
    pub(super) keywords: Vec<String>,
    /// The date of the entry: only a whole one is a day.
    pub(super) date: String,
    /// When it was submitted, where the format tells that apart.
    pub(super) submitted: String,
    /// The journal.
    pub(super) journal: String,
    /// The authors' comment.
    pub(super) comment: String,
    /// Whether the texts are plain text and no sources, each line a paragraph.
    pub(super) is_plain: bool,
}

impl Item {
    /// Enters the entry at this place as a paper, or says why it is none. It may be cut where the
    /// file ends inside of it.
    pub(super) fn enter(self, desk: &mut Desk<'_>, at: Location, cut: bool) {
        self.enter_with(desk, at, cut, |_| {});
    }

    /// The same, where more is known of the paper than an item tells.
    pub(super) fn enter_with(
        self,
        desk: &mut Desk<'_>,
        at: Location,
        cut: bool,
        more: impl FnOnce(&mut Paper),
    ) {
        let title = self.read(&self.title);
        let (named, bad) = self.id();
        if title.is_empty() && (named.is_none() || cut) {
            let (kind, message) = if cut {
                let message = "The file ends inside this entry; it was left out.";
                (DiagnosticKind::Truncated, message)
            } else {
                let message = "This entry has neither a title nor an arXiv id; it was left out.";
                (DiagnosticKind::BadEntry, message)
            };
            return desk.refuse(at, kind, message);
        }
        if cut {
            let message = "The file ends inside this entry; what stands there of it was read.";
            desk.warn(at, DiagnosticKind::Truncated, message);
        }
        if let Some(bad) = bad.filter(|_| named.is_none()) {
            let message =
                format!("“{bad}” is no arXiv id that can be; the paper goes by its title.");
            desk.warn(at, DiagnosticKind::BadLink, message);
        }
        let days: Vec<Day> = match dates::find(&self.date) {
            DayFound::Day(day) | DayFound::WrongWeekday(day) => vec![day],
            DayFound::Impossible => {
                let message = format!(
                    "The calendar has no day “{}”; it was left out.",
                    self.date.trim()
                );
                desk.warn(at, DiagnosticKind::BadDay, message);
                Vec::new()
            }
            DayFound::None => Vec::new(),
        };
        let (id, version) = match named {
            Some((id, version)) => (PaperId::Arxiv(id), version),
            None => (PaperId::from_title(&title.plain), None),
        };
        let authors = self.authors.iter().map(|name| self.read(name).plain);
        let mut paper = Paper {
            version,
            summary: self.visible(&self.summary),
            authors: authors.filter(|name| !name.is_empty()).collect(),
            categories: self.categories(),
            days,
            comment: self.visible(&self.comment),
            journal: self.journal(),
            doi: doi(&self.doi)
                .filter(|doi| derived(doi).is_none())
                .map(ToOwned::to_owned),
            submitted: dates::of_time(&self.submitted),
            ..Paper::new(id, title, at.line)
        };
        more(&mut paper);
        desk.paper(at, paper);
    }

    fn read(&self, text: &str) -> RichText {
        if self.is_plain {
            markup::read_plain(text, &[])
        } else {
            markup::read(text)
        }
    }

    /// The same; `None` where nothing visible is in it.
    fn visible(&self, text: &str) -> Option<RichText> {
        Some(self.read(text)).filter(|read| !read.is_empty())
    }

    /// The arXiv id with the version, or what should be one and cannot.
    fn id(&self) -> (Option<(ArxivId, Option<u16>)>, Option<&str>) {
        let derived = doi_id(&self.doi);
        let mut named = find_id(&self.eprint);
        if named.is_none() {
            named = derived.and_then(|id| ArxivId::parse_versioned(id).ok());
        }
        for hint in &self.hints {
            let Some((id, version)) = find_id(hint).or_else(|| {
                let id = doi_id(hint)?;
                ArxivId::parse_versioned(id).ok()
            }) else {
                continue;
            };
            match &mut named {
                None => named = Some((id, version)),
                // An address may tell the version where the id does not.
                Some((known, known_version)) if *known == id => {
                    *known_version = known_version.or(version);
                }
                Some(_) => {}
            }
        }
        let stated = Some(self.eprint.trim()).filter(|eprint| !eprint.is_empty());
        (named, stated.or(derived))
    }

    /// The primary category, and those among the keywords.
    fn categories(&self) -> Vec<Category> {
        let mut found = Distinct::default();
        found.extend(categories::list(&self.primary));
        for keyword in &self.keywords {
            for piece in keyword.split([',', ';']) {
                let piece = piece.trim();
                // `Computer Vision and Pattern Recognition (cs.CV)`
                let inner = piece
                    .strip_suffix(')')
                    .and_then(|piece| piece.rsplit_once('('))
                    .map_or(piece, |(_, inner)| inner);
                if categories::is_category(inner) {
                    found.insert(inner);
                }
            }
        }
        found.into_list()
    }

    /// The journal, which `arXiv preprint arXiv:2012.12877` and `CoRR` are not.
    fn journal(&self) -> Option<String> {
        let journal = self.visible(&self.journal)?.plain;
        let is_arxiv = journal
            .get(..5)
            .is_some_and(|start| start.eq_ignore_ascii_case("arxiv"));
        (!is_arxiv && journal != "CoRR").then_some(journal)
    }
}

/// The id of a DOI that arXiv derived from it.
fn doi_id(text: &str) -> Option<&str> {
    let start = text.find("10.")?;
    derived(text.get(start..)?.trim())
}

fn derived(doi: &str) -> Option<&str> {
    let (start, id) = doi.split_at_checked(DERIVED.len())?;
    start.eq_ignore_ascii_case(DERIVED).then_some(id)
}
