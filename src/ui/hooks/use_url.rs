//! The page's address and the state's place, kept the same.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::prelude::*;

use crate::ui::link::Luggage;
use crate::ui::place::Place;
use crate::ui::state::{Action, History, ShareAct, State};
use crate::ui::{kept, platform};

/// How long the keys must rest before the address says what was typed, in milliseconds: browsers
/// take some for it, with each key, and want it seldom.
const REST: u32 = 120;
/// The events by which another place comes.
const ARRIVE: [&str; 2] = ["popstate", "hashchange"];
/// And those by which the present one may be left before the keys have rested. When it has been
/// left its address cannot be written any more.
const LEAVE: [&str; 3] = ["keydown", "pointerdown", "pagehide"];

/// Keeps the page's address and the state's place the same, both ways.
#[hook]
pub fn use_url(state: &UseReducerHandle<State>) {
    // What the address is to say when the keys rest.
    let later = use_mut_ref(|| None::<Later>);
    {
        let (dispatch, later) = (state.dispatcher(), Rc::clone(&later));
        use_effect_with((), move |()| {
            let listeners = platform::window().map(|window| {
                ARRIVE
                    .into_iter()
                    .chain(LEAVE)
                    .map(|name| {
                        let (dispatch, later) = (dispatch.clone(), Rc::clone(&later));
                        EventListener::new(&window, name, move |event| {
                            if ARRIVE.contains(&name) {
                                let hash = platform::hash();
                                dispatch.dispatch(Action::Arrive(Place::from_hash(&hash)));
                                let luggage = ShareAct::Arrived(Luggage::from_hash(&hash));
                                dispatch.dispatch(Action::Sharing(luggage));
                                if let Some(aside) = kept::too_long(&hash) {
                                    dispatch.dispatch(Action::SetAside(aside));
                                }
                            } else if may_leave(event) {
                                flush(&later);
                            }
                        })
                    })
                    .collect::<Vec<_>>()
            });
            move || drop(listeners)
        });
    }
    let history = state.history;
    use_effect_with(state.place.clone(), move |place| {
        let earlier = later.take();
        // Compared as places: an address that others wrote differently is left as it is.
        if Place::from_hash(&platform::hash()) == *place {
            return;
        }
        let hash = place.to_hash();
        if matches!(history, History::Rest | History::Begin) {
            // A step that is yet to begin begins with what is typed by then.
            let begins = earlier.is_some_and(|earlier| earlier.begins);
            let rested = Rc::clone(&later);
            later.replace(Some(Later {
                hash,
                begins: begins || history == History::Begin,
                _rest: Timeout::new(REST, move || flush(&rested)),
            }));
            return;
        }
        // A step that is left says what it said last.
        if let Some(earlier) = earlier {
            write(&earlier.hash, earlier.begins);
        }
        write(&hash, history == History::Push);
    });
}

/// Whether the page may be left by this event: by a key with Alt or Command, or whatever is not a
/// key.
fn may_leave(event: &Event) -> bool {
    let key: Option<&KeyboardEvent> = event.dyn_ref();
    key.is_none_or(|key| key.alt_key() || key.meta_key())
}

/// Writes the address that is yet to be written.
fn flush(later: &RefCell<Option<Later>>) {
    if let Some(later) = later.take() {
        write(&later.hash, later.begins);
    }
}

/// An address that is yet to be written.
struct Later {
    hash: String,
    /// Whether it is a step of the history.
    begins: bool,
    _rest: Timeout,
}

fn write(hash: &str, push: bool) {
    if let Err(error) = platform::set_hash(hash, push) {
        web_sys::console::warn_1(&error);
    }
}
