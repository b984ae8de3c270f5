//! Finds math: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`.
//!
//! A dollar sign is a delimiter or money. `$…$` up to the very next dollar sign is math unless one
//! of these speaks against it:
//!
//! * nothing stands inside, or a paragraph or a link starts or ends inside;
//! * two plain words of three letters or more follow each other inside (`$5 per hour and $`),
//!   outside braces; one is enough after a space where nothing inside is a sign of math;
//! * nothing inside is a sign of math (`\ ^ _ = { } < > + |`) and either digits stand at its start
//!   and behind it (`$5 or $6`) or there is a space at just one of its ends and a letter inside.
//!
//! A dollar sign that opens nothing is a dollar sign, and the next one is tried. The rules were
//! weighed on 24,000 real abstracts.

use super::html::Html;
use crate::core::digest::lines::part;
use crate::core::digest::needles::{Next, find_from};

/// A formula with its delimiters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Formula {
    /// The place of its first byte.
    pub(super) start: usize,
    /// The place after its last byte.
    pub(super) end: usize,
    /// Whether it stands on its own.
    pub(super) display: bool,
}

/// The formulas of a text, in order and apart.
pub(super) fn formulas(html: &Html) -> Vec<Formula> {
    let text: &str = &html.text;
    let bytes = text.as_bytes();
    let (mut parens, mut brackets, mut displays) =
        (Next::default(), Next::default(), Next::default());
    let close = |next: &mut Next, from: usize, delimiter: &str| {
        next.at_or_after(from, |from| find_from(text, from, delimiter))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = bytes
        .get(at..)
        .and_then(|rest| memchr::memchr2(b'$', b'\\', rest))
    {
        let start = at + offset;
        let next = bytes.get(start + 1);
        let closer = match (bytes.get(start), next) {
            (Some(b'$'), Some(b'$')) => close(&mut displays, start + 2, "$$"),
            (Some(b'$'), _) => next_dollar(bytes, start + 1),
            (_, Some(b'(')) => close(&mut parens, start + 2, "\\)"),
            (_, Some(b'[')) => close(&mut brackets, start + 2, "\\]"),
            _ => None,
        };
        let inline = bytes.get(start) == Some(&b'$') && next != Some(&b'$');
        let width = if inline { 1 } else { 2 };
        let formula = closer.map(|closer| Formula {
            start,
            end: closer + width,
            display: !inline && next != Some(&b'('),
        });
        let is_math = |formula: &Formula| {
            let inside = part(text, &(start + width..formula.end - width));
            let cut = html
                .next_event_after(start)
                .is_some_and(|event| event < formula.end);
            let after = text.get(formula.end..).and_then(|rest| rest.chars().next());
            !cut && !inside.trim().is_empty() && (!inline || reads_as_math(inside, after))
        };
        match formula.filter(is_math) {
            Some(formula) => {
                at = formula.end;
                found.push(formula);
            }
            // What looked like the end of a formula may be the start of the next one.
            None if inline => at = closer.unwrap_or(start + 1),
            None => at = start + 2,
        }
    }
    found
}

/// The next dollar sign that no backslash escapes.
fn next_dollar(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let found = at + memchr::memchr2(b'$', b'\\', bytes.get(at..)?)?;
        if bytes.get(found) == Some(&b'$') {
            return Some(found);
        }
        at = found + 2;
    }
}

/// The rules for what stands between two dollar signs; see the module's documentation.
fn reads_as_math(inside: &str, after: Option<char>) -> bool {
    let has_sign = inside.contains(['\\', '^', '_', '=', '{', '}', '<', '>', '+', '|']);
    let (loose_start, loose_end) = (
        inside.starts_with(char::is_whitespace),
        inside.ends_with(char::is_whitespace),
    );
    let lopsided = loose_start != loose_end && inside.contains(char::is_alphabetic);
    let digit = |c: char| c.is_ascii_digit();
    let before_digit = after.is_some_and(digit) && inside.trim_start().starts_with(digit);
    let words_make_prose = if loose_start && !has_sign { 1 } else { 2 };
    !reads_as_prose(inside, words_make_prose) && (has_sign || !(lopsided || before_digit))
}

/// Whether this many plain words follow each other outside braces.
fn reads_as_prose(inside: &str, words: usize) -> bool {
    let mut depth = 0_i32;
    let mut in_a_row = 0;
    for piece in inside.split_whitespace() {
        let outside = depth <= 0;
        depth += piece.bytes().fold(0, |sum, b| match b {
            b'{' => sum + 1,
            b'}' => sum - 1,
            _ => sum,
        });
        let letters = piece.trim_end_matches([',', '.', ';', ':', ')']);
        let is_word = outside
            && letters.len() >= 3
            && letters
                .bytes()
                .all(|b| b.is_ascii_alphabetic() || b == b'-');
        in_a_row = if is_word { in_a_row + 1 } else { 0 };
        if in_a_row >= words {
            return true;
        }
    }
    false
}
