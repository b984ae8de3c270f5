//! Segments: inverted files of some thousands of papers, written once.
//!
//! A posting is a paper's number in its segment (two bytes), how often the term stands in each field (one byte, [`pack`]) and the places of the term (about a byte each: differences in
//! variable length). All postings of a segment stand in flat arrays, those of one term together and in the order of their papers.
//!
//! A paper that changed or was taken out is struck from the segment's list of papers, and its postings lead nowhere; [`merge`] leaves them out.

use std::ops::Range;

use super::fields::{Ends, TextField};
use super::{TermId, narrow};
use crate::core::library::DocId;
use crate::core::sorting;

/// The most papers of a segment: their numbers in it and one mark for those that are gone fit two bytes.
pub const MOST_PAPERS: usize = 1 << 15;

/// What stands in a segment's list of papers for one that is gone; no paper has this number.
pub const GONE: DocId = DocId::MAX;

/// What stands between the terms of two texts, so that no phrase crosses.
pub const GAP: TermId = TermId::MAX;

/// How many postings share a note of where their places start.
const BLOCK: usize = 64;

/// How often a term stands in each field of a paper, by [`TextField`].
pub type Frequencies = [u32; TextField::COUNT];

/// A paper that waits for its segment.
#[derive(Debug)]
pub struct Pending {
    /// Its number in the library.
    pub doc: DocId,
    /// Its terms, field by field, with a [`GAP`] after each text.
    pub terms: Vec<TermId>,
    /// Where the fields end in them.
    pub ends: Ends,
}

/// An inverted file.
#[derive(Debug, Default)]
pub struct Segment {
    /// Its papers by their number in it, [`GONE`] for those that are.
    docs: Vec<DocId>,
    /// Where the fields of each paper end.
    ends: Vec<Ends>,
    /// How many papers are gone.
    gone: usize,
    /// The terms that stand in it, ascending.
    terms: Vec<TermId>,
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
}

/// The postings of one term in a segment.
pub type List = Range<usize>;

impl Segment {
    /// Makes a segment of papers, which must stand in the order of their numbers.
    pub fn new(papers: Vec<Pending>, dictionary: usize) -> Self {
        // A counting sort by term keeps papers and places in order.
        let mut ends = vec![0_u32; dictionary + 1];
        let all = || papers.iter().flat_map(|paper| &paper.terms);
        for term in all().filter(|term| **term != GAP) {
            ends[*term as usize + 1] += 1;
        }
        for at in 1..ends.len() {
            ends[at] += ends[at - 1];
        }
        let tokens = ends.last().map_or(0, |tokens| *tokens as usize);
        let mut next = ends;
        let mut entries = vec![(0_u16, 0_u32); tokens];
        for (local, paper) in (0..).zip(&papers) {
            for (place, term) in (0..).zip(&paper.terms) {
                if *term != GAP {
                    let at = &mut next[*term as usize];
                    entries[*at as usize] = (local, place);
                    *at += 1;
                }
            }
        }
        let mut segment = Self {
            docs: papers.iter().map(|paper| paper.doc).collect(),
            ends: papers.iter().map(|paper| paper.ends).collect(),
            ..Self::default()
        };
        drop(papers);
        // Each entry of `next` is now the end of its term's entries.
        let (mut start, mut bytes) = (0, Vec::new());
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
                    segment.ends[usize::from(local)],
                );
                let packed = pack(of_fields);
                bytes.clear();
                if packed == UNPACKED {
                    write(&mut bytes, narrow(posting.len()));
                }
                let mut last = 0;
                for (_, place) in posting {
                    write(&mut bytes, place - last);
                    last = *place;
                }
                segment.push(local, packed, &bytes);
            }
            start = end;
        }
        segment.finish();
        segment
    }

    /// Makes one segment of several; what is gone is left out.
    pub fn merge(parts: &[Self]) -> Self {
        let mut docs = Vec::new();
        for (part, segment) in parts.iter().enumerate() {
            let live = segment
                .docs
                .iter()
                .enumerate()
                .filter(|(_, doc)| **doc != GONE);
            docs.extend(live.map(|(local, doc)| (*doc, part, local)));
        }
        if docs.windows(2).any(|pair| pair[0].0 > pair[1].0) {
            sorting::sort(&mut docs);
        }
        let mut merged = Self::default();
        let mut renamed: Vec<Vec<u16>> = parts
            .iter()
            .map(|part| vec![NOWHERE; part.docs.len()])
            .collect();
        for (new, (doc, part, local)) in (0..).zip(docs) {
            renamed[part][local] = new;
            merged.docs.push(doc);
            merged.ends.push(parts[part].ends[local]);
        }
        let mut at = vec![0; parts.len()];
        let mut postings: Vec<(u16, u8, &[u8])> = Vec::new();
        loop {
            let next = parts
                .iter()
                .zip(&at)
                .filter_map(|(part, at)| part.terms.get(*at));
            let Some(term) = next.min().copied() else {
                break;
            };
            postings.clear();
            for ((part, at), renamed) in parts.iter().zip(&mut at).zip(&renamed) {
                if part.terms.get(*at) == Some(&term) {
                    let mut places = Places::new(part);
                    for posting in part.list_at(*at) {
                        let bytes = places.bytes(posting);
                        let local = renamed[usize::from(part.locals[posting])];
                        if local != NOWHERE {
                            postings.push((local, part.packed[posting], bytes));
                        }
                    }
                    *at += 1;
                }
            }
            if postings.windows(2).any(|pair| pair[0].0 > pair[1].0) {
                sorting::sort_by_key(&mut postings, |posting| posting.0);
            }
            if !postings.is_empty() {
                merged.begin(term);
                for (local, packed, bytes) in &postings {
                    merged.push(*local, *packed, bytes);
                }
            }
        }
        merged.finish();
        merged
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
        self.docs.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.terms.shrink_to_fit();
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

    /// The postings of those of the terms that stand in it; the terms must ascend.
    pub fn lists(&self, terms: &[TermId]) -> Vec<List> {
        let mut from = 0;
        let mut lists = Vec::new();
        for term in terms {
            let rest = &self.terms[from..];
            // Next to the last one first: the terms of a prefix are many.
            let near = rest.len().min(16);
            let within = if rest[..near].last().is_some_and(|last| last >= term) {
                near
            } else {
                rest.len()
            };
            from += rest[..within].partition_point(|other| other < term);
            if self.terms.get(from) == Some(term) {
                lists.push(self.list_at(from));
            }
        }
        lists
    }

    fn list_at(&self, at: usize) -> List {
        self.starts[at] as usize..self.starts[at + 1] as usize
    }

    /// The papers of a list by their numbers in the segment.
    pub fn locals(&self, list: &List) -> &[u16] {
        &self.locals[list.clone()]
    }

    /// Calls `each` with every posting of a list: the paper's number in the segment and how often the term stands in each field.
    pub fn frequencies(&self, list: &List, mut each: impl FnMut(u16, Frequencies)) {
        let mut places = Places::new(self);
        for at in list.clone() {
            let local = self.locals[at];
            let packed = self.packed[at];
            if packed == UNPACKED {
                each(
                    local,
                    count_fields(places.of(at), self.ends[usize::from(local)]),
                );
            } else {
                each(local, unpack(packed));
            }
        }
    }

    /// The field in which a place of a paper lies.
    pub fn field_of(&self, local: u16, place: u32) -> usize {
        field_at(place, &self.ends[usize::from(local)])
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        4 * (self.docs.capacity()
            + self.terms.capacity()
            + self.starts.capacity()
            + self.blocks.capacity())
            + size_of::<Ends>() * self.ends.capacity()
            + 2 * self.locals.capacity()
            + self.packed.capacity()
            + self.places.capacity()
    }
}

