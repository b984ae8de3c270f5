//! Words and filters find papers, and each says what it found.

use std::cell::Cell;

use crate::explorer::Explorer;
use crate::fixtures::SAMPLE_PAPERS;
use crate::{Result, Visit, expect};

/// A word finds fewer papers and is marked; the language of queries works as it is typed.
pub fn words(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("detection")?;
    let detection = explorer.next_hits(&format!("{SAMPLE_PAPERS} of {SAMPLE_PAPERS} papers"))?;
    explorer.expect_status(detection, SAMPLE_PAPERS)?;
    expect(detection > 1 && detection < SAMPLE_PAPERS, || {
        format!("{detection} papers speak of detection")
    })?;
    let marked = page.wait_for("marks in the first row", || {
        let marked = Cell::new(Vec::new());
        explorer.on_row(1, |row| {
            let marks = page.all_in(row, "mark")?;
            let texts: Result<Vec<String>> =
                marks.iter().map(|(mark, _)| page.text(mark)).collect();
            marked.set(texts?);
            Ok(())
        })?;
        Ok(Some(marked.take()).filter(|marked| !marked.is_empty()))
    })?;
    for text in &marked {
        expect(text.to_lowercase().starts_with("detection"), || {
            format!("{text:?} is marked")
        })?;
    }

    for query in ["\"small object detection\"", "title:lichen"] {
        explorer.search(query)?;
        explorer.expect_status(1, SAMPLE_PAPERS)?;
    }
    explorer.search("detection title:zebra OR -detection")?;
    explorer.expect_status(SAMPLE_PAPERS - detection, SAMPLE_PAPERS)?;
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)
}

/// A query that cannot be read says why and what may be meant; what was found last stays.
pub fn a_wrong_query(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    explorer.search("title:lichen")?;
    explorer.expect_status(1, SAMPLE_PAPERS)?;
    let title = explorer.title(1)?;
    explorer.search("taks:x")?;
    let search_box = explorer.search_box()?;
    page.wait_for("word of the wrong field", || {
        let described = page.browser.run(
            "return document.getElementById(arguments[0].getAttribute('aria-describedby'))?.innerText",
            &[search_box.argument()],
        )?;
        let said = described.as_str().unwrap_or_default();
        Ok((said.contains("unknown field") && said.contains("did you mean task:")).then_some(()))
    })?;
    let invalid = page.attribute(&search_box, "aria-invalid")?;
    expect(invalid.as_deref() == Some("true"), || {
        format!("aria-invalid is {invalid:?}")
    })?;
    let still = explorer.title(1)?;
    expect(still == title, || format!("{still:?} is on show"))?;
    explorer.search("")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    let invalid = page.attribute(&search_box, "aria-invalid")?;
    expect(invalid.is_none(), || format!("aria-invalid is {invalid:?}"))
}

/// Ticks join by OR or, when asked, by AND; the counts say what a tick will find.
pub fn filters(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let values = explorer.values("Task")?;
    let [one, two, ..] = values.as_slice() else {
        return Err("the facet Task has fewer than two values".into());
    };
    explorer.tick("Task", one)?;
    let first = explorer.expect_query("a task", |query| query.starts_with("task:"))?;
    explorer.expect_status(one.count, SAMPLE_PAPERS)?;
    // The counts of a facet are those without its own choice.
    let other = explorer.value("Task", &two.label)?;
    expect(other.count == two.count, || {
        format!("{} counts {}, not {}", two.label, other.count, two.count)
    })?;

    explorer.tick("Task", &other)?;
    let both = explorer.expect_query("another", |query| query != first)?;
    expect(both.contains(&first["task:".len()..]), || {
        format!("{first} became {both}")
    })?;
    let either = explorer.next_hits(&format!("{} of {SAMPLE_PAPERS} papers", one.count))?;
    page.click("button", "Match all in Task")?;
    explorer.expect_status(one.count + two.count - either, SAMPLE_PAPERS)?;
    page.click("button", "Match all in Task")?;
    explorer.expect_status(either, SAMPLE_PAPERS)?;

    page.click("button", "Clear all")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    explorer.expect_query("empty", str::is_empty).map(drop)
}

/// A value is excluded; its chip takes that back.
pub fn exclusion(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let value = explorer.values("Modality")?.swap_remove(0);
    let find_exclude = || {
        let facet = explorer.facet("Modality")?;
        page.find_in(&facet, "button", &format!("Exclude {}", value.label))
    };
    let expect_pressed = |wanted: &str| {
        page.wait_for(&format!("aria-pressed to be {wanted}"), || {
            let pressed = page.attribute(&find_exclude()?, "aria-pressed")?;
            Ok((pressed.as_deref() == Some(wanted)).then_some(()))
        })
    };
    expect_pressed("false")?;
    page.wait_for("an exclusion", || {
        page.browser.click(&find_exclude()?).map(Some)
    })?;
    explorer.expect_status(SAMPLE_PAPERS - value.count, SAMPLE_PAPERS)?;
    explorer.expect_query("an exclusion", |query| query.starts_with("-modality:"))?;
    expect_pressed("true")?;

    page.wait_for("a click on the chip", || {
        let mut buttons = page.all("button")?;
        buttons.retain(|(_, name)| name.starts_with("Remove ") && name.contains(&value.label));
        let chip = buttons.pop();
        chip.map(|(chip, _)| page.browser.click(&chip)).transpose()
    })?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
    expect_pressed("false")
}

/// A bar of the histogram finds its day.
pub fn days(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let name = page.wait_for("a bar", || {
        let histogram = page.find("group", "Papers per day")?;
        let bars = page.all_in(&histogram, "button")?;
        Ok(bars.into_iter().next().map(|(_, name)| name))
    })?;
    let count = name
        .split(": ")
        .nth(1)
        .and_then(|counts| counts.split(' ').next()?.parse().ok())
        .ok_or_else(|| format!("the bar {name:?} has no count"))?;
    page.click("button", &name)?;
    explorer.expect_status(count, SAMPLE_PAPERS)?;
    explorer.expect_query("a day", |query| query == "day:2026-03-02")?;
    page.click("button", "Any day")?;
    explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)
}
