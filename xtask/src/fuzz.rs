//! Looking for input that breaks something: libFuzzer, guided by coverage, on the targets of
//! `tests/fuzz`.
//!
//! libFuzzer wants a nightly toolchain. Where there is none, the mutation fuzzer of
//! `tests/digest_fuzz` tries the same checks without a guide. Corpora grow in `target/fuzz/corpus`,
//! and what breaks something is kept in `target/fuzz/artifacts`.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::tools::{CARGO_FUZZ, CHROMEDRIVER, Tools};
use crate::workspace::Workspace;
use crate::{Result, shell};

#[path = "../../tests/digest_fuzz/seeds.rs"]
#[allow(
    dead_code,
    reason = "the tests know of each seed what becomes of it; here it is text"
)]
mod seeds;

/// How long a target runs where nobody says.
const SECONDS: u64 = 60;
/// What libFuzzer is told: an input is at most 64 KiB, and one that takes ten seconds or two GiB is
/// a finding.
const LIMITS: [&str; 4] = [
    "-max_len=65536",
    "-timeout=10",
    "-rss_limit_mb=2048",
    "-print_final_stats=1",
];

/// What came of one target.
#[derive(Debug, Default, PartialEq, Eq)]
struct Outcome {
    /// How many inputs were tried.
    executions: u64,
    /// How many edges of the program were met.
    coverage: Option<u64>,
    /// Why it broke, in a line or two.
    reasons: Vec<String>,
    /// Where the input that broke it is kept.
    input: Option<PathBuf>,
    /// Whether anything broke.
    is_broken: bool,
}

/// Runs the targets named, or all, one after the other.
pub fn run(options: &[&str]) -> Result {
    let workspace = Workspace::find()?;
    let all = targets(&std::fs::read_to_string(
        workspace.root.join("tests/fuzz/Cargo.toml"),
    )?);
    if let ["growth", options @ ..] = options {
        let seconds = match options {
            [] => None,
            ["--seconds", seconds] => Some(seconds.parse::<u64>()?),
            _ => return Err("fuzz growth takes --seconds N".into()),
        };
        return growth(&workspace, seconds);
    }
    if let ["storage", rounds @ ..] = options {
        return storage(&workspace, rounds);
    }
    let (names, seconds) = parse(options, &all)?;
    let fuzzer = Fuzzer::find(&workspace)?;
    fuzzer.build(&names)?;
    let mut findings = 0;
    for name in names {
        let outcome = fuzzer.fuzz(name, seconds)?;
        println!("{}", report(name, &outcome));
        findings += usize::from(outcome.is_broken);
    }
    match findings {
        0 => Ok(()),
        1 => Err("one target broke".into()),
        many => Err(format!("{many} targets broke").into()),
    }
}

/// Tries that time and memory grow no faster than the input, with every piece and every pair of
/// pieces, or as many of them as can be tried in so many seconds.
fn growth(workspace: &Workspace, seconds: Option<u64>) -> Result {
    let test = [
        "--features",
        "engine",
        "--test",
        "growth",
        "--",
        "--nocapture",
    ];
    let mut cargo = workspace.command(Path::new("cargo"));
    cargo.arg("test").args(test).env("DIGEST_GROWTH", "all");
    if let Some(seconds) = seconds {
        cargo.env("DIGEST_GROWTH_SECONDS", seconds.to_string());
    }
    shell::run(&mut cargo)
}

/// Kills the browser in the midst of keeping files, so many times, and looks what is there then.
fn storage(workspace: &Workspace, rounds: &[&str]) -> Result {
    drive(workspace, "--kill", rounds)
}

/// Has the browser driven in another way than by journeys, with the release in `dist/`, which is
/// built where there is none.
pub fn drive(workspace: &Workspace, how: &str, number: &[&str]) -> Result {
    let tools = Tools::get(workspace, &[CHROMEDRIVER])?;
    let driver = tools.program(CHROMEDRIVER, "chromedriver")?;
    let dist = workspace.dist();
    if !dist.join("index.html").exists() {
        crate::dist::run()?;
    }
    let mut cargo = workspace.command(Path::new("cargo"));
    cargo
        .args(["run", "--quiet", "--package", "journeys", "--"])
        .arg(dist)
        .arg(how)
        .args(number)
        .env("CHROMEDRIVER", driver);
    shell::run(&mut cargo)
}

