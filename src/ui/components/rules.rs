use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;

use crate::protocol::{Draft, OwnEdit, RuleView, Tagging};
use crate::ui::kept;
use crate::ui::platform;
use crate::ui::state::{Action, Aside, Rules, Undo};
use crate::ui::supervisor::Input;
use crate::ui::text;

use super::asides::ways_out;
use super::el::{El, When, button, classes, el, label, list, truth};
use super::header::glyph_button;
use super::icon::Icon;
use super::part::{ByPlace, long, more, part};
use super::picker::chosen;
use super::rule::rule;
use super::{Dispatch, act};

/// The DOM id of the button for a new rule, which takes the focus of what is gone.
pub const NEW_RULE: &str = "new-rule";

/// How many rules are shown at once: each has twenty elements.
const PAGE: usize = 40;

/// The reader's own rules: the list of them, or the one in the editor. `kept` is whether the browser keeps them; `changes` is what the one in the editor would change, as it
/// is announced; `asides` may have rules that were kept once.
pub fn rules(
    rules: &Rules,
    kept: bool,
    changes: &str,
    asides: &[Aside],
    read: &Callback<Input>,
    dispatch: &Dispatch,
) -> Html {
    if let Some(editing) = &rules.editing {
        return rule(editing, changes, dispatch);
    }
    let own = &rules.own;
    let old = asides.iter().rfind(|aside| aside.name == kept::RULES);
    let new = act(dispatch, Action::EditRule(None, Draft::default().into()));
    let acts = el("div", "rules-acts")
        .put(button("primary", text::NEW_RULE, new).with("id", NEW_RULE))
        .put(import(read))
        .add(if own.text.is_empty() {
            Html::default()
        } else {
            let own = Rc::clone(own);
            part(ByPlace(Rc::clone(&rules.own)), move || {
                export(&own.text).done()
            })
        })
        .add(old.map(|old| ways_out(old, dispatch)).unwrap_or_default());
    let undo = rules.undo.as_ref().map(|undo| undo_bar(undo, dispatch));
    let lines = {
        let (own, dispatch) = (Rc::clone(own), dispatch.clone());
        long(ByPlace(Rc::clone(&rules.own)), move |pages| {
            let mut lines = el("ol", "rules-list").with("aria-label", text::RULES);
            let last = own.rules.len().saturating_sub(1);
            let shown = own.rules.len().min(PAGE * **pages);
            for (at, rule) in own.rules.iter().take(shown).enumerate() {
                lines = lines.put(line(at, at == last, rule, &dispatch));
            }
            let more = more(pages, own.rules.len() - shown);
            list(vec![lines.done(), el("p", "").maybe(more).done()])
        })
    };
    let none = own
        .rules
        .is_empty()
        .then(|| label("p", "rules-none", text::NO_RULES));
    let hint = if kept {
        label("p", "hint", text::RULES_HINT)
    } else {
        label("p", "rules-unkept", text::NOT_KEPT).with("role", "alert")
    };
    list(vec![
        acts.done(),
        el("div", "rules-undo").maybe(undo).done(),
        el("div", "").maybe(none).done(),
        lines,
        hint.done(),
    ])
}

fn line(at: usize, is_last: bool, rule: &RuleView, dispatch: &Dispatch) -> El {
    let number = u32::try_from(at).unwrap_or(u32::MAX);
    let RuleView { tag, draft } = rule;
    let name = &tag.label;
    let own = |edit| act(dispatch, Action::Own(edit));
    let used = el("input", "")
        .with("type", "checkbox")
        .with("aria-label", text::use_rule(name))
        .checked(!draft.is_off)
        .on(When::Change, own(OwnEdit::Switch(number, draft.is_off)));
    let what = text::rule_line(&draft.words, &draft.regex, draft.built_in);
    let said = el("div", "rule-said")
        .put(
            el("p", "")
                .put(el("strong", "").text(text::short(name).into_owned()))
                .text(" ")
                .put(label("span", "rule-facet", text::facet(tag.facet))),
        )
        .put(el("p", "rule-words").text(text::short(&what).into_owned()));
    let edit = Action::EditRule(Some(number), draft.clone().into());
    let step = |by: i32, glyph, is_end: bool| {
        let dispatch = dispatch.clone();
        let run = Callback::from(move |_: Event| {
            dispatch.dispatch(Action::Own(OwnEdit::Move(number, by)));
            // The focus goes along.
            let _ = platform::focus(&step_id(number.saturating_add_signed(by), by));
        });
        glyph_button(glyph, "", run)
            .named(text::move_rule(name, by))
            .with("id", step_id(number, by))
            .with("aria-disabled", truth(is_end))
    };
    let class = classes(&[("rule-line", true), ("off", draft.is_off)]);
    el("li", "")
        .with("class", class)
        .put(used)
        .put(said)
        .put(step(-1, Icon::Previous, at == 0))
        .put(step(1, Icon::Next, is_last))
        .put(button("", text::EDIT, act(dispatch, edit)).with("aria-label", text::edit_rule(name)))
        .put(
            button("", text::DELETE, own(OwnEdit::Delete(number)))
                .with("aria-label", text::delete_rule(name)),
        )
}

