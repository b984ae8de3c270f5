use web_sys::Event;
use yew::prelude::*;

use crate::protocol::Problem;
use crate::ui::hooks::Theme;
use crate::ui::platform;
use crate::ui::state::{Action, Completing, Panel};
use crate::ui::text;

use super::el::{El, el, label, press};
use super::icon::{Icon, icon};
use super::picker::PICKER;
use super::search_box::search_box;
use super::{Dispatch, act};

/// What the top of the page shows.
pub struct Top<'s> {
    /// The query as typed; `None` while there is nothing to search.
    pub query: Option<&'s str>,
    /// Searches for what is typed.
    pub typed: &'s Callback<String>,
    /// What is wrong with it.
    pub problem: Option<&'s Problem>,
    /// What the word at the caret may become.
    pub completing: &'s Completing,
    /// Whether anything was read, so that there is a report.
    pub reported: bool,
    /// The colours.
    pub theme: Theme,
    /// Goes to the next colours.
    pub next_theme: Callback<Event>,
}

/// The name of the page, the search box and the buttons that are always there.
pub fn header(top: Top<'_>, dispatch: &Dispatch) -> Html {
    let add = Callback::from(|_| {
        let _ = platform::click(PICKER);
    });
    let (glyph, name) = match top.theme {
        Theme::System => (Icon::Half, text::THEME_SYSTEM),
        Theme::Light => (Icon::Sun, text::THEME_LIGHT),
        Theme::Dark => (Icon::Moon, text::THEME_DARK),
    };
    let panel = |panel| act(dispatch, Action::Panel(Some(panel)));
    let search = top
        .query
        .map(|query| search_box(query, top.typed, top.problem, top.completing, dispatch));
    let report = top
        .reported
        .then(|| glyph_button(Icon::Report, text::REPORT, panel(Panel::Report)));
    let add = top
        .query
        .is_some()
        .then(|| glyph_button(Icon::Add, text::ADD_FILES, add));
    let buttons = el("div", "top-buttons")
        .maybe(add)
        .maybe(report)
        .put(glyph_button(Icon::Tag, text::RULES, panel(Panel::Rules)))
        .put(glyph_button(glyph, name, top.next_theme))
        .put(glyph_button(Icon::Help, text::HELP, panel(Panel::Help)));
    el("header", "top")
        .put(label("h1", "brand", text::NAME))
        .put(el("div", "search-place").maybe(search))
        .put(buttons)
        .done()
}

/// A button that shows an icon and has a name.
pub fn glyph_button(glyph: Icon, name: &'static str, run: Callback<Event>) -> El {
    press("icon-button", run).named(name).add(icon(glyph))
}
