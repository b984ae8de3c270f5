use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::protocol::Row;
use crate::ui::components::rich;
use crate::ui::text;

use super::el::{El, classes, el, label, truth};

/// What the DOM ids of rows start with.
const ROW: &str = "row-";
/// How many tags a row shows.
const TAGS: usize = 3;

/// One hit.
pub struct Hit<'r> {
    /// Its number among the hits, from 0.
    pub at: u32,
    /// How many hits there are.
    pub of: u32,
    /// Where it stands in the list, in pixels.
    pub top: i64,
    /// The hit; `None` while its row is on its way.
    pub row: Option<&'r Row>,
    /// Whether the keys act on it.
    pub active: bool,
    /// Whether the reader shows it.
    pub open: bool,
}

/// The DOM id of the row of a hit.
pub fn row_id(at: u32) -> String {
    [ROW, &at.to_string()].concat()
}

/// One hit in the list, of a height that is the same for all.
pub fn hit(hit: &Hit<'_>) -> El {
    let title_id = AttrValue::from(["title-", &hit.at.to_string()].concat());
    let class = classes(&[
        ("row", true),
        ("open", hit.open),
        ("waiting", hit.row.is_none()),
    ]);
    let top = ["top:", &hit.top.to_string(), "px"].concat();
    // Told by its place: what another search finds is written into the rows that are there.
    let article = el("article", "")
        .key(hit.at)
        .with("id", row_id(hit.at))
        .with("class", class)
        .with("style", top)
        .with("tabindex", if hit.active { "0" } else { "-1" })
        .with("aria-posinset", (hit.at + 1).to_string())
        .with("aria-setsize", hit.of.to_string())
        .with("aria-labelledby", title_id.clone())
        .with("aria-current", truth(hit.open));
    let Some(row) = hit.row else {
        let waiting = label("h3", "visually-hidden", text::WAITING_ROW).with("id", title_id);
        return article.put(waiting);
    };
    let title = el("h3", "row-title").with("id", title_id).add(title(row));
    let authors =
        (!row.authors.is_empty()).then(|| el("span", "row-authors").text(row.authors.clone()));
    let snippet = el("p", "row-snippet").add(rich::line(&row.snippet));
    article
        .put(meta(row))
        .put(el("div", "row-body").put(title).maybe(authors).put(snippet))
}

/// The number of the hit in whose row an event happened.
pub fn hit_of(event: &Event) -> Option<u32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("article").ok()??;
    row.id().strip_prefix(ROW)?.parse().ok()
}

fn meta(row: &Row) -> El {
    let day = row.day.map(|day| day.to_string()).unwrap_or_default();
    let categories = row.categories.join(" ");
    let facts: Vec<&str> = [&*row.id, &*day, &*categories]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect();
    let tags = row.tags.iter().take(TAGS).map(|tag| tag.label.as_str());
    let tags: Vec<&str> = tags.collect();
    let badge = row.announce.and_then(text::announce_badge);
    el("div", "row-meta")
        .put(el("span", "").text(facts.join(text::FACTS_APART)))
        .maybe(badge.map(|badge| label("span", "badge", badge)))
        .maybe(
            row.has_code
                .then(|| label("span", "badge code", text::HAS_CODE)),
        )
        .put(el("span", "row-tags").text(tags.join(text::TAGS_APART)))
}

fn title(row: &Row) -> Html {
    if row.title.text.is_empty() {
        label("span", "untitled", text::NO_TITLE).done()
    } else {
        rich::line(&row.title)
    }
}
