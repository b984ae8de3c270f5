//! What is kept from visit to visit, and what is said where it cannot be.

use serde_json::json;

use crate::explorer::{Explorer, keys};
use crate::fixtures;
use crate::journeys::hands::expect_no_dialog;
use crate::journeys::triage::expect_said;
use crate::{Form, Result, Visit, expect};

/// Opens the store as it is, does `act` with it in one transaction over all object stores, and
/// waits until that is done.
pub(super) const IN_STORE: &str = "
    const act = new Function('transaction', arguments[0]);
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('digest-explorer');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const db = opening.result;
            const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
            act(transaction);
            transaction.oncomplete = () => { db.close(); resolve(); };
            transaction.onabort = () => reject(transaction.error);
        };
    });
";

/// Has workers begin with this code.
pub(super) fn in_worker(code: &str) -> String {
    let code = json!(code);
    format!(
        "const Plain = Blob;
         window.Blob = class extends Plain {{
             constructor(parts, options) {{
                 super(options?.type === 'text/javascript' ? [{code}, ...parts] : parts, options);
             }}
         }};"
    )
}

/// Has a worker keep nothing.
pub(super) const DENIED: &str = "Object.defineProperty(self, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";

/// The names of the databases of the page's origin.
const DATABASES: &str = "return indexedDB.databases().then((all) => all.map((one) => one.name))";

/// Waits until the page has heard that so many files are kept, none if there are none.
pub(super) fn expect_kept(visit: &Visit, count: u32) -> Result {
    let page = visit.page;
    page.wait_for(&format!("{count} kept files"), || {
        let said = page.browser.run(
            "return Number((localStorage.getItem('digest-explorer.library') ?? '0').split(' ')[0])",
            &[],
        )?;
        Ok((said == count).then_some(()))
    })
}

/// Drops two files of five papers, and says yes to the page from disk.
pub fn with_two_files<'v>(visit: &Visit<'v>) -> Result<Explorer<'v>> {
    let page = visit.page;
    let explorer = Explorer::with_two_files(visit)?;
    if visit.form == Form::Standalone {
        page.click("button", "Keep it")?;
    }
    expect_kept(visit, 2)?;
    Ok(explorer)
}

/// How many records of what the reader did are kept.
pub(super) const COUNT_RECORDS: &str = "
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('digest-explorer');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const db = opening.result;
            const count = db.transaction(['records']).objectStore('records').count();
            count.onsuccess = () => { db.close(); resolve(count.result); };
        };
    });
";

/// What was decided is there after a reload, can be undone then, and stays undone.
pub fn marks(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    let records = || -> Result<u64> {
        let count = page.browser.run(COUNT_RECORDS, &[])?;
        Ok(count.as_u64().unwrap_or_default())
    };
    // Two stars and a paper skipped; what is seen on the way makes records of its own.
    page.browser.press("jssx")?;
    explorer.expect_state("Skipped", 1)?;
    page.wait_for("three records", || Ok((records()? >= 3).then_some(())))?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    explorer.expect_state("Starred", 2)?;
    explorer.expect_state("Undecided", 2)?;

    let before = records()?;
    page.browser.press("u")?;
    explorer.expect_state("Undecided", 3)?;
    page.wait_for("a record more", || Ok((records()? > before).then_some(())))?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    explorer.expect_state("Undecided", 3)?;
    explorer.search("is:starred")?;
    explorer.expect_status(2, 5)
}

/// Waits for an alert that says this.
pub(super) fn expect_alert(visit: &Visit, part: &str) -> Result {
    let page = visit.page;
    let mut last = String::new();
    page.wait_for(&format!("word of {part:?}"), || {
        for (alert, _) in page.all("alert")? {
            last = page.text(&alert)?;
            if last.contains(part) {
                return Ok(Some(()));
            }
        }
        Ok(None)
    })
    .map_err(|error| format!("{error}; it says {last:?}").into())
}

/// Lets the snapshot go, should there be one already: what it has need not be read.
pub(super) const NO_SNAPSHOT: &str = "transaction.objectStore('chunks').clear()";

/// How large the chunks of the snapshot are together.
const SIZE_OF_CHUNKS: &str = "
    return new Promise((resolve, reject) => {
        const opening = indexedDB.open('digest-explorer');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
            const db = opening.result;
            const all = db.transaction(['chunks']).objectStore('chunks').getAll();
            all.onsuccess = () => { db.close(); resolve(all.result.reduce((sum, one) => sum + one.size, 0)); };
        };
    });
