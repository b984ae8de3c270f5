//! All patterns over all tokens in one pass.
//!
//! The patterns share a trie whose edges are symbols: each symbol stands for one
//! [`Atom`](super::pattern::Atom) that some pattern uses. A token of the text is looked up once and
//! gives the few symbols that it satisfies; most tokens give none. From each token the trie is
//! walked as far as the text follows it, so the cost does not grow with the number of patterns but
//! with the number of matches begun. How far all walks over a paper go together is bounded
//! ([`STEPS`]), because patterns with many optional words and gaps over a text that repeats those
//! words begin more matches than anybody can wait for.
//!
//! | file | owns |
//! |---|---|
//! | `symbols` | what a token satisfies |
//! | `trie` | the patterns as they are added |
//! | `flat` | the same as they are walked |

mod flat;
mod symbols;
mod trie;

use std::collections::HashSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use self::flat::{Flat, NodeId};
use self::symbols::{Known, Symbol, SymbolTable, Symbols};
use self::trie::Trie;
use super::pattern::Step;
use super::tokens::{Break, Token};

/// How many steps the walks over one paper take together at most: nodes reached, patterns that end
/// there, and tokens that a gap may skip.
/// They take some ten milliseconds. Natural text takes far fewer with all patterns of the table,
/// however long, so only patterns made for it get there; what they would find behind is left out.
const STEPS: usize = 1 << 20;

/// From which step on the walk from one token remembers where it was. Nearly all end before.
const UNREMEMBERED: usize = 1024;

/// A pattern found: which, and the first and last token of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// The pattern, by the order in which patterns were added.
    pub pattern: u32,
    /// The index of its first token.
    pub first: u32,
    /// The index of its last token.
    pub last: u32,
}

/// Patterns compiled into one trie.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    symbols: SymbolTable,
    trie: Trie,
    /// The trie as it is walked, made when first wanted.
    flat: OnceLock<Flat>,
    /// The words met so far.
    known: Mutex<Known>,
}

impl Matcher {
    /// A matcher without patterns.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a pattern; its number is the count of those added before.
    pub fn add(&mut self, steps: &[Step]) {
        self.trie.add(steps, &mut self.symbols);
        self.flat = OnceLock::new();
        self.known = Mutex::default();
    }

    /// All places of all patterns, by first token.
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<Hit> {
        let flat = self.flat.get_or_init(|| self.trie.flat());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let of_tokens = known.look_up(tokens, &self.symbols, |symbol| flat.first(symbol).is_some());
        let mut walk = Walk {
            flat,
            of_tokens: &of_tokens,
            symbols: known.all(),
            first: 0,
            hits: Vec::new(),
            steps: 0,
            remembers_from: 0,
            seen: HashSet::new(),
        };
        for (first, symbols) in of_tokens.iter().enumerate() {
            if !symbols.begins {
                continue;
            }
            walk.begin(first);
            let next = of_tokens.get(first + 1).map_or(0, |symbols| symbols.bits);
            for symbol in walk.of(first) {
                if let Some(edge) = flat.first(*symbol)
                    && !(edge.needs_next && edge.bits & next == 0)
                {
                    walk.reached(edge.node, first);
                }
            }
        }
        walk.hits
    }
}

struct Walk<'a> {
    flat: &'a Flat,
    /// The symbols of each token, as stretches of `symbols`.
    of_tokens: &'a [Symbols],
    symbols: &'a [Symbol],
    first: usize,
    hits: Vec<Hit>,
    /// Of all walks.
    steps: usize,
    /// The step from which on it is remembered where this walk was.
    remembers_from: usize,
    /// The nodes from which it has gone on, each with the token.
    seen: HashSet<(NodeId, usize)>,
}

