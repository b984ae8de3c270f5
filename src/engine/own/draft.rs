//! Rules as they stand in the editor, and back.

use crate::core::facet::Facet;
use crate::core::tags::own::{Field, Names, Problem, Rule, id_for, spoken};
use crate::core::tags::{self, TagId};
use crate::core::text::Span;
use crate::protocol::{self, BuiltIn, Draft, RuleField};

/// The rule that a draft says.
pub(super) fn rule_of(draft: &Draft) -> Rule {
    let name = draft.name.trim();
    let known = built_in(draft.facet, name);
    let id = known.map_or_else(|| id_for(name), |tag| tags::id(tag).to_owned());
    let mut rule = Rule::new(draft.facet, &id);
    rule.is_off = draft.is_off;
    rule.built_in = draft.built_in;
    if known.is_none() && name != id && name != spoken(&id) {
        name.clone_into(&mut rule.label);
    }
    // What is switched off has nothing to find; the editor hides these fields then.
    if draft.built_in != BuiltIn::Off {
        let items = |text: &str| lines(text).map(|(_, line)| line.to_owned()).collect();
        // A hyphen in a text is a border between words, as a space is.
        let patterns = |text: &str| {
            lines(text)
                .map(|(_, line)| line.replace('-', " "))
                .collect()
        };
        rule.words = patterns(&draft.words);
        rule.not = patterns(&draft.not);
        rule.regex = items(&draft.regex);
        rule.places.clone_from(&draft.places);
    }
    rule
}

/// The draft that says a rule.
pub(super) fn draft_of(rule: &Rule, names: &Names) -> Draft {
    Draft {
        name: label(rule, names),
        facet: rule.name.facet,
        words: rule.words.join("\n"),
        regex: rule.regex.join("\n"),
        not: rule.not.join("\n"),
        places: rule.places.clone(),
        built_in: rule.built_in,
        is_off: rule.is_off,
    }
}

/// What a rule's tag is called.
pub(super) fn label(rule: &Rule, names: &Names) -> String {
    let known = tags::find(rule.name.facet, &rule.name.id);
    match known {
        Some(tag) => names.label(tag).to_owned(),
        None if rule.label.is_empty() => spoken(&rule.name.id),
        None => rule.label.clone(),
    }
}

/// The problems of a draft, each with its place in what stands in its field.
pub(super) fn problems(draft: &Draft, rule: &Rule) -> Vec<(RuleField, protocol::Problem)> {
    let found = rule.problems().into_iter();
    found.map(|problem| placed(draft, problem)).collect()
}

fn placed(draft: &Draft, problem: Problem) -> (RuleField, protocol::Problem) {
    let text = draft.text(problem.field);
    let is_list = matches!(problem.field, Field::Words | Field::Regex | Field::Not);
    let line = if is_list {
        lines(text).nth(problem.item)
    } else {
        Some((0, text))
    };
    let (start, line) = line.unwrap_or((text.len(), ""));
    let at = match problem.offset.and_then(|offset| line.get(offset..)) {
        Some(rest) => {
            let at = start + line.len() - rest.len();
            let length = rest.chars().next().map_or(0, char::len_utf8);
            Span::new(at, at + length)
        }
        None => Span::new(start, start + line.len()),
    };
    let message = if problem.field == Field::Name && draft.name.trim().is_empty() {
        "a tag has a name".to_owned()
    } else {
        problem.message
    };
    (problem.field, protocol::Problem { at, message })
}

/// The built-in tag that is called so.
fn built_in(facet: Facet, name: &str) -> Option<TagId> {
    let id = id_for(name);
    tags::find(facet, name)
        .or_else(|| tags::of(facet).find(|tag| tags::label(*tag).eq_ignore_ascii_case(name)))
        .or_else(|| tags::find(facet, &id))
}

/// The lines of a text that are not empty, without the spaces around them, each with its place.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let all = text.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        let indent = line.len() - line.trim_start().len();
        (start + indent, line.trim())
    });
    all.filter(|(_, line)| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_says_a_rule_and_back() {
        let mut draft = Draft {
            name: "LTH pruning".into(),
            facet: Facet::Method,
            words: "lottery-ticket\n\n  winning ticket ".into(),
            ..Draft::default()
        };
        let rule = rule_of(&draft);
        assert_eq!(rule.name.id, "lth-pruning");
        assert_eq!(rule.label, "LTH pruning");
        assert_eq!(rule.words, ["lottery ticket", "winning ticket"]);
        let back = draft_of(&rule, &Names::default());
        assert_eq!(rule_of(&back), rule);
        draft.name = "Lottery tickets".into();
        assert_eq!(rule_of(&draft).label, "", "the id says it");
        let gan = tags::find(Facet::Method, "gan").map(tags::label);
        draft.name = gan.unwrap().to_uppercase();
        assert_eq!(rule_of(&draft).name.id, "gan");
        draft.built_in = BuiltIn::Off;
        assert_eq!(rule_of(&draft).problems(), []);
    }

    #[test]
    fn problems_have_their_place_in_the_field() {
        let draft = Draft {
            name: "ä b".into(),
            words: "fine\n (é|b".into(),
            regex: "é(\n".into(),
            ..Draft::default()
        };
        let said = problems(&draft, &rule_of(&draft));
        let places: Vec<(RuleField, &str)> = said
            .iter()
            .map(|(field, problem)| (*field, &draft.text(*field)[problem.at.range()]))
            .collect();
        assert_eq!(places, [(RuleField::Words, "("), (RuleField::Regex, "(")]);
        let nothing = Draft::default();
        let said = problems(&nothing, &rule_of(&nothing));
        let fields: Vec<RuleField> = said.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [RuleField::Name, RuleField::Words]);
    }
}
