//! `digest export`: papers in a format of others.

use std::io::{self, Write};

use digest_explorer::core::export::Exporter;

use crate::args::ExportOptions;
use crate::query::Papers;
use crate::{Outcome, files};

/// Writes the papers of the files in their order, or those that match a query in the order of its
/// hits.
pub fn run(options: &ExportOptions, out: &mut impl Write) -> io::Result<Outcome> {
    let mut exporter = Exporter::new(options.form, out);
    let outcome = if let Some(query) = &options.query {
        let (mut papers, read) = Papers::read(&options.files)?;
        let Some(found) = papers.matching(query) else {
            return Ok(Outcome::Trouble);
        };
        for (paper, source) in found {
            exporter.paper(paper, source)?;
        }
        read
    } else {
        files::each(&options.files, |source| {
            source.complain();
            for paper in &source.digest.papers {
                exporter.paper(paper, source.name.as_str())?;
            }
            Ok(())
        })?
    };
    exporter.finish()?;
    Ok(outcome)
}
