use web_sys::Event;
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{BuiltIn, ChangeView, Draft, PreviewView, Problem, RuleField};
use crate::ui::platform;
use crate::ui::state::{Action, Editing, PARTS, Saving, looks_in};
use crate::ui::text;

use super::el::{El, When, button, el, label, list, press, truth};
use super::search_box::problem_line;
use super::{Dispatch, act};

/// The DOM id of the field for a rule's name, which has the focus first.
pub const RULE_NAME: &str = "rule-Name";

/// One rule: its fields, and beside them what it would change.
pub fn rule(editing: &Editing, changes: &str, dispatch: &Dispatch) -> Html {
    let draft = &*editing.draft;
    let preview = editing.preview.as_deref();
    let is_built_in = preview.is_some_and(|preview| preview.is_built_in);
    let finds = draft.built_in != BuiltIn::Off;
    let field = |field: RuleField, hint: &'static str| text_field(editing, field, hint, dispatch);
    let mut facets = el("select", "")
        .with("aria-label", text::FIELD_FACET)
        .on(When::Change, typed(dispatch, RuleField::Facet));
    for facet in Facet::TAGGED {
        let option = label("option", "", text::facet(facet)).with("value", facet.name());
        facets = facets.put(option.flag("selected", facet == draft.facet));
    }
    let facets = el("label", "rule-field")
        .put(label("span", "", text::FIELD_FACET))
        .put(facets);
    let mut fields = el("div", "rule-fields").put(
        el("div", "rule-tag")
            .put(field(RuleField::Name, ""))
            .put(facets),
    );
    fields = fields.put(el("p", "rule-id hint").maybe(preview.and_then(tag_line)));
    let built_in = (is_built_in || draft.built_in != BuiltIn::Keep).then(|| {
        let all = [BuiltIn::Keep, BuiltIn::Replace, BuiltIn::Off];
        let mut group = group(text::FIELD_BUILT_IN);
        for what in all {
            group = group.put(choice(
                "radio",
                RuleField::BuiltIn,
                text::built_in(what),
                what == draft.built_in,
                dispatch,
            ));
        }
        group
    });
    fields = fields.put(el("div", "").maybe(built_in));
    let finding = finds.then(|| {
        let mut places = group(text::FIELD_PLACES);
        for part in PARTS {
            let is = looks_in(draft, part);
            places = places.put(choice(
                "checkbox",
                RuleField::Places,
                text::part(part),
                is,
                dispatch,
            ));
        }
        el("div", "rule-finding")
            .put(field(RuleField::Words, text::FIELD_WORDS_HINT))
            .put(field(RuleField::Regex, ""))
            .put(field(RuleField::Not, ""))
            .put(places)
    });
    fields = fields.put(el("div", "").maybe(finding)).put(choice(
        "checkbox",
        RuleField::Status,
        text::FIELD_STATUS,
        !draft.is_off,
        dispatch,
    ));
    // Where the fields and what they change do not stand side by side, the count goes with the buttons.
    let summary = el("span", "rule-summary")
        .with("aria-hidden", "true")
        .text(changes.to_owned());
    let acts = el("div", "rules-acts rule-save")
        .put(summary)
        .put(button("primary", text::SAVE, save(editing, dispatch)))
        .put(button(
            "",
            text::BACK_TO_RULES,
            act(dispatch, Action::DropRule),
        ));
    let shown = el("div", "rule")
        .put(fields)
        .put(what_changes(editing, dispatch));
    list(vec![
        shown.done(),
        el("p", "visually-hidden")
            .with("aria-live", "polite")
            .text(changes.to_owned())
            .done(),
        acts.done(),
    ])
}

/// Saves the rule; where it cannot be, the field that is wrong gets the focus and the place in it is selected.
fn save(editing: &Editing, dispatch: &Dispatch) -> Callback<Event> {
    let (editing, dispatch) = (editing.clone(), dispatch.clone());
    Callback::from(move |_| {
        let wrong = editing.preview.as_ref().filter(|_| editing.fits);
        if let Some((field, problem)) = wrong.and_then(|preview| preview.problems.first()) {
            let range = problem.at.range();
            let said = editing.draft.text(*field);
            let before = said.get(..range.start).unwrap_or_default();
            let within = said.get(range).unwrap_or_default();
            let _ = platform::select_in(&field_id(*field), before, within);
        }
        dispatch.dispatch(Action::SaveRule);
    })
}

fn field_id(field: RuleField) -> String {
    let name = match field {
        RuleField::Words => "Words",
        RuleField::Regex => "Regex",
        RuleField::Not => "Not",
        _ => return RULE_NAME.to_owned(),
    };
    ["rule-", name].concat()
}

/// Says what a field says now.
fn typed(dispatch: &Dispatch, field: RuleField) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        let value = platform::value_of(&event);
        dispatch.dispatch(Action::Rule(field, value));
    })
}

