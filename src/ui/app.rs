//! The page: composition only.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::protocol::FacetView;

use super::components::{
    Drawn, List, ListProps, Reader, Top, asides, chips, classes, days, dialog, el, facets, fault,
    header, help, label, list, no_hits, notice, picker, progress, report, rules, rules_bars,
    spellings, terms, toolbar, truth, welcome,
};
use super::hooks::{
    kept_layout, use_debounced, use_dialog, use_drop, use_engine, use_keys, use_layout, use_on,
    use_still, use_switch, use_theme, use_url,
};
use super::kept;
use super::place::Place;
use super::platform::{self, Spawner};
use super::state::{Action, Found, Panel, State};
use super::text;

/// How long good news is shown, in milliseconds. The report keeps it.
const SHOWN: u32 = 8000;
/// How long an answer may take before what is shown is dimmed, in milliseconds: whatever is dimmed gets a layer of its own, and with every key that would cost more than drawing it.
const NOTICED: u32 = 300;
/// How long the first list of papers has the browser to itself before the first facets come, in milliseconds, and what is on show of any answer before the facets that are
/// seen by scrolling alone: laid out together they are one long task.
const LIST_FIRST: u32 = 32;
/// How many facets come first: those that are seen without scrolling.
const FACETS_FIRST: usize = 3;
/// How long a change of the reader's own rules can be taken back by the bar that tells of it, in milliseconds.
const UNDOABLE: u32 = 20_000;
/// How long the count of papers must stay the same before it is announced, in milliseconds.
const SETTLED: u32 = 150;

/// The page.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Makes a worker.
    pub spawn: Spawner,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| {
        let asides = kept::begin();
        State {
            layout: kept_layout(),
            asides: asides.into(),
            ..State::new(Place::from_hash(&platform::hash()))
        }
    });
    let dispatch = state.dispatcher();
    let terms_on = use_switch("data-terms");
    let commands = use_engine(&props.spawn, &state, terms_on.0);
    let (theme, next_theme) = use_theme();
    let (singles, set_singles) = use_switch("data-single-keys");
    let marks = use_switch("data-marks");
    use_url(&state);
    use_layout(&state);
    use_keys(&state, singles);
    let hovering = use_drop(&commands.read);
    let panel = use_dialog(&state);
    let status = state.found.as_ref();
    let status = status.map(|found| text::status(found.hits, state.papers));
    let status = use_debounced(status.unwrap_or_default(), SETTLED);
    let slow = use_debounced(truth(state.waits()).to_owned(), NOTICED) == truth(true);
    let preview = state.rules.editing.as_ref();
    let preview = preview.and_then(|editing| editing.preview.as_deref());
    let changes = use_debounced(preview.map_or_else(String::new, text::preview), SETTLED);
    let drawn = use_state_eq(Drawn::default);
    let all_terms = use_state_eq(|| false);
    let kept = use_mut_ref(|| None::<ListProps>);
    use_on(state.rules.undo.clone(), {
        let dispatch = dispatch.clone();
        move |undo| {
            let timeout = undo
                .is_some()
                .then(|| Timeout::new(UNDOABLE, move || dispatch.dispatch(Action::DismissUndo)));
            move || drop(timeout)
        }
    });
    use_on(state.notice.clone(), {
        let dispatch = dispatch.clone();
        move |notice| {
            let passes = notice.as_ref().is_some_and(|notice| !notice.is_bad());
            let timeout = passes
                .then(|| Timeout::new(SHOWN, move || dispatch.dispatch(Action::DismissNotice)));
            move || drop(timeout)
        }
    });

    // Not before there is an answer to show, be it that the query of a link cannot be read.
    let ready = state.papers > 0 && (state.found.is_some() || state.problem.is_some());
    let shows_list = if ready { text::PAPERS } else { "" };
    let laid_out = use_debounced(shows_list.to_owned(), LIST_FIRST);
    let late = use_mut_ref(Rc::<[Rc<FacetView>]>::default);
    let of_late = if laid_out.is_empty() {
        String::new()
    } else {
        state.answered.to_string()
    };
    if use_debounced(of_late.clone(), LIST_FIRST) == of_late && !of_late.is_empty() {
        late.replace(Rc::clone(&found(&state).facets));
    }
    let top = Top {
        query: ready.then_some(state.place.search.text.as_str()),
        typed: &commands.typed,
        problem: state.problem.as_deref(),
        completing: &state.completing,
        reported: !state.reports.is_empty(),
        theme,
        next_theme,
    };
    // Whatever comes and goes has an element of its own around it: between neighbours that do, Yew 0.23 loses its place.
    let notice = state
        .notice
        .as_ref()
        .map(|said| notice(said, &dispatch).key("notice"));
    let bars = el("div", "bars-stack")
        .put(el("div", "").add(fault(&state.engine, &dispatch)))
        .add(asides(&state.asides, &dispatch))
        .add(progress(&state.jobs, &commands.cancel))
        .put(el("div", "").add(rules_bars(
            &state.rules,
            state.panel == Some(Panel::Rules),
            &commands.cancel_tagging,
            &dispatch,
        )))
        .put(el("div", "").maybe(notice));
    let bars = use_still(bars.done());
    let screen = if ready {
        let terms = (&terms_on, &all_terms);
        let late = (!laid_out.is_empty()).then(|| late.borrow().clone());
        explorer(
            &state,
            late,
            (&status, slow),
            &marks,
            (&drawn, &kept),
            terms,
        )
    } else {
        welcome(&commands.read, state.place != Place::default())
    };
    let app = el("div", "")
        .with(
            "class",
            classes(&[("app", true), ("reading", state.place.paper.is_some())]),
        )
        .add(header(top, &dispatch))
        .add(bars)
        .put(el("div", "screen").add(screen))
        .add(picker(&commands.read));
    let over = state.panel.map(|on_show| {
        let (title, class, content) = match on_show {
            Panel::Help => (
                text::HELP,
                "help",
                help(&state.taxonomy, singles, &set_singles),
            ),
            Panel::Report => (
                text::REPORT,
                "report",
                report(&state.reports, &commands.read),
            ),
            Panel::Rules => {
                let (keeps, read) = (commands.keeps, &commands.read);
                let old = &state.asides;
                let content = rules(&state.rules, keeps, &changes, old, read, &dispatch);
                (text::RULES, "rules", content)
            }
            Panel::Filters => {
                let facets = facets(
                    &found(&state).facets,
                    (usize::MAX, &[]),
                    &state.layout,
                    &dispatch,
                );
                (text::FILTERS, "drawer", facets)
            }
        };
        dialog(&panel, title, class, content)
    });
    let hover = hovering.then(|| {
        el("div", "hovering")
            .with("aria-hidden", "true")
            .put(label("p", "", text::DROP_NOW))
    });
    list(vec![
        app.done(),
        el("div", "").maybe(over).done(),
        el("div", "").maybe(hover).done(),
    ])
}

