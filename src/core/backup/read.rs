//! Reading a backup, of which nothing is trusted.

use std::collections::HashSet;
use std::mem;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::lines::{ActLine, HeldLine, SettingLine, SourceLine};
use super::manifest::{
    Contents, Counts, LINES_A_STEP, LISTS, MARKS, MOST, MOST_LIST, MOST_PAPERS, MOST_SETTINGS,
    Manifest, RULES, SETTINGS, SOURCES, VERSION,
};
use super::telling::{FORMAT, MANIFEST};
use super::write::blocks;
use crate::core::digest::archive::{Members, Unpacking};
use crate::core::marks::{KEPT_ACTS, KEPT_CHANGES};
use crate::core::visible;

/// How many bytes of the manifest are looked at.
const MOST_MANIFEST: u64 = 64 << 10;

/// A backup that was read as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// What it says of itself.
    pub manifest: Manifest,
    /// All that it holds but for the bytes of its sources, which came before.
    pub contents: Contents,
}

/// What one step of reading gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Nothing to hand on.
    Nothing,
    /// The next bytes of the source of a number. They come in the order of the sources; each
    /// begins with a piece, be it empty.
    Source(usize, Vec<u8>),
    /// All of it was read, and it is as it should be.
    Whole(Box<Backup>),
}

/// A backup that is being read. What it gives before it gives [`Piece::Whole`] is not to be used.
#[derive(Debug)]
pub struct Reader {
    members: Members,
    manifest: Manifest,
    contents: Contents,
    /// What the file of rules says, to be given to those settings that stand there.
    rules: std::vec::IntoIter<String>,
    /// The path of each source.
    paths: Vec<String>,
    stage: Stage,
    done: u64,
}

#[derive(Debug)]
enum Stage {
    /// A list is being unpacked.
    Unpacking(usize, Unpacking, Vec<u8>),
    /// Its lines are being read: the list, its text, the place and the number of the next line.
    Lines(usize, String, usize, usize),
    /// The next source is to be begun.
    Source(usize),
    /// It is being unpacked.
    Sourcing(usize, Unpacking),
    /// There is nothing left.
    Over,
}

impl Reader {
    /// Begins to read a file. The error says for a person what is wrong with it, as all of reading
    /// does.
    pub fn new(bytes: Vec<u8>) -> Result<Self, String> {
        let members = Members::open(bytes, MOST)?;
        let manifest = read_manifest(&members)?;
        for name in members.names() {
            let is_known = name == MANIFEST || LISTS.contains(&name);
            if !(is_known || name.starts_with("sources/") || is_litter(name)) {
                return Err(format!("it has a file {} that no backup has", shown(name)));
            }
        }
        let stage = unpacking(&members, 0)?;
        Ok(Self {
            members,
            manifest,
            contents: Contents::default(),
            rules: Vec::new().into_iter(),
            paths: Vec::new(),
            stage,
            done: 0,
        })
    }

    /// How many bytes were unpacked, and how many there are.
    pub fn progress(&self) -> (u64, u64) {
        (self.done, self.members.sum())
    }

    /// Reads on: unpacks 256 KiB at most, or reads some hundred lines. An act can be of all papers
    /// and is one line, and the file of rules is read at once: as much as has room in a list.
    pub fn step(&mut self) -> Result<Piece, String> {
        match mem::replace(&mut self.stage, Stage::Over) {
            Stage::Unpacking(list, mut unpacking, mut all) => {
                let name = list_name(list);
                let next = self.members.next(&mut unpacking);
                if let Some(bytes) = next.map_err(|why| format!("its file {name}: {why}"))? {
                    all.extend_from_slice(bytes);
                    self.done += count(bytes.len());
                    self.stage = Stage::Unpacking(list, unpacking, all);
                } else {
                    let text = String::from_utf8(all)
                        .map_err(|_| format!("its file {name} is no UTF-8"))?;
                    self.stage = Stage::Lines(list, text, 0, 0);
                }
                Ok(Piece::Nothing)
            }
            Stage::Lines(list, text, at, number) => {
                self.lines(list, text, at, number)?;
                Ok(Piece::Nothing)
            }
            Stage::Source(at) => self.begin_source(at),
            Stage::Sourcing(at, mut unpacking) => {
                let next = self.members.next(&mut unpacking);
                let next = next.map_err(|why| format!("its file {}: {why}", self.source(at)))?;
                let Some(bytes) = next.map(<[u8]>::to_vec) else {
                    self.stage = Stage::Source(at + 1);
                    return Ok(Piece::Nothing);
                };
                self.done += count(bytes.len());
                self.stage = Stage::Sourcing(at, unpacking);
                Ok(Piece::Source(at, bytes))
            }
            Stage::Over => Err("it was read to its end already".to_owned()),
        }
    }

