//! Dates as records of references write them: to the day, the month or the year, in any usual
//! order, perhaps as a range of which the start counts.
//!
//! ```text
//! 2023-05-04T09:00:00Z     2023 May 4        4 May 2023     12.04.2005     2023年5月4日
//! 2023/05//                2023 Jan-Feb      May 4, 2023    05/2023        20230504
//! 2023-05-04/2023-05-06    2021-01-00        jan~10 2020    2016           c2016
//! ```

use crate::core::day::{Date, Day};

/// How many pieces of a text are looked at.
const PIECES: usize = 24;

/// What was read of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Recorded {
    /// There is none.
    None,
    /// A date, as closely as it is known.
    Date(Date),
    /// A day that the calendar does not have.
    Impossible,
}

impl Recorded {
    /// The date, if there is one.
    pub(in super::super) fn date(self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::None | Self::Impossible => None,
        }
    }
}

/// A run of digits or of letters, and the character before it.
#[derive(Clone, Copy, Debug)]
struct Piece<'t> {
    text: &'t str,
    number: Option<u32>,
    before: char,
}

impl Piece<'_> {
    /// A number of one or two digits.
    fn small(&self) -> Option<u8> {
        let number = self.number.filter(|_| self.text.len() <= 2)?;
        u8::try_from(number).ok()
    }

    fn month(&self) -> Option<u8> {
        if self.number.is_some() {
            return None;
        }
        month_named(self.text)
    }

    /// A year that a reference may have.
    fn year(&self) -> Option<u16> {
        let year = self.number.filter(|_| self.text.len() == 4)?;
        u16::try_from(year)
            .ok()
            .filter(|year| (1400..2200).contains(year))
    }
}

/// How the names of months start in other languages than English, in lower case.
const FOREIGN: [(&str, u8); 24] = [
    ("mär", 3),
    ("maerz", 3),
    ("mrz", 3),
    ("mai", 5),
    ("okt", 10),
    ("dez", 12),
    ("janv", 1),
    ("fév", 2),
    ("fevr", 2),
    ("mars", 3),
    ("avr", 4),
    ("juin", 6),
    ("juil", 7),
    ("aoû", 8),
    ("aout", 8),
    ("déc", 12),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
    ("gen", 1),
    ("mag", 5),
    ("giu", 6),
    ("lug", 7),
];

/// The month (1 to 12) of a name, whole or short.
fn month_named(name: &str) -> Option<u8> {
    if name.is_ascii() {
        let known = Day::month_named(name).filter(|_| is_month_word(name));
        if known.is_some() {
            return known;
        }
    }
    let name = name.to_lowercase();
    let known = FOREIGN.iter().find(|(start, _)| name.starts_with(start));
    known.map(|(_, month)| *month)
}

/// Whether an English word is the name of a month or the start of one, and no other word such as
/// `Marine` or `Decision`.
fn is_month_word(word: &str) -> bool {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    NAMES.iter().any(|name| {
        name.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
    })
}

/// Cuts a text into runs of digits and runs of letters.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut before = ' ';
    let mut rest = text;
    while let Some(c) = rest.chars().next().filter(|_| pieces.len() < PIECES) {
        let same = |other: char| {
            if c.is_ascii_digit() {
                other.is_ascii_digit()
            } else {
                other.is_alphabetic()
            }
        };
        if !c.is_ascii_digit() && !c.is_alphabetic() {
            before = c;
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(Piece {
            text: run,
            number: c.is_ascii_digit().then(|| run.parse().ok()).flatten(),
            before,
        });
        before = c;
        rest = after;
    }
    pieces
}

/// Reads the first date of a text.
pub(in super::super) fn recorded(text: &str) -> Recorded {
    let pieces = pieces(text);
    let whole = pieces.iter().find(|piece| piece.text.len() == 8);
    if let Some(day) = whole.and_then(|piece| in_one(piece.text)) {
        return Recorded::Date(day.into());
    }
    let found = pieces
        .iter()
        .enumerate()
        .find_map(|(at, piece)| Some((at, piece.year()?)));
    let Some((at, year)) = found else {
        return Recorded::None;
    };
    let (before, after) = pieces.split_at_checked(at).unwrap_or((&pieces, &[]));
    let after = after.get(1..).unwrap_or_default();
    let (month, day) = ahead(before)
        .or_else(|| behind(after))
        .or_else(|| numbers(before, !after.is_empty()))
        .unwrap_or((0, 0));
    let date = match (month, day) {
        (0, _) => Date::year(year),
        (_, 0) => Date::month(year, month),
        _ => match Day::new(year, month, day) {
            Some(day) => Some(day.into()),
            None => return Recorded::Impossible,
        },
    };
    date.map_or(Recorded::Impossible, Recorded::Date)
}

/// `20230504`
fn in_one(digits: &str) -> Option<Day> {
    let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u16>().ok();
    let (year, month, day) = (number(0..4)?, number(4..6)?, number(6..8)?);
    let plausible = (1400..2200).contains(&year);
    let [month, day] = [month, day].map(|number| u8::try_from(number).unwrap_or(0));
    Day::new(year, month, day).filter(|_| plausible)
}

