//! Lines of a text: LF, CRLF and a lone CR end one. U+2028 does not: inside a line it is white
//! space.

use std::ops::Range;

use crate::core::text::Span;

/// A line of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: u32,
    /// Where it starts in the text.
    pub(super) start: usize,
    /// Where its text ends.
    pub(super) end: usize,
    /// Where the next line starts.
    pub(super) next: usize,
}

impl Line {
    /// The line that starts at a place, if the text goes on there.
    pub(super) fn at(text: &str, start: usize, number: u32) -> Option<Self> {
        let rest = text
            .as_bytes()
            .get(start..)
            .filter(|rest| !rest.is_empty())?;
        let (end, next) = match memchr::memchr2(b'\n', b'\r', rest) {
            Some(at) if rest.get(at..).is_some_and(|end| end.starts_with(b"\r\n")) => (at, at + 2),
            Some(at) => (at, at + 1),
            None => (rest.len(), rest.len()),
        };
        Some(Self {
            number,
            start,
            end: start + end,
            next: start + next,
        })
    }

    /// The line after this one.
    pub(super) fn following(self, text: &str) -> Option<Self> {
        Self::at(text, self.next, self.number.saturating_add(1))
    }

    /// The line's text.
    pub(super) fn text(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the text ended before the line did.
    pub(super) fn is_unended(self) -> bool {
        self.next == self.end
    }

    /// The place of the line's text.
    pub(super) fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// The lines of a text from its start.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line> + '_ {
    std::iter::successors(Line::at(text, 0, 1), |line| line.following(text))
}

/// What stands at a place of a text; nothing where the text has no such place.
pub(super) fn part<'t>(text: &'t str, place: &Range<usize>) -> &'t str {
    text.get(place.clone()).unwrap_or_default()
}

/// The part of a range without white space around.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = part(text, &range);
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// How many lines end in a piece of text that does not cut a CRLF in two.
pub(super) fn line_ends(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let crs = memchr::memchr_iter(b'\r', bytes)
        .filter(|at| bytes.get(at + 1) != Some(&b'\n'))
        .count();
    let ends = memchr::memchr_iter(b'\n', bytes).count() + crs;
    u32::try_from(ends).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let seen: Vec<&str> = lines(text).map(|line| line.text(text)).collect();
        assert_eq!(seen, expected, "{text:?}");
    }

    #[test]
    fn three_kinds_of_line_end() {
        check("a\nb\r\nc\rd", &["a", "b", "c", "d"]);
        check("a\n\n\r\r\nb\n", &["a", "", "", "", "b"]);
        check("a\u{2028}b", &["a\u{2028}b"]);
        check("", &[]);
    }
}