/// The names in the order of the manifest.
fn targets(manifest: &str) -> Vec<String> {
    let bins = manifest.split("[[bin]]").skip(1);
    bins.filter_map(|bin| {
        let (_, rest) = bin.split_once("name = \"")?;
        Some(rest.split_once('"')?.0.to_owned())
    })
    .collect()
}

fn parse<'o>(options: &[&'o str], all: &'o [String]) -> Result<(Vec<&'o str>, u64)> {
    let (mut names, mut seconds) = (Vec::new(), SECONDS);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--seconds" => {
                let number = options.next().and_then(|number| number.parse().ok());
                seconds = number.ok_or("--seconds wants a number")?;
            }
            name if all.iter().any(|known| known == name) => names.push(name),
            other => {
                return Err(format!("no target is named {other}: {}", all.join(" ")).into());
            }
        }
    }
    if names.is_empty() {
        names = all.iter().map(String::as_str).collect();
    }
    Ok((names, seconds))
}

fn report(name: &str, outcome: &Outcome) -> String {
    let coverage = outcome
        .coverage
        .map_or_else(String::new, |edges| format!(", {edges} edges met"));
    let verdict = if outcome.is_broken {
        "BROKEN"
    } else {
        "nothing broke"
    };
    let mut text = format!("{name}: {} inputs{coverage}: {verdict}", outcome.executions);
    for reason in &outcome.reasons {
        let _ = write!(text, "\n  {reason}");
    }
    if let Some(input) = &outcome.input {
        let input = input.display();
        let _ = write!(
            text,
            "\n  kept in {input}; once more:\n  DIGEST_FUZZ_TARGET={name} DIGEST_FUZZ_INPUT={input} cargo test --test digest_fuzz a_kept_input"
        );
    }
    text
}

/// What runs the targets.
enum Fuzzer<'w> {
    LibFuzzer {
        workspace: &'w Workspace,
        tools: Tools,
    },
    Mutations {
        workspace: &'w Workspace,
    },
}

impl<'w> Fuzzer<'w> {
    fn find(workspace: &'w Workspace) -> Result<Self> {
        let toolchains = shell::output(Command::new("rustup").args(["toolchain", "list"]));
        let has_nightly = toolchains.is_ok_and(|list| {
            let mut names = list.lines();
            names.any(|name| name.starts_with("nightly"))
        });
        if has_nightly {
            let tools = Tools::get(workspace, &[CARGO_FUZZ])?;
            return Ok(Self::LibFuzzer { workspace, tools });
        }
        println!(
            "without a nightly toolchain inputs are not guided by coverage; `rustup toolchain install nightly` gets one"
        );
        Ok(Self::Mutations { workspace })
    }

