//! One facet: its head, which of its values are shown, and in which order.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, Node};
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{Choice, FacetValue, FacetView};
use crate::ui::fast::values::{self, NONE};
use crate::ui::platform;
use crate::ui::state::{Action, ById};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act, aria_bool};

/// How many values a facet shows before it is asked for more.
const SHORT: usize = 8;
/// From how many values on a facet can be filtered by text.
const LONG: usize = 12;

/// How many values are shown more when they are asked for: each has ten elements.
const PAGE: usize = 100;

/// Properties of a [`FacetGroup`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetGroupProps {
    /// The facet and its values.
    pub view: Rc<FacetView>,
    /// Whether only its name is shown.
    pub folded: bool,
    /// Whether no other stands before it.
    pub first: bool,
    /// Whether no other stands behind it.
    pub last: bool,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// One facet: a group of check boxes with counts. While the pointer or the focus is in it, its
/// values keep their places.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let FacetGroupProps {
        view,
        folded,
        dispatch,
        ..
    } = props;
    let name = text::facet(view.facet);
    // The facet as it stood when the pointer or the focus came.
    let kept = use_state_eq(|| None::<Rc<FacetView>>);

    let keep = {
        let (kept, view) = (kept.clone(), Rc::clone(view));
        Callback::from(move |()| {
            if kept.is_none() {
                kept.set(Some(Rc::clone(&view)));
            }
        })
    };
    // The pointer leaves the group and the focus is elsewhere.
    let onmouseleave = {
        let kept = kept.setter();
        move |event: MouseEvent| {
            if !holds(
                event.current_target(),
                platform::active_element().as_deref(),
            ) {
                kept.set(None);
            }
        }
    };
    // The focus goes to somewhere outside.
    let onfocusout = {
        let kept = kept.setter();
        move |event: FocusEvent| {
            let to = node(event.related_target());
            if to.is_some() && !holds(event.current_target(), to.as_ref()) {
                kept.set(None);
            }
        }
    };
    let join_name = AttrValue::from(text::match_all(name));
    let join = act(dispatch, Action::JoinAll(view.facet, !view.all_of));
    let fold_id = format!("fold-{}", view.facet.name());
    html! {
        <div
            class="facet"
            role="group"
            aria-label={name}
            onmouseenter={keep.reform(|_| ())}
            onfocusin={keep.reform(|_| ())}
            {onmouseleave}
            {onfocusout}
        >
            <div class="facet-head">
                <h2>
                    <button
                        type="button"
                        class="fold"
                        id={fold_id.clone()}
                        aria-expanded={aria_bool(!folded)}
                        aria-controls={list_id(view.facet)}
                        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                        onclick={act(dispatch, Action::Fold(view.facet))}
                        onkeydown={moves_by_key(props, &fold_id)}
                    >
                        { name }
                    </button>
                </h2>
                { move_button(props, Way::Up) }
                { move_button(props, Way::Down) }
                if view.can_all_of && !folded {
                    <button
                        type="button"
                        class="join"
                        aria-pressed={aria_bool(view.all_of)}
                        aria-label={&join_name}
                        title={&join_name}
                        onclick={join}
                    >
                        { if view.all_of { text::JOIN_ALL } else { text::JOIN_ANY } }
                    </button>
                }
            </div>
            <Values {view} {folded} order={(*kept).clone()} {dispatch} />
        </div>
    }
}

/// Properties of [`Values`].
#[derive(Clone, PartialEq, Properties)]
struct ValuesProps {
    view: Rc<FacetView>,
    folded: bool,
    /// The facet whose order is kept.
    order: Option<Rc<FacetView>>,
    dispatch: Dispatch,
}

