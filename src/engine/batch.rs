//! The files of a job: unpacked, told from those that are known, read into the library, and a
//! report on each.

use std::collections::VecDeque;

use super::files::{Met, Print, Printer};
use super::own::rules_in;
use super::reading::{Reading, refused};
use super::{DESCRIBED_AT_ONCE, Store, count};
use crate::core::digest::Content;
use crate::core::digest::archive::{Packing, Unpacked, Unpacker};
use crate::core::library::DocId;
use crate::core::visible;
use crate::protocol::{FileReport, Progress};

/// Files to be read one after the other, some of which are yet to come.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// How many files were announced.
    files: usize,
    /// How many of them have come.
    received: usize,
    inputs: VecDeque<(String, Result<Content, String>)>,
    /// The archive that is open.
    archive: Option<Unpacker>,
    stage: Stage,
    /// How many papers are new to the library.
    papers: u32,
    reports: Vec<FileReport>,
}

/// A file that is no archive.
#[derive(Debug)]
struct File {
    name: String,
    content: Content,
}

/// What is being done to the current file.
#[derive(Debug, Default)]
enum Stage {
    /// Nothing: the next one is to be fetched.
    #[default]
    Idle,
    /// It is being compared with those that were read.
    Printing(File, Printer),
    /// What an earlier job left of it, a source from this record on, is being taken out; then it is
    /// read.
    Clearing(File, Print, u32, DocId),
    /// It is being read, and its papers are being tagged and indexed.
    Reading(Box<Reading>),
}

impl Batch {
    /// So many files.
    pub(super) fn of(files: usize) -> Box<Self> {
        Box::new(Self {
            files,
            ..Self::default()
        })
    }

    /// Takes the next file, or the reason why there is none.
    pub(super) fn push(&mut self, name: &str, content: Result<Content, String>) {
        self.received += 1;
        let name = visible::name(name).into_owned();
        self.inputs.push_back((name, content));
    }

    /// Whether files are yet to come.
    pub(super) fn wants_files(&self) -> bool {
        self.received < self.files
    }

    /// Whether there is something to do now, if it is but to say that all is done.
    pub(super) fn has_work(&self) -> bool {
        !self.waits() || !self.wants_files()
    }

    /// Whether all files are in the library.
    pub(super) fn is_done(&self) -> bool {
        self.waits() && !self.wants_files()
    }

    /// Whether it can do nothing until the next file comes.
    fn waits(&self) -> bool {
        matches!(self.stage, Stage::Idle) && self.archive.is_none() && self.inputs.is_empty()
    }

    /// Does a slice.
    pub(super) fn step(&mut self, store: &mut Store) {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::Idle => self.fetch(),
            Stage::Printing(file, printer) => self.print(file, printer, store),
            Stage::Clearing(file, print, source, next) => {
                self.clear(file, print, source, next, store)
            }
            Stage::Reading(mut reading) => {
                if let Some(new) = reading.step(store, self.papers < DESCRIBED_AT_ONCE) {
                    self.papers += new;
                    Stage::Reading(reading)
                } else {
                    self.reports.push(reading.complete(store));
                    Stage::Idle
                }
            }
        };
    }

    /// Fetches the next file, out of the archive if one is open.
    fn fetch(&mut self) -> Stage {
        let (name, content) = if let Some(archive) = &mut self.archive {
            match archive.step() {
                Unpacked::More => return Stage::Idle,
                Unpacked::Member { name, content } => (name, Ok(content)),
                Unpacked::Damaged { name, message } => (name, Err(message)),
                Unpacked::Done => {
                    self.archive = None;
                    return Stage::Idle;
                }
            }
        } else if let Some(input) = self.inputs.pop_front() {
            input
        } else {
            return Stage::Idle;
        };
        match content {
            Ok(content) => self.begin(File { name, content }),
            Err(message) => self.end(refused(name, message)),
        }
    }

    fn begin(&mut self, file: File) -> Stage {
        match Packing::of(file.content.as_bytes()) {
            Packing::Plain => Stage::Printing(file, Printer::default()),
            packing => {
                let bytes = file.content.into_bytes();
                self.archive = Some(Unpacker::new(&file.name, bytes, packing));
                Stage::Idle
            }
        }
    }

    /// Ends the current file with a report.
    fn end(&mut self, report: FileReport) -> Stage {
        self.reports.push(report);
        Stage::Idle
    }

    fn print(&mut self, file: File, mut printer: Printer, store: &mut Store) -> Stage {
        let Some(print) = printer.step(file.content.as_bytes()) else {
            return Stage::Printing(file, printer);
        };
        match store.files.met(print) {
            Met::Whole(source) => {
                let known = store.library.sources().get(source as usize);
                self.end(FileReport {
                    name: file.name,
                    same_as: known.cloned(),
                    ..FileReport::default()
                })
            }
            Met::Part(source) => self.clear(file, print, source, 0, store),
            Met::New => self.read(file, print, store),
        }
    }

    fn clear(
        &mut self,
        file: File,
        print: Print,
        source: u32,
        from: DocId,
        store: &mut Store,
    ) -> Stage {
        match store.remove_some(source, from) {
            Some(next) => Stage::Clearing(file, print, source, next),
            None => self.read(file, print, store),
        }
    }

    fn read(&mut self, File { name, content }: File, print: Print, store: &mut Store) -> Stage {
        match rules_in(&name, &content) {
            Some(rules) => self.end(store.import(name, &rules)),
            None => Stage::Reading(Box::new(Reading::new(name, content, print, store))),
        }
    }

    /// Gives the current file up: what is in the library of it stays.
    pub(super) fn cancel(&mut self) {
        if let Stage::Reading(reading) = std::mem::take(&mut self.stage) {
            self.reports.push(reading.cancel());
        }
    }

    /// How far it is, of files and papers.
    pub(super) fn progress(&self, store: &Store) -> Progress {
        let (file, part) = match &self.stage {
            Stage::Idle => (self.inputs.front().map_or("", |(name, _)| name), 0.0),
            Stage::Printing(file, ..) | Stage::Clearing(file, ..) => (file.name.as_str(), 0.0),
            Stage::Reading(reading) => (reading.name(), reading.part(store)),
        };
        let busy = !matches!(self.stage, Stage::Idle) || self.archive.is_some();
        let left = self.files - self.received + self.inputs.len() + usize::from(busy);
        Progress {
            file: file.to_owned(),
            files_done: count(self.files.saturating_sub(left)),
            files: count(self.files),
            part,
            papers: self.papers,
            ..Progress::default()
        }
    }

    /// The reports on its files.
    pub(super) fn into_reports(self) -> Vec<FileReport> {
        self.reports
    }
}
