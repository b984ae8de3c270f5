//! A segment as it is kept from visit to visit. All of it but the list of its papers is written
//! once and never changes.

use super::terms::Terms;
use super::{GONE, Segment};
use crate::core::binary::{Decoder, Encoder};
use crate::core::library::DocId;

impl Segment {
    /// The number under which it is kept; 0 while it has none.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Gives it the number under which it is kept.
    pub fn set_number(&mut self, number: u32) {
        self.number = number;
    }

    /// Writes all but the list of its papers.
    pub fn encode(&self, out: &mut Encoder) {
        out.reserve(self.bytes() + 1024);
        out.u32s(self.ends.as_flattened());
        out.u16s(self.lengths.as_flattened());
        out.number(self.longest as u64);
        self.terms.encode(out);
        out.u32s(&self.starts);
        out.u16s(&self.locals);
        out.bytes(&self.packed);
        out.u32s(&self.blocks);
        out.bytes(&self.places);
    }

    /// A segment of these papers, what stands in which is still to come.
    pub fn of_papers(number: u32, docs: Vec<DocId>) -> Self {
        Self {
            gone: docs.iter().filter(|doc| **doc == GONE).count(),
            docs,
            number,
            ..Self::default()
        }
    }

    /// Reads what [`Segment::encode`] wrote of its papers.
    pub fn decode(&mut self, from: &mut Decoder<'_>) -> Option<()> {
        let ends = from.u32s()?;
        let lengths = from.u16s()?;
        self.ends = ends.as_chunks().0.to_vec();
        self.lengths = lengths.as_chunks().0.to_vec();
        self.longest = from.count()?;
        self.terms = Terms::decode(from)?;
        self.starts = from.u32s()?;
        self.locals = from.u16s()?;
        self.packed = from.bytes()?.to_vec();
        self.blocks = from.u32s()?;
        self.places = from.bytes()?.to_vec();
        let papers = self.docs.len();
        let fits = self.ends.len() == papers
            && self.lengths.len() == papers
            && self.packed.len() == self.locals.len()
            && self.starts.len() == self.terms.len() + 1
            && self.starts.is_sorted()
            && self.starts.last().map(|end| *end as usize) == Some(self.locals.len());
        fits.then_some(())
    }
}
