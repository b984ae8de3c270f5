//! `digest parse`: papers as one JSON object a line.

use std::io::{self, Write};

use digest_explorer::core::diagnostic::Severity;
use digest_explorer::core::export::{Exporter, Form};

use crate::files;
use crate::{Outcome, complain};

/// Writes the papers of the files; what is an error in them goes to the standard error.
pub fn run(paths: &[String], out: &mut impl Write) -> io::Result<Outcome> {
    let mut exporter = Exporter::new(Form::Ndjson, out);
    let mut unread = false;
    let read = files::each(paths, |source| {
        unread |= source.digest.format.is_none();
        for diagnostic in &source.digest.diagnostics {
            if diagnostic.severity == Severity::Error {
                complain(&format!("{}:{diagnostic}", source.path));
            }
        }
        for paper in &source.digest.papers {
            exporter.paper(paper, source.name.as_str())?;
        }
        Ok(())
    })?;
    exporter.finish()?;
    Ok(read.max(if unread {
        Outcome::Problems
    } else {
        Outcome::Fine
    }))
}
