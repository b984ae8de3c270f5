//! What the reader did with papers: marks, notes, and what can be undone.

use serde::{Deserialize, Serialize};

pub use crate::core::marks::{Deed, Flags, Kind, OwnDeed, State as PaperState, Wish};

/// The papers that something is done with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chosen {
    /// Those of these ids, whether the library has them or not.
    Ids(Vec<String>),
    /// Hits of the last search, if it is that one; else none.
    Hits {
        /// The search's number.
        seq: u32,
        /// The first of them, from 0.
        from: u32,
        /// The one behind the last; any number beyond the hits means all to their end.
        to: u32,
    },
}

/// What became of the reader's marks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarksView {
    /// The papers that have other marks now; of very many the first.
    pub papers: Vec<PaperMarks>,
    /// What was done; `None` where nothing was, or papers were only seen.
    pub news: Option<MarksNews>,
    /// Whether these are marks of another visit or another tab, which a search has not seen.
    pub is_recalled: bool,
    /// What can be undone next.
    pub undo: Option<DeedView>,
    /// What can be redone next.
    pub redo: Option<DeedView>,
}

/// The marks of one paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperMarks {
    /// Its id.
    pub id: String,
    /// Its marks.
    pub flags: Flags,
}

/// Something that was done just now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarksNews {
    /// Whether it was done for the first time.
    pub way: Way,
    /// What it was.
    pub deed: DeedView,
}

/// How an act came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// It was done.
    Done,
    /// It was undone.
    Undone,
    /// It was redone.
    Redone,
}

/// An act in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeedView {
    /// What it did.
    pub deed: Deed,
    /// To how many papers, or settings.
    pub papers: u32,
    /// The title of the paper, if it is one and the library has it, or the name of the setting;
    /// empty otherwise. Of a tag that was renamed, its new name.
    pub title: String,
    /// The name of the tag, if it was about the reader's own rules or tags; empty otherwise.
    pub tag: String,
}

/// That a source was taken out is undone or redone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceNews {
    /// Which of the two.
    pub way: Way,
    /// The name of the source.
    pub source: String,
    /// Whether nobody has its file any more, so that it does not come back.
    pub is_lost: bool,
}
