use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Row;
use crate::ui::components::rich;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;

/// How many tags a row shows.
const TAGS: usize = 3;

/// One hit.
#[derive(Clone, PartialEq, Properties)]
pub struct HitProps {
    /// Its number among the hits, from 0.
    pub at: u32,
    /// How many hits there are.
    pub of: u32,
    /// Where it stands in the list, in pixels.
    pub top: i64,
    /// The hit; `None` while its row is on its way.
    pub row: Option<Rc<Row>>,
    /// Whether the keys act on it.
    pub active: bool,
    /// Whether the reader shows it.
    pub open: bool,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The DOM id of the row of a hit.
pub fn row_id(at: u32) -> String {
    ["row-", &at.to_string()].concat()
}

/// One hit in the list, of a height that is the same for all.
#[component]
pub fn Hit(props: &HitProps) -> Html {
    let title_id = ["title-", &props.at.to_string()].concat();
    let onclick = use_callback(
        (props.at, props.dispatch.clone()),
        |_: MouseEvent, (at, dispatch)| dispatch.dispatch(Action::Open(*at)),
    );
    let onfocus = use_callback(
        (props.at, props.active, props.dispatch.clone()),
        |_: FocusEvent, (at, active, dispatch)| {
            if !active {
                dispatch.dispatch(Action::Activate(*at));
            }
        },
    );
    html! {
        <article
            id={row_id(props.at)}
            class={classes!("row", props.open.then_some("open"), props.row.is_none().then_some("waiting"))}
            style={["transform:translateY(", &props.top.to_string(), "px)"].concat()}
            tabindex={if props.active { "0" } else { "-1" }}
            aria-posinset={(props.at + 1).to_string()}
            aria-setsize={props.of.to_string()}
            aria-labelledby={title_id.clone()}
            aria-current={props.open.then_some("true")}
            {onclick}
            {onfocus}
        >
            if let Some(row) = &props.row {
                <div class="row-meta">
                    <span class="id">{ row.id.clone() }</span>
                    if let Some(day) = row.day {
                        <span>{ day.to_string() }</span>
                    }
                    if !row.categories.is_empty() {
                        <span>{ row.categories.join(" ") }</span>
                    }
                    if let Some(badge) = row.announce.and_then(text::announce_badge) {
                        <span class="badge">{ badge }</span>
                    }
                    if row.has_code {
                        <span class="badge code">{ text::HAS_CODE }</span>
                    }
                    <span class="row-tags">
                        { for row.tags.iter().take(TAGS).map(|tag| html! { <span class="row-tag">{ tag.label.clone() }</span> }) }
                    </span>
                </div>
                <div class="row-body">
                    <h3 class="row-title" id={title_id}>{ title(row) }</h3>
                    if !row.authors.is_empty() {
                        <span class="row-authors">{ row.authors.clone() }</span>
                    }
                    <p class="row-snippet">{ rich::line(&row.snippet) }</p>
                </div>
            } else {
                <h3 class="visually-hidden" id={title_id}>{ text::WAITING_ROW }</h3>
            }
        </article>
    }
}

fn title(row: &Row) -> Html {
    if row.title.text.is_empty() {
        html! { <span class="untitled">{ text::NO_TITLE }</span> }
    } else {
        rich::line(&row.title)
    }
}
