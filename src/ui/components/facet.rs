use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlInputElement, Node};
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{Choice, Edit, FacetValue, FacetView, TagView};
use crate::ui::platform;
use crate::ui::state::{Action, ById};
use crate::ui::text;

use super::el::{El, When, button, classes, el, label, press, truth};
use super::icon::{Icon, icon};
use super::{Dispatch, act};

/// How many values a facet shows before it is asked for more.
const SHORT: usize = 8;
/// From how many values on a facet can be filtered by text.
const LONG: usize = 12;

/// How many values are shown more when they are asked for: each has ten elements.
const PAGE: usize = 100;

/// Where the element of a value has its id.
const ID: &str = "data-id";
/// The class of the buttons that lead to the rules of tags.
const OF_RULE: &str = "exclude of-rule";
/// The value that stands for papers without any.
const NONE: &str = "none";

/// One facet.
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

/// One facet: a group of check boxes with counts. While the pointer or the focus is in it, its values keep their places.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    let view = &props.view;
    let name = text::facet(view.facet);
    let folded = props.folded;
    let pages = use_state_eq(|| 0_usize);
    let filter = use_state_eq(String::new);
    // The order to keep: the facet as it stood when the pointer or the focus came.
    let kept = use_state_eq(|| None::<Rc<FacetView>>);

    let ordered = kept
        .as_ref()
        .map(|order| in_order(&order.values, &view.values));
    let values = ordered.as_deref().unwrap_or(&view.values);
    let keep = {
        let (kept, view) = (kept.clone(), Rc::clone(view));
        Callback::from(move |_: Event| {
            if kept.is_none() {
                kept.set(Some(Rc::clone(&view)));
            }
        })
    };
    // The pointer leaves the group and the focus is elsewhere, or the focus goes to somewhere outside.
    let release = {
        let kept = kept.setter();
        Callback::from(move |event: Event| {
            let node = |target: Option<EventTarget>| target.and_then(|t| t.dyn_into::<Node>().ok());
            let focus = event.dyn_ref::<FocusEvent>();
            let to = match focus {
                Some(event) => node(event.related_target()),
                None => platform::active_element().map(Node::from),
            };
            let group = node(event.current_target());
            let inside = group.is_some_and(|group| group.contains(to.as_ref()));
            if !inside && (to.is_some() || focus.is_none()) {
                kept.set(None);
            }
        })
    };
    let turn = |to: usize| {
        let set = pages.setter();
        Callback::from(move |_: Event| set.set(to))
    };
    let onfilter = {
        let filter = filter.setter();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                filter.set(input.value());
            }
        })
    };

    let mover = Mover {
        facet: view.facet,
        ends: [props.first, props.last],
        dispatch: props.dispatch.clone(),
    };
    let wanted = filter.trim().to_ascii_lowercase();
    let fits = |value: &&FacetValue| {
        wanted.is_empty() || value.name.label().to_ascii_lowercase().contains(&wanted)
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
    let most = values.iter().map(|value| value.count).max().unwrap_or(0);
    let list_id = ["facet-", view.facet.name()].concat();
    let fold_id = ["fold-", view.facet.name()].concat();
    let fold = press("fold", act(&props.dispatch, Action::Fold(view.facet)))
        .with("id", fold_id.clone())
        .with("aria-expanded", truth(!folded))
        .with("aria-controls", list_id.clone())
        .with("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown")
        .on(When::KeyDown, mover.by_key(fold_id))
        .text(name);
    let head = el("div", "facet-head")
        .put(el("h2", "").put(fold))
        .put(mover.button(false, name))
        .put(mover.button(true, name))
        .maybe((view.can_all_of && !folded).then(|| join_button(view, &props.dispatch)));
    let input = (values.len() > LONG).then(|| {
        let name = AttrValue::from(text::filter_facet(name));
        el("input", "facet-filter")
            .value((*filter).clone().into())
            .with("type", "text")
            .with("aria-label", name.clone())
            .with("placeholder", name)
            .with("autocomplete", "off")
            .with("spellcheck", "false")
            .on(When::Input, onfilter)
    });
    let mut list = el("ul", "");
    for (at, value) in matching.iter().take(shown).enumerate() {
        list = list.put(draw(view.facet, value, share(value.count, most)).key(at));
    }
    let empty = (matching.is_empty() && untagged.is_none()).then(|| {
        let hint = if wanted.is_empty() {
            text::NO_VALUES
        } else {
            text::NO_SUCH_VALUE
        };
        label("p", "hint", hint)
    });
    let all = (matching.len() > least).then(|| {
        let left = matching.len() - shown;
        if left == 0 {
            press("link more", turn(0)).text(text::SHOW_FEWER)
        } else {
            press("link more", turn(*pages + 1)).text(text::show_more(left.min(PAGE)))
        }
    });
    let chooses = {
        let (view, dispatch) = (Rc::clone(view), props.dispatch.clone());
        Callback::from(move |event: Event| {
            if let Some(action) = chosen(&event, &view) {
                dispatch.dispatch(action);
            }
        })
    };
    let body = el("div", "facet-body")
        .with("id", list_id)
        .flag("hidden", folded)
        .on(When::Change, chooses.clone())
        .on(When::Click, chooses)
        .maybe(input)
        .put(list)
        .maybe(empty)
        .maybe(all)
        .maybe(untagged.map(|value| {
            let share = share(value.count, most);
            el("ul", "untagged").put(draw(view.facet, value, share))
        }));
    el("div", "facet")
        .with("role", "group")
        .with("aria-label", name)
        .on(When::MouseEnter, keep.clone())
        .on(When::FocusIn, keep)
        .on(When::MouseLeave, release.clone())
        .on(When::FocusOut, release)
        .put(head)
        .put(body)
        .done()
}

