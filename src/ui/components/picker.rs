use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::ui::platform;
use crate::ui::supervisor::Input;
use crate::ui::text;

use super::el::{When, el};

/// The DOM id of the file input.
pub const PICKER: &str = "files";

/// The page's one file input. It is not seen: buttons click it.
pub fn picker(read: &Callback<Input>) -> Html {
    let read = read.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let files = input
            .files()
            .map_or_else(Vec::new, |list| platform::files(&list));
        // The same file can be chosen again.
        input.set_value("");
        if !files.is_empty() {
            read.emit(Input::Files(files));
        }
    });
    el("input", "visually-hidden")
        .with("id", PICKER)
        .with("type", "file")
        .flag("multiple", true)
        .with("tabindex", "-1")
        .with("aria-label", text::FILE_INPUT)
        .on(When::Change, onchange)
        .done()
}
