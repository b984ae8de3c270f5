//! Journeys: the release in a real browser, driven the way a person would.
//!
//! `journeys DIST [NAME…]` runs every journey, or those whose names contain one of the words,
//! against both forms of the release in the folder DIST: served from a sub-path, and as one file
//! from disk. `cargo xtask test journeys` builds the release first.
//!
//! | module | owns |
//! |---|---|
//! | [`driver`] | the browser: `WebDriver` over a plain socket |
//! | [`server`] | a web server that remembers each request |
//! | [`page`] | what a person finds and does on the page: by role and name, with patience |
//! | [`explorer`] | the words in which journeys speak of the explorer: search, status, papers, filters |
//! | [`fixtures`] | what journeys give the page to read |
//! | [`journeys`] | the journeys |
//! | [`killing`] | the browser's sudden end, and what is kept then |
//! | [`starting`] | how soon the page is there, beside the version before |
//! | [`typing`] | what it costs who types that files are kept |
//!
//! A journey never sleeps: it waits for what it wants to see. One that leaves an error on the
//! browser's console has failed.

mod driver;
mod explorer;
mod fixtures;
mod journeys;
mod killing;
mod page;
mod server;
mod starting;
mod typing;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use driver::Driver;
use journeys::{JOURNEYS, Journey};
use page::Page;
use server::Server;

/// What went wrong, in words.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Fails with these words unless something holds.
fn expect(holds: bool, otherwise: impl FnOnce() -> String) -> Result {
    if holds {
        Ok(())
    } else {
        Err(otherwise().into())
    }
}

/// How the release reaches the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// From a web server, under a path.
    Hosted,
    /// As one file from disk.
    Standalone,
}

impl Form {
    const BOTH: &[Self] = &[Self::Hosted, Self::Standalone];

    fn name(self) -> &'static str {
        match self {
            Self::Hosted => "hosted",
            Self::Standalone => "standalone",
        }
    }
}

/// All that a journey has.
pub struct Visit<'a> {
    /// The browser's one tab, not yet at any address.
    pub page: &'a Page,
    /// The server. It runs for the standalone form too, to show that nothing reaches it.
    pub server: &'a Server,
    /// The release's folder.
    pub dist: &'a Path,
    /// The form to visit.
    pub form: Form,
}

impl Visit<'_> {
    /// The address of the page in this form.
    pub fn address(&self) -> String {
        match self.form {
            Form::Hosted => self.server.url(),
            Form::Standalone => self.from_disk("digest-explorer.html"),
        }
    }

    /// The address of a file of the release on this disk.
    pub fn from_disk(&self, file: &str) -> String {
        format!("file://{}", self.dist.join(file).display())
    }
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(dist) = arguments.next() else {
        eprintln!(
            "Usage: journeys DIST [NAME…], journeys DIST --kill [N], --typing [N] or --start [DIST]"
        );
        return ExitCode::FAILURE;
    };
    let names: Vec<String> = arguments.collect();
    let (first, rest) = names.split_first().unzip();
    let number: Option<u32> = rest.and_then(|rest| rest.first()?.parse().ok());
    let dist = Path::new(&dist);
    let outcome = match first.map(String::as_str) {
        Some("--kill") => killed(dist, number.unwrap_or(killing::ROUNDS)).map(|()| 0),
        Some("--start") => started(dist, rest.and_then(<[_]>::first)).map(|()| 0),
        Some("--typing") => typed(dist, number.unwrap_or(typing::PAPERS)).map(|()| 0),
        _ => run(dist, &names),
    };
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Kills the browser again and again.
fn killed(dist: &Path, rounds: u32) -> Result {
    killing::run(&dist.canonicalize()?, rounds)
}

/// Measures how soon the page is there, and that of the release in another folder.
fn started(dist: &Path, against: Option<&String>) -> Result {
    let against = against.map(|against| Path::new(against).canonicalize());
    starting::run(&dist.canonicalize()?, against.transpose()?.as_deref())
}

/// Measures what keeping costs who types.
fn typed(dist: &Path, papers: u32) -> Result {
    typing::run(&dist.canonicalize()?, papers)
}

/// Runs the journeys and gives how many failed.
fn run(dist: &Path, names: &[String]) -> Result<usize> {
    let dist = dist
        .canonicalize()
        .map_err(|error| format!("{}: {error}; `cargo xtask dist` makes it", dist.display()))?;
    let driver = Driver::start()?;
    let (mut passed, mut failed) = (0, 0);
    for journey in JOURNEYS {
        let wanted = names.is_empty()
            || names
                .iter()
                .any(|name| journey.name.contains(name.as_str()));
        for form in journey.forms.iter().filter(|_| wanted) {
            let start = Instant::now();
            let outcome = take(journey, *form, &driver, &dist);
            let seconds = start.elapsed().as_secs_f32();
            let title = format!("journey {} ({})", journey.name, form.name());
            match outcome {
                Ok(()) => {
                    passed += 1;
                    println!("{title} ... ok ({seconds:.1} s)");
                }
                Err(error) => {
                    failed += 1;
                    println!("{title} ... FAILED ({seconds:.1} s)\n{error}");
                }
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    if passed + failed == 0 {
        return Err(format!("no journey has one of these words in its name: {names:?}").into());
    }
    Ok(failed)
}

/// How the names of journeys begin that are about what is kept from visit to visit. All others
/// begin with nothing, as often as they load the page.
const KEEPING: &str = "kept-";

/// Has the page keep no library, where it stands at an address that has storage.
const KEEP_NOTHING: &str = "try { localStorage.setItem('digest-explorer.keep', 'off'); } catch {}";

/// Has the page of a journey keep no library.
fn keep_nothing(visit: &Visit) -> Result {
    let browser = &visit.page.browser;
    match visit.form {
        Form::Hosted => browser.prepare(KEEP_NOTHING),
        // All that is opened from disk has one storage. What is written there before a document has
        // begun takes later writes with it when the page is loaded again: Chromium does that.
        Form::Standalone => {
            browser.go(&visit.from_disk("boot.js"))?;
            browser.run(KEEP_NOTHING, &[]).map(drop)
        }
    }
}

/// Takes one journey in a browser of its own.
fn take(journey: &Journey, form: Form, driver: &Driver, dist: &Path) -> Result {
    let server = Server::start(dist)?;
    let page = Page::new(driver.open_browser()?);
    let visit = Visit {
        page: &page,
        server: &server,
        dist,
        form,
    };
    if !journey.name.starts_with(KEEPING) {
        keep_nothing(&visit)?;
    }
    let outcome = (journey.take)(&visit).and_then(|()| match page.take_errors()?.as_slice() {
        [] => Ok(()),
        errors => Err(format!("the browser's console has errors:\n{}", errors.join("\n")).into()),
    });
    outcome.map_err(|error| {
        let left = leave_traces(&page, dist, &format!("{}-{}", journey.name, form.name()));
        let left = left.map_or_else(
            |why| format!("no picture of it: {why}"),
            |path| format!("how the page looked: {}", path.display()),
        );
        format!("{error}\n{left}").into()
    })
}

/// Keeps a picture of the page beside the build's other results, and gives its place.
fn leave_traces(page: &Page, dist: &Path, name: &str) -> Result<PathBuf> {
    let folder = dist.parent().unwrap_or(dist).join("target/journeys");
    std::fs::create_dir_all(&folder)?;
    let picture = folder.join(format!("{name}.png"));
    std::fs::write(&picture, page.screenshot()?)?;
    Ok(picture)
}
