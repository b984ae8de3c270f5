//! The editor of one rule.

use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{BuiltIn, PreviewView, Problem, RuleField};
use crate::ui::platform;
use crate::ui::state::{Action, Editing, PARTS, Saving, looks_in};
use crate::ui::text;

use super::problem_line::problem_line;
use super::rule_changes::RuleChanges;
use super::{Dispatch, act, aria_bool};

/// The DOM id of the field for a rule's name, which has the focus first.
pub const RULE_NAME: &str = "rule-Name";

/// Properties of the [`RuleEditor`].
#[derive(Clone, PartialEq, Properties)]
pub struct RuleEditorProps {
    /// The rule.
    pub editing: Editing,
    /// What it would change, as it is announced.
    pub changes: AttrValue,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// One rule: its fields, and beside them what it would change.
#[component]
pub fn RuleEditor(
    RuleEditorProps {
        editing,
        changes,
        dispatch,
    }: &RuleEditorProps,
) -> Html {
    let draft = &*editing.draft;
    let is_built_in = editing
        .preview
        .as_ref()
        .is_some_and(|preview| preview.is_built_in);
    html! {
        <>
            <div class="rule">
                <div class="rule-fields">
                    <div class="rule-tag">
                        { text_field(editing, RuleField::Name, "", dispatch) }
                        { facet_field(draft.facet, dispatch) }
                    </div>
                    <p class="rule-id hint">
                        if let Some(preview) = &editing.preview {
                            { tag_line(preview) }
                        }
                    </p>
                    <div>
                        if is_built_in || draft.built_in != BuiltIn::Keep {
                            { built_in_field(draft.built_in, dispatch) }
                        }
                    </div>
                    <div>
                        if draft.built_in != BuiltIn::Off {
                            { finding_fields(editing, dispatch) }
                        }
                    </div>
                    <Choice
                        kind="checkbox"
                        name={text::FIELD_STATUS}
                        checked={!draft.is_off}
                        onchange={typed(dispatch, RuleField::Status)}
                    />
                </div>
                <RuleChanges editing={editing.clone()} {dispatch} />
            </div>
            <p class="visually-hidden" aria-live="polite">{ changes }</p>
            <div class="rules-acts rule-save">
                // Where the fields and what they change do not stand side by side, the count goes
                // with the buttons.
                <span class="rule-summary" aria-hidden="true">{ changes }</span>
                <button type="button" class="primary" onclick={save(editing, dispatch)}>
                    { text::SAVE }
                </button>
                <button type="button" onclick={act(dispatch, Action::DropRule)}>
                    { text::BACK_TO_RULES }
                </button>
            </div>
        </>
    }
}

/// Saves the rule; where it cannot be, the field that is wrong gets the focus and the place in it
/// is selected.
fn save(editing: &Editing, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (editing, dispatch) = (editing.clone(), dispatch.clone());
    Callback::from(move |_| {
        let wrong = editing.preview.as_ref().filter(|_| editing.fits);
        if let Some((field, problem)) = wrong.and_then(|preview| preview.problems.first()) {
            let range = problem.at.range();
            let said = editing.draft.text(*field);
            let before = said.get(..range.start).unwrap_or_default();
            let within = said.get(range).unwrap_or_default();
            let _ = platform::select_in(field_id(*field), before, within);
        }
        dispatch.dispatch(Action::SaveRule);
    })
}

fn field_id(field: RuleField) -> &'static str {
    match field {
        RuleField::Words => "rule-Words",
        RuleField::Regex => "rule-Regex",
        RuleField::Not => "rule-Not",
        _ => RULE_NAME,
    }
}

/// Says what a field says now.
fn typed(dispatch: &Dispatch, field: RuleField) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let value = platform::value_of(&event);
        dispatch.dispatch(Action::Rule(field, value));
    })
}

fn facet_field(chosen: Facet, dispatch: &Dispatch) -> Html {
    html! {
        <label class="rule-field">
            <span>{ text::FIELD_FACET }</span>
            <select aria-label={text::FIELD_FACET} onchange={typed(dispatch, RuleField::Facet)}>
                for facet in Facet::TAGGED {
                    <option value={facet.name()} selected={facet == chosen}>
                        { text::facet(facet) }
                    </option>
                }
            </select>
        </label>
    }
}

fn built_in_field(chosen: BuiltIn, dispatch: &Dispatch) -> Html {
    html! {
        <fieldset class="rule-group">
            <legend>{ text::FIELD_BUILT_IN }</legend>
            for what in [BuiltIn::Keep, BuiltIn::Replace, BuiltIn::Off] {
                <Choice
                    kind="radio"
                    group="built-in"
                    name={text::built_in(what)}
                    checked={what == chosen}
                    onchange={typed(dispatch, RuleField::BuiltIn)}
                />
            }
        </fieldset>
    }
}

