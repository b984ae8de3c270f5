//! Where the focus goes when what had it is gone.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::ui::components::PAPER_PANE;
use crate::ui::fast::rows::row_id;
use crate::ui::platform;
use crate::ui::state::State;

/// Gives the focus to the open paper, or to the active hit, when the element that had it was taken
/// out of the page: a chip that was pressed, a bar that has gone. Who presses beside everything
/// wants the focus nowhere, and keeps it so.
#[hook]
pub fn use_focus(state: &UseReducerHandle<State>) {
    let last = use_mut_ref(|| None::<Element>);
    {
        let last = Rc::clone(&last);
        use_effect_with((), move |()| {
            let listeners = platform::window().map(|window| {
                let options = EventListenerOptions::run_in_capture_phase();
                ["pointerdown", "focusin"].map(|name| {
                    let last = Rc::clone(&last);
                    EventListener::new_with_options(&window, name, options, move |event| {
                        let target = event.target().filter(|_| name == "focusin");
                        last.replace(target.and_then(|target| target.dyn_into().ok()));
                    })
                })
            });
            move || drop(listeners)
        });
    }
    let home = match (&state.place.paper, state.papers) {
        (_, 0) => None,
        (Some(_), _) => Some(PAPER_PANE.to_owned()),
        (None, _) => Some(row_id(state.active)),
    };
    let home = home.filter(|_| state.panel.is_none());
    use_effect(move || {
        let is_gone = last
            .borrow()
            .as_ref()
            .is_some_and(|last| !last.is_connected());
        if is_gone
            && platform::focus_is_lost()
            && let Some(home) = &home
        {
            let _ = platform::focus(home);
        }
    });
}
