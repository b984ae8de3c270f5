//! Papers are taken along: as files, as what is copied, on paper.

use serde_json::Value;

use crate::explorer::{Explorer, keys};
use crate::fixtures::{SAMPLE, SAMPLE_PAPERS};
use crate::journeys::hands::expect_no_dialog;
use crate::journeys::saving::{Saved, WATCH, saved};
use crate::journeys::triage::expect_said;
use crate::{Result, Visit, expect};

/// Has the page leave word of each time that it asks for the printer.
const PRINTS: &str = "
    window.printed = 0;
    window.print = () => { window.printed += 1; };
";

/// Opens the sample with the browser watched.
fn begin<'a>(visit: &Visit<'a>) -> Result<Explorer<'a>> {
    visit.page.browser.prepare(&format!("{WATCH}{PRINTS}"))?;
    Explorer::with_sample(visit)
}

/// Chooses a format in the open dialog.
fn choose_form(visit: &Visit, name: &str) -> Result {
    let page = visit.page;
    page.wait_for(&format!("the format {name}"), || {
        let select = page.find("combobox", "Format")?;
        page.browser.type_into(&select, name).map(Some)
    })
}

/// Waits until the dialog says how many papers it would write, and saves them.
fn save(visit: &Visit, papers: u32) -> Result {
    let noun = if papers == 1 { "paper" } else { "papers" };
    expect_said(visit, &format!("{papers} {noun}"))?;
    visit.page.click("button", "Save file")?;
    expect_no_dialog(visit)
}

/// The titles in a file of CSL-JSON.
fn titles(file: &Saved) -> Result<Vec<String>> {
    let items: Vec<Value> = serde_json::from_slice(&file.bytes)?;
    let title = |item: &Value| item["title"].as_str().unwrap_or_default().to_owned();
    Ok(items.iter().map(title).collect())
}

