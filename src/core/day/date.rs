//! Dates as far as they are known: to the day, the month or the year.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Day, MONTHS, NotADay, days_in_month};

/// A day, a whole month or a whole year of the calendar. Orders by its first day; of those that
/// start on one day the shorter one comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Date {
    first: Day,
    precision: Precision,
}

/// How closely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

impl Date {
    /// A month (1 to 12) of a year (1000 to 9999), if the calendar has it.
    pub fn month(year: u16, month: u8) -> Option<Self> {
        let first = Day::new(year, month, 1)?;
        Some(Self {
            first,
            precision: Precision::Month,
        })
    }

    /// A year, 1000 to 9999.
    pub fn year(year: u16) -> Option<Self> {
        let first = Day::new(year, 1, 1)?;
        Some(Self {
            first,
            precision: Precision::Year,
        })
    }

    /// The date that has just the days from one to another.
    pub fn spanning(first: Day, last: Day) -> Option<Self> {
        let year = Self::year(first.year());
        let of = [
            Some(Self::from(first)),
            Self::month(first.year(), first.month()),
            year,
        ];
        let mut of = of.into_iter().flatten();
        of.find(|date| date.first() == first && date.last() == last)
    }

    /// How closely it is known.
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Its first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Day {
        let Day { year, month, .. } = self.first;
        let (month, of_month) = match self.precision {
            Precision::Day => return self.first,
            Precision::Month => (month, days_in_month(year, month)),
            Precision::Year => (12, 31),
        };
        Day {
            year,
            month,
            of_month,
        }
    }

    /// The day, where it is known.
    pub fn exact(self) -> Option<Day> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// Whether all days of another lie in it.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last() <= self.last()
    }

    /// The date as a reader writes it: `Thu 24 Dec 2020`, `Dec 2020`, `2020`.
    pub fn long(self) -> String {
        let month = MONTHS[usize::from(self.first.month) - 1];
        match self.precision {
            Precision::Day => self.first.long(),
            Precision::Month => format!("{month} {}", self.first.year),
            Precision::Year => self.first.year.to_string(),
        }
    }
}

impl From<Day> for Date {
    fn from(day: Day) -> Self {
        Self {
            first: day,
            precision: Precision::Day,
        }
    }
}

/// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Day { year, month, .. } = self.first;
        match self.precision {
            Precision::Day => self.first.fmt(f),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Year => write!(f, "{year:04}"),
        }
    }
}

impl FromStr for Date {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        match text.len() {
            4 => {
                let first: Day = format!("{text}-01-01").parse()?;
                Self::year(first.year)
            }
            7 => {
                let first: Day = format!("{text}-01").parse()?;
                Self::month(first.year, first.month)
            }
            _ => return text.parse().map(|day: Day| Self::from(day)),
        }
        .ok_or(NotADay)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn dates_print_as_they_parse_and_know_their_days() {
        for (text, first, last, long) in [
            ("2020-12-24", "2020-12-24", "2020-12-24", "Thu 24 Dec 2020"),
            ("2020-02", "2020-02-01", "2020-02-29", "Feb 2020"),
            ("2020", "2020-01-01", "2020-12-31", "2020"),
        ] {
            let date = date(text);
            assert_eq!(date.to_string(), text);
            assert_eq!(date.first().to_string(), first);
            assert_eq!(date.last().to_string(), last);
            assert_eq!(date.long(), long);
            assert_eq!(Date::spanning(date.first(), date.last()), Some(date));
        }
        for text in ["", "20", "2020-13", "2020-1", "20201", "2020-02-30", "日本"] {
            assert_eq!(text.parse::<Date>(), Err(NotADay), "{text}");
        }
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(Date::spanning(day("2020-12-24"), day("2020-12-31")), None);
    }

    #[test]
    fn dates_lie_in_each_other_and_have_an_order() {
        assert!(date("2020").contains(date("2020-12")));
        assert!(date("2020-12").contains(date("2020-12-31")));
        assert!(date("2020").contains(date("2020")));
        assert!(!date("2020-12").contains(date("2020")));
        assert!(!date("2020-12").contains(date("2021-01-01")));
        let sorted = ["2019-12-31", "2020-01-01", "2020-01", "2020", "2020-01-02"];
        assert!(sorted.map(date).is_sorted());
    }
}
