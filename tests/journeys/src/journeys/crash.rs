//! The worker dies, and the page goes on.

use crate::explorer::Explorer;
use crate::fixtures::{SAMPLE, SAMPLE_PAPERS};
use crate::{Result, Visit, expect};

/// Keeps each worker that the page makes, so that it can be killed: with last words, or without
/// any, as a browser may. `window.killer(bytes)` tells of a message to the worker whether that
/// kills it, `window.killerHears(text)` the same of one from the worker.
pub const KEEP_WORKERS: &str = "
    const workers = [];
    window.Worker = class extends Worker {
        constructor(...all) {
            super(...all);
            workers.push(this);
            this.addEventListener('message', ({ data }) => {
                if (window.killerHears?.(new TextDecoder().decode(data))) {
                    window.killWorker('RuntimeError: unreachable');
                }
            });
        }
        postMessage(message, transfer) {
            if (message.bytes && window.killer?.(new TextDecoder().decode(message.bytes))) {
                setTimeout(() => window.killWorker('RuntimeError: unreachable'));
            } else {
                super.postMessage(message, transfer ?? []);
            }
        }
    };
    window.killWorker = (message) => {
        const worker = workers.pop();
        // WebKit hears nothing of a worker any more that was ended.
        if (message) worker.dispatchEvent(new ErrorEvent('error', { message }));
        worker.terminate();
        return workers.length;
    };
";

/// Has the page's clock for the worker's silence run faster: nobody waits half a minute. Times that
/// are shorter stay.
const HURRY: &str = "
    const patient = window.setInterval;
    window.setInterval = (run, ms, ...all) => patient(run, ms >= 5000 ? ms / 10 : ms, ...all);
";