/// The list, what is chosen, the open paper and the stars are saved as files, each with its papers.
pub fn export(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = begin(visit)?;
    explorer.search("segmentation")?;
    let hits = explorer.next_hits(&format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers"))?;
    explorer.leave_box()?;
    page.click("button", "Export")?;
    page.find("dialog", "Export")?;
    choose_form(visit, "CSL-JSON")?;
    save(visit, hits)?;
    let file = saved(visit, 1)?;
    let kind = "application/vnd.citationstyles.csl+json";
    expect(
        file.name == format!("{hits}-papers.json") && file.kind == kind,
        || format!("it is called {:?}, a {:?}", file.name, file.kind),
    )?;
    let (all, first) = (titles(&file)?, explorer.title(1)?);
    expect(
        all.len() == hits as usize && all.first() == Some(&first),
        || format!("the titles {all:?}"),
    )?;
    expect_said(visit, &format!("Saved {hits} papers as {}", file.name))?;

    // What is chosen, by keys, under a name of one's own; the format is what it was.
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.leave_box()?;
    page.browser.press("J")?;
    page.browser.press("E")?;
    let field = page.find("textbox", "File name")?;
    expect_said(visit, "2 papers")?;
    page.browser.put_into(&field, "two.json")?;
    save(visit, 2)?;
    let file = saved(visit, 2)?;
    let all = titles(&file)?;
    expect(
        // The first has a formula.
        file.name == "two.json" && all.len() == 2 && all[1] == explorer.title(2)?,
        || format!("{} has {all:?}", file.name),
    )?;

    // The open paper, with its button, without the abstract.
    let third = explorer.open_row(3)?;
    let reader = explorer.expect_paper(&third)?;
    let button = page.find_in(&reader, "button", "Export")?;
    page.browser.click(&button)?;
    page.click("checkbox", "With abstracts")?;
    save(visit, 1)?;
    let file = saved(visit, 3)?;
    expect(
        titles(&file)? == [third] && !file.text()?.contains("abstract"),
        || format!("it says {:?}", file.text()),
    )?;

    // The stars, wherever the list is.
    page.browser.press("s")?;
    expect_said(visit, "Starred")?;
    page.browser.press("E")?;
    page.click("radio", "All that are starred")?;
    save(visit, 1)?;
    let file = saved(visit, 4)?;
    expect(
        file.name.starts_with("26") || file.name == "starred.json",
        || format!("it is called {:?}", file.name),
    )?;
    // The choice is there at the next visit, where the browser keeps anything.
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    page.browser.press("E")?;
    let select = page.find("combobox", "Format")?;
    let chosen = page.property(&select, "value")?;
    let abstracts = page.property(&page.find("checkbox", "With abstracts")?, "checked")?;
    expect(chosen == "csl" && abstracts == false, || {
        format!("it offers {chosen} with abstracts: {abstracts}")
    })
}

/// A digest whose names would like to be something else.
const HOSTILE: &str = "# ArXiv cs.CV --Tue, 3 Mar 2026
### 1.</pre><script>window.harmed = 1</script><img src=x onerror=window.harmed=1> [ :arrow_down: ](https://arxiv.org/pdf/2603.00001.pdf)
>  An <b>abstract</b> with a [link](javascript:window.harmed=1).
### 2.=cmd|' /C calc'!A0 [ :arrow_down: ](https://arxiv.org/pdf/2603.00002.pdf)
>  Of formulas.
";

/// What a digest says is text in the preview, in the file and on paper, whatever it looks like.
pub fn hostile(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(&format!("{WATCH}{PRINTS}"))?;
    let explorer = Explorer::open(visit)?;
    let name = "../<img src=x onerror=window.harmed=1>.md";
    page.drop_files(&[(name, HOSTILE.as_bytes())])?;
    explorer.expect_status(2, 2)?;
    page.click("button", "Export")?;
    let mut count = 0;
    for form in ["BibTeX", "RIS", "CSV", "Markdown", "NDJSON"] {
        if count > 0 {
            page.click("button", "Export")?;
        }
        choose_form(visit, form)?;
        page.wait_for("a preview with the title", || {
            let preview = page.text_of("region", "How it begins")?;
            Ok((preview.contains("script") && preview.contains("harmed")).then_some(()))
        })?;
        save(visit, 2)?;
        count += 1;
        let file = saved(visit, count)?;
        expect(file.name.starts_with("2-papers."), || {
            format!("it is called {:?}", file.name)
        })?;
    }
    page.browser.press(keys::ESCAPE)?;
    print_of(visit, "All 2 in the list")?;
    let harmed = page.browser.run(
        "return [window.harmed, document.querySelectorAll('img, .page script, pre script').length]",
        &[],
    )?;
    expect(harmed[0].is_null() && harmed[1] == 0, || {
        format!("something was run or drawn: {harmed}")
    })
}

/// A key copies the paper at hand, another what is chosen, and a button the open paper.
pub fn copy(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = begin(visit)?;
    let pasted = |what: &str| -> Result<String> {
        page.browser.press("/")?;
        page.browser.press(keys::EMPTY)?;
        page.browser.press_with(keys::CTRL, "v")?;
        let text = explorer.expect_query(what, |query| query.contains(what))?;
        explorer.search("")?;
        page.wait_for("all papers", || {
            let all = format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers");
            Ok(explorer.status()?.ends_with(&all).then_some(()))
        })?;
        explorer.leave_box()?;
        Ok(text)
    };
    let first = explorer.title(1)?;
    page.browser.press("C")?;
    expect_said(visit, "No papers are chosen")?;
    page.browser.press("j")?;
    page.browser.press("c")?;
    // What is copied has formulas as they are written.
    let start: String = first.chars().take(12).collect();
    expect_said(visit, &format!("Copied as BibTeX: “{start}"))?;
    let text = pasted("@")?;
    expect(
        text.matches('@').count() == 1 && !text.contains("abstract"),
        || format!("it was copied: {text}"),
    )?;
    page.browser.press("J")?;
    page.browser.press("C")?;
    expect_said(visit, "Copied 2 papers as BibTeX")?;
    let text = pasted("@")?;
    expect(text.matches('@').count() == 2, || {
        format!("it was copied: {text}")
    })?;

    // In the format of the last export.
    let second = explorer.open_row(2)?;
    explorer.expect_paper(&second)?;
    page.browser.press("E")?;
    choose_form(visit, "RIS")?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)?;
    page.click("button", "Copy citation")?;
    expect_said(visit, "Copied as RIS")?;
    let text = pasted("TY  -")?;
    expect(text.contains("ER  -"), || format!("it was copied: {text}"))?;

    // Where the browser does not let the page copy, it says so.
    page.browser.run(
        "for (const way of ['write', 'writeText']) navigator.clipboard[way] = () => Promise.reject(); document.execCommand = () => false;",
        &[],
    )?;
    page.browser.press("c")?;
    expect_said(visit, "Nothing was copied")
}

