//! The table of tags as the program carries it: packed by `src/build.rs` from what is written in
//! `table`, to a third of its size.

use std::sync::LazyLock;

use crate::core::facet::Facet;
use crate::core::unicode::inflate;

static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tags.deflate"));

static TEXT: LazyLock<String> = LazyLock::new(|| inflate(PACKED));

/// All tags; a tag's number is its place here.
pub(super) static ENTRIES: LazyLock<Vec<PackedTag>> =
    LazyLock::new(|| TEXT.lines().filter_map(PackedTag::unpack).collect());

/// One tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct PackedTag {
    /// Its facet.
    pub facet: Facet,
    /// Its name in a query, unique within its facet.
    pub id: &'static str,
    /// Its name for a person.
    pub label: &'static str,
    /// When it applies, in one sentence.
    pub about: &'static str,
    /// Tags of the same facet that say it better: given one of them, this one is left out.
    pub yields_to: Vec<&'static str>,
    /// Patterns of which one mention is enough, divided by `;` as all four.
    pub strong: &'static str,
    /// Enough in the title, in a claim, or twice.
    pub normal: &'static str,
    /// Enough with more of its kind.
    pub weak: &'static str,
    /// A mention that starts inside one of these is none.
    pub not: &'static str,
}

impl PackedTag {
    /// Reads a line of fields with tabs between.
    fn unpack(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        Some(Self {
            facet: Facet::from_name(fields.next()?)?,
            id: fields.next()?,
            label: fields.next()?,
            about: fields.next()?,
            yields_to: fields.next()?.split_whitespace().collect(),
            strong: fields.next()?,
            normal: fields.next()?,
            weak: fields.next()?,
            not: fields.next()?,
        })
    }
}
