use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Problem;
use crate::ui::hooks::Theme;
use crate::ui::platform;
use crate::ui::state::{Action, Panel};
use crate::ui::text;

use super::Dispatch;
use super::icon::{Icon, icon};
use super::picker::PICKER;
use super::search_box::SearchBox;

/// The top of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// Whether there is something to search.
    pub searchable: bool,
    /// The query as typed.
    pub text: AttrValue,
    /// What is wrong with it.
    pub problem: Option<Rc<Problem>>,
    /// Whether anything was read, so that there is a report.
    pub reported: bool,
    /// The colours.
    pub theme: Theme,
    /// Goes to the next colours.
    pub next_theme: Callback<()>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The name of the page, the search box and the buttons that are always there.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let panel = |panel: Panel| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Panel(Some(panel))))
    };
    let add = Callback::from(|_: MouseEvent| {
        let _ = platform::click(PICKER);
    });
    let (glyph, name) = match props.theme {
        Theme::System => (Icon::Half, text::THEME_SYSTEM),
        Theme::Light => (Icon::Sun, text::THEME_LIGHT),
        Theme::Dark => (Icon::Moon, text::THEME_DARK),
    };
    html! {
        <header class="top">
            <h1 class="brand">{ text::NAME }</h1>
            <div class="search-place">
            if props.searchable {
                <SearchBox text={&props.text} problem={props.problem.clone()} dispatch={&props.dispatch} />
            }
            </div>
            <div class="top-buttons">
                if props.searchable {
                    { button(Icon::Add, text::ADD_FILES, add) }
                }
                if props.reported {
                    { button(Icon::Report, text::REPORT, panel(Panel::Report)) }
                }
                { button(glyph, name, props.next_theme.reform(|_: MouseEvent| ())) }
                { button(Icon::Help, text::HELP, panel(Panel::Help)) }
            </div>
        </header>
    }
}

fn button(glyph: Icon, name: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={name} title={name} {onclick}>{ icon(glyph) }</button>
    }
}
