//! Words of the texts and names of authors.

use std::collections::HashMap;

use super::{Completer, Completion, CompletionKind, LETTERS, MANY, NAME_LETTERS, term};
use crate::core::query::{Atom, Field, Term};
use crate::core::search::pattern::Pattern;
use crate::core::sorting;
use crate::core::text::Span;
use crate::core::unicode::letters::is_unspaced;
use crate::core::words::tokens::{stem, words as words_of};

/// How many words with the prefix are counted in full: those with the most papers.
const COUNTED: usize = 24;
/// How many papers are looked through for names; beyond that a sample is.
const SAMPLE: usize = 1024;

/// How many names are looked at in those papers: with a hundred a paper all of them.
const LOOKED_AT: usize = 100 * SAMPLE;
/// The longest name that is offered, in bytes.
const LONGEST: usize = 200;
/// How many names more than are offered are counted: of a sample their order is not certain.
const SPARE: usize = 2;

impl Completer<'_> {
    /// Words that start with the last word typed: of the singular and the plural the one that more
    /// papers have.
    pub(super) fn words(&self, field: Option<Field>) -> Vec<Completion> {
        let typed = &self.writing.typed;
        let last = typed.rfind(|c: char| !c.is_alphanumeric());
        let skipped = last.map_or(0, |at| {
            at + typed[at..].chars().next().map_or(0, char::len_utf8)
        });
        let [prefix] = &words_of(&typed[skipped..])[..] else {
            return Vec::new();
        };
        if prefix.chars().count() < LETTERS {
            return Vec::new();
        }
        let index = self.corpus.index;
        let mut frequent: Vec<(usize, u32)> = index
            .dictionary
            .with_prefix(prefix)
            .iter()
            .map(|id| (self.postings(*id), *id))
            .collect();
        sorting::sort_by_key(&mut frequent, |(postings, _)| std::cmp::Reverse(*postings));
        let mut stems: Vec<String> = Vec::new();
        let mut all: Vec<Completion> = Vec::new();
        // Quotes stay.
        let at = Span::new(self.writing.inside.start + skipped, self.writing.inside.end);
        for (_, id) in frequent.into_iter().take(COUNTED) {
            let word = index.dictionary.term(id);
            let stem = stem(word).into_owned();
            if stems.contains(&stem) || !word.contains(char::is_alphabetic) {
                continue;
            }
            stems.push(stem);
            let papers = self.corpus.term(&Term {
                field,
                atom: Atom::Word(word.to_owned()),
            });
            all.push(Completion {
                kind: CompletionKind::Word,
                at,
                text: word.to_owned(),
                label: String::new(),
                papers: papers.map(|hits| hits.docs.count()),
            });
        }
        sorting::sort_by_key(&mut all, |one| std::cmp::Reverse(one.papers));
        all.truncate(if field.is_some() || self.writing.quoted {
            MANY
        } else {
            MANY / 2
        });
        all
    }

    /// How many papers have a term, those included that are gone.
    fn postings(&self, id: u32) -> usize {
        let segments = self.corpus.index.segments.iter();
        let lists = segments.flat_map(|segment| segment.lists(&[id]));
        lists.map(|list| list.len()).sum()
    }

    /// Authors of whom a name starts so; those with the most papers first.
    pub(super) fn authors(&self, field: Option<Field>, most: usize) -> Vec<Completion> {
        let typed = &self.writing.typed;
        let anywhere = field.is_none();
        // A name has two or three ideographs.
        let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
        if anywhere && letters < NAME_LETTERS && !(letters == 2 && typed.starts_with(is_unspaced)) {
            return Vec::new();
        }
        let pattern = Pattern::new(&Atom::Prefix(typed.clone()));
        if pattern.is_none() && !typed.is_empty() {
            return Vec::new();
        }
        let candidates = if pattern.is_some() {
            let start = term(Field::Author, Atom::Prefix(typed.clone()));
            self.corpus.term(&start).map(|hits| hits.docs)
        } else {
            Some(self.corpus.index.sets.with_authors.clone())
        };
        let Some(candidates) = candidates else {
            return Vec::new();
        };
        let start_of_name = typed.split(|c: char| !c.is_alphanumeric()).next_back();
        let start_of_name = start_of_name.unwrap_or_default();
        let stride = (candidates.count() / SAMPLE).max(1);
        let mut names: HashMap<&str, usize> = HashMap::new();
        let records = candidates.iter().step_by(stride);
        let records = records.filter_map(|doc| self.corpus.records.get(doc));
        let all = records.flat_map(|record| &record.paper.authors);
        for name in all.take(LOOKED_AT).filter(|name| name.len() <= LONGEST) {
            if pattern.as_ref().is_none_or(|pattern| {
                may_have(name, start_of_name) && pattern.occurrences(name) > 0
            }) {
                *names.entry(name).or_default() += 1;
            }
        }
        let mut names: Vec<(usize, &str)> = names.into_iter().map(|(name, n)| (n, name)).collect();
        sorting::sort_by_key(&mut names, |(n, name)| (std::cmp::Reverse(*n), *name));
        let mut known: Vec<String> = Vec::new();
        let mut all = Vec::new();
        for (_, name) in names.into_iter().take(most + SPARE) {
            let same = words_of(name).join(" ");
            if known.contains(&same) {
                continue;
            }
            known.push(same);
            let phrase = term(Field::Author, Atom::Phrase(name.to_owned()));
            let papers = self.corpus.term(&phrase).map(|hits| hits.docs.count());
            let text = if anywhere {
                phrase.to_string()
            } else {
                phrase.atom.to_string()
            };
            let mut one = self.value(text, "", papers);
            one.kind = CompletionKind::Author;
            all.push(one);
        }
        sorting::sort_by_key(&mut all, |one| std::cmp::Reverse(one.papers));
        all.truncate(most);
        all
    }
}

/// Whether a name may have a word that starts so; told without taking it apart where both are plain
/// letters.
fn may_have(name: &str, start: &str) -> bool {
    let (name, start) = (name.as_bytes(), start.as_bytes());
    start.is_empty()
        || !name.is_ascii()
        || !start.is_ascii()
        || name
            .windows(start.len().max(1))
            .enumerate()
            .any(|(at, part)| {
                let begins = at
                    .checked_sub(1)
                    .is_none_or(|before| !name[before].is_ascii_alphanumeric());
                begins && part.eq_ignore_ascii_case(start)
            })
}
