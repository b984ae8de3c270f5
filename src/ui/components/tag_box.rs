use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::prelude::*;

use crate::protocol::{Hand, TagView};
use crate::ui::platform;
use crate::ui::state::{Action, Adding};
use crate::ui::text;

use super::el::{El, When, el, label, truth};
use super::{Dispatch, act};

/// The DOM id of the box.
const BOX: &str = "add-tag";
const LIST: &str = "tags-offered";

/// A combobox that puts a tag on the open paper by hand.
pub fn tag_box(adding: &Adding, dispatch: &Dispatch) -> El {
    let is_open = adding.typed.is_some() && !adding.all.is_empty();
    let typed = adding.typed.clone().unwrap_or_default();
    let mut input = el("input", "").value(typed.into());
    for (name, value) in [
        ("id", BOX),
        ("type", "text"),
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-expanded", truth(is_open)),
        ("aria-controls", LIST),
        ("aria-label", text::ADD_TAG),
        ("placeholder", text::ADD_TAG_HINT),
        ("autocomplete", "off"),
        ("autocapitalize", "none"),
        ("spellcheck", "false"),
    ] {
        input = input.with(name, value);
    }
    if is_open {
        input = input.with("aria-activedescendant", option_id(adding.chosen));
    }
    let write = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            dispatch.dispatch(Action::AddTag(Some(platform::value_of(&event))));
        })
    };
    let input = input
        .on(When::Input, write.clone())
        .on(When::Click, write)
        .on(When::Blur, act(dispatch, Action::AddTag(None)))
        .on(When::KeyDown, on_key(adding, dispatch));
    let mut offered = el("ul", "tags-offered")
        .with("id", LIST)
        .with("role", "listbox")
        .with("aria-label", text::ADD_TAG)
        .flag("hidden", !is_open);
    if is_open {
        for (at, tag) in adding.all.iter().enumerate() {
            offered = offered.put(option(at, tag, at == adding.chosen, dispatch));
        }
    }
    el("div", "tag-box").put(input).put(offered)
}

fn on_key(adding: &Adding, dispatch: &Dispatch) -> Callback<Event> {
    let (adding, dispatch) = (adding.clone(), dispatch.clone());
    Callback::from(move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if key.is_composing() || key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let action = match (key.key().as_str(), &adding.typed) {
            ("ArrowDown", Some(_)) => Action::ChooseTag(1),
            ("ArrowUp", Some(_)) => Action::ChooseTag(-1),
            ("ArrowDown", None) => Action::AddTag(Some(String::new())),
            ("Escape", Some(_)) => Action::AddTag(None),
            ("Enter", Some(_)) => match adding.all.get(adding.chosen) {
                Some(tag) => Action::ByHand(tag.clone(), Some(Hand::Add)),
                None => return,
            },
            _ => return,
        };
        event.prevent_default();
        dispatch.dispatch(action);
    })
}

fn option(at: usize, tag: &TagView, is_chosen: bool, dispatch: &Dispatch) -> El {
    let press = {
        let (tag, dispatch) = (tag.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            // The focus stays in the box.
            event.prevent_default();
            dispatch.dispatch(Action::ByHand(tag.clone(), Some(Hand::Add)));
        })
    };
    el("li", "")
        .key(at)
        .with("id", option_id(at))
        .with("role", "option")
        .with("aria-selected", truth(is_chosen))
        .on(When::MouseDown, press)
        .put(el("span", "").text(text::short(&tag.label).into_owned()))
        .text(" ")
        .put(label("span", "completion-label", text::facet(tag.facet)))
}

fn option_id(at: usize) -> String {
    ["tag-offered-", &at.to_string()].concat()
}
