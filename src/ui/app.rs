//! The page: composition only.

use std::rc::Rc;

use yew::prelude::*;

use super::components::{
    Dialog, Histogram, List, NoticeBar, Reader, Toolbar, Top, chips, facets, fault, header, help,
    no_hits, picker, progress, report, welcome,
};
use super::hooks::{
    use_drop, use_engine, use_keys, use_paste, use_single_keys, use_theme, use_url,
};
use super::place::Place;
use super::platform::{self, Spawner};
use super::state::{Action, Found, Panel, State};
use super::text;

/// The page.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Makes a worker.
    pub spawn: Spawner,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| State::new(Place::from_hash(&platform::hash())));
    let dispatch = state.dispatcher();
    let commands = use_engine(&props.spawn, &state);
    let (theme, next_theme) = use_theme();
    let (singles, set_singles) = use_single_keys();
    use_url(&state);
    use_keys(&state, singles);
    use_paste(&commands.read);
    let hovering = use_drop(&commands.read);
    let close = use_callback(dispatch.clone(), |(), dispatch| {
        dispatch.dispatch(Action::Panel(None));
    });

    // Not before there is an answer to show, be it that the query of a link cannot be read.
    let ready = state.papers > 0 && (state.found.is_some() || state.problem.is_some());
    let top = Top {
        query: ready.then_some(state.place.search.text.as_str()),
        problem: state.problem.as_deref(),
        reported: !state.reports.is_empty(),
        theme,
        next_theme: &next_theme,
    };
    html! {
        <>
            <div class={classes!("app", state.place.paper.is_some().then_some("reading"))}>
                { header(&top, &dispatch) }
                // Whatever comes and goes has an element of its own around it: between neighbours that do, Yew 0.23 loses its place.
                <div class="bars-stack">
                    <div>
                        { fault(&state.engine, &dispatch) }
                    </div>
                    { progress(&state.jobs, &commands.cancel) }
                    <div>
                        if let Some(notice) = &state.notice {
                            <NoticeBar notice={Rc::clone(notice)} dispatch={dispatch.clone()} />
                        }
                    </div>
                </div>
                <div class="screen">
                    if ready {
                        { explorer(&state) }
                    } else {
                        { welcome(&commands.read, state.place != Place::default()) }
                    }
                </div>
                { picker(&commands.read) }
            </div>
            <div>
            { match state.panel {
                Some(Panel::Help) => help(singles, &set_singles, &close),
                Some(Panel::Report) => report(&state.reports, &close),
                Some(Panel::Filters) => html! {
                    <Dialog title={text::FILTERS} class="drawer" onclose={close}>
                        { facets(&found(&state).facets, &dispatch) }
                    </Dialog>
                },
                None => Html::default(),
            } }
            </div>
            <div>
            if hovering {
                <div class="hovering" aria-hidden="true"><p>{ text::DROP_NOW }</p></div>
            }
            </div>
        </>
    }
}

/// Facets, list and reader.
fn explorer(state: &UseReducerHandle<State>) -> Html {
    let dispatch = state.dispatcher();
    let found = found(state);
    html! {
        <main class="explorer">
            <aside class="facets" aria-label={text::FILTERS}>
                if state.panel != Some(Panel::Filters) {
                    { facets(&found.facets, &dispatch) }
                }
            </aside>
            <section class="results" aria-label={text::RESULTS}>
                <Toolbar
                    hits={found.hits}
                    papers={state.papers}
                    sort={state.place.search.sort}
                    filters={found.chips.len()}
                    dispatch={dispatch.clone()}
                />
                <div>
                    { chips(&found.chips, &dispatch) }
                </div>
                <div>
                    <Histogram days={found.days.clone()} filtered={state.names_days()} dispatch={dispatch.clone()} />
                </div>
                <div class="hits">
                if state.found.is_some() && found.hits == 0 {
                    { no_hits(&found.chips, &dispatch) }
                } else {
                    <List
                        hits={found.hits}
                        rows={state.rows.clone()}
                        active={state.active}
                        open={state.place.paper.clone()}
                        list={state.list}
                        steps={state.steps}
                        dispatch={dispatch.clone()}
                    />
                }
                </div>
            </section>
            <Reader
                wanted={state.place.paper.clone()}
                paper={state.paper.clone()}
                hits={found.hits}
                facets={found.facets.clone()}
                {dispatch}
            />
        </main>
    }
}

/// What the last good search found; nothing before the first.
fn found(state: &State) -> Rc<Found> {
    state.found.clone().unwrap_or_default()
}
