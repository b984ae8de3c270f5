//! The list of the reader's own rules.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{Draft, OwnEdit, OwnView, RuleView};
use crate::ui::fast::ByAddress;
use crate::ui::input::Input;
use crate::ui::platform;
use crate::ui::state::{Action, Aside, Said, Undo};
use crate::ui::text;

use super::asides::WaysOut;
use super::icon::Icon;
use super::icon_button::IconButton;
use super::more_button::MoreButton;
use super::own_tags::OwnTags;
use super::picker::reads_chosen;
use super::said_bar::SaidBar;
use super::undo_bar::UndoBar;
use super::{Dispatch, act};

/// The DOM id of the button for a new rule, which takes the focus of what is gone.
pub const NEW_RULE: &str = "new-rule";

/// How many rules are shown at once: each has twenty elements.
const PAGE: usize = 40;

/// Properties of the [`RuleList`].
#[derive(Clone, PartialEq, Properties)]
pub struct RuleListProps {
    /// The rules.
    pub own: ByAddress<OwnView>,
    /// Whether the browser keeps them.
    pub kept: bool,
    /// Rules that were kept once and could not be used.
    pub aside: Option<Aside>,
    /// A rule that was written and not saved, while it can be had back.
    pub undo: Option<Rc<Undo>>,
    /// What was done last.
    pub said: Option<Rc<Said>>,
    /// Reads something.
    pub read: Callback<Input>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The reader's own rules, and ways to make, import and export them.
#[component]
pub fn RuleList(props: &RuleListProps) -> Html {
    let RuleListProps { own, dispatch, .. } = props;
    let new = Action::EditRule(None, Draft::default().into());
    html! {
        <>
            <div class="rules-acts">
                <button
                    type="button"
                    class="primary"
                    id={NEW_RULE}
                    data-first="true"
                    onclick={act(dispatch, new)}
                >
                    { text::NEW_RULE }
                </button>
                <label class="button">
                    { text::IMPORT }
                    <input
                        class="visually-hidden"
                        type="file"
                        accept=".toml,.txt"
                        aria-label={text::IMPORT_LABEL}
                        onchange={reads_chosen(&props.read)}
                    />
                </label>
                if !own.text.is_empty() {
                    <Export {own} />
                }
                if let Some(aside) = props.aside.clone() {
                    <WaysOut {aside} {dispatch} />
                }
            </div>
            <div class="rules-undo">
                if props.undo.is_some() {
                    <UndoBar {dispatch} />
                }
                <SaidBar said={props.said.clone()} {dispatch} />
            </div>
            <div>
                if own.rules.is_empty() {
                    <p class="rules-none">{ text::NO_RULES }</p>
                }
            </div>
            <Lines {own} {dispatch} />
            <div>
                if !own.tags.is_empty() {
                    <OwnTags {own} {dispatch} />
                }
            </div>
            if props.kept {
                <p class="hint">{ text::RULES_HINT }</p>
            } else {
                <p class="rules-unkept" role="alert">{ text::NOT_KEPT }</p>
            }
        </>
    }
}

/// Properties of [`Export`].
#[derive(Clone, PartialEq, Properties)]
struct ExportProps {
    own: ByAddress<OwnView>,
}

/// A link that saves all rules as a file. It is a component so that it is drawn again only when
/// they changed, for its address has all of them.
#[component]
fn Export(ExportProps { own }: &ExportProps) -> Html {
    html! {
        <a
            class="button"
            href={platform::text_as_address(&own.text)}
            download={text::RULES_FILE}
        >
            { text::EXPORT }
        </a>
    }
}

/// Properties of [`Lines`].
#[derive(Clone, PartialEq, Properties)]
struct LinesProps {
    own: ByAddress<OwnView>,
    dispatch: Dispatch,
}

/// The rules, a page more with each click.
#[component]
fn Lines(LinesProps { own, dispatch }: &LinesProps) -> Html {
    let pages = use_state_eq(|| 1);
    let shown = own.rules.len().min(PAGE * *pages);
    html! {
        <>
            <ol class="rules-list" aria-label={text::RULES}>
                for (at, rule) in (0_u32..).zip(&own.rules).take(shown) {
                    { line(at, at as usize + 1 == own.rules.len(), rule, dispatch) }
                }
            </ol>
            <p><MoreButton {pages} left={own.rules.len() - shown} /></p>
        </>
    }
}

fn line(at: u32, is_last: bool, rule: &RuleView, dispatch: &Dispatch) -> Html {
    let RuleView { tag, draft } = rule;
    let name = &tag.label;
    let what = text::rule_line(&draft.words, &draft.regex, draft.built_in);
    let edit = Action::EditRule(Some(at), draft.clone().into());
    let step = |by: i32, icon, idle: bool| {
        let dispatch = dispatch.clone();
        let onclick = move |_| {
            dispatch.dispatch(Action::Own(OwnEdit::Move(at, by)));
            // The focus goes along.
            let _ = platform::focus(&step_id(at.saturating_add_signed(by), by));
        };
        html! {
            <IconButton
                {icon}
                name={text::move_rule(name, by)}
                id={step_id(at, by)}
                {idle}
                {onclick}
            />
        }
    };
    html! {
        <li class={classes!("rule-line", draft.is_off.then_some("off"))}>
            <input
                type="checkbox"
                aria-label={text::use_rule(name)}
                checked={!draft.is_off}
                onchange={act(dispatch, Action::Own(OwnEdit::Switch(at, draft.is_off)))}
            />
            <div class="rule-said">
                <p>
                    <strong>{ text::short(name) }</strong>
                    { " " }
                    <span class="rule-facet">{ text::facet(tag.facet) }</span>
                </p>
                <p class="rule-words">{ text::short(&what) }</p>
            </div>
            { step(-1, Icon::Previous, at == 0) }
            { step(1, Icon::Next, is_last) }
            <button
                type="button"
                aria-label={text::edit_rule(name)}
                onclick={act(dispatch, edit)}
            >
                { text::EDIT }
            </button>
            <button
                type="button"
                aria-label={text::delete_rule(name)}
                onclick={act(dispatch, Action::Own(OwnEdit::Delete(at)))}
            >
                { text::DELETE }
            </button>
        </li>
    }
}

/// The DOM id of the button that moves the rule of this number.
fn step_id(at: u32, by: i32) -> String {
    let way = if by < 0 { "up" } else { "down" };
    format!("rule-{way}-{at}")
}
