//! Tags of the reader's own, and that nothing of what was done is lost: with a worker that dies,
//! in two tabs at once, by rules that end the worker.

use super::crash::KEEP_WORKERS;
use crate::explorer::{Explorer, keys};
use crate::fixtures::SAMPLE_PAPERS;
use crate::{Form, Result, Visit, expect};

/// The facet of the reader's own tags.
const OWN: &str = "Your tags";

/// Waits until a tag of a facet stands for so many papers; 0 if there is no such tag.
fn expect_tag(visit: &Visit, facet: &str, tag: &str, count: u32) -> Result {
    let explorer = Explorer::on(visit.page);
    let mut last = None;
    visit
        .page
        .wait_for(&format!("{count} papers with {tag}"), || {
            let is_there = visit
                .page
                .all("group")?
                .iter()
                .any(|(_, name)| name == facet);
            last = if is_there {
                explorer.value(facet, tag).ok().map(|value| value.count)
            } else {
                None
            };
            Ok((last.unwrap_or(0) == count).then_some(()))
        })
        .map_err(|error| format!("{error}; there are {last:?}").into())
}

/// A tag without a facet is put on by keys, on one paper and on several, filters, and is taken off
/// everywhere; each act is undone.
pub fn tags(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    page.browser.press("j")?;
    explorer.open_row(1)?;
    page.browser.press("t")?;
    super::hands::expect_focus(visit, "combobox", "Add a tag")?;
    page.browser.press("agent")?;
    page.browser.press(keys::ENTER)?;
    expect_tag(visit, OWN, "agent", 1)?;
    page.wait_for("the tag in the open paper", || {
        let said = page.text(&explorer.reader()?)?;
        Ok((said.contains(OWN) && said.contains("agent")).then_some(()))
    })?;
    let body = page.text(&page.browser_body()?)?;
    expect(body.contains("Put the tag agent on"), || body.clone())?;
    page.browser.press(keys::ESCAPE)?;
    page.browser.press(keys::ESCAPE)?;
    explorer.expect_no_paper()?;

    // On three papers at once.
    page.browser.press("JJJ")?;
    page.browser.press("t")?;
    super::hands::expect_focus(visit, "combobox", "Tag 4 papers")?;
    page.browser.press("field work")?;
    page.browser.press(keys::ENTER)?;
    expect_tag(visit, OWN, "field-work", 4)?;
    explorer.search("tag:field-work")?;
    explorer.expect_status(4, SAMPLE_PAPERS)?;
    explorer.search("-tag:field-work")?;
    explorer.expect_status(SAMPLE_PAPERS - 4, SAMPLE_PAPERS)?;
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;

    page.click("button", "Tag rules")?;
    page.click("button", "Rename the tag field-work")?;
    page.browser.run("document.activeElement.select()", &[])?;
    page.browser.press(&format!("{}later", keys::BACKSPACE))?;
    page.browser.press(keys::ENTER)?;
    page.find("button", "Rename the tag later")?;
    page.click("button", "Remove the tag agent from all papers")?;
    page.browser.press(keys::ESCAPE)?;
    expect_tag(visit, OWN, "later", 4)?;
    expect_tag(visit, OWN, "agent", 0)?;
    page.click("button", "Undo")?;
    expect_tag(visit, OWN, "agent", 1)?;
    page.browser.press("uu")?;
    expect_tag(visit, OWN, "later", 0)?;
    expect_tag(visit, OWN, "field-work", 0)?;
    page.browser.press("U")?;
    expect_tag(visit, OWN, "field-work", 4)
}

/// What was done in a visit of which nothing is kept is not lost with the worker.
pub fn outlives_the_worker(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(KEEP_WORKERS)?;
    let explorer = Explorer::with_sample(visit)?;
    page.browser.press("jss")?;
    explorer.expect_state("Starred", 2)?;
    page.browser.press("t")?;
    page.browser.press("agent")?;
    page.browser.press(keys::ENTER)?;
    expect_tag(visit, OWN, "agent", 1)?;
    page.drop_files(&[("mine.toml", RULE.as_bytes())])?;
    expect_tag(visit, OWN, "lanterns", LANTERNS)?;
    page.browser
        .run("return window.killWorker('killed by a journey')", &[])?;
    page.text_of("alert", "")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.expect_state("Starred", 2)?;
    expect_tag(visit, OWN, "agent", 1)?;
    expect_tag(visit, OWN, "lanterns", LANTERNS)?;
    page.click("button", "Go on")?;
    // Nor is what can be undone.
    page.browser.press("uu")?;
    expect_tag(visit, OWN, "agent", 0)?;
    page.take_errors().map(drop)
}

