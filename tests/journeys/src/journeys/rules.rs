//! The reader's own rules, and tags put on and taken off by hand.

use std::time::Duration;

use crate::driver::Element;
use crate::explorer::{Explorer, keys};
use crate::fixtures::{SAMPLE_PAPERS, large};
use crate::journeys::hands::expect_focus;
use crate::{Result, Visit, expect};

/// Words that many papers of the sample have.
const WORDS: &str = "(mirror*|image*|network*)";

/// A rule is written, its changes are shown meanwhile, and the facets have it; it is switched off,
/// deleted, and that is taken back.
pub fn writing(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    page.click("button", "Tag rules")?;
    page.click("button", "New rule")?;
    expect_focus(visit, "textbox", "Tag")?;
    page.browser.press("Looking glasses")?;
    write(visit, "Words, one pattern a line", WORDS)?;
    let papers = expect_dialog(visit, "a count", |text| {
        text.contains("gains it") || text.contains("gain it")
    })?;
    expect(papers.contains("Mirror, Mirror"), || papers.clone())?;
    expect(papers.contains("task:looking-glasses"), || papers.clone())?;

    // A paper is looked at, and the rule waits.
    let first = page.wait_for("a paper that gains it", || {
        let changes = page.find("region", "What it changes")?;
        let mut titles = page.all_in(&changes, "button")?;
        titles.retain(|(_, name)| name.starts_with("Mirror, Mirror"));
        let Some((title, name)) = titles.pop() else {
            return Ok(None);
        };
        page.browser.click(&title)?;
        Ok(Some(name))
    })?;
    explorer.expect_paper(&first)?;
    page.click("button", "Edit on")?;
    page.click("button", "Save rule")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    let value = page.wait_for("the value in its facet", || {
        Ok(explorer.value("Task", "Looking glasses").ok())
    })?;
    explorer.search("task:looking-glasses")?;
    explorer.expect_status(value.count, SAMPLE_PAPERS)?;
    explorer.search("")?;

    page.click("button", "Tag rules")?;
    page.wait_for("a click on its switch", || {
        let switch = page.find("checkbox", "Use the rule Looking glasses")?;
        page.browser.click(&switch).map(Some)
    })?;
    page.browser.press(keys::ESCAPE)?;
    expect_value(visit, &explorer, false)?;
    page.click("button", "Undo")?;
    expect_value(visit, &explorer, true)?;
    page.click("button", "Tag rules")?;
    page.click("button", "Delete the rule Looking glasses")?;
    expect_focus(visit, "button", "New rule")?;
    page.click("button", "Undo")?;
    page.find("button", "Edit the rule Looking glasses")
        .map(drop)
}

/// A preview that takes long is given up when the rule says something else or is left; what it
/// would have said is never shown, and searches are answered as ever.
pub fn a_preview_is_given_up(visit: &Visit) -> Result {
    const PAPERS: u32 = 20_000;
    // One in seven of the invented papers.
    const KETTLES: u32 = 2857;
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("large.md", &large(PAPERS))])?;
    page.wait_long_for(Duration::from_mins(1), "papers with their tags", || {
        let is_done = page.all("progressbar")?.is_empty() && !page.all("article")?.is_empty();
        Ok(is_done.then_some(()))
    })?;
    page.click("button", "Tag rules")?;
    page.click("button", "New rule")?;
    expect_focus(visit, "textbox", "Tag")?;
    page.browser.press("Things")?;
    let words = page.find("textbox", "Words, one pattern a line")?;
    let seen = page.browser.run(
        "const [words, dialog, kettles] = arguments;
         const write = (text) => {
             words.value = text;
             words.dispatchEvent(new InputEvent('input', { bubbles: true }));
         };
         const looking = () => [...dialog.querySelectorAll('progress')].find((bar) => bar.value > 0);
         const until = async (holds) => { while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5)); };
         const said = () => dialog.innerText.match(/[0-9]+ papers? gains? it/)?.[0];
         const all = new Set();
         const observer = new MutationObserver(() => all.add(said()));
         observer.observe(dialog, { subtree: true, childList: true, characterData: true });
         write('paper');
         await until(looking);
         const part = looking().value / looking().max;
         write('kettles');
         await until(() => !dialog.querySelector('progress') && said() === kettles);
         write('paper');
         await until(looking);
         observer.disconnect();
         [...dialog.querySelectorAll('button')].find((button) => button.innerText === 'Back without saving').click();
         await until(() => !dialog.querySelector('progress'));
         return [part, [...all]];",
        &[
            words.argument(),
            dialog(visit)?.argument(),
            format!("{KETTLES} papers gain it").into(),
        ],
    )?;
    expect(seen[0].as_f64().is_some_and(|part| part < 1.0), || {
        format!("the preview was over: {}", seen[0])
    })?;
    let whole = format!("{PAPERS} papers gain it");
    expect(!seen[1].to_string().contains(&whole), || {
        format!("what was given up was shown: {}", seen[1])
    })?;
    expect_dialog(visit, "no rule", |text| text.contains("No rules yet"))?;
    page.browser.press(keys::ESCAPE)?;
    explorer.search("kettles")?;
    explorer.expect_status(KETTLES, PAPERS)
}