    /// Reads some lines of a list.
    fn lines(
        &mut self,
        list: usize,
        text: String,
        mut at: usize,
        mut number: usize,
    ) -> Result<(), String> {
        let name = list_name(list);
        if name == RULES {
            self.rules = blocks(&text).into_iter();
            return self.end_list(list);
        }
        let rest = text.get(at..).unwrap_or_default();
        for row in rest.split_inclusive('\n').take(LINES_A_STEP) {
            at += row.len();
            number += 1;
            if row.trim().is_empty() {
                continue;
            }
            let said = match name {
                SOURCES => self.take_source(row),
                SETTINGS => self.take_setting(row),
                MARKS => self.take_paper(row),
                _ => self.take_act(row),
            };
            said.map_err(|why| format!("its file {name}, line {number}: {why}"))?;
        }
        if at < text.len() {
            self.stage = Stage::Lines(list, text, at, number);
            return Ok(());
        }
        self.end_list(list)
    }

    /// A list is read to its end.
    fn end_list(&mut self, list: usize) -> Result<(), String> {
        let left = self.rules.len();
        if list_name(list) == SETTINGS && left > 0 {
            return Err(format!(
                "its file {RULES} has {left} rules more than {SETTINGS} speaks of"
            ));
        }
        self.stage = if list + 1 < LISTS.len() {
            unpacking(&self.members, list + 1)?
        } else {
            self.check_lists()?;
            Stage::Source(0)
        };
        Ok(())
    }

    fn take_source(&mut self, row: &str) -> Result<(), String> {
        let line: SourceLine = read(row)?;
        let path = line.file.clone();
        let source = line.read()?;
        let size = self.members.size(&path);
        if !path.starts_with("sources/") || size != Some(source.size) {
            return Err(format!(
                "{} is not in it with {} bytes",
                shown(&path),
                source.size
            ));
        }
        self.paths.push(path);
        self.contents.sources.push(source);
        Ok(())
    }

    fn take_setting(&mut self, row: &str) -> Result<(), String> {
        let line: SettingLine = read(row)?;
        let rules = &mut self.rules;
        let (key, stamped) = line.read(|| {
            let rule = rules.next();
            rule.ok_or_else(|| format!("the rule is not in {RULES}"))
        })?;
        let settings = &mut self.contents.holding.settings;
        if settings.len() == MOST_SETTINGS {
            return Err(format!("there are more than {MOST_SETTINGS} settings"));
        }
        let name = shown(&key.1);
        match settings.insert(key, stamped) {
            Some(_) => Err(format!("the setting {name} is there twice")),
            None => Ok(()),
        }
    }

    fn take_paper(&mut self, row: &str) -> Result<(), String> {
        let line: HeldLine = read(row)?;
        let (paper, held) = line.read_paper()?;
        let papers = &mut self.contents.holding.papers;
        if papers.len() == MOST_PAPERS {
            return Err(format!("there are more than {MOST_PAPERS} papers"));
        }
        let name = shown(paper.as_str());
        match papers.insert(paper, held) {
            Some(_) => Err(format!("the paper {name} is there twice")),
            None => Ok(()),
        }
    }

    fn take_act(&mut self, row: &str) -> Result<(), String> {
        let line: ActLine = read(row)?;
        let undone = line.undone;
        let act = line.read()?;
        let history = &mut self.contents.history;
        let acts = if undone {
            &mut history.undone
        } else {
            &mut history.done
        };
        acts.push(act);
        let changes: usize = acts.iter().map(|act| act.changes.len()).sum();
        if acts.len() > KEPT_ACTS || changes > KEPT_CHANGES {
            return Err("the history is longer than any that is kept".to_owned());
        }
        Ok(())
    }

