//! `digest parse`: papers as one JSON object a line.

use std::io::{self, Write};

use digest_explorer::core::export::{Exporter, Form};

use crate::{Outcome, files};

/// Writes the papers of the files; what is an error in them goes to the standard error.
pub fn run(paths: &[String], out: &mut impl Write) -> io::Result<Outcome> {
    let mut exporter = Exporter::new(Form::Ndjson, out);
    let read = files::each(paths, |source| {
        source.complain();
        for paper in &source.digest.papers {
            exporter.paper(paper, source.name.as_str())?;
        }
        Ok(())
    })?;
    exporter.finish()?;
    Ok(read)
}
