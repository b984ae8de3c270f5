//! Papers that are read to their end are marked as read.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use crate::ui::components::{ABSTRACT, READER_SCROLL};
use crate::ui::platform;
use crate::ui::state::{Action, Perusal, State, Triage};

/// How often it is looked at what is on show, in milliseconds. A listener of scrolling would be
/// told nothing where a paper needs none.
const EVERY: u32 = 500;

/// Watches the open paper while it is not marked as read. Each is marked once: who takes that back
/// has decided.
#[hook]
pub fn use_read_through(state: &UseReducerHandle<State>, is_on: bool) {
    let dispatch = state.dispatcher();
    let done = use_mut_ref(|| None::<String>);
    let open = state.place.paper.clone();
    {
        let done = done.clone();
        use_effect_with(open, move |_| {
            done.replace(None);
        });
    }
    let watched = state
        .unread_paper()
        .filter(|_| is_on && state.panel.is_none());
    use_effect_with(watched, move |watched| {
        let interval = watched.clone().map(|(id, letters)| {
            let mut perusal = Perusal::default();
            Interval::new(EVERY, move || {
                // Nobody reads what cannot be seen.
                let is_done = done.borrow().as_ref() == Some(&id);
                if is_done || !platform::is_seen() {
                    return;
                }
                let shows_end = platform::shows_end_of(ABSTRACT, READER_SCROLL);
                if perusal.pass(EVERY, shows_end, letters) {
                    done.replace(Some(id.clone()));
                    dispatch.dispatch(Action::Triage(Triage::ReadThrough(id.clone())));
                }
            })
        });
        move || drop(interval)
    });
}
