//! Bytes → [`Digest`]: decode, sniff, parse.
//!
//! Reading never fails: any bytes give a digest, perhaps an empty one, and diagnostics that name the place. Reading goes in steps, so that
//! whoever drives it can show progress, answer others and stop.

pub mod archive;

use super::diagnostic::Diagnostic;
use super::paper::Paper;

/// What was read from one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// The format that was found.
    pub format: Option<Format>,
    /// The papers in the file's order.
    pub papers: Vec<Paper>,
    /// What is to be said about the file, in the order of its lines.
    pub diagnostics: Vec<Diagnostic>,
    /// How many places of the file looked like a paper. Each is a paper or has a diagnostic.
    pub entries: u32,
}

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `# ArXiv cs.CV --Thu, 24 Dec 2020`, then `### 1.Title [ … ](link)` and `>  abstract` for each paper.
    HeadingDigest,
}

impl Format {
    /// The format's name for a person.
    pub fn name(self) -> &'static str {
        match self {
            Self::HeadingDigest => "Heading digest (Markdown)",
        }
    }
}

/// How far a [`Reader`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is more to do.
    More {
        /// Bytes of the text that are done.
        done: usize,
        /// Bytes of the whole text.
        total: usize,
    },
    /// The digest is complete.
    Done,
}

/// One file being read.
#[derive(Debug)]
pub struct Reader {
    digest: Digest,
}

impl Reader {
    /// Starts to read the bytes of a file. The name may tell the day when the text does not.
    pub fn new(_name: &str, _bytes: Vec<u8>) -> Self {
        Self {
            digest: Digest::default(),
        }
    }

    /// Reads on, at most about 256 KiB.
    pub fn step(&mut self) -> Step {
        Step::Done
    }

    /// What is to be said about the file so far.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.digest.diagnostics
    }

    /// The lines around a line (from 1) as they stand in the file, with their numbers; for showing where a problem is.
    pub fn excerpt(&self, _line: u32) -> Vec<(u32, String)> {
        Vec::new()
    }

    /// What was read so far: all of it after [`Step::Done`], the complete papers before.
    pub fn finish(self) -> Digest {
        self.digest
    }
}

/// Reads a whole file at once.
pub fn read(name: &str, bytes: Vec<u8>) -> Digest {
    let mut reader = Reader::new(name, bytes);
    while reader.step() != Step::Done {}
    reader.finish()
}
