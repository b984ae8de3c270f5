//! The words that stand out among the hits of the last search: made in slices, after the answer,
//! and given up when another search comes.

use super::{Engine, count};
use crate::core::facet::Facet;
use crate::core::library::Record;
use crate::core::query::{Atom, Choice, Expr, Query, Term, choice};
use crate::core::search::{Chosen, Found, KeyTerm, KeyTerms, KeyTermsFor, named_by_ids};
use crate::core::tags::Trial;
use crate::protocol::{Response, TermView, TermsView};

/// How many postings are looked at in a slice.
const A_SLICE: usize = 1 << 18;
/// How many papers phrases are tried on in a slice.
const PAPERS_A_SLICE: usize = 128;
/// How many bytes of abstracts they are tried on at least in a slice, unless so many papers have
/// less.
const BYTES_A_SLICE: usize = 256 << 10;
/// How many terms are shown, and how many phrases for rules.
const TERMS: usize = 24;
const PHRASES: usize = 30;

/// The work that is under way.
#[derive(Debug)]
pub(super) struct Outstanding {
    seq: u32,
    generation: u64,
    /// What the terms are added to.
    query: Query,
    untagged: Option<Facet>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Terms are looked for.
    Terms(Box<KeyTerms>),
    /// What was chosen is counted.
    Counting(Chosen),
    /// It is tried on the hits.
    Trying(Box<Trying>),
}

/// Phrases, and what a rule of each would tag.
#[derive(Debug)]
struct Trying {
    phrases: Vec<KeyTerm>,
    trial: Trial,
    /// How many hits each would tag.
    tagged: Vec<u32>,
    /// The hits that are left, the last first.
    left: Vec<u32>,
}

impl Trying {
    fn new(phrases: Vec<KeyTerm>, found: &Found) -> Self {
        Self {
            trial: Trial::new(phrases.iter().map(|phrase| phrase.words.as_str())),
            tagged: vec![0; phrases.len()],
            left: if phrases.is_empty() {
                Vec::new()
            } else {
                found.papers()
            },
            phrases,
        }
    }

    /// Tries the phrases on some hits; whether all are done.
    fn step(&mut self, records: &[Record]) -> bool {
        let (mut papers, mut bytes) = (0, 0);
        while papers < PAPERS_A_SLICE
            && bytes < BYTES_A_SLICE
            && let Some(doc) = self.left.pop()
        {
            papers += 1;
            let Some(record) = records.get(doc as usize) else {
                continue;
            };
            let summary = record.paper.summary.as_ref();
            bytes += summary.map_or(0, |text| text.plain.len());
            for phrase in self.trial.tags(&record.paper) {
                self.tagged[phrase] += 1;
            }
        }
        self.left.is_empty()
    }
}

impl Engine {
    /// Begins to look for the terms of the search of this number, if it is the last that was
    /// answered.
    pub(super) fn begin_terms(&mut self, seq: u32) -> Option<Response> {
        self.outstanding = None;
        let current = self.current.as_ref().filter(|current| current.seq == seq)?;
        let asks = |facet: &Facet| choice(&current.written, *facet, "none") == Choice::Included;
        let untagged = Facet::TAGGED.into_iter().find(asks);
        let wanted_for = match untagged {
            Some(_) => KeyTermsFor::Rules,
            None => KeyTermsFor::Query,
        };
        let query = match &current.typed {
            Some(typed) => {
                let searcher = self.store.searcher();
                named_by_ids(searcher.names(), &searcher.settled(typed))
            }
            None => current.written.clone(),
        };
        let terms = KeyTerms::new(
            &self.store.index,
            &current.query,
            &current.found,
            wanted_for,
        );
        self.outstanding = Some(Outstanding {
            seq,
            generation: self.store.generation,
            query,
            untagged,
            stage: Stage::Terms(Box::new(terms)),
        });
        None
    }

    /// Goes on with it for a slice, and gives what was found when it is over. When the library has
    /// changed there is nothing to give: a search will come.
    pub(super) fn terms_on(&mut self) -> Option<Response> {
        let mut work = self.outstanding.take()?;
        let current = self.current.as_ref()?;
        if work.generation != self.store.generation || work.seq != current.seq {
            return None;
        }
        let (index, records) = (&self.store.index, self.store.library.records());
        work.stage = match work.stage {
            Stage::Terms(mut terms) => {
                if !terms.step(index, records, A_SLICE) {
                    Stage::Terms(terms)
                } else if let Some(facet) = work.untagged {
                    let tagger = &self.store.tagger;
                    let wanted = |phrase: &str| !tagger.knows(facet, phrase);
                    Stage::Counting(terms.choose(index, PHRASES, wanted))
                } else {
                    Stage::Counting(terms.choose(index, TERMS, |_| true))
                }
            }
            Stage::Counting(mut chosen) => {
                if chosen.step(index) {
                    let terms = chosen.terms;
                    let counts: Vec<u32> = terms.iter().map(|term| count(term.papers)).collect();
                    let said = (work.seq, work.untagged, &work.query);
                    let said = answer(said, terms.clone(), &counts);
                    // Where rules are to be tried that takes a while: what the index says is good
                    // until then.
                    if work.untagged.is_some() {
                        let trying = Trying::new(terms, &current.found);
                        self.outstanding = Some(Outstanding {
                            stage: Stage::Trying(Box::new(trying)),
                            ..work
                        });
                    }
                    return Some(said);
                }
                Stage::Counting(chosen)
            }
            Stage::Trying(mut trying) => {
                if trying.step(records) {
                    let Trying {
                        phrases, tagged, ..
                    } = *trying;
                    let said = (work.seq, work.untagged, &work.query);
                    return Some(answer(said, phrases, &tagged));
                }
                Stage::Trying(trying)
            }
        };
        self.outstanding = Some(work);
        None
    }
}

fn answer(
    (seq, untagged, query): (u32, Option<Facet>, &Query),
    terms: Vec<KeyTerm>,
    counts: &[u32],
) -> Response {
    Response::Terms {
        seq,
        view: TermsView {
            untagged,
            terms: views(query, terms, counts.iter().copied()),
        },
    }
}

/// Terms as the page shows them, each with how many papers have it.
pub(super) fn term_views(query: &Query, terms: Vec<KeyTerm>) -> Vec<TermView> {
    let counts: Vec<u32> = terms.iter().map(|term| count(term.papers)).collect();
    views(query, terms, counts.into_iter())
}

fn views(query: &Query, terms: Vec<KeyTerm>, counts: impl Iterator<Item = u32>) -> Vec<TermView> {
    let view = |(term, papers): (KeyTerm, u32)| TermView {
        query: with(query, &term.words),
        words: term.words,
        papers,
    };
    // A rule of a phrase minds the commas, so it may find nothing.
    let counted = terms.into_iter().zip(counts);
    let counted = counted.filter(|(_, papers)| *papers > 0);
    counted.map(view).collect()
}

/// The query's text with a term.
fn with(query: &Query, words: &str) -> String {
    let atom = if words.contains(' ') {
        Atom::Phrase(words.to_owned())
    } else {
        Atom::Word(words.to_owned())
    };
    let mut query = query.clone();
    query.clauses.push(Expr::Term(Term { field: None, atom }));
    query.to_string()
}
