//! What the page says beyond hits: completions, words put right, ways out of an empty list, scores,
//! days, marks.

use std::time::Duration;

use crate::driver::Element;
use crate::explorer::{Explorer, keys};
use crate::fixtures::{self, SAMPLE_PAPERS};
use crate::journeys::hands::expect_focus;
use crate::{Result, Visit, expect};

/// Fields, tags and words are completed at the caret, by keys and by the pointer.
pub fn completion(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("-task:segm")?;
    option(visit, "segmentation Segmentation ")?;
    expect_expanded(visit, true)?;
    expect_chosen(visit, None)?;
    page.browser.press(keys::DOWN)?;
    expect_chosen(visit, Some("segmentation"))?;
    page.browser.press(keys::ENTER)?;
    explorer.expect_query("completed", |query| query == "-task:segmentation")?;
    expect_expanded(visit, false)?;
    let found = explorer.next_hits(&format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers"))?;
    expect(found < SAMPLE_PAPERS, || format!("{found} papers are left"))?;

    // In a group, with Tab, and up from below.
    explorer.search("task:(segmentation OR dete")?;
    option(visit, "object-detection Object detection ")?;
    page.browser.press(keys::UP)?;
    page.browser.press(keys::UP)?;
    page.browser.press(keys::DOWN)?;
    page.browser.press(keys::DOWN)?;
    page.browser.press(keys::DOWN)?;
    let chosen = chosen(visit)?.ok_or("nothing is chosen")?;
    page.browser.press(keys::TAB)?;
    let wanted = format!("task:(segmentation OR {chosen}");
    explorer.expect_query("completed in its group", |query| query == wanted)?;
    expect_focus(visit, "combobox", "Search papers")?;
    page.browser.press(")")?;
    explorer.expect_query("closed", |query| query == format!("{wanted})"))?;

    // A field brings its values.
    explorer.search("lichen OR moda")?;
    click_option(visit, "modality: ")?;
    explorer.expect_query("a field", |query| query == "lichen OR modality:")?;
    expect_focus(visit, "combobox", "Search papers")?;
    expect_expanded(visit, true)?;
    let first = page.wait_for("values", || {
        Ok(page.all("option")?.into_iter().next().map(|(_, name)| name))
    })?;
    click_option(visit, &first)?;
    let value = first.split(' ').next().unwrap_or_default();
    explorer.expect_query("a value", |query| {
        query == format!("lichen OR modality:{value}")
    })?;

    // In the midst of the text, and the caret stays there.
    explorer.search("lich -survey")?;
    page.browser.press(keys::HOME)?;
    page.browser.press(&keys::RIGHT.repeat(4))?;
    expect_expanded(visit, false)?;
    page.browser.press(keys::DOWN)?;
    option(visit, "lichen")?;
    page.browser.press(keys::DOWN)?;
    page.browser.press(keys::ENTER)?;
    explorer.expect_query("completed in its midst", |query| {
        query.starts_with("lichen") && query.ends_with(" -survey")
    })?;
    page.browser.press("x")?;
    explorer
        .expect_query("typed on there", |query| query.contains("x -survey"))
        .map(drop)
}

/// Who does not want a completion is not hindered: Enter, Tab and Escape do what they always do.
pub fn completion_in_the_way(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let first = explorer.title(1)?;
    explorer.search("detec")?;
    option(visit, "detection")?;
    page.browser.press(keys::ENTER)?;
    expect_expanded(visit, false)?;
    explorer.expect_query("as typed", |query| query == "detec")?;
    expect_focus(visit, "combobox", "Search papers")?;

    explorer.search("detecti")?;
    option(visit, "detection")?;
    page.browser.press(keys::TAB)?;
    expect_expanded(visit, false)?;
    let (_, focus) = page.focus()?;
    expect(focus != "Search papers", || "Tab does not leave".into())?;
    explorer.expect_query("as typed", |query| query == "detecti")?;

    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    expect_expanded(visit, false)?;
    // All fields, when they are asked for.
    page.browser.press(keys::DOWN)?;
    option(visit, "title: ")?;
    page.browser.press(keys::ESCAPE)?;
    expect_expanded(visit, false)?;
    expect_focus(visit, "combobox", "Search papers")?;
    page.browser.press(keys::ESCAPE)?;
    expect_focus(visit, "article", &first)
}

/// Where nothing is found, it says why, and there is a way out.
pub fn no_hits(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("lichen zyzzyvaxyl")?;
    explorer.expect_status(0, SAMPLE_PAPERS)?;
    let results = page.find("region", "Results")?;
    let said = page.text(&results)?;
    expect(said.contains("No paper has zyzzyvaxyl"), || said.clone())?;
    page.click("button", "Without zyzzyvaxyl 1 paper")?;
    explorer.expect_query("without it", |query| query == "lichen")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;
    let title = explorer.title(1)?;
    expect_focus(visit, "article", &title)?;

    // A contradiction within a group, by keys.
    explorer.search("title:lichen ((title:kettle detection) OR zyzzyvaxyl)")?;
    explorer.expect_status(0, SAMPLE_PAPERS)?;
    let without = page.wait_for("an offer", || {
        let buttons = page.all("button")?;
        Ok(buttons
            .into_iter()
            .find(|(_, name)| name.starts_with("Without ")))
    })?;
    page.move_focus(&without.0)?;
    page.browser.press(keys::ENTER)?;
    let hits = explorer.next_hits(&format!("0 of {SAMPLE_PAPERS} papers"))?;
    expect(without.1.contains(&format!(" {hits} paper")), || {
        format!("{:?} finds {hits}", without.1)
    })?;

    explorer.search("lichen zyzzyvaxyl")?;
    page.click("button", "Clear all filters")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.expect_query("empty", str::is_empty).map(drop)
}

/// Letter by letter a word finds the papers that have a word which begins so, until it is finished.
pub fn typing(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let word = "diffusion";
    let begun = || (1..=word.len()).map(|end| &word[..end]);
    let mut expected = Vec::new();
    for start in begun() {
        explorer.search("zyzzyvaxyl")?;
        explorer.expect_status(0, SAMPLE_PAPERS)?;
        explorer.search(&format!("{start} OR {start}*"))?;
        expected.push(explorer.next_hits(&format!("0 of {SAMPLE_PAPERS} papers"))?);
    }
    explorer.search("zyzzyvaxyl")?;
    explorer.expect_status(0, SAMPLE_PAPERS)?;
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    let search_box = explorer.search_box()?;
    page.move_focus(&search_box)?;
    for (written, hits) in begun().zip(expected) {
        page.browser.press(&written[written.len() - 1..])?;
        explorer.expect_query(written, |query| query == written)?;
        explorer.expect_status(hits, SAMPLE_PAPERS)?;
        let body = page.text(&page.browser_body()?)?;
        expect(!body.contains("No paper matches"), || {
            format!("{written} finds nothing")
        })?;
        explorer.expect_address(&format!("q={written}"))?;
    }
    // A space finishes it, and so does Enter.
    explorer.search("diffus ")?;
    explorer.expect_status(0, SAMPLE_PAPERS)?;
    explorer.search("diffus")?;
    explorer.next_hits(&format!("0 of {SAMPLE_PAPERS} papers"))?;
    page.browser.press(keys::ENTER)?;
    explorer.expect_status(0, SAMPLE_PAPERS)?;
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)
}

