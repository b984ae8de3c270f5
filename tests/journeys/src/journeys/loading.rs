//! Digests come in, whichever way; what is no digest says so.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::explorer::{Explorer, Row};
use crate::fixtures::{self, SAMPLE, SAMPLE_PAPERS};
use crate::{Result, Visit, expect};

/// The sample shows every part of the explorer.
pub fn the_sample(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.click("button", "Try the sample")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.title(1)?;
    for (at, Row { place, of, title }) in explorer.rows()?.iter().enumerate() {
        if *place as usize != at + 1 || *of != SAMPLE_PAPERS || title.is_empty() {
            return Err(format!("row {at} is {title:?}, {place} of {of}").into());
        }
    }
    for facet in [
        "Task", "Domain", "Modality", "Method", "Resource", "Category",
    ] {
        if explorer.values(facet)?.is_empty() {
            return Err(format!("the facet {facet} has no values").into());
        }
    }
    let histogram = page.find("group", "Papers per day")?;
    match page.all_in(&histogram, "button")?.len() {
        2 => Ok(()),
        bars => Err(format!("two days have {bars} bars").into()),
    }
}

/// A file is dropped, and more of them later; the report tells the balance of each.
pub fn dropping(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("digest.md", &fixtures::read("digest.md")?)])?;
    explorer.expect_status(3, 3)?;
    page.drop_files(&[
        ("crlf.md", &fixtures::read("heading/crlf.md")?),
        ("latin1.md", &fixtures::read("heading/latin1.md")?),
        ("again.md", &fixtures::read("digest.md")?),
    ])?;
    // Both small files have the same two ids, and the last one is known already.
    explorer.expect_status(5, 5)?;
    expect_balance(visit, "digest.md", "3 headings, 3 papers, 0 problems")?;
    expect_balance(
        visit,
        "again.md",
        "The same file as digest.md; nothing changed",
    )?;

    let Some(seed) = fixtures::real("seed-markdown/2020-12-24.md")? else {
        return Ok(());
    };
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[("2020-12-24.md", &seed)])?;
    explorer.expect_status(68, 68)?;
    expect_balance(visit, "2020-12-24.md", "68 headings, 68 papers, 0 problems")
}

/// A file is taken out and its papers go with it; a problem shows the lines around it.
pub fn removing(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_two_files(visit)?;
    page.click("button", "Reading report")?;
    page.wait_for("a click on the warning", || {
        let report = page.find("dialog", "Reading report")?;
        let Some((problem, _)) = page.all_in(&report, "listitem")?.into_iter().next() else {
            return Ok(None);
        };
        page.browser.click(&problem).map(Some)
    })?;
    page.wait_for("the lines around the warning", || {
        let text = page.text_of("dialog", "Reading report")?;
        let shown = ["# ArXiv cs.CV", "### 1."]
            .iter()
            .all(|line| text.contains(line));
        Ok(shown.then_some(()))
    })?;
    page.click("button", "Remove digest.md")?;
    explorer.expect_status(2, 2)?;
    let text = page.text_of("dialog", "Reading report")?;
    if text.lines().any(|line| line.trim() == "digest.md") {
        return Err("the report still has digest.md".into());
    }
    Ok(())
}

/// Files are chosen, several at once.
pub fn choosing(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    let input = page.file_input()?;
    let paths = ["digest.md", "heading/other-category.md"]
        .map(|name| fixtures::path(name).map(|path| path.display().to_string()));
    let paths: Vec<String> = paths.into_iter().collect::<Result<_>>()?;
    page.browser.type_into(&input, &paths.join("\n"))?;
    explorer.expect_status(6, 6)
}

/// Packed digests are unpacked.
pub fn archives(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(SAMPLE.1)?;
    page.drop_files(&[("sample.md.gz", &packed.finish()?)])?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    let one = fixtures::read("digest.md")?;
    let other = fixtures::read("heading/other-category.md")?;
    let zip = fixtures::zip(&[("march/a.md", &one), ("march/b.md", &other)]);
    page.drop_files(&[("march.zip", &zip)])?;
    explorer.expect_status(SAMPLE_PAPERS + 6, SAMPLE_PAPERS + 6)
}

