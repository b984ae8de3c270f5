//! What the fields of a bibliography's entry say of a paper.

use super::super::address::find_id;
use super::super::categories;
use super::super::categories::Distinct;
use super::super::dates::{self, Recorded, recorded};
use super::super::desk::{Desk, Location};
use super::super::ids::{arxiv, doi, registered, taxonomy};
use super::super::markup;
use super::agreed::TITLE;
use crate::core::day::Date;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::paper::{ArxivId, Category, Paper, PaperId};
use crate::core::registered::Registered;
use crate::core::text::RichText;

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
    /// The date of the entry, as closely as it is known.
    pub(super) date: String,
    /// When it was submitted, where the format tells that apart.
    pub(super) submitted: String,
    /// The journal.
    pub(super) journal: String,
    /// The authors' comment.
    pub(super) comment: String,
    /// What other registers call it, beside what `hints` say.
    pub(super) registered: Vec<Registered>,
    /// Whether the texts are plain text and no sources, each line a paragraph.
    pub(super) is_plain: bool,
    /// Whether what looks like a label before the title is a part of it.
    pub(super) is_guarded: bool,
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
        let title = if self.is_plain || self.is_guarded {
            self.read(&self.title)
        } else {
            self.read(markup::without_label(&self.title, TITLE))
        };
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
        let date = match recorded(&self.date) {
            Recorded::Date(date) => Some(date),
            Recorded::Impossible => {
                let message = format!(
                    "The calendar has no day “{}”; it was left out.",
                    self.date.trim()
                );
                desk.warn(at, DiagnosticKind::BadDay, message);
                None
            }
            Recorded::None => None,
        };
        let (id, version) = PaperId::of(named, &title.plain);
        let authors = self.authors.iter().map(|name| self.read(name).plain);
        let mut paper = Paper {
            version,
            summary: self.visible(&self.summary),
            authors: authors.filter(|name| !name.is_empty()).collect(),
            categories: self.categories(id.arxiv().is_some()),
            days: date.and_then(Date::exact).into_iter().collect(),
            comment: self.visible(&self.comment),
            journal: self.journal(),
            doi: self.doi(),
            submitted: dates::of_time(&self.submitted),
            ..Paper::new(id, title, at.line)
        };
        paper.set_dated(date);
        if !self.is_plain {
            let among_hints = self.hints.iter().filter_map(|hint| Registered::named(hint));
            registered::add(
                &mut paper,
                self.registered.iter().cloned().chain(among_hints),
            );
        }
        more(&mut paper);
        desk.paper(at, paper);
    }

    fn read(&self, text: &str) -> RichText {
        if self.is_plain {
            markup::read_plain(text, &[])
        } else {
            markup::read(&markup::plain_tags(text))
        }
    }

    /// The same; `None` where nothing visible is in it.
    fn visible(&self, text: &str) -> Option<RichText> {
        Some(self.read(text)).filter(|read| !read.is_empty())
    }

    /// The arXiv id with the version, or what should be one and cannot.
    fn id(&self) -> (Option<(ArxivId, Option<u16>)>, Option<&str>) {
        let mut named = find_id(&self.eprint).or_else(|| find_id(&self.doi));
        for hint in &self.hints {
            let Some((id, version)) = find_id(hint) else {
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
        (named, stated)
    }

    /// The DOI of its field, or else the one that an address or a note has.
    fn doi(&self) -> Option<String> {
        let stated = doi::find(&self.doi).is_some();
        let hints = || self.hints.iter().filter(|hint| names_doi(hint));
        doi::read(&self.doi)
            .or_else(|| hints().find_map(|hint| doi::read(hint)).filter(|_| !stated))
    }

    /// The primary category, those among the keywords, and those beside an arXiv id in a note. Of a
    /// paper of arXiv a keyword may also be an archive's name in words.
    fn categories(&self, of_arxiv: bool) -> Vec<Category> {
        let mut found = Distinct::default();
        found.extend(categories::list(&self.primary));
        for keyword in &self.keywords {
            let mut rest = keyword.as_str();
            while !rest.is_empty() {
                rest = rest.trim_start_matches([' ', '\t', '\n', ',', ';']);
                if let Some((name, len)) = taxonomy::at_start(rest) {
                    found.insert(&name);
                    rest = rest.get(len..).unwrap_or_default();
                }
                let piece;
                (piece, rest) = rest.split_once([',', ';']).unwrap_or((rest, ""));
                let piece = piece.trim();
                if let Some(name) = taxonomy::archive(piece).filter(|_| of_arxiv) {
                    found.insert(name);
                }
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
        (!arxiv::is_journal(&journal)).then_some(journal)
    }
}

/// Whether a text is an address of a DOI, or says that one follows.
fn names_doi(text: &str) -> bool {
    text.contains("doi.org/")
        || text
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("doi:"))
}