/// A word that no paper has is put right by one click, whether there are hits or not.
pub fn spelling(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    for (wrong, right) in [
        ("title:lichne -detection", "title:lichen -detection"),
        ("title:lichne OR -detection", "title:lichen OR -detection"),
    ] {
        explorer.search(wrong)?;
        // The completions lie over it.
        expect_expanded(visit, true)?;
        page.browser.press(keys::ESCAPE)?;
        page.click("button", "Search for lichen instead of lichne")?;
        explorer.expect_query("put right", |query| query == right)?;
        page.wait_for("no more of it", || {
            let buttons = page.all("button")?;
            let gone = buttons
                .iter()
                .all(|(_, name)| !name.starts_with("Search for "));
            Ok(gone.then_some(()))
        })?;
    }
    Ok(())
}

/// A paper says how its score came about, where the score decides the order.
pub fn score(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("detection title:small")?;
    explorer.next_hits(&format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers"))?;
    let title = explorer.open_row(1)?;
    let reader = explorer.expect_paper(&title)?;
    page.wait_for("the line that opens the score", || {
        let found = page.browser.run(
            "const line = arguments[0].querySelector('details.score summary'); line?.focus(); return line && document.activeElement === line",
            &[reader.argument()],
        )?;
        Ok((found == true).then_some(()))
    })?;
    page.browser.press(keys::ENTER)?;
    let cells = page.wait_for("the table", || {
        let cells = page.browser.run(
            "const score = arguments[0].querySelector('details.score');
             return score.open && [score.querySelector('summary').innerText,
                 [...score.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.innerText))];",
            &[reader.argument()],
        )?;
        Ok(cells.is_array().then_some(cells))
    })?;
    let milli = |text: &str| -> Result<u64> { Ok(text.replace('.', "").parse()?) };
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let rows = cells[1].as_array().ok_or("no rows")?;
    let [head, lines @ .., total] = &rows[..] else {
        return Err(format!("the table says {cells}").into());
    };
    expect(text(&head[0]) == "Term" && text(&head[6]) == "Adds", || {
        format!("the columns are {head}")
    })?;
    let mut sum = 0;
    for line in lines {
        sum += milli(&text(&line[6]))?;
    }
    let total = text(&total[6]);
    expect(sum == milli(&total)? && sum > 0, || {
        format!("{sum} thousandths are not {total}")
    })?;
    expect(text(&cells[0]).ends_with(&format!("score {total}")), || {
        format!("the line says {}", cells[0])
    })?;

    // In another order it says nothing.
    explorer.search("has:abstract")?;
    page.wait_for("no score", || {
        let gone = page.browser.run(
            "return !arguments[0].querySelector('details.score')",
            &[reader.argument()],
        )?;
        Ok((gone == true).then_some(()))
    })
}

