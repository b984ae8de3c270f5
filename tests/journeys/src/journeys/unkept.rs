//! What is said where nothing can be kept, or where what was kept is not there or harms.

use serde_json::json;

use crate::explorer::Explorer;
use crate::fixtures;
use crate::{Form, Result, Visit, expect};

use super::kept::{
    DENIED, IN_STORE, NO_SNAPSHOT, expect_alert, expect_kept, in_worker, with_two_files,
};

/// Where the browser keeps nothing the page works as ever and says so.
pub fn denied(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(&in_worker(DENIED))?;
    let explorer = Explorer::open(visit)?;
    if visit.form == Form::Hosted {
        page.wait_for("a word before anything is read", || {
            let text = page.text(&page.browser_body()?)?;
            let says = text.contains("keeps nothing for this page");
            Ok(says.then_some(()))
        })?;
    }
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    if visit.form == Form::Standalone {
        page.click("button", "Keep it")?;
    }
    expect_alert(visit, "keeps nothing for this page")?;
    page.wait_for("a click on Dismiss", || {
        let (alert, _) = page.all("alert")?.pop().ok_or("no alert")?;
        let dismiss = page.find_in(&alert, "button", "Dismiss")?;
        page.browser.click(&dismiss).map(Some)
    })?;
    page.wait_for("no alert", || {
        Ok(page.all("alert")?.is_empty().then_some(()))
    })?;
    explorer.expect_status(3, 3)?;
    page.browser.travel("refresh")?;
    explorer.started()
}

/// A private window has a store that takes no files, or none: the page says so.
pub fn in_private(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    if visit.form == Form::Standalone {
        page.click("button", "Keep it")?;
    }
    expect_alert(visit, "keeps nothing for this page")?;
    explorer.expect_status(3, 3)
}

/// What has no room is told, and what has is kept. (Chromium counts what it was told to give to an
/// origin for other storage than this one, so the worker is given a browser that is full.)
pub fn no_room(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(&in_worker(
        "const { put } = IDBObjectStore.prototype;
         IDBObjectStore.prototype.put = function (value, ...key) {
             if (value.size > 100000) throw new DOMException('full', 'QuotaExceededError');
             return put.call(this, value, ...key);
         };",
    ))?;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    expect_kept(visit, 1)?;
    page.drop_files(&[("large.md", &fixtures::large(3_000))])?;
    explorer.expect_status(3_003, 3_003)?;
    expect_alert(visit, "no room in this browser for")?;
    page.browser.travel("refresh")?;
    explorer.expect_status(3, 3)
}

/// What a later version has written is not touched, and the page says so.
pub fn newer(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.browser.run(
        "return new Promise((resolve) => {
            const opening = indexedDB.open('digest-explorer', 7);
            opening.onupgradeneeded = () => opening.result.createObjectStore('later');
            opening.onsuccess = () => { opening.result.close(); resolve(); };
        });",
        &[],
    )?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    expect_alert(visit, "later version")?;
    let version = page.browser.run(
        "return indexedDB.databases().then((all) => all.map((one) => one.version))",
        &[],
    )?;
    expect(version == json!([7]), || {
        format!("the versions are {version}")
    })
}

/// A library that the browser has let go is missed.
pub fn evicted(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    // Not under the page's feet: that would be forgetting.
    page.browser.go(&visit.server.bare_url())?;
    page.browser.run(
        "return new Promise((resolve) => { indexedDB.deleteDatabase('digest-explorer').onsuccess = resolve; })",
        &[],
    )?;
    page.browser.go(&visit.address())?;
    expect_alert(visit, "has deleted the library that it kept here: 2 files")?;
    explorer.started()
}

/// A file of which the browser has nothing any more is named, and the rest is read.
pub fn lost(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    page.browser.run(
        IN_STORE,
        &[format!("transaction.objectStore('sources').put('nothing', 0); {NO_SNAPSHOT}").into()],
    )?;
    page.browser.travel("refresh")?;
    explorer.expect_status(2, 2)?;
    expect_alert(visit, "has lost what it kept of digest.md")?;
    // A manifest that is damaged is made anew of the files.
    page.browser.run(
        IN_STORE,
        &["transaction.objectStore('manifest').put(new Uint8Array(9), 0)".into()],
    )?;
    page.browser.travel("refresh")?;
    explorer.expect_status(2, 2)
}

/// A file that ended the page twice is set aside, and read once more if the reader wants it.
pub fn aside(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    page.browser.run(
        IN_STORE,
        &[format!("transaction.objectStore('tries').put(2, 0); {NO_SNAPSHOT}").into()],
    )?;
    // Such a page is not left in good order.
    page.browser
        .prepare("try { localStorage.removeItem('digest-explorer.left'); } catch {}")?;
    page.browser.travel("refresh")?;
    explorer.expect_status(2, 2)?;
    expect_alert(visit, "twice while reading: digest.md")?;
    page.wait_for("a click on What is kept", || {
        let (alert, _) = page.all("alert")?.pop().ok_or("no alert")?;
        let open = page.find_in(&alert, "button", "What is kept")?;
        page.browser.click(&open).map(Some)
    })?;
    page.click("button", "Read it once more: digest.md")?;
    explorer.expect_status(5, 5)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)
}
