//! Segments: inverted files of some thousands of papers, written once.
//!
//! A posting is a paper's number in its segment (two bytes), how often the term stands in each
//! field (one byte, [`pack`]) and the places of the term (about a byte each: differences in
//! variable length). All postings of a segment stand in flat arrays, those of one term together and
//! in the order of their papers.
//!
//! A paper that changed or was taken out is struck from the segment's list of papers, and its
//! postings lead nowhere; a [`Merge`] leaves them out.

mod kept;
mod merge;
mod places;
mod terms;

use std::ops::Range;

use self::places::{BLOCK, UNPACKED, count_fields, field_at, pack, unpack, write};
use self::terms::Terms;
use super::buffer::{Buffer, GAP};
use super::fields::{Ends, Lengths};
use super::{TermId, narrow};
use crate::core::library::DocId;

pub use self::merge::Merge;
pub use self::places::{
    Frequencies, Lanes, Places, SUMMARY_BITS, add_lanes, join_lanes, split_lanes,
};

/// The most papers of a segment: their numbers in it and one mark for those that are gone fit two
/// bytes.
pub const MOST_PAPERS: usize = 1 << 15;

/// What stands in a segment's list of papers for one that is gone; no paper has this number.
pub const GONE: DocId = DocId::MAX;

/// An inverted file.
#[derive(Debug, Default)]
pub struct Segment {
    /// Its papers by their number in it, [`GONE`] for those that are.
    docs: Vec<DocId>,
    /// Where the fields of each paper end.
    ends: Vec<Ends>,
    /// How long the fields of each paper are.
    lengths: Vec<Lengths>,
    /// How many papers are gone.
    gone: usize,
    /// How many places the paper with the most has.
    longest: usize,
    /// The terms that stand in it.
    terms: Terms,
    /// Where the postings of each term start, and where the last ones end.
    starts: Vec<u32>,
    /// The paper of each posting.
    locals: Vec<u16>,
    /// The packed frequencies of each posting.
    packed: Vec<u8>,
    /// Where the places of every [`BLOCK`]th posting start.
    blocks: Vec<u32>,
    /// The places of each posting, each as the difference to the one before.
    places: Vec<u8>,
    /// The number under which it is kept from visit to visit; 0 while it has none.
    number: u32,
}

/// The postings of one term in a segment.
pub type List = Range<usize>;

