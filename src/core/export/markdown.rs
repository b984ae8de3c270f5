//! Markdown for people, which is also a digest with labelled fields: a heading a paper, then its
//! fields, the abstract last.
//!
//! Cannot hold: the days of earlier lists, whether the kind of announcement was inferred, the
//! digest's topics and number. A name with a comma becomes two, and signs of markup in one become
//! others that look like them: an entity would end it, for it has a semicolon.

use super::source::arxiv as rich;
use super::words;
use crate::core::day::Day;
use crate::core::paper::Paper;
use crate::core::text::RichText;

/// What the file said before a paper.
#[derive(Debug, Default)]
pub(super) struct Section {
    day: Option<Day>,
}

/// The entry of a paper, the first of the file or a later one.
pub(super) fn entry(paper: &Paper, section: &mut Section, number: usize) -> String {
    let mut out = String::new();
    let day = paper.days.last().copied();
    if number == 1 || day != section.day {
        section.day = day;
        let of = day.map(|day| format!(" of {day}")).unwrap_or_default();
        out.push_str("# Papers");
        out.push_str(&of);
        out.push_str("\n\n");
    }
    // In a heading an address of arXiv is the paper's own link.
    let title = rich(&paper.title).replace("arxiv.org/", "arxiv.org&#47;");
    out.push_str("## ");
    out.push_str(if title.is_empty() {
        paper.id.as_str()
    } else {
        &title
    });
    out.push_str("\n\n");
    let mut field = |label: &str, value: &str| {
        let value = value.replace(['\n', '\r'], " ");
        if !value.is_empty() {
            for part in ["**", label, "**: ", &value, "  \n"] {
                out.push_str(part);
            }
        }
    };
    let authors: Vec<String> = paper.authors.iter().map(|name| author(name)).collect();
    field("Authors", &authors.join(", "));
    let address = words::address(paper);
    if let Some(address) = &address {
        let label = address.trim_start_matches("https://arxiv.org/abs/");
        field("Link", &format!("[arXiv:{label}]({address})"));
    }
    let date = match paper.announce {
        Some(_) => day,
        None => paper.submitted,
    };
    let date = date.map(|day| day.to_string()).unwrap_or_default();
    // What stands first tells that the heading is a paper's.
    let is_first = address.is_none() && paper.authors.is_empty();
    if is_first {
        field("Date", if date.is_empty() { "unknown" } else { &date });
    }
    field("Categories", &words::categories(paper, ", "));
    if let Some(announce) = paper.announce {
        let kind = match announce.kind.id() {
            "replaced" => "replace",
            kind => kind,
        };
        field("Type", kind);
    }
    if !is_first {
        field("Date", &date);
    }
    let plain = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default();
        rich(&RichText::from_plain(text))
    };
    field("Journal", &plain(&paper.journal));
    field("DOI", &plain(&paper.doi));
    for code in &paper.code {
        field("Code", &code.replace('<', "%3C").replace("](", "%5D("));
    }
    if let Some(comment) = &paper.comment {
        field("Comments", &rich(comment));
    }
    if let Some(gist) = &paper.gist {
        field("TL;DR", &rich(gist));
    }
    if let Some(summary) = &paper.summary {
        out.push_str("\n**Abstract**: ");
        out.push_str(&rich(summary));
        out.push('\n');
    }
    out.push_str("\n---\n\n");
    out
}

/// A name without what could be markup.
fn author(name: &str) -> String {
    name.replace('<', "‹").replace("](", "] (")
}
