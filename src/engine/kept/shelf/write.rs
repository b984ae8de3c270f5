//! What is to be written next, and what came of it.

use super::{Manifest, Past, Shelf, Shelved, Wish};
use crate::engine::Member;

/// How many files are written in one transaction at most, and how many bytes of them.
const FILES_A_WRITE: usize = 64;
const BYTES_A_WRITE: u64 = 8 << 20;

/// Changes that are made in one transaction.
#[derive(Debug)]
pub struct Write<F> {
    /// The changes in their order.
    pub changes: Vec<Change<F>>,
    /// The files that they are about, by their place on the shelf.
    of: Vec<usize>,
    /// Whether it must have reached the disk when it is done.
    pub is_strict: bool,
}

/// One change of what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<F> {
    /// A file is kept that was not.
    Put {
        /// Its name.
        name: String,
        /// Its size in bytes.
        size: u64,
        /// Where its content is.
        handle: F,
        /// The name as a source and the papers of one that is in the library by now; `None` for one
        /// that is being read.
        whole: Option<(Option<String>, u32)>,
        /// What is known of it from before, and what of it was taken out.
        past: Past,
    },
    /// All of a kept file is in the library: its number, its name as a source, its papers.
    Complete(u32, Option<String>, u32),
    /// A kept file is let go.
    Remove(u32),
    /// A member of a kept file is not to be read again.
    LeaveOut(u32, Member),
    /// It is, after all.
    TakeIn(u32, Member),
}

impl<F> Write<F> {
    /// Whether anything is let go, so that there is more room then.
    pub fn frees(&self) -> bool {
        let mut changes = self.changes.iter();
        changes.any(|change| matches!(change, Change::Remove(_)))
    }
}

impl<F> Change<F> {
    /// Changes the manifest, at this time in milliseconds since 1970, and gives the number of the
    /// file.
    pub fn apply(&self, manifest: &mut Manifest, now: u64) -> u32 {
        match self {
            Self::Put {
                name,
                size,
                whole,
                past,
                ..
            } => {
                let added = if past.added == 0 { now } else { past.added };
                let id = manifest.add(name, *size, added);
                for member in &past.without {
                    manifest.leave_out(id, member.clone());
                }
                if let Some((source, papers)) = whole {
                    manifest.complete(id, source.clone(), *papers);
                }
                id
            }
            Self::Complete(id, source, papers) => {
                manifest.complete(*id, source.clone(), *papers);
                *id
            }
            Self::Remove(id) => {
                manifest.remove(*id);
                *id
            }
            Self::LeaveOut(id, member) => {
                manifest.leave_out(*id, member.clone());
                *id
            }
            Self::TakeIn(id, member) => {
                manifest.take_in(*id, member);
                *id
            }
        }
    }
}

impl<F: Clone> Shelf<F> {
    /// Whether anything is to be written.
    pub fn has_to_write(&self) -> bool {
        let mut files = self.files.iter();
        files.any(|file| file.change(self.is_on).is_some()) || !self.members.is_empty()
    }

    /// What is to be written next; `None` when all is as it should be.
    pub fn next_write(&mut self) -> Option<Write<F>> {
        self.files
            .retain(|file| file.wish != Wish::Gone || file.id.is_some());
        let most = if self.is_careful { 1 } else { FILES_A_WRITE };
        let mut write = Write {
            changes: Vec::new(),
            of: Vec::new(),
            is_strict: false,
        };
        let mut bytes = 0;
        for (at, file) in self.files.iter().enumerate() {
            let Some(change) = file.change(self.is_on) else {
                continue;
            };
            if matches!(change, Change::Put { .. }) {
                if bytes > 0 && bytes + file.size > BYTES_A_WRITE {
                    continue;
                }
                bytes += file.size;
            }
            write.is_strict |= !matches!(change, Change::Put { whole: None, .. });
            write.changes.push(change);
            write.of.push(at);
            if write.changes.len() == most {
                break;
            }
        }
        // Beside a file that has no room they would fail with it, each time anew.
        if !self.is_careful || write.changes.is_empty() {
            write.is_strict |= !self.members.is_empty();
            write.changes.append(&mut self.members);
        }
        if write.changes.is_empty() {
            self.stored.append(&mut self.removals);
            return None;
        }
        Some(write)
    }

