//! What the elements of an entry say of a paper.

use std::collections::HashSet;

use super::element::{Element, Elements};
use super::journals::{self, Labelled};
use crate::core::day::Day;
use crate::core::digest::categories::Distinct;
use crate::core::digest::markup::visible;
use crate::core::digest::names::{self, Order};
use crate::core::digest::needles::names_arxiv;
use crate::core::digest::{address, categories, dates, markup};
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Category, Paper, PaperId};

/// What stands in a title's suffix or at an abstract's start, beside the text itself.
#[derive(Debug, Default)]
struct Notes {
    id: Option<ArxivId>,
    version: Option<u16>,
    categories: Distinct,
    announce: Option<AnnounceKind>,
}

/// Why arXiv's API gives no paper: its errors are entries whose id is an address of its own.
pub(super) fn failure(elements: &Elements) -> Option<String> {
    let text = |name: &str| elements.list.iter().find(|one| one.name == name);
    let id = text("id").filter(|id| id.text.contains("arxiv.org/api/errors"))?;
    let reason = text("summary").or_else(|| text("title"));
    Some(markup::read(&reason.unwrap_or(id).text).plain)
}

/// Puts a paper together from the elements of an entry that starts on this line (from 1); `None`
/// when it has neither a title nor an id.
pub(super) fn paper(elements: &Elements, line: u32, channel_day: Option<Day>) -> Option<Paper> {
    let text = |names: &[&str]| -> &str {
        let named = |name: &&str| {
            elements
                .list
                .iter()
                .find(|one| one.name == *name && !one.text.trim().is_empty())
        };
        names
            .iter()
            .find_map(named)
            .map_or("", |one| one.text.trim())
    };
    let mut notes = Notes::default();
    let mut title = text(&["title"]);
    let source = journals::description(&elements.list);
    let summary;
    let mut gist = None;
    let mut labelled = Labelled::default();
    let pieces = pieces(source);
    if let Some((name, body)) = translated(&pieces) {
        gist = visible(title).filter(|_| name != title);
        (title, summary) = (name, body.to_owned());
    } else {
        let tagged = markup::plain_tags(source);
        let left = labelled.take(&tagged);
        summary = left.unwrap_or_else(|| tagged.into_owned());
    }
    let title = notes.cut_title(title).to_owned();
    let body = markup::without_heading(notes.cut_summary(&summary));
    let primary = notes.elements(elements);
    let mut categories = notes.categories.into_list();
    if let Some(primary) = primary {
        categories.retain(|category| *category != primary);
        categories.insert(0, primary);
    }
    let title = markup::read(&markup::plain_tags(&title));
    let id = notes.id.take().map(PaperId::Arxiv);
    let summary = visible(&markup::paragraphs(body));
    let id = match id {
        Some(id) => id,
        None if title.is_empty() => return None,
        None => PaperId::from_title(&title.plain),
    };
    // arXiv writes names as they are spoken.
    let order = if id.arxiv().is_some() {
        Order::Spoken
    } else {
        Order::Any
    };
    let mut paper = Paper {
        version: notes.version,
        summary,
        gist,
        authors: authors(elements, &labelled.authors, order),
        categories,
        announce: notes.announce.map(|kind| Announcement {
            kind,
            inferred: false,
        }),
        comment: visible(text(&["comment"])),
        journal: Some(text(&["journal_ref"]))
            .filter(|journal| !journal.is_empty())
            .map(|journal| markup::read(journal).plain)
            .or_else(|| journals::journal(&elements.list))
            .or_else(|| Some(labelled.journal.clone()).filter(|journal| !journal.is_empty())),
        doi: journals::doi(&elements.list),
        ..Paper::new(id, title, line)
    };
    let published = dates::of_time(text(&["published"]));
    let listed = dates::of_time(text(&["pubDate", "date"]));
    // arXiv's API says when a paper was submitted; its feeds of announcements, and others' feeds,
    // when they listed it.
    let announces = !text(&["announce_type"]).is_empty();
    if !announces {
        paper.submitted = published;
    }
    let day = listed
        .or(channel_day)
        .or(published)
        .or_else(|| dates::of_time(text(&["updated"])));
    paper.days.extend(day);
    if paper.submitted.is_none() {
        let stated = dates::recorded(text(&["publicationDate", "coverDate", "date"])).date();
        paper.set_dated(labelled.date.or(stated));
    }
    Some(paper)
}

