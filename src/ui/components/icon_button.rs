//! The button that shows an icon.

use yew::prelude::*;

use super::aria_bool;
use super::icon::{Icon, icon};

/// Properties of an [`IconButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct IconButtonProps {
    /// The drawing in the button.
    pub icon: Icon,
    /// The accessible name, also the tooltip.
    pub name: AttrValue,
    /// What a click does.
    pub onclick: Callback<MouseEvent>,
    /// The DOM id.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// The classes.
    #[prop_or("icon-button")]
    pub class: &'static str,
    /// Whether the button cannot be pressed or focused.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether pressing it does nothing now; unlike a disabled button it keeps the focus.
    #[prop_or_default]
    pub idle: Option<bool>,
    /// The state of a toggle.
    #[prop_or_default]
    pub pressed: Option<bool>,
    /// Whether what it opens is open.
    #[prop_or_default]
    pub expanded: Option<bool>,
    /// The tooltip, where it says more than the name.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What stands beside the drawing where the style sheet has room for it: words that the name
    /// has too.
    #[prop_or_default]
    pub word: Option<&'static str>,
}

/// A button that shows an icon and has a name.
#[component]
pub fn IconButton(props: &IconButtonProps) -> Html {
    html! {
        <button
            type="button"
            id={props.id.clone()}
            class={props.class}
            aria-label={props.name.clone()}
            title={props.hint.as_ref().unwrap_or(&props.name).clone()}
            aria-disabled={props.idle.map(aria_bool)}
            aria-pressed={props.pressed.map(aria_bool)}
            aria-expanded={props.expanded.map(aria_bool)}
            disabled={props.disabled}
            onclick={props.onclick.clone()}
        >
            { icon(props.icon) }
            if let Some(word) = props.word {
                <span class="icon-word">{ word }</span>
            }
        </button>
    }
}
