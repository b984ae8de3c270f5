//! A value that can be held while another comes.

use yew::prelude::*;

/// The value, or while it is held the one that was current when the hold began.
#[hook]
pub fn use_held<T: Clone + 'static>(value: T, hold: bool) -> T {
    let last = use_mut_ref(|| None::<T>);
    let held = last.take().filter(|_| hold).unwrap_or(value);
    last.replace(Some(held.clone()));
    held
}
