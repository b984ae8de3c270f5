//! The words in which journeys speak of the explorer: what a reader of the page sees there and
//! does, by roles and names.

use std::time::Duration;

use crate::driver::Element;
use crate::fixtures::{self, SAMPLE, SAMPLE_PAPERS};
use crate::page::Page;
use crate::{Result, Visit};

/// Keys as `WebDriver` writes them.
pub mod keys {
    /// Enter.
    pub const ENTER: &str = "\u{E007}";
    /// Escape.
    pub const ESCAPE: &str = "\u{E00C}";
    /// Tab.
    pub const TAB: &str = "\u{E004}";
    /// Shift, to be held.
    pub const SHIFT: &str = "\u{E008}";
    /// Control, to be held.
    pub const CTRL: &str = "\u{E009}";
    /// Alt, to be held.
    pub const ALT: &str = "\u{E00A}";
    /// Arrow up.
    pub const UP: &str = "\u{E013}";
    /// Arrow right.
    pub const RIGHT: &str = "\u{E014}";
    /// Arrow down.
    pub const DOWN: &str = "\u{E015}";
    /// Home.
    pub const HOME: &str = "\u{E011}";
    /// End.
    pub const END: &str = "\u{E010}";
    /// Backspace.
    pub const BACKSPACE: &str = "\u{E003}";
    /// Chooses all that a field says and deletes it.
    pub const EMPTY: &str = "\u{E009}a\u{E000}\u{E003}";
}

/// The explorer on a page.
pub struct Explorer<'a> {
    page: &'a Page,
}

/// A value of a facet as its check box names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// What its check box is called: the two others in one.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// How many papers it stands for.
    pub count: u32,
}

/// A row of the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its place in the list, the first being 1.
    pub place: u32,
    /// Of how many it says it is one.
    pub of: u32,
    /// Its name: the paper's title, or that it is loading.
    pub title: String,
}

/// Gives the place, the size of the list and the name of each row below `arguments[0]`, all of one
/// moment: rows come and go as the list scrolls.
const ROWS: &str = "
    return [...arguments[0].querySelectorAll('[aria-posinset]')]
        .filter((row) => row.computedRole === 'article')
        .map((row) => [Number(row.ariaPosInSet), Number(row.ariaSetSize), row.computedName])
        .sort((one, other) => one[0] - other[0]);
";

impl<'a> Explorer<'a> {
    /// The explorer of a page that stands already.
    pub fn on(page: &'a Page) -> Self {
        Self { page }
    }

    /// Opens the page and drops the sample digest on it.
    pub fn with_sample(visit: &Visit<'a>) -> Result<Self> {
        let explorer = Self::open(visit)?;
        explorer.page.drop_files(&[SAMPLE])?;
        explorer.expect_status(SAMPLE_PAPERS, SAMPLE_PAPERS)?;
        Ok(explorer)
    }

    /// Opens the page and drops two files of five papers on it, `digest.md` and `latin1.md`.
    pub fn with_two_files(visit: &Visit<'a>) -> Result<Self> {
        let explorer = Self::open(visit)?;
        explorer.page.drop_files(&[
            ("digest.md", &fixtures::read("digest.md")?),
            ("latin1.md", &fixtures::read("heading/latin1.md")?),
        ])?;
        explorer.expect_status(5, 5)?;
        Ok(explorer)
    }

    /// Opens the page.
    pub fn open(visit: &Visit<'a>) -> Result<Self> {
        visit.page.browser.go(&visit.address())?;
        let explorer = Self::on(visit.page);
        explorer.started()?;
        Ok(explorer)
    }

    /// Waits until the program has taken over. What it takes over has buttons that can be pressed
    /// as well, but not this many.
    pub fn started(&self) -> Result {
        self.page.wait_for("a page that takes files", || {
            let started = self.page.browser.run(
                "const names = [...document.querySelectorAll('button:enabled')].map((button) => button.computedName);
                 return names.includes('Try the sample') && names.includes('Help')",
                &[],
            )?;
            Ok((started == true).then_some(()))
        })
    }

    /// What the status says.
    pub fn status(&self) -> Result<String> {
        self.page.wait_for("the status", || self.count())
    }

