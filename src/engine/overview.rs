//! How far the reader is with the days of the library.

use super::sets::muted;
use super::{Engine, Store, count};
use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::index::bitset::Bitset;
use crate::core::marks::{DayProgress, State};
use crate::core::query::{Atom, Expr, Field, IsState, Query, Term};
use crate::core::search::{Scans, Searcher};
use crate::protocol::{CameView, OverviewView, Response};

/// How many sources are named by the query for what has come.
const MOST_SOURCES: usize = 100;

impl Engine {
    /// The days that are not finished, the one that just was, how many papers are kept, and what
    /// has come since the reader was here last, of these sources. What is muted does not count.
    pub(super) fn overview(&mut self, came: Option<Vec<String>>) -> Response {
        let (searcher, _) = self.store.unmuted();
        let all = searcher.all();
        let progress = self.store.index.progress(&all);
        let is_open = |day: &&DayProgress| !day.is_finished();
        let newest = progress.days.iter().rfind(is_open).copied();
        let oldest = progress.days.iter().find(is_open).copied();
        let last = self.store.last_days();
        let mut days = progress.days.iter().rev();
        let finished = days.find(|day| day.is_finished() && last.contains(&day.day));
        let finished = finished.copied();
        self.came = came;
        let came = self.came.as_deref();
        let came = came.and_then(|sources| self.store.came(sources));
        let day = newest.map(|day| day.day);
        Response::Overview(OverviewView {
            newest,
            oldest: oldest.filter(|_| oldest != newest),
            finished,
            new: progress.papers(State::New),
            starred: progress.papers(State::Starred),
            later: progress.papers(State::Later),
            undecided: progress.papers(State::Undecided),
            came,
            terms: self.standing.of(&self.store, day),
        })
    }
}

impl Store {
    /// The library at this moment without what is muted, as far as that is known, and the sets of
    /// settings.
    fn unmuted(&mut self) -> (Searcher<'_>, &super::sets::Sets) {
        let now = self.moment();
        let searcher = Searcher::new(&mut self.index, &self.library);
        (searcher.hiding(muted(&self.sets, now)), &self.sets)
    }

    /// The papers of some sources that the reader has not seen.
    fn came(&mut self, sources: &[String]) -> Option<CameView> {
        let of = |source: &String| {
            Expr::Term(Term {
                field: Some(Field::Facet(Facet::Source)),
                atom: Atom::Value(source.clone()),
            })
        };
        let sources: Vec<Expr> = sources.iter().take(MOST_SOURCES).map(of).collect();
        if sources.is_empty() {
            return None;
        }
        let is_new = Expr::Term(Term {
            field: Some(Field::Is),
            atom: Atom::Is(IsState::New),
        });
        let query = Query {
            clauses: vec![is_new, Expr::any(sources)],
        };
        let watched = self.watched();
        let are_known = !watched.is_empty() && watched.iter().all(|text| self.has_set(text));
        let (searcher, sets) = self.unmuted();
        let papers = searcher.papers(&query, &Scans::default())?;
        let under = are_known.then(|| {
            let mut under = Bitset::empty(papers.len());
            for set in watched.iter().filter_map(|text| sets.get(text)) {
                under.or(&set.docs);
            }
            count(under.common(&papers))
        });
        let papers = papers.count();
        (papers > 0).then(|| CameView {
            papers: count(papers),
            under,
            query: query.to_string(),
        })
    }

    /// The days of the paper that the newest act was about; of one about several papers those of
    /// the last.
    fn last_days(&self) -> &[Day] {
        let act = self.journal.to_undo();
        let paper = act.and_then(|act| act.changes.last()?.paper());
        let doc = paper.and_then(|paper| self.library.find(paper));
        let record = doc.and_then(|doc| self.library.get(doc));
        record.map_or(&[], |record| &record.paper.days)
    }
}
