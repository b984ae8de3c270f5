//! The bar by which a rule is had back that was written and not saved.

use yew::prelude::*;

use crate::ui::state::Action;
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// Properties of an [`UndoBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct UndoBarProps {
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says that what was written in the editor was not saved, with a way back.
#[component]
pub fn UndoBar(UndoBarProps { dispatch }: &UndoBarProps) -> Html {
    html! {
        <div class="bar toast undo">
            <p class="notice-text" aria-live="polite">{ text::DROPPED }</p>
            <button type="button" onclick={act(dispatch, Action::Undo)}>{ text::UNDO }</button>
            <IconButton
                icon={Icon::Close}
                name={text::DISMISS}
                onclick={act(dispatch, Action::DismissUndo)}
            />
        </div>
    }
}
