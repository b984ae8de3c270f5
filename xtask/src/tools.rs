//! What is needed beside Rust, in which version, and where to get it.
//!
//! A tool is taken from PATH when its version fits, else from `target/tools`, else it is got: by
//! the first of its sources that works.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::workspace::Workspace;
use crate::{Result, shell};

/// One row of the table.
pub struct Tool {
    /// The programs that must lie in one folder; the first one names the tool and knows its
    /// version.
    programs: &'static [&'static str],
    /// Which version fits.
    version: Wanted,
    /// Where to get it, best first.
    sources: &'static [Source],
    /// What to do when no source works.
    advice: &'static str,
}

enum Wanted {
    /// Exactly this one.
    Exactly(&'static str),
    /// The one that `Cargo.lock` has for this package.
    AsLocked(&'static str),
    /// This major version or a later one; the version to get is the first, the oldest to accept the
    /// second.
    AtLeast(&'static str, u32),
}

enum Source {
    /// A release archive that its makers publish. `{version}` and `{triple}` are filled in;
    /// `folder` is where the programs lie in it.
    Archive {
        url: &'static str,
        folder: &'static str,
        triples: &'static [(&'static str, &'static str)],
    },
    /// `cargo install`.
    Cargo { package: &'static str, locked: bool },
    /// `npm install`.
    Npm { package: &'static str },
    /// `apt-get install`, for root.
    Apt { packages: &'static [&'static str] },
}

/// Builds the page: both programs, the styles, `index.html`.
pub const TRUNK: &Tool = &Tool {
    programs: &["trunk"],
    version: Wanted::Exactly("0.21.14"),
    sources: &[
        Source::Archive {
            url: "https://github.com/trunk-rs/trunk/releases/download/v{version}/trunk-{triple}.tar.gz",
            folder: "",
            triples: &[
                ("linux-x86_64", "x86_64-unknown-linux-gnu"),
                ("linux-aarch64", "aarch64-unknown-linux-gnu"),
                ("macos-x86_64", "x86_64-apple-darwin"),
                ("macos-aarch64", "aarch64-apple-darwin"),
            ],
        },
        Source::Cargo {
            package: "trunk",
            locked: true,
        },
    ],
    advice: "install it with `cargo install trunk --version 0.21.14 --locked`",
};

/// Writes the JavaScript between the programs and the browser, and runs tests in it. Its version is
/// part of its format.
pub const WASM_BINDGEN: &Tool = &Tool {
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    version: Wanted::AsLocked("wasm-bindgen"),
    sources: &[
        Source::Archive {
            url: "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/wasm-bindgen-{version}-{triple}.tar.gz",
            folder: "wasm-bindgen-{version}-{triple}",
            triples: &[
                ("linux-x86_64", "x86_64-unknown-linux-musl"),
                ("linux-aarch64", "aarch64-unknown-linux-gnu"),
                ("macos-x86_64", "x86_64-apple-darwin"),
                ("macos-aarch64", "aarch64-apple-darwin"),
            ],
        },
        // Its own lock file does not build.
        Source::Cargo {
            package: "wasm-bindgen-cli",
            locked: false,
        },
    ],
    advice: "install it with `cargo install wasm-bindgen-cli` in the version of wasm-bindgen in Cargo.lock",
};

/// Makes the programs smaller and faster. Some systems ship one that is too old to read them.
pub const WASM_OPT: &Tool = &Tool {
    programs: &["wasm-opt"],
    version: Wanted::AtLeast("132", 116),
    sources: &[
        Source::Archive {
            url: "https://github.com/WebAssembly/binaryen/releases/download/version_{version}/binaryen-version_{version}-{triple}.tar.gz",
            folder: "binaryen-version_{version}/bin",
            triples: &[
                ("linux-x86_64", "x86_64-linux"),
                ("linux-aarch64", "aarch64-linux"),
                ("macos-x86_64", "x86_64-macos"),
                ("macos-aarch64", "arm64-macos"),
            ],
        },
        Source::Npm {
            package: "binaryen",
        },
    ],
    advice: "install Binaryen 116 or later, or Node.js, which is enough to get it",
};

/// What gets packages of npm, where the system has not got it yet.
const NPM: Source = Source::Apt { packages: &["npm"] };

/// Builds and runs what libFuzzer guides.
pub const CARGO_FUZZ: &Tool = &Tool {
    programs: &["cargo-fuzz"],
    version: Wanted::Exactly("0.13.2"),
    sources: &[Source::Cargo {
        package: "cargo-fuzz",
        locked: true,
    }],
    advice: "install it with `cargo install cargo-fuzz --version 0.13.2 --locked`",
};

/// Drives a browser, which comes with it or is found by it.
pub const CHROMEDRIVER: &Tool = &Tool {
    programs: &["chromedriver"],
    version: Wanted::AtLeast("", 1),
    sources: &[Source::Apt {
        packages: &["chromium", "chromium-driver"],
    }],
    advice: "install Chromium or Chrome together with the chromedriver of the same version",
};

/// Drives Firefox, which is the system's.
pub const GECKODRIVER: &Tool = &Tool {
    programs: &["geckodriver"],
    version: Wanted::Exactly("0.37.1"),
    sources: &[Source::Cargo {
        package: "geckodriver",
        locked: true,
    }],
    advice: "install it with `cargo install geckodriver --version 0.37.1 --locked`",
};

/// Tools that are there.
pub struct Tools(Vec<Found>);

struct Found {
    name: &'static str,
    folder: PathBuf,
}

impl Tools {
    /// Finds or gets the tools, and what the toolchain lacks: they all work on WebAssembly.
    pub fn get(workspace: &Workspace, wanted: &[&'static Tool]) -> Result<Self> {
        complete_toolchain(workspace)?;
        wanted
            .iter()
            .map(|tool| {
                Ok(Found {
                    name: tool.name(),
                    folder: tool.find_or_get(workspace)?,
                })
            })
            .collect::<Result<_>>()
            .map(Self)
    }

    /// The file of a program of a tool asked for before.
    pub fn program(&self, tool: &Tool, program: &str) -> Result<PathBuf> {
        self.0
            .iter()
            .find(|found| found.name == tool.name())
            .and_then(|found| shell::program_in(&found.folder, program))
            .ok_or_else(|| format!("{program} is not among the tools").into())
    }

    /// A tool, run in the root of the workspace, that finds the other tools.
    pub fn command(&self, workspace: &Workspace, tool: &Tool) -> Result<Command> {
        let mut command = workspace.command(self.program(tool, tool.name())?);
        let folders = self.0.iter().map(|found| found.folder.clone());
        command.env(
            "PATH",
            std::env::join_paths(folders.chain(shell::path_folders()))?,
        );
        Ok(command)
    }
}

impl Tool {
    fn name(&self) -> &'static str {
        self.programs[0]
    }

    fn find_or_get(&self, workspace: &Workspace) -> Result<PathBuf> {
        let version = match self.version {
            Wanted::Exactly(version) | Wanted::AtLeast(version, _) => version.to_owned(),
            Wanted::AsLocked(package) => workspace.locked_version(package)?,
        };
        if let Some(folder) = self.find(workspace, &version) {
            return Ok(folder);
        }
        let name = self.name();
        for source in self.sources {
            let Some(place) = source.describe(&version) else {
                continue;
            };
            println!("getting {name} {version} from {place}");
            match source.get(workspace, self, &version) {
                Ok(()) => {
                    if let Some(folder) = self.find(workspace, &version) {
                        return Ok(folder);
                    }
                    println!("  that brought no {name} that fits");
                }
                Err(error) => println!("  that did not work: {error}"),
            }
        }
        Err(format!("{name} {version} is missing: {}", self.advice).into())
    }

    /// The folder that has all programs in a version that fits.
    fn find(&self, workspace: &Workspace, version: &str) -> Option<PathBuf> {
        let mut folders = shell::path_folders();
        folders.extend([bin(workspace), npm(workspace).join("node_modules/.bin")]);
        folders.into_iter().find(|folder| {
            self.programs
                .iter()
                .all(|program| shell::program_in(folder, program).is_some())
                && shell::program_in(folder, self.name())
                    .and_then(|program| shell::version(&program))
                    .is_some_and(|said| self.fits(&said, version))
        })
    }

    fn fits(&self, said: &str, version: &str) -> bool {
        let mut numbers = said
            .split_whitespace()
            .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
        match self.version {
            Wanted::Exactly(_) | Wanted::AsLocked(_) => numbers.any(|number| number == version),
            Wanted::AtLeast(_, oldest) => numbers
                .next()
                .and_then(|number| number.split('.').next()?.parse().ok())
                .is_some_and(|major: u32| major >= oldest),
        }
    }
}

impl Source {
    /// Where it is, for a person; `None` if this machine cannot use it.
    fn describe(&self, version: &str) -> Option<String> {
        match self {
            Self::Archive { url, triples, .. } => Some(filled(url, version, triple(triples)?)),
            Self::Cargo { package, .. } => {
                Some(format!("`cargo install {package}` (some minutes)"))
            }
            Self::Npm { package } => {
                let install = format!("`npm install {package}@{version}.0.0`");
                let has_npm = shell::program_on_path("npm").is_some();
                let with_npm = || Some(format!("{}, {install}", NPM.describe("")?));
                has_npm.then(|| install.clone()).or_else(with_npm)
            }
            Self::Apt { packages } => (shell::program_on_path("apt-get").is_some() && is_root())
                .then(|| format!("`apt-get install {}`", packages.join(" "))),
        }
    }

    fn get(&self, workspace: &Workspace, tool: &Tool, version: &str) -> Result {
        match self {
            Self::Archive {
                url,
                folder,
                triples,
            } => {
                let triple = triple(triples).ok_or("there is none for this machine")?;
                let unpacked = root(workspace).join("archives").join(tool.name());
                std::fs::create_dir_all(&unpacked)?;
                let archive = unpacked.join("archive.tar.gz");
                shell::run(
                    Command::new("curl")
                        .args(["--fail", "--silent", "--show-error", "--location"])
                        .args(["--connect-timeout", "10", "--output"])
                        .arg(&archive)
                        .arg(filled(url, version, triple)),
                )?;
                shell::run(
                    Command::new("tar")
                        .arg("-xzf")
                        .arg(&archive)
                        .arg("-C")
                        .arg(&unpacked),
                )?;
                let from = unpacked.join(filled(folder, version, triple));
                install(&from, &bin(workspace), tool.programs)
            }
            Self::Cargo { package, locked } => {
                let mut cargo = Command::new("cargo");
                cargo.args(["install", "--quiet", package, "--version", version]);
                // The wait for a tool counts more than its speed: whole-program optimisation would
                // triple it.
                cargo
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
                if *locked {
                    cargo.arg("--locked");
                }
                shell::run(cargo.arg("--root").arg(root(workspace)))
            }
            Self::Npm { package } => {
                if shell::program_on_path("npm").is_none() {
                    NPM.get(workspace, tool, version)?;
                }
                let npm_program = shell::program_on_path("npm").ok_or("npm is not on PATH")?;
                std::fs::create_dir_all(npm(workspace))?;
                shell::run(
                    Command::new(npm_program)
                        .args(["install", "--silent", "--no-fund", "--no-audit", "--prefix"])
                        .arg(npm(workspace))
                        .arg(format!("{package}@{version}.0.0")),
                )
            }
            Self::Apt { packages } => {
                shell::run(Command::new("apt-get").args(["update", "--quiet=2"]))?;
                shell::run(
                    Command::new("apt-get")
                        .args(["install", "--yes", "--quiet=2", "--no-install-recommends"])
                        .args(*packages)
                        .env("DEBIAN_FRONTEND", "noninteractive"),
                )
            }
        }
    }
}

/// The parts of the toolchain that `rust-toolchain.toml` names, each with the place below the
/// sysroot that shows that it is there. Most often rustup has got them by itself before this
/// program was built, but it can be told not to.
const TOOLCHAIN: &[(&str, &str, &str)] = &[
    ("component", "rustfmt", "bin/cargo-fmt"),
    ("component", "clippy", "bin/cargo-clippy"),
    (
        "target",
        "wasm32-unknown-unknown",
        "lib/rustlib/wasm32-unknown-unknown",
    ),
];

/// Gets what the toolchain lacks of its parts: the WebAssembly target, the formatter and the
/// linter.
pub fn complete_toolchain(workspace: &Workspace) -> Result {
    let sysroot = shell::output(workspace.command("rustc").args(["--print", "sysroot"]))?;
    for (kind, name, place) in TOOLCHAIN {
        let installed = Path::new(sysroot.trim()).join(place);
        if installed.exists() || installed.with_extension("exe").exists() {
            continue;
        }
        println!("getting the toolchain's {kind} {name}");
        shell::run(workspace.command("rustup").args([kind, "add", name]))
            .map_err(|error| format!("{error}\ninstall the Rust {kind} {name}"))?;
    }
    Ok(())
}

/// Makes the programs runnable from `to`. On Unix by links, so that a program finds the libraries
/// beside it.
fn install(from: &Path, to: &Path, programs: &[&str]) -> Result {
    std::fs::create_dir_all(to)?;
    for program in programs {
        let source = shell::program_in(from, program)
            .ok_or_else(|| format!("the archive has no {program}"))?;
        let target = to.join(source.file_name().unwrap_or_default());
        if target.symlink_metadata().is_ok() {
            std::fs::remove_file(&target)?;
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(source, target)?;
        #[cfg(not(unix))]
        std::fs::copy(source, target)?;
    }
    Ok(())
}

fn root(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}

fn bin(workspace: &Workspace) -> PathBuf {
    root(workspace).join("bin")
}

fn npm(workspace: &Workspace) -> PathBuf {
    root(workspace).join("npm")
}

fn triple(triples: &[(&str, &'static str)]) -> Option<&'static str> {
    let here = format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH);
    triples
        .iter()
        .find(|(machine, _)| *machine == here)
        .map(|(_, triple)| *triple)
}

fn filled(template: &str, version: &str, triple: &str) -> String {
    template
        .replace("{version}", version)
        .replace("{triple}", triple)
}

fn is_root() -> bool {
    shell::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_which_version_fits() {
        let check = |tool: &Tool, version: &str, said: &str, expected: bool| {
            assert_eq!(tool.fits(said, version), expected, "{said}");
        };
        check(TRUNK, "0.21.14", "trunk 0.21.14", true);
        check(TRUNK, "0.21.14", "trunk 0.21.1", false);
        check(TRUNK, "0.21.14", "trunk 0.22.0-beta.1", false);
        check(WASM_BINDGEN, "0.2.130", "wasm-bindgen 0.2.130", true);
        check(WASM_BINDGEN, "0.2.130", "wasm-bindgen 0.2.13", false);
        check(WASM_OPT, "132", "wasm-opt version 108", false);
        check(WASM_OPT, "132", "wasm-opt version 116 (version_116)", true);
        check(WASM_OPT, "132", "wasm-opt version 132-12-gabc", false);
        check(CHROMEDRIVER, "", "ChromeDriver 156.0.8078.73 (abc)", true);
        check(CHROMEDRIVER, "", "", false);
        check(GECKODRIVER, "0.37.1", "geckodriver 0.37.1 (abc 2026)", true);
        check(GECKODRIVER, "0.37.1", "geckodriver 0.36.0", false);
    }
}
