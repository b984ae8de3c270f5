//! Papers that nearly say the same under different ids.
//!
//! The measure is the share of word triples that two papers have in common (the Jaccard coefficient
//! of their 3-shingles; Broder, "On the resemblance and containment of documents", 1997) over title
//! and abstract. To find candidates without comparing all with all, one triple in sixteen, chosen
//! by its hash, is looked up in a table of those of earlier papers; a pair with two of them in
//! common is compared in full. A paper without an abstract is compared by its title: the same words
//! in the same order, or nothing.
//!
//! What one paper costs is bounded. Of a text the first [`LOOKED_AT`] bytes are looked at. Papers
//! of which one has more than twice as many triples as the other cannot have half of all in common,
//! so they are not compared; of the others, the [`COMPARED`] that share most of what is looked up.

mod kept;

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::DocId;
use crate::core::paper::Paper;
use crate::core::sorting;

/// The share of common triples, in percent, from which two papers are marked.
const MARKED_FROM: u8 = 50;
/// One triple in this many is looked up.
const SAMPLED: u64 = 16;
/// A triple that more papers have is a phrase of the language and tells nothing.
const COMMON: usize = 24;
/// How many bytes of a title and of an abstract are looked at: some twenty times what an abstract
/// has. Of texts that are the same so far it may well be said that they nearly are.
const LOOKED_AT: usize = 32 << 10;
/// With how many others a paper is compared in full. A triple leads to at most [`COMMON`], so only
/// texts that are made of pieces of hundreds of others have more candidates.
const COMPARED: usize = 64;
/// A paper with more triples is long: how many differ is counted, so that it is compared only with
/// those that are about as long.
const LONG: usize = 1024;
/// Titles with fewer words are no evidence ("Preface").
const TITLE_WORDS: usize = 4;

/// Another paper and how much it has in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The other paper.
    pub doc: DocId,
    /// The percentage of word triples in common; 100 for equal titles where an abstract is missing.
    pub percent: u8,
}

/// What is known of earlier papers.
#[derive(Debug, Default)]
pub(super) struct Sketches {
    by_triple: Table,
    by_title: Table,
    /// How many triples those papers have that have more than [`LONG`].
    long: HashMap<DocId, usize>,
}

/// Hashes and the papers that have each; of a common one only the first [`COMMON`].
///
/// Half a million papers look up six million triples: a list for each would take a kilobyte a
/// paper. The lists are chains through one vector instead. Of a hash 32 bits are kept, since what
/// is found is only a candidate; and the table is cut into [`SHARDS`], which grow one at a time, so
/// that no single paper has to wait until all of it has been moved.
#[derive(Debug)]
struct Table {
    /// The newest link of each hash's chain.
    heads: Vec<HashMap<u32, u32, BuildHasherDefault<Hashed>>>,
    links: Vec<Vec<Link>>,
}

/// A paper in a chain.
#[derive(Clone, Copy, Debug)]
struct Link {
    doc: DocId,
    /// The link before it; its own place in the first one.
    before: u32,
}

/// How many parts a [`Table`] has.
const SHARDS: usize = 256;

