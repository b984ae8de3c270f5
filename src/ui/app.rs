//! The page: composition only.

mod panels;
mod taking;

use std::rc::Rc;

use yew::prelude::*;

use super::components::{
    Bars, Chips, Facets, Header, Hint, Histogram, LateFacets, List, ListProps, NoHits, Opening,
    Pages, PaperPane, Picker, QueryLine, SavedGroups, Spellings, TagMany, Terms, Toolbar, Welcome,
    aria_bool,
};
use super::fast::use_late_facets;
use super::hooks::{
    Commander, Commands, Hosted, Reach, Switches, kept_keymap, kept_layout, kept_palette,
    kept_taking, use_commands, use_debounced, use_dialog, use_draft, use_drop, use_engine,
    use_expiry, use_focus, use_held, use_host, use_keymap, use_keys, use_layout, use_read_through,
    use_recount, use_switch, use_taking, use_theme, use_title, use_url,
};
use super::kept;
use super::link::Luggage;
use super::place::Place;
use super::platform::{self, Spawner};
use super::state::{Action, Found, Panel, Sharing, State, Triage};
use super::text;
use crate::protocol::SettingKind;

/// How long good news is shown, in milliseconds. The report keeps it.
const SHOWN: u32 = 8000;
/// How long an answer may take before what is shown is dimmed, in milliseconds: whatever is dimmed
/// gets a layer of its own, and with every key that would cost more than drawing it.
const NOTICED: u32 = 300;
/// How long a change of the reader's own rules can be taken back by the bar that tells of it, in
/// milliseconds.
const UNDOABLE: u32 = 20_000;
/// How long the count of papers must stay the same before it is announced, in milliseconds.
const SETTLED: u32 = 150;

/// Properties of the [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Makes a worker.
    pub spawn: Spawner,
}

/// The page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| {
        // Before anything is asked of what the browser keeps.
        let (sharing, place) = arrival();
        State {
            sharing,
            layout: kept_layout(),
            keymap: kept_keymap(),
            palette: kept_palette(),
            taking: kept_taking(),
            asides: kept::begin().into(),
            keeping: kept::keeping(),
            ..State::new(place)
        }
    });
    let dispatch = state.dispatcher();
    let switches = Switches {
        terms: use_switch("data-terms"),
        single_keys: use_switch("data-single-keys"),
        marks: use_switch("data-marks"),
        read_through: use_switch("data-read-through"),
    };
    let commands = use_engine(&props.spawn, &state, switches.terms.0);
    use_taking(&state, &commands.makers);
    let (theme, next_theme) = use_theme();
    use_url(&state);
    use_layout(&state);
    use_keymap(&state);
    use_recount(&state);
    use_title(&state);
    use_read_through(&state, switches.read_through.0);
    use_draft(&state);
    use_focus(&state);
    let commander = use_commands(Reach {
        state: state.clone(),
        read: commands.read.clone(),
        makers: commands.makers.clone(),
        next_theme: next_theme.clone(),
        switches: switches.clone(),
        backups: commands.backups.clone(),
    });
    use_keys(&commander);
    let hint = Hint::new(&state.keymap, switches.single_keys.0);
    let hovering = use_drop(&commands.read);
    let hosted = use_host(&props.spawn.host, &commands.read);
    let dialog = use_dialog(&state);
    let passing = state.notice.clone().filter(|notice| !notice.is_bad());
    use_expiry(passing, SHOWN, does(&dispatch, || Action::DismissNotice));
    use_expiry(
        state.rules.undo.clone(),
        UNDOABLE,
        does(&dispatch, || Action::DismissUndo),
    );
    use_expiry(
        state.marking.said.clone(),
        UNDOABLE,
        does(&dispatch, || Action::Triage(Triage::Dismiss)),
    );

    // Not before there is an answer to show, be it that the query of a link cannot be read.
    let ready = state.papers > 0 && (state.found.is_some() || state.problem.is_some());
    let found = state.found.clone().unwrap_or_default();
    let found_any = found.hits > 0;
    let count = AttrValue::from(text::status(found.hits, state.papers));
    let status = match (state.chosen(), &state.found) {
        (_, None) => AttrValue::default(),
        (0, _) => count.clone(),
        (chosen, _) => text::chosen(chosen, &count).into(),
    };
    let preview = state.rules.editing.as_ref();
    let preview = preview.and_then(|editing| editing.preview.as_deref());
    let view = View {
        status: use_debounced(status, SETTLED),
        is_slow: use_debounced(state.waits(), NOTICED),
        changes: use_debounced(preview.map_or_else(String::new, text::preview), SETTLED).into(),
        late: use_late_facets(ready, state.answered, &found.facets),
        list: use_held(
            list_props(&state, &found),
            state.found.is_some() && found.hits == 0,
        ),
        found,
        state: &state,
        commands: &commands,
        switches: &switches,
        commander: &commander,
        hint: &hint,
        hosted,
    };
    html! {
        <>
            <div class={classes!(
                "app",
                state.place.paper.as_ref().map(|_| "reading"),
                state.taking.printing.as_ref().map(|_| "has-pages"),
            )}>
                <Header
                    query={ready.then(|| AttrValue::from(state.place.search.text.clone()))}
                    typed={&commands.typed}
                    {count}
                    problem={state.problem.clone()}
                    completing={state.completing.clone()}
                    has_hits={found_any}
                    reported={!state.reports.is_empty()}
                    {theme}
                    {next_theme}
                    hint={&hint}
                    dispatch={&dispatch}
                />
                { view.bars() }
                <div class="screen">
                    if ready {
                        { view.explorer() }
                    } else if state.keeping.is_opening() {
                        <Opening view={state.keeping.view.clone()} />
                    } else {
                        <Welcome
                            read={&commands.read}
                            linked={state.place != Place::default()}
                            keeps_nothing={keeps_nothing(&state)}
                            needs={Rc::clone(&state.sharing.needs)}
                            more={state.sharing.more}
                        />
                    }
                </div>
                <Picker read={&commands.read} />
            </div>
            <div>
                if let Some(printing) = &state.taking.printing {
                    <Pages printing={printing.clone()} />
                }
            </div>
            <div>
                if let Some(panel) = state.panel {
                    { view.panel(panel, &dialog) }
                }
            </div>
            <div>
                if hovering {
                    <div class="hovering" aria-hidden="true"><p>{ text::DROP_NOW }</p></div>
                }
            </div>
        </>
    }
}

