//! What helps to narrow: facets as the reader has them, words that stand out, phrases for rules
//! that are missing.

use std::fmt::Write as _;

use crate::driver::Element;
use crate::explorer::{Explorer, keys};
use crate::fixtures::{SAMPLE, SAMPLE_PAPERS};
use crate::journeys::hands::expect_focus;
use crate::{Result, Visit, expect};

/// How many papers [`lichens`] has, and how many of them are about lichens.
const PAPERS: u32 = 600;
const LICHENS: u32 = 200;

/// Papers a third of which are about lichens, which no rule of the table knows. One has a slip.
fn lichens() -> Vec<u8> {
    let mut digest = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for number in 1..=PAPERS {
        let about = match number % 3 {
            0 if number == 3 => "Slow lichen growth on a bouldre.",
            0 => "Slow lichen growth on a boulder. Lichen growth is slow.",
            1 => "Object detection in kettles. We detect objects.",
            _ => "Semantic segmentation of steam. We segment images.",
        };
        let id = 10_000 + number;
        // Writing to a string cannot fail.
        let _ = writeln!(
            digest,
            "### {number}.Paper {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{id}.pdf)\n>  {about}"
        );
    }
    digest.into_bytes()
}

fn with_lichens<'v>(visit: &Visit<'v>) -> Result<Explorer<'v>> {
    let explorer = Explorer::open(visit)?;
    visit.page.drop_files(&[("lichens.md", &lichens())])?;
    explorer.expect_status(PAPERS, PAPERS)?;
    Ok(explorer)
}

/// Waits for a button within a group of this name, by the start of the button's name.
fn button(visit: &Visit, group: &str, start: &str) -> Result<(Element, String)> {
    let page = visit.page;
    page.wait_for(&format!("{start:?} in {group:?}"), || {
        let groups = page.all("group")?;
        let Some((group, _)) = groups.into_iter().find(|(_, name)| name == group) else {
            return Ok(None);
        };
        let buttons = page.all_in(&group, "button")?;
        Ok(buttons
            .into_iter()
            .find(|(_, name)| name.starts_with(start)))
    })
}

/// The words that stand out come after the answer; a key press adds one to the query, and they can
/// be put away.
pub fn terms(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_lichens(visit)?;
    explorer.search("boulder")?;
    explorer.expect_status(LICHENS - 1, PAPERS)?;
    let (term, name) = button(visit, "Stands out", "Add slow lichen")?;
    page.move_focus(&term)?;
    page.browser.press(keys::ENTER)?;
    let query = explorer.expect_query("longer", |query| query.starts_with("boulder \"slow"))?;
    let hits = name
        .rsplit(": ")
        .next()
        .and_then(|papers| papers.split(' ').next());
    let hits: u32 = hits.unwrap_or_default().parse()?;
    explorer.expect_status(hits, PAPERS)?;
    let first = explorer.title(1)?;
    expect_focus(visit, "article", &first)?;
    expect(hits > 1, || format!("{query} finds {hits}"))?;

    // Put away, they stay so.
    let (fold, _) = button(visit, "Stands out", "Stands out")?;
    page.move_focus(&fold)?;
    page.browser.press(keys::ENTER)?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[("lichens.md", &lichens())])?;
    explorer.expect_status(hits, PAPERS)?;
    let (fold, _) = button(visit, "Stands out", "Stands out")?;
    let expanded = page.attribute(&fold, "aria-expanded")?;
    expect(expanded.as_deref() == Some("false"), || {
        format!("it is {expanded:?}")
    })?;
    // Of everything nothing stands out.
    explorer.search("")?;
    explorer.expect_status(PAPERS, PAPERS)?;
    page.wait_for("no words", || {
        let groups = page.all("group")?;
        let gone = groups.iter().all(|(_, name)| name != "Stands out");
        Ok(gone.then_some(()))
    })
}

