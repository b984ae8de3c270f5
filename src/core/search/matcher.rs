//! Many terms over the tokens of a text at once.
//!
//! Every test of every term has a bit, which is set as long as the last tokens have passed the
//! tests of its term up to this one. So a token is a shift and an AND, as in Baeza-Yates and
//! Gonnet, "A new approach to text searching" (CACM 35, 1992), however many phrases have begun; and
//! what it passes is looked up, however many tests there are.

use std::collections::VecDeque;

use super::firsts::Firsts;
use super::pattern::{Pattern, TokenTest};
use crate::core::sorting;
use crate::core::text::Span;
use crate::core::words::tokens::{each_token, is_of_run, stem};

/// The terms of a query that look for tokens.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    firsts: Firsts,
    stems: Lookup,
    exact: Lookup,
    starts: Lookup,
    /// The lengths of those beginnings, each once.
    lengths: Vec<usize>,
    /// The bits of all terms' first tests.
    first: Vec<u64>,
    /// For each bit the term whose last test it is, and how many it has.
    last: Vec<Option<(u16, usize)>>,
    /// The bits of tests that look for one character of a run without spaces, of whose tokens each
    /// has another one too.
    single: Vec<u64>,
    /// How many tests a term has at most.
    longest: usize,
}

/// Tests by what they look for, in its order, each with the bits that they have.
#[derive(Debug, Default)]
struct Lookup(Vec<(String, Vec<u64>)>);

impl Matcher {
    /// Prepares to look for terms, each with a number.
    pub(super) fn new<'p>(terms: impl Iterator<Item = (u16, &'p Pattern)>) -> Self {
        let mut this = Self::default();
        let [mut stems, mut exact, mut starts] = [const { Vec::new() }; 3];
        let (mut firsts, mut single) = (Vec::new(), Vec::new());
        for (number, pattern) in terms {
            let tests = pattern.tests();
            firsts.push(this.last.len());
            for test in tests {
                this.firsts.add(test.text());
                let list = match test {
                    TokenTest::Stem(_) => &mut stems,
                    TokenTest::Exact(_) => &mut exact,
                    TokenTest::Start(_) => &mut starts,
                };
                list.push((test.text(), this.last.len()));
                if matches!(test, TokenTest::Start(_)) && is_of_run(test.text()) {
                    single.push(this.last.len());
                }
                this.last.push(None);
            }
            if let Some(last) = this.last.last_mut() {
                *last = Some((number, tests.len()));
            }
            this.longest = this.longest.max(tests.len());
        }
        let words = this.last.len().div_ceil(64);
        this.first = vec![0; words];
        for bit in firsts {
            set(&mut this.first, bit);
        }
        this.single = vec![0; words];
        for bit in single {
            set(&mut this.single, bit);
        }
        this.lengths = starts.iter().map(|(start, _)| start.len()).collect();
        this.lengths.sort_unstable();
        this.lengths.dedup();
        this.stems = Lookup::new(stems, words);
        this.exact = Lookup::new(exact, words);
        this.starts = Lookup::new(starts, words);
        this
    }

    /// Calls `each` with the number of every term and every place in a text where it stands,
    /// overlaps included.
    pub(super) fn find(&self, text: &str, mut each: impl FnMut(u16, Span)) {
        let words = self.first.len();
        if words == 0 {
            return;
        }
        // The bits that are set; those that a token passes; and where the last tokens start.
        let (mut state, mut passed) = (vec![0_u64; words], vec![0_u64; words]);
        let mut begun: VecDeque<u32> = VecDeque::with_capacity(self.longest);
        let mut expected = 0;
        self.firsts.tokens(text, |token, span, number| {
            if number != expected {
                state.fill(0);
                begun.clear();
            }
            expected = number + 1;
            if begun.len() == self.longest {
                begun.pop_front();
            }
            begun.push_back(span.start);
            if !self.pass(token, &mut passed) {
                state.fill(0);
                return;
            }
            let mut carry = 0;
            for (word, state) in state.iter_mut().enumerate() {
                let shifted = *state << 1 | carry | self.first[word];
                carry = *state >> 63;
                *state = shifted & std::mem::take(&mut passed[word]);
                let mut left = *state;
                while left != 0 {
                    let bit = 64 * word + left.trailing_zeros() as usize;
                    left &= left - 1;
                    if let Some((number, len)) = self.last[bit]
                        && let Some(start) = begun.len().checked_sub(len).map(|at| begun[at])
                    {
                        let is_single = self.single[word] >> (bit % 64) & 1 == 1;
                        let end = if is_single {
                            end_of_first(text, span)
                        } else {
                            span.end
                        };
                        each(number, Span { start, end });
                    }
                }
            }
        });
    }

    /// Sets the bits of the tests that a token passes, and says whether there are any.
    fn pass(&self, token: &str, passed: &mut [u64]) -> bool {
        let mut any = self.exact.pass(token, passed);
        if !self.stems.0.is_empty() {
            any |= self.stems.pass(&stem(token), passed);
        }
        for start in self.lengths.iter().filter_map(|len| token.get(..*len)) {
            any |= self.starts.pass(start, passed);
        }
        any
    }
}

