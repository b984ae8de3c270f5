//! The reader's own rules and tags: what is wanted, what is in force, and the way from one to the
//! other.
//!
//! New rules are looked through the whole library first, in slices, and given to the papers when
//! that is over: a search finds the tags of the old rules until then, and cancelling leaves them.

mod draft;
mod import;
mod preview;
mod revision;

use std::collections::VecDeque;
use std::vec::IntoIter;

use self::revision::{Revision, differing};
use super::view::tag_view;
use super::{Store, count};
use crate::core::diagnostic::Severity;
use crate::core::facet::Facet;
use crate::core::library::DocId;
use crate::core::paper::PaperId;
use crate::core::sorting;
use crate::core::tags::bytes_looked_at;
use crate::core::tags::own::{
    ByHand, Given, Kept, Name, Names, Own, Rule, id_for, is_id, read, write,
};
use crate::protocol::{FileProblem, Hand, OwnEdit, OwnView, Response, RuleView, TagView, Tagging};

pub(super) use import::rules_in;
pub(super) use preview::Previewer;

/// How many papers are looked at in one slice: tokens of one take some ten microseconds.
const LOOKED_AT: usize = 32;
/// How many papers are given their tags in one slice.
const GIVEN: usize = 512;
/// After how much text, where they must be looked at for that, a slice is over before.
const GIVEN_BYTES: usize = 256 << 10;
/// How many tags are offered for what is typed.
const OFFERED: usize = 12;

/// The reader's own rules and tags.
#[derive(Debug, Default)]
pub(super) struct Owned {
    /// The rules as they are wanted, and what was done by hand.
    kept: Kept,
    /// The rules that are in force.
    own: Own,
    stage: Stage,
    /// Papers of which something else was done by hand, yet to be given their tags.
    by_hand: VecDeque<DocId>,
    /// What is yet to be said.
    said: VecDeque<Response>,
}

/// What is being done so that the rules that are wanted are in force.
#[derive(Debug, Default)]
enum Stage {
    /// Nothing.
    #[default]
    Idle,
    /// It is looked for what they change.
    Looking(Box<Revision>),
    /// Papers get the tags that were found.
    Giving(IntoIter<(DocId, Vec<Name>)>),
}

impl Owned {
    /// Rules and tags by hand that are wanted, and in force as they are.
    pub(super) fn of(kept: Kept, own: Own) -> Self {
        Self {
            kept,
            own,
            ..Self::default()
        }
    }

    /// What is wanted.
    pub(super) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// What was wanted.
    pub(super) fn into_kept(self) -> Kept {
        self.kept
    }

    pub(super) fn has_work(&self) -> bool {
        !self.said.is_empty() || !self.by_hand.is_empty() || !matches!(self.stage, Stage::Idle)
    }

    fn is_nothing(&self) -> bool {
        self.own.rules().is_empty() && self.kept.hand.is_empty()
    }
}

