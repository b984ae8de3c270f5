//! `cargo xtask dist`: the release in both forms.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::html::{Edits, tags};
use crate::standalone::{gzip, standalone};
use crate::tools::{self, Tools};
use crate::workspace::Workspace;
use crate::{Result, shell};

/// The page in one file.
pub const STANDALONE: &str = "digest-explorer.html";

/// A program of the release.
#[derive(Clone, Copy)]
struct Program {
    /// Its file.
    name: &'static str,
    /// The most bytes it may have as the browser compiles it. The page is kept from linking the
    /// engine by this as well.
    most: usize,
    /// The most bytes it may have as a host sends it, packed by Brotli.
    most_packed: usize,
    /// How wasm-opt treats it.
    passes: &'static [&'static str],
}

const PROGRAMS: [Program; 2] = [
    Program {
        name: "page_bg.wasm",
        most: 1_020_000,
        most_packed: 316_000,
        // Again and again until nothing more comes of it: seconds for the page, a minute for the
        // worker, of which it takes next to nothing.
        passes: &["-Oz", "--converge"],
    },
    Program {
        name: "worker_bg.wasm",
        most: 2_480_000,
        most_packed: 890_000,
        passes: &["-Os"],
    },
];

/// What rustc turns on for wasm32-unknown-unknown and what [`Workspace::release_flags`] add, and so
/// what the programs use.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Builds `dist/`, and gives its folder.
pub fn run() -> Result<PathBuf> {
    let workspace = Workspace::find()?;
    let wanted = [tools::TRUNK, tools::WASM_BINDGEN, tools::WASM_OPT];
    let tools = Tools::get(&workspace, &wanted)?;

    let built = workspace.target.join("trunk/release");
    let mut trunk = tools.command(&workspace, tools::TRUNK)?;
    shell::run(
        trunk
            .args(["build", "--release", "--dist"])
            .arg(&built)
            .env("RUST_LOG", "warn")
            .env("CARGO_ENCODED_RUSTFLAGS", workspace.release_flags()),
    )?;

    std::thread::scope(|scope| {
        let runs = PROGRAMS.map(|program| {
            let (workspace, tools, path) = (&workspace, &tools, built.join(program.name));
            scope.spawn(move || optimise(workspace, tools, &path, program.passes))
        });
        runs.into_iter()
            .try_for_each(|run| run.join().unwrap_or_else(|_| Err("wasm-opt broke".into())))
    })?;

    let dist = workspace.dist();
    if dist.exists() {
        std::fs::remove_dir_all(&dist)?;
    }
    copy_folder(&built, &dist)?;
    let index = dist.join("index.html");
    let html = std::fs::read_to_string(&index)?;
    std::fs::write(dist.join(STANDALONE), standalone(&html, &dist)?)?;
    std::fs::write(&index, busting_caches(&html, &content_hash(&built)?))?;

    report(&dist)?;
    check_budgets(&dist)?;
    Ok(dist)
}

/// Optimises a program in place. Results are kept, since this takes longer than all the rest where
/// only styles have changed.
fn optimise(workspace: &Workspace, tools: &Tools, program: &Path, passes: &[&str]) -> Result {
    let kept = workspace.target.join("wasm-opt");
    std::fs::create_dir_all(&kept)?;
    let print = hex(&std::fs::read(program)?);
    let optimised = kept.join(format!("{print}{}.wasm", passes.concat()));
    if !optimised.exists() {
        let unfinished = optimised.with_extension("part");
        shell::run(
            tools
                .command(workspace, tools::WASM_OPT)?
                .args(passes)
                .args(WASM_FEATURES)
                .arg(program)
                .arg("-o")
                .arg(&unfinished),
        )?;
        std::fs::rename(unfinished, &optimised)?;
    }
    std::fs::copy(optimised, program)?;
    Ok(())
}

/// The page with its build's hash on every URL of its own, so that no cache mixes builds.
/// `static/boot.js` does the same for what it fetches.
fn busting_caches(html: &str, build: &str) -> String {
    let mut edits = Edits::default();
    for (name, key) in [("script", "src"), ("link", "href")] {
        for tag in tags(html, name) {
            let Some(url) = tag.get(key).filter(|url| !url.starts_with("data:")) else {
                continue;
            };
            let mut busting = html[tag.at.clone()].replace(
                &format!("{key}=\"{url}\""),
                &format!("{key}=\"{url}?v={build}\""),
            );
            if name == "script" && url.ends_with("boot.js") {
                busting =
                    busting.replacen("<script", &format!("<script data-build=\"{build}\""), 1);
            }
            edits.replace(tag.at, busting);
        }
    }
    edits.apply(html)
}

/// A short hash over every file in a folder, with its name.
fn content_hash(folder: &Path) -> Result<String> {
    let mut all = Vec::new();
    for (name, bytes) in files(folder)? {
        all.extend_from_slice(name.as_bytes());
        all.extend_from_slice(&bytes.len().to_le_bytes());
        all.extend_from_slice(&bytes);
    }
    Ok(hex(&all)[..12].to_owned())
}

fn hex(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

fn report(dist: &Path) -> Result {
    println!("{:<24}{:>12}{:>12}{:>12}", "", "bytes", "gzip", "brotli");
    for (name, bytes) in files(dist)? {
        let (gzip, brotli) = (gzip(&bytes)?.len(), brotli(&bytes)?.len());
        println!("{name:<24}{:>12}{gzip:>12}{brotli:>12}", bytes.len());
    }
    Ok(())
}

fn check_budgets(dist: &Path) -> Result {
    let mut over = Vec::new();
    for Program {
        name,
        most,
        most_packed,
        ..
    } in PROGRAMS
    {
        let bytes = std::fs::read(dist.join(name))?;
        for (size, most, what) in [
            (bytes.len(), most, "bytes"),
            (brotli(&bytes)?.len(), most_packed, "bytes packed by Brotli"),
        ] {
            if size > most {
                over.push(format!(
                    "{name} has {size} {what}, more than its {most}: see what it links that it \
                     should not"
                ));
            }
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(over.join("\n").into())
    }
}

/// Packs as small as Brotli can, as static hosts do.
fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    brotli::BrotliCompress(
        &mut &bytes[..],
        &mut packed,
        &brotli::enc::BrotliEncoderParams::default(),
    )?;
    Ok(packed)
}

/// Every file below a folder by its path there, in order.
fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in std::fs::read_dir(current)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder)?.to_string_lossy().into_owned();
                found.push((name, std::fs::read(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}

fn copy_folder(from: &Path, to: &Path) -> Result {
    for (name, bytes) in files(from)? {
        let path = to.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn caches_are_busted_for_own_files_only() {
        let check = |html: &str, expected: &str| assert_eq!(busting_caches(html, "12"), expected);
        check(
            "<link rel=\"icon\" href=\"data:x\">",
            "<link rel=\"icon\" href=\"data:x\">",
        );
        check(
            "<link rel=\"stylesheet\" href=\"./a.css\"><script src=\"page.js\" defer></script>",
            "<link rel=\"stylesheet\" href=\"./a.css?v=12\"><script src=\"page.js?v=12\" defer></script>",
        );
        check(
            "<script src=\"boot.js\" defer></script>",
            "<script data-build=\"12\" src=\"boot.js?v=12\" defer></script>",
        );
    }
}
