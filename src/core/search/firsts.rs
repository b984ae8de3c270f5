//! The tokens of a text that begin with certain letters, without a closer look at the others.

use crate::core::text::Span;
use crate::core::words::tokens::each_token;

/// The letters of ASCII with which tokens begin that are looked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Firsts([u64; 2]);

/// What a byte is to the end of a token.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// It ends one.
    Between,
    /// A letter or a digit of ASCII.
    Plain,
    /// A backslash or a part of a character beyond ASCII: what tokens it makes, [`each_token`]
    /// knows.
    Other,
}

/// The kind of each byte.
static KINDS: [Kind; 256] = {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            kinds[byte as usize] = Kind::Plain;
        } else if byte != b'\\' {
            kinds[byte as usize] = Kind::Between;
        }
        byte += 1;
    }
    kinds
};

impl Firsts {
    /// Looks for tokens that begin as this one does.
    pub(super) fn add(&mut self, token: &str) {
        if let Some(first) = token.bytes().next().filter(u8::is_ascii) {
            for letter in [first, first.to_ascii_uppercase()] {
                self.0[usize::from(letter / 64)] |= 1 << (letter % 64);
            }
        }
    }

    /// Calls `each` with the tokens that begin so, with their places and their numbers among all
    /// tokens of the text; and with some that begin otherwise.
    pub(super) fn tokens(self, text: &str, mut each: impl FnMut(&str, Span, usize)) {
        let bytes = text.as_bytes();
        let kind = |at: usize| {
            let byte = bytes.get(at);
            byte.map_or(Kind::Between, |byte| KINDS[usize::from(*byte)])
        };
        let mut lower = String::new();
        let (mut at, mut number) = (0, 0);
        while at < bytes.len() {
            let start = at;
            let is_other = |byte: &u8| KINDS[usize::from(*byte)] != Kind::Plain;
            at += bytes[at..]
                .iter()
                .position(is_other)
                .unwrap_or(bytes.len() - at);
            if kind(at) == Kind::Other {
                // No token goes on behind a space, and no command's meaning depends on what stands
                // there.
                let rest = bytes[at..].iter();
                at += rest.take_while(|byte| !byte.is_ascii_whitespace()).count();
                each_token(&text[start..at], &mut |token, span| {
                    let Span { start: from, end } = span;
                    each(
                        token,
                        Span::new(start + from as usize, start + end as usize),
                        number,
                    );
                    number += 1;
                });
            } else if at > start {
                let first = bytes[start];
                if self.0[usize::from(first / 64)] >> (first % 64) & 1 == 1 {
                    let word = &text[start..at];
                    let span = Span::new(start, at);
                    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                        lower.clear();
                        lower.push_str(word);
                        lower.make_ascii_lowercase();
                        each(&lower, span, number);
                    } else {
                        each(word, span, number);
                    }
                }
                number += 1;
            } else {
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::words::tokens::tokens;

    proptest! {
        #[test]
        fn as_all_tokens_would(
            text in "([aAbBc1]{0,4}|[éﬁ½²的]|\\\\(bf|alpha|mathcal|a)|[{}$ \n\t.,-]|\u{301}|\u{a0}){0,30}",
            wanted in prop::collection::vec("[abc1é]", 0..3),
        ) {
            let mut firsts = Firsts::default();
            for token in &wanted {
                firsts.add(token);
            }
            let begins = |token: &str| wanted.iter().any(|first| token.starts_with(first.as_str()));
            let mut seen = Vec::new();
            firsts.tokens(&text, |token, span, number| {
                if begins(token) {
                    seen.push((token.to_owned(), span, number));
                }
            });
            let (mut expected, mut number) = (Vec::new(), 0);
            tokens(&text, |token, span| {
                if begins(token) {
                    expected.push((token.to_owned(), span, number));
                }
                number += 1;
            });
            prop_assert_eq!(seen, expected);
        }
    }
}
