//! The files of a visit: which of them are kept, and what is to be written next.

use std::collections::{HashMap, HashSet};

use super::{Entry, Manifest};
use crate::engine::{FileOf, Member, Origin, Removal, Settled, Terms};
use crate::protocol::{KeptFile, Standing};

mod stock;

pub use stock::{Past, Place, Stocked};

/// How many files are written in one transaction at most, and how many bytes of them.
const FILES_A_WRITE: usize = 64;
const BYTES_A_WRITE: u64 = 8 << 20;

/// The files of a visit. `F` is the browser's handle of a file.
#[derive(Debug)]
pub struct Shelf<F> {
    manifest: Manifest,
    files: Vec<Shelved<F>>,
    /// Members of kept files that were taken out or came back, and jobs that took sources out,
    /// until that is written.
    members: Vec<Change<F>>,
    removals: Vec<u32>,
    /// What was taken out of the library in this visit and can come back.
    bin: Vec<Binned<F>>,
    /// Whether files that come are to be kept.
    pub is_on: bool,
    /// Whether files are written one by one, because all of them together had no room.
    is_careful: bool,
    /// The jobs all of whose files are kept since this was last asked.
    stored: Vec<u32>,
}

/// A source that was taken out, with all that had its content.
#[derive(Debug)]
struct Binned<F> {
    source: String,
    from: Vec<Away<F>>,
}

/// What had the content of a source that was taken out.
#[derive(Debug)]
struct Away<F> {
    name: String,
    size: u64,
    /// What it can be read from; `None` for one that was kept before, until it is let go.
    handle: Option<F>,
    /// Its number in the manifest, if it was or is kept.
    id: Option<u32>,
    /// The member of it, if it is an archive.
    member: Option<Member>,
    /// What was known of it before.
    past: Past,
    /// The file on the shelf, where other sources come from it.
    stays: Option<FileOf>,
}

/// A file that is to be read so that a source comes back.
#[derive(Debug, PartialEq, Eq)]
pub struct Back<F> {
    /// Its name.
    pub name: String,
    /// What it can be read from, or the number under which it is kept.
    pub from: Result<F, u32>,
    /// How it is read.
    pub terms: Terms,
}

/// A file of this visit.
#[derive(Debug)]
struct Shelved<F> {
    /// Which file of a job it is; `None` for one that is kept and was not read in this visit.
    of: Option<FileOf>,
    /// Which others it is since members of it came back.
    also: Vec<FileOf>,
    name: String,
    size: u64,
    /// What it can be read from; `None` for one that was kept before.
    handle: Option<F>,
    /// Its number in the manifest; `None` while it is not kept.
    id: Option<u32>,
    /// What is known of it from before, and what of it was taken out.
    past: Past,
    /// Whether the manifest has it as whole.
    is_whole: bool,
    /// The sources of the library that it is.
    sources: Vec<String>,
    papers: u32,
    wish: Wish,
    /// Whether it is known that there is no room for it.
    has_no_room: bool,
    standing: Standing,
}

/// What is to become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    /// It is kept as one that is being read.
    Read,
    /// It is kept.
    Keep,
    /// It is let go.
    Gone,
}

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
        /// What is known of it from a backup.
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

impl<F> Default for Shelf<F> {
    fn default() -> Self {
        Self {
            manifest: Manifest::default(),
            files: Vec::new(),
            members: Vec::new(),
            removals: Vec::new(),
            bin: Vec::new(),
            is_on: false,
            is_careful: false,
            stored: Vec::new(),
        }
    }
}

impl<F: Clone> Shelf<F> {
    /// What is known of the files that are kept.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What is kept is this, and no file of it was read yet.
    pub fn open(&mut self, manifest: Manifest) {
        let kept = manifest.files.iter().map(Shelved::kept);
        // What came before the store was open comes behind what is in it.
        let came = std::mem::take(&mut self.files);
        self.files = kept.chain(came).collect();
        self.manifest = manifest;
    }

