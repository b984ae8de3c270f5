use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::core::order::Sort;
use crate::ui::hooks::use_debounced;
use crate::ui::place::{SORTS, sort_name, sort_named};
use crate::ui::state::{Action, Panel};
use crate::ui::text;

use super::icon::{Icon, icon};
use super::{Dispatch, act};

/// How long the count must stay the same before it is announced, in milliseconds.
const SETTLED: u32 = 150;

/// The line over the list.
#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// Papers found.
    pub hits: u32,
    /// Papers in the library.
    pub papers: u32,
    /// The order asked for.
    pub sort: Option<Sort>,
    /// How many clauses filter.
    pub filters: usize,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// How many papers there are, and in which order.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let status = use_debounced(text::status(props.hits, props.papers), SETTLED);
    let onchange = use_callback(props.dispatch.clone(), |event: Event, dispatch| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            dispatch.dispatch(Action::Sort(sort_named(&select.value())));
        }
    });
    html! {
        <div class="toolbar">
            <button type="button" class="filters-button" onclick={act(&props.dispatch, Action::Panel(Some(Panel::Filters)))}>
                { icon(Icon::Filter) }
                { text::FILTERS }
                if props.filters > 0 {
                    <span class="filters-count">{ props.filters }</span>
                }
            </button>
            <p role="status" aria-live="polite" class="status">{ status }</p>
            <label class="sort">
                <span class="visually-hidden">{ text::SORT }</span>
                <select {onchange} aria-label={text::SORT}>
                    <option value="" title={text::USUAL_ORDER_IS} selected={props.sort.is_none()}>{ text::USUAL_ORDER }</option>
                    { for SORTS.iter().map(|(sort, _)| html! {
                        <option value={sort_name(*sort)} selected={props.sort == Some(*sort)}>{ text::sort(*sort) }</option>
                    }) }
                </select>
            </label>
        </div>
    }
}
