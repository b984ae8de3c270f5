//! What the reader did with the papers, as far as a query asks for it.

use crate::core::library::DocId;
use crate::core::query::IsState;

/// The reader's marks. Nothing is kept of them yet: every paper is unread, without tag or note of
/// the reader's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderState {}

impl ReaderState {
    /// Whether the paper is in this state. [`IsState::Duplicate`] is no state of the reader's.
    pub fn is(&self, _doc: DocId, state: IsState) -> bool {
        state == IsState::Unread
    }

    /// Whether the reader gave the paper this tag.
    pub fn has_tag(&self, _doc: DocId, _tag: &str) -> bool {
        false
    }

    /// Whether the reader gave the paper any tag.
    pub fn is_tagged(&self, _doc: DocId) -> bool {
        false
    }

    /// Whether the reader wrote a note on the paper.
    pub fn has_note(&self, _doc: DocId) -> bool {
        false
    }
}
