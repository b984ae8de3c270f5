//! Key terms: the words and phrases that some papers of the library have more often than the rest.
//!
//! How far a term stands out ("keyness" in corpus linguistics) is told by the log-likelihood ratio
//! G² over the table of papers in and outside the set, with and without the term: Ted Dunning,
//! "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19
//! (1993), as it is used to compare corpora by Paul Rayson and Roger Garside, "Comparing corpora
//! using frequency profiling" (2000). Papers are counted, not mentions, so one paper that says a
//! word a hundred times does not make it a key term. Titles and abstracts count; authors do not.
//!
//! | file | owns |
//! |---|---|
//! | `words` | every word of the dictionary, counted exactly by its posting lists |
//! | `phrases` | neighbouring words: candidates from a sample of the texts, counted exactly by their posting lists |
//! | `choice` | the best of both, without those that say the same |
//! | `stop` | words that say nothing about a paper |
//!
//! The work is done in steps of about as many postings as are asked for, so that it can be given up
//! between any two.

mod choice;
mod phrases;
mod stop;
#[cfg(test)]
mod tests;
mod words;

use super::Found;
use super::rank::as_f64;
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::TextField;
use crate::core::index::{Index, TermId, narrow};
use crate::core::library::Record;
use crate::core::query::{Atom, Field, Query};
use crate::core::words::tokens;

/// The fields that count.
const SCOPE: [TextField; 2] = [TextField::Title, TextField::Abstract];
/// The least G² that is no chance: 1 in 100 by the χ² distribution with one degree of freedom.
const LEAST: f64 = 6.63;
/// The fewest papers of the set that a term must stand in, whatever it is for.
const FEWEST: u32 = 2;
/// How many terms of the query are no news at most: every word is compared with each.
const MOST_ASKED: usize = 100;
/// How many letters two words share at their start at least that are forms of one: `detection` and
/// `detector`.
const SHARED: usize = 5;

/// What terms are wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyTermsFor {
    /// To tell what a set is about and to narrow it: words, and two side by side.
    Query,
    /// To tag papers by: up to three words, phrases rather than words, and none that is rare.
    Rules,
}

impl KeyTermsFor {
    /// How many words a phrase has at most.
    fn longest(self) -> usize {
        match self {
            Self::Query => 2,
            Self::Rules => 3,
        }
    }

    /// In how many papers of a set of so many a term must stand: what one paper alone says is its
    /// own.
    fn fewest(self, inside: u32) -> u32 {
        match self {
            Self::Query => 2,
            Self::Rules => (inside / 100).clamp(3, 50),
        }
    }

    /// How much more a term of so many words is worth than a word.
    fn worth(self, words: usize) -> f64 {
        match self {
            Self::Query => 1.0,
            Self::Rules => as_f64(words),
        }
    }
}

/// A word or phrase that stands out.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyTerm {
    /// Its words, with a space between two.
    pub words: String,
    /// How many papers of the set have it where a query without a field looks.
    pub papers: usize,
    /// How many papers outside the set do.
    pub others: usize,
    /// What it is sorted by: how far it stands out in titles and abstracts, G², and for rules as
    /// many times that as it has words.
    pub worth: f64,
}

/// A term with its counts.
#[derive(Clone, Debug)]
struct Candidate {
    /// Its words, each by the form that stands for all that share its stem.
    terms: Vec<TermId>,
    /// Papers of the set that have it, and papers outside.
    counts: [u32; 2],
    /// How far it stands out, and for rules how many words it has.
    worth: f64,
}

/// The search for key terms of a set of papers.
#[derive(Debug)]
pub struct KeyTerms {
    hits: Bitset,
    /// How many papers are in the set, and how many outside.
    papers: [u32; 2],
    wanted_for: KeyTermsFor,
    /// The words of the query: that these stand out is no news.
    asked: Vec<TermId>,
    /// What words of the query begin with that stand for all that go on so.
    prefixes: Vec<String>,
    words: words::Words,
    phrases: phrases::Phrases,
    found: Vec<Candidate>,
}

impl KeyTerms {
    /// Begins to look for the key terms of what a query found. The index must stay as it is until
    /// the last step.
    pub fn new(index: &Index, query: &Query, found: &Found, wanted_for: KeyTermsFor) -> Self {
        let hits = found.hits().clone();
        let inside = hits.common(&index.sets.live);
        let outside = index.sets.live.count() - inside;
        let papers = [inside, outside].map(narrow);
        let mut this = Self {
            papers,
            wanted_for,
            asked: Vec::new(),
            prefixes: Vec::new(),
            words: words::Words::new(index, &hits),
            phrases: phrases::Phrases::new(&hits, inside),
            found: Vec::new(),
            hits,
        };
        this.ask(index, query);
        this
    }

    fn ask(&mut self, index: &Index, query: &Query) {
        // The first words of a query that is longer than anybody writes it are enough.
        for term in query.terms().into_iter().take(MOST_ASKED) {
            match (&term.atom, term.field) {
                (_, Some(Field::Author)) => {}
                (
                    Atom::Word(text) | Atom::Exact(text) | Atom::Phrase(text) | Atom::Prefix(text),
                    _,
                ) => {
                    let mut words = tokens::words(text);
                    if let Atom::Prefix(_) = term.atom {
                        self.prefixes.extend(words.pop());
                    }
                    let words = words.into_iter();
                    let leaders = words.filter_map(|word| index.dictionary.leader(&word));
                    self.asked.extend(leaders);
                }
                _ => {}
            }
        }
    }

