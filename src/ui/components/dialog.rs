//! The frame of every panel: a modal dialog with a heading and a way out.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;

/// Properties of a [`Dialog`].
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// Refers to the `dialog` element, which `use_dialog` opens.
    pub node: NodeRef,
    /// The heading and accessible name.
    pub title: &'static str,
    /// The class.
    pub class: &'static str,
    /// What the dialog is about.
    pub children: Html,
}

/// A modal dialog. The browser keeps the focus inside and gives it back.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let close = {
        let node = props.node.clone();
        Callback::from(move |()| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    // Clicks on the backdrop have the dialog itself as their target, not what is in it.
    let onclick = {
        let close = close.clone();
        move |event: MouseEvent| {
            if event.target_dyn_into::<HtmlDialogElement>().is_some() {
                close.emit(());
            }
        }
    };
    html! {
        <dialog
            class={props.class}
            ref={&props.node}
            tabindex="-1"
            aria-label={props.title}
            {onclick}
        >
            <div class="dialog-inner">
                <div class="dialog-head">
                    <h2>{ props.title }</h2>
                    <IconButton
                        icon={Icon::Close}
                        name={text::CLOSE}
                        onclick={close.reform(|_| ())}
                    />
                </div>
                { props.children.clone() }
            </div>
        </dialog>
    }
}