impl Store {
    /// Makes a change. A rule that cannot be used changes nothing, and nothing is said; a change
    /// after which there would be more than can be kept is refused, and so is a file that cannot be
    /// read: what was there stays.
    pub(super) fn edit_own(&mut self, edit: OwnEdit) -> Option<Response> {
        let mut rules = self.owned.kept.rules.clone();
        let place = |at: u32, rules: &[Rule]| Some(at as usize).filter(|at| *at < rules.len());
        match edit {
            OwnEdit::Save(at, draft) => {
                let rule = draft::rule_of(&draft);
                if !rule.problems().is_empty() {
                    return None;
                }
                match at.and_then(|at| place(at, &rules)) {
                    Some(at) => rules[at] = rule,
                    None => rules.push(rule),
                }
            }
            OwnEdit::Delete(at) => {
                if let Some(at) = place(at, &rules) {
                    rules.remove(at);
                }
            }
            OwnEdit::Switch(at, on) => {
                if let Some(at) = place(at, &rules) {
                    rules[at].is_off = !on;
                }
            }
            OwnEdit::Move(at, by) => {
                let to = at.checked_add_signed(by).and_then(|to| place(to, &rules));
                if let (Some(at), Some(to)) = (place(at, &rules), to) {
                    let rule = rules.remove(at);
                    rules.insert(to, rule);
                }
            }
            OwnEdit::Hand {
                paper,
                facet,
                tag,
                what,
            } => {
                let is_known = self.index.names.find(facet, &tag).is_some();
                let id = if is_known { tag } else { id_for(&tag) };
                let mut hand = self.owned.kept.hand.clone();
                let (paper, name) = (PaperId::named(&paper), Name { facet, id });
                match what {
                    _ if !is_id(&name.id) => {}
                    Some(what) => hand.set(paper, name, what),
                    None => {
                        hand.clear(&paper, &name);
                    }
                }
                return Some(self.set_or_refuse(Kept { rules, hand }));
            }
            OwnEdit::All(text) => {
                return Some(match read(&text) {
                    Ok(kept) => self.set_own(kept),
                    Err(refused) => Response::OwnRefused(import::problems(&text, &refused.errors)),
                });
            }
        }
        let hand = self.owned.kept.hand.clone();
        Some(self.set_or_refuse(Kept { rules, hand }))
    }

    fn set_or_refuse(&mut self, kept: Kept) -> Response {
        let Some(message) = import::too_much(&kept) else {
            return self.set_own(kept);
        };
        Response::OwnRefused(vec![FileProblem {
            line: 1,
            column: 1,
            severity: Severity::Error,
            message,
            excerpt: Vec::new(),
        }])
    }

    /// Has other rules and tags by hand. What was done by hand holds at once, for the rules papers
    /// are looked through.
    pub(super) fn set_own(&mut self, kept: Kept) -> Response {
        let papers = differing_papers(&self.owned.kept.hand, &kept.hand);
        self.owned.kept = kept;
        self.know_names();
        let docs = papers.iter().filter_map(|paper| self.library.find(paper));
        self.owned.by_hand.extend(docs);
        self.tag_by_hand();
        self.look_again();
        Response::Own(self.own_view(!papers.is_empty()))
    }

    /// Tags a slice of the papers of which something else was done by hand.
    fn tag_by_hand(&mut self) {
        let mut looked_at = 0;
        let mut count = 0;
        while looked_at < GIVEN_BYTES
            && count < GIVEN
            && let Some(doc) = self.owned.by_hand.pop_front()
        {
            count += 1;
            looked_at += self.tag_and_put(doc);
        }
    }

    /// Tags a paper by the rules in force and by hand, also in the index; says how much text that
    /// took.
    fn tag_and_put(&mut self, doc: DocId) -> usize {
        self.tag_by_own(doc);
        self.library.get(doc).map_or(0, |record| {
            self.index.put_tags(doc, record);
            bytes_looked_at(&record.paper)
        })
    }

    /// Looks for what the wanted rules change, from the start. Papers that are getting tags get
    /// them first, for some have theirs already.
    fn look_again(&mut self) {
        if matches!(self.owned.stage, Stage::Giving(_)) {
            return;
        }
        let was_busy = matches!(self.owned.stage, Stage::Looking(_));
        self.owned.stage = Stage::Idle;
        let (before, after) = (self.owned.own.rules(), &self.owned.kept.rules);
        if before == after {
            if was_busy {
                self.say_done();
            }
            return;
        }
        // Rules are looked at before they are wanted, so that each can be used.
        if let Ok(mut revision) = Revision::new(before, after, true) {
            if !self.is_behind() {
                revision.narrow(self.searcher());
            }
            self.owned.stage = Stage::Looking(Box::new(revision));
        }
    }

