//! What feeds of journals say of an entry in elements of their own, and in labelled paragraphs of
//! its description.

use super::element::Element;
use crate::core::day::Date;
use crate::core::digest::{dates, ids, markup};

/// A journal is not called longer than so many bytes.
const LONGEST_NAME: usize = 256;

/// So many paragraphs of a description are looked at.
const MOST: usize = 64;

/// What the labelled paragraphs of a description say.
#[derive(Debug, Default)]
pub(super) struct Labelled {
    /// `Author(s): A, B`.
    pub(super) authors: String,
    /// `Source: Journal of Fog, Volume 3`.
    pub(super) journal: String,
    /// `Publication date: March 2026`.
    pub(super) date: Option<Date>,
}

impl Labelled {
    /// Takes the labelled paragraphs out of a description whose paragraphs end in `<br>`; gives
    /// what is left of it, or nothing where no paragraph is labelled.
    pub(super) fn take(&mut self, source: &str) -> Option<String> {
        let labels = ["Author(s):", "Source:", "Publication date:", "doi:"];
        if !labels.iter().any(|label| source.contains(label)) {
            return None;
        }
        let mut left = String::new();
        let mut found = false;
        for (number, paragraph) in source.split("<br>").enumerate() {
            if number < MOST && self.paragraph(&markup::read(paragraph).plain) {
                found = true;
                continue;
            }
            if !left.is_empty() {
                left.push_str("<br>");
            }
            left.push_str(paragraph);
        }
        found.then_some(left)
    }

    /// Takes a paragraph if it is labelled.
    fn paragraph(&mut self, text: &str) -> bool {
        let behind = |labels: &[&str]| {
            let rest = labels.iter().find_map(|label| text.strip_prefix(label));
            rest.map(str::trim)
        };
        if let Some(names) = behind(&["Author(s):"]) {
            names.clone_into(&mut self.authors);
        } else if let Some(journal) = behind(&["Source:"]) {
            journal.clone_into(&mut self.journal);
        } else if let Some(date) = behind(&["Publication date:", "Available online"]) {
            self.date = self.date.or(dates::recorded(date).date());
        } else {
            // `Journal of Fog, Published online: 01 March 2026; doi:10.1000/1`
            let Some((journal, rest)) = text.split_once(", Published online: ") else {
                return false;
            };
            let Some((date, _)) = rest.split_once("doi:") else {
                return false;
            };
            journal.clone_into(&mut self.journal);
            self.date = self.date.or(dates::recorded(date).date());
        }
        true
    }
}

/// The source of the abstract: the first element of these that says something, unless a longer one
/// behind it has what is called an abstract.
pub(super) fn description(elements: &[Element]) -> &str {
    let names = ["summary", "description", "encoded", "content"];
    let mut texts = names.iter().filter_map(|name| {
        let says = |one: &&Element| one.name == *name && !one.text.trim().is_empty();
        elements.iter().find(says).map(|one| one.text.trim())
    });
    let first = texts.next().unwrap_or_default();
    let heads = |text: &&str| {
        let is_heading = |start: &str| memchr::memmem::find(text.as_bytes(), start.as_bytes());
        [">Abstract", ">ABSTRACT", "Abstract:"]
            .iter()
            .any(|start| is_heading(start).is_some())
    };
    let longer = texts.find(|text| text.len() > first.len() && heads(text));
    longer.unwrap_or(first)
}

/// The journal that an element names; repositories of preprints are none.
pub(super) fn journal(elements: &[Element]) -> Option<String> {
    let named = |name: &'static str| elements.iter().filter(move |one| one.name == name);
    let of_name = |one: &Element| {
        let text = markup::visible(one.text.trim())?.plain;
        let name = text.split(", Published online").next().unwrap_or_default();
        let is_name = one.value.is_empty()
            && name.len() <= LONGEST_NAME
            && !name.is_empty()
            && !name.contains("://")
            && !one.text.trim().contains('\n');
        (is_name && !ids::arxiv::is_journal(name)).then(|| name.to_owned())
    };
    named("publicationName")
        .chain(named("source"))
        .find_map(of_name)
}

/// The DOI: of its own element, among the identifiers, or in an address.
pub(super) fn doi(elements: &[Element]) -> Option<String> {
    let named = |names: &'static [&'static str]| {
        elements
            .iter()
            .filter(move |one| names.contains(&one.name.as_str()))
    };
    if let Some(stated) = named(&["doi"]).find(|one| !one.text.trim().is_empty()) {
        return ids::doi::read(&stated.text);
    }
    let identifiers = named(&["identifier"]).find_map(|one| ids::doi::read(&one.text));
    identifiers.or_else(|| {
        named(&["guid", "id", "link", "url"]).find_map(|one| {
            let text = one.text.trim();
            let text = if text.is_empty() { &one.value } else { text };
            if text.starts_with("10.") || text.starts_with("doi:") || text.contains("doi.org/") {
                return ids::doi::read(text);
            }
            ids::doi::in_address(text)
        })
    })
}