/// Takes a hash as it is.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = mix(self.0, u64::from(*b));
        }
    }

    fn write_u32(&mut self, hash: u32) {
        // The table looks at the highest bits and the lowest ones.
        self.0 = u64::from(hash).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Default for Table {
    fn default() -> Self {
        Self {
            heads: (0..SHARDS).map(|_| HashMap::default()).collect(),
            links: vec![Vec::new(); SHARDS],
        }
    }
}

impl Table {
    /// The shard of a hash, and what is kept of it. The lowest bits chose the sample and are the
    /// same in all.
    fn place(hash: u64) -> (usize, u32) {
        let shard = usize::from(hash.to_be_bytes()[0]) % SHARDS;
        #[expect(clippy::cast_possible_truncation, reason = "32 bits are kept")]
        let kept = (hash >> 16) as u32;
        (shard, kept)
    }

    /// The papers that have a hash, the newest first.
    fn docs(&self, hash: u64) -> impl Iterator<Item = DocId> + '_ {
        let (shard, kept) = Self::place(hash);
        let links = &self.links[shard];
        let mut next = self.heads[shard].get(&kept).copied();
        std::iter::from_fn(move || {
            let at = next?;
            let link = links.get(at as usize)?;
            next = (link.before != at).then_some(link.before);
            Some(link.doc)
        })
    }

    /// Remembers that a paper has a hash.
    fn add(&mut self, hash: u64, doc: DocId) {
        let mut known = 0;
        for other in self.docs(hash) {
            known += 1;
            if other == doc || known == COMMON {
                return;
            }
        }
        let (shard, kept) = Self::place(hash);
        let links = &mut self.links[shard];
        let at = u32::try_from(links.len()).unwrap_or(u32::MAX);
        let before = self.heads[shard].insert(kept, at).unwrap_or(at);
        links.push(Link { doc, before });
    }
}

/// A paper as it is compared.
pub(super) struct Sketch {
    /// The hash of the title's words; `None` for too few of them.
    title: Option<u64>,
    /// The hashes of title's and abstract's triples, in the order of the text, for most papers are
    /// never compared in full; of a long paper sorted, each once.
    triples: Vec<u64>,
    /// Those of them that are looked up, sorted, each once.
    sampled: Vec<u64>,
    has_abstract: bool,
}

impl Sketch {
    pub(super) fn of(paper: &Paper) -> Self {
        let title = words(start_of(&paper.title.plain));
        let mut triples = Vec::new();
        add_triples(&title, &mut triples);
        if let Some(summary) = &paper.summary {
            add_triples(&words(start_of(&summary.plain)), &mut triples);
        }
        let sampled = triples.iter().copied();
        let mut sampled: Vec<u64> = sampled.filter(|triple| triple % SAMPLED == 0).collect();
        sorting::sort(&mut sampled);
        sampled.dedup();
        if triples.len() > LONG {
            sorting::sort(&mut triples);
            triples.dedup();
        }
        Self {
            title: (title.len() >= TITLE_WORDS).then(|| title.iter().fold(SEED, |a, b| mix(a, *b))),
            triples,
            sampled,
            has_abstract: paper.summary.is_some(),
        }
    }

    /// How much two papers have in common, in percent.
    pub(super) fn in_common(&self, other: &Self) -> u8 {
        if !(self.has_abstract && other.has_abstract) {
            return if self.title.is_some() && self.title == other.title {
                100
            } else {
                0
            };
        }
        let (ours, theirs) = (self.sorted(), other.sorted());
        let (mut a, mut b, mut common) = (0, 0, 0_usize);
        while let (Some(left), Some(right)) = (ours.get(a), theirs.get(b)) {
            common += usize::from(left == right);
            a += usize::from(left <= right);
            b += usize::from(right <= left);
        }
        let all = ours.len() + theirs.len() - common;
        u8::try_from(100 * common / all.max(1)).unwrap_or(100)
    }

    /// All triples, sorted, each once.
    fn sorted(&self) -> Vec<u64> {
        let mut triples = self.triples.clone();
        sorting::sort(&mut triples);
        triples.dedup();
        triples
    }
}

impl Sketches {
    /// The earlier papers that are worth a comparison, ascending.
    pub(super) fn candidates(&self, doc: DocId, sketch: &Sketch) -> Vec<DocId> {
        let mut met = Vec::new();
        for triple in sketch.sampled.iter().copied() {
            let start = met.len();
            met.extend(self.by_triple.docs(triple));
            if met.len() - start >= COMMON {
                met.truncate(start);
            }
        }
        sorting::sort(&mut met);
        let mut candidates: Vec<(usize, DocId)> = met
            .chunk_by(PartialEq::eq)
            .filter(|same| same.len() > 1)
            .filter_map(|same| Some((same.len(), *same.first()?)))
            .filter(|(_, other)| *other != doc && self.may_be_near(*other, sketch))
            .collect();
        if candidates.len() > COMPARED {
            sorting::sort_by_key(&mut candidates, |(common, _)| std::cmp::Reverse(*common));
            candidates.truncate(COMPARED);
        }
        let mut candidates: Vec<DocId> = candidates.into_iter().map(|(_, doc)| doc).collect();
        let same_title = sketch.title.map(|title| self.by_title.docs(title));
        let same_title = same_title.into_iter().flatten();
        candidates.extend(same_title.filter(|other| *other != doc));
        sorting::sort(&mut candidates);
        candidates.dedup();
        candidates
    }

