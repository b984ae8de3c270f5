//! Searches, in slices where they have many texts to look at.

use std::sync::Arc;

use super::sets::{Sets, muted};
use super::{Current, Engine, Store, count, facets, help, view, window_of};
use crate::core::day::Date;
use crate::core::index::bitset::Bitset;
use crate::core::query::{self, DayRange, Parsed, Query, QueryError, Unfinished};
use crate::core::search::{self, Found, Highlighter, Options, Scans, Searcher, wanted_days};
use crate::protocol::{Answer, DayCount, MutedView, OpenPaper, Problem, Response, Search, Window};

/// How many bytes of text a search looks at before it is first put aside: what takes longer is for
/// [`Engine::search`].
const AT_ONCE: usize = 1 << 20;
/// How many it looks at in a slice.
pub(super) const A_SLICE: usize = 64 << 10;

/// The search under way.
#[derive(Debug, Default)]
pub(super) struct Searching {
    pending: Option<Pending>,
    /// The scans of the last search, and the generation of the library that they are of.
    known: (u64, Scans),
}

#[derive(Debug)]
struct Pending {
    seq: u32,
    search: Search,
    window: Window,
    open: Option<OpenPaper>,
    asked: Result<Unfinished, QueryError>,
    generation: u64,
    scans: Scans,
}

impl Searching {
    pub(super) fn is_searching(&self) -> bool {
        self.pending.is_some()
    }
}

impl Engine {
    /// Begins a search; one that is under way is given up and never answered. Answers where that is
    /// done at once.
    pub(super) fn begin_search(
        &mut self,
        seq: u32,
        search: Search,
        window: Window,
        open: Option<OpenPaper>,
    ) -> Option<Response> {
        self.outstanding = None;
        let asked = if search.typing {
            query::unfinished(&search.text)
        } else {
            query::parse(&search.text).map(|finished| Unfinished {
                finished,
                meanwhile: None,
                begun: None,
            })
        };
        let asked = asked.and_then(|asked| {
            search::check(&self.store.index.names, &asked.finished)?;
            Ok(asked)
        });
        let mut pending = Pending {
            seq,
            search,
            window,
            open,
            asked,
            generation: 0,
            scans: Scans::default(),
        };
        self.scan(&mut pending);
        self.searching.pending = Some(pending);
        self.search_on(AT_ONCE)
    }

    /// Goes on with the search under way, over at least so many bytes of text, and gives its answer
    /// when it is over.
    pub(super) fn search_on(&mut self, bytes: usize) -> Option<Response> {
        let mut pending = self.searching.pending.take()?;
        if pending.generation != self.store.generation {
            self.scan(&mut pending);
        }
        if !self.store.mute(bytes) {
            self.searching.pending = Some(pending);
            return None;
        }
        if !pending.scans.step(self.store.library.records(), bytes) {
            self.searching.pending = Some(pending);
            return None;
        }
        let seq = pending.seq;
        let outcome = self.answer(pending).map_err(|error| Problem {
            at: error.at,
            message: error.message,
        });
        Some(Response::Answer { seq, outcome })
    }

    /// Begins the scans of a search for the library as it is.
    fn scan(&mut self, pending: &mut Pending) {
        let generation = self.store.generation;
        let nothing = Scans::default();
        let known = match &self.searching.known {
            (of, scans) if *of == generation => scans,
            _ => &nothing,
        };
        if let Ok(asked) = &pending.asked {
            let query = &asked.finished.query;
            pending.scans = Scans::new(self.store.searcher(), query, known);
        }
        pending.generation = generation;
    }

