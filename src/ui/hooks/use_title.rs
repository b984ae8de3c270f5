//! What the tab is called, and with it a bookmark and a step of the history.

use yew::prelude::*;

use crate::ui::state::{Fetched, State};
use crate::ui::{platform, text};

/// Names the page after the open paper, or else after the search.
#[hook]
pub fn use_title(state: &State) {
    let title = match &state.paper {
        Fetched::Paper(paper) if state.place.paper.as_ref() == Some(&paper.id) => {
            text::title(&paper.title.text.plain)
        }
        _ if !state.place.search.text.trim().is_empty() => text::title(&state.place.search.text),
        _ => {
            let received = state.sharing.received.as_ref();
            let view = received.and_then(|received| received.view.as_ref());
            let title = view.map_or("", |view| &view.title);
            text::title(if title == text::NAME { "" } else { title })
        }
    };
    use_effect_with(title, |title| {
        if let Some(document) = platform::document() {
            document.set_title(title);
        }
    });
}
