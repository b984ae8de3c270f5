//! LaTeX's accents and letters: `\"o` → ö, `\v{c}` → č, `\ss` → ß.

use crate::core::unicode::compose;

/// Commands that stand for a character of their own.
const SYMBOLS: [(&str, &str); 39] = [
    ("AA", "Å"),
    ("AE", "Æ"),
    ("DH", "Ð"),
    ("DJ", "Đ"),
    ("L", "Ł"),
    ("LaTeX", "LaTeX"),
    ("O", "Ø"),
    ("OE", "Œ"),
    ("TH", "Þ"),
    ("TeX", "TeX"),
    ("aa", "å"),
    ("ae", "æ"),
    ("dh", "ð"),
    ("dj", "đ"),
    ("dots", "…"),
    ("i", "ı"),
    ("j", "ȷ"),
    ("l", "ł"),
    ("ldots", "…"),
    ("o", "ø"),
    ("oe", "œ"),
    ("slash", "/"),
    ("ss", "ß"),
    ("textasciicircum", "^"),
    ("textasciigrave", "`"),
    ("textasciitilde", "~"),
    ("textbackslash", "\\"),
    ("textbar", "|"),
    ("textbraceleft", "{"),
    ("textbraceright", "}"),
    ("textdollar", "$"),
    ("textemdash", "—"),
    ("textendash", "–"),
    ("textgreater", ">"),
    ("textless", "<"),
    ("textquotesingle", "'"),
    ("textregistered", "®"),
    ("textunderscore", "_"),
    ("th", "þ"),
];

/// What an accent or a letter's command stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Glyph {
    /// One letter, composed.
    Letter(char),
    /// A fixed text.
    Text(&'static str),
}

/// Reads a command at the start of the text (a backslash): what it stands for and its length.
/// `None` when it is no accent or letter.
pub(super) fn read(text: &str) -> Option<(Glyph, usize)> {
    let after = text.strip_prefix('\\')?;
    let first = after.chars().next()?;
    if let Some(mark) = punctuation_mark(first) {
        let argument = after.strip_prefix(first)?;
        if argument.starts_with("{}") && matches!(first, '^' | '~') {
            return Some((Glyph::Text(if first == '^' { "^" } else { "~" }), 4));
        }
        let (base, len) = argument_letter(argument)?;
        return Some((Glyph::Letter(compose(base, mark)?), 2 + len));
    }
    let name_len = after.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = after.split_at(name_len);
    let symbol = SYMBOLS.binary_search_by_key(&name, |(name, _)| name).ok();
    if let Some((_, symbol)) = symbol.and_then(|index| SYMBOLS.get(index)) {
        return Some((Glyph::Text(symbol), 1 + name_len + terminator(rest)));
    }
    let mark = letter_mark(name)?;
    let argument = rest.strip_prefix(' ').unwrap_or(rest);
    let gap = rest.len() - argument.len();
    let (base, len) = argument_letter(argument)?;
    // Without braces only `\c c`: `\b` and the like before a word are something else.
    if gap == 0 && !rest.starts_with('{') {
        return None;
    }
    Some((
        Glyph::Letter(compose(base, mark)?),
        1 + name_len + gap + len,
    ))
}

/// What ends a command of letters and is swallowed with it: `{}` or one space.
fn terminator(rest: &str) -> usize {
    if rest.starts_with("{}") {
        2
    } else {
        usize::from(rest.starts_with(' '))
    }
}

/// The letter that an accent is put on (`o`, `{o}`, `\i`, `{\i}`) and the length of the argument.
fn argument_letter(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix('{').unwrap_or(text);
    let braced = text.len() - inner.len();
    let (letter, mut len) = if let Some(command) = inner.strip_prefix('\\') {
        let letter = command.chars().next().filter(|c| matches!(c, 'i' | 'j'))?;
        if command
            .chars()
            .nth(1)
            .is_some_and(|c| c.is_ascii_alphabetic())
        {
            return None;
        }
        (letter, 2)
    } else {
        let letter = inner.chars().next().filter(|c| c.is_alphabetic())?;
        (letter, letter.len_utf8())
    };
    len += braced;
    let after = text.get(len..)?;
    if braced == 1 {
        after.starts_with('}').then_some((letter, len + 1))
    } else {
        let swallowed = usize::from(text.starts_with('\\') && after.starts_with(' '));
        Some((letter, len + swallowed))
    }
}

/// The combining mark of an accent that is written as punctuation.
fn punctuation_mark(c: char) -> Option<char> {
    Some(match c {
        '`' => '\u{300}',
        '\'' => '\u{301}',
        '^' => '\u{302}',
        '~' => '\u{303}',
        '=' => '\u{304}',
        '.' => '\u{307}',
        '"' => '\u{308}',
        _ => return None,
    })
}

/// The combining mark of an accent that is written as a letter.
fn letter_mark(name: &str) -> Option<char> {
    Some(match name {
        "u" => '\u{306}',
        "r" => '\u{30a}',
        "H" => '\u{30b}',
        "v" => '\u{30c}',
        "d" => '\u{323}',
        "c" => '\u{327}',
        "k" => '\u{328}',
        "b" => '\u{331}',
        _ => return None,
    })
}
