//! Lines and columns of places that are asked for nearly in order.

use crate::core::digest::lines::line_ends;

/// Remembers where the last place was, so that the next one costs only the way to it. In a file of one endless line, counting from the
/// line's start each time would not end.
#[derive(Debug)]
pub(super) struct Cursor {
    at: usize,
    line: u32,
    /// Where the line starts.
    start: usize,
    /// A place of the line up to which the characters are counted.
    counted: usize,
    /// How many they are.
    characters: usize,
}

impl Cursor {
    /// At the start of a text.
    pub(super) const START: Self = Self {
        at: 0,
        line: 1,
        start: 0,
        counted: 0,
        characters: 0,
    };

    /// The line of a place, from 1.
    pub(super) fn line(&mut self, text: &str, at: usize) -> u32 {
        let (from, to) = (self.at.min(at), self.at.max(at));
        let between = text.get(from..to).unwrap_or_default();
        let ends = line_ends(between);
        if ends > 0 {
            self.line = if at > self.at {
                self.line.saturating_add(ends)
            } else {
                self.line.saturating_sub(ends)
            };
            let before = text.get(..at).unwrap_or_default().as_bytes();
            self.start = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |end| end + 1);
            (self.counted, self.characters) = (self.start, 0);
        }
        self.at = at;
        self.line
    }

    /// Line and column of a place, both from 1.
    pub(super) fn place(&mut self, text: &str, at: usize) -> (u32, u32) {
        let line = self.line(text, at);
        let (from, to) = (self.counted.min(at), self.counted.max(at));
        let between = text.get(from..to).unwrap_or_default().chars().count();
        self.characters = if at > self.counted {
            self.characters + between
        } else {
            self.characters.saturating_sub(between)
        };
        self.counted = at;
        let column = u32::try_from(self.characters + 1).unwrap_or(u32::MAX);
        (line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_any_order() {
        let text = "aé\r\nbü\rc\n\nd";
        let expected = |at: usize| {
            let before = text.split_at(at).0;
            let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
            let column = before.split_at(start).1.chars().count() + 1;
            (line_ends(before) + 1, u32::try_from(column).unwrap())
        };
        let places: Vec<usize> = (0..=text.len())
            .filter(|at| text.is_char_boundary(*at) && *at != 4)
            .collect();
        let mut cursor = Cursor::START;
        for step in [1, 3, 7, 5] {
            for index in 0..places.len() {
                let at = places[index * step % places.len()];
                assert_eq!(cursor.place(text, at), expected(at), "{at}");
            }
        }
    }
}
