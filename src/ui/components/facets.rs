use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::FacetView;

use super::Dispatch;
use super::facet::FacetGroup;

/// All facets, one below the other.
pub fn facets(facets: &[Rc<FacetView>], dispatch: &Dispatch) -> Html {
    html! {
        <div class="facet-list">
            { for facets.iter().map(|view| html! {
                <FacetGroup key={view.facet.name()} view={Rc::clone(view)} {dispatch} />
            }) }
        </div>
    }
}