    fn build(&self, names: &[&str]) -> Result {
        let Self::LibFuzzer { workspace, tools } = self else {
            return Ok(());
        };
        // All of the targets or one by one is what cargo-fuzz can build; they share all but their
        // last step.
        let one = if let [one] = names { Some(*one) } else { None };
        let mut cargo = on_nightly(tools.command(workspace, CARGO_FUZZ)?);
        // Nothing here is unsafe, so a panic says all that a sanitizer would.
        cargo
            .args(["build", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none"])
            .args(["--codegen-units", "16", "--target-dir"])
            .arg(folder(workspace))
            .args(one);
        shell::run(&mut cargo)
    }

    fn fuzz(&self, name: &str, seconds: u64) -> Result<Outcome> {
        match self {
            Self::LibFuzzer { workspace, .. } => lib_fuzzer(workspace, name, seconds),
            Self::Mutations { workspace } => mutations(workspace, name, seconds),
        }
    }
}

/// A command of Cargo, run by the nightly toolchain although a command of another runs this.
fn on_nightly(mut command: Command) -> Command {
    for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTFLAGS"] {
        command.env_remove(name);
    }
    command.env("RUSTUP_TOOLCHAIN", "nightly");
    command
}

fn lib_fuzzer(workspace: &Workspace, name: &str, seconds: u64) -> Result<Outcome> {
    let folder = folder(workspace);
    let corpus = folder.join("corpus").join(name);
    sow(workspace, name, &corpus)?;
    let pieces = folder.join("pieces.dict");
    std::fs::write(&pieces, dictionary(&seeds::PIECES))?;
    let artifacts = folder.join("artifacts").join(name);
    std::fs::create_dir_all(&artifacts)?;
    let rustc = on_nightly(Command::new("rustc")).arg("-vV").output()?;
    let said = String::from_utf8_lossy(&rustc.stdout).into_owned();
    let host = said
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .ok_or("rustc does not say which machine this is")?;
    let program = folder.join(host).join("release").join(name);
    let log = folder.join(format!("{name}.log"));
    let mut command = workspace.command(&program);
    command
        .arg(&corpus)
        .args(LIMITS)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-dict={}", pieces.display()))
        .arg(format!("-artifact_prefix={}/", artifacts.display()));
    let mut log = std::fs::File::create(&log)?;
    let mut outcome = Outcome::default();
    let mut reader = Listener::default();
    let is_well = listen(&mut command, |line| {
        reader.hear(line, &mut outcome);
        writeln!(log, "{line}")
    })?;
    outcome.is_broken = !is_well || outcome.input.is_some();
    Ok(outcome)
}

/// Makes sense of what libFuzzer says line by line.
#[derive(Default)]
struct Listener {
    /// How many lines of a panic's message are still to come.
    message: usize,
}

impl Listener {
    fn hear(&mut self, line: &str, outcome: &mut Outcome) {
        let number_behind = |key: &str| {
            let (_, rest) = line.split_once(key)?;
            rest.split_whitespace().next()?.parse().ok()
        };
        if let Some(edges) = number_behind(" cov: ") {
            outcome.coverage = Some(edges);
        }
        if let Some(count) = number_behind("stat::number_of_executed_units:") {
            outcome.executions = count;
        }
        if let Some((_, path)) = line.split_once("Test unit written to ")
            && !line.contains("slow-unit-")
        {
            outcome.input = Some(PathBuf::from(path));
        }
        let is_reason = line.contains("panicked at ") || line.contains("ERROR: libFuzzer: ");
        if is_reason || self.message > 0 {
            self.message = if line.contains("panicked at ") {
                3
            } else {
                self.message.saturating_sub(1)
            };
            // What is compared may be a whole digest.
            outcome.reasons.push(line.chars().take(300).collect());
        }
    }
}

/// The mutation fuzzer, which keeps its findings among the machine's temporary files.
fn mutations(workspace: &Workspace, name: &str, seconds: u64) -> Result<Outcome> {
    let mut command = workspace.command("cargo");
    command
        .args(["test", "--quiet", "--features", "engine,cli"])
        .args(["--test", "digest_fuzz", "no_damage", "--", "--nocapture"])
        .env("DIGEST_FUZZ_TARGET", name)
        .env("DIGEST_FUZZ_SECONDS", seconds.to_string());
    let mut outcome = Outcome::default();
    let mut reader = Listener::default();
    let counted = format!("{name}: ");
    let is_well = listen(&mut command, |line| {
        reader.hear(line, &mut outcome);
        if let Some((count, _)) = line
            .strip_prefix(&counted)
            .and_then(|rest| rest.split_once(" inputs"))
        {
            outcome.executions = count.parse().unwrap_or_default();
        }
        if let Some((_, path)) = line.split_once(" breaks, round ") {
            let path = path.split_once(": ").map_or("", |(_, path)| path);
            let path = path.split(" (").next().unwrap_or_default();
            outcome.input = Some(PathBuf::from(path));
        }
        Ok(())
    })?;
    outcome.is_broken = !is_well;
    Ok(outcome)
}

/// Runs a program to its end, hands each line that it says to `hear`, and says whether it went
/// well.
fn listen(
    command: &mut Command,
    mut hear: impl FnMut(&str) -> std::io::Result<()>,
) -> Result<bool> {
    let (listener, said) = std::io::pipe()?;
    command.stdout(said.try_clone()?).stderr(said);
    let mut child = command.spawn().map_err(|error| {
        let program = Path::new(command.get_program()).display();
        format!("`{program}` did not start: {error}")
    })?;
    // The end of the program is the end of the pipe once nobody here could write to it.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(listener).split(b'\n') {
        hear(&String::from_utf8_lossy(&line?))?;
    }
    Ok(child.wait()?.success())
}

