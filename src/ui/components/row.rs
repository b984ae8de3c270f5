use yew::prelude::*;

use crate::protocol::Row;
use crate::ui::components::rich;
use crate::ui::state::Action;
use crate::ui::text;

use super::el::{El, When, classes, el, label};
use super::{Dispatch, act};

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
    ["row-", &at.to_string()].concat()
}

/// One hit in the list, of a height that is the same for all.
pub fn hit(hit: &Hit<'_>, dispatch: &Dispatch) -> El {
    let title_id = AttrValue::from(["title-", &hit.at.to_string()].concat());
    let class = classes(&[
        ("row", true),
        ("open", hit.open),
        ("waiting", hit.row.is_none()),
    ]);
    let top = ["transform:translateY(", &hit.top.to_string(), "px)"].concat();
    let id = row_id(hit.at);
    let mut article = el("article", "")
        .key(hit.row.map_or(id.as_str(), |row| &row.id))
        .with("id", id)
        .with("class", class)
        .with("style", top)
        .with("tabindex", if hit.active { "0" } else { "-1" })
        .with("aria-posinset", (hit.at + 1).to_string())
        .with("aria-setsize", hit.of.to_string())
        .with("aria-labelledby", title_id.clone())
        .on(When::Click, act(dispatch, Action::Open(hit.at)));
    if hit.open {
        article = article.with("aria-current", "true");
    }
    if !hit.active {
        article = article.on(When::Focus, act(dispatch, Action::Activate(hit.at)));
    }
    let Some(row) = hit.row else {
        let waiting = label("h3", "visually-hidden", text::WAITING_ROW).with("id", title_id);
        return article.put(waiting);
    };
    let title = el("h3", "row-title").with("id", title_id).add(title(row));
    let mut body = el("div", "row-body").put(title);
    if !row.authors.is_empty() {
        body = body.put(el("span", "row-authors").text(row.authors.clone()));
    }
    let snippet = el("p", "row-snippet").add(rich::line(&row.snippet));
    article.put(meta(row)).put(body.put(snippet))
}

fn meta(row: &Row) -> El {
    let mut meta = el("div", "row-meta").put(el("span", "id").text(row.id.clone()));
    if let Some(day) = row.day {
        meta = meta.put(el("span", "").text(day.to_string()));
    }
    if !row.categories.is_empty() {
        meta = meta.put(el("span", "").text(row.categories.join(" ")));
    }
    if let Some(badge) = row.announce.and_then(text::announce_badge) {
        meta = meta.put(label("span", "badge", badge));
    }
    if row.has_code {
        meta = meta.put(label("span", "badge code", text::HAS_CODE));
    }
    let mut tags = el("span", "row-tags");
    for tag in row.tags.iter().take(TAGS) {
        tags = tags.put(el("span", "row-tag").text(tag.label.clone()));
    }
    meta.put(tags)
}

fn title(row: &Row) -> Html {
    if row.title.text.is_empty() {
        label("span", "untitled", text::NO_TITLE).done()
    } else {
        rich::line(&row.title)
    }
}