impl Notes {
    /// Takes `(arXiv:2102.11673v3 [cs.LG] UPDATED)` off a title, and the full stop that arXiv puts
    /// before it.
    fn cut_title<'t>(&mut self, title: &'t str) -> &'t str {
        // `[2405.12346v2] Fog`
        let bracket = title
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'));
        if let Some((id, rest)) = bracket
            && let Ok((id, version)) = ArxivId::parse_versioned(id)
            && !rest.trim().is_empty()
        {
            self.id = Some(id);
            self.version = version;
            return self.cut_suffix(rest.trim_start());
        }
        self.cut_suffix(title)
    }

    fn cut_suffix<'t>(&mut self, title: &'t str) -> &'t str {
        let Some((before, suffix)) = title.rsplit_once("(arXiv:") else {
            return title;
        };
        let Some(suffix) = suffix.trim_end().strip_suffix(')') else {
            return title;
        };
        let id = suffix.split([' ', '[']).next().unwrap_or_default();
        let Ok((id, version)) = ArxivId::parse_versioned(id) else {
            return title;
        };
        self.id = Some(id);
        self.version = version;
        self.categories.extend(categories::list(suffix));
        self.announce = Some(if suffix.ends_with("UPDATED") {
            AnnounceKind::Replaced
        } else if suffix.ends_with("CROSS LISTED") {
            AnnounceKind::Cross
        } else {
            AnnounceKind::New
        });
        let before = before.trim_end();
        before.strip_suffix('.').unwrap_or(before)
    }

    /// Takes `arXiv:2403.00001v1 Announce Type: new  Abstract:` off an abstract.
    fn cut_summary<'t>(&mut self, summary: &'t str) -> &'t str {
        let Some((head, rest)) = summary.split_once("Announce Type:") else {
            return summary;
        };
        if let Some((id, version)) = address::find_id(head) {
            self.id.get_or_insert(id);
            self.version = self.version.or(version);
        } else {
            return summary;
        }
        let rest = rest.trim_start();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (kind, rest) = rest.split_at_checked(end).unwrap_or((rest, ""));
        self.announce = self.announce.or_else(|| AnnounceKind::named(kind));
        let rest = rest.trim_start();
        rest.strip_prefix("Abstract:").unwrap_or(rest)
    }

    /// What stands in elements of their own; the primary category if one is called so.
    fn elements(&mut self, elements: &Elements) -> Option<Category> {
        let mut primary = None;
        for Element { name, text, value } in &elements.list {
            match name.as_str() {
                "id" | "guid" | "link" if self.id.is_none() || self.version.is_none() => {
                    let source = if text.is_empty() { value } else { text };
                    let source = source.trim();
                    let source = source.strip_prefix("oai:arXiv.org:").unwrap_or(source);
                    if let Some((id, version)) = address::find_id(source)
                        && self.id.as_ref().is_none_or(|known| *known == id)
                    {
                        self.id = Some(id);
                        self.version = self.version.or(version);
                    }
                }
                "category" | "primary_category" => {
                    let source = if value.is_empty() { text } else { value };
                    let found = categories::list(source);
                    if name == "primary_category" {
                        primary = found.first().cloned();
                    }
                    self.categories.extend(found);
                }
                "announce_type" => {
                    self.announce = AnnounceKind::named(text.trim()).or(self.announce);
                }
                _ => {}
            }
        }
        primary
    }
}

/// The paragraphs of a description that is cut up by `<p>`; else the whole.
fn pieces(source: &str) -> Vec<&str> {
    source
        .split("</p>")
        .map(|piece| {
            let piece = piece.trim();
            piece.strip_prefix("<p>").map_or(piece, str::trim)
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Title and abstract out of a description that gives both in two languages, with the paper's
/// address between: the English title stands before the address, the English abstract comes last.
fn translated<'t>(pieces: &[&'t str]) -> Option<(&'t str, &'t str)> {
    let is_address = |piece: &str| {
        let address = piece.trim_start_matches('[');
        address.starts_with("http") && names_arxiv(address) && !address.contains(' ')
    };
    let at = pieces.iter().position(|piece| is_address(piece))?;
    let title = pieces.get(at.checked_sub(1)?)?;
    let body = pieces.get(at + 1..)?.last()?;
    Some((title, body))
}

/// The names: one an element, or several in one.
fn authors(elements: &Elements, labelled: &str, order: Order) -> Vec<String> {
    let named = |name: &str| -> Vec<String> {
        let elements = elements.list.iter().filter(|one| one.name == name);
        let texts: Vec<&str> = elements.map(|one| one.text.trim()).collect();
        match texts.as_slice() {
            [text] => names::list(text, order),
            texts => names::each(texts.iter().copied()),
        }
    };
    let (mut creators, authors) = (named("creator"), named("author"));
    if creators.is_empty() {
        if authors.is_empty() {
            let others = named("authors");
            return if others.is_empty() {
                names::list(labelled, order)
            } else {
                others
            };
        }
        return authors;
    }
    // Some feeds name the same people twice, once with their addresses.
    let known: HashSet<&String> = creators.iter().collect();
    let others = authors
        .into_iter()
        .filter(|name| !name.contains('@') && !known.contains(name));
    let others: Vec<String> = others.collect();
    creators.extend(others);
    creators
}
