//! Days as digests write them.

mod recorded;

use crate::core::day::Day;

pub(super) use self::recorded::{Recorded, recorded};

/// How many words of a text are looked at for a day.
const WORDS: usize = 24;

/// What is farther from the start of a text than so many bytes is not looked at: some ask for the
/// date of the same text over and over.
const NEAR: usize = 512;

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

/// The day in a file's name: `2020-12-24.md`, `cs.CV_20201224.md`, `11-Dec-2025__AI.md`.
pub(super) fn day_in_name(name: &str) -> Option<Day> {
    let name = name.rsplit(['/', '\\']).next()?;
    let runs: Vec<&str> = name
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .collect();
    let in_one = runs
        .iter()
        .filter(|run| run.len() == 8)
        .find_map(|run| numeric(run.get(..4)?, run.get(4..6)?, run.get(6..)?));
    let in_three = || {
        runs.array_windows()
            .filter(|[year, _, _]| year.len() == 4)
            .find_map(|[year, month, day]| numeric(year, month, day))
    };
    let in_words = || match find(name) {
        DayFound::Day(day) | DayFound::WrongWeekday(day) => Some(day),
        DayFound::Impossible | DayFound::None => None,
    };
    in_one.or_else(in_three).or_else(in_words)
}

/// The start of a text.
fn near(text: &str) -> &str {
    text.get(..text.floor_char_boundary(NEAR)).unwrap_or(text)
}

/// The words and numbers of a text, near its start.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    near(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The first date among the words: `24 Dec 2020`, `Dec 24 2020` or `2020 12 24`, and `24 Dec 20`
/// where years may be short.
fn day(words: &[&str], short_years: bool) -> DayFound {
    for (at, &[a, b, c]) in words.array_windows().enumerate() {
        let found = match (is_number(a), is_number(b), is_number(c)) {
            (true, false, true) if c.len() == 4 && is_month(b) => named(a, b, c),
            (true, false, true) if short_years && c.len() == 2 && is_month(b) => {
                // arXiv began in 1991.
                let century = if c >= "91" { "19" } else { "20" };
                named(a, b, &format!("{century}{c}"))
            }
            (false, true, true) if c.len() == 4 && is_month(a) => named(b, a, c),
            (true, true, true) if a.len() == 4 => numeric(a, b, c),
            _ => continue,
        };
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let weekday = before.and_then(|before| before.get(..3));
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

/// The first day that a text names near its start: `24 Dec 2020`, `Dec 24, 2020` or `2020-12-24`.
pub(super) fn find(text: &str) -> DayFound {
    let words: Vec<&str> = words(text).take(WORDS).collect();
    day(&words, false)
}

/// As [`find`], in a text that may shorten the year: `24 Dec 20`.
pub(super) fn find_short(text: &str) -> DayFound {
    let words: Vec<&str> = words(text).take(WORDS).collect();
    day(&words, true)
}

/// The day at the start of a time as RFC 3339 has it, `2020-12-24T05:00:00Z`, or as mails do, `Thu,
/// 24 Dec 2020 05:00:00 GMT`.
pub(super) fn of_time(text: &str) -> Option<Day> {
    let text = near(text).trim();
    let iso = text.get(..10).and_then(|day| day.parse().ok());
    iso.or_else(|| match find(text) {
        DayFound::Day(day) | DayFound::WrongWeekday(day) => Some(day),
        DayFound::None => recorded(text).date()?.exact(),
        DayFound::Impossible => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_tell_the_day() {
        for (text, expected) in [
            ("2020-12-24T05:00:00Z", Some("2020-12-24")),
            (" Thu, 24 Dec 2020 05:00:00 +0000", Some("2020-12-24")),
            ("2020-12-24", Some("2020-12-24")),
            ("yesterday", None),
            ("", None),
        ] {
            let seen = of_time(text).map(|day| day.to_string());
            assert_eq!(seen.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn names_of_files_tell_the_day() {
        for (name, expected) in [
            ("2020-12-24.md", Some("2020-12-24")),
            ("a/cs.CV_20201224.md", Some("2020-12-24")),
            ("2019-01-01/x 2020_1_2 (1).md", Some("2020-01-02")),
            ("11-Dec-2025__AI__README.md", Some("2025-12-11")),
            ("20201399.md", None),
            ("notes.md", None),
            ("", None),
        ] {
            let seen = day_in_name(name).map(|day| day.to_string());
            assert_eq!(seen.as_deref(), expected, "{name}");
        }
    }
}
