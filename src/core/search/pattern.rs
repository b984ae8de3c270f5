//! What a term of a query looks for in text: tokens side by side, or a regex.

use regex::Regex;

use crate::core::index::TermId;
use crate::core::index::fields::{MOST_INDEXED, TextField};
use crate::core::query::{Atom, Expr, Query, Term};
use crate::core::words::dictionary::{Dictionary, forms};
use crate::core::words::regexes;
use crate::core::words::tokens::{is_of_run, stem, words};

/// A test that one token of the text passes or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenTest {
    /// Its stem is this.
    Stem(String),
    /// It is this.
    Exact(String),
    /// It starts with this.
    Start(String),
}

impl TokenTest {
    /// Whether a token passes.
    pub(super) fn accepts(&self, token: &str) -> bool {
        match self {
            // A stem begins as its token does; most tokens are told apart by that.
            Self::Stem(wanted) => {
                token.as_bytes().first() == wanted.as_bytes().first() && stem(token) == *wanted
            }
            Self::Exact(wanted) => token == wanted,
            Self::Start(wanted) => token.starts_with(wanted.as_str()),
        }
    }

    /// How a token begins that passes. A stem begins as its token does.
    pub(super) fn text(&self) -> &str {
        let (Self::Stem(wanted) | Self::Exact(wanted) | Self::Start(wanted)) = self;
        wanted
    }
}

/// Tests that tokens at neighbouring positions must pass, in this order. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern(Vec<TokenTest>);

impl Pattern {
    /// The pattern of a word, an exact word, a prefix or a phrase. `None` for other atoms, and
    /// where there is neither letter nor digit: such a word says nothing about a paper.
    pub(super) fn new(atom: &Atom) -> Option<Self> {
        let stemmed = |token: String| TokenTest::Stem(stem(&token).into_owned());
        let tests: Vec<TokenTest> = match atom {
            Atom::Word(text) | Atom::Phrase(text) => tests(text, |token, _| stemmed(token)),
            Atom::Exact(text) => tests(text, |token, _| TokenTest::Exact(token)),
            Atom::Prefix(text) => tests(text, |token, is_last| {
                if is_last {
                    TokenTest::Start(token)
                } else {
                    stemmed(token)
                }
            }),
            _ => Vec::new(),
        };
        (!tests.is_empty()).then_some(Self(tests))
    }

    /// How many tokens it spans.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The tests of its tokens.
    pub(super) fn tests(&self) -> &[TokenTest] {
        &self.0
    }

    /// Whether tokens at neighbouring positions pass the tests.
    pub(super) fn accepts<'t>(&self, tokens: impl IntoIterator<Item = &'t str>) -> bool {
        let mut tokens = tokens.into_iter();
        self.0
            .iter()
            .all(|test| tokens.next().is_some_and(|token| test.accepts(token)))
    }

    /// The pattern over a dictionary: for each position the terms that pass.
    pub(super) fn terms(&self, dictionary: &Dictionary) -> Vec<Vec<TermId>> {
        let accepted = |test: &TokenTest| match test {
            TokenTest::Exact(wanted) => dictionary.get(wanted).into_iter().collect(),
            TokenTest::Start(wanted) => dictionary.with_prefix(wanted).to_vec(),
            TokenTest::Stem(wanted) => {
                let forms = forms(wanted);
                forms
                    .iter()
                    .filter_map(|form| dictionary.get(form))
                    .collect()
            }
        };
        self.0.iter().map(accepted).collect()
    }

    /// How often it stands in a text, overlaps included.
    pub(super) fn occurrences(&self, text: &str) -> usize {
        let words = words(text);
        let windows = words.windows(self.len());
        windows
            .filter(|window| self.accepts(window.iter().map(String::as_str)))
            .count()
    }
}

/// The tests of a text's tokens, those with spaces between by what is `spaced`, which is told
/// whether it is the last.
///
/// Of a run without spaces the pairs must stand in the text, wherever a run of it has them. Its
/// last character says no more than the last pair, unless another token follows; alone it may be
/// the first of any pair.
fn tests(text: &str, spaced: impl Fn(String, bool) -> TokenTest) -> Vec<TokenTest> {
    let tokens = words(text);
    let last = tokens.len().saturating_sub(1);
    let mut tests = Vec::with_capacity(tokens.len());
    let mut goes_on = false;
    for (at, token) in tokens.into_iter().enumerate() {
        if !is_of_run(&token) {
            tests.push(spaced(token, at == last));
        } else if token.chars().nth(1).is_some() {
            tests.push(TokenTest::Exact(token));
            goes_on = true;
            continue;
        } else if !(goes_on && at == last) {
            tests.push(TokenTest::Start(token));
        }
        goes_on = false;
    }
    tests
}

