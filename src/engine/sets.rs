//! The papers that the queries of settings find: saved searches, followed authors, mutes. Each set
//! is made in slices, and once as long as nothing changes.

use std::collections::HashMap;

use super::Store;
use crate::core::facet::FacetKind;
use crate::core::index::bitset::Bitset;
use crate::core::marks::{SavedSearch, SettingKind};
use crate::core::query::{self, Atom, Expr, Field, HasPart, Query, Term};
use crate::core::search::{self, Scans};

/// What a set depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    /// The generation of the library.
    pub generation: u64,
    /// Grows with whatever becomes of the reader's marks.
    pub marks: u64,
}

/// The sets of queries by their texts.
#[derive(Debug, Default)]
pub(super) struct Sets {
    known: HashMap<String, Set>,
    /// All that is muted, and when it was.
    muted: Option<(Moment, Bitset)>,
}

/// What a query finds, whatever is muted.
#[derive(Debug, Default)]
pub(super) struct Set {
    /// When it was that; `None` if it was not made yet.
    made: Option<Moment>,
    pub docs: Bitset,
    /// The query as it prints when it is searched for.
    pub canonical: String,
    /// Why it cannot be read; empty where it can.
    pub problem: String,
    /// Whether the query has no word and no field, so that it finds all; such a mute hides nothing.
    says_nothing: bool,
    /// Whether it asks for what the reader did.
    by_marks: bool,
    /// Its regexes, and the generation of the library that they are tried on.
    scans: (u64, Scans),
    /// How many papers the page was told last that there are, and how many new ones.
    pub counted: Option<(u32, u32)>,
}

impl Set {
    fn is_of(&self, now: Moment) -> bool {
        self.made.is_some_and(|made| {
            made.generation == now.generation && (!self.by_marks || made.marks == now.marks)
        })
    }
}

impl Sets {
    /// The set of a query, as it was made last.
    pub(super) fn get(&self, text: &str) -> Option<&Set> {
        self.known.get(text)
    }

    pub(super) fn get_mut(&mut self, text: &str) -> Option<&mut Set> {
        self.known.get_mut(text)
    }

    /// Forgets all but these; what is muted may be something else.
    pub(super) fn keep(&mut self, texts: &[String]) {
        self.known.retain(|text, _| texts.contains(text));
        self.muted = None;
    }
}

impl Store {
    pub(super) fn moment(&self) -> Moment {
        Moment {
            generation: self.generation,
            marks: self.marked,
        }
    }

    /// Whether the set of a query is of the library and the marks as they are.
    pub(super) fn has_set(&self, text: &str) -> bool {
        let now = self.moment();
        self.sets.get(text).is_some_and(|set| set.is_of(now))
    }

    /// Goes on making the set of a query, its regexes over so many bytes of text; whether it is
    /// made.
    pub(super) fn make_set(&mut self, text: &str, bytes: usize) -> bool {
        if self.has_set(text) {
            return true;
        }
        let now = self.moment();
        let mut set = self.sets.known.remove(text).unwrap_or_default();
        let parsed = query::parse(text).and_then(|parsed| {
            search::check(&self.index.names, &parsed)?;
            Ok(parsed.query)
        });
        let is_made = match parsed {
            Ok(query) => {
                let (of, known) = std::mem::take(&mut set.scans);
                let known = if of == now.generation {
                    known
                } else {
                    Scans::default()
                };
                let mut scans = Scans::new(self.searcher(), &query, &known);
                let is_done = scans.step(self.library.records(), bytes);
                if is_done {
                    let searcher = self.searcher();
                    let docs = searcher.papers(&query, &scans);
                    set.says_nothing = docs.is_none();
                    set.docs = docs.unwrap_or_else(|| searcher.all());
                    set.by_marks = query.terms().into_iter().any(is_of_reader);
                    let named = search::named_by_ids(&self.index.names, &query);
                    set.canonical = named.to_string();
                    set.problem.clear();
                }
                set.scans = (now.generation, scans);
                is_done
            }
            Err(error) => {
                set.docs = self.searcher().none();
                text.clone_into(&mut set.canonical);
                set.problem = error.message;
                true
            }
        };
        set.made = is_made.then_some(now);
        self.sets.known.insert(text.to_owned(), set);
        is_made
    }

    /// Goes on with what is muted, over so many bytes of text a mute; whether it is known.
    pub(super) fn mute(&mut self, bytes: usize) -> bool {
        let now = self.moment();
        if matches!(&self.sets.muted, Some((of, _)) if *of == now) {
            return true;
        }
        let mutes = self.mutes();
        if !mutes.iter().all(|mute| self.make_set(mute, bytes)) {
            return false;
        }
        let mut all = self.searcher().none();
        let sets = mutes.iter().filter_map(|mute| self.sets.get(mute));
        for set in sets.filter(|set| !set.says_nothing) {
            all.or(&set.docs);
        }
        self.sets.muted = Some((now, all));
        true
    }

    /// The queries of the mutes.
    pub(super) fn mutes(&self) -> Vec<String> {
        let mutes = self.journal.settings().of(SettingKind::Mute).into_iter();
        mutes.map(|(name, _)| name.to_owned()).collect()
    }

    /// The queries of the saved searches and of the followed authors.
    pub(super) fn watched(&self) -> Vec<String> {
        let settings = self.journal.settings();
        let searches = settings.of(SettingKind::Search).into_iter();
        let searches = searches.map(|(_, search)| SavedSearch::from_text(&search.text).query);
        let authors = settings.of(SettingKind::Author).into_iter();
        searches
            .chain(authors.map(|(name, _)| by_author(name)))
            .collect()
    }

    /// How many papers of a set there are beside those that are muted, and how many of them the
    /// reader has not seen.
    pub(super) fn count_set(&mut self, mut docs: Bitset) -> (u32, u32) {
        if let Some(muted) = muted(&self.sets, self.moment()) {
            docs.and_not(muted);
        }
        let unseen = self.searcher().unseen(&docs);
        (super::count(docs.count()), super::count(unseen.count()))
    }
}

/// What is muted at a moment, if that is known and anything is.
pub(super) fn muted(sets: &Sets, now: Moment) -> Option<&Bitset> {
    let (of, muted) = sets.muted.as_ref()?;
    (*of == now && !muted.is_empty()).then_some(muted)
}

/// The query for the papers of an author.
pub(super) fn by_author(name: &str) -> String {
    Query::from(author(name)).to_string()
}

/// The query for the papers of any of some authors.
pub(super) fn by_authors<'n>(names: impl Iterator<Item = &'n str>) -> String {
    Query::from(Expr::any(names.map(author).collect())).to_string()
}

fn author(name: &str) -> Expr {
    Expr::Term(Term {
        field: Some(Field::Author),
        atom: Atom::Phrase(name.to_owned()),
    })
}

/// Whether a term asks for something that the reader did.
fn is_of_reader(term: &Term) -> bool {
    match term.field {
        Some(Field::Is | Field::Note) => true,
        Some(Field::Has) => term.atom == Atom::Has(HasPart::Note),
        Some(Field::Facet(facet)) => facet.kind() == FacetKind::State,
        _ => false,
    }
}
