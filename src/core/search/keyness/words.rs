//! Every word of the dictionary, counted by its posting lists.

use super::stop::{silent, vague};
use super::{FEWEST, SCOPE};
use crate::core::index::bitset::Bitset;
use crate::core::index::segment::{GONE, List, MOST_PAPERS, Segment};
use crate::core::index::{Index, TermId, narrow};
use crate::core::search::words::mask;
use crate::core::words::dictionary::{Dictionary, forms};
use crate::core::words::tokens::stem;

/// What a paper of a segment is: gone, outside the set, or in it. The places of the counts, too.
const OUTSIDE: u8 = 1;
const INSIDE: u8 = 2;
/// What looking a word up costs, in postings.
const LOOK: usize = 16;

/// The count of all words.
#[derive(Debug)]
pub(super) struct Words {
    /// The words that say nothing.
    silent: Bitset,
    /// Those that say something beside others only.
    vague: Bitset,
    next: TermId,
    len: TermId,
    /// What the papers of each segment are.
    marks: Vec<Vec<u8>>,
    /// The word that was last seen in each paper of the segment at hand, and the number of that.
    seen: Vec<u32>,
    stamp: u32,
    /// By the number of each word that stands for its forms: the papers in the set and outside that
    /// have any of them.
    counts: Vec<[u32; 2]>,
    /// And how it reads, where that is another form.
    readings: Vec<(TermId, TermId)>,
}

impl Words {
    pub(super) fn new(index: &Index, hits: &Bitset) -> Self {
        let mark = |doc: &u32| match *doc {
            GONE => 0,
            doc if hits.contains(doc as usize) => INSIDE,
            _ => OUTSIDE,
        };
        let marks = index.segments.iter();
        let marks = marks.map(|segment| segment.docs().iter().map(mark).collect());
        let len = index.dictionary.len();
        Self {
            silent: silent(&index.dictionary),
            vague: vague(&index.dictionary),
            next: 0,
            len: narrow(len),
            marks: marks.collect(),
            seen: vec![0; MOST_PAPERS],
            stamp: 0,
            counts: vec![[0; 2]; len],
            readings: Vec::new(),
        }
    }

    /// Goes on over about so many postings, and gives the words that were counted and say
    /// something; `None` when all are.
    pub(super) fn step(
        &mut self,
        index: &Index,
        postings: usize,
    ) -> Option<Vec<(TermId, [u32; 2])>> {
        if self.next >= self.len {
            return None;
        }
        let mut found = Vec::new();
        let mut done = 0;
        while self.next < self.len && done < postings {
            let term = self.next;
            self.next += 1;
            done += LOOK + self.count(index, term);
            let counts = self.counts[term as usize];
            if counts[0] >= FEWEST && self.speaks(term) {
                found.push((term, counts));
            }
        }
        Some(found)
    }

    /// How many papers in the set and outside have a word, once it is counted.
    pub(super) fn counts(&self, term: TermId) -> [u32; 2] {
        self.counts.get(term as usize).copied().unwrap_or_default()
    }

    /// Whether a word that stands for its forms says anything.
    pub(super) fn speaks(&self, term: TermId) -> bool {
        !self.silent.contains(term as usize)
    }

    /// Whether a word says something without others.
    pub(super) fn stands_alone(&self, term: TermId) -> bool {
        !self.vague.contains(term as usize)
    }

    /// How words read that are given by the forms that stand for them.
    pub(super) fn read(&self, index: &Index, terms: &[TermId]) -> String {
        let word = |term: &TermId| {
            let place = self.readings.binary_search_by_key(term, |(term, _)| *term);
            let shown = place.map_or(*term, |at| self.readings[at].1);
            index.dictionary.term(shown)
        };
        let words: Vec<&str> = terms.iter().map(word).collect();
        words.join(" ")
    }

    /// Counts a word if it stands for its forms, and says how many postings that took.
    fn count(&mut self, index: &Index, term: TermId) -> usize {
        let word = index.dictionary.term(term);
        let stem = stem(word);
        let forms = if stem == word {
            if !has_plural(&index.dictionary, word) {
                return self.count_one(index, term);
            }
            forms_of(&index.dictionary, term)
        } else if index.dictionary.get(&stem).is_some() {
            return 0;
        } else {
            forms_of(&index.dictionary, term)
        };
        match forms[..] {
            [only] if only == term => self.count_one(index, term),
            [first, ..] if first == term => self.count_forms(index, &forms),
            _ => 0,
        }
    }

    fn count_one(&mut self, index: &Index, term: TermId) -> usize {
        let mut postings = 0;
        let mut counts = [0; 3];
        for (segment, marks) in index.segments.iter().zip(&self.marks) {
            if let Some(list) = segment.list(term) {
                postings += list.len();
                count(segment, &list, |local| {
                    counts[usize::from(marks[usize::from(local)])] += 1;
                });
            }
        }
        self.counts[term as usize] = [counts[usize::from(INSIDE)], counts[usize::from(OUTSIDE)]];
        postings
    }

    /// Counts the papers that have any of some forms, the first of which stands for all.
    fn count_forms(&mut self, index: &Index, forms: &[TermId]) -> usize {
        let mut postings = 0;
        let mut counts = [0; 3];
        let mut of_forms = vec![0; forms.len()];
        for (segment, marks) in index.segments.iter().zip(&self.marks) {
            self.stamp += 1;
            for (form, own) in forms.iter().zip(&mut of_forms) {
                let Some(list) = segment.list(*form) else {
                    continue;
                };
                postings += list.len();
                count(segment, &list, |local| {
                    let local = usize::from(local);
                    let mark = marks[local];
                    *own += u32::from(mark == INSIDE);
                    if std::mem::replace(&mut self.seen[local], self.stamp) != self.stamp {
                        counts[usize::from(mark)] += 1;
                    }
                });
            }
        }
        let first = forms[0];
        self.counts[first as usize] = [counts[usize::from(INSIDE)], counts[usize::from(OUTSIDE)]];
        // The stem reads best, unless it is hardly a word.
        let most = of_forms.iter().max().copied().unwrap_or(0);
        if 4 * of_forms[0] < most
            && let Some(at) = of_forms.iter().position(|own| *own == most)
        {
            self.readings.push((first, forms[at]));
        }
        postings
    }
}

/// Calls `each` with the papers that have a term where it counts.
fn count(segment: &Segment, list: &List, mut each: impl FnMut(u16)) {
    let mask = mask(&SCOPE);
    segment.lanes(list, |local, [first, second]| {
        if first & mask[0] | second & mask[1] != 0 {
            each(local);
        }
    });
}

/// The words of the dictionary that share the stem of one, that which stands for all first.
pub(super) fn forms_of(dictionary: &Dictionary, term: TermId) -> Vec<TermId> {
    let stem = stem(dictionary.term(term));
    let forms = forms(&stem);
    forms
        .iter()
        .filter_map(|form| dictionary.get(form))
        .collect()
}

/// Whether the dictionary has what may be the plural of a word.
fn has_plural(dictionary: &Dictionary, word: &str) -> bool {
    let mut plural = String::with_capacity(word.len() + 3);
    plural.push_str(word);
    plural.push('s');
    if dictionary.get(&plural).is_some() {
        return true;
    }
    let Some(start) = word.strip_suffix('y') else {
        return false;
    };
    plural.clear();
    plural.push_str(start);
    plural.push_str("ies");
    dictionary.get(&plural).is_some()
}
