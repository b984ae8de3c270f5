//! What a page says of the one paper that it is about: in its meta tags, as Google Scholar wants
//! them of publishers, and in arXiv's own elements.

use super::entry::{abstract_of, categories_of, labelled, names};
use super::roles::Role;
use super::tokens::Tag;
use crate::core::digest::address::find_id;
use crate::core::digest::bib;
use crate::core::digest::dates;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::ids::arxiv::is_journal;
use crate::core::digest::ids::doi;
use crate::core::digest::markup;
use crate::core::paper::{Paper, PaperId};

/// What is known of the page's paper.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Where it says first what it is about.
    at: Option<Location>,
    /// The values of meta tags by what they say.
    title: String,
    authors: Vec<String>,
    summary: String,
    date: String,
    doi: String,
    arxiv_id: String,
    /// Addresses that may name the paper.
    addresses: Vec<String>,
    journal: String,
    volume: String,
    issue: String,
    pages: [String; 2],
    /// What stands on the page itself.
    own_title: String,
    own_authors: Vec<String>,
    own_summary: String,
    subjects: String,
    comment: String,
    dateline: String,
}

/// So many authors are kept of one page; the longest lists have a few thousand.
const MOST_AUTHORS: usize = 16 * 1024;

impl Head {
    /// Takes a meta tag.
    pub(super) fn meta(&mut self, tag: &Tag<'_>, at: Location) {
        let Some(name) = ["name", "property", "itemprop"]
            .iter()
            .find_map(|key| tag.attribute(key))
        else {
            return;
        };
        let value = tag.attribute("content").unwrap_or_default().trim();
        if value.is_empty() {
            return;
        }
        let name = name.trim().to_ascii_lowercase();
        let first = |field: &mut String| {
            if field.is_empty() {
                value.clone_into(field);
            }
        };
        match name.as_str() {
            "citation_title" => {
                first(&mut self.title);
                self.at = self.at.or(Some(at));
            }
            "citation_author" if self.authors.len() < MOST_AUTHORS => {
                self.authors.push(value.to_owned());
            }
            "citation_authors" if self.authors.is_empty() => {
                let names = value.split(';').map(str::trim);
                let names = names.filter(|name| !name.is_empty());
                self.authors
                    .extend(names.take(MOST_AUTHORS).map(str::to_owned));
            }
            "citation_abstract" => first(&mut self.summary),
            "dc.description" | "dcterms.abstract" if self.at.is_some() => first(&mut self.summary),
            "citation_date" | "citation_publication_date" => first(&mut self.date),
            "citation_doi" => first(&mut self.doi),
            "citation_arxiv_id" => first(&mut self.arxiv_id),
            "citation_journal_title" | "citation_conference_title" | "citation_conference" => {
                first(&mut self.journal);
            }
            "citation_volume" => first(&mut self.volume),
            "citation_issue" => first(&mut self.issue),
            "citation_firstpage" => first(&mut self.pages[0]),
            "citation_lastpage" => first(&mut self.pages[1]),
            "citation_pdf_url" | "citation_abstract_html_url" | "citation_public_url" => {
                self.addresses.push(value.to_owned());
            }
            "og:url" if value.contains("huggingface.co/papers/") => {
                let id = value.split("/papers/").nth(1).unwrap_or_default();
                id.clone_into(&mut self.arxiv_id);
                self.at = self.at.or(Some(at));
            }
            "og:title" => {
                if let Some(title) = value.strip_prefix("Paper page - ") {
                    title.clone_into(&mut self.own_title);
                }
            }
            _ => {}
        }
    }

    /// Whether a part of the page is still to be read. A page is about a paper if its meta tags say
    /// so or its first heading is called a title.
    pub(super) fn wants(&mut self, role: Role, at: Location) -> bool {
        if role == Role::Title && self.own_title.is_empty() {
            self.at = self.at.or(Some(at));
            return true;
        }
        self.at.is_some()
            && match role {
                Role::Authors => self.own_authors.is_empty(),
                Role::Abstract => self.own_summary.is_empty(),
                Role::Comments
                | Role::Subjects
                | Role::Journal
                | Role::Doi
                | Role::Submitted
                | Role::Id => true,
                _ => false,
            }
    }

