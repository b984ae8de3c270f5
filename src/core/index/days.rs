//! The dates of the library.

use super::narrow;
use crate::core::binary::{Decoder, Encoder};
use crate::core::day::Date;

/// The dates of the library and their numbers, by arrival: days, and of papers whose day is not
/// known months and years.
#[derive(Debug, Default)]
pub(in crate::core) struct Days {
    numbered: Vec<Date>,
    /// As a query writes them.
    names: Vec<String>,
    /// The numbers, by day.
    sorted: Vec<u32>,
}

impl Days {
    /// The dates by number.
    pub(in crate::core) fn days(&self) -> &[Date] {
        &self.numbered
    }

    /// The numbers in the order of the dates.
    pub(in crate::core) fn sorted(&self) -> &[u32] {
        &self.sorted
    }

    /// A date as a query writes it.
    pub(in crate::core) fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// The number of a date, a new one if need be.
    pub(super) fn number(&mut self, day: impl Into<Date>) -> u32 {
        let day = day.into();
        match self.place(day) {
            Ok(at) => self.sorted[at],
            Err(at) => {
                let number = narrow(self.numbered.len());
                self.numbered.push(day);
                self.names.push(day.to_string());
                self.sorted.insert(at, number);
                number
            }
        }
    }

    /// The dates by number, to be kept.
    pub(super) fn encode(&self, out: &mut Encoder) {
        out.put(&self.numbered);
    }

    /// Reads what [`Days::encode`] wrote.
    pub(super) fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let numbered: Vec<Date> = from.get()?;
        let count = numbered.len();
        let mut days = Self::default();
        for day in numbered {
            days.number(day);
        }
        // Each once, or numbers would mean other days.
        (days.numbered.len() == count).then_some(days)
    }

    fn place(&self, day: Date) -> Result<usize, usize> {
        self.sorted
            .binary_search_by_key(&day, |at| self.numbered[*at as usize])
    }
}
