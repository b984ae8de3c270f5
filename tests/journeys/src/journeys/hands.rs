//! Other hands and eyes: the keyboard alone, a phone, the dark.

use crate::explorer::{Explorer, keys};
use crate::fixtures::SAMPLE_PAPERS;
use crate::{Result, Visit, expect};

/// Everything can be reached and left by keys, and the focus is never lost.
pub fn keyboard(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let first = explorer.title(1)?;
    let second = explorer.title(2)?;
    page.browser.press("/")?;
    expect_focus(visit, "combobox", "Search papers")?;
    // In the box a letter is a letter.
    page.browser.press("j/?")?;
    explorer.expect_query("what was typed", |query| query == "j/?")?;
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    page.browser.press(keys::ESCAPE)?;
    expect_focus(visit, "article", &first)?;

    page.browser.press("j")?;
    expect_focus(visit, "article", &second)?;
    page.browser.press("k")?;
    expect_focus(visit, "article", &first)?;
    page.browser.press("j")?;
    page.browser.press(keys::ENTER)?;
    explorer.expect_paper(&second)?;
    page.browser.press("k")?;
    explorer.expect_paper(&first)?;
    page.browser.press(keys::ESCAPE)?;
    explorer.expect_no_paper()?;
    expect_focus(visit, "article", &first)?;

    page.browser.press("?")?;
    let text = page.text_of("dialog", "Help")?;
    expect(
        text.contains("next paper") && text.contains("task:none"),
        || format!("the help says {text:?}"),
    )?;
    page.wait_for("the tags by their facets in the help", || {
        let text = page.text_of("dialog", "Help")?;
        let has_all = ["Task", "Modality", "Dataset"]
            .iter()
            .all(|facet| text.contains(facet));
        Ok(has_all.then_some(()))
    })?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)?;
    expect_focus(visit, "article", &first)?;
    // Where there is something that one came for, the focus is on that.
    for (key, role, name) in [
        ("E", "combobox", "Format"),
        ("S", "textbox", "A link to this view"),
        ("?", "dialog", "Help"),
    ] {
        page.browser.press(key)?;
        expect_focus(visit, role, name)?;
        page.browser.press(keys::ESCAPE)?;
        expect_no_dialog(visit)?;
        expect_focus(visit, "article", &first)?;
    }
    Ok(())
}

/// On a phone there is one column; filters and papers come over it and go again.
pub fn phone(visit: &Visit) -> Result {
    let page = visit.page;
    for width in [360, 320] {
        page.browser.resize(width, 740)?;
        let explorer = Explorer::open(visit)?;
        expect_no_overflow(visit, width, "the first page")?;
        page.click("button", "Try the sample")?;
        explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
        let title = explorer.title(1)?;
        expect_no_overflow(visit, width, "the list")?;

        page.click("button", "Filters")?;
        page.find("dialog", "Filters")?;
        expect_no_overflow(visit, width, "the filters")?;
        let value = explorer.values("Task")?.swap_remove(0);
        explorer.tick("Task", &value)?;
        explorer.expect_address("q=task:")?;
        page.browser.press(keys::ESCAPE)?;
        expect_no_dialog(visit)?;
        explorer.expect_status(value.count, SAMPLE_PAPERS)?;
        page.click("button", "Clear all")?;
        explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;

        explorer.open_row(1)?;
        let reader = explorer.expect_paper(&title)?;
        expect_no_overflow(visit, width, "the paper")?;
        let covers = page.property(&reader, "clientWidth")?;
        expect(covers == width, || format!("the paper is {covers} wide"))?;
        page.click("button", "Back")?;
        let again = explorer.title(1)?;
        expect(again == title, || format!("{again:?} is on show"))?;
        expect_no_overflow(visit, width, "the list again")?;

        // A keyboard may belong to it. The paper that lay over the list had the focus, and gives it
        // back.
        page.browser.press("k")?;
        expect_focus(visit, "article", &title)?;
        page.browser.press(keys::ENTER)?;
        explorer.expect_paper(&title)?;
        page.browser.press(keys::ESCAPE)?;
        expect_focus(visit, "article", &title)?;
    }
    Ok(())
}

/// The colours follow the system until somebody chooses, and then stay.
pub fn theme(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    expect_theme(visit, "system")?;
    for (button, theme) in [
        ("Colours: as the system has them", "light"),
        ("Colours: light", "dark"),
    ] {
        page.click("button", button)?;
        expect_theme(visit, theme)?;
    }
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.find("button", "Colours: dark")?;
    expect_theme(visit, "dark")
}

fn expect_theme(visit: &Visit, theme: &str) -> Result {
    visit.page.wait_for(&format!("the theme {theme}"), || {
        let now = visit
            .page
            .browser
            .run("return document.documentElement.dataset.theme", &[])?;
        Ok((now == theme).then_some(()))
    })
}

pub fn expect_focus(visit: &Visit, role: &str, name: &str) -> Result {
    let mut last = (String::new(), String::new());
    visit
        .page
        .wait_for(&format!("the focus on the {role} {name:?}"), || {
            last = visit.page.focus()?;
            Ok((last.0 == role && last.1 == name).then_some(()))
        })
        .map_err(|error| format!("{error}; it is on {last:?}").into())
}

pub fn expect_no_dialog(visit: &Visit) -> Result {
    visit.page.wait_for("a closed dialog", || {
        Ok(visit.page.all("dialog")?.is_empty().then_some(()))
    })
}

fn expect_no_overflow(visit: &Visit, width: u32, what: &str) -> Result {
    let wide = visit.page.browser.run(
        "const limit = arguments[0];
         const scrolled = document.scrollingElement.scrollWidth;
         return scrolled <= limit ? null : [scrolled, ...[...document.querySelectorAll('*')]
             .filter((element) => element.getBoundingClientRect().right > limit)
             .map((element) => `${element.localName}.${element.className}`)].slice(0, 8);",
        &[width.into()],
    )?;
    expect(wide.is_null(), || {
        format!("{what} is wider than {width}: {wide}")
    })
}
