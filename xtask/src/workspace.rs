//! Where things are.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, shell};

/// The folders of this checkout.
pub struct Workspace {
    /// Where `Cargo.toml` and `index.html` lie.
    pub root: PathBuf,
    /// Cargo's target folder, wherever it is set to be.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks Cargo.
    pub fn find() -> Result<Self> {
        let metadata = shell::output(
            Command::new("cargo")
                .args(["metadata", "--no-deps", "--format-version=1"])
                .current_dir(env!("CARGO_MANIFEST_DIR")),
        )?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let folder = |key: &str| {
            metadata[key]
                .as_str()
                .map(PathBuf::from)
                .ok_or_else(|| format!("`cargo metadata` names no {key}"))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    /// The release.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A program, run in the root.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }

    /// Flags for rustc, for `CARGO_ENCODED_RUSTFLAGS`: they keep the folders of this machine out of
    /// the programs, let these use WebAssembly's vectors, which browsers have had since 2021
    /// (Safari since 2023), and have LLVM copy what is marked `#[inline]` into its callers up to a
    /// cost of 200, not of 325: the worker is 52 KB smaller and as fast.
    pub fn release_flags(&self) -> String {
        let home = std::env::var_os("CARGO_HOME")
            .map(PathBuf::from)
            .or_else(|| {
                let home = std::env::home_dir()?;
                Some(home.join(".cargo"))
            });
        let packages = home.map(|home| (home.join("registry").join("src"), "registry"));
        let folders = packages.into_iter().chain([(self.root.clone(), ".")]);
        let remap = folders
            .map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
        remap
            .chain([
                "-Ctarget-feature=+simd128".to_owned(),
                "-Cllvm-args=-inlinehint-threshold=200".to_owned(),
            ])
            .collect::<Vec<_>>()
            .join("\u{1f}")
    }

    /// The version of a package in `Cargo.lock`.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        let lock = std::fs::read_to_string(self.root.join("Cargo.lock"))?;
        locked_version(&lock, package)
            .ok_or_else(|| format!("Cargo.lock has no package {package}").into())
    }
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions_from_a_lock_file() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"a\"\nversion = \"0.9.0\"\n";
        assert_eq!(locked_version(lock, "a").as_deref(), Some("0.9.0"));
        assert_eq!(locked_version(lock, "a-b").as_deref(), Some("1.2.3"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}
