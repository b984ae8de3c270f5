//! Changes of the reader's own rules and tags: each is one act of the journal.

use super::import::too_much;
use super::{Store, draft, import};
use crate::core::diagnostic::Severity;
use crate::core::facet::Facet;
use crate::core::marks::{Deed, OwnDeed, SettingKind, SettingWish, Settings};
use crate::core::paper::PaperId;
use crate::core::tags::own::{
    ByHand, Hand, Kept, Name, Rule, Wanted, hand_wishes, id_for, is_id, read, rule_wishes,
};
use crate::core::tags::{self};
use crate::protocol::{FileProblem, OwnEdit, Response, Way};

impl Store {
    /// Makes a change at a time in milliseconds. A rule that cannot be used changes nothing, and
    /// nothing is said; a change after which there would be more than can be kept is refused, and
    /// so is a file that cannot be read: what was there stays.
    pub(in crate::engine) fn edit_own(&mut self, edit: OwnEdit, at: u64) -> Vec<Response> {
        let mut rules = self.wanted();
        let place = |at: u32, rules: &[Wanted]| Some(at as usize).filter(|at| *at < rules.len());
        let mut hand = self.owned.kept.hand.clone();
        let deed = match edit {
            OwnEdit::Save(of, draft) => {
                let rule = draft::rule_of(&draft);
                if !rule.problems().is_empty() {
                    return Vec::new();
                }
                match of.and_then(|of| place(of, &rules)) {
                    Some(of) => rules[of].1 = rule,
                    None => rules.push((None, rule)),
                }
                OwnDeed::Save
            }
            OwnEdit::Delete(of) => {
                if let Some(of) = place(of, &rules) {
                    rules.remove(of);
                }
                OwnDeed::Delete
            }
            OwnEdit::Switch(of, on) => {
                if let Some(of) = place(of, &rules) {
                    rules[of].1.is_off = !on;
                }
                if on {
                    OwnDeed::SwitchOn
                } else {
                    OwnDeed::SwitchOff
                }
            }
            OwnEdit::Move(of, by) => {
                let to = of.checked_add_signed(by).and_then(|to| place(to, &rules));
                if let (Some(of), Some(to)) = (place(of, &rules), to) {
                    let rule = rules.remove(of);
                    rules.insert(to, rule);
                }
                OwnDeed::Move
            }
            OwnEdit::Hand {
                paper,
                facet,
                tag,
                what,
            } => {
                let papers = vec![PaperId::named(&paper)];
                return self.tag_papers(papers, facet, &tag, what, at);
            }
            OwnEdit::Rename { facet, tag, to } => {
                let (old, id) = (Name { facet, id: tag }, id_for(&to));
                let new = Name { facet, id };
                let is_of_table = |name: &Name| tags::find(facet, &name.id).is_some();
                if !is_id(&new.id) || is_of_table(&old) || is_of_table(&new) {
                    return vec![self.own_told()];
                }
                for (_, rule) in rules.iter_mut().filter(|(_, rule)| rule.name == old) {
                    rule.name = new.clone();
                    rule.label.clear();
                    if facet != Facet::Own {
                        to.trim().clone_into(&mut rule.label);
                    }
                }
                hand = without(&hand, &old, Some(&new));
                OwnDeed::Rename
            }
            OwnEdit::Remove { facet, tag } => {
                let old = Name { facet, id: tag };
                rules.retain(|(_, rule)| rule.name != old);
                hand = without(&hand, &old, None);
                OwnDeed::Remove
            }
            OwnEdit::All(text) => return vec![self.adopt(&text, false)],
            OwnEdit::Merge(text) => return vec![self.adopt(&text, true)],
            // Whoever knows the hits and the records answers these.
            OwnEdit::Tag { .. } | OwnEdit::LeaveOut => return Vec::new(),
        };
        self.act_own(deed, rules, hand, at)
    }

    /// Puts a tag on papers by hand or takes it off; `None` leaves it to the rules again.
    pub(in crate::engine) fn tag_papers(
        &mut self,
        papers: Vec<PaperId>,
        facet: Facet,
        tag: &str,
        what: Option<Hand>,
        at: u64,
    ) -> Vec<Response> {
        let name = self.tag_named(facet, tag);
        let mut hand = self.owned.kept.hand.clone();
        if is_id(&name.id) {
            for paper in papers {
                match what {
                    Some(what) => hand.set(paper, name.clone(), what),
                    None => {
                        hand.clear(&paper, &name);
                    }
                }
            }
        }
        let deed = match what {
            Some(Hand::Add) => OwnDeed::PutOn,
            Some(Hand::Remove) => OwnDeed::TakeOff,
            None if facet == Facet::Own => OwnDeed::TakeOff,
            None => OwnDeed::Leave,
        };
        self.act_own(deed, self.wanted(), hand, at)
    }

    /// Puts a tag on all of some papers by hand; where all have it so already, it is taken off all.
    pub(in crate::engine) fn toggle_tag(
        &mut self,
        papers: Vec<PaperId>,
        facet: Facet,
        tag: &str,
        at: u64,
    ) -> Vec<Response> {
        let name = self.tag_named(facet, tag);
        let hand = &self.owned.kept.hand;
        let has = |paper: &PaperId| {
            hand.of(paper)
                .any(|(tag, what)| *tag == name && what == Hand::Add)
        };
        let all_have = papers.iter().all(has);
        let what = (!all_have).then_some(Hand::Add);
        self.tag_papers(papers, facet, &name.id, what, at)
    }