/// Puts the seeds of a target into its corpus: those of the mutation fuzzer, and those of the
/// fixtures that are its kind.
fn sow(workspace: &Workspace, name: &str, corpus: &Path) -> Result {
    std::fs::create_dir_all(corpus)?;
    for (number, seed) in seeds::of(name).iter().enumerate() {
        std::fs::write(corpus.join(format!("seed-{number}")), seed)?;
    }
    let tests = workspace.root.join("tests");
    if ["heading", "bytes", "export", "engine"].contains(&name) {
        let fixtures = tests.join("fixtures");
        let digest = std::fs::read(fixtures.join("digest.md"))?;
        std::fs::write(corpus.join("fixture-digest.md"), digest)?;
        for file in std::fs::read_dir(fixtures.join("heading"))? {
            let file = file?;
            let mut to = std::ffi::OsString::from("fixture-");
            to.push(file.file_name());
            std::fs::copy(file.path(), corpus.join(to))?;
        }
    }
    if name == "query" {
        let examples = std::fs::read_to_string(tests.join("query_language.txt"))?;
        let typed = examples.lines().filter_map(|line| line.strip_prefix("> "));
        for (number, query) in typed.enumerate() {
            std::fs::write(corpus.join(format!("example-{number}")), query)?;
        }
    }
    Ok(())
}

/// Pieces as a dictionary of libFuzzer: one a line in quotes, bytes in hexadecimal.
fn dictionary(pieces: &[&str]) -> String {
    let mut text = String::new();
    for piece in pieces {
        text.push('"');
        for byte in piece.bytes() {
            let _ = write!(text, "\\x{byte:02X}");
        }
        text.push_str("\"\n");
    }
    text
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("fuzz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_and_seconds_are_read() {
        let manifest = "[package]\nname = \"x\"\n[[bin]]\nname = \"a\"\npath = \"b\"\n\n[[bin]]\nname = \"c\"\n";
        let all = targets(manifest);
        assert_eq!(all, ["a", "c"]);
        assert_eq!(parse(&[], &all).unwrap(), (vec!["a", "c"], SECONDS));
        assert_eq!(
            parse(&["c", "--seconds", "5"], &all).unwrap(),
            (vec!["c"], 5)
        );
        assert!(parse(&["b"], &all).is_err());
        assert!(parse(&["--seconds"], &all).is_err());
    }

    #[test]
    fn libfuzzer_is_understood() {
        let mut outcome = Outcome::default();
        let mut listener = Listener::default();
        for line in [
            "#2\tINITED cov: 71 ft: 72 corp: 1/4b exec/s: 0 rss: 30Mb",
            "#9999\tNEW    cov: 80 ft: 90 corp: 2/9b lim: 4 exec/s: 0 rss: 31Mb",
            "thread '<unnamed>' panicked at a.rs:1:2:",
            "it broke",
            "note: run with `RUST_BACKTRACE=1`",
            "==1== ERROR: libFuzzer: deadly signal",
            "artifact_prefix='a/'; Test unit written to a/crash-01",
            "stat::number_of_executed_units: 12345",
        ] {
            listener.hear(line, &mut outcome);
        }
        assert_eq!((outcome.executions, outcome.coverage), (12_345, Some(80)));
        assert_eq!(outcome.input.as_deref(), Some(Path::new("a/crash-01")));
        assert_eq!(outcome.reasons[1], "it broke");
        assert!(report("x", &outcome).contains("DIGEST_FUZZ_INPUT=a/crash-01"));
    }

    #[test]
    fn a_dictionary_quotes_every_byte() {
        assert_eq!(dictionary(&["a\"", "\n"]), "\"\\x61\\x22\"\n\"\\x0A\"\n");
    }
}
