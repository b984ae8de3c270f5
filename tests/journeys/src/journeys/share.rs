//! Papers for others: a link to a view, a link with papers, a page of their own.

use std::path::PathBuf;
use std::time::Duration;

use crate::explorer::{Explorer, keys};
use crate::fixtures::{self, SAMPLE_PAPERS};
use crate::{Form, Result, Visit, expect};

use super::saving::{WATCH, count, saved};

/// The names of what the page has put into the browser's storage.
const STORED: &str = "
    try { return Object.keys(localStorage).sort().join(' '); } catch { return ''; }
";

/// A file that says something else under the name of another.
const OTHER: &[u8] = b"# ArXiv cs.CV --Tue, 3 Mar 2026\n### 1.Another one [ :arrow_down: ](https://arxiv.org/pdf/2603.00077.pdf)\n>  It is another one.\n";

/// Opens the panel and gives a link in it.
fn link(visit: &Visit, title: &str) -> Result<String> {
    let page = visit.page;
    page.click("button", "Share")?;
    page.find("dialog", "Share")?;
    page.wait_for(&format!("the link {title:?}"), || {
        let field = page.all("textbox")?;
        let Some((field, _)) = field.into_iter().find(|(_, name)| name == title) else {
            return Ok(None);
        };
        let link = page.property(&field, "value")?;
        Ok(link.as_str().map(str::to_owned))
    })
}

/// Opens an address as a page of its own, not as another place of the present one.
fn open(visit: &Visit, address: &str) -> Result {
    visit.page.browser.go("about:blank")?;
    visit.page.browser.go(address)
}

/// Waits until the page says this somewhere, or no longer.
fn expect_said(visit: &Visit, words: &str, is_said: bool) -> Result {
    let page = visit.page;
    page.wait_for(&format!("{words:?} to be said: {is_said}"), || {
        let text = page.text(&page.browser_body()?)?;
        Ok((text.contains(words) == is_said).then_some(()))
    })
}

/// A link names the files that its view needs. Whoever opens it reads which, on an empty page and
/// beside other files, and that a file is another one than it was.
pub fn needs(visit: &Visit) -> Result {
    let page = visit.page;
    Explorer::with_two_files(visit)?;
    let link = link(visit, "A link to this view")?;
    let (digest, latin) = (
        fixtures::read("digest.md")?,
        fixtures::read("heading/latin1.md")?,
    );
    open(visit, &link)?;
    let explorer = Explorer::on(page);
    explorer.started()?;
    expect_said(visit, "needs latin1.md and digest.md. Drop them here", true)?;
    page.drop_files(&[("digest.md", &digest)])?;
    expect_said(visit, "This view needs latin1.md, which is not here", true)?;
    page.drop_files(&[("latin1.md", OTHER)])?;
    expect_said(visit, "latin1.md here has another content", true)?;
    // Under another name it is the same.
    page.drop_files(&[("renamed.md", &latin)])?;
    expect_said(visit, "has another content", false)?;
    explorer.expect_status(6, 6)
}

/// A link carries papers to a page that has nothing, which keeps nothing. One that was damaged on
/// the way is refused whole.
pub fn carries(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("task:segmentation OR survey ")?;
    let hits = explorer.next_hits("42 of 42 papers")?;
    explorer.leave_box()?;
    let link = link(visit, "A link with the papers inside")?;
    let stored = page.browser.run(STORED, &[])?;
    open(visit, &link)?;
    explorer.expect_status(hits, hits)?;
    let came = format!("{hits} papers came with this link");
    expect_said(visit, &came, true)?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    expect(page.browser.run(STORED, &[])? == stored, || {
        "opening a link has put something into the browser's storage".to_owned()
    })?;

    let (start, end) = link.split_at(link.len() - 40);
    for damaged in [start.to_owned(), format!("{start}AAAA{end}")] {
        open(visit, &damaged)?;
        explorer.started()?;
        expect_said(visit, "is damaged", true)?;
    }
    Ok(())
}

/// Papers that came with a link become part of the library when the reader wants that.
pub fn kept(visit: &Visit) -> Result {
    let page = visit.page;
    // The one who shares keeps nothing here: it would be the same browser's.
    page.browser.go(&visit.address())?;
    page.browser
        .run("localStorage.setItem('digest-explorer.keep', 'off')", &[])?;
    let explorer = Explorer::with_sample(visit)?;
    let link = link(visit, "A link with the papers inside")?;
    page.browser.run("localStorage.clear()", &[])?;
    open(visit, &visit.address())?;
    explorer.started()?;
    page.drop_files(&[("other.md", OTHER)])?;
    explorer.expect_status(1, 1)?;
    open(visit, &link)?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    // Wherever one goes, the address has them: the page may be loaded anew.
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.expect_paper(&title)?;
    page.click("button", "Add to my library")?;
    let all = SAMPLE_PAPERS + 1;
    explorer.expect_status(all, all)?;
    page.click("button", "What is kept")?;
    expect_said(visit, "other.md", true)?;
    page.browser.press(keys::ESCAPE)?;
    // The link has done its work: what is loaded again is the library, also from a step before.
    let has_done = || {
        page.wait_for("an address without papers", || {
            let hash = page.browser.run("return location.hash", &[])?;
            let hash = hash.as_str().unwrap_or_default();
            Ok((!hash.contains("papers=")).then_some(()))
        })
    };
    has_done()?;
    page.browser.travel("back")?;
    has_done()?;
    open(visit, &visit.address())?;
    explorer.expect_status(all, all)
}