/// What the rule finds, and where.
fn finding_fields(editing: &Editing, dispatch: &Dispatch) -> Html {
    html! {
        <div class="rule-finding">
            { text_field(editing, RuleField::Words, text::FIELD_WORDS_HINT, dispatch) }
            { text_field(editing, RuleField::Regex, "", dispatch) }
            { text_field(editing, RuleField::Not, "", dispatch) }
            <fieldset class="rule-group">
                <legend>{ text::FIELD_PLACES }</legend>
                for part in PARTS {
                    <Choice
                        kind="checkbox"
                        name={text::part(part)}
                        checked={looks_in(&editing.draft, part)}
                        onchange={typed(dispatch, RuleField::Places)}
                    />
                }
            </fieldset>
        </div>
    }
}

/// A field of text with what is wrong in it under it. Nothing is wrong with a field that nobody has
/// written in, until the rule is to be saved.
fn text_field(
    editing: &Editing,
    field: RuleField,
    hint: &'static str,
    dispatch: &Dispatch,
) -> Html {
    let said = editing.draft.text(field);
    let id = field_id(field);
    let problem_id = AttrValue::from(format!("{id}-problem"));
    let preview = editing.preview.as_ref().filter(|_| editing.fits);
    let shown = editing.saving != Saving::Untried || !said.trim().is_empty();
    let mut problems = preview.into_iter().flat_map(|preview| &preview.problems);
    let problem = problems.find(|(of, _)| *of == field && shown);
    let invalid = aria_bool(problem.is_some());
    let oninput = typed(dispatch, field).reform(|event: InputEvent| event.into());
    let input = if field == RuleField::Name {
        html! {
            <input
                {id}
                type="text"
                value={said.to_owned()}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid={invalid}
                aria-describedby={&problem_id}
                {oninput}
            />
        }
    } else {
        // As many lines as it has, and one to write on.
        let rows = said.matches('\n').count() + 2;
        html! {
            <textarea
                {id}
                rows={rows.min(8).to_string()}
                value={said.to_owned()}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid={invalid}
                aria-describedby={&problem_id}
                {oninput}
            />
        }
    };
    html! {
        <div class="rule-field">
            <label for={id}>{ text::rule_field(field) }</label>
            { input }
            <p class="rule-problem" id={problem_id} aria-live="polite">
                if let Some((_, problem)) = problem {
                    { wrong_line(said, problem) }
                } else if !hint.is_empty() {
                    <span class="hint">{ hint }</span>
                }
            </p>
        </div>
    }
}

fn wrong_line(said: &str, problem: &Problem) -> Html {
    let (line, problem) = line_of(said, problem);
    problem_line(line, &problem)
}

/// The line that a problem is in, and the problem in that line.
fn line_of<'t>(text: &'t str, problem: &Problem) -> (&'t str, Problem) {
    let range = problem.at.range();
    let before = text.get(..range.start).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..).unwrap_or_default();
    let line = line.split('\n').next().unwrap_or_default();
    let at = crate::core::text::Span::new(range.start - start, range.end - start);
    let message = problem.message.clone();
    (line, Problem { at, message })
}

/// Properties of a [`Choice`].
#[derive(Clone, PartialEq, Properties)]
struct ChoiceProps {
    /// The type of the input.
    kind: &'static str,
    /// The group of a radio button.
    #[prop_or_default]
    group: Option<&'static str>,
    name: &'static str,
    checked: bool,
    onchange: Callback<Event>,
}

/// A check box or a radio button with its label.
#[component]
fn Choice(props: &ChoiceProps) -> Html {
    html! {
        <label class="choice">
            <input
                type={props.kind}
                name={props.group}
                value={props.name}
                checked={props.checked}
                onchange={&props.onchange}
            />
            { " " }
            { props.name }
        </label>
    }
}

/// What the tag is called in a query, and how many papers have it.
fn tag_line(preview: &PreviewView) -> Html {
    let Some(tag) = &preview.tag else {
        return Html::default();
    };
    let kind = match (preview.is_built_in, preview.papers) {
        (true, _) => Some(text::BUILT_IN_TAG),
        (false, 0) => Some(text::NEW_TAG),
        (false, _) => None,
    };
    html! {
        <span>
            <code>{ text::tag_id(tag.facet.name(), &tag.id) }</code>
            { " · " }
            if let Some(kind) = kind {
                { kind }
                { " · " }
            }
            { text::papers_have(preview.papers) }
        </span>
    }
}
