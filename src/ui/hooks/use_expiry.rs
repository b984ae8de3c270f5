//! What happens when something has been shown for long enough.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// Emits `expired` when `value` has been the same for so many milliseconds; never while it is
/// `None`.
#[hook]
pub fn use_expiry<T: PartialEq + 'static>(value: Option<T>, millis: u32, expired: Callback<()>) {
    use_effect_with(value, move |value| {
        let timeout = value
            .is_some()
            .then(|| Timeout::new(millis, move || expired.emit(())));
        move || drop(timeout)
    });
}
