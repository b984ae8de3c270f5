//! Writing a backup as it comes.

use std::io::{self, Write};
use std::vec::IntoIter;

use serde::Serialize;

use super::lines::{ActLine, HeldLine, SettingLine, SourceLine};
use super::manifest::{
    Contents, HISTORY, LINES_A_STEP, MARKS, Manifest, RULES, SETTINGS, SOURCES, Source,
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
/// and [`Writer::push`]; what is ready can be taken at any time. All of it fails with more than
/// 4 GiB, for a person.
#[derive(Debug)]
pub struct Writer {
    zip: Zip<Vec<u8>>,
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

impl Writer {
    /// Begins a backup that is made at a time in milliseconds since 1970.
    pub fn new(contents: Contents, made: u64) -> io::Result<Self> {
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
        zip.begin(MARKS, Packing::Deflated)?;
        // Rules stand as they apply; of the others the same order is as good as any.
        let mut settings: Vec<_> = holding.settings.into_iter().collect();
        sorting::sort_by(&mut settings, |a, b| order(a).cmp(&order(b)));
        let undone = history.undone.into_iter().map(|act| (act, true));
        let done = history.done.into_iter().map(|act| (act, false));
        Ok(Self {
            zip,
            part: Part::Marks,
            papers: holding.papers.into_iter().collect::<Vec<_>>().into_iter(),
            settings: settings.into_iter(),
            rules: Vec::new(),
            acts: done.chain(undone).collect::<Vec<_>>().into_iter(),
            sources,
            listed: 0,
        })
    }

    /// Writes some hundred lines of the lists, and says whether any are left.
    pub fn step(&mut self) -> io::Result<bool> {
        match self.part {
            Part::Marks => {
                for (paper, held) in self.papers.by_ref().take(LINES_A_STEP) {
                    line(&mut self.zip, &HeldLine::of_paper(&paper, &held))?;
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
                    line(&mut self.zip, &row)?;
                }
                if self.settings.len() == 0 {
                    self.go_on(Part::Rules, RULES)?;
                }
            }
            Part::Rules => {
                let rules = std::mem::take(&mut self.rules).join("\n");
                self.zip.write_all(rules.as_bytes())?;
                self.go_on(Part::History, HISTORY)?;
            }
            Part::History => {
                // One act can be of all papers.
                if let Some((act, undone)) = self.acts.next() {
                    line(&mut self.zip, &ActLine::of(&act, undone))?;
                } else {
                    self.go_on(Part::Sources, SOURCES)?;
                }
            }
            Part::Sources => {
                let rest = self.sources.iter().enumerate().skip(self.listed);
                for (at, source) in rest.take(LINES_A_STEP) {
                    let row = SourceLine::of(source, path(at, &source.name));
                    line(&mut self.zip, &row)?;
                    self.listed = at + 1;
                }
                if self.listed == self.sources.len() {
                    self.zip.end()?;
                    self.part = Part::Done;
                }
            }
            Part::Done => {}
        }
        Ok(self.part != Part::Done)
    }

    fn go_on(&mut self, part: Part, name: &str) -> io::Result<()> {
        self.zip.begin(name, Packing::Deflated)?;
        self.part = part;
        Ok(())
    }

    /// Begins the source of this number, which starts so. One that is an archive is not packed
    /// again.
    pub fn begin(&mut self, at: usize, start: &[u8]) -> io::Result<()> {
        let source = self.sources.get(at);
        let name = source.map_or_else(String::new, |source| path(at, &source.name));
        let packing = match archive::Packing::of(start) {
            archive::Packing::Plain => Packing::Deflated,
            archive::Packing::Gzip | archive::Packing::Zip => Packing::Stored,
        };
        self.zip.begin(&name, packing)
    }

    /// The next bytes of the source that was begun.
    pub fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.zip.write_all(bytes)
    }

    /// What is ready of the file.
    pub fn take(&mut self) -> Vec<u8> {
        std::mem::take(self.zip.get_mut())
    }

    /// The end of the file.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.zip.finish()
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
