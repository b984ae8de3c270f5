//! The panel of what the reader set up for all papers: saved searches, followed authors, mutes and
//! highlights.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{Ink, SettingKind, SettingView, SettingsView};
use crate::ui::platform;
use crate::ui::state::{Action, Said, SavedAct};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::more_button::MoreButton;
use super::said_bar::SaidBar;
use super::{Dispatch, act};

/// How many settings of a kind are shown at once.
const PAGE: usize = 60;
/// The longest name of a setting, in UTF-16 units.
const LONGEST: &str = "2000";

/// Properties of [`Lists`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListsProps {
    /// What the reader has set up.
    pub settings: Rc<SettingsView>,
    /// What was done last: the bar that tells of it lies under the panel.
    pub said: Option<Rc<Said>>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// All of it, kind by kind: what is there can be named, ordered and deleted, and highlights are
/// made here.
#[component]
pub fn Lists(props: &ListsProps) -> Html {
    let ListsProps {
        settings,
        said,
        dispatch,
    } = props;
    let kinds = [
        SettingKind::Search,
        SettingKind::Author,
        SettingKind::Mute,
        SettingKind::Highlight,
    ];
    html! {
        <div class="lists">
            for kind in kinds {
                <KindList key={text::setting_kind(kind)} {kind} {settings} {dispatch} />
            }
            <SaidBar key="said" said={said.clone()} {dispatch} />
        </div>
    }
}

/// Properties of a [`KindList`].
#[derive(Clone, PartialEq, Properties)]
struct KindListProps {
    kind: SettingKind,
    settings: Rc<SettingsView>,
    dispatch: Dispatch,
}

/// The settings of a kind.
#[component]
fn KindList(props: &KindListProps) -> Html {
    let KindListProps {
        kind,
        settings,
        dispatch,
    } = props;
    let pages = use_state_eq(|| 1);
    let all: Vec<&SettingView> = settings.of(*kind).collect();
    let shown = all.len().min(PAGE * *pages);
    let name = text::setting_kind(*kind);
    // What had the focus may have been let go.
    let head = format!("lists-{}", *kind as u8);
    {
        let head = head.clone();
        use_effect_with(all.len(), move |_| {
            if platform::focus_is_lost() {
                let _ = platform::focus(&head);
            }
        });
    }
    html! {
        <section aria-label={name}>
            <h3 id={head} tabindex="-1">{ name }</h3>
            if all.is_empty() || *kind == SettingKind::Highlight {
                <p class="hint">{ text::nothing_of(*kind) }</p>
            }
            <ul class="lists-items" aria-label={name}>
                for (at, view) in all.iter().take(shown).enumerate() {
                    { item(view, (at == 0, at + 1 == all.len()), dispatch) }
                }
            </ul>
            <p><MoreButton {pages} left={all.len() - shown} /></p>
            if *kind == SettingKind::Highlight {
                <NewHighlight {dispatch} />
            }
        </section>
    }
}

