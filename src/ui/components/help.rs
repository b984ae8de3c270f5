//! The panel of help: keys, the query language, the tags.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::core::query::FIELDS;
use crate::protocol::TagMeaning;
use crate::ui::hooks::Switched;
use crate::ui::state::Keymap;
use crate::ui::text;

use super::Dispatch;
use super::keys::Keys;

/// Properties of the [`Help`].
#[derive(Clone, PartialEq, Properties)]
pub struct HelpProps {
    /// All tags of the table, facet by facet.
    pub taxonomy: Rc<[TagMeaning]>,
    /// Which key does what.
    pub keymap: Rc<Keymap>,
    /// Keys of one letter, and what switches them on or off.
    pub single_keys: Switched,
    /// Whether papers that are read to their end are marked as read, and what switches that.
    pub read_through: Switched,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The keys, the query language and the tags on one page, and the switches.
#[component]
pub fn Help(props: &HelpProps) -> Html {
    html! {
        <>
            <h3>{ text::HELP_KEYS }</h3>
            <Keys keymap={&props.keymap} dispatch={&props.dispatch} />
            { switch(&props.single_keys, text::SINGLE_KEYS) }
            <br />
            { switch(&props.read_through, text::READ_THROUGH) }
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

/// A switch with its words.
fn switch((is_on, set): &Switched, words: &'static str) -> Html {
    let set = set.clone();
    let onchange = move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            set.emit(input.checked());
        }
    };
    html! {
        <label class="switch">
            <input type="checkbox" checked={*is_on} {onchange} />
            { " " }
            { words }
        </label>
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
