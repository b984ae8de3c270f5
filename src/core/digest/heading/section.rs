//! A section's heading: `# ArXiv cs.CV --Thu, 24 Dec 2020`.

use crate::core::day::Day;
use crate::core::paper::Category;

/// What a section's heading says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionHeading {
    /// The category of the list.
    pub(super) category: Option<Category>,
    /// Its day.
    pub(super) day: DayFound,
}

/// What was found where a day is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayFound {
    /// Nothing like a day.
    None,
    /// A day.
    Day(Day),
    /// A day with a weekday that it was not.
    WrongWeekday(Day),
    /// A date that the calendar does not have.
    Impossible,
}

/// Reads the text after `#`. `None` when it is a heading of another kind: it starts with "arXiv", or has both a category and a day.
pub(super) fn parse(text: &str) -> Option<SectionHeading> {
    let words: Vec<&str> = words(text).take(24).collect();
    let category = text
        .split(|c: char| c.is_whitespace() || c == ',')
        .map(|word| word.split("--").next().unwrap_or_default())
        .find(|word| is_category(word))
        .map(|word| Category(word.to_owned()));
    let day = day(&words);
    let is_section = names_arxiv(text) || (category.is_some() && day != DayFound::None);
    is_section.then_some(SectionHeading { category, day })
}

/// How sure a `#` heading makes of the format: "arXiv" with a category, with a day, with both.
pub(super) fn score(text: &str) -> u32 {
    let heading = parse(text).filter(|_| names_arxiv(text));
    heading.map_or(0, |heading| {
        40 * u32::from(heading.category.is_some()) + 50 * u32::from(heading.day != DayFound::None)
    })
}

/// Whether a heading starts with "arXiv".
fn names_arxiv(text: &str) -> bool {
    words(text)
        .next()
        .is_some_and(|word| word.eq_ignore_ascii_case("arxiv"))
}

/// The day in a file's name: `2020-12-24.md`, `cs.CV_20201224.md`.
pub(super) fn day_in_name(name: &str) -> Option<Day> {
    let name = name.rsplit(['/', '\\']).next()?;
    let runs: Vec<&str> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .collect();
    let in_one = runs
        .iter()
        .filter(|run| run.len() == 8)
        .find_map(|run| numeric(&run[..4], &run[4..6], &run[6..]));
    let in_three = || {
        runs.windows(3)
            .filter(|run| run[0].len() == 4)
            .find_map(|run| numeric(run[0], run[1], run[2]))
    };
    in_one.or_else(in_three)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// `cs.CV`, `hep-th`, `math`: an archive in lower case, and perhaps a class after a dot.
fn is_category(word: &str) -> bool {
    const ARCHIVES: [&str; 20] = [
        "astro-ph", "cond-mat", "cs", "econ", "eess", "gr-qc", "hep-ex", "hep-lat", "hep-ph",
        "hep-th", "math", "math-ph", "nlin", "nucl-ex", "nucl-th", "physics", "q-bio", "q-fin",
        "quant-ph", "stat",
    ];
    let (archive, class) = word
        .split_once('.')
        .map_or((word, None), |(archive, class)| (archive, Some(class)));
    let class_fits = class.is_none_or(|class| {
        class.len() >= 2 && class.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
    });
    ARCHIVES.contains(&archive) && class_fits
}

/// The first date among the words: `24 Dec 2020`, `Dec 24 2020` or `2020 12 24`.
fn day(words: &[&str]) -> DayFound {
    for (at, three) in words.windows(3).enumerate() {
        let [a, b, c] = [three[0], three[1], three[2]];
        let found = match (is_number(a), is_number(b), is_number(c)) {
            (true, false, true) if c.len() == 4 && is_month(b) => named(a, b, c),
            (false, true, true) if c.len() == 4 && is_month(a) => named(b, a, c),
            (true, true, true) if a.len() == 4 => numeric(a, b, c),
            _ => continue,
        };
        let weekday = at.checked_sub(1).and_then(|before| words[before].get(..3));
        return match found {
            None => DayFound::Impossible,
            Some(day)
                if weekday.is_some_and(|name| {
                    is_weekday(name) && !name.eq_ignore_ascii_case(day.weekday())
                }) =>
            {
                DayFound::WrongWeekday(day)
            }
            Some(day) => DayFound::Day(day),
        };
    }
    DayFound::None
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

fn is_weekday(name: &str) -> bool {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

fn is_month(word: &str) -> bool {
    Day::month_named(word).is_some()
}

fn named(day: &str, month: &str, year: &str) -> Option<Day> {
    let month = Day::month_named(month)?;
    Day::new(year.parse().ok()?, month, day.parse().ok()?)
}

fn numeric(year: &str, month: &str, day: &str) -> Option<Day> {
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
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

    #[test]
    fn names_of_files_tell_the_day() {
        for (name, expected) in [
            ("2020-12-24.md", Some("2020-12-24")),
            ("a/cs.CV_20201224.md", Some("2020-12-24")),
            ("2019-01-01/x 2020_1_2 (1).md", Some("2020-01-02")),
            ("20201399.md", None),
            ("notes.md", None),
            ("", None),
        ] {
            let seen = day_in_name(name).map(|day| day.to_string());
            assert_eq!(seen.as_deref(), expected, "{name}");
        }
    }
}
