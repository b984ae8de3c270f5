//! What became of a paper between the digests that have it: its versions, and which words changed
//! from one to the next.
//!
//! The comparison is written here because it must end after a number of looks that follows from the
//! texts; the crate `similar` ends early by the clock alone, which the core does not have.

use std::collections::HashMap;

use super::Record;
use crate::core::day::Day;
use crate::core::paper::Paper;
use crate::core::sorting;
use crate::core::text::ChangeKind;

/// A paper as some of the digests have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version<'r> {
    /// The version that they say it is.
    pub number: Option<u16>,
    /// The days on which they listed it, oldest first.
    pub days: Vec<Day>,
    /// The copy that says most.
    pub paper: &'r Paper,
}

/// The versions of a paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History<'r> {
    /// Oldest first; at most one when all copies say the same.
    pub versions: Vec<Version<'r>>,
    /// How many copies were left aside, because there are too many that differ, or too long ones.
    pub left: usize,
}

/// How many versions are told apart. The papers of arXiv that were replaced most often have some
/// thirty.
const MOST_VERSIONS: usize = 64;
/// How many letters are compared to tell the copies of a paper apart: those of some hundreds of
/// abstracts, in some thirty milliseconds at most.
const MOST_LETTERS: usize = 1 << 20;

/// The versions of a paper.
///
/// Copies that name a version are told apart by it, others by their words. A copy whose text only
/// breaks off earlier, as some digests cut abstracts, is no version of its own. Copies that share
/// what they say are told apart once.
pub fn history(record: &Record) -> History<'_> {
    let mut versions: Vec<Version<'_>> = Vec::new();
    let mut left = 0;
    let mut letters = MOST_LETTERS;
    let mut known: HashMap<*const Paper, Option<usize>> = HashMap::new();
    for copy in &record.copies {
        let paper = copy.paper();
        let version = *known.entry(std::ptr::from_ref(paper)).or_insert_with(|| {
            let found = versions.iter_mut().position(|known| {
                let numbers_meet = known.number.is_none() || paper.version.is_none();
                known.number == paper.version && paper.version.is_some()
                    || numbers_meet && say_the_same(known.paper, paper, &mut letters)
            });
            if let Some(at) = found {
                let known = &mut versions[at];
                known.number = known.number.or(paper.version);
                if length(paper) > length(known.paper) {
                    known.paper = paper;
                }
                return Some(at);
            }
            if letters == 0 || versions.len() == MOST_VERSIONS {
                return None;
            }
            versions.push(Version {
                number: paper.version,
                days: Vec::new(),
                paper,
            });
            Some(versions.len() - 1)
        });
        match version {
            Some(at) => versions[at].days.extend(copy.days()),
            None => left += 1,
        }
    }
    for version in &mut versions {
        sorting::sort(&mut version.days);
        version.days.dedup();
    }
    sorting::sort_by_key(&mut versions, |version| {
        (version.number, version.days.first().copied())
    });
    History { versions, left }
}

fn length(paper: &Paper) -> usize {
    summary(paper).len()
}

fn summary(paper: &Paper) -> &str {
    paper.summary.as_ref().map_or("", |text| &text.plain)
}

/// Whether two copies have the same words, as far as both go. No more than so many letters are
/// looked at, which become fewer; where none is left nothing is the same.
fn say_the_same(a: &Paper, b: &Paper, left: &mut usize) -> bool {
    let mut agree = |a: &str, b: &str, whole: bool| {
        let mut words = letters(a);
        let mut others = letters(b);
        loop {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            match (words.next(), others.next()) {
                (None, None) => return true,
                (None, _) | (_, None) => return !whole,
                (Some(a), Some(b)) if a != b => return false,
                _ => {}
            }
        }
    };
    agree(&a.title.plain, &b.title.plain, true) && agree(summary(a), summary(b), false)
}

/// The letters and digits of a text, case aside.
fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

/// A stretch of words and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change<'t> {
    /// What became of it.
    pub kind: ChangeKind,
    /// The words with the spaces between.
    pub text: &'t str,
}

/// With more words removed and added than this, one text simply takes the place of the other.
const MOST_EDITS: usize = 400;

