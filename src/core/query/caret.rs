//! What is being written at the caret, for completion.
//!
//! The text need not be a good query: whoever types is in the midst of one. It is cut as the
//! [lexer](super::lexer) cuts it, up to the caret.

use std::ops::Range;

use super::fields::{FieldInfo, field_named};
use super::lexer::{end_of_pattern, is_operator, is_quote, run, starts_regex};
use super::parser::MAX_BYTES;

/// What is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The field before it, its own or that of the group it stands in.
    pub field: Option<&'static FieldInfo>,
    /// Whether a field may start here: not directly after one, not in its group, not in quotes.
    pub takes_field: bool,
    /// Whether it stands in quotes.
    pub quoted: bool,
    /// Its place in the text, in bytes, quotes included; it goes on behind the caret.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Its place without the quotes, whichever they are.
    pub inside: Range<usize>,
    /// What is written up to the caret, without an opening quote.
    pub typed: String,
}

/// What is being written at the caret, a place in bytes. `None` where nothing can be completed: in
/// a regex, after a closing quote or parenthesis, at an operator, and in a text that is too long
/// for a query.
///
/// ```
/// use digest_explorer::core::query::writing;
///
/// let written = writing("-task:(seg OR x)", 10).unwrap();
/// assert_eq!(written.field.map(|field| field.name), Some("task"));
/// assert_eq!((written.start, written.end, written.typed.as_str()), (7, 10, "seg"));
/// ```
pub fn writing(text: &str, caret: usize) -> Option<Writing> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let caret = (caret.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at))?;
    // The field of each open group, and the one directly before.
    let mut groups: Vec<Option<&'static FieldInfo>> = Vec::new();
    let mut field = None;
    let mut closed = false;
    let mut at = 0;
    while at < caret {
        let outer = groups.last().copied().flatten();
        let rest = &text[at..];
        let first = rest.chars().next()?;
        closed = false;
        match first {
            '(' => {
                groups.push(field.take().or(outer));
                at += 1;
            }
            ')' => {
                groups.pop();
                (field, closed) = (None, true);
                at += 1;
            }
            c if c.is_whitespace() => {
                field = None;
                at += c.len_utf8();
            }
            '-' => at += 1,
            '|' => {
                field = None;
                at += 1;
            }
            c if is_quote(c) => {
                let inside = at + c.len_utf8();
                let end = end_of_quote(text, inside);
                if end.is_none_or(|end| caret < end) {
                    return in_quotes(text, at, inside, end, caret, field.or(outer));
                }
                (field, closed) = (None, true);
                at = end?;
            }
            '/' if starts_regex(rest) => {
                let end = at + 2 + end_of_pattern(&rest[1..])?;
                if caret < end {
                    return None;
                }
                (field, closed) = (None, true);
                at = end + run(&text[end..]).len();
            }
            _ => {
                let word = run(rest);
                let end = at + word.len();
                let named = word
                    .split_once(':')
                    .and_then(|(name, _)| Some((field_named(name)?, name.len() + 1)));
                let start = at + named.map_or(0, |(_, len)| len);
                if caret <= end && start <= caret {
                    let typed = &text[start..caret];
                    if is_operator(word) {
                        return None;
                    }
                    return Some(Writing {
                        field: named.map(|(info, _)| info).or(field).or(outer),
                        takes_field: named.is_none() && field.is_none() && outer.is_none(),
                        quoted: false,
                        start,
                        end,
                        inside: start..end,
                        typed: typed.to_owned(),
                    });
                }
                field = named.map(|(info, _)| info).filter(|_| start == end);
                if caret < start {
                    // Within a field's name.
                    return Some(Writing {
                        field: outer,
                        takes_field: outer.is_none(),
                        quoted: false,
                        start: at,
                        end: start,
                        inside: at..start,
                        typed: text[at..caret].to_owned(),
                    });
                }
                at = end;
            }
        }
    }
    let outer = groups.last().copied().flatten();
    (!closed).then(|| Writing {
        field: field.or(outer),
        takes_field: field.is_none() && outer.is_none(),
        quoted: false,
        start: caret,
        end: caret,
        inside: caret..caret,
        typed: String::new(),
    })
}

