//! What was taken out of the library in this visit and can come back.

use super::{Change, Past, Shelf, Wish};
use crate::engine::{FileOf, Member, Origin, Removal, Terms};

/// A source that was taken out, with all that had its content.
#[derive(Debug)]
pub(super) struct Binned<F> {
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

impl<F: Clone> Shelf<F> {
    /// A source was taken out by a job.
    pub(super) fn was_removed(&mut self, job: u32, source: String, from: Vec<Removal>) {
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
}
