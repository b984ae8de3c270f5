//! LaTeX's accents and letters: `\"o` → ö, `\v{c}` → č, `\ss` → ß.

use crate::core::unicode::{compose, decompose, is_mark};

/// Commands that stand for a character of their own, in order.
const SYMBOLS: [(&str, &str); 133] = [
    ("AA", "Å"),
    ("AE", "Æ"),
    ("DH", "Ð"),
    ("DJ", "Đ"),
    ("L", "Ł"),
    ("LaTeX", "LaTeX"),
    ("NG", "Ŋ"),
    ("O", "Ø"),
    ("OE", "Œ"),
    ("OHORN", "Ơ"),
    ("P", "¶"),
    ("S", "§"),
    ("TH", "Þ"),
    ("TeX", "TeX"),
    ("UHORN", "Ư"),
    ("aa", "å"),
    ("ae", "æ"),
    ("copyright", "©"),
    ("dag", "†"),
    ("ddag", "‡"),
    ("dh", "ð"),
    ("dj", "đ"),
    ("dots", "…"),
    ("euro", "€"),
    ("guillemetleft", "«"),
    ("guillemetright", "»"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("i", "ı"),
    ("j", "ȷ"),
    ("l", "ł"),
    ("ldots", "…"),
    ("ng", "ŋ"),
    ("o", "ø"),
    ("oe", "œ"),
    ("ohorn", "ơ"),
    ("pounds", "£"),
    ("quotedblbase", "„"),
    ("quotesinglbase", "‚"),
    ("slash", "/"),
    ("ss", "ß"),
    ("textDelta", "Δ"),
    ("textOmega", "Ω"),
    ("textalpha", "α"),
    ("textasciiacute", "´"),
    ("textasciicircum", "^"),
    ("textasciidieresis", "¨"),
    ("textasciigrave", "`"),
    ("textasciimacron", "¯"),
    ("textasciitilde", "~"),
    ("textasteriskcentered", "∗"),
    ("textbackslash", "\\"),
    ("textbar", "|"),
    ("textbardbl", "‖"),
    ("textbeta", "β"),
    ("textbraceleft", "{"),
    ("textbraceright", "}"),
    ("textbrokenbar", "¦"),
    ("textbullet", "•"),
    ("textcelsius", "℃"),
    ("textcent", "¢"),
    ("textcopyright", "©"),
    ("textcurrency", "¤"),
    ("textdagger", "†"),
    ("textdaggerdbl", "‡"),
    ("textdegree", "°"),
    ("textdelta", "δ"),
    ("textdiv", "÷"),
    ("textdollar", "$"),
    ("textdownarrow", "↓"),
    ("textellipsis", "…"),
    ("textemdash", "—"),
    ("textendash", "–"),
    ("textepsilon", "ε"),
    ("textestimated", "℮"),
    ("texteuro", "€"),
    ("textexclamdown", "¡"),
    ("textfractionsolidus", "⁄"),
    ("textgamma", "γ"),
    ("textgreater", ">"),
    ("textkappa", "κ"),
    ("textlambda", "λ"),
    ("textlangle", "⟨"),
    ("textleftarrow", "←"),
    ("textless", "<"),
    ("textlnot", "¬"),
    ("textminus", "−"),
    ("textmu", "µ"),
    ("textmusicalnote", "♪"),
    ("textnumero", "№"),
    ("textohm", "Ω"),
    ("textomega", "ω"),
    ("textonehalf", "½"),
    ("textonequarter", "¼"),
    ("textonesuperior", "¹"),
    ("textordfeminine", "ª"),
    ("textordmasculine", "º"),
    ("textparagraph", "¶"),
    ("textperiodcentered", "·"),
    ("textpertenthousand", "‱"),
    ("textperthousand", "‰"),
    ("textpi", "π"),
    ("textpm", "±"),
    ("textquestiondown", "¿"),
    ("textquotedbl", "\""),
    ("textquotedblleft", "“"),
    ("textquotedblright", "”"),
    ("textquoteleft", "‘"),
    ("textquoteright", "’"),
    ("textquotesingle", "'"),
    ("textrangle", "⟩"),
    ("textregistered", "®"),
    ("textrightarrow", "→"),
    ("textsection", "§"),
    ("textservicemark", "℠"),
    ("textsigma", "σ"),
    ("textsterling", "£"),
    ("textsurd", "√"),
    ("textthreequarters", "¾"),
    ("textthreequartersemdash", "—"),
    ("textthreesuperior", "³"),
    ("texttimes", "×"),
    ("texttrademark", "™"),
    ("texttwelveudash", "–"),
    ("texttwosuperior", "²"),
    ("textunderscore", "_"),
    ("textuparrow", "↑"),
    ("textvisiblespace", "␣"),
    ("textyen", "¥"),
    ("th", "þ"),
    ("uhorn", "ư"),
];

/// An accent may have so many accents beneath it.
const MOST_MARKS: usize = 3;

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
    read_below(text, MOST_MARKS)
}

