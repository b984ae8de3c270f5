//! Civil days: the only notion of time in a digest.

mod date;
mod months;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use self::date::{Date, Precision};

/// A day of the proleptic Gregorian calendar, without a time zone. Orders by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

impl Day {
    /// The day with this year (1000 to 9999), month (1 to 12) and day of the month, if the calendar
    /// has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1000..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= days_in_month(year, month);
        exists.then_some(Self {
            year,
            month,
            of_month: day,
        })
    }

    /// The year, four digits.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day_of_month(self) -> u8 {
        self.of_month
    }

    /// The month (1 to 12) that a word names, in English or another language that many write, whole
    /// or by its first letters, of which there are three at least.
    pub fn month_named(name: &str) -> Option<u8> {
        months::named(name)
    }

    /// Days since 1970-01-01, negative before it.
    ///
    /// Howard Hinnant's `days_from_civil`.
    pub fn days_since_epoch(self) -> i32 {
        let (month, day) = (i32::from(self.month), i32::from(self.of_month));
        let year = i32::from(self.year) - i32::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day so many days after 1970-01-01, or before it, if the calendar has it.
    ///
    /// Howard Hinnant's `civil_from_days`.
    pub fn since_epoch(days: i32) -> Option<Self> {
        let days = days.checked_add(719_468)?;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        let narrow = |number: i32| u8::try_from(number).ok();
        Self::new(u16::try_from(year).ok()?, narrow(month)?, narrow(day)?)
    }

    /// The day's English weekday in three letters.
    pub fn weekday(self) -> &'static str {
        // 1970-01-01 was a Thursday, the fourth of the list.
        let at = (self.days_since_epoch() + 3).rem_euclid(7);
        WEEKDAYS[usize::try_from(at).unwrap_or(0)]
    }

    /// The day after this one; the last of the calendar has none.
    pub fn following(self) -> Option<Self> {
        Self::new(self.year, self.month, self.of_month + 1)
            .or_else(|| Self::new(self.year, self.month + 1, 1))
            .or_else(|| Self::new(self.year + 1, 1, 1))
    }

    /// The day as a reader writes it: `Thu 24 Dec 2020`.
    pub fn long(self) -> String {
        // An answer names hundreds of days: letter by letter is several times as fast as a format.
        let digit = |number: u16| char::from_digit(u32::from(number % 10), 10).unwrap_or('0');
        let day = u16::from(self.of_month);
        let mut text = String::with_capacity("Thu 24 Dec 2020".len());
        text.push_str(self.weekday());
        text.push(' ');
        if day > 9 {
            text.push(digit(day / 10));
        }
        text.push(digit(day));
        text.push(' ');
        text.push_str(MONTHS[usize::from(self.month) - 1]);
        text.push(' ');
        text.extend([1000, 100, 10, 1].map(|unit| digit(self.year / unit)));
        text
    }
}

/// The number of days in a month that exists.
pub fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 31,
    }
}

/// `YYYY-MM-DD`
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

/// The text was not `YYYY-MM-DD`, or the calendar has no such day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let digits = |range: std::ops::Range<usize>| -> Option<u16> {
            let part = text.get(range)?;
            part.bytes()
                .all(|b| b.is_ascii_digit())
                .then(|| part.parse().ok())?
        };
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(NotADay);
        }
        let parts = (digits(0..4), digits(5..7), digits(8..10));
        let (Some(year), Some(month), Some(day)) = parts else {
            return Err(NotADay);
        };
        let narrow = |n: u16| u8::try_from(n).map_err(|_| NotADay);
        Self::new(year, narrow(month)?, narrow(day)?).ok_or(NotADay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_print_as_they_parse_and_know_their_weekday() {
        for (text, weekday, epoch) in [
            ("2020-12-24", "Thu", 18_620),
            ("1970-01-01", "Thu", 0),
            ("2000-02-29", "Tue", 11_016),
            ("1969-12-31", "Wed", -1),
        ] {
            let day: Day = text.parse().unwrap();
            assert_eq!(day.to_string(), text);
            assert_eq!(day.weekday(), weekday, "{text}");
            assert_eq!(day.days_since_epoch(), epoch, "{text}");
            assert_eq!(Day::since_epoch(epoch), Some(day), "{text}");
        }
        assert_eq!(
            "2020-12-24".parse::<Day>().unwrap().long(),
            "Thu 24 Dec 2020"
        );
    }

    #[test]
    fn a_day_follows_another() {
        for (day, next) in [
            ("2020-02-28", Some("2020-02-29")),
            ("2020-11-30", Some("2020-12-01")),
            ("2020-12-31", Some("2021-01-01")),
            ("9999-12-31", None),
        ] {
            let seen = day.parse::<Day>().unwrap().following();
            assert_eq!(seen.map(|day| day.to_string()).as_deref(), next, "{day}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_day() {
        for text in [
            "2021-02-29",
            "1900-02-29",
            "2020-13-01",
            "2020-1-01",
            "20-12-2412",
            "",
            "2020-12-2é",
            "+020-12-24",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }
}
