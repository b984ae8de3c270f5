use std::rc::Rc;

use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::FacetView;
use crate::ui::state::{Action, FacetLayout};
use crate::ui::text;

use super::el::{button, el};
use super::facet::FacetGroup;
use super::{Dispatch, act};

/// The facets, one below the other, as the reader has them. The first so many are as they are now; the others as they were `late`.
pub fn facets(
    facets: &[Rc<FacetView>],
    (first, late): (usize, &[Rc<FacetView>]),
    layout: &FacetLayout,
    dispatch: &Dispatch,
) -> Html {
    let find = |facet: &Facet| facets.iter().find(|view| view.facet == *facet);
    let mut all = el("div", "facet-list");
    let mut said = String::new();
    let views = layout.order().iter().filter_map(find);
    for (at, view) in views.enumerate() {
        let old = late.iter().find(|old| old.facet == view.facet);
        let Some(view) = (if at < first { Some(view) } else { old }) else {
            continue;
        };
        if layout.moved == Some(view.facet) {
            said = text::moved(view.facet, at, facets.len());
        }
        all = all.add(html! {
            <FacetGroup
                key={view.facet.name()}
                view={Rc::clone(view)}
                folded={layout.is_folded(view.facet)}
                first={at == 0}
                last={at + 1 == facets.len()}
                {dispatch}
            />
        });
    }
    let usual = layout.is_changed().then(|| {
        button(
            "link more",
            text::USUAL_FACETS,
            act(dispatch, Action::UsualOrder),
        )
    });
    el("div", "")
        .put(all)
        .maybe(usual)
        .put(
            el("p", "visually-hidden")
                .with("aria-live", "polite")
                .text(said),
        )
        .done()
}
