//! What a line of copied text is.

use crate::core::digest::categories::is_category;
use crate::core::digest::page::section;
use crate::core::paper::{AnnounceKind, ArxivId};

/// Which page a paper's lines come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Site {
    /// A list of a day, a week or a month.
    List,
    /// Results of a search.
    Search,
    /// The page of one paper.
    Page,
}

/// The line that names a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IdLine<'t> {
    /// Which page it is of.
    pub(super) site: Site,
    /// The id with its version.
    pub(super) id: (ArxivId, Option<u16>),
    /// What follows: how it is listed, and categories.
    pub(super) rest: &'t str,
}

/// What a line is by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape<'t> {
    /// Nothing visible.
    Blank,
    /// `[1] arXiv:2603.00001 [pdf, other]`
    Id(IdLine<'t>),
    /// `[Submitted on 4 Mar 2026]`: what follows the bracket.
    Submitted(&'t str),
    /// A heading of a list: how it carries what follows.
    Section(AnnounceKind),
    /// A heading that tells the day.
    Day,
    /// What stands around the papers.
    Between,
    /// A labelled field: its name and value.
    Field(&'static str, &'t str),
    /// Anything else, without white space around.
    Other(&'t str),
}

/// The labels of fields, as each page has them.
const LABELS: [&str; 17] = [
    "Title",
    "Authors",
    "Author",
    "Abstract",
    "Comments",
    "Subjects",
    "Journal-ref",
    "Journal reference",
    "Journal ref",
    "Report-no",
    "Report number",
    "MSC-class",
    "MSC Class",
    "ACM-class",
    "ACM Class",
    "Cite as",
    "Related DOI",
];

/// Lines between papers, by their start.
const BETWEEN: [&str; 8] = [
    "Total of ",
    "Showing up to ",
    "Submission history",
    "Showing 1",
    "Bibliographic Tools",
    "Access Paper:",
    "Links to: arXiv",
    "Privacy Policy",
];

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl<'t> Shape<'t> {
    /// Goes by the visible part of the line.
    pub(super) fn of(line: &'t str) -> Self {
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '•');
        if line.is_empty() {
            return Self::Blank;
        }
        if let Some(rest) = line.strip_prefix("[Submitted on ") {
            return Self::Submitted(rest);
        }
        if let Some(id) = id_line(line) {
            return Self::Id(id);
        }
        if let Some(section) = section(line).filter(|_| is_heading(line)) {
            return Self::Section(section);
        }
        let is_day = line.starts_with("Showing new listings for ")
            || (line.len() < 80
                && WEEKDAYS.iter().any(|day| line.starts_with(day))
                && line.split_once(", ").is_some_and(|(_, rest)| {
                    rest.starts_with(|c: char| c.is_ascii_digit()) && is_dated(rest)
                }));
        if is_day {
            return Self::Day;
        }
        if BETWEEN.iter().any(|start| line.starts_with(start)) {
            return Self::Between;
        }
        field(line).unwrap_or(Self::Other(line))
    }
}

/// Whether a line that starts as the heading of a section is one.
fn is_heading(line: &str) -> bool {
    line.contains("(showing ")
        || line.contains("(continued")
        || line.contains(" for ")
        || line.len() < 30
}

/// `27 Feb 2026 (showing 25 of 100 entries )`
fn is_dated(rest: &str) -> bool {
    let mut words = rest.split_whitespace();
    words.next();
    words
        .next()
        .is_some_and(|month| month.starts_with(|c: char| c.is_ascii_uppercase()))
        && words
            .next()
            .is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
        && words.next().is_none_or(|after| after.starts_with('('))
}

fn field(line: &str) -> Option<Shape<'_>> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim_end();
    let known = LABELS.iter().find(|label| **label == name)?;
    Some(Shape::Field(known, value.trim()))
}

/// `[1] arXiv:2603.00001 (cross-list from cs.SD) [pdf, html, other]`, `1. arXiv:2603.00001 [pdf]
/// cs.CV` or `arXiv:2603.00001 (cs)`.
fn id_line(line: &str) -> Option<IdLine<'_>> {
    let at = line.get(..line.floor_char_boundary(24))?.find("arXiv:")?;
    let (before, after) = line.split_at_checked(at)?;
    let number = before
        .trim()
        .trim_start_matches('[')
        .trim_end_matches([']', '.']);
    let is_numbered = before.trim_start().starts_with('[');
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let after = after.get("arXiv:".len()..)?.trim_start();
    let end = after
        .find(|c: char| c.is_whitespace() || matches!(c, '[' | '('))
        .unwrap_or(after.len());
    let (id, rest) = after.split_at_checked(end)?;
    let rest = rest.trim();
    let links = ["[pdf", "[ps", "[html", "[abs", "[other", "[src", "[format"];
    let site =
        if is_numbered && !number.is_empty() && (rest.is_empty() || rest.starts_with(['[', '('])) {
            Site::List
        } else if links.iter().any(|link| rest.contains(link)) {
            let is_listed = rest.starts_with('(');
            if is_listed { Site::List } else { Site::Search }
        } else if rest
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .is_some_and(is_category)
        {
            Site::Page
        } else {
            return None;
        };
    Some(IdLine {
        site,
        id: ArxivId::parse_versioned(id).ok()?,
        rest,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_name_papers() {
        for (line, expected) in [
            ("[1] arXiv:2603.00001 [pdf, html, other]", Some(Site::List)),
            (
                "[12]  arXiv:hep-th/9901001 (replaced) [pdf]",
                Some(Site::List),
            ),
            (
                "arXiv:2603.00001 (cross-list from cs.SD) [pdf]",
                Some(Site::List),
            ),
            ("1. arXiv:2603.00001 [pdf, other] cs.CV", Some(Site::Search)),
            ("arXiv:2603.00001v2 [pdf, ps, other]", Some(Site::Search)),
            ("arXiv:2603.00001 (cs)", Some(Site::Page)),
            ("arXiv:2603.00001 shows that", None),
            ("arXiv:2603.00001 (*cross-listing*)", None),
            ("[1] arXiv:26 [pdf]", None),
            ("See arXiv:2603.00001 [pdf]", None),
            ("arXiv:2603.00001", None),
        ] {
            let seen = id_line(line).map(|line| line.site);
            assert_eq!(seen, expected, "{line}");
        }
    }

    #[test]
    fn headings_and_fields() {
        let new = Shape::Section(AnnounceKind::New);
        assert_eq!(Shape::of("New submissions (showing 3 of 3 entries)"), new);
        assert_eq!(
            Shape::of("Fri, 6 Mar 2026 (showing first 25 of 99 entries )"),
            Shape::Day
        );
        assert_eq!(
            Shape::of("Showing new listings for Friday, 6 March 2026"),
            Shape::Day
        );
        let long = "Mon, 2 hats and 3 coats are what we find in the wardrobe.";
        assert_eq!(Shape::of(long), Shape::Other(long));
        assert_eq!(
            Shape::of(" Comments:\t9 pages"),
            Shape::Field("Comments", "9 pages")
        );
        assert_eq!(Shape::of("Code: none"), Shape::Other("Code: none"));
    }
}
