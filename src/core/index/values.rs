//! The values of papers in facets.

use std::sync::OnceLock;

use super::{Column, Index, has_code_link};
use crate::core::facet::{Facet, FacetKind};
use crate::core::library::{DocId, Gain, Record};
use crate::core::paper::AnnounceKind;

/// The columns, one for each kind of facet: tags have numbers of their own whatever their facet, so
/// all facets of tags share one.
pub(super) type Columns = [Column; FacetKind::COUNT];

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
        self.columns[FacetKind::Tag as usize].put(doc, tags.collect());
    }

    /// Sets anew what is known of a record beside what it says: its tags, and whether it is a
    /// duplicate. One that was never put is left alone.
    pub fn mark(&mut self, doc: DocId, record: &Record) {
        if (doc as usize) < self.docs.len() {
            self.put_tags(doc, record);
            let duplicates = &mut self.sets.duplicates;
            duplicates.put(doc as usize, record.is_duplicate());
        }
    }

    /// Adds what a record gained beside words. One that was never put is left alone: it has all of
    /// that when it is put.
    ///
    /// What a record lost since is not added, so this may come before or after the record is put
    /// anew.
    pub fn gain(&mut self, doc: DocId, record: &Record, gain: Gain) {
        let at = doc as usize;
        if at >= self.docs.len() {
            return;
        }
        let paper = &record.paper;
        let gained = match gain {
            Gain::Source(source) => {
                let is_there = record.sources.binary_search(&source).is_ok();
                is_there.then_some((Facet::Source, source))
            }
            Gain::Day(day) => {
                let is_there = paper.days.binary_search(&day).is_ok();
                is_there.then(|| (Facet::Day, self.days.number(day)))
            }
            Gain::Category(place) => {
                let category = paper.categories.get(place);
                category.map(|name| (Facet::Category, self.categories.intern(&name.0)))
            }
            Gain::Topic(place) => {
                let topic = paper.topics.get(place);
                topic.map(|name| (Facet::Topic, self.topics.intern(name)))
            }
            Gain::Code => {
                self.sets.with_code.put(at, has_code_link(paper));
                None
            }
            Gain::Announcement => {
                self.put_value(doc, record, Facet::Announce);
                None
            }
            Gain::Other => {
                self.put_values(doc, record);
                self.sets.with_code.put(at, has_code_link(paper));
                None
            }
        };
        if let Some((facet, value)) = gained {
            self.sort_terms();
            self.with_values[facet as usize].put(at, true);
            self.columns[facet.kind() as usize].add(doc, value);
        }
        if matches!(gain, Gain::Day(_) | Gain::Other) {
            self.put_latest(doc, record);
        }
    }

    fn put_latest(&mut self, doc: DocId, record: &Record) {
        let latest = self.latest(record);
        if let Some(doc) = self.docs.get_mut(doc as usize)
            && doc.latest != latest
        {
            doc.latest = latest;
            self.orders = std::array::from_fn(|_| OnceLock::new());
        }
    }

    /// The number of the last date of a paper.
    pub(super) fn latest(&mut self, record: &Record) -> Option<u32> {
        let latest = record.paper.date();
        latest.map(|date| self.days.number(date))
    }

    pub(super) fn put_values(&mut self, doc: DocId, record: &Record) {
        self.put_tags(doc, record);
        let others = Facet::ALL.into_iter().filter(|facet| !facet.is_tagged());
        others.for_each(|facet| self.put_value(doc, record, facet));
    }

    /// Sets the values of a facet; of one of tags those of all facets of tags.
    fn put_value(&mut self, doc: DocId, record: &Record, facet: Facet) {
        let paper = &record.paper;
        let values: Vec<u32> = match facet.kind() {
            FacetKind::Tag => return self.put_tags(doc, record),
            FacetKind::Announce => {
                let kinds = paper.announce.iter().map(|announce| announce.kind);
                kinds.map(announce_value).collect()
            }
            FacetKind::Category => {
                let names = paper.categories.iter();
                names
                    .map(|category| self.categories.intern(&category.0))
                    .collect()
            }
            FacetKind::Topic => {
                let names = paper.topics.iter();
                names.map(|topic| self.topics.intern(topic)).collect()
            }
            FacetKind::Day => {
                let dates = paper.dates();
                dates.map(|date| self.days.number(date)).collect()
            }
            FacetKind::Source => record.sources.clone(),
            // Its values are the reader's to change, and every paper has some.
            FacetKind::State => {
                let is_there = self.sets.live.contains(doc as usize);
                self.with_values[facet as usize].put(doc as usize, is_there);
                return;
            }
        };
        self.with_values[facet as usize].put(doc as usize, !values.is_empty());
        self.columns[facet.kind() as usize].put(doc, values);
    }
}
