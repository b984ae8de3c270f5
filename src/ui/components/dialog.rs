use gloo::events::EventListener;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::text;

use super::icon::{Icon, icon};

/// Something that lies over the page.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Its name.
    pub title: AttrValue,
    /// How it looks.
    #[prop_or_default]
    pub class: Classes,
    /// It was closed, by its button, by Escape or by a click beside it.
    pub onclose: Callback<()>,
    /// What it shows.
    pub children: Html,
}

/// A modal dialog: it exists as long as it is open. The browser keeps the focus inside and gives it back.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.onclose.clone(), move |onclose| {
            let onclose = onclose.clone();
            let listener = node.cast::<HtmlDialogElement>().map(|dialog| {
                if !dialog.open() {
                    // It cannot be open already, and it is in the page: showing it cannot fail.
                    let _ = dialog.show_modal();
                }
                EventListener::new(&dialog, "close", move |_| onclose.emit(()))
            });
            move || drop(listener)
        });
    }
    let close = use_callback(node.clone(), |_: MouseEvent, node| shut(node));
    let beside = use_callback(node.clone(), |event: MouseEvent, node| {
        // A click on the dialog itself, and not on what stands in it, is a click on what is around it.
        let target = event.target_dyn_into::<HtmlDialogElement>();
        if target.is_some() {
            shut(node);
        }
    });
    html! {
        <dialog ref={node} class={props.class.clone()} aria-label={&props.title} onclick={beside}>
            <div class="dialog-inner">
                <div class="dialog-head">
                    <h2>{ &props.title }</h2>
                    <button type="button" class="icon-button" aria-label={text::CLOSE} title={text::CLOSE} onclick={close}>
                        { icon(Icon::Close) }
                    </button>
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}

fn shut(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}
