use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::state::{Action, Panel, State};

/// Opens the dialog of a panel as soon as it is drawn, and tells the state when it was closed: by its button, by Escape or by a click beside it.
#[hook]
pub fn use_dialog(state: &UseReducerHandle<State>) -> NodeRef {
    let node = use_node_ref();
    let (found, dispatch) = (node.clone(), state.dispatcher());
    use_effect_with(state.panel, move |panel: &Option<Panel>| {
        let dialog = panel.and_then(|_| found.cast::<HtmlDialogElement>());
        let listener = dialog.map(|dialog| {
            if !dialog.open() {
                // It cannot be open already, and it is in the page: showing it cannot fail.
                let _ = dialog.show_modal();
            }
            EventListener::new(&dialog, "close", move |_| {
                dispatch.dispatch(Action::Panel(None));
            })
        });
        move || drop(listener)
    });
    node
}
