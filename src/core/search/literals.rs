//! What a regex needs: words that must stand in a text for it to match, so that it need not be
//! tried on all.
//!
//! In a text that is [regular](crate::core::index::fields::is_regular) a token is a longest run of
//! what a regex calls word characters. So the letters that follow each other in a pattern stand in
//! one token, what is no word character parts two neighbours, and `\b` is where a token starts or
//! ends. Of another text only this is known, that letters side by side stand in one token if they
//! are not [hidden](crate::core::words::hidden).

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look, Repetition};

use super::fragments::Fragments;
use super::words::{find, with_any};
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::TextField;
use crate::core::index::{Index, TermId};
use crate::core::words::dictionary::Dictionary;
use crate::core::words::hidden::may_be_hidden;
use crate::core::words::regexes::NESTING;

/// The fewest letters that are worth looking up, anywhere in a token and at its start.
const FEWEST: usize = 3;
const FEWEST_AT_START: usize = 2;
/// In how many ways a regex is read at most.
const MOST_WAYS: usize = 64;
/// How many pieces of a way are told; what is behind them may be anything. Ways are copied with
/// each part of a regex.
const MOST_PIECES: usize = 256;
/// How many words of the library are compared with what the regexes of one query need: some ten
/// milliseconds. Beyond that less is known of the papers that may match.
pub(super) const MOST_COMPARED: usize = 32 << 20;
/// Tokens with more forms are not looked for side by side: that they stand in the paper must do.
const MOST_FORMS: usize = 4096;

/// What must stand in a text for a regex to match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Need {
    /// Of one way to read the regex all phrases.
    ways: Vec<Vec<Phrase>>,
    /// What stands there letter by letter.
    pub(super) fragments: Fragments,
}

/// Tokens side by side.
type Phrase = Vec<Glob>;

/// What is known of a token: parts of it, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Glob {
    parts: Vec<String>,
    /// Whether it starts with the first, and ends with the last.
    starts: bool,
    ends: bool,
}

/// What a regex reads, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A letter or digit of ASCII, comparable.
    Letter(char),
    /// Another character.
    Other(char),
    /// Word characters, or none.
    Letters,
    /// At least one character, and none for words.
    Between,
    /// Whatever it may be.
    Anything,
    /// A place where a word starts or ends.
    Edge,
}

/// The ways in which a regex may be read.
type Ways = Vec<Vec<Piece>>;

impl Piece {
    /// Whether it parts the tokens of a regular text, which has neither underscores nor
    /// backslashes.
    fn is_between(self) -> bool {
        match self {
            Self::Between => true,
            Self::Other(c) => c.is_ascii() && !matches!(c, '_' | '\\'),
            _ => false,
        }
    }
}

impl Need {
    /// What a regex needs.
    pub(super) fn of(pattern: &str, case_sensitive: bool) -> Self {
        let parse = |pattern: &str| {
            regex_syntax::ParserBuilder::new()
                .nest_limit(NESTING)
                .case_insensitive(!case_sensitive)
                .build()
                .parse(pattern)
                .ok()
        };
        let word = parse(r"\w").map(Hir::into_kind);
        let ways = match (word, parse(pattern)) {
            (Some(HirKind::Class(Class::Unicode(word))), Some(hir)) => ways(&hir, &word),
            _ => vec![Vec::new()],
        };
        Self {
            ways: ways.iter().map(|way| phrases(way)).collect(),
            fragments: Fragments::of(&ways),
        }
    }

