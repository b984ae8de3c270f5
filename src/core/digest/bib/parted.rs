//! Dates whose parts stand apart or are not all there: `2024 May 9`, `DEC 24` beside `2020`, `2006
//! Mar-Apr`.

use super::super::dates::words;
use crate::core::day::Day;

/// So many words of a date are looked at.
const WORDS: usize = 16;

/// The parts of a date that are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parted<'t> {
    year: &'t str,
    month: Option<u8>,
    of_month: Option<&'t str>,
}

impl<'t> Parted<'t> {
    /// The parts that a text names. A month or a day of the month of which there are several, as
    /// in `Mar-Apr` and `12-15`, is not known.
    pub(super) fn of(text: &'t str) -> Self {
        let text = text.trim();
        // A time of day behind a date in figures is none of its parts.
        let date = text.get(..10).filter(|date| is_figures(date));
        let found: Vec<&str> = words(date.unwrap_or(text)).take(WORDS).collect();
        if let [one, ..] = found[..]
            && one.len() == 8
            && is_number(one)
        {
            let (year, rest) = one.split_at_checked(4).unwrap_or_default();
            let (month, of_month) = rest.split_at_checked(2).unwrap_or_default();
            return Self {
                year,
                month: month_of(month),
                of_month: Some(of_month),
            };
        }
        let at = found
            .iter()
            .position(|word| word.len() == 4 && is_number(word));
        let year = at.and_then(|at| found.get(at)).copied().unwrap_or_default();
        let named: Vec<u8> = found
            .iter()
            .filter_map(|word| Day::month_named(word))
            .collect();
        let short = |word: &&str| word.len() <= 2 && is_number(word);
        let mut numbers: Vec<&str> = found.iter().copied().filter(short).collect();
        let month = match named[..] {
            [month] => Some(month),
            [] if !numbers.is_empty() => {
                // `2020-12-24` has the month behind the year; `12/2020` and `24.12.2020` have it
                // before, and so does whatever has the year elsewhere.
                let is_before = at.is_some_and(|at| at > 0);
                let last = numbers.len() - 1;
                month_of(numbers.remove(if is_before { last } else { 0 }))
            }
            _ => None,
        };
        let of_month = match numbers[..] {
            [one] if month.is_some() => Some(one),
            _ => None,
        };
        Self {
            year,
            month,
            of_month,
        }
    }

    /// The parts with the year from elsewhere where the text has none.
    pub(super) fn or_year(self, year: &'t str) -> Self {
        if self.year.is_empty() {
            Self { year, ..self }
        } else {
            self
        }
    }

    /// The year, or nothing.
    pub(super) fn year(self) -> &'t str {
        self.year
    }

    /// Whether it is a day.
    pub(super) fn is_whole(self) -> bool {
        !self.year.is_empty() && self.month.is_some() && self.of_month.is_some()
    }

    /// `2020-12-24`, `2020-12` or `2020`, as far as it is known.
    pub(super) fn iso(self) -> String {
        match (self.year, self.month, self.of_month) {
            ("", ..) => String::new(),
            (year, None, _) => year.to_owned(),
            (year, Some(month), None) => format!("{year}-{month:02}"),
            (year, Some(month), Some(of_month)) => format!("{year}-{month:02}-{of_month:0>2}"),
        }
    }
}

/// The first of some texts that names a day, else the first that names a year at least, as
/// [`Parted::iso`].
pub(super) fn first_day(texts: &[&str]) -> String {
    let known = texts.iter().map(|text| Parted::of(text));
    let whole = known.clone().find(|date| date.is_whole());
    let date = whole.or_else(|| known.clone().find(|date| !date.year.is_empty()));
    date.unwrap_or_default().iso()
}

/// `2020-12-24` or `2020/12/24`.
fn is_figures(date: &str) -> bool {
    let places = date.bytes().enumerate();
    date.len() == 10
        && places.fold(true, |fits, (at, b)| {
            fits && match at {
                4 | 7 => matches!(b, b'-' | b'/'),
                _ => b.is_ascii_digit(),
            }
        })
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

fn month_of(number: &str) -> Option<u8> {
    number.parse().ok().filter(|month| (1..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_whole_as_they_are() {
        for (text, expected) in [
            ("2024 May 9", "2024-05-09"),
            ("20240509", "2024-05-09"),
            ("2024/05/09 00:00", "2024-05-09"),
            ("2024-05-09T10:30:00Z", "2024-05-09"),
            ("2024 Jun", "2024-06"),
            ("2006 Mar-Apr", "2006"),
            ("2006 Mar 15-31", "2006-03"),
            ("1998 Spring", "1998"),
            ("JUN 28 2011", "2011-06-28"),
            ("December 24, 2020", "2020-12-24"),
            ("24 December 2020", "2020-12-24"),
            ("2020-12-24", "2020-12-24"),
            ("24.12.2020", "2020-12-24"),
            ("12/2020", "2020-12"),
            ("2020/12//", "2020-12"),
            ("2020///", "2020"),
            ("2020", "2020"),
            ("DEC 24", ""),
            ("in press", ""),
            ("", ""),
        ] {
            assert_eq!(Parted::of(text).iso(), expected, "{text}");
        }
        assert_eq!(Parted::of("DEC 24").or_year("2020").iso(), "2020-12-24");
        assert_eq!(Parted::of("JAN-FEB").or_year("2020").iso(), "2020");
        assert_eq!(first_day(&["2024 May", "20240509"]), "2024-05-09");
        assert_eq!(first_day(&["", "2024 May"]), "2024-05");
    }
}
