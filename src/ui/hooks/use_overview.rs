//! The overview that stands where no paper is open.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::protocol::Request;
use crate::ui::state::State;
use crate::ui::supervisor::Supervisor;

/// How long an answer must stand before the overview is asked for, in milliseconds.
const OVERVIEW_REST: u32 = 350;

/// Asks how far the reader is with the days of the library: at once where a paper was closed,
/// otherwise when the keys rest, so that no answer waits for it.
#[hook]
pub fn use_overview(supervisor: &Supervisor, state: &UseReducerHandle<State>) {
    let supervisor = supervisor.clone();
    let was_seen = use_mut_ref(|| false);
    use_effect_with(
        (state.wanted_overview(), state.keeping.came()),
        move |(wanted, came)| {
            let is_seen = wanted.is_some();
            let rest = if was_seen.replace(is_seen) {
                OVERVIEW_REST
            } else {
                0
            };
            let came = came.clone();
            let ask = move || supervisor.with(|session| session.post(Request::Overview { came }));
            let timeout = is_seen.then(|| Timeout::new(rest, ask));
            move || drop(timeout)
        },
    );
}
