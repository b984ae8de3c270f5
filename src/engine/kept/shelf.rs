//! The files of a visit: which of them are kept, and what is to be written next.

use std::collections::{HashMap, HashSet};

use super::{Entry, Manifest};
use crate::engine::{FileOf, Settled};
use crate::protocol::{KeptFile, Standing};

mod bin;
mod stock;
mod write;

pub use bin::Back;
use bin::Binned;
pub use stock::{Past, Place, Stocked};
pub use write::{Change, Write};

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
        self.take_manifest(manifest);
        (new.into_iter().map(|file| file.id).collect(), gone)
    }

    /// What is kept is this from now on. Another tab may have taken members out too, or back in.
    fn take_manifest(&mut self, manifest: Manifest) {
        for file in &mut self.files {
            let entry = file.id.and_then(|id| manifest.file(id));
            if let Some(entry) = entry {
                file.past.without.clone_from(&entry.without);
            }
        }
        self.manifest = manifest;
        for change in &self.members {
            let (Change::LeaveOut(id, member) | Change::TakeIn(id, member)) = change else {
                continue;
            };
            let file = self.files.iter_mut().find(|file| file.id == Some(*id));
            if let Some(file) = file {
                let without = &mut file.past.without;
                without.retain(|out| out != member);
                if matches!(change, Change::LeaveOut(..)) {
                    without.push(member.clone());
                }
            }
        }
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
            Settled::GivenUp(of) => {
                if let Some(file) = self.of(of) {
                    // What was kept before stays, to be read another time, and so do the others
                    // where a member was to come back.
                    if !file.is_whole && !file.also.contains(&of) {
                        file.wish = Wish::Gone;
                    }
                }
            }
            Settled::Removed { job, source, from } => self.was_removed(job, source, from),
            // Whoever has the files brings them.
            Settled::Wanted(_) | Settled::Unwanted(_) => {}
        }
    }

    fn was_read(&mut self, file: FileOf, sources: Vec<String>, papers: u32) {
        let of = file;
        let Some(file) = self.of(of) else {
            return;
        };
        // Members that came back come to the others, with whose papers theirs were counted.
        let is_more = file.also.contains(&of);
        // What is no digest, is known already or has rules is not kept. One that was kept may be
        // known from another now, which may go.
        let is_kept = !sources.is_empty() || file.is_whole;
        if is_kept {
            file.wish = Wish::Keep;
        } else if !is_more {
            file.wish = Wish::Gone;
        }
        if is_more {
            file.sources.extend(sources);
        } else {
            file.sources = sources;
            file.papers = papers;
        }
        if file.standing == Standing::Waiting {
            file.standing = Standing::Here;
        }
    }

    /// Lets a kept file go that is not in the library.
    pub fn let_go(&mut self, id: u32) {
        if let Some(file) = self.of_id_mut(id) {
            file.wish = Wish::Gone;
        }
    }

    /// The jobs all of whose files are kept since this was last asked, so that nobody else has to
    /// read them again.
    pub fn take_stored(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.stored)
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
}

#[cfg(test)]
mod tests;
