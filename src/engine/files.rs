//! The files that were read, so that the same one is not read twice.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher as _;

use serde::{Deserialize, Serialize};

use super::arrivals::{FileOf, Member, Origin};
use crate::core::sorting;
use crate::protocol::FileReport;

/// How much of a file is hashed in one step, in bytes.
const STEP: usize = 4 << 20;

/// What tells a file's content from others: its length and 64 bits of SipHash.
pub(super) type Print = (usize, u64);

/// What of a [`Print`] stands in links, in 48 bits. It must stay the same for the same content.
pub(super) fn short((len, hash): Print) -> u64 {
    (hash ^ (len as u64).rotate_left(17)) >> 16
}

/// A file's content on its way to its [`Print`].
#[derive(Debug, Default)]
pub(super) struct Printer {
    hasher: DefaultHasher,
    done: usize,
}

impl Printer {
    /// Goes on by one step; `None` when there is more to do.
    pub(super) fn step(&mut self, bytes: &[u8]) -> Option<Print> {
        let end = bytes.len().min(self.done + STEP);
        self.hasher.write(&bytes[self.done..end]);
        self.done = end;
        (end == bytes.len()).then(|| (end, self.hasher.finish()))
    }
}

/// The files that are in the library.
#[derive(Debug, Default)]
pub(super) struct Files {
    known: HashMap<Print, Known>,
    /// What tells the content of each source.
    prints: HashMap<u32, Print>,
    /// The files of jobs that have the content of each source.
    origins: HashMap<u32, Vec<Origin>>,
    /// What was said of each source when it was read.
    reports: HashMap<u32, FileReport>,
}

#[derive(Debug)]
struct Known {
    source: u32,
    /// Whether it was read to its end; a job that was cancelled leaves a part.
    is_whole: bool,
}

/// A source as it is kept from visit to visit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct KeptSource {
    /// Its number in the library.
    pub(super) source: u32,
    /// What tells its content.
    len: u64,
    hash: u64,
    /// The kept files that have its content, each by its number, with the member of it.
    pub(super) origins: Vec<(u32, Option<Member>)>,
    /// What was said of it.
    report: FileReport,
}

/// What is known of a file that is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// Nothing.
    New,
    /// It is this source.
    Whole(u32),
    /// A part of it is this source.
    Part(u32),
}

impl Files {
    /// The sources as they are kept from visit to visit; `id` is the number under which a file is
    /// kept. `None` where one of them is not whole, or comes from no file that is kept.
    pub(super) fn kept(&self, id: impl Fn(FileOf) -> Option<u32>) -> Option<Vec<KeptSource>> {
        let kept = |(source, print): (&u32, &Print)| {
            let known = self.known.get(print);
            let is_whole = known.is_some_and(|known| known.is_whole && known.source == *source);
            let origins = self.origins(*source).iter();
            let origins = origins.filter_map(|origin| Some((id(origin.file)?, &origin.member)));
            let origins: Vec<_> = origins.map(|(id, member)| (id, member.clone())).collect();
            let (len, hash) = *print;
            (is_whole && !origins.is_empty()).then_some(KeptSource {
                source: *source,
                len: len as u64,
                hash,
                origins,
                report: self.reports.get(source).cloned().unwrap_or_default(),
            })
        };
        let mut sources: Vec<KeptSource> = self.prints.iter().map(kept).collect::<Option<_>>()?;
        sorting::sort_by_key(&mut sources, |kept| kept.source);
        Some(sources)
    }

    /// The files of kept sources; `file` is which file of a job one that is kept under a number is
    /// from now on.
    pub(super) fn of(kept: &[KeptSource], file: impl Fn(u32) -> Option<FileOf>) -> Option<Self> {
        let mut files = Self::default();
        for kept in kept {
            let print = (kept.len.try_into().ok()?, kept.hash);
            files.begin(print, kept.source);
            files.complete(kept.source, &kept.report);
            for (id, member) in &kept.origins {
                let file = file(*id)?;
                let member = member.clone();
                files.comes_from(kept.source, Origin { file, member });
            }
        }
        Some(files)
    }

    /// What is known of a file with this content.
    pub(super) fn met(&self, print: Print) -> Met {
        match self.known.get(&print) {
            None => Met::New,
            Some(known) if known.is_whole => Met::Whole(known.source),
            Some(known) => Met::Part(known.source),
        }
    }

    /// A file is about to be added to the library.
    pub(super) fn begin(&mut self, print: Print, source: u32) {
        let is_whole = false;
        self.known.insert(print, Known { source, is_whole });
        self.prints.insert(source, print);
    }

    /// All papers of a file are in the library, and this is what is said of it.
    pub(super) fn complete(&mut self, source: u32, report: &FileReport) {
        self.put(source, true);
        self.reports.insert(source, report.clone());
    }

    /// What was said of the sources, in their order.
    pub(super) fn reports(&self) -> Vec<FileReport> {
        let mut reports: Vec<_> = self.reports.iter().collect();
        sorting::sort_by_key(&mut reports, |(source, _)| **source);
        reports
            .into_iter()
            .map(|(_, report)| report.clone())
            .collect()
    }

    /// Not all papers of a file are in the library any more.
    pub(super) fn open(&mut self, source: u32) {
        self.put(source, false);
    }

    /// A file was taken out.
    pub(super) fn forget(&mut self, source: u32) {
        if let Some(print) = self.prints.remove(&source) {
            self.known.remove(&print);
        }
        self.origins.remove(&source);
        self.reports.remove(&source);
    }

    /// A file has the content of a source.
    pub(super) fn comes_from(&mut self, source: u32, origin: Origin) {
        let origins = self.origins.entry(source).or_default();
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }

    /// The files that have the content of a source.
    pub(super) fn origins(&self, source: u32) -> &[Origin] {
        self.origins.get(&source).map_or(&[], Vec::as_slice)
    }

    /// What tells the content of a source.
    pub(super) fn print(&self, source: u32) -> Option<Print> {
        self.prints.get(&source).copied()
    }

    /// Whether a content that a link names is in the library.
    pub(super) fn has(&self, print: u64) -> bool {
        self.known.keys().any(|known| short(*known) == print)
    }

    /// Whether a source is in the library of which a file has the content.
    pub(super) fn is_in_use(&self, file: FileOf) -> bool {
        let mut all = self.origins.values().flatten();
        all.any(|origin| origin.file == file)
    }

    fn put(&mut self, source: u32, is_whole: bool) {
        let known = self.prints.get(&source);
        if let Some(known) = known.and_then(|print| self.known.get_mut(print)) {
            known.is_whole = is_whole;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links with these are out there, and the standard library promises nothing of its hasher.
    #[test]
    fn prints_in_links_stay_what_they_are() {
        let check = |content: &[u8], expected: u64| {
            let print = Printer::default().step(content).unwrap();
            assert_eq!(short(print), expected, "{:#x}", short(print));
        };
        check(b"", 0xd1fb_a762_150c);
        check(b"# ArXiv cs.CV\n", 0x01b0_152b_d71e);
    }
}
