//! The bar that tells what was done with papers.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::state::{Action, Said, Triage};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// Properties of a [`SaidBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct SaidBarProps {
    /// What was done last.
    pub said: Option<Rc<Said>>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says what was done with papers last, with the way back; what was taken back can be done again.
#[component]
pub fn SaidBar(SaidBarProps { said, dispatch }: &SaidBarProps) -> Html {
    let does = |triage| act(dispatch, Action::Triage(triage));
    // What is announced must be there before there is anything to announce.
    html! {
        <div role="status">
            if let Some(said) = said {
                <div class="bar toast undo">
                    <p class="notice-text">{ &said.text }</p>
                    if said.is_refused {
                    } else if said.is_back {
                        <button type="button" onclick={does(Triage::DoAgain)}>
                            { text::REDO }
                        </button>
                    } else {
                        <button type="button" onclick={does(Triage::TakeBack)}>
                            { text::UNDO }
                        </button>
                    }
                    <IconButton
                        icon={Icon::Close}
                        name={text::DISMISS}
                        onclick={does(Triage::Dismiss)}
                    />
                </div>
            }
        </div>
    }
}