/// A field of text with what is wrong in it under it. Nothing is wrong with a field that nobody has written in, until the rule is to be saved.
fn text_field(editing: &Editing, field: RuleField, hint: &'static str, dispatch: &Dispatch) -> El {
    let said = editing.draft.text(field);
    let id = field_id(field);
    let problem_id = [&id, "-problem"].concat();
    let is_line = field == RuleField::Name;
    let preview = editing.preview.as_ref().filter(|_| editing.fits);
    let shown = editing.saving != Saving::Untried || !said.trim().is_empty();
    let mut problems = preview.into_iter().flat_map(|preview| &preview.problems);
    let problem = problems.find(|(of, _)| *of == field && shown);
    let mut input = if is_line {
        el("input", "").with("type", "text")
    } else {
        // As many lines as it has, and one to write on.
        let rows = said.matches('\n').count() + 2;
        el("textarea", "").with("rows", rows.min(8).to_string())
    };
    for (name, value) in [
        ("autocomplete", "off"),
        ("autocapitalize", "none"),
        ("spellcheck", "false"),
        ("aria-invalid", truth(problem.is_some())),
    ] {
        input = input.with(name, value);
    }
    let input = input
        .value(said.to_owned().into())
        .with("id", id.clone())
        .with("aria-describedby", problem_id.clone())
        .on(When::Input, typed(dispatch, field));
    let mut wrong = el("p", "rule-problem")
        .with("id", problem_id)
        .with("aria-live", "polite");
    if let Some((_, problem)) = problem {
        let (line, problem) = line_of(said, problem);
        wrong = problem_line(wrong, line, &problem);
    } else if !hint.is_empty() {
        wrong = wrong.put(label("span", "hint", hint));
    }
    let name = label("label", "", text::rule_field(field)).with("for", id);
    el("div", "rule-field").put(name).put(input).put(wrong)
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

fn group(name: &'static str) -> El {
    el("fieldset", "rule-group").put(label("legend", "", name))
}

fn choice(
    kind: &'static str,
    field: RuleField,
    name: &'static str,
    is: bool,
    dispatch: &Dispatch,
) -> El {
    let input = el("input", "")
        .with("type", kind)
        .value(name.into())
        .checked(is)
        .on(When::Change, typed(dispatch, field));
    let input = if kind == "radio" {
        input.with("name", "built-in")
    } else {
        input
    };
    el("label", "choice").put(input).text(" ").text(name)
}

/// What the tag is called in a query, and how many papers have it.
fn tag_line(preview: &PreviewView) -> Option<El> {
    let tag = preview.tag.as_ref()?;
    let id = text::tag_id(tag.facet.name(), &tag.id);
    let kind = match (preview.is_built_in, preview.papers) {
        (true, _) => Some(text::BUILT_IN_TAG),
        (false, 0) => Some(text::NEW_TAG),
        (false, _) => None,
    };
    let line = el("span", "").put(el("code", "").text(id)).text(" · ");
    let line = match kind {
        Some(kind) => line.text(kind).text(" · "),
        None => line,
    };
    Some(line.text(text::papers_have(preview.papers)))
}

/// How many papers gain and lose a tag, and some of them.
fn what_changes(editing: &Editing, dispatch: &Dispatch) -> El {
    let pane = el("section", "rule-changes")
        .with("aria-label", text::PREVIEW)
        .with("aria-busy", truth(!editing.fits))
        .put(label("h3", "", text::PREVIEW));
    let Some(preview) = editing
        .preview
        .as_deref()
        .filter(|one| one.problems.is_empty())
    else {
        return pane.put(label("p", "hint", text::SAVE_HINT));
    };
    let is_all = preview.done >= preview.of;
    let progress = (!is_all).then(|| {
        el("progress", "")
            .with("max", preview.of.to_string())
            .with("value", preview.done.to_string())
            .with("aria-label", text::looked_at(preview.done, preview.of))
    });
    let mut all = el("div", "");
    for change in &preview.changes {
        all = all.put(one_change(
            change,
            is_own(change, preview, &editing.draft),
            dispatch,
        ));
    }
    let nothing =
        (is_all && preview.changes.is_empty()).then(|| label("p", "", text::NOTHING_CHANGES));
    pane.put(el("div", "rule-progress").maybe(progress))
        .put(all)
        .put(el("div", "").maybe(nothing))
}

/// Whether a change is one of the tag that the draft is about.
fn is_own(change: &ChangeView, preview: &PreviewView, draft: &Draft) -> bool {
    let id = preview.tag.as_ref().map(|tag| tag.id.as_str());
    change.tag.facet == draft.facet && Some(change.tag.id.as_str()) == id
}

fn one_change(change: &ChangeView, is_own: bool, dispatch: &Dispatch) -> El {
    let mut shown =
        el("div", "rule-change").put(el("p", "rule-count").text(text::change(change, !is_own)));
    for (name, count, papers) in [
        (text::GAIN, change.gained, &change.gains),
        (text::LOSE, change.lost, &change.losses),
    ] {
        if papers.is_empty() {
            continue;
        }
        let is_all = papers.len() >= count as usize;
        let mut some = el("ul", "rule-papers").with("aria-label", name);
        for (id, title) in papers {
            let title = if title.is_empty() { id } else { title };
            let open = press("link", act(dispatch, Action::Peek(id.clone())));
            some = some.put(el("li", "").put(open.text(text::short(title).into_owned())));
        }
        let more = if is_all { "" } else { text::AMONG_OTHERS };
        shown = shown.put(label("p", "hint", name).text(more)).put(some);
    }
    shown
}
