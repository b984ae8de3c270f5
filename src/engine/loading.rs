//! Jobs: files in, papers in the library, a report on each file.

use std::collections::VecDeque;

use super::files::{Met, Print, Printer};
use super::own::rules_in;
use super::reading::{Reading, ratio, refused};
use super::{DESCRIBED_AT_ONCE, Store, count};
use crate::core::digest::Content;
use crate::core::digest::archive::{Packing, Unpacked, Unpacker};
use crate::core::library::DocId;
use crate::core::visible;
use crate::protocol::{FileReport, Loaded, Progress, Response};

/// The jobs, in the order in which they came. One is worked on at a time.
#[derive(Debug, Default)]
pub(super) struct Loader {
    jobs: VecDeque<Job>,
}

#[derive(Debug)]
struct Job {
    id: u32,
    /// How many files it was announced to have.
    files: usize,
    /// How many of them have come.
    received: usize,
    inputs: VecDeque<Input>,
    /// The archive that is open.
    archive: Option<Unpacker>,
    stage: Stage,
    papers: u32,
    reports: Vec<FileReport>,
    /// The source that is to be taken out, if that is the job.
    removal: Option<String>,
    /// The record with which taking it out goes on.
    removed_to: DocId,
    /// Whether it is only to index and describe what a cancelled job had read.
    catches_up: bool,
}

#[derive(Debug)]
struct Input {
    name: String,
    content: Result<Content, String>,
}

/// What is being done to the current file.
#[derive(Debug)]
enum Stage {
    /// Nothing: the next one is to be fetched.
    Idle,
    /// It is being compared with those that were read.
    Printing {
        name: String,
        content: Content,
        printer: Printer,
    },
    /// What an earlier job left of it is being taken out, and then it is read.
    Clearing {
        name: String,
        content: Content,
        print: Print,
        source: u32,
        next: DocId,
    },
    /// It is being read, and its papers are being tagged and indexed.
    Reading(Box<Reading>),
}

impl Loader {
    /// Begins a job of so many files.
    pub(super) fn open(&mut self, id: u32, files: usize) {
        self.jobs.push_back(Job {
            id,
            files,
            received: 0,
            inputs: VecDeque::new(),
            archive: None,
            stage: Stage::Idle,
            papers: 0,
            reports: Vec::new(),
            removal: None,
            removed_to: 0,
            catches_up: false,
        });
    }

    /// Begins a job that takes a source out.
    pub(super) fn open_removal(&mut self, id: u32, source: String) {
        self.open(id, 0);
        if let Some(job) = self.jobs.back_mut() {
            job.removal = Some(source);
        }
    }

    /// Hands a job its next file, or the reason why there is none.
    pub(super) fn push(&mut self, id: u32, name: &str, content: Result<Content, String>) {
        if let Some(job) = self.jobs.iter_mut().find(|job| job.id == id) {
            job.received += 1;
            job.inputs.push_back(Input {
                name: visible::name(name).into_owned(),
                content,
            });
        }
    }

    pub(super) fn wants_files(&self, id: u32) -> bool {
        self.jobs
            .iter()
            .any(|job| job.id == id && job.received < job.files)
    }

    pub(super) fn has_work(&self, store: &Store) -> bool {
        let job = self.jobs.front();
        job.is_some_and(|job| job.has_work() && !(self.only_describes(store) && store.awaits()))
    }

    /// Whether all files that came are in the library and can be searched, and nothing is left but to describe papers.
    pub(super) fn only_describes(&self, store: &Store) -> bool {
        let only = |job: &Job| self.jobs.len() == 1 && job.has_only_to_describe();
        self.jobs.front().is_none_or(only) && !store.is_behind()
    }

    /// Ends a job. The papers that it has added stay; where they are not indexed or described yet, that goes on under the same number.
    pub(super) fn cancel(&mut self, id: u32, store: &Store) -> Option<Response> {
        let at = self.jobs.iter().position(|job| job.id == id)?;
        let mut job = self.jobs.remove(at)?;
        if let Stage::Reading(reading) = std::mem::replace(&mut job.stage, Stage::Idle) {
            job.reports.push(reading.cancel());
        }
        if at == 0 && (store.is_behind() || store.library.undescribed() > 0) {
            self.open(id, 0);
            if let Some(mut rest) = self.jobs.pop_back() {
                rest.catches_up = true;
                self.jobs.push_front(rest);
            }
        }
        Some(job.loaded(true, store))
    }

    /// Does one slice of the first job.
    pub(super) fn work(&mut self, store: &mut Store) -> Option<Response> {
        if !self.has_work(store) {
            return None;
        }
        let is_last = self.jobs.len() == 1;
        let job = self.jobs.front_mut()?;
        if job.is_done() {
            if let Some(source) = &job.removal
                && let Some(source) = store.library.source_named(source)
                && let Some(next) = store.remove_some(source, job.removed_to)
            {
                job.removed_to = next;
                return Some(Response::Progress(job.progress(store)));
            }
            if job.catches_up && store.refresh_some() {
                return Some(Response::Progress(job.progress(store)));
            }
            // All that is to be searched comes first: where another job waits, papers are described at its end.
            if is_last && store.describe_some() {
                return Some(Response::Progress(job.progress(store)));
            }
            let response = job.loaded(false, store);
            self.jobs.pop_front();
            return Some(response);
        }
        job.work(store);
        Some(Response::Progress(job.progress(store)))
    }
}