/// Days are chosen by drawing over bars, and by keys.
pub fn brush(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("days.md", &fixtures::days(8))])?;
    explorer.expect_status(36, 36)?;
    let bar = |n: usize| -> Result<Element> {
        page.wait_for(&format!("bar {n}"), || {
            let histogram = page.find("group", "Papers per day")?;
            let bars = page.all_in(&histogram, "button")?;
            let mut bars = bars.into_iter().filter(|(_, name)| name.contains(" of "));
            Ok(bars.nth(n).map(|(bar, _)| bar))
        })
    };
    page.wait_for(
        "a stretch drawn from right to left, ending above the bars",
        || page.browser.draw(&bar(4)?, &bar(1)?, (0, -60)).map(Some),
    )?;
    explorer.expect_query("a stretch", |query| query == "day:2026-03-02..2026-03-05")?;
    explorer.expect_status(2 + 3 + 4 + 5, 36)?;
    expect_pressed(visit, &[1, 2, 3, 4])?;
    // The others count on as if no day were chosen.
    let name = page.wait_for("the last bar", || {
        let histogram = page.find("group", "Papers per day")?;
        let bars = page.all_in(&histogram, "button")?;
        Ok(bars
            .into_iter()
            .map(|(_, name)| name)
            .rfind(|name| name.contains(" of ")))
    })?;
    expect(name.contains("8 of 8"), || {
        format!("the last bar is {name:?}")
    })?;

    page.move_focus(&bar(5)?)?;
    page.browser.press(keys::ENTER)?;
    explorer.expect_query("a day", |query| query == "day:2026-03-06")?;
    page.browser.press_with(keys::SHIFT, keys::RIGHT)?;
    explorer.expect_query("two days", |query| query == "day:2026-03-06..2026-03-07")?;
    page.browser.press_with(keys::SHIFT, keys::RIGHT)?;
    explorer.expect_query("three days", |query| query == "day:2026-03-06..2026-03-08")?;
    expect_pressed(visit, &[5, 6, 7])?;
    // However many keys it took, it is one step.
    page.browser.travel("back")?;
    explorer.expect_query("a stretch", |query| query == "day:2026-03-02..2026-03-05")?;
    page.browser.travel("forward")?;
    explorer.expect_query("three days", |query| query == "day:2026-03-06..2026-03-08")?;
    page.move_focus(&bar(7)?)?;
    page.browser.press(keys::ESCAPE)?;
    explorer.expect_query("any day", str::is_empty)?;
    explorer.expect_status(36, 36)?;
    let (role, name) = page.focus()?;
    expect(role == "button" && name.contains("8 of 8"), || {
        format!("the focus is on the {role} {name:?}")
    })
}

