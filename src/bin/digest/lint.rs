//! `digest lint`: what is to be said about files, and their balance.

use std::io::{self, Write};

use digest_explorer::core::digest::Format;

use crate::Outcome;
use crate::files::{self, Source};

/// Writes each file's diagnostics, and its balance to the standard error.
pub fn run(paths: &[String], out: &mut impl Write) -> io::Result<Outcome> {
    files::each(paths, |source| {
        for diagnostic in &source.digest.diagnostics {
            writeln!(out, "{}:{diagnostic}", source.path)?;
        }
        let left_out = source.digest.diagnostics.left_out();
        if left_out > 0 {
            writeln!(out, "{}: {left_out} more of the same", source.path)?;
        }
        // The balance follows what it sums up, even where both go to one terminal.
        out.flush()?;
        let _ = writeln!(io::stderr(), "{}", balance(&source));
        Ok(())
    })
}

/// `2020-12-24.md: 68 headings, 68 papers, 0 problems`; a note is no problem.
fn balance(source: &Source) -> String {
    let digest = &source.digest;
    let [_, warnings, errors] = digest.diagnostics.counts();
    let problems = warnings + errors;
    let counted = |count: usize, thing: &str| {
        let plural = if count == 1 { "" } else { "s" };
        format!("{count} {thing}{plural}")
    };
    format!(
        "{}: {}, {}, {}",
        source.path,
        counted(
            digest.entries as usize,
            digest.format.map_or("heading", Format::unit)
        ),
        counted(digest.papers.len(), "paper"),
        counted(problems, "problem")
    )
}
