//! One segment out of several, in steps.

use super::places::{BLOCK, Cursor};
use super::{GONE, Segment};
use crate::core::index::{TermId, narrow};
use crate::core::sorting;

/// The new number of a paper that is not in the merged segment.
const NOWHERE: u16 = u16::MAX;

/// A merge on its way. The parts stay as they are until it is done, and can be searched; between
/// two steps papers may be struck from them.
#[derive(Debug)]
pub struct Merge {
    parts: Vec<Part>,
    merged: Segment,
    /// The term with which it goes on.
    next: TermId,
    /// Whether the papers of each part follow those of the one before, so that postings can be
    /// copied as they are.
    follows: bool,
    /// For each paper of the merged segment its part and its number there.
    origins: Vec<(u8, u16)>,
}

#[derive(Debug)]
struct Part {
    /// Which of all segments it is.
    segment: usize,
    /// The place of its next term, and its next posting.
    term: usize,
    cursor: Cursor,
    renamed: Renamed,
}

/// The new numbers of a part's papers.
#[derive(Debug)]
enum Renamed {
    /// So much more than the old ones.
    By(u16),
    /// One by one.
    Each(Vec<u16>),
}

impl Merge {
    /// Begins to merge some segments, given by their places among all; at most 255.
    pub fn new(all: &[Segment], chosen: &[usize]) -> Self {
        let mut docs = Vec::new();
        for (part, segment) in (0_u8..).zip(chosen) {
            let numbered = (0_u16..).zip(&all[*segment].docs);
            let live = numbered.filter(|(_, doc)| **doc != GONE);
            docs.extend(live.map(|(local, doc)| (*doc, part, local)));
        }
        if docs.windows(2).any(|pair| pair[0].0 > pair[1].0) {
            sorting::sort(&mut docs);
        }
        let mut merged = Segment::default();
        let mut renamed: Vec<Vec<u16>> = chosen
            .iter()
            .map(|segment| vec![NOWHERE; all[*segment].docs.len()])
            .collect();
        let mut origins = Vec::with_capacity(docs.len());
        for (new, (doc, part, local)) in (0..).zip(docs) {
            let segment = &all[chosen[usize::from(part)]];
            renamed[usize::from(part)][usize::from(local)] = new;
            merged.docs.push(doc);
            merged.ends.push(segment.ends[usize::from(local)]);
            merged.lengths.push(segment.lengths[usize::from(local)]);
            origins.push((part, local));
        }
        let of = |what: fn(&Segment) -> usize| chosen.iter().map(|at| what(&all[*at])).sum();
        let postings: usize = of(|segment| segment.locals.len());
        merged.locals.reserve_exact(postings);
        merged.packed.reserve_exact(postings);
        merged.blocks.reserve_exact(postings.div_ceil(BLOCK));
        merged
            .places
            .reserve_exact(of(|segment| segment.places.len()));
        let part = |(segment, renamed): (&usize, Vec<u16>)| Part {
            segment: *segment,
            term: 0,
            cursor: Cursor::default(),
            renamed: Renamed::new(renamed),
        };
        let parts: Vec<Part> = chosen.iter().zip(renamed).map(part).collect();
        let shifts: Option<Vec<u16>> = parts.iter().map(|part| part.renamed.shift()).collect();
        Self {
            parts,
            merged,
            next: 0,
            follows: shifts.is_some_and(|shifts| shifts.is_sorted()),
            origins,
        }
    }

    /// Which of all segments are being merged, in ascending order.
    pub fn chosen(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.parts.iter().map(|part| part.segment)
    }

    /// Goes on until about so many postings are written; whether all are.
    pub fn step(&mut self, all: &[Segment], postings: usize) -> bool {
        let enough = self.merged.locals.len().saturating_add(postings);
        let mut entries: Vec<(u16, u8, &[u8])> = Vec::new();
        while self.merged.locals.len() < enough {
            let following = |part: &Part| all[part.segment].terms.next(self.next);
            let Some(term) = self.parts.iter().filter_map(following).min() else {
                self.merged.finish();
                return true;
            };
            self.next = term + 1;
            let merged = &mut self.merged;
            if self.follows {
                merged.begin(term);
                for part in &mut self.parts {
                    part.append(&all[part.segment], term, merged);
                }
                continue;
            }
            entries.clear();
            for part in &mut self.parts {
                part.collect(&all[part.segment], term, &mut entries);
            }
            if entries.windows(2).any(|pair| pair[0].0 > pair[1].0) {
                sorting::sort_by_key(&mut entries, |posting| posting.0);
            }
            if !entries.is_empty() {
                merged.begin(term);
                for (local, packed, places) in &entries {
                    merged.push(*local, *packed, places);
                }
            }
        }
        false
    }

    /// The merged segment, without the papers that were struck meanwhile.
    pub fn finish(mut self, all: &[Segment]) -> Segment {
        for (local, (part, origin)) in (0..).zip(&self.origins) {
            let segment = &all[self.parts[usize::from(*part)].segment];
            if segment.docs[usize::from(*origin)] == GONE {
                self.merged.strike(local);
            }
        }
        self.merged
    }
}

impl Renamed {
    fn new(each: Vec<u16>) -> Self {
        let first = each.first().copied().unwrap_or(NOWHERE);
        let follow = |(at, new): (usize, &u16)| usize::from(*new) == usize::from(first) + at;
        if first != NOWHERE && each.iter().enumerate().all(follow) {
            Self::By(first)
        } else {
            Self::Each(each)
        }
    }

    fn shift(&self) -> Option<u16> {
        match self {
            Self::By(more) => Some(*more),
            Self::Each(_) => None,
        }
    }

    fn of(&self, local: u16) -> u16 {
        match self {
            Self::By(more) => local + more,
            Self::Each(each) => each[usize::from(local)],
        }
    }
}

impl Part {
    /// The postings of a term, which are the next; none if it does not stand here.
    fn take(&mut self, segment: &Segment, term: TermId) -> std::ops::Range<usize> {
        if segment.terms.next(term) != Some(term) {
            return 0..0;
        }
        self.term += 1;
        segment.list_at(self.term - 1)
    }

    /// Writes a term's postings behind others.
    fn append(&mut self, segment: &Segment, term: TermId, merged: &mut Segment) {
        let list = self.take(segment, term);
        let Renamed::By(more) = self.renamed else {
            return;
        };
        let start = self.cursor.at;
        let base = merged.places.len();
        let first = merged.locals.len();
        let locals = segment.locals[list.clone()].iter();
        merged.locals.extend(locals.map(|local| local + more));
        merged
            .packed
            .extend_from_slice(&segment.packed[list.clone()]);
        for posting in 0..list.len() {
            if (first + posting).is_multiple_of(BLOCK) {
                merged.blocks.push(narrow(base + self.cursor.at - start));
            }
            self.cursor.skip(segment);
        }
        let places = &segment.places[start..self.cursor.at];
        merged.places.extend_from_slice(places);
    }

    /// Collects a term's postings.
    fn collect<'s>(
        &mut self,
        segment: &'s Segment,
        term: TermId,
        entries: &mut Vec<(u16, u8, &'s [u8])>,
    ) {
        for posting in self.take(segment, term) {
            let start = self.cursor.at;
            self.cursor.skip(segment);
            let local = self.renamed.of(segment.locals[posting]);
            if local != NOWHERE {
                let places = &segment.places[start..self.cursor.at];
                entries.push((local, segment.packed[posting], places));
            }
        }
    }
}
