//! `digest query`: which papers of some files match.

use std::io::{self, Write};

use digest_explorer::core::export;
use digest_explorer::core::library::{Library, Record};
use digest_explorer::core::paper::Paper;
use digest_explorer::core::query::{self, QueryError};
use digest_explorer::core::search::{FacetCounts, Found, Index, Options, Searcher, check};
use digest_explorer::core::tags::Tagger;
use digest_explorer::core::text::Span;
use digest_explorer::core::visible;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::args::{Queries, QueryOptions};
use crate::{Outcome, complain, files};

/// Reads the files once and answers.
pub fn run(options: &QueryOptions, out: &mut impl Write) -> io::Result<Outcome> {
    let queries = match &options.queries {
        Queries::One(query) => Ok(query.clone()),
        Queries::Batch(path) => files::bytes(path)
            .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not UTF-8".into()))
            .map_err(|message| format!("{}: {message}", visible::line(path))),
    };
    let queries = match queries {
        Ok(queries) => queries,
        Err(message) => {
            complain(&message);
            return Ok(Outcome::Trouble);
        }
    };
    let (mut papers, read) = Papers::read(&options.files)?;
    let answered = match options.queries {
        Queries::One(_) => papers.answer_one(&queries, options, out)?,
        Queries::Batch(_) => {
            for query in queries.lines() {
                papers.answer_line(query, options, out)?;
            }
            Outcome::Fine
        }
    };
    Ok(read.max(answered))
}

/// The papers of the files, ready to be searched.
#[derive(Default)]
pub struct Papers {
    library: Library,
    index: Index,
}

impl Papers {
    /// Reads the files.
    pub fn read(paths: &[String]) -> io::Result<(Self, Outcome)> {
        let mut papers = Self::default();
        let tagger = Tagger::new();
        let outcome = files::each(paths, |source| {
            source.complain();
            let number = papers.library.add_source(&source.name);
            for paper in source.digest.papers {
                papers.library.add(paper, number, &tagger);
            }
            Ok(())
        })?;
        for (doc, record) in (0..).zip(papers.library.records()) {
            papers.index.put(doc, record);
        }
        Ok((papers, outcome))
    }

    fn search(&mut self, query: &str, options: &QueryOptions) -> Result<Found, QueryError> {
        let parsed = query::parse(query)?;
        check(&self.index.names, &parsed)?;
        let options = Options {
            sort: options.sort,
            ..Options::default()
        };
        let searcher = Searcher::new(&mut self.index, &self.library);
        let found = searcher.search(&parsed.query, &options);
        // Nobody is here to take up an offer, as the page makes one.
        if found.is_empty()
            && let Some(text) = query::operators_meant(query, &parsed)
            && let Ok(meant) = query::parse(&text)
        {
            let other = searcher.search(&meant.query, &options);
            if !other.is_empty() {
                let text = visible::line(&text);
                complain(&format!(
                    "no paper has all of these words; searched for {text}"
                ));
                return Ok(other);
            }
        }
        Ok(found)
    }

    /// The papers that match, in order, each with the name of the file that told of it first; an
    /// error goes to the standard error.
    pub fn matching(&mut self, query: &str) -> Option<Vec<(&Paper, &str)>> {
        let mut found = match self.search(query, &QueryOptions::default()) {
            Ok(found) => found,
            Err(error) => {
                complain(&error_text(query, &error));
                return None;
            }
        };
        let docs = found.docs();
        let records = docs.iter().filter_map(|doc| self.library.get(*doc));
        let source = |record: &Record| {
            let number = record
                .sources
                .first()
                .and_then(|n| usize::try_from(*n).ok());
            number.and_then(|n| self.library.sources().get(n))
        };
        let named = |record| source(record).map_or("", String::as_str);
        Some(
            records
                .map(|record| (&record.paper, named(record)))
                .collect(),
        )
    }

    /// Whether a query can be asked.
    pub fn check(&self, query: &str) -> Result<(), QueryError> {
        check(&self.index.names, &query::parse(query)?)
    }

    /// The names of the files, or of members of them.
    pub fn sources(&self) -> &[String] {
        self.library.sources()
    }