/// A page that was saved with papers.
fn saved_page(visit: &Visit, name: &str, ticked: &[&str]) -> Result<PathBuf> {
    let page = visit.page;
    page.browser.run(WATCH, &[])?;
    let before = count(visit)?;
    page.click("button", "Share")?;
    for start in ticked {
        page.wait_for(&format!("the switch {start:?}"), || {
            let all = page.all("checkbox")?;
            let found = all.into_iter().find(|(_, name)| name.starts_with(start));
            let Some((switch, _)) = found else {
                return Ok(None);
            };
            page.browser.click(&switch).map(Some)
        })?;
    }
    page.click("button", "Save the page")?;
    let file = saved(visit, before + 1)?;
    expect(file.kind == "text/html", || format!("a {}", file.kind))?;
    let text = file.text()?;
    let parcels = text.matches(" id=\"parcel\" ").count();
    expect(parcels == 1, || format!("the page has {parcels} parcels"))?;
    let folder = visit.dist.parent().unwrap_or(visit.dist);
    let path = folder.join("target/journeys").join(name);
    std::fs::create_dir_all(folder.join("target/journeys"))?;
    std::fs::write(&path, text)?;
    Ok(path)
}

/// A page with papers opens from disk with its view and marks, asks nothing, keeps nothing and
/// fetches nothing; and it makes others of its kind.
pub fn page_of_its_own(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("large.md", &fixtures::large(3_000))])?;
    explorer.expect_status_within(Duration::from_mins(1), 3_000, 3_000)?;
    let form = if visit.form == Form::Hosted {
        "hosted"
    } else {
        "disk"
    };
    if visit.form == Form::Hosted {
        // Its own requests are made by then.
        super::installed::wait_for_service(visit)?;
    }
    let before = visit.server.requests().len();
    let all = saved_page(visit, &format!("shared-3000-{form}.html"), &[])?;
    let new = visit.server.requests().split_off(before);
    let is_program = |request: &String| request.contains("digest-explorer.html?v=");
    let expected = usize::from(visit.form == Form::Hosted);
    expect(new.len() == expected && new.iter().all(is_program), || {
        format!("to make a page, these were fetched: {new:?}")
    })?;
    explorer.search("title:(\"Paper 1 on\" OR \"Paper 2 on\" OR \"Paper 3 on\")")?;
    explorer.expect_status(3, 3_000)?;
    explorer.open_row(1)?;
    page.browser.press("s")?;
    explorer.expect_state("Starred", 1)?;
    let some = saved_page(visit, &format!("shared-3-{form}.html"), &["With my marks"])?;

    let requests = visit.server.requests();
    let address = |path: &PathBuf| format!("file://{}", path.display());
    open(visit, &address(&all))?;
    explorer.expect_status_within(Duration::from_mins(1), 3_000, 3_000)?;
    open(visit, &address(&some))?;
    explorer.expect_status(3, 3)?;
    explorer.expect_query("the one of the view", |query| query.starts_with("title:("))?;
    explorer.expect_state("Starred", 1)?;
    expect_said(visit, "What you mark on this page is gone", true)?;
    expect_said(visit, "Keep files in this browser", false)?;
    let stored = page.browser.run(STORED, &[])?;
    let has_kept = stored
        .as_str()
        .is_some_and(|names| names.contains("digest-explorer.library"));
    expect(!has_kept, || format!("it has kept something: {stored}"))?;
    let again = saved_page(
        visit,
        &format!("shared-again-{form}.html"),
        &["With my marks"],
    )?;
    open(visit, &address(&again))?;
    explorer.expect_status(3, 3)?;
    explorer.expect_state("Starred", 1)?;
    expect(visit.server.requests() == requests, || {
        "a page from disk has fetched something".to_owned()
    })
}

/// Where the host has no one-file program, the page says so.
pub fn no_program(visit: &Visit) -> Result {
    let page = visit.page;
    visit
        .server
        .break_file("digest-explorer.html", crate::server::Fault::Missing);
    Explorer::with_sample(visit)?;
    page.click("button", "Share")?;
    page.click("button", "Save the page")?;
    expect_said(
        visit,
        "Nothing was saved: the program that goes into the page",
        true,
    )?;
    // The server's refusal stands on the console.
    page.take_errors().map(drop)
}