/// A rule that is wrong is refused, with the place.
pub fn a_wrong_rule(visit: &Visit) -> Result {
    let page = visit.page;
    Explorer::with_sample(visit)?;
    page.click("button", "Tag rules")?;
    page.click("button", "New rule")?;
    page.browser.press("Glass")?;
    write(visit, "Regular expressions, one a line", "glass\nmirror(s")?;
    expect_dialog(visit, "what is wrong", |text| {
        text.contains("unclosed group")
    })?;
    page.click("button", "Save rule")?;
    expect_focus(visit, "textbox", "Regular expressions, one a line")?;
    let chosen = page.browser.run(
        "const field = document.activeElement; return field.value.slice(field.selectionStart, field.selectionEnd)",
        &[],
    )?;
    expect(chosen == "(", || format!("{chosen} is selected"))?;
    page.click("button", "Back without saving")?;
    expect_dialog(visit, "no rule", |text| text.contains("No rules yet")).map(drop)
}

/// Rules are saved as a file and read from one; of a wrong file nothing is taken over.
pub fn files(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let rules = "[[rule]]\nname = \"looking-glasses\"\nfacet = \"task\"\nwords = \"(mirror*|image*|network*)\"\n";
    page.drop_files(&[("mine.toml", rules.as_bytes())])?;
    expect_value(visit, &explorer, true)?;
    let wrong = "[[rule]]\nname = \"other\"\nfacet = \"task\"\nwords = \"(mirror\"\n";
    page.drop_files(&[("wrong.toml", wrong.as_bytes())])?;
    let alert = page.wait_for("what is wrong with the file", || {
        let alerts = page.all("alert")?;
        Ok(alerts.into_iter().next().map(|(alert, _)| alert))
    })?;
    let said = page.text(&alert)?;
    expect(
        said.contains("Line 4, column 10") && said.contains("Nothing was changed"),
        || said.clone(),
    )?;
    page.click("button", "Tag rules")?;
    let link = page.find("link", "Export")?;
    let address = page.attribute(&link, "href")?.unwrap_or_default();
    let text = page.browser.run(
        "return decodeURIComponent(arguments[0].slice(arguments[0].indexOf(',') + 1))",
        &[address.into()],
    )?;
    expect(text == rules, || format!("exported {text}"))
}

