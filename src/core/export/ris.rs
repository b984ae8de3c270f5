//! RIS: a reference a paper, `TY  - UNPB`.
//!
//! A line without a tag goes on with the field above; a blank line before it makes it a paragraph,
//! as in the exports of Zotero. Others keep the first alone of several fields `AB`.
//!
//! Cannot hold: markup and links other than as addresses, the days of earlier lists and of
//! submission, the kind of announcement, the digest's own summary, topics, code and number. A name
//! that is no person's and has a comma is read back turned round.

use super::words::{self, Name, name};
use crate::core::paper::Paper;

/// One reference.
pub(super) fn reference(paper: &Paper) -> String {
    let mut out = String::from("TY  - UNPB\n");
    let mut field = |tag: &str, value: &str| {
        let mut begun = false;
        for line in value.split(['\n', '\r']).filter(|line| !line.is_empty()) {
            let before = match (begun, reads_as_tag(line)) {
                (false, _) => ["", tag, "  - "],
                (true, false) => ["\n\n", "", ""],
                // Alone on its line it would start the next field.
                (true, true) => [" ", "", ""],
            };
            begun = true;
            out.extend(before);
            out.push_str(line);
        }
        if begun {
            out.push('\n');
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

/// Whether a line starts as a field does: `AU  - `.
fn reads_as_tag(line: &str) -> bool {
    let mut chars = line.trim_start_matches('\u{feff}').chars();
    let named = chars.next().is_some_and(|c| c.is_ascii_uppercase())
        && chars
            .next()
            .is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    named && chars.as_str().trim_start().starts_with('-')
}
