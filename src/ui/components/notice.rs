use crate::ui::state::{Action, Notice, Panel};
use crate::ui::text;

use super::el::{El, button, el};
use super::header::glyph_button;
use super::icon::Icon;
use super::{Dispatch, act};

/// How many unreadable files are named.
const NAMED: usize = 3;
/// Says in one line what came of the last load and, where a file could not be read, why.
pub fn notice(notice: &Notice, dispatch: &Dispatch) -> El {
    let mut said = el("div", "notice-text").put(el("p", "").text(text::notice(notice)));
    for (name, reason) in notice.unread.iter().take(NAMED) {
        let line = el("p", "")
            .put(el("strong", "").text(name.clone()))
            .text(" ")
            .text(reason.clone());
        said = said.put(line);
    }
    if notice.unread.len() > NAMED {
        said = said.put(el("p", "").text(text::more_unread(notice.unread.len() - NAMED)));
    }
    let bar = if notice.is_bad() {
        el("div", "bar notice bad").with("role", "alert")
    } else {
        el("div", "bar notice toast")
    };
    let details = act(dispatch, Action::Panel(Some(Panel::Report)));
    bar.put(said)
        .put(button("", text::DETAILS, details))
        .put(glyph_button(
            Icon::Close,
            text::DISMISS,
            act(dispatch, Action::DismissNotice),
        ))
}
