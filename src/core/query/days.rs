//! `day:` — days, months, years and ranges.

use super::ast::{DayRange, QueryError};
use crate::core::day::{Day, days_in_month};

/// Reads what stands after `day:`. `start` is its place in the query.
pub(super) fn read_days(text: &str, start: usize) -> Result<DayRange, QueryError> {
    let range = if let Some((from, to)) = text.split_once("..") {
        let to_start = start + from.len() + 2;
        let from = Some(from).filter(|side| !side.is_empty());
        let to = Some(to).filter(|side| !side.is_empty());
        if from.is_none() && to.is_none() {
            return Err(not_days(text, start));
        }
        DayRange {
            from: from
                .map(|side| stretch(side, start))
                .transpose()?
                .map(|(first, _)| first),
            to: to
                .map(|side| stretch(side, to_start))
                .transpose()?
                .map(|(_, last)| last),
        }
    } else {
        compared(text, start)?
    };
    match (range.from, range.to) {
        (Some(from), Some(to)) if from > to => Err(QueryError::new(
            start..start + text.len(),
            &["this range ends before it starts"],
        )),
        _ => Ok(range),
    }
}

/// A stretch of days, perhaps with `>=`, `<=`, `>` or `<` before it.
fn compared(text: &str, start: usize) -> Result<DayRange, QueryError> {
    let days = text.trim_start_matches(['<', '>', '=']);
    let (sign, rest) = text.split_at(text.len() - days.len());
    let (first, last) = stretch(rest, start + sign.len())?;
    let open = DayRange {
        from: None,
        to: None,
    };
    let outside = || no_such_day(text, start);
    Ok(match sign {
        "" => DayRange {
            from: Some(first),
            to: Some(last),
        },
        ">=" => DayRange {
            from: Some(first),
            ..open
        },
        "<=" => DayRange {
            to: Some(last),
            ..open
        },
        ">" => DayRange {
            from: Some(day_after(last).ok_or_else(outside)?),
            ..open
        },
        "<" => DayRange {
            to: Some(day_before(first).ok_or_else(outside)?),
            ..open
        },
        _ => {
            let message = ["expected >=, <=, > or < before a day"];
            return Err(QueryError::new(start..start + sign.len(), &message));
        }
    })
}

/// The first and the last day of a day, a month or a year.
fn stretch(text: &str, start: usize) -> Result<(Day, Day), QueryError> {
    let shaped = text.bytes().enumerate().all(|(at, b)| match at {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    if !shaped || !matches!(text.len(), 4 | 7 | 10) {
        return match in_words(text) {
            Some(days) => days.map_err(|NoSuchDay| no_such_day(text, start)),
            None => Err(not_days(text, start)),
        };
    }
    // The shape leaves four or two digits at each place.
    let year = text[..4].parse().unwrap_or(0);
    let two = |at: usize| {
        text.get(at..at + 2)
            .and_then(|digits| digits.parse::<u8>().ok())
    };
    let days = match (two(5), two(8)) {
        (Some(month), Some(day)) => Day::new(year, month, day).map(|day| (day, day)),
        (Some(month), None) => {
            Day::new(year, month, 1).zip(Day::new(year, month, days_in_month(year, month)))
        }
        _ => Day::new(year, 1, 1).zip(Day::new(year, 12, 31)),
    };
    days.ok_or_else(|| no_such_day(text, start))
}

/// The calendar does not have it.
struct NoSuchDay;

/// The first and the last day of what is written otherwise: `May 2024`, `6 May 2024`, `May 6,
/// 2024`, `2024/5`, `20240506`. `None` where it is none of these.
fn in_words(text: &str) -> Option<Result<(Day, Day), NoSuchDay>> {
    let parts = text.split([' ', '-', '/', '.', ',']);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).take(4).collect();
    let number = |part: &str, most: usize| {
        let is_number = part.len() <= most && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse::<u16>().ok())?
    };
    let year = |part: &str| number(part, 4).filter(|_| part.len() == 4);
    let small = |part: &str| u8::try_from(number(part, 2)?).ok();
    let named = Day::month_named;
    let of_month = |part: &str| {
        let bare = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| part.strip_suffix(end));
        small(bare.unwrap_or(part))
    };
    let (year, month, day) = match parts[..] {
        [all] if all.len() == 8 => (
            year(all.get(..4)?)?,
            small(all.get(4..6)?)?,
            Some(small(all.get(6..)?)?),
        ),
        [a, b] => match (year(a), year(b)) {
            (Some(year), _) => (year, small(b).or_else(|| named(b))?, None),
            (None, Some(year)) => (year, named(a)?, None),
            _ => return None,
        },
        [a, b, c] => match (year(a), year(c)) {
            (Some(year), _) => (year, small(b).or_else(|| named(b))?, Some(of_month(c)?)),
            (None, Some(year)) => match (named(a), named(b)) {
                (Some(month), _) => (year, month, Some(of_month(b)?)),
                (None, Some(month)) => (year, month, Some(of_month(a)?)),
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    let days = match day {
        Some(day) => Day::new(year, month, day).map(|day| (day, day)),
        None => Day::new(year, month, 1).zip(Day::new(year, month, days_in_month(year, month))),
    };
    Some(days.ok_or(NoSuchDay))
}

fn day_after(day: Day) -> Option<Day> {
    let (year, month) = (day.year(), day.month());
    Day::new(year, month, day.day_of_month() + 1)
        .or_else(|| Day::new(year, month + 1, 1))
        .or_else(|| Day::new(year + 1, 1, 1))
}

fn day_before(day: Day) -> Option<Day> {
    let (year, month) = (day.year(), day.month());
    let month_before = || {
        let month = month - 1;
        Day::new(year, month, days_in_month(year, month))
    };
    Day::new(year, month, day.day_of_month() - 1)
        .or_else(month_before)
        .or_else(|| Day::new(year - 1, 12, 31))
}

fn no_such_day(text: &str, start: usize) -> QueryError {
    QueryError::new(start..start + text.len(), &["no such day: ", text])
}

fn not_days(text: &str, start: usize) -> QueryError {
    let message =
        ["expected a day such as 2020-12-24, a month, a year or a range 2020-12-20..2020-12-24"];
    QueryError::new(start..start + text.len(), &message)
}
