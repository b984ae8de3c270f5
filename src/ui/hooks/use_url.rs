//! The page's address and the state's place, kept the same. What lies over the page is a step of
//! the browser's history too, so that Back leads out of it and not out of the page.

use std::cell::{Cell, RefCell};
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

/// The browser's history as far as this page has written it.
#[derive(Default)]
struct Steps {
    /// What the address is to say when the keys rest.
    later: RefCell<Option<Later>>,
    /// Where the present step is that of a panel: its address, which the step below it has too.
    over: RefCell<Option<String>>,
    /// Whether the step of a panel that was closed is being left. Browsers do that some time later,
    /// and whatever is written until then would be left instead.
    leaves: Cell<bool>,
}

/// An address that is yet to be written.
struct Later {
    hash: String,
    /// Whether it is a step of the history.
    begins: bool,
    _rest: Option<Timeout>,
}

/// Keeps the page's address and the state's place the same, both ways.
#[hook]
pub fn use_url(state: &UseReducerHandle<State>) {
    let steps = use_memo((), |()| Steps::default());
    {
        let (dispatch, steps) = (state.dispatcher(), Rc::clone(&steps));
        use_effect_with((), move |()| {
            let listeners = platform::window().map(|window| {
                ARRIVE
                    .into_iter()
                    .chain(LEAVE)
                    .map(|name| {
                        let (dispatch, steps) = (dispatch.clone(), Rc::clone(&steps));
                        EventListener::new(&window, name, move |event| {
                            if !ARRIVE.contains(&name) {
                                if may_leave(event) {
                                    steps.flush();
                                }
                            } else if !steps.has_left() {
                                let hash = platform::hash();
                                if let Some(over) = steps.over.take() {
                                    platform::close_dialog();
                                    if over == hash && steps.flush() {
                                        return;
                                    }
                                }
                                dispatch.dispatch(Action::Arrive(Place::from_hash(&hash)));
                                let luggage = ShareAct::Arrived(Luggage::from_hash(&hash));
                                dispatch.dispatch(Action::Sharing(luggage));
                                if let Some(aside) = kept::too_long(&hash) {
                                    dispatch.dispatch(Action::SetAside(aside));
                                }
                            }
                        })
                    })
                    .collect::<Vec<_>>()
            });
            move || drop(listeners)
        });
    }
    let history = state.history;
    {
        let steps = Rc::clone(&steps);
        use_effect_with(state.place.clone(), move |place| {
            let earlier = steps.later.take();
            // Compared as places: an address that others wrote differently is left as it is.
            if Place::from_hash(&platform::hash()) == *place {
                return;
            }
            let hash = place.to_hash();
            if matches!(history, History::Rest | History::Begin) {
                // A step that is yet to begin begins with what is typed by then.
                let begins = earlier.is_some_and(|earlier| earlier.begins);
                let begins = begins || history == History::Begin;
                Steps::write_later(&steps, hash, begins);
                return;
            }
            // A step that is left says what it said last.
            if let Some(earlier) = earlier {
                steps.write(&earlier.hash, earlier.begins);
            }
            steps.write(&hash, history == History::Push);
        });
    }
    use_effect_with(state.panel.is_some(), move |is_open| {
        if *is_open {
            steps.flush();
            steps.go_over();
        } else {
            steps.come_back();
        }
    });
}

impl Steps {
    fn write_later(this: &Rc<Self>, hash: String, begins: bool) {
        let rested = Rc::clone(this);
        this.later.replace(Some(Later {
            hash,
            begins,
            _rest: Some(Timeout::new(REST, move || {
                rested.flush();
            })),
        }));
    }

    /// Writes the address that is yet to be written. Says whether there is one, be it that it has
    /// to wait for longer.
    fn flush(&self) -> bool {
        let later = self.later.take();
        let is_one = later.is_some();
        if let Some(later) = later {
            self.write(&later.hash, later.begins);
        }
        is_one
    }

    /// Writes the address, as a new step or in place of the present one. The step of a panel stays
    /// the last one: what takes the place of the step below it waits until the panel's is left.
    fn write(&self, hash: &str, push: bool) {
        let earlier = self.later.take();
        let begins = push || earlier.is_some_and(|earlier| earlier.begins);
        let is_over = self.is_over();
        if self.leaves.get() || is_over && !begins {
            self.later.replace(Some(Later {
                hash: hash.to_owned(),
                begins,
                _rest: None,
            }));
            return;
        }
        put(hash, begins && !is_over);
        if is_over {
            put(hash, true);
            self.over.replace(Some(hash.to_owned()));
        }
    }

    fn is_over(&self) -> bool {
        self.over.borrow().is_some()
    }

    /// A panel was opened: it gets a step of its own.
    fn go_over(&self) {
        let hash = platform::hash();
        if self.over.replace(Some(hash.clone())).is_none() && !self.leaves.get() {
            put(&hash, true);
        }
    }

    /// The panel was closed, by Back or otherwise; then its step is to be left.
    fn come_back(&self) {
        if self.over.take().is_some() && !self.leaves.get() {
            self.leaves.set(platform::go_back().is_some());
        }
    }

    /// A step of the history has come. Says whether it is the one below a panel that was closed,
    /// where nothing is to be done but what had to wait for it.
    fn has_left(&self) -> bool {
        if !self.leaves.take() {
            return false;
        }
        let is_over = self.over.take().is_some();
        self.flush();
        if is_over {
            // Another panel was opened in the meantime.
            self.go_over();
        }
        true
    }
}

/// Whether the page may be left by this event: by a key with Alt or Command, or whatever is not a
/// key.
fn may_leave(event: &Event) -> bool {
    let key: Option<&KeyboardEvent> = event.dyn_ref();
    key.is_none_or(|key| key.alt_key() || key.meta_key())
}

fn put(hash: &str, push: bool) {
    if let Err(error) = platform::set_hash(hash, push) {
        web_sys::console::warn_1(&error);
    }
}
