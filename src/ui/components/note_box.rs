//! The note on the open paper.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::state::{Action, Triage};
use crate::ui::text;
use crate::ui::{kept, platform};

use super::icon::Icon;
use super::icon_button::IconButton;
use super::paper_pane::PAPER_PANE;
use super::{Dispatch, act, rich};

/// The DOM id of the field.
const NOTE: &str = "note";
/// How long nobody must have typed until what is written is kept, in milliseconds.
const REST: u32 = 500;
/// How long a note can be, in UTF-16 units; the engine takes as many.
const LONGEST: &str = "10000";
/// How many lines the field has at least, and at most.
const LINES: (usize, usize) = (2, 12);

/// Properties of a [`NoteBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoteBoxProps {
    /// The paper's id. Another paper has another box.
    pub id: String,
    /// The note as it is kept.
    pub note: String,
    /// Whether it is being written.
    pub writes: bool,
    /// Grows with each wish to write it.
    pub wishes: u32,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// How long the worker may take to have kept what it was told, in milliseconds.
const KEPT_WITHIN: f64 = 5_000.0;

/// How long what comes back from the worker may be older than what was typed, in milliseconds. What
/// comes later was written in another tab.
const ECHO: f64 = 2_000.0;

/// What is written and not kept yet.
#[derive(Default)]
struct Draft {
    text: Option<String>,
    rest: Option<Timeout>,
    /// What was written last, and when.
    last: Option<(String, f64)>,
}

/// Shows the note under the title, with its links, and has it written in a field. What is written
/// is kept when nobody has typed for half a second, and when the field is left.
#[component]
pub fn NoteBox(props: &NoteBoxProps) -> Html {
    let NoteBoxProps {
        id,
        note,
        writes,
        wishes,
        dispatch,
    } = props;
    let draft = use_mut_ref(Draft::default);
    // The field says what is typed; what comes back from the worker meanwhile is older.
    let typed = use_state_eq(|| None::<String>);
    {
        let (draft, set) = (Rc::clone(&draft), typed.setter());
        use_effect_with(note.clone(), move |_| {
            let draft = draft.borrow();
            let written = draft.last.as_ref().map_or(f64::NEG_INFINITY, |(_, at)| *at);
            if draft.text.is_none() && platform::now() - written > ECHO {
                set.set(None);
            }
        });
    }
    let keep = {
        let (draft, dispatch, id) = (Rc::clone(&draft), dispatch.clone(), id.clone());
        move || keep(&draft, &id, &dispatch)
    };
    {
        let keep = keep.clone();
        use_effect_with((), move |()| keep);
    }
    // A page that is left may take the last words along; they wait for the next visit. One that is
    // only hidden has the time to tell the worker.
    {
        let (draft, keep, id) = (Rc::clone(&draft), keep.clone(), id.clone());
        use_effect_with((), move |()| {
            let hidden = platform::document().map(|document| {
                let keep = keep.clone();
                EventListener::new(&document, "visibilitychange", move |_| keep())
            });
            let left = platform::window().map(|window| {
                EventListener::new(&window, "pagehide", move |_| {
                    let last = draft.borrow().last.clone();
                    let last = last.filter(|(_, at)| platform::now() - at < KEPT_WITHIN);
                    if let Some((text, _)) = last {
                        kept::leave_draft(&id, &text);
                    }
                    keep();
                })
            });
            move || drop((hidden, left))
        });
    }
    use_effect_with((*writes, *wishes), |(writes, _)| {
        if *writes {
            let _ = platform::focus(NOTE);
        }
    });
    if !writes {
        let edit = act(dispatch, Action::Triage(Triage::Write(true)));
        return html! {
            if !note.is_empty() {
                <div class="note">
                    <p class="note-text">{ linked(note) }</p>
                    <IconButton icon={Icon::Edit} name={text::EDIT_NOTE} onclick={edit} />
                </div>
            }
        };
    }
    let oninput = {
        let (draft, keep, set) = (Rc::clone(&draft), keep.clone(), typed.setter());
        move |event: InputEvent| {
            let text = platform::value_of(&event);
            let keep = keep.clone();
            set.set(Some(text.clone()));
            let mut draft = draft.borrow_mut();
            draft.last = Some((text.clone(), platform::now()));
            draft.text = Some(text);
            draft.rest = Some(Timeout::new(REST, keep));
        }
    };
    let onblur = {
        let (dispatch, set) = (dispatch.clone(), typed.setter());
        move |_| {
            keep();
            set.set(None);
            dispatch.dispatch(Action::Triage(Triage::Write(false)));
        }
    };
    let onkeydown = |event: KeyboardEvent| {
        // Out of the field, which keeps what it says; a second Escape closes the paper.
        let is_end = match event.key().as_str() {
            "Escape" => true,
            "Enter" => event.ctrl_key() || event.meta_key(),
            _ => false,
        };
        if is_end && !event.is_composing() {
            event.prevent_default();
            // The keys of the paper work there, and the field is about to go.
            let _ = platform::focus(PAPER_PANE);
        }
    };
    let value = (*typed).clone().unwrap_or_else(|| note.clone());
    let lines = value.lines().count().clamp(LINES.0, LINES.1);
    html! {
        <textarea
            id={NOTE}
            class="note-box"
            aria-label={text::NOTE}
            placeholder={text::NOTE_HINT}
            rows={lines.to_string()}
            maxlength={LONGEST}
            {value}
            {oninput}
            {onblur}
            {onkeydown}
        />
    }
}

/// Has what is written kept, if it was not yet.
fn keep(draft: &RefCell<Draft>, id: &str, dispatch: &Dispatch) {
    let written = {
        let mut draft = draft.borrow_mut();
        draft.rest = None;
        draft.text.take()
    };
    if let Some(text) = written {
        dispatch.dispatch(Action::Triage(Triage::Note(id.to_owned(), text)));
    }
}

/// A note with the addresses in it as links.
fn linked(written: &str) -> Html {
    let mut parts = Vec::new();
    for word in written.split_inclusive(char::is_whitespace) {
        let href = word.trim_end();
        let is_address = href.starts_with("https://") || href.starts_with("http://");
        if is_address && rich::is_safe(href) {
            let space = &word[href.len()..];
            parts.push(html! {
                <>
                    <a href={href.to_owned()} target="_blank" rel="noopener noreferrer">
                        { href }
                    </a>
                    { space }
                </>
            });
        } else {
            parts.push(html! { { word } });
        }
    }
    html! { { for parts } }
}
