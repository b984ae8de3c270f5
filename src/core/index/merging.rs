//! From papers that wait to segments, and from small segments to large ones.

use super::docs::Home;
use super::segment::{Merge, Segment};
use super::{Index, MOST_MERGED};

/// How many segments of a size are merged; more where more wait.
const SEGMENTS_A_MERGE: usize = 4;
/// How many postings are merged for each token that comes. A posting is written once for each size
/// of segment, of which there are three.
const MERGED_A_TOKEN: usize = 8;

impl Index {
    /// Goes on with merging small segments until about so many postings are written; whether there
    /// is more to merge.
    ///
    /// Nothing depends on it but the time of a search: the parts of a merge are searched until it
    /// is done.
    pub fn compact(&mut self, postings: usize) -> bool {
        if self.merge.is_none() {
            let chosen = self.to_merge();
            self.merge = (!chosen.is_empty()).then(|| Merge::new(&self.segments, &chosen));
        }
        let Some(merge) = &mut self.merge else {
            return false;
        };
        if merge.step(&self.segments, postings)
            && let Some(merge) = self.merge.take()
        {
            self.generation += 1;
            let chosen: Vec<usize> = merge.chosen().collect();
            let merged = merge.finish(&self.segments);
            for at in chosen.iter().rev() {
                self.segments.remove(*at);
            }
            // In the place of its parts, so that its neighbours' papers stay next to its own.
            if merged.live() > 0 {
                self.segments.insert(chosen[0], merged);
            }
            self.settle(chosen[0]);
        }
        true
    }

    /// Whether [`Index::compact`] has something to do.
    pub fn has_to_merge(&self) -> bool {
        self.merge.is_some() || !self.to_merge().is_empty()
    }

    /// Merges as much as is due after so many tokens came.
    pub(super) fn keep_up(&mut self, tokens: usize) {
        if self.merges_late {
            return;
        }
        if self.merge.is_some() || self.segments.len() >= SEGMENTS_A_MERGE {
            self.compact(MERGED_A_TOKEN * tokens);
        }
    }

    /// Writes the papers that wait as a segment.
    pub(super) fn seal(&mut self) {
        if !self.buffer.is_empty() {
            self.generation += 1;
            self.buffer.sort();
            let segment = Segment::new(&self.buffer, self.dictionary.len());
            self.buffer.clear();
            self.segments.push(segment);
            self.settle(self.segments.len() - 1);
        }
    }

    /// The next segments to merge, ascending: one of which half is gone, or some of about one size;
    /// none when all is well.
    fn to_merge(&self) -> Vec<usize> {
        let half_gone = |segment: &Segment| 2 * segment.live() < segment.docs().len();
        match self.segments.iter().position(half_gone) {
            Some(alone) => vec![alone],
            None => self.alike(self.papers_a_segment * MOST_MERGED),
        }
    }

    /// Segments of about one size that are enough for a merge, in their order; none when there are
    /// not.
    fn alike(&self, most: usize) -> Vec<usize> {
        let size = |at: &usize| self.segments[*at].live();
        let mut sizes = [const { Vec::new() }; 16];
        for at in 0..self.segments.len() {
            if 2 * size(&at) <= most {
                sizes[scale(size(&at))].push(at);
            }
        }
        let Some(mut chosen) = sizes
            .into_iter()
            .find(|alike| alike.len() >= SEGMENTS_A_MERGE)
        else {
            return Vec::new();
        };
        chosen.truncate(MOST_MERGED);
        while chosen.iter().map(size).sum::<usize>() > most {
            chosen.pop();
        }
        chosen
    }

    /// Notes where the papers of all segments from one on are.
    pub(super) fn settle(&mut self, from: usize) {
        for (number, segment) in (0..).zip(&self.segments).skip(from) {
            for (local, doc) in (0..).zip(segment.docs()) {
                if let Some(doc) = self.docs.get_mut(*doc as usize) {
                    doc.home = Home::Segment(number, local);
                }
            }
        }
    }
}

/// The logarithm of a size to the base 4, from 16 on.
fn scale(mut size: usize) -> usize {
    let mut scale = 0;
    while size > 16 && scale < 15 {
        size = size.div_ceil(4);
        scale += 1;
    }
    scale
}
