//! "Did you mean …?": for words of a query that no paper has, or next to none, the library's own
//! words that come near.

use super::eval::Corpus;
use super::rank::as_f64;
use super::searcher::Searcher;
use super::words;
use crate::core::index::fields::TextField;
use crate::core::index::{Index, TermId, narrow};
use crate::core::query::{Atom, Parsed, Term, distance, parse};
use crate::core::sorting;
use crate::core::text::Span;
use crate::core::words::dictionary::forms;
use crate::core::words::tokens::{each_token, is_of_run, stem};

/// How many words of a query are looked up.
const MOST_WORDS: usize = 4;
/// Words shorter or longer than this, in letters, are no misspelling of anything.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=24;
/// From how many letters on a word may have two slips.
const TWO_SLIPS: usize = 6;
/// By what factor more papers a word must have to be meant with one slip more. Most slips are
/// single (80 to 95 of a hundred: Damerau, "A technique for computer detection and correction of
/// spelling errors", CACM 7, 1964).
const FACTOR_A_SLIP: f64 = 50.0;
/// How many words of the library are compared with words of one query at most: some ten
/// milliseconds. A pasted text of a foreign language has hundreds of words that no paper has.
const MOST_COMPARED: usize = 2 << 20;
/// How many of the nearest words are tried in the term's own field.
const MOST_TRIED: usize = 8;
/// How many words are tried of those that only go on, in alphabetical order: of a word that no
/// paper has there are few.
const MOST_LONGER: usize = 64;

/// How many papers have a word at most that may still be misspelt: a slip that others made too.
const RARE: usize = 2;
/// From how many papers on a library is so large that few papers say something.
const LARGE: usize = 500;

/// A word that no paper has, or next to none, and the one that was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The word's place in the query's text.
    pub at: Span,
    /// How many papers have the word as it is written, in any field.
    pub with: usize,
    /// The word that is meant.
    pub meant: String,
    /// How many papers have it, in the field that the query looks in.
    pub papers: usize,
}

impl Searcher<'_> {
    /// Looks for what was meant by the words of a query that no paper has, and by those that next
    /// to none of many has where another that is one slip away is far more frequent.
    pub fn spellings(&self, text: &str, parsed: &Parsed) -> Vec<Spelling> {
        let scans = super::Scans::default();
        let corpus = self.corpus(&scans);
        let mut found: Vec<Spelling> = Vec::new();
        let mut left = MOST_COMPARED;
        for (term, place) in parsed.query.terms().into_iter().zip(&parsed.places) {
            if found.len() == MOST_WORDS || left == 0 {
                break;
            }
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
            let most = if corpus.index.sets.live.count() < LARGE {
                0
            } else {
                RARE
            };
            let mut doubtful: Vec<(String, Span, usize)> = Vec::new();
            each_token(&written[skipped..], &mut |token, span| {
                // Parts of runs without spaces are no words.
                if is_of_run(token) {
                    return;
                }
                let forms = forms_of(corpus.index, token);
                // Most words are in many papers, and need not be counted.
                if words::any_has_more(corpus.index, &forms, most) {
                    return;
                }
                let with = words::with_any(corpus.index, &forms).count();
                if with <= most {
                    let start = place.range().start + skipped;
                    let at = Span::new(start + span.range().start, start + span.range().end);
                    doubtful.push((token.to_owned(), at, with));
                }
            });
            for (word, at, with) in doubtful {
                if found.len() == MOST_WORDS || left == 0 {
                    break;
                }
                // Of a word that some papers have, only the words that are one slip away are looked
                // at: for each letter some fifty.
                left = left.saturating_sub(match with {
                    0 => corpus.index.dictionary.len(),
                    _ => 64 * word.len(),
                });
                let near = match with {
                    0 => nearest(corpus, term, &word),
                    _ => far_more_frequent(corpus, term, &word, with),
                };
                if let Some((meant, papers)) = near {
                    found.push(Spelling {
                        at,
                        with,
                        meant,
                        papers,
                    });
                }
            }
        }
        found
    }
}

