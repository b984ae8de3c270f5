//! What is written of a paper beside what its digest says.

use crate::core::facet::Facet;
use crate::core::marks::{Flags, Kind};

/// A tag: its facet, and its id in there.
pub type TagOf<'b> = (Facet, &'b str);

/// What is written of a paper beside what its digest says. A file name alone is one, and all of it
/// as far as the command line goes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'b> {
    /// The name of the file that it was read from.
    pub source: &'b str,
    /// Its tags, if they are wanted; NDJSON always has them, and finds those of the table itself
    /// where there are none here.
    pub tags: Option<&'b [TagOf<'b>]>,
    /// What is the reader's own, if it is wanted. Columns of a table are there for all papers or
    /// for none: by the first.
    pub own: Option<Own<'b>>,
}

/// What a reader did with a paper. The default is nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Own<'b> {
    /// The note; empty where there is none.
    pub note: &'b str,
    /// The tags that the reader or the reader's rules gave.
    pub tags: &'b [TagOf<'b>],
    /// The marks.
    pub flags: Flags,
}

impl<'b> From<&'b str> for Beside<'b> {
    fn from(source: &'b str) -> Self {
        Self {
            source,
            ..Self::default()
        }
    }
}

impl<'b> Own<'b> {
    /// What the marks are called.
    pub(super) fn marks(self) -> impl Iterator<Item = &'static str> + use<'b> {
        let kinds = Kind::ALL
            .into_iter()
            .filter(move |kind| self.flags.has(*kind));
        kinds.map(Kind::id)
    }

    /// The note without white space around, if there is one.
    pub(super) fn noted(self) -> Option<&'b str> {
        Some(self.note.trim()).filter(|note| !note.is_empty())
    }
}
