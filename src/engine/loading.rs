//! Jobs: files in, papers in the library, a report on each file.

use std::collections::VecDeque;
use std::vec::IntoIter;

use super::files::{Met, Print, Printer};
use super::{Store, count};
use crate::core::diagnostic::{Diagnostic, Severity};
use crate::core::digest::archive::{Packing, Unpacked, Unpacker};
use crate::core::digest::{Format, Reader, Step};
use crate::core::library::{Added, DocId};
use crate::core::paper::Paper;
use crate::core::sorting;
use crate::protocol::{FileProblem, FileReport, Loaded, Progress, Response};

/// How many papers are tagged and indexed in one slice of work.
const PAPERS_A_SLICE: usize = 64;
/// How deep archives may stand in archives.
const MAX_ARCHIVES: usize = 3;
/// The share of a file's progress that goes to reading it; the rest goes to tagging and indexing.
const READING_PART: f32 = 0.4;

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
    /// The archives that are open, the innermost last.
    archives: Vec<Unpacker>,
    stage: Stage,
    papers: u32,
    reports: Vec<FileReport>,
    /// The source that is to be taken out, if that is the job.
    removal: Option<String>,
    /// The record with which taking it out goes on.
    removed_to: DocId,
}

#[derive(Debug)]
struct Input {
    name: String,
    bytes: Result<Vec<u8>, String>,
}

/// What is being done to the current file.
#[derive(Debug)]
enum Stage {
    /// Nothing: the next one is to be fetched.
    Idle,
    /// It is being compared with those that were read.
    Printing {
        name: String,
        bytes: Vec<u8>,
        printer: Printer,
    },
    /// It is being parsed.
    Reading {
        name: String,
        reader: Box<Reader>,
        print: Print,
        part: f32,
    },
    /// What an earlier job left of it is being taken out, and then it is read.
    Clearing {
        name: String,
        bytes: Vec<u8>,
        print: Print,
        source: u32,
        next: DocId,
    },
    /// Its papers are being tagged and indexed.
    Adding {
        report: FileReport,
        papers: IntoIter<Paper>,
        all: usize,
        source: u32,
    },
}

