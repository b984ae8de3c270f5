//! The facet `task`: the problem solved.

mod creation;
mod geometry;
mod judgement;
mod perception;

pub(super) use creation::ENTRIES as CREATION;
pub(super) use geometry::ENTRIES as GEOMETRY;
pub(super) use judgement::ENTRIES as JUDGEMENT;
pub(super) use perception::ENTRIES as PERCEPTION;
