//! Papers → parcel.

use std::fmt;
use std::io::{self, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{MOST_TEXT, lines};
use crate::core::marks::{Flags, Kind};
use crate::core::paper::Paper;
use crate::core::visible;

/// The first line of a parcel.
pub(super) const PARCEL: &str = "digest-explorer parcel 1";

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
pub struct Full;

impl fmt::Display for Full {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = MOST_TEXT >> 20;
        write!(
            f,
            "there are more papers than can be shared at once: their text is limited to {most} \
             MiB, which is about 30,000 papers"
        )
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
    /// How much text whoever opens it will have.
    size: usize,
}

impl Packer {
    /// Begins a parcel with a title, of papers that are in these sources.
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
            size: 0,
        };
        lines::put(&mut packer.lines, "title", &visible::name(title));
        for source in sources {
            lines::put(&mut packer.lines, "source", &visible::name(source));
        }
        packer.write(1)?;
        Ok(packer)
    }

    /// Adds a paper that is in some of the sources, by their places from 0, with the marks and the
    /// note that it is to have for others. Fails where there is no room for more.
    pub fn paper(
        &mut self,
        paper: &Paper,
        sources: &[usize],
        marks: Flags,
        note: &str,
    ) -> io::Result<()> {
        lines::write(&mut self.lines, paper);
        let places: Vec<String> = sources.iter().map(ToString::to_string).collect();
        lines::put(&mut self.lines, "in", &places.join(" "));
        let kinds = Kind::ALL.into_iter().filter(|kind| marks.has(*kind));
        let names: Vec<&str> = kinds.map(lines::name_of).collect();
        if !names.is_empty() {
            lines::put(&mut self.lines, "marks", &names.join(" "));
        }
        if !note.is_empty() {
            lines::put(&mut self.lines, "note", note);
        }
        self.write(sources.len().max(1))
    }

    fn write(&mut self, times: usize) -> io::Result<()> {
        self.size += self.lines.len() * times;
        if self.size > MOST_TEXT {
            return Err(Full.into());
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
