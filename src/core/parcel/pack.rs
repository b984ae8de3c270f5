//! Papers → parcel.

use std::fmt;
use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{MOST_SOURCES, MOST_TEXT, lines};
use crate::core::marks::{Flags, Kind};
use crate::core::paper::Paper;
use crate::core::{sorting, visible};

/// The first line of a parcel.
pub(super) const PARCEL: &str = "digest-explorer parcel 1";

/// What a source without a name is called: whoever opens a parcel wants one.
const NAMELESS: &str = "papers";

/// How much is done so that a parcel gets small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// As usual: a page has room.
    Usual,
    /// As much as can be: each character of a link counts.
    Most,
}

/// There is more than a parcel may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// Of the text of papers.
    Text,
    /// Of sources.
    Sources,
}

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => write!(
                f,
                "there are more papers than can be shared at once: their text is limited to {} \
                 MiB, which is about 30,000 papers",
                MOST_TEXT >> 20
            ),
            Self::Sources => write!(
                f,
                "the papers are of more files than can be shared at once: there may be \
                 {MOST_SOURCES}"
            ),
        }
    }
}

impl std::error::Error for Full {}

impl From<Full> for io::Error {
    fn from(full: Full) -> Self {
        Self::other(full)
    }
}

/// A parcel that is being packed.
#[derive(Debug)]
pub struct Packer {
    out: GzEncoder<Vec<u8>>,
    lines: String,
    /// How many sources it has.
    sources: usize,
    /// How much text whoever opens it will have, or somewhat more.
    size: usize,
}

impl Packer {
    /// Begins a parcel with a title, of papers that are in these sources. Fails where there are
    /// more of them than a parcel may have.
    pub fn new<'s>(
        title: &str,
        sources: impl IntoIterator<Item = &'s str>,
        effort: Effort,
    ) -> io::Result<Self> {
        let level = match effort {
            Effort::Usual => Compression::default(),
            Effort::Most => Compression::best(),
        };
        let mut packer = Self {
            out: GzEncoder::new(Vec::new(), level),
            lines: format!("{PARCEL}\n"),
            sources: 0,
            size: 0,
        };
        lines::put(&mut packer.lines, "title", &visible::name(title));
        for source in sources {
            packer.sources += 1;
            if packer.sources > MOST_SOURCES {
                return Err(Full::Sources.into());
            }
            let name = if source.is_empty() { NAMELESS } else { source };
            lines::put(&mut packer.lines, "source", &visible::name(name));
        }
        packer.write(1)?;
        Ok(packer)
    }

    /// Adds a paper that is in some of the sources, by their places from 0, with the marks and the
    /// note that it is to have for others. One that is in none of them is left out. Fails where
    /// there is no room for more.
    pub fn paper(
        &mut self,
        paper: &Paper,
        sources: &[usize],
        marks: Flags,
        note: &str,
    ) -> io::Result<()> {
        let known = sources.iter().copied().filter(|at| *at < self.sources);
        let mut sources: Vec<usize> = known.collect();
        sorting::sort(&mut sources);
        sources.dedup();
        if sources.is_empty() {
            return Ok(());
        }
        lines::write(&mut self.lines, paper);
        let places: Vec<String> = sources.iter().map(ToString::to_string).collect();
        lines::put(&mut self.lines, "in", &places.join(" "));
        let kinds = Kind::ALL.into_iter().filter(|kind| marks.has(*kind));
        let names: Vec<&str> = kinds.map(Kind::id).collect();
        if !names.is_empty() {
            lines::put(&mut self.lines, "marks", &names.join(" "));
        }
        if !note.is_empty() {
            lines::put(&mut self.lines, "note", note);
        }
        self.write(sources.len())
    }

    fn write(&mut self, times: usize) -> io::Result<()> {
        // In 32 bits the product may be more than can be counted.
        let size = self.lines.len().saturating_mul(times);
        self.size = self.size.saturating_add(size);
        if self.size > MOST_TEXT {
            return Err(Full::Text.into());
        }
        self.out.write_all(self.lines.as_bytes())?;
        self.lines.clear();
        Ok(())
    }

    /// How much text there is so far, in bytes.
    pub fn size(&self) -> usize {
        self.size
    }

    /// The parcel.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.out.finish()
    }
}
