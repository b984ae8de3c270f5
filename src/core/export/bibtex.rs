//! BibTeX: an `@misc` a paper, as arXiv itself gives them, or an `@article` where it has a journal
//! and no id of arXiv; and BibLaTeX: an `@online`, or an `@article` where the digest names the
//! journal.
//!
//! Year, month and day are those of the list that announced the paper; where that is not known, the
//! year in which arXiv gave the id stands alone. The authors' comment is the `note`, the reader's
//! is `annote` (`annotation` in BibLaTeX), tags and marks are keywords. Cannot hold: the days of
//! earlier lists and of submission, the kind of announcement, the digest's own summary, topics,
//! code and number; a journal that is called as arXiv is.

use super::names::{Name, name};
use super::source::{address, bibtex as rich, bibtex_plain as plain};
use super::{Beside, words};
use crate::core::day::Precision;
use crate::core::digest::agreed::{GUARD, TIES, is_labelled, reads_as_more};
use crate::core::digest::names::bibtex;
use crate::core::paper::Paper;
use crate::core::text::RichText;

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Whose fields are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Those of BibTeX and its styles.
    Bibtex,
    /// Those of BibLaTeX.
    Biblatex,
}

/// One entry.
pub(super) fn entry(paper: &Paper, key: &str, style: Style, beside: &Beside<'_>) -> String {
    let modern = style == Style::Biblatex;
    let is_published = paper.journal.is_some() && paper.id.arxiv().is_none();
    let kind = match (style, &paper.journal) {
        (Style::Bibtex, _) if is_published => "article",
        (Style::Bibtex, _) => "misc",
        (Style::Biblatex, None) => "online",
        (Style::Biblatex, Some(_)) => "article",
    };
    let mut out = format!("@{kind}{{{key},\n");
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
    field("title", &title(rich(&paper.title)));
    field("author", &authors(&paper.authors));
    let date = words::date(paper);
    let year = words::year(paper).unwrap_or_default();
    if modern {
        field("date", &date.map_or(year, |date| date.to_string()));
    } else {
        field("year", &year);
        if let Some(date) = date.filter(|date| date.precision() < Precision::Year) {
            // The styles' own abbreviation, without braces.
            field("month", MONTHS[usize::from(date.first().month() - 1) % 12]);
            let day = date.exact().map(|day| day.day_of_month().to_string());
            field("day", &day.unwrap_or_default());
        }
    }
    if let Some(id) = paper.id.arxiv() {
        let names = match style {
            Style::Bibtex => ["archivePrefix", "arXiv", "primaryClass"],
            Style::Biblatex => ["eprinttype", "arxiv", "eprintclass"],
        };
        field("eprint", id.as_str());
        field(names[0], names[1]);
        field(names[2], &plain(words::primary(paper).unwrap_or_default()));
    }
    let keywords: Vec<String> = words::keywords(paper, beside)
        .iter()
        .map(|keyword| plain(keyword))
        .collect();
    field("keywords", &keywords.join(", "));
    field("doi", &address(&words::doi(paper).unwrap_or_default()));
    field("url", &words::address(paper).unwrap_or_default());
    let journal = paper.journal.as_deref().unwrap_or_default();
    field(
        if modern { "journaltitle" } else { "journal" },
        &plain(journal),
    );
    if let Some(comment) = &paper.comment {
        field("note", &note(rich(comment)));
    }
    if let Some(summary) = &paper.summary {
        field("abstract", &rich(summary));
    }
    if let Some(note) = beside.own.and_then(super::Own::noted) {
        let note = rich(&RichText::from_plain(words::lines(note)));
        field(if modern { "annotation" } else { "annote" }, &note);
    }
    out.push_str("}\n");
    out
}

/// A title that is taken for nothing but that.
fn title(title: String) -> String {
    if is_labelled(&title) {
        [GUARD, &title].concat()
    } else {
        title
    }
}

/// A note that is taken for nothing but a comment.
fn note(note: String) -> String {
    if reads_as_more(&note) {
        let between = ["\n\n", GUARD].concat();
        [GUARD, &note.replace("\n\n", &between)].concat()
    } else {
        note
    }
}

/// All names.
fn authors(names: &[String]) -> String {
    let usual: Vec<String> = names.iter().map(|name| author(name, false)).collect();
    let usual = usual.join(" and ");
    if bibtex(&usual).len() == names.len() {
        return usual;
    }
    // `Ortega y Gasset, Ada Maria` would be two of those who know no `and`.
    let strict: Vec<String> = names.iter().map(|name| author(name, true)).collect();
    strict.join(" and ")
}

/// A name; braces keep together what is not a person's, and if it must be a family name of several
/// words.
fn author(author: &str, braces: bool) -> String {
    let person = match name(author) {
        Name::Person(person) => person,
        Name::Whole(name) => return format!("{{{}}}", plain(name)),
    };
    let [mut last, given, suffix] = [&person.last(), person.given, person.suffix].map(plain);
    if braces && person.family.contains(' ') {
        let family = plain(person.family);
        let particle = last.strip_suffix(family.as_str()).unwrap_or_default();
        last = [particle, "{", &family, "}"].concat();
    }
    match (given.as_str(), suffix.as_str()) {
        // BibTeX tells a particle by its lower case.
        ("", "") => last,
        (_, "") => format!("{last}, {given}"),
        _ => {
            let tie = if person.is_usual() { ' ' } else { TIES[0] };
            format!("{last}, {suffix},{tie}{given}")
        }
    }
}
