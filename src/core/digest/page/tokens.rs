//! The tags and texts of a page in their order, without a tree.
//!
//! Nothing is looked for twice: where the next `>` and the next quotation mark of either kind stand
//! is remembered, so that whatever the page is, all tokens together read it a few times.

use crate::core::digest::lines::part;
use crate::core::digest::needles::{Next, find_from};

/// One piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::core::digest) enum Token<'t> {
    /// A start tag.
    Start(Tag<'t>),
    /// An end tag, of the element of this name.
    End(&'t str),
    /// Text, with its entities as they stand.
    Text(&'t str),
    /// What a script that holds TeX says.
    Tex(&'t str),
    /// What is no part of the text: a comment, a script, a style sheet.
    Nothing,
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::core::digest) struct Tag<'t> {
    /// The element's name as it is written.
    pub(in crate::core::digest) name: &'t str,
    /// What stands behind the name.
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// Whether the element is called so.
    pub(in crate::core::digest) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, with its entities as they stand.
    pub(in crate::core::digest) fn attribute(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let len = rest
                .bytes()
                .position(|b| b.is_ascii_whitespace() || matches!(b, b'=' | b'/'))
                .unwrap_or(rest.len());
            let (found, after) = rest.split_at_checked(len.max(1))?;
            let (value, after) = value(after.trim_ascii_start());
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after;
        }
    }
}

/// The value behind an attribute's name, empty where none is given, and what follows it.
fn value(after: &str) -> (&str, &str) {
    let Some(value) = after.strip_prefix('=').map(str::trim_ascii_start) else {
        return ("", after);
    };
    for quote in ['"', '\''] {
        if let Some(quoted) = value.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let len = value.bytes().position(|b| b.is_ascii_whitespace());
    value.split_at(len.unwrap_or(value.len()))
}

/// Where the next of each of these stands in a page.
#[derive(Debug, Default)]
pub(in crate::core::digest) struct Tokens {
    close: Next,
    double: Next,
    single: Next,
    comment_end: Next,
    script_end: Next,
    style_end: Next,
    /// Whether a tag ran over the end of the text because a quotation mark in it is odd.
    runs_over: bool,
}

impl Tokens {
    /// The token at a place, and where it ends; `None` at the end of the text.
    pub(in crate::core::digest) fn next<'t>(
        &mut self,
        text: &'t str,
        at: usize,
    ) -> Option<(Token<'t>, usize)> {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        if !rest.starts_with('<') {
            let len = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
            return Some((Token::Text(part(text, &(at..at + len))), at + len));
        }
        let tag = self.tag(text, at, rest);
        Some(tag.unwrap_or((Token::Text(part(text, &(at..at + 1))), at + 1)))
    }

    /// The tag or comment that starts at a `<`; `None` where it is a character as others are.
    fn tag<'t>(&mut self, text: &'t str, at: usize, rest: &'t str) -> Option<(Token<'t>, usize)> {
        if rest.starts_with("<!--") {
            let end = self
                .comment_end
                .at_or_after(at, |from| find_from(text, from, "-->"))?;
            return Some((Token::Nothing, end + 3));
        }
        let second = *rest.as_bytes().get(1)?;
        if matches!(second, b'!' | b'?') {
            let end = self.close.at_or_after(at, |from| find(text, from, b'>'))?;
            return Some((Token::Nothing, end + 1));
        }
        let is_end = second == b'/';
        let name_at = at + 1 + usize::from(is_end);
        if !text.as_bytes().get(name_at)?.is_ascii_alphabetic() {
            return None;
        }
        let name = text.get(name_at..)?;
        let len = name
            .bytes()
            .position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b':')))
            .unwrap_or(name.len());
        let name = name.get(..len)?;
        let name_end = name_at + len;
        let end = self.end_of_tag(text, name_end)?;
        if is_end {
            return Some((Token::End(name), end + 1));
        }
        let tag = Tag {
            name,
            attributes: text.get(name_end..end)?,
        };
        if tag.is("script") || tag.is("style") {
            let (next, tag_end) = if tag.is("script") {
                (&mut self.script_end, "</script")
            } else {
                (&mut self.style_end, "</style")
            };
            // A script that is not closed hides nothing.
            let close = next.at_or_after(end, |from| find_from(text, from, tag_end));
            let close = close.unwrap_or(end + 1);
            let is_tex = tag
                .attribute("type")
                .is_some_and(|of| of.starts_with("math/tex"));
            let token = if is_tex {
                Token::Tex(part(text, &(end + 1..close)))
            } else {
                Token::Nothing
            };
            return Some((token, close));
        }
        Some((Token::Start(tag), end + 1))
    }

    /// Where the `>` of a tag stands: the first one outside of quoted values. A value that is not
    /// closed ends with the tag, and so does every value from the first tag on that would run over
    /// the text's end by going on behind its values: the next one would run as far.
    fn end_of_tag(&mut self, text: &str, from: usize) -> Option<usize> {
        let first = self
            .close
            .at_or_after(from, |from| find(text, from, b'>'))?;
        let mut at = from;
        loop {
            let close = self.close.at_or_after(at, |from| find(text, from, b'>'));
            let Some(close) = close.filter(|_| !self.runs_over) else {
                self.runs_over = true;
                return Some(first);
            };
            let before = text.as_bytes().get(at..close)?;
            let Some(quote) = opening_quote(before) else {
                return Some(close);
            };
            let quote_at = at + quote;
            let is_double = text.as_bytes().get(quote_at) == Some(&b'"');
            let end = if is_double {
                self.double
                    .at_or_after(quote_at + 1, |from| find(text, from, b'"'))
            } else {
                self.single
                    .at_or_after(quote_at + 1, |from| find(text, from, b'\''))
            };
            match end {
                Some(end) => at = end + 1,
                None => return Some(close),
            }
        }
    }
}

