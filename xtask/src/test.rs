//! `cargo xtask test`: every check, in order. A failed one does not keep the others from running,
//! so that one run says all.

use std::collections::HashSet;
use std::fmt;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde_json::json;

use crate::tools::{self, Tools};
use crate::workspace::Workspace;
use crate::{Result, dist, shell};

/// One step: what runs, and how many tests passed and failed in it.
struct Step {
    name: &'static str,
    title: &'static str,
    run: fn(&Workspace, &mut Count) -> Result,
}

const STEPS: &[Step] = &[
    Step {
        name: "fmt",
        title: "the source is formatted",
        run: |workspace, _| shell::run(cargo(workspace, "fmt").args(["--all", "--check"])),
    },
    Step {
        name: "clippy",
        title: "no warnings, natively and in wasm",
        run: clippy,
    },
    Step {
        name: "native",
        title: "tests of core, engine and command line",
        run: |workspace, count| {
            let mut command = cargo(workspace, "test");
            count.watch(command.args(["--workspace", "--all-features", "--no-fail-fast"]))
        },
    },
    Step {
        name: "wasm",
        title: "tests in a browser's worker and page",
        run: in_browser,
    },
    Step {
        name: "dist",
        title: "the release builds and keeps to its size",
        run: |_, _| dist::run().map(drop),
    },
    Step {
        name: "journeys",
        title: "the release works in Chromium, in both forms",
        run: journeys,
    },
    Step {
        name: "firefox",
        title: "the release works in Firefox",
        run: |workspace, count| journeys_in(workspace, count, &FIREFOX),
    },
    Step {
        name: "webkit",
        title: "the release works in WebKit",
        run: |workspace, count| journeys_in(workspace, count, &WEBKIT),
    },
];

/// An engine beside Chromium's, of which the system has the browser or has not.
struct Engine {
    name: &'static str,
    /// What must be there: of each row one.
    programs: &'static [&'static [&'static str]],
    /// The packages of Debian that bring it.
    packages: &'static str,
}

const FIREFOX: Engine = Engine {
    name: "firefox",
    programs: &[&["firefox-esr", "firefox"]],
    packages: "firefox-esr",
};

const WEBKIT: Engine = Engine {
    name: "webkit",
    programs: &[&["WebKitWebDriver"], &["Xvfb"]],
    packages: "webkit2gtk-driver xvfb",
};

/// Runs all steps, or those named.
pub fn run(names: &[&str]) -> Result {
    if let Some(unknown) = names
        .iter()
        .find(|name| STEPS.iter().all(|step| step.name != **name))
    {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("no step is called {unknown}; there are {}", known.join(" ")).into());
    }
    let workspace = Workspace::find()?;
    // Before any step: each needs a part of it, and the first of them the target for which nothing
    // has been built yet.
    tools::complete_toolchain(&workspace)?;
    let mut total = Count::default();
    let mut report = Vec::new();
    for step in STEPS {
        if !names.is_empty() && !names.contains(&step.name) {
            continue;
        }
        println!("\n=== {}: {}", step.name, step.title);
        let start = Instant::now();
        let mut count = Count::default();
        let outcome = (step.run)(&workspace, &mut count);
        if let Err(error) = &outcome {
            eprintln!("{error}");
        }
        // A step that is no test suite, or that broke without a failed test, is itself one check.
        let said = match &outcome {
            Err(_) => "FAILED",
            Ok(()) if count.lacking > 0 => "lacking",
            Ok(()) => "ok",
        };
        if outcome.is_err() && count.failed == 0 {
            count.failed = 1;
        } else if outcome.is_ok() && count.passed == 0 && count.lacking == 0 {
            count.passed = 1;
        }
        total.add(&count);
        let seconds = start.elapsed().as_secs();
        report.push(format!("{:<10}{said:<8}{seconds:>6} s", step.name));
    }
    println!("\n{}\n", report.join("\n"));
    println!("{total}");
    if total.failed == 0 {
        Ok(())
    } else {
        Err("not everything holds: see above".into())
    }
}

/// Prints precision and recall of the tagger on the labelled papers, and what it gets wrong.
pub fn tags() -> Result {
    let workspace = Workspace::find()?;
    let test = ["--features", "engine", "--test", "tags_labels"];
    shell::run(
        cargo(&workspace, "test")
            .args(test)
            .args(["--", "--nocapture"]),
    )
}

fn clippy(workspace: &Workspace, _: &mut Count) -> Result {
    let strict = ["--", "--deny", "warnings"];
    shell::run(
        cargo(workspace, "clippy")
            .args(["--workspace", "--all-targets", "--all-features"])
            .args(strict),
    )?;
    // Each program with its own features alone, as it is built: the page must not get by with what
    // only the worker links.
    for program in ["page", "worker"] {
        shell::run(
            cargo(workspace, "clippy")
                .args(["--target", WASM, "--no-default-features"])
                .args(["--features", program, "--bin", program])
                .args(strict),
        )?;
    }
    Ok(())
}