    /// Another tab has changed what is kept. Gives the numbers of the files that it added and the
    /// sources of those that it let go.
    pub fn adopt(&mut self, manifest: Manifest) -> (Vec<u32>, Vec<String>) {
        let known: HashSet<u32> = self.files.iter().filter_map(|file| file.id).collect();
        let is_new = |file: &&Entry| file.is_whole && !known.contains(&file.id);
        let new: Vec<Entry> = manifest.files.iter().filter(is_new).cloned().collect();
        let mut gone = Vec::new();
        for file in &mut self.files {
            if file.id.is_some_and(|id| manifest.file(id).is_none()) {
                file.wish = Wish::Gone;
                gone.append(&mut file.sources);
            }
        }
        self.files.extend(new.iter().map(Shelved::kept));
        self.manifest = manifest;
        (new.into_iter().map(|file| file.id).collect(), gone)
    }

    /// What was known of the files that were kept, for whoever lets all of them go.
    pub fn into_manifest(self) -> Manifest {
        self.manifest
    }

    /// A file came that is about to be read.
    pub fn came(&mut self, of: FileOf, name: &str, size: u64, handle: F) {
        self.came_back(of, name, size, handle, Past::default());
    }

    /// A file came out of a backup that is about to be read.
    pub fn came_back(&mut self, of: FileOf, name: &str, size: u64, handle: F, past: Past) {
        self.files.push(Shelved {
            of: Some(of),
            also: Vec::new(),
            name: name.to_owned(),
            size,
            handle: Some(handle),
            id: None,
            past,
            is_whole: false,
            sources: Vec::new(),
            papers: 0,
            wish: Wish::Read,
            has_no_room: false,
            standing: Standing::Waiting,
        });
    }

    /// A kept file is read as this file of a job.
    pub fn reads(&mut self, id: u32, of: FileOf) {
        if let Some(file) = self.of_id_mut(id) {
            file.of = Some(of);
            file.standing = Standing::Waiting;
        }
    }

    /// The numbers under which files of jobs are kept and whole.
    pub fn ids(&self) -> HashMap<FileOf, u32> {
        let kept = self
            .files
            .iter()
            .filter(|file| file.is_whole && file.wish == Wish::Keep);
        let of = |file: &Shelved<F>| {
            let id = file.id;
            let all: Vec<FileOf> = file.of.iter().chain(&file.also).copied().collect();
            all.into_iter().filter_map(move |of| Some((of, id?)))
        };
        kept.flat_map(of).collect()
    }

    /// How a kept file stands, where that is not told by what becomes of it in the library.
    pub fn stands(&mut self, id: u32, standing: Standing) {
        if let Some(file) = self.of_id_mut(id) {
            file.standing = standing;
        }
    }

    /// Takes note of what became of files in the library.
    pub fn settled(&mut self, settled: Settled) {
        match settled {
            Settled::Read {
                file,
                sources,
                papers,
            } => self.was_read(file, sources, papers),
            Settled::GivenUp(file) => {
                if let Some(file) = self.of(file) {
                    // What was kept before stays, to be read another time.
                    if !file.is_whole {
                        file.wish = Wish::Gone;
                    }
                }
            }
            Settled::Removed { job, source, from } => {
                let all = from.len();
                let away = from.into_iter();
                let away = away.filter_map(|one| self.removed(one, &source));
                let away: Vec<Away<F>> = away.collect();
                let kept = away.iter().filter(|away| away.id.is_some()).count();
                if kept > 0 && kept == all {
                    self.removals.push(job);
                }
                self.bin.push(Binned { source, from: away });
            }
            // Whoever has the files brings them.
            Settled::Wanted(_) | Settled::Unwanted(_) => {}
        }
    }

