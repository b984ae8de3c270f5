//! How soon the page is there: `journeys DIST --start [BEFORE]`.
//!
//! The hosted form is visited for the first time and once more, by a line of 1.6 Mbit/s on which
//! an answer begins 150 ms late, and by one that takes no time. Of each visit is told when
//! something was painted first, when the page could be used first (something takes files and the
//! sample), and when the sample's first paper was on show, which is asked for as soon as it can be.

use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::page::Page;
use crate::server::Server;
use crate::{KEEP_NOTHING, Result};

/// How often each is measured; the medians are told.
const ROUNDS: usize = 3;
/// The slow line, in bytes a second, and how late an answer begins on it.
const SLOW: (u32, Duration) = (200_000, Duration::from_millis(150));
/// How long a visit may take.
const PATIENCE: Duration = Duration::from_mins(2);
/// What is told of a visit, by the names that the page tells it under.
const MOMENTS: [(&str, &str); 3] = [
    ("paint", "first paint"),
    ("use", "first use"),
    ("result", "first paper"),
];

/// Notes the moments of a visit and asks for the sample as soon as it can be had.
const WATCH: &str = "
    const told = (window.told = {});
    new PerformanceObserver((list) => list.getEntries().forEach(({ name, startTime }) => {
        if (name === 'first-contentful-paint') told.paint = startTime;
    })).observe({ type: 'paint', buffered: true });
    new MutationObserver(() => {
        if (told.use === undefined) {
            const sample = [...document.querySelectorAll('button:enabled')].find((button) => button.textContent === 'Try the sample');
            if (!sample) return;
            told.use = performance.now();
            sample.click();
        }
        const row = told.result === undefined && document.querySelector('[aria-posinset]');
        if (row && row.textContent.length > 20) told.result = performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
";

/// Measures and prints a table, of another release as well where one is given.
pub fn run(dist: &Path, against: Option<&Path>) -> Result {
    let driver = Driver::start(Engine::Chromium)?;
    let names: Vec<&str> = MOMENTS.iter().map(|(_, name)| *name).collect();
    println!("| ms | {} |", names.join(" | "));
    println!("|---|{}", "---|".repeat(MOMENTS.len()));
    for (line, slow) in [("1.6 Mbit/s", true), ("no line", false)] {
        for (release, folder) in [("this", Some(dist)), ("before", against)] {
            let Some(folder) = folder else { continue };
            let mut visits: [Vec<[f64; MOMENTS.len()]>; 2] = Default::default();
            for _ in 0..ROUNDS {
                let [first, again] = measure(&driver, folder, slow)?;
                visits[0].push(first);
                visits[1].push(again);
            }
            for (visit, times) in ["first visit", "second visit"].iter().zip(&visits) {
                let medians: Vec<String> = (0..MOMENTS.len())
                    .map(|at| format!("{:.0}", median(times.iter().map(|times| times[at]))))
                    .collect();
                println!("| {line}, {visit}, {release} | {} |", medians.join(" | "));
            }
        }
    }
    Ok(())
}

/// A first visit and one more, in a browser of their own.
fn measure(driver: &Driver, folder: &Path, slow: bool) -> Result<[[f64; MOMENTS.len()]; 2]> {
    let server = Server::start(folder)?;
    let page = Page::new(driver.open_browser()?);
    page.browser.prepare(KEEP_NOTHING)?;
    page.browser.prepare(WATCH)?;
    if slow {
        server.slow_down(SLOW.0, SLOW.1);
    }
    let first = visit(&page, &server)?;
    // What keeps the page from visit to visit has come to its end.
    page.wait_long_for(PATIENCE, "a page that is kept", || {
        let done = page.browser.run(
            "return !document.querySelector('link[rel=manifest]') || Boolean(navigator.serviceWorker.controller)",
            &[],
        )?;
        Ok((done == true).then_some(()))
    })?;
    page.browser.go(&server.bare_url())?;
    Ok([first, visit(&page, &server)?])
}

fn visit(page: &Page, server: &Server) -> Result<[f64; MOMENTS.len()]> {
    page.browser.go(&server.url())?;
    let told = page.wait_long_for(PATIENCE, "the first paper", || {
        let told = page.browser.run("return window.told", &[])?;
        Ok(Some(told).filter(|told| told["result"].is_number()))
    })?;
    Ok(MOMENTS.map(|(key, _)| told.get(key).and_then(Value::as_f64).unwrap_or(f64::NAN)))
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
