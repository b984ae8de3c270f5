//! The reader's own rules between state, worker and browser.

use gloo::events::EventListener;
use yew::prelude::*;

use crate::protocol::Request;
use crate::ui::state::{Panel, State};
use crate::ui::supervisor::Supervisor;
use crate::ui::{kept, platform};

/// Hands the reader's own rules to the worker, keeps them from visit to visit, and asks what the
/// one in the editor would change. Returns whether the browser keeps them.
#[hook]
pub fn use_rules(supervisor: &Supervisor, state: &UseReducerHandle<State>) -> bool {
    let rules = &state.rules;
    let keeps = use_state_eq(|| true);
    // What the browser has kept, and what another tab of this page puts there.
    {
        let supervisor = supervisor.clone();
        use_effect_with((), move |()| {
            let leaver = supervisor.clone();
            let text = || kept::get(kept::RULES).unwrap_or_default();
            supervisor.with(|session| session.adopt_own(text()));
            // What other tabs keep is none of a page's that is apart.
            let follow = move || {
                if kept::is_apart() {
                    return;
                }
                supervisor.with(|session| session.follow_own(text()));
            };
            let listeners = platform::window().map(|window| {
                [
                    EventListener::new(&window, "storage", move |_| follow()),
                    EventListener::new(&window, "pagehide", move |_| leaver.leave()),
                ]
            });
            move || drop(listeners)
        });
    }
    // With the records where those are kept, and otherwise in a text of their own.
    {
        let keeps = keeps.setter();
        let own = rules.own.clone();
        let keeping = &state.keeping;
        let with_records = keeping.writes() && keeping.fault().is_none();
        use_effect_with(
            (rules.told, own, with_records),
            move |(told, own, with_records)| {
                if *told == 0 {
                    return;
                }
                kept::note_rules(*with_records && !own.rules.is_empty());
                if *with_records {
                    keeps.set(true);
                } else if kept::get(kept::RULES).unwrap_or_default() != own.text {
                    keeps.set(kept::put(kept::RULES, &own.text).is_some());
                }
            },
        );
    }
    {
        let supervisor = supervisor.clone();
        let sent = use_mut_ref(|| 0);
        use_effect_with(rules.asked.clone(), move |asked| {
            let before = *sent.borrow();
            for (number, edit) in asked.iter().filter(|(number, _)| *number > before) {
                supervisor.with(|session| {
                    let (edit, at) = (edit.clone(), platform::clock());
                    session.post(Request::Own { edit, at });
                });
                *sent.borrow_mut() = *number;
            }
        });
    }
    {
        let supervisor = supervisor.clone();
        let is_open = state.panel == Some(Panel::Rules);
        let editing = rules.editing.as_ref().filter(|_| is_open);
        let draft = editing.map(|editing| (editing.at, editing.draft.clone()));
        use_effect_with((draft, state.papers, rules.told), move |(draft, ..)| {
            let at = draft.as_ref().and_then(|(at, _)| *at);
            let draft = draft.as_ref().map(|(_, draft)| (**draft).clone());
            supervisor.with(|session| session.preview(at, draft));
        });
    }
    {
        let supervisor = supervisor.clone();
        use_effect_with(rules.adding.typed.clone(), move |typed| {
            if let Some(typed) = typed {
                supervisor.with(|session| session.tags(typed.clone()));
            }
        });
    }
    *keeps
}