    /// Does a slice of what is to be done so that the wanted rules are in force.
    pub(super) fn tag_some(&mut self) -> Option<Response> {
        if let Some(said) = self.owned.said.pop_front() {
            return Some(said);
        }
        if !self.owned.by_hand.is_empty() {
            self.tag_by_hand();
            if self.owned.by_hand.is_empty() {
                return Some(Response::Own(self.own_view(true)));
            }
            let of = count(self.library.records().len()).max(1);
            return Some(Response::Tagging(Tagging { done: 0, of }));
        }
        match std::mem::take(&mut self.owned.stage) {
            Stage::Idle => None,
            Stage::Looking(mut revision) => {
                let (names, hand) = (&self.index.names, &self.owned.kept.hand);
                let progress = revision.step(&self.library, names, hand, LOOKED_AT);
                let tagging = Tagging {
                    done: count(progress.done),
                    of: count(progress.of).max(1),
                };
                if !progress.is_complete() {
                    self.owned.stage = Stage::Looking(revision);
                    return Some(Response::Tagging(tagging));
                }
                if let Ok(own) = Own::new(self.owned.kept.rules.clone()) {
                    self.owned.own = own;
                }
                self.know_names();
                self.owned.stage = Stage::Giving(revision.finish().into_iter());
                // It is over when the papers have their tags.
                let done = tagging.of - 1;
                Some(Response::Tagging(Tagging { done, ..tagging }))
            }
            Stage::Giving(mut papers) => {
                let mut looked_at = 0;
                for (doc, names) in papers.by_ref().take(GIVEN) {
                    looked_at += self.give(doc, &names);
                    if looked_at > GIVEN_BYTES {
                        break;
                    }
                }
                if papers.len() > 0 {
                    self.owned.stage = Stage::Giving(papers);
                    let of = count(self.library.records().len()).max(1);
                    return Some(Response::Tagging(Tagging { done: of - 1, of }));
                }
                self.say_done();
                self.look_again();
                Some(Response::Own(self.own_view(true)))
            }
        }
    }

    /// Gives a paper the tags that were found for it; says how much text had to be looked at.
    fn give(&mut self, doc: DocId, names: &[Name]) -> usize {
        let Some(record) = self.library.get(doc) else {
            return 0;
        };
        // What was done by hand meanwhile was not found.
        if self.owned.kept.hand.of(&record.paper.id).next().is_some() {
            return self.tag_and_put(doc);
        }
        let tags = differing(record, names, &mut self.index.names);
        self.library.give(doc, tags);
        if let Some(record) = self.library.get(doc) {
            self.index.put_tags(doc, record);
        }
        0
    }

    /// Tags a paper by the rules in force and by hand.
    pub(super) fn tag_by_own(&mut self, doc: DocId) {
        let Some(record) = self.library.get(doc) else {
            return;
        };
        let tags = if self.owned.is_nothing() {
            None
        } else {
            let (paper, hand) = (&record.paper, &self.owned.kept.hand);
            let names = self.owned.own.names(paper, &record.tags, hand);
            differing(record, &names, &mut self.index.names)
        };
        self.library.give(doc, tags);
    }

    /// Stops looking for what the wanted rules change: those in force are wanted again.
    pub(super) fn cancel_tagging(&mut self) -> Option<Response> {
        if !matches!(self.owned.stage, Stage::Looking(_)) {
            return None;
        }
        self.owned.stage = Stage::Idle;
        self.owned.kept.rules = self.owned.own.rules().to_vec();
        self.know_names();
        self.say_done();
        Some(Response::Own(self.own_view(false)))
    }

    fn say_done(&mut self) {
        let of = count(self.library.records().len()).max(1);
        let done = Tagging { done: of, of };
        self.owned.said.push_back(Response::Tagging(done));
    }

    /// Every tag of the rules that are wanted or in force, and of those put on by hand, is one that
    /// can be asked for.
    pub(super) fn know_names(&mut self) {
        let kept = &self.owned.kept;
        let by_hand = kept.hand.papers().flat_map(|paper| kept.hand.of(paper));
        let by_hand = by_hand.map(|(name, _)| name);
        let in_force = self.owned.own.rules().iter().map(|rule| &rule.name);
        self.index.names.know(&kept.rules, in_force.chain(by_hand));
    }

