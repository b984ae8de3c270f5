//! EndNote's records.

use super::super::item::Item;
use super::super::names;
use super::super::parted::Parted;
use super::tree::Node;

/// What a record says.
pub(super) fn item(record: Node<'_>) -> Item {
    let text = |paths: &[&str]| record.text_of(paths).to_owned();
    let all = |path: &'static str| record.texts_of(path).map(str::to_owned).collect::<Vec<_>>();
    let authors = ["authors/author", "author"];
    let authors = authors
        .iter()
        .map(|path| record.texts_of(path).collect::<Vec<_>>());
    let authors = authors.into_iter().find(|names| !names.is_empty());
    let authors = authors.unwrap_or_default().into_iter();
    // The editor's lines end in a carriage return.
    let authors = authors.flat_map(|names| names.split(['\r', '\n', ';']));
    let year = record.text_of(&["dates/year"]);
    let date = Parted::of(record.text_of(&["pub-dates/date"]));
    let date = date.or_year(Parted::of(year).year()).iso();
    let title = text(&["titles/title", "title"]);
    let journals = [
        "periodical/full-title",
        "titles/secondary-title",
        "periodical/abbr-1",
    ];
    Item {
        summary: paragraphs(record.text_of(&["abstract"])),
        authors: authors.map(|name| names::ris(name.trim())).collect(),
        hints: ["url", "accession-num", "electronic-resource-num"]
            .iter()
            .flat_map(|path| record.texts_of(path))
            .chain([record.text_of(&journals)])
            .map(str::to_owned)
            .collect(),
        doi: text(&["electronic-resource-num"]),
        keywords: all("keywords/keyword"),
        date: if date.is_empty() {
            year.to_owned()
        } else {
            date
        },
        journal: Some(text(&journals))
            .filter(|journal| *journal != title)
            .unwrap_or_default(),
        comment: paragraphs(record.text_of(&["notes", "research-notes"])),
        title,
        ..Item::default()
    }
}

/// EndNote ends a paragraph with a carriage return.
fn paragraphs(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "<br>")
        .replace("\n\n", "<br>")
}
