//! The panel of the export: which papers, in which format, how that begins, and the file.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{ExportWish, Make, WrittenView};
use crate::ui::hooks::Makers;
use crate::ui::platform;
use crate::ui::state::{Action, Panel, TakeAct, TakeChoice, Then, Which};
use crate::ui::text::{self, FORMS};

use super::take_fields::{check, which};
use super::{Dispatch, act};

/// How much of the preview is drawn, in bytes: more than anybody scrolls through.
const DRAWN: usize = 12_000;

/// Properties of [`Export`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExportProps {
    /// The papers that can be taken along, with what they are called.
    pub all: Rc<[(Which, String)]>,
    /// Those that are meant.
    pub taken: Which,
    /// How they are to be written.
    pub choice: TakeChoice,
    /// What the file is to be called; `None` for what it is called by itself.
    pub name: Option<String>,
    /// How the file begins, or why there is none; `None` while that is on its way.
    pub preview: Option<Rc<Result<WrittenView, String>>>,
    /// What is to be written.
    pub wish: Option<ExportWish>,
    /// The ways to take papers along.
    pub makers: Makers,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What is exported and how, with the beginning of the file as it will be.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let ExportProps {
        all,
        taken,
        choice,
        preview,
        dispatch,
        ..
    } = props;
    let view = preview.as_deref().and_then(|preview| preview.as_ref().ok());
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| {
            if let Some(form) = text::form(&platform::value_of(&event)) {
                dispatch.dispatch(Action::Take(TakeAct::Form(form)));
            }
        }
    };
    html! {
        <div class="take">
            { which(all, *taken, dispatch) }
            <div class="take-form">
                <label class="take-field">
                    <span>{ text::FORMAT }</span>
                    <select {onchange}>
                        for form in FORMS {
                            <option value={form.id} selected={form.id == choice.form.id}>
                                { form.name }
                            </option>
                        }
                    </select>
                </label>
                <p class="hint">{ choice.form.about }</p>
            </div>
            <div class="take-with">
                { check(
                    text::WITH_ABSTRACTS,
                    choice.with.abstracts,
                    false,
                    |is| Action::Take(TakeAct::Abstracts(is)),
                    dispatch,
                ) }
                { check(
                    text::WITH_OWN,
                    choice.with.own,
                    false,
                    |is| Action::Take(TakeAct::Own(is)),
                    dispatch,
                ) }
            </div>
            <section class="take-preview" aria-label={text::PREVIEW_OF}>
                <h3>{ text::PREVIEW_OF }</h3>
                { shown(preview.as_deref()) }
            </section>
            { file(props, view) }
        </div>
    }
}

/// The beginning of the file.
fn shown(preview: Option<&Result<WrittenView, String>>) -> Html {
    match preview {
        None => html! { <p class="hint">{ text::PREVIEW_WAITS }</p> },
        Some(Err(why)) => html! { <p class="hint" role="status">{ text::no_preview(why) }</p> },
        Some(Ok(WrittenView { text: None, .. })) => {
            html! { <p class="hint">{ text::NO_PREVIEW }</p> }
        }
        Some(Ok(WrittenView {
            text: Some(text), ..
        })) => {
            let text = text.trim_start_matches('\u{feff}');
            let drawn = text.get(..text.floor_char_boundary(DRAWN)).unwrap_or(text);
            // What scrolls can be reached by the keys.
            html! { <pre tabindex="0" aria-label={text::PREVIEW_OF}>{ drawn }</pre> }
        }
    }
}

/// What the file is called, how many papers it will have, and the ways to have it.
fn file(props: &ExportProps, view: Option<&WrittenView>) -> Html {
    let ExportProps {
        name,
        wish,
        makers,
        choice,
        dispatch,
        ..
    } = props;
    // The name that it has by itself is known for certain when it is made.
    let typed = name.as_deref().unwrap_or_default().trim().to_owned();
    let own = || view.map(|view| view.name.clone());
    let name = name.clone().or_else(own).unwrap_or_default();
    let oninput = {
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            let name = platform::value_of(&event);
            dispatch.dispatch(Action::Take(TakeAct::Name(name)));
        }
    };
    let does = |then: Then| {
        let (wish, makers) = (wish.clone(), makers.clone());
        move |_: MouseEvent| {
            if let Some(wish) = wish.clone() {
                makers.make.emit((Make::Export(wish), then.clone()));
            }
            platform::close_dialog();
        }
    };
    let papers = view.map_or(0, |view| view.of);
    let can_copy = view.is_some_and(|view| view.text.is_some());
    html! {
        <div class="take-file">
            <label class="take-field">
                <span>{ text::FILE_NAME }</span>
                <input type="text" value={name} maxlength="200" spellcheck="false" {oninput} />
            </label>
            <p class="take-count" role="status">
                if papers > 0 {
                    { text::to_be_written(papers) }
                }
            </p>
            <div class="take-acts">
                <button
                    type="button"
                    class="primary"
                    disabled={papers == 0}
                    onclick={does(Then::Save(typed))}
                >
                    { text::SAVE_FILE }
                </button>
                <button
                    type="button"
                    disabled={!can_copy}
                    onclick={does(Then::Copy(text::copied_some(choice.form, papers)))}
                >
                    { text::COPY_TEXT }
                </button>
                <button
                    type="button"
                    class="take-print"
                    onclick={act(
                        dispatch,
                        Action::Take(TakeAct::Open(Panel::Print, Some(props.taken))),
                    )}
                >
                    { text::PRINT_MORE }
                </button>
            </div>
        </div>
    }
}
