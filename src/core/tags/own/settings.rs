//! Rules and tags by hand as settings: each is one by itself, so that an act says which of them it
//! changed and nothing else.
//!
//! The setting of a rule is called by its tag, `method:gan`, with a number behind where several
//! rules give one tag: `method:gan#2`; its text is the rule as a file of rules has it. The setting
//! of a tag by hand is called by the paper and the tag, `2012.12877 tag:thesis`; its text says what
//! was done.

use std::collections::{BTreeMap, BTreeSet};

use super::{ByHand, Hand, Kept, Name, Rule, is_id, read, write};
use crate::core::facet::Facet;
use crate::core::marks::{Setting, SettingKind, SettingWish, Settings};
use crate::core::paper::PaperId;

/// What stands between the tag and the number of a rule.
const NUMBER: char = '#';
/// The texts of tags by hand.
const HAND: [(&str, Hand); 2] = [("add", Hand::Add), ("remove", Hand::Remove)];

impl Name {
    /// The tag as it is written in a query and in a file of rules: `method:gan`.
    pub fn written(&self) -> String {
        [self.facet.name(), ":", &self.id].concat()
    }

    /// The tag that is written so.
    pub fn read(text: &str) -> Option<Self> {
        let (facet, id) = text.split_once(':')?;
        let facet = Facet::from_name(facet).filter(|facet| facet.is_tagged())?;
        let id = Some(id).filter(|id| is_id(id))?.to_owned();
        Some(Self { facet, id })
    }
}

/// The text of a rule's setting.
pub fn rule_text(rule: &Rule) -> String {
    write(&Kept {
        rules: vec![rule.clone()],
        hand: ByHand::default(),
    })
}

/// The rule that the text of a setting says; `None` where it cannot be read.
pub fn read_rule(text: &str) -> Option<Rule> {
    let rules = read(text).ok()?.rules;
    let [rule] = <[Rule; 1]>::try_from(rules).ok()?;
    Some(rule)
}

/// The name of the setting of a tag of a paper.
pub fn hand_name(paper: &PaperId, tag: &Name) -> String {
    [paper.as_str(), " ", &tag.written()].concat()
}

/// The paper and the tag that the name of a setting says.
pub fn read_hand_name(name: &str) -> Option<(PaperId, Name)> {
    let (paper, tag) = name.rsplit_once(' ')?;
    Some((PaperId::named(paper), Name::read(tag)?))
}

/// What the text of a setting says was done by hand.
pub fn read_hand(text: &str) -> Option<Hand> {
    let known = HAND.iter().find(|(name, _)| *name == text);
    known.map(|(_, hand)| *hand)
}

/// What is wanted of the settings so that a tag of a paper is put on or taken off by hand, or left
/// to the rules.
pub fn hand_wish(paper: &PaperId, tag: &Name, what: Option<Hand>) -> SettingWish {
    let text = |what: Hand| {
        let known = HAND.iter().find(|(_, hand)| *hand == what);
        known.map_or("", |(name, _)| name).to_owned()
    };
    SettingWish {
        kind: SettingKind::Hand,
        name: hand_name(paper, tag),
        setting: what.map(|what| Setting {
            text: text(what),
            place: 0,
        }),
    }
}

/// What is wanted of the settings so that what was done by hand becomes this.
pub fn hand_wishes(before: &ByHand, after: &ByHand) -> Vec<SettingWish> {
    let mut wishes = Vec::new();
    let papers: BTreeSet<&PaperId> = before.papers().chain(after.papers()).collect();
    for paper in papers {
        let was: BTreeMap<&Name, Hand> = before.of(paper).collect();
        let is: BTreeMap<&Name, Hand> = after.of(paper).collect();
        for (tag, _) in was.iter().filter(|(tag, _)| !is.contains_key(*tag)) {
            wishes.push(hand_wish(paper, tag, None));
        }
        for (tag, what) in is {
            if was.get(tag) != Some(&what) {
                wishes.push(hand_wish(paper, tag, Some(what)));
            }
        }
    }
    wishes
}

/// A rule as it is wanted: the name of the setting that it was, if it was one, and the rule.
pub type Wanted = (Option<String>, Rule);

/// What is wanted of the settings so that the rules that can be read become these, in this order.
/// `known` are the names of the settings that could be read. Rules that stay where they are among
/// the others keep their settings as they are.
pub fn rule_wishes(settings: &Settings, known: &[String], wanted: Vec<Wanted>) -> Vec<SettingWish> {
    let of_rules: BTreeMap<&str, &Setting> = settings.of(SettingKind::Rule).into_iter().collect();
    let mut taken: BTreeSet<String> = of_rules.keys().map(|name| (*name).to_owned()).collect();
    let mut left: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    // Whoever knows its setting has it first, then the others by their tags.
    let is_of = |name: &str, rule: &Rule| {
        let tag = name.split(NUMBER).next().unwrap_or_default();
        tag == rule.name.written()
    };
    let mut named: Vec<(Option<String>, Rule)> = wanted;
    for (name, rule) in &mut named {
        *name = name
            .take()
            .filter(|name| is_of(name, rule) && left.remove(name.as_str()));
    }
    for (name, rule) in named.iter_mut().filter(|(name, _)| name.is_none()) {
        let same = left.iter().find(|known| is_of(known, rule)).copied();
        if let Some(same) = same {
            left.remove(same);
            *name = Some(same.to_owned());
        }
    }
    let mut places: Vec<u32> = named
        .iter()
        .filter_map(|(name, _)| Some(of_rules.get(name.as_deref()?)?.place))
        .collect();
    places.sort_unstable();
    let mut places = places.into_iter();
    let mut next = 0;
    let mut wishes: Vec<SettingWish> = left
        .into_iter()
        .map(|name| SettingWish {
            kind: SettingKind::Rule,
            name: name.to_owned(),
            setting: None,
        })
        .collect();
    for (name, rule) in named {
        let is_known = name.is_some();
        let name = name.unwrap_or_else(|| free_name(&rule.name, &taken));
        let place = if is_known { places.next() } else { None };
        let place = place.unwrap_or(next).max(next);
        next = place.saturating_add(1);
        let text = rule_text(&rule);
        let setting = Setting { text, place };
        if of_rules.get(name.as_str()) != Some(&&setting) {
            wishes.push(SettingWish {
                kind: SettingKind::Rule,
                name: name.clone(),
                setting: Some(setting),
            });
        }
        taken.insert(name);
    }
    wishes
}

