//! The value of a BibTeX field → a source for [`markup::read`](super::super::markup::read).
//!
//! In BibTeX a brace that is no command's argument only protects what stands inside, `{B}ERT`;
//! markup, which reads abstracts, shows such braces. They are taken off here, outside of formulas.
//! A few commands for characters that BibTeX cannot hold become those characters.

use memchr::memmem;

use super::agreed;
use crate::core::digest::markup::paragraphs;

/// Commands for characters that would mean something where they stand bare.
const CHARACTERS: [(&str, &str); 7] = [
    ("textbraceleft", "\\{"),
    ("textbraceright", "\\}"),
    ("textless", "&lt;"),
    ("textgreater", "&gt;"),
    ("textbar", "|"),
    ("textdollar", "\\$"),
    ("textunderscore", "_"),
];

/// Reads a value: protecting braces off, blank lines as the ends of paragraphs.
pub(super) fn source(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut out = String::with_capacity(value.len());
    // For each open brace whether it is kept.
    let mut kept: Vec<bool> = Vec::new();
    // Whether a brace here is the argument of a command.
    let mut argument = false;
    let mut dollars = true;
    // What ends the formulas that start with `\[` and `\(`, each as long as there is one.
    let mut closers = [Some("\\]"), Some("\\)")];
    let mut at = 0;
    // Each of the four is one byte, and commands and formulas end between characters: every place
    // is the start of a character.
    while let (Some(b), Some(rest)) = (bytes.get(at), value.get(at..)) {
        let was_argument = std::mem::take(&mut argument);
        match b {
            b'\\' => {
                let slot = match bytes.get(at + 1) {
                    Some(b'[') => closers.first_mut(),
                    Some(b'(') => closers.last_mut(),
                    _ => None,
                };
                if let Some(slot) = slot
                    && let Some(closer) = *slot
                {
                    let formula = value.get(at + 2..).unwrap_or_default();
                    if let Some(len) = memmem::find(formula.as_bytes(), closer.as_bytes()) {
                        let end = at + 2 + len + closer.len();
                        agreed::decode(value.get(at..end).unwrap_or_default(), &mut out);
                        at = end;
                        continue;
                    }
                    *slot = None;
                }
                if let Some((formula, len)) = ensured(rest) {
                    out.push('$');
                    agreed::decode(formula, &mut out);
                    out.push('$');
                    at += len;
                    continue;
                }
                let (len, is_command) = command(rest, &mut out);
                at += len;
                argument = is_command;
                continue;
            }
            b'$' if dollars => {
                if let Some(len) = formula(rest) {
                    agreed::decode(rest.get(..len).unwrap_or_default(), &mut out);
                    at += len;
                    continue;
                }
                // There is no other one that could close one behind it.
                dollars = false;
                out.push('$');
            }
            b'{' => {
                let keep =
                    was_argument || starts_styled(rest.strip_prefix('{').unwrap_or_default());
                if keep {
                    out.push('{');
                }
                kept.push(keep);
            }
            b'}' => {
                if kept.pop() == Some(true) {
                    out.push('}');
                    // `\href{…}{…}` has two.
                    argument = bytes.get(at + 1) == Some(&b'{');
                }
            }
            _ => {
                let len = rest.find(['\\', '$', '{', '}']).unwrap_or(rest.len());
                // A lone dollar sign is a character like others.
                let len = len.max(1);
                out.push_str(rest.get(..len).unwrap_or_default());
                at += len;
                continue;
            }
        }
        at += 1;
    }
    paragraphs(&out)
}

/// What is not farther away than so many bytes ends a formula.
const NEAR: usize = 2048;

/// The inside of `\ensuremath{…}` at the start, and how long the whole is.
fn ensured(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix("\\ensuremath{")?;
    let start = text.len() - inside.len();
    let near = inside.get(..inside.floor_char_boundary(NEAR))?;
    let mut depth = 1_usize;
    let mut escaped = false;
    for (at, b) in near.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b'$' => return None,
            _ => {}
        }
        if depth == 0 {
            let formula = near.get(..at)?.trim();
            return (!formula.is_empty()).then_some((formula, start + at + 1));
        }
    }
    None
}