/// Facets, list and reader; the facets that come `late` as they were then, and none before there are any.
fn explorer(
    state: &UseReducerHandle<State>,
    late: Option<Rc<[Rc<FacetView>]>>,
    (status, slow): (&str, bool),
    marks: &(bool, Callback<bool>),
    (drawn, kept): (&UseStateHandle<Drawn>, &RefCell<Option<ListProps>>),
    (terms_on, all_terms): (&(bool, Callback<bool>), &UseStateHandle<bool>),
) -> Html {
    let dispatch = state.dispatcher();
    let found = found(state);
    let filters = late
        .filter(|_| state.panel != Some(Panel::Filters))
        .map(|late| {
            facets(
                &found.facets,
                (FACETS_FIRST, &late),
                &state.layout,
                &dispatch,
            )
        });
    let nothing = state.found.is_some() && found.hits == 0;
    let list_now = ListProps {
        hits: found.hits,
        rows: state.rows.clone(),
        active: state.active,
        open: state.place.paper.clone(),
        list: state.list,
        steps: state.steps,
        dispatch: dispatch.clone(),
    };
    // Where nothing is found the rows stay behind what is said of that, as they are: with the next letter some come back, and they are written into those.
    let old = kept.take().filter(|_| nothing);
    let on_list = old.unwrap_or(list_now);
    kept.replace(Some(on_list.clone()));
    let hits = el("div", "rows")
        .flag("hidden", nothing)
        .add(html! { <List ..on_list /> });
    let says_why = nothing.then(|| no_hits(&found, &dispatch));
    let bars = days(&found.days, state.names_days(), drawn, &dispatch);
    let meant = (found.hits > 0)
        .then(|| spellings(&found.spellings, &dispatch))
        .flatten();
    let standing_out = state
        .has_terms()
        .then(|| terms(state, terms_on, all_terms, &dispatch));
    let results = el("section", "results")
        .with("aria-label", text::RESULTS)
        .put(toolbar(
            status,
            state.place.search.sort,
            found.chips.len(),
            marks,
            &dispatch,
        ))
        .put(el("div", "").add(chips(&found.chips, &dispatch)))
        .put(el("div", "").maybe(meant))
        .put(el("div", "").add(bars))
        .put(el("div", "").maybe(standing_out))
        .put(
            el("div", "")
                .with(
                    "class",
                    classes(&[("hits", true), ("slow", slow && state.waits())]),
                )
                .with("aria-busy", truth(state.waits()))
                .put(el("div", "why").maybe(says_why))
                .put(hits),
        );
    let aside = el("aside", "facets")
        .with("aria-label", text::FILTERS)
        .add(filters.unwrap_or_default());
    let reader = html! {
        <Reader
            wanted={state.place.paper.clone()}
            paper={state.paper.clone()}
            hits={found.hits}
            facets={found.facets.clone()}
            adding={state.rules.adding.clone()}
            {dispatch}
        />
    };
    el("main", "explorer")
        .put(aside)
        .put(results)
        .add(reader)
        .done()
}

/// What the last good search found; nothing before the first.
fn found(state: &State) -> Rc<Found> {
    state.found.clone().unwrap_or_default()
}