/// What came with the page or with its address, and the place that it begins at. A page that came
/// with papers which were not kept before is apart.
fn arrival() -> (Sharing, Place) {
    let hash = platform::hash();
    let packed = platform::packed();
    let has_place = !hash.trim_start_matches('#').is_empty();
    let view = packed.as_ref().map(|packed| packed.view.as_str());
    let place = Place::from_hash(view.filter(|_| !has_place).unwrap_or(&hash));
    let parcel = packed.map(|packed| packed.parcel);
    let mut sharing = Sharing::begin(Luggage::from_hash(&hash), parcel);
    if let Some(received) = &sharing.received {
        let has_joined = kept::has_joined(&received.parcel);
        kept::be_apart(!has_joined);
        if has_joined {
            sharing.keep();
        }
    }
    (sharing, place)
}

/// A callback that dispatches an action.
fn does(dispatch: &UseReducerDispatcher<State>, action: fn() -> Action) -> Callback<()> {
    let dispatch = dispatch.clone();
    Callback::from(move |()| dispatch.dispatch(action()))
}

/// A time as the day that a person would say.
fn since(time: u64) -> String {
    let day = platform::day(time);
    if day == platform::today() {
        return text::TODAY.to_owned();
    }
    text::long_day(&day)
}

/// Why nothing will be kept of what is read, in words; `None` where it will.
fn keeps_nothing(state: &State) -> Option<AttrValue> {
    let fault = state.keeping.fault()?;
    let room = state.keeping.view.as_ref().and_then(|view| view.room);
    Some(text::keep_fault(fault, room).into())
}

fn list_props(state: &UseReducerHandle<State>, found: &Found) -> ListProps {
    ListProps {
        hits: found.hits,
        rows: state.rows.clone(),
        active: state.active,
        choice: state.choice(),
        open: state.place.paper.clone(),
        list: state.list,
        steps: state.steps,
        dispatch: state.dispatcher(),
    }
}

/// What the parts of the page are drawn from.
struct View<'v> {
    state: &'v UseReducerHandle<State>,
    commands: &'v Commands,
    /// What the last good search found; nothing before the first.
    found: Rc<Found>,
    /// The facets that are drawn later than the others; `None` until any are drawn.
    late: Option<LateFacets>,
    /// The list. Where nothing is found it stays as it was, out of sight: with the next letter
    /// some rows come back, and they are written into those.
    list: ListProps,
    /// The count of papers, as it is announced.
    status: AttrValue,
    /// What the rule in the editor would change, as it is announced.
    changes: AttrValue,
    /// Whether an answer takes long.
    is_slow: bool,
    switches: &'v Switches,
    commander: &'v Commander,
    /// The keys that buttons name.
    hint: &'v Hint,
    /// What the host has to say.
    hosted: Hosted,
}

