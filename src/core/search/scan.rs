//! Regexes over many texts, in steps: a search that is stale can be given up between two of them.

use super::eval::regex_scope;
use super::fragments::Fragments;
use super::literals::{MOST_COMPARED, Need};
use super::pattern::Program;
use super::searcher::Searcher;
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::{TextField, texts_of};
use crate::core::library::Record;
use crate::core::query::{Atom, Query, Term};

/// The regexes of a query and how far they are.
#[derive(Clone, Debug, Default)]
pub struct Scans(Vec<Scan>);

#[derive(Clone, Debug)]
struct Scan {
    term: Term,
    fields: &'static [TextField],
    /// `None` when it does not compile; `check` has told the reader why.
    program: Option<Program>,
    /// What a text must have to be worth the regex.
    fragments: Fragments,
    /// The papers that have yet to be looked at, from `next` on.
    candidates: Bitset,
    next: usize,
    found: Bitset,
}

impl Scans {
    /// Begins the scans of a query. Those among `known` that are over need not be made again: the
    /// library must be the same.
    pub fn new(searcher: Searcher<'_>, query: &Query, known: &Self) -> Self {
        let index = searcher.index;
        let mut scans = Self::default();
        let mut left = MOST_COMPARED;
        for term in query.terms() {
            let Atom::Regex {
                pattern,
                case_sensitive,
            } = &term.atom
            else {
                continue;
            };
            if scans.get(term).is_some() {
                continue;
            }
            let done = known.get(term).filter(|scan| scan.is_done());
            scans.0.push(done.cloned().unwrap_or_else(|| {
                let need = Need::of(pattern, *case_sensitive);
                Scan {
                    term: term.clone(),
                    fields: regex_scope(term.field),
                    program: Program::new(pattern, *case_sensitive).ok(),
                    candidates: need
                        .docs(index, &mut left)
                        .unwrap_or_else(|| index.sets.live.clone()),
                    fragments: need.fragments,
                    next: 0,
                    found: Bitset::empty(index.docs.len()),
                }
            }));
        }
        scans
    }

    /// Looks at texts, at least so many bytes of them if there are; with a large regex at fewer.
    /// Returns whether all is done.
    pub fn step(&mut self, records: &[Record], bytes: usize) -> bool {
        let mut left = bytes;
        for scan in &mut self.0 {
            scan.step(records, &mut left);
        }
        self.is_done()
    }

    /// Whether all regexes have looked at all texts.
    pub fn is_done(&self) -> bool {
        self.0.iter().all(Scan::is_done)
    }

    /// The papers that a regex finds, if its scan is over.
    pub(super) fn found(&self, term: &Term) -> Option<&Bitset> {
        let scan = self.get(term).filter(|scan| scan.is_done())?;
        Some(&scan.found)
    }

    /// A regex, ready to be tried.
    pub(super) fn program(&self, term: &Term) -> Option<&Program> {
        self.get(term)?.program.as_ref()
    }

    fn get(&self, term: &Term) -> Option<&Scan> {
        self.0.iter().find(|scan| scan.term == *term)
    }
}

impl Scan {
    fn is_done(&self) -> bool {
        self.next >= self.candidates.len()
    }

    fn step(&mut self, records: &[Record], left: &mut usize) {
        let Some(program) = &self.program else {
            self.next = self.candidates.len();
            return;
        };
        while *left > 0 && self.next < self.candidates.len() {
            let doc = self.next;
            self.next += 1;
            let Some(record) = records.get(doc).filter(|_| self.candidates.contains(doc)) else {
                continue;
            };
            let texts = self
                .fields
                .iter()
                .flat_map(|field| texts_of(record, *field));
            for text in texts {
                let text = program.looks_at(text);
                *left = left.saturating_sub(program.weight * text.len());
                if self.fragments.may_match(text) && program.regex.is_match(text) {
                    self.found.insert(doc);
                    break;
                }
            }
        }
    }
}
