//! The worker dies, and the page goes on.

use crate::explorer::Explorer;
use crate::fixtures::{SAMPLE, SAMPLE_PAPERS};
use crate::{Result, Visit, expect};

/// Keeps each worker that the page makes, so that it can be killed.
const KEEP_WORKERS: &str = "
    const workers = [];
    window.Worker = class extends Worker {
        constructor(...all) {
            super(...all);
            workers.push(this);
        }
    };
    window.killWorker = () => {
        const worker = workers.pop();
        worker.terminate();
        worker.dispatchEvent(new ErrorEvent('error', { message: 'killed by a journey' }));
        return workers.length;
    };
";

/// A dead worker is replaced by one that reads again what the old one had read, and the search goes on.
pub fn is_survived(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(KEEP_WORKERS)?;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.search("title:lichen")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;

    page.browser.run("return window.killWorker()", &[])?;
    let text = page.text_of("alert", "")?;
    expect(
        text.contains("started again") && text.contains("killed by a journey"),
        || format!("the page says {text:?}"),
    )?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;
    explorer.title(1)?;
    page.click("button", "Go on")?;
    page.drop_files(&[("digest.md", &crate::fixtures::read("digest.md")?)])?;
    explorer.expect_status(1, SAMPLE_PAPERS + 3)?;
    // The page itself reports the death on the console, as it should.
    page.take_errors().map(drop)
}
