//! Journeys: the release in a real browser, driven the way a person would.
//!
//! `journeys DIST [--engine E] [--form F] [NAME…]` runs every journey, or those whose names
//! contain one of the words, in an engine (Chromium's if none is said), against both forms of the
//! release in the folder DIST: served from a sub-path, and as one file from disk. `cargo xtask
//! test` builds the release first, and runs those of the other engines where the system has them.
//!
//! | module | owns |
//! |---|---|
//! | [`engine`] | the engines: the driver of each, and how it is started |
//! | [`driver`] | the browser: `WebDriver` over a plain socket |
//! | [`stage`] | what is put into a page before it runs |
//! | [`server`] | a web server that remembers each request |
//! | [`page`] | what a person finds and does on the page: by role and name, with patience |
//! | [`explorer`] | the words in which journeys speak of the explorer: search, status, papers, filters |
//! | [`fixtures`] | what journeys give the page to read |
//! | [`journeys`] | the journeys |
//! | [`skips`] | the journeys that an engine does not go, and why |
//! | [`killing`] | the browser's sudden end, and what is kept then |
//! | [`starting`] | how soon the page is there, beside the version before |
//! | [`typing`] | what it costs who types that files are kept |
//!
//! A journey never sleeps: it waits for what it wants to see. One that leaves an error on the
//! browser's console has failed.

mod driver;
mod engine;
mod explorer;
mod fixtures;
mod journeys;
mod killing;
mod page;
mod server;
mod skips;
mod stage;
mod starting;
mod typing;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use driver::{Browser, Driver};
use engine::Engine;
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

    /// Runs a script where no page of the program is, which might write after it, and which has the
    /// storage of the page.
    pub fn elsewhere(&self, script: &str, arguments: &[serde_json::Value]) -> Result {
        let browser = &self.page.browser;
        let (engine, form) = (browser.engine, self.form);
        match (form, engine) {
            (Form::Hosted, _) => browser.go(&self.server.bare_url())?,
            (Form::Standalone, Engine::Chromium) => browser.go(&self.from_disk("boot.js"))?,
            // Each file has a storage of its own in some browsers.
            (Form::Standalone, _) => {
                self.server.stage().empty(true)?;
                browser.go(&self.address())?;
            }
        }
        browser.run(script, arguments)?;
        if form == Form::Standalone && engine != Engine::Chromium {
            self.server.stage().empty(false)?;
        }
        Ok(())
    }

    /// The address of a file of the release on this disk.
    pub fn from_disk(&self, file: &str) -> String {
        format!("file://{}", self.dist.join(file).display())
    }
}