impl Job {
    fn has_work(&self) -> bool {
        !self.waits() || self.is_done()
    }

    /// Whether it can do nothing until the next file comes.
    fn waits(&self) -> bool {
        matches!(self.stage, Stage::Idle) && self.archive.is_none() && self.inputs.is_empty()
    }

    fn is_done(&self) -> bool {
        self.waits() && self.received >= self.files
    }

    /// Whether all of its files are in the library, and no source is to be taken out.
    fn has_only_to_describe(&self) -> bool {
        self.is_done() && self.removal.is_none()
    }

    fn work(&mut self, store: &mut Store) {
        match std::mem::replace(&mut self.stage, Stage::Idle) {
            Stage::Idle => self.fetch(),
            Stage::Printing {
                name,
                content,
                printer,
            } => self.print(name, content, printer, store),
            Stage::Clearing {
                name,
                content,
                print,
                source,
                next,
            } => self.clear(name, content, print, source, next, store),
            Stage::Reading(mut reading) => {
                match reading.step(store, self.papers < DESCRIBED_AT_ONCE) {
                    Some(new) => {
                        self.papers += new;
                        self.stage = Stage::Reading(reading);
                    }
                    None => self.reports.push(reading.complete(store)),
                }
            }
        }
    }

    /// Fetches the next file, out of the archive if one is open.
    fn fetch(&mut self) {
        if let Some(archive) = &mut self.archive {
            match archive.step() {
                Unpacked::More => {}
                Unpacked::Member { name, content } => self.begin(name, content),
                Unpacked::Damaged { name, message } => self.reports.push(refused(name, message)),
                Unpacked::Done => self.archive = None,
            }
        } else if let Some(input) = self.inputs.pop_front() {
            match input.content {
                Ok(content) => self.begin(input.name, content),
                Err(message) => self.reports.push(refused(input.name, message)),
            }
        }
    }

    fn begin(&mut self, name: String, content: Content) {
        match Packing::of(content.as_bytes()) {
            Packing::Plain => {
                self.stage = Stage::Printing {
                    name,
                    content,
                    printer: Printer::default(),
                };
            }
            packing => {
                self.archive = Some(Unpacker::new(&name, content.into_bytes(), packing));
            }
        }
    }

    fn print(&mut self, name: String, content: Content, mut printer: Printer, store: &mut Store) {
        let Some(print) = printer.step(content.as_bytes()) else {
            self.stage = Stage::Printing {
                name,
                content,
                printer,
            };
            return;
        };
        match store.files.met(print) {
            Met::Whole(source) => {
                let known = store.library.sources().get(source as usize);
                self.reports.push(FileReport {
                    name,
                    same_as: known.cloned(),
                    ..FileReport::default()
                });
            }
            Met::Part(source) => self.clear(name, content, print, source, 0, store),
            Met::New => self.read(name, content, print, store),
        }
    }

    fn clear(
        &mut self,
        name: String,
        content: Content,
        print: Print,
        source: u32,
        from: DocId,
        store: &mut Store,
    ) {
        match store.remove_some(source, from) {
            Some(next) => {
                self.stage = Stage::Clearing {
                    name,
                    content,
                    print,
                    source,
                    next,
                };
            }
            None => self.read(name, content, print, store),
        }
    }

    fn read(&mut self, name: String, content: Content, print: Print, store: &mut Store) {
        if let Some(rules) = rules_in(&name, &content) {
            self.reports.push(store.import(name, &rules));
            return;
        }
        let reading = Reading::new(name, content, print, store);
        self.stage = Stage::Reading(Box::new(reading));
    }

    fn progress(&self, store: &Store) -> Progress {
        let (file, part) = match &self.stage {
            Stage::Idle => (self.inputs.front().map_or("", |input| &input.name), 0.0),
            Stage::Printing { name, .. } | Stage::Clearing { name, .. } => (name.as_str(), 0.0),
            Stage::Reading(reading) => (reading.name(), reading.part(store)),
        };
        let busy = !matches!(self.stage, Stage::Idle) || self.archive.is_some();
        let left = self.files - self.received + self.inputs.len() + usize::from(busy);
        let undescribed = store.library.undescribed();
        let is_tagging = left == 0 && undescribed > 0 && !store.is_behind();
        let part = if is_tagging {
            let all = store.library.len();
            ratio(all.saturating_sub(undescribed), all)
        } else {
            part
        };
        Progress {
            job: self.id,
            file: file.to_owned(),
            files_done: count(self.files.saturating_sub(left)),
            files: count(self.files),
            part,
            is_tagging,
            papers: self.papers,
            searchable: count(store.searchable()),
        }
    }

    fn loaded(&mut self, cancelled: bool, store: &Store) -> Response {
        Response::Loaded(Loaded {
            job: self.id,
            cancelled,
            reports: std::mem::take(&mut self.reports),
            // Of a removal that was cancelled a part may be left, to be taken out or completed later.
            removed: self.removal.take().filter(|_| !cancelled),
            papers: count(store.library.len()),
            sources: count(store.library.live_sources()),
        })
    }
}