";

/// The library is opened as it was, without its files; where that is damaged they are read.
pub fn at_once(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    page.browser.press("s")?;
    let is_written = || {
        page.wait_for("a snapshot", || {
            let size = page.browser.run(SIZE_OF_CHUNKS, &[])?;
            Ok((size.as_f64() > Some(1000.0)).then_some(()))
        })
    };
    is_written()?;
    let damage = "
        const chunks = transaction.objectStore('chunks');
        chunks.getAllKeys().onsuccess = ({ target }) => target.result.forEach((key) => chunks.put(new Blob(['no chunk']), key));
    ";
    page.browser.run(IN_STORE, &[json!(damage)])?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    // Once more, and then there is nothing else to open.
    is_written()?;
    let without = "transaction.objectStore('sources').clear()";
    page.browser.run(IN_STORE, &[json!(without)])?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    explorer.expect_state("Starred", 1)?;
    explorer.search("title:lantern")?;
    explorer.expect_status(1, 5)
}

/// Files are there after a reload, but for those that were taken out; and all is gone when it is
/// forgotten.
pub fn again(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    let said = page.text(&page.browser_body()?)?;
    expect(!said.contains("new paper"), || {
        "old papers are news".to_owned()
    })?;

    // The search goes on as if nothing had been.
    explorer.search("title:lantern")?;
    explorer.expect_address("lantern")?;
    page.browser.travel("refresh")?;
    explorer.expect_status(1, 5)?;
    explorer.search("")?;
    explorer.expect_status(5, 5)?;

    page.click("button", "Reading report")?;
    page.click("button", "Remove digest.md")?;
    explorer.expect_status(2, 2)?;
    expect_kept(visit, 1)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(2, 2)?;

    page.click("button", "What is kept")?;
    page.wait_for("the file that is kept", || {
        let text = page.text_of("dialog", "What is kept")?;
        Ok((text.contains("latin1.md") && !text.contains("digest.md")).then_some(()))
    })?;
    page.click("button", "Forget everything")?;
    page.find("button", "Keep everything")?;
    page.click("button", "Forget everything")?;
    explorer.started()?;
    page.wait_for("word of what is gone", || {
        let said = page.text(&page.browser_body()?)?;
        Ok(said.contains("Forgotten: 1 file").then_some(()))
    })?;
    let left = page.browser.run(
        "return Object.keys(localStorage).filter((key) => key.startsWith('digest-explorer.'))",
        &[],
    )?;
    expect(left == json!([]), || format!("still kept: {left}"))?;
    let left = page.browser.run(DATABASES, &[])?;
    expect(left == json!([]), || format!("still there: {left}"))?;
    page.browser.travel("refresh")?;
    explorer.started()
}

/// A page from disk keeps nothing unless the reader agrees, and remembers that.
pub fn unasked(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    let nothing = |when: &str| {
        let left = page.browser.run(DATABASES, &[])?;
        expect(left == json!([]), || format!("{when} there is {left}"))
    };
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    page.find("button", "Keep it")?;
    nothing("unasked")?;
    page.click("button", "Do not keep it")?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    let asks = page.all("button")?;
    expect(asks.iter().all(|(_, name)| name != "Keep it"), || {
        "it asks once more".to_owned()
    })?;
    nothing("refused")?;
    // It can be allowed later, for what is there already.
    page.click("button", "What is kept")?;
    page.click("checkbox", "Keep what I add and decide in this browser")?;
    expect_kept(visit, 1)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(3, 3)
}

