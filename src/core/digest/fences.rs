//! Blocks of code in Markdown: what stands there is text, and no entry.

use super::lines::{Line, part};
use super::needles::{Next, find_from};

/// What opens a block and closes it.
const MARKS: [&str; 2] = ["```", "~~~"];

/// Of what a block is said to be that is read like all around it.
const TRANSPARENT: [&str; 3] = ["markdown", "md", "text"];

/// Which lines of a text stand in blocks of code.
#[derive(Debug, Default)]
pub(super) struct Fences {
    /// The place behind the block that was opened last.
    end: usize,
    /// Where the line starts that closes a block whose lines are read.
    closes: Option<usize>,
    /// Whether a visible line was seen.
    begun: bool,
    closing: [Next; MARKS.len()],
}

impl Fences {
    /// Whether a line stands in a block of code or is one of its marks. The lines are asked for in
    /// their order.
    ///
    /// A block that is not closed hides nothing. Nor does one that starts the text or says that it
    /// is Markdown: digests are copied in such blocks.
    pub(super) fn hide(&mut self, text: &str, line: Line) -> bool {
        if line.start < self.end || self.closes == Some(line.start) {
            return true;
        }
        let content = line.text(text).trim_start_matches([' ', '\t', '\u{feff}']);
        let is_first = !self.begun;
        self.begun |= !content.is_empty();
        let mut kinds = MARKS.iter().zip(&mut self.closing);
        let Some((mark, closing)) = kinds.find(|(mark, _)| content.starts_with(**mark)) else {
            return false;
        };
        let info = content.trim_start_matches(['`', '~']).trim();
        if info.contains('`') {
            return false;
        }
        let find = |from| closing_line(text, from, mark);
        let Some(close) = closing.at_or_after(line.next, find) else {
            return false;
        };
        if is_first || TRANSPARENT.contains(&info) {
            self.closes = Some(close);
        } else {
            self.end = Line::at(text, close, 1).map_or(close, |line| line.next);
        }
        true
    }
}

/// Where the first line starts, at or after the start of one, that has nothing but such a mark.
fn closing_line(text: &str, from: usize, mark: &str) -> Option<usize> {
    let mut start = from;
    loop {
        let at = find_from(text, start, mark)?;
        let before = part(text, &(start..at));
        let line_start = memchr::memrchr2(b'\n', b'\r', before.as_bytes());
        let line_start = line_start.map_or(start, |end| start + end + 1);
        let line = Line::at(text, line_start, 1)?;
        let is_mark = |c: char| mark.starts_with(c);
        if line.text(text).trim().trim_matches(is_mark).is_empty() {
            return Some(line_start);
        }
        start = line.next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::digest::lines::lines;

    /// The lines that are no code.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut fences = Fences::default();
        let seen: Vec<&str> = lines(text)
            .filter(|line| !fences.hide(text, *line))
            .map(|line| line.text(text))
            .collect();
        assert_eq!(seen, expected, "{text:?}");
    }

    #[test]
    fn code_is_between_marks() {
        check("a\n```\nb\n```\nc", &["a", "c"]);
        check("a\n  ~~~ sh\nb\n```\nc\n  ~~~~\nd", &["a", "d"]);
        check("a\n```\nb\n```sh\nc\n```\n```\nd\n```", &["a"]);
        check("a\r\n```\r\nb\r\n```\r\nc", &["a", "c"]);
    }

    #[test]
    fn what_is_not_closed_or_holds_all_hides_nothing() {
        check("a\n```\nb", &["a", "```", "b"]);
        check(
            "a\n```b``` c\nd\n```\ne",
            &["a", "```b``` c", "d", "```", "e"],
        );
        check("\n```\na\n```\nb\n```\nc\n```", &["", "a", "b"]);
        check("a\n```markdown\nb\n```\nc", &["a", "b", "c"]);
    }
}