    fn was_read(&mut self, file: FileOf, sources: Vec<String>, papers: u32) {
        let of = file;
        let Some(file) = self.of(of) else {
            return;
        };
        // Members that came back come to the others.
        let is_more = file.also.contains(&of);
        // What is no digest, is known already or has rules is not kept. One that was kept may be
        // known from another now, which may go.
        let is_kept = !sources.is_empty() || file.is_whole;
        file.wish = if is_kept { Wish::Keep } else { Wish::Gone };
        if is_more {
            file.sources.extend(sources);
            file.papers += papers;
        } else {
            file.sources = sources;
            file.papers = papers;
        }
        if file.standing == Standing::Waiting {
            file.standing = Standing::Here;
        }
    }

    /// A file has lost a source. Gives what the source can come back from; `None` where the file
    /// is not here.
    fn removed(&mut self, removal: Removal, source: &str) -> Option<Away<F>> {
        let Origin { file, member } = removal.origin;
        let file = self.of(file)?;
        file.sources.retain(|known| known != source);
        // Members that came back are of another job, of which the library knows no others.
        let leaves_others = removal.leaves_others || member.is_some() && !file.sources.is_empty();
        let away = Away {
            name: file.name.clone(),
            size: file.size,
            handle: file.handle.clone(),
            id: file.id,
            past: file.past.clone(),
            stays: file.of.filter(|_| leaves_others),
            member: member.clone(),
        };
        match member {
            Some(member) if leaves_others => {
                file.past.without.push(member.clone());
                let change = file.id.map(|id| Change::LeaveOut(id, member));
                self.members.extend(change);
            }
            _ => file.wish = Wish::Gone,
        }
        Some(away)
    }

    /// A source that was taken out last under this name comes back by a job. Gives the files that
    /// it has to read, in their order; none where none is at hand.
    pub fn bring_back(&mut self, source: &str, job: u32) -> Vec<Back<F>> {
        let at = self.bin.iter().rposition(|binned| binned.source == source);
        let Some(binned) = at.map(|at| self.bin.remove(at)) else {
            return Vec::new();
        };
        let mut files = Vec::new();
        for away in binned.from {
            let place = u32::try_from(files.len()).unwrap_or(u32::MAX);
            let file = FileOf { job, place };
            files.extend(self.back(away, file, source));
        }
        files
    }

    fn back(&mut self, away: Away<F>, file: FileOf, source: &str) -> Option<Back<F>> {
        let terms = Terms {
            source: Some(source.to_owned()).filter(|_| away.member.is_none()),
            without: Vec::new(),
            only: away.member.clone(),
            leaves_rules: true,
        };
        let name = away.name.clone();
        if let Some(stays) = away.stays
            && let Some(shelved) = self.of(stays)
            && let Some(member) = away.member
        {
            shelved.also.push(file);
            shelved.past.without.retain(|out| *out != member);
            let (id, handle) = (shelved.id, shelved.handle.clone());
            self.members
                .extend(id.map(|id| Change::TakeIn(id, member.clone())));
            let from = match handle {
                Some(handle) => Ok(handle),
                None => Err(id?),
            };
            return Some(Back { name, from, terms });
        }
        let handle = away.handle?;
        self.came_back(file, &name, away.size, handle.clone(), away.past);
        let from = Ok(handle);
        Some(Back { name, from, terms })
    }

    /// These files, by their numbers, are let go and can still be read from here.
    pub fn let_go_of(&mut self, files: &[(u32, F)]) {
        for away in self.bin.iter_mut().flat_map(|binned| &mut binned.from) {
            let file = files.iter().find(|(id, _)| away.id == Some(*id));
            if let Some((_, file)) = file
                && away.stays.is_none()
            {
                away.handle.get_or_insert_with(|| file.clone());
            }
        }
    }

    /// What was taken out does not come back: its room is needed.
    pub fn empty_bin(&mut self) {
        self.bin.clear();
    }

