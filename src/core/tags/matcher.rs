//! All patterns over all tokens in one pass.
//!
//! The patterns share a trie whose edges are symbols: each symbol stands for one [`Atom`] that some pattern uses. A token of the text is
//! looked up once and gives the few symbols that it satisfies; most tokens give none. From each token the trie is walked as far as the text
//! follows it, so the cost does not grow with the number of patterns but with the number of matches begun.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::pattern::{Atom, Step};
use super::tokens::{Break, Kind, LinkKind, Token, fold};
use crate::core::sorting;

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

/// Hashing for words: Fowler, Noll and Vo's FNV-1a. The table is ours, so nobody can choose words that collide.
type Quick = BuildHasherDefault<Fnv>;

#[derive(Clone, Copy)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Symbol = u32;
type NodeId = u32;

/// Patterns compiled into one trie.
#[derive(Debug, Default)]
pub(super) struct Matcher {
    symbols: HashMap<Atom, Symbol>,
    words: HashMap<String, Symbol, Quick>,
    exact: HashMap<String, Symbol, Quick>,
    /// Prefixes by their first four bytes, or by the two or three that they have.
    prefixes: HashMap<[u8; 4], Vec<(String, Symbol)>, Quick>,
    /// By their first byte.
    exact_prefixes: HashMap<u8, Vec<(String, Symbol)>, Quick>,
    /// By their last byte.
    exact_suffixes: HashMap<u8, Vec<(String, Symbol)>, Quick>,
    nodes: Vec<Node>,
    /// The edges of the root by symbol, [`ROOT`] where there is none: every token is tried there, so no search is spent on it.
    first: Vec<NodeId>,
    patterns: u32,
}

#[derive(Debug, Default)]
struct Node {
    /// Sorted by symbol.
    edges: Vec<(Symbol, NodeId)>,
    gaps: Vec<(u8, NodeId)>,
    ends: Vec<u32>,
}

const ROOT: NodeId = 0;

impl Matcher {
    /// A matcher without patterns.
    pub fn new() -> Self {
        Self {
            nodes: vec![Node::default()],
            ..Self::default()
        }
    }

    /// Adds a pattern; its number is the count of those added before.
    pub fn add(&mut self, steps: &[Step]) {
        let heads = self.grow(vec![ROOT], steps);
        for head in heads.into_iter().filter(|head| *head != ROOT) {
            self.nodes[head as usize].ends.push(self.patterns);
        }
        self.patterns += 1;
    }

    /// The nodes at which one is after these steps, from these heads on.
    fn grow(&mut self, mut heads: Vec<NodeId>, steps: &[Step]) -> Vec<NodeId> {
        for step in steps {
            heads = match step {
                Step::One(atom) => {
                    let symbol = self.symbol(atom);
                    heads
                        .into_iter()
                        .map(|head| self.edge(head, symbol))
                        .collect()
                }
                Step::Gap(size) => heads
                    .into_iter()
                    .map(|head| self.gap(head, *size))
                    .collect(),
                Step::OneOf { rows, optional } => {
                    let mut next: Vec<NodeId> = rows
                        .iter()
                        .flat_map(|row| self.grow(heads.clone(), row))
                        .collect();
                    if *optional {
                        next.extend(heads);
                    }
                    next
                }
            };
            sorting::sort(&mut heads);
            heads.dedup();
        }
        heads
    }

