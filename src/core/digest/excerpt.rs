//! The lines around a place, as they stand in the file.

use std::ops::Range;

use super::lines::part;

/// How far the borders of a line are looked for, in bytes: a file of one line is not read through
/// for each place in it.
const NEAR: usize = 4096;
/// How many characters of a line are shown.
const WIDTH: usize = 400;
/// How many of them stand before the place, where the line is longer.
const BEFORE: usize = 80;

/// The line (its number from 1) in which a place stands, and its neighbours, with their numbers. Of
/// a long line the part around the place is shown.
pub(super) fn excerpt(text: &str, at: usize, number: u32) -> Vec<(u32, String)> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let line = Stretch::around(text, at);
    let mut lines = Vec::with_capacity(3);
    if let Some(before) = line.before(text).filter(|_| number > 1) {
        lines.push((number - 1, before.shown(text, before.range.start)));
    }
    lines.push((number, line.shown(text, at)));
    if let Some(after) = line.after(text) {
        lines.push((
            number.saturating_add(1),
            after.shown(text, after.range.start),
        ));
    }
    lines
}

/// A line, or the part of it that is near.
struct Stretch {
    range: Range<usize>,
    /// Whether the line starts before it, and whether it ends behind it.
    is_cut: [bool; 2],
}

impl Stretch {
    fn around(text: &str, at: usize) -> Self {
        let bytes = text.as_bytes();
        let from = text.floor_char_boundary(at.saturating_sub(NEAR));
        let to = text.ceil_char_boundary((at + NEAR).min(text.len()));
        let start = memchr::memrchr2(b'\n', b'\r', bytes.get(from..at).unwrap_or_default())
            .map(|end| from + end + 1);
        let end = memchr::memchr2(b'\n', b'\r', bytes.get(at..to).unwrap_or_default())
            .map(|end| at + end);
        Self {
            range: start.unwrap_or(from)..end.unwrap_or(to),
            is_cut: [
                start.is_none() && from > 0,
                end.is_none() && to < text.len(),
            ],
        }
    }

    /// The line before, or its near end.
    fn before(&self, text: &str) -> Option<Self> {
        let rest = part(text, &(0..self.range.start));
        let rest = rest.strip_suffix('\n').unwrap_or(rest);
        let end = rest.strip_suffix('\r').unwrap_or(rest).len();
        (!self.is_cut[0] && self.range.start > 0).then(|| Self::around(text, end))
    }

    /// The line after, if the text goes on there.
    fn after(&self, text: &str) -> Option<Self> {
        let rest = text.get(self.range.end..).unwrap_or_default();
        let rest = match rest.strip_prefix("\r\n") {
            Some(rest) => rest,
            None => rest.get(1..).unwrap_or_default(),
        };
        (!self.is_cut[1] && !rest.is_empty()).then(|| Self::around(text, text.len() - rest.len()))
    }

    /// The text, no longer than is shown, with marks where something was left out.
    fn shown(&self, text: &str, at: usize) -> String {
        let line = part(text, &self.range);
        let before = part(text, &(self.range.start..at)).chars().count();
        let all = line.chars().count();
        let skipped = if all > WIDTH {
            before.saturating_sub(BEFORE)
        } else {
            0
        };
        let mark = |cut: bool| if cut { "…" } else { "" };
        let part: String = line.chars().skip(skipped).take(WIDTH).collect();
        let head = mark(skipped > 0 || self.is_cut[0]);
        let tail = mark(all > skipped + WIDTH || self.is_cut[1]);
        format!("{head}{part}{tail}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, at: usize, number: u32, expected: &[(u32, &str)]) {
        let seen = excerpt(text, at, number);
        let seen: Vec<(u32, &str)> = seen.iter().map(|(n, line)| (*n, line.as_str())).collect();
        assert_eq!(seen, expected, "{at} of {text:?}");
    }

    #[test]
    fn a_line_and_its_neighbours() {
        let text = "one\ntwo\r\nthree\rfour";
        check(text, 0, 1, &[(1, "one"), (2, "two")]);
        check(text, 5, 2, &[(1, "one"), (2, "two"), (3, "three")]);
        check(text, 10, 3, &[(2, "two"), (3, "three"), (4, "four")]);
        check(text, text.len(), 4, &[(3, "three"), (4, "four")]);
        check("\n\n", 1, 2, &[(1, ""), (2, "")]);
        check("", 0, 1, &[(1, "")]);
    }

    #[test]
    fn of_an_endless_line_the_place_is_shown() {
        let text = format!("{}here{}", "é".repeat(9_000), "x".repeat(9_000));
        let seen = excerpt(&text, 18_000, 1);
        let [(1, line)] = &seen[..] else {
            panic!("{seen:?}")
        };
        assert!(line.starts_with("…é") && line.ends_with("x…"), "{line}");
        assert!(line.contains("éhere"), "{line}");
        assert_eq!(line.chars().count(), WIDTH + 2);
    }
}
