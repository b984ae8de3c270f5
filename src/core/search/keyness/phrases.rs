//! Neighbouring words. All pairs of a library are too many to count: candidates come from the texts
//! of some papers of the set, and are counted exactly by their posting lists.

use super::words::{Words, forms_of};
use super::{FEWEST, SCOPE, is_frequent};
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::texts_of;
use crate::core::index::{Index, TermId};
use crate::core::library::Record;
use crate::core::search::words;
use crate::core::sorting;
use crate::core::words::tokens::each_token;

/// How many texts candidates are taken from: a phrase that stands in one of fifty papers is in
/// twenty of these.
const SAMPLE: usize = 1000;
/// How many candidates are counted, the most frequent of the sample.
const COUNTED: usize = 64;
/// How many words a phrase has at most.
pub(super) const LONGEST: usize = 3;
/// What stands behind the last word of a phrase that is shorter.
const END: TermId = TermId::MAX;
/// How much of a text is read, in bytes: no abstract is longer, and a longer text would be read in
/// one slice.
const READ: usize = 32 << 10;
/// What reading a token of a text costs, in postings.
const TOKEN: usize = 32;

type Gram = [TermId; LONGEST];

/// The search for phrases.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The papers of the sample that are yet to be read, the last first.
    sample: Vec<usize>,
    /// The phrases of those read, each once a paper.
    grams: Vec<Gram>,
    /// Those that are yet to be counted; `None` before the sample is read.
    left: Option<Vec<Gram>>,
    /// Those that are counted: their words, and the papers that have them.
    pub(super) counted: Vec<(Vec<TermId>, Bitset)>,
}

impl Phrases {
    /// Takes a sample of a set of so many papers, the same share of all stretches.
    pub(super) fn new(hits: &Bitset, len: usize) -> Self {
        let every = len.div_ceil(SAMPLE).max(1);
        Self {
            sample: hits.iter().step_by(every).collect(),
            ..Self::default()
        }
    }

    /// Goes on over about so many postings; whether all is done.
    pub(super) fn step(
        &mut self,
        index: &Index,
        records: &[Record],
        words: &Words,
        papers: [u32; 2],
        longest: usize,
        postings: usize,
    ) -> bool {
        let mut done = 0;
        let Some(left) = &mut self.left else {
            while done < postings
                && let Some(doc) = self.sample.pop()
            {
                if let Some(record) = records.get(doc) {
                    done += TOKEN * self.read(index, record, words, longest);
                }
            }
            if self.sample.is_empty() {
                self.left = Some(self.candidates(words, papers));
            }
            return false;
        };
        while done < postings
            && let Some(gram) = left.pop()
        {
            let terms: Vec<TermId> = gram.into_iter().filter(|term| *term != END).collect();
            let with = |term: &TermId| words.counts(*term).iter().sum::<u32>() as usize;
            done += 4 * terms.iter().map(with).sum::<usize>();
            let positions = terms.iter().map(|term| forms_of(&index.dictionary, *term));
            let (docs, _) = words::find(index, positions.collect(), &SCOPE);
            self.counted.push((terms, docs));
        }
        left.is_empty()
    }

    /// Takes the phrases of a paper; says how many tokens it has.
    fn read(&mut self, index: &Index, record: &Record, words: &Words, longest: usize) -> usize {
        let first = self.grams.len();
        let mut read = 0;
        for text in SCOPE.into_iter().flat_map(|field| texts_of(record, field)) {
            // The words right before, as long as nothing parts them.
            let mut run: Vec<TermId> = Vec::new();
            let mut end = 0;
            let text = &text[..text.floor_char_boundary(READ)];
            each_token(text, &mut |token, span| {
                read += 1;
                let between = text.get(end..span.range().start).unwrap_or(".");
                if !between.chars().all(|c| c == ' ' || c == '\n' || c == '-') {
                    run.clear();
                }
                end = span.range().end;
                let term = index.dictionary.leader(token);
                match term.filter(|term| words.speaks(*term)) {
                    Some(term) => run.push(term),
                    None => run.clear(),
                }
                // A phrase does not end in a word that wants another.
                if run.last().is_none_or(|last| !words.stands_alone(*last)) {
                    return;
                }
                for len in 2..=longest.min(LONGEST).min(run.len()) {
                    let mut gram = [END; LONGEST];
                    gram[..len].copy_from_slice(&run[run.len() - len..]);
                    self.grams.push(gram);
                }
            });
        }
        sorting::sort(&mut self.grams[first..]);
        let mut kept = first;
        for at in first..self.grams.len() {
            if at == first || self.grams[at] != self.grams[kept - 1] {
                self.grams[kept] = self.grams[at];
                kept += 1;
            }
        }
        self.grams.truncate(kept);
        read
    }

    /// The phrases of the sample to count, the most frequent last. One of whose words none stands
    /// out does not either.
    fn candidates(&mut self, words: &Words, papers: [u32; 2]) -> Vec<Gram> {
        let mut grams = std::mem::take(&mut self.grams);
        sorting::sort(&mut grams);
        let mut counted: Vec<(usize, Gram)> = grams
            .chunk_by(|left, right| left == right)
            .filter(|same| same.len() >= FEWEST as usize)
            .map(|same| (same.len(), same[0]))
            .filter(|(_, gram)| {
                let known = gram.iter().filter(|term| **term != END);
                known
                    .clone()
                    .any(|term| is_frequent(papers, words.counts(*term)))
            })
            .collect();
        sorting::sort(&mut counted);
        let few = counted.len().saturating_sub(COUNTED);
        counted.drain(..few);
        counted.into_iter().map(|(_, gram)| gram).collect()
    }
}