/// Each term has a colour of its own; a switch takes all colours away, also from the next visit.
pub fn marks(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("detectors \"small object\" tran* /sur[a-z]+ve/")?;
    explorer.next_hits(&format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers"))?;
    let colours = || -> Result<Vec<(String, String)>> {
        let colours = page.browser.run(
            "return [...document.querySelectorAll('mark')].map((mark) => [mark.innerText.toLowerCase(), getComputedStyle(mark).backgroundImage])",
            &[],
        )?;
        let colours = colours.as_array().cloned().unwrap_or_default();
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        Ok(colours
            .iter()
            .map(|pair| (text(&pair[0]), text(&pair[1])))
            .collect())
    };
    explorer.open_row(1)?;
    let seen = page.wait_for("marks of all terms", || {
        let seen = colours()?;
        let all = ["detector", "small object", "transformer", "surviv"]
            .iter()
            .all(|start| seen.iter().any(|(text, _)| text.starts_with(start)));
        Ok(all.then_some(seen))
    })?;
    let colour_of = |start: &str| {
        let mark = seen.iter().find(|(text, _)| text.starts_with(start));
        mark.map(|(_, colour)| colour.clone())
    };
    let mut distinct = ["detector", "small object", "transformer", "surviv"]
        .map(colour_of)
        .to_vec();
    distinct.sort();
    distinct.dedup();
    expect(distinct.len() == 4, || format!("the colours are {seen:?}"))?;

    let expect_off = || {
        page.wait_for("no colour", || {
            let seen = colours()?;
            let off = seen.iter().all(|(_, colour)| colour == "none");
            Ok((off && !seen.is_empty()).then_some(()))
        })
    };
    let switch = page.find("button", "Mark matches")?;
    page.move_focus(&switch)?;
    page.browser.press(keys::ENTER)?;
    expect_off()?;
    page.browser.travel("refresh")?;
    explorer.started()?;
    page.drop_files(&[fixtures::SAMPLE])?;
    expect_off()?;
    page.click("button", "Mark matches")?;
    page.wait_for("colours again", || {
        let seen = colours()?;
        Ok(seen
            .iter()
            .any(|(_, colour)| colour != "none")
            .then_some(()))
    })
}

/// While many searches come, some of which take long, nothing is shown that answers another query
/// than the box has, and the last one is answered.
pub fn stale(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::open(visit)?;
    page.drop_files(&[("large.md", &fixtures::large(20_000))])?;
    explorer.expect_status_within(Duration::from_mins(2), 20_000, 20_000)?;
    // The list says that it is of an older query by `aria-busy`; what it shows while it does not
    // must fit the box. Yew draws in turns of the browser's timers, so what is typed is not yet
    // drawn in the first ones that follow.
    let typed = "
        const box = arguments[0];
        const hits = document.querySelector('.hits');
        const wrong = [];
        let looks = 0;
        const look = () => {
            const first = document.querySelector('[aria-posinset=\"1\"] h3')?.innerText ?? '';
            const wanted = /paper (\\d+)$/.exec(box.value.replaceAll('\"', ''));
            if (!wanted || hits.getAttribute('aria-busy') !== 'false') return;
            looks += 1;
            if (!first.startsWith(`Paper ${wanted[1]} `)) wrong.push([box.value, first]);
        };
        for (let n = 1; n <= 40; n++) {
            box.value = n % 2 ? `/[ab].{30,60}[xq${n}].{30,60}[jz]$/` : `\"paper ${n}\"`;
            box.dispatchEvent(new InputEvent('input', { bubbles: true }));
            for (let turn = 0; turn < n; turn++) {
                await new Promise((resolve) => setTimeout(resolve, arguments[1]));
                if (turn >= 8) look();
            }
        }
        return [looks, wrong];
    ";
    // The others take longer to answer and to draw.
    let turn = (page.browser.engine.slowness() - 1) * 4;
    let arguments = [explorer.search_box()?.argument(), turn.into()];
    let seen = page.browser.run(typed, &arguments)?;
    expect(seen[0].as_u64().is_some_and(|looks| looks > 20), || {
        format!("only {} looks at an answer", seen[0])
    })?;
    expect(seen[1].as_array().is_some_and(Vec::is_empty), || {
        format!("the list showed {}", seen[1])
    })?;
    explorer.expect_status(1, 20_000)?;
    let title = explorer.title(1)?;
    expect(title.starts_with("Paper 40 "), || {
        format!("{title:?} is on show")
    })
}

fn options(visit: &Visit, start: &str) -> Result<Option<(Element, String)>> {
    let options = visit.page.all("option")?;
    Ok(options
        .into_iter()
        .find(|(_, name)| name.starts_with(start)))
}

/// Waits for a completion whose name starts so.
fn option(visit: &Visit, start: &str) -> Result<String> {
    visit
        .page
        .wait_for(&format!("the completion {start:?}"), || {
            Ok(options(visit, start)?.map(|(_, name)| name))
        })
}

fn click_option(visit: &Visit, start: &str) -> Result {
    visit
        .page
        .wait_for(&format!("a click on the completion {start:?}"), || {
            options(visit, start)?
                .map(|(option, _)| visit.page.browser.click(&option))
                .transpose()
        })
}

fn expect_expanded(visit: &Visit, wanted: bool) -> Result {
    let wanted = wanted.to_string();
    visit
        .page
        .wait_for(&format!("aria-expanded to be {wanted}"), || {
            let search_box = Explorer::on(visit.page).search_box()?;
            let expanded = visit.page.attribute(&search_box, "aria-expanded")?;
            Ok((expanded.as_deref() == Some(&wanted)).then_some(()))
        })
}

/// The text of the completion that the box says is chosen; it must be marked as such.
fn chosen(visit: &Visit) -> Result<Option<String>> {
    let chosen = visit.page.browser.run(
        "const at = arguments[0].getAttribute('aria-activedescendant');
         return at && document.querySelector(`#${at}[aria-selected=true] code`)?.innerText",
        &[Explorer::on(visit.page).search_box()?.argument()],
    )?;
    Ok(chosen.as_str().map(str::to_owned))
}

fn expect_chosen(visit: &Visit, wanted: Option<&str>) -> Result {
    visit
        .page
        .wait_for(&format!("{wanted:?} to be chosen"), || {
            Ok((chosen(visit)?.as_deref() == wanted).then_some(()))
        })
}

/// Waits until these bars of the histogram, and no others, are pressed.
fn expect_pressed(visit: &Visit, wanted: &[u32]) -> Result {
    let wanted = serde_json::json!(wanted);
    visit.page.wait_for(&format!("the bars {wanted} to be pressed"), || {
        let pressed = visit.page.browser.run(
            "return [...document.querySelectorAll('.bars button')].flatMap((bar, at) => bar.ariaPressed === 'true' ? [at] : [])",
            &[],
        )?;
        Ok((pressed == wanted).then_some(()))
    })
}
