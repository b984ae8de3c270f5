//! The values of a facet.
//!
//! A facet can show hundreds of values and with most keys nearly all of them change. So they have
//! no handlers and no components of their own: an event is heard once for the facet, and what was
//! meant is read off the element. Values are keyed by their place, which has Yew write new values
//! into the elements that are there; that costs a third of making new ones.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{Choice, Edit, FacetValue, FacetView, TagView};
use crate::ui::components::{Icon, aria_bool, icon};
use crate::ui::state::Action;
use crate::ui::text;

/// The attribute that has the id of a value.
const ID: &str = "data-id";
/// What tells the buttons that lead to the rules of tags.
const OF_RULE: &str = ".of-rule";
/// The id of the value that stands for papers without any.
pub const NONE: &str = "none";

/// A value of a facet, with its count as a percentage of the highest one.
pub fn value(facet: Facet, value: &FacetValue, share: u32, at: usize) -> Html {
    let name = &value.name;
    let label = AttrValue::from(text::short(name.label()));
    let title = match name.description() {
        "" => label.clone(),
        about => about.to_owned().into(),
    };
    let exclude = AttrValue::from(text::exclude(&label));
    let class = classes!(
        "value",
        (value.choice == Choice::Included).then_some("included"),
        (value.choice == Choice::Excluded).then_some("excluded"),
        (value.count == 0).then_some("empty"),
    );
    html! {
        <li key={at} {class} data-id={name.id().to_owned()}>
            <label {title} style={format!("background-size:{share}% 2px")}>
                <input
                    type="checkbox"
                    aria-label={text::value(&label, value.count)}
                    checked={value.choice == Choice::Included}
                />
                <span class="value-label">{ &label }</span>
                <span class="count">{ value.count }</span>
            </label>
            if facet.is_tagged() && name.id() != NONE {
                <button type="button" class="exclude of-rule" title={text::edit_tag(&label)}>
                    { icon(Icon::Edit) }
                </button>
            }
            <button
                type="button"
                class="exclude"
                title={&exclude}
                aria-label={&exclude}
                aria-pressed={aria_bool(value.choice == Choice::Excluded)}
            />
        </li>
    }
}

/// What an event in a facet asks for; `None` if it did not happen at a value.
pub fn chosen(event: &Event, view: &FacetView) -> Option<Action> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let id = target.closest("li").ok()??.get_attribute(ID)?;
    let facet = view.facet;
    if event.type_() == "change" {
        return Some(Action::Edit(Edit::Include(facet, id)));
    }
    let button = target.closest("button").ok()??;
    if !button.matches(OF_RULE).unwrap_or(false) {
        return Some(Action::Edit(Edit::Exclude(facet, id)));
    }
    let value = view.values.iter().find(|value| value.name.id() == id)?;
    Some(Action::EditTag(TagView {
        facet,
        label: value.name.label().to_owned(),
        id,
    }))
}