/// The words that changed from one text to another, in reading order: fewest removals and additions
/// in all, removals first.
///
/// It takes up to twice [`MOST_EDITS`] looks at each word: who compares texts that are longer than
/// abstracts sees to it that it is not too much.
///
/// Myers, "An O(ND) difference algorithm and its variations", 1986.
pub fn diff<'t>(old: &'t str, new: &'t str) -> Vec<Change<'t>> {
    let (a, b) = (words(old), words(new));
    let kept = {
        let mut numbers = HashMap::new();
        let mut number = |words: &[&'t str]| -> Vec<usize> {
            let numbered = words.iter().map(|word| {
                let next = numbers.len();
                *numbers.entry(*word).or_insert(next)
            });
            numbered.collect()
        };
        common_words(&number(&a), &number(&b))
    };
    let mut changes = Vec::new();
    let (mut at_a, mut at_b) = (0, 0);
    let mut push = |kind, text: &'t str| {
        if !text.is_empty() {
            changes.push(Change { kind, text });
        }
    };
    let piece = |text: &'t str, words: &[&'t str], from: usize, to: usize| -> &'t str {
        let (Some(first), Some(last)) = (
            words.get(from),
            to.checked_sub(1).and_then(|at| words.get(at)),
        ) else {
            return "";
        };
        let start = first.as_ptr() as usize - text.as_ptr() as usize;
        let end = last.as_ptr() as usize - text.as_ptr() as usize + last.len();
        text.get(start..end).unwrap_or_default()
    };
    for (from_a, from_b, len) in kept {
        push(ChangeKind::Removed, piece(old, &a, at_a, from_a));
        push(ChangeKind::Added, piece(new, &b, at_b, from_b));
        push(ChangeKind::Same, piece(new, &b, from_b, from_b + len));
        (at_a, at_b) = (from_a + len, from_b + len);
    }
    push(ChangeKind::Removed, piece(old, &a, at_a, a.len()));
    push(ChangeKind::Added, piece(new, &b, at_b, b.len()));
    changes
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The runs of words in common: where each starts in either text, and how long it is.
fn common_words(a: &[usize], b: &[usize]) -> Vec<(usize, usize, usize)> {
    let most = (a.len() + b.len()).min(MOST_EDITS);
    let width = 2 * most + 3;
    let middle = most + 1;
    // How far into `a` each diagonal reaches; the diagonal `k` of Myers stands at `middle + k`.
    let mut reach = vec![0_usize; width];
    let mut trace = Vec::new();
    for edits in 0..=most {
        trace.push(reach.clone());
        for at in (middle - edits..=middle + edits).step_by(2) {
            let down =
                at == middle - edits || (at != middle + edits && reach[at - 1] < reach[at + 1]);
            let mut x = if down {
                reach[at + 1]
            } else {
                reach[at - 1] + 1
            };
            let mut y = (x + middle).wrapping_sub(at);
            while x < a.len() && y < b.len() && a[x] == b[y] {
                (x, y) = (x + 1, y + 1);
            }
            reach[at] = x;
            if x >= a.len() && y >= b.len() {
                return walk_back(&trace, middle, a.len(), b.len());
            }
        }
    }
    Vec::new()
}

fn walk_back(
    trace: &[Vec<usize>],
    middle: usize,
    a: usize,
    b: usize,
) -> Vec<(usize, usize, usize)> {
    let (mut x, mut y) = (a, b);
    let mut runs = Vec::new();
    for (edits, reach) in trace.iter().enumerate().rev() {
        let at = (middle + x).wrapping_sub(y);
        let down = at == middle - edits || (at != middle + edits && reach[at - 1] < reach[at + 1]);
        let from = if down { at + 1 } else { at - 1 };
        let before_x = if edits == 0 { 0 } else { reach[from] };
        let before_y = if edits == 0 {
            0
        } else {
            (before_x + middle).wrapping_sub(from)
        };
        let start_x = if edits == 0 {
            0
        } else {
            before_x + usize::from(!down)
        };
        let len = x - start_x;
        if len > 0 {
            runs.push((start_x, y - len, len));
        }
        (x, y) = (before_x, before_y);
    }
    runs.reverse();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `-` before what was removed, `+` before what was added.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let shown: Vec<String> = diff(old, new)
            .into_iter()
            .map(|change| match change.kind {
                ChangeKind::Same => change.text.to_owned(),
                ChangeKind::Removed => format!("-[{}]", change.text),
                ChangeKind::Added => format!("+[{}]", change.text),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn words_that_changed() {
        check("", "", "");
        check("a b c", "a b c", "a b c");
        check("", "a b", "+[a b]");
        check("a b", "", "-[a b]");
        check("a b c d", "a x c d", "a -[b] +[x] c d");
        check(
            "we count sheep",
            "we count all sheep twice",
            "we count +[all] sheep +[twice]",
        );
        check(
            "one two three",
            "four five",
            "-[one two three] +[four five]",
        );
        check(
            "a b c a b b a",
            "c b a b a c",
            "-[a b] c +[b] a b -[b] a +[c]",
        );
    }

    #[test]
    fn texts_with_little_in_common_replace_each_other() {
        let (old, new) = ("a ".repeat(3000), "b ".repeat(3000));
        let changes = diff(&old, &new);
        assert_eq!(changes.len(), 2);
    }

    #[test]
    fn both_texts_can_be_put_together_again() {
        let mut seed = 7_u32;
        let mut word = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ["a", "b", "c", "d"][(seed >> 24) as usize % 4]
        };
        for len in 0..40 {
            let old: Vec<&str> = (0..len).map(|_| word()).collect();
            let new: Vec<&str> = (0..(len * 7) % 23).map(|_| word()).collect();
            let (old, new) = (old.join(" "), new.join(" "));
            let changes = diff(&old, &new);
            let joined = |left_out| {
                let kept = changes.iter().filter(|change| change.kind != left_out);
                kept.map(|change| change.text).collect::<Vec<_>>().join(" ")
            };
            assert_eq!(joined(ChangeKind::Added), old);
            assert_eq!(joined(ChangeKind::Removed), new);
        }
    }
}