/// Papers without a tag are found in their facet, with the phrases that they share; one narrows the
/// list, and becomes a rule that tags as many papers as it said.
pub fn worklist(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_lichens(visit)?;
    let value = explorer.value("Task", "No task tag")?;
    expect(value.count == LICHENS, || format!("{value:?}"))?;
    explorer.tick("Task", &value)?;
    explorer.expect_status(LICHENS, PAPERS)?;
    let group = "Phrases for a new Task rule";
    let (phrase, name) = button(visit, group, "Add slow lichen growth")?;
    expect(name.ends_with(": 200 papers"), || name.clone())?;
    page.move_focus(&phrase)?;
    page.browser.press(keys::ENTER)?;
    explorer.expect_query("narrowed", |query| {
        query == "task:none \"slow lichen growth\""
    })?;
    page.browser.travel("back")?;
    explorer.expect_query("as before", |query| query == "task:none")?;

    let (attempt, _) = button(visit, group, "Try slow lichen growth as a rule of Task")?;
    page.move_focus(&attempt)?;
    page.browser.press(keys::ENTER)?;
    for (name, wanted) in [
        ("Tag", "Slow lichen growth"),
        ("Words, one pattern a line", "slow lichen growth"),
    ] {
        let field = page.find("textbox", name)?;
        let says = page.property(&field, "value")?;
        expect(says == wanted, || format!("{name} says {says}"))?;
    }
    page.wait_for("what it changes", || {
        let changes = page.find("region", "What it changes")?;
        let said = page.text(&changes)?;
        Ok(said.contains("200").then_some(()))
    })?;
    page.click("button", "Save rule")?;
    explorer.expect_status(0, PAPERS)?;
    explorer.search("task:slow-lichen-growth")?;
    explorer.expect_status(LICHENS, PAPERS)
}

/// A word that one paper has and that is a slip of one that many have is offered to be put right.
pub fn rare_word(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = with_lichens(visit)?;
    explorer.search("bouldre")?;
    explorer.expect_status(1, PAPERS)?;
    // A word is doubted when it is finished.
    page.browser.press(keys::ENTER)?;
    explorer.expect_status(1, PAPERS)?;
    let said = page.text(&page.find("region", "Results")?)?;
    expect(said.contains("Only one paper has “bouldre”"), || said)?;
    page.click("button", "Search for boulder instead of bouldre")?;
    explorer.expect_status(LICHENS - 1, PAPERS)
}

/// The names of the facets from the top.
fn facets(visit: &Visit) -> Result<Vec<String>> {
    let names = visit.page.browser.run(
        "return [...document.querySelectorAll('.facet:not(.saved-group) .facet-head h2')].map((name) => name.innerText)",
        &[],
    )?;
    let names = names.as_array().cloned().unwrap_or_default();
    let text = |name: &serde_json::Value| name.as_str().unwrap_or_default().to_owned();
    Ok(names.iter().map(text).collect())
}

/// Facets are moved and folded by keys and by the pointer, and the next visit has them so.
pub fn facets_arranged(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let before = page.wait_for("facets", || {
        Ok(Some(facets(visit)?).filter(|all| all.len() > 5))
    })?;
    let wait_for = |wanted: &[String]| {
        page.wait_for(&format!("the order {wanted:?}"), || {
            Ok((facets(visit)? == wanted).then_some(()))
        })
    };
    let mut order = before.clone();
    // By a button, twice: the focus stays on it.
    let (down, _) = button(visit, &before[0], &format!("Move {} down", before[0]))?;
    page.move_focus(&down)?;
    for at in 0..2 {
        page.browser.press(keys::ENTER)?;
        order.swap(at, at + 1);
        wait_for(&order)?;
        expect_focus(visit, "button", &format!("Move {} down", before[0]))?;
    }
    // By the arrow keys on its name, and folded.
    let (name, _) = button(visit, &before[3], &before[3])?;
    page.move_focus(&name)?;
    page.browser.press_with(keys::ALT, keys::UP)?;
    order.swap(2, 3);
    wait_for(&order)?;
    expect_focus(visit, "button", &before[3])?;
    page.browser.press(keys::ENTER)?;

    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    wait_for(&order)?;
    let (name, _) = button(visit, &before[3], &before[3])?;
    let expanded = page.attribute(&name, "aria-expanded")?;
    expect(expanded.as_deref() == Some("false"), || {
        format!("{} is {expanded:?}", before[3])
    })?;
    page.click("button", "Usual order of the filters")?;
    wait_for(&before)
}
