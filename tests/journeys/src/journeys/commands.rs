//! Commands by other ways than their usual keys: the palette, keys of one's own, a finger, and
//! reading alone.

use std::time::Duration;

use crate::explorer::{Explorer, keys};
use crate::fixtures::SAMPLE_PAPERS;
use crate::journeys::hands::{expect_focus, expect_no_dialog};
use crate::journeys::kept;
use crate::journeys::triage::expect_said;
use crate::{Result, Visit, expect};

/// How long a paper may take to be taken for read.
const READING: Duration = Duration::from_mins(1);

/// Opens the palette and takes the first line that fits some letters.
fn take(visit: &Visit, letters: &str) -> Result {
    let page = visit.page;
    page.browser.press_with(keys::CTRL, "k")?;
    expect_focus(visit, "combobox", "Commands and filters")?;
    page.browser.press(letters)?;
    page.browser.press(keys::ENTER)?;
    Ok(())
}

/// From the first page on everything is reached by its name, and the focus goes back to where it
/// was.
pub fn palette(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    take(visit, "sample")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    expect_no_dialog(visit)?;

    page.browser.press("/")?;
    expect_focus(visit, "combobox", "Search papers")?;
    take(visit, "oldest")?;
    explorer.expect_address("sort=oldest")?;
    expect_focus(visit, "combobox", "Search papers")?;
    explorer.expect_query("empty", str::is_empty)?;

    let value = explorer.values("Task")?.swap_remove(0);
    take(visit, &value.label.to_lowercase())?;
    explorer.expect_status(value.count, SAMPLE_PAPERS)?;
    take(visit, "clear all")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    // What was used last comes first, and the way to it is one key.
    page.browser.press_with(keys::CTRL, "k")?;
    let last = page.text_of("option", "Clear all filters")?;
    expect(last.starts_with("Clear all"), || {
        format!("it says {last:?}")
    })?;
    page.browser.press_with(keys::CTRL, "k")?;
    expect_no_dialog(visit)?;

    // Out of one panel into the palette, and from there into another one.
    page.browser.press(keys::ESCAPE)?;
    page.browser.press("?")?;
    page.find("dialog", "Help")?;
    take(visit, "tag rules")?;
    page.find("dialog", "Tag rules")?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)
}

/// A key is changed in the help, holds after the page was loaded again, and is swapped with the one
/// that has it.
pub fn changed_key(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let first = explorer.title(1)?;
    page.browser.press("?")?;
    page.click("button", "Change the key of: Star")?;
    page.browser.press("q")?;
    page.browser.press("w")?;
    page.find("button", "The usual key of: Star")?;
    page.click("button", "Change the key of: Skip")?;
    page.browser.press("j")?;
    page.wait_for("whose key it is", || {
        let text = page.text_of("dialog", "Help")?;
        Ok(text
            .contains("j is the key of “Next paper” already")
            .then_some(()))
    })?;
    expect_focus(visit, "button", "Swap the two")?;
    page.click("button", "Swap the two")?;
    page.find("button", "The usual key of: Next paper")?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)?;

    // The first key down shows the first paper.
    page.browser.press("x")?;
    expect_focus(visit, "article", &first)?;
    page.browser.press("qw")?;
    expect_said(visit, "Starred")?;
    explorer.open_row(1)?;
    explorer.expect_paper(&first)?;
    let star = page.find("button", "Star")?;
    let title = page.attribute(&star, "title")?;
    expect(title.as_deref() == Some("Star (q w)"), || {
        format!("the star's button says {title:?}")
    })?;
    page.browser.press(keys::ESCAPE)?;
    explorer.expect_no_paper()?;

    page.browser.travel("refresh")?;
    explorer.started()?;
    page.click("button", "Try the sample")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    page.browser.press("x")?;
    expect_focus(visit, "article", &first)?;
    page.browser.press("j")?;
    expect_said(visit, "Skipped")?;
    page.browser.press("?")?;
    page.click("button", "All keys as at first")?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)?;
    page.browser.press("u")?;
    expect_said(visit, "Undone")?;
    page.browser.press("s")?;
    expect_said(visit, "Starred")
}

/// Rows are starred and skipped by a finger that goes far enough across.
pub fn swipe(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.resize(360, 740)?;
    let explorer = Explorer::with_sample(visit)?;
    let swipe = |place: u32, across: i32| {
        explorer.on_row(place, |row| page.browser.swipe(row, (across, 4)))
    };
    swipe(2, 60)?;
    swipe(2, 160)?;
    expect_said(visit, "Starred")?;
    swipe(3, -160)?;
    expect_said(visit, "Skipped")?;
    swipe(2, 160)?;
    expect_said(visit, "Took the star off")?;
    page.wait_for("rows that stand still", || {
        let swiped = "return document.querySelectorAll('[data-swiped], .swipe-ground').length";
        Ok((page.browser.run(swiped, &[])? == 0).then_some(()))
    })?;
    let title = explorer.open_row(2)?;
    explorer.expect_paper(&title).map(drop)
}

