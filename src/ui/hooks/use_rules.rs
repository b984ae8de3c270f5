use gloo::events::EventListener;
use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::{Panel, State};
use crate::ui::supervisor::Supervisor;

use super::use_on::use_on;

/// The name under which the reader's own rules are kept from visit to visit, as their file.
const KEY: &str = "rules";
/// And what was kept there and could not be read.
const UNREADABLE: &str = "rules-unreadable";

/// Hands the reader's own rules to the worker, keeps them from visit to visit, and asks what the one in the editor would change. Returns whether the browser keeps them.
#[hook]
pub fn use_rules(supervisor: &Supervisor, state: &UseReducerHandle<State>) -> bool {
    let rules = &state.rules;
    let kept = use_state_eq(|| true);
    // What the browser has kept, and what another tab of this page puts there.
    {
        let supervisor = supervisor.clone();
        use_on((), move |()| {
            let adopt = move || supervisor.adopt_own(platform::stored(KEY).unwrap_or_default());
            adopt();
            let window = platform::window();
            let listener =
                window.map(|window| EventListener::new(&window, "storage", move |_| adopt()));
            move || drop(listener)
        });
    }
    // What cannot be read is not written over.
    use_on(rules.refused.is_some(), move |refused| {
        if *refused && let Some(text) = platform::stored(KEY) {
            let _ = platform::store(UNREADABLE, &text);
        }
    });
    {
        let kept = kept.setter();
        let own = rules.own.clone();
        use_on((rules.told, own), move |(told, own)| {
            if *told > 0 && platform::stored(KEY).unwrap_or_default() != own.text {
                kept.set(platform::store(KEY, &own.text).is_some());
            }
        });
    }
    {
        let supervisor = supervisor.clone();
        let sent = use_mut_ref(|| 0);
        use_on(rules.asked.clone(), move |asked| {
            let before = *sent.borrow();
            for (number, edit) in asked.iter().filter(|(number, _)| *number > before) {
                supervisor.own(edit.clone());
                *sent.borrow_mut() = *number;
            }
        });
    }
    {
        let supervisor = supervisor.clone();
        let is_open = state.panel == Some(Panel::Rules);
        let editing = rules.editing.as_ref().filter(|_| is_open);
        let draft = editing.map(|editing| (editing.at, editing.draft.clone()));
        use_on((draft, state.papers, rules.told), move |(draft, ..)| {
            let at = draft.as_ref().and_then(|(at, _)| *at);
            supervisor.preview(at, draft.as_ref().map(|(_, draft)| (**draft).clone()));
        });
    }
    {
        let supervisor = supervisor.clone();
        use_on(rules.adding.typed.clone(), move |typed| {
            if let Some(typed) = typed {
                supervisor.tags(typed.clone());
            }
        });
    }
    *kept
}

/// What was kept once and could not be read.
pub fn unreadable() -> Option<String> {
    platform::stored(UNREADABLE).filter(|text| !text.is_empty())
}

/// Lets go of it.
pub fn discard_unreadable() {
    let _ = platform::store(UNREADABLE, "");
}