/// The new number of a paper that is not in the merged segment.
const NOWHERE: u16 = u16::MAX;

/// Walks over the places of a segment's postings, forwards.
pub struct Places<'s> {
    segment: &'s Segment,
    /// The posting whose places come next, and where they start.
    posting: usize,
    at: usize,
}

impl<'s> Places<'s> {
    /// Starts before the first posting.
    pub fn new(segment: &'s Segment) -> Self {
        Self {
            segment,
            posting: 0,
            at: 0,
        }
    }

    /// The places of a posting, ascending.
    pub fn of(&mut self, posting: usize) -> impl Iterator<Item = u32> + use<'s> {
        let (count, start) = self.seek(posting);
        let mut bytes = &self.segment.places[start..];
        let mut place = 0;
        (0..count).map(move |_| {
            place += read(&mut bytes);
            place
        })
    }

    /// All that is written of a posting's places.
    fn bytes(&mut self, posting: usize) -> &'s [u8] {
        self.seek(posting);
        let start = self.at;
        self.skip();
        &self.segment.places[start..self.at]
    }

    /// Goes to a posting: how many places it has, and where they start behind their count.
    fn seek(&mut self, posting: usize) -> (u32, usize) {
        let block = posting / BLOCK;
        if posting < self.posting || block > self.posting / BLOCK {
            self.posting = block * BLOCK;
            self.at = self.segment.blocks[block] as usize;
        }
        while self.posting < posting {
            self.skip();
        }
        self.count()
    }

    fn count(&self) -> (u32, usize) {
        match self.segment.packed[self.posting] {
            UNPACKED => {
                let mut bytes = &self.segment.places[self.at..];
                let count = read(&mut bytes);
                (count, self.segment.places.len() - bytes.len())
            }
            packed => (unpack(packed).iter().sum(), self.at),
        }
    }

    fn skip(&mut self) {
        let (count, start) = self.count();
        self.at = start;
        for _ in 0..count {
            while self.segment.places[self.at] >= 0x80 {
                self.at += 1;
            }
            self.at += 1;
        }
        self.posting += 1;
    }
}

/// The field in which a place lies.
fn field_at(place: u32, ends: &Ends) -> usize {
    ends.iter().take_while(|end| **end <= place).count()
}

fn count_fields(places: impl Iterator<Item = u32>, ends: Ends) -> Frequencies {
    let mut of_fields = [0; TextField::COUNT];
    for place in places {
        if let Some(count) = of_fields.get_mut(field_at(place, &ends)) {
            *count += 1;
        }
    }
    of_fields
}

/// Stands for frequencies that are too many for a byte: their number stands before the places, and the fields are found by them.
const UNPACKED: u8 = 0;

/// Frequencies in one byte: from the lowest bit up five for the abstract, one each for title, authors and comment.
fn pack([title, summary, authors, comment]: Frequencies) -> u8 {
    if title > 1 || summary > 31 || authors > 1 || comment > 1 {
        return UNPACKED;
    }
    u8::try_from(summary | title << 5 | authors << 6 | comment << 7).unwrap_or(UNPACKED)
}

#[inline]
fn unpack(packed: u8) -> Frequencies {
    let packed = u32::from(packed);
    [packed >> 5 & 1, packed & 31, packed >> 6 & 1, packed >> 7]
}

/// Writes a number seven bits a byte, the lowest first; all bytes but the last have their highest bit set.
fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

#[inline]
fn read(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}
