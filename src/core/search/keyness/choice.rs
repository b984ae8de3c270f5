//! The best terms, without those that say the same.

use super::Candidate;
use crate::core::index::TermId;
use crate::core::sorting;

/// The candidates that stand out most, with how they read. Of a phrase and a part of it that is
/// hardly ever without the rest the phrase stays.
pub(super) fn choose(
    mut candidates: Vec<Candidate>,
    most: usize,
    read: impl Fn(&[TermId]) -> String,
    wanted: impl Fn(&str) -> bool,
) -> Vec<(String, Candidate)> {
    sorting::sort_by(&mut candidates, |left, right| {
        let order = right.worth.total_cmp(&left.worth);
        order
            .then(right.terms.len().cmp(&left.terms.len()))
            .then(left.terms.cmp(&right.terms))
    });
    let mut chosen: Vec<(String, Candidate)> = Vec::new();
    for candidate in candidates {
        if chosen.len() >= most && !chosen.iter().any(|(_, other)| is_same(&candidate, other)) {
            continue;
        }
        if chosen.iter().any(|(_, other)| is_same(other, &candidate)) {
            continue;
        }
        let words = read(&candidate.terms);
        if !wanted(&words) {
            continue;
        }
        let part = chosen
            .iter()
            .position(|(_, other)| is_same(&candidate, other));
        match part {
            Some(at) => {
                chosen[at] = (words, candidate);
                // Other parts of it say no more.
                let longer = chosen[at].1.clone();
                let mut place = 0;
                chosen.retain(|(_, other)| {
                    place += 1;
                    place - 1 == at || !is_same(&longer, other)
                });
            }
            None => chosen.push((words, candidate)),
        }
    }
    chosen
}

/// Whether a phrase holds another term that most papers have only within it.
fn is_same(phrase: &Candidate, part: &Candidate) -> bool {
    let holds = part.terms.len() < phrase.terms.len()
        && phrase
            .terms
            .windows(part.terms.len())
            .any(|window| window == part.terms);
    holds && 4 * u64::from(phrase.counts[0]) >= 3 * u64::from(part.counts[0])
}