/// The singular and the plural of a word, as far as the library has them.
fn forms_of(index: &Index, word: &str) -> Vec<TermId> {
    let forms = forms(&stem(word));
    let known = forms.iter().filter_map(|form| index.dictionary.get(form));
    known.collect()
}

/// The most frequent word one slip away from one that few papers have, if far more papers have it,
/// and how many of those have it where the term looks.
///
/// The words one slip away are made and looked up, as Peter Norvig does it ("How to write a
/// spelling corrector", 2007): some hundreds of lookups instead of a walk over the dictionary,
/// because this is asked for many a good word.
fn far_more_frequent(
    corpus: Corpus<'_>,
    term: &Term,
    word: &str,
    with: usize,
) -> Option<(String, usize)> {
    if !LETTERS.contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let enough = (FACTOR_A_SLIP * as_f64(with)).ceil();
    let own = stem(word);
    let mut best: Option<(usize, String)> = None;
    one_slip_away(word, |near| {
        if corpus.index.dictionary.get(near).is_none() || stem(near) == own {
            return;
        }
        let papers = words::with_any(corpus.index, &forms_of(corpus.index, near)).count();
        let is_better = best
            .as_ref()
            .is_none_or(|(most, known)| papers > *most || papers == *most && near < known.as_str());
        if as_f64(papers) >= enough && is_better {
            best = Some((papers, near.to_owned()));
        }
    });
    let (_, meant) = best?;
    let there = Term {
        field: term.field,
        atom: Atom::Word(meant.clone()),
    };
    let papers = corpus.term(&there)?.docs.count();
    (papers > with).then_some((meant, papers))
}

/// Calls `each` with every word that comes of a word of ASCII letters by leaving out a letter,
/// turning two neighbours round, or putting a letter in the place of another or between two.
fn one_slip_away(word: &str, mut each: impl FnMut(&str)) {
    const ALPHABET: &str = "abcdefghijklmnopqrstuvwxyz";
    let mut near = String::with_capacity(word.len() + 1);
    let mut made = |parts: [&str; 4]| {
        near.clear();
        for part in parts {
            near.push_str(part);
        }
        if near != word {
            each(&near);
        }
    };
    for at in 0..=word.len() {
        let (before, after) = word.split_at(at);
        let (first, rest) = after.split_at(after.len().min(1));
        let (second, behind) = rest.split_at(rest.len().min(1));
        if !first.is_empty() {
            made([before, rest, "", ""]);
        }
        if !second.is_empty() {
            made([before, second, first, behind]);
        }
        for letter in 0..ALPHABET.len() {
            let letter = &ALPHABET[letter..=letter];
            made([before, letter, after, ""]);
            if !first.is_empty() {
                made([before, letter, rest, ""]);
            }
        }
    }
}

/// The word that was most likely meant, and how many papers have it where the term looks. Not to
/// have written a word to its end is a slip like others.
fn nearest(corpus: Corpus<'_>, term: &Term, word: &str) -> Option<(String, usize)> {
    let letters: Vec<char> = word.chars().collect();
    if !LETTERS.contains(&letters.len()) || word.chars().all(char::is_numeric) {
        return None;
    }
    let longer = longer(corpus, term, word);
    let near = near(corpus, term, word, &letters);
    let near = near.filter(|(_, papers, slips)| {
        let longer = longer.as_ref().map_or(0, |(_, papers)| *papers);
        unlikeliness(*papers, *slips) < unlikeliness(longer, 1)
    });
    match near {
        Some((meant, papers, _)) => Some((meant, papers)),
        None => longer,
    }
}

/// How unlikely a word of so many papers is meant that is so many slips away.
fn unlikeliness(papers: usize, slips: usize) -> f64 {
    FACTOR_A_SLIP.ln() * as_f64(slips) - as_f64(papers).ln()
}

