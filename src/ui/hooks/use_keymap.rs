//! The reader's keys and what was used in the palette, kept from visit to visit.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::ui::state::{Action, KeyAct, Keymap, Palette, State};
use crate::ui::{kept, platform};

/// The keys as they were at the last visit.
pub fn kept_keymap() -> Rc<Keymap> {
    let text = kept::get(kept::KEYS).unwrap_or_default();
    Rc::new(Keymap::from_text(&text))
}

/// The palette, with what earlier visits have used.
pub fn kept_palette() -> Palette {
    let text = kept::get(kept::RECENT).unwrap_or_default();
    Palette {
        recent: Palette::recent_from(&text),
        ..Palette::default()
    }
}

/// Keeps both from visit to visit, and follows the keys of other tabs.
#[hook]
pub fn use_keymap(state: &UseReducerHandle<State>) {
    {
        let dispatch = state.dispatcher();
        use_effect_with((), move |()| {
            let listener = platform::window().map(|window| {
                EventListener::new(&window, "storage", move |_| {
                    let text = kept::get(kept::KEYS).unwrap_or_default();
                    dispatch.dispatch(Action::Keys(KeyAct::Adopt(text)));
                })
            });
            move || drop(listener)
        });
    }
    let first = use_mut_ref(|| true);
    use_effect_with(Rc::clone(&state.keymap), move |keymap| {
        let text = keymap.to_text();
        // What another tab has kept is there already.
        let is_kept = kept::get(kept::KEYS).unwrap_or_default() == text;
        if !first.replace(false) && !is_kept {
            // Where the browser keeps nothing they hold for this visit.
            let _ = kept::put(kept::KEYS, &text);
        }
    });
    let before = use_mut_ref(|| Rc::clone(&state.palette.recent));
    let text = state.palette.recent_text();
    use_effect_with(Rc::clone(&state.palette.recent), move |recent| {
        if before.replace(Rc::clone(recent)) != *recent {
            let _ = kept::put(kept::RECENT, &text);
        }
    });
}
