//! Writing a backup as it comes.

use std::io::{self, Write};
use std::vec::IntoIter;

use serde::Serialize;

use super::lines::{ActLine, HeldLine, SettingLine, SourceLine};
use super::manifest::{
    Contents, HISTORY, LINES_A_STEP, MARKS, MOST, MOST_BACKUP, MOST_LIST, MOST_SOURCE, Manifest,
    RULES, SETTINGS, SOURCES, Source,
};
use super::names::path;
use super::telling::MANIFEST;
use crate::core::digest::archive;
use crate::core::export::write_json;
use crate::core::marks::{Act, Held, SettingKind, Stamped};
use crate::core::paper::PaperId;
use crate::core::sorting;
use crate::core::zipping::{Packing, Zip};

/// What every rule of a file of rules begins with.
pub(super) const RULE: &str = "[[rule]]";

/// A backup that is being written.
///
/// [`Writer::step`] until the lists are written, then each source in its order: [`Writer::begin`]
/// and [`Writer::push`]; what is ready can be taken at any time. All of it fails, with a reason for
/// a person, where there is more than is read again.
#[derive(Debug)]
pub struct Writer {
    out: Out,
    part: Part,
    papers: IntoIter<(PaperId, Held)>,
    settings: IntoIter<((SettingKind, String), Stamped)>,
    rules: Vec<String>,
    acts: IntoIter<(Act, bool)>,
    sources: Vec<Source>,
    listed: usize,
}

/// The list that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Marks,
    Settings,
    Rules,
    History,
    Sources,
    Done,
}

/// The archive, which becomes no larger than one that is read.
#[derive(Debug)]
struct Out {
    zip: Zip<Vec<u8>>,
    /// How many bytes of it were taken.
    taken: usize,
    /// How many bytes the file in hand has, unpacked, and how many it may have.
    size: u64,
    most: u64,
    /// How many bytes all files have, unpacked.
    sum: u64,
}

impl Out {
    /// Begins a file of so many bytes at most.
    fn begin(&mut self, name: &str, packing: Packing, most: u64) -> io::Result<()> {
        self.zip.begin(name, packing)?;
        (self.size, self.most) = (0, most);
        Ok(())
    }

    fn take(&mut self) -> Vec<u8> {
        let ready = std::mem::take(self.zip.get_mut());
        self.taken += ready.len();
        ready
    }