/// Runs `tests/wasm_*.rs` in headless Chromium.
fn in_browser(workspace: &Workspace, count: &mut Count) -> Result {
    let tools = Tools::get(workspace, &[tools::WASM_BINDGEN, tools::CHROMEDRIVER])?;
    let settings = workspace.target.join("webdriver.json");
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    let capabilities = json!({ "goog:chromeOptions": { "args": flags } });
    std::fs::write(&settings, capabilities.to_string())?;
    let runner = tools.program(tools::WASM_BINDGEN, "wasm-bindgen-test-runner")?;
    let driver = tools.program(tools::CHROMEDRIVER, "chromedriver")?;
    count.watch(
        cargo(workspace, "test")
            .args(["--target", WASM, "--no-default-features"])
            .args(["--features", "page,worker", "--test", "wasm_*"])
            .arg("--no-fail-fast")
            // As the release is built: some code is there for its vectors alone.
            .env("CARGO_ENCODED_RUSTFLAGS", workspace.release_flags())
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_ONLY_WEB", "1")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings),
    )
}

fn journeys(workspace: &Workspace, count: &mut Count) -> Result {
    let tools = Tools::get(workspace, &[tools::CHROMEDRIVER])?;
    let driver = tools.program(tools::CHROMEDRIVER, "chromedriver")?;
    count.watch(
        cargo(workspace, "run")
            .args(["--quiet", "--package", "journeys", "--"])
            .arg(workspace.dist())
            .env("CHROMEDRIVER", driver),
    )
}

/// Goes the journeys in an engine that the system may have.
fn journeys_in(workspace: &Workspace, count: &mut Count, engine: &Engine) -> Result {
    let is_there = |programs: &&[&str]| {
        let mut programs = programs.iter();
        programs.any(|program| shell::program_on_path(program).is_some())
    };
    if !engine.programs.iter().all(is_there) {
        println!("not here: `apt-get install {}` brings it", engine.packages);
        count.lacking += 1;
        return Ok(());
    }
    let mut command = cargo(workspace, "run");
    command
        .args(["--quiet", "--package", "journeys", "--"])
        .arg(workspace.dist())
        .args(["--engine", engine.name]);
    if engine.name == FIREFOX.name {
        let tools = Tools::get(workspace, &[tools::GECKODRIVER])?;
        let driver = tools.program(tools::GECKODRIVER, "geckodriver")?;
        command.env("GECKODRIVER", driver);
    }
    count.watch(&mut command)
}

const WASM: &str = "wasm32-unknown-unknown";

fn cargo(workspace: &Workspace, command: &str) -> Command {
    let mut cargo = workspace.command(Path::new("cargo"));
    cargo.arg(command);
    cargo
}

/// How a line of a test begins that does not run; its name and the reason follow.
const SKIPPED: &str = "SKIPPED: ";

/// How many tests passed and failed, and how many did not run.
#[derive(Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
    /// For want of real digests.
    skipped: usize,
    /// Because the driver of an engine cannot do what they do.
    undone: usize,
    /// The engines that the system lacks.
    lacking: usize,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        for (count, why) in [
            (self.skipped, "skipped for want of DIGEST_CORPORA"),
            (self.undone, "that an engine's driver cannot do"),
            (self.lacking, "engines lacking"),
        ] {
            if count > 0 {
                write!(f, ", {count} {why}")?;
            }
        }
        Ok(())
    }
}

impl Count {
    /// Runs a test suite and adds what it counts.
    fn watch(&mut self, command: &mut Command) -> Result {
        let mut skipped = HashSet::new();
        let outcome = shell::watched(command, |line| {
            if let Some(count) = Self::read(line) {
                self.add(&count);
            }
            // Once a test, however many files it asked for.
            if let Some((_, test)) = line.split_once(SKIPPED) {
                skipped.insert(test.to_owned());
            }
        });
        // The harness knows of no test that finds out while it runs that it cannot.
        self.passed = self.passed.saturating_sub(skipped.len());
        self.skipped += skipped.len();
        outcome
    }

    fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.undone += other.undone;
        self.lacking += other.lacking;
    }

    /// The closing line of a test suite: `test result: ok. 3 passed; 0 failed; …` or `3 passed, 0
    /// failed, 1 skipped`.
    fn read(line: &str) -> Option<Self> {
        let counts = match line.strip_prefix("test result: ") {
            Some(rest) => rest.split_once(". ")?.1,
            None => line,
        };
        let mut words = counts
            .split([' ', ',', ';'])
            .filter(|word| !word.is_empty());
        let passed = words.next()?.parse().ok()?;
        (words.next()? == "passed").then_some(())?;
        let failed = words.next()?.parse().ok()?;
        (words.next()? == "failed").then_some(())?;
        let skipped = words.next().and_then(|count| count.parse().ok());
        Some(Self {
            passed,
            failed,
            undone: skipped
                .filter(|_| words.next() == Some("skipped"))
                .unwrap_or(0),
            ..Self::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_test_suites_count() {
        let check = |line: &str, expected: Option<(usize, usize, usize)>| {
            let count = Count::read(line).map(|count| (count.passed, count.failed, count.undone));
            assert_eq!(count, expected, "{line}");
        };
        check(
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
            Some((12, 3, 0)),
        );
        check("7 passed, 0 failed", Some((7, 0, 0)));
        check("7 passed, 1 failed, 2 skipped", Some((7, 1, 2)));
        check("test reads ... ok", None);
        check("7 passed", None);
    }
}
