//! What a regex needs: words that must stand in a text for it to match, so that it need not be tried on all.

use regex_syntax::hir::{Class, Hir, HirKind};

use super::pattern::REGEX_NESTING;
use super::words::with_any;
use crate::core::index::Index;
use crate::core::index::bitset::Bitset;

/// The fewest letters that are worth looking up.
const FEWEST: usize = 3;

/// What must stand within the tokens of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// Nothing that we know.
    Nothing,
    /// A part of a token.
    Part(String),
    /// All of these.
    All(Vec<Need>),
    /// Any of these.
    Any(Vec<Need>),
}

impl Need {
    /// What a regex needs.
    pub(super) fn of(pattern: &str, case_sensitive: bool) -> Self {
        let parsed = regex_syntax::ParserBuilder::new()
            .nest_limit(REGEX_NESTING)
            .case_insensitive(!case_sensitive)
            .build()
            .parse(pattern);
        parsed.map_or(Self::Nothing, |hir| of(&hir))
    }

    /// The papers that may match; `None` for all.
    ///
    /// Letters and digits of ASCII that follow each other in a text stand together in a token, unless a LaTeX command is at hand: papers with a backslash are always among those found.
    pub(super) fn docs(&self, index: &Index) -> Option<Bitset> {
        let mut docs = self.found(index)?;
        docs.or(&index.sets.with_latex);
        Some(docs)
    }

    fn found(&self, index: &Index) -> Option<Bitset> {
        match self {
            Self::Nothing => None,
            Self::Part(part) => Some(with_any(index, &index.dictionary.containing(part))),
            Self::All(all) => {
                let sets = all.iter().filter_map(|need| need.found(index));
                sets.reduce(|mut left, right| {
                    left.and(&right);
                    left
                })
            }
            Self::Any(any) => {
                let mut union = Bitset::empty(index.docs.len());
                for need in any {
                    union.or(&need.found(index)?);
                }
                Some(union)
            }
        }
    }
}

fn of(hir: &Hir) -> Need {
    match hir.kind() {
        HirKind::Literal(_) | HirKind::Class(_) => sequence(std::slice::from_ref(hir)),
        HirKind::Concat(parts) => sequence(parts),
        HirKind::Capture(capture) => of(&capture.sub),
        HirKind::Repetition(repetition) if repetition.min > 0 => of(&repetition.sub),
        HirKind::Alternation(parts) => {
            let needs: Vec<Need> = parts.iter().map(of).collect();
            if needs.contains(&Need::Nothing) {
                Need::Nothing
            } else {
                Need::Any(needs)
            }
        }
        _ => Need::Nothing,
    }
}

/// What parts need that follow each other.
fn sequence(parts: &[Hir]) -> Need {
    let mut needs = Vec::new();
    let mut run = String::new();
    let end = |run: &mut String, needs: &mut Vec<Need>| {
        if run.len() >= FEWEST {
            needs.push(Need::Part(std::mem::take(run)));
        }
        run.clear();
    };
    for part in parts {
        match part.kind() {
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).unwrap_or("\u{fffd}");
                for c in text.chars() {
                    match folded(c) {
                        Some(c) => run.push(c),
                        None => end(&mut run, &mut needs),
                    }
                }
            }
            HirKind::Class(class) => match letter(class) {
                Some(c) => run.push(c),
                None => end(&mut run, &mut needs),
            },
            // A place between characters parts nothing.
            HirKind::Look(_) => {}
            _ => {
                end(&mut run, &mut needs);
                needs.push(of(part));
            }
        }
    }
    end(&mut run, &mut needs);
    needs.retain(|need| *need != Need::Nothing);
    match needs.len() {
        0 => Need::Nothing,
        _ => Need::All(needs),
    }
}

/// The one letter or digit, comparable, that all characters of a class are.
fn letter(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else {
        return None;
    };
    let mut letter = None;
    for range in class.ranges() {
        if u32::from(range.end()) - u32::from(range.start()) > 1 {
            return None;
        }
        for c in range.start()..=range.end() {
            let c = folded(c)?;
            if *letter.get_or_insert(c) != c {
                return None;
            }
        }
    }
    letter
}

/// A letter or digit of ASCII as it stands in tokens; with the two other characters that a regex takes for one of them.
fn folded(c: char) -> Option<char> {
    match c {
        'ſ' => Some('s'),
        '\u{212a}' => Some('k'),
        c => c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a b` for all, `(a|b)` for any.
    fn print(need: &Need) -> String {
        let join =
            |needs: &[Need], with: &str| needs.iter().map(print).collect::<Vec<_>>().join(with);
        match need {
            Need::Nothing => "-".to_owned(),
            Need::Part(part) => part.clone(),
            Need::All(all) => join(all, " "),
            Need::Any(any) => format!("({})", join(any, "|")),
        }
    }

    #[test]
    fn words_that_must_stand_in_the_text() {
        for (pattern, expected) in [
            ("Yolo", "yolo"),
            (r"yolo\s*v\d", "yolo"),
            (r"\bself-?supervised\b", "self supervised"),
            ("(skip|task)s?", "(skip|task)"),
            ("skip|[a-z]+", "-"),
            ("(abc)?x", "-"),
            ("(abc)+ .*deep net", "abc deep net"),
            ("gab", "gab"),
            ("ab", "-"),
            ("é", "-"),
            ("caféteria", "caf teria"),
            ("", "-"),
            ("(", "-"),
        ] {
            assert_eq!(print(&Need::of(pattern, false)), expected, "{pattern}");
        }
    }
}
