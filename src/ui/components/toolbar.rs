use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

use crate::core::order::Sort;
use crate::ui::place::{SORTS, sort_name, sort_named};
use crate::ui::state::{Action, Panel};
use crate::ui::text;

use super::el::{El, When, el, label, press, truth};
use super::header::glyph_button;
use super::icon::{Icon, icon};
use super::{Dispatch, act};

/// How many papers there are, in words, in which order they stand, and whether matches are marked. `filters` is how many clauses filter.
pub fn toolbar(
    status: &str,
    sort: Option<Sort>,
    filters: usize,
    marks: &(bool, Callback<bool>),
    dispatch: &Dispatch,
) -> El {
    let onchange = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                dispatch.dispatch(Action::Sort(sort_named(&select.value())));
            }
        })
    };
    let usual = option("", sort.is_none(), text::USUAL_ORDER).with("title", text::USUAL_ORDER_IS);
    let mut orders = el("select", "").with("aria-label", text::SORT).put(usual);
    for (order, _) in &SORTS {
        orders = orders.put(option(
            sort_name(*order),
            sort == Some(*order),
            text::sort(*order),
        ));
    }
    let count = (filters > 0).then(|| el("span", "filters-count").text(filters.to_string()));
    let open = press(
        "filters-button",
        act(dispatch, Action::Panel(Some(Panel::Filters))),
    )
    .add(icon(Icon::Filter))
    .text(text::FILTERS)
    .maybe(count);
    let status = el("p", "status")
        .with("role", "status")
        .with("aria-live", "polite")
        .text(status.to_owned());
    let choice = el("label", "sort")
        .put(label("span", "visually-hidden", text::SORT))
        .put(orders.on(When::Change, onchange));
    let (marked, set_marks) = marks.clone();
    let switch = Callback::from(move |_| set_marks.emit(!marked));
    let switch =
        glyph_button(Icon::Marker, text::MARKS, switch).with("aria-pressed", truth(marked));
    el("div", "toolbar")
        .put(open)
        .put(status)
        .put(switch)
        .put(choice)
}

fn option(value: &'static str, selected: bool, name: &'static str) -> El {
    label("option", "", name)
        .with("value", value)
        .flag("selected", selected)
}