/// The word of the fewest slips and the most papers among those near one, with how many papers have
/// it where the term looks and how many slips away it is.
fn near(
    corpus: Corpus<'_>,
    term: &Term,
    word: &str,
    letters: &[char],
) -> Option<(String, usize, usize)> {
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
        let slips = distance(letters, &candidate);
        if slips <= most {
            near.push((id, slips));
        }
    }
    let mut scored: Vec<(f64, TermId, usize)> = Vec::new();
    for (id, slips) in near {
        let papers = words::with_any(corpus.index, &[id]).count();
        if papers > 0 {
            scored.push((unlikeliness(papers, slips), id, slips));
        }
    }
    sorting::sort_by(&mut scored, |left, right| {
        left.0.total_cmp(&right.0).then(left.1.cmp(&right.1))
    });
    scored.iter().take(MOST_TRIED).find_map(|(_, id, slips)| {
        let meant = corpus.index.dictionary.term(*id).to_owned();
        let there = Term {
            field: term.field,
            atom: Atom::Word(meant.clone()),
        };
        let papers = corpus.term(&there)?.docs.count();
        (papers > 0).then_some((meant, papers, *slips))
    })
}

/// The word with the most papers where the term looks, of those that begin as one that no paper
/// has: who writes `splat` has not yet written `splatting`.
fn longer(corpus: Corpus<'_>, term: &Term, word: &str) -> Option<(String, usize)> {
    let there = |id: &TermId| {
        let meant = corpus.index.dictionary.term(*id).to_owned();
        let atom = Atom::Word(meant.clone());
        let papers = corpus.term(&Term {
            field: term.field,
            atom,
        })?;
        Some((papers.docs.count(), meant))
    };
    let all = corpus.index.dictionary.with_prefix(word).iter();
    let found = all.take(MOST_LONGER).filter_map(there);
    let most = found.max_by(|(one, meant), (other, than)| one.cmp(other).then(than.cmp(meant)));
    most.filter(|(papers, _)| *papers > 0)
        .map(|(papers, meant)| (meant, papers))
}

/// The letters that stand in a word, a bit each; those that share a bit are not told apart.
fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte % 32))
}

/// The query's text with a spelling put right; `None` where that is no query: before a colon the
/// word may be a field's name.
pub fn corrected(text: &str, spelling: &Spelling) -> Option<String> {
    let before = text.get(..spelling.at.range().start)?;
    let after = text.get(spelling.at.range().end..)?;
    let corrected = [before, &spelling.meant, after].concat();
    parse(&corrected).is_ok().then_some(corrected)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_put_right_is_a_query() {
        let check = |text: &str, word: &str, meant: &str, expected: Option<&str>| {
            let start = text.find(word).unwrap();
            let spelling = Spelling {
                at: Span::new(start, start + word.len()),
                with: 0,
                meant: meant.to_owned(),
                papers: 1,
            };
            assert_eq!(corrected(text, &spelling).as_deref(), expected, "{text}");
        };
        check("a ketle: OR c", "ketle", "kettle", Some("a kettle: OR c"));
        check("a barXiv: OR c", "barXiv", "arxiv", None);
    }

    proptest! {
        #[test]
        fn what_is_one_slip_away_has_distance_one(word in "[a-d]{3,7}", other in "[a-d]{2,8}") {
            let letters = |word: &str| word.chars().collect::<Vec<char>>();
            let mut near = BTreeSet::new();
            one_slip_away(&word, |one| {
                near.insert(one.to_owned());
            });
            for one in &near {
                prop_assert_eq!(distance(&letters(&word), &letters(one)), 1, "{} {}", word, one);
            }
            let is_near = distance(&letters(&word), &letters(&other)) == 1;
            prop_assert_eq!(near.contains(&other), is_near, "{} {}", word, other);
        }
    }
}