    /// The count of papers. What stands above it, or in a panel, tells what was done.
    fn count(&self) -> Result<Option<String>> {
        let is_count = |text: &str| text.contains(" of ") && text.contains("paper");
        let mut last = None;
        for (status, _) in self.page.all("status")?.iter().rev() {
            let text = self.page.text(status)?;
            if is_count(&text) {
                return Ok(Some(text));
            }
            last.get_or_insert(text);
        }
        Ok(last)
    }

    /// Waits until so many papers stand beside a value of the facet of states.
    pub fn expect_state(&self, label: &str, count: u32) -> Result {
        self.page.wait_for(&format!("{count} papers {label}"), || {
            let values = self.values("State")?;
            let found = values.into_iter().find(|value| value.label == label);
            Ok((found.map_or(0, |value| value.count) == count).then_some(()))
        })
    }

    /// Waits until so many papers of so many are found.
    pub fn expect_status(&self, hits: u32, papers: u32) -> Result {
        self.expect_status_within(Duration::from_secs(10), hits, papers)
    }

    /// The same with a patience of its own.
    pub fn expect_status_within(&self, patience: Duration, hits: u32, papers: u32) -> Result {
        let noun = if papers == 1 { "paper" } else { "papers" };
        let wanted = format!("{hits} of {papers} {noun}");
        let mut last = String::new();
        self.page
            .wait_long_for(patience, &format!("the status {wanted:?}"), || {
                last = self.count()?.unwrap_or_default();
                Ok((last == wanted).then_some(()))
            })
            .map_err(|error| format!("{error}; it says {last:?}").into())
    }

    /// Waits until the status says something else than `before` and gives how many papers are
    /// found.
    pub fn next_hits(&self, before: &str) -> Result<u32> {
        self.page
            .wait_for(&format!("another status than {before:?}"), || {
                let status = self.status()?;
                let hits = status.split(' ').next().and_then(|hits| hits.parse().ok());
                Ok(hits.filter(|_| status != before))
            })
    }

    /// The search box.
    pub fn search_box(&self) -> Result<Element> {
        self.page.find("combobox", "Search papers")
    }

    /// Has the search box say a query in place of the present one.
    pub fn search(&self, query: &str) -> Result {
        self.page.wait_for("a search box to type in", || {
            let search_box = self.search_box()?;
            self.page.browser.put_into(&search_box, query).map(Some)
        })
    }

    /// Leaves the search box, whose completions lie over what is below it.
    pub fn leave_box(&self) -> Result {
        self.page.wait_for("the focus out of the search box", || {
            let (role, name) = self.page.focus()?;
            if role != "combobox" || name != "Search papers" {
                return Ok(Some(()));
            }
            self.page.browser.press(keys::ESCAPE)?;
            Ok(None)
        })
    }

