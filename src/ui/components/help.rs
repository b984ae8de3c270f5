use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::ui::hooks::KEYS;
use crate::ui::text;

use super::el::{When, el, label, list};

/// The keys and the query language on one page, and the switch for keys of one letter.
pub fn help(singles: bool, onsingles: &Callback<bool>) -> Html {
    let onsingles = onsingles.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            onsingles.emit(input.checked());
        }
    });
    let mut keys = el("dl", "keys");
    for key in &KEYS {
        let mut names = el("dt", "");
        for name in key.keys {
            names = names.put(label("kbd", "", text::key(name)));
        }
        keys = keys.put(el("div", "").put(names).put(label("dd", "", key.help)));
    }
    let mut syntax = el("dl", "syntax");
    for (example, meaning) in text::SYNTAX {
        let example = el("dt", "").put(label("code", "", example));
        syntax = syntax.put(el("div", "").put(example).put(label("dd", "", meaning)));
    }
    let switch = el("input", "")
        .with("type", "checkbox")
        .checked(singles)
        .on(When::Change, onchange);
    list(vec![
        label("h3", "", text::HELP_KEYS).done(),
        keys.done(),
        el("label", "switch")
            .put(switch)
            .text(" ")
            .text(text::SINGLE_KEYS)
            .done(),
        label("h3", "", text::HELP_QUERY).done(),
        syntax.done(),
    ])
}
