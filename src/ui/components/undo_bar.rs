//! The bar by which a change of the rules is taken back.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::state::{Action, Undo};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// Properties of an [`UndoBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct UndoBarProps {
    /// The change that can be taken back.
    pub undo: Rc<Undo>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says what was done to the rules last, with a way back.
#[component]
pub fn UndoBar(UndoBarProps { undo, dispatch }: &UndoBarProps) -> Html {
    html! {
        <div class="bar toast undo">
            <p class="notice-text" aria-live="polite">{ &undo.said }</p>
            <button type="button" onclick={act(dispatch, Action::Undo)}>{ text::UNDO }</button>
            <IconButton
                icon={Icon::Close}
                name={text::DISMISS}
                onclick={act(dispatch, Action::DismissUndo)}
            />
        </div>
    }
}
