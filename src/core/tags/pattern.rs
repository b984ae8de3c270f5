//! The small language in which the table's patterns are written.
//!
//! A pattern is a row of tokens, compared with neighbouring tokens of the text:
//!
//! | written | meets |
//! |---|---|
//! | `object detection` | the two words side by side, in any case, singular and plural alike; a hyphen in the text is a border like a space |
//! | `detect*` | a word that starts so |
//! | `=CT` | the word exactly as written, or with a plural `s` behind it |
//! | `=LLM*`, `=*GAN` | a word that starts or ends exactly so (`LLM4`, `CycleGAN`) |
//! | `(image|video|point cloud)` | one of these; brackets may stand in brackets |
//! | `3d?`, `(very|quite)?` | the word, or nothing |
//! | `..3` | at most three words of any kind, of the same sentence |
//! | `<link>`, `<code>`, `<data>`, `<page>` | a link; one to a host of code, of data, to a page of a project |
//!
//! Neighbours have no comma, colon, bracket or end of sentence between them; a gap may span commas
//! and brackets. Lists of patterns are divided by `;`.

use std::fmt;

use super::tokens::{LinkKind, fold};

/// What one token of the text must be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    /// This word, folded.
    Word(String),
    /// A word in lower case that starts so.
    Prefix(String),
    /// Exactly this.
    Exact(String),
    /// A word that starts exactly so.
    ExactPrefix(String),
    /// A word that ends exactly so.
    ExactSuffix(String),
    /// A link of this kind.
    Link(LinkKind),
}

/// A step of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// One token.
    One(Atom),
    /// One of these rows of steps, or nothing if `optional`.
    OneOf {
        /// The rows.
        rows: Vec<Vec<Step>>,
        /// Whether the step may be left out.
        optional: bool,
    },
    /// At most so many tokens of any kind.
    Gap(u8),
}

/// How deep brackets may stand in one another. Nobody writes three.
const DEPTH: usize = 8;

/// Why a pattern cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PatternError {
    /// There is no word in it.
    Empty,
    /// A `(` without its `)`, or the other way round.
    Bracket,
    /// Brackets in brackets, more than [`DEPTH`] deep.
    Deep,
    /// A gap that is not between two words, or is no number.
    Gap,
    /// A word that no token of a text can be.
    Word(String),
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("there is no word in the pattern"),
            Self::Bracket => f.write_str("a bracket is not closed or not opened"),
            Self::Deep => write!(f, "brackets stand at most {DEPTH} deep in one another"),
            Self::Gap => f.write_str("a gap is written `..3` and stands between two words"),
            Self::Word(word) => write!(f, "no text has a word like `{word}`"),
        }
    }
}

/// The patterns of a list divided by `;`, each as it is written.
pub(super) fn split(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(';')
        .map(str::trim)
        .filter(|pattern| !pattern.is_empty())
}

/// Reads one pattern.
pub(super) fn parse(pattern: &str) -> Result<Vec<Step>, PatternError> {
    let steps = row(pattern, DEPTH)?;
    let is_gap = |step: Option<&Step>| matches!(step, Some(Step::Gap(_)));
    let gap_follows_gap = steps
        .windows(2)
        .any(|pair| is_gap(pair.first()) && is_gap(pair.last()));
    if is_gap(steps.first()) || is_gap(steps.last()) || gap_follows_gap {
        return Err(PatternError::Gap);
    }
    let certain = |step: &Step| !matches!(step, Step::OneOf { optional: true, .. });
    if steps.iter().any(certain) {
        Ok(steps)
    } else {
        Err(PatternError::Empty)
    }
}

