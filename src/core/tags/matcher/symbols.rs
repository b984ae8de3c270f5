//! What a token satisfies: of all atoms of all patterns those that it meets, each as a number.
//!
//! What a word satisfies is kept: texts say the same words again and again.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use crate::core::tags::pattern::Atom;
use crate::core::tags::tokens::{Break, Kind, LinkKind, Token, fold};
use crate::core::words::dictionary::Dictionary;

/// The number of an atom.
pub(super) type Symbol = u32;

/// A bit for each of some symbols; several share one. Sets without a common bit have no common
/// symbol.
pub(super) type Bits = u64;

/// The bit of a symbol.
#[inline]
pub(super) fn bit(symbol: Symbol) -> Bits {
    1 << (symbol % Bits::BITS)
}

/// Hashing for words: Fowler, Noll and Vo's FNV-1a. The table is ours, so nobody can choose words
/// that collide.
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

/// The atoms of all patterns.
#[derive(Debug, Default)]
pub(super) struct SymbolTable {
    symbols: HashMap<Atom, Symbol>,
    words: HashMap<String, Symbol, Quick>,
    exact: HashMap<String, Symbol, Quick>,
    /// Prefixes by their first four bytes, or by the two or three that they have.
    prefixes: HashMap<[u8; 4], Vec<(String, Symbol)>, Quick>,
    /// By their first byte.
    exact_prefixes: HashMap<u8, Vec<(String, Symbol)>, Quick>,
    /// By their last byte.
    exact_suffixes: HashMap<u8, Vec<(String, Symbol)>, Quick>,
}

impl SymbolTable {
    /// The symbol of an atom, a new one if need be.
    pub fn of(&mut self, atom: &Atom) -> Symbol {
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

    /// What a link of a kind satisfies.
    fn of_link(&self, kind: LinkKind) -> impl Iterator<Item = Symbol> {
        // A paper's address is no link to what comes with this paper.
        let kinds = match kind {
            LinkKind::Paper => [None, None],
            LinkKind::Other => [Some(kind), None],
            _ => [Some(kind), Some(LinkKind::Other)],
        };
        let symbol = |kind: LinkKind| self.symbols.get(&Atom::Link(kind)).copied();
        kinds.into_iter().flatten().filter_map(symbol)
    }

    /// Adds what a word satisfies.
    fn of_word(&self, word: &str, folded: &mut String, symbols: &mut Vec<Symbol>) {
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

/// How many words are remembered.
const MOST_KNOWN: usize = 1 << 16;

/// How many bytes a word has at most that is remembered. Longer ones are hardly met again, and a
/// memory full of them would be large.
const LONGEST_KNOWN: usize = 64;

/// What the words met so far satisfy.
#[derive(Debug, Default)]
pub(super) struct Known {
    words: Dictionary,
    /// By the word's number.
    of_words: Vec<Symbols>,
    of_links: [Option<Symbols>; LinkKind::ALL.len()],
    all: Vec<Symbol>,
    folded: String,
}

/// The symbols that a token satisfies: a stretch of all that were looked up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Symbols {
    /// The bits of all of them.
    pub bits: Bits,
    start: u32,
    end: u32,
    /// Whether a pattern begins with one of them.
    pub begins: bool,
    /// What stands before the token.
    pub before: Break,
}

impl Symbols {
    /// Where they stand in [`Known::all`].
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Known {
    /// All symbols that were looked up.
    pub fn all(&self) -> &[Symbol] {
        &self.all
    }

    /// The symbols that each token satisfies. The table and what begins a pattern must be the same
    /// each time.
    pub fn look_up(
        &mut self,
        tokens: &[Token<'_>],
        table: &SymbolTable,
        begins: impl Fn(Symbol) -> bool,
    ) -> Vec<Symbols> {
        if self.words.len() > MOST_KNOWN || self.all.len() > MOST_KNOWN {
            *self = Self::default();
        }
        let mut of_token = |token: &Token<'_>| match token.kind {
            Kind::Word(word) if word.len() > LONGEST_KNOWN => {
                let start = self.all.len();
                table.of_word(word, &mut self.folded, &mut self.all);
                since(start, &self.all, &begins)
            }
            Kind::Word(word) => {
                let number = self.words.intern(word) as usize;
                if let Some(symbols) = self.of_words.get(number) {
                    return *symbols;
                }
                let start = self.all.len();
                table.of_word(word, &mut self.folded, &mut self.all);
                let symbols = since(start, &self.all, &begins);
                self.of_words.push(symbols);
                symbols
            }
            Kind::Link(kind) => *self.of_links[kind as usize].get_or_insert_with(|| {
                let start = self.all.len();
                self.all.extend(table.of_link(kind));
                since(start, &self.all, &begins)
            }),
        };
        let symbols = tokens.iter().map(|token| Symbols {
            before: token.before,
            ..of_token(token)
        });
        symbols.collect()
    }
}

/// The symbols that were looked up last, those from `start` on.
fn since(start: usize, all: &[Symbol], begins: impl Fn(Symbol) -> bool) -> Symbols {
    let new = all.get(start..).unwrap_or_default();
    let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Symbols {
        bits: new.iter().fold(0, |bits, symbol| bits | bit(*symbol)),
        start: place(start),
        end: place(all.len()),
        begins: new.iter().any(|symbol| begins(*symbol)),
        before: Break::None,
    }
}
