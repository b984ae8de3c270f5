//! The files of a job: unpacked, told from those that are known, read into the library, and a
//! report on each.

use std::collections::{HashMap, HashSet, VecDeque};

use super::arrivals::{FileOf, Member, Origin, Settled, Terms};
use super::files::{Met, Print, Printer};
use super::own::rules_in;
use super::reading::{Reading, refused};
use super::{Store, count};
use crate::core::digest::Content;
use crate::core::digest::archive::{Packing, Unpacked, Unpacker};
use crate::core::library::DocId;
use crate::core::visible;
use crate::protocol::{FileReport, Progress};

/// How many papers of a job are tagged as they come; those behind them when all can be searched. A
/// digest of a day is a few hundred.
const DESCRIBED_AT_ONCE: u32 = 2048;

/// Files to be read one after the other, some of which are yet to come.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// The number of the job.
    job: u32,
    /// How many files were announced.
    files: usize,
    /// How many of them have come.
    received: usize,
    inputs: VecDeque<Input>,
    /// How many of them were fetched, and how many of these are done with.
    fetched: usize,
    ended: usize,
    /// How many reports there were before the current one.
    reported: usize,
    /// The name that the current one had as a source, and what it is to be read without.
    named: Option<String>,
    without: HashSet<Member>,
    only: Option<Member>,
    leaves_rules: bool,
    /// The archive that is open.
    archive: Option<Unpacker>,
    /// How many members it gave so far, by name.
    members: HashMap<String, u32>,
    stage: Stage,
    /// How many papers are new to the library.
    papers: u32,
    reports: Vec<FileReport>,
    /// What became of the files that are done with.
    settled: Vec<Settled>,
}

/// A file as it was handed over.
#[derive(Debug)]
struct Input {
    name: String,
    content: Result<Content, String>,
    terms: Terms,
}

/// A file that is no archive.
#[derive(Debug)]
struct File {
    name: String,
    content: Content,
    origin: Origin,
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
    /// So many files of a job.
    pub(super) fn of(job: u32, files: usize) -> Box<Self> {
        Box::new(Self {
            job,
            files,
            ..Self::default()
        })
    }

    /// Takes the next file, or the reason why there is none.
    pub(super) fn push(&mut self, name: &str, content: Result<Content, String>, terms: Terms) {
        self.received += 1;
        let name = visible::name(name).into_owned();
        self.inputs.push_back(Input {
            name,
            content,
            terms,
        });
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
        self.settle();
    }

    /// Takes note of the end of a file.
    fn settle(&mut self) {
        let is_between = matches!(self.stage, Stage::Idle) && self.archive.is_none();
        if !is_between || self.ended == self.fetched {
            return;
        }
        let reports = self.reports.get(self.reported..).unwrap_or_default();
        let papers = reports.iter().map(|report| report.added + report.merged);
        let sources = reports.iter().filter_map(|report| report.source.clone());
        self.settled.push(Settled::Read {
            file: self.current(),
            sources: sources.collect(),
            papers: papers.sum(),
        });
        self.ended = self.fetched;
        self.reported = self.reports.len();
    }

    /// The file that was fetched last.
    fn current(&self) -> FileOf {
        FileOf {
            job: self.job,
            place: count(self.fetched.saturating_sub(1)),
        }
    }

    /// What became of files since this was last asked.
    pub(super) fn take_settled(&mut self) -> Vec<Settled> {
        std::mem::take(&mut self.settled)
    }

    /// Fetches the next file, out of the archive if one is open.
    fn fetch(&mut self) -> Stage {
        let (name, content, member) = if let Some(archive) = &mut self.archive {
            let (name, content) = match archive.step() {
                Unpacked::More => return Stage::Idle,
                Unpacked::Member { name, content } => (name, Ok(content)),
                Unpacked::Damaged { name, message } => (name, Err(message)),
                Unpacked::Done => {
                    self.archive = None;
                    return Stage::Idle;
                }
            };
            let so_far = self.members.entry(name.clone()).or_default();
            let nth = *so_far;
            *so_far += 1;
            let name_of = name.clone();
            let member = Member { name: name_of, nth };
            let is_wanted = self.only.as_ref().is_none_or(|only| *only == member);
            if !is_wanted || self.without.contains(&member) {
                return Stage::Idle;
            }
            (name, content, Some(member))
        } else if let Some(input) = self.inputs.pop_front() {
            self.fetched += 1;
            self.named = input.terms.source;
            self.without = input.terms.without.into_iter().collect();
            self.only = input.terms.only;
            self.leaves_rules = input.terms.leaves_rules;
            self.members.clear();
            (input.name, input.content, None)
        } else {
            return Stage::Idle;
        };
        let origin = Origin {
            file: self.current(),
            member,
        };
        match content {
            Ok(content) => self.begin(File {
                name,
                content,
                origin,
            }),
            Err(message) => self.end(refused(name, message)),
        }
    }

    fn begin(&mut self, file: File) -> Stage {
        // What came out of an archive is none.
        let packing = match file.origin.member {
            Some(_) => Packing::Plain,
            None => Packing::of(file.content.as_bytes()),
        };
        match packing {
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
                store.files.comes_from(source, file.origin);
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

    fn read(&mut self, file: File, print: Print, store: &mut Store) -> Stage {
        let File {
            name,
            content,
            origin,
        } = file;
        if let Some(rules) = rules_in(&name, &content) {
            if self.leaves_rules {
                return Stage::Idle;
            }
            return self.end(store.import(name, &rules));
        }
        let named = self.named.clone().filter(|_| origin.member.is_none());
        let reading = Reading::new(name, content, print, store);
        Stage::Reading(Box::new(reading.that_is(origin, named)))
    }

    /// Gives the current file up: what is in the library of it stays.
    pub(super) fn cancel(&mut self) {
        if let Stage::Reading(reading) = std::mem::take(&mut self.stage) {
            self.reports.push(reading.cancel());
        }
        let job = self.job;
        let left = self.ended..self.files;
        self.settled.extend(left.map(|place| {
            let place = count(place);
            Settled::GivenUp(FileOf { job, place })
        }));
    }

    /// How far it is, of files and papers.
    pub(super) fn progress(&self, store: &Store) -> Progress {
        let (file, part) = match &self.stage {
            Stage::Idle => (self.inputs.front().map_or("", |input| &input.name), 0.0),
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
