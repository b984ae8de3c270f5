//! Rules and tags by hand as the journal has them: what follows when its settings change, by an
//! act, its undo, another tab or an earlier visit.

use super::super::view::{brief, tag_view};
use super::{Store, count, draft};
use crate::core::marks::{Act, Change, OwnDeed, SettingKind, SettingWish};
use crate::core::paper::PaperId;
use crate::core::tags::own::{
    BY_HAND, ByHand, Hand, Kept, Rule, excess, read_hand, read_hand_name, read_rule,
};
use crate::protocol::{DeedView, Response};

impl Store {
    /// These settings say something else, or are gone. Only those that changed are read, and only
    /// what they change is tagged anew.
    pub(in crate::engine) fn own_changed(&mut self, changed: &[(SettingKind, String)]) {
        let of = |wanted: SettingKind| {
            let changed = changed.iter().filter(move |(kind, _)| *kind == wanted);
            changed.map(|(_, name)| name)
        };
        if of(SettingKind::Rule)
            .chain(of(SettingKind::Hand))
            .next()
            .is_none()
        {
            return;
        }
        let settings = self.journal.settings();
        for name in of(SettingKind::Rule) {
            let setting = settings.get(SettingKind::Rule, name);
            // One that cannot be read stays as it is for a version that can.
            match setting.and_then(|setting| read_rule(&setting.text)) {
                Some(rule) => self.owned.known.insert(name.clone(), rule),
                None => self.owned.known.remove(name),
            };
        }
        if self.owned.waits {
            return;
        }
        let mut hand = self.owned.kept.hand.clone();
        for name in of(SettingKind::Hand) {
            let setting = settings.get(SettingKind::Hand, name);
            let what = setting.and_then(|setting| read_hand(&setting.text));
            put_hand(&mut hand, name, what);
        }
        let rules = self.rules_of_journal();
        self.set_own(Kept { rules, hand });
    }

    /// The rules of the journal, in their order.
    fn rules_of_journal(&mut self) -> Vec<Rule> {
        let all = self.journal.settings().of(SettingKind::Rule).into_iter();
        let (mut names, mut rules): (Vec<String>, Vec<Rule>) = all
            .filter_map(|(name, _)| Some((name.to_owned(), self.owned.known.get(name)?.clone())))
            .unzip();
        // Two tabs may come to more than one would let in.
        if let Some((most, _)) = excess(&rules) {
            rules.truncate(most);
            names.truncate(most);
        }
        self.owned.names = names;
        rules
    }

    /// All rules and tags by hand as the journal has them.
    pub(in crate::engine) fn own_of_journal(&mut self) -> Kept {
        let rules = self.rules_of_journal();
        let mut hand = ByHand::default();
        for (name, setting) in self.journal.settings().of(SettingKind::Hand) {
            put_hand(&mut hand, name, read_hand(&setting.text));
        }
        Kept { rules, hand }
    }

    /// A library that was opened is all there: it gets the rules and tags by hand that are wanted.
    pub(in crate::engine) fn own_opened(&mut self) {
        self.owned.waits = false;
        let wanted = self.own_of_journal();
        if wanted != self.owned.kept {
            self.set_own(wanted);
        }
    }

    /// Rules that come from earlier visits are taken out of the journal from now on, and given to
    /// the page as a file: they may be what ended the worker.
    pub(in crate::engine) fn leave_rules_out(&mut self) {
        self.owned.leaves_out = true;
        let gone = self.take_rules_out();
        self.settings_changed(&gone);
    }

    /// Takes all rules out, if they are to be left out; gives the settings that are gone. They are
    /// not read.
    pub(in crate::engine) fn take_rules_out(&mut self) -> Vec<(SettingKind, String)> {
        if !self.owned.leaves_out {
            return Vec::new();
        }
        let all = self.journal.settings().of(SettingKind::Rule);
        if all.is_empty() {
            return Vec::new();
        }
        let texts: Vec<&str> = all.iter().map(|(_, rule)| rule.text.as_str()).collect();
        let text = texts.join("\n");
        let gone = |(name, _): (&str, _)| SettingWish {
            kind: SettingKind::Rule,
            name: name.to_owned(),
            setting: None,
        };
        let wishes = all.into_iter().map(gone).collect();
        self.owned.said.push_back(Response::RulesLeft(text));
        self.journal.settle(Vec::new(), wishes).settings
    }

    /// The rules and tags by hand, for a page that has to hear of them.
    pub(in crate::engine) fn own_told(&mut self) -> Response {
        let changed = self.owned.untold.take().unwrap_or(false);
        Response::Own(self.own_view(changed))
    }

    /// An act with the reader's own rules and tags in short: the tag that it was about, and the
    /// paper where it is one; of a new name the title is that.
    pub(in crate::engine) fn own_deed_view(&self, deed: OwnDeed, act: &Act) -> DeedView {
        let names = &self.index.names;
        let mut labels = Vec::new();
        let mut papers: Vec<PaperId> = Vec::new();
        let mut rules = 0;
        for change in &act.changes {
            let Change::Setting {
                kind,
                name,
                before,
                after,
            } = change
            else {
                continue;
            };
            let is_new = after.is_some();
            if *kind == SettingKind::Rule {
                rules += 1;
                let setting = after.as_ref().or(before.as_ref());
                let rule = setting.and_then(|setting| read_rule(&setting.text));
                labels.extend(rule.map(|rule| (is_new, draft::label(&rule, names))));
            } else if let Some((paper, tag)) = read_hand_name(name) {
                labels.push((is_new, tag_view(&tag, names).label));
                papers.push(paper);
            }
        }
        papers.dedup();
        let label = |is_new: bool| {
            let of = labels.iter().find(|(new, _)| *new == is_new);
            of.or(labels.first())
                .map_or_else(String::new, |(_, label)| brief(label))
        };
        let title_of = |paper: &PaperId| {
            let doc = self.library.find(paper)?;
            Some(brief(&self.library.get(doc)?.paper.title.plain))
        };
        let (tag, title) = match (deed, &papers[..]) {
            (OwnDeed::Rename, _) => (label(false), label(true)),
            (OwnDeed::Save, _) => (label(true), String::new()),
            (_, [paper]) => (label(true), title_of(paper).unwrap_or_default()),
            _ => (label(true), String::new()),
        };
        let many = if rules == 0 {
            papers.len()
        } else {
            act.changes.len()
        };
        DeedView {
            deed: act.deed,
            papers: count(many),
            title,
            tag,
        }
    }
}

/// Does by hand what a setting of this name says, or nothing any more.
fn put_hand(hand: &mut ByHand, name: &str, what: Option<Hand>) {
    let Some((paper, tag)) = read_hand_name(name) else {
        return;
    };
    match what {
        Some(what) if hand.of(&paper).count() < BY_HAND => hand.set(paper, tag, what),
        _ => {
            hand.clear(&paper, &tag);
        }
    }
}