/// The DOM id of the button that moves the rule of this number.
fn step_id(at: u32, by: i32) -> String {
    let way = if by < 0 { "rule-up-" } else { "rule-down-" };
    [way, &at.to_string()].concat()
}

fn import(read: &Callback<Input>) -> El {
    let read = read.clone();
    let onchange = Callback::from(move |event: Event| {
        let files = chosen(&event);
        if !files.is_empty() {
            read.emit(Input::Files(files));
        }
    });
    let input = el("input", "visually-hidden")
        .with("type", "file")
        .with("accept", ".toml,.txt")
        .with("aria-label", text::IMPORT_LABEL)
        .on(When::Change, onchange);
    el("label", "button").text(text::IMPORT).put(input)
}

/// A link that saves all rules as a file. It is made anew only when they are others, for its address has all of them.
fn export(content: &str) -> El {
    label("a", "button", text::EXPORT)
        .with("href", platform::text_as_address(content))
        .with("download", text::RULES_FILE)
}

/// Says what was done last, with a way back.
pub fn undo_bar(undo: &Undo, dispatch: &Dispatch) -> El {
    el("div", "bar toast undo")
        .put(
            el("p", "notice-text")
                .with("aria-live", "polite")
                .text(undo.said.clone()),
        )
        .put(button("", text::UNDO, act(dispatch, Action::Undo)))
        .put(glyph_button(
            Icon::Close,
            text::DISMISS,
            act(dispatch, Action::DismissUndo),
        ))
}

/// What there is to say of rules beside the page: papers that are being tagged, a rule that is not saved, a change that can be taken back.
pub fn rules_bars(
    rules: &Rules,
    is_open: bool,
    cancel: &Callback<()>,
    dispatch: &Dispatch,
) -> Html {
    let tagging = rules
        .tagging
        .map(|tagging| bar_of(tagging, cancel).key("tagging"));
    let unsaved = rules.editing.as_ref().filter(|_| !is_open).map(|editing| {
        let on = Action::EditRule(editing.at, editing.draft.clone());
        el("div", "bar unsaved")
            .key("unsaved")
            .put(label("p", "notice-text", text::UNSAVED))
            .put(button("", text::EDIT_ON, act(dispatch, on)))
            .put(button("", text::DISCARD, act(dispatch, Action::DropRule)))
    });
    let undo = rules.undo.as_ref().filter(|_| !is_open);
    let undo = undo.map(|undo| undo_bar(undo, dispatch));
    list(vec![
        el("div", "").maybe(tagging).done(),
        el("div", "").maybe(unsaved).done(),
        el("div", "").maybe(undo).done(),
    ])
}

fn bar_of(tagging: Tagging, cancel: &Callback<()>) -> El {
    let cancel = cancel.clone();
    let stop = Callback::from(move |_: Event| cancel.emit(()));
    let part = el("progress", "")
        .with("max", tagging.of.to_string())
        .with("value", tagging.done.to_string())
        .with("aria-label", text::TAGGING);
    el("div", "bar progress")
        .put(label("span", "progress-file", text::TAGGING))
        .put(part)
        .put(el("span", "progress-counts").text(text::looked_at(tagging.done, tagging.of)))
        .put(button("", text::CANCEL, stop))
}
