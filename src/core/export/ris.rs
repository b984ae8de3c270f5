//! RIS: a reference a paper, `TY  - UNPB`.
//!
//! Cannot hold: markup and links other than as addresses, the days of earlier lists and of submission, the kind of announcement, the
//! digest's own summary, topics, code and number. A name that is no person's and has a comma is read back turned round.

use super::words::{self, Name, name};
use crate::core::paper::Paper;

/// One reference.
pub(super) fn reference(paper: &Paper) -> String {
    let mut out = String::from("TY  - UNPB\n");
    let mut field = |tag: &str, value: &str| {
        // A line's end would start the next field.
        for line in value.split(['\n', '\r']).filter(|line| !line.is_empty()) {
            for part in [tag, "  - ", line, "\n"] {
                out.push_str(part);
            }
        }
    };
    field("TI", &words::plain(&paper.title).replace('\n', " "));
    for author in &paper.authors {
        let turned = match name(author) {
            Name::Person {
                given,
                family,
                suffix: "",
            } => format!("{family}, {given}"),
            Name::Person {
                given,
                family,
                suffix,
            } => format!("{family}, {given}, {suffix}"),
            Name::Whole(name) => name.to_owned(),
        };
        field("AU", &turned);
    }
    if let Some(summary) = &paper.summary {
        field("AB", &words::plain(summary));
    }
    for category in &paper.categories {
        field("KW", &category.0);
    }
    if let Some(day) = paper.days.last() {
        field("PY", &day.year().to_string());
        field(
            "DA",
            &format!(
                "{:04}/{:02}/{:02}/",
                day.year(),
                day.month(),
                day.day_of_month()
            ),
        );
    }
    field("JO", paper.journal.as_deref().unwrap_or_default());
    field("DO", &words::doi(paper).unwrap_or_default());
    field("UR", &words::address(paper).unwrap_or_default());
    if let Some(comment) = &paper.comment {
        field("N1", &words::plain(comment));
    }
    if paper.id.arxiv().is_some() {
        field("PB", "arXiv");
    }
    out.push_str("ER  - \n\n");
    out
}