/// The values of a facet, and the box that filters them where they are many.
#[component]
fn Values(props: &ValuesProps) -> Html {
    let ValuesProps {
        view,
        folded,
        order,
        dispatch,
    } = props;
    let pages = use_state_eq(|| 0_usize);
    let filter = use_state_eq(String::new);
    let name = text::facet(view.facet);
    let ordered = order
        .as_ref()
        .map(|order| in_order(&order.values, &view.values));
    let values = ordered.as_deref().unwrap_or(&view.values);

    let wanted = platform::comparable(filter.trim());
    let fits = |value: &&FacetValue| {
        wanted.is_empty() || platform::comparable(value.name.label()).contains(&wanted)
    };
    // What stands for papers without a value has a place of its own, where it is found.
    let is_none = |value: &&FacetValue| view.facet.is_tagged() && value.name.id() == NONE;
    let untagged = values.iter().find(is_none).filter(fits);
    let matching: Vec<&FacetValue> = values
        .iter()
        .filter(|value| !is_none(value) && fits(value))
        .collect();
    let least = if wanted.is_empty() {
        short(&matching).min(PAGE)
    } else {
        PAGE.min(matching.len())
    };
    let shown = matching.len().min(least + *pages * PAGE);
    let left = matching.len() - shown;
    let most = values.iter().map(|value| value.count).max().unwrap_or(0);

    let oninput = {
        let filter = filter.setter();
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                filter.set(input.value());
            }
        }
    };
    let turn = {
        let (pages, to) = (pages.setter(), if left == 0 { 0 } else { *pages + 1 });
        move |_| pages.set(to)
    };
    let chooses = {
        let (view, dispatch) = (Rc::clone(view), dispatch.clone());
        Callback::from(move |event: Event| {
            if let Some(action) = values::chosen(&event, &view) {
                dispatch.dispatch(action);
            }
        })
    };
    html! {
        <div
            class="facet-body"
            id={list_id(view.facet)}
            hidden={*folded}
            onchange={&chooses}
            onclick={chooses.reform(|event: MouseEvent| event.into())}
        >
            if values.len() > LONG {
                <input
                    class="facet-filter"
                    type="text"
                    value={(*filter).clone()}
                    aria-label={text::filter_facet(name)}
                    placeholder={text::filter_facet(name)}
                    autocomplete="off"
                    spellcheck="false"
                    {oninput}
                />
            }
            <ul>
                for (at, value) in matching.iter().take(shown).enumerate() {
                    { values::value(view.facet, value, share(value.count, most), at) }
                }
            </ul>
            if matching.is_empty() && untagged.is_none() {
                <p class="hint">
                    { if wanted.is_empty() { text::NO_VALUES } else { text::NO_SUCH_VALUE } }
                </p>
            }
            if matching.len() > least {
                <button type="button" class="link more" onclick={turn}>
                    if left == 0 {
                        { text::SHOW_FEWER }
                    } else {
                        { text::show_more(left.min(PAGE)) }
                    }
                </button>
            }
            if let Some(value) = untagged {
                <ul class="untagged">
                    { values::value(view.facet, value, share(value.count, most), 0) }
                </ul>
            }
        </div>
    }
}

fn list_id(facet: Facet) -> String {
    format!("facet-{}", facet.name())
}

fn node(target: Option<EventTarget>) -> Option<Node> {
    target?.dyn_into().ok()
}

/// Whether an element has another one in it.
fn holds(group: Option<EventTarget>, inner: Option<&Node>) -> bool {
    node(group).is_some_and(|group| group.contains(inner))
}

/// Where a facet moves to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

fn move_button(props: &FacetGroupProps, way: Way) -> Html {
    let facet = props.view.facet;
    let name = text::facet(facet);
    let (icon, name, id, idle) = match way {
        Way::Up => (Icon::Previous, text::move_up(name), "up", props.first),
        Way::Down => (Icon::Next, text::move_down(name), "down", props.last),
    };
    let id = format!("{id}-{}", facet.name());
    let go = moves(props, way, &id);
    html! {
        <IconButton
            {icon}
            {name}
            class="icon-button move"
            {id}
            // A disabled button would lose the focus.
            {idle}
            onclick={move |_| go()}
        />
    }
}

fn moves_by_key(props: &FacetGroupProps, id: &str) -> Callback<KeyboardEvent> {
    let (up, down) = (moves(props, Way::Up, id), moves(props, Way::Down, id));
    Callback::from(move |event: KeyboardEvent| {
        if !event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowUp" => up(),
            "ArrowDown" => down(),
            _ => return,
        }
        event.prevent_default();
    })
}

/// Moves the facet, unless it is at the end, and gives the focus back to the element of this id.
fn moves(props: &FacetGroupProps, way: Way, id: &str) -> impl Fn() + use<> {
    let (facet, dispatch, id) = (props.view.facet, props.dispatch.clone(), id.to_owned());
    let is_end = if way == Way::Up {
        props.first
    } else {
        props.last
    };
    move || {
        if !is_end {
            dispatch.dispatch(Action::Move(facet, way == Way::Down));
            // What is moved in the document loses the focus; it is drawn by then.
            let id = id.clone();
            Timeout::new(0, move || {
                let _ = platform::focus(&id);
            })
            .forget();
        }
    }
}

/// The values as they are now, in the order in which they stood; new ones come last. A value that
/// is gone keeps its place with a count of 0: it may have the focus.
fn in_order(order: &[FacetValue], now: &[FacetValue]) -> Vec<FacetValue> {
    let (before, after) = (ById::new(order), ById::new(now));
    let old = order.iter().map(|old| {
        let same = after.find(old.name.id()).cloned();
        same.unwrap_or_else(|| FacetValue {
            count: 0,
            choice: Choice::Off,
            ..old.clone()
        })
    });
    let new = now
        .iter()
        .filter(|value| before.find(value.name.id()).is_none());
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
pub fn share(count: u32, most: u32) -> u32 {
    let percent = u64::from(count) * 100 / u64::from(most.max(1));
    u32::try_from(percent).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::ValueName;

    fn value(id: &str, count: u32, choice: Choice) -> FacetValue {
        FacetValue {
            name: ValueName::new(id, id, ""),
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
            .map(|value| (value.name.id().to_owned(), value.count))
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
