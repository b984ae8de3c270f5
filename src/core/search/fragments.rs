//! Fragments of a regex: what must stand in a text letter by letter, which is found many times as
//! fast as the regex is tried.

use std::cmp::Reverse;

use super::literals::Piece;
use crate::core::sorting;

/// How many fragments are looked for at most before the ways of a regex are told apart.
const MOST_KEYS: usize = 8;
/// Letters by how often they stand in English texts, the most frequent first.
const FREQUENT: &[u8] = b" etaoinsrhldcumfpgwybvkxjqz";
/// A one in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;

/// What must stand in a text, in any letter case, for a regex to match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Fragments {
    /// One of them must stand there; empty when that is not known.
    keys: Vec<Fragment>,
    /// All of one of them must stand there, one behind the other.
    ways: Vec<Vec<Fragment>>,
}

/// Characters side by side, ASCII's in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fragment {
    bytes: Vec<u8>,
    /// Its two rarest bytes.
    rare: [Rare; 2],
}

/// A byte of a fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rare {
    /// Its place.
    at: usize,
    /// It, eight times.
    byte: u64,
    /// The bit, eight times, that its letter cases differ in.
    case: u64,
}

impl Fragments {
    /// What a regex that may be read in some ways needs.
    pub(super) fn of(ways: &[Vec<Piece>]) -> Self {
        let ways: Vec<Vec<Fragment>> = ways.iter().map(|way| fragments(way)).collect();
        // The index has been asked for letters and digits, so that of them alone every text has
        // some.
        let worth = |one: &&Fragment| {
            let is_news = !one.bytes.iter().all(u8::is_ascii_alphanumeric);
            (is_news, one.bytes.len())
        };
        let key = |way: &Vec<Fragment>| way.iter().max_by_key(worth).cloned();
        let Some(mut all) = ways.iter().map(key).collect::<Option<Vec<Fragment>>>() else {
            return Self::default();
        };
        // What has another one in it need not be looked for.
        sorting::sort_by_key(&mut all, |key| key.bytes.len());
        let mut keys: Vec<Fragment> = Vec::new();
        for key in all {
            if keys
                .iter()
                .all(|shorter| shorter.find(&key.bytes).is_none())
            {
                keys.push(key);
            }
        }
        if keys.len() > MOST_KEYS {
            return Self::default();
        }
        Self { keys, ways }
    }

    /// Whether the regex need be tried on a text.
    pub(super) fn may_match(&self, text: &str) -> bool {
        self.keys.is_empty()
            || self.stand_in(text.as_bytes())
            // Where letter case says nothing two letters that are not ASCII's are taken for `s` and
            // `k`.
            || !text.is_ascii() && text.contains(['ſ', '\u{212a}'])
    }

    fn stand_in(&self, text: &[u8]) -> bool {
        let has_all = |way: &Vec<Fragment>| {
            let mut rest = Some(text);
            for fragment in way {
                rest = rest.and_then(|rest| Some(&rest[fragment.find(rest)?..]));
            }
            rest.is_some()
        };
        self.keys.iter().any(|key| key.find(text).is_some()) && self.ways.iter().any(has_all)
    }
}

/// The fragments of a way that say something.
fn fragments(way: &[Piece]) -> Vec<Fragment> {
    let mut all = vec![String::new()];
    for piece in way {
        match (piece, all.last_mut()) {
            (Piece::Letter(c) | Piece::Other(c), Some(last)) => last.push(*c),
            // A place has no width.
            (Piece::Edge, _) => {}
            _ => all.push(String::new()),
        }
    }
    let says = |text: &String| match text.as_bytes() {
        [] => false,
        [byte] => !byte.is_ascii_alphanumeric() && !b" ,.-".contains(byte),
        _ => true,
    };
    all.into_iter().filter(says).map(Fragment::new).collect()
}

impl Fragment {
    fn new(text: String) -> Self {
        let bytes = text.into_bytes();
        let mut by_frequency: Vec<usize> = (0..bytes.len()).collect();
        sorting::sort_by_key(&mut by_frequency, |at| {
            let rank = FREQUENT.iter().position(|byte| *byte == bytes[*at]);
            Reverse(rank.unwrap_or(FREQUENT.len()))
        });
        let first = by_frequency.first().copied().unwrap_or_default();
        let second = by_frequency.get(1).copied().unwrap_or(first);
        let rare = [first, second].map(|at| {
            let byte = bytes[at];
            let case = if byte.is_ascii_lowercase() { 0x20 } else { 0 };
            Rare {
                at,
                byte: u64::from(byte) * EACH,
                case: case * EACH,
            }
        });
        Self { bytes, rare }
    }

