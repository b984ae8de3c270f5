//! `cargo xtask serve`.

use crate::tools::{self, Tools};
use crate::workspace::Workspace;
use crate::{Result, shell};

/// Serves the page on this machine and rebuilds it on every change. The build is a release: the
/// engine is slow without optimisation.
pub fn run(options: &[&str]) -> Result {
    let mut port = "8080";
    let mut open = true;
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--port" => port = options.next().ok_or("--port needs a number")?,
            "--no-open" => open = false,
            other => return Err(format!("serve knows no {other}; --port N and --no-open").into()),
        }
    }

    let workspace = Workspace::find()?;
    let tools = Tools::get(&workspace, &[tools::TRUNK, tools::WASM_BINDGEN])?;
    let mut trunk = tools.command(&workspace, tools::TRUNK)?;
    trunk
        .args(["serve", "--release", "--port", port])
        .arg("--dist")
        .arg(workspace.target.join("trunk/serve"))
        .env("CARGO_ENCODED_RUSTFLAGS", workspace.release_flags());
    if open {
        trunk.arg("--open");
    }
    println!(
        "serving on http://127.0.0.1:{port}/ (reload the page by hand: its policy refuses Trunk's reload script)"
    );
    shell::run(&mut trunk)
}
