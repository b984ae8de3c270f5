use gloo::events::EventListener;
use yew::prelude::*;

use crate::ui::place::Place;
use crate::ui::platform;
use crate::ui::state::{Action, History, State};

/// Keeps the page's address and the state's place the same, both ways.
#[hook]
pub fn use_url(state: &UseReducerHandle<State>) {
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            let Some(window) = platform::window() else {
                return Box::new(|| ()) as Box<dyn FnOnce()>;
            };
            let listeners = ["popstate", "hashchange"].map(|event| {
                let dispatch = dispatch.clone();
                EventListener::new(&window, event, move |_| {
                    dispatch.dispatch(Action::Arrive(Place::from_hash(&platform::hash())));
                })
            });
            Box::new(move || drop(listeners))
        });
    }
    let push = state.history == History::Push;
    use_effect_with(state.place.clone(), move |place| {
        // Compared as places: an address that others wrote differently is left as it is.
        if Place::from_hash(&platform::hash()) != *place
            && let Err(error) = platform::set_hash(&place.to_hash(), push)
        {
            web_sys::console::warn_1(&error);
        }
    });
}
