//! Lines of places that are asked for nearly in order.

use crate::core::digest::lines::line_ends;

/// Remembers where the last place was, so that the next one costs only the way to it.
#[derive(Debug)]
pub(super) struct Cursor {
    at: usize,
    line: u32,
}

impl Cursor {
    /// At the start of a text.
    pub(super) const START: Self = Self { at: 0, line: 1 };

    /// The line of a place, from 1.
    pub(super) fn line(&mut self, text: &str, at: usize) -> u32 {
        let between = text.get(self.at.min(at)..self.at.max(at));
        let ends = line_ends(between.unwrap_or_default());
        self.line = if at > self.at {
            self.line.saturating_add(ends)
        } else {
            self.line.saturating_sub(ends)
        };
        self.at = at;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_any_order() {
        let text = "aé\r\nbü\rc\n\nd";
        let places: Vec<usize> = (0..=text.len())
            .filter(|at| text.is_char_boundary(*at) && *at != 4)
            .collect();
        let mut cursor = Cursor::START;
        for step in [1, 3, 7, 5] {
            for index in 0..places.len() {
                let at = places[index * step % places.len()];
                let expected = line_ends(text.split_at(at).0) + 1;
                assert_eq!(cursor.line(text, at), expected, "{at}");
            }
        }
    }
}
