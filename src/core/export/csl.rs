//! CSL-JSON: an item a paper, of type `article` and genre `preprint`.
//!
//! Cannot hold: markup and links other than as addresses, the days of earlier lists, the kind of
//! announcement, the digest's own summary, topics, code and number.

use serde::Serialize;

use super::words::{self, Name, name};
use crate::core::day::Day;
use crate::core::paper::Paper;

/// An item; names and order are CSL's.
#[derive(Serialize)]
pub(super) struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    genre: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Author>,
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    keyword: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    submitted: Option<Date>,
    #[serde(rename = "container-title", skip_serializing_if = "Option::is_none")]
    journal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: Option<String>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Author {
    Person {
        family: String,
        given: String,
        #[serde(skip_serializing_if = "String::is_empty")]
        suffix: String,
    },
    Whole {
        literal: String,
    },
}

#[derive(Serialize)]
struct Date {
    #[serde(rename = "date-parts")]
    parts: [[u16; 3]; 1],
}

fn date(day: Day) -> Date {
    Date {
        parts: [[day.year(), day.month().into(), day.day_of_month().into()]],
    }
}

/// The item of a paper.
pub(super) fn item(paper: &Paper, key: &str) -> Item {
    let author = |author: &String| match name(author) {
        Name::Person {
            given,
            family,
            suffix,
        } => Author::Person {
            family: family.to_owned(),
            given: given.to_owned(),
            suffix: suffix.to_owned(),
        },
        Name::Whole(name) => Author::Whole {
            literal: name.to_owned(),
        },
    };
    // A blank line ends a paragraph; a single line end is white space to many.
    let paragraphs = |text| words::plain(text).replace('\n', "\n\n");
    let arxiv = paper.id.arxiv();
    Item {
        id: key.to_owned(),
        kind: "article",
        genre: "preprint",
        title: words::plain(&paper.title).replace('\n', " "),
        author: paper.authors.iter().map(author).collect(),
        summary: paper.summary.as_ref().map(paragraphs),
        keyword: words::categories(paper, ", "),
        issued: paper.days.last().copied().map(date),
        submitted: paper.submitted.map(date),
        journal: paper.journal.clone(),
        publisher: arxiv.map(|_| "arXiv"),
        number: arxiv.map(|id| format!("arXiv:{id}")),
        doi: words::doi(paper),
        url: words::address(paper),
        note: paper.comment.as_ref().map(paragraphs),
    }
}
