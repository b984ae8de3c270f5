//! Papers open beside the list, and the address of the page knows which.

use serde_json::json;

use crate::driver::Element;
use crate::explorer::{Explorer, Row, keys};
use crate::fixtures::{SAMPLE, SAMPLE_PAPERS};
use crate::{Result, Visit, expect};

/// A paper of the sample with math in its title, and its id.
const MATHS: (&str, &str) = ("Sinkhorn", "2603.99844");

/// A click on a row opens its paper, with its links, its paragraphs and its math.
pub fn a_paper(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let title = explorer.open_row(2)?;
    explorer.expect_paper(&title)?;

    explorer.search(&format!("title:{}", MATHS.0))?;
    explorer.next_hits(&format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers"))?;
    let title = explorer.on_row(1, |row| page.move_focus(row))?;
    page.browser.press(keys::ENTER)?;
    let reader = explorer.expect_paper(&title)?;
    for (link, address) in [
        ("arXiv page", format!("https://arxiv.org/abs/{}", MATHS.1)),
        ("PDF", format!("https://arxiv.org/pdf/{}", MATHS.1)),
    ] {
        let href = page.attribute(&page.find_in(&reader, "link", link)?, "href")?;
        expect(href.as_ref() == Some(&address), || {
            format!("{link} goes to {href:?}, not to {address}")
        })?;
    }
    expect(!page.all_in(&reader, "paragraph")?.is_empty(), || {
        "the paper has no paragraphs".to_owned()
    })?;
    // Math is more than an element of that name: the browser sets what is in the namespace of
    // MathML.
    let set = page.browser.run(
        "return [...arguments[0].querySelectorAll('math')].map((math) => [math.namespaceURI, math.querySelectorAll('*').length, math.getBoundingClientRect().width])",
        &[reader.argument()],
    )?;
    let set = set.as_array().map(Vec::as_slice).unwrap_or_default();
    let is_set = |math: &serde_json::Value| {
        math[0] == "http://www.w3.org/1998/Math/MathML"
            && math[1].as_u64() > Some(0)
            && math[2].as_f64() > Some(1.0)
    };
    expect(!set.is_empty() && set.iter().all(is_set), || {
        format!("math is {set:?}")
    })
}

/// A tag shows what earned it as soon as it has the focus.
pub fn evidence(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("title:lichen")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;
    let title = explorer.open_row(1)?;
    let reader = explorer.expect_paper(&title)?;
    let marks = |reader: &Element| -> Result<usize> { Ok(page.all_in(reader, "mark")?.len()) };
    // The query marks its words here too.
    let before = marks(&reader)?;
    let tag = page.find_in(&reader, "button", "Hyper-/multispectral")?;
    // Where there is no room under it.
    page.browser.resize(1100, 500)?;
    page.browser
        .run("arguments[0].scrollIntoView(false)", &[tag.argument()])?;
    page.move_focus(&tag)?;
    page.wait_for("evidence", || Ok((marks(&reader)? > before).then_some(())))?;
    let card = page.find_in(&reader, "tooltip", "")?;
    let beyond = page.browser.run(
        "const { top, bottom } = arguments[0].getBoundingClientRect(); return Math.max(-top, bottom - innerHeight)",
        &[card.argument()],
    )?;
    expect(beyond.as_f64().is_some_and(|pixels| pixels <= 0.0), || {
        format!("the evidence reaches {beyond} pixels beyond the window")
    })?;
    let said = page.text(&card)?.to_lowercase();
    expect(said.contains("hyperspectral"), || {
        format!("the evidence is {said:?}")
    })?;
    expect(
        said.contains("in the ") && said.contains("counts 6") && said.contains("make a tag"),
        || format!("the evidence is {said:?}"),
    )?;
    // Escape puts it out, and a second one closes the paper.
    let out = || {
        page.wait_for("evidence to go out", || {
            Ok((marks(&reader)? == before).then_some(()))
        })
    };
    page.browser.press(keys::ESCAPE)?;
    out()?;
    explorer.expect_paper(&title)?;
    page.move_focus(&reader)?;
    page.move_focus(&tag)?;
    page.wait_for("evidence", || Ok((marks(&reader)? > before).then_some(())))?;
    page.move_focus(&reader)?;
    out()?;
    page.browser.press(keys::ESCAPE)?;
    explorer.expect_no_paper()
}

/// A finger shows what earned a tag by a tap, and filters by the next.
pub fn evidence_by_touch(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let title = explorer.open_row(1)?;
    let reader = explorer.expect_paper(&title)?;
    let tap = |wanted: &str| {
        page.browser.run(
            "const tag = arguments[0].querySelector('.tag');
             tag.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
             tag.focus();
             await new Promise((resolve) => setTimeout(resolve, 100));
             tag.click();
             tag.dispatchEvent(new MouseEvent('mouseleave'));
             await new Promise((resolve) => setTimeout(resolve, 100));",
            &[reader.argument()],
        )?;
        page.wait_for(wanted, || {
            let cards = page.all_in(&reader, "tooltip")?;
            Ok((!cards.is_empty()).then_some(()))
        })
    };
    tap("evidence at the first tap")?;
    explorer.expect_query("empty", str::is_empty)?;
    tap("evidence at the second")?;
    explorer
        .expect_query("the tag's", |query| query.contains(':'))
        .map(drop)
}

/// Whoever leaves a step right behind a letter, by Alt and an arrow, comes back to it with that
/// letter.
pub fn the_last_letter(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let value = explorer.values("Task")?.swap_remove(0);
    explorer.tick("Task", &value)?;
    explorer.expect_status(value.count, SAMPLE_PAPERS)?;
    // In one go: a person types and leaves faster than a driver.
    page.browser.run(
        "const box = arguments[0];
         const arrived = () => new Promise((arrived) => addEventListener('popstate', arrived, { once: true }));
         box.value += ' a';
         box.dispatchEvent(new InputEvent('input', { bubbles: true }));
         await new Promise((drawn) => setTimeout(drawn));
         box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Alt', altKey: true, bubbles: true }));
         history.back();
         await arrived();
         history.forward();
         await arrived();",
        &[explorer.search_box()?.argument()],
    )?;
    explorer
        .expect_query("the letter", |query| query.ends_with(" a"))
        .map(drop)
}

/// What is on show is in the address: Back, Forward, and a page opened anew.
pub fn history(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let value = explorer.values("Task")?.swap_remove(0);
    explorer.tick("Task", &value)?;
    explorer.expect_status(value.count, SAMPLE_PAPERS)?;
    let query = explorer.query()?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    let hash = explorer.hash()?;
    expect(
        hash.contains("q=task:") && hash.contains("paper=2603."),
        || format!("the address ends in {hash}"),
    )?;

    page.browser.travel("back")?;
    explorer.expect_no_paper()?;
    page.browser.travel("back")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.expect_query("empty", str::is_empty)?;
    page.browser.travel("forward")?;
    explorer.expect_status(value.count, SAMPLE_PAPERS)?;
    explorer.expect_query("the tick's", |now| now == query)?;
    page.browser.travel("forward")?;
    explorer.expect_paper(&title)?;

    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[SAMPLE])?;
    explorer.expect_status(value.count, SAMPLE_PAPERS)?;
    explorer.expect_query("the one before", |now| now == query)?;
    explorer.expect_paper(&title)?;
    let now = explorer.hash()?;
    expect(now == hash, || format!("{hash} became {now}"))
}