    /// The tag of this id, or of the id that is made of a name.
    fn tag_named(&self, facet: Facet, tag: &str) -> Name {
        let is_known = self.index.names.find(facet, tag).is_some();
        let id = if is_known {
            tag.to_owned()
        } else {
            id_for(tag)
        };
        Name { facet, id }
    }

    /// The rules with the names of their settings.
    pub(super) fn wanted(&self) -> Vec<Wanted> {
        let names = self.owned.names.iter().cloned().map(Some);
        names.zip(self.owned.kept.rules.iter().cloned()).collect()
    }

    /// Has rules and tags by hand become this, by an act that did so.
    pub(super) fn act_own(
        &mut self,
        deed: OwnDeed,
        rules: Vec<Wanted>,
        hand: ByHand,
        at: u64,
    ) -> Vec<Response> {
        let kept = kept_of(&rules, hand);
        if let Some(message) = too_much(&kept) {
            return vec![refused(message)];
        }
        let wishes = self.wishes(rules, &kept.hand);
        let act = self.journal.set_as(Deed::Own(deed), wishes, at).cloned();
        // What the reader writes now is not what ended workers before.
        self.owned.leaves_out = false;
        let marked = self.tell_act(act.as_ref(), Way::Done);
        vec![marked, self.own_told()]
    }

    fn wishes(&self, rules: Vec<Wanted>, hand: &ByHand) -> Vec<SettingWish> {
        let mut wishes = rule_wishes(self.journal.settings(), &self.owned.names, rules);
        wishes.extend(hand_wishes(&self.owned.kept.hand, hand));
        wishes
    }

    /// Takes over what was kept elsewhere, which is no act: beside what there is, as a file would
    /// be, or in its place.
    fn adopt(&mut self, text: &str, merges: bool) -> Response {
        let read = match read(text) {
            Ok(read) => read,
            Err(said) => return Response::OwnRefused(import::problems(text, &said.errors)),
        };
        let changed = if merges {
            let (rules, hand) = self.merged(&read);
            if let Some(message) = too_much(&kept_of(&rules, hand.clone())) {
                return refused(message);
            }
            let wishes = self.wishes(rules, &hand);
            self.journal.settle(Vec::new(), wishes)
        } else {
            let rules = read.rules.into_iter().map(|rule| (None, rule)).collect();
            let mut wishes = rule_wishes(&Settings::default(), &[], rules);
            wishes.extend(hand_wishes(&ByHand::default(), &read.hand));
            let kinds = vec![SettingKind::Rule, SettingKind::Hand];
            self.journal.settle(kinds, wishes)
        };
        self.settings_changed(&changed.settings);
        self.own_told()
    }

    /// Stops looking for what the wanted rules change: those in force are wanted again.
    pub(in crate::engine) fn cancel_tagging(&mut self) -> Option<Response> {
        if !self.owned.is_looking() {
            return None;
        }
        let is_of_rules = |deed: Deed| matches!(deed, Deed::Own(_));
        let undone = match self.journal.to_undo() {
            Some(act) if is_of_rules(act.deed) => self.journal.undo(0).cloned(),
            _ => None,
        };
        if undone.is_some() {
            let marked = self.tell_act(undone.as_ref(), Way::Undone);
            self.owned.said.push_back(marked);
        }
        // Other acts may have come between, or another tab's.
        if self.owned.own.rules() != self.owned.kept.rules {
            let rules = self.owned.own.rules().iter().cloned();
            let rules = rules.map(|rule| (None, rule)).collect();
            let hand = self.owned.kept.hand.clone();
            let wishes = self.wishes(rules, &hand);
            let deed = Deed::Alter(SettingKind::Rule);
            let act = self.journal.set_as(deed, wishes, 0).cloned();
            let marked = self.tell_act(act.as_ref(), Way::Done);
            self.owned.said.push_back(marked);
        }
        Some(self.own_told())
    }
}

/// What was done by hand without a tag, which becomes another one if it is given another name. What
/// was done with that one before stands.
fn without(hand: &ByHand, old: &Name, new: Option<&Name>) -> ByHand {
    let mut after = hand.clone();
    for paper in hand.papers() {
        let Some((_, what)) = hand.of(paper).find(|(tag, _)| *tag == old) else {
            continue;
        };
        after.clear(paper, old);
        if let Some(new) = new
            && hand.of(paper).all(|(tag, _)| tag != new)
        {
            after.set(paper.clone(), new.clone(), what);
        }
    }
    after
}

fn kept_of(rules: &[Wanted], hand: ByHand) -> Kept {
    let rules: Vec<Rule> = rules.iter().map(|(_, rule)| rule.clone()).collect();
    Kept { rules, hand }
}

fn refused(message: String) -> Response {
    Response::OwnRefused(vec![FileProblem {
        line: 1,
        column: 1,
        severity: Severity::Error,
        message,
        excerpt: Vec::new(),
    }])
}
