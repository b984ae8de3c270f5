//! What a line of a digest with labelled fields is.

use std::ops::Range;

use crate::core::digest::lines::Line;
pub(super) use crate::core::digest::lines::trimmed;

/// What a line is by its first characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing visible.
    Blank,
    /// `---`
    Rule,
    /// A heading with so many `#`.
    Heading(usize),
    /// `- …`, `* …` or `+ …`
    Bullet,
    /// `<details>`, `<summary>` or `</details>`
    Details,
    /// Anything else.
    Text,
}

impl Shape {
    /// Goes by what a line starts with; it has neither indentation nor quote mark.
    pub(super) fn of(content: &str) -> Self {
        let hashes = content.bytes().take_while(|b| *b == b'#').count();
        let starts = |start: &str| {
            content
                .get(..start.len())
                .is_some_and(|c| c.eq_ignore_ascii_case(start))
        };
        if content.is_empty() {
            Self::Blank
        } else if (1..=6).contains(&hashes)
            && content
                .get(hashes..)
                .is_some_and(|name| name.starts_with([' ', '\t']))
        {
            Self::Heading(hashes)
        } else if ["- ", "* ", "+ "].iter().any(|mark| starts(mark)) {
            Self::Bullet
        } else if content.len() > 2 && content.bytes().all(|b| b == b'-') {
            Self::Rule
        } else if ["<details", "</details", "<summary"]
            .iter()
            .any(|tag| starts(tag))
        {
            Self::Details
        } else {
            Self::Text
        }
    }
}

/// Where the text of a line stands: without indentation and trailing white space, and without the
/// quote mark where all is quoted.
pub(super) fn content(text: &str, line: Line, quoted: bool) -> Range<usize> {
    // Files put together by hand keep the byte-order mark of each.
    let whole = line
        .text(text)
        .trim_end()
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    let start = match whole.strip_prefix('>').filter(|_| quoted) {
        Some(inside) => inside.trim_start(),
        None => whole,
    };
    let end = line.start + line.text(text).trim_end().len();
    end.saturating_sub(start.len())..end
}

/// Where a line is all in `*…*` or `_…_`, as digests set authors: what stands inside.
pub(super) fn italics(content: &str) -> Option<&str> {
    let inside = ['*', '_']
        .iter()
        .find_map(|mark| content.strip_prefix(*mark)?.strip_suffix(*mark))?;
    let plain = !inside.starts_with(['*', '_', ' ']) && !inside.ends_with(['*', '_']);
    (plain && !inside.is_empty()).then_some(inside)
}
