//! How two copies of a paper become one.
//!
//! | field | rule |
//! |---|---|
//! | title | that of the later version; the first one where versions are equal or unknown |
//! | abstract, comment | the longer one |
//! | authors | the longer list |
//! | categories, topics, code, days | the union |
//! | gist, journal, DOI | the first |
//! | submitted | the earliest |
//! | date | the first; another one where it lies in that |
//! | version | the highest |
//! | announcement | that of the later day; the first one where days are equal |
//! | number, line | the first |
//!
//! What loses is not gone: a record keeps its copies, and [`history`](super::history) shows where
//! they differ.

use std::collections::HashSet;
use std::hash::Hash;

use super::Gain;
use crate::core::day::{Date, Day};
use crate::core::paper::{Announcement, Category, Paper};
use crate::core::sorting;
use crate::core::text::RichText;

/// How long a list is at most that is looked through for what is to be added.
const SHORT: usize = 32;

/// What a merge changed beside what it [gained](Gain).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Changed {
    /// Title, abstract or comment: what tags and near-duplicates depend on.
    pub(super) text: bool,
    /// Any words, those of the authors too.
    pub(super) words: bool,
}

/// What stands in those lists of a paper that are no longer [`SHORT`].
#[derive(Debug, Default)]
pub(super) struct Lists {
    categories: HashSet<Category>,
    topics: HashSet<String>,
    code: HashSet<String>,
}

impl Lists {
    /// Whether a paper has a list that is not short.
    pub(super) fn are_of(paper: &Paper) -> bool {
        paper.categories.len() >= SHORT || paper.topics.len() >= SHORT || paper.code.len() >= SHORT
    }
}

/// Makes a paper ready to be merged with others: its days stand in their order.
pub(super) fn prepare(kept: &mut Paper) {
    sorting::sort(&mut kept.days);
    kept.days.dedup();
}

/// Merges what a second copy of a paper says into the first, by the rules above; its days and its
/// announcement are for [`announce`]. It takes no longer than the second copy is long, whatever was
/// merged before.
pub(super) fn merge(
    kept: &mut Paper,
    other: &Paper,
    lists: &mut Lists,
    gain: &mut dyn FnMut(Gain),
) -> Changed {
    let inferred = kept.inferred();
    let mut text = false;
    let later_version = other.version > kept.version;
    if !other.title.is_empty()
        && (kept.title.is_empty() || later_version)
        && kept.title != other.title
    {
        kept.title.clone_from(&other.title);
        text = true;
    }
    text |= keep_longer(&mut kept.summary, other.summary.as_ref());
    text |= keep_longer(&mut kept.comment, other.comment.as_ref());
    let has_more_authors = other.authors.len() > kept.authors.len();
    if has_more_authors {
        kept.authors.clone_from(&other.authors);
    }
    unite(
        &mut kept.categories,
        &other.categories,
        &mut lists.categories,
        |at| gain(Gain::Category(at)),
    );
    unite(&mut kept.topics, &other.topics, &mut lists.topics, |at| {
        gain(Gain::Topic(at));
    });
    unite(&mut kept.code, &other.code, &mut lists.code, |_| {
        gain(Gain::Code);
    });
    keep_first(&mut kept.gist, other.gist.as_ref());
    keep_first(&mut kept.journal, other.journal.as_ref());
    keep_first(&mut kept.doi, other.doi.as_ref());
    kept.submitted = match (kept.submitted, other.submitted) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    let lies_in = |kept: Date| other.dated.is_some_and(|other| kept.contains(other));
    if kept.dated.is_none_or(lies_in) {
        kept.dated = other.dated;
    }
    if kept.days.is_empty() && kept.inferred() != inferred {
        gain(Gain::Other);
    }
    kept.version = kept.version.max(other.version);
    Changed {
        text,
        words: text || has_more_authors,
    }
}

/// Merges when and how a copy of a paper was announced.
pub(super) fn announce(
    kept: &mut Paper,
    days: &[Day],
    announce: Option<Announcement>,
    gain: &mut dyn FnMut(Gain),
) {
    let is_later = days.last() > kept.days.last();
    if (is_later && announce.is_some() || kept.announce.is_none()) && kept.announce != announce {
        kept.announce = announce;
        gain(Gain::Announcement);
    }
    if kept.days.is_empty() && !days.is_empty() && kept.inferred().is_some() {
        // What was inferred counts no longer.
        gain(Gain::Other);
    }
    for day in days {
        if let Err(at) = kept.days.binary_search(day) {
            kept.days.insert(at, *day);
            gain(Gain::Day(*day));
        }
    }
}

