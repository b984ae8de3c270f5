//! Days as JSON has them: in words, in numbers, in parts.

use super::value::Value;
use crate::core::day::{Date, Day};
use crate::core::digest::dates;

/// Where in an object its time stands.
const TIMES: [&str; 15] = [
    "date-parts",
    "date-time",
    "date",
    "raw",
    "literal",
    "value",
    "created",
    "$t",
    "#text",
    "text",
    "content",
    "timestamp",
    "$date",
    "$numberLong",
    "$numberInt",
];

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// The day that a value says; none where it says but a year or a month.
pub(super) fn day(value: &Value) -> Option<Day> {
    match value {
        Value::Text(text) | Value::Number(text) => in_text(text),
        Value::List(parts) => in_parts(parts).or_else(|| parts.iter().take(8).find_map(day)),
        Value::Object(_) => {
            let parts = ["year", "month", "day"].map(|part| value.member(&[part]));
            if let [Some(year), Some(month), Some(of_month)] = parts {
                return of(year, month, of_month);
            }
            let mut times = TIMES.iter().filter_map(|name| value.member(&[name]));
            times.find_map(day)
        }
        _ => None,
    }
}

/// The date that a value says, be it but a year or a month.
pub(super) fn date(value: &Value) -> Option<Date> {
    match value {
        Value::Text(text) | Value::Number(text) => dates::recorded(text).date(),
        Value::List(parts) => match parts.as_slice() {
            [first @ (Value::List(_) | Value::Object(_)), ..] => date(first),
            [year] => date(year),
            [year, month, rest @ ..] => coarse(year, Some(month), rest.first()),
            [] => None,
        },
        Value::Object(_) => {
            if let Some(year) = value.member(&["year"]) {
                return coarse(year, value.member(&["month"]), value.member(&["day"]));
            }
            let mut times = TIMES.iter().filter_map(|name| value.member(&[name]));
            times.find_map(date)
        }
        _ => None,
    }
}

/// The date of a year, which may have a month and a day beside it.
pub(super) fn coarse(year: &Value, month: Option<&Value>, day: Option<&Value>) -> Option<Date> {
    let small = |part: Option<&Value>| {
        let text = part.and_then(Value::text).unwrap_or_default().trim();
        text.to_owned()
    };
    let (month, day) = (small(month), small(day));
    let Some(text) = year.text().map(str::trim).filter(|year| year.len() == 4) else {
        return date(year);
    };
    let named = month.contains(char::is_alphabetic);
    let whole = if named {
        format!("{month} {day} {text}")
    } else {
        format!("{text} {month} {day}")
    };
    let known = dates::recorded(&whole).date();
    known.or_else(|| dates::recorded(text).date())
}

/// Whether a value names a month and says that its day is not known: `2020-10-00`.
pub(super) fn lacks_day(value: &Value) -> bool {
    value.text().is_some_and(|text| text.ends_with("-00"))
}

/// `[2020, 12, 24]`, or a list of such lists.
fn in_parts(parts: &[Value]) -> Option<Day> {
    match parts {
        [Value::List(parts), ..] => in_parts(parts),
        [year, month, day, ..] => of(year, month, day),
        _ => None,
    }
}

fn of(year: &Value, month: &Value, day: &Value) -> Option<Day> {
    let month = month.text()?.trim();
    let month = month.parse().ok().or_else(|| Day::month_named(month))?;
    let number = |value: &Value| value.text()?.trim().parse::<u16>().ok();
    Day::new(number(year)?, month, number(day)?.try_into().ok()?)
}

fn in_text(text: &str) -> Option<Day> {
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let are_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    // `2020.05.04` is no number.
    if !whole.is_empty() && are_digits(whole) && are_digits(fraction) {
        return in_digits(whole);
    }
    dates::of_time(text)
}

/// Seconds or milliseconds since 1970, or a day as `20201224`.
fn in_digits(digits: &str) -> Option<Day> {
    let number: u64 = digits.parse().ok()?;
    let seconds = match digits.len() {
        8 => {
            let (year, rest) = (number / 10_000, number % 10_000);
            let (month, day) = (rest / 100, rest % 100);
            return Day::new(
                year.try_into().ok()?,
                month.try_into().ok()?,
                day.try_into().ok()?,
            );
        }
        9 | 10 => number,
        12 | 13 => number / 1_000,
        16 => number / 1_000_000,
        _ => return None,
    };
    Day::since_epoch((seconds / SECONDS_A_DAY).try_into().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_many_ways() {
        for (text, expected) in [
            ("2020-12-24T05:00:00Z", Some("2020-12-24")),
            ("20201224", Some("2020-12-24")),
            ("2020.12.24", Some("2020-12-24")),
            ("24.12.2020", Some("2020-12-24")),
            ("2020 Dec 24", Some("2020-12-24")),
            ("1608786000", Some("2020-12-24")),
            ("1608786000.25", Some("2020-12-24")),
            ("1608786000000", Some("2020-12-24")),
            ("2020.12", None),
            ("2020", None),
            ("", None),
        ] {
            let seen = day(&Value::Text(text.to_owned())).map(|day| day.to_string());
            assert_eq!(seen.as_deref(), expected, "{text}");
        }
    }
}
