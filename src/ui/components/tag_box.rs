//! The box that puts a tag on the open paper, and its keys.

use yew::prelude::*;

use crate::protocol::{Hand, TagView};
use crate::ui::platform;
use crate::ui::state::{Action, Adding};
use crate::ui::text;

use super::combobox::{self, Options};
use super::{Dispatch, act, aria_bool};

/// The DOM id of the box.
pub const TAG_BOX: &str = "add-tag";
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
    let options = Options {
        id: LIST,
        class: "tags-offered",
        label: text::ADD_TAG,
        is_open,
        chosen: Some(adding.chosen),
    };
    let write = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            dispatch.dispatch(Action::AddTag(Some(platform::value_of(&event))));
        })
    };
    html! {
        <div class="tag-box">
            <input
                id={TAG_BOX}
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
                aria-activedescendant={options.active()}
                oninput={write.reform(|event: InputEvent| event.into())}
                onclick={write.reform(|event: MouseEvent| event.into())}
                onblur={act(dispatch, Action::AddTag(None))}
                onkeydown={on_key(adding, dispatch)}
            />
            { options.list(adding.all.iter().map(|tag| option(tag, dispatch))) }
        </div>
    }
}

fn on_key(adding: &Adding, dispatch: &Dispatch) -> Callback<KeyboardEvent> {
    let (adding, dispatch) = (adding.clone(), dispatch.clone());
    Callback::from(move |event: KeyboardEvent| {
        if !combobox::is_own(&event) {
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

fn option(tag: &TagView, dispatch: &Dispatch) -> (Html, Callback<()>) {
    let shown = html! {
        <>
            <span>{ text::short(&tag.label) }</span>
            { " " }
            <span class="completion-label">{ text::facet(tag.facet) }</span>
        </>
    };
    let put_on = Action::ByHand(tag.clone(), Some(Hand::Add));
    (shown, act(dispatch, put_on))
}