/// The place of a quotation mark that opens a value: one behind a `=`.
fn opening_quote(bytes: &[u8]) -> Option<usize> {
    memchr::memchr2_iter(b'"', b'\'', bytes).find(|at| {
        let before = bytes.get(..*at).unwrap_or_default();
        before.trim_ascii_end().ends_with(b"=")
    })
}

fn find(text: &str, from: usize, byte: u8) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    memchr::memchr(byte, rest).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Tokens::default();
        let mut at = 0;
        let mut seen = Vec::new();
        while let Some((token, end)) = tokens.next(text, at) {
            assert!(end > at, "{text}");
            at = end;
            seen.push(match token {
                Token::Start(tag) => {
                    let class = tag.attribute("class").map(|class| format!(".{class}"));
                    format!("<{}{}", tag.name, class.unwrap_or_default())
                }
                Token::End(name) => format!("/{name}"),
                Token::Text(text) => text.to_owned(),
                Token::Tex(tex) => format!("${tex}$"),
                Token::Nothing => "-".to_owned(),
            });
        }
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn tags_and_texts_in_their_order() {
        check(
            "a<p class='x y'>b</p><!-- <p> -->c<BR/>",
            &["a", "<p.x y", "b", "/p", "-", "c", "<BR"],
        );
        check("<a title=\"1 > 0\" class = z>b</a >", &["<a.z", "b", "/a"]);
        check("<!DOCTYPE html><i>", &["-", "<i"]);
    }

    #[test]
    fn scripts_are_no_text_but_those_of_tex() {
        check(
            "<script>a<b</script>c<style>d</style>",
            &["-", "/script", "c", "-", "/style"],
        );
        check(
            "<script type=\"math/tex\">x<y</script>",
            &["$x<y$", "/script"],
        );
        check("<script>a<b>", &["-", "a", "<b"]);
    }

    #[test]
    fn what_only_looks_like_a_tag_is_text() {
        check("1 < 2 <", &["1 ", "<", " 2 ", "<"]);
        check("<a href=\"x", &["<", "a href=\"x"]);
        check("<a class=\"x>b", &["<a.x", "b"]);
        check("<p it's>b", &["<p", "b"]);
        // Values that hide all other brackets hide none.
        check("<a b=\"x>y\" <i>z", &["<a", "z"]);
        check("<a b=\"x>y\" c", &["<a", "y\" c"]);
        check("<a b=\"x>\" <a b=\"y>\"", &["<a", "\" ", "<a", "\""]);
    }
}
