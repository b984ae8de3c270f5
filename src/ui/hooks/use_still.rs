//! Parts of the page that do not move under a pressed pointer.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::platform;

/// What a press begins with, and what it ends with.
const DOWN: &str = "pointerdown";
const UP: [&str; 2] = ["pointerup", "pointercancel"];
/// The longest that a press holds anything up, in milliseconds: browsers do not tell of the end of
/// each.
const LONGEST: u32 = 1_000;

#[derive(Default)]
struct Press {
    /// What ends the press that is under way.
    end: Option<Timeout>,
    /// Whether something else is to be drawn since it began.
    is_late: bool,
    drawn: Html,
}

/// What is drawn, but while a pointer is pressed what was drawn before: what comes and goes by
/// itself moves everything below it, and a button that moves between press and release gets no
/// click.
#[hook]
pub fn use_still(now: Html) -> Html {
    let update = use_force_update();
    let press = use_mut_ref(Press::default);
    {
        let press = Rc::clone(&press);
        use_effect_with((), move |()| {
            let listeners = platform::window().map(|window| {
                [DOWN, UP[0], UP[1]].map(|name| {
                    let (press, update) = (Rc::clone(&press), update.clone());
                    let options = EventListenerOptions::run_in_capture_phase();
                    EventListener::new_with_options(&window, name, options, move |_| {
                        // A click follows the release at once, and timers behind it.
                        let after = if name == DOWN { LONGEST } else { 0 };
                        let (ended, update) = (Rc::clone(&press), update.clone());
                        let end = Timeout::new(after, move || {
                            if is_late(&ended) {
                                update.force_update();
                            }
                        });
                        press.borrow_mut().end = Some(end);
                    })
                })
            });
            move || drop(listeners)
        });
    }
    let mut press = press.borrow_mut();
    press.is_late = press.end.is_some();
    if !press.is_late {
        press.drawn = now;
    }
    press.drawn.clone()
}

/// Ends a press, and tells whether something is to be drawn.
fn is_late(press: &RefCell<Press>) -> bool {
    let mut press = press.borrow_mut();
    press.end = None;
    press.is_late
}
