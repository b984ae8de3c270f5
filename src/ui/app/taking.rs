//! The panels of taking papers along, and what the list says of itself on paper.

use std::rc::Rc;

use yew::prelude::*;

use super::View;
use crate::ui::components::{Export, Print};
use crate::ui::state::Which;
use crate::ui::text;

impl View<'_> {
    /// The papers that can be taken along or shared, with what they are called.
    pub(super) fn takable(&self) -> Rc<[(Which, String)]> {
        let state = self.state;
        let chosen = state.chosen();
        let paper = state.place.paper.as_deref().unwrap_or_default();
        let title = state.title_of(paper);
        let named = |which| (which, text::which(which, self.found.hits, chosen, &title));
        state.takable().into_iter().map(named).collect()
    }

    pub(super) fn export(&self) -> Html {
        let state = self.state;
        html! {
            <Export
                all={self.takable()}
                taken={state.taken()}
                choice={state.taking.choice}
                name={state.taking.name.clone()}
                preview={state.preview_written.clone()}
                wish={state.export_wish()}
                makers={self.commands.makers.clone()}
                dispatch={state.dispatcher()}
            />
        }
    }

    pub(super) fn print(&self) -> Html {
        let state = self.state;
        html! {
            <Print
                all={self.takable()}
                taken={state.taken()}
                choice={state.taking.choice}
                wish={state.print_wish()}
                printing={state.taking.printing.clone()}
                makers={self.commands.makers.clone()}
                dispatch={state.dispatcher()}
            />
        }
    }

    /// What the list says of itself on paper, where the browser prints the rows on show.
    pub(super) fn rows_on_show(&self) -> String {
        let (window, hits) = (self.state.window, self.found.hits);
        let last = (window.start + window.len).min(hits);
        if last - window.start.min(last) == hits {
            return self.status.to_string();
        }
        text::printed_rows(window.start + 1, last, hits)
    }
}
