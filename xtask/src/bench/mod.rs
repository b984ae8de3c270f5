//! `cargo xtask bench [N]`: what the engine costs natively and in Chromium's worker, beside its
//! peers on the same papers in the same run.
//!
//! `benches/search` makes the papers and the queries and measures natively; `benches/browser` holds
//! the page that measures in the browser. Here is what joins them.

mod parse;
mod server;
mod table;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use self::server::Server;
use crate::workspace::Workspace;
use crate::{Result, dist, fuzz, shell};

/// How many papers there are when none are asked for.
const PAPERS: &str = "100000";
/// How long the browser may take in all.
const PATIENCE: Duration = Duration::from_hours(1);
/// What Chromium may be called.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Measures, and prints the tables.
pub fn run(options: &[&str]) -> Result {
    let (mut papers, mut only, mut again) = (PAPERS, "", false);
    if let ["start", options @ ..] = options {
        let against = match options {
            [] => options,
            ["--against", folder] => std::slice::from_ref(folder),
            _ => return Err("bench start knows --against FOLDER alone".into()),
        };
        dist::run()?;
        return fuzz::drive(&Workspace::find()?, "--start", against);
    }
    let (mut only_reading, mut only_typing) = (false, false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match *option {
            "--only" => {
                only = options
                    .next()
                    .ok_or("--only needs names, with commas between them")?;
            }
            "--again" => again = true,
            "parse" => only_reading = true,
            "typing" => only_typing = true,
            number if number.parse::<u32>().is_ok() => papers = number,
            other => {
                return Err(format!(
                    "bench knows no {other}; parse, typing, a number of papers, --only NAMES, --again"
                )
                .into());
            }
        }
    }
    let workspace = Workspace::find()?;
    if only_typing {
        dist::run()?;
        return fuzz::drive(&workspace, "--typing", &[papers]);
    }
    let folder = workspace.target.join("bench");
    get_peers(&workspace, &folder)?;
    if only_reading {
        return parse::run(&workspace, &folder);
    }
    let browser = BROWSERS
        .iter()
        .find_map(|name| shell::program_on_path(name));
    let browser = browser.ok_or("install Chromium or Chrome: no such program is on PATH")?;
    if !again {
        dist::run()?;
        println!("\n## Native\n");
        let mut bench = workspace.command("cargo");
        bench.args([
            "bench", "--quiet", "--bench", "search", "--", papers, "--write",
        ]);
        shell::run(bench.arg(folder.join("data")))?;
    }

    println!("\n## In Chromium's worker\n");
    let server = Server::start(vec![
        ("node_modules/".to_owned(), folder.join("node_modules")),
        ("data/".to_owned(), folder.join("data")),
        ("release/".to_owned(), workspace.dist()),
        (String::new(), workspace.root.join("benches/browser")),
    ])?;
    let url = match only {
        "" => server.url(),
        only => format!("{}?only={only}", server.url()),
    };
    let _browser = Browser::start(&browser, &folder, &url)?;
    let told = server.wait(PATIENCE)?;
    std::fs::write(folder.join("told.json"), &told)?;
    let told: Value = serde_json::from_str(&told)?;
    print!("{}", table::of(&told));
    Ok(())
}

/// Installs the peers in the versions of their lock file.
fn get_peers(workspace: &Workspace, folder: &Path) -> Result {
    std::fs::create_dir_all(folder)?;
    let from = workspace.root.join("benches/browser");
    let lock = std::fs::read(from.join("package-lock.json"))?;
    let installed = folder.join("package-lock.json");
    if folder.join("node_modules").exists()
        && std::fs::read(&installed).ok().as_ref() == Some(&lock)
    {
        return Ok(());
    }
    std::fs::copy(from.join("package.json"), folder.join("package.json"))?;
    std::fs::write(installed, lock)?;
    let npm = shell::program_on_path("npm")
        .ok_or("install Node.js: npm gets what the engine is measured against")?;
    let mut npm = Command::new(npm);
    npm.args(["ci", "--silent", "--no-fund", "--no-audit"]);
    shell::run(npm.current_dir(folder))
}

/// A running browser. It ends with this value.
struct Browser(Child);

impl Browser {
    fn start(program: &PathBuf, folder: &Path, url: &str) -> Result<Self> {
        let mut profile = std::ffi::OsString::from("--user-data-dir=");
        profile.push(folder.join("profile"));
        let child = Command::new(program)
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
            ])
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .arg(profile)
            .arg(url)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("the browser does not start: {error}"))?;
        Ok(Self(child))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
