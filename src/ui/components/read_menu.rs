//! The menu that marks many papers as read.

use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, Node};
use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::{Action, Triage};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, aria_bool};

/// The DOM ids of the button, and of the first item of the menu.
const BUTTON: &str = "read-menu";
const FIRST: &str = "read-above";

/// Properties of a [`ReadMenu`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReadMenuProps {
    /// How many hits there are.
    pub hits: u32,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// A button that opens two others: all papers above the active one are marked as read, or all that
/// the list has. It closes when the focus leaves it.
#[component]
pub fn ReadMenu(ReadMenuProps { hits, dispatch }: &ReadMenuProps) -> Html {
    let is_open = use_state_eq(|| false);
    let node = use_node_ref();
    // The focus goes into the menu: it closes when the focus leaves, and not every browser gives
    // one to a button that is clicked.
    use_effect_with(*is_open, |is_open| {
        if *is_open {
            let _ = platform::focus(FIRST);
        }
    });
    let close = {
        let set = is_open.setter();
        move || {
            set.set(false);
            let _ = platform::focus(BUTTON);
        }
    };
    let item = |id: Option<&'static str>, triage: Triage, name: String| {
        let (close, dispatch) = (close.clone(), dispatch.clone());
        let onclick = move |_| {
            close();
            dispatch.dispatch(Action::Triage(triage.clone()));
        };
        html! { <button type="button" {id} class="menu-item" {onclick}>{ name }</button> }
    };
    let onclick = {
        let (set, now) = (is_open.setter(), *is_open);
        Callback::from(move |_| set.set(!now))
    };
    let onkeydown = {
        let (now, close) = (*is_open, close.clone());
        move |event: KeyboardEvent| {
            if now && event.key() == "Escape" {
                event.prevent_default();
                close();
            }
        }
    };
    let onfocusout = {
        let (set, node) = (is_open.setter(), node.clone());
        move |event: FocusEvent| {
            let to: Option<Node> = event.related_target().and_then(|to| to.dyn_into().ok());
            if !node.get().is_some_and(|menu| menu.contains(to.as_ref())) {
                set.set(false);
            }
        }
    };
    html! {
        <div class="read-menu" ref={node} {onkeydown} {onfocusout}>
            <IconButton
                id={BUTTON}
                icon={Icon::Check}
                name={text::READ_MENU}
                expanded={*is_open}
                {onclick}
            />
            <div class="menu" hidden={!*is_open} aria-hidden={aria_bool(!*is_open)}>
                { item(Some(FIRST), Triage::ReadAbove, text::READ_ABOVE.to_owned()) }
                { item(None, Triage::ReadAll, text::read_all(*hits)) }
            </div>
        </div>
    }
}