/// A tag is taken off a paper and another put on, by keys; both are shown as the reader's own,
/// taken back, and kept over a reload.
pub fn by_hand(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let title = explorer.open_row(1)?;
    let reader = explorer.expect_paper(&title)?;
    let boxed = page.find_in(&reader, "combobox", "Add a tag")?;
    page.move_focus(&boxed)?;
    page.browser.press("medic")?;
    page.wait_for("a tag to choose", || {
        let options = page.all("option")?;
        Ok(options
            .iter()
            .any(|(_, name)| name.starts_with("Medic"))
            .then_some(()))
    })?;
    page.browser.press(keys::ENTER)?;
    let tag = page.wait_for("a tag by hand", || {
        let tags = page.all_in(&explorer.reader()?, "button")?;
        let mut by_hand = tags
            .into_iter()
            .filter_map(|(_, name)| Some(name.strip_suffix("by hand")?.trim().to_owned()));
        Ok(by_hand.next())
    })?;
    expect_focus(visit, "combobox", "Add a tag")?;
    // It is found by it at once.
    let tagged = format!("{tag} by hand");
    page.wait_for("a click on it", || {
        let button = page.find_in(&explorer.reader()?, "button", &tagged)?;
        page.browser.click(&button).map(Some)
    })?;
    let found = explorer.next_hits(&format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers"))?;
    expect((1..SAMPLE_PAPERS).contains(&found), || {
        format!("{found} papers have it")
    })?;
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;

    // Kept over a reload, before the papers are there again.
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.click("button", "Try the sample")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.expect_paper(&title)?;
    take_off(visit, &explorer, &tag)?;
    page.wait_for("no tag by hand", || {
        let tags = page.all_in(&explorer.reader()?, "button")?;
        Ok(tags
            .iter()
            .all(|(_, name)| !name.ends_with("by hand"))
            .then_some(()))
    })?;
    page.click("button", "Undo")?;
    page.wait_for("the tag by hand again", || {
        let tags = page.all_in(&explorer.reader()?, "button")?;
        Ok(tags
            .iter()
            .any(|(_, name)| name.ends_with("by hand"))
            .then_some(()))
    })
}

/// Rules that the browser kept and that cannot be read are told of and not written over.
pub fn kept_wrong(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.browser.run(
        "localStorage.setItem('digest-explorer.rules', '[[rule]]\\nname = 3')",
        &[],
    )?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    let alert = page.wait_for("what is wrong", || {
        Ok(page
            .all("alert")?
            .into_iter()
            .next()
            .map(|(alert, _)| alert))
    })?;
    let said = page.text(&alert)?;
    expect(said.contains("Line 2, column 8"), || said.clone())?;
    page.find_in(&alert, "button", "Save it as a file")?;
    let kept = page.browser.run(
        "return localStorage.getItem('digest-explorer.rules-unreadable')",
        &[],
    )?;
    expect(
        kept.as_str().is_some_and(|kept| kept.contains("name = 3")),
        || kept.to_string(),
    )
}

/// A rule is written, changed and deleted by keys alone.
pub fn keyboard(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let button = page.find("button", "Tag rules")?;
    page.move_focus(&button)?;
    page.browser.press(keys::ENTER)?;
    tab_to(visit, "button", "New rule")?;
    page.browser.press(keys::ENTER)?;
    expect_focus(visit, "textbox", "Tag")?;
    page.browser.press("Looking glasses")?;
    tab_to(visit, "textbox", "Words, one pattern a line")?;
    page.browser.press(WORDS)?;
    tab_to(visit, "button", "Save rule")?;
    page.browser.press(keys::ENTER)?;
    expect_focus(visit, "button", "New rule")?;
    tab_to(visit, "button", "Edit the rule Looking glasses")?;
    page.browser.press(keys::ENTER)?;
    expect_focus(visit, "textbox", "Tag")?;
    tab_to(visit, "button", "Back without saving")?;
    page.browser.press(keys::ENTER)?;
    expect_focus(visit, "button", "New rule")?;
    page.browser.press(keys::ESCAPE)?;
    expect_focus(visit, "button", "Tag rules")?;
    expect_value(visit, &explorer, true)
}

/// Presses Tab until something has the focus.
fn tab_to(visit: &Visit, role: &str, name: &str) -> Result {
    for _ in 0..60 {
        let (has_role, has_name) = visit.page.focus()?;
        if has_role == role && has_name == name {
            return Ok(());
        }
        visit.page.browser.press(keys::TAB)?;
    }
    Err(format!("Tab does not lead to the {role} {name}").into())
}

fn write(visit: &Visit, field: &str, text: &str) -> Result {
    let field = visit.page.find("textbox", field)?;
    visit.page.browser.type_into(&field, text)
}

fn dialog(visit: &Visit) -> Result<Element> {
    visit.page.find("dialog", "Tag rules")
}

fn expect_dialog(visit: &Visit, what: &str, fits: impl Fn(&str) -> bool) -> Result<String> {
    visit.page.wait_for(what, || {
        let text = visit.page.text(&dialog(visit)?)?;
        Ok(Some(text).filter(|text| fits(text)))
    })
}

fn expect_value(visit: &Visit, explorer: &Explorer, is: bool) -> Result {
    let what = if is {
        "the tag in its facet"
    } else {
        "the tag gone"
    };
    visit.page.wait_for(what, || {
        let found = explorer.value("Task", "Looking glasses").is_ok();
        Ok((found == is).then_some(()))
    })
}

fn take_off(visit: &Visit, explorer: &Explorer, tag: &str) -> Result {
    let page = visit.page;
    page.wait_for("a way to take it off", || {
        let name = format!("Take off {tag}");
        let mut buttons = page.all_in(&explorer.reader()?, "button")?;
        buttons.retain(|(_, has)| *has == name);
        let Some((button, _)) = buttons.pop() else {
            return Ok(None);
        };
        page.move_focus(&button)?;
        page.browser.press(keys::ENTER)?;
        Ok(Some(()))
    })
}
