//! Queries: what is printed reads as itself, edits take each other back, and what is found over a
//! small library is what a plain evaluator finds.

use std::cell::RefCell;

use digest_explorer::core::digest::read;
use digest_explorer::core::facet::Facet;
use digest_explorer::core::library::Record;
use digest_explorer::core::order::Sort;
use digest_explorer::core::query::{
    Atom, Choice, Parsed, Query, choice, choices, clear_facet, parse, selection, set_all_of,
    set_days, toggle_exclude, toggle_include, without_clause, writing,
};
use digest_explorer::core::search::{
    Index, Options, Searcher, check as check_names, corrected, matches,
};
use digest_explorer::core::tags::Tagger;
use digest_explorer::core::text::RichText;

#[path = "../../search_oracle/plain.rs"]
#[allow(
    dead_code,
    clippy::unwrap_used,
    reason = "a test's helper, of which only what finds papers is used here"
)]
mod plain;

use super::digest::NAME;
use crate::seeds::SEEDS;

thread_local! {
    static LIBRARY: RefCell<Library> = RefCell::new(Library::of_the_seeds());
}

struct Library {
    index: Index,
    records: Vec<Record>,
    sources: Vec<String>,
}

pub fn check(bytes: &[u8]) {
    let text = super::text(bytes);
    let carets = [0, text.len() / 2, text.len()];
    for caret in carets.map(|at| text.floor_char_boundary(at)) {
        if let Some(writing) = writing(&text, caret) {
            assert!(text.get(writing.start..writing.end).is_some(), "{text:?}");
        }
    }
    LIBRARY.with_borrow_mut(|library| {
        for caret in carets.map(|at| text.floor_char_boundary(at)) {
            library.complete(&text, caret);
        }
        match parse(&text) {
            Ok(parsed) => {
                assert_printed(&text, &parsed);
                assert_edits(&parsed.query);
                library.search(&text, &parsed);
            }
            Err(error) => {
                assert!(text.get(error.at.range()).is_some(), "{error:?}");
                assert!(!error.message.is_empty() && !error.message.contains('\n'));
            }
        }
    });
}

fn assert_printed(text: &str, parsed: &Parsed) {
    let printed = parsed.query.to_string();
    match parse(&printed) {
        Ok(again) => assert_eq!(again.query, parsed.query, "prints {printed:?}"),
        Err(error) => panic!("prints {printed:?}: {error}"),
    }
    assert_eq!(parsed.places.len(), parsed.query.terms().len());
    for place in &parsed.places {
        let written = text.get(place.range());
        assert!(written.is_some_and(|term| !term.is_empty()), "{place:?}");
    }
}

/// An edit gives a query that reads as itself, and taking it back gives the query from before.
fn assert_edits(query: &Query) {
    let reads = |query: &Query| match parse(&query.to_string()) {
        Ok(again) => assert_eq!(&again.query, query, "edited to {query}"),
        Err(error) => panic!("edited to {query}: {error}"),
    };
    for (facet, value) in [
        (Facet::Task, "slam"),
        (Facet::Day, "2026-03-02"),
        (Facet::Source, "a b/2.md"),
        (Facet::Category, "none"),
    ] {
        let before = choice(query, facet, value);
        assert_eq!(choices(query, facet)(value), before);
        for all_of in [false, true] {
            let included = toggle_include(query, facet, value, all_of);
            let after = choice(&included, facet, value);
            assert_eq!(after == Choice::Included, before != Choice::Included);
            reads(&included);
            if before == Choice::Off {
                let back = toggle_include(&included, facet, value, all_of);
                assert_eq!(&back, query, "a tick that was taken back");
            }
            let switched = set_all_of(query, facet, all_of);
            assert_eq!(
                selection(&switched, facet).included,
                selection(query, facet).included
            );
            reads(&switched);
        }
        let excluded = toggle_exclude(query, facet, value);
        let after = choice(&excluded, facet, value);
        assert_eq!(after == Choice::Excluded, before != Choice::Excluded);
        reads(&excluded);
        let cleared = clear_facet(query, facet);
        assert_eq!(choice(&cleared, facet, value), Choice::Off);
        reads(&cleared);
    }
    reads(&set_days(query, None));
    for clause in 0..query.clauses.len().min(3) {
        reads(&without_clause(query, clause));
    }
}

