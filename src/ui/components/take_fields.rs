//! What the dialogs of exporting, printing and sharing have in common.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::state::{Action, TakeAct, Which};
use crate::ui::text;

use super::{Dispatch, act};

/// The papers that can be taken along, each with what it is called, and which are meant.
pub fn which(all: &[(Which, String)], taken: Which, dispatch: &Dispatch) -> Html {
    html! {
        <fieldset class="take-which">
            <legend>{ text::EXPORT_WHAT }</legend>
            for (which, name) in all {
                { radio("take-which", name, *which == taken, TakeAct::Which(*which), dispatch) }
            }
        </fieldset>
    }
}

/// One of several, with its words.
pub fn radio(
    group: &'static str,
    name: &str,
    is_on: bool,
    does: TakeAct,
    dispatch: &Dispatch,
) -> Html {
    let onchange = act(dispatch, Action::Take(does));
    html! {
        <label class="take-one">
            <input type="radio" name={group} checked={is_on} {onchange} />
            <span>{ name }</span>
        </label>
    }
}

/// Something that is on or off, with its words, and whether it cannot be otherwise.
pub fn check(
    words: &str,
    is_on: bool,
    disabled: bool,
    does: fn(bool) -> Action,
    dispatch: &Dispatch,
) -> Html {
    let dispatch = dispatch.clone();
    let onchange = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            dispatch.dispatch(does(input.checked()));
        }
    };
    html! {
        <label class="take-one">
            <input type="checkbox" checked={is_on} {disabled} {onchange} />
            <span>{ words }</span>
        </label>
    }
}
