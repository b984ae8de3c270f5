//! The words that stand out in a day against the rest of the library: looked for in slices, behind
//! all that somebody waits for, and given up when the library changes.

use super::sets::muted;
use super::terms::term_views;
use super::{Engine, Store};
use crate::core::day::Day;
use crate::core::query::{Query, parse};
use crate::core::search::{Chosen, KeyTerms, KeyTermsFor, Options, Searcher};
use crate::protocol::{Response, TermView};

/// How many postings are looked at in a slice.
const A_SLICE: usize = 1 << 18;
/// How many words are shown.
const TERMS: usize = 5;

/// What stands out, or how far that is.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The generation of the library, and the day.
    of: Option<(u64, Day)>,
    /// The mutes that were in force.
    mutes: Vec<String>,
    stage: Stage,
}

#[derive(Debug, Default)]
enum Stage {
    /// The day's papers are yet to be found.
    #[default]
    Beginning,
    /// Terms are looked for.
    Terms(Box<KeyTerms>),
    /// What was chosen is counted.
    Counting(Chosen),
    /// This is what stands out.
    Done(Vec<TermView>),
}

impl Standing {
    pub(super) fn has_work(&self) -> bool {
        self.of.is_some() && !matches!(self.stage, Stage::Done(_))
    }

    /// What stands out in a day, as far as it is known; what is not, is looked for.
    pub(super) fn of(&mut self, store: &Store, day: Option<Day>) -> Vec<TermView> {
        let of = day.map(|day| (store.generation, day));
        let mutes = store.mutes();
        if self.of != of || self.mutes != mutes {
            *self = Self {
                of,
                mutes,
                stage: Stage::Beginning,
            };
        }
        match &self.stage {
            Stage::Done(terms) => terms.clone(),
            _ => Vec::new(),
        }
    }
}

impl Engine {
    /// Looks a slice further, and tells how far the reader is once more when that is over. What the
    /// library had before it changed is of no use.
    pub(super) fn stand_out(&mut self) -> Option<Response> {
        let (generation, day) = self.standing.of?;
        let stage = std::mem::take(&mut self.standing.stage);
        let query = of_day(day);
        if generation != self.store.generation {
            self.standing.of = None;
            return None;
        }
        self.standing.stage = self.store.stand_out(stage, &query);
        let is_done = !self.standing.has_work();
        is_done.then(|| self.overview(self.came.clone()))
    }
}

impl Store {
    fn stand_out(&mut self, stage: Stage, query: &Query) -> Stage {
        match stage {
            Stage::Beginning => {
                let moment = self.moment();
                let searcher = Searcher::new(&mut self.index, &self.library);
                let searcher = searcher.hiding(muted(&self.sets, moment));
                let options = Options {
                    first: Some(0),
                    ..Options::default()
                };
                let found = searcher.search(query, &options);
                let terms = KeyTerms::new(&self.index, query, &found, KeyTermsFor::Query);
                Stage::Terms(Box::new(terms))
            }
            Stage::Terms(mut terms) => {
                if terms.step(&self.index, self.library.records(), A_SLICE) {
                    Stage::Counting(terms.choose(&self.index, TERMS, |_| true))
                } else {
                    Stage::Terms(terms)
                }
            }
            Stage::Counting(mut chosen) => {
                if chosen.step(&self.index) {
                    let views = term_views(query, chosen.terms);
                    Stage::Done(views)
                } else {
                    Stage::Counting(chosen)
                }
            }
            Stage::Done(terms) => Stage::Done(terms),
        }
    }
}

/// The query for the papers of a day.
fn of_day(day: Day) -> Query {
    let parsed = parse(&format!("day:{day}"));
    parsed.map(|parsed| parsed.query).unwrap_or_default()
}
