//! The reader's own rules and tags: what is wanted, what is in force, and the way from one to the
//! other.
//!
//! They are settings of the journal, so that each change is an act among the others.
//!
//! New rules are looked through the whole library first, in slices, and given to the papers when
//! that is over: a search finds the tags of the old rules until then, and cancelling leaves them.

mod draft;
mod edits;
mod import;
mod offers;
mod preview;
mod revision;
mod settled;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::vec::IntoIter;

use self::revision::{Revision, differing};
use super::view::tag_view;
use super::{Store, count};
use crate::core::library::DocId;
use crate::core::paper::PaperId;
use crate::core::sorting;
use crate::core::tags::own::{ByHand, Given, Kept, Name, Own, Rule, write};
use crate::core::tags::{self, bytes_looked_at};
use crate::protocol::{Hand, OwnView, Response, RuleView, TagView, Tagging};

pub(super) use import::rules_in;
pub(super) use preview::Previewer;

/// How many papers are looked at in one slice: tokens of one take some ten microseconds.
const LOOKED_AT: usize = 32;
/// How many papers are given their tags in one slice.
const GIVEN: usize = 512;
/// After how much text, where they must be looked at for that, a slice is over before.
const GIVEN_BYTES: usize = 256 << 10;

/// The reader's own rules and tags.
#[derive(Debug, Default)]
pub(super) struct Owned {
    /// The rules as they are wanted, and what was done by hand.
    kept: Kept,
    /// The names of the settings of these rules.
    names: Vec<String>,
    /// All rules by the names of their settings.
    known: BTreeMap<String, Rule>,
    /// Whether rules of earlier visits are left out.
    leaves_out: bool,
    /// Whether the library is being opened: what is wanted is not looked at until all is there.
    waits: bool,
    /// The rules that are in force.
    own: Own,
    stage: Stage,
    /// Papers of which something else was done by hand, yet to be given their tags.
    by_hand: VecDeque<DocId>,
    /// What is yet to be said.
    said: VecDeque<Response>,
    /// Whether the page is to hear of the rules, and whether papers have other tags since it did.
    untold: Option<bool>,
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
    /// A library takes the place of this one in which these rules and tags by hand are in force;
    /// if it waits, not all of it is there yet.
    pub(super) fn come_into_force(&mut self, kept: Kept, own: Own, waits: bool) {
        self.kept = kept;
        self.own = own;
        self.waits = waits;
        self.stage = Stage::Idle;
        self.by_hand.clear();
    }

    /// What is wanted.
    pub(super) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Whether rules of earlier visits are left out.
    pub(super) fn leaves_out(&self) -> bool {
        self.leaves_out
    }

    pub(super) fn has_work(&self) -> bool {
        !self.said.is_empty()
            || self.untold.is_some()
            || !self.by_hand.is_empty()
            || !matches!(self.stage, Stage::Idle)
    }

    fn is_looking(&self) -> bool {
        matches!(self.stage, Stage::Looking(_))
    }

    fn is_nothing(&self) -> bool {
        self.own.rules().is_empty() && self.kept.hand.is_empty()
    }
}

impl Store {
    /// Has other rules and tags by hand. What was done by hand holds at once, for the rules papers
    /// are looked through.
    fn set_own(&mut self, kept: Kept) {
        let papers = differing_papers(&self.owned.kept.hand, &kept.hand);
        self.owned.kept = kept;
        self.know_names();
        let docs = papers.iter().filter_map(|paper| self.library.find(paper));
        let docs: BTreeSet<DocId> = docs.collect();
        // What was found for these papers holds with what was done by hand before; they are tagged
        // by the rules in force, which are the new ones by now.
        if let Stage::Giving(found) = &mut self.owned.stage {
            let others = std::mem::take(found).filter(|(doc, _)| !docs.contains(doc));
            *found = others.collect::<Vec<_>>().into_iter();
        }
        self.owned.by_hand.extend(docs);
        self.tag_by_hand();
        self.look_again();
        let untold = self.owned.untold.unwrap_or(false);
        self.owned.untold = Some(untold || !papers.is_empty());
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
        if self.owned.untold.is_some() {
            return Some(self.own_told());
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
                for (doc, names) in papers.by_ref().take(GIVEN) {
                    self.give(doc, &names);
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

    /// Gives a paper the tags that were found for it.
    fn give(&mut self, doc: DocId, names: &[Name]) {
        let Some(record) = self.library.get(doc) else {
            return;
        };
        let tags = differing(record, names, &mut self.index.names);
        self.library.give(doc, tags);
        if let Some(record) = self.library.get(doc) {
            self.index.put_tags(doc, record);
        }
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
        let by_hand = || kept.hand.papers().flat_map(|paper| kept.hand.of(paper));
        let mut put_on: BTreeMap<&Name, usize> = BTreeMap::new();
        for (name, _) in by_hand().filter(|(_, what)| *what == Hand::Add) {
            *put_on.entry(name).or_default() += 1;
        }
        put_on.retain(|name, _| tags::find(name.facet, &name.id).is_none());
        OwnView {
            rules: kept.rules.iter().map(rule).collect(),
            by_hand: count(by_hand().count()),
            text: write(kept),
            changed,
            tags: put_on
                .into_iter()
                .map(|(name, papers)| (tag_view(name, names), count(papers)))
                .collect(),
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
