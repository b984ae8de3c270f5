//! The order and the folding of the facets, kept from visit to visit.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::kept;
use crate::ui::state::{FacetLayout, State};

/// The order and the folding of the facets as they were at the last visit.
pub fn kept_layout() -> Rc<FacetLayout> {
    let text = kept::get(kept::FACETS).unwrap_or_default();
    Rc::new(FacetLayout::from_text(&text))
}

/// Keeps them from visit to visit.
#[hook]
pub fn use_layout(state: &UseReducerHandle<State>) {
    let first = use_mut_ref(|| true);
    use_effect_with(Rc::clone(&state.layout), move |layout| {
        if !first.replace(false) {
            // Where the browser keeps nothing they hold for this visit.
            let _ = kept::put(kept::FACETS, &layout.to_text());
        }
    });
}