fn free_name(tag: &Name, taken: &BTreeSet<String>) -> String {
    let plain = tag.written();
    let mut name = plain.clone();
    let mut number = 1;
    while taken.contains(&name) {
        number += 1;
        name = format!("{plain}{NUMBER}{number}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(id: &str, words: &str) -> Rule {
        let mut rule = Rule::new(Facet::Method, id);
        rule.words = vec![words.to_owned()];
        rule
    }

    /// Has the settings become what is wanted; gives the names that were changed.
    fn grant(settings: &mut Settings, wishes: Vec<SettingWish>) -> Vec<String> {
        let mut names = Vec::new();
        for wish in wishes {
            names.push(wish.name.clone());
            settings.put(wish.kind, wish.name, wish.setting);
        }
        names.sort();
        names
    }

    fn known(settings: &Settings) -> Vec<(String, Rule)> {
        let all = settings.of(SettingKind::Rule).into_iter();
        all.filter_map(|(name, setting)| Some((name.to_owned(), read_rule(&setting.text)?)))
            .collect()
    }

    /// Has the rules be what is wanted; gives the names of the settings that were changed.
    fn want(settings: &mut Settings, change: impl FnOnce(&mut Vec<Wanted>)) -> Vec<String> {
        let now = known(settings);
        let names: Vec<String> = now.iter().map(|(name, _)| name.clone()).collect();
        let mut wanted = now
            .into_iter()
            .map(|(name, rule)| (Some(name), rule))
            .collect();
        change(&mut wanted);
        let wishes = rule_wishes(settings, &names, wanted.clone());
        let changed = grant(settings, wishes);
        let rules: Vec<Rule> = known(settings).into_iter().map(|(_, rule)| rule).collect();
        let expected: Vec<Rule> = wanted.into_iter().map(|(_, rule)| rule).collect();
        assert_eq!(rules, expected);
        changed
    }

    #[test]
    fn an_edit_changes_the_settings_of_its_rules_alone() {
        let mut settings = Settings::default();
        let new = |wanted: &mut Vec<Wanted>| {
            wanted.extend(["a", "b", "c", "d"].map(|id| (None, rule(id, id))));
        };
        let all = ["method:a", "method:b", "method:c", "method:d"];
        assert_eq!(want(&mut settings, new), all);
        assert_eq!(want(&mut settings, |_| {}), [""; 0]);
        let moved = want(&mut settings, |wanted| wanted.swap(1, 2));
        assert_eq!(moved, ["method:b", "method:c"]);
        let gone = want(&mut settings, |wanted| drop(wanted.remove(0)));
        assert_eq!(gone, ["method:a"]);
        let changed = want(&mut settings, |wanted| wanted[1].1.is_off = true);
        assert_eq!(changed, ["method:b"]);
        // One of the same tag behind the other.
        let second = want(&mut settings, |wanted| wanted.push((None, rule("b", "x"))));
        assert_eq!(second, ["method:b#2"]);
        let renamed = want(&mut settings, |wanted| wanted[1].1 = rule("e", "e"));
        assert_eq!(renamed, ["method:b", "method:e"]);
        let before = want(&mut settings, |wanted| {
            wanted.insert(0, (None, rule("z", "z")));
        });
        assert!(before.contains(&"method:z".to_owned()), "{before:?}");
    }

    #[test]
    fn tags_by_hand_are_read_back() {
        let tag = Name::read("tag:thesis").unwrap();
        for paper in ["2012.12877", "x-a b", "hep-th/9901001"] {
            let paper = PaperId::named(paper);
            let name = hand_name(&paper, &tag);
            assert_eq!(read_hand_name(&name), Some((paper, tag.clone())));
        }
        assert_eq!(read_hand_name("2012.12877"), None);
        assert_eq!(Name::read("day:2020"), None);
        let mut before = ByHand::default();
        before.set(PaperId::named("2012.12877"), tag.clone(), Hand::Add);
        let mut after = ByHand::default();
        after.set(PaperId::named("2012.12878"), tag, Hand::Remove);
        let wishes = hand_wishes(&before, &after);
        let said: Vec<(&str, Option<&str>)> = wishes
            .iter()
            .map(|wish| {
                let setting = wish.setting.as_ref();
                (
                    wish.name.as_str(),
                    setting.map(|setting| setting.text.as_str()),
                )
            })
            .collect();
        let expected = [
            ("2012.12877 tag:thesis", None),
            ("2012.12878 tag:thesis", Some("remove")),
        ];
        assert_eq!(said, expected);
        assert_eq!(read_hand("remove"), Some(Hand::Remove));
    }
}
