//! The rows of the list.
//!
//! With each key nearly all rows show another paper. They are keyed by their place and not by the
//! paper, so that Yew writes what was found into the elements that are there: that costs a third
//! of making new ones. For the same reason clicks are heard once for the list, and the row is read
//! off the element.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{Flags, Kind, Row};
use crate::ui::components::{Icon, MARKS, aria_bool, icon, rich};
use crate::ui::text;

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
    /// Whether its paper is open.
    pub open: bool,
    /// Whether it is chosen, to be marked with others.
    pub chosen: bool,
}

/// The DOM id of the row of a hit.
pub fn row_id(at: u32) -> String {
    format!("{ROW}{at}")
}

/// One hit in the list, of a height that is the same for all.
pub fn hit(hit: &Hit<'_>) -> Html {
    let title_id = AttrValue::from(format!("title-{}", hit.at));
    let class = classes!(
        "row",
        hit.open.then_some("open"),
        hit.row.is_none().then_some("waiting"),
        hit.chosen.then_some("chosen"),
        hit.row.and_then(|row| marked(row.flags)),
    );
    html! {
        <article
            key={hit.at}
            id={row_id(hit.at)}
            {class}
            style={format!("top:{}px", hit.top)}
            tabindex={if hit.active { "0" } else { "-1" }}
            aria-posinset={(hit.at + 1).to_string()}
            aria-setsize={hit.of.to_string()}
            aria-labelledby={&title_id}
            aria-current={aria_bool(hit.open)}
        >
            if let Some(row) = hit.row {
                { meta(row) }
                <div class="row-body">
                    <h3 class="row-title" id={title_id}>{ title(row) }</h3>
                    if !row.authors.is_empty() {
                        <span class="row-authors">{ &row.authors }</span>
                    }
                    <p class="row-snippet">{ rich::line(&row.snippet) }</p>
                </div>
            } else {
                <h3 class="visually-hidden" id={title_id}>{ text::WAITING_ROW }</h3>
            }
        </article>
    }
}

/// The number of the hit in whose row an event happened.
pub fn hit_of(event: &Event) -> Option<u32> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let row = target.closest("article").ok()??;
    row.id().strip_prefix(ROW)?.parse().ok()
}

fn meta(row: &Row) -> Html {
    let day = row.day.map(|day| day.to_string()).unwrap_or_default();
    let categories = row.categories.join(" ");
    let facts: Vec<&str> = [&*row.id, &*day, &*categories]
        .into_iter()
        .filter(|fact| !fact.is_empty())
        .collect();
    let tags = row.tags.iter().take(TAGS);
    let tags = tags.map(|tag| match tag.facet {
        Facet::Own => [text::OWN_TAG, &tag.label].concat(),
        _ => tag.label.clone(),
    });
    let tags: Vec<String> = tags.collect();
    html! {
        <div class="row-meta">
            { signs(row.flags) }
            <span>{ facts.join(text::FACTS_APART) }</span>
            if let Some(badge) = row.announce.and_then(text::announce_badge) {
                <span class="badge">{ badge }</span>
            }
            if row.has_code {
                <span class="badge code">{ text::HAS_CODE }</span>
            }
            <span class="row-tags">{ tags.join(text::TAGS_APART) }</span>
        </div>
    }
}

/// How loud a row is: the class by which the style sheet knows its marks.
fn marked(flags: Flags) -> Option<&'static str> {
    if flags.has(Kind::Skipped) {
        Some("skipped")
    } else if flags.has(Kind::Read) {
        Some("read")
    } else {
        (!flags.is_seen()).then_some("new")
    }
}

/// A sign for each mark; nothing for a paper that bears none.
fn signs(flags: Flags) -> Html {
    if flags.is_undecided() && flags.is_seen() && !flags.has_note() {
        return Html::default();
    }
    html! {
        <span class="row-marks" role="img" aria-label={text::marks(flags)}>
            for (kind, sign, _) in MARKS {
                if flags.has(kind) {
                    { icon(sign) }
                }
            }
            if flags.has_note() {
                { icon(Icon::Note) }
            }
        </span>
    }
}

fn title(row: &Row) -> Html {
    if row.title.text.is_empty() {
        html! { <span class="untitled">{ text::NO_TITLE }</span> }
    } else {
        rich::line(&row.title)
    }
}