impl Loader {
    /// Begins a job of so many files.
    pub(super) fn open(&mut self, id: u32, files: usize) {
        self.jobs.push_back(Job {
            id,
            files,
            received: 0,
            inputs: VecDeque::new(),
            archives: Vec::new(),
            stage: Stage::Idle,
            papers: 0,
            reports: Vec::new(),
            removal: None,
            removed_to: 0,
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
    pub(super) fn push(&mut self, id: u32, name: &str, bytes: Result<Vec<u8>, String>) {
        if let Some(job) = self.jobs.iter_mut().find(|job| job.id == id) {
            job.received += 1;
            job.inputs.push_back(Input {
                name: name.to_owned(),
                bytes,
            });
        }
    }

    pub(super) fn wants_files(&self, id: u32) -> bool {
        self.jobs
            .iter()
            .any(|job| job.id == id && job.received < job.files)
    }

    pub(super) fn has_work(&self) -> bool {
        self.jobs.front().is_some_and(Job::has_work)
    }

    /// Ends a job. The papers that it has added stay.
    pub(super) fn cancel(&mut self, id: u32, store: &Store) -> Option<Response> {
        let at = self.jobs.iter().position(|job| job.id == id)?;
        let mut job = self.jobs.remove(at)?;
        if let Stage::Adding { report, .. } = std::mem::replace(&mut job.stage, Stage::Idle) {
            job.reports.push(report);
        }
        Some(job.loaded(true, store))
    }

    /// Does one slice of the first job.
    pub(super) fn work(&mut self, store: &mut Store) -> Option<Response> {
        let job = self.jobs.front_mut()?;
        if !job.has_work() {
            return None;
        }
        if job.is_done() {
            if let Some(source) = &job.removal
                && let Some(source) = store.library.source_named(source)
                && let Some(next) = store.remove_some(source, job.removed_to)
            {
                job.removed_to = next;
                return Some(Response::Progress(job.progress()));
            }
            let response = job.loaded(false, store);
            self.jobs.pop_front();
            return Some(response);
        }
        job.work(store);
        Some(Response::Progress(job.progress()))
    }
}

impl Job {
    fn has_work(&self) -> bool {
        !self.waits() || self.is_done()
    }

    /// Whether it can do nothing until the next file comes.
    fn waits(&self) -> bool {
        matches!(self.stage, Stage::Idle) && self.archives.is_empty() && self.inputs.is_empty()
    }

    fn is_done(&self) -> bool {
        self.waits() && self.received >= self.files
    }

    fn work(&mut self, store: &mut Store) {
        match std::mem::replace(&mut self.stage, Stage::Idle) {
            Stage::Idle => self.fetch(),
            Stage::Printing {
                name,
                bytes,
                printer,
            } => self.print(name, bytes, printer, store),
            Stage::Reading {
                name,
                reader,
                print,
                ..
            } => self.read(name, reader, print, store),
            Stage::Clearing {
                name,
                bytes,
                print,
                source,
                next,
            } => self.clear(name, bytes, print, source, next, store),
            Stage::Adding {
                report,
                papers,
                all,
                source,
            } => self.add(report, papers, all, source, store),
        }
    }

    /// Fetches the next file, out of the innermost archive if one is open.
    fn fetch(&mut self) {
        if let Some(archive) = self.archives.last_mut() {
            match archive.step() {
                Unpacked::More => {}
                Unpacked::Member { name, bytes } => self.begin(name, bytes),
                Unpacked::Damaged { name, message } => self.refuse(name, message),
                Unpacked::Done => {
                    self.archives.pop();
                }
            }
        } else if let Some(input) = self.inputs.pop_front() {
            match input.bytes {
                Ok(bytes) => self.begin(input.name, bytes),
                Err(message) => self.refuse(input.name, message),
            }
        }
    }

    fn begin(&mut self, name: String, bytes: Vec<u8>) {
        match Packing::of(&bytes) {
            Packing::Plain => {
                self.stage = Stage::Printing {
                    name,
                    bytes,
                    printer: Printer::default(),
                };
            }
            _ if self.archives.len() >= MAX_ARCHIVES => {
                self.refuse(
                    name,
                    format!("it is an archive inside {MAX_ARCHIVES} others; unpack it first"),
                );
            }
            packing => self.archives.push(Unpacker::new(&name, bytes, packing)),
        }
    }

    fn print(&mut self, name: String, bytes: Vec<u8>, mut printer: Printer, store: &mut Store) {
        let Some(print) = printer.step(&bytes) else {
            self.stage = Stage::Printing {
                name,
                bytes,
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
                return;
            }
            Met::Part(source) => {
                self.clear(name, bytes, print, source, 0, store);
                return;
            }
            Met::New => {}
        }
        self.open(name, bytes, print);
    }

    fn clear(
        &mut self,
        name: String,
        bytes: Vec<u8>,
        print: Print,
        source: u32,
        from: DocId,
        store: &mut Store,
    ) {
        match store.remove_some(source, from) {
            Some(next) => {
                self.stage = Stage::Clearing {
                    name,
                    bytes,
                    print,
                    source,
                    next,
                };
            }
            None => self.open(name, bytes, print),
        }
    }

    fn open(&mut self, name: String, bytes: Vec<u8>, print: Print) {
        let reader = Box::new(Reader::new(&name, bytes));
        self.stage = Stage::Reading {
            name,
            reader,
            print,
            part: 0.0,
        };
    }

    /// Reports a file of which nothing can be read.
    fn refuse(&mut self, name: String, message: String) {
        let problem = FileProblem {
            line: 1,
            column: 1,
            severity: Severity::Error,
            message,
            excerpt: Vec::new(),
        };
        self.reports.push(FileReport {
            name,
            problems: vec![problem],
            counts: [0, 0, 1],
            ..FileReport::default()
        });
    }

    fn read(&mut self, name: String, mut reader: Box<Reader>, print: Print, store: &mut Store) {
        if let Step::More { done, total } = reader.step() {
            let part = READING_PART * ratio(done, total);
            self.stage = Stage::Reading {
                name,
                reader,
                print,
                part,
            };
            return;
        }
        let (problems, counts) = problems(&reader);
        let digest = reader.finish();
        let mut report = FileReport {
            name,
            source: None,
            same_as: None,
            format: digest.format.map(|format| format.name().to_owned()),
            unit: digest.format.map_or("", Format::unit).to_owned(),
            entries: digest.entries,
            added: 0,
            merged: 0,
            problems,
            counts,
        };
        if digest.papers.is_empty() {
            self.reports.push(report);
            return;
        }
        let source = store.library.add_source(&report.name);
        store.files.begin(print, source);
        report.source = store.library.sources().get(source as usize).cloned();
        let all = digest.papers.len();
        store.library.reserve(all);
        self.stage = Stage::Adding {
            report,
            papers: digest.papers.into_iter(),
            all,
            source,
        };
    }

    fn add(
        &mut self,
        mut report: FileReport,
        mut papers: IntoIter<Paper>,
        all: usize,
        source: u32,
        store: &mut Store,
    ) {
        for paper in papers.by_ref().take(PAPERS_A_SLICE) {
            let added = store.library.add(paper, source, &store.tagger);
            match added {
                Added::New(_) => {
                    report.added += 1;
                    self.papers += 1;
                }
                Added::Merged(_) => report.merged += 1,
            }
        }
        store.refresh();
        if papers.len() == 0 {
            store.files.complete(source);
            self.reports.push(report);
        } else {
            self.stage = Stage::Adding {
                report,
                papers,
                all,
                source,
            };
        }
    }

    fn progress(&self) -> Progress {
        let (file, part) = match &self.stage {
            Stage::Idle => (self.inputs.front().map_or("", |input| &input.name), 0.0),
            Stage::Printing { name, .. } | Stage::Clearing { name, .. } => (name.as_str(), 0.0),
            Stage::Reading { name, part, .. } => (name.as_str(), *part),
            Stage::Adding {
                report,
                papers,
                all,
                ..
            } => {
                let done = ratio(all - papers.len(), *all);
                (
                    report.name.as_str(),
                    READING_PART + (1.0 - READING_PART) * done,
                )
            }
        };
        let busy = !matches!(self.stage, Stage::Idle) || !self.archives.is_empty();
        let left = self.files - self.received + self.inputs.len() + usize::from(busy);
        Progress {
            job: self.id,
            file: file.to_owned(),
            files_done: count(self.files.saturating_sub(left)),
            files: count(self.files),
            part,
            papers: self.papers,
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

/// The file's problems for its report, worst first, and their counts by severity.
fn problems(reader: &Reader) -> (Vec<FileProblem>, [u32; 3]) {
    let mut diagnostics: Vec<&Diagnostic> = reader.diagnostics().iter().collect();
    let mut counts = [0; 3];
    for diagnostic in &diagnostics {
        counts[diagnostic.severity as usize] += 1;
    }
    sorting::sort_by_key(&mut diagnostics, |diagnostic| {
        std::cmp::Reverse(diagnostic.severity)
    });
    let shown = diagnostics.into_iter().take(FileReport::PROBLEMS_SHOWN);
    let problems = shown
        .map(|diagnostic| FileProblem {
            line: diagnostic.line,
            column: diagnostic.column,
            severity: diagnostic.severity,
            message: diagnostic.message.clone(),
            excerpt: reader.excerpt(diagnostic.line),
        })
        .collect();
    (problems, counts)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a progress bar is coarser than 24 bits"
)]
fn ratio(done: usize, all: usize) -> f32 {
    if all == 0 {
        1.0
    } else {
        done as f32 / all as f32
    }
}