/// Adds what is not there yet, and tells its place. A list that became long is kept as a set too,
/// so that it is not looked through for each copy of a paper that has thousands.
fn unite<T: Clone + Eq + Hash>(
    kept: &mut Vec<T>,
    other: &[T],
    known: &mut HashSet<T>,
    mut gain: impl FnMut(usize),
) {
    for one in other {
        let is_new = if kept.len() < SHORT {
            !kept.contains(one)
        } else {
            if known.is_empty() {
                known.extend(kept.iter().cloned());
            }
            !known.contains(one) && known.insert(one.clone())
        };
        if is_new {
            gain(kept.len());
            kept.push(one.clone());
        }
    }
}

fn keep_first<T: Clone>(kept: &mut Option<T>, other: Option<&T>) {
    if kept.is_none() {
        *kept = other.cloned();
    }
}

fn keep_longer(kept: &mut Option<RichText>, other: Option<&RichText>) -> bool {
    let length = |text: Option<&RichText>| text.map_or(0, |text| text.plain.len());
    let longer = length(other) > length(kept.as_ref());
    if longer {
        *kept = other.cloned();
    }
    longer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;

    fn merged(kept: &mut Paper, other: &Paper) -> (Changed, Vec<Gain>) {
        let mut gains = Vec::new();
        let mut lists = Lists::default();
        let changed = merge(kept, other, &mut lists, &mut |gain| gains.push(gain));
        (changed, gains)
    }

    #[test]
    fn the_later_version_gives_the_title() {
        let id = PaperId::Local("x".into());
        let mut kept = Paper::new(id, RichText::from_plain("A title"), 1);
        let mut other = kept.clone();
        kept.version = Some(1);
        other.version = Some(2);
        other.title = RichText::from_plain("A better title");
        let (changed, gains) = merged(&mut kept, &other);
        assert!(changed.text && changed.words && gains.is_empty());
        assert_eq!(
            (kept.title.plain.as_str(), kept.version),
            ("A better title", Some(2))
        );
    }

    #[test]
    fn unions_keep_their_order_and_the_earliest_day_of_submission() {
        let id = PaperId::Local("x".into());
        let mut kept = Paper::new(id, RichText::from_plain("A title"), 1);
        let mut other = kept.clone();
        kept.topics = vec!["B".into(), "A".into()];
        kept.submitted = "2026-03-02".parse().ok();
        other.topics = vec!["C".into(), "A".into()];
        other.submitted = "2026-03-01".parse().ok();
        other.doi = Some("10.1000/182".into());
        let (changed, gains) = merged(&mut kept, &other);
        assert_eq!(changed, Changed::default());
        assert_eq!(gains, [Gain::Topic(2), Gain::Other]);
        assert_eq!(kept.topics, ["B", "A", "C"]);
        assert_eq!(kept.submitted.unwrap().to_string(), "2026-03-01");
        assert_eq!(kept.doi.as_deref(), Some("10.1000/182"));
    }

    #[test]
    fn a_first_day_takes_the_place_of_an_inferred_date_alone() {
        let day: Day = "2026-03-02".parse().unwrap();
        for (id, expected) in [
            (PaperId::Local("x".into()), &[Gain::Day(day)][..]),
            (PaperId::named("2603.00001"), &[Gain::Other, Gain::Day(day)]),
        ] {
            let mut kept = Paper::new(id, RichText::default(), 1);
            let mut gains = Vec::new();
            announce(&mut kept, &[day], None, &mut |gain| gains.push(gain));
            assert_eq!(gains, expected, "{}", kept.id);
        }
    }

    #[test]
    fn long_lists_are_united_as_short_ones_are() {
        let id = PaperId::Local("x".into());
        let mut kept = Paper::new(id, RichText::default(), 1);
        let mut lists = Lists::default();
        for at in (0..100).chain(50..120) {
            let mut other = kept.clone();
            other.topics = vec![format!("topic {at}"), "topic 7".to_owned()];
            merge(&mut kept, &other, &mut lists, &mut |_| {});
        }
        let mut expected: Vec<String> = (0..120).map(|at| format!("topic {at}")).collect();
        // It came with the first.
        let seventh = expected.remove(7);
        expected.insert(1, seventh);
        assert_eq!(kept.topics, expected);
    }
}
