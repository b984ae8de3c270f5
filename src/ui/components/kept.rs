//! The panel of what is kept: how much, each file with a way to let it go, the switch, and the end
//! of it all.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{Keep, KeptFile, Standing};
use crate::ui::hooks::Backups;
use crate::ui::input::Input;
use crate::ui::platform;
use crate::ui::state::{Action, KeepAct, Keeping, Making, Said};
use crate::ui::text;

use super::backup::Backup;
use super::more_button::MoreButton;
use super::said_bar::SaidBar;
use super::{Dispatch, act};

/// How many files are shown at once: each has ten elements.
const PAGE: usize = 60;

/// Properties of [`Kept`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeptProps {
    /// What the page knows of what is kept.
    pub keeping: Keeping,
    /// Asks something of what is kept.
    pub keep: Callback<Keep>,
    /// Reads something, or takes it out.
    pub read: Callback<Input>,
    /// What was done last.
    pub said: Option<Rc<Said>>,
    /// The file that is being made.
    pub making: Option<Making>,
    /// Stops that.
    pub stop_making: Callback<()>,
    /// Saves and restores all that is kept.
    pub backups: Backups,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What is kept, and what can be done about it.
#[component]
pub fn Kept(props: &KeptProps) -> Html {
    let KeptProps {
        keeping, dispatch, ..
    } = props;
    let pages = use_state_eq(|| 1);
    let view = keeping.view.clone().unwrap_or_default();
    let shown = view.files.len().min(PAGE * *pages);
    let writes = keeping.writes();
    let choose = act(dispatch, Action::Keeping(KeepAct::Choose(!writes)));
    let room = view.room;
    html! {
        <>
            <p>
                if keeping.is_apart {
                    { text::NOTHING_KEPT_APART }
                } else if view.files.is_empty() && view.records.0 == 0 {
                    { text::NOTHING_KEPT }
                } else {
                    { text::kept(&view) }
                }
            </p>
            if let Some(fault) = &view.fault {
                <p class="kept-fault">{ text::keep_fault(fault, room) }</p>
            }
            <label class="switch">
                <input type="checkbox" checked={writes} onchange={choose} />
                { text::KEEP_FILES }
            </label>
            <p class="hint">{ text::KEEP_HINT }</p>
            if keeping.is_apart {
                <p class="hint">{ text::APART }</p>
            }
            if keeping.is_from_disk {
                <p class="hint">{ text::KEEP_DISK }</p>
            }
            <Backup
                keeping={keeping.clone()}
                making={props.making.clone()}
                stop={&props.stop_making}
                backups={props.backups.clone()}
            />
            <div class="rules-undo"><SaidBar said={props.said.clone()} {dispatch} /></div>
            <ul class="kept-files" aria-label={text::KEPT}>
                for file in view.files.iter().rev().take(shown) {
                    { line(file, props) }
                }
            </ul>
            <p><MoreButton {pages} left={view.files.len() - shown} /></p>
            { forget(props) }
        </>
    }
}

fn line(file: &KeptFile, props: &KeptProps) -> Html {
    let day = platform::day(file.added);
    let name = &file.name;
    let let_go = {
        let (keep, read, file) = (props.keep.clone(), props.read.clone(), file.clone());
        move |_| {
            for source in &file.sources {
                read.emit(Input::Remove(source.clone()));
            }
            if let (true, Some(id)) = (file.sources.is_empty(), file.id) {
                keep.emit(Keep::LetGo(id));
            }
        }
    };
    let again = file.id.filter(|_| file.standing == Standing::Aside);
    html! {
        <li class="kept-file">
            <div class="rule-said">
                <p><strong>{ text::short(name) }</strong></p>
                <p class="kept-facts">{ text::kept_file(file, &day) }</p>
            </div>
            if let Some(id) = again {
                <button
                    type="button"
                    aria-label={text::read_again(name)}
                    onclick={props.keep.reform(move |_| Keep::ReadAgain(id))}
                >
                    { text::READ_AGAIN }
                </button>
            }
            <button type="button" aria-label={text::let_go(name)} onclick={let_go}>
                { text::LET_GO }
            </button>
        </li>
    }
}

/// The button that lets everything go, which asks once.
fn forget(props: &KeptProps) -> Html {
    let ask = |asks| act(&props.dispatch, Action::Keeping(KeepAct::Ask(asks)));
    if !props.keeping.asks {
        return html! {
            <div class="kept-forget">
                <button type="button" onclick={ask(true)}>{ text::FORGET }</button>
            </div>
        };
    }
    html! {
        <div class="kept-forget" role="alert">
            <p>
                if props.keeping.is_apart {
                    { text::FORGET_SURE_APART }
                } else {
                    { text::FORGET_SURE }
                }
            </p>
            <button type="button" onclick={ask(false)}>{ text::FORGET_NOT }</button>
            <button type="button" onclick={props.keep.reform(|_| Keep::Forget)}>
                { text::FORGET }
            </button>
        </div>
    }
}