    /// What stands in the search box.
    pub fn query(&self) -> Result<String> {
        let value = self.page.property(&self.search_box()?, "value")?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the search box says something that `fits`.
    pub fn expect_query(&self, what: &str, fits: impl Fn(&str) -> bool) -> Result<String> {
        self.page.wait_for(&format!("a query that is {what}"), || {
            Ok(Some(self.query()?).filter(|query| fits(query)))
        })
    }

    /// Waits until the address of the page says this. It is what can be seen of the query while
    /// something lies over the search box.
    pub fn expect_address(&self, part: &str) -> Result {
        self.page.wait_for(&format!("an address with {part}"), || {
            Ok(self.hash()?.contains(part).then_some(()))
        })
    }

    /// The list.
    pub fn feed(&self) -> Result<Element> {
        self.page.find("feed", "Papers")
    }

    /// The rows that are drawn, from the top.
    pub fn rows(&self) -> Result<Vec<Row>> {
        self.page.wait_for("rows", || {
            let rows = self.page.browser.run(ROWS, &[self.feed()?.argument()])?;
            let number = |value: &serde_json::Value| {
                let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
                number.ok_or_else(|| format!("a row's number is {value}"))
            };
            let mut read = Vec::new();
            for row in rows.as_array().into_iter().flatten() {
                read.push(Row {
                    place: number(&row[0])?,
                    of: number(&row[1])?,
                    title: row[2].as_str().unwrap_or_default().to_owned(),
                });
            }
            Ok(Some(read))
        })
    }

    /// Does something to the row at this place and gives its title.
    pub fn on_row(&self, place: u32, act: impl Fn(&Element) -> Result) -> Result<String> {
        self.page.wait_for(&format!("row {place} to act on"), || {
            let (row, title) = self.row(place)?;
            act(&row).map(|()| Some(title))
        })
    }

    /// Clicks on the row at this place and gives its title.
    pub fn open_row(&self, place: u32) -> Result<String> {
        self.on_row(place, |row| self.page.browser.click(row))
    }

    /// The title of the row at this place.
    pub fn title(&self, place: u32) -> Result<String> {
        self.row(place).map(|(_, title)| title)
    }

    /// Waits for the row at this place, the first being 1, once it is more than a placeholder.
    fn row(&self, place: u32) -> Result<(Element, String)> {
        self.page.wait_for(&format!("row {place}"), || {
            let feed = self.feed()?;
            let row = self.page.browser.run(
                "const row = arguments[0].querySelector(`[aria-posinset='${arguments[1]}']`); return row && [row, row.computedName]",
                &[feed.argument(), place.into()],
            )?;
            let title = row[1].as_str().unwrap_or_default().to_owned();
            Ok(Element::from_result(&row[0])
                .filter(|_| !title.is_empty() && title != "Loading")
                .map(|row| (row, title)))
        })
    }

    /// The facet of this name.
    pub fn facet(&self, name: &str) -> Result<Element> {
        self.page.find("group", name)
    }

    /// The values of a facet in their order.
    pub fn values(&self, facet: &str) -> Result<Vec<Value>> {
        let boxes = self.page.wait_for(&format!("values of {facet}"), || {
            let group = self.facet(facet)?;
            self.page.all_in(&group, "checkbox").map(Some)
        })?;
        boxes
            .into_iter()
            .map(|(_, name)| {
                let (label, count) = name
                    .rsplit_once(' ')
                    .and_then(|(label, count)| Some((label.to_owned(), count.parse().ok()?)))
                    .ok_or_else(|| format!("the check box {name:?} has no count"))?;
                Ok(Value { name, label, count })
            })
            .collect()
    }

    /// The value of this label in a facet, as it is now.
    pub fn value(&self, facet: &str, label: &str) -> Result<Value> {
        let values = self.values(facet)?;
        let found = values.into_iter().find(|value| value.label == label);
        found.ok_or_else(|| format!("{facet} has no {label}").into())
    }

    /// Ticks a value of a facet, or takes the tick away.
    pub fn tick(&self, facet: &str, value: &Value) -> Result {
        let what = format!("a tick at {} in {facet}", value.name);
        self.page.wait_for(&what, || {
            let group = self.facet(facet)?;
            let checkbox = self.page.find_in(&group, "checkbox", &value.name)?;
            self.page.browser.click(&checkbox).map(Some)
        })
    }

    /// The reader.
    pub fn reader(&self) -> Result<Element> {
        self.page.find("region", "Paper")
    }

    /// Waits until the reader shows the paper of this title.
    pub fn expect_paper(&self, title: &str) -> Result<Element> {
        // Math is spoken of with other spaces where it stands in a heading.
        let letters =
            |text: &str| -> String { text.chars().filter(char::is_ascii_alphabetic).collect() };
        let wanted = letters(title);
        self.page.wait_for(&format!("the paper {title:?}"), || {
            let reader = self.reader()?;
            let headings = self.page.all_in(&reader, "heading")?;
            let shown = headings.iter().any(|(_, name)| letters(name) == wanted);
            Ok(shown.then_some(reader))
        })
    }

    /// Waits until the reader shows no paper.
    pub fn expect_no_paper(&self) -> Result {
        let reader = self.reader()?;
        self.page.wait_for("an empty reader", || {
            let text = self.page.text(&reader)?;
            Ok(text.contains("Pick a paper").then_some(()))
        })
    }

    /// The fragment of the page's address.
    pub fn hash(&self) -> Result<String> {
        let hash = self.page.browser.run("return location.hash", &[])?;
        Ok(hash.as_str().unwrap_or_default().to_owned())
    }
}
