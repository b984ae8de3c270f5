//! The bars that tell of rules while their panel is closed.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{Draft, Tagging};
use crate::ui::state::{Action, Undo};
use crate::ui::text;

use super::undo_bar::UndoBar;
use super::{Dispatch, act};

/// Properties of [`RulesBars`].
#[derive(Clone, PartialEq, Properties)]
pub struct RulesBarsProps {
    /// How far papers are tagged by new rules; `None` when they are.
    pub tagging: Option<Tagging>,
    /// Stops tagging them.
    pub cancel: Callback<()>,
    /// A rule that is in the editor while that is closed, and its number in the list.
    pub unsaved: Option<(Option<u32>, Rc<Draft>)>,
    /// What was written in the editor and not saved, while it can be had back.
    pub undo: Option<Rc<Undo>>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What there is to say of rules beside the page: papers that are being tagged, a rule that is not
/// saved, a change that can be taken back.
#[component]
pub fn RulesBars(props: &RulesBarsProps) -> Html {
    let RulesBarsProps {
        cancel, dispatch, ..
    } = props;
    html! {
        <>
            <div>
                if let Some(tagging) = props.tagging {
                    { tagging_bar(tagging, cancel) }
                }
            </div>
            <div>
                if let Some((at, draft)) = &props.unsaved {
                    <div class="bar unsaved">
                        <p class="notice-text">{ text::UNSAVED }</p>
                        <button
                            type="button"
                            onclick={act(dispatch, Action::EditRule(*at, Rc::clone(draft)))}
                        >
                            { text::EDIT_ON }
                        </button>
                        <button type="button" onclick={act(dispatch, Action::DropRule)}>
                            { text::DISCARD }
                        </button>
                    </div>
                }
            </div>
            <div>
                if props.undo.is_some() {
                    <UndoBar {dispatch} />
                }
            </div>
        </>
    }
}

fn tagging_bar(tagging: Tagging, cancel: &Callback<()>) -> Html {
    html! {
        <div class="bar progress">
            <span class="progress-file">{ text::TAGGING }</span>
            <progress
                max={tagging.of.to_string()}
                value={tagging.done.to_string()}
                aria-label={text::TAGGING}
            />
            <span class="progress-counts">{ text::looked_at(tagging.done, tagging.of) }</span>
            <button type="button" onclick={cancel.reform(|_| ())}>{ text::CANCEL }</button>
        </div>
    }
}