    /// The papers that may match; `None` for all.
    ///
    /// At most so many words of the library as are `left` are compared for that.
    pub(super) fn docs(&self, index: &Index, left: &mut usize) -> Option<Bitset> {
        let mut docs = Bitset::empty(index.docs.len());
        let mut known: Vec<(&String, Option<Bitset>)> = Vec::new();
        for phrases in &self.ways {
            let found = phrases
                .iter()
                .flat_map(|phrase| papers(index, phrase, left));
            let all = found.reduce(|mut left, right| {
                left.and(&right);
                left
            });
            docs.or(&all?);
            let mut irregular = index.sets.irregular.clone();
            for part in phrases.iter().flatten().flat_map(|glob| &glob.parts) {
                let at = known.iter().position(|(letters, _)| *letters == part);
                let at = at.unwrap_or_else(|| {
                    known.push((part, with_letters(index, part, left)));
                    known.len() - 1
                });
                if let Some(with_part) = &known[at].1 {
                    irregular.and(with_part);
                }
            }
            docs.or(&irregular);
        }
        Some(docs)
    }
}

/// The papers that may have some letters side by side, whether they are regular or not; `None` when
/// that is not worth looking up.
fn with_letters(index: &Index, letters: &str, left: &mut usize) -> Option<Bitset> {
    if letters.len() < FEWEST || may_be_hidden(letters) || *left == 0 {
        return None;
    }
    *left = left.saturating_sub(index.dictionary.len());
    let terms = index.dictionary.containing(letters);
    (terms.len() <= MOST_FORMS).then(|| {
        let mut docs = with_any(index, &terms);
        docs.or(&index.sets.hiding);
        docs
    })
}

/// Sets of papers in all of which a phrase stands; none when nothing is known.
fn papers(index: &Index, phrase: &Phrase, left: &mut usize) -> Vec<Bitset> {
    let mut sets = Vec::new();
    let mut run: Vec<Vec<TermId>> = Vec::new();
    let end = |run: &mut Vec<Vec<TermId>>, sets: &mut Vec<Bitset>| {
        if !run.is_empty() {
            sets.push(find(index, std::mem::take(run), &TextField::ALL).0);
        }
    };
    for glob in phrase {
        match glob.terms(&index.dictionary, left) {
            Some(terms) if terms.len() <= MOST_FORMS => run.push(terms),
            other => {
                end(&mut run, &mut sets);
                sets.extend(other.map(|terms| with_any(index, &terms)));
            }
        }
    }
    end(&mut run, &mut sets);
    sets
}

impl Glob {
    /// The terms of a dictionary that it may be; `None` when too little is known.
    fn terms(&self, dictionary: &Dictionary, left: &mut usize) -> Option<Vec<TermId>> {
        let first = self.parts.first()?;
        if self.starts && self.ends && self.parts.len() == 1 {
            return Some(dictionary.get(first).into_iter().collect());
        }
        let mut terms = if self.starts && first.len() >= FEWEST_AT_START {
            dictionary.with_prefix(first).to_vec()
        } else {
            let longest = self.parts.iter().max_by_key(|part| part.len())?;
            if longest.len() < FEWEST || *left == 0 {
                return None;
            }
            *left = left.saturating_sub(dictionary.len());
            dictionary.containing(longest)
        };
        terms.retain(|id| self.accepts(dictionary.term(*id)));
        Some(terms)
    }

    fn accepts(&self, token: &str) -> bool {
        let mut rest = token;
        for (at, part) in self.parts.iter().enumerate() {
            let place = match (
                at == 0 && self.starts,
                at + 1 == self.parts.len() && self.ends,
            ) {
                (true, true) => (rest == part).then_some(0),
                (true, false) => rest.starts_with(part).then_some(0),
                (false, true) => rest.ends_with(part).then(|| rest.len() - part.len()),
                (false, false) => rest.find(part),
            };
            let Some(place) = place else {
                return false;
            };
            rest = &rest[place + part.len()..];
        }
        true
    }
}

