//! BibTeX: an `@misc` a paper, as arXiv itself gives them, with the fields of BibLaTeX beside.
//!
//! `year`, `month` and `day` are those of the list that announced the paper; where that is not
//! known, the year in which arXiv gave the id stands alone. Cannot hold: the days of earlier lists
//! and of submission, the kind of announcement, the digest's own summary, topics, code and number.
//! A brace without a partner in a formula becomes `\textbraceleft{}`.

use super::source::{bibtex as rich, bibtex_plain as plain};
use super::words::{self, Name, name};
use crate::core::paper::Paper;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// One entry.
pub(super) fn entry(paper: &Paper, key: &str) -> String {
    let mut out = format!("@misc{{{key},\n");
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let (open, close) = if name == "month" {
                ("", "")
            } else {
                ("{", "}")
            };
            for part in ["  ", name, " = ", open, value, close, ",\n"] {
                out.push_str(part);
            }
        }
    };
    field("title", &rich(&paper.title));
    let authors: Vec<String> = paper.authors.iter().map(|name| author(name)).collect();
    field("author", &authors.join(" and "));
    if let Some(day) = paper.days.last() {
        field("year", &day.year().to_string());
        // The styles' own abbreviation, without braces.
        field("month", MONTHS[usize::from(day.month() - 1) % 12]);
        field("day", &day.day_of_month().to_string());
    } else if let Some(year) = paper.id.arxiv().and_then(|id| year_of(id.as_str())) {
        field("year", &year);
    }
    if let Some(id) = paper.id.arxiv() {
        field("eprint", id.as_str());
        field("archivePrefix", "arXiv");
        field("primaryClass", words::primary(paper).unwrap_or_default());
    }
    field("keywords", &words::categories(paper, ", "));
    field("doi", &address(&words::doi(paper).unwrap_or_default()));
    field("url", &words::address(paper).unwrap_or_default());
    field(
        "journal",
        &plain(paper.journal.as_deref().unwrap_or_default()),
    );
    if let Some(comment) = &paper.comment {
        field("note", &rich(comment));
    }
    if let Some(summary) = &paper.summary {
        field("abstract", &rich(summary));
    }
    out.push_str("}\n");
    out
}

/// A name; braces keep together what is not a person's.
fn author(author: &str) -> String {
    match name(author) {
        Name::Person {
            given,
            family,
            suffix: "",
        } => format!("{}, {}", plain(family), plain(given)),
        Name::Person {
            given,
            family,
            suffix,
        } => {
            format!("{}, {suffix}, {}", plain(family), plain(given))
        }
        Name::Whole(name) => format!("{{{}}}", plain(name)),
    }
}

/// A value without braces, which have no place in a DOI.
fn address(value: &str) -> String {
    value.replace('{', "%7B").replace('}', "%7D")
}

/// The year in which arXiv gave an id: `2012.12877` and `hep-th/9901001` start with it.
fn year_of(id: &str) -> Option<String> {
    let digits = id.split_once('/').map_or(id, |(_, digits)| digits);
    let year = digits.get(..2)?;
    // arXiv began in 1991.
    let century = if year >= "91" { "19" } else { "20" };
    Some(format!("{century}{year}"))
}
