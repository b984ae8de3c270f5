//! The papers in which words or phrases stand, by their posting lists.

use crate::core::index::bitset::Bitset;
use crate::core::index::fields::TextField;
use crate::core::index::segment::{Frequencies, GONE, List, Places, Segment};
use crate::core::index::{Index, TermId};
use crate::core::library::DocId;

/// Where the words of a term are, for its scores.
pub(super) enum Words {
    /// One word, any of these forms of it.
    One(Vec<TermId>),
    /// Several words side by side: the papers, and how often they stand in each field.
    Phrase(Vec<(DocId, Frequencies)>),
}

/// The papers in which terms stand side by side in one text of some fields; for each position the terms that may stand there, ascending.
pub(super) fn find(
    index: &Index,
    mut positions: Vec<Vec<TermId>>,
    scope: &[TextField],
) -> (Bitset, Words) {
    let mut docs = Bitset::empty(index.docs.len());
    if positions.len() == 1
        && let Some(forms) = positions.pop()
    {
        for segment in &index.segments {
            find_word(segment, &forms, scope, &mut docs);
        }
        return (docs, Words::One(forms));
    }
    let mut phrases = Vec::new();
    for segment in &index.segments {
        find_phrase(segment, &positions, scope, &mut phrases);
    }
    for (doc, _) in &phrases {
        docs.insert(*doc as usize);
    }
    (docs, Words::Phrase(phrases))
}

/// The papers that have any of some terms in any field.
pub(super) fn with_any(index: &Index, terms: &[TermId]) -> Bitset {
    let mut docs = Bitset::empty(index.docs.len());
    for segment in &index.segments {
        find_word(segment, terms, &TextField::ALL, &mut docs);
    }
    docs
}

fn find_word(segment: &Segment, forms: &[TermId], scope: &[TextField], docs: &mut Bitset) {
    for list in segment.lists(forms) {
        // A paper that is gone has a number beyond those of the set.
        if let [only] = scope {
            segment.frequencies(&list, |local, frequencies| {
                if frequencies[only.index()] > 0 {
                    docs.insert(segment.docs()[usize::from(local)] as usize);
                }
            });
        } else {
            for local in segment.locals(&list) {
                docs.insert(segment.docs()[usize::from(*local)] as usize);
            }
        }
    }
}

fn find_phrase(
    segment: &Segment,
    positions: &[Vec<TermId>],
    scope: &[TextField],
    phrases: &mut Vec<(DocId, Frequencies)>,
) {
    let lists: Vec<Vec<List>> = positions.iter().map(|terms| segment.lists(terms)).collect();
    // First the papers that have a term of each position; only their places are read.
    let mut candidates = Bitset::full(segment.docs().len());
    for lists in &lists {
        let mut with_term = Bitset::empty(segment.docs().len());
        for list in lists {
            for local in segment.locals(list) {
                with_term.insert(usize::from(*local));
            }
        }
        candidates.and(&with_term);
        if candidates.is_empty() {
            return;
        }
    }
    let mut starts: Vec<u64> = Vec::new();
    for (offset, lists) in (0..).zip(&lists) {
        let places = places(segment, lists, &candidates);
        if offset == 0 {
            starts = places;
            continue;
        }
        // Both ascend.
        let mut places = places.into_iter().peekable();
        starts.retain(|start| {
            while places.next_if(|place| *place < start + offset).is_some() {}
            places.peek() == Some(&(start + offset))
        });
    }
    for starts in starts.chunk_by(|left, right| left >> 32 == right >> 32) {
        let local = u16::try_from(starts[0] >> 32).unwrap_or(u16::MAX);
        let doc = segment.docs()[usize::from(local)];
        let mut frequencies = Frequencies::default();
        for start in starts {
            let place = u32::try_from(start & u64::from(u32::MAX)).unwrap_or(0);
            let field = segment.field_of(local, place);
            if scope.iter().any(|wanted| wanted.index() == field) {
                frequencies[field] += 1;
            }
        }
        if doc != GONE && frequencies.iter().any(|count| *count > 0) {
            phrases.push((doc, frequencies));
        }
    }
}

/// Where terms stand in the candidates, ascending: the paper's number in the segment above the place.
fn places(segment: &Segment, lists: &[List], candidates: &Bitset) -> Vec<u64> {
    let mut found = Vec::new();
    for list in lists {
        let mut places = Places::new(segment);
        for (posting, local) in list.clone().zip(segment.locals(list)) {
            if candidates.contains(usize::from(*local)) {
                let paper = u64::from(*local) << 32;
                found.extend(places.of(posting).map(|place| paper | u64::from(place)));
            }
        }
    }
    if lists.len() > 1 {
        found.sort_unstable();
    }
    found
}