    /// The papers that match, in the order in which they were read, each with the places of its
    /// sources among [`Papers::sources`].
    pub fn with_sources(&mut self, query: &str) -> Result<Vec<(&Paper, Vec<usize>)>, QueryError> {
        let mut found = self.search(query, &QueryOptions::default())?;
        let mut docs = found.docs().clone();
        docs.sort_unstable();
        let records = docs.iter().filter_map(|doc| self.library.get(*doc));
        let place = |source: &u32| usize::try_from(*source).ok();
        let placed = |record: &Record| record.sources.iter().filter_map(place).collect();
        Ok(records
            .map(|record| (&record.paper, placed(record)))
            .collect())
    }

    fn ids(&self, found: &mut Found) -> Vec<&str> {
        found
            .docs()
            .iter()
            .filter_map(|doc| self.library.get(*doc))
            .map(|record| record.paper.id.as_str())
            .collect()
    }

    /// `{facet:{value:count}}`, in the facets' own order and without zeros.
    fn facets(&mut self, found: &Found) -> Ordered<Ordered<u32>> {
        let values = |counts: FacetCounts| {
            let some = counts.values.into_iter().filter(|(_, count)| *count > 0);
            Ordered(some.collect())
        };
        let searcher = Searcher::new(&mut self.index, &self.library);
        let all = searcher.facet_counts(found).into_iter();
        let facets = all.map(|counts| (counts.facet.name().to_owned(), values(counts)));
        Ordered(facets.filter(|(_, values)| !values.0.is_empty()).collect())
    }

    /// Ids, a count or facets as text; an error with the place in the query.
    fn answer_one(
        &mut self,
        query: &str,
        options: &QueryOptions,
        out: &mut impl Write,
    ) -> io::Result<Outcome> {
        let mut found = match self.search(query, options) {
            Ok(found) => found,
            Err(error) => {
                complain(&error_text(query, &error));
                return Ok(Outcome::Trouble);
            }
        };
        if found.undated > 0 {
            complain(&left_out(found.undated));
        }
        if options.count {
            writeln!(out, "{}", found.len())?;
        }
        if options.facets {
            export::write_json(out, &self.facets(&found))?;
            writeln!(out)?;
        }
        if !options.count && !options.facets {
            for id in self.ids(&mut found) {
                writeln!(out, "{id}")?;
            }
        }
        Ok(Outcome::Fine)
    }

    /// One JSON object for one query; an error is part of it.
    fn answer_line(
        &mut self,
        query: &str,
        options: &QueryOptions,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let answer = match self.search(query, options) {
            Ok(mut found) => Answer {
                query,
                count: found.len(),
                facets: options.facets.then(|| self.facets(&found)),
                ids: (!options.count).then(|| self.ids(&mut found)),
                error: None,
            },
            Err(error) => Answer {
                query,
                count: 0,
                ids: (!options.count).then(Vec::new),
                facets: None,
                error: Some(ErrorJson {
                    message: error.message,
                    at: error.at.start,
                }),
            },
        };
        export::write_json(out, &answer)?;
        writeln!(out)
    }
}

/// The answer to one query of a batch: names and order are part of the interface.
#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    count: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    ids: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facets: Option<Ordered<Ordered<u32>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorJson>,
}

#[derive(Serialize)]
struct ErrorJson {
    message: String,
    /// Where it starts in the query, in bytes.
    at: u32,
}

/// A JSON object that keeps its order.
struct Ordered<T>(Vec<(String, T)>);

impl<T: Serialize> Serialize for Ordered<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// What is said of papers that a query by days leaves out for want of a day.
fn left_out(papers: u32) -> String {
    let (papers, have) = match papers {
        1 => ("1 paper".to_owned(), "has"),
        _ => (format!("{papers} papers"), "have"),
    };
    format!("{papers} {have} no day that is known, or not closely enough for these days")
}

/// An error with the place in the query.
pub fn error_text(query: &str, error: &QueryError) -> String {
    let message = visible::line(&error.message);
    format!("{message}\n{}", caret(query, error.at))
}

/// The query with a line under it that marks a place.
fn caret(query: &str, at: Span) -> String {
    let chars = |end: u32| query.get(..end as usize).unwrap_or(query).chars().count();
    let (start, end) = (chars(at.start), chars(at.end));
    let marks = "^".repeat(end.saturating_sub(start).max(1));
    // Character by character, so that the marks stay under what they mark.
    let query = visible::line(query);
    format!("  {query}\n  {}{marks}", " ".repeat(start))
}
