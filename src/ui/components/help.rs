use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::hooks::KEYS;
use crate::ui::text;

use super::dialog::Dialog;

/// The keys and the query language on one page, and the switch for keys of one letter.
pub fn help(singles: bool, onsingles: &Callback<bool>, onclose: &Callback<()>) -> Html {
    let onsingles = onsingles.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            onsingles.emit(input.checked());
        }
    });
    html! {
        <Dialog title={text::HELP} class="help" {onclose}>
            <h3>{ text::HELP_KEYS }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|key| html! {
                    <div>
                        <dt>{ for key.keys.iter().map(|key| html! { <kbd>{ text::key(key) }</kbd> }) }</dt>
                        <dd>{ key.help }</dd>
                    </div>
                }) }
            </dl>
            <label class="switch">
                <input type="checkbox" checked={singles} {onchange} />
                { " " }{ text::SINGLE_KEYS }
            </label>
            <h3>{ text::HELP_QUERY }</h3>
            <dl class="syntax">
                { for text::SYNTAX.iter().map(|(example, meaning)| html! {
                    <div><dt><code>{ *example }</code></dt><dd>{ *meaning }</dd></div>
                }) }
            </dl>
        </Dialog>
    }
}
