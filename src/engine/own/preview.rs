//! What a rule would change, while it is being written.

use super::super::view::tag_view;
use super::super::{Store, count};
use super::revision::{Change, Revision};
use super::{LOOKED_AT, draft};
use crate::core::library::DocId;
use crate::core::tags::own::{Name, excess};
use crate::core::text::Span;
use crate::protocol::{ChangeView, Draft, PreviewView, Problem, Response, TagView};

/// Of how many tags it is told what becomes of them: a draft changes one, beside those of rules
/// that are looked through the library meanwhile.
const TOLD: usize = 20;

/// How many characters of a title are shown.
const TITLE: usize = 300;

/// The draft whose changes are looked for. A later one takes its place.
#[derive(Debug, Default)]
pub(in crate::engine) struct Previewer {
    seq: u32,
    at: Option<u32>,
    draft: Option<Draft>,
    walk: Option<Walk>,
}

#[derive(Debug)]
struct Walk {
    revision: Revision,
    /// The generation of the library and the rules that it is of.
    of: u64,
    view: PreviewView,
}

impl Previewer {
    pub(in crate::engine) fn is_previewing(&self) -> bool {
        self.walk.is_some()
    }

    /// Begins with a draft, or gives up the one before. What is wrong with it is told at once.
    pub(in crate::engine) fn begin(
        &mut self,
        seq: u32,
        at: Option<u32>,
        draft: Option<Draft>,
        store: &mut Store,
    ) -> Option<Response> {
        *self = Self {
            seq,
            at,
            draft,
            walk: None,
        };
        self.begin_again(store)
    }

    /// Tells again what is wrong with the draft: somebody tried to save it.
    pub(in crate::engine) fn refuse(
        &mut self,
        draft: Draft,
        store: &mut Store,
    ) -> Option<Response> {
        self.begin(self.seq, self.at, Some(draft), store)
    }

    fn begin_again(&mut self, store: &mut Store) -> Option<Response> {
        self.walk = None;
        let draft = self.draft.as_ref()?;
        let rule = draft::rule_of(draft);
        let names = &store.index.names;
        let label = draft::label(&rule, names);
        let is_built_in = crate::core::tags::find(rule.name.facet, &rule.name.id).is_some();
        let number = names
            .number(&rule.name)
            .filter(|_| !rule.name.id.is_empty());
        let papers = number.and_then(|tag| store.index.tag_totals().get(usize::from(tag.0)));
        let mut view = PreviewView {
            tag: (!rule.name.id.is_empty()).then(|| TagView {
                facet: rule.name.facet,
                id: rule.name.id.clone(),
                label,
            }),
            is_built_in,
            papers: papers.copied().unwrap_or(0),
            problems: draft::problems(draft, &rule),
            ..PreviewView::default()
        };
        let mut after = store.owned.kept.rules.clone();
        match self.at.map(|at| at as usize).filter(|at| *at < after.len()) {
            Some(at) => after[at] = rule,
            None => after.push(rule),
        }
        if let Some((_, problem)) = excess(&after).filter(|_| view.problems.is_empty()) {
            let (at, message) = (Span::default(), problem.message);
            view.problems.push((problem.field, Problem { at, message }));
        }
        let before = store.owned.own.rules();
        match Revision::new(before, &after, false) {
            Ok(mut revision) if view.problems.is_empty() => {
                if !store.is_behind() {
                    revision.narrow(store.searcher());
                }
                self.walk = Some(Walk {
                    revision,
                    of: store.generation,
                    view,
                });
                None
            }
            _ => Some(Response::Preview {
                seq: self.seq,
                preview: view,
            }),
        }
    }

    /// Does a slice; says what is known so far.
    pub(in crate::engine) fn step(&mut self, store: &mut Store) -> Option<Response> {
        if self.walk.as_ref()?.of != store.generation {
            self.begin_again(store);
        }
        let walk = self.walk.as_mut()?;
        let (names, hand) = (&store.index.names, &store.owned.kept.hand);
        let progress = walk.revision.step(&store.library, names, hand, LOOKED_AT);
        let changes = walk.revision.changes().iter().take(TOLD);
        let mut preview = walk.view.clone();
        preview.done = count(progress.done);
        preview.of = count(progress.of);
        preview.changes = changes.map(|change| view(store, change)).collect();
        if progress.is_complete() {
            self.walk = None;
        }
        Some(Response::Preview {
            seq: self.seq,
            preview,
        })
    }
}

fn view(store: &Store, (name, change): &(Name, Change)) -> ChangeView {
    let names = &store.index.names;
    let titled = |docs: &[DocId]| {
        let records = docs.iter().filter_map(|doc| store.library.get(*doc));
        let papers = records.map(|record| &record.paper);
        papers
            .map(|paper| {
                let title = paper.title.plain.chars().take(TITLE).collect();
                (paper.id.to_string(), title)
            })
            .collect()
    };
    ChangeView {
        tag: tag_view(name, names),
        gained: count(change.gained),
        lost: count(change.lost),
        gains: titled(&change.gains),
        losses: titled(&change.losses),
    }
}
