//! The files of a shelf for whoever takes all of them along, and what is known of those that come
//! back.

use super::{Shelf, Shelved, Wish};
use crate::engine::{FileOf, Member};
use crate::protocol::Standing;

/// What is known of a file from before, and what of it was taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// When it came, in milliseconds since 1970; 0 for now.
    pub added: u64,
    /// The members that were taken out of the library, if it is an archive.
    pub without: Vec<Member>,
}

/// A file of the library, for whoever takes all of them along.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stocked<F> {
    /// Its name as it came.
    pub name: String,
    /// The name that it has as a source; `None` for an archive.
    pub source: Option<String>,
    /// Its size in bytes.
    pub size: u64,
    /// How many papers it has.
    pub papers: u32,
    /// What else is known of it.
    pub past: Past,
    /// Where its content is.
    pub place: Place<F>,
}

/// Where the content of a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place<F> {
    /// It is kept under this number.
    Kept(u32),
    /// What it can be read from, and which file of which job it is, for whoever has the page read
    /// it.
    Handle(F, FileOf),
}

impl<F: Clone> Shelf<F> {
    /// The files of the library whose content can be had, in the order in which they came: those
    /// that are kept, whether or not they were read yet, and those that are only here.
    pub fn stock(&self) -> Vec<Stocked<F>> {
        let is_there =
            |file: &&Shelved<F>| file.wish == Wish::Keep && file.standing != Standing::Lost;
        let stocked = |file: &Shelved<F>| {
            let entry = file.id.and_then(|id| self.manifest.file(id));
            let mut past = file.past.clone();
            if let Some(entry) = entry {
                past.added = entry.added;
            }
            let source = match (entry, file.sources.as_slice()) {
                (_, [only]) => Some(only.clone()),
                (Some(entry), _) => entry.source.clone(),
                (None, _) => None,
            };
            let place = match file.id {
                Some(id) => Place::Kept(id),
                None => Place::Handle(file.handle.clone()?, file.of?),
            };
            Some(Stocked {
                name: file.name.clone(),
                source,
                size: file.size,
                papers: file.papers.max(entry.map_or(0, |entry| entry.papers)),
                past,
                place,
            })
        };
        self.files
            .iter()
            .filter(is_there)
            .filter_map(stocked)
            .collect()
    }
}
