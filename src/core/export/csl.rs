//! CSL-JSON: an item a paper, of type `article` and genre `preprint`, or `article-journal` where it
//! has a journal and no id of arXiv.
//!
//! Texts are plain text, as `source` says to our own reader
//! ([`agreed`](crate::core::digest::agreed)); the address of a link stands behind its label. The
//! authors' comment is the `note`, the reader's is `annote`, tags and marks are keywords. Cannot
//! hold: markup and links other than as addresses, the days of earlier lists, the kind of
//! announcement, the digest's own summary, topics, code and number.

use serde::Serialize;

use super::names::{Name, name};
use super::{Beside, Own, words};
use crate::core::day::Day;
use crate::core::digest::agreed::MAKER;
use crate::core::paper::Paper;

/// An item; names and order are CSL's.
#[derive(Serialize)]
pub(super) struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'static str>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    annote: Option<String>,
    source: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Author {
    Person {
        family: String,
        #[serde(skip_serializing_if = "String::is_empty")]
        given: String,
        #[serde(
            rename = "non-dropping-particle",
            skip_serializing_if = "String::is_empty"
        )]
        particle: String,
        #[serde(skip_serializing_if = "String::is_empty")]
        suffix: String,
        #[serde(rename = "comma-suffix", skip_serializing_if = "Option::is_none")]
        comma: Option<bool>,
    },
    Whole {
        literal: String,
    },
}

#[derive(Serialize)]
struct Date {
    #[serde(rename = "date-parts")]
    parts: [Vec<u16>; 1],
}

fn date(day: Day) -> Date {
    Date {
        parts: [vec![
            day.year(),
            day.month().into(),
            day.day_of_month().into(),
        ]],
    }
}

/// The item of a paper.
pub(super) fn item(paper: &Paper, key: &str, beside: &Beside<'_>) -> Item {
    let author = |author: &String| match name(author) {
        Name::Person(person) => Author::Person {
            family: person.family.to_owned(),
            given: person.given.to_owned(),
            particle: person.particle.to_owned(),
            suffix: person.suffix.to_owned(),
            comma: (!person.suffix.is_empty()).then_some(person.comma),
        },
        Name::Whole(name) => Author::Whole {
            literal: name.to_owned(),
        },
    };
    // A blank line ends a paragraph; a single line end is white space to many.
    let apart = |text: String| text.replace('\n', "\n\n");
    let paragraphs = |text| apart(words::plain(text));
    let year = words::year(paper).and_then(|year| year.parse().ok());
    let arxiv = paper.id.arxiv();
    let is_published = paper.journal.is_some() && arxiv.is_none();
    Item {
        id: key.to_owned(),
        kind: if is_published {
            "article-journal"
        } else {
            "article"
        },
        genre: (!is_published).then_some("preprint"),
        title: words::plain(&paper.title).replace('\n', " "),
        author: paper.authors.iter().map(author).collect(),
        summary: paper.summary.as_ref().map(paragraphs),
        keyword: words::keywords(paper, beside).join(", "),
        issued: match words::date(paper) {
            Some(known) => {
                let mut issued = date(known.first());
                issued.parts[0].truncate(3 - known.precision() as usize);
                Some(issued)
            }
            None => year.map(|year| Date {
                parts: [vec![year]],
            }),
        },
        submitted: paper.submitted.map(date),
        journal: paper.journal.clone(),
        publisher: arxiv.map(|_| "arXiv"),
        number: arxiv.map(|id| format!("arXiv:{id}")),
        doi: words::doi(paper),
        url: words::address(paper),
        note: paper.comment.as_ref().map(paragraphs),
        annote: beside.own.and_then(Own::noted).map(words::lines).map(apart),
        source: MAKER,
    }
}
