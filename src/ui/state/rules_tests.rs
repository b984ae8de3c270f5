//! What happens to the rules, act by act.

use super::tests::{about_search, heard, row};
use super::*;
use crate::core::diagnostic::Severity;
use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{
    Answer, Chosen, Draft, FileProblem, FileReport, Hand, Loaded, OwnEdit, OwnView, PreviewView,
    Response, RuleField, RuleView, TagView,
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
        tags: Vec::new(),
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
fn a_change_is_an_act_among_the_others() {
    let delete = Action::Own(OwnEdit::Delete(0));
    let mut state = after([told("before", &["slam"], false), delete]);
    let last = state.rules.asked.last().map(|(_, edit)| edit.clone());
    assert_eq!(last, Some(OwnEdit::Delete(0)));
    state.apply(told("after", &[], true));
    assert_eq!(state.library, 1, "papers have other tags");
    state.apply(Action::Triage(Triage::TakeBack));
    assert_eq!(state.marking.asked.last(), Some(&(1, Ask::Undo)));
    // What is refused is told, and cannot be taken back.
    state.apply(heard(Response::OwnRefused(vec![FileProblem {
        line: 1,
        column: 1,
        severity: Severity::Error,
        message: "there are too many".into(),
        excerpt: Vec::new(),
    }])));
    let said = state
        .marking
        .said
        .as_ref()
        .map(|said| (said.text.as_str(), said.is_act));
    assert_eq!(
        said,
        Some(("Nothing was changed: there are too many.", false))
    );
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
fn of_a_file_of_rules_only_what_is_wrong_is_news() {
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
    // The act says what was taken over.
    let state = after([loaded(report(Some(3), 0))]);
    assert_eq!(state.notice, None);
    let state = after([loaded(report(None, 1))]);
    assert!(state.notice.is_some_and(|notice| notice.is_bad()));
}

/// The worker offers tags for a text.
fn offers(of: &str, ids: &[&str]) -> Action {
    let response = Response::Tags {
        seq: 1,
        all: ids.iter().map(|id| tag(id)).collect(),
    };
    let about = About::Text(of.into());
    Action::Heard(Heard { response, about }.into())
}

#[test]
fn a_tag_is_put_on_as_soon_as_it_is_known_which_is_meant() {
    let typed = |text: &str| Action::AddTag(Some(text.into()));
    let asked = |state: &State| state.rules.asked.last().map(|(_, edit)| edit.clone());
    let hand = |tag: &str| OwnEdit::Hand {
        paper: "a".into(),
        facet: Facet::Task,
        tag: tag.into(),
        what: Some(Hand::Add),
    };
    let open = || Action::Read("a".into());
    let mut state = after([
        open(),
        typed("ag"),
        offers("ag", &["x", "y"]),
        Action::ChooseTag(1),
    ]);
    state.apply(Action::TakeTag);
    assert_eq!(asked(&state), Some(hand("y")));
    assert_eq!(state.rules.adding.typed, None);
    // Enter was quicker than the worker.
    let mut state = after([
        open(),
        typed("agent"),
        offers("ag", &["x"]),
        Action::TakeTag,
    ]);
    assert_eq!(asked(&state), None);
    state.apply(offers("agent", &["agent", "x"]));
    assert_eq!(asked(&state), Some(hand("agent")));
    // Who types on has not meant that.
    let mut state = after([open(), typed("agent"), Action::TakeTag, typed("agents")]);
    state.apply(offers("agents", &["agents"]));
    assert_eq!(asked(&state), None);
}

#[test]
fn chosen_papers_get_a_tag_together() {
    let answer = Answer {
        hits: 3,
        papers: 9,
        rows: ["a", "b", "c"].map(row).into(),
        ..Answer::default()
    };
    let list = about_search(Search::default(), Ok(answer));
    let extend = || Action::Triage(Triage::Extend(1));
    let tag_on = || Action::Triage(Triage::Tag(true));
    let mut state = after([list, extend(), extend(), tag_on()]);
    let ids = vec!["a".to_owned(), "b".to_owned()];
    let many = state.rules.adding.many.clone().expect("a box for both");
    assert_eq!((many.count, &many.papers), (2, &Chosen::Ids(ids)));
    let steps = state.steps;
    state.apply(Action::AddTag(Some("x".into())));
    state.apply(offers("x", &["x"]));
    state.apply(Action::TakeTag);
    let expected = OwnEdit::Tag {
        papers: many.papers.clone(),
        facet: Facet::Task,
        tag: "x".into(),
    };
    assert_eq!(state.rules.asked.last(), Some(&(1, expected)));
    assert_eq!(
        (state.rules.adding.many.clone(), state.choice()),
        (None, None)
    );
    assert_eq!(state.steps, steps + 1, "the focus goes back to the list");
    // With a paper open and no rows chosen its own box gets the focus.
    state.apply(Action::Read("b".into()));
    let wishes = state.rules.adding.wishes;
    state.apply(tag_on());
    assert_eq!(state.rules.adding.wishes, wishes + 1);
    assert_eq!(state.rules.adding.many, None);
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
