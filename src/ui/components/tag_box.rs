//! The boxes that put a tag on the open paper and on papers of the list, and their keys.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{Hand, TagView};
use crate::ui::platform;
use crate::ui::state::{Action, Adding, Many, Triage};
use crate::ui::text;

use super::combobox::{self, Options};
use super::{Dispatch, act, aria_bool};

/// The DOM ids of the box for the open paper and of the one for papers of the list.
const BOX: &str = "add-tag";
const MANY: &str = "tag-papers";

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
    use_effect_with(adding.wishes, |wishes| {
        if *wishes > 0 {
            let _ = platform::focus(BOX);
        }
    });
    // What is typed for papers of the list is not for this one.
    let adding = match adding.many {
        None => adding.clone(),
        Some(_) => Adding::default(),
    };
    combobox(BOX, text::ADD_TAG.into(), &adding, dispatch)
}

/// Properties of [`TagMany`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagManyProps {
    /// The papers.
    pub many: Rc<Many>,
    /// What is typed, and the tags that fit.
    pub adding: Adding,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// A combobox that puts a tag on papers of the list, or takes it off where all have it.
#[component]
pub fn TagMany(props: &TagManyProps) -> Html {
    let TagManyProps {
        many,
        adding,
        dispatch,
    } = props;
    use_effect_with((), |()| {
        let _ = platform::focus(MANY);
    });
    let name = AttrValue::from(text::tag_papers(many.count));
    html! {
        <div class="tag-many">
            <span aria-hidden="true">{ &name }</span>
            { combobox(MANY, name, adding, dispatch) }
        </div>
    }
}

fn combobox(id: &'static str, name: AttrValue, adding: &Adding, dispatch: &Dispatch) -> Html {
    let list = if id == MANY {
        "tags-for-many"
    } else {
        "tags-offered"
    };
    let is_open = adding.typed.is_some() && !adding.all.is_empty();
    let options = Options {
        id: list,
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
                {id}
                type="text"
                role="combobox"
                value={adding.typed.clone().unwrap_or_default()}
                placeholder={text::ADD_TAG_HINT}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-label={name}
                aria-autocomplete="list"
                aria-expanded={aria_bool(is_open)}
                aria-controls={list}
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
            ("Escape", Some(_)) if adding.many.is_some() => Action::Triage(Triage::Tag(false)),
            ("Escape", Some(_)) => Action::AddTag(None),
            ("Enter", Some(_)) => Action::TakeTag,
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
