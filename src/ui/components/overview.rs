//! How far the reader is with the days of the library, where no paper is open.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{DayProgress, OverviewView, SettingKind, SettingsView, TermView};
use crate::ui::hooks::use_still;
use crate::ui::state::{Action, SavedAct};
use crate::ui::text;

use super::finished_bar::export_kept;
use super::hint::Hint;
use super::{Dispatch, act};

/// The commands that a morning is done by.
const KEYS: [(&str, &str); 3] = [
    ("next", text::OVERVIEW_NEXT),
    ("star", text::OVERVIEW_STAR),
    ("skip", text::OVERVIEW_SKIP),
];

/// How many saved searches are named.
const MOST_SEARCHES: usize = 12;

/// Properties of the [`Overview`].
#[derive(Clone, PartialEq, Properties)]
pub struct OverviewProps {
    /// How far the reader is.
    pub view: Rc<OverviewView>,
    /// The keys in force.
    pub hint: Hint,
    /// What the reader has set up: their searches are named with what is new.
    pub settings: Rc<SettingsView>,
    /// The day on which the reader was here last, as a person says it.
    pub since: AttrValue,
    /// Whether the list is empty because all that it would have is muted.
    pub hides_all: bool,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The day in hand, the oldest one that is not finished, and what was kept. Every button is a query
/// of the list.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let OverviewProps {
        view,
        hint,
        settings,
        since,
        hides_all,
        dispatch,
    } = props;
    let keys = KEYS
        .iter()
        .filter_map(|(command, help)| Some((hint.key(command)?, *help)));
    let keys: Vec<(String, &str)> = keys.collect();
    use_still(html! {
        <div class="overview" role="group" aria-label={text::OVERVIEW}>
            if let Some(came) = view.came.as_ref().filter(|_| !since.is_empty()) {
                <div>
                    <p class="overview-day">{ text::came(came, since) }</p>
                    { button(came.query.clone(), text::show_new(came.papers), None, dispatch) }
                </div>
            }
            if let Some(day) = &view.finished {
                { finished(day, dispatch) }
            }
            if let Some(day) = &view.newest {
                { in_hand(day, &view.terms, dispatch) }
            } else if view.undecided == 0 && !hides_all {
                <p>{ text::ALL_DECIDED }</p>
            }
            if let Some(day) = &view.oldest {
                <div>
                    <p>{ text::NOT_FINISHED }</p>
                    <p>{ text::decided(day) }</p>
                    { left(day, dispatch) }
                </div>
            }
            <div class="overview-buttons">
                { queries(view, dispatch) }
            </div>
            { searches(settings, dispatch) }
            if !keys.is_empty() {
                <p class="overview-keys">
                    for (key, help) in keys {
                        <span><kbd>{ key }</kbd>{ " " }{ help }</span>
                    }
                </p>
            }
            <p class="overview-pick">{ text::PICK }</p>
        </div>
    })
}

/// The day in hand with its bar.
fn in_hand(day: &DayProgress, terms: &[TermView], dispatch: &Dispatch) -> Html {
    let decided = text::decided(day);
    html! {
        <div>
            <p class="overview-day">{ &decided }</p>
            <progress
                max={day.papers.to_string()}
                value={day.decided.to_string()}
                aria-label={decided}
            />
            { left(day, dispatch) }
            if !terms.is_empty() {
                <p class="overview-terms">
                    <span>{ text::STANDS_OUT }</span>
                    for term in terms {
                        { button(
                            term.query.clone(),
                            text::short(&term.words),
                            Some(text::narrow_to(&term.words, term.papers)),
                            dispatch,
                        ) }
                    }
                </p>
            }
        </div>
    }
}

/// The saved searches and what is followed, as far as anything of it is new.
fn searches(settings: &SettingsView, dispatch: &Dispatch) -> Html {
    let searches = settings.of(SettingKind::Search);
    let searches = searches.map(|view| {
        let run = Action::Saved(SavedAct::Run(view.name.clone()));
        (view.name.as_str(), view.new, run)
    });
    let following = settings.following.iter();
    let following = following.map(|all| {
        let run = Action::Query(all.query.clone());
        (text::ALL_FOLLOWED, all.new, run)
    });
    let new = searches
        .chain(following)
        .filter_map(|(name, new, run)| Some((name, new.filter(|new| *new > 0)?, run)));
    let buttons: Vec<Html> = new
        .take(MOST_SEARCHES)
        .map(|(name, new, run)| {
            let onclick = act(dispatch, run);
            html! { <button type="button" {onclick}>{ text::with_new(name, new) }</button> }
        })
        .collect();
    html! {
        if !buttons.is_empty() {
            <div role="group" aria-label={text::YOUR_SEARCHES}>
                <p>{ text::YOUR_SEARCHES }</p>
                <div class="overview-buttons">{ for buttons }</div>
            </div>
        }
    }
}

/// The button that leaves the undecided papers of a day in the list.
fn left(day: &DayProgress, dispatch: &Dispatch) -> Html {
    let query = format!("day:{} is:undecided", day.day);
    let name = text::show_left_of(day);
    button(query, text::show_left(day), Some(name), dispatch)
}

/// A finished day, with a button where something was kept of it.
fn finished(day: &DayProgress, dispatch: &Dispatch) -> Html {
    let query = format!("day:{} state:(starred OR later)", day.day);
    let name = text::show_kept_of(day);
    html! {
        <div>
            <p>{ text::finished(day) }</p>
            if day.starred + day.later > 0 {
                { button(query, text::SHOW_KEPT.to_owned(), Some(name), dispatch) }
                { " " }
                <button
                    type="button"
                    aria-label={text::export_kept_of(day)}
                    onclick={export_kept(day, dispatch)}
                >
                    { text::export_kept(day.starred + day.later) }
                </button>
            }
        </div>
    }
}

/// The papers of the whole library by what became of them; a state without any is left out.
fn queries(view: &OverviewView, dispatch: &Dispatch) -> Html {
    // Where days are, they tell of what is left.
    let undecided = if view.newest.is_none() {
        view.undecided
    } else {
        0
    };
    let all = [
        ("is:undecided", undecided, text::undecided(undecided)),
        ("is:new", view.new, text::new(view.new)),
        ("is:starred", view.starred, text::starred(view.starred)),
        ("is:later", view.later, text::later(view.later)),
    ];
    let some = all.into_iter().filter(|(_, papers, _)| *papers > 0);
    some.map(|(query, _, label)| button(query.to_owned(), label, None, dispatch))
        .collect()
}

/// A button that sets the query. Its name says more than its label where two would be alike.
fn button(query: String, label: String, name: Option<String>, dispatch: &Dispatch) -> Html {
    let onclick = act(dispatch, Action::Query(query));
    html! { <button type="button" aria-label={name} {onclick}>{ label }</button> }
}