impl Library {
    /// The papers of the seeds, without styles, because the plain evaluator knows none.
    fn of_the_seeds() -> Self {
        let tagger = Tagger::new();
        let mut index = Index::with_segments_of(5);
        let mut records: Vec<Record> = Vec::new();
        for (source, seed) in (0..).zip(SEEDS) {
            for mut paper in read(NAME, seed.text.as_bytes().to_vec()).papers {
                let texts = [&mut paper.summary, &mut paper.comment, &mut paper.gist];
                for text in texts.into_iter().flatten().chain([&mut paper.title]) {
                    *text = RichText::from_plain(std::mem::take(&mut text.plain));
                }
                paper.code.clear();
                paper.gist = None;
                if records.iter().any(|record| record.paper.id == paper.id) {
                    continue;
                }
                let mut record = Record::new(paper);
                record.tags = tagger.tag(&record.paper);
                record.sources = vec![source];
                records.push(record);
            }
        }
        for (doc, record) in (0..).zip(&records) {
            index.put(doc, record);
        }
        let sources = (0..SEEDS.len()).map(|number| format!("a b/{number}.md"));
        Self {
            index,
            records,
            sources: sources.collect(),
        }
    }

    fn complete(&mut self, text: &str, caret: usize) {
        let searcher = Searcher::over(&mut self.index, &self.records, &self.sources);
        for one in searcher.complete(text, caret) {
            assert!(text.get(one.at.range()).is_some(), "{one:?}");
            assert!(!one.text.is_empty() && one.papers != Some(0), "{one:?}");
        }
    }

    fn search(&mut self, text: &str, parsed: &Parsed) {
        if check_names(&self.index.names, parsed).is_err() {
            return;
        }
        let query = &parsed.query;
        let options = Options {
            sort: [None, Some(Sort::Title), Some(Sort::Oldest)][text.len() % 3],
            all_of: vec![Facet::Task],
            first: None,
        };
        let searcher = Searcher::over(&mut self.index, &self.records, &self.sources);
        let mut found = searcher.search(query, &options);
        let docs = found.docs();
        assert_eq!(found.len(), docs.len());
        let mut sorted: Vec<usize> = docs.iter().map(|doc| *doc as usize).collect();
        sorted.sort_unstable();
        let has_regex = query
            .terms()
            .iter()
            .any(|term| matches!(term.atom, Atom::Regex { .. }));
        // The plain evaluator compiles a regex for every paper anew, and walks the expression for
        // each.
        if !has_regex && text.len() < 2_000 {
            let papers = plain::Papers {
                records: &self.records,
                sources: &self.sources,
                gone: &vec![false; self.records.len()],
                states: &plain::marked::Marked::default(),
            };
            assert_eq!(sorted, papers.hits(query, |_| true), "{query}");
        }
        if let Some(emptied) = &found.emptied {
            for offer in &emptied.offers {
                assert!(offer.hits > 0, "an offer of nothing: {offer:?}");
                let found = searcher.search(&offer.rest, &Options::default());
                assert_eq!(found.len(), offer.hits, "{offer:?}");
            }
        }
        for doc in docs.into_iter().take(4) {
            let record = &self.records[doc as usize];
            let matches = matches(record, query);
            super::markup::assert_drawn(&record.paper.title, &matches.title);
            if let Some(summary) = &record.paper.summary {
                super::markup::assert_drawn(summary, &matches.summary);
            }
            for (author, mark) in &matches.authors {
                let name = &record.paper.authors[*author as usize];
                assert!(name.get(mark.span.range()).is_some(), "{name} {mark:?}");
            }
            for term in searcher.explain(doc, query) {
                assert!(term.score.is_finite() && term.score >= 0.0, "{term:?}");
            }
        }
        for spelling in searcher.spellings(text, parsed) {
            let Some(corrected) = corrected(text, &spelling) else {
                continue;
            };
            assert!(parse(&corrected).is_ok(), "{corrected:?}");
        }
    }
}
