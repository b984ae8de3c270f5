//! Puts a [`RichText`] together: white space collapsed, styles nested.

use crate::core::text::{RichText, Span, Style, Styled};

/// How deep styles may nest; what is deeper stays text without a style.
const MAX_DEPTH: usize = 16;

/// Names a style from its opening to its closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A tag: the number of its opening.
    Tag(usize),
    /// A LaTeX group: the place of its closing brace.
    Group(usize),
    /// A style that is opened and closed at once.
    Leaf,
}

/// White space that is written only when something visible follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Break,
}

/// A style whose end is not known yet.
#[derive(Debug)]
struct Open {
    key: Key,
    /// Its index in the styles, or the style itself as long as nothing visible stands in it.
    state: Result<usize, Style>,
}

/// The text so far.
#[derive(Debug)]
pub(super) struct Writer {
    plain: String,
    styles: Vec<Styled>,
    open: Vec<Open>,
    /// How many of the open styles, counted from the innermost, hold nothing visible yet.
    unresolved: usize,
    gap: Gap,
}

impl Writer {
    /// An empty text that will have about this many bytes.
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            plain: String::with_capacity(capacity),
            styles: Vec::new(),
            open: Vec::new(),
            unresolved: 0,
            gap: Gap::None,
        }
    }

    /// Adds text: white space collapses to one space, NUL is left out.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let len = if c.is_ascii_graphic() && self.gap == Gap::None && self.unresolved == 0 {
                let run = graphic_run(rest.as_bytes());
                self.plain.push_str(rest.get(..run).unwrap_or_default());
                run
            } else {
                self.char(c);
                c.len_utf8()
            };
            rest = rest.get(len..).unwrap_or_default();
        }
    }

    /// Adds one character, as [`text`](Self::text) does.
    pub(super) fn char(&mut self, c: char) {
        if c.is_whitespace() {
            self.gap = self.gap.max(Gap::Space);
        } else if c != '\0' {
            self.begin_visible();
            self.plain.push(c);
        }
    }

    /// Ends a paragraph.
    pub(super) fn paragraph(&mut self) {
        self.gap = Gap::Break;
    }

    /// Starts a style. A link inside a link is not one.
    pub(super) fn open(&mut self, key: Key, style: Style) {
        let nested_link = matches!(style, Style::Link(_)) && self.in_link();
        if self.open.len() < MAX_DEPTH && !nested_link {
            self.open.push(Open {
                key,
                state: Err(style),
            });
            self.unresolved += 1;
        }
    }

    /// Ends a style, and with it those that were opened inside of it and are still open. Nothing
    /// happens when it has ended already.
    pub(super) fn close(&mut self, key: Key) {
        if let Some(depth) = self.open.iter().rposition(|open| open.key == key) {
            self.close_down_to(depth);
        }
    }

    /// Adds text that has one style of its own.
    pub(super) fn leaf(&mut self, text: &str, style: Style) {
        self.open(Key::Leaf, style);
        self.text(text);
        self.close(Key::Leaf);
    }

    /// Whether a link is open.
    pub(super) fn in_link(&self) -> bool {
        self.open.iter().any(|open| match &open.state {
            Ok(index) => {
                let styled = self.styles.get(*index);
                styled.is_some_and(|styled| matches!(styled.style, Style::Link(_)))
            }
            Err(style) => matches!(style, Style::Link(_)),
        })
    }

    /// The finished text.
    pub(super) fn finish(mut self) -> RichText {
        self.close_down_to(0);
        // To give a few bytes back costs more than they are worth.
        if self.plain.capacity() - self.plain.len() > self.plain.len() / 16 + 16 {
            self.plain.shrink_to_fit();
        }
        RichText {
            plain: self.plain,
            styles: self.styles,
        }
    }

    /// Writes the gap and lets the styles that wait for something visible begin here.
    fn begin_visible(&mut self) {
        if !self.plain.is_empty() {
            match self.gap {
                Gap::None => {}
                Gap::Space => self.plain.push(' '),
                Gap::Break => self.plain.push('\n'),
            }
        }
        self.gap = Gap::None;
        let first = self.open.len() - self.unresolved;
        for open in self.open.iter_mut().skip(first) {
            let index = self.styles.len();
            if let Err(style) = std::mem::replace(&mut open.state, Ok(index)) {
                let start = self.plain.len();
                self.styles.push(Styled {
                    span: Span::new(start, start),
                    style,
                });
            }
        }
        self.unresolved = 0;
    }

    fn close_down_to(&mut self, depth: usize) {
        let end = Span::new(0, self.plain.len()).end;
        for open in self.open.drain(depth..) {
            let styled = open.state.ok().and_then(|index| self.styles.get_mut(index));
            if let Some(styled) = styled {
                styled.span.end = end;
            }
        }
        self.unresolved = self.unresolved.min(
            self.open
                .iter()
                .rev()
                .take_while(|open| open.state.is_err())
                .count(),
        );
    }
}

/// The length of the longest start that is written as it stands: visible ASCII with single spaces
/// between.
///
/// Eight bytes at a time as long as all of them are such; the rest one by one.
fn graphic_run(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    loop {
        while let Some((word, after)) = rest.split_first_chunk::<8>()
            && is_regular(u64::from_le_bytes(*word))
            && (word[7] != b' ' || after.first().is_some_and(u8::is_ascii_graphic))
        {
            rest = after;
        }
        for _ in 0..8 {
            let next_is_graphic = || rest.get(1).is_some_and(u8::is_ascii_graphic);
            match rest.split_first() {
                Some((first, after))
                    if first.is_ascii_graphic() || (*first == b' ' && next_is_graphic()) =>
                {
                    rest = after;
                }
                _ => return bytes.len() - rest.len(),
            }
        }
    }
}

/// Whether eight bytes are all visible ASCII or single spaces. Never wrongly so; wrongly not in
/// rare cases, where a borrow runs over.
fn is_regular(word: u64) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = ONES << 7;
    // The high bit of each byte that is zero (Mycroft, 1987).
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGH;
    let below_space = word.wrapping_sub(ONES * 0x20) & !word & HIGH;
    let spaces = zeros(word ^ (ONES * 0x20));
    (word & HIGH) | below_space | zeros(word ^ (ONES * 0x7f)) | (spaces & (spaces << 8)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What [`graphic_run`] does, byte by byte.
    fn plain_run(bytes: &[u8]) -> usize {
        let goes_on = |at: &usize| {
            let next_is_graphic = bytes.get(at + 1).is_some_and(u8::is_ascii_graphic);
            bytes[*at].is_ascii_graphic() || (bytes[*at] == b' ' && next_is_graphic)
        };
        (0..bytes.len()).take_while(goes_on).count()
    }

    #[test]
    fn eight_at_a_time_is_one_at_a_time() {
        let odd = [b' ', b'\n', 0, 0x1f, 0x7f, 0x80, 0xc3, 0xff, b'!', b'~'];
        for len in 0..40 {
            for at in 0..len {
                for byte in odd {
                    for second in odd {
                        let mut bytes = vec![b'a'; len];
                        bytes[at] = byte;
                        if at + 1 < len {
                            bytes[at + 1] = second;
                        }
                        assert_eq!(graphic_run(&bytes), plain_run(&bytes), "{bytes:?}");
                    }
                }
            }
        }
        let words = b"one two three four five  six".repeat(3);
        for from in 0..words.len() {
            assert_eq!(graphic_run(&words[from..]), plain_run(&words[from..]));
        }
    }
}