/// The ways to read a regex.
fn ways(hir: &Hir, word: &ClassUnicode) -> Ways {
    match hir.kind() {
        HirKind::Literal(literal) => {
            vec![match std::str::from_utf8(&literal.0) {
                Ok(text) => text.chars().map(piece).collect(),
                Err(_) => vec![Piece::Anything],
            }]
        }
        HirKind::Class(class) => vec![vec![of_class(class, word)]],
        HirKind::Look(Look::WordUnicode | Look::WordStartUnicode | Look::WordEndUnicode) => {
            vec![vec![Piece::Edge]]
        }
        // Other places between characters part nothing.
        HirKind::Empty | HirKind::Look(_) => vec![Vec::new()],
        HirKind::Capture(capture) => ways(&capture.sub, word),
        HirKind::Repetition(repetition) => repeated(repetition, word),
        HirKind::Concat(parts) => parts.iter().fold(vec![Vec::new()], |mut before, part| {
            if before.iter().any(|way| way.len() >= MOST_PIECES) {
                for way in &mut before {
                    if way.last() != Some(&Piece::Anything) {
                        way.push(Piece::Anything);
                    }
                }
                return before;
            }
            let mut after = ways(part, word);
            if before.len() * after.len() > MOST_WAYS {
                after = vec![vec![Piece::Anything]];
            }
            let both = |way: &Vec<Piece>| -> Ways {
                after.iter().map(|rest| [&way[..], rest].concat()).collect()
            };
            before.iter().flat_map(both).collect()
        }),
        HirKind::Alternation(parts) => {
            let all: Ways = parts.iter().flat_map(|part| ways(part, word)).collect();
            match all.len() {
                0..=MOST_WAYS => all,
                _ => vec![vec![Piece::Anything]],
            }
        }
    }
}

/// The ways to read what is repeated.
fn repeated(repetition: &Repetition, word: &ClassUnicode) -> Ways {
    let mut once = ways(&repetition.sub, word);
    let only = |test: fn(&Piece) -> bool| once.iter().flatten().all(test);
    // What may stand there again.
    let more = if only(|piece| matches!(piece, Piece::Letter(_) | Piece::Letters)) {
        Piece::Letters
    } else if only(|piece| piece.is_between()) {
        Piece::Between
    } else {
        Piece::Anything
    };
    if repetition.max != Some(1) {
        if repetition.min == 0 && more != Piece::Between {
            return vec![vec![more]];
        }
        for way in &mut once {
            way.push(more);
        }
    }
    if repetition.min == 0 {
        if once.len() == MOST_WAYS {
            return vec![vec![Piece::Anything]];
        }
        once.push(Vec::new());
    }
    once
}

fn piece(c: char) -> Piece {
    folded(c).map_or(Piece::Other(c), Piece::Letter)
}

fn of_class(class: &Class, word: &ClassUnicode) -> Piece {
    let Class::Unicode(class) = class else {
        return Piece::Anything;
    };
    if let Some(c) = letter(class) {
        return Piece::Letter(c);
    }
    let (mut others, mut letters) = (class.clone(), class.clone());
    others.difference(word);
    letters.intersect(word);
    match (others.ranges(), letters.ranges()) {
        ([], _) => Piece::Letters,
        (_, []) => Piece::Between,
        _ => Piece::Anything,
    }
}