/// The order asked for is kept in the address as well.
pub fn order(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let select = page.find("combobox", "Sort by")?;
    page.browser.type_into(&select, "Title")?;
    // Titles go by their words alone.
    page.wait_for("an order by title", || {
        let rows = explorer.rows()?;
        let titles: Vec<String> = rows
            .into_iter()
            .map(|row| {
                let words = row.title.to_lowercase();
                let words = words.split(|char: char| !char.is_ascii_alphanumeric());
                words
                    .filter(|word| !word.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .collect();
        Ok((titles.len() > 5 && titles.is_sorted()).then_some(()))
    })?;
    let hash = explorer.hash()?;
    expect(hash == "#sort=title", || {
        format!("the address ends in {hash}")
    })
}

/// Twenty thousand papers: the list scrolls through all of them and draws a few.
pub fn a_long_list(visit: &Visit) -> Result {
    const PAPERS: u32 = 20_000;
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("large.md", &crate::fixtures::large(PAPERS))])?;
    explorer.expect_status_within(std::time::Duration::from_mins(1), PAPERS, PAPERS)?;
    let feed = explorer.feed()?;
    for part in [0.5, 1.0, 0.25] {
        let place = page.browser.run(
            "const scroller = arguments[0].parentElement;
             scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * arguments[1];
             return arguments[1];",
            &[feed.argument(), json!(part)],
        )?;
        let middle = place.as_f64().unwrap_or_default() * f64::from(PAPERS);
        let near = page.wait_for(&format!("rows around {middle}"), || {
            let rows = explorer.rows()?;
            let fits = rows.iter().any(|row| {
                (f64::from(row.place) - middle).abs() < 20.0 && row.title.starts_with("Paper ")
            });
            Ok(fits.then_some(rows))
        })?;
        expect_few_and_right(&near, PAPERS)?;
    }
    page.wait_for("the focus on some row", || {
        let rows = explorer.rows()?;
        let middle = rows.get(rows.len() / 2).ok_or("no rows")?.place;
        explorer
            .on_row(middle, |row| page.move_focus(row))
            .map(Some)
    })?;
    page.browser.press(keys::END)?;
    let title = explorer.title(PAPERS)?;
    // All papers are of one day, so the best order is the digest's.
    expect(title.starts_with(&format!("Paper {PAPERS} ")), || {
        format!("the last paper is {title:?}")
    })?;
    page.wait_for("the focus on the last row", || {
        Ok((page.focus()? == ("article".to_owned(), title.clone())).then_some(()))
    })?;
    explorer.open_row(PAPERS)?;
    explorer.expect_paper(&title)?;

    explorer.search(&format!("\"case {} \"", PAPERS / 2))?;
    explorer.expect_status(1, PAPERS)
}

/// No more rows than a window and its surroundings need, each once, and each saying of how many it
/// is.
fn expect_few_and_right(rows: &[Row], papers: u32) -> Result {
    expect(rows.len() <= 100, || {
        format!("{} rows are drawn", rows.len())
    })?;
    for pair in rows.windows(2) {
        expect(pair[0].place < pair[1].place, || {
            format!("two rows are number {}", pair[0].place)
        })?;
    }
    for Row { place, of, title } in rows {
        let right = title == "Loading" || title.starts_with(&format!("Paper {place} "));
        expect(*of == papers && right, || {
            format!("row {place} of {of} is {title:?}")
        })?;
    }
    Ok(())
}
