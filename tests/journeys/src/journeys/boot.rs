//! The page starts, or says why it does not.

use std::time::Duration;

use crate::explorer::Explorer;
use crate::server::Fault;
use crate::{Result, Visit, expect};

/// The page appears and so does its worker.
pub fn starts(visit: &Visit) -> Result {
    Explorer::open(visit)?;
    visit
        .page
        .wait_for("a closed network", || Ok(is_closed(visit)?.then_some(())))
}

/// Some hosts do not know what a `.wasm` is.
pub fn starts_without_types(visit: &Visit) -> Result {
    for program in ["page_bg.wasm", "worker_bg.wasm"] {
        visit.server.break_file(program, Fault::Untyped);
    }
    starts(visit)
}

/// A part that is not there is named, and the page does not stay blank.
pub fn names_a_missing_part(visit: &Visit) -> Result {
    visit.server.break_file("page_bg.wasm", Fault::Missing);
    alerts(visit, &visit.address(), "page_bg.wasm")
}

/// Without the script that starts the page nothing can say so but the page's own text.
pub fn notices_that_nothing_starts(visit: &Visit) -> Result {
    let page = visit.page;
    visit.server.break_file("boot.js", Fault::Missing);
    page.browser.go(&visit.address())?;
    expect(page.all("alert")?.is_empty(), || {
        "it is said before anything could start".to_owned()
    })?;
    let text = page.wait_long_for(Duration::from_secs(20), "word of it", || {
        let Some((alert, _)) = page.all("alert")?.pop() else {
            return Ok(None);
        };
        page.text(&alert).map(Some)
    })?;
    expect(text.contains("has not started"), || text.clone())?;
    // The browser reports what failed as well, as it should.
    page.take_errors().map(drop)
}

/// Browsers load no programs from a folder on disk; the page knows what does work.
pub fn points_to_the_standalone_page(visit: &Visit) -> Result {
    alerts(
        visit,
        &visit.from_disk("index.html"),
        "digest-explorer.html",
    )
}

/// Whether the last policy is there, which lets nothing be reached: the worker comes after it.
fn is_closed(visit: &Visit) -> Result<bool> {
    let last = visit.page.browser.run(
        "return [...document.querySelectorAll('meta[http-equiv=Content-Security-Policy]')].pop().content",
        &[],
    )?;
    Ok(last.as_str().is_some_and(|policy| {
        policy.starts_with("default-src 'none'; script-src 'wasm-unsafe-eval';")
            && !policy.contains("connect-src")
    }))
}

fn alerts(visit: &Visit, address: &str, expected: &str) -> Result {
    visit.page.browser.go(address)?;
    let text = visit.page.text_of("alert", "")?;
    if !text.contains(expected) {
        return Err(format!("the page does not speak of {expected}: {text}").into());
    }
    // The browser reports what failed as well, as it should.
    visit.page.take_errors().map(drop)
}