impl Lookup {
    fn new(mut tests: Vec<(&str, usize)>, words: usize) -> Self {
        sorting::sort(&mut tests);
        let mut this = Self::default();
        for (text, bit) in tests {
            if this.0.last().is_none_or(|(last, _)| last != text) {
                this.0.push((text.to_owned(), vec![0; words]));
            }
            if let Some((_, bits)) = this.0.last_mut() {
                set(bits, bit);
            }
        }
        this
    }

    fn pass(&self, text: &str, passed: &mut [u64]) -> bool {
        let place = self
            .0
            .binary_search_by(|(known, _)| known.as_str().cmp(text));
        let Ok(at) = place else {
            return false;
        };
        for (passed, bits) in passed.iter_mut().zip(&self.0[at].1) {
            *passed |= bits;
        }
        true
    }
}

/// Where the first character ends of a token of a run without spaces: where the next token starts.
fn end_of_first(text: &str, span: Span) -> u32 {
    let mut second = None;
    each_token(&text[span.range()], &mut |_, inner| {
        if inner.start > 0 {
            second.get_or_insert(inner.start);
        }
    });
    second.map_or(span.end, |second| span.start + second)
}

fn set(bits: &mut [u64], bit: usize) {
    bits[bit / 64] |= 1 << (bit % 64);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::query::Atom;
    use crate::core::words::tokens::tokens;

    /// Every term at every token, test by test.
    fn one_by_one(terms: &[Pattern], text: &str) -> Vec<(u16, Span)> {
        let mut all = Vec::new();
        tokens(text, |token, span| all.push((token.to_owned(), span)));
        let mut found = Vec::new();
        for (number, pattern) in (0..).zip(terms) {
            for window in all.windows(pattern.len()) {
                if pattern.accepts(window.iter().map(|(token, _)| token.as_str())) {
                    let (start, end) = (window[0].1.start, window[window.len() - 1].1.end);
                    found.push((number, Span { start, end }));
                }
            }
        }
        found.sort_unstable();
        found
    }

    #[test]
    fn of_runs_without_spaces_what_is_looked_for_is_found() {
        let terms: Vec<Pattern> = ["权威事实", "事", "用JWT", "ガス", "ガ", "国"]
            .iter()
            .filter_map(|word| Pattern::new(&Atom::Word((*word).to_owned())))
            .collect();
        let text = "成权威事实的 用JWT ｶﾞｽ事";
        let mut found = Vec::new();
        Matcher::new((0..).zip(&terms)).find(text, |number, span| {
            found.push((number, &text[span.range()]));
        });
        let expected = [
            (0, "权威事实"),
            (1, "事"),
            (1, "事"),
            (2, "用JWT"),
            (3, "ｶﾞｽ"),
            (4, "ｶﾞ"),
        ];
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    proptest! {
        #[test]
        fn as_each_term_alone_would(
            text in "([ab]{1,2}s?[ -]|c |é ){0,40}",
            terms in prop::collection::vec(("([ab]{1,2}s?[ -]?){1,9}", 0..4_usize), 1..20),
        ) {
            let pattern = |(text, kind): (String, usize)| Pattern::new(&match kind {
                0 => Atom::Word(text),
                1 => Atom::Exact(text),
                2 => Atom::Prefix(text),
                _ => Atom::Phrase(text),
            });
            let terms: Vec<Pattern> = terms.into_iter().filter_map(pattern).collect();
            let mut found = Vec::new();
            Matcher::new((0..).zip(&terms)).find(&text, |number, span| found.push((number, span)));
            found.sort_unstable();
            prop_assert_eq!(found, one_by_one(&terms, &text));
        }
    }
}
