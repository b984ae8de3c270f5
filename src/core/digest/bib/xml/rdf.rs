//! Zotero's RDF, and other RDF that describes papers in the words of Dublin Core.

use std::collections::HashMap;

use super::super::super::ids::registered;
use super::super::item::Item;
use super::super::names;
use super::super::parted::Parted;
use super::Said;
use super::tree::{self, Node};
use crate::core::digest::lines::part;

/// Elements that describe something else than a paper: what is attached to one, notes, lists, and
/// journals and persons that papers refer to.
const OTHERS: [&str; 12] = [
    "Attachment",
    "Memo",
    "Collection",
    "Journal",
    "Periodical",
    "Series",
    "Person",
    "Organization",
    "Agent",
    "Ontology",
    "Property",
    "Class",
];

/// So many identifiers of a journal are kept, and none that is longer, in bytes, than its title may
/// be: each paper in it takes them all.
const MOST_IDENTIFIERS: usize = 16;
const LONGEST_TITLE: usize = 1024;

/// What papers stand in, by the name that they give for it: the title and the identifiers, among
/// which Zotero puts the paper's own DOI.
#[derive(Debug, Default)]
pub(super) struct Containers {
    known: HashMap<String, (String, Vec<String>)>,
}

impl Containers {
    /// The journals of a file, which stand beside the papers.
    pub(super) fn of(text: &str) -> Self {
        const OPENS: &str = "<bib:Journal ";
        const CLOSES: &str = "</bib:Journal>";
        let mut known = HashMap::new();
        let mut ends = memchr::memmem::find_iter(text.as_bytes(), CLOSES).peekable();
        for start in memchr::memmem::find_iter(text.as_bytes(), OPENS) {
            while ends.next_if(|end| *end < start).is_some() {}
            let Some(end) = ends.peek() else {
                break;
            };
            // One that is not closed reaches into the next.
            let source = part(text, &(start..end + CLOSES.len()));
            let next = source.get(1..).and_then(|rest| rest.find(OPENS));
            if next.is_some() {
                continue;
            }
            let read = tree::read(source, false);
            let Some(journal) = read.root() else {
                continue;
            };
            let about = journal.attribute("about");
            if !about.is_empty() {
                let is_short = |text: &&str| text.len() <= LONGEST_TITLE;
                let identifiers = journal.texts_of("identifier").filter(is_short);
                let identifiers = identifiers.take(MOST_IDENTIFIERS).map(str::to_owned);
                let title = Some(journal.text_of(&["title"])).filter(is_short);
                let title = title.unwrap_or_default().to_owned();
                known.insert(about.to_owned(), (title, identifiers.collect()));
            }
        }
        Self { known }
    }
}

/// What an element of the file says.
pub(super) fn said(record: Node<'_>, containers: &Containers) -> Said {
    let kind = record.text_of(&["itemType"]);
    let is_other = OTHERS.contains(&record.name()) || matches!(kind, "attachment" | "note");
    let title = own(record, "title");
    if is_other || title.is_empty() && kind.is_empty() {
        return Said::Nothing;
    }
    let container = record.first("isPartOf");
    let named =
        container.and_then(|container| containers.known.get(container.attribute("resource")));
    let inside = |path| {
        container
            .into_iter()
            .flat_map(move |one| one.texts_of(path))
    };
    let mut journal = inside("title").next().unwrap_or_default();
    if let Some((title, _)) = named {
        journal = title;
    }
    let mut identifiers: Vec<&str> = record.texts_of("identifier").collect();
    identifiers.extend(record.texts_of("identifier/URI/value"));
    identifiers.extend(inside("identifier"));
    identifiers.extend(named.iter().flat_map(|(_, all)| all).map(String::as_str));
    let doi = identifiers.iter().find_map(|one| doi(one));
    let extra = own(record, "description");
    let mut comment = String::new();
    let (mut pmid, mut pmc) = ("", "");
    let mut hints: Vec<String> = vec![record.attribute("about").to_owned()];
    for line in extra.lines().map(str::trim) {
        match line.split_once(':') {
            Some(("PMID", number)) => pmid = number,
            Some(("PMCID", number)) => pmc = number,
            // `arXiv:2012.12877 [cs]`, `Citation Key: stern2020`
            Some((key, _)) if key.len() <= 20 && key.split(' ').count() <= 3 => {
                hints.push(line.to_owned());
            }
            _ => {
                let between = if comment.is_empty() { "" } else { "<br>" };
                comment.push_str(between);
                comment.push_str(line);
            }
        }
    }
    hints.extend(record.texts_of("number").map(str::to_owned));
    hints.extend(identifiers.iter().map(|one| (*one).to_owned()));
    let subjects = ["subject", "subject/AutomaticTag/value"];
    let subjects = subjects.iter().flat_map(|path| record.texts_of(path));
    Item {
        title: title.to_owned(),
        summary: crate::core::digest::markup::paragraphs(own(record, "abstract")),
        authors: authors(record),
        hints,
        doi: doi.unwrap_or_default().to_owned(),
        keywords: subjects.map(str::to_owned).collect(),
        date: Parted::of(record.text_of(&["date", "issued"])).iso(),
        journal: journal.to_owned(),
        comment,
        registered: registered::of_medicine(pmid, pmc),
        ..Item::default()
    }
    .into()
}

/// The text of a property of the record itself, not of what it stands in.
fn own<'t>(record: Node<'t>, name: &str) -> &'t str {
    let path = [record.name(), name].join("/");
    let mut texts = record.all(&path).map(Node::text);
    texts.find(|text| !text.is_empty()).unwrap_or_default()
}

/// `DOI 10.1000/182`, or an address of a resolver.
fn doi(identifier: &str) -> Option<&str> {
    let is_one = identifier.starts_with("DOI ")
        || identifier.starts_with("10.")
        || identifier.contains("doi.org/10.");
    is_one.then_some(identifier)
}

/// The persons of the list of authors, or who else made it: inventors, presenters, editors.
fn authors(record: Node<'_>) -> Vec<String> {
    const LISTS: [&str; 9] = [
        "authors",
        "inventors",
        "presenters",
        "programmers",
        "directors",
        "cartographers",
        "podcasters",
        "contributors",
        "creator",
    ];
    for list in LISTS {
        let mut names = Vec::new();
        for list in record.all(list) {
            let persons = ["Person", "Organization", "Agent"];
            let persons = persons.iter().flat_map(|kind| list.all(kind));
            names.extend(persons.map(|person| {
                let family = person.text_of(&["surname", "familyName", "name"]);
                let given = person.text_of(&["givenName", "givenname"]);
                names::straight(family, given, "")
            }));
            if names.is_empty() {
                names.push(names::ris(list.text()));
            }
        }
        names.retain(|name| !name.is_empty());
        if !names.is_empty() {
            return names;
        }
    }
    Vec::new()
}
