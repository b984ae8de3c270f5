//! Files that the worker may not read: the page reads them for it, piece by piece.

use std::time::Duration;

use super::kept::in_worker;
use crate::explorer::Explorer;
use crate::fixtures;
use crate::{Result, Visit, expect};

/// A file of so many papers is read in two pieces.
const PAPERS: u32 = 20_000;

/// Has a worker read no file, as in WebKit where the page comes from disk.
const MAY_NOT: &str = "Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('no', 'NotReadableError'));";

/// Counts the pieces that the page reads, and holds them back while there is a gate.
const COUNT: &str = "
    const read = Blob.prototype.arrayBuffer;
    window.piecesRead = 0;
    Blob.prototype.arrayBuffer = async function () {
        window.piecesRead += 1;
        await window.gate;
        return read.call(this);
    };
";

/// What the worker may not read is read whole, letters of several bytes included; what the page
/// cannot read either is named.
pub fn read_by_the_page(visit: &Visit) -> Result {
    let page = visit.page;
    // In this order: the second puts a class of its own in the place of blobs.
    page.browser.prepare(COUNT)?;
    page.browser.prepare(&in_worker(MAY_NOT))?;
    let explorer = Explorer::open(visit)?;
    let large = String::from_utf8(fixtures::large(PAPERS))?;
    let large = large.replace("umbrellas", "éventails dépliés");
    let small = fixtures::read("digest.md")?;
    page.drop_files(&[("large.md", large.as_bytes()), ("digest.md", &small)])?;
    explorer.expect_status_within(Duration::from_mins(1), PAPERS + 3, PAPERS + 3)?;
    explorer.search("title:dépliés")?;
    explorer.expect_status(PAPERS / 7, PAPERS + 3)?;
    let pieces = page.browser.run("return window.piecesRead", &[])?;
    expect(pieces == 3, || format!("{pieces} pieces were read"))?;

    page.browser.run(
        "window.gate = Promise.reject(new Error('gone')); window.gate.catch(() => {})",
        &[],
    )?;
    page.drop_files(&[("gone.md", &small)])?;
    page.wait_for("word of the file", || {
        for (alert, _) in page.all("alert")? {
            let text = page.text(&alert)?;
            if text.contains("gone.md") && text.contains("could not read it") {
                return Ok(Some(()));
            }
        }
        Ok(None)
    })
}

/// Who stops the reading stops it with the piece that is under way.
pub fn stopped(visit: &Visit) -> Result {
    let page = visit.page;
    // In this order: the second puts a class of its own in the place of blobs.
    page.browser.prepare(COUNT)?;
    page.browser.prepare(&in_worker(MAY_NOT))?;
    let explorer = Explorer::open(visit)?;
    page.browser.run(
        "window.gate = new Promise((open) => { window.openGate = open; });",
        &[],
    )?;
    page.drop_files(&[("large.md", &fixtures::large(PAPERS))])?;
    page.wait_for("a piece", || {
        let pieces = page.browser.run("return window.piecesRead", &[])?;
        Ok((pieces == 1).then_some(()))
    })?;
    page.click("button", "Cancel")?;
    page.wait_for("the end of it", || {
        Ok(page.all("progressbar")?.is_empty().then_some(()))
    })?;
    page.browser.run("window.openGate()", &[])?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    let pieces = page.browser.run("return window.piecesRead", &[])?;
    expect(pieces == 2, || format!("{pieces} pieces were read"))
}
