use crate::ui::state::{Action, Notice, Panel};
use crate::ui::text;

use super::el::{El, button, el};
use super::header::glyph_button;
use super::icon::Icon;
use super::{Dispatch, act};

/// Says in one line what came of the last load and, where a file could not be read, why.
pub fn notice(notice: &Notice, dispatch: &Dispatch) -> El {
    let mut said = el("div", "notice-text").put(el("p", "").text(text::notice(notice)));
    for (name, reason) in &notice.unread {
        let line = el("p", "")
            .put(el("strong", "").text(text::short(name).into_owned()))
            .text(" ")
            .text(text::short(reason).into_owned());
        said = said.put(line);
    }
    let more = notice.all_unread - notice.unread.len();
    if more > 0 {
        said = said.put(el("p", "").text(text::more_unread(more)));
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
