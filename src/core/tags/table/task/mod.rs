//! The facet `task`: the problem solved.

mod creation;
mod perception;

pub(super) use creation::ENTRIES as CREATION;
pub(super) use perception::ENTRIES as PERCEPTION;
