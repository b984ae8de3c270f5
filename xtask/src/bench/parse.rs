//! `cargo xtask bench parse`: reading natively and in V8, beside Markdown parsers on the same bytes
//! in the same run.

use std::path::Path;
use std::process::Command;

use crate::tools::{self, Tools};
use crate::workspace::Workspace;
use crate::{Result, shell};

/// The folders of digests that are Markdown, so that the parsers have the same to read.
const FOLDERS: [&str; 5] = [
    "seed-markdown",
    "daily-enhanced-md",
    "heading-blocks",
    "bullet-details",
    "arxiv-table",
];

/// Measures, and prints the tables. The peers lie in the folder already.
pub(super) fn run(workspace: &Workspace, folder: &Path) -> Result {
    let mut native = workspace.command("cargo");
    shell::run(native.args(["bench", "--quiet", "--bench", "parse"]))?;

    let Some(corpora) = std::env::var_os("DIGEST_CORPORA") else {
        println!("(in V8: skipped, DIGEST_CORPORA is not set)");
        return Ok(());
    };
    let tools = Tools::get(workspace, &[tools::WASM_BINDGEN])?;
    let mut cargo = workspace.command("cargo");
    let target = "wasm32-unknown-unknown";
    cargo.args([
        "build",
        "--quiet",
        "--profile",
        "worker",
        "--target",
        target,
    ]);
    cargo.args([
        "--no-default-features",
        "--features",
        "worker",
        "--example",
        "parse",
    ]);
    shell::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", workspace.release_flags()))?;
    let built = workspace
        .target
        .join(target)
        .join("worker/examples/parse.wasm");
    let module = folder.join("parse");
    let mut bindgen = tools.command(workspace, tools::WASM_BINDGEN)?;
    bindgen
        .args(["--target", "nodejs", "--out-dir"])
        .arg(&module);
    shell::run(bindgen.arg(built))?;

    let node = shell::program_on_path("node").ok_or("install Node.js: it runs the measurement")?;
    let mut node = Command::new(node);
    node.arg(workspace.root.join("benches/parse/node.mjs"));
    node.arg(module.join("parse.js"));
    for name in FOLDERS {
        let digests = Path::new(&corpora).join(name);
        if digests.is_dir() {
            node.arg(digests);
        }
    }
    shell::run(node.current_dir(folder))
}