    fn finish(self) -> io::Result<Vec<u8>> {
        let end = self.zip.finish()?;
        let size = check_size(self.taken + end.len())?;
        if self.sum > MOST.unpacked(size) {
            let times = MOST.ratio;
            return Err(io::Error::other(format!(
                "its files have more than {times} times as many bytes as it has, and for fear of \
                 harm no such backup is restored; let files go that say the same over and over"
            )));
        }
        Ok(end)
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let more = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.size += more;
        self.sum += more;
        if self.size > self.most {
            let most = self.most >> 20;
            return Err(io::Error::other(format!(
                "a file in it has more than {most} MiB, and no backup with such a one is restored"
            )));
        }
        if self.sum > MOST.bytes {
            let most = MOST.bytes >> 20;
            return Err(io::Error::other(format!(
                "its files have more than {most} MiB, and no backup of so many is restored; let \
                 files go that need not be in it"
            )));
        }
        self.zip.write_all(bytes)?;
        let ready = self.zip.get_mut().len();
        check_size(self.taken + ready)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether a backup of so many bytes is read again.
fn check_size(size: usize) -> io::Result<u64> {
    let size = u64::try_from(size).unwrap_or(u64::MAX);
    if size > u64::from(MOST_BACKUP) {
        let most = MOST_BACKUP >> 20;
        return Err(io::Error::other(format!(
            "it has more than {most} MiB, and no larger one is restored; let files go that need \
             not be in it"
        )));
    }
    Ok(size)
}

impl Writer {
    /// Begins a backup that is made at a time in milliseconds since 1970. Goes through all that it
    /// holds but the sources.
    pub fn new(contents: Contents, made: u64) -> io::Result<Self> {
        contents.check().map_err(io::Error::other)?;
        let manifest = Manifest::of(&contents, made);
        let Contents {
            holding,
            history,
            sources,
        } = contents;
        let mut zip = Zip::new(Vec::new());
        let mut line = Vec::new();
        write_json(&mut line, &manifest)?;
        line.push(b'\n');
        // As it is and first, so that the start of the file tells what it is.
        zip.add(MANIFEST, &line, Packing::Stored)?;
        let mut out = Out {
            zip,
            taken: 0,
            size: 0,
            most: 0,
            sum: line.len() as u64,
        };
        out.begin(MARKS, Packing::Deflated, MOST_LIST)?;
        // Rules stand as they apply; of the others the same order is as good as any.
        let mut settings: Vec<_> = holding.settings.into_iter().collect();
        sorting::sort_by(&mut settings, |a, b| order(a).cmp(&order(b)));
        let undone = history.undone.into_iter().map(|act| (act, true));
        let done = history.done.into_iter().map(|act| (act, false));
        Ok(Self {
            out,
            part: Part::Marks,
            papers: holding.papers.into_iter().collect::<Vec<_>>().into_iter(),
            settings: settings.into_iter(),
            rules: Vec::new(),
            acts: done.chain(undone).collect::<Vec<_>>().into_iter(),
            sources,
            listed: 0,
        })
    }

    /// Writes some hundred lines of the lists, and says whether any are left. An act can be of all
    /// papers and is one line, and the file of rules is written at once.
    pub fn step(&mut self) -> io::Result<bool> {
        match self.part {
            Part::Marks => {
                for (paper, held) in self.papers.by_ref().take(LINES_A_STEP) {
                    line(&mut self.out, &HeldLine::of_paper(&paper, &held))?;
                }
                if self.papers.len() == 0 {
                    self.go_on(Part::Settings, SETTINGS)?;
                }
            }
            Part::Settings => {
                for ((kind, name), stamped) in self.settings.by_ref().take(LINES_A_STEP) {
                    let rule = stamped.setting.as_ref().map(|setting| &setting.text);
                    let rule = rule.filter(|text| kind == SettingKind::Rule && is_block(text));
                    self.rules.extend(rule.cloned());
                    let row = SettingLine::of(kind, &name, &stamped, rule.is_some());
                    line(&mut self.out, &row)?;
                }
                if self.settings.len() == 0 {
                    self.go_on(Part::Rules, RULES)?;
                }
            }
            Part::Rules => {
                let rules = std::mem::take(&mut self.rules).join("\n");
                self.out.write_all(rules.as_bytes())?;
                self.go_on(Part::History, HISTORY)?;
            }
            Part::History => {
                if let Some((act, undone)) = self.acts.next() {
                    line(&mut self.out, &ActLine::of(&act, undone))?;
                } else {
                    self.go_on(Part::Sources, SOURCES)?;
                }
            }
            Part::Sources => {
                let rest = self.sources.iter().enumerate().skip(self.listed);
                for (at, source) in rest.take(LINES_A_STEP) {
                    let row = SourceLine::of(source, path(at, &source.name));
                    line(&mut self.out, &row)?;
                    self.listed = at + 1;
                }
                if self.listed == self.sources.len() {
                    self.out.zip.end()?;
                    self.part = Part::Done;
                }
            }
            Part::Done => {}
        }
        Ok(self.part != Part::Done)
    }

    fn go_on(&mut self, part: Part, name: &str) -> io::Result<()> {
        self.out.begin(name, Packing::Deflated, MOST_LIST)?;
        self.part = part;
        Ok(())
    }

    /// Begins the source of this number, which starts so. One that is an archive is not packed
    /// again.
    pub fn begin(&mut self, at: usize, start: &[u8]) -> io::Result<()> {
        let source = self.sources.get(at);
        let name = source.map_or_else(String::new, |source| path(at, &source.name));
        let packing = match archive::Packing::of(start) {
            archive::Packing::Plain | archive::Packing::Messages => Packing::Deflated,
            archive::Packing::Gzip | archive::Packing::Zip => Packing::Stored,
        };
        self.out.begin(&name, packing, MOST_SOURCE.into())
    }

    /// The next bytes of the source that was begun.
    pub fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)
    }

    /// What is ready of the file.
    pub fn take(&mut self) -> Vec<u8> {
        self.out.take()
    }

    /// The end of the file.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.out.finish()
    }
}

type Known = ((SettingKind, String), Stamped);

fn order(((kind, name), stamped): &Known) -> (SettingKind, u32, &str) {
    let place = stamped.setting.as_ref().map_or(0, |setting| setting.place);
    (*kind, place, name)
}

fn line(out: &mut impl Write, row: &impl Serialize) -> io::Result<()> {
    write_json(out, row)?;
    out.write_all(b"\n")
}

/// Whether a text can stand among others in a file of rules and be told from them again.
fn is_block(text: &str) -> bool {
    text.starts_with(RULE) && text.ends_with('\n') && !text.contains(&["\n", RULE].concat())
}

/// The texts of a file of rules, as they were joined. What a person wrote above the first is not
/// one.
pub(super) fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for row in text.split_inclusive('\n') {
        if row.starts_with(RULE) {
            // The empty line between two is neither's.
            if let Some(last) = blocks.last_mut()
                && last.ends_with("\n\n")
            {
                last.pop();
            }
            blocks.push(String::new());
        }
        if let Some(last) = blocks.last_mut() {
            last.push_str(row);
        }
    }
    blocks
}
