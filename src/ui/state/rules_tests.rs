//! What happens to the rules, act by act.

use super::rules::Before;
use super::tests::heard;
use super::*;
use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{
    Draft, FileReport, Loaded, OwnEdit, OwnView, PreviewView, RuleField, RuleView, TagView,
};

fn tag(id: &str) -> TagView {
    TagView {
        facet: Facet::Task,
        id: id.into(),
        label: id.to_uppercase(),
    }
}

fn told(text: &str, ids: &[&str], changed: bool) -> Action {
    let rule = |id: &&str| RuleView {
        tag: tag(id),
        draft: Draft {
            name: id.to_uppercase(),
            words: "x".into(),
            ..Draft::default()
        },
    };
    heard(Response::Own(OwnView {
        rules: ids.iter().map(rule).collect(),
        by_hand: 0,
        text: text.into(),
        changed,
    }))
}

fn preview(problems: usize) -> Action {
    let at = crate::core::text::Span::default();
    let message = String::new();
    let problem = (RuleField::Words, Problem { at, message });
    heard(Response::Preview {
        seq: 1,
        preview: PreviewView {
            problems: vec![problem; problems],
            ..PreviewView::default()
        },
    })
}

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let mut state = State::new(Place::default());
    for action in actions {
        state.apply(action);
    }
    state
}

fn typed(words: &str) -> Action {
    Action::Rule(RuleField::Words, words.into())
}

#[test]
fn a_rule_is_saved_when_the_worker_says_that_it_can_be() {
    let draft = || Action::EditRule(None, Draft::default().into());
    let mut state = after([draft(), typed("x"), Action::SaveRule]);
    assert_eq!(state.panel, Some(Panel::Rules));
    assert!(state.rules.asked.is_empty(), "nobody knows yet");
    state.apply(preview(1));
    assert!(
        state
            .rules
            .editing
            .as_ref()
            .is_some_and(|one| one.saving == Saving::Refused)
    );
    state.apply(typed("xy"));
    state.apply(Action::SaveRule);
    state.apply(preview(0));
    assert_eq!((state.panel, &state.rules.editing), (None, &None));
    let [(1, OwnEdit::Save(None, saved))] = &state.rules.asked[..] else {
        panic!("{:?}", state.rules.asked)
    };
    assert_eq!(saved.words, "xy");

    // From the list one comes back to the list.
    let list = Action::Panel(Some(Panel::Rules));
    let saved = after([list, draft(), typed("x"), preview(0), Action::SaveRule]);
    assert_eq!(saved.panel, Some(Panel::Rules));
    assert!(saved.rules.editing.is_none());
    // And typing after a preview makes it one of something else.
    let typing = after([draft(), preview(0), typed("x"), Action::SaveRule]);
    assert!(typing.rules.asked.is_empty());
}

#[test]
fn a_tag_leads_to_its_rule_or_to_a_new_one() {
    let state = after([
        told("a", &["slam", "pose"], false),
        Action::EditTag(tag("pose")),
    ]);
    let editing = state.rules.editing.expect("the editor");
    assert_eq!((editing.at, editing.draft.name.as_str()), (Some(1), "POSE"));
    let state = after([told("a", &["slam"], false), Action::EditTag(tag("flow"))]);
    let editing = state.rules.editing.expect("the editor");
    assert_eq!((editing.at, editing.draft.name.as_str()), (None, "FLOW"));
}

#[test]
fn the_last_change_can_be_taken_back() {
    let delete = Action::Own(OwnEdit::Delete(0));
    let mut state = after([told("before", &["slam"], false), delete]);
    assert_eq!(
        state.rules.undo.as_ref().map(|undo| undo.said.as_str()),
        Some("Deleted the rule SLAM.")
    );
    state.apply(told("after", &[], true));
    assert_eq!(state.library, 1, "papers have other tags");
    state.apply(Action::Undo);
    let last = state.rules.asked.last().map(|(_, edit)| edit.clone());
    assert_eq!(last, Some(OwnEdit::All("before".into())));
    assert_eq!(state.rules.undo, None);
}

#[test]
fn what_was_written_and_not_saved_can_be_had_back() {
    let new = || Action::EditRule(None, Draft::default().into());
    let mut state = after([new(), typed("x"), Action::DropRule]);
    assert_eq!((state.panel, &state.rules.editing), (None, &None));
    state.apply(Action::Undo);
    let draft = |state: &State| state.rules.editing.as_ref().map(|one| one.draft.clone());
    assert_eq!(
        draft(&state).map(|draft| draft.words.clone()),
        Some("x".into())
    );
    assert_eq!(state.panel, Some(Panel::Rules));
    assert!(state.rules.asked.is_empty());
    // So can what another rule took the place of; nothing was lost with one that nobody wrote in.
    let other = after([new(), typed("x"), Action::EditTag(tag("slam"))]);
    assert!(other.rules.undo.is_some());
    let untouched = after([new(), Action::EditTag(tag("slam")), Action::DropRule]);
    assert_eq!(untouched.rules.undo, None);
}

#[test]
fn rules_taken_over_from_a_file_say_so_and_can_be_taken_back() {
    let report = |rules, problems| FileReport {
        name: "mine.toml".into(),
        unit: "rule".into(),
        entries: 2,
        rules,
        counts: [0, 0, problems],
        ..FileReport::default()
    };
    let loaded = |report| {
        heard(Response::Loaded(Loaded {
            reports: vec![report],
            ..Loaded::default()
        }))
    };
    let state = after([
        told("before", &[], false),
        told("after", &["slam"], false),
        loaded(report(Some(3), 0)),
    ]);
    let undo = state.rules.undo.expect("a way back");
    assert_eq!(undo.before, Before::Own("before".into()));
    assert_eq!(undo.said, "2 rules, 1 tag by hand taken over.");
    assert_eq!(state.notice, None);
    let state = after([loaded(report(None, 1))]);
    assert!(state.notice.is_some_and(|notice| notice.is_bad()));
    assert_eq!(state.rules.undo, None);
}

#[test]
fn places_that_are_looked_at_are_ticked_one_by_one() {
    let tick = |name: &str| Action::Rule(RuleField::Places, name.into());
    let new = Action::EditRule(None, Draft::default().into());
    let mut state = after([new, tick("Comment")]);
    let places = |state: &State| {
        state
            .rules
            .editing
            .as_ref()
            .map(|one| one.draft.places.clone())
    };
    assert_eq!(places(&state), Some(vec![Part::Title, Part::Abstract]));
    state.apply(tick("Title"));
    assert_eq!(places(&state), Some(vec![Part::Abstract]));
    state.apply(tick("Abstract"));
    assert_eq!(places(&state), Some(Vec::new()), "nowhere is everywhere");
}
