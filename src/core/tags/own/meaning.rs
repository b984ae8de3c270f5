//! What the keys of a file of rules mean.

use super::read::{Raw, Reader, Text, repeated};
use super::rule::is_id;
use super::spelling::{ANYWHERE, BUILT_IN, KEYS, PARTS, STATUS};
use super::{BY_HAND, ByHand, Hand, Name, Rule};
use crate::core::facet::Facet;
use crate::core::paper::PaperId;

impl Reader<'_> {
    /// The one string of a key that must be there.
    fn single<'r>(&mut self, raw: &'r Raw, key: &str) -> Option<&'r Text> {
        match raw.texts(key) {
            [text] => Some(text),
            [] => {
                self.say(raw.at, format!("this {} has no {key}", raw.kind.name()));
                None
            }
            [_, second, ..] => {
                self.say(second.at, format!("{key} is one string"));
                None
            }
        }
    }

    /// Makes sense of a rule's keys.
    pub(super) fn rule(&mut self, raw: &Raw) -> Option<Rule> {
        let name = self.single(raw, "name");
        let facet = self.single(raw, "facet");
        let facet = facet.and_then(|text| self.one_of(text, "facet", &facets()));
        let mut rule = Rule::new(facet?, &name?.value);
        let list = |key| {
            raw.texts(key)
                .iter()
                .map(|text| text.value.clone())
                .collect()
        };
        rule.words = list("words");
        rule.regex = list("regex");
        rule.not = list("not");
        rule.label = list("label").concat();
        let places = raw.texts("where");
        for text in places.iter().filter(|text| text.value != ANYWHERE) {
            if let Some(part) = self.one_of(text, "part", &PARTS)
                && !rule.places.contains(&part)
            {
                rule.places.push(part);
            }
        }
        if places.iter().any(|text| text.value == ANYWHERE) {
            rule.places.clear();
        }
        for text in raw.texts("built-in") {
            rule.built_in = self.one_of(text, "choice", &BUILT_IN)?;
        }
        for text in raw.texts("status") {
            rule.is_off = self.one_of(text, "status", &STATUS)?;
        }
        let problems = match self.tally.add(&rule) {
            Some(problem) => {
                self.is_full = true;
                vec![problem]
            }
            None => rule.problems(),
        };
        for problem in problems {
            let key = KEYS.iter().find(|(_, field)| *field == problem.field);
            let texts = raw.texts(key.map_or("", |(key, _)| key));
            let at = texts.get(problem.item).map_or(raw.at, |text| {
                let offset = problem.offset.filter(|_| text.verbatim);
                text.at + offset.unwrap_or(0)
            });
            self.say(at, problem.message);
        }
        Some(rule)
    }

    /// Makes sense of what was done by hand with the tags of a paper.
    pub(super) fn paper(&mut self, raw: &Raw, hand: &mut ByHand) {
        let Some(id) = self.single(raw, "id") else {
            return;
        };
        let id = PaperId::named(&id.value);
        for (key, what) in [("add", Hand::Add), ("remove", Hand::Remove)] {
            for text in raw.texts(key) {
                let parts = text.value.split_once(':');
                let facet = parts.and_then(|(facet, _)| Facet::from_name(facet));
                match (facet.filter(|facet| facet.is_tagged()), parts) {
                    _ if hand.of(&id).count() >= BY_HAND => {
                        self.say_with(text.at, || {
                            format!(
                                "a paper has at most {BY_HAND} tags put on and taken off by hand"
                            )
                        });
                    }
                    (Some(facet), Some((_, tag))) if is_id(tag) => {
                        let tag = tag.to_owned();
                        hand.set(id.clone(), Name { facet, id: tag }, what);
                    }
                    _ => self.say(text.at, "a tag is written facet:name, as in \"method:gan\""),
                }
            }
        }
    }

    /// The meaning of a string that is one of a few.
    fn one_of<T: Copy>(&mut self, text: &Text, what: &str, known: &[(&str, T)]) -> Option<T> {
        let found = known.iter().find(|(name, _)| *name == text.value);
        if found.is_none() {
            self.say_with(text.at, || {
                let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
                let (value, names) = (repeated(&text.value), names.join(", "));
                format!("no {what} {value:?}: it is one of {names}")
            });
        }
        found.map(|(_, meaning)| *meaning)
    }
}

/// The facets that have tags, by name.
fn facets() -> Vec<(&'static str, Facet)> {
    let named = |facet: Facet| (facet.name(), facet);
    Facet::TAGGED.into_iter().map(named).collect()
}
