//! The table of all tags: one entry a tag, a file a facet.
//!
//! An entry says what the tag means, which words earn it (in the language of
//! [`pattern`](super::pattern)), and shows invented sentences that earn it and some that do not;
//! the tests try them all.
//!
//! This is what we write. What the program carries is packed from it by `src/build.rs` and read by
//! [`packed`](super::packed).

mod contribution;
mod dataset;
mod domain;
mod learning;
mod method;
mod modality;
mod resource;
mod task;

use crate::core::facet::Facet;

/// One tag.
#[derive(Debug)]
pub(super) struct TagRow {
    /// Its name in a query, unique within its facet.
    pub id: &'static str,
    /// Its name for a person.
    pub label: &'static str,
    /// When it applies, in one sentence.
    pub about: &'static str,
    /// What earns it.
    pub rules: Rules,
    /// Tags of the same facet that say it better: given one of them, this one is left out.
    pub yields_to: &'static [&'static str],
    /// Sentences that earn it. Only the tests read them, and the worker need not carry them.
    #[cfg(test)]
    pub yes: &'static [&'static str],
    /// Sentences that do not.
    #[cfg(test)]
    pub no: &'static [&'static str],
}

/// The patterns of a tag, lists divided by `;`.
#[derive(Debug)]
pub(super) struct Rules {
    /// One mention is enough.
    pub strong: &'static str,
    /// Enough in the title, in a claim, or twice.
    pub normal: &'static str,
    /// Enough with more of its kind.
    pub weak: &'static str,
    /// A mention that starts inside one of these is none.
    pub not: &'static str,
}

/// An entry without patterns, to be filled by the methods below.
const fn tag(id: &'static str, label: &'static str, about: &'static str) -> TagRow {
    TagRow {
        id,
        label,
        about,
        rules: Rules {
            strong: "",
            normal: "",
            weak: "",
            not: "",
        },
        yields_to: &[],
        #[cfg(test)]
        yes: &[],
        #[cfg(test)]
        no: &[],
    }
}

impl TagRow {
    const fn strong(mut self, patterns: &'static str) -> Self {
        self.rules.strong = patterns;
        self
    }

    const fn normal(mut self, patterns: &'static str) -> Self {
        self.rules.normal = patterns;
        self
    }

    const fn weak(mut self, patterns: &'static str) -> Self {
        self.rules.weak = patterns;
        self
    }

    const fn not(mut self, patterns: &'static str) -> Self {
        self.rules.not = patterns;
        self
    }

    const fn yields_to(mut self, tags: &'static [&'static str]) -> Self {
        self.yields_to = tags;
        self
    }

    #[cfg_attr(
        not(test),
        expect(unused_mut, unused_variables, reason = "kept for the tests alone")
    )]
    const fn yes(mut self, sentences: &'static [&'static str]) -> Self {
        #[cfg(test)]
        {
            self.yes = sentences;
        }
        self
    }

    #[cfg_attr(
        not(test),
        expect(unused_mut, unused_variables, reason = "kept for the tests alone")
    )]
    const fn no(mut self, sentences: &'static [&'static str]) -> Self {
        #[cfg(test)]
        {
            self.no = sentences;
        }
        self
    }
}

/// The entries by facet, in the order of the facets; a tag's number is its place in this row of
/// rows.
pub(super) const TABLE: [(Facet, &[TagRow]); 12] = [
    (Facet::Task, task::PERCEPTION),
    (Facet::Task, task::GEOMETRY),
    (Facet::Task, task::CREATION),
    (Facet::Task, task::JUDGEMENT),
    (Facet::Domain, domain::ENTRIES),
    (Facet::Modality, modality::ENTRIES),
    (Facet::Method, method::NETWORKS),
    (Facet::Method, method::MATHEMATICS),
    (Facet::Learning, learning::ENTRIES),
    (Facet::Contribution, contribution::ENTRIES),
    (Facet::Resource, resource::ENTRIES),
    (Facet::Dataset, dataset::ENTRIES),
];
