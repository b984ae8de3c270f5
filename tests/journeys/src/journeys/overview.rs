//! How far the reader is with the days, where no paper is open.

use crate::explorer::{Explorer, keys};
use crate::fixtures::SAMPLE_PAPERS;
use crate::{Result, Visit};

/// The newest day of the sample and how many papers it has.
const DAY: (&str, u32) = ("Tue 3 Mar 2026", 19);

/// Waits until the place of the paper says something, and nothing is open.
fn expect_told(visit: &Visit, explorer: &Explorer<'_>, part: &str) -> Result {
    let reader = explorer.reader()?;
    visit.page.wait_for(&format!("the overview {part:?}"), || {
        let text = visit.page.text(&reader)?;
        let is_told = text.contains(part) && text.contains("Pick a paper");
        Ok(is_told.then_some(()))
    })
}

/// Two papers of the day are decided; the overview counts them, and its button leaves the others in
/// the list.
pub fn the_day(visit: &Visit) -> Result {
    let page = visit.page;
    let explorer = Explorer::with_sample(visit)?;
    let (day, papers) = DAY;
    let progress = |decided: u32| format!("{day}: {decided} of {papers} decided");
    expect_told(visit, &explorer, &progress(0))?;
    let title = explorer.open_row(1)?;
    explorer.expect_paper(&title)?;
    let second = explorer.title(2)?;
    page.browser.press("s")?;
    explorer.expect_paper(&second)?;
    let third = explorer.title(3)?;
    page.browser.press("x")?;
    explorer.expect_paper(&third)?;
    page.browser.press(keys::ESCAPE)?;
    expect_told(visit, &explorer, &progress(2))?;
    let left = papers - 2;
    page.click("button", &format!("Show {left} undecided of {day}"))?;
    explorer.expect_status(left, SAMPLE_PAPERS)?;
    page.click("button", "1 starred")?;
    explorer.expect_status(1, SAMPLE_PAPERS)
}
