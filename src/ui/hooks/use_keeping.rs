//! What is kept from visit to visit, between state, worker and browser.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use crate::protocol::{Keep, Request};
use crate::ui::state::{Bar, State};
use crate::ui::supervisor::Supervisor;
use crate::ui::{kept, platform};

/// With so many files there is something to lose, so that the browser is asked not to.
const WORTH_ASKING: usize = 2;

/// Has the worker open what is kept, and keeps the reader's choice of that. Returns what asks
/// something of what is kept.
#[hook]
pub fn use_keeping(supervisor: &Supervisor, state: &UseReducerHandle<State>) -> Callback<Keep> {
    let keeping = &state.keeping;
    {
        let supervisor = supervisor.clone();
        let (writes, reads) = (keeping.writes(), keeping.before.is_some());
        use_effect_with((), move |()| {
            // A page that came with papers of others is apart from what is kept.
            if !kept::is_apart() {
                let (ended_well, rules) = (kept::ended_well(), kept::rules());
                supervisor.with(|session| {
                    session.mind_rules(&rules);
                    session.open_kept(writes, reads, ended_well);
                });
            }
            // Which it may not be any more when it is left.
            let listener = platform::window()
                .map(|window| EventListener::new(&window, "pagehide", move |_| kept::end_well()));
            move || drop(listener)
        });
    }
    {
        let supervisor = supervisor.clone();
        let before = use_mut_ref(|| keeping.choice);
        let parcels = Rc::clone(&state.sharing.parcels);
        use_effect_with(keeping.choice, move |choice| {
            if before.replace(*choice) != *choice
                && let Some(choice) = *choice
            {
                if !kept::is_apart() {
                    kept::choose_keeping(choice);
                    supervisor.with(|session| session.choose_keeping(choice));
                } else if choice {
                    kept::join(&parcels);
                    supervisor.join();
                }
            }
        });
    }
    // It is said once, whether or not the reader puts it away.
    {
        let is_said = !keeping.is_from_disk
            && !keeping.is_apart
            && keeping.bar(state.papers > 0) == Some(Bar::Kept);
        use_effect_with(is_said, move |is_said| {
            if *is_said {
                kept::choose_keeping(true);
            }
        });
    }
    // What is there in the next visit, for when it is not, and so that no other page is shown until
    // it is read.
    {
        let view = keeping.view.clone();
        let view = view.filter(|view| view.fault.is_none() && view.opening.is_none());
        let count = view.map(|view| view.files.iter().filter(|file| file.id.is_some()).count());
        use_effect_with(count, |count| {
            if let Some(count) = count {
                kept::note_library(*count);
                if *count >= WORTH_ASKING {
                    platform::persist();
                }
            }
        });
    }
    let supervisor = supervisor.clone();
    use_callback((), move |wish: Keep, ()| {
        supervisor.with(|session| session.post(Request::Keep(wish)));
    })
}