    /// Whether the numbers of triples allow half of all to be in common.
    fn may_be_near(&self, other: DocId, sketch: &Sketch) -> bool {
        // How many triples differ at least and at most.
        let theirs = self.long.get(&other);
        let (fewest, most) = theirs.map_or((0, LONG), |size| (*size, *size));
        let ours = sketch.triples.len();
        fewest <= 2 * ours && (ours <= LONG || ours <= 2 * most)
    }

    /// Remembers a paper. What was remembered of its earlier text stays and does no harm:
    /// candidates are compared as they are.
    pub(super) fn remember(&mut self, doc: DocId, sketch: &Sketch) {
        for triple in sketch.sampled.iter().copied() {
            self.by_triple.add(triple, doc);
        }
        if let Some(title) = sketch.title {
            self.by_title.add(title, doc);
        }
        let size = sketch.triples.len();
        if size > LONG {
            self.long.insert(doc, size);
        } else if !self.long.is_empty() {
            self.long.remove(&doc);
        }
    }
}

/// How many bytes of a paper are looked at.
pub(super) fn looked_at(paper: &Paper) -> usize {
    let summary = paper.summary.as_ref().map_or("", |text| &text.plain);
    start_of(&paper.title.plain).len() + start_of(summary).len()
}

/// As much of a text as is looked at.
fn start_of(text: &str) -> &str {
    let end = text.len().min(LOOKED_AT);
    let end = (0..=end).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// Whether so much in common is worth a mark.
pub(super) fn is_near(percent: u8) -> bool {
    percent >= MARKED_FROM
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// A step of FNV-1a over 64 bits at once, its high bits folded down so that all of them tell.
fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 32)
}

/// The hashes of a text's words, case aside.
fn words(text: &str) -> Vec<u64> {
    let bytes = text.as_bytes();
    let mut words = Vec::with_capacity(bytes.len() / 6);
    let (mut start, mut at) = (0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        let (is_of_word, len) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            (c.is_alphanumeric(), c.len_utf8())
        };
        if !is_of_word {
            if start < at {
                words.push(word(&bytes[start..at]));
            }
            start = at + len;
        }
        at += len;
    }
    if start < at {
        words.push(word(&bytes[start..at]));
    }
    words
}

/// The hash of a word.
fn word(bytes: &[u8]) -> u64 {
    let step = |hash, byte: &u8| mix(hash, u64::from(byte.to_ascii_lowercase()));
    bytes.iter().fold(SEED, step)
}