/// A paper that is open for long enough with its end on show is read; nothing tells of it, and it
/// can be undone.
pub fn read_through(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    let read = |count: u32| {
        page.wait_long_for(READING, &format!("{count} papers read"), || {
            let values = explorer.values("State")?;
            let found = values.into_iter().find(|value| value.label == "Read");
            Ok((found.map_or(0, |value| value.count) == count).then_some(()))
        })
    };
    read(1)?;
    let undo = page.all("button")?;
    let undo = undo.iter().filter(|(_, name)| name == "Undo").count();
    expect(undo == 0, || "a bar tells of it".to_owned())?;
    explorer.expect_paper(&title)?;
    page.browser.press("u")?;
    expect_said(visit, "Undone: Marked")?;
    read(0)
}

/// Back from a query that was typed leads to the plain list, once.
pub fn back_from_a_query(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("segmentation")?;
    explorer.expect_address("q=segmentation")?;
    page.browser.travel("back")?;
    explorer.expect_query("empty", str::is_empty)?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    page.browser.travel("forward")?;
    explorer
        .expect_query("what was typed", |query| query == "segmentation")
        .map(drop)
}

/// Back closes what lies over the page and leaves the page as it is; what was closed otherwise is
/// no step any more.
pub fn back_from_a_panel(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("segmentation")?;
    explorer.expect_address("q=segmentation")?;
    explorer.leave_box()?;
    page.browser.press("?")?;
    page.find("dialog", "Help")?;
    page.browser.travel("back")?;
    expect_no_dialog(visit)?;
    explorer.expect_query("what was typed", |query| query == "segmentation")?;

    // What is done in a panel is a step below it.
    take(visit, "oldest")?;
    explorer.expect_address("sort=oldest")?;
    page.browser.press("?")?;
    page.find("dialog", "Help")?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)?;
    page.browser.travel("back")?;
    page.wait_for("the usual order", || {
        Ok((!explorer.hash()?.contains("oldest")).then_some(()))
    })?;
    explorer.expect_query("what was typed", |query| query == "segmentation")?;
    page.browser.travel("back")?;
    explorer.expect_query("empty", str::is_empty).map(drop)
}

/// What takes the place of the page below the palette does so when the palette is left: the address
/// and the page agree, and Back leads to what was there before the paper.
pub fn next_by_the_palette(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let (first, second) = (explorer.title(1)?, explorer.title(2)?);
    explorer.open_row(1)?;
    explorer.expect_paper(&first)?;
    explorer.expect_address("paper=")?;
    let before = explorer.hash()?;
    take(visit, "next paper")?;
    explorer.expect_paper(&second)?;
    let after = page.wait_for("the address of the next paper", || {
        Ok(Some(explorer.hash()?).filter(|hash| *hash != before))
    })?;
    expect(after.contains("paper="), || format!("it is {after:?}"))?;
    expect_no_dialog(visit)?;
    explorer.expect_paper(&second)?;
    page.browser.travel("back")?;
    explorer.expect_no_paper()
}

/// All of the list is chosen where the focus is in it, and one undo takes back what was done to
/// all.
pub fn all(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    page.browser.press("j")?;
    page.browser.press_with(keys::CTRL, "a")?;
    page.wait_for("a list of which all is chosen", || {
        let status = explorer.status()?;
        Ok(status
            .starts_with(&format!("{SAMPLE_PAPERS} chosen"))
            .then_some(()))
    })?;
    page.browser.press("l")?;
    explorer.expect_state("For later", SAMPLE_PAPERS)?;
    page.browser.press("u")?;
    explorer.expect_state("For later", 0)
}

/// A note that is being written when the page is left is there at the next visit.
pub fn draft(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = kept::with_two_files(visit)?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    page.browser.press("n")?;
    expect_focus(visit, "textbox", "Note")?;
    // In one go: a driver is slower than what keeps a note.
    page.browser.renewed_by(
        "const note = document.activeElement;
         note.value = 'half a word about lichens';
         note.dispatchEvent(new InputEvent('input', { bubbles: true }));",
    )?;
    explorer.expect_status(5, 5)?;
    explorer.search("note:lichens")?;
    explorer.expect_status(1, 5)?;
    // It is put back once.
    page.browser.travel("refresh")?;
    explorer.expect_status(1, 5)?;
    let left = "return localStorage.getItem('digest-explorer.draft')";
    let left = page.browser.run(left, &[])?;
    expect(left.is_null(), || format!("a draft is left: {left}"))
}
