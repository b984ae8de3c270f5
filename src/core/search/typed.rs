//! What stands for a query whose last word is still being typed, once something is built on it.

use super::scan::Scans;
use super::searcher::Searcher;
use crate::core::query::{Expr, Query, Unfinished};

impl Searcher<'_> {
    /// The finished query that finds what an unfinished one finds while it is typed, so that what
    /// is built on it keeps what was counted: the last word as it is where no other begins so, else
    /// its beginning, or both where the beginning alone finds less. Only the word is looked for,
    /// whatever stands around it, because that may be what changes.
    pub fn settled(&self, typed: &Unfinished) -> Query {
        let finished = &typed.finished.query;
        let (Some(both), Some(begun)) = (&typed.meanwhile, &typed.begun) else {
            return finished.clone();
        };
        let mut words = finished.terms().into_iter().zip(begun.terms());
        let Some((word, start)) = words.find(|(word, start)| word != start) else {
            return finished.clone();
        };
        let all = self.hiding(None);
        let [of_word, of_start] = [word, start].map(|term| {
            let query = Query::from(Expr::Term(term.clone()));
            let papers = all.papers(&query, &Scans::default());
            papers.unwrap_or_else(|| all.none())
        });
        let common = of_word.common(&of_start);
        let settled = if common == of_start.count() {
            finished
        } else if common == of_word.count() {
            begun
        } else {
            both
        };
        settled.clone()
    }
}
