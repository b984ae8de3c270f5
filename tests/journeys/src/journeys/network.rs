//! Once the page has started, nothing leaves it.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::explorer::Explorer;
use crate::{Form, Result, Visit, expect};

/// Tries every way to reach `arguments[0]` that a page and a worker have, each under a name of its
/// own, and says which claim to have worked. A promise that never settles counts as failed, so each
/// has a time limit.
const TRY_ALL: &str = r#"
    const target = (way) => `${arguments[0]}?way=${way}`;
    const limit = (promise) => Promise.race([promise, new Promise((_, fail) => setTimeout(fail, 1500))]);
    const settled = (element, way, key = "src") => new Promise((good, bad) => {
        element.onload = good;
        element.onerror = bad;
        element[key] = target(way);
        document.head.append(element);
    });
    const element = (name, properties = {}) => Object.assign(document.createElement(name), properties);
    const opened = (socket) => new Promise((good, bad) => { socket.onopen = good; socket.onmessage = good; socket.onerror = bad; });
    const inWorker = (body) => new Promise((good, bad) => {
        const worker = new Worker(URL.createObjectURL(new Blob([`(async () => { ${body} })().then(() => postMessage(true), () => postMessage(false))`])));
        worker.onmessage = ({ data }) => (data ? good() : bad());
        worker.onerror = bad;
    });
    const ways = {
        fetch: () => fetch(target("fetch"), { mode: "no-cors" }),
        beacon: () => { if (!navigator.sendBeacon(target("beacon"))) throw new Error("refused"); },
        image: () => settled(new Image(), "image"),
        script: () => settled(element("script"), "script"),
        style: () => settled(element("link", { rel: "stylesheet" }), "style", "href"),
        prefetch: () => settled(element("link", { rel: "prefetch" }), "prefetch", "href"),
        frame: () => settled(element("iframe"), "frame"),
        socket: () => opened(new WebSocket(target("socket").replace("http", "ws"))),
        events: () => opened(new EventSource(target("events"))),
        worker: () => inWorker(`await fetch("${target("worker")}", { mode: "no-cors" })`),
        register: () => navigator.serviceWorker.register(target("register")),
        import: () => inWorker(`importScripts("${target("import")}")`),
    };
    const outcomes = Object.entries(ways).map(async ([way, take]) => {
        try { await limit(take()); return way; } catch { return null; }
    });
    return Promise.all(outcomes).then((worked) => worked.filter(Boolean));
"#;

/// Asks for the one file that the hosted page can still have fetched, as anybody could. Only the
/// worker can that was made for it, which takes nothing along. From disk Firefox is not asked: it
/// holds no policy to files there, and what else keeps them apart its driver lifts.
const ASK_FOR_PROGRAM: &str =
    "return fetch('digest-explorer.html?secret').then(() => true, () => false)";

/// Nothing that the page or a worker of its own tries reaches a server; the same attempts from a
/// page without a policy do.
pub fn is_closed(visit: &Visit) -> Result {
    let server = visit.server;
    visit.page.browser.go(&server.bare_url())?;
    try_all(visit)?;
    let requests = server.requests();
    let mut reached = ways(&requests);
    let mut expected = vec![
        "beacon", "events", "fetch", "frame", "image", "import", "prefetch", "register", "script",
        "socket", "style", "worker",
    ];
    // The two others fetch nothing ahead, or only when they have nothing else to do.
    if visit.page.browser.engine != Engine::Chromium {
        reached.retain(|way| *way != "prefetch");
        expected.retain(|way| *way != "prefetch");
    }
    if reached != expected {
        return Err(format!("without a policy only {reached:?} reach the server").into());
    }
    visit.page.take_errors()?;

    // The page has read a digest and shows a paper by then, so that every part of it has had its
    // chance to ask for something.
    let explorer = Explorer::with_sample(visit)?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    if visit.form == Form::Hosted {
        // Its own requests are made by then.
        super::installed::wait_for_service(visit)?;
    }
    let before = server.requests();
    let worked = try_all(visit)?;
    if visit.form == Form::Hosted {
        try_service(visit)?;
    }
    if visit.form == Form::Hosted || visit.page.browser.engine != Engine::Firefox {
        let asked = visit.page.browser.run(ASK_FOR_PROGRAM, &[])?;
        expect(asked == false, || {
            "the page can fetch the one-file program".to_owned()
        })?;
    }
    let after = server.requests();
    if before != after {
        let new = &after[before.len()..];
        return Err(format!("these requests left the page: {new:?}").into());
    }
    // A frame loads an error page, and a beacon is taken and dropped: that they did not reach the
    // server is what counts.
    let claims: Vec<&Value> = worked
        .as_array()
        .into_iter()
        .flatten()
        .filter(|way| **way != "frame" && **way != "beacon")
        .collect();
    if !claims.is_empty() {
        return Err(format!("these ways claim to work: {claims:?}").into());
    }
    // Each refusal stands on the console.
    match visit.page.take_errors()?.len() {
        0 => Err("the browser refused nothing".into()),
        _ => Ok(()),
    }
}

/// Tries to have the service worker ask for something, or to get by it to what the policy allows:
/// the manifest.
fn try_service(visit: &Visit) -> Result {
    const TRY: &str = "
        const target = arguments[0];
        const link = (rel, file) => {
            const link = Object.assign(document.createElement('link'), { rel, href: `${target}${file}?way=${rel}&v=secret` });
            document.head.append(link);
        };
        link('prefetch', 'manifest.webmanifest');
        document.querySelector('link[rel=manifest]').remove();
        link('manifest', 'manifest.webmanifest');
        for (const said of [target, { fetch: target }, { type: 'fetch', url: target }]) navigator.serviceWorker.controller.postMessage(said);
        return new Promise((resolve) => setTimeout(resolve, 1500));
    ";
    let browser = &visit.page.browser;
    browser.run(TRY, &[json!(visit.server.url())])?;
    // Some browsers fetch a manifest only where somebody wants to know of it.
    if browser.engine == Engine::Chromium {
        browser.command("Page.getAppManifest", &json!({}))?;
    }
    Ok(())
}

fn try_all(visit: &Visit) -> Result<Value> {
    let target = format!("{}index.html", visit.server.url());
    visit.page.browser.run(TRY_ALL, &[json!(target)])
}

/// The ways that reached the server, in order.
fn ways(requests: &[String]) -> Vec<&str> {
    let mut ways: Vec<&str> = requests
        .iter()
        .filter_map(|request| request.split("?way=").nth(1))
        .collect();
    ways.sort_unstable();
    ways.dedup();
    ways
}
