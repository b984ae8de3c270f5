//! What is known of earlier papers, as it is kept from visit to visit.

use std::collections::HashMap;

use super::{DocId, Hashed, Link, SHARDS, Sketches, Table};
use crate::core::binary::{Decoder, Encoder};

impl Sketches {
    /// Writes it.
    pub(in crate::core::library) fn encode(&self, out: &mut Encoder) {
        self.by_triple.encode(out);
        self.by_title.encode(out);
        let long = self.long.iter().map(|(doc, size)| (*doc, *size as u64));
        out.put(&long.collect::<Vec<(DocId, u64)>>());
    }

    /// Reads what [`Sketches::encode`] wrote.
    pub(in crate::core::library) fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let by_triple = Table::decode(from)?;
        let by_title = Table::decode(from)?;
        let long: Vec<(DocId, u64)> = from.get()?;
        let long = long
            .into_iter()
            .map(|(doc, size)| Some((doc, size.try_into().ok()?)));
        Some(Self {
            by_triple,
            by_title,
            long: long.collect::<Option<_>>()?,
        })
    }
}

impl Table {
    fn encode(&self, out: &mut Encoder) {
        for (heads, links) in self.heads.iter().zip(&self.links) {
            let heads: Vec<u32> = heads.iter().flat_map(|(hash, at)| [*hash, *at]).collect();
            out.u32s(&heads);
            let links: Vec<u32> = links
                .iter()
                .flat_map(|link| [link.doc, link.before])
                .collect();
            out.u32s(&links);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let mut table = Self {
            heads: Vec::with_capacity(SHARDS),
            links: Vec::with_capacity(SHARDS),
        };
        for _ in 0..SHARDS {
            let pairs = from.u32s()?;
            let (pairs, _) = pairs.as_chunks();
            let mut heads = HashMap::with_capacity_and_hasher(
                pairs.len(),
                std::hash::BuildHasherDefault::<Hashed>::default(),
            );
            heads.extend(pairs.iter().map(|[hash, at]| (*hash, *at)));
            table.heads.push(heads);
            let pairs = from.u32s()?;
            let links = pairs.as_chunks().0.iter();
            let links = links.map(|[doc, before]| Link {
                doc: *doc,
                before: *before,
            });
            table.links.push(links.collect());
        }
        Some(table)
    }
}
