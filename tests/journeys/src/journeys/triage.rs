//! Marks, notes and undo: a morning by keys, and what is found by it.

use crate::explorer::{Explorer, keys};
use crate::fixtures::SAMPLE_PAPERS;
use crate::journeys::hands::expect_focus;
use crate::{Result, Visit, expect};

/// Waits until the page says this of what was done.
pub fn expect_said(visit: &Visit, part: &str) -> Result {
    visit.page.wait_for(&format!("the news {part:?}"), || {
        let all = visit.page.all("status")?;
        for (status, _) in all {
            if visit.page.text(&status)?.contains(part) {
                return Ok(Some(()));
            }
        }
        Ok(None)
    })
}

/// Papers are decided one by one by keys, taken back, and found by what was decided.
pub fn marks(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let titles = [explorer.title(1)?, explorer.title(2)?, explorer.title(3)?];
    explorer.expect_state("Undecided", SAMPLE_PAPERS)?;
    page.browser.press("j")?;
    expect_focus(visit, "article", &titles[0])?;
    page.browser.press("s")?;
    expect_focus(visit, "article", &titles[1])?;
    expect_said(visit, "Starred")?;
    page.browser.press("x")?;
    expect_focus(visit, "article", &titles[2])?;
    explorer.expect_state("Starred", 1)?;
    explorer.expect_state("Undecided", SAMPLE_PAPERS - 2)?;
    page.browser.press("u")?;
    expect_said(visit, "Undone: Skipped")?;
    expect_focus(visit, "article", &titles[1])?;
    explorer.expect_state("Undecided", SAMPLE_PAPERS - 1)?;
    page.browser.press("U")?;
    expect_said(visit, "Redone: Skipped")?;

    explorer.search("is:starred")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;
    expect(explorer.title(1)? == titles[0], || {
        "another paper has the star".to_owned()
    })?;
    page.browser.press(keys::ENTER)?;
    expect_focus(visit, "article", &titles[0])?;
    // The open paper has its buttons, and the list loses what no longer fits.
    page.browser.press(keys::ENTER)?;
    explorer.expect_paper(&titles[0])?;
    let star = page.find("button", "Star")?;
    let pressed = page.attribute(&star, "aria-pressed")?;
    expect(pressed.as_deref() == Some("true"), || {
        format!("the star's button is pressed: {pressed:?}")
    })?;
    page.click("button", "Star")?;
    explorer.expect_status(0, SAMPLE_PAPERS)?;
    expect_said(visit, "Took the star off")?;
    page.click("button", "Undo")?;
    explorer.expect_status(1, SAMPLE_PAPERS)
}

/// A note is written on the open paper, found by its words and erased again.
pub fn notes(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let title = explorer.open_row(2)?;
    explorer.expect_paper(&title)?;
    page.browser.press("n")?;
    expect_focus(visit, "textbox", "Note")?;
    // In the field a letter is a letter, and Escape leaves it, not the paper.
    page.browser.press("juxtapose with lichens")?;
    page.browser.press(keys::ESCAPE)?;
    expect_said(visit, "Noted on")?;
    explorer.expect_paper(&title)?;
    let reader = explorer.reader()?;
    page.wait_for("the note on the paper", || {
        let text = page.text(&reader)?;
        Ok(text.contains("juxtapose with lichens").then_some(()))
    })?;
    // As in programs for mail, Ctrl and Enter are the end of it.
    page.browser.press("n")?;
    expect_focus(visit, "textbox", "Note")?;
    page.browser.press("lastly ")?;
    page.browser.press_with(keys::CTRL, keys::ENTER)?;
    page.wait_for("the note on the paper, and no field", || {
        let fields = page.all_in(&reader, "textbox")?;
        let text = page.text(&reader)?;
        let is_closed = fields.iter().all(|(_, name)| name != "Note");
        Ok((is_closed && text.contains("lastly")).then_some(()))
    })?;
    explorer.expect_paper(&title)?;
    explorer.search("note:juxtapose")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;
    expect(explorer.title(1)? == title, || {
        "another paper has the note".to_owned()
    })
}

/// Several papers are chosen and marked at once, and all of the list are.
pub fn many(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let third = explorer.title(3)?;
    page.browser.press("j")?;
    page.browser.press("J")?;
    page.browser.press("J")?;
    expect_focus(visit, "article", &third)?;
    page.browser.press("l")?;
    expect_said(visit, "Kept 3 papers for later.")?;
    explorer.expect_state("For later", 3)?;
    explorer.search("-is:later")?;
    explorer.expect_status(SAMPLE_PAPERS - 3, SAMPLE_PAPERS)?;
    page.click("button", "Mark many as read")?;
    let all = format!("Mark all {} shown as read", SAMPLE_PAPERS - 3);
    page.click("button", &all)?;
    explorer.expect_state("Read", SAMPLE_PAPERS - 3)?;
    page.click("button", "Undo")?;
    explorer.expect_state("Read", 0)
}
