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
//! | version | the highest |
//! | announcement | that of the later day; the first one where days are equal |
//! | number, line | the first |
//!
//! What loses is not gone: a record keeps its copies, and [`history`](super::history) shows where they differ.

use crate::core::paper::Paper;
use crate::core::sorting;
use crate::core::text::RichText;

/// Merges a second copy of a paper into the first, by the rules above. Says whether the text changed.
pub(super) fn merge(kept: &mut Paper, other: Paper) -> bool {
    let mut changed = false;
    let later_version = other.version > kept.version;
    if !other.title.is_empty()
        && (kept.title.is_empty() || later_version)
        && kept.title != other.title
    {
        kept.title = other.title;
        changed = true;
    }
    changed |= keep_longer(&mut kept.summary, other.summary);
    changed |= keep_longer(&mut kept.comment, other.comment);
    if other.authors.len() > kept.authors.len() {
        kept.authors = other.authors;
    }
    if other.days.last() > kept.days.last() && other.announce.is_some() || kept.announce.is_none() {
        kept.announce = other.announce;
    }
    unite(&mut kept.categories, other.categories);
    unite(&mut kept.topics, other.topics);
    unite(&mut kept.code, other.code);
    kept.gist = kept.gist.take().or(other.gist);
    kept.journal = kept.journal.take().or(other.journal);
    kept.doi = kept.doi.take().or(other.doi);
    kept.submitted = match (kept.submitted, other.submitted) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    kept.days.extend(other.days);
    sorting::sort(&mut kept.days);
    kept.days.dedup();
    kept.version = kept.version.max(other.version);
    changed
}

/// Adds what is not there yet.
fn unite<T: PartialEq>(kept: &mut Vec<T>, other: Vec<T>) {
    for one in other {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
}

fn keep_longer(kept: &mut Option<RichText>, other: Option<RichText>) -> bool {
    let length = |text: &Option<RichText>| text.as_ref().map_or(0, |text| text.plain.len());
    let longer = length(&other) > length(kept);
    if longer {
        *kept = other;
    }
    longer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;

    #[test]
    fn the_later_version_gives_the_title() {
        let id = PaperId::Local("x".into());
        let mut kept = Paper::new(id, RichText::from_plain("A title"), 1);
        let mut other = kept.clone();
        kept.version = Some(1);
        other.version = Some(2);
        other.title = RichText::from_plain("A better title");
        assert!(merge(&mut kept, other));
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
        assert!(!merge(&mut kept, other));
        assert_eq!(kept.topics, ["B", "A", "C"]);
        assert_eq!(kept.submitted.unwrap().to_string(), "2026-03-01");
        assert_eq!(kept.doi.as_deref(), Some("10.1000/182"));
    }
}
