use yew::prelude::*;

use crate::ui::platform;

const NAME: &str = "single-keys";
const OFF: &str = "off";

/// Whether keys of one letter act, and what switches them. The choice is kept from visit to visit.
#[hook]
pub fn use_single_keys() -> (bool, Callback<bool>) {
    let on = use_state_eq(|| platform::stored(NAME).as_deref() != Some(OFF));
    let set = on.setter();
    let switch = Callback::from(move |now: bool| {
        let _ = platform::store(NAME, if now { "on" } else { OFF });
        set.set(now);
    });
    (*on, switch)
}