/// Reads a row of steps: a whole pattern, or what stands between two bars. Brackets may stand in it
/// so deep.
fn row(text: &str, depth: usize) -> Result<Vec<Step>, PatternError> {
    let mut steps = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let step_end;
        if rest.starts_with('(') {
            let (rows, behind) = alternatives(rest, depth)?;
            let optional = behind.starts_with('?');
            steps.push(Step::OneOf { rows, optional });
            step_end = rest.len() - behind.len() + usize::from(optional);
        } else {
            step_end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let word = &rest[..step_end];
            steps.push(if let Some(number) = word.strip_prefix("..") {
                Step::Gap(number.parse().map_err(|_| PatternError::Gap)?)
            } else if let Some(word) = word.strip_suffix('?') {
                let rows = vec![vec![Step::One(atom(word)?)]];
                let optional = true;
                Step::OneOf { rows, optional }
            } else {
                Step::One(atom(word)?)
            });
        }
        rest = rest[step_end..].trim_start();
    }
    if steps.is_empty() {
        return Err(PatternError::Empty);
    }
    Ok(steps)
}

/// Reads `(a|b)` at the start of a text; returns its rows and what stands behind it.
fn alternatives(text: &str, deep: usize) -> Result<(Vec<Vec<Step>>, &str), PatternError> {
    let deep = deep.checked_sub(1).ok_or(PatternError::Deep)?;
    let mut rows = Vec::new();
    let mut depth = 0;
    let mut start = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == '|') {
            rows.push(row(&text[start..at], deep)?);
            start = at + 1;
        }
        if depth == 0 {
            return Ok((rows, &text[start..]));
        }
    }
    Err(PatternError::Bracket)
}

fn atom(word: &str) -> Result<Atom, PatternError> {
    let refuse = || PatternError::Word(word.to_owned());
    if word.contains(['(', ')', '|']) {
        return Err(PatternError::Bracket);
    }
    let is_token = |text: &str| !text.is_empty() && text.chars().all(char::is_alphanumeric);
    let atom = match word {
        "<link>" => return Ok(Atom::Link(LinkKind::Other)),
        "<code>" => return Ok(Atom::Link(LinkKind::Code)),
        "<data>" => return Ok(Atom::Link(LinkKind::Data)),
        "<page>" => return Ok(Atom::Link(LinkKind::Page)),
        _ => {
            if let Some(suffix) = word.strip_prefix("=*") {
                Atom::ExactSuffix(suffix.to_owned())
            } else if let Some(exact) = word.strip_prefix('=') {
                match exact.strip_suffix('*') {
                    Some(prefix) => Atom::ExactPrefix(prefix.to_owned()),
                    None => Atom::Exact(exact.to_owned()),
                }
            } else if let Some(prefix) = word.strip_suffix('*') {
                Atom::Prefix(prefix.to_lowercase())
            } else {
                let mut folded = String::new();
                fold(word, &mut folded);
                Atom::Word(folded)
            }
        }
    };
    let (Atom::Word(text)
    | Atom::Prefix(text)
    | Atom::Exact(text)
    | Atom::ExactPrefix(text)
    | Atom::ExactSuffix(text)) = &atom
    else {
        return Err(refuse());
    };
    if is_token(text) {
        Ok(atom)
    } else {
        Err(refuse())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, expected: Result<usize, PatternError>) {
        let read = parse(pattern).map(|steps| steps.len());
        assert_eq!((pattern, read), (pattern, expected));
    }

    #[test]
    fn patterns_and_their_errors() {
        check("object detection", Ok(2));
        check("(image|point cloud)? ..3 detect* =CT =*GAN <code>", Ok(6));
        check("(a (b|c) d?|e ..2 f)? =LLM*", Ok(2));
        check("(a (b|c)", Err(PatternError::Bracket));
        check(&format!("{}a{}", "(".repeat(8), ")".repeat(8)), Ok(1));
        let deep = format!("{}a{}", "(".repeat(9), ")".repeat(9));
        check(&deep, Err(PatternError::Deep));
        check("", Err(PatternError::Empty));
        check("a? (b|c)?", Err(PatternError::Empty));
        check("(image|)", Err(PatternError::Empty));
        check("(image|video", Err(PatternError::Bracket));
        check("image) video", Err(PatternError::Bracket));
        check("..3 image", Err(PatternError::Gap));
        check("image ..2 ..3 video", Err(PatternError::Gap));
        check("image ..x video", Err(PatternError::Gap));
        check("x-ray", Err(PatternError::Word("x-ray".into())));
        check("=", Err(PatternError::Word("=".into())));
    }
}