    /// Where it ends in a text when it stands there first.
    ///
    /// Eight places are looked at in one number: bytes in which both rare bytes are as they should
    /// be become zero, and the lowest of those is found as in Warren's "Hacker's Delight", 6-1.
    fn find(&self, text: &[u8]) -> Option<usize> {
        let places = text.len().checked_sub(self.bytes.len())? + 1;
        let words = |rare: &Rare| text[rare.at..places + rare.at].as_chunks::<8>().0;
        let [first, second] = &self.rare;
        for (word, (one, other)) in words(first).iter().zip(words(second)).enumerate() {
            let differ = first.differs(*one) | second.differs(*other);
            let mut same = differ.wrapping_sub(EACH) & !differ & (EACH << 7);
            while same != 0 {
                let start = 8 * word + same.trailing_zeros() as usize / 8;
                if self.is_at(text, start) {
                    return Some(start + self.bytes.len());
                }
                same &= same - 1;
            }
        }
        let start = (places - places % 8..places).find(|start| self.is_at(text, *start))?;
        Some(start + self.bytes.len())
    }

    fn is_at(&self, text: &[u8], start: usize) -> bool {
        text[start..start + self.bytes.len()].eq_ignore_ascii_case(&self.bytes)
    }
}

impl Rare {
    /// Zero in the bytes that are this one.
    fn differs(&self, bytes: [u8; 8]) -> u64 {
        (u64::from_le_bytes(bytes) | self.case) ^ self.byte
    }
}

#[cfg(test)]
mod tests {
    use super::super::literals::Need;
    use super::*;
    use crate::core::words::regexes::compile;

    /// `a+b` for all in this order, `a|b` for any; behind `: ` the keys.
    fn print(fragments: &Fragments) -> String {
        let texts = |some: &[Fragment]| -> Vec<String> {
            let text = |one: &Fragment| String::from_utf8(one.bytes.clone()).unwrap();
            some.iter().map(text).collect()
        };
        let ways: Vec<String> = fragments
            .ways
            .iter()
            .map(|way| texts(way).join("+"))
            .collect();
        format!("{}: {}", ways.join("|"), texts(&fragments.keys).join("|"))
    }

    #[test]
    fn what_stands_letter_by_letter() {
        for (pattern, expected) in [
            ("Data Set", "data set: data set"),
            (
                r"(Multi|domain)s? of",
                "multis of|multi of|domains of|domain of: multi of|multis of|domain of|domains of",
            ),
            (r"com\w* dataset", "com+ dataset:  dataset"),
            (r"[0-9]+(\.[0-9]+)?% .*three", "% +three|% +three: % "),
            (r"x-+\bab\b-c", "x-+ab-c: ab-c"),
            (r"x\s*ab", "ab|xab: ab"),
            ("(ab){2}c_", "ab+c_: c_"),
            ("é%", "%: %"),
            (r"(?-u:\xc3)ab", ": "),
            (r"ab|[a-z]", ": "),
            ("a, b", "a, b: a, b"),
            (".a.b", ": "),
            ("", ": "),
        ] {
            assert_eq!(
                print(&Need::of(pattern, false).fragments),
                expected,
                "{pattern}"
            );
        }
    }

    #[test]
    fn found_wherever_they_stand() {
        for needle in ["a", "%", "ab", "zab", "q1-_", "é ab"] {
            let fragment = Fragment::new(needle.to_owned());
            for before in 0..200 {
                for after in [0, 1, 63, 64, 65, 130] {
                    let mut text = "b ".repeat(before).into_bytes();
                    text.truncate(before);
                    assert_eq!(fragment.find(&text), None, "{needle} {before}");
                    text.extend(needle.to_ascii_uppercase().bytes());
                    let end = text.len();
                    text.extend("B ".repeat(after).bytes());
                    assert_eq!(fragment.find(&text), Some(end), "{needle} {before} {after}");
                }
            }
        }
    }

    #[test]
    fn texts_are_left_out_only_where_the_regex_does_not_match() {
        let texts = [
            "Data sets of 10% are STATE-of-the-art",
            "maſk and \u{212a}ernel",
            "mask-kernel_x \\alpha 3.5% 中文",
            "",
        ];
        let patterns = [
            "mask",
            "kernel",
            r"m\w+k",
            "sets? of",
            r"\d+% are",
            "(art|ernel|中文)",
            r"\\al",
            "_x ",
            r"k-+k",
            "state.of",
            "é",
            r"\bof\b",
            "DATA|%.%",
        ];
        let mut left_out = 0;
        for pattern in patterns {
            for case_sensitive in [false, true] {
                let regex = compile(pattern, case_sensitive).unwrap();
                let fragments = Need::of(pattern, case_sensitive).fragments;
                for text in texts {
                    let may_match = fragments.may_match(text);
                    assert!(may_match || !regex.is_match(text), "{pattern} in {text}");
                    left_out += usize::from(!may_match);
                }
            }
        }
        assert!(left_out >= 40, "{left_out}");
    }
}