/// The terms of a query by which it is ranked and that are highlighted: those that look for text
/// and do not stand under a NOT, in reading order, each once. Words that say nothing are left out.
pub(super) fn positive_terms(query: &Query) -> Vec<&Term> {
    fn walk<'q>(expr: &'q Expr, terms: &mut Vec<&'q Term>) {
        match expr {
            Expr::And(all) | Expr::Or(all) => all.iter().for_each(|expr| walk(expr, terms)),
            Expr::Not(_) => {}
            Expr::Term(term) => {
                let says =
                    matches!(term.atom, Atom::Regex { .. }) || Pattern::new(&term.atom).is_some();
                if TextField::scope(term.field).is_some() && says && !terms.contains(&term) {
                    terms.push(term);
                }
            }
        }
    }
    let mut terms = Vec::new();
    query.clauses.iter().for_each(|expr| walk(expr, &mut terms));
    terms
}

/// A regex ready to be tried on texts.
#[derive(Clone, Debug)]
pub(super) struct Program {
    pub(super) regex: Regex,
    /// How many times as long as most it may take for a byte of text.
    pub(super) weight: usize,
}

/// The largest size in bytes of a regex that takes at most some hundred nanoseconds for a byte of
/// text, whatever the text: for each byte it may look at all its states.
const LIGHT: usize = 32 << 10;
/// How many times as long a larger one may take. `e.{800}#` takes 2.5 µs a byte, and twice that in
/// wasm.
const HEAVY: usize = 16;
/// How many bytes of one text a regex looks at: as many as words are found in, some tens of
/// milliseconds of it in one go. A heavy one looks at a part of that, which still is that of
/// sixteen abstracts.
const LOOKED_AT: usize = MOST_INDEXED;

impl Program {
    /// Compiles a regex of a query.
    pub(super) fn new(pattern: &str, case_sensitive: bool) -> Result<Self, regex::Error> {
        if let Ok(regex) = regexes::compile_within(LIGHT, pattern, case_sensitive) {
            return Ok(Self { regex, weight: 1 });
        }
        let regex = regexes::compile(pattern, case_sensitive)?;
        Ok(Self {
            regex,
            weight: HEAVY,
        })
    }

    /// As much of a text as is looked at.
    pub(super) fn looks_at<'t>(&self, text: &'t str) -> &'t str {
        &text[..text.floor_char_boundary(LOOKED_AT / self.weight)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn atoms_become_tests_of_neighbouring_tokens() {
        let stem = |text: &str| TokenTest::Stem(text.to_owned());
        let exact = |text: &str| TokenTest::Exact(text.to_owned());
        let start = |text: &str| TokenTest::Start(text.to_owned());
        for (atom, expected) in [
            (Atom::Word("GANs".into()), Some(vec![stem("gan")])),
            (
                Atom::Word("self-supervised".into()),
                Some(vec![stem("self"), stem("supervised")]),
            ),
            (Atom::Exact("GANs".into()), Some(vec![exact("gans")])),
            (
                Atom::Prefix("Images-sé".into()),
                Some(vec![stem("image"), start("se")]),
            ),
            (
                Atom::Phrase("two  words".into()),
                Some(vec![stem("two"), stem("word")]),
            ),
            (
                Atom::Word("用JWT认证的".into()),
                Some(vec![start("用"), stem("jwt"), exact("认证"), exact("证的")]),
            ),
            (
                Atom::Phrase("认证 v2s".into()),
                Some(vec![exact("认证"), start("证"), stem("v2s")]),
            ),
            (Atom::Prefix("認識".into()), Some(vec![exact("認識")])),
            (Atom::Word("—".into()), None),
            (Atom::Phrase(String::new()), None),
            (Atom::Value("cs.CV".into()), None),
        ] {
            assert_eq!(Pattern::new(&atom), expected.map(Pattern), "{atom:?}");
        }
    }
}