impl View<'_> {
    fn bars(&self) -> Html {
        let Self {
            state, commands, ..
        } = self;
        let rules = &state.rules;
        // The open panel tells of them itself.
        let is_open = state.panel == Some(Panel::Rules);
        let tells = [Panel::Rules, Panel::Lists, Panel::Kept, Panel::Report];
        let tells = state.panel.is_some_and(|panel| tells.contains(&panel));
        let editing = rules.editing.as_ref().filter(|_| !is_open);
        html! {
            <Bars
                engine={state.engine.clone()}
                asides={Rc::clone(&state.asides)}
                jobs={Rc::clone(&state.jobs)}
                cancel={&commands.cancel}
                making={state.making.clone()}
                stop_making={&commands.makers.stop}
                tagging={rules.tagging}
                cancel_tagging={&commands.cancel_tagging}
                unsaved={editing.map(|editing| (editing.at, Rc::clone(&editing.draft)))}
                undo={rules.undo.clone().filter(|_| !is_open)}
                said={state.marking.said.clone().filter(|_| !tells)}
                notice={state.notice.clone()}
                keeping={state.keeping.clone()}
                back_up={&commands.backups.save}
                sharing={state.sharing.clone()}
                tells_received={state.tells_received()}
                keep_received={&commands.shares.keep}
                is_settled={state.jobs.is_empty() && !state.keeping.is_opening()}
                finished={state.finished.day}
                has_papers={state.papers > 0}
                hosted={self.hosted.clone()}
                dispatch={state.dispatcher()}
            />
        }
    }

    /// Facets, list and paper.
    fn explorer(&self) -> Html {
        let Self { state, found, .. } = self;
        let dispatch = &state.dispatcher();
        let nothing = state.found.is_some() && found.hits == 0;
        let waits = state.waits();
        html! {
            <main class="explorer">
                <aside class="facets" aria-label={text::FILTERS}>
                    if let Some(late) = &self.late && state.panel != Some(Panel::Filters) {
                        { self.facets(Some(late.clone())) }
                    }
                </aside>
                <section class="results" aria-label={text::RESULTS}>
                    <Toolbar
                        status={&self.status}
                        sort={state.place.search.sort}
                        filters={found.chips.len()}
                        hits={found.hits}
                        chosen={state.chosen()}
                        hint={self.hint}
                        marks={self.switches.marks.0}
                        set_marks={&self.switches.marks.1}
                        saved={self.has_query().then(|| state.running().is_some())}
                        names={state.saved.names}
                        {dispatch}
                    />
                    { self.query_line() }
                    <div><Chips chips={Rc::clone(&found.chips)} {dispatch} /></div>
                    <div>
                        if found.hits > 0 {
                            <Spellings spellings={Rc::clone(&found.spellings)} {dispatch} />
                        }
                    </div>
                    <div>
                        <Histogram
                            days={Rc::clone(&found.days)}
                            filtered={state.names_days()}
                            {dispatch}
                        />
                    </div>
                    <div>
                        <Terms
                            shown={state.has_terms()}
                            view={Rc::clone(&state.terms)}
                            is_fresh={state.terms_of == state.answered}
                            is_open={self.switches.terms.0}
                            set_open={&self.switches.terms.1}
                            {dispatch}
                        />
                    </div>
                    <div>
                        if let Some(many) = state.rules.adding.many.clone() {
                            <TagMany {many} adding={state.rules.adding.clone()} {dispatch} />
                        }
                    </div>
                    <div
                        class={classes!("hits", (self.is_slow && waits).then_some("slow"))}
                        aria-busy={aria_bool(waits)}
                    >
                        <div class="why">
                            if nothing {
                                <NoHits
                                    emptied={Rc::clone(&found.emptied)}
                                    muted={found.muted.papers}
                                    spellings={Rc::clone(&found.spellings)}
                                    home={state.home}
                                    {dispatch}
                                />
                            }
                        </div>
                        <p class="print-rows">{ self.rows_on_show() }</p>
                        <div class="rows" hidden={nothing}><List ..self.list.clone() /></div>
                    </div>
                </section>
                <PaperPane
                    wanted={state.place.paper.clone()}
                    paper={state.paper.clone()}
                    hits={found.hits}
                    facets={&found.facets}
                    adding={state.rules.adding.clone()}
                    writing={(state.marking.writes, state.marking.wishes)}
                    overview={state.overview.clone()}
                    hint={self.hint}
                    settings={Rc::clone(&state.settings)}
                    since={state.keeping.since().map(since).unwrap_or_default()}
                    hides_all={self.found.hits == 0 && self.found.muted.papers > 0}
                    commander={self.commander.clone()}
                    {dispatch}
                />
            </main>
        }
    }

    fn facets(&self, late: Option<LateFacets>) -> Html {
        html! {
            <>
                <SavedGroups
                    settings={Rc::clone(&self.state.settings)}
                    running={self.state.running().map(|view| view.name.clone())}
                    followed={self.state.running_followed()}
                    can_save={self.has_query()}
                    dispatch={self.state.dispatcher()}
                />
                <Facets
                    facets={Rc::clone(&self.found.facets)}
                    {late}
                    layout={Rc::clone(&self.state.layout)}
                    dispatch={self.state.dispatcher()}
                />
            </>
        }
    }

    /// Whether the box says anything.
    fn has_query(&self) -> bool {
        !self.state.place.search.text.trim().is_empty()
    }

    /// What there is to say of the search as a whole.
    fn query_line(&self) -> Html {
        let state = self.state;
        let taken = state.settings_of(SettingKind::Search);
        let taken: Rc<[String]> = taken.map(|view| view.name.clone()).collect();
        html! {
            <QueryLine
                query={state.place.search.text.clone()}
                names={state.saved.names}
                {taken}
                changed={state.changed_from().map(|view| view.name.clone())}
                muted={Rc::clone(&self.found.muted)}
                undated={self.found.undated}
                shows_muted={state.place.search.shows_muted}
                dispatch={state.dispatcher()}
            />
        }
    }
}
