//! Papers → files that others read: BibTeX, RIS, CSL-JSON, CSV, Markdown and NDJSON.
//!
//! What is written are facts of the digests. A paper without authors has none in its export, a
//! paper without a DOI of its own has the one that arXiv derives from its id. What each format
//! cannot hold stands in its module; what it holds, the readers of [`digest`](super::digest) read
//! back. Control characters other than line ends and tabs are escaped in JSON and stand as U+FFFD
//! elsewhere.

mod bibtex;
mod csl;
mod csv;
mod json;
mod key;
mod markdown;
mod ndjson;
mod ris;
mod source;
mod words;

use std::io::{self, Write};

pub use self::json::write_json;
use self::key::Keys;
use super::paper::Paper;
use super::tags::Tagger;
use super::visible;

/// A format that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `@misc{…}`, for LaTeX.
    Bibtex,
    /// For reference managers.
    Ris,
    /// For citation processors and Pandoc.
    Csl,
    /// For spreadsheets.
    Csv,
    /// A digest for people.
    Markdown,
    /// One JSON object a line, with all that is known.
    Ndjson,
}

impl Form {
    /// All formats.
    pub const ALL: [Self; 6] = [
        Self::Bibtex,
        Self::Ris,
        Self::Csl,
        Self::Csv,
        Self::Markdown,
        Self::Ndjson,
    ];

    /// The format's name on a command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::Csl => "csl",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::Ndjson => "ndjson",
        }
    }
}

/// Writes papers one after the other.
#[derive(Debug)]
pub struct Exporter<W> {
    out: W,
    form: Form,
    keys: Keys,
    tagger: Option<Tagger>,
    count: usize,
    section: markdown::Section,
}

impl<W: Write> Exporter<W> {
    /// Starts a file.
    pub fn new(form: Form, out: W) -> Self {
        Self {
            out,
            form,
            keys: Keys::default(),
            tagger: (form == Form::Ndjson).then(Tagger::new),
            count: 0,
            section: markdown::Section::default(),
        }
    }

    /// Writes a paper that was read from a source with this name.
    pub fn paper(&mut self, paper: &Paper, source: &str) -> io::Result<()> {
        let out = &mut self.out;
        let first = self.count == 0;
        self.count += 1;
        match self.form {
            Form::Bibtex => {
                let divider = if first { "" } else { "\n" };
                let key = self.keys.next(paper);
                let entry = bibtex::entry(paper, &key);
                write!(out, "{divider}{}", visible::text(&entry))
            }
            Form::Ris => {
                let reference = ris::reference(paper);
                out.write_all(visible::text(&reference).as_bytes())
            }
            Form::Csl => {
                out.write_all(if first { b"[\n" } else { b",\n" })?;
                write_json(out, &csl::item(paper, &self.keys.next(paper)))
            }
            Form::Csv => {
                if first {
                    out.write_all(csv::HEAD.as_bytes())?;
                }
                out.write_all(csv::row(paper, source).as_bytes())
            }
            Form::Markdown => {
                let entry = markdown::entry(paper, &mut self.section, self.count);
                out.write_all(visible::text(&entry).as_bytes())
            }
            Form::Ndjson => {
                if let Some(tagger) = &self.tagger {
                    write_json(out, &ndjson::row(paper, source, tagger))?;
                }
                writeln!(out)
            }
        }
    }

    /// Ends the file.
    pub fn finish(mut self) -> io::Result<W> {
        let end = match (self.form, self.count) {
            (Form::Csl, 0) => "[]\n",
            (Form::Csl, _) => "\n]\n",
            (Form::Csv, 0) => csv::HEAD,
            _ => "",
        };
        self.out.write_all(end.as_bytes())?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests;
