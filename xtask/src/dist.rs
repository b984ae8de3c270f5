//! `cargo xtask dist`: the release in both forms.

use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::standalone::{gzip, standalone};
use crate::tools::{self, Tools};
use crate::workspace::Workspace;
use crate::{Result, hosted, shell};

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
        most: 1_160_000,
        most_packed: 355_000,
        // Again and again until nothing more comes of it: seconds for the page, a minute for the
        // worker, of which it takes next to nothing.
        passes: &["-Oz", "--converge"],
    },
    Program {
        name: "worker_bg.wasm",
        most: 3_520_000,
        most_packed: 1_280_000,
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
    build(None)
}

/// The same as the command line asks for it.
pub fn run_with(options: &[&str]) -> Result {
    let site = match options {
        [] => None,
        ["--url", site] => Some(*site),
        _ => return Err("dist knows --url ADDRESS alone".into()),
    };
    build(site).map(drop)
}

/// Builds `dist/`; `site` is the address that its page will have, where that is known.
fn build(site: Option<&str>) -> Result<PathBuf> {
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
    let index = dist.join(hosted::PAGE);
    let (mut html, sheets) = hosted::joined(&std::fs::read_to_string(&index)?, &dist)?;
    for sheet in sheets {
        std::fs::remove_file(dist.join(sheet))?;
    }
    let statics = workspace.root.join("static");
    html = hosted::with_touch_icon(&html, &statics)?;
    // Pages that others make of the one-file form are not this site.
    let siteless = html.clone();
    if let Some(site) = site {
        html = hosted::at_site(&html, site)?;
    }
    std::fs::write(&index, &html)?;
    hosted::fill_manifest(&dist, &statics)?;
    // Of all that makes a build, before anything is told which it is.
    let hash = content_hash(&dist)?;
    std::fs::write(dist.join(STANDALONE), standalone(&siteless, &dist)?)?;
    std::fs::write(&index, hosted::busting_caches(&html, &hash))?;
    hosted::fill_service(&dist, &hash)?;

    let sizes = pack(&dist)?;
    report(&sizes);
    check_budgets(&sizes)?;
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

/// Writes each file of a folder packed beside it as well, for hosts that send what lies there, and
/// gives all of them with their sizes: as it is, by gzip and by Brotli.
fn pack(dist: &Path) -> Result<Vec<(String, [usize; 3])>> {
    let mut sizes = Vec::new();
    for (name, bytes) in files(dist)? {
        let (gzip, brotli) = (gzip(&bytes)?, brotli(&bytes)?);
        // Pictures are packed already.
        if gzip.len() < bytes.len() / 10 * 9 {
            std::fs::write(dist.join(format!("{name}.gz")), &gzip)?;
            std::fs::write(dist.join(format!("{name}.br")), &brotli)?;
        }
        sizes.push((name, [bytes.len(), gzip.len(), brotli.len()]));
    }
    Ok(sizes)
}

fn report(sizes: &[(String, [usize; 3])]) {
    println!("{:<24}{:>12}{:>12}{:>12}", "", "bytes", "gzip", "brotli");
    for (name, [bytes, gzip, brotli]) in sizes {
        println!("{name:<24}{bytes:>12}{gzip:>12}{brotli:>12}");
    }
}

fn check_budgets(sizes: &[(String, [usize; 3])]) -> Result {
    let mut over = Vec::new();
    for program in PROGRAMS {
        let name = program.name;
        let found = sizes.iter().find(|(part, _)| part == name);
        let (_, [bytes, _, brotli]) = found.ok_or_else(|| format!("there is no {name}"))?;
        for (size, most, what) in [
            (*bytes, program.most, "bytes"),
            (*brotli, program.most_packed, "bytes packed by Brotli"),
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