/// What cannot be read is named with the reason, and the papers that are there stay.
pub fn unreadable(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    for (name, reason) in [
        ("empty.md", "The file is empty"),
        ("image.png", "a PNG image"),
        ("unknown.txt", "no digest that is known here"),
    ] {
        page.drop_files(&[(name, &fixtures::read(&format!("heading/{name}"))?)])?;
        page.wait_for(&format!("word of {name}: {reason}"), || {
            for (alert, _) in page.all("alert")? {
                let text = page.text(&alert)?;
                if text.contains(name) && text.contains(reason) && text.contains("Formats") {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })?;
        explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
        explorer.title(1)?;
    }
    // On a phone the reason leaves room for the list.
    page.browser.resize(360, 740)?;
    let (alert, _) = page.all("alert")?.pop().ok_or("no alert is left")?;
    let height = page.browser.run(
        "return arguments[0].getBoundingClientRect().height",
        &[alert.argument()],
    )?;
    expect(height.as_f64().is_some_and(|pixels| pixels < 120.0), || {
        format!("what is said of a file is {height} pixels high")
    })
}

/// Of a large file all papers can be searched before they all have their tags: the page says so
/// meanwhile, and the facets fill up.
pub fn tags_come_later(visit: &Visit) -> Result {
    const PAPERS: u32 = 20_000;
    // One in five of the invented papers has this tag, so 410 of the 2,048 that are tagged as they
    // come; one in seven is about kettles.
    const TRANSFORMERS: u32 = PAPERS / 5;
    const KETTLES: u32 = 2857;
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    // From within the page, for tags come faster than a driver looks.
    page.browser.run(
        "const [all, kettles] = arguments;
         const tagging = () => [...document.querySelectorAll('progress')].some((bar) => bar.ariaLabel === 'All can be searched. Adding tags');
         const hits = () => Number(document.querySelector('[aria-setsize]')?.ariaSetSize);
         const until = async (holds) => { while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5)); };
         window.searched = (async () => {
             await until(() => tagging() && hits() === all);
             const box = document.querySelector('[role=combobox]');
             box.value = 'kettles';
             box.dispatchEvent(new InputEvent('input', { bubbles: true }));
             await until(() => hits() === kettles);
             return tagging();
         })();",
        &[PAPERS.into(), KETTLES.into()],
    )?;
    page.drop_files(&[("large.md", &fixtures::large(PAPERS))])?;
    let while_tagging = page.browser.run("return await window.searched", &[])?;
    expect(while_tagging == true, || {
        "no search was answered before all papers had their tags".to_owned()
    })?;
    explorer.search("")?;
    explorer.expect_status(PAPERS, PAPERS)?;
    page.wait_for("the tags of all papers", || {
        Ok(page.all("progressbar")?.is_empty().then_some(()))
    })?;
    page.wait_for(&format!("{TRANSFORMERS} papers with the tag"), || {
        let found = explorer.value("Method", "Transformer").ok();
        Ok(found.filter(|value| value.count == TRANSFORMERS))
    })
    .map(drop)
}

/// The first thing that is read may be no digest: the page says so and still offers all it did.
pub fn unreadable_at_first(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("image.png", &fixtures::read("heading/image.png")?)])?;
    let text = page.text_of("alert", "")?;
    if !text.contains("a PNG image") {
        return Err(format!("the page says {text:?}").into());
    }
    page.click("button", "Try the sample")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)
}

/// Browsers tell some time after it that a dialog was closed. Who opens it again before that has it
/// open.
pub fn the_report_at_once(visit: &Visit) -> Result {
    let page = visit.page;
    Explorer::with_sample(visit)?;
    page.click("button", "Reading report")?;
    let report = page.find("dialog", "Reading report")?;
    let close = page.find_in(&report, "button", "Close")?;
    page.browser.run(
        "const open = [...document.querySelectorAll('button')].find((button) => button.ariaLabel === 'Reading report');
         arguments[0].click();
         open.click();
         return new Promise((resolve) => setTimeout(resolve, 200));",
        &[close.argument()],
    )?;
    page.find("dialog", "Reading report")?;
    page.click("button", "Close")?;
    page.wait_for("a closed report", || {
        Ok(page.all("dialog")?.is_empty().then_some(()))
    })
}

/// What comes by itself moves nothing while something is pressed: a click needs its button where it
/// was.
pub fn a_press(visit: &Visit) -> Result {
    let page = visit.page;
    // A press is waited for a second, which on a slow machine is over too soon.
    page.browser.prepare(
        "const hasty = window.setTimeout;
         window.setTimeout = (run, ms, ...all) => hasty(run, ms === 1000 ? 60000 : ms, ...all);",
    )?;
    let explorer = Explorer::with_sample(visit)?;
    page.browser
        .run("window.dispatchEvent(new PointerEvent('pointerdown'))", &[])?;
    page.drop_files(&[("image.png", &fixtures::read("heading/image.png")?)])?;
    let moved = page.browser.run(
        "const top = () => document.querySelector('main').getBoundingClientRect().top;
         const before = top();
         await new Promise((resolve) => setTimeout(resolve, 500));
         const held = top() === before;
         window.dispatchEvent(new PointerEvent('pointerup'));
         return held;",
        &[],
    )?;
    expect(moved == true, || {
        "the list moved under the pointer".to_owned()
    })?;
    page.text_of("alert", "")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)
}

/// The report says this of that file.
fn expect_balance(visit: &Visit, file: &str, balance: &str) -> Result {
    let page = visit.page;
    page.click("button", "Reading report")?;
    let text = page.text_of("dialog", "Reading report")?;
    // A file's name stands on a line of its own; other files' balances may name it too.
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut lines = lines.skip_while(|line| *line != file);
    let line = lines.nth(1).unwrap_or_default();
    if !line.ends_with(balance) {
        return Err(format!("not {balance:?} but {line:?} is said of {file}").into());
    }
    page.wait_for("a click on Close", || {
        let report = page.find("dialog", "Reading report")?;
        let close = page.find_in(&report, "button", "Close")?;
        page.browser.click(&close).map(Some)
    })?;
    page.wait_for("a closed report", || {
        Ok(page.all("dialog")?.is_empty().then_some(()))
    })
}
