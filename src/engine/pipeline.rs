//! Jobs: what is to be done to the library, in the order in which it was asked for.

use std::collections::VecDeque;

use super::arrivals::{Removal, Settled, Terms};
use super::batch::Batch;
use super::reading::ratio;
use super::{Store, count};
use crate::core::digest::Content;
use crate::core::library::DocId;
use crate::protocol::{Loaded, Progress, Response};

/// Numbered jobs in order of arrival. The first is worked on; papers that wait to be described
/// (tagged and compared) are so when the last is done.
#[derive(Debug, Default)]
pub(super) struct Pipeline {
    jobs: VecDeque<(u32, Job)>,
    /// What became of files since it was last asked.
    settled: Vec<Settled>,
}

/// What is to be done before papers are described.
#[derive(Debug)]
enum Job {
    /// Files are read into the library.
    Read(Box<Batch>),
    /// A source is taken out.
    Remove {
        /// Its name.
        source: String,
        /// The record with which that goes on; `None` when it is out.
        next: Option<DocId>,
    },
    /// What a cancelled job had read is indexed.
    CatchUp,
}

impl Pipeline {
    /// Adds a job of so many files.
    pub(super) fn read(&mut self, id: u32, files: usize) {
        self.jobs.push_back((id, Job::Read(Batch::of(id, files))));
    }

    /// Adds a job that takes a source out.
    pub(super) fn remove(&mut self, id: u32, source: String) {
        let next = Some(0);
        self.jobs.push_back((id, Job::Remove { source, next }));
    }

    /// Hands a job its next file, or the reason why there is none.
    pub(super) fn push(
        &mut self,
        id: u32,
        name: &str,
        content: Result<Content, String>,
        terms: Terms,
    ) {
        let mut batches = self.jobs.iter_mut().filter_map(|job| match job {
            (of, Job::Read(batch)) if *of == id => Some(batch),
            _ => None,
        });
        if let Some(batch) = batches.next() {
            batch.push(name, content, terms);
        }
    }

    /// Whether a job has yet to be handed files.
    pub(super) fn wants_files(&self, id: u32) -> bool {
        let wants = |job: &Job| matches!(job, Job::Read(batch) if batch.wants_files());
        self.jobs.iter().any(|(of, job)| *of == id && wants(job))
    }

    /// Whether no job is there.
    pub(super) fn is_empty(&self) -> bool {
        self.jobs.is_empty()
    }

    /// Whether there is something to do now.
    pub(super) fn has_work(&self, store: &Store) -> bool {
        self.jobs.front().is_some_and(|(_, job)| job.has_work())
            && !(self.only_describes(store) && store.awaits())
    }

    /// Whether all files that came are in the library and can be searched, and nothing is left but
    /// to describe papers.
    pub(super) fn only_describes(&self, store: &Store) -> bool {
        let mut jobs = self.jobs.iter();
        let first = jobs.next();
        let first_only = first.is_none_or(|(_, job)| jobs.len() == 0 && job.only_describes());
        first_only && !store.is_behind()
    }

    /// Ends a job. The papers that it has added stay; where they are not indexed or described yet,
    /// that goes on under the same number.
    pub(super) fn cancel(&mut self, id: u32, store: &Store) -> Option<Response> {
        let at = self.jobs.iter().position(|(of, _)| *of == id)?;
        let (_, mut job) = self.jobs.remove(at)?;
        if let Job::Read(batch) = &mut job {
            batch.cancel();
            self.settled.append(&mut batch.take_settled());
        }
        if at == 0 && (store.is_behind() || store.library.undescribed() > 0) {
            self.jobs.push_front((id, Job::CatchUp));
        }
        Some(job.loaded(id, true, store))
    }

    /// A source is wanted back, or out again.
    pub(super) fn want(&mut self, wish: Settled) {
        self.settled.push(wish);
    }

    /// What became of files since this was last asked.
    pub(super) fn take_settled(&mut self) -> Vec<Settled> {
        std::mem::take(&mut self.settled)
    }

    /// Does one slice of the first job.
    pub(super) fn work(&mut self, store: &mut Store) -> Option<Response> {
        if !self.has_work(store) {
            return None;
        }
        let is_last = self.jobs.len() == 1;
        let (id, job) = self.jobs.front_mut()?;
        // All that is to be searched comes first: where another job waits, papers are described at
        // its end.
        let has_more = job.step(*id, store, &mut self.settled);
        if has_more || is_last && store.describe_some() {
            return Some(Response::Progress(job.progress(*id, store)));
        }
        let (id, job) = self.jobs.pop_front()?;
        Some(job.loaded(id, false, store))
    }
}

impl Job {
    fn has_work(&self) -> bool {
        match self {
            Self::Read(batch) => batch.has_work(),
            Self::Remove { .. } | Self::CatchUp => true,
        }
    }

    /// Whether all of it that changes what is found is done.
    fn only_describes(&self) -> bool {
        match self {
            Self::Read(batch) => batch.is_done(),
            Self::Remove { next, .. } => next.is_none(),
            Self::CatchUp => true,
        }
    }

    /// Does a slice of it, if anything is left to do, and tells what became of files.
    fn step(&mut self, job: u32, store: &mut Store, settled: &mut Vec<Settled>) -> bool {
        match self {
            Self::Read(batch) if batch.is_done() => false,
            Self::Read(batch) => {
                batch.step(store);
                settled.append(&mut batch.take_settled());
                true
            }
            Self::Remove { source, next } => {
                let number = store.library.source_named(source);
                let from = next.and_then(|from| Some((number?, from)));
                if let Some((number, from)) = from {
                    let origins = store.files.origins(number).to_vec();
                    *next = store.remove_some(number, from);
                    if next.is_none() {
                        let removal = |origin| Removal::of(origin, &store.files);
                        let from = origins.into_iter().map(removal).collect();
                        let source = source.clone();
                        settled.push(Settled::Removed { job, source, from });
                    }
                } else {
                    *next = None;
                }
                next.is_some()
            }
            Self::CatchUp => store.refresh_some(),
        }
    }

    fn progress(&self, job: u32, store: &Store) -> Progress {
        let progress = match self {
            Self::Read(batch) => batch.progress(store),
            Self::Remove { .. } | Self::CatchUp => Progress::default(),
        };
        let undescribed = store.library.undescribed();
        let is_read = progress.files_done == progress.files;
        let is_tagging = is_read && undescribed > 0 && !store.is_behind();
        let all = store.library.len();
        Progress {
            job,
            part: if is_tagging {
                ratio(all.saturating_sub(undescribed), all)
            } else {
                progress.part
            },
            is_tagging,
            searchable: count(store.searchable()),
            ..progress
        }
    }

    /// The end of it, with its reports.
    fn loaded(self, job: u32, cancelled: bool, store: &Store) -> Response {
        let (reports, removed) = match self {
            Self::Read(batch) => (batch.into_reports(), None),
            // Of a removal that was cancelled a part may be left, to be taken out or completed
            // later.
            Self::Remove { source, .. } => (Vec::new(), Some(source).filter(|_| !cancelled)),
            Self::CatchUp => (Vec::new(), None),
        };
        Response::Loaded(Loaded {
            job,
            cancelled,
            reports,
            removed,
            papers: count(store.library.len()),
            sources: count(store.library.live_sources()),
        })
    }
}
