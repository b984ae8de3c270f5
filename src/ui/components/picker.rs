use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::ui::platform::{self, NamedFile};
use crate::ui::supervisor::Input;
use crate::ui::text;

use super::el::{When, el};

/// The DOM id of the file input.
pub const PICKER: &str = "files";

/// The page's one file input. It is not seen: buttons click it.
pub fn picker(read: &Callback<Input>) -> Html {
    let read = read.clone();
    let onchange = Callback::from(move |event: Event| {
        let files = chosen(&event);
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

/// The files that were chosen in an input. The same can be chosen again.
pub fn chosen(event: &Event) -> Vec<NamedFile> {
    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
        return Vec::new();
    };
    let files = input.files();
    let files = files.map_or_else(Vec::new, |list| platform::files(&list));
    input.set_value("");
    files
}