/// One setting: its name, what it is about, and what can be done with it.
fn item(view: &SettingView, (first, last): (bool, bool), dispatch: &Dispatch) -> Html {
    let (kind, name) = (view.kind, &view.name);
    let saved = |what| act(dispatch, Action::Saved(what));
    let moves = |down| saved(SavedAct::Move(kind, name.clone(), down));
    let field = match kind {
        SettingKind::Highlight => text::reword(name),
        _ => text::rename_setting(name),
    };
    // What a search is about its name does not say.
    let about = match kind {
        SettingKind::Search if view.search().query != *name => view.search().query,
        _ => String::new(),
    };
    let has_order = matches!(kind, SettingKind::Search | SettingKind::Author);
    html! {
        <li key={name.clone()} class="lists-item">
            <div class="lists-name">
                if kind == SettingKind::Author {
                    <span>{ text::short(name) }</span>
                } else {
                    <NameField {kind} name={name.clone()} label={field} {dispatch} />
                }
                if !about.is_empty() {
                    <code>{ text::short(&about) }</code>
                }
                if !view.problem.is_empty() {
                    <p class="lists-problem">{ &view.problem }</p>
                }
            </div>
            if kind == SettingKind::Highlight {
                { ink_choice(text::ink_of(name), Ink::named(&view.setting.text), {
                    let (name, dispatch) = (name.clone(), dispatch.clone());
                    Callback::from(move |ink| {
                        let marked = SavedAct::Highlight(name.clone(), ink);
                        dispatch.dispatch(Action::Saved(marked));
                    })
                }) }
            } else {
                <span class="count">
                    { view.papers.map(text::papers) }
                    if let Some(new) = view.new.filter(|new| *new > 0) {
                        { ", " }
                        { text::new_badge(new) }
                    }
                </span>
            }
            if has_order {
                <IconButton
                    icon={Icon::Previous}
                    name={text::move_up(name)}
                    idle={first}
                    onclick={moves(false)}
                />
                <IconButton
                    icon={Icon::Next}
                    name={text::move_down(name)}
                    idle={last}
                    onclick={moves(true)}
                />
            }
            <IconButton
                icon={Icon::Close}
                name={text::delete_setting(name)}
                onclick={saved(SavedAct::Drop(kind, name.clone()))}
            />
        </li>
    }
}

/// Properties of a [`NameField`].
#[derive(Clone, PartialEq, Properties)]
struct NameFieldProps {
    kind: SettingKind,
    name: String,
    label: String,
    dispatch: Dispatch,
}

/// The name of a setting, which is another one when the field is left.
#[component]
fn NameField(props: &NameFieldProps) -> Html {
    let onchange = {
        let NameFieldProps {
            kind,
            name,
            dispatch,
            ..
        } = props.clone();
        move |event: Event| {
            let new = platform::value_of(&event);
            if new.trim().is_empty() {
                // It keeps the name that it has.
                let _ = platform::put_value(&event, &name);
                return;
            }
            let renamed = SavedAct::Rename(kind, name.clone(), new);
            dispatch.dispatch(Action::Saved(renamed));
        }
    };
    html! {
        <input
            type="text"
            aria-label={props.label.clone()}
            autocomplete="off"
            spellcheck="false"
            maxlength={LONGEST}
            value={props.name.clone()}
            {onchange}
        />
    }
}

/// The choice of an ink.
fn ink_choice(label: String, chosen: Ink, choose: Callback<Ink>) -> Html {
    let onchange = move |event: Event| choose.emit(Ink::named(&platform::value_of(&event)));
    html! {
        <select aria-label={label} {onchange}>
            for ink in Ink::ALL {
                <option value={ink.name()} selected={ink == chosen}>{ text::ink(ink) }</option>
            }
        </select>
    }
}

/// Properties of [`NewHighlight`].
#[derive(Clone, PartialEq, Properties)]
struct NewHighlightProps {
    dispatch: Dispatch,
}

/// The fields of a new highlight list.
#[component]
fn NewHighlight(NewHighlightProps { dispatch }: &NewHighlightProps) -> Html {
    let words = use_state_eq(String::new);
    let ink = use_state_eq(Ink::default);
    let oninput = {
        let set = words.setter();
        move |event: InputEvent| set.set(platform::value_of(&event))
    };
    let onsubmit = {
        let (dispatch, words, ink) = (dispatch.clone(), words.clone(), *ink);
        move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.dispatch(Action::Saved(SavedAct::Highlight((*words).clone(), ink)));
            words.set(String::new());
        }
    };
    let choose = {
        let set = ink.setter();
        Callback::from(move |ink| set.set(ink))
    };
    html! {
        <form class="lists-new" {onsubmit}>
            <input
                type="text"
                aria-label={text::WORDS_LABEL}
                placeholder={text::WORDS}
                autocomplete="off"
                spellcheck="false"
                maxlength={LONGEST}
                value={(*words).clone()}
                {oninput}
            />
            { ink_choice(text::INK.to_owned(), *ink, choose) }
            <button type="submit">{ text::ADD_WORDS }</button>
        </form>
    }
}
