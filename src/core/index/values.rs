//! The values of papers in facets.

use super::Index;
use crate::core::facet::Facet;
use crate::core::library::{DocId, Record};
use crate::core::paper::AnnounceKind;

/// The place of the column that holds tags.
pub(super) const TAGS: usize = 0;

pub(super) fn column_of(facet: Facet) -> usize {
    // The facets of tags are the first.
    (facet as usize + 1).saturating_sub(Facet::TAGGED.len())
}

/// The number of an announcement's kind in its column.
pub(in crate::core) fn announce_value(kind: AnnounceKind) -> u32 {
    kind as u32
}

impl Index {
    /// Sets the tags of a record anew. One that was never put is left alone.
    pub fn put_tags(&mut self, doc: DocId, record: &Record) {
        let at = doc as usize;
        if at >= self.docs.len() {
            return;
        }
        let mut tagged = [false; Facet::ALL.len()];
        for tag in record.tags() {
            tagged[self.names.facet(*tag) as usize] = true;
        }
        for facet in Facet::TAGGED {
            self.with_values[facet as usize].put(at, tagged[facet as usize]);
        }
        let tags = record.tags().iter().map(|tag| u32::from(tag.0));
        self.columns[TAGS].put(doc, tags.collect());
    }

    /// Sets anew what is known of a record beside what it says: its tags, and whether it is a duplicate. One that was never put is left alone.
    pub fn mark(&mut self, doc: DocId, record: &Record) {
        if (doc as usize) < self.docs.len() {
            self.put_tags(doc, record);
            let duplicates = &mut self.sets.duplicates;
            duplicates.put(doc as usize, record.is_duplicate());
        }
    }

    pub(super) fn put_values(&mut self, doc: DocId, record: &Record) {
        let paper = &record.paper;
        self.put_tags(doc, record);
        for facet in Facet::ALL.into_iter().skip(Facet::TAGGED.len()) {
            let values: Vec<u32> = match facet {
                Facet::Announce => {
                    let kinds = paper.announce.iter().map(|announce| announce.kind);
                    kinds.map(announce_value).collect()
                }
                Facet::Category => {
                    let names = paper.categories.iter();
                    names
                        .map(|category| self.categories.intern(&category.0))
                        .collect()
                }
                Facet::Topic => {
                    let names = paper.topics.iter();
                    names.map(|topic| self.topics.intern(topic)).collect()
                }
                Facet::Day => paper
                    .days
                    .iter()
                    .map(|day| self.days.number(*day))
                    .collect(),
                _ => record.sources.clone(),
            };
            self.with_values[facet as usize].put(doc as usize, !values.is_empty());
            self.columns[column_of(facet)].put(doc, values);
        }
    }
}