    /// Takes a part of the page.
    pub(super) fn part(&mut self, role: Role, source: &str) {
        match role {
            Role::Title => source.clone_into(&mut self.own_title),
            Role::Authors => self.own_authors = names(source),
            Role::Abstract => source.clone_into(&mut self.own_summary),
            Role::Comments => source.trim().clone_into(&mut self.comment),
            Role::Subjects => source.clone_into(&mut self.subjects),
            Role::Journal => source.trim().clone_into(&mut self.journal),
            Role::Doi => {
                if doi::find(source).is_some() {
                    source.clone_into(&mut self.doi);
                }
            }
            Role::Submitted => source.clone_into(&mut self.dateline),
            Role::Id => self.addresses.push(source.to_owned()),
            Role::Heading | Role::Byline | Role::Short => {}
        }
    }

    /// Enters the page's paper, if it is about one.
    pub(super) fn enter(self, desk: &mut Desk<'_>) {
        let Some(at) = self.at else {
            return;
        };
        let own = labelled(&self.own_title, "Title:");
        let title = if self.title.is_empty() {
            markup::read(own)
        } else {
            markup::read(&markup::plain_tags(&unfolded(&self.title)))
        };
        let named = find_id(&self.arxiv_id).or_else(|| {
            let mut addresses = self.addresses.iter();
            addresses.find_map(|address| find_id(address))
        });
        // A heading that is called a title stands on pages of all kinds.
        let is_told = !self.title.is_empty() || named.is_some();
        if !is_told || title.is_empty() {
            return;
        }
        let authors = if self.authors.is_empty() {
            self.own_authors.clone()
        } else {
            let authors = self.authors.iter();
            let straight = authors.map(|name| bib::straight_name(&markup::read(name).plain));
            straight.filter(|name| !name.is_empty()).collect()
        };
        let summary = if self.summary.is_empty() {
            abstract_of(&self.own_summary)
        } else {
            abstract_of(&unfolded(&self.summary))
        };
        let date = dates::of_time(&self.date.replace('/', "-"));
        let dateline = dates::of_time(self.dateline.split("(v1)").next().unwrap_or_default());
        let is_of_arxiv = named.is_some();
        let (id, version) = PaperId::of(named, &title.plain);
        let paper = Paper {
            version,
            summary,
            authors,
            categories: categories_of(&self.subjects),
            days: date.filter(|_| !is_of_arxiv).into_iter().collect(),
            comment: markup::visible(&self.comment),
            journal: self.journal(),
            doi: doi::read(&self.doi),
            submitted: date.or(dateline).filter(|_| is_of_arxiv),
            ..Paper::new(id, title, at.line)
        };
        desk.paper(at, paper);
    }

    /// `Journal of Fog 12(3), 4–9`, of what the page says of it.
    fn journal(&self) -> Option<String> {
        let mut journal = markup::visible(&self.journal)?.plain;
        if is_journal(&journal) {
            return None;
        }
        if !self.volume.is_empty() {
            journal.push(' ');
            journal.push_str(&self.volume);
        }
        if !self.issue.is_empty() {
            journal.push('(');
            journal.push_str(&self.issue);
            journal.push(')');
        }
        let [first, last] = &self.pages;
        if !first.is_empty() {
            journal.push_str(", ");
            journal.push_str(first);
            if !last.is_empty() && last != first {
                journal.push('–');
                journal.push_str(last);
            }
        }
        Some(journal)
    }
}

/// An abstract in a value, whose own markup was escaped with it.
fn unfolded(value: &str) -> String {
    if value.contains("&lt;") || value.contains("&amp;lt;") {
        markup::unescape(value)
    } else {
        value.to_owned()
    }
}
