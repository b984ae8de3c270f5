//! `cargo xtask peers`: programs that are not ours read what `digest export` writes of real papers.
//!
//! They are Python's and installed into `target/peers` from PyPI, in the versions named here; what
//! is read and compared is in `peers/read.py`.

use std::fs;
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::read::GzDecoder;

use crate::workspace::Workspace;
use crate::{Result, shell};

/// What is installed.
const PACKAGES: [&str; 6] = [
    "bibtexparser==2.1.0",
    "citeproc-py==0.11.1",
    "pandas==3.1.1",
    "pybtex==0.26.1",
    "pylatexenc==2.11",
    "rispy==0.10.0",
];

/// Digests of several fields and kinds, each whole.
const DIGESTS: [&str; 6] = [
    "seed-markdown/2020-12-24.md",
    "arxiv-listing/astro-ph__new.txt",
    "arxiv-listing/q-fin__new.PM.txt",
    "atom/feed__2021-05-22.atom",
    "papers-json/shiyibihua-2023-12-01.json",
    "footnotes-zh/cs.AI__2023-11-09.md",
];
/// And records of which every so many are taken, as many as these.
const BULK: [&str; 2] = ["bulk/papers-2021.jsonl.gz", "bulk/papers-2025-26.jsonl.gz"];
const OF_BULK: usize = 1_000;
const EVERY: usize = 5;

/// The formats, and the files that they go to.
const FILES: [(&str, &str); 6] = [
    ("ndjson", "papers.ndjson"),
    ("bibtex", "papers.bib"),
    ("biblatex", "papers.biblatex.bib"),
    ("ris", "papers.ris"),
    ("csl", "papers.json"),
    ("csv", "papers.csv"),
];

/// Exports the papers, and has them read.
pub fn run() -> Result {
    let python = shell::program_on_path("python3");
    let python =
        python.ok_or("install python3 with pip: other programs are to read the exports")?;
    let workspace = Workspace::find()?;
    let corpora = std::env::var_os("DIGEST_CORPORA").map(PathBuf::from);
    let corpora = corpora.ok_or("set DIGEST_CORPORA to the folder of real digests")?;
    let folder = workspace.target.join("peers");
    fs::create_dir_all(&folder)?;
    install(&python, &folder)?;
    let mut sources: Vec<PathBuf> = DIGESTS.iter().map(|name| corpora.join(name)).collect();
    for (number, name) in BULK.iter().enumerate() {
        let to = folder.join(format!("{number}.jsonl"));
        take(&corpora.join(name), &to)?;
        sources.push(to);
    }
    shell::run(
        workspace
            .command("cargo")
            .args(["build", "--quiet", "--bin", "digest"]),
    )?;
    let digest = workspace.target.join("debug").join("digest");
    for (format, file) in FILES {
        let mut command = Command::new(&digest);
        command.args(["export", "--format", format]).args(&sources);
        let out = fs::File::create(folder.join(file))?;
        // What is odd about a digest is no matter here.
        let status = command
            .stdout(out)
            .stderr(std::process::Stdio::null())
            .status()?;
        if !matches!(status.code(), Some(0 | 1)) {
            return Err(format!("`digest export --format {format}` failed ({status})").into());
        }
    }
    let script = workspace.root.join("xtask/src/peers/read.py");
    shell::run(
        Command::new(python)
            .arg(script)
            .arg(&folder)
            .env("PYTHONPATH", folder.join("packages"))
            .env("PYTHONDONTWRITEBYTECODE", "1"),
    )
}

/// Installs the packages unless these very ones are there.
fn install(python: &Path, folder: &Path) -> Result {
    let (packages, stamp) = (folder.join("packages"), folder.join("installed"));
    let wanted = PACKAGES.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("getting {}", PACKAGES.join(", "));
    if packages.exists() {
        fs::remove_dir_all(&packages)?;
    }
    shell::run(
        Command::new(python)
            .args(["-m", "pip", "install", "--quiet", "--target"])
            .arg(&packages)
            .args(PACKAGES),
    )
    .map_err(|error| format!("{error}\ninstall python3-pip"))?;
    Ok(fs::write(stamp, wanted)?)
}

/// Takes some records out of a packed file of many.
fn take(from: &Path, to: &Path) -> Result {
    let lines = BufReader::new(GzDecoder::new(fs::File::open(from)?)).lines();
    let mut to = fs::File::create(to)?;
    for line in lines.step_by(EVERY).take(OF_BULK) {
        writeln!(to, "{}", line?)?;
    }
    Ok(())
}
