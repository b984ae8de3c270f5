use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::platform;
use crate::ui::supervisor::Input;
use crate::ui::text;

/// The DOM id of the file input.
pub const PICKER: &str = "files";

/// The page's one file input.
#[derive(Clone, PartialEq, Properties)]
pub struct PickerProps {
    /// Reads what was chosen.
    pub read: Callback<Input>,
}

/// The page's one file input. It is not seen: buttons click it.
#[component]
pub fn Picker(props: &PickerProps) -> Html {
    let onchange = use_callback(props.read.clone(), |event: Event, read| {
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
    html! {
        <input id={PICKER} class="visually-hidden" type="file" multiple=true tabindex="-1" aria-label={text::FILE_INPUT} {onchange} />
    }
}