    fn answer(&mut self, pending: Pending) -> Result<Answer, QueryError> {
        let Pending {
            seq,
            search,
            window,
            open,
            asked,
            generation,
            scans,
        } = pending;
        let typed = asked?;
        // What is kept of the last search may be as large as what comes of this one.
        self.current = None;
        let names = &self.store.index.names;
        let written = search::named_by_ids(names, &typed.finished.query);
        let options = Options {
            sort: search.sort,
            all_of: search.all_of.clone(),
            first: Some(window.start.saturating_add(window.len) as usize),
        };
        let moment = self.store.moment();
        let queries = self.store.mutes();
        let listed = Arc::clone(&self.store.listed);
        let Store {
            library,
            index,
            value_names,
            sets,
            ..
        } = &mut self.store;
        let hidden = muted(sets, moment);
        let searcher = Searcher::new(index, library);
        let searcher = searcher.hiding(hidden.filter(|_| !search.shows_muted));
        // Where no word goes on so, it is told why nothing was found as if it were finished.
        let mut found = None;
        if let Some(meanwhile) = &typed.meanwhile {
            let all = searcher.search_scanned(meanwhile, &options, &scans);
            found = (!all.is_empty()).then(|| (meanwhile.clone(), all));
        }
        let goes_on = found.is_some();
        let (query, mut found) = found.unwrap_or_else(|| {
            let all = searcher.search_scanned(&written, &options, &scans);
            (written.clone(), all)
        });
        // A word that is only begun is not misspelt.
        let begun = typed.begun.as_ref().filter(|_| goes_on);
        let spelt = Parsed {
            query: begun.unwrap_or(&typed.finished.query).clone(),
            places: typed.finished.places.clone(),
        };
        let typed = Some(typed).filter(|_| goes_on);
        let left = left(searcher, typed.as_ref(), &written);
        let spellings = searcher.spellings(&search.text, &spelt);
        let spellings = help::spellings(&search.text, spellings);
        let readings = if found.is_empty() {
            searcher.readings(&search.text, &spelt, &scans)
        } else {
            Vec::new()
        };
        let among = |papers: &Bitset| {
            if search.shows_muted {
                found.hits_of(papers)
            } else {
                found.hidden_of(papers)
            }
        };
        let muted = muted_view(queries, sets, hidden, among);
        let highlighter = Highlighter::with(&query, &scans);
        let highlighter = highlighter.listing(listed);
        let docs = window_of(&mut found, window);
        let facets = value_names.views(&written, &found, &search.all_of, searcher);
        let days = days(&written, &found, searcher);
        let names = &self.store.index.names;
        let answer = Answer {
            hits: count(found.len()),
            papers: count(self.store.library.len()),
            sort: Some(found.sort),
            canonical: written.to_string(),
            chips: facets::chips(&written, &left, names),
            facets,
            days,
            start: window.start,
            rows: self.rows(&highlighter, &docs),
            spellings,
            emptied: help::emptied(&written, found.emptied.as_ref(), readings, names),
            open: open.and_then(|open| {
                let record = self.store.library.get(self.find(&open.id)?)?;
                Some(Box::new(view::open_marks(record, &highlighter, open.part)))
            }),
            muted,
            undated: found.undated,
            goes_on,
        };
        self.searching.known = (generation, scans);
        self.current = Some(Current {
            seq,
            query,
            written,
            typed,
            found,
            highlighter,
        });
        Ok(answer)
    }

    /// Gives the last search's hits their whole order: where more of it is asked for than was shown
    /// first, and before papers change, because afterwards it can no more be known.
    pub(super) fn finish_search(&mut self) {
        if let Some(Current { found, .. }) = &mut self.current
            && !found.is_finished()
        {
            let finished = self.store.searcher().finish(found);
            debug_assert!(finished.is_ok(), "papers change in `Engine::work` alone");
        }
    }
}

/// What chips leave of a query that may still be typed. Where there is nothing beside the word no
/// chip leaves it, and it is not looked for.
fn left(searcher: Searcher<'_>, typed: Option<&Unfinished>, written: &Query) -> Query {
    match typed.filter(|_| written.clauses.len() > 1) {
        Some(typed) => search::named_by_ids(searcher.names(), &searcher.settled(typed)),
        None => written.clone(),
    }
}

/// The papers that are muted, by each of these queries, as far as they are among some.
fn muted_view(
    queries: Vec<String>,
    sets: &Sets,
    muted: Option<&Bitset>,
    among: impl Fn(&Bitset) -> usize,
) -> MutedView {
    let Some(muted) = muted else {
        return MutedView::default();
    };
    let by = queries.into_iter().filter_map(|query| {
        let papers = among(&sets.get(&query)?.docs);
        (papers > 0).then(|| (query, count(papers)))
    });
    MutedView {
        papers: count(among(muted)),
        by: by.collect(),
    }
}

fn days(query: &Query, found: &Found, searcher: Searcher<'_>) -> Vec<DayCount> {
    let wanted = wanted_days(query);
    let asked = |day: Date| {
        let clause = |any: &Vec<DayRange>| any.iter().any(|range| range.holds(day));
        !wanted.is_empty() && wanted.iter().all(clause)
    };
    // Both name the days that papers of the library have.
    let papers = searcher.papers_by_day();
    let count = |((day, hits), (_, papers)): (&(Date, u32), (Date, u32))| DayCount {
        day: *day,
        hits: *hits,
        papers,
        chosen: asked(*day),
    };
    found.days.iter().zip(papers).map(count).collect()
}
