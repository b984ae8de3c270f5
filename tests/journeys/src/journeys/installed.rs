//! The page as an app: it takes files before its program is there, works without a network, changes
//! as a whole, and takes what other apps hand over.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::kept;
use crate::explorer::Explorer;
use crate::fixtures::{self, SAMPLE, SAMPLE_PAPERS};
use crate::server::Fault;
use crate::{Result, Visit, expect};

/// The build that a journey puts in the place of the one there is.
const NEXT: &str = "0123456789ab";
const RENEW: &str = "Use the new version";

/// Waits until the service worker has all parts and serves this page.
pub fn wait_for_service(visit: &Visit) -> Result {
    let page = visit.page;
    page.wait_for("a service worker", || {
        let is = page
            .browser
            .run("return Boolean(navigator.serviceWorker.controller)", &[])?;
        Ok((is == true).then_some(()))
    })
}

/// Which build the page on show is of.
fn build(visit: &Visit) -> Result<String> {
    let build = visit.page.browser.run(
        "return document.querySelector('script[data-build]')?.dataset.build ?? ''",
        &[],
    )?;
    Ok(build.as_str().unwrap_or_default().to_owned())
}

/// The names of all caches.
fn caches(visit: &Visit) -> Result<Vec<String>> {
    let names = visit.page.browser.run("return caches.keys()", &[])?;
    let names = names.as_array().into_iter().flatten();
    Ok(names.filter_map(Value::as_str).map(str::to_owned).collect())
}

fn read(visit: &Visit, file: &str) -> Result<String> {
    Ok(std::fs::read_to_string(visit.dist.join(file))?)
}

/// Puts another build on the server: the same parts in a page of another name.
fn deploy_next(visit: &Visit) -> Result {
    let html = read(visit, "index.html")?;
    let (_, rest) = html.split_once("data-build=\"").ok_or("no build")?;
    let (old, _) = rest.split_once('"').ok_or("no build")?;
    let hash = |html: &str| format!("sha256-{}", BASE64.encode(Sha256::digest(html)));
    let next = html.replace(old, NEXT);
    let script = read(visit, "sw.js")?
        .replace(old, NEXT)
        .replace(&hash(&html), &hash(&next));
    expect(script.contains(&hash(&next)), || {
        "the page is not among the parts".to_owned()
    })?;
    visit.server.replace("index.html", Some(next.into_bytes()));
    visit.server.replace("sw.js", Some(script.into_bytes()));
    Ok(())
}

/// Whether a request for this file of the next build was made.
fn asked_for(visit: &Visit, file: &str) -> bool {
    let wanted = format!("/{file}?v={NEXT}");
    let requests = visit.server.requests();
    requests.iter().any(|request| request.ends_with(&wanted))
}

/// Files and the sample are taken while the program is still on its way, and read when it is here.
pub fn files_before_the_program(visit: &Visit) -> Result {
    let page = visit.page;
    visit.server.break_file("page_bg.wasm", Fault::Held);
    page.browser.go(&visit.address())?;
    page.find("button", "Choose files")?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    page.wait_for("word of the file", || {
        let said = page.text(&page.browser_body()?)?;
        Ok(said.contains("has arrived: digest.md.").then_some(()))
    })?;
    page.click("button", "Try the sample")?;
    page.wait_for("word of the sample", || {
        let said = page.text(&page.browser_body()?)?;
        Ok(said
            .contains("has arrived: digest.md, the sample.")
            .then_some(()))
    })?;
    visit.server.mend_file("page_bg.wasm");
    let explorer = Explorer::on(page);
    explorer.expect_status(SAMPLE_PAPERS + 3, SAMPLE_PAPERS + 3)
}

/// Without a network the page, its worker and the kept library are there, and more can be read.
pub fn offline(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = kept::with_two_files(visit)?;
    wait_for_service(visit)?;
    visit.server.cut();
    page.browser.reload()?;
    explorer.expect_status(5, 5)?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS + 5, SAMPLE_PAPERS + 5)?;
    // Any address of the page is the page.
    let address = format!("{}index.html?from=elsewhere", visit.address());
    page.browser.go(&address)?;
    explorer.expect_status(SAMPLE_PAPERS + 5, SAMPLE_PAPERS + 5)?;
    // The browser looks for a newer version in vain, and may say so.
    page.take_errors().map(drop)
}

