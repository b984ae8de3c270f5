//! What was collected of an entry → a paper.

use super::roles::Role;
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::address::{self, Target, find_id};
use crate::core::digest::categories;
use crate::core::digest::dates;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::ids::arxiv::is_journal;
use crate::core::digest::ids::doi;
use crate::core::digest::markup;
use crate::core::digest::names::{self, Order};
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Category, Paper, PaperId};
use crate::core::text::RichText;

/// Where a list of papers comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Site {
    /// arXiv's lists of a day, a week or a month.
    List,
    /// arXiv's search.
    Search,
    /// Google Scholar, its alerts and its results.
    Scholar,
    /// PubMed's results.
    Pubmed,
    /// Hugging Face's lists.
    Faces,
}

/// An entry that is being read.
#[derive(Debug)]
pub(super) struct Draft {
    /// Where it comes from.
    pub(super) site: Site,
    at: Location,
    day: Option<Day>,
    announce: Option<AnnounceKind>,
    id: Option<(ArxivId, Option<u16>)>,
    doi: Option<String>,
    title: String,
    authors: Vec<String>,
    categories: String,
    comment: String,
    journal: String,
    summary: String,
    short: String,
    submitted: String,
}

impl Draft {
    /// An entry that starts here, in a list of this day that carries it so.
    pub(super) fn new(
        site: Site,
        at: Location,
        day: Option<Day>,
        announce: Option<AnnounceKind>,
    ) -> Self {
        Self {
            site,
            at,
            day,
            announce,
            id: None,
            doi: None,
            title: String::new(),
            authors: Vec::new(),
            categories: String::new(),
            comment: String::new(),
            journal: String::new(),
            summary: String::new(),
            short: String::new(),
            submitted: String::new(),
        }
    }

    /// Whether a part is still to be read: the first of each counts.
    pub(super) fn wants(&self, role: Role) -> bool {
        match role {
            Role::Heading => false,
            Role::Title => self.title.is_empty(),
            // Of elements without a class the one between title and abstract.
            Role::Byline => {
                self.authors.is_empty() && self.journal.is_empty() && self.summary.is_empty()
            }
            Role::Authors => self.authors.is_empty(),
            Role::Journal => self.journal.is_empty(),
            Role::Doi => self.doi.is_none(),
            Role::Abstract => self.summary.is_empty(),
            Role::Short => self.short.is_empty(),
            Role::Comments | Role::Subjects | Role::Submitted | Role::Id => true,
        }
    }

    /// Takes a part.
    pub(super) fn part(&mut self, role: Role, source: &str) {
        match role {
            Role::Title => source.trim().clone_into(&mut self.title),
            Role::Authors => self.authors = names(source),
            Role::Byline => self.byline(source),
            Role::Subjects => {
                self.categories.push(' ');
                self.categories.push_str(source);
            }
            Role::Journal => source.trim().clone_into(&mut self.journal),
            Role::Doi => self.doi = doi::read(source),
            // Google Scholar breaks the lines of a text, and cuts it.
            Role::Abstract if self.site == Site::Scholar => {
                self.summary = source.replace("<br>", " ");
            }
            Role::Abstract => source.clone_into(&mut self.summary),
            Role::Short => source.clone_into(&mut self.short),
            Role::Comments | Role::Submitted => self.small(source),
            Role::Heading | Role::Id => {}
        }
    }

    /// A comment, or what else stands in small print below a result of arXiv's search.
    fn small(&mut self, source: &str) {
        let plain = markup::read(source).plain;
        if let Some(journal) = plain.strip_prefix("Journal ref:") {
            journal.trim().clone_into(&mut self.journal);
        } else if plain.starts_with("Submitted") {
            self.submitted = plain;
        } else if !["Report number:", "MSC Class:", "ACM Class:"]
            .iter()
            .any(|other| plain.starts_with(other))
            && self.comment.is_empty()
        {
            labelled(source, "Comments:").clone_into(&mut self.comment);
        }
    }

    /// Authors, journal and year between dashes: `A Keel, B Lund… - Journal of Fog, 2024 - Press`.
    fn byline(&mut self, source: &str) {
        let plain = markup::read(source).plain.replace('\u{a0}', " ");
        let (names, rest) = plain.split_once(" - ").unwrap_or((&plain, ""));
        if names.is_empty() {
            return;
        }
        self.authors = names
            .split(',')
            .map(|name| name.trim().trim_end_matches(['…', '.']).trim_end())
            .filter(|name| name.contains(char::is_alphabetic))
            .map(str::to_owned)
            .collect();
        let journal = rest.split(" - ").next().unwrap_or_default().trim();
        if self.id.is_none() {
            self.id = find_id(rest);
        }
        if !is_journal(journal) && journal.contains(char::is_alphabetic) {
            journal.clone_into(&mut self.journal);
        }
    }

