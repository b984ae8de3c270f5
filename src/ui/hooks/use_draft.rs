//! A note that was being written when the page was left.

use yew::prelude::*;

use crate::ui::kept;
use crate::ui::state::{Action, State, Triage};

/// Puts a note back that the visit before left half a second too early, as soon as the notes that
/// were kept are here.
#[hook]
pub fn use_draft(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let view = state.keeping.view.as_ref();
    // The notes come beside the first papers.
    let is_open = state.papers > 0 && view.is_some_and(|view| view.opening.is_none());
    use_effect_with(is_open, move |is_open| {
        if *is_open && let Some((paper, text)) = kept::take_draft() {
            dispatch.dispatch(Action::Triage(Triage::Note(paper, text)));
        }
    });
}