/// A dead worker is replaced by one that reads again what the old one had read, and the search goes
/// on.
pub fn is_survived(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(KEEP_WORKERS)?;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.search("title:lichen")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;

    page.browser
        .run("return window.killWorker('killed by a journey')", &[])?;
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

/// A worker that ends without a word is missed, and replaced like any other.
pub fn in_silence(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(KEEP_WORKERS)?;
    page.browser.prepare(HURRY)?;
    let explorer = Explorer::with_sample(visit)?;
    // While it answers it is left alone, however long.
    explorer.search("title:lichen")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;
    // Ten times as fast: that is as long as a silence may be, and half as long again.
    page.browser.run(
        "return new Promise((resolve) => setTimeout(resolve, 5000))",
        &[],
    )?;
    expect(page.all("alert")?.is_empty(), || {
        "a worker that answers was taken for dead".to_owned()
    })?;
    page.browser.run("return window.killWorker()", &[])?;
    explorer.search("title:lichens")?;
    let text = page.text_of("alert", "")?;
    expect(
        text.contains("started again") && text.contains("did not answer"),
        || format!("the page says {text:?}"),
    )?;
    // The search that was not answered is left out, and nothing else.
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    page.take_errors().map(drop)
}

/// A file of which the worker dies is left out, also when it was the first; that memory ran out is
/// said in plain words.
pub fn of_a_file(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(KEEP_WORKERS)?;
    let explorer = Explorer::open(visit)?;
    page.browser.run(
        "window.killer = (message) => message.includes('killer.md')",
        &[],
    )?;
    page.drop_files(&[("killer.md", SAMPLE.1)])?;
    let text = page.text_of("alert", "")?;
    expect(
        text.contains("killer.md") && text.contains("memory"),
        || format!("the page says {text:?}"),
    )?;
    page.click("button", "Go on")?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    page.take_errors().map(drop)
}

/// Rules that were kept and of which each worker dies are set aside, and the page goes on without;
/// so it does when the whole page died of them.
pub fn of_rules(visit: &Visit) -> Result {
    const RULES: &str = "[[rule]]\nname = 'killer'\nfacet = 'task'\nwords = 'lichen'\n";
    let page = visit.page;
    page.browser.prepare(KEEP_WORKERS)?;
    page.browser
        .prepare("window.killer = (message) => message.includes('killer')")?;
    let store = "localStorage.setItem(arguments[0], arguments[1])";
    visit.elsewhere(store, &["digest-explorer.rules".into(), RULES.into()])?;
    let explorer = Explorer::open(visit)?;
    page.wait_for("word of the rules", || {
        let all: Result<Vec<String>> = page
            .all("alert")?
            .iter()
            .map(|(one, _)| page.text(one))
            .collect();
        let said = all?.join(" ");
        Ok(
            (said.contains("your tag rules") && said.contains("digest-explorer.rules-unreadable"))
                .then_some(()),
        )
    })?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    expect_aside(visit, "rules", RULES)?;

    // A page that was ended while the worker was told its rules has left a mark.
    page.browser.run(
        "localStorage.setItem('digest-explorer.rules', arguments[0] + '#');
         sessionStorage.setItem('digest-explorer.rules-trying', 'on')",
        &[RULES.into()],
    )?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    let both = page.browser.run(
        "return [localStorage.getItem('digest-explorer.rules'), localStorage.getItem('digest-explorer.rules-unreadable-2')]",
        &[],
    )?;
    expect(both[0].is_null() && both[1] == format!("{RULES}#"), || {
        format!("kept are {both}")
    })?;
    page.take_errors().map(drop)
}

/// Whatever else was kept and cannot be read is set aside as well: the page starts without it, says
/// where it is, and lets it go.
pub fn of_nothing_kept(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.browser.run(
        "localStorage.setItem('digest-explorer.facets', '{\"order\":');
         localStorage.setItem('digest-explorer.theme', '\\u0000'.repeat(1000));
         localStorage.setItem('digest-explorer.marks', 'on');
         localStorage.setItem('single-keys', 'off');
         localStorage.setItem('terms', 'of another page');",
        &[],
    )?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    let alerts = page.wait_for("word of both", || {
        let alerts = page.all("alert")?;
        Ok((alerts.len() == 2).then_some(alerts))
    })?;
    let mut said = String::new();
    for (alert, _) in &alerts {
        said += &page.text(alert)?;
        let save = page.find_in(alert, "button", "Save it as a file")?;
        page.browser.click(&save)?;
    }
    for key in ["facets", "theme"] {
        let key = format!("digest-explorer.{key}-unreadable");
        expect(said.contains(&key), || format!("{said} names no {key}"))?;
    }
    expect_aside(visit, "facets", "{\"order\":")?;
    // What earlier versions of the page kept has moved, and what other pages keep is theirs.
    let moved = page.browser.run(
        "return ['single-keys', 'digest-explorer.single-keys', 'terms', 'digest-explorer.terms'].map((key) => localStorage.getItem(key))",
        &[],
    )?;
    let expected = serde_json::json!([null, "off", "of another page", null]);
    expect(moved == expected, || format!("{moved}"))?;
    for left in [1, 0] {
        page.wait_for("a click on Throw it away", || {
            let Some((alert, _)) = page.all("alert")?.pop() else {
                return Ok(None);
            };
            let away = page.find_in(&alert, "button", "Throw it away")?;
            page.browser.click(&away).map(Some)
        })?;
        page.wait_for("one less", || {
            Ok((page.all("alert")?.len() == left).then_some(()))
        })?;
    }
    let names = page.browser.run(
        "return Object.keys(localStorage).filter((key) => key.includes('unreadable'))",
        &[],
    )?;
    expect(names == serde_json::json!([]), || {
        format!("still kept: {names}")
    })
}

/// A link of megabytes, and one that is broken, open the page.
pub fn of_no_link(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.browser
        .run("location.hash = '#q=' + '%C3%A9x'.repeat(40000)", &[])?;
    let text = page.text_of("alert", "")?;
    expect(text.contains("too long"), || text.clone())?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.text_of("alert", "")?;
    page.browser
        .run("location.hash = '#q=%&sort=%zz&paper=%C3&%=%&all=%,%'", &[])?;
    page.drop_files(&[SAMPLE])?;
    page.wait_for("the list", || {
        Ok(explorer.status().ok().filter(|status| !status.is_empty()))
    })
    .map(drop)
}

/// A text is kept aside under this name.
fn expect_aside(visit: &Visit, name: &str, text: &str) -> Result {
    let kept = visit.page.browser.run(
        "return ['', '-unreadable'].map((end) => localStorage.getItem('digest-explorer.' + arguments[0] + end))",
        &[name.into()],
    )?;
    expect(kept[0].is_null() && kept[1] == text, || {
        format!("kept under {name} are {kept}")
    })
}
