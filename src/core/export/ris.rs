//! RIS: a reference a paper, `TY  - UNPB`, or `JOUR` where it has a journal and no id of arXiv.
//!
//! A line without a tag goes on with the field above; a blank line before it makes it a paragraph,
//! as in the exports of Zotero. Others keep the first alone of several fields `AB`.
//!
//! Texts are plain text, as `DP` says to our own reader ([`agreed`]); the address of a link stands
//! behind its label. What is the reader's own follows `DP`: the note as another `N1`, tags and
//! marks as `KW`. Cannot hold: markup and links other than as addresses, the days of earlier lists
//! and of submission, the kind of announcement, the digest's own summary, topics, code and number.
//!
//! [`agreed`]: crate::core::digest::agreed

use super::names::{Name, name};
use super::{Beside, Own, words};
use crate::core::day::Precision;
use crate::core::digest::agreed::{JOINER, MAKER, TIES, reads_as_tag};
use crate::core::paper::Paper;

/// One reference.
pub(super) fn reference(paper: &Paper, beside: &Beside<'_>) -> String {
    let is_published = paper.journal.is_some() && paper.id.arxiv().is_none();
    let kind = if is_published { "JOUR" } else { "UNPB" };
    let mut out = Reference(format!("TY  - {kind}\n"));
    out.field("TI", &words::plain(&paper.title).replace('\n', " "));
    for author in &paper.authors {
        out.field("AU", &turned(author));
    }
    if let Some(summary) = &paper.summary {
        out.field("AB", &words::plain(summary));
    }
    for category in &paper.categories {
        out.field("KW", &category.0);
    }
    if let Some(date) = words::date(paper).filter(|date| date.precision() < Precision::Year) {
        let (year, month) = (date.first().year(), date.first().month());
        let day = date.exact().map(|day| format!("{:02}", day.day_of_month()));
        let day = day.unwrap_or_default();
        out.field("PY", &year.to_string());
        out.field("DA", &format!("{year:04}/{month:02}/{day}/"));
    } else if let Some(year) = words::year(paper) {
        out.field("PY", &year);
    }
    out.field("JO", paper.journal.as_deref().unwrap_or_default());
    out.field("DO", &words::doi(paper).unwrap_or_default());
    out.field("UR", &words::address(paper).unwrap_or_default());
    if let Some(comment) = &paper.comment {
        out.field("N1", &words::plain(comment));
    }
    if paper.id.arxiv().is_some() {
        out.field("PB", "arXiv");
    }
    out.field("DP", MAKER);
    if let Some(note) = beside.own.and_then(Own::noted) {
        out.field("N1", note);
    }
    for label in words::labels(beside) {
        out.field("KW", &label);
    }
    out.0.push_str("ER  - \n\n");
    out.0
}

/// A reference that is being written.
struct Reference(String);

impl Reference {
    /// A field; its lines are paragraphs.
    fn field(&mut self, tag: &str, value: &str) {
        let Self(out) = self;
        let lines = value
            .split(['\n', '\r'])
            .filter(|line| !line.trim().is_empty());
        for (number, line) in lines.enumerate() {
            let is_first = number == 0;
            out.extend(if is_first {
                [tag, "  - "]
            } else {
                ["\n", "\n"]
            });
            // It would start the next field, or looks as if it were kept from that.
            let bare = line.trim_start_matches(JOINER);
            if reads_as_tag(bare) && !(is_first && bare == line) {
                out.push(JOINER);
            }
            out.push_str(line);
        }
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
}

/// A name with the family first. One that is no person's has two commas for its first, as EndNote
/// wants them, so that what stands before it is not taken for a family.
fn turned(author: &str) -> String {
    let person = match name(author) {
        Name::Person(person) => person,
        Name::Whole(name) => return name.replacen(',', ",,", 1),
    };
    let last = person.last();
    match (person.given, person.suffix) {
        ("", "") => last,
        (given, "") => format!("{last}, {given}"),
        (given, suffix) => {
            let space = if person.is_usual() { ' ' } else { TIES[1] };
            format!("{last}, {given},{space}{suffix}")
        }
    }
}