/// What is written at a caret within quotes: where the opening one starts and ends, and where the
/// closing one ends if there is one.
fn in_quotes(
    text: &str,
    start: usize,
    inside: usize,
    end: Option<usize>,
    caret: usize,
    field: Option<&'static FieldInfo>,
) -> Option<Writing> {
    let closing = end.and_then(|end| text.get(inside..end)?.chars().next_back());
    let before = end.map_or(caret, |end| end - closing.map_or(0, char::len_utf8));
    Some(Writing {
        field,
        takes_field: false,
        quoted: true,
        start,
        end: end.unwrap_or(caret),
        inside: inside..before,
        typed: text.get(inside..caret)?.to_owned(),
    })
}

/// Behind the quote that closes a quoted text.
fn end_of_quote(text: &str, inside: usize) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text[inside..].char_indices() {
        if is_quote(c) && !escaped {
            return Some(inside + at + c.len_utf8());
        }
        escaped = c == '\\' && !escaped;
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is written at the `|`: field, what is replaced, what is typed, and whether a field may
    /// start.
    #[track_caller]
    fn check(marked: &str, expected: Option<(&str, &str, &str, bool)>) {
        let caret = marked.find('|').unwrap();
        let text = marked.replacen('|', "", 1);
        let found = writing(&text, caret);
        let seen = found.as_ref().map(|found| {
            let name = found.field.map_or("", |field| field.name);
            let replaced = &text[found.start..found.end];
            (name, replaced, found.typed.as_str(), found.takes_field)
        });
        assert_eq!(seen, expected, "{marked}");
    }

    #[test]
    fn words_and_fields() {
        check("|", Some(("", "", "", true)));
        check("seg|", Some(("", "seg", "seg", true)));
        check("gan seg|ment x", Some(("", "segment", "seg", true)));
        check("gan |", Some(("", "", "", true)));
        check("-seg|", Some(("", "seg", "seg", true)));
        check("=ga|", Some(("", "=ga", "=ga", true)));
        check("task:|", Some(("task", "", "", false)));
        check("-task:se|", Some(("task", "se", "se", false)));
        check("Category:cs.|CV", Some(("cat", "cs.CV", "cs.", false)));
        check("ta|sk:slam", Some(("", "task:", "ta", true)));
        check("(ta|", Some(("", "ta", "ta", true)));
        check("16:9|", Some(("", "16:9", "16:9", true)));
    }

    #[test]
    fn groups_hand_their_field_on() {
        check("task:(|", Some(("task", "", "", false)));
        check("task:(slam OR se|)", Some(("task", "se", "se", false)));
        check("task:(slam (-se|", Some(("task", "se", "se", false)));
        check("task:(slam) se|", Some(("", "se", "se", true)));
        check(
            "title:(a) author:(b OR c|",
            Some(("author", "c", "c", false)),
        );
    }

    #[test]
    fn quotes_and_regexes() {
        check("\"point cl|", Some(("", "\"point cl", "point cl", false)));
        check(
            "author:\"Ma W|\" x",
            Some(("author", "\"Ma W\"", "Ma W", false)),
        );
        check(
            "author:(\"A B\" OR \"Ma|",
            Some(("author", "\"Ma", "Ma", false)),
        );
        check("\"point cloud\"|", None);
        check("\"point cloud\" se|", Some(("", "se", "se", true)));
        check("/se|", None);
        check("/a b\\/c|/", None);
        check("title:/a b/ se|", Some(("", "se", "se", true)));
        check("(a)|", None);
        check("a OR|", None);
        check("a OR |", Some(("", "", "", true)));
        let piped = writing("a|title:b|cd", 12).unwrap();
        assert_eq!(
            (piped.field, piped.start, piped.typed.as_str()),
            (None, 10, "cd")
        );
    }

    #[test]
    fn any_quotes_are_outside() {
        let check = |marked: &str, expected: &str| {
            let caret = marked.find('|').unwrap();
            let text = marked.replacen('|', "", 1);
            let found = writing(&text, caret).unwrap();
            assert_eq!(&text[found.inside], expected, "{marked}");
        };
        check("\"point cl|", "point cl");
        check("\"point cl|oud\" x", "point cloud");
        check("„drei Wor|te“ x", "drei Worte");
        check("“drei Wor|", "drei Wor");
        check("ga|n", "gan");
    }

    proptest! {
        #[test]
        fn any_text_gives_a_place_within_it(text in "([a-cé ()/:=|\"-]|task:|OR){0,12}", caret in 0_usize..20) {
            if let Some(found) = writing(&text, caret) {
                prop_assert!(found.start <= found.end);
                prop_assert!(text.get(found.start..found.end).is_some());
                let inside = &text[found.start..found.end];
                prop_assert!(inside.trim_start_matches('"').starts_with(&found.typed) || found.quoted);
            }
        }
    }
}
