use yew::prelude::*;

use crate::protocol::Problem;
use crate::ui::hooks::Theme;
use crate::ui::platform;
use crate::ui::state::{Action, Panel};
use crate::ui::text;

use super::icon::{Icon, icon};
use super::picker::PICKER;
use super::search_box::search_box;
use super::{Dispatch, act};

/// What the top of the page shows.
pub struct Top<'s> {
    /// The query as typed; `None` while there is nothing to search.
    pub query: Option<&'s str>,
    /// What is wrong with it.
    pub problem: Option<&'s Problem>,
    /// Whether anything was read, so that there is a report.
    pub reported: bool,
    /// The colours.
    pub theme: Theme,
    /// Goes to the next colours.
    pub next_theme: &'s Callback<()>,
}

/// The name of the page, the search box and the buttons that are always there.
pub fn header(top: &Top<'_>, dispatch: &Dispatch) -> Html {
    let add = Callback::from(|_: MouseEvent| {
        let _ = platform::click(PICKER);
    });
    let (glyph, name) = match top.theme {
        Theme::System => (Icon::Half, text::THEME_SYSTEM),
        Theme::Light => (Icon::Sun, text::THEME_LIGHT),
        Theme::Dark => (Icon::Moon, text::THEME_DARK),
    };
    html! {
        <header class="top">
            <h1 class="brand">{ text::NAME }</h1>
            <div class="search-place">
                if let Some(query) = top.query {
                    { search_box(query, top.problem, dispatch) }
                }
            </div>
            <div class="top-buttons">
                if top.query.is_some() {
                    { button(Icon::Add, text::ADD_FILES, add) }
                }
                if top.reported {
                    { button(Icon::Report, text::REPORT, act(dispatch, Action::Panel(Some(Panel::Report)))) }
                }
                { button(glyph, name, top.next_theme.reform(|_: MouseEvent| ())) }
                { button(Icon::Help, text::HELP, act(dispatch, Action::Panel(Some(Panel::Help)))) }
            </div>
        </header>
    }
}

fn button(glyph: Icon, name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={name} title={name} {onclick}>{ icon(glyph) }</button>
    }
}
