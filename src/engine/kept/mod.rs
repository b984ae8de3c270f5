//! What is kept of the library from visit to visit: which files, what is known of them, and what is
//! to be done with them. Where the bytes lie is the worker's.
//!
//! The [`Manifest`] is all that is known of the files. It is written with each change in the same
//! transaction as the files themselves, so one never speaks of what is not there. The [`Shelf`]
//! knows the files of this visit, those that are kept and those that are yet to be, and says what
//! is to be written next. A [`Snapshot`] is the library itself, which makes a visit begin sooner.

mod manifest;
mod shelf;
mod snapshot;

pub use manifest::{Entry, Manifest, SCHEMA, Unread};
pub use shelf::{Back, Change, Past, Place, Shelf, Stocked, Write};
pub use snapshot::{Chunk, Damaged, Draft, Opening, Slot, Snapshot, Writing, Wrote};

pub(super) use snapshot::Parts;

/// After so many ends of the page in the midst of reading it a file is not read again by itself.
pub const MOST_TRIES: u32 = 2;

/// What is to become of the kept files at the start of a visit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The files to read, in this order: their numbers, and how often the page ended in the midst
    /// of reading them.
    pub read: Vec<(u32, u32)>,
    /// Those that are set aside: the page ended too often in the midst of reading them.
    pub aside: Vec<u32>,
    /// Whether the snapshot is opened first. The files that it is of are read only where it cannot
    /// be.
    pub opens: bool,
}

/// Under this number it is noted among the files that are being read that the snapshot is being
/// opened.
pub const OPENING: u32 = u32::MAX;

impl Plan {
    /// What is to become of the files of a manifest: the newest are read first, for the papers of
    /// the day are there. `tries` are the files that were being read, each with how often that was
    /// begun and not ended; nobody is to be blamed where the page before was left in good order.
    pub fn of(manifest: &Manifest, tries: &[(u32, u32)], ended_well: bool) -> Self {
        let mut plan = Self::default();
        let fits = |snapshot: &Snapshot| snapshot.fits(manifest);
        let has_ended_page = tries.iter().any(|(id, _)| *id == OPENING) && !ended_well;
        plan.opens = !has_ended_page && manifest.snapshot.as_ref().is_some_and(fits);
        // Files are read in their order, so of those that came in the last visit the first that is
        // not whole was being read; the others waited.
        let mut files = manifest.files.iter();
        let first = files.find(|file| !file.is_whole).map(|file| file.id);
        for file in manifest.files.iter().rev() {
            let known = tries.iter().find(|(id, _)| *id == file.id);
            let count = known.map_or(u32::from(first == Some(file.id)), |(_, count)| *count);
            match if ended_well { 0 } else { count } {
                MOST_TRIES.. => plan.aside.push(file.id),
                count => plan.read.push((file.id, count)),
            }
        }
        plan
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A manifest of files by their letters, of which those in capitals are whole.
    fn manifest(letters: &str) -> Manifest {
        let mut manifest = Manifest::default();
        for letter in letters.chars() {
            let id = manifest.add(&letter.to_string(), 1, 0);
            if letter.is_uppercase() {
                manifest.complete(id, None, 1);
            }
        }
        manifest
    }

    #[track_caller]
    fn check(letters: &str, tries: &[(u32, u32)], ended_well: bool, read: &str, aside: &str) {
        let manifest = manifest(letters);
        let plan = Plan::of(&manifest, tries, ended_well);
        let name = |id: &u32| manifest.file(*id).map(|file| file.name.clone()).unwrap();
        let names: String = plan.read.iter().map(|(id, _)| name(id)).collect();
        let left: String = plan.aside.iter().map(name).collect();
        assert_eq!((names.as_str(), left.as_str()), (read, aside));
    }

    #[test]
    fn the_newest_files_are_read_first() {
        check("ABC", &[], true, "CBA", "");
        check("", &[], false, "", "");
        check("ABcd", &[], false, "dcBA", "");
    }

    #[test]
    fn what_ended_the_page_twice_in_a_row_is_set_aside() {
        // Dropped, and the page ended.
        assert_eq!(Plan::of(&manifest("Abc"), &[], false).read[1], (1, 1));
        assert_eq!(Plan::of(&manifest("Abc"), &[], false).read[0], (2, 0));
        // Read again, and it ended once more.
        check("Abc", &[(1, 2)], false, "cA", "b");
        // One that was read well before.
        check("AB", &[(0, 1)], false, "BA", "");
        check("AB", &[(0, 2)], false, "B", "A");
        // The reader left the page while it was being read.
        check("AB", &[(0, 2)], true, "BA", "");
    }
}
