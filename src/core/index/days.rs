//! The days of the library.

use super::narrow;
use crate::core::binary::{Decoder, Encoder};
use crate::core::day::Day;

/// The days of the library and their numbers, by arrival.
#[derive(Debug, Default)]
pub(in crate::core) struct Days {
    numbered: Vec<Day>,
    /// As a query writes them.
    names: Vec<String>,
    /// The numbers, by day.
    sorted: Vec<u32>,
}

impl Days {
    /// The days by number.
    pub(in crate::core) fn days(&self) -> &[Day] {
        &self.numbered
    }

    /// The numbers in the order of the days.
    pub(in crate::core) fn sorted(&self) -> &[u32] {
        &self.sorted
    }

    /// A day as a query writes it.
    pub(in crate::core) fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", String::as_str)
    }

    /// The number of a day, a new one if need be.
    pub(super) fn number(&mut self, day: Day) -> u32 {
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

    /// The days by number, to be kept.
    pub(super) fn encode(&self, out: &mut Encoder) {
        out.put(&self.numbered);
    }

    /// Reads what [`Days::encode`] wrote.
    pub(super) fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let numbered: Vec<Day> = from.get()?;
        let count = numbered.len();
        let mut days = Self::default();
        for day in numbered {
            days.number(day);
        }
        // Each once, or numbers would mean other days.
        (days.numbered.len() == count).then_some(days)
    }

    fn place(&self, day: Day) -> Result<usize, usize> {
        self.sorted
            .binary_search_by_key(&day, |at| self.numbered[*at as usize])
    }
}
