use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::place::Place;
use crate::ui::platform;
use crate::ui::state::{Action, History, State};

use super::use_on::use_on;

/// How long the keys must rest before the address says what was typed, in milliseconds: browsers take some for it, with each key, and want it seldom.
const REST: u32 = 120;

/// Keeps the page's address and the state's place the same, both ways.
#[hook]
pub fn use_url(state: &UseReducerHandle<State>) {
    {
        let dispatch = state.dispatcher();
        use_on((), move |()| {
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
    let history = state.history;
    // What the address is to say when the keys rest.
    let later = use_mut_ref(|| None::<Later>);
    use_on(state.place.clone(), move |place| {
        let earlier = later.take();
        // Compared as places: an address that others wrote differently is left as it is.
        if Place::from_hash(&platform::hash()) == *place {
            return;
        }
        let hash = place.to_hash();
        if history == History::Rest {
            let rested = Rc::clone(&later);
            let rest = Timeout::new(REST, move || {
                if let Some(rested) = rested.take() {
                    write(&rested.hash, false);
                }
            });
            later.replace(Some(Later { hash, _rest: rest }));
            return;
        }
        // A step that is left says what it said last.
        if let Some(earlier) = earlier {
            write(&earlier.hash, false);
        }
        write(&hash, history == History::Push);
    });
}

/// An address that is yet to be written.
struct Later {
    hash: String,
    _rest: Timeout,
}

fn write(hash: &str, push: bool) {
    if let Err(error) = platform::set_hash(hash, push) {
        web_sys::console::warn_1(&error);
    }
}
