use web_sys::{Event, HtmlDialogElement};
use yew::prelude::*;

use crate::ui::text;

use super::el::{El, When, el, label, press};
use super::icon::{Icon, icon};

/// A modal dialog; `use_dialog` opens what is at the node. The browser keeps the focus inside and gives it back.
pub fn dialog(node: &NodeRef, title: &'static str, class: &'static str, content: Html) -> El {
    let close = {
        let node = node.clone();
        Callback::from(move |_: Event| shut(&node))
    };
    let beside = {
        let node = node.clone();
        Callback::from(move |event: Event| {
            // A click on the dialog itself, and not on what stands in it, is a click on what is around it.
            if event.target_dyn_into::<HtmlDialogElement>().is_some() {
                shut(&node);
            }
        })
    };
    let head = el("div", "dialog-head").put(label("h2", "", title)).put(
        press("icon-button", close)
            .named(text::CLOSE)
            .add(icon(Icon::Close)),
    );
    el("dialog", class)
        .key(class)
        .at(node.clone())
        .with("aria-label", title)
        .on(When::Click, beside)
        .put(el("div", "dialog-inner").put(head).add(content))
}

fn shut(node: &NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}