    fn begin_source(&mut self, at: usize) -> Result<Piece, String> {
        let Some(path) = self.paths.get(at) else {
            return Ok(Piece::Whole(Box::new(Backup {
                manifest: self.manifest.clone(),
                contents: mem::take(&mut self.contents),
            })));
        };
        let unpacking = self.members.unpack(path);
        let unpacking = unpacking.ok_or_else(|| format!("{} is not in it", shown(path)))?;
        self.stage = Stage::Sourcing(at, unpacking);
        Ok(Piece::Source(at, Vec::new()))
    }

    /// The path of a source, for a person.
    fn source(&self, at: usize) -> String {
        shown(self.paths.get(at).map_or("", String::as_str))
    }

    /// Whether the lists speak of each source once, and of as much as the manifest. No source is
    /// unpacked before: one that is named a million times would be so a million times.
    fn check_lists(&self) -> Result<(), String> {
        let listed: HashSet<&str> = self.paths.iter().map(String::as_str).collect();
        if listed.len() < self.paths.len() {
            return Err(format!("its file {SOURCES} names a file twice"));
        }
        let sources = self
            .members
            .names()
            .filter(|name| name.starts_with("sources/"));
        for name in sources.filter(|name| !is_litter(name)) {
            if !listed.contains(name) {
                return Err(format!("{SOURCES} does not speak of {}", shown(name)));
            }
        }
        let counts = Manifest::of(&self.contents, 0).counts;
        if counts != self.manifest.counts {
            return Err(format!(
                "{MANIFEST} says that it holds {}, and it holds {}",
                words(self.manifest.counts),
                words(counts)
            ));
        }
        Ok(())
    }
}

/// The part of a manifest that every version has.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Reads the manifest, which says whether anything else is to be read.
fn read_manifest(members: &Members) -> Result<Manifest, String> {
    let no_backup = || "it is no backup of this program".to_owned();
    let size = members.size(MANIFEST).ok_or_else(no_backup)?;
    let mut unpacking = members.unpack(MANIFEST).ok_or_else(no_backup)?;
    if size > MOST_MANIFEST {
        return Err(no_backup());
    }
    let mut bytes = Vec::new();
    while let Some(more) = members.next(&mut unpacking)? {
        bytes.extend_from_slice(more);
    }
    let head: Head = serde_json::from_slice(&bytes).map_err(|_| no_backup())?;
    if head.format != FORMAT {
        return Err(no_backup());
    }
    if head.version > VERSION {
        return Err(format!(
            "a later version of this page wrote it (version {} of the form; this page reads up to \
             {VERSION}). Reload the page to get that version",
            head.version
        ));
    }
    if head.version == 0 {
        return Err("it is of no version".to_owned());
    }
    serde_json::from_slice(&bytes).map_err(|why| format!("its file {MANIFEST}: {why}"))
}

fn unpacking(members: &Members, list: usize) -> Result<Stage, String> {
    let name = list_name(list);
    if members.size(name).is_some_and(|size| size > MOST_LIST) {
        return Err(format!(
            "its file {name} has more than {} MiB",
            MOST_LIST >> 20
        ));
    }
    let unpacking = members.unpack(name);
    let unpacking = unpacking.ok_or_else(|| format!("its file {name} is missing"))?;
    Ok(Stage::Unpacking(list, unpacking, Vec::new()))
}

fn list_name(list: usize) -> &'static str {
    LISTS.get(list).copied().unwrap_or_default()
}

/// What systems leave in archives that they pack.
fn is_litter(name: &str) -> bool {
    let mut parts = name.split('/');
    parts.any(|part| part == "__MACOSX" || part == ".DS_Store" || part == "Thumbs.db")
}

fn read<T: DeserializeOwned>(row: &str) -> Result<T, String> {
    serde_json::from_str(row).map_err(|why| {
        // A line has but one line, which the reason need not name.
        let said = why.to_string();
        let place = said.find(" at line 1 column ");
        let said = place.and_then(|at| said.get(..at)).unwrap_or(&said);
        let said: String = visible::line(said).chars().take(200).collect();
        format!("at character {}, {said}", why.column())
    })
}

/// A stranger's name, in short and without what would act.
fn shown(name: &str) -> String {
    let name: String = name.chars().take(120).collect();
    visible::name(&name).into_owned()
}

fn words(counts: Counts) -> String {
    let Counts {
        papers,
        settings,
        acts,
        sources,
        bytes,
    } = counts;
    format!(
        "{papers} papers, {settings} settings, {acts} acts and {sources} files of {bytes} bytes"
    )
}

fn count(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}