impl<'a> Walk<'a> {
    fn of(&self, token: usize) -> &'a [Symbol] {
        let symbols = self.of_tokens.get(token);
        let stretch = symbols.and_then(|symbols| self.symbols.get(symbols.range()));
        stretch.unwrap_or_default()
    }

    /// Starts at another token.
    fn begin(&mut self, first: usize) {
        self.first = first;
        self.remembers_from = self.steps + UNREMEMBERED;
        if !self.seen.is_empty() {
            self.seen.clear();
        }
    }

    /// Whether a node to which several ways lead is not yet known to have been gone on from at a
    /// token. A row of optional words has more ways than can be gone; each node need be gone on
    /// from but once, whichever way led there.
    fn is_new(&mut self, node: NodeId, at: usize) -> bool {
        self.steps < self.remembers_from || self.seen.insert((node, at))
    }

    /// Takes the edges that the token at `at` satisfies.
    fn token(&mut self, node: NodeId, at: usize) {
        let bits = self.flat.bits(node);
        if self.of_tokens[at].bits & bits == 0 {
            return;
        }
        for symbol in self.of(at) {
            if bits & symbols::bit(*symbol) != 0
                && let Some(next) = self.flat.edge(node, *symbol)
            {
                self.reached(next, at);
            }
        }
    }

    /// Goes on from a node reached with the token at `last`.
    fn reached(&mut self, node: NodeId, last: usize) {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let ends = self.flat.ends(node);
        self.steps += 1 + ends.len();
        if self.steps > STEPS {
            return;
        }
        self.hits.extend(ends.iter().map(|pattern| Hit {
            pattern: *pattern,
            first: narrow(self.first),
            last: narrow(last),
        }));
        let next = last + 1;
        let follows = self.of_tokens.get(next);
        if follows.is_some_and(|token| token.before == Break::None) {
            self.token(node, next);
        }
        for (size, behind) in self.flat.gaps(node) {
            let bits = self.flat.bits(*behind);
            self.steps += usize::from(*size);
            for at in next..=next + usize::from(*size) {
                match self.of_tokens.get(at) {
                    Some(token) if token.before == Break::Sentence => break,
                    Some(token) if token.bits & bits == 0 => {}
                    Some(_) if self.is_new(*behind, at) => self.token(*behind, at),
                    Some(_) => {}
                    None => break,
                }
            }
        }
        for join in self.flat.joins(node) {
            if self.is_new(*join, last) {
                self.reached(*join, last);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pattern::parse;
    use super::super::tokens::tokens;
    use super::*;
    use crate::core::paper::{Paper, PaperId};
    use crate::core::text::RichText;

    #[track_caller]
    fn check(pattern: &str, text: &str, expected: &[&str]) {
        let mut matcher = Matcher::new();
        matcher.add(&parse("unrelated words").unwrap());
        matcher.add(&parse(pattern).unwrap());
        let paper = Paper {
            summary: Some(RichText::from_plain(text)),
            ..Paper::new(PaperId::Local("x".into()), RichText::default(), 1)
        };
        let (tokens, _) = tokens(&paper);
        let found: Vec<&str> = matcher
            .find(&tokens)
            .into_iter()
            .map(|hit| {
                let start = tokens[hit.first as usize].span.range().start;
                &text[start..tokens[hit.last as usize].span.range().end]
            })
            .collect();
        assert_eq!(found, expected, "{pattern} in {text}");
    }

    /// The tokens that hits of a pattern cover, as first and last.
    fn places(pattern: &str, text: &str) -> Vec<(u32, u32)> {
        let mut matcher = Matcher::new();
        matcher.add(&parse(pattern).unwrap());
        let paper = Paper::new(PaperId::Local("x".into()), RichText::from_plain(text), 1);
        let hits = matcher.find(&tokens(&paper).0);
        hits.iter().map(|hit| (hit.first, hit.last)).collect()
    }

    /// There are more ways through the words than could be gone one by one: as many as subsets of
    /// forty.
    #[test]
    fn a_row_of_optional_words_is_walked_once() {
        let pattern = format!("{}b", "a? ".repeat(60));
        let hits = places(&pattern, &format!("{}b", "a ".repeat(40)));
        assert!((0..=40).all(|first| hits.contains(&(first, 40))));
    }

    #[test]
    fn walks_over_a_paper_end() {
        let gaps = "a ..255 ".repeat(8);
        let hits = places(&format!("{gaps}a"), &"a ".repeat(30_000));
        assert!(!hits.is_empty() && hits.len() < STEPS);
    }

    #[test]
    fn each_part_of_the_language() {
        check(
            "object detection",
            "Object-Detections, object, detection",
            &["Object-Detections"],
        );
        check("detect*", "we detect a detector", &["detect", "detector"]);
        check("=CT", "CT and CTs, not ct or detect", &["CT", "CTs"]);
        check(
            "=*GAN",
            "CycleGANs of an organ and GAN",
            &["CycleGANs", "GAN"],
        );
        check(
            "(image|point cloud) retrieval",
            "image retrieval, point cloud retrieval",
            &["image retrieval", "point cloud retrieval"],
        );
        check("3d? face", "a 3D face", &["3D face", "face"]);
        check(
            "map ..2 road",
            "map of the road, map of all the road. Map. Road",
            &["map of the road"],
        );
        check("map ..2 road", "map (of a) road", &["map (of a) road"]);
        check(
            "code <code>",
            "code https://github.com/a/b and code https://a.b",
            &["code https://github.com/a/b"],
        );
        check(
            "code <link>",
            "code https://github.com/a/b, code https://arxiv.org/abs/1",
            &["code https://github.com/a/b"],
        );
    }
}
