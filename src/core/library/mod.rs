//! Many digests → one library: the same paper in many files is one record.
//!
//! # How two copies of a paper become one
//!
//! | field | rule |
//! |---|---|
//! | title | that of the later version; the first one where versions are equal or unknown |
//! | abstract, comment | the longer one |
//! | authors | the longer list |
//! | categories, topics, code, days, sources | the union |
//! | gist, journal, DOI | the first |
//! | submitted | the earliest |
//! | version | the highest |
//! | announcement | that of the later day; the first one where days are equal |
//! | number, line | the first |

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::paper::{Paper, PaperId};
use super::sorting;
use super::tags::{TagId, Tagger};
use super::text::RichText;

/// The number of a record in its library, from 0, in the order of arrival. Stable as long as the library lives.
pub type DocId = u32;

/// A paper of the library with what we know of it beyond its digest.
#[derive(Clone, Debug)]
pub struct Record {
    /// The paper, merged from all digests that have it.
    pub paper: Paper,
    /// Its tags, sorted, each once.
    pub tags: Vec<TagId>,
    /// The sources that have it, as indices into [`Library::sources`], in order of arrival, each once.
    pub sources: Vec<u32>,
    /// How often it was found: twice in one file counts two.
    pub occurrences: u32,
}

/// All papers that were loaded.
#[derive(Debug, Default)]
pub struct Library {
    records: Vec<Record>,
    sources: Vec<String>,
    by_id: HashMap<PaperId, DocId>,
}

/// What became of a paper that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is a new record.
    New(DocId),
    /// The library had it; its record may have changed.
    Merged(DocId),
}

impl Added {
    /// The record that holds the paper now.
    pub fn doc(self) -> DocId {
        match self {
            Self::New(doc) | Self::Merged(doc) => doc,
        }
    }
}

impl Library {
    /// The records, by [`DocId`].
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The record with this number.
    pub fn get(&self, doc: DocId) -> Option<&Record> {
        self.records.get(doc as usize)
    }

    /// The names of the files, in order of arrival.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The record of a paper.
    pub fn find(&self, id: &PaperId) -> Option<DocId> {
        self.by_id.get(id).copied()
    }

    /// The number of the source with this name, a new one if there is none yet.
    pub fn add_source(&mut self, name: &str) -> u32 {
        let known = self.sources.iter().position(|source| source == name);
        let at = known.unwrap_or_else(|| {
            self.sources.push(name.to_owned());
            self.sources.len() - 1
        });
        narrow(at)
    }

    /// Adds a paper found in a source and tags it, or merges it into the record that the library has of it.
    pub fn add(&mut self, paper: Paper, source: u32, tagger: &Tagger) -> Added {
        match self.by_id.entry(paper.id.clone()) {
            Entry::Vacant(place) => {
                let doc = narrow(self.records.len());
                place.insert(doc);
                let tags = tagger.tag(&paper);
                self.records.push(Record {
                    paper,
                    tags,
                    sources: vec![source],
                    occurrences: 1,
                });
                Added::New(doc)
            }
            Entry::Occupied(place) => {
                let doc = *place.get();
                let record = &mut self.records[doc as usize];
                let text_changed = merge(&mut record.paper, paper);
                if text_changed {
                    record.tags = tagger.tag(&record.paper);
                }
                if !record.sources.contains(&source) {
                    record.sources.push(source);
                }
                record.occurrences += 1;
                Added::Merged(doc)
            }
        }
    }
}

/// Merges a second copy of a paper into the first, by the rules above. Says whether the text changed.
fn merge(kept: &mut Paper, other: Paper) -> bool {
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

/// A library never holds 2³² papers: the text of one alone is more than a byte, and wasm has 4 GiB.
fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::{AnnounceKind, Announcement, Category};

    fn paper(id: &str, summary: &str, category: &str, day: &str, kind: AnnounceKind) -> Paper {
        let id = PaperId::Arxiv(id.parse().unwrap());
        Paper {
            summary: Some(RichText::from_plain(summary)),
            categories: vec![Category(category.to_owned())],
            days: vec![day.parse().unwrap()],
            announce: Some(Announcement {
                kind,
                inferred: false,
            }),
            number: Some(1),
            ..Paper::new(id, RichText::from_plain("A title"), 1)
        }
    }

    #[test]
    fn the_same_paper_twice_is_one_record_that_keeps_the_most() {
        let mut library = Library::default();
        let tagger = Tagger::new();
        let (monday, tuesday) = (library.add_source("mon.md"), library.add_source("tue.md"));
        assert_eq!(library.add_source("mon.md"), monday);

        let first = paper(
            "2603.00001",
            "short",
            "cs.CV",
            "2026-03-03",
            AnnounceKind::New,
        );
        let second = paper(
            "2603.00001",
            "rather longer",
            "cs.LG",
            "2026-03-02",
            AnnounceKind::Cross,
        );
        assert_eq!(library.add(first, tuesday, &tagger), Added::New(0));
        assert_eq!(library.add(second, monday, &tagger), Added::Merged(0));

        let record = library.get(0).unwrap();
        assert_eq!(
            record.paper.summary.as_ref().unwrap().plain,
            "rather longer"
        );
        let days: Vec<_> = record.paper.days.iter().map(ToString::to_string).collect();
        assert_eq!(days, ["2026-03-02", "2026-03-03"]);
        let categories: Vec<_> = record
            .paper
            .categories
            .iter()
            .map(|category| category.0.as_str())
            .collect();
        assert_eq!(categories, ["cs.CV", "cs.LG"]);
        assert_eq!(
            record.paper.announce.unwrap().kind,
            AnnounceKind::New,
            "the later day's"
        );
        assert_eq!(record.sources, [tuesday, monday]);
        assert_eq!(record.occurrences, 2);
        assert_eq!(library.records().len(), 1);
    }

    #[test]
    fn the_later_version_gives_the_title() {
        let mut kept = paper("2603.00001", "a", "cs.CV", "2026-03-02", AnnounceKind::New);
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
}
