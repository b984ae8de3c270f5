//! The panel of help: keys, the query language, the tags.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::core::query::FIELDS;
use crate::protocol::TagMeaning;
use crate::ui::hooks::KEYS;
use crate::ui::text;

/// Properties of the [`Help`].
#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    /// All tags of the table, facet by facet.
    pub taxonomy: Rc<[TagMeaning]>,
    /// Whether keys of one letter are on.
    pub single_keys: bool,
    /// Switches them on or off.
    pub set_single_keys: Callback<bool>,
}

/// The keys, the query language and the tags on one page, and the switch for keys of one letter.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    let onchange = {
        let set = props.set_single_keys.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                set.emit(input.checked());
            }
        }
    };
    html! {
        <>
            <h3>{ text::HELP_KEYS }</h3>
            <dl class="keys">
                for key in &KEYS {
                    <div>
                        <dt>
                            for name in key.keys {
                                <kbd>{ text::key(name) }</kbd>
                            }
                        </dt>
                        <dd>{ key.help }</dd>
                    </div>
                }
            </dl>
            <label class="switch">
                <input type="checkbox" checked={props.single_keys} {onchange} />
                { " " }
                { text::SINGLE_KEYS }
            </label>
            <h3>{ text::HELP_QUERY }</h3>
            <dl class="syntax">
                for (example, meaning) in text::SYNTAX {
                    <div>
                        <dt><code>{ example }</code></dt>
                        <dd>{ meaning }</dd>
                    </div>
                }
            </dl>
            <h3>{ text::HELP_FIELDS }</h3>
            <dl class="syntax">
                for field in FIELDS {
                    <div>
                        <dt><code>{ field.example }</code></dt>
                        <dd>{ field.description }</dd>
                    </div>
                }
            </dl>
            <h3>{ text::HELP_TAGS }</h3>
            <p>{ text::HELP_TAGGED }</p>
            for facet in props.taxonomy.chunk_by(|a, b| a.tag.facet == b.tag.facet) {
                { meanings(facet) }
            }
        </>
    }
}

/// What the tags of a facet mean, and how a query asks for each.
fn meanings(facet: &[TagMeaning]) -> Html {
    let name = facet.first().map_or("", |first| first.tag.facet.label());
    html! {
        <details>
            <summary>{ name }</summary>
            <dl class="syntax">
                for TagMeaning { tag, description } in facet {
                    <div>
                        <dt><code>{ format!("{}:{}", tag.facet.name(), tag.id) }</code></dt>
                        <dd>{ if description.is_empty() { &tag.label } else { description } }</dd>
                    </div>
                }
            </dl>
        </details>
    }
}
