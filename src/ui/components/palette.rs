//! The palette: a box and a list in a dialog, by which every command and filter is reached by its
//! name.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::fast::ByAddress;
use crate::ui::hooks::Commander;
use crate::ui::platform;
use crate::ui::state::{Action, COMMANDS, Does, Line, PaletteAct, SavedAct};
use crate::ui::text;

use super::combobox::{self, Options};
use super::{Dispatch, aria_bool};

/// The DOM ids of the box and of its list.
const BOX: &str = "palette";
const LIST: &str = "palette-lines";

/// Properties of the [`Palette`].
#[derive(Clone, PartialEq, Properties)]
pub struct PaletteProps {
    /// Refers to the `dialog` element, which `use_dialog` opens.
    pub node: NodeRef,
    /// What is typed.
    pub typed: String,
    /// The lines that fit it, the best first.
    pub lines: ByAddress<[Line]>,
    /// The one that Enter takes.
    pub chosen: usize,
    /// Does what a line says.
    pub commander: Commander,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// A dialog with one box and the lines that fit what is typed in it. What a line does is done when
/// the dialog is closed and the focus is back where it was, so that it may go elsewhere from there.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let PaletteProps {
        typed,
        lines,
        chosen,
        dispatch,
        ..
    } = props;
    let options = Options {
        id: LIST,
        class: "palette-lines",
        label: text::PALETTE,
        is_open: !lines.is_empty(),
        chosen: (!lines.is_empty()).then_some(*chosen),
    };
    use_effect_with((*chosen, typed.clone()), |(chosen, _)| {
        platform::reveal(&format!("{LIST}-{chosen}"));
    });
    let oninput = {
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            let typed = platform::value_of(&event);
            dispatch.dispatch(Action::Palette(PaletteAct::Type(typed)));
        }
    };
    let takes = |line: &Line| {
        let (line, props) = (line.clone(), props.clone());
        move || take(&line, &props)
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        let take = lines.get(*chosen).map(takes);
        move |event: KeyboardEvent| {
            if !combobox::is_own(&event) {
                return;
            }
            let choose = |by| dispatch.dispatch(Action::Palette(PaletteAct::Choose(by)));
            match event.key().as_str() {
                "ArrowDown" => choose(1),
                "ArrowUp" => choose(-1),
                "Enter" => {
                    if let Some(take) = &take {
                        take();
                    }
                }
                _ => return,
            }
            event.prevent_default();
        }
    };
    // Clicks beside the dialog have it itself as their target.
    let onclick = |event: MouseEvent| {
        if let Some(dialog) = event.target_dyn_into::<HtmlDialogElement>() {
            dialog.close();
        }
    };
    let shown = lines.iter().map(|line| {
        let take = takes(line);
        (shown(line), Callback::from(move |()| take()))
    });
    html! {
        <dialog
            class="palette"
            ref={&props.node}
            tabindex="-1"
            aria-label={text::PALETTE}
            {onclick}
        >
            <div class="palette-inner">
                <input
                    id={BOX}
                    data-first="true"
                    type="text"
                    role="combobox"
                    value={typed.clone()}
                    placeholder={text::PALETTE_HINT}
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    enterkeyhint="go"
                    aria-label={text::PALETTE}
                    aria-autocomplete="list"
                    aria-expanded={aria_bool(options.is_open)}
                    aria-controls={LIST}
                    aria-activedescendant={options.active()}
                    {oninput}
                    {onkeydown}
                />
                { options.list(shown) }
                <p class="hint" role="status">
                    if lines.is_empty() {
                        { text::NO_COMMAND }
                    }
                </p>
            </div>
        </dialog>
    }
}

fn shown(line: &Line) -> Html {
    let is_command = matches!(line.does, Does::Command(_));
    html! {
        <>
            <span class="palette-name">{ &line.name }</span>
            { " " }
            if is_command {
                if !line.end.is_empty() {
                    <kbd>{ &line.end }</kbd>
                }
            } else {
                <span class="count">{ &line.end }</span>
            }
        </>
    }
}

fn take(line: &Line, props: &PaletteProps) {
    let dispatch = &props.dispatch;
    platform::close_dialog();
    dispatch.dispatch(Action::Palette(PaletteAct::Used(line.id.clone())));
    match &line.does {
        Does::Command(at) => {
            if let Some(entry) = COMMANDS.get(*at) {
                props.commander.obey(&entry.command, false);
            }
        }
        Does::Edit(edit) => dispatch.dispatch(Action::Edit(edit.clone())),
        Does::Run(name) => dispatch.dispatch(Action::Saved(SavedAct::Run(name.clone()))),
        Does::Query(query) => dispatch.dispatch(Action::Query(query.clone())),
    }
}