impl Segment {
    /// Makes a segment of papers, which must stand in the order of their numbers.
    pub fn new(buffer: &Buffer, dictionary: usize) -> Self {
        // A counting sort by term keeps papers and places in order.
        let mut ends = vec![0_u32; dictionary + 1];
        for term in buffer.papers().flat_map(|(_, terms)| terms) {
            if *term != GAP {
                ends[*term as usize + 1] += 1;
            }
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let tokens = ends.last().map_or(0, |tokens| *tokens as usize);
        let mut next = ends;
        let mut entries = vec![(0_u16, 0_u32); tokens];
        for (local, (_, terms)) in (0..).zip(buffer.papers()) {
            for (place, term) in (0..).zip(terms) {
                if *term != GAP {
                    let at = &mut next[*term as usize];
                    entries[*at as usize] = (local, place);
                    *at += 1;
                }
            }
        }
        let mut segment = Self {
            docs: buffer.papers().map(|(paper, _)| paper.doc).collect(),
            ends: buffer.papers().map(|(paper, _)| paper.ends).collect(),
            lengths: buffer.papers().map(|(paper, _)| paper.lengths).collect(),
            ..Self::default()
        };
        // Each entry of `next` is now the end of its term's entries.
        let mut start = 0;
        for (term, end) in (0..).zip(&next[..dictionary]) {
            let end = *end as usize;
            if start == end {
                continue;
            }
            segment.begin(term);
            for posting in entries[start..end].chunk_by(|left, right| left.0 == right.0) {
                let local = posting[0].0;
                let of_fields = count_fields(
                    posting.iter().map(|entry| entry.1),
                    &segment.ends[usize::from(local)],
                );
                let packed = pack(of_fields);
                segment.push(local, packed, &[]);
                if packed == UNPACKED {
                    write(&mut segment.places, narrow(posting.len()));
                }
                let mut last = 0;
                for (_, place) in posting {
                    write(&mut segment.places, place - last);
                    last = *place;
                }
            }
            start = end;
        }
        segment.finish();
        segment
    }

    fn begin(&mut self, term: TermId) {
        self.terms.push(term);
        self.starts.push(narrow(self.locals.len()));
    }

    fn push(&mut self, local: u16, packed: u8, places: &[u8]) {
        if self.locals.len().is_multiple_of(BLOCK) {
            self.blocks.push(narrow(self.places.len()));
        }
        self.locals.push(local);
        self.packed.push(packed);
        self.places.extend_from_slice(places);
    }

    fn finish(&mut self) {
        self.starts.push(narrow(self.locals.len()));
        let tokens = (0..self.docs.len()).map(|local| self.tokens(local));
        self.longest = tokens.max().unwrap_or(0);
        self.docs.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.lengths.shrink_to_fit();
        self.terms.shrink();
        self.starts.shrink_to_fit();
        self.locals.shrink_to_fit();
        self.packed.shrink_to_fit();
        self.blocks.shrink_to_fit();
        self.places.shrink_to_fit();
    }

    /// Its papers by their number in it, [`GONE`] for those that are.
    pub fn docs(&self) -> &[DocId] {
        &self.docs
    }

    /// How many papers it has beside those that are gone.
    pub fn live(&self) -> usize {
        self.docs.len() - self.gone
    }

    /// Strikes out a paper by its number in the segment.
    pub fn strike(&mut self, local: u16) {
        if let Some(doc) = self.docs.get_mut(usize::from(local))
            && *doc != GONE
        {
            *doc = GONE;
            self.gone += 1;
        }
    }

    /// How long the fields of its papers are.
    pub fn lengths(&self) -> &[Lengths] {
        &self.lengths
    }

    /// The postings of those of the terms that stand in it, in the order of the terms.
    pub fn lists(&self, terms: &[TermId]) -> Vec<List> {
        let places = terms.iter().filter_map(|term| self.terms.place(*term));
        places.map(|place| self.list_at(place)).collect()
    }

    /// The postings of a term, if it stands in it.
    pub fn list(&self, term: TermId) -> Option<List> {
        self.terms.place(term).map(|place| self.list_at(place))
    }

    fn list_at(&self, at: usize) -> List {
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    /// The papers of a list by their numbers in the segment.
    pub fn locals(&self, list: &List) -> &[u16] {
        &self.locals[list.clone()]
    }

    /// Calls `each` with every posting of a list: the paper's number in the segment and how often
    /// the term stands in each field.
    pub fn frequencies(&self, list: &List, mut each: impl FnMut(u16, Frequencies)) {
        self.lanes(list, |local, lanes| each(local, split_lanes(lanes)));
    }

    /// As [`Segment::frequencies`], with the frequencies side by side.
    #[inline]
    pub fn lanes(&self, list: &List, each: impl FnMut(u16, Lanes)) {
        self.lanes_where(list, |_, _| true, each);
    }

    /// As [`Segment::lanes`], for the postings that pass a test of the paper's number and of the
    /// packed frequencies, which [`unpacked`] reads.
    #[inline]
    pub fn lanes_where(
        &self,
        list: &List,
        wanted: impl Fn(u16, u8) -> bool,
        mut each: impl FnMut(u16, Lanes),
    ) {
        let postings = self.locals[list.clone()]
            .iter()
            .zip(&self.packed[list.clone()]);
        for (at, (local, packed)) in list.clone().zip(postings) {
            if wanted(*local, *packed) {
                let lanes = unpacked(*packed).unwrap_or_else(|| join_lanes(self.many(at)));
                each(*local, lanes);
            }
        }
    }

    /// The frequencies of a posting that are too many for a byte.
    #[cold]
    fn many(&self, posting: usize) -> Frequencies {
        let ends = &self.ends[usize::from(self.locals[posting])];
        count_fields(Places::new(self).of(posting), ends)
    }

    /// The field in which a place of a paper lies.
    pub fn field_of(&self, local: usize, place: u32) -> usize {
        field_at(place, &self.ends[local])
    }

    /// How many places a paper has.
    pub fn tokens(&self, local: usize) -> usize {
        self.ends[local].last().map_or(0, |end| *end as usize)
    }

    /// How many places the paper with the most has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        4 * (self.docs.capacity() + self.starts.capacity() + self.blocks.capacity())
            + self.terms.bytes()
            + size_of::<Lengths>() * self.lengths.capacity()
            + size_of::<Ends>() * self.ends.capacity()
            + 2 * self.locals.capacity()
            + self.packed.capacity()
            + self.places.capacity()
    }
}

/// What a byte of packed frequencies means; `None` for the one that stands for more than fit.
#[inline]
pub fn unpacked(packed: u8) -> Option<Lanes> {
    (packed != UNPACKED).then(|| LANES[usize::from(packed)])
}

/// What each byte of packed frequencies means.
static LANES: [Lanes; 256] = {
    let mut lanes = [[0; 2]; 256];
    let mut packed = 0_u8;
    loop {
        lanes[packed as usize] = join_lanes(unpack(packed));
        if packed == u8::MAX {
            break lanes;
        }
        packed += 1;
    }
};