    /// Takes an address that stands in the entry: it may name the paper.
    pub(super) fn link(&mut self, href: &str) {
        let href = markup::unescape(href);
        let href = unwrapped(&href);
        if self.id.is_none() {
            self.id = match address::target(&href) {
                Target::Arxiv(id, version) => Some((id, version)),
                _ => behind(&href, &["/abs/", "/pdf/", "/papers/", "arxiv:"]),
            };
        }
        if self.doi.is_none() && matches!(self.site, Site::Scholar | Site::Search) {
            self.doi = doi::in_address(&href);
        }
    }

    /// Takes what stands between the parts.
    pub(super) fn text(&mut self, text: &str) {
        if self.site != Site::List {
            return;
        }
        if text.contains("(cross-list") {
            self.announce = Some(AnnounceKind::Cross);
        } else if text.contains("(replaced)") {
            self.announce = Some(AnnounceKind::Replaced);
        }
    }

    /// Enters the entry as a paper, or says why it is none.
    pub(super) fn enter(self, desk: &mut Desk<'_>) {
        let title = markup::read(labelled(&self.title, "Title:"));
        if title.is_empty() && (self.id.is_none() || self.site == Site::List) {
            // Lists of terms and what they mean have such elements too.
            if self.site == Site::List && self.id.is_none() {
                return;
            }
            let message = "This entry has no title; it was left out.";
            return desk.refuse(self.at, DiagnosticKind::BadEntry, message);
        }
        if self.site == Site::List && self.id.is_none() && self.authors.is_empty() {
            return;
        }
        let summary = if self.summary.trim().is_empty() {
            &self.short
        } else {
            &self.summary
        };
        let (id, version) = PaperId::of(self.id, &title.plain);
        let paper = Paper {
            version,
            summary: abstract_of(summary),
            authors: self.authors,
            categories: categories_of(&self.categories),
            days: self.day.into_iter().collect(),
            announce: self.announce.map(|kind| Announcement {
                kind,
                inferred: false,
            }),
            comment: markup::visible(&self.comment),
            journal: markup::visible(&self.journal).map(|journal| journal.plain),
            doi: self.doi,
            submitted: dates::of_time(self.submitted.trim_start_matches("Submitted")),
            ..Paper::new(id, title, self.at.line)
        };
        desk.paper(self.at, paper);
    }
}

/// The text behind a label that may stand before it.
pub(super) fn labelled<'t>(text: &'t str, label: &str) -> &'t str {
    let text = text.trim();
    text.strip_prefix(label).map_or(text, str::trim_start)
}

/// The names of a list with commas between.
pub(super) fn names(source: &str) -> Vec<String> {
    let plain = markup::read(source).plain;
    let listed = labelled(&plain, "Authors:").trim_end_matches(['…', ' ']);
    names::list(listed, Order::Spoken)
}

/// An abstract without its label and the buttons that fold it.
pub(super) fn abstract_of(source: &str) -> Option<RichText> {
    let source = markup::plain_tags(source);
    let source = markup::without_heading(&source).trim_end();
    let source = source.trim_end_matches("△ Less").trim_end_matches("▽ More");
    markup::visible(source)
}

/// The categories in parentheses behind their names, or alone.
pub(super) fn categories_of(source: &str) -> Vec<Category> {
    let spaced = source.replace(['\n', '\r'], " ");
    categories::list(&markup::unescape(&spaced))
}

/// Where a link of Google Scholar leads: the address that it carries along.
fn unwrapped(href: &str) -> String {
    let carried = ["scholar_url?url=", "/url?q=", "?url=http"]
        .iter()
        .find_map(|mark| {
            let (_, rest) = href.split_once(mark)?;
            Some(if mark.ends_with("http") {
                format!("http{rest}")
            } else {
                rest.to_owned()
            })
        });
    let Some(carried) = carried.filter(|_| href.contains("google")) else {
        return href.to_owned();
    };
    address::percent_decoded(carried.split('&').next().unwrap_or_default())
}

/// The arXiv id behind one of these parts of an address.
fn behind(href: &str, marks: &[&str]) -> Option<(ArxivId, Option<u16>)> {
    marks.iter().find_map(|mark| {
        let (before, rest) = href.split_once(mark)?;
        // An address of another site may have such a part too.
        let is_ours = before.is_empty() || before.ends_with("huggingface.co") || *mark == "arxiv:";
        let id = rest.split(['?', '#', '&']).next()?;
        is_ours.then(|| find_id(id.trim_end_matches(".pdf")))?
    })
}