    /// Lets a kept file go that is not in the library.
    pub fn let_go(&mut self, id: u32) {
        if let Some(file) = self.of_id_mut(id) {
            file.wish = Wish::Gone;
        }
    }

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
        write.is_strict |= !self.members.is_empty();
        write.changes.append(&mut self.members);
        if write.changes.is_empty() {
            self.stored.append(&mut self.removals);
            return None;
        }
        Some(write)
    }

    /// What was to be written is; `ids` are the numbers of the files of its changes.
    pub fn wrote(&mut self, write: Write<F>, ids: &[u32], manifest: Manifest) {
        self.manifest = manifest;
        let mut jobs = Vec::new();
        let of = write.of.into_iter().zip(ids);
        for ((at, id), change) in of.zip(write.changes) {
            let Some(file) = self.files.get_mut(at) else {
                continue;
            };
            match change {
                Change::Put { whole, .. } => {
                    jobs.extend(file.of.map(|of| of.job));
                    file.id = Some(*id);
                    file.is_whole = whole.is_some();
                }
                Change::Complete(..) => file.is_whole = true,
                Change::Remove(_) => file.id = None,
                Change::LeaveOut(..) | Change::TakeIn(..) => {}
            }
        }
        self.take_note_of_stored(jobs);
    }

    /// What was to be written could not be, for want of room most likely. It is tried with less,
    /// file by file; says whether anything is left that can be tried.
    pub fn failed(&mut self, write: Write<F>) -> bool {
        let is_one = write.changes.len() == 1;
        for change in write.changes {
            match change {
                Change::LeaveOut(..) | Change::TakeIn(..) => self.members.push(change),
                Change::Put { .. } if is_one => {
                    for at in &write.of {
                        if let Some(file) = self.files.get_mut(*at) {
                            file.has_no_room = true;
                        }
                    }
                    return true;
                }
                _ => {}
            }
        }
        self.is_careful = true;
        !is_one
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

    /// The jobs all of whose files are kept since this was last asked, so that nobody else has to
    /// read them again.
    pub fn take_stored(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.stored)
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

    /// The kept files, and those that are not for want of room, in the order in which they came.
    pub fn view(&self) -> Vec<KeptFile> {
        let files = self.files.iter();
        let shown = files.filter(|file| file.id.is_some() || file.has_no_room);
        let view = |file: &Shelved<F>| {
            let entry = file.id.and_then(|id| self.manifest.file(id));
            KeptFile {
                id: file.id,
                name: file.name.clone(),
                size: file.size,
                added: entry.map_or(0, |entry| entry.added),
                papers: file.papers.max(entry.map_or(0, |entry| entry.papers)),
                sources: file.sources.clone(),
                standing: file.standing,
            }
        };
        shown.map(view).collect()
    }

    fn of(&mut self, of: FileOf) -> Option<&mut Shelved<F>> {
        // The last ones are asked for most.
        let mut files = self.files.iter_mut().rev();
        files.find(|file| file.of == Some(of) || file.also.contains(&of))
    }

    fn of_id_mut(&mut self, id: u32) -> Option<&mut Shelved<F>> {
        self.files.iter_mut().find(|file| file.id == Some(id))
    }
}

impl<F: Clone> Shelved<F> {
    /// A file that was kept before.
    fn kept(entry: &Entry) -> Self {
        Self {
            of: None,
            also: Vec::new(),
            name: entry.name.clone(),
            size: entry.size,
            handle: None,
            id: Some(entry.id),
            past: Past {
                added: entry.added,
                without: entry.without.clone(),
            },
            is_whole: entry.is_whole,
            sources: Vec::new(),
            papers: entry.papers,
            wish: if entry.is_whole {
                Wish::Keep
            } else {
                Wish::Read
            },
            has_no_room: false,
            standing: Standing::Waiting,
        }
    }

    /// What is to be written of it, if anything.
    fn change(&self, is_on: bool) -> Option<Change<F>> {
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

#[cfg(test)]
mod tests;
