//! The file input, and what file inputs hand over.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::input::Input;
use crate::ui::platform::{self, NamedFile};
use crate::ui::text;

/// The DOM id of the file input.
pub const PICKER: &str = "files";

/// Properties of the [`Picker`].
#[derive(Clone, PartialEq, Properties)]
pub struct PickerProps {
    /// Reads the files that were chosen.
    pub read: Callback<Input>,
}

/// The page's one file input. It is not seen: buttons click it.
#[component]
pub fn Picker(props: &PickerProps) -> Html {
    html! {
        <input
            id={PICKER}
            class="visually-hidden"
            type="file"
            multiple=true
            tabindex="-1"
            aria-label={text::FILE_INPUT}
            onchange={reads_chosen(&props.read)}
        />
    }
}

/// What a file input does when files were chosen in it.
pub fn reads_chosen(read: &Callback<Input>) -> Callback<Event> {
    let read = read.clone();
    Callback::from(move |event: Event| {
        let files = chosen(&event);
        if !files.is_empty() {
            read.emit(Input::Files(files));
        }
    })
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
