//! `cargo xtask serve | test | tags | dist | bench | peers | fuzz`: all the set-up there is.
//!
//! | module | owns |
//! |---|---|
//! | [`tools`] | what is needed beside Rust, in which version, and where to get it |
//! | [`dist`] | the release in both forms |
//! | [`html`] | reading and editing `index.html` |
//! | [`standalone`] | the page as one file |
//! | [`bench`] | the engine beside its peers |
//! | [`peers`] | what other people's programs read of the exports |
//! | [`test`] | every check, in order |
//! | [`fuzz`] | what strangers write, guided by coverage |
//! | [`serve`] | the page on this machine, built anew on every change |
//! | [`floors`] | which folder of the core may import which |
//! | [`tidy`] | rules about the source that no compiler knows |
//! | [`shell`] | running programs |
//! | [`workspace`] | where things are |

mod bench;
mod dist;
mod floors;
mod fuzz;
mod html;
mod peers;
mod serve;
mod shell;
mod standalone;
mod test;
mod tidy;
mod tools;
mod workspace;

use std::process::ExitCode;

/// An error ends the command; its text is for the person at the terminal and says what to do.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port N] [--no-open]   build the page, serve it and rebuild it on every change
  dist                           build the release: dist/ for any host, dist/digest-explorer.html for the disk
  test [STEP…]                   run every check, or the steps named: fmt clippy native wasm dist journeys
  tags                           print what the tagger reaches on the labelled papers (set DIGEST_CORPORA to the folder of digests)
  bench [N] [--only NAMES] [--again]
                                 measure the engine with N papers, 100,000 if none are said, natively and in Chromium beside its peers: all, or
                                 those named of engine,kept,sqlite,crossfilter,regexp,minisearch,flexsearch; again with the release and the papers of the
                                 last time, and in the browser alone
  bench typing [N]               measure what keeping a file of N papers, 100,000 if none are said, costs who types meanwhile
  bench parse                    measure reading alone, natively and in V8, beside Markdown parsers (set DIGEST_CORPORA)
  peers                          have other people's programs read what is exported of 2,000 papers (set DIGEST_CORPORA; needs python3)
  fuzz [TARGET…] [--seconds N]   look for input that breaks something, N seconds (60) for each target, or each of those named (a name that is none lists
                                 them); guided by coverage where there is a nightly toolchain
  fuzz growth [--seconds N]      try that time and memory grow no faster than the input, with every pair of pieces of each syntax, or with
                                 as many as N seconds allow: all of them take days
  fuzz storage [N]               kill the browser N times (50) in the midst of keeping files, and look what is there then; with the release
                                 in dist/, which is built where there is none

Each command gets the tools it lacks and says so.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        ["serve", options @ ..] => serve::run(options),
        ["dist"] => dist::run().map(|_| ()),
        ["test", steps @ ..] => test::run(steps),
        ["bench", options @ ..] => bench::run(options),
        ["fuzz", options @ ..] => fuzz::run(options),
        ["peers"] => peers::run(),
        ["tags"] => test::tags(),
        _ => Err(USAGE.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