/// Copies a command, and says how long it is in the value and whether braces behind it are its
/// argument.
fn command(text: &str, out: &mut String) -> (usize, bool) {
    let inside = text.strip_prefix('\\').unwrap_or(text);
    let name_len = inside.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = inside.split_at_checked(name_len).unwrap_or((inside, ""));
    if let Some((_, character)) = CHARACTERS.iter().find(|(known, _)| *known == name) {
        out.push_str(character);
        let ends = if rest.starts_with("{}") {
            2
        } else {
            usize::from(rest.starts_with(' '))
        };
        return (1 + name_len + ends, false);
    }
    out.push('\\');
    if name_len > 0 {
        out.push_str(name);
        return (1 + name_len, true);
    }
    let Some(c) = inside.chars().next() else {
        return (1, false);
    };
    // An entity must not come of it.
    if c == '&' {
        out.push_str("&amp;");
    } else {
        out.push(c);
    }
    (1 + c.len_utf8(), is_accent(c))
}

fn is_accent(c: char) -> bool {
    matches!(c, '`' | '\'' | '^' | '~' | '=' | '.' | '"')
}

/// Whether a group is one that markup understands: `{\em …}`, `{\"o}`.
fn starts_styled(inside: &str) -> bool {
    let Some(after) = inside.strip_prefix('\\') else {
        return false;
    };
    let name_len = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = after.split_at_checked(name_len).unwrap_or((after, ""));
    if name_len == 0 {
        return after.starts_with(is_accent);
    }
    // `{\emph{…}}` and `{\textless}` are only protected.
    let known = CHARACTERS.iter().any(|(known, _)| *known == name);
    !known && (name_len <= 3 || !rest.starts_with('{'))
}

/// The length of a formula that starts here with a dollar sign.
fn formula(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let width = if bytes.get(1) == Some(&b'$') { 2 } else { 1 };
    let mut at = width;
    loop {
        let found = at + memchr::memchr2(b'$', b'\\', bytes.get(at..)?)?;
        if bytes.get(found) == Some(&b'$') {
            // What two dollar signs began one may end: the next character is not part of it.
            let closes_both = width == 2 && bytes.get(found + 1) == Some(&b'$');
            return Some(found + 1 + usize::from(closes_both));
        }
        at = found + 2;
    }
}

/// A value that is a name or an address: without braces and escapes.
pub(super) fn bare(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut chars = value.trim().chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        if !escapes && !matches!(c, '{' | '}') {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::digest::markup;

    #[track_caller]
    fn check(value: &str, expected: &str) {
        assert_eq!(markup::read(&source(value)).plain, expected, "{value}");
    }

    #[test]
    fn protecting_braces_are_not_shown() {
        check("{B}ERT and {{GPT}-2}", "BERT and GPT-2");
        check(
            "{\\\"O}sterreich, {\\'e}t\\'{e} \\v{c}",
            "Österreich, été č",
        );
        check(
            "{\\em seen} \\emph{{L}ater} {\\emph{now}}",
            "seen Later now",
        );
        check("In ${x}^{2}$ and {$y_{1}$}", "In ${x}^{2}$ and $y_{1}$");
        check(
            "As \\[ x \\ge \\frac{C_{α,K}}{2} \\] and \\(y_{1}\\), {So}",
            "As \\[ x \\ge \\frac{C_{α,K}}{2} \\] and \\(y_{1}\\), So",
        );
        check("\\[ {x} \\( {y}", "\\[ x \\( y");
        check("\\cite{abc} \\{x\\}", "\\cite{abc} {x}");
        check("\\href{https://a.b}{the {L}ink}", "the Link");
    }

    #[test]
    fn characters_that_bibtex_cannot_hold() {
        check("\\textbraceleft{}a{\\textless}b", "{a<b");
        check("R{\\&}D, 5\\%, a\\_b \\$5", "R&D, 5%, a_b $5");
        check("\\&lt; a", "&lt; a");
    }

    #[test]
    fn paragraphs_and_damage() {
        check("One\n two.\n\n Three.", "One two.\nThree.");
        check("a } b { c", "a b c");
        check("costs $5", "costs $5");
        // The character behind a lone dollar sign was cut in two once.
        check("a $$x$½ b", "a $$x$½ b");
        check("$$x$$½", "$$x$$½");
        check("\\", "");
        assert_eq!(bare(" {10.1/a\\_b} "), "10.1/a_b");
    }
}