/// A day of two papers.
const DAY: &str = "# ArXiv cs.CV --Tue, 3 Mar 2026
### 1.Of lanterns [ :arrow_down: ](https://arxiv.org/pdf/2603.00001.pdf)
>  About lanterns.
### 2.Of teacups [ :arrow_down: ](https://arxiv.org/pdf/2603.00002.pdf)
>  About teacups.
";

/// Who has finished a day is offered what was kept of it.
pub fn a_finished_day(visit: &Visit) -> Result {
    let page = visit.page;
    page.browser.prepare(WATCH)?;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("day.md", DAY.as_bytes())])?;
    explorer.expect_status(2, 2)?;
    let first = explorer.title(1)?;
    page.browser.press("j")?;
    page.browser.press("l")?;
    page.browser.press("x")?;
    page.wait_for("an offer to export what was kept", || {
        let buttons = page.all("button")?;
        let found = buttons.iter().find(|(_, name)| name == "Export the 1 kept");
        found
            .map(|(button, _)| page.browser.click(button))
            .transpose()
    })?;
    choose_form(visit, "CSL-JSON")?;
    save(visit, 1)?;
    let all = titles(&saved(visit, 1)?)?;
    expect(all == [first], || format!("the titles {all:?}"))
}

/// Prints some papers with their whole abstracts.
fn print_of(visit: &Visit, which: &str) -> Result {
    let page = visit.page;
    page.browser.press_with(keys::CTRL, "k")?;
    page.browser.press("print")?;
    page.browser.press(keys::ENTER)?;
    page.find("dialog", "Print")?;
    page.click("radio", which)?;
    page.click("radio", "Whole")?;
    let before = page.browser.run("return window.printed", &[])?;
    page.click("button", "Print")?;
    page.wait_for("pages that are printed", || {
        let now = page.browser.run("return window.printed", &[])?;
        Ok((now != before).then_some(()))
    })
}

/// What would be on paper now.
fn on_paper(visit: &Visit) -> Result<String> {
    let page = visit.page;
    page.browser.as_on_paper(true)?;
    let text = page.text(&page.browser_body()?)?;
    page.browser.as_on_paper(false)?;
    Ok(text)
}

/// The whole list, a paper and what was kept of a day are printed, and the browser's own command
/// prints what is open.
pub fn print(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = begin(visit)?;
    // The list by the browser's own command: the rows on show, and what to do for all.
    let text = on_paper(visit)?;
    // The first has a formula, which stands on paper in lines of its own.
    let first = explorer.title(2)?;
    expect(
        text.contains(&first) && text.contains("Print…") && !text.contains("Filters"),
        || format!("on paper is {text:?}"),
    )?;
    print_of(visit, &format!("All {SAMPLE_PAPERS} in the list"))?;
    let text = on_paper(visit)?;
    let links = text.matches("https://arxiv.org/abs/").count();
    expect(
        links == SAMPLE_PAPERS as usize && text.starts_with("Papers\n") && text.contains(&first),
        || format!("{links} papers on paper: {text:?}"),
    )?;
    expect_said(visit, &format!("{SAMPLE_PAPERS} papers ready"))?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)?;

    // The open paper, by the browser's own command too, with its addresses.
    explorer.open_row(2)?;
    explorer.expect_paper(&first)?;
    let text = on_paper(visit)?;
    expect(text.contains(&first) && !text.contains("Sort"), || {
        format!("on paper is {text:?}")
    })?;
    print_of(visit, &format!("This paper: {first}"))?;
    let text = on_paper(visit)?;
    expect(text.matches("https://arxiv.org/abs/").count() == 1, || {
        format!("on paper is {text:?}")
    })?;
    page.browser.press(keys::ESCAPE)?;
    expect_no_dialog(visit)
}