    /// All places of all patterns, by first token.
    pub fn find(&self, tokens: &[Token<'_>]) -> Vec<Hit> {
        let text = self.look_up(tokens);
        let mut hits = Vec::new();
        for first in 0..tokens.len() {
            let mut walk = Walk {
                matcher: self,
                tokens,
                text: &text,
                first,
                hits: &mut hits,
            };
            for symbol in text.of(first) {
                let node = self.first.get(*symbol as usize).copied();
                if let Some(node) = node.filter(|node| *node != ROOT) {
                    walk.reached(node, first);
                }
            }
        }
        hits
    }

    fn symbol(&mut self, atom: &Atom) -> Symbol {
        if let Some(symbol) = self.symbols.get(atom) {
            return *symbol;
        }
        let symbol = Symbol::try_from(self.symbols.len()).unwrap_or(Symbol::MAX);
        self.symbols.insert(atom.clone(), symbol);
        match atom.clone() {
            Atom::Word(word) => {
                self.words.insert(word, symbol);
            }
            Atom::Exact(word) => {
                self.exact.insert(word, symbol);
            }
            Atom::Prefix(prefix) => {
                let head = head(&prefix, 4);
                self.prefixes
                    .entry(head)
                    .or_default()
                    .push((prefix, symbol));
            }
            Atom::ExactPrefix(prefix) => {
                let first = prefix.bytes().next().unwrap_or_default();
                let same = self.exact_prefixes.entry(first).or_default();
                same.push((prefix, symbol));
            }
            Atom::ExactSuffix(suffix) => {
                let last = suffix.bytes().last().unwrap_or_default();
                let same = self.exact_suffixes.entry(last).or_default();
                same.push((suffix, symbol));
            }
            Atom::Link(_) => {}
        }
        symbol
    }

    fn edge(&mut self, from: NodeId, symbol: Symbol) -> NodeId {
        let new = self.next_node();
        let edges = &mut self.nodes[from as usize].edges;
        match edges.binary_search_by_key(&symbol, |(symbol, _)| *symbol) {
            Ok(at) => edges[at].1,
            Err(at) => {
                edges.insert(at, (symbol, new));
                self.nodes.push(Node::default());
                if from == ROOT {
                    let place = symbol as usize;
                    if self.first.len() <= place {
                        self.first.resize(place + 1, ROOT);
                    }
                    self.first[place] = new;
                }
                new
            }
        }
    }

    fn gap(&mut self, from: NodeId, size: u8) -> NodeId {
        let known = self.nodes[from as usize]
            .gaps
            .iter()
            .find(|(known, _)| *known == size);
        if let Some((_, node)) = known {
            return *node;
        }
        let new = self.next_node();
        self.nodes[from as usize].gaps.push((size, new));
        self.nodes.push(Node::default());
        new
    }

    fn next_node(&self) -> NodeId {
        NodeId::try_from(self.nodes.len()).unwrap_or(NodeId::MAX)
    }

    /// The symbols that each token satisfies.
    fn look_up(&self, tokens: &[Token<'_>]) -> Text {
        let mut text = Text {
            symbols: Vec::with_capacity(tokens.len()),
            ends: Vec::with_capacity(tokens.len()),
        };
        let mut folded = String::new();
        for token in tokens {
            match token.kind {
                Kind::Word(word) => self.look_up_word(word, &mut folded, &mut text.symbols),
                Kind::Link(kind) => {
                    let kinds = [kind, LinkKind::Other];
                    let kinds = if kind == LinkKind::Other {
                        &kinds[..1]
                    } else {
                        &kinds[..]
                    };
                    // A paper's address is no link to what comes with this paper.
                    if kind != LinkKind::Paper {
                        text.symbols.extend(
                            kinds
                                .iter()
                                .filter_map(|kind| self.symbols.get(&Atom::Link(*kind))),
                        );
                    }
                }
            }
            text.ends
                .push(u32::try_from(text.symbols.len()).unwrap_or(u32::MAX));
        }
        text
    }

    fn look_up_word(&self, word: &str, folded: &mut String, symbols: &mut Vec<Symbol>) {
        fold(word, folded);
        symbols.extend(self.words.get(folded.as_str()));
        for length in (2..=4).take_while(|length| *length <= folded.len()) {
            for (prefix, symbol) in self
                .prefixes
                .get(&head(folded, length))
                .into_iter()
                .flatten()
            {
                if folded.starts_with(prefix.as_str()) {
                    symbols.push(*symbol);
                }
            }
        }
        if word.bytes().any(|b| b.is_ascii_uppercase()) {
            let singular = word.strip_suffix('s').unwrap_or(word);
            let exact = self.exact.get(word).or_else(|| self.exact.get(singular));
            symbols.extend(exact);
            let first = word.bytes().next().unwrap_or_default();
            let starts = self.exact_prefixes.get(&first).into_iter().flatten();
            let starts = starts.filter(|(prefix, _)| word.starts_with(prefix.as_str()));
            symbols.extend(starts.map(|(_, symbol)| *symbol));
            let plural = (singular.len() < word.len()).then_some(word);
            for ending in std::iter::once(singular).chain(plural) {
                let last = ending.bytes().last().unwrap_or_default();
                let ends = self.exact_suffixes.get(&last).into_iter().flatten();
                let ends = ends.filter(|(suffix, _)| ending.ends_with(suffix.as_str()));
                symbols.extend(ends.map(|(_, symbol)| *symbol));
            }
        }
    }
}

/// The first bytes of a word, at most `length`, filled up with zeros.
fn head(word: &str, length: usize) -> [u8; 4] {
    let mut head = [0; 4];
    for (to, byte) in head.iter_mut().zip(word.bytes()).take(length) {
        *to = byte;
    }
    head
}

/// The symbols of all tokens in a row; token `i` has those from the end of `i - 1` to its own.
struct Text {
    symbols: Vec<Symbol>,
    ends: Vec<u32>,
}

impl Text {
    fn of(&self, token: usize) -> &[Symbol] {
        let end_of = |token: usize| self.ends.get(token).map_or(0, |end| *end as usize);
        let start = token.checked_sub(1).map_or(0, end_of);
        self.symbols.get(start..end_of(token)).unwrap_or_default()
    }
}

struct Walk<'a, 'p> {
    matcher: &'a Matcher,
    tokens: &'a [Token<'p>],
    text: &'a Text,
    first: usize,
    hits: &'a mut Vec<Hit>,
}

impl Walk<'_, '_> {
    /// Takes the edges that the token at `at` satisfies.
    fn token(&mut self, node: NodeId, at: usize) {
        let edges = &self.matcher.nodes[node as usize].edges;
        for symbol in self.text.of(at) {
            if let Ok(edge) = edges.binary_search_by_key(symbol, |(symbol, _)| *symbol) {
                self.reached(edges[edge].1, at);
            }
        }
    }

    /// Goes on from a node reached with the token at `last`.
    fn reached(&mut self, node: NodeId, last: usize) {
        let here = &self.matcher.nodes[node as usize];
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.hits.extend(here.ends.iter().map(|pattern| Hit {
            pattern: *pattern,
            first: narrow(self.first),
            last: narrow(last),
        }));
        let next = last + 1;
        if !here.edges.is_empty()
            && self
                .tokens
                .get(next)
                .is_some_and(|t| t.before == Break::None)
        {
            self.token(node, next);
        }
        for (size, behind) in &here.gaps {
            for at in next..=next + usize::from(*size) {
                match self.tokens.get(at) {
                    Some(token) if token.before != Break::Sentence => self.token(*behind, at),
                    _ => break,
                }
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