    /// The rules that are wanted.
    fn own_view(&self, changed: bool) -> OwnView {
        let kept = &self.owned.kept;
        let names = &self.index.names;
        let rule = |rule: &Rule| RuleView {
            tag: TagView {
                facet: rule.name.facet,
                id: rule.name.id.clone(),
                label: draft::label(rule, names),
            },
            draft: draft::draft_of(rule, names),
        };
        let by_hand = kept.hand.papers();
        let by_hand = by_hand.map(|paper| kept.hand.of(paper).count()).sum();
        OwnView {
            rules: kept.rules.iter().map(rule).collect(),
            by_hand: count(by_hand),
            text: write(kept),
            changed,
        }
    }

    /// The tags of a paper with what earned them, in the page's order of facets, and those that
    /// were taken off by hand.
    pub(super) fn explain(&self, doc: DocId) -> (Vec<Given>, Vec<Name>) {
        let Some(record) = self.library.get(doc) else {
            return (Vec::new(), Vec::new());
        };
        let Owned { kept, own, .. } = &self.owned;
        let table = self.tagger.explain(&record.paper);
        let mut given = own.explain(&record.paper, table, &kept.hand);
        let names = &self.index.names;
        sorting::sort_by_key(&mut given, |given| {
            (given.name.facet, names.number(&given.name))
        });
        let hand = kept.hand.of(&record.paper.id);
        let removed = hand.filter(|(_, what)| *what == Hand::Remove);
        (given, removed.map(|(name, _)| name.clone()).collect())
    }

    /// The tags of any facet that fit what is typed, the most frequent first. What is written as
    /// `facet:name` can be a new one.
    pub(super) fn offered_tags(&self, typed: &str) -> Vec<TagView> {
        let names = &self.index.names;
        let typed = typed.trim();
        let new = new_tag(typed, names);
        let (facet, rest) = match typed.split_once(':') {
            Some((facet, rest)) => (Facet::from_name(facet.trim()), rest),
            None => (None, typed),
        };
        let wanted = rest.trim().to_lowercase();
        let mut found = Vec::new();
        for of in Facet::TAGGED {
            if facet.is_some_and(|facet| facet != of) {
                continue;
            }
            let totals = self.index.tag_totals();
            for tag in names.of(of) {
                let label = names.label(tag).to_lowercase();
                let place = label.find(&wanted).or_else(|| names.id(tag).find(&wanted));
                if let Some(place) = place {
                    let papers = totals.get(usize::from(tag.0)).copied().unwrap_or(0);
                    found.push((place > 0, std::cmp::Reverse(papers), tag));
                }
            }
        }
        sorting::sort(&mut found);
        let found = found.into_iter().take(OFFERED);
        let found = found.map(|(.., tag)| tag_view(&names.name(tag), names));
        found.chain(new).collect()
    }
}

/// A tag that there is not yet, where one is written.
fn new_tag(typed: &str, names: &Names) -> Option<TagView> {
    let (facet, label) = typed.split_once(':')?;
    let facet = Facet::from_name(facet.trim())?;
    let id = id_for(label);
    let is_new = facet.is_tagged() && !id.is_empty() && names.find(facet, &id).is_none();
    is_new.then(|| tag_view(&Name { facet, id }, names))
}

/// The papers with which something else was done by hand.
fn differing_papers(before: &ByHand, after: &ByHand) -> Vec<PaperId> {
    let both = before.papers().chain(after.papers());
    let differs = |paper: &&PaperId| !before.of(paper).eq(after.of(paper));
    let mut papers: Vec<PaperId> = both.filter(differs).cloned().collect();
    sorting::sort(&mut papers);
    papers.dedup();
    papers
}
