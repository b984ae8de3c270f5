use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, Node};
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{Choice, Edit, FacetValue, FacetView};
use crate::ui::state::Action;
use crate::ui::text;

use super::{Dispatch, act};

/// How many values a facet shows before it is asked for more.
const SHORT: usize = 8;
/// From how many values on a facet can be filtered by text.
const LONG: usize = 12;

/// One facet.
#[derive(Clone, PartialEq, Properties)]
pub struct FacetGroupProps {
    /// The facet and its values.
    pub view: Rc<FacetView>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// One facet: a group of check boxes with counts. While the pointer or the focus is in it, its values keep their places.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let view = &props.view;
    let name = text::facet(view.facet);
    let folded = use_state_eq(|| false);
    let more = use_state_eq(|| false);
    let filter = use_state_eq(String::new);
    // The order to keep: the ids as they stood when the pointer or the focus came.
    let kept = use_state_eq(|| None::<Rc<[FacetValue]>>);

    let values = match &*kept {
        Some(order) => in_order(order, &view.values),
        None => view.values.clone(),
    };
    let keep = {
        let (kept, values) = (kept.clone(), values.clone());
        move || {
            if kept.is_none() {
                kept.set(Some(values.clone().into()));
            }
        }
    };
    let onmouseenter = {
        let keep = keep.clone();
        Callback::from(move |_: MouseEvent| keep())
    };
    let onfocusin = Callback::from(move |_: FocusEvent| keep());
    let onmouseleave = {
        let kept = kept.setter();
        Callback::from(move |_: MouseEvent| kept.set(None))
    };
    let onfocusout = {
        let kept = kept.setter();
        Callback::from(move |event: FocusEvent| {
            let group = event
                .current_target()
                .and_then(|t| t.dyn_into::<HtmlElement>().ok());
            let to = event
                .related_target()
                .and_then(|t| t.dyn_into::<Node>().ok());
            let inside = group.is_some_and(|group| group.contains(to.as_ref()));
            if to.is_some() && !inside {
                kept.set(None);
            }
        })
    };
    let toggle = |state: &UseStateHandle<bool>| {
        let (now, set) = (**state, state.setter());
        Callback::from(move |_: MouseEvent| set.set(!now))
    };
    let onfilter = {
        let filter = filter.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                filter.set(input.value());
            }
        })
    };

    let wanted = filter.trim().to_ascii_lowercase();
    let matching: Vec<&FacetValue> = values
        .iter()
        .filter(|value| wanted.is_empty() || value.label.to_ascii_lowercase().contains(&wanted))
        .collect();
    let shown = if *more || !wanted.is_empty() {
        matching.len()
    } else {
        short(&matching)
    };
    let most = values.iter().map(|value| value.count).max().unwrap_or(0);
    let list_id = ["facet-", view.facet.name()].concat();
    html! {
        <div
            role="group" aria-label={name} class="facet"
            {onmouseenter} {onmouseleave} {onfocusin} {onfocusout}
        >
            <div class="facet-head">
                <h2>
                    <button type="button" class="fold" aria-expanded={(!*folded).to_string()} aria-controls={list_id.clone()} onclick={toggle(&folded)}>
                        { name }
                    </button>
                </h2>
                if view.can_all_of && !*folded {
                    { join_button(view, &props.dispatch) }
                }
            </div>
            <div id={list_id} class="facet-body" hidden={*folded}>
                if values.len() > LONG {
                    <input
                        type="text" class="facet-filter" value={(*filter).clone()} oninput={onfilter}
                        aria-label={text::filter_facet(name)} placeholder={text::filter_facet(name)} autocomplete="off" spellcheck="false"
                    />
                }
                <ul>
                    { for matching.iter().take(shown).map(|value| draw(view.facet, value, share(value.count, most), &props.dispatch)) }
                </ul>
                if matching.is_empty() {
                    <p class="hint">{ if wanted.is_empty() { text::NO_VALUES } else { text::NO_SUCH_VALUE } }</p>
                }
                if wanted.is_empty() && matching.len() > short(&matching) {
                    <button type="button" class="link more" onclick={toggle(&more)}>
                        { if *more { text::SHOW_FEWER.to_owned() } else { text::show_more(matching.len() - shown) } }
                    </button>
                }
            </div>
        </div>
    }
}