fn add_triples(words: &[u64], triples: &mut Vec<u64>) {
    for three in words.windows(3) {
        triples.push(three.iter().fold(SEED, |hash, word| mix(hash, *word)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;
    use crate::core::text::RichText;

    const TEXT: &str = "we count the sheep of a valley by drone and compare the count with that of four shepherds over two summers and \
                        find that both are wrong in the same places where the grass is high and the sheep are small and lie down at noon";

    fn sketch(title: &str, summary: Option<&str>) -> Sketch {
        let id = PaperId::Local("x".into());
        let mut paper = Paper::new(id, RichText::from_plain(title), 1);
        paper.summary = summary.map(RichText::from_plain);
        Sketch::of(&paper)
    }

    #[track_caller]
    fn check(
        a: (&str, Option<&str>),
        b: (&str, Option<&str>),
        expected: std::ops::RangeInclusive<u8>,
    ) {
        let (a, b) = (sketch(a.0, a.1), sketch(b.0, b.1));
        let percent = a.in_common(&b);
        assert_eq!(percent, b.in_common(&a));
        assert!(expected.contains(&percent), "{percent}");
        let mut known = Sketches::default();
        known.remember(7, &a);
        // Of a text with few triples it may be that none is looked up.
        if is_near(percent) && (a.triples.len() > 20 || a.title.is_some()) {
            assert_eq!(known.candidates(8, &b), [7]);
        }
    }

    #[test]
    fn the_measure_is_the_share_of_common_triples() {
        let other = TEXT.replace("small and lie", "black and lie");
        check(("On Sheep", Some(TEXT)), ("Sheep!", Some(TEXT)), 100..=100);
        check(
            ("On Sheep", Some(TEXT)),
            ("On sheep", Some(&other)),
            80..=95,
        );
        check(
            ("On Sheep", Some(TEXT)),
            ("On Sheep", Some("Nothing of that kind is here.")),
            0..=2,
        );
        check(("a b c", Some("a b c")), ("a b c", Some("a b d")), 50..=50);
        check(("", Some("")), ("", Some("")), 0..=0);
    }

    #[test]
    fn titles_count_where_an_abstract_is_missing() {
        check(
            ("A Word on Sheep", None),
            ("a word on sheep.", Some(TEXT)),
            100..=100,
        );
        check(("A Word on Sheep", None), ("A Word on Goats", None), 0..=0);
        check(("On Sheep", None), ("On Sheep", None), 0..=0);
    }

    #[test]
    fn phrases_that_many_have_are_no_evidence() {
        let mut known = Sketches::default();
        let common = sketch("x", Some(TEXT));
        for doc in 0..40 {
            known.remember(doc, &common);
        }
        assert!(known.candidates(40, &common).is_empty());
    }

    /// So many words, no three of which stand side by side elsewhere.
    fn text(words: std::ops::Range<usize>) -> String {
        let words = words.map(|at| format!("w{at}"));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_long_paper_is_compared_with_those_that_are_about_as_long() {
        let mut known = Sketches::default();
        let long = text(0..4000);
        known.remember(0, &sketch("x", Some(&long)));
        let candidates = |words| known.candidates(9, &sketch("y", Some(&text(words))));
        assert!(candidates(0..500).is_empty());
        assert_eq!(candidates(0..2500), [0]);
        assert_eq!(candidates(1000..4500), [0]);
        // Nor is the long one with a short one that came before it.
        let mut known = Sketches::default();
        known.remember(0, &sketch("y", Some(&text(0..500))));
        let long = sketch("x", Some(&long));
        assert!(known.candidates(1, &long).is_empty());
    }

    #[test]
    fn few_of_many_candidates_are_compared_and_those_first_that_share_most() {
        // Ten pieces, each of which twenty papers have, and one paper that has four of them.
        let mut known = Sketches::default();
        for doc in 0..200 {
            let piece = usize::try_from(doc).unwrap() / 20 * 100;
            let own = format!("{} and so on {doc}", text(piece..piece + 100));
            known.remember(doc, &sketch("x", Some(&own)));
        }
        known.remember(200, &sketch("x", Some(&text(0..400))));
        let candidates = known.candidates(201, &sketch("y", Some(&text(0..1000))));
        assert_eq!(candidates.len(), COMPARED);
        assert!(candidates.contains(&200), "{candidates:?}");
    }

    #[test]
    fn of_a_huge_text_the_start_is_looked_at() {
        let huge = sketch("x", Some(&text(0..200_000)));
        assert!(huge.triples.len() < LOOKED_AT);
        assert_eq!(huge.in_common(&huge), 100);
        assert_eq!(start_of(&"é".repeat(LOOKED_AT)).len(), LOOKED_AT);
        assert_eq!(start_of(&"中".repeat(LOOKED_AT)).len(), LOOKED_AT / 3 * 3);
    }
}
