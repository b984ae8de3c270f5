//! "Did you mean …?": for words of a query that no paper has, the library's own words that come near.

use super::eval::Corpus;
use super::rank::as_f64;
use super::words;
use crate::core::index::dictionary::forms;
use crate::core::index::fields::TextField;
use crate::core::index::tokens::{stem, tokens};
use crate::core::index::{Index, TermId, narrow};
use crate::core::library::Record;
use crate::core::query::{Atom, Parsed, Term, distance};
use crate::core::sorting;
use crate::core::text::Span;

/// How many words of a query are looked up.
const MOST_WORDS: usize = 4;
/// Words shorter or longer than this, in letters, are no misspelling of anything.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=24;
/// From how many letters on a word may have two slips.
const TWO_SLIPS: usize = 6;
/// By what factor more papers a word must have to be meant with one slip more. Most slips are single (80 to 95 of a hundred: Damerau, "A technique for computer detection and
/// correction of spelling errors", CACM 7, 1964).
const FACTOR_A_SLIP: f64 = 50.0;
/// How many of the nearest words are tried in the term's own field.
const MOST_TRIED: usize = 8;

/// A word that no paper has, and the one that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The word's place in the query's text.
    pub at: Span,
    /// The word that is meant.
    pub meant: String,
    /// How many papers have it, in the field that the query looks in.
    pub papers: usize,
}

impl Index {
    /// Looks for what was meant by the words of a query that no paper has.
    pub fn spellings(&mut self, records: &[Record], text: &str, parsed: &Parsed) -> Vec<Spelling> {
        self.commit();
        let scans = super::Scans::default();
        let corpus = Corpus {
            index: self,
            records,
            sources: &[],
            scans: &scans,
        };
        let mut found: Vec<Spelling> = Vec::new();
        for (term, place) in parsed.query.terms().into_iter().zip(&parsed.places) {
            let (Atom::Word(_) | Atom::Exact(_) | Atom::Phrase(_)) = term.atom else {
                continue;
            };
            if TextField::scope(term.field).is_none() {
                continue;
            }
            let Some(written) = text.get(place.range()) else {
                continue;
            };
            // The field's own name is no word to look for.
            let skipped = match term.field {
                Some(_) => written.find(':').map_or(0, |colon| colon + 1),
                None => 0,
            };
            let mut unknown: Vec<(String, Span)> = Vec::new();
            tokens(&written[skipped..], |token, span| {
                if !is_known(corpus.index, token) {
                    let start = place.range().start + skipped;
                    let at = Span::new(start + span.range().start, start + span.range().end);
                    unknown.push((token.to_owned(), at));
                }
            });
            for (word, at) in unknown {
                if found.len() < MOST_WORDS
                    && let Some((meant, papers)) = nearest(corpus, term, &word)
                {
                    found.push(Spelling { at, meant, papers });
                }
            }
        }
        found
    }
}

/// Whether any paper has the word, in singular or plural.
fn is_known(index: &Index, word: &str) -> bool {
    let forms = forms(&stem(word));
    let mut forms: Vec<TermId> = forms
        .iter()
        .filter_map(|form| index.dictionary.get(form))
        .collect();
    sorting::sort(&mut forms);
    !words::with_any(index, &forms).is_empty()
}

/// The word that was most likely meant, and how many papers have it where the term looks.
fn nearest(corpus: Corpus<'_>, term: &Term, word: &str) -> Option<(String, usize)> {
    let letters: Vec<char> = word.chars().collect();
    if !LETTERS.contains(&letters.len()) || word.chars().all(char::is_numeric) {
        return None;
    }
    let most = if letters.len() < TWO_SLIPS { 1 } else { 2 };
    let wanted = letters_of(word);
    let mut near: Vec<(TermId, usize)> = Vec::new();
    for id in 0..narrow(corpus.index.dictionary.len()) {
        let candidate = corpus.index.dictionary.term(id);
        // A slip changes the length in bytes by four at most and the set of letters by two.
        if candidate.len().abs_diff(word.len()) > 4 * most
            || (letters_of(candidate) ^ wanted).count_ones() as usize > 2 * most
        {
            continue;
        }
        let candidate: Vec<char> = candidate.chars().collect();
        if candidate.len().abs_diff(letters.len()) > most {
            continue;
        }
        let slips = distance(&letters, &candidate);
        if slips <= most {
            near.push((id, slips));
        }
    }
    let mut scored: Vec<(f64, TermId)> = Vec::new();
    for (id, slips) in near {
        let papers = words::with_any(corpus.index, &[id]).count();
        if papers > 0 {
            let penalty = FACTOR_A_SLIP.ln() * as_f64(slips);
            scored.push((penalty - as_f64(papers).ln(), id));
        }
    }
    sorting::sort_by(&mut scored, |left, right| {
        left.0.total_cmp(&right.0).then(left.1.cmp(&right.1))
    });
    scored.iter().take(MOST_TRIED).find_map(|(_, id)| {
        let meant = corpus.index.dictionary.term(*id).to_owned();
        let there = Term {
            field: term.field,
            atom: Atom::Word(meant.clone()),
        };
        let papers = corpus.term(&there)?.docs.count();
        (papers > 0).then_some((meant, papers))
    })
}

/// The letters that stand in a word, a bit each; those that share a bit are not told apart.
fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte % 32))
}

/// The query's text with a spelling put right.
pub fn corrected(text: &str, spelling: &Spelling) -> Option<String> {
    let before = text.get(..spelling.at.range().start)?;
    let after = text.get(spelling.at.range().end..)?;
    Some([before, &spelling.meant, after].concat())
}
