//! Saved searches, followed authors, mutes, highlights, and a day that is finished.

use crate::driver::Element;
use crate::explorer::{Explorer, keys};
use crate::fixtures::SAMPLE_PAPERS;
use crate::journeys::kept;
use crate::{Result, Visit, expect};

/// Four papers of three authors on two days.
const WEAVERS: (&str, &[u8]) = (
    "weavers.json",
    br#"[
    {"id": "2603.00001", "title": "Weaving networks", "authors": ["Ada Lacemaker", "Bo Weaver"],
     "summary": "Nets of lichens.", "day": "2026-03-02"},
    {"id": "2603.00002", "title": "A survey of knots", "authors": ["Cyd Roper"],
     "summary": "Knots for lichens.", "day": "2026-03-02"},
    {"id": "2603.00003", "title": "Knots under glass", "authors": ["Ada Lacemaker"],
     "summary": "Glass knots.", "day": "2026-03-03"},
    {"id": "2603.00004", "title": "Ropes", "authors": ["Dee Moss"],
     "summary": "A survey of ropes.", "day": "2026-03-03"}
]"#,
);

/// Opens the page with these papers.
fn with_weavers<'v>(visit: &Visit<'v>) -> Result<Explorer<'v>> {
    let explorer = Explorer::open(visit)?;
    visit.page.drop_files(&[WEAVERS])?;
    explorer.expect_status(4, 4)?;
    Ok(explorer)
}

/// Waits for the button of this name and whether it is pressed.
fn expect_pressed(visit: &Visit, name: &str, is_pressed: bool) -> Result<Element> {
    let page = visit.page;
    let wanted = if is_pressed { "true" } else { "false" };
    page.wait_for(&format!("{name:?} with aria-pressed={wanted}"), || {
        let all = page.all("button")?;
        for (button, _) in all.into_iter().filter(|(_, known)| known == name) {
            if page.attribute(&button, "aria-pressed")?.as_deref() == Some(wanted) {
                return Ok(Some(button));
            }
        }
        Ok(None)
    })
}

/// Waits until something can be read on the page, or can no more.
fn expect_read(visit: &Visit, part: &str, is_there: bool) -> Result {
    let page = visit.page;
    page.wait_for(&format!("{part:?} to be read: {is_there}"), || {
        let text = page.text(&page.browser_body()?)?;
        Ok((text.contains(part) == is_there).then_some(()))
    })
}

/// A search is saved by its key, is there after a reload with its counts, and is changed.
pub fn searches(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_weavers(visit)?;
    kept::expect_kept(visit, 1)?;
    explorer.search("knots")?;
    explorer.expect_status(2, 4)?;
    page.browser.press(keys::ENTER)?;
    page.browser.press("w")?;
    page.find("textbox", "Name of the search")?;
    page.browser.press("Ties")?;
    page.browser.press(keys::ENTER)?;
    expect_pressed(visit, "Ties, 2 papers, 2 new", true)?;
    page.wait_for("a record", || {
        let count = page.browser.run(kept::COUNT_RECORDS, &[])?;
        Ok((count.as_u64() > Some(0)).then_some(()))
    })?;
    explorer.search("")?;
    explorer.expect_status(4, 4)?;
    page.browser.travel("refresh")?;
    explorer.expect_status(4, 4)?;

    expect_pressed(visit, "Ties, 2 papers, 2 new", false)?;
    page.click("button", "Ties, 2 papers, 2 new")?;
    explorer.expect_status(2, 4)?;
    explorer.expect_query("the saved one", |query| query == "knots")?;
    // A paper that is opened is new no more.
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    expect_pressed(visit, "Ties, 2 papers, 1 new", true)?;

    explorer.search("knots glass")?;
    explorer.expect_status(1, 4)?;
    expect_read(visit, "“Ties”, changed", true)?;
    page.click("button", "Update")?;
    page.wait_for("the changed search", || {
        let all = page.all("button")?;
        let is_it = |name: &str| name.starts_with("Ties, 1 paper");
        Ok(all.iter().any(|(_, name)| is_it(name)).then_some(()))
    })?;
    expect_read(visit, "“Ties”, changed", false)?;
    page.click("button", "Undo")?;
    expect_read(visit, "“Ties”, changed", true)
}

