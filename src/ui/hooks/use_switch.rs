//! Switches that are kept from visit to visit.

use yew::prelude::*;

use crate::ui::kept::{self, OFF, ON};
use crate::ui::platform;

/// Whether something is on that is so until the reader switches it off, and what switches it. The
/// choice is kept from visit to visit under the name that follows `data-`, and the root element has
/// it as that attribute for the style sheet.
#[hook]
pub fn use_switch(attribute: &'static str) -> (bool, Callback<bool>) {
    let name = attribute.trim_start_matches("data-");
    let on = use_state_eq(|| {
        let on = kept::get(name).as_deref() != Some(OFF);
        shown(attribute, on)
    });
    let set = on.setter();
    let switch = Callback::from(move |now: bool| {
        // Where the browser keeps nothing the choice holds for this visit.
        let _ = kept::put(name, if now { ON } else { OFF });
        set.set(shown(attribute, now));
    });
    (*on, switch)
}

fn shown(attribute: &str, on: bool) -> bool {
    let _ = platform::set_root_attribute(attribute, if on { ON } else { OFF });
    on
}
