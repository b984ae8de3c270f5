//! Which changes of the state ask something of the worker.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::protocol::{Keep, Request, Search};
use crate::ui::fast::use_search_ahead;
use crate::ui::input::Input;
use crate::ui::platform::Spawner;
use crate::ui::state::{FIRST_WINDOW, Panel, State};
use crate::ui::supervisor::Supervisor;

use super::use_backup::{Backups, read_or_restore, use_backup};
use super::use_keeping;
use super::use_making::{Makers, use_making};
use super::use_overview::use_overview;
use super::use_rules::use_rules;
use super::use_sharing::{Shares, use_sharing};
use super::use_triage::use_triage;

/// How long an answer must stand before the words that stand out in it are asked for, in
/// milliseconds.
const TERMS_REST: u32 = 350;

/// How long an answer must stand before the open paper is asked for as a whole, in milliseconds.
const PAPER_REST: u32 = 250;

/// What components can have the worker do beside what follows from the state.
#[derive(Clone, PartialEq)]
pub struct Commands {
    /// Reads something.
    pub read: Callback<Input>,
    /// Searches for the text that the box has got, and whether the caret stands at its end.
    pub typed: Callback<(String, bool)>,
    /// Stops a job.
    pub cancel: Callback<u32>,
    /// Stops tagging papers by new rules.
    pub cancel_tagging: Callback<()>,
    /// Whether the browser keeps the reader's own rules.
    pub keeps: bool,
    /// Asks something of what is kept from visit to visit.
    pub keep: Callback<Keep>,
    /// Takes papers along.
    pub makers: Makers,
    /// Saves and restores all that is kept.
    pub backups: Backups,
    /// What can be done with papers for others and from others.
    pub shares: Shares,
}

/// Runs the worker: asks it for what the state wants and turns what it says into actions. `terms`
/// tells whether the words that stand out are on show.
#[hook]
pub fn use_engine(spawn: &Spawner, state: &UseReducerHandle<State>, terms: bool) -> Commands {
    let supervisor = use_memo((), |()| Supervisor::new(spawn.clone(), state.dispatcher()));
    {
        let supervisor = (*supervisor).clone();
        use_effect_with((), move |()| supervisor.start());
    }
    let keep = use_keeping(&supervisor, state);
    // A library that grew makes the search anew, with the rows that are on show; another search
    // starts at its top.
    {
        let supervisor = (*supervisor).clone();
        let on_show = state.search_window();
        let open = state.open_paper();
        let last = use_mut_ref(|| None::<Search>);
        use_effect_with((state.asked(), state.library), move |(search, library)| {
            let same = last.replace(Some(search.clone())).as_ref() == Some(search);
            if *library > 0 {
                let window = if same { on_show } else { FIRST_WINDOW };
                supervisor.with(|session| session.search(search.clone(), window, open));
            }
        });
    }
    {
        let supervisor = (*supervisor).clone();
        let text = state.place.search.text.clone();
        use_effect_with((state.completing.caret, text), move |(caret, text)| {
            if let Some(caret) = caret {
                supervisor.with(|session| session.complete(text.clone(), *caret));
            }
        });
    }
    // Asked again when the box says something else before the answer is here.
    {
        let supervisor = (*supervisor).clone();
        let edit = state.next_edit();
        use_effect_with((edit, state.edits.len()), move |(edit, _)| {
            if let Some(request) = edit {
                supervisor.with(|session| session.post(request.clone()));
            }
        });
    }
    {
        let supervisor = (*supervisor).clone();
        let missing = state.missing_rows();
        use_effect_with((missing, state.answered), move |(missing, seq)| {
            if let Some(window) = missing {
                supervisor.with(|session| session.rows(*seq, *window));
            }
        });
    }
    // At once where it may be another paper, and behind the search where the library changed. An
    // answer brings marks alone; what takes the whole order of the hits (its place among them, its
    // score) is asked for when the keys rest.
    {
        let supervisor = (*supervisor).clone();
        let wanted = (state.place.paper.clone(), state.wanted_part());
        let ask = move |(id, part): &(Option<String>, u32)| {
            if let Some(id) = id.clone() {
                supervisor.with(|session| session.paper(id, *part));
            }
        };
        let now = ask.clone();
        use_effect_with((wanted.clone(), state.library), move |(wanted, library)| {
            if *library > 0 {
                now(wanted);
            }
        });
        let is_open = state.open_paper().is_some();
        use_effect_with((state.answered, wanted), move |(_, wanted)| {
            let wanted = wanted.clone();
            let timeout = is_open.then(|| Timeout::new(PAPER_REST, move || ask(&wanted)));
            move || drop(timeout)
        });
    }
    // Asked for when the answer is drawn and the keys rest, so that no answer waits for it.
    {
        let supervisor = (*supervisor).clone();
        let wanted = terms && state.has_terms();
        use_effect_with((state.answered, wanted), move |(seq, wanted)| {
            let seq = *seq;
            let ask = move || supervisor.with(|session| session.post(Request::Terms { seq }));
            let timeout = wanted.then(|| Timeout::new(TERMS_REST, ask));
            move || drop(timeout)
        });
    }
    {
        let supervisor = (*supervisor).clone();
        let opened = state.panel == Some(Panel::Help) && state.taxonomy.is_empty();
        use_effect_with(opened, move |opened| {
            if *opened {
                supervisor.with(|session| session.post(Request::Taxonomy));
            }
        });
    }
    let keeps = use_rules(&supervisor, state);
    use_triage(&supervisor, state);
    use_overview(&supervisor, state);
    let cancel_tagging = use_callback((), {
        let supervisor = (*supervisor).clone();
        move |(), ()| supervisor.with(|session| session.post(Request::CancelTagging))
    });
    let makers = use_making(&supervisor);
    let backups = use_backup(&supervisor, &makers, state);
    let read = use_callback((), {
        let (supervisor, backups) = ((*supervisor).clone(), backups.clone());
        let dispatch = state.dispatcher();
        move |input, ()| {
            let supervisor = supervisor.clone();
            let read = move |input| supervisor.with(|session| session.read(input));
            read_or_restore(input, &backups, &dispatch, read);
        }
    });
    let cancel = use_callback((), {
        let supervisor = (*supervisor).clone();
        move |job, ()| supervisor.with(|session| session.cancel(job))
    });
    let shares = use_sharing(&supervisor, state, &makers);
    let typed = use_search_ahead(&supervisor, state);
    Commands {
        read,
        typed,
        cancel,
        cancel_tagging,
        keeps,
        keep,
        makers,
        backups,
        shares,
    }
}
