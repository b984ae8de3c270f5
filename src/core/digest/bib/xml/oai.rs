//! Records of OAI-PMH: arXiv's own two forms, and Dublin Core.

use super::super::item::Item;
use super::super::names;
use super::super::parted::Parted;
use super::Said;
use super::tree::Node;
use crate::core::digest::dates;
use crate::core::digest::names::{Order, list};

/// How arXiv's server names its papers.
const OURS: &str = "oai:arXiv.org:";

/// What a record says.
pub(super) fn said(record: Node<'_>) -> Said {
    let identifier = record.text_of(&["header/identifier"]);
    if let Some(header) = record.first("header")
        && header.attribute("status") == "deleted"
    {
        return Said::Note(format!("The server deleted {identifier}; it is no paper."));
    }
    let mut item = if record.all("creator").next().is_some() || record.first("dc").is_some() {
        dublin_core(record)
    } else {
        arxiv(record)
    };
    if item.eprint.is_empty()
        && let Some(id) = identifier.strip_prefix(OURS)
    {
        id.clone_into(&mut item.eprint);
    }
    if item.keywords.is_empty() {
        item.keywords = record
            .texts_of("header/setSpec")
            .filter_map(category)
            .collect();
    }
    item.into()
}

/// arXiv's metadata, with the history of versions or without.
fn arxiv(record: Node<'_>) -> Item {
    let text = |path: &str| record.text_of(&[path]).to_owned();
    let persons = record.all("authors/author").map(|author| {
        let part = |path: &str| author.text_of(&[path]);
        names::straight(part("keyname"), part("forenames"), part("suffix"))
    });
    let mut authors: Vec<String> = persons.filter(|name| !name.is_empty()).collect();
    if authors.is_empty() {
        authors = list(record.text_of(&["authors"]), Order::Spoken);
    }
    let versions = record.all("version").count();
    let first = record.text_of(&["version/date", "created"]).to_owned();
    let mut eprint = record
        .text_of(&["arXivRaw/id", "arXiv/id", "id"])
        .to_owned();
    if versions > 0 {
        eprint = format!("{eprint}v{versions}");
    }
    Item {
        title: text("title"),
        summary: abstract_of(record.text_of(&["abstract"])),
        authors,
        eprint,
        doi: text("doi"),
        // Only what has a list of categories has a primary one.
        primary: text("categories"),
        date: dates::of_time(&first).map_or(String::new(), |day| day.to_string()),
        submitted: first,
        journal: text("journal-ref"),
        comment: text("comments"),
        ..Item::default()
    }
}

/// Dublin Core, as arXiv and other servers fill it.
fn dublin_core(record: Node<'_>) -> Item {
    let mut summary = "";
    let mut comment = "";
    for text in record.texts_of("description") {
        match text
            .strip_prefix("Comment: ")
            .or_else(|| text.strip_prefix("Comment:"))
        {
            Some(text) => comment = text,
            None if summary.len() < text.len() => summary = text,
            None => {}
        }
    }
    let mut doi = "";
    let mut journal = "";
    for text in record.texts_of("identifier") {
        let is_address = text.contains("://");
        if text.starts_with("doi:") || text.starts_with("10.") || text.contains("doi.org/10.") {
            doi = text;
        } else if !is_address && text.contains(' ') {
            // arXiv has the journal among its identifiers.
            journal = text;
        }
    }
    if journal.is_empty() {
        journal = record.text_of(&["source"]);
    }
    let first = record.text_of(&["date"]);
    let hints = ["identifier", "relation"];
    let hints = hints.iter().flat_map(|path| record.texts_of(path));
    Item {
        title: record.text_of(&["title"]).to_owned(),
        summary: abstract_of(summary),
        authors: record.texts_of("creator").map(names::ris).collect(),
        hints: hints.map(str::to_owned).collect(),
        doi: doi.to_owned(),
        date: Parted::of(first).iso(),
        journal: journal.to_owned(),
        comment: comment.to_owned(),
        ..Item::default()
    }
}

/// An abstract as arXiv breaks it.
fn abstract_of(text: &str) -> String {
    crate::core::digest::markup::indented_paragraphs(text)
}

/// The category of a set: `cs:cs:CL` is `cs.CL`, `physics:hep-th` is `hep-th`.
fn category(set: &str) -> Option<String> {
    let mut parts = set.split(':');
    let (_, archive) = (parts.next()?, parts.next()?);
    Some(match parts.next() {
        Some(class) => format!("{archive}.{class}"),
        None => archive.to_owned(),
    })
}

/// What the server says where it has no records: `<error code="noRecordsMatch">…</error>`.
pub(super) fn error(text: &str) -> Option<&str> {
    let (_, after) = text.split_once("<error")?;
    let said = after.split('<').next()?.trim();
    let (tag, said) = said.split_once('>')?;
    Some(if said.trim().is_empty() {
        tag.trim()
    } else {
        said.trim()
    })
}

/// Whether more of the list is at the server: `<resumptionToken>x</resumptionToken>`.
pub(super) fn goes_on(text: &str) -> bool {
    let after = text.split_once("<resumptionToken");
    let token = after.and_then(|(_, after)| after.split_once('>'));
    token.is_some_and(|(tag, token)| !tag.ends_with('/') && !token.starts_with('<'))
}