/// What is known of the tokens that are read in a way.
fn phrases(way: &[Piece]) -> Vec<Phrase> {
    let mut phrases = vec![Vec::new()];
    let (mut glob, mut starts) = (Glob::default(), false);
    // Ends a token, and a phrase where the token says nothing or its neighbour is not known.
    let end = |glob: &mut Glob, phrases: &mut Vec<Phrase>, ends: bool, goes_on: bool| {
        let mut glob = std::mem::take(glob);
        glob.ends = ends;
        let says = glob.parts.iter().any(|part| !part.is_empty());
        let is_there = !glob.parts.is_empty();
        if let (true, Some(phrase)) = (says, phrases.last_mut()) {
            phrase.push(glob);
        }
        if !goes_on || is_there && !says {
            phrases.push(Vec::new());
        }
        says || !is_there
    };
    for piece in way {
        match piece {
            Piece::Letter(_) | Piece::Letters => {
                if glob.parts.is_empty() {
                    glob.parts.push(String::new());
                    glob.starts = starts;
                }
                match (piece, glob.parts.last_mut()) {
                    (Piece::Letter(c), Some(part)) => part.push(*c),
                    _ => glob.parts.push(String::new()),
                }
            }
            Piece::Between | Piece::Other(_) | Piece::Anything => {
                let parts = piece.is_between();
                end(&mut glob, &mut phrases, parts, parts);
                starts = parts;
            }
            // Behind letters that may be none a word may start or end.
            Piece::Edge => starts = end(&mut glob, &mut phrases, true, true),
        }
    }
    end(&mut glob, &mut phrases, false, false);
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

/// The one letter or digit, comparable, that all characters of a class are.
fn letter(class: &ClassUnicode) -> Option<char> {
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

/// A letter or digit of ASCII as it stands in tokens; with the two other characters that a regex
/// takes for one of them.
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

    /// `^a*b$` for a token, `a+b` for neighbours, `a b` for all, `a|b` for any.
    fn print(need: &Need) -> String {
        let glob = |glob: &Glob| {
            let (start, end) = (
                if glob.starts { "^" } else { "" },
                if glob.ends { "$" } else { "" },
            );
            format!("{start}{}{end}", glob.parts.join("*"))
        };
        let phrase = |phrase: &Phrase| phrase.iter().map(glob).collect::<Vec<_>>().join("+");
        let way = |way: &Vec<Phrase>| way.iter().map(phrase).collect::<Vec<_>>().join(" ");
        need.ways.iter().map(way).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn words_that_must_stand_in_the_text() {
        for (pattern, expected) in [
            ("Yolo", "yolo"),
            (r"yolo\s*v\d", "yolo$+^v*|yolov*"),
            (
                r"\bself-?supervised\b",
                "^self$+^supervised$|^selfsupervised$",
            ),
            (
                "(skip|task)s? of",
                "skips$+^of|skip$+^of|tasks$+^of|task$+^of",
            ),
            ("skip|[a-z]+", "skip|"),
            ("(abc)?x", "abcx|x"),
            ("(abc)+ .*deep net", "abc*$ deep$+^net"),
            (r"\btim\w+ing\b", "^tim**ing$"),
            (r"\b\w*ing\b of", "^*ing$+^of"),
            (r"a\b\w*-b", "a$ ^b"),
            (r"\w*\bab", "ab"),
            (r"\d+ \bab\W+c.d_e\\f", "^ab$+^c d e f"),
            (r"(a b)+c", "a$+^b c"),
            (r"(a b){0,2}cd", "cd"),
            (r"(?-u:\bab\b)c", "c"),
            ("é", ""),
            ("caféteria", "caf*teria"),
            ("", ""),
            ("(", ""),
        ] {
            assert_eq!(print(&Need::of(pattern, false)), expected, "{pattern}");
        }
    }

    #[test]
    fn globs() {
        let glob = |parts: &[&str], starts, ends| Glob {
            parts: parts.iter().map(|part| (*part).to_owned()).collect(),
            starts,
            ends,
        };
        assert!(glob(&["ti", "ing"], true, true).accepts("timing"));
        assert!(!glob(&["tim", "ming"], true, true).accepts("timing"));
        assert!(!glob(&["im", "ing"], true, true).accepts("timing"));
        assert!(glob(&["im", "in"], false, false).accepts("timing"));
        assert!(!glob(&["im", "in"], false, true).accepts("timing"));
        assert!(glob(&["timing"], true, true).accepts("timing"));
        assert!(!glob(&["timing"], true, true).accepts("timings"));
        assert!(glob(&["", "ing"], true, true).accepts("timing"));
        assert!(glob(&["g", ""], false, true).accepts("timings"));
    }
}