/// An author is followed in a paper, and one is muted; what is muted is told and can be shown.
pub fn authors(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_weavers(visit)?;
    let row = explorer.rows()?.into_iter();
    let place = row
        .filter(|row| row.title == "Weaving networks")
        .map(|row| row.place)
        .next();
    let title = explorer.open_row(place.ok_or("no row of it")?)?;
    explorer.expect_paper(&title)?;
    let follow = expect_pressed(visit, "Follow Ada Lacemaker", false)?;
    page.browser.click(&follow)?;
    expect_pressed(visit, "Follow Ada Lacemaker", true)?;
    page.wait_for("the followed author", || {
        let all = page.all("button")?;
        let is_it = |name: &str| name.starts_with("Ada Lacemaker, 2 papers");
        Ok(all.iter().any(|(_, name)| is_it(name)).then_some(()))
    })?;

    page.click("button", "Mute Bo Weaver")?;
    explorer.expect_status(3, 4)?;
    expect_read(visit, "1 hidden by the mute", true)?;
    page.browser.press(keys::ESCAPE)?;
    page.click("button", "Show")?;
    explorer.expect_status(4, 4)?;
    explorer.expect_address("muted=show")?;
    page.click("button", "Hide")?;
    explorer.expect_status(3, 4)?;
    // What the box asks for is muted, and that is undone.
    explorer.search("survey")?;
    explorer.expect_status(2, 4)?;
    page.browser.press(keys::ENTER)?;
    page.browser.press("w")?;
    page.click("button", "Mute these papers")?;
    explorer.expect_status(1, 4)?;
    explorer.expect_query("none", str::is_empty)?;
    expect_read(visit, "3 hidden by 2 mutes", true)?;
    page.click("button", "Undo")?;
    explorer.expect_status(3, 4)
}

/// The words of a list are marked in the rows, and no more when it is deleted.
pub fn highlights(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_weavers(visit)?;
    let marked = || -> Result<Vec<String>> {
        let marks = page.browser.run(
            "return [...document.querySelectorAll('article mark.ink.h1')].map((mark) => mark.textContent)",
            &[],
        )?;
        let marks = marks.as_array().cloned().unwrap_or_default();
        let texts = marks.iter().filter_map(|mark| mark.as_str());
        Ok(texts.map(str::to_owned).collect())
    };
    page.click("button", "Edit your lists")?;
    let words = page.find("textbox", "Words to highlight")?;
    page.move_focus(&words)?;
    page.browser.press("lichen ropes")?;
    let ink = page.find("combobox", "Colour")?;
    page.move_focus(&ink)?;
    page.browser.press("Blue")?;
    page.click("button", "Add")?;
    page.find("button", "Delete lichen ropes")?;
    page.click("button", "Close")?;
    page.wait_for("marked words", || {
        let all = marked()?;
        let has = |word: &str| all.iter().any(|mark| mark == word);
        Ok((has("lichens") && has("Ropes") && has("ropes")).then_some(()))
    })?;
    // Where the query stands, its own marks do.
    explorer.search("ropes")?;
    explorer.expect_status(1, 4)?;
    page.wait_for("the query's marks alone", || {
        Ok(marked()?.is_empty().then_some(()))
    })?;
    page.click("button", "Edit your lists")?;
    page.click("button", "Delete lichen ropes")?;
    page.click("button", "Close")?;
    explorer.search("")?;
    explorer.expect_status(4, 4)?;
    page.wait_for("no marked words", || Ok(marked()?.is_empty().then_some(())))
}

/// A day is finished: that is said once, with what was kept of it.
pub fn a_finished_day(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_weavers(visit)?;
    page.browser.press("jsl")?;
    let finished = "Tue 3 Mar 2026 finished: 1 starred, 1 for later";
    page.wait_for("the finished day", || {
        for (status, _) in page.all("status")? {
            if page.text(&status)?.contains(finished) {
                return Ok(Some(()));
            }
        }
        Ok(None)
    })?;
    let buttons = page.all("button")?;
    let shows = buttons
        .iter()
        .filter(|(_, name)| name.starts_with("Show what you kept"));
    expect(shows.count() > 0, || {
        "nothing leads to what was kept".to_owned()
    })?;
    page.click("button", "Show what you kept")?;
    explorer.expect_status(2, 4)?;
    expect_read(visit, finished, false)
}

/// The sample's newest day says what stands out in it, and a word narrows the list.
pub fn the_day_stands_out(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let before = explorer.status()?;
    let reader = explorer.reader()?;
    page.wait_for("what stands out", || {
        let text = page.text(&reader)?;
        if !text.contains("Stands out in it:") {
            return Ok(None);
        }
        let all = page.all_in(&reader, "button")?;
        let word = all.into_iter().find(|(_, name)| name.contains(": "));
        let Some((word, _)) = word else {
            return Ok(None);
        };
        page.browser.click(&word)?;
        Ok(Some(()))
    })?;
    let hits = explorer.next_hits(&before)?;
    expect(0 < hits && hits < SAMPLE_PAPERS, || {
        format!("{hits} papers are left")
    })?;
    explorer.expect_query("a word of the day", |query| {
        query.starts_with("day:2026-03-03 ")
    })?;
    Ok(())
}
