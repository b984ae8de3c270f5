use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::FacetView;

use super::Dispatch;
use super::el::el;
use super::facet::FacetGroup;

/// All facets, one below the other.
pub fn facets(facets: &[Rc<FacetView>], dispatch: &Dispatch) -> Html {
    let mut all = el("div", "facet-list");
    for view in facets {
        all = all.add(html! {
            <FacetGroup key={view.facet.name()} view={Rc::clone(view)} {dispatch} />
        });
    }
    all.done()
}
