//! The box that puts a tag on the open paper, and its keys.

use yew::prelude::*;

use crate::protocol::{Hand, TagView};
use crate::ui::platform;
use crate::ui::state::{Action, Adding};
use crate::ui::text;

use super::{Dispatch, act, aria_bool};

/// The DOM id of the box.
const BOX: &str = "add-tag";
const LIST: &str = "tags-offered";

/// Properties of the [`TagBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagBoxProps {
    /// What is typed, and the tags that fit.
    pub adding: Adding,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// A combobox that puts a tag on the open paper by hand.
#[component]
pub fn TagBox(TagBoxProps { adding, dispatch }: &TagBoxProps) -> Html {
    let is_open = adding.typed.is_some() && !adding.all.is_empty();
    let write = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            dispatch.dispatch(Action::AddTag(Some(platform::value_of(&event))));
        })
    };
    html! {
        <div class="tag-box">
            <input
                id={BOX}
                type="text"
                role="combobox"
                value={adding.typed.clone().unwrap_or_default()}
                placeholder={text::ADD_TAG_HINT}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-label={text::ADD_TAG}
                aria-autocomplete="list"
                aria-expanded={aria_bool(is_open)}
                aria-controls={LIST}
                aria-activedescendant={is_open.then(|| option_id(adding.chosen))}
                oninput={write.reform(|event: InputEvent| event.into())}
                onclick={write.reform(|event: MouseEvent| event.into())}
                onblur={act(dispatch, Action::AddTag(None))}
                onkeydown={on_key(adding, dispatch)}
            />
            <ul
                id={LIST}
                class="tags-offered"
                role="listbox"
                aria-label={text::ADD_TAG}
                hidden={!is_open}
            >
                if is_open {
                    for (at, tag) in adding.all.iter().enumerate() {
                        { option(at, tag, at == adding.chosen, dispatch) }
                    }
                }
            </ul>
        </div>
    }
}

fn on_key(adding: &Adding, dispatch: &Dispatch) -> Callback<KeyboardEvent> {
    let (adding, dispatch) = (adding.clone(), dispatch.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let action = match (event.key().as_str(), &adding.typed) {
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

fn option(at: usize, tag: &TagView, is_chosen: bool, dispatch: &Dispatch) -> Html {
    let onmousedown = {
        let (tag, dispatch) = (tag.clone(), dispatch.clone());
        move |event: MouseEvent| {
            // The focus stays in the box.
            event.prevent_default();
            dispatch.dispatch(Action::ByHand(tag.clone(), Some(Hand::Add)));
        }
    };
    html! {
        <li
            key={at}
            id={option_id(at)}
            role="option"
            aria-selected={aria_bool(is_chosen)}
            {onmousedown}
        >
            <span>{ text::short(&tag.label) }</span>
            { " " }
            <span class="completion-label">{ text::facet(tag.facet) }</span>
        </li>
    }
}

fn option_id(at: usize) -> String {
    format!("tag-offered-{at}")
}
