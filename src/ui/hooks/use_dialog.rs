//! Opening and closing the dialog of a panel, and where the focus goes in it.

use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::components::{NEW_RULE, RULE_NAME};
use crate::ui::platform;
use crate::ui::state::{Action, Panel, State};

/// Opens the dialog of a panel as soon as it is drawn, and tells the state when it was closed: by
/// its button, by Escape or by a click beside it. The focus is not on the way out, where browsers
/// would put it, but on what one came for, which has `data-first`; where there is none, or none
/// yet, on the dialog itself.
#[hook]
pub fn use_dialog(state: &UseReducerHandle<State>) -> NodeRef {
    let node = use_node_ref();
    let (found, dispatch) = (node.clone(), state.dispatcher());
    use_effect_with((state.panel, state.panels), move |(panel, wish)| {
        let dialog = panel.and_then(|_| found.cast::<HtmlDialogElement>());
        let listener = dialog.map(|dialog| {
            if !dialog.open() {
                // It cannot be open already, and it is in the page: showing it cannot fail.
                let _ = dialog.show_modal();
                let _ = dialog.focus();
            }
            let (closed, wish) = (dialog.clone(), *wish);
            EventListener::new(&dialog, "close", move |_| {
                // Browsers tell of it some time after it was closed. By then it may be open again,
                // or about to be, by another wish.
                if !closed.open() {
                    dispatch.dispatch(Action::PanelClosed(wish));
                }
            })
        });
        move || drop(listener)
    });
    // What one came for may be drawn later than the rest. Once it has had the focus, or the reader
    // has moved that elsewhere, it does not take it any more.
    {
        let (found, given) = (node.clone(), use_mut_ref(|| 0));
        let wish = state.panel.map(|_| state.panels);
        use_effect(move || {
            if let Some(wish) = wish
                && *given.borrow() != wish
                && platform::focus_is_lost_in_dialog()
                && let Some(dialog) = found.cast::<HtmlDialogElement>()
                && platform::focus_first(&dialog).is_some()
            {
                given.replace(wish);
            }
        });
    }
    // The focus goes to where one writes, and back from there, and it is not lost with a rule that
    // is deleted.
    let is_rules = state.panel == Some(Panel::Rules);
    let is_editing = is_rules && state.rules.editing.is_some();
    let count = state.rules.own.rules.len();
    let was_editing = use_mut_ref(|| false);
    use_effect_with(
        (is_rules, is_editing, count),
        move |(is_rules, is_editing, _)| {
            let was_editing = was_editing.replace(*is_editing);
            if *is_editing {
                let _ = platform::focus(RULE_NAME);
            } else if *is_rules && (was_editing || platform::focus_is_lost()) {
                let _ = platform::focus(NEW_RULE);
            }
        },
    );
    node
}