const USAGE: &str = "\
Usage: journeys DIST [--engine chromium|firefox|webkit] [--form hosted|standalone] [NAME…]
       journeys DIST --kill [N]
       journeys DIST --typing [N]
       journeys DIST --start [DIST]";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(dist) = arguments.next() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    let rest: Vec<String> = arguments.collect();
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    let dist = Path::new(&dist);
    let outcome = match rest.as_slice() {
        ["--kill", rest @ ..] => killed(dist, number(rest, killing::ROUNDS)).map(|()| 0),
        ["--start", rest @ ..] => started(dist, rest.first().copied()).map(|()| 0),
        ["--typing", rest @ ..] => typed(dist, number(rest, typing::PAPERS)).map(|()| 0),
        ["--engine", name, names @ ..] => match Engine::named(name) {
            Some(engine) => run_wanted(dist, engine, names),
            None => Err(format!("no engine is called {name}\n{USAGE}").into()),
        },
        names => run_wanted(dist, Engine::Chromium, names),
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

/// The number that is given, or the usual one.
fn number(given: &[&str], usual: u32) -> u32 {
    let given = given.first().and_then(|given| given.parse().ok());
    given.unwrap_or(usual)
}

/// Kills the browser again and again.
fn killed(dist: &Path, rounds: u32) -> Result {
    killing::run(&dist.canonicalize()?, rounds)
}

/// Measures how soon the page is there, and that of the release in another folder.
fn started(dist: &Path, against: Option<&str>) -> Result {
    let against = against.map(|against| Path::new(against).canonicalize());
    starting::run(&dist.canonicalize()?, against.transpose()?.as_deref())
}

/// Measures what keeping costs who types.
fn typed(dist: &Path, papers: u32) -> Result {
    typing::run(&dist.canonicalize()?, papers)
}

/// Runs the journeys in one form where one is said, or in both.
fn run_wanted(dist: &Path, engine: Engine, names: &[&str]) -> Result<usize> {
    match names {
        ["--form", form, names @ ..] => {
            let mut forms = Form::BOTH.iter();
            let form = forms.find(|known| known.name() == *form);
            run(dist, engine, Some(*form.ok_or(USAGE)?), names)
        }
        names => run(dist, engine, None, names),
    }
}

/// Runs the journeys in an engine, all or those of one form, and gives how many failed.
fn run(dist: &Path, engine: Engine, only: Option<Form>, names: &[&str]) -> Result<usize> {
    let dist = dist
        .canonicalize()
        .map_err(|error| format!("{}: {error}; `cargo xtask dist` makes it", dist.display()))?;
    let driver = Driver::start(engine)?;
    let mut spare = None;
    let (mut passed, mut failed, mut skipped, mut left) = (0, 0, 0, 0);
    for journey in JOURNEYS {
        let wanted = names.is_empty() || names.iter().any(|name| journey.name.contains(name));
        let forms = journey.forms.iter();
        for form in forms.filter(|form| wanted && only.is_none_or(|only| only == **form)) {
            let is_only = journey.forms.len() == 1 || !names.is_empty();
            if !is_only && !skips::is_gone(journey.name, engine, *form) {
                left += 1;
                continue;
            }
            let start = Instant::now();
            let title = format!(
                "journey {} ({}, {})",
                journey.name,
                engine.name(),
                form.name()
            );
            if let Some(why) = skips::why(journey.name, engine, *form) {
                skipped += 1;
                println!("{title} ... skipped: {why}");
                continue;
            }
            let outcome = take(journey, *form, &driver, &dist, &mut spare);
            let seconds = start.elapsed().as_secs_f32();
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
    if left > 0 {
        println!("(of {left} more the other form alone was gone)");
    }
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if passed + failed + skipped == 0 {
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
        Form::Standalone if browser.engine != Engine::Chromium => browser.prepare(KEEP_NOTHING),
        // All that is opened from disk has one storage. What is written there before a document has
        // begun takes later writes with it when the page is loaded again: Chromium does that.
        Form::Standalone => visit.elsewhere(KEEP_NOTHING, &[]),
    }
}

/// Takes one journey, in a browser of its own or in the one that the journey before left.
fn take(
    journey: &Journey,
    form: Form,
    driver: &Driver,
    dist: &Path,
    spare: &mut Option<Browser>,
) -> Result {
    let server = Server::start(dist)?;
    // Firefox takes long to start. Each journey has a server at another port there and, on disk,
    // another copy of the page, and so a storage of its own.
    let is_shared = driver.engine() == Engine::Firefox;
    // One that is not wanted is closed first: geckodriver has one at a time.
    let browser = spare.take().filter(|_| is_shared);
    let browser = match browser {
        Some(browser) => browser,
        None => driver.open_browser()?,
    };
    let browser = browser.on(server.stage().clone());
    let copy = match (browser.engine, form) {
        (Engine::Chromium, _) => None,
        (_, Form::Hosted) => server.stage().set(None)?,
        (_, Form::Standalone) => server.stage().set(Some(dist))?,
    };
    let page = Page::new(browser);
    let visit = Visit {
        page: &page,
        server: &server,
        dist: copy.as_deref().unwrap_or(dist),
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
        let (engine, form) = (page.browser.engine.name(), form.name());
        let left = leave_traces(&page, dist, &format!("{}-{engine}-{form}", journey.name));
        let left = left.map_or_else(
            |why| format!("no picture of it: {why}"),
            |path| format!("how the page looked: {}", path.display()),
        );
        format!("{error}\n{left}")
    })?;
    let browser = page.browser;
    if is_shared && browser.tidy().is_ok() {
        *spare = Some(browser);
    }
    Ok(())
}

/// Keeps a picture of the page beside the build's other results, and gives its place.
fn leave_traces(page: &Page, dist: &Path, name: &str) -> Result<PathBuf> {
    let folder = dist.parent().unwrap_or(dist).join("target/journeys");
    std::fs::create_dir_all(&folder)?;
    let picture = folder.join(format!("{name}.png"));
    std::fs::write(&picture, page.screenshot()?)?;
    Ok(picture)
}
