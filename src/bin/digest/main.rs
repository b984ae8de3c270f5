//! The core on the command line: `digest parse`, `digest lint`, `digest query`, `digest export`,
//! `digest page`.

mod args;
mod export;
mod files;
mod lint;
mod page;
mod parse;
mod query;

use std::io::{self, Write};
use std::process::ExitCode;

use args::Command;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All is well.
    Fine,
    /// It ran, and something in the files is wrong.
    Problems,
    /// It could not be run as asked: wrong usage, a file that cannot be opened, a wrong query.
    Trouble,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Problems => 1,
            Outcome::Trouble => 2,
        })
    }
}

fn main() -> ExitCode {
    let command = match args::parse(lexopt::Parser::from_env()) {
        Ok(command) => command,
        Err(error) => {
            complain(&format!("{error}\nTry `digest --help`."));
            return Outcome::Trouble.into();
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let done = match command {
        Command::Print(text) => out.write_all(text.as_bytes()).map(|()| Outcome::Fine),
        Command::Parse(files) => parse::run(&files, &mut out),
        Command::Lint(files) => lint::run(&files, &mut out),
        Command::Query(options) => query::run(&options, &mut out),
        Command::Export(options) => export::run(&options, &mut out),
        Command::Page(options) => page::run(&options, &mut out),
    };
    match done.and_then(|outcome| out.flush().map(|()| outcome)) {
        Ok(outcome) => outcome.into(),
        // Whoever reads us has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            Outcome::Trouble.into()
        }
    }
}

/// Says what went wrong; where nobody listens, nothing is lost.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "digest: {message}");
}
