//! Times as a person reads them: `2026-11-30T09:42:43.120Z`.

use std::fmt::Write as _;

use crate::core::day::Day;

const DAY: u64 = 86_400_000;
/// The day with which times end: the last that four digits of a year can say, but one year, so that
/// what is done after it can be written too.
const LAST: &str = "9998-12-31";

/// The time of so many milliseconds since 1970. What is beyond the calendar stands at its end.
pub(super) fn to_words(time: u64) -> String {
    let (day, of_day) = (time / DAY, time % DAY);
    let Some(day) = i32::try_from(day).ok().and_then(Day::since_epoch) else {
        return "9999-12-31T23:59:59.999Z".to_owned();
    };
    let (seconds, millis) = (of_day / 1000, of_day % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut words = day.to_string();
    // Writing to a string does not fail.
    let _ = write!(words, "T{hour:02}:{minute:02}:{second:02}.{millis:03}Z");
    words
}

/// The milliseconds since 1970 of a time; `None` for what is none, or is not of 1970 to 9998.
pub(super) fn from_words(words: &str) -> Option<u64> {
    let (day, clock) = words.strip_suffix('Z')?.split_once('T')?;
    let day: Day = day.parse().ok()?;
    let last: Day = LAST.parse().ok()?;
    let days = u64::try_from(day.days_since_epoch()).ok()?;
    let digits = |at: std::ops::Range<usize>, below: u64| -> Option<u64> {
        let digits = clock.get(at)?;
        let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = are_digits.then(|| digits.parse().ok())??;
        Some(number).filter(|number| *number < below)
    };
    let marks = [(2, b':'), (5, b':'), (8, b'.')];
    let is_clock = clock.len() == 12
        && marks
            .iter()
            .all(|(at, mark)| clock.as_bytes().get(*at) == Some(mark));
    if !is_clock || day > last {
        return None;
    }
    let (hour, minute) = (digits(0..2, 24)?, digits(3..5, 60)?);
    let (second, millis) = (digits(6..8, 60)?, digits(9..12, 1000)?);
    Some(days * DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millis)
}

/// Times in a line of JSON.
pub(super) mod words {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands over what it writes like this"
    )]
    pub(in super::super) fn serialize<S: Serializer>(time: &u64, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::to_words(*time))
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<u64, D::Error> {
        let text = String::deserialize(from)?;
        super::from_words(&text).ok_or_else(|| {
            D::Error::custom("a time is written as 2026-11-30T09:42:43.120Z, from 1970 to 9998")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_back() {
        for (time, words) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (1, "1970-01-01T00:00:00.001Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_780_135_363_120, "2026-05-30T10:02:43.120Z"),
            (253_370_764_799_999, "9998-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(to_words(time), words);
            assert_eq!(from_words(words), Some(time));
        }
        assert_eq!(to_words(u64::MAX), "9999-12-31T23:59:59.999Z");
        for words in [
            "",
            "2026-05-30",
            "2026-05-30T10:02:43Z",
            "2026-05-30T10:02:43.120",
            "2026-05-30T24:00:00.000Z",
            "2026-05-30T10:60:43.120Z",
            "2026-05-30T10:02:60.120Z",
            "2026-02-30T10:02:43.120Z",
            "2026-05-30T+1:02:43.120Z",
            "2026-05-30T1é:02:43.12Z",
            "1969-12-31T23:59:59.999Z",
            "9999-01-01T00:00:00.000Z",
            "2026-05-30T10:02:43.120ZZ",
        ] {
            assert_eq!(from_words(words), None, "{words}");
        }
    }
}
