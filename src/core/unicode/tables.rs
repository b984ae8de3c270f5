//! Unicode's decompositions and compositions, unpacked when they are first needed.
//!
//! The tables are made by `src/build.rs` from the crate `unicode-normalization`, which carries them
//! at four times the size.

use std::io::Read as _;
use std::sync::LazyLock;

use flate2::read::DeflateDecoder;

use crate::core::sorting;

/// See `decompositions` in `src/build.rs`.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/decompositions.deflate"));

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::unpack);

#[derive(Default)]
struct Tables {
    text: String,
    /// The first and the last mark of each range, in order.
    marks: Vec<(char, char)>,
    /// Characters in order, and where in the text what they become starts and ends.
    decompositions: Vec<(char, u32, u32)>,
    /// Letter, mark and what they compose to, in order.
    compositions: Vec<(char, char, char)>,
}

impl Tables {
    fn unpack() -> Self {
        let text = inflate(PACKED);
        let mut tables = Self::default();
        let (mut part, mut at) = (0, 0_u32);
        for line in text.split('\n') {
            let mut chars = line.chars();
            let end = at + u32::try_from(line.len()).unwrap_or(u32::MAX);
            match (part, chars.next(), chars.next()) {
                (_, None, _) => part += 1,
                (0, Some(first), Some(last)) => tables.marks.push((first, last)),
                (1, Some(c), Some(_)) => {
                    let start = at + u32::try_from(c.len_utf8()).unwrap_or(0);
                    tables.decompositions.push((c, start, end));
                }
                (2, Some(letter), Some(mark)) => {
                    let composed = chars.next().unwrap_or(letter);
                    tables.compositions.push((letter, mark, composed));
                }
                _ => {}
            }
            at = end + 1;
        }
        sorting::sort(&mut tables.compositions);
        tables.text = text;
        tables
    }
}

/// Unpacks text that `src/build.rs` packed.
pub fn inflate(packed: &[u8]) -> String {
    let mut text = String::new();
    // What the build packed can be unpacked; a test does it.
    let _ = DeflateDecoder::new(packed).read_to_string(&mut text);
    text
}

/// Hangul syllables decompose by arithmetic (The Unicode Standard, section 3.12).
mod hangul {
    pub(super) const SYLLABLES: std::ops::RangeInclusive<char> = '가'..='힣';
    const VOWELS: u32 = 21;
    const TRAILERS: u32 = 28;

    pub(super) fn decompose(syllable: char, emit: &mut impl FnMut(char)) {
        let index = syllable as u32 - '가' as u32;
        let leader = 0x1100 + index / (VOWELS * TRAILERS);
        let vowel = 0x1161 + index / TRAILERS % VOWELS;
        let trailer = 0x11a7 + index % TRAILERS;
        for part in [leader, vowel] {
            char::from_u32(part).into_iter().for_each(&mut *emit);
        }
        if trailer > 0x11a7 {
            char::from_u32(trailer).into_iter().for_each(emit);
        }
    }
}

/// Gives the compatibility decomposition (NFKD) of a character, part by part.
pub fn decompose(c: char, mut emit: impl FnMut(char)) {
    if hangul::SYLLABLES.contains(&c) {
        return hangul::decompose(c, &mut emit);
    }
    let tables = &*TABLES;
    let known = tables
        .decompositions
        .binary_search_by_key(&c, |entry| entry.0);
    let parts = known.ok().and_then(|at| {
        let (_, start, end) = tables.decompositions[at];
        tables.text.get(start as usize..end as usize)
    });
    match parts {
        Some(parts) => parts.chars().for_each(emit),
        None => emit(c),
    }
}

/// Whether a character is a mark that belongs to the letter before it.
pub fn is_mark(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let marks = &TABLES.marks;
    let after = marks.partition_point(|(first, _)| *first <= c);
    after.checked_sub(1).is_some_and(|at| c <= marks[at].1)
}

/// The character that a letter and a mark compose to, if there is one.
pub fn compose(letter: char, mark: char) -> Option<char> {
    let all = &TABLES.compositions;
    let at = all.binary_search_by_key(&(letter, mark), |entry| (entry.0, entry.1));
    at.ok().map(|at| all[at].2)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char as reference;

    use super::*;

    #[test]
    fn every_character_decomposes_as_the_reference_has_it() {
        let (mut ours, mut theirs) = (String::new(), String::new());
        for c in '\0'..=char::MAX {
            ours.clear();
            theirs.clear();
            decompose(c, |part| ours.push(part));
            reference::decompose_compatible(c, |part| theirs.push(part));
            assert_eq!(ours, theirs, "{c:?}");
            assert_eq!(is_mark(c), reference::is_combining_mark(c), "{c:?}");
        }
    }

    #[test]
    fn letters_and_marks_compose_as_the_reference_has_it() {
        let marks = (0x300..=0x36f).filter_map(char::from_u32);
        for mark in marks {
            for letter in '\0'..='\u{24ff}' {
                let theirs = reference::compose(letter, mark);
                assert_eq!(compose(letter, mark), theirs, "{letter:?} {mark:?}");
            }
        }
    }
}