fn join_button(view: &FacetView, dispatch: &Dispatch) -> Html {
    let (facet, all_of) = (view.facet, view.all_of);
    let name = text::match_all(text::facet(facet));
    html! {
        <button
            type="button" class="join" aria-pressed={all_of.to_string()} aria-label={name.clone()} title={name}
            onclick={act(dispatch, Action::JoinAll(facet, !all_of))}
        >
            { if all_of { text::JOIN_ALL } else { text::JOIN_ANY } }
        </button>
    }
}

fn draw(facet: Facet, value: &FacetValue, share: u32, dispatch: &Dispatch) -> Html {
    let onchange = {
        let (dispatch, edit) = (dispatch.clone(), Edit::Include(facet, value.id.clone()));
        Callback::from(move |_: Event| dispatch.dispatch(Action::Edit(edit.clone())))
    };
    let class = match value.choice {
        Choice::Off => None,
        Choice::Included => Some("included"),
        Choice::Excluded => Some("excluded"),
    };
    let title = if value.description.is_empty() {
        value.label.clone()
    } else {
        value.description.clone()
    };
    let exclude = text::exclude(&value.label);
    html! {
        <li key={value.id.clone()} class={classes!("value", class, (value.count == 0).then_some("empty"))}>
            <label {title}>
                <input
                    type="checkbox" checked={value.choice == Choice::Included} {onchange}
                    aria-label={text::value(&value.label, value.count)}
                />
                <span class="value-label">{ value.label.clone() }</span>
                <span class="count">{ value.count }</span>
                <span class="share" style={["width:", &share.to_string(), "%"].concat()} />
            </label>
            <button
                type="button" class="exclude" aria-pressed={(value.choice == Choice::Excluded).to_string()}
                aria-label={exclude.clone()} title={exclude}
                onclick={act(dispatch, Action::Edit(Edit::Exclude(facet, value.id.clone())))}
            >
                { "−" }
            </button>
        </li>
    }
}

/// The values as they are now, in the order in which they stood; new ones come last. A value that is gone keeps its place with a count of 0: it may
/// have the focus.
fn in_order(order: &[FacetValue], now: &[FacetValue]) -> Vec<FacetValue> {
    let old = order.iter().map(|old| {
        let same = now.iter().find(|value| value.id == old.id);
        same.cloned().unwrap_or_else(|| FacetValue {
            count: 0,
            choice: Choice::Off,
            ..old.clone()
        })
    });
    let new = now
        .iter()
        .filter(|value| order.iter().all(|old| old.id != value.id));
    old.chain(new.cloned()).collect()
}

/// How many values the short form shows: the first few, and all that are chosen.
fn short(values: &[&FacetValue]) -> usize {
    let chosen = values
        .iter()
        .rposition(|value| value.choice != Choice::Off)
        .map_or(0, |at| at + 1);
    // A button that shows one more takes the place of that one.
    let few = if values.len() == SHORT + 1 {
        SHORT + 1
    } else {
        SHORT
    };
    few.max(chosen).min(values.len())
}

/// A count as a part of the greatest, in percent.
fn share(count: u32, most: u32) -> u32 {
    let percent = u64::from(count) * 100 / u64::from(most.max(1));
    u32::try_from(percent).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(id: &str, count: u32, choice: Choice) -> FacetValue {
        FacetValue {
            id: id.into(),
            label: id.into(),
            description: String::new(),
            count,
            choice,
        }
    }

    #[test]
    fn values_keep_their_places_while_they_are_looked_at() {
        let before = [
            value("a", 9, Choice::Off),
            value("b", 5, Choice::Off),
            value("c", 1, Choice::Off),
        ];
        let now = [
            value("b", 5, Choice::Included),
            value("d", 4, Choice::Off),
            value("a", 2, Choice::Off),
        ];
        let shown: Vec<(String, u32)> = in_order(&before, &now)
            .into_iter()
            .map(|value| (value.id, value.count))
            .collect();
        let expected = [("a", 2), ("b", 5), ("c", 0), ("d", 4)];
        assert_eq!(shown, expected.map(|(id, count)| (id.to_owned(), count)));
    }

    #[test]
    fn the_short_form_hides_no_choice() {
        let mut values: Vec<FacetValue> = (0..20)
            .map(|n| value(&n.to_string(), 1, Choice::Off))
            .collect();
        let count = |values: &[FacetValue]| short(&values.iter().collect::<Vec<_>>());
        assert_eq!(count(&values), 8);
        assert_eq!(count(&values[..9]), 9);
        assert_eq!(count(&values[..3]), 3);
        values[11].choice = Choice::Excluded;
        assert_eq!(count(&values), 12);
    }
}
