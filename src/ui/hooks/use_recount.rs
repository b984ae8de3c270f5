//! Counts that follow what was seen.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::state::{Action, State};

/// How long the list must rest, in milliseconds: with each row that is passed papers are seen, and
/// counts that change all the time are read by nobody.
const REST: u32 = 1_200;

/// Has the papers counted again that were seen since the last search, when the list rests.
#[hook]
pub fn use_recount(state: &UseReducerHandle<State>) {
    let dispatch = state.dispatcher();
    let moves = (
        state.marking.seen,
        state.steps,
        state.window,
        state.answered,
    );
    let wanted = state.wants_recount().then_some(moves);
    use_effect_with(wanted, move |wanted| {
        let recount = move || dispatch.dispatch(Action::Recount);
        let timeout = wanted.map(|_| Timeout::new(REST, recount));
        move || drop(timeout)
    });
}
