//! The page's address and the state's place, kept the same. What lies over the page is a step of
//! the browser's history too, so that Back leads out of it and not out of the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::prelude::*;

use crate::ui::link::{self, Luggage};
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
    /// What the address is to say when the keys rest, or when a panel's step is left.
    later: RefCell<Option<Later>>,
    /// Where the present step is that of a panel: its address, which the step below it has too.
    over: RefCell<Option<String>>,
    /// Whether the step of a panel that was closed is being left. Browsers do that some time later,
    /// and whatever is written until then would be left instead.
    leaves: Cell<bool>,
}

/// Addresses that are yet to be written.
struct Later {
    all: Waiting,
    _rest: Option<Timeout>,
}

/// Addresses in the order in which they are to be written, each with whether it is a step of the
/// history. The first alone may be none: what takes the place of another does so while that waits.
#[derive(Debug, Default, PartialEq, Eq)]
struct Waiting(Vec<(String, bool)>);

impl Waiting {
    /// Another address, as a step of its own or in place of the last one.
    fn add(&mut self, hash: &str, push: bool) {
        match self.0.last_mut() {
            Some(last) if !push => hash.clone_into(&mut last.0),
            _ => self.0.push((hash.to_owned(), push)),
        }
    }

    /// What is typed: a step that is yet to begin begins with what is typed by then.
    fn type_on(&mut self, hash: &str, begins: bool) {
        self.add(hash, false);
        if let Some((_, is_step)) = self.0.last_mut() {
            *is_step |= begins;
        }
    }

    /// Whether any is a step.
    fn begins(&self) -> bool {
        self.0.iter().any(|(_, is_step)| *is_step)
    }

    /// What is done with each, and what the panel's step says then, given whether that is the last
    /// one of the history. It becomes that of the first address, as the step below it cannot be
    /// reached from there, and the panel gets another one.
    fn written(self, is_over: bool) -> Vec<(String, bool)> {
        let mut all = self.0;
        if is_over && let Some(first) = all.first_mut() {
            first.1 = false;
        }
        let last = all.last().filter(|_| is_over);
        let over = last.map(|(hash, _)| (hash.clone(), true));
        all.extend(over);
        all
    }
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
    // Beside a library of the reader's own they are on a visit: a page that is loaded again with
    // them in its address would be theirs.
    let lent = state.sharing.lent().filter(|_| state.keeping.is_apart);
    let lent = lent.cloned();
    let received = state.sharing.received.as_ref();
    let is_kept = received.is_some_and(|received| received.is_kept);
    {
        let (steps, lent) = (Rc::clone(&steps), lent.clone());
        use_effect_with(state.place.clone(), move |place| {
            let earlier = steps.later.take().map(|later| later.all);
            // Compared as places: an address that others wrote differently is left as it is.
            let written = platform::hash();
            if Place::from_hash(&written) == *place {
                if is_kept && link::parcel_len(&written) > 0 {
                    steps.write(&place.to_hash(), false);
                }
                return;
            }
            let hash = address(place, lent.as_deref());
            if matches!(history, History::Rest | History::Begin) {
                let mut all = earlier.unwrap_or_default();
                all.type_on(&hash, history == History::Begin);
                Steps::write_later(&steps, all);
                return;
            }
            // A step that is left says what it said last.
            if let Some(earlier) = earlier {
                steps.write_all(earlier);
            }
            steps.write(&hash, history == History::Push);
        });
    }
    // A link with papers has done its work when they are kept: the page loaded again shows what is
    // the reader's own. Steps from before then say so when they are gone to.
    {
        let (steps, place) = (Rc::clone(&steps), state.place.clone());
        use_effect_with(is_kept, move |is_kept| {
            if *is_kept && link::parcel_len(&platform::hash()) > 0 {
                steps.write(&place.to_hash(), false);
            }
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

/// The address of a place, with the papers of a link that the page has from there.
fn address(place: &Place, lent: Option<&str>) -> String {
    lent.map_or_else(
        || place.to_hash(),
        |parcel| link::to_papers("", place, parcel),
    )
}

impl Steps {
    fn write_later(this: &Rc<Self>, all: Waiting) {
        let rested = Rc::clone(this);
        this.later.replace(Some(Later {
            all,
            _rest: Some(Timeout::new(REST, move || {
                rested.flush();
            })),
        }));
    }

    /// Writes the addresses that are yet to be written. Says whether there are any, be it that
    /// they have to wait for longer.
    fn flush(&self) -> bool {
        let later = self.later.take();
        let is_one = later.is_some();
        if let Some(later) = later {
            self.write_all(later.all);
        }
        is_one
    }

    /// Writes the address, as a new step or in place of the present one.
    fn write(&self, hash: &str, push: bool) {
        let mut all = self.later.take().map(|later| later.all).unwrap_or_default();
        all.add(hash, push);
        self.write_all(all);
    }

    /// Writes addresses. The step of a panel stays the last one: what takes the place of the step
    /// below it waits until the panel's is left, or until another step begins.
    fn write_all(&self, all: Waiting) {
        let is_over = self.is_over();
        if self.leaves.get() || is_over && !all.begins() {
            self.later.replace(Some(Later { all, _rest: None }));
            return;
        }
        let all = all.written(is_over);
        for (hash, push) in &all {
            put(hash, *push);
        }
        if is_over && let Some((hash, _)) = all.last() {
            self.over.replace(Some(hash.clone()));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn waiting(all: &[(&str, bool)]) -> Waiting {
        let mut waiting = Waiting::default();
        for (hash, push) in all {
            waiting.add(hash, *push);
        }
        waiting
    }

    #[track_caller]
    fn check(all: &[(&str, bool)], is_over: bool, written: &[(&str, bool)]) {
        let all = waiting(all).written(is_over);
        let all: Vec<(&str, bool)> = all.iter().map(|(hash, push)| (&**hash, *push)).collect();
        assert_eq!(all, written);
    }

    #[test]
    fn addresses_that_wait_are_written_in_their_order() {
        check(&[], false, &[]);
        check(&[("#a", false), ("#b", false)], false, &[("#b", false)]);
        check(&[("#a", true), ("#b", false)], false, &[("#b", true)]);
        let two = [("#a", false), ("#b", true)];
        check(&two, false, &two);
        // The step that the panel had becomes the page's, and the panel gets another one.
        check(&[("#b", true)], true, &[("#b", false), ("#b", true)]);
        let three = [("#a", false), ("#b", true), ("#b", true)];
        check(&two, true, &three);
    }

    #[test]
    fn what_is_typed_is_one_step() {
        let mut typed = waiting(&[]);
        typed.type_on("#q=a", true);
        typed.type_on("#q=ab", false);
        assert_eq!(typed, waiting(&[("#q=ab", true)]));
        let mut typed = waiting(&[("#q=a", false)]);
        typed.type_on("#q=ab", false);
        assert_eq!(typed, waiting(&[("#q=ab", false)]));
        typed.type_on("#q=b", true);
        assert!(typed.begins());
    }
}