    /// Goes on over about so many postings; whether it is over.
    pub fn step(&mut self, index: &Index, records: &[Record], postings: usize) -> bool {
        let [inside, outside] = self.papers;
        // Of a set that is everything or next to nothing no term stands out.
        if inside < FEWEST || outside == 0 {
            return true;
        }
        if let Some(found) = self.words.step(index, postings) {
            let found = found.into_iter().filter_map(|(term, counts)| {
                let is_news = self.words.stands_alone(term) && self.is_news(index, term);
                is_news.then(|| self.candidate(vec![term], counts))?
            });
            let found: Vec<Candidate> = found.collect();
            self.found.extend(found);
            return false;
        }
        let over = self.phrases.step(
            index,
            records,
            &self.words,
            self.papers,
            self.wanted_for.longest(),
            postings,
        );
        let mut found = Vec::new();
        for (terms, docs) in std::mem::take(&mut self.phrases.counted) {
            let inside = docs.common(&self.hits);
            let counts = [inside, docs.count() - inside].map(narrow);
            // That a word of the query stands out beside any other is no news either: the other
            // must do so itself.
            let is_asked = |term: &&TermId| self.is_asked(index, **term);
            let stands_out = |term: &TermId| {
                let counts = self.words.counts(*term);
                keyness(self.papers, counts).is_some()
            };
            let mut others = terms.iter().filter(|term| !is_asked(term));
            let is_news = match others.clone().count() {
                0 => false,
                count if count < terms.len() => others.all(stands_out),
                _ => true,
            };
            if is_news {
                found.extend(self.candidate(terms, counts));
            }
        }
        self.found.extend(found);
        over
    }

    fn is_news(&self, index: &Index, term: TermId) -> bool {
        let word = index.dictionary.term(term);
        let is_form = |asked: &TermId| is_form(index.dictionary.term(*asked), word);
        !self.is_asked(index, term) && !self.asked.iter().any(is_form)
    }

    /// Whether the query looks for a word.
    fn is_asked(&self, index: &Index, term: TermId) -> bool {
        let word = index.dictionary.term(term);
        let begins = |start: &String| word.starts_with(start);
        self.asked.contains(&term) || self.prefixes.iter().any(begins)
    }

    /// A term that stands out; `None` where it does not.
    fn candidate(&self, terms: Vec<TermId>, counts: [u32; 2]) -> Option<Candidate> {
        if counts[0] < self.wanted_for.fewest(self.papers[0]) {
            return None;
        }
        Some(Candidate {
            worth: self.wanted_for.worth(terms.len()) * keyness(self.papers, counts)?,
            terms,
            counts,
        })
    }

    /// Chooses the terms that stand out most, at most so many, without those that are not wanted.
    /// To be called when the last step is over.
    pub fn choose(self, index: &Index, most: usize, wanted: impl Fn(&str) -> bool) -> Chosen {
        let read = |terms: &[TermId]| self.words.read(index, terms);
        let mut left = choice::choose(self.found, most, read, wanted);
        left.reverse();
        Chosen {
            hits: self.hits,
            left,
            terms: Vec::new(),
        }
    }
}

/// The terms that were chosen, of which it is yet to be counted what a query without a field finds.
#[derive(Debug)]
pub struct Chosen {
    hits: Bitset,
    /// Those that are not counted, the last first.
    left: Vec<(String, Candidate)>,
    /// Those that are.
    pub terms: Vec<KeyTerm>,
}

impl Chosen {
    /// Counts the next term; whether all are counted.
    pub fn step(&mut self, index: &Index) -> bool {
        if let Some((words, candidate)) = self.left.pop() {
            let positions = candidate.terms.iter();
            let positions = positions.map(|term| words::forms_of(&index.dictionary, *term));
            let (docs, _) = super::words::find(index, positions.collect(), &TextField::ALL);
            let papers = docs.common(&self.hits);
            self.terms.push(KeyTerm {
                words,
                papers,
                others: docs.count() - papers,
                worth: candidate.worth,
            });
        }
        self.left.is_empty()
    }
}

/// How far a term stands out; `None` where it does not.
fn keyness(papers: [u32; 2], counts: [u32; 2]) -> Option<f64> {
    let keyness = log_likelihood(papers, counts);
    (is_frequent(papers, counts) && keyness >= LEAST).then_some(keyness)
}

/// Whether two words are forms of one, judged by how they start.
fn is_form(one: &str, other: &str) -> bool {
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let shared = shared.count();
    shared >= SHARED && 4 * shared >= 3 * one.len().min(other.len())
}

/// Whether the share of papers that have a term is greater in the set than outside.
fn is_frequent([inside, outside]: [u32; 2], [with, others]: [u32; 2]) -> bool {
    u64::from(with) * u64::from(outside) > u64::from(others) * u64::from(inside)
}

/// G² of a term: twice the sum, over the four cells of the table, of what is observed times the
/// logarithm of its ratio to what is expected when the term is as frequent in the set as outside.
fn log_likelihood(papers: [u32; 2], with: [u32; 2]) -> f64 {
    let number = |n: u32| as_f64(n as usize);
    let all = number(papers[0]) + number(papers[1]);
    let having = number(with[0]) + number(with[1]);
    let mut sum = 0.0;
    for (papers, with) in papers.into_iter().zip(with) {
        let papers = number(papers);
        for (observed, of) in [
            (number(with), having),
            (papers - number(with), all - having),
        ] {
            if observed > 0.0 {
                sum += observed * (observed * all / (papers * of)).ln();
            }
        }
    }
    2.0 * sum
}
