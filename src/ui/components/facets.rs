use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::FacetView;

use super::Dispatch;
use super::facet::FacetGroup;

/// All facets.
#[derive(Clone, PartialEq, Properties)]
pub struct FacetsProps {
    /// The facets in their order.
    pub facets: Rc<[Rc<FacetView>]>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// All facets, one below the other.
#[component]
pub fn Facets(props: &FacetsProps) -> Html {
    html! {
        <div class="facet-list">
            { for props.facets.iter().map(|view| html! {
                <FacetGroup key={view.facet.name()} view={Rc::clone(view)} dispatch={&props.dispatch} />
            }) }
        </div>
    }
}
