//! Dates as records of references write them: to the day, the month or the year, in any usual
//! order, perhaps as a range of which the start counts.
//!
//! ```text
//! 2023-05-04T09:00:00Z     2023 May 4        4 May 2023     12.04.2005     2023年5月4日
//! 2023/05//                2023 Jan-Feb      May 4, 2023    05/2023        20230504
//! 2023-05-04/2023-05-06    2021-01-00        jan~10 2020    2016           c2016
//! ```

use super::near;
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
    /// Whether a dash or the like stands between it and the piece before it.
    joined: bool,
}

impl Piece<'_> {
    /// A number of one or two digits.
    fn small(&self) -> Option<u8> {
        let number = self.number.filter(|_| self.text.len() <= 2)?;
        u8::try_from(number).ok()
    }

    /// Whether a range goes on here: `4-6`, `4 to 6`.
    fn joins(&self) -> bool {
        self.joined || matches!(self.text, "to" | "until" | "bis" | "and")
    }

    /// Whether it says nothing of its own among the parts of a date: `4th of May`.
    fn is_filler(&self) -> bool {
        matches!(
            self.text,
            "st" | "nd" | "rd" | "th" | "of" | "de" | "del" | "er" | "the"
        )
    }

    fn month(&self) -> Option<u8> {
        if self.number.is_some() {
            return None;
        }
        Day::month_named(self.text)
    }

    /// A year that a reference may have.
    fn year(&self) -> Option<u16> {
        let year = self.number.filter(|_| self.text.len() == 4)?;
        u16::try_from(year)
            .ok()
            .filter(|year| (1400..2200).contains(year))
    }
}

/// Cuts a text into runs of digits and runs of letters.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut before, mut joined) = (' ', false);
    let mut rest = near(text);
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
            joined |= matches!(c, '-' | '–' | '—' | '/' | '&');
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        pieces.push(Piece {
            text: run,
            number: c.is_ascii_digit().then(|| run.parse().ok()).flatten(),
            before,
            joined: std::mem::take(&mut joined),
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
    let counts = |piece: &&Piece<'_>| !matches!(piece.text, "年" | "月" | "年度" | "년" | "월");
    let mut after = after.iter().filter(counts);
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
    let at = month_ahead(before)?;
    let month = before.get(at)?.month()?;
    let small = |piece: Option<&Piece<'_>>| piece.and_then(Piece::small).filter(|day| *day > 0);
    let (left, right) = before.split_at_checked(at)?;
    let counts = |piece: &&Piece<'_>| !piece.is_filler();
    let mut left = left.iter().rev().filter(counts).peekable();
    let last = left.next();
    let mut day = small(last);
    let is_range = last.is_some_and(Piece::joins) || left.next_if(|piece| piece.joins()).is_some();
    if is_range && day.is_some() {
        day = small(left.next()).or(day);
    }
    let behind = || small(right.iter().skip(1).find(counts));
    Some((month, day.or_else(behind).unwrap_or(0)))
}

/// Where the month stands that belongs to the year behind it: the last, or the one with which a
/// range starts that ends there.
fn month_ahead(before: &[Piece<'_>]) -> Option<usize> {
    let months = before.iter().enumerate().rev();
    let mut months = months.filter_map(|(at, piece)| piece.month().map(|_| at));
    let mut start = months.next()?;
    for earlier in months {
        let between = before.get(earlier + 1..start).unwrap_or_default();
        let of_range =
            |piece: &Piece<'_>| piece.number.is_some() || piece.is_filler() || piece.joins();
        let joins = before.get(start)?.joins() || between.iter().any(Piece::joins);
        if !joins || !between.iter().all(of_range) {
            break;
        }
        start = earlier;
    }
    Some(start)
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
            "4 to 6 May 2023",
            "4th – 6th May 2023",
            "Vol 12, 4 May 2023",
            "submitted in March, in print 4 May 2023",
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
            "Geneva 2023",
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
