//! Marks and notes on their way to the worker.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Request;
use crate::ui::platform;
use crate::ui::state::{Ask, State};
use crate::ui::supervisor::Supervisor;

/// Has the worker do what the reader decided, each act with its time.
#[hook]
pub fn use_triage(supervisor: &Supervisor, state: &UseReducerHandle<State>) {
    let supervisor = supervisor.clone();
    let sent = use_mut_ref(|| 0);
    use_effect_with(Rc::clone(&state.marking.asked), move |asked| {
        let before = *sent.borrow();
        for (number, ask) in asked.iter().filter(|(number, _)| *number > before) {
            let at = platform::clock();
            let request = match ask.clone() {
                Ask::Mark(papers, wish) => Request::Mark { papers, wish, at },
                Ask::Seen(ids) => Request::Seen { ids },
                Ask::Undo => Request::Undo { at },
                Ask::Redo => Request::Redo { at },
                Ask::Set(wishes) => Request::Set { wishes, at },
            };
            supervisor.with(|session| session.post(request));
            *sent.borrow_mut() = *number;
        }
    });
}
