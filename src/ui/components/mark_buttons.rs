//! The buttons by which a paper is marked.

use yew::prelude::*;

use crate::protocol::{Flags, Kind};
use crate::ui::state::{Action, Triage};
use crate::ui::text;

use super::hint::Hint;
use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// The marks in the order of their buttons, each with its drawing and the command that its key
/// does.
pub const MARKS: [(Kind, Icon, &str); 4] = [
    (Kind::Starred, Icon::Star, "star"),
    (Kind::Later, Icon::Clock, "later"),
    (Kind::Read, Icon::Check, "read"),
    (Kind::Skipped, Icon::Dash, "skip"),
];

/// Properties of [`MarkButtons`].
#[derive(Clone, PartialEq, Properties)]
pub struct MarkButtonsProps {
    /// The marks of the open paper.
    pub flags: Flags,
    /// Whether its note is being written.
    pub writes: bool,
    /// The keys in force.
    pub hint: Hint,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// A toggle for each mark of the open paper, and one for its note. At the head of the paper; on a
/// phone at its foot, where a thumb is. They go on to no other paper: who wants that has the keys.
#[component]
pub fn MarkButtons(props: &MarkButtonsProps) -> Html {
    let MarkButtonsProps {
        flags,
        writes,
        hint,
        dispatch,
    } = props;
    let does = |triage| act(dispatch, Action::Triage(triage));
    html! {
        <div class="mark-buttons" role="group" aria-label={text::MARKS_OF}>
            for (kind, icon, command) in MARKS {
                <IconButton
                    {icon}
                    name={text::mark(kind)}
                    hint={hint.of(text::mark(kind), command)}
                    pressed={flags.has(kind)}
                    onclick={does(Triage::Stay(kind))}
                />
            }
            <IconButton
                icon={Icon::Note}
                name={text::NOTE}
                hint={hint.of(text::NOTE, "note")}
                pressed={flags.has_note()}
                onclick={does(Triage::Write(!writes))}
            />
        </div>
    }
}