/// Moves a facet.
struct Mover {
    facet: Facet,
    /// Whether it is the first, and whether it is the last.
    ends: [bool; 2],
    dispatch: Dispatch,
}

impl Mover {
    fn button(&self, down: bool, name: &str) -> El {
        let id = [if down { "down-" } else { "up-" }, self.facet.name()].concat();
        let (glyph, class, label) = if down {
            (Icon::Next, "icon-button move", text::move_down(name))
        } else {
            (Icon::Previous, "icon-button move", text::move_up(name))
        };
        let go = self.go(down, id.clone());
        press(class, Callback::from(move |_: Event| go()))
            .named(label)
            .with("id", id)
            // A disabled button would lose the focus.
            .with("aria-disabled", truth(self.ends[usize::from(down)]))
            .add(icon(glyph))
    }

    fn by_key(&self, id: String) -> Callback<Event> {
        let (up, down) = (self.go(false, id.clone()), self.go(true, id));
        Callback::from(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.alt_key()) else {
                return;
            };
            match event.key().as_str() {
                "ArrowUp" => up(),
                "ArrowDown" => down(),
                _ => return,
            }
            event.prevent_default();
        })
    }

    fn go(&self, down: bool, id: String) -> impl Fn() + use<> {
        let (facet, dispatch) = (self.facet, self.dispatch.clone());
        let is_end = self.ends[usize::from(down)];
        move || {
            if !is_end {
                dispatch.dispatch(Action::Move(facet, down));
                // What is moved in the document loses the focus; it is drawn by then.
                let id = id.clone();
                Timeout::new(0, move || {
                    let _ = platform::focus(&id);
                })
                .forget();
            }
        }
    }
}

fn join_button(view: &FacetView, dispatch: &Dispatch) -> El {
    let (facet, all_of) = (view.facet, view.all_of);
    let name = if all_of {
        text::JOIN_ALL
    } else {
        text::JOIN_ANY
    };
    button("join", name, act(dispatch, Action::JoinAll(facet, !all_of)))
        .with("aria-pressed", truth(all_of))
        .named(text::match_all(text::facet(facet)))
}

/// A value. What is done to it is told from where the event happened, by [`chosen`]: hundreds of values would have hundreds of things to do.
fn draw(facet: Facet, value: &FacetValue, share: u32) -> El {
    let name = &value.name;
    let label = AttrValue::from(text::short(name.label()).into_owned());
    let title = match name.description() {
        "" => label.clone(),
        about => about.to_owned().into(),
    };
    let tick = el("input", "")
        .with("type", "checkbox")
        .with("aria-label", text::value(&label, value.count))
        .checked(value.choice == Choice::Included);
    let exclude_name = text::exclude(&label);
    let exclude = tipped("exclude", exclude_name.clone())
        .with("aria-label", exclude_name)
        .with("aria-pressed", truth(value.choice == Choice::Excluded));
    let width = ["background-size:", &share.to_string(), "% 2px"].concat();
    let row = el("label", "")
        .with("title", title)
        .with("style", width)
        .put(tick)
        .put(el("span", "value-label").text(label.clone()))
        .put(el("span", "count").text(value.count.to_string()));
    let class = classes(&[
        ("value", true),
        ("included", value.choice == Choice::Included),
        ("excluded", value.choice == Choice::Excluded),
        ("empty", value.count == 0),
    ]);
    // The way to the rule of a tag.
    let rule = (facet.is_tagged() && name.id() != NONE)
        .then(|| tipped(OF_RULE, text::edit_tag(&label)).add(icon(Icon::Edit)));
    el("li", "")
        .with("class", class)
        .with(ID, name.id().to_owned())
        .put(row)
        .maybe(rule)
        .put(exclude)
}

/// A button with a tip, which is also what it is called where nothing stands in it.
fn tipped(class: &'static str, tip: String) -> El {
    el("button", class)
        .with("type", "button")
        .with("title", tip)
}

/// What is done by an event that happened at a value.
fn chosen(event: &Event, view: &FacetView) -> Option<Action> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let id = target.closest("li").ok()??.get_attribute(ID)?;
    let facet = view.facet;
    if event.type_() == "change" {
        return Some(Action::Edit(Edit::Include(facet, id)));
    }
    let button = target.closest("button").ok()??;
    if button.class_name() != OF_RULE {
        return Some(Action::Edit(Edit::Exclude(facet, id)));
    }
    let value = view.values.iter().find(|value| value.name.id() == id)?;
    Some(Action::EditTag(TagView {
        facet,
        label: value.name.label().to_owned(),
        id,
    }))
}

/// The values as they are now, in the order in which they stood; new ones come last. A value that is gone keeps its place with a count of 0: it may
/// have the focus.
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
