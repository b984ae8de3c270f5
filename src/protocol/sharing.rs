//! Papers that are given to others, and those that others gave.

use serde::{Deserialize, Serialize};

use super::Scope;

/// So many papers may go into a link. Of more it would be too long for nearly everything that
/// passes links on.
pub const MOST_IN_LINK: u32 = 100;

/// Papers that are to be shared, and what of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareWish {
    /// The papers.
    pub of: Scope,
    /// What they are called together.
    pub title: String,
    /// Whether the reader's marks go with them.
    pub marks: bool,
    /// Whether the reader's notes do.
    pub notes: bool,
}

/// A page of its own with papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageWish {
    /// The papers.
    pub share: ShareWish,
    /// The view that the page opens with, as the fragment of an address.
    pub view: String,
}

/// What can be shared of some papers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareView {
    /// How many papers there are.
    pub papers: u32,
    /// How many of them have marks of the reader's.
    pub marked: u32,
    /// And how many a note.
    pub noted: u32,
    /// The files that they are of, the newest first.
    pub needs: Vec<Need>,
    /// The papers as a parcel for a link; `None` where they are too many.
    pub parcel: Option<String>,
}

/// A file that a view needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Need {
    /// Its name.
    pub name: String,
    /// What tells its content from others, in 48 bits.
    pub print: u64,
}

/// How a file that is needed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NeedStanding {
    /// It is in the library, under whatever name.
    Here,
    /// A file of its name is, which says something else.
    Other,
    /// It is not.
    Missing,
}

/// What becomes of the marks and notes that came with papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Take {
    /// They are left out.
    Leave,
    /// They are shown, and neither kept nor taken back: the page is apart from all others.
    Lend,
    /// They become the reader's own, where a paper has none, and the papers are kept.
    Own,
}

/// What came from others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParcelView {
    /// What it is called; empty where it has no title.
    pub title: String,
    /// How many papers came.
    pub papers: u32,
    /// How many of them had marks.
    pub marked: u32,
    /// And how many a note.
    pub noted: u32,
    /// The names that its sources had.
    pub sources: Vec<String>,
}
