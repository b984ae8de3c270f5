//! Facets that are drawn after what is on show.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::FacetView;
use crate::ui::components::LateFacets;
use crate::ui::hooks::use_debounced;

/// In milliseconds: how long the first list is drawn alone before any facets, and how long the
/// facets below the fold wait after each answer.
const LIST_FIRST: u32 = 32;
/// How many facets come first: those that are seen without scrolling.
const FACETS_FIRST: usize = 3;

/// The facets that are seen by scrolling alone, which are drawn [`LIST_FIRST`] after what is on
/// show; `None` until the first list has been drawn.
///
/// Laid out together, the first list and all facets are one task of 71 to 83 ms of the page's
/// thread; apart the longest is 33 to 40.
#[hook]
pub fn use_late_facets(
    ready: bool,
    answered: u32,
    facets: &Rc<[Rc<FacetView>]>,
) -> Option<LateFacets> {
    let late = use_mut_ref(Rc::<[Rc<FacetView>]>::default);
    let is_listed = use_debounced(ready, LIST_FIRST);
    let answer = is_listed.then_some(answered);
    if use_debounced(answer, LIST_FIRST) == answer && is_listed {
        late.replace(Rc::clone(facets));
    }
    is_listed.then(|| LateFacets {
        after: FACETS_FIRST,
        facets: Rc::clone(&late.borrow()),
    })
}
