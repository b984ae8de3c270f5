//! The header: name, search box and the buttons that are always there.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Problem;
use crate::ui::hooks::Theme;
use crate::ui::platform;
use crate::ui::state::{Action, Completing, Panel};
use crate::ui::text;

use super::hint::Hint;
use super::icon::Icon;
use super::icon_button::IconButton;
use super::picker::PICKER;
use super::search_box::SearchBox;
use super::{Dispatch, act};

/// Properties of the [`Header`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// The query as typed; `None` while there is nothing to search.
    pub query: Option<AttrValue>,
    /// Searches for what is typed.
    pub typed: Callback<(String, bool)>,
    /// How many papers are found.
    pub count: AttrValue,
    /// What is wrong with the query.
    pub problem: Option<Rc<Problem>>,
    /// What the word at the caret may become.
    pub completing: Completing,
    /// Whether there are hits to go to.
    pub has_hits: bool,
    /// Whether anything was read, so that there is a report.
    pub reported: bool,
    /// The colours.
    pub theme: Theme,
    /// Goes to the next colours.
    pub next_theme: Callback<()>,
    /// The keys in force.
    pub hint: Hint,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The name of the page, the search box and the buttons that are always there.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let add = |_| {
        let _ = platform::click(PICKER);
    };
    let (theme, theme_name) = match props.theme {
        Theme::System => (Icon::Half, text::THEME_SYSTEM),
        Theme::Light => (Icon::Sun, text::THEME_LIGHT),
        Theme::Dark => (Icon::Moon, text::THEME_DARK),
    };
    let hint = &props.hint;
    let open = |panel| act(&props.dispatch, Action::Panel(Some(panel)));
    html! {
        <header class="top">
            <h1 class="brand">{ text::NAME }</h1>
            <div class="search-place">
                if let Some(query) = &props.query {
                    <SearchBox
                        {query}
                        typed={&props.typed}
                        count={&props.count}
                        problem={props.problem.clone()}
                        completing={props.completing.clone()}
                        has_hits={props.has_hits}
                        dispatch={&props.dispatch}
                    />
                }
            </div>
            <div class="top-buttons">
                if props.query.is_some() {
                    <IconButton icon={Icon::Add} name={text::ADD_FILES} onclick={add} />
                }
                if props.reported {
                    <IconButton
                        icon={Icon::Report}
                        name={text::REPORT}
                        onclick={open(Panel::Report)}
                    />
                }
                <IconButton
                    icon={Icon::Kept}
                    name={text::KEPT}
                    word={text::KEPT}
                    onclick={open(Panel::Kept)}
                />
                <IconButton icon={Icon::Tag} name={text::RULES} onclick={open(Panel::Rules)} />
                <IconButton
                    icon={theme}
                    name={theme_name}
                    onclick={props.next_theme.reform(|_| ())}
                />
                <IconButton
                    icon={Icon::Help}
                    name={text::HELP}
                    hint={hint.of(text::HELP, "help")}
                    onclick={open(Panel::Help)}
                />
            </div>
        </header>
    }
}
