//! The column of facets: their order, and which of them are drawn later.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::FacetView;
use crate::ui::state::{Action, FacetLayout};
use crate::ui::text;

use super::facet_group::FacetGroup;
use super::{Dispatch, act};

/// Properties of [`Facets`].
#[derive(Clone, PartialEq, Properties)]
pub struct FacetsProps {
    /// The facets as they are now.
    pub facets: Rc<[Rc<FacetView>]>,
    /// The facets below the first few, where those come later than the first.
    #[prop_or_default]
    pub late: Option<LateFacets>,
    /// Their order, and which are folded.
    pub layout: Rc<FacetLayout>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Facets that are updated later than the first few.
#[derive(Clone, PartialEq)]
pub struct LateFacets {
    /// How many facets are not late.
    pub after: usize,
    /// All facets, as the late ones are shown.
    pub facets: Rc<[Rc<FacetView>]>,
}

/// The facets, one below the other, in the reader's order.
#[component]
pub fn Facets(props: &FacetsProps) -> Html {
    let FacetsProps {
        facets,
        late,
        layout,
        dispatch,
    } = props;
    let of = |facets: &[Rc<FacetView>], facet: Facet| {
        facets.iter().find(|view| view.facet == facet).cloned()
    };
    let order = layout.order().iter();
    let now: Vec<_> = order.filter_map(|facet| of(facets, *facet)).collect();
    let moved = now.iter().position(|view| layout.moved == Some(view.facet));
    let shown = now
        .into_iter()
        .enumerate()
        .filter_map(|(at, view)| match late {
            Some(late) if at >= late.after => Some((at, of(&late.facets, view.facet)?)),
            _ => Some((at, view)),
        });
    html! {
        <div>
            <div class="facet-list">
                for (at, view) in shown {
                    <FacetGroup
                        key={view.facet.name()}
                        folded={layout.is_folded(view.facet)}
                        first={at == 0}
                        last={at + 1 == facets.len()}
                        view={Rc::clone(&view)}
                        {dispatch}
                    />
                }
            </div>
            if layout.is_changed() {
                <button
                    type="button"
                    class="link more"
                    onclick={act(dispatch, Action::UsualOrder)}
                >
                    { text::USUAL_FACETS }
                </button>
            }
            <p class="visually-hidden" aria-live="polite">
                if let Some((at, facet)) = moved.zip(layout.moved) {
                    { text::moved(facet, at, facets.len()) }
                }
            </p>
        </div>
    }
}
