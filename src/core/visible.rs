//! A stranger's text where some characters would act instead of being seen: names of files, lines
//! of a terminal, files for other programs.
//!
//! A control character can move a terminal's cursor, colour what follows or end a line that another
//! program reads as one; a character that turns the direction of writing shows `gnp.exe` as
//! `exe.png`. Each becomes one U+FFFD, so that columns stay where they are and nothing vanishes in
//! silence.

use std::borrow::Cow;

/// What stands for a character that would act.
const SUBSTITUTE: char = char::REPLACEMENT_CHARACTER;

/// A longer name of a file is cut in its middle, in characters: systems of files allow 255 for each
/// part of a path, and an archive in archives would otherwise give its own name of 64 KiB to each
/// of its files.
const MAX_NAME: usize = 512;
/// How many characters of the end of a long name are kept: a day and an ending stand there.
const NAME_END: usize = 255;

/// The name of a file or of a file in an archive, on one line.
pub fn name(name: &str) -> Cow<'_, str> {
    let name = replaced(name, acts);
    // Bytes are never fewer than characters.
    let surplus = match name.len() {
        0..=MAX_NAME => 0,
        _ => name.chars().count().saturating_sub(MAX_NAME),
    };
    if surplus == 0 {
        return name;
    }
    let start = name.chars().take(MAX_NAME - NAME_END - 1);
    let end = name.chars().skip(MAX_NAME + surplus - NAME_END);
    Cow::Owned(start.chain(['…']).chain(end).collect())
}

/// A text on one line of a terminal. Tabs stay.
pub fn line(text: &str) -> Cow<'_, str> {
    replaced(text, |c| acts(c) && c != '\t')
}

/// A text for a file that other programs read. Line ends and tabs stay, and so does what turns the
/// direction of writing, for here that is the text's own.
pub fn text(text: &str) -> Cow<'_, str> {
    replaced(text, |c| c.is_control() && !matches!(c, '\n' | '\t'))
}

/// Control characters, line ends and what sets the direction of writing for more than itself.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn replaced(text: &str, is_bad: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.chars().any(&is_bad) {
        let seen = |c| if is_bad(c) { SUBSTITUTE } else { c };
        Cow::Owned(text.chars().map(seen).collect())
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_on_one_line_and_do_nothing() {
        for (given, expected) in [
            ("2026/tägl 日.md", "2026/tägl 日.md"),
            ("\u{1b}[31mred\u{1b}[0m.md", "\u{fffd}[31mred\u{fffd}[0m.md"),
            ("two\r\nlines\tx", "two\u{fffd}\u{fffd}lines\u{fffd}x"),
            ("a\u{85}b\u{9b}c\u{7f}", "a\u{fffd}b\u{fffd}c\u{fffd}"),
            ("exe.\u{202e}gnp\u{2069}", "exe.\u{fffd}gnp\u{fffd}"),
            ("\u{2028}\0", "\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(name(given), expected);
        }
    }

    #[test]
    fn long_names_keep_both_ends() {
        let long = format!("start{}2026-03-02.md", "ä".repeat(70_000));
        let short = name(&long);
        assert_eq!(short.chars().count(), MAX_NAME);
        assert!(short.starts_with("startä") && short.ends_with("ä2026-03-02.md"));
        let just = "é".repeat(MAX_NAME);
        assert_eq!(name(&just), just);
    }

    #[test]
    fn what_is_text_stays_text() {
        assert_eq!(line("a\tb\nc"), "a\tb\u{fffd}c");
        assert_eq!(text("a\tb\nc\u{1b}\u{202e}"), "a\tb\nc\u{fffd}\u{202e}");
        assert!(matches!(text("plain ünd ‘so’"), Cow::Borrowed(_)));
    }
}