/// Month and day behind the year, 0 where they are not known: `-05-04`, `May 4`, `年5月4日`.
fn behind(after: &[Piece<'_>]) -> Option<(u8, u8)> {
    let is_unit = |piece: &&Piece<'_>| !matches!(piece.text, "年" | "月" | "年度" | "년" | "월");
    let mut after = after.iter().filter(is_unit);
    let first = after.next()?;
    let second = after.next();
    let day_of = |piece: Option<&Piece<'_>>| {
        let joined = piece.filter(|piece| !matches!(piece.before, ':' | '+' | ';'));
        joined.and_then(Piece::small).unwrap_or(0)
    };
    if let Some(month) = first.month() {
        let second = match second {
            // `2023 Jan-Feb 5` is no day.
            Some(other) if other.month().is_some() => None,
            other => other,
        };
        return Some((month, day_of(second)));
    }
    // `04.05.2023 10:00`
    let is_time = second.is_some_and(|piece| piece.before == ':');
    let month = first.small().filter(|_| !is_time)?;
    // `2020 10 jan`
    if let Some(named) = second.and_then(Piece::month) {
        return Some((named, month));
    }
    match month {
        1..=12 => Some((month, day_of(second))),
        // `2021-00`, a season of EDTF, or the end of a range: `2023/24`.
        _ => Some((0, 0)),
    }
}

/// Day and the name of the month before the year: `4 May`, `May 4,`, `Jan-Feb`, `4-6 May`.
fn ahead(before: &[Piece<'_>]) -> Option<(u8, u8)> {
    let (at, month) = before
        .iter()
        .enumerate()
        .find_map(|(at, piece)| Some((at, piece.month()?)))?;
    let is_suffix = |piece: &&Piece<'_>| {
        !matches!(
            piece.text,
            "st" | "nd" | "rd" | "th" | "of" | "de" | "del" | "er" | "the"
        )
    };
    let small = |piece: Option<&Piece<'_>>| piece.and_then(Piece::small).filter(|day| *day > 0);
    let (left, right) = before.split_at_checked(at)?;
    let mut left = left.iter().rev().filter(is_suffix);
    let mut day = small(left.next());
    if let Some(start) = day.and_then(|_| small(left.next())) {
        day = Some(start);
    }
    let behind = || small(right.iter().skip(1).find(is_suffix));
    Some((month, day.or_else(behind).unwrap_or(0)))
}

/// Numbers alone before the year: `12.04.2005`, `05/2023`. Where the day may be the month and the
/// month the day, neither is known.
fn numbers(before: &[Piece<'_>], goes_on: bool) -> Option<(u8, u8)> {
    match before {
        [month] if matches!(month.before, ' ') && !goes_on => {
            let month = month.small()?;
            (1..=12).contains(&month).then_some((month, 0))
        }
        [.., first, second] => {
            let (first, second, sign) = (first.small()?, second.small()?, second.before);
            let orders = [(second, first), (first, second)];
            let mut fits = orders
                .into_iter()
                .filter(|(month, day)| (1..=12).contains(month) && (1..=31).contains(day));
            let day_first = fits.next()?;
            let is_sure = sign == '.' || first == second || fits.next().is_none();
            is_sure.then_some(day_first)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let seen = match recorded(text) {
            Recorded::None => "none".to_owned(),
            Recorded::Date(date) => date.to_string(),
            Recorded::Impossible => "impossible".to_owned(),
        };
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn days_in_any_order() {
        for text in [
            "2023-05-04",
            "2023-05-04T09:00:00Z",
            "2023/05/04/",
            "2023.5.4",
            "20230504",
            "2023 May 4",
            "2023-May-04",
            "2023 4 may",
            "4 May 2023",
            "4th of May, 2023",
            "Thu, 4 May 2023 10:00:00 GMT",
            "May 4, 2023",
            "May. 4 2023",
            "may~4  2023",
            "4~may  2023",
            "04.05.2023",
            "04.05.2023 10:00",
            "4 mai 2023",
            "4. Mai 2023",
            "2023年5月4日",
            "2023-05-04/2023-05-06",
            "2023-5-4/2023-5-6",
            "4-6 May 2023",
            "May 4-6, 2023",
            "4 May - 2 June 2023",
        ] {
            check(text, "2023-05-04");
        }
        check("13/04/2005", "2005-04-13");
        check("04/13/2005", "2005-04-13");
        check("04/04/2005", "2005-04-04");
        check("10~jan 2020", "2020-01-10");
    }

    #[test]
    fn months_and_years_are_dates_too() {
        for text in [
            "2023-05",
            "2023/05//",
            "2023-05-00",
            "May 2023",
            "2023 May",
            "2023 May-Jun",
            "May-June 2023",
            "may  2023",
            "05/2023",
            "2023年5月",
        ] {
            check(text, "2023-05");
        }
        for text in [
            "2023",
            "2023//",
            "2023///Spring",
            "Spring 2023",
            "2023-21",
            "2023-2024",
            "2023/24",
            "c2023",
            "[2023]",
            "2023a",
            "2023, in press",
            "04/05/2023",
            "2023-00-00",
            "2023-XX-XX",
            "2023 Marine",
        ] {
            check(text, "2023");
        }
        check("2021-01-00", "2021-01");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in ["", "to appear", "n.d.", "12", "in press", "123456", "0000"] {
            check(text, "none");
        }
        check("2023-02-30", "impossible");
        check("30 Feb 2023", "impossible");
    }
}