/// The same for what so many accents may stand beneath.
fn read_below(text: &str, most: usize) -> Option<(Glyph, usize)> {
    let after = text.strip_prefix('\\')?;
    let first = after.chars().next()?;
    if let Some(mark) = punctuation_mark(first) {
        let argument = after.strip_prefix(first)?;
        if argument.starts_with("{}") && matches!(first, '^' | '~') {
            return Some((Glyph::Text(if first == '^' { "^" } else { "~" }), 4));
        }
        let (base, len) = argument_letter(argument, most)?;
        return Some((Glyph::Letter(accented(base, mark)?), 2 + len));
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
    let (base, len) = argument_letter(argument, most)?;
    // Without braces only `\c c`: `\b` and the like before a word are something else.
    if gap == 0 && !rest.starts_with('{') {
        return None;
    }
    Some((
        Glyph::Letter(accented(base, mark)?),
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

/// A letter with one more mark. The letters that have two are made of one of them and the other,
/// in an order of their own.
fn accented(letter: char, mark: char) -> Option<char> {
    compose(letter, mark).or_else(|| {
        let mut parts = Vec::new();
        decompose(letter, |part| parts.push(part));
        let (base, marks) = parts.split_first()?;
        let first = compose(*base, mark)?;
        marks
            .iter()
            .try_fold(first, |letter, mark| compose(letter, *mark))
    })
}

/// The letter that an accent is put on (`o`, `{o}`, `\i`, `{\i}`, `\^e`, `{\u a}`) and the length
/// of the argument; so many accents may stand on it already.
fn argument_letter(text: &str, most: usize) -> Option<(char, usize)> {
    let inner = text.strip_prefix('{').unwrap_or(text);
    let braced = text.len() - inner.len();
    let (mut letter, mut len) = if let Some(command) = inner.strip_prefix('\\') {
        let dotless = command.chars().next().filter(|c| matches!(c, 'i' | 'j'));
        let ends = |c: char| !c.is_ascii_alphabetic();
        match dotless.filter(|_| command.chars().nth(1).is_none_or(ends)) {
            Some(letter) => (letter, 2),
            None => match read_below(inner, most.checked_sub(1)?)? {
                (Glyph::Letter(letter), len) => (letter, len),
                (Glyph::Text(text), len) => {
                    // `\'{\ae}`
                    let mut chars = text.chars();
                    let letter = chars.next().filter(|c| c.is_alphabetic())?;
                    if chars.next().is_some() {
                        return None;
                    }
                    (letter, len)
                }
            },
        }
    } else {
        let letter = inner.chars().next().filter(|c| c.is_alphabetic())?;
        (letter, letter.len_utf8())
    };
    // What stands there in Unicode's own way.
    while let Some(mark) = inner.get(len..)?.chars().next().filter(|c| is_mark(*c)) {
        letter = accented(letter, mark)?;
        len += mark.len_utf8();
    }
    len += braced;
    let after = text.get(len..)?;
    if braced == 1 {
        // `{\i{}}`
        let closed = after.strip_prefix("{}").unwrap_or(after);
        let gap = after.len() - closed.len();
        closed.starts_with('}').then_some((letter, len + gap + 1))
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
        "h" => '\u{309}',
        "textcommabelow" => '\u{326}',
        _ => return None,
    })
}