/// A new version is fetched beside the old one, which serves until the reader says so; then page,
/// worker and all else are of the new one, without asking the host for any of it.
pub fn a_new_version(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    wait_for_service(visit)?;
    let old = build(visit)?;
    deploy_next(visit)?;
    page.browser.reload()?;
    explorer.started()?;
    expect(build(visit)? == old, || "it serves at once".to_owned())?;
    page.find("button", RENEW)?;
    // Not even a reload takes it: whoever has the page open decides.
    page.browser.reload()?;
    explorer.started()?;
    expect(build(visit)? == old, || "a reload took it".to_owned())?;
    page.find("button", RENEW)?;

    // What it needs is here.
    for file in ["index.html", "page_bg.wasm", "worker_bg.wasm", "worker.js"] {
        visit.server.break_file(file, Fault::Missing);
    }
    page.click("button", RENEW)?;
    page.wait_for("the new version", || {
        Ok((build(visit)? == NEXT).then_some(()))
    })?;
    explorer.started()?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    expect(
        page.all("button")?.iter().all(|(_, name)| name != RENEW),
        || "it is offered once more".to_owned(),
    )
}

/// Where a part is missing or of another version nothing of the new one is taken, and all is as
/// before; when the host has all of it, it is.
pub fn half_a_new_version(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    wait_for_service(visit)?;
    let old = build(visit)?;
    deploy_next(visit)?;
    let refused = |file: &str| -> Result {
        let before = visit.server.requests().len();
        page.browser.reload()?;
        explorer.started()?;
        page.wait_for("a look at the new version", || {
            let requests = visit.server.requests();
            let wanted = format!("/{file}?v={NEXT}");
            let asked = requests[before..].iter().any(|one| one.ends_with(&wanted));
            Ok(asked.then_some(()))
        })?;
        page.wait_for("an end of that", || {
            let is_over = page.browser.run(
                "return navigator.serviceWorker.getRegistration().then((one) => !one.installing && !one.waiting)",
                &[],
            )?;
            let left = caches(visit)?.iter().any(|name| name.ends_with(NEXT));
            Ok((is_over == true && !left).then_some(()))
        })?;
        expect(
            page.all("button")?.iter().all(|(_, name)| name != RENEW),
            || format!("with another {file} it is offered"),
        )?;
        page.browser.reload()?;
        explorer.started()?;
        expect(build(visit)? == old, || "the old one is gone".to_owned())?;
        page.drop_files(&[SAMPLE])?;
        explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)
    };
    visit.server.break_file("worker_bg.wasm", Fault::Missing);
    refused("worker_bg.wasm")?;
    visit.server.mend_file("worker_bg.wasm");
    let other = format!("{}\n", read(visit, "worker.js")?);
    visit.server.replace("worker.js", Some(other.into_bytes()));
    refused("worker.js")?;
    visit.server.replace("worker.js", None);
    page.browser.reload()?;
    page.find("button", RENEW)?;
    expect(asked_for(visit, "page_bg.wasm"), || {
        "it was not fetched".to_owned()
    })?;
    // The browser reports what failed as well, as it should.
    page.take_errors().map(drop)
}

/// Sends a form with a file, or with a text, to where other apps share with the page.
const SHARE: &str = "
    const [action, name, content] = arguments;
    const form = Object.assign(document.createElement('form'), {
        action, method: 'post', enctype: 'multipart/form-data', acceptCharset: 'utf-8',
    });
    const input = document.createElement(name ? 'input' : 'textarea');
    if (name) {
        const files = new DataTransfer();
        files.items.add(new File([content], name));
        Object.assign(input, { type: 'file', name: 'files', files: files.files });
    } else {
        Object.assign(input, { name: 'text', value: content });
    }
    form.append(input);
    document.documentElement.append(form);
    setTimeout(() => form.submit());
";