    /// What was to be written is; `ids` are the numbers of the files of its changes.
    pub fn wrote(&mut self, write: Write<F>, ids: &[u32], manifest: Manifest) {
        let mut jobs = Vec::new();
        let of = write.of.into_iter().zip(ids);
        for ((at, id), change) in of.zip(write.changes) {
            let Some(file) = self.files.get_mut(at) else {
                continue;
            };
            match change {
                Change::Put { whole, past, .. } => {
                    jobs.extend(file.of.map(|of| of.job));
                    file.id = Some(*id);
                    file.is_whole = whole.is_some();
                    // Members that went or came while it was being written.
                    let (was, is) = (&past.without, &file.past.without);
                    let out = is.iter().filter(|member| !was.contains(member));
                    let back = was.iter().filter(|member| !is.contains(member));
                    self.members
                        .extend(out.map(|member| Change::LeaveOut(*id, member.clone())));
                    self.members
                        .extend(back.map(|member| Change::TakeIn(*id, member.clone())));
                }
                Change::Complete(..) => file.is_whole = true,
                Change::Remove(_) => file.id = None,
                Change::LeaveOut(..) | Change::TakeIn(..) => {}
            }
        }
        self.take_manifest(manifest);
        self.take_note_of_stored(jobs);
    }

    /// What was to be written could not be, for want of room most likely. It is tried with less,
    /// file by file; says whether anything is left that can be tried.
    pub fn failed(&mut self, write: Write<F>) -> bool {
        let is_one = write.changes.len() == 1;
        if let ([Change::Put { .. }], [at]) = (&write.changes[..], &write.of[..]) {
            if let Some(file) = self.files.get_mut(*at) {
                file.has_no_room = true;
            }
            return true;
        }
        let was_careful = std::mem::replace(&mut self.is_careful, true);
        // They came before those that came meanwhile.
        let is_of_member =
            |change: &Change<F>| matches!(change, Change::LeaveOut(..) | Change::TakeIn(..));
        let members = write.changes.into_iter().filter(is_of_member);
        self.members.splice(0..0, members);
        // Another tab's manifest may have come while they were on their way.
        let manifest = std::mem::take(&mut self.manifest);
        self.take_manifest(manifest);
        !was_careful && !is_one
    }

    /// There may be room again for what had none.
    pub fn try_again(&mut self) {
        self.is_careful = false;
        for file in &mut self.files {
            file.has_no_room = false;
        }
    }

    /// How much there is of what has no room, in bytes.
    pub fn lacking(&self) -> u64 {
        let lacking = self.files.iter().filter(|file| file.has_no_room);
        lacking.map(|file| file.size).sum()
    }

    fn take_note_of_stored(&mut self, mut jobs: Vec<u32>) {
        jobs.sort_unstable();
        jobs.dedup();
        let lacks = |job: u32| {
            let mut files = self.files.iter();
            files.any(|file| file.id.is_none() && file.of.is_some_and(|of| of.job == job))
        };
        jobs.retain(|job| !lacks(*job));
        self.stored.append(&mut jobs);
    }
}

impl<F: Clone> Shelved<F> {
    /// What is to be written of it, if anything.
    pub(super) fn change(&self, is_on: bool) -> Option<Change<F>> {
        let source = || match self.sources.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        match (self.id, self.wish) {
            (None, Wish::Read | Wish::Keep) if is_on && !self.has_no_room => Some(Change::Put {
                name: self.name.clone(),
                size: self.size,
                handle: self.handle.clone()?,
                whole: (self.wish == Wish::Keep).then(|| (source(), self.papers)),
                past: self.past.clone(),
            }),
            (Some(id), Wish::Keep) if !self.is_whole => {
                Some(Change::Complete(id, source(), self.papers))
            }
            (Some(id), Wish::Gone) => Some(Change::Remove(id)),
            _ => None,
        }
    }
}
