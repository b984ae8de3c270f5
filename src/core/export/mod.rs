//! Papers → files that others read: BibTeX, BibLaTeX, RIS, CSL-JSON, CSV, Markdown, NDJSON, Org,
//! plain citations, and notes for Obsidian.
//!
//! What is written are facts of the digests. A paper without authors has none in its export, a
//! paper without a DOI of its own has the one that arXiv derives from its id. What each format
//! cannot hold stands in its module; what BibTeX, BibLaTeX, RIS, CSL-JSON, CSV, Markdown and
//! NDJSON hold, the readers of [`digest`](super::digest) read back, whatever it is made of. What is
//! the reader's own is written only where it is given. Control characters other than line ends and
//! tabs are escaped in JSON and YAML and stand as U+FFFD elsewhere.

mod beside;
mod bibtex;
mod csl;
mod csv;
mod filename;
mod form;
mod json;
mod key;
mod markdown;
mod names;
mod ndjson;
mod obsidian;
mod org;
mod plain;
mod ris;
mod source;
mod words;
mod yaml;

use std::io::{self, Write};

pub use self::beside::{Beside, Own, TagOf};
use self::bibtex::Style;
use self::filename::FileNames;
pub use self::filename::file_name;
pub use self::form::Form;
pub use self::json::write_json;
use self::key::Keys;
use super::paper::Paper;
use super::tags::Tagger;
use super::visible;
use super::zipping::{Packing, Zip};

/// Writes papers one after the other.
#[derive(Debug)]
pub struct Exporter<W> {
    out: Out<W>,
    form: Form,
    keys: Keys,
    /// Made when a paper comes whose tags are wanted and not known.
    tagger: Option<Tagger>,
    count: usize,
    section: markdown::Section,
}

/// Where the bytes go.
#[derive(Debug)]
enum Out<W> {
    Text(W),
    Archive(Box<Zip<W>>, FileNames),
}

impl<W: Write> Exporter<W> {
    /// Starts a file.
    pub fn new(form: Form, out: W) -> Self {
        Self {
            out: match form {
                Form::Obsidian => Out::Archive(Box::new(Zip::new(out)), FileNames::default()),
                _ => Out::Text(out),
            },
            form,
            keys: Keys::default(),
            tagger: None,
            count: 0,
            section: markdown::Section::default(),
        }
    }

    /// Writes a paper with what is to stand beside what its digest says: the name of its file
    /// alone, or a [`Beside`]. Fails as writing does, and where an archive becomes too large.
    pub fn paper<'b>(&mut self, paper: &Paper, beside: impl Into<Beside<'b>>) -> io::Result<()> {
        self.write(paper, &beside.into())
    }

    fn write(&mut self, paper: &Paper, beside: &Beside<'_>) -> io::Result<()> {
        let first = self.count == 0;
        self.count += 1;
        let out = match &mut self.out {
            Out::Text(out) => out,
            Out::Archive(zip, names) => {
                let name = format!("{}/{}.md", obsidian::FOLDER, names.next(paper));
                let note = obsidian::note(paper, beside);
                return zip.add(&name, visible::text(&note).as_bytes(), Packing::Deflated);
            }
        };
        let divider = if first { "" } else { "\n" };
        let text = match self.form {
            Form::Bibtex | Form::Biblatex => {
                let style = match self.form {
                    Form::Biblatex => Style::Biblatex,
                    _ => Style::Bibtex,
                };
                let key = self.keys.next(paper);
                [divider, &bibtex::entry(paper, &key, style, beside)].concat()
            }
            Form::Ris => ris::reference(paper, beside),
            Form::Csl => {
                out.write_all(if first { b"[\n" } else { b",\n" })?;
                return write_json(out, &csl::item(paper, &self.keys.next(paper), beside));
            }
            Form::Csv => {
                if first {
                    out.write_all(csv::head(beside).as_bytes())?;
                }
                return out.write_all(csv::row(paper, beside).as_bytes());
            }
            Form::Ndjson => {
                write_json(out, &ndjson::row(paper, beside, &mut self.tagger))?;
                return writeln!(out);
            }
            Form::Org => org::headline(paper, &self.keys.next(paper), beside),
            Form::Plain => [divider, &plain::citation(paper, beside)].concat(),
            Form::Markdown | Form::Obsidian => {
                markdown::entry(paper, &mut self.section, self.count, beside)
            }
        };
        out.write_all(visible::text(&text).as_bytes())
    }

    /// What is written to; what stands there may be taken out.
    pub fn get_mut(&mut self) -> &mut W {
        match &mut self.out {
            Out::Text(out) => out,
            Out::Archive(zip, _) => zip.get_mut(),
        }
    }

    /// Ends the file.
    pub fn finish(self) -> io::Result<W> {
        let mut out = match self.out {
            Out::Text(out) => out,
            Out::Archive(zip, _) => return zip.finish(),
        };
        match (self.form, self.count) {
            (Form::Csl, 0) => out.write_all(b"[]\n")?,
            (Form::Csl, _) => out.write_all(b"\n]\n")?,
            (Form::Csv, 0) => out.write_all(csv::head(&Beside::default()).as_bytes())?,
            _ => {}
        }
        Ok(out)
    }
}

#[cfg(test)]
mod tests;