/// What another app shares is read if the reader agrees, and does not go through the network.
pub fn shared(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    wait_for_service(visit)?;
    let share = |name: &str, content: &str| -> Result {
        page.browser.go(&visit.server.bare_url())?;
        let action = format!("{}share", visit.server.url());
        page.browser
            .run(SHARE, &[json!(action), json!(name), json!(content)])?;
        page.find("button", "Read it").map(drop)
    };
    let digest = String::from_utf8(fixtures::read("digest.md")?)?;
    share("heute–早.md", &digest)?;
    let said = page.text(&page.browser_body()?)?;
    expect(said.contains("handed this over: heute–早.md."), || {
        said.clone()
    })?;
    let address = page.browser.run("return location.href", &[])?;
    expect(address == visit.server.url(), || {
        format!("it is at {address}")
    })?;
    page.click("button", "Read it")?;
    explorer.expect_status(3, 3)?;

    share("", &digest)?;
    page.click("button", "Do not")?;
    page.browser.reload()?;
    explorer.started()?;
    expect(
        page.all("button")?
            .iter()
            .all(|(_, name)| name != "Read it"),
        || "it is offered once more".to_owned(),
    )?;
    share("", &digest)?;
    page.click("button", "Read it")?;
    explorer.expect_status(3, 3)?;
    let requests = visit.server.requests();
    expect(
        requests.iter().all(|request| request.starts_with("GET ")),
        || format!("it was sent: {requests:?}"),
    )
}

/// Gives what the system hands over to an app that opens files, now and later.
const LAUNCH: &str = "
    const launch = (name, content) => ({ files: [{ getFile: async () => new File([content], name) }] });
    let take = null;
    const queue = { setConsumer: (consumer) => { take = consumer; take(launch('digest.md', window.firstDigest ?? '')); } };
    Object.defineProperty(window, 'launchQueue', { value: queue, configurable: true });
    window.launchLater = (name, content) => take(launch(name, content));
";

/// Files that are opened with the page are read, at its start and while it is open.
pub fn opened_with(visit: &Visit) -> Result {
    let page = visit.page;
    let digest = String::from_utf8(fixtures::read("digest.md")?)?;
    let first = format!("window.firstDigest = {};", json!(digest));
    page.browser.prepare(&format!("{first}{LAUNCH}"))?;
    page.browser.go(&visit.address())?;
    let explorer = Explorer::on(page);
    explorer.expect_status(3, 3)?;
    let (name, content) = SAMPLE;
    let content = String::from_utf8_lossy(content);
    page.browser.run(
        "window.launchLater(...arguments)",
        &[json!(name), json!(content)],
    )?;
    explorer.expect_status(SAMPLE_PAPERS + 3, SAMPLE_PAPERS + 3)
}

/// Who forgets everything lets the copy of the page go as well, and gets it anew.
pub fn forgotten(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = kept::with_two_files(visit)?;
    wait_for_service(visit)?;
    page.browser
        .run("return caches.open('of another page').then(() => 0)", &[])?;
    // So that the bar which says once that files are kept has no button of that name.
    page.browser.reload()?;
    explorer.expect_status(5, 5)?;
    let before = visit.server.requests().len();
    page.click("button", "What is kept")?;
    page.click("button", "Forget everything")?;
    page.find("button", "Keep everything")?;
    page.click("button", "Forget everything")?;
    page.wait_for("word of what is gone", || {
        let said = page.text(&page.browser_body()?)?;
        Ok(said.contains("Forgotten: 2 files").then_some(()))
    })?;
    explorer.started()?;
    let anew = visit.server.requests();
    let anew = &anew[before..];
    expect(
        anew.iter().any(|one| one.contains("/worker_bg.wasm")),
        || format!("the page was not fetched: {anew:?}"),
    )?;
    wait_for_service(visit)?;
    expect(
        caches(visit)?.iter().any(|name| name == "of another page"),
        || "what is another page's is gone too".to_owned(),
    )
}

/// Where a release was served and the page is being worked on now, the release ends by itself.
pub fn worked_on(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    wait_for_service(visit)?;
    let html = read(visit, "index.html")?;
    let old = build(visit)?;
    // As Trunk serves it: without a build.
    let html = html
        .replace(&format!(" data-build=\"{old}\""), "")
        .replace(&format!("?v={old}"), "");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/sw.js");
    visit.server.replace("index.html", Some(html.into_bytes()));
    visit.server.replace("sw.js", Some(std::fs::read(script)?));
    page.browser.reload()?;
    page.wait_for("the page that is being worked on", || {
        Ok(build(visit)?.is_empty().then_some(()))
    })?;
    explorer.started()?;
    page.wait_for("an end of the release", || {
        let left = page.browser.run(
            "return navigator.serviceWorker.getRegistrations().then((all) => all.length)",
            &[],
        )?;
        Ok((left == 0 && caches(visit)?.is_empty()).then_some(()))
    })?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)
}
