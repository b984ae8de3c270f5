//! The line above the list: count, marks, order.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::core::order::Sort;
use crate::ui::place::{SORTS, sort_name, sort_named};
use crate::ui::state::{Action, Panel, SavedAct, TakeAct};
use crate::ui::text;

use super::hint::Hint;
use super::icon::{Icon, icon};
use super::icon_button::IconButton;
use super::read_menu::ReadMenu;
use super::{Dispatch, act};

/// Properties of the [`Toolbar`].
#[derive(Clone, PartialEq, Properties)]
pub struct ToolbarProps {
    /// How many papers there are, in words.
    pub status: AttrValue,
    /// The order they stand in; `None` for the usual one.
    pub sort: Option<Sort>,
    /// How many clauses filter.
    pub filters: usize,
    /// Whether matches are marked.
    pub marks: bool,
    /// Whether the search is saved; `None` where there is none.
    pub saved: Option<bool>,
    /// Whether it is being named.
    pub names: bool,
    /// How many hits there are.
    pub hits: u32,
    /// How many of them are chosen.
    pub chosen: u32,
    /// The keys in force.
    pub hint: Hint,
    /// Marks matches or no longer.
    pub set_marks: Callback<bool>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What stands above the list: the count, the order, and the switch for marks.
#[component]
pub fn Toolbar(props: &ToolbarProps) -> Html {
    let ToolbarProps {
        sort,
        filters,
        marks,
        dispatch,
        ..
    } = props;
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
                dispatch.dispatch(Action::Sort(sort_named(&select.value())));
            }
        }
    };
    let switched = !marks;
    html! {
        <div class="toolbar">
            <button
                type="button"
                class="filters-button"
                onclick={act(dispatch, Action::Panel(Some(Panel::Filters)))}
            >
                { icon(Icon::Filter) }
                { text::FILTERS }
                if *filters > 0 {
                    <span class="filters-count">{ *filters }</span>
                }
            </button>
            <p class="status" role="status" aria-live="polite">{ &props.status }</p>
            <IconButton
                icon={Icon::Marker}
                name={text::MARKS}
                pressed={*marks}
                onclick={props.set_marks.reform(move |_| switched)}
            />
            <IconButton
                icon={Icon::Bookmark}
                name={
                    if props.saved == Some(true) {
                        text::SAVED_SEARCH
                    } else {
                        text::SAVE_SEARCH
                    }
                }
                // A disabled button would lose the focus.
                idle={props.saved != Some(false)}
                pressed={props.saved == Some(true)}
                expanded={(props.saved == Some(false)).then_some(props.names)}
                onclick={act(dispatch, Action::Saved(SavedAct::Name(!props.names)))}
            />
            <IconButton
                icon={Icon::Share}
                name={text::SHARE}
                word={text::SHARE}
                onclick={act(dispatch, Action::Panel(Some(Panel::Share)))}
            />
            if props.hits > 0 {
                <ReadMenu hits={props.hits} {dispatch} />
                <IconButton
                    icon={Icon::Export}
                    name={text::export_of(props.chosen)}
                    word={text::EXPORT_PAPERS}
                    hint={props.hint.of(&text::export_of(props.chosen), "export")}
                    onclick={act(dispatch, Action::Take(TakeAct::Open(Panel::Export, None)))}
                />
            }
            <label class="sort">
                <span class="visually-hidden">{ text::SORT }</span>
                <select aria-label={text::SORT} {onchange}>
                    <option value="" selected={sort.is_none()} title={text::USUAL_ORDER_IS}>
                        { text::USUAL_ORDER }
                    </option>
                    for (order, _) in SORTS {
                        <option value={sort_name(order)} selected={*sort == Some(order)}>
                            { text::sort(order) }
                        </option>
                    }
                </select>
            </label>
        </div>
    }
}
