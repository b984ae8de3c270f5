//! The dialogs of taking papers along: what they show, and what is kept of them.

use yew::prelude::*;

use crate::ui::kept;
use crate::ui::state::{Panel, State, TakeChoice, Taking};

use super::use_making::Makers;

/// How papers were taken along at the last visit.
pub fn kept_taking() -> Taking {
    let choice = kept::get(kept::TAKING).and_then(|text| TakeChoice::from_text(&text));
    Taking {
        choice: choice.unwrap_or_default(),
        ..Taking::default()
    }
}

/// Shows how an export begins while its dialog is open, lets go of printed pages when theirs is
/// closed, and keeps the choice from visit to visit.
#[hook]
pub fn use_taking(state: &UseReducerHandle<State>, makers: &Makers) {
    {
        let preview = makers.preview.clone();
        let wish = (state.panel == Some(Panel::Export)).then(|| state.export_wish());
        use_effect_with((wish.flatten(), state.library), move |(wish, _)| {
            if let Some(wish) = wish {
                preview.emit(wish.clone());
            }
        });
    }
    {
        let print = makers.print.clone();
        let is_over = state.panel != Some(Panel::Print) && state.taking.printing.is_some();
        use_effect_with(is_over, move |is_over| {
            if *is_over {
                print.emit(None);
            }
        });
    }
    let first = use_mut_ref(|| true);
    use_effect_with(state.taking.choice, move |choice| {
        if !first.replace(false) {
            // Where the browser keeps nothing it holds for this visit.
            let _ = kept::put(kept::TAKING, &choice.to_text());
        }
    });
}