/// What was taken out of an archive is not there again, and the rest is.
pub fn archives(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    let one = fixtures::read("digest.md")?;
    let other = fixtures::read("heading/other-category.md")?;
    let zip = fixtures::zip(&[("march/a.md", &one), ("march/b.md", &other)]);
    page.drop_files(&[("march.zip", &zip)])?;
    explorer.expect_status(6, 6)?;
    expect_kept(visit, 1)?;
    page.click("button", "Reading report")?;
    page.wait_for("a click on Remove", || {
        let buttons = page.all("button")?;
        let remove = buttons
            .iter()
            .find(|(_, name)| name.starts_with("Remove ") && name.ends_with("a.md"));
        remove
            .map(|(button, _)| page.browser.click(button))
            .transpose()
    })?;
    explorer.expect_status(3, 3)?;
    page.click("button", "Undo")?;
    explorer.expect_status(6, 6)?;
    page.click("button", "Redo")?;
    explorer.expect_status(3, 3)?;
    page.wait_for("word of it in the store", || {
        let size = page.browser.run(
            "return new Promise((resolve) => {
                const opening = indexedDB.open('digest-explorer');
                opening.onsuccess = () => {
                    const db = opening.result;
                    const got = db.transaction('manifest').objectStore('manifest').get(0);
                    got.onsuccess = () => {
                        db.close();
                        resolve(new TextDecoder().decode(got.result).includes('a.md'));
                    };
                };
            });",
            &[],
        )?;
        Ok((size == true).then_some(()))
    })?;
    page.browser.travel("refresh")?;
    explorer.expect_status(3, 3)
}

/// A source that was taken out comes back by undo, though it was kept in an earlier visit, goes by
/// redo, and is kept as it stands.
pub fn removed(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    page.click("button", "Reading report")?;
    page.click("button", "Remove digest.md")?;
    explorer.expect_status(2, 2)?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)?;
    expect_said(visit, "Removed “digest.md”.")?;
    expect_kept(visit, 1)?;
    page.browser.press("u")?;
    expect_said(visit, "Undone: Removed “digest.md”.")?;
    explorer.expect_status(5, 5)?;
    expect_kept(visit, 2)?;
    page.browser.press("U")?;
    explorer.expect_status(2, 2)?;
    expect_kept(visit, 1)?;
    page.browser.press("u")?;
    explorer.expect_status(5, 5)?;
    expect_kept(visit, 2)?;
    page.browser.press("u")?;
    expect_said(visit, "There is nothing to undo.")?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)
}

/// A new worker reads what was kept, each file once.
pub fn worker_died(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(super::crash::KEEP_WORKERS)?;
    let explorer = with_two_files(visit)?;
    page.browser
        .run("return window.killWorker('killed by a journey')", &[])?;
    expect_alert(visit, "started again")?;
    explorer.expect_status(5, 5)?;
    page.click("button", "Go on")?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    page.wait_for("word that it is known", || {
        let said = page.text(&page.browser_body()?)?;
        Ok(said.contains("1 file was here already").then_some(()))
    })?;
    page.browser.travel("refresh")?;
    explorer.expect_status(5, 5)?;
    page.take_errors().map(drop)
}

/// What one tab reads or takes out is so in the other.
pub fn two_tabs(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_two_files(visit)?;
    let (first, second) = page.browser.open_tab()?;
    page.browser.go(&visit.address())?;
    explorer.expect_status(5, 5)?;
    page.drop_files(&[("other.md", &fixtures::read("heading/other-category.md")?)])?;
    explorer.expect_status(8, 8)?;
    page.browser.go_to_tab(&first)?;
    explorer.expect_status(8, 8)?;
    page.click("button", "Reading report")?;
    page.click("button", "Remove digest.md")?;
    explorer.expect_status(5, 5)?;
    page.browser.go_to_tab(&second)?;
    explorer.expect_status(5, 5)?;
    // Both write at once, and nothing is lost.
    for (tab, name) in [(&first, "one.md"), (&second, "two.md")] {
        page.browser.go_to_tab(tab)?;
        let digest = String::from_utf8(fixtures::days(1))?.replace(
            "10001",
            &format!("2{:04}", name.len() + name.as_bytes()[0] as usize),
        );
        page.drop_files(&[(name, digest.as_bytes())])?;
    }
    for tab in [&first, &second] {
        page.browser.go_to_tab(tab)?;
        explorer.expect_status(7, 7)?;
    }
    page.browser.travel("refresh")?;
    explorer.expect_status(7, 7)
}

/// A tab that was there before anything was kept hears of what another one keeps, and of what is
/// decided in it.
pub fn early_tab(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    let (first, second) = page.browser.open_tab()?;
    page.browser.go(&visit.address())?;
    explorer.started()?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    page.browser.go_to_tab(&first)?;
    explorer.expect_status(3, 3)?;
    page.browser.press("js")?;
    explorer.expect_state("Starred", 1)?;
    page.browser.go_to_tab(&second)?;
    explorer.expect_state("Starred", 1)
}
