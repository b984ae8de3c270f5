//! Saved searches and followed authors, above the facets.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::protocol::{SettingKind, SettingView, SettingsView};
use crate::ui::platform;
use crate::ui::state::{Action, Panel, SavedAct};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act, aria_bool};

/// How many searches or authors are shown; the panel has all.
const MOST: usize = 50;

/// Properties of the [`SavedGroups`].
#[derive(Clone, PartialEq, Properties)]
pub struct SavedGroupsProps {
    /// What the reader has saved.
    pub settings: Rc<SettingsView>,
    /// The saved search that is in force.
    pub running: Option<String>,
    /// The query of the followed author, or of all of them, that is in force.
    pub followed: Option<String>,
    /// Whether there is a search that can be saved.
    pub can_save: bool,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The saved searches with their counts and, where any author is followed, the followed authors.
#[component]
pub fn SavedGroups(props: &SavedGroupsProps) -> Html {
    let SavedGroupsProps {
        settings,
        running,
        can_save,
        dispatch,
        ..
    } = props;
    let searches: Vec<&SettingView> = settings.of(SettingKind::Search).collect();
    let search = |view: &&SettingView| {
        let is_running = running.as_ref() == Some(&view.name);
        let run = Action::Saved(SavedAct::Run(view.name.clone()));
        item(view, is_running, run, dispatch)
    };
    html! {
        <div class="saved">
            <Group
                name={text::SEARCHES}
                id="saved-searches"
                add={(*can_save).then(|| dispatch.clone())}
                {dispatch}
            >
                if searches.is_empty() {
                    <p class="hint">{ text::NO_SEARCHES }</p>
                }
                <ul>{ for searches.iter().take(MOST).map(search) }</ul>
            </Group>
            <div>
                if let Some(following) = &settings.following {
                    <Group name={text::FOLLOWING} id="saved-authors" {dispatch}>
                        <ul>
                            { line(&Line {
                                key: "",
                                name: text::ALL_FOLLOWED,
                                counts: (following.papers, following.new),
                                problem: "",
                                pressed: props.followed.as_ref() == Some(&following.query),
                                onclick: run(Action::Query(following.query.clone()), dispatch),
                                onkeydown: Callback::noop(),
                            }) }
                            for view in settings.of(SettingKind::Author).take(MOST) {
                                { item(
                                    view,
                                    props.followed.as_ref() == Some(&view.query),
                                    Action::Query(view.query.clone()),
                                    dispatch,
                                ) }
                            }
                        </ul>
                    </Group>
                }
            </div>
        </div>
    }
}

/// Properties of a [`Group`].
#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    name: &'static str,
    id: &'static str,
    /// Who takes the wish to save a search, where there is one to save.
    #[prop_or_default]
    add: Option<Dispatch>,
    dispatch: Dispatch,
    children: Html,
}

/// A group that looks and folds as a facet does.
#[component]
fn Group(props: &GroupProps) -> Html {
    let folded = use_state_eq(|| false);
    let fold = {
        let (set, other) = (folded.setter(), !*folded);
        move |_| set.set(other)
    };
    html! {
        <div class="facet saved-group" role="group" aria-label={props.name}>
            <div class="facet-head">
                <h2>
                    <button
                        type="button"
                        class="fold"
                        aria-expanded={aria_bool(!*folded)}
                        aria-controls={props.id}
                        onclick={fold}
                    >
                        { props.name }
                    </button>
                </h2>
                if let Some(dispatch) = &props.add {
                    <IconButton
                        icon={Icon::Add}
                        class="icon-button move"
                        name={text::ADD_SEARCH}
                        onclick={name_it(dispatch)}
                    />
                }
                <IconButton
                    icon={Icon::Edit}
                    class="icon-button move"
                    name={text::EDIT_LISTS}
                    onclick={act(&props.dispatch, Action::Panel(Some(Panel::Lists)))}
                />
            </div>
            <div class="facet-body" id={props.id} hidden={*folded}>{ props.children.clone() }</div>
        </div>
    }
}

/// The search in force is to be named, for which the drawer of the filters makes room.
fn name_it<E: 'static>(dispatch: &Dispatch) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(Action::Panel(None));
        dispatch.dispatch(Action::Saved(SavedAct::Name(true)));
    })
}

/// One line of a group.
struct Line<'l> {
    key: &'l str,
    name: &'l str,
    /// How many papers there are, and how many of them are new.
    counts: (Option<u32>, Option<u32>),
    problem: &'l str,
    pressed: bool,
    onclick: Callback<MouseEvent>,
    onkeydown: Callback<KeyboardEvent>,
}

/// A saved search or a followed author. With Alt and an arrow it moves, as facets do.
fn item(view: &SettingView, pressed: bool, action: Action, dispatch: &Dispatch) -> Html {
    let onkeydown = {
        let (kind, name, dispatch) = (view.kind, view.name.clone(), dispatch.clone());
        Callback::from(move |event: KeyboardEvent| {
            let down = match event.key().as_str() {
                "ArrowDown" => true,
                "ArrowUp" => false,
                _ => return,
            };
            if event.alt_key() {
                event.prevent_default();
                let moved = SavedAct::Move(kind, name.clone(), down);
                dispatch.dispatch(Action::Saved(moved));
                keep_focus(id_of(&name));
            }
        })
    };
    line(&Line {
        key: &view.name,
        name: &view.name,
        counts: (view.papers, view.new),
        problem: &view.problem,
        pressed,
        onclick: run(action, dispatch),
        onkeydown,
    })
}

/// Puts a search in force; the drawer of the filters makes room for what it finds.
fn run(action: Action, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(action.clone());
        dispatch.dispatch(Action::Panel(None));
    })
}

/// The DOM id of the line of a name.
fn id_of(name: &str) -> String {
    format!("saved-{name}")
}

/// How long the worker may take to answer before the focus is given back, in milliseconds.
const MOVED: u32 = 80;

/// What is moved in the document loses the focus.
fn keep_focus(id: String) {
    Timeout::new(MOVED, move || {
        if platform::focus_is_lost() {
            let _ = platform::focus(&id);
        }
    })
    .forget();
}

fn line(line: &Line<'_>) -> Html {
    let (papers, new) = line.counts;
    let label = AttrValue::from(text::short(line.name));
    let title = if line.problem.is_empty() {
        label.clone()
    } else {
        line.problem.to_owned().into()
    };
    html! {
        <li key={line.key.to_owned()} class="value saved-value">
            <button
                type="button"
                id={id_of(line.key)}
                class="saved-run"
                aria-label={text::saved_search(line.name, papers, new)}
                aria-pressed={aria_bool(line.pressed)}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                {title}
                onclick={&line.onclick}
                onkeydown={&line.onkeydown}
            >
                <span class="value-label">{ &label }</span>
                if let Some(new) = new.filter(|new| *new > 0) {
                    <span class="new-badge">{ text::new_badge(new) }</span>
                }
                if line.problem.is_empty() {
                    <span class="count">{ papers.map(|papers| papers.to_string()) }</span>
                } else {
                    <span class="count" aria-hidden="true">{ "!" }</span>
                }
            </button>
        </li>
    }
}
