//! The search that is posted before the page is drawn.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Search;
use crate::ui::state::{FIRST_WINDOW, State};
use crate::ui::supervisor::Supervisor;

/// A callback that searches for the text of the box, and whether its last word is still being
/// typed, straight from its event, before the page is drawn with the letter, so that the worker
/// searches while the page draws. The state asks for the same search when it is drawn, which is
/// then not made again.
///
/// From the event to the search being posted takes 0.1 ms instead of 0.7 (100,000 papers).
#[hook]
pub fn use_search_ahead(
    supervisor: &Rc<Supervisor>,
    state: &UseReducerHandle<State>,
) -> Callback<(String, bool)> {
    let (supervisor, known) = (Rc::clone(supervisor), state.library > 0);
    let deps = (known, state.place.search.clone(), state.open_paper());
    use_callback(deps, move |(text, typing), (known, search, open)| {
        if *known && text != search.text {
            let search = Search {
                text,
                typing,
                ..search.clone()
            };
            supervisor.with(|session| session.search_ahead(search, FIRST_WINDOW, open.clone()));
        }
    })
}
