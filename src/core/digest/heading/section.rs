//! A section's heading: `# ArXiv cs.CV --Thu, 24 Dec 2020`.

use crate::core::digest::categories::is_category;
use crate::core::digest::dates::{self, DayFound, words};
use crate::core::digest::parser::Score;
use crate::core::paper::Category;

/// What a section's heading says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionHeading {
    /// The category of the list.
    pub(super) category: Option<Category>,
    /// Its day.
    pub(super) day: DayFound,
}

/// Reads the text after `#`. `None` when it is a heading of another kind: it starts with "arXiv",
/// or has both a category and a day.
pub(super) fn parse(text: &str) -> Option<SectionHeading> {
    let category = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.split("--").next().unwrap_or_default())
        .find(|word| is_category(word))
        .map(|word| Category(word.to_owned()));
    let day = dates::find(text);
    let is_section = names_arxiv(text) || (category.is_some() && day != DayFound::None);
    is_section.then_some(SectionHeading { category, day })
}

/// How sure a `#` heading makes of the format: "arXiv" with a category, with a day, with both.
pub(super) fn score(text: &str) -> Score {
    let heading = parse(text).filter(|_| names_arxiv(text));
    let says = heading.map(|heading| (heading.category.is_some(), heading.day != DayFound::None));
    match says {
        None | Some((false, false)) => Score::Nothing,
        Some((true, false)) => Score::Fitting,
        Some((false, true)) => Score::Named,
        Some((true, true)) => Score::Rows,
    }
}

/// Whether a heading starts with "arXiv".
fn names_arxiv(text: &str) -> bool {
    words(text)
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("arxiv"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, category: Option<&str>, day: Option<&str>) {
        let Some(heading) = parse(text) else {
            panic!("no section: {text}");
        };
        assert_eq!(
            heading.category.map(|category| category.0).as_deref(),
            category,
            "{text}"
        );
        let seen = match heading.day {
            DayFound::Day(day) => Some(day.to_string()),
            DayFound::WrongWeekday(day) => Some(format!("{day}!")),
            DayFound::Impossible => Some("impossible".to_owned()),
            DayFound::None => None,
        };
        assert_eq!(seen.as_deref(), day, "{text}");
    }

    #[test]
    fn sections_name_a_category_and_a_day() {
        check(
            " ArXiv cs.CV --Thu, 24 Dec 2020",
            Some("cs.CV"),
            Some("2020-12-24"),
        );
        check(
            "arxiv hep-th --Fri, 1 Jan 2021",
            Some("hep-th"),
            Some("2021-01-01"),
        );
        check(
            " ArXiv astro-ph.CO--1 September 2020",
            Some("astro-ph.CO"),
            Some("2020-09-01"),
        );
        check(
            " ArXiv cond-mat.mes-hall - 2020-12-24",
            Some("cond-mat.mes-hall"),
            Some("2020-12-24"),
        );
        check(" cs.LG, Dec 24, 2020", Some("cs.LG"), Some("2020-12-24"));
        check(
            " ArXiv cs.CV --Mon, 24 Dec 2020",
            Some("cs.CV"),
            Some("2020-12-24!"),
        );
        check(
            " ArXiv cs.CV --Thu, 31 Feb 2020",
            Some("cs.CV"),
            Some("impossible"),
        );
        check(
            " ArXiv cs.CV --Thu, 999 Dec 2020",
            Some("cs.CV"),
            Some("impossible"),
        );
        check(" ArXiv", None, None);
    }

    #[test]
    fn other_headings_are_no_sections() {
        for text in [
            "",
            " Contents",
            " Notes of 24 Dec 2020",
            " About cs.CV",
            " arXivist",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
