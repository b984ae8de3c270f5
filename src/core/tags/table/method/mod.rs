//! The facet `method`: what the work is built of.

mod mathematics;
mod networks;

pub(super) use mathematics::ENTRIES as MATHEMATICS;
pub(super) use networks::ENTRIES as NETWORKS;
