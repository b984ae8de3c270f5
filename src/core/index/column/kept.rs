//! A column as it is kept from visit to visit.

use super::{Column, Papers};
use crate::core::binary::{Decoder, Encoder};
use crate::core::index::bitset::Bitset;

/// How the papers of a value are written.
const LIST: u64 = 0;
const BITS: u64 = 1;

impl Column {
    /// Writes it.
    pub(in crate::core::index) fn encode(&self, out: &mut Encoder) {
        out.u32s(&self.values);
        let stretches: Vec<u32> = self
            .stretches
            .iter()
            .flat_map(|(start, end)| [*start, *end])
            .collect();
        out.u32s(&stretches);
        out.number(self.unused as u64);
        out.number(u64::from(self.is_ragged));
        out.u32s(&self.totals);
        for papers in &self.papers {
            match papers {
                Papers::List(list) => {
                    out.number(LIST);
                    out.u32s(list);
                }
                Papers::Bits(bits) => {
                    out.number(BITS);
                    bits.encode(out);
                }
            }
        }
    }

    /// Reads what [`Column::encode`] wrote of so many papers.
    pub(in crate::core::index) fn decode(from: &mut Decoder<'_>, docs: usize) -> Option<Self> {
        let values = from.u32s()?;
        let stretches = from.u32s()?;
        let (stretches, _) = stretches.as_chunks();
        let stretches: Vec<(u32, u32)> = stretches.iter().map(|[a, b]| (*a, *b)).collect();
        let fits = |(start, end): &(u32, u32)| start <= end && *end as usize <= values.len();
        if stretches.len() > docs || !stretches.iter().all(fits) {
            return None;
        }
        let unused = from.count()?;
        let is_ragged = from.number()? != 0;
        let totals = from.u32s()?;
        let mut papers = Vec::with_capacity(totals.len());
        for _ in 0..totals.len() {
            papers.push(match from.number()? {
                LIST => Papers::List(from.u32s()?),
                BITS => Papers::Bits(Bitset::decode(from).filter(|bits| bits.len() <= docs)?),
                _ => return None,
            });
        }
        Some(Self {
            values,
            stretches,
            unused,
            is_ragged,
            papers,
            totals,
        })
    }
}