/// A rule that gives a tag to papers of the sample.
const RULE: &str = "[[rule]]\nname = \"lanterns\"\nfacet = \"tag\"\nwords = \"lichen\"\n";
const LANTERNS: u32 = 1;

/// Rules of the records of which each worker dies are set aside, and the page goes on without.
pub fn deadly_rules(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    if visit.form == Form::Standalone {
        page.click("button", "Keep it")?;
    }
    page.drop_files(&[("mine.toml", RULE.as_bytes())])?;
    expect_tag(visit, OWN, "lanterns", LANTERNS)?;
    page.wait_for("word of the rules in the browser", || {
        let noted = page.browser.run(
            "return localStorage.getItem('digest-explorer.has-rules')",
            &[],
        )?;
        Ok((noted == "on").then_some(()))
    })?;
    let copy = page
        .browser
        .run("return localStorage.getItem('digest-explorer.rules')", &[])?;
    expect(copy.is_null(), || format!("a copy is kept: {copy}"))?;
    // Once they are in force they outlive the page.
    page.browser.travel("refresh")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    expect_tag(visit, OWN, "lanterns", LANTERNS)?;
    page.browser.prepare(KEEP_WORKERS)?;
    page.browser.prepare(
        "window.killerHears = (said) => said.includes('lanterns') && said.includes('[[rule]]') && said.charCodeAt(0) === 10",
    )?;
    page.browser.travel("refresh")?;
    page.wait_for("word of the rules", || {
        let mut said = String::new();
        for (alert, _) in page.all("alert")? {
            said += &page.text(&alert)?;
        }
        let is_said = said.contains("your tag rules") && said.contains("rules-unreadable");
        Ok(is_said.then_some(()))
    })?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    let aside = page.browser.run(
        "return localStorage.getItem('digest-explorer.rules-unreadable')",
        &[],
    )?;
    expect(aside == RULE, || format!("set aside is {aside}"))?;
    page.take_errors().map(drop)
}

/// What is done in two tabs within a second is so in both, and in the next visit.
pub fn two_tabs(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_two_files(visit)?;
    if visit.form == Form::Standalone {
        page.click("button", "Keep it")?;
    }
    let (first, second) = page.browser.open_tab()?;
    page.browser.go(&visit.address())?;
    explorer.expect_status(5, 5)?;
    page.browser.press("j")?;
    page.browser.go_to_tab(&first)?;
    page.browser.press("js")?;
    page.browser.go_to_tab(&second)?;
    page.browser.press("n")?;
    super::hands::expect_focus(visit, "textbox", "Note")?;
    page.browser.press("hello")?;
    page.browser.press(keys::ESCAPE)?;
    page.browser.go_to_tab(&first)?;
    let rule = "[[rule]]\nname = \"all\"\nfacet = \"tag\"\nregex = \".\"\n";
    page.drop_files(&[("mine.toml", rule.as_bytes())])?;
    page.browser.go_to_tab(&second)?;
    page.browser.press("t")?;
    for tag in ["agent", "field"] {
        // The box keeps the focus.
        super::hands::expect_focus(visit, "combobox", "Add a tag")?;
        page.browser.press(tag)?;
        page.browser.press(keys::ENTER)?;
        expect_tag(visit, OWN, tag, 1)?;
    }
    expect_tag(visit, OWN, "all", 5)?;
    page.browser.press(keys::ESCAPE)?;
    page.click("button", "Undo")?;
    let agree = |when: &str| -> Result {
        let mut said = Vec::new();
        for tab in [&first, &second] {
            page.browser.go_to_tab(tab)?;
            explorer.expect_status(5, 5)?;
            explorer.expect_state("Starred", 1)?;
            expect_tag(visit, OWN, "all", 5)?;
            expect_tag(visit, OWN, "agent", 1)?;
            expect_tag(visit, OWN, "field", 0)?;
            explorer.search("has:note")?;
            explorer.expect_status(1, 5)?;
            explorer.search("")?;
            explorer.expect_status(5, 5)?;
            said.push(page.browser.run(
                "return [...document.querySelectorAll('#facet-state li, #facet-tag li')].map((value) => value.innerText)",
                &[],
            )?);
        }
        expect(said[0] == said[1], || format!("{when}: {said:?}"))
    };
    agree("at once")?;
    for tab in [&first, &second] {
        page.browser.go_to_tab(tab)?;
        page.browser.go("about:blank")?;
    }
    for tab in [&first, &second] {
        page.browser.go_to_tab(tab)?;
        page.browser.go(&visit.address())?;
    }
    agree("in the next visit")
}
