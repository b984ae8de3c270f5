//! What is known of papers beyond what they say: their tags, and which others nearly say the same.
//!
//! Papers wait for that in two queues. Which others one is compared with depends on those that came
//! before, so comparing keeps their order; tags depend on the paper alone, and may be made
//! elsewhere and come back in any order.

use std::collections::{HashMap, VecDeque};

use super::{DocId, Library, Record};
use crate::core::tags::{TagId, Tagger, bytes_looked_at};

/// How many bytes of text an errand takes along before it is full.
const LENT: usize = 256 << 10;

/// What is to be done so that all papers are described.
#[derive(Debug, Default)]
pub(super) struct Describing {
    /// Records that are not tagged as they are now, in order of arrival.
    untagged: VecDeque<DocId>,
    /// Records that are not compared with the others as they are now, in order of arrival.
    uncompared: VecDeque<DocId>,
    /// Records whose tags are made elsewhere, and by which errand: tags of any other are out of
    /// date.
    awaited: HashMap<DocId, u32>,
    /// Of each record, in which of the two queues it waits: one that changes again and again waits
    /// once.
    waiting: Vec<Waiting>,
}

/// In which queues a record waits.
#[derive(Clone, Copy, Debug, Default)]
struct Waiting {
    untagged: bool,
    uncompared: bool,
}

impl Describing {
    /// A record is new, or says something else.
    pub(super) fn push(&mut self, doc: DocId) {
        self.awaited.remove(&doc);
        let at = doc as usize;
        if self.waiting.len() <= at {
            self.waiting.resize(at + 1, Waiting::default());
        }
        self.wait_for_tags(doc);
        if !std::mem::replace(&mut self.waiting[at].uncompared, true) {
            self.uncompared.push_back(doc);
        }
    }

    /// A record is to be tagged.
    fn wait_for_tags(&mut self, doc: DocId) {
        if let Some(waiting) = self.waiting.get_mut(doc as usize)
            && !std::mem::replace(&mut waiting.untagged, true)
        {
            self.untagged.push_back(doc);
        }
    }

    /// The next record that is to be tagged.
    fn pop_untagged(&mut self) -> Option<DocId> {
        let doc = self.untagged.pop_front()?;
        if let Some(waiting) = self.waiting.get_mut(doc as usize) {
            waiting.untagged = false;
        }
        Some(doc)
    }

    /// The next record that is to be compared.
    fn pop_uncompared(&mut self) -> Option<DocId> {
        let doc = self.uncompared.pop_front()?;
        if let Some(waiting) = self.waiting.get_mut(doc as usize) {
            waiting.uncompared = false;
        }
        Some(doc)
    }

    /// A record has its tags, or is gone: none that come for it are wanted.
    pub(super) fn settle(&mut self, doc: DocId) {
        self.awaited.remove(&doc);
    }
}

impl Library {
    /// How many papers are not tagged or not compared with the others yet.
    pub fn undescribed(&self) -> usize {
        let untagged = self.describing.untagged.len() + self.describing.awaited.len();
        untagged.max(self.describing.uncompared.len())
    }

    /// How many papers wait to be tagged that no errand has.
    pub fn untagged(&self) -> usize {
        self.describing.untagged.len()
    }

    /// Whether nothing is left to describe but what errands have.
    pub fn only_awaits(&self) -> bool {
        let Describing {
            untagged,
            uncompared,
            awaited,
            waiting: _,
        } = &self.describing;
        untagged.is_empty() && uncompared.is_empty() && !awaited.is_empty()
    }

    /// Tags some papers that were only taken in, and marks those that nearly say the same: until so
    /// many are done, or about so many bytes of text were looked at. Where tags are made elsewhere
    /// too, papers are compared first, which cannot be shared.
    pub fn describe_some(&mut self, papers: usize, text: usize, tagger: &Tagger, is_shared: bool) {
        let mut effort = 0;
        for _ in 0..papers {
            if effort >= text {
                break;
            }
            let next = self.describing.uncompared.front().copied();
            let both = next.filter(|doc| self.describing.untagged.front() == Some(doc));
            if both.is_some() && !is_shared {
                self.describing.pop_uncompared();
                if let Some(doc) = self.describing.pop_untagged()
                    && self.get(doc).is_some()
                {
                    effort += self.describe(doc, tagger);
                }
            } else if let Some(doc) = self.describing.pop_uncompared() {
                if self.get(doc).is_some() {
                    self.marked.push(doc);
                    effort += self.compare(doc);
                }
            } else if let Some(doc) = self.describing.pop_untagged() {
                if self.get(doc).is_some() {
                    effort += self.tag(doc, tagger);
                }
            } else {
                break;
            }
        }
    }

    fn bytes_looked_at(&self, doc: DocId) -> usize {
        self.get(doc)
            .map_or(0, |record| bytes_looked_at(&record.paper))
    }

    /// The next papers that are to be tagged, at most so many and fewer if they say very much, for
    /// the errand of this number to tag.
    pub fn lend(&mut self, errand: u32, papers: usize) -> Vec<(DocId, &Record)> {
        let mut lent = Vec::with_capacity(papers.min(self.describing.untagged.len()));
        let mut bytes = 0;
        while lent.len() < papers
            && bytes < LENT
            && let Some(doc) = self.describing.pop_untagged()
        {
            bytes += self.bytes_looked_at(doc);
            lent.push(doc);
        }
        let mut records = Vec::with_capacity(lent.len());
        for doc in lent {
            if let Some(record) = self.records.get(doc as usize)
                && !record.sources.is_empty()
            {
                self.describing.awaited.insert(doc, errand);
                records.push((doc, record));
            }
        }
        records
    }

    /// A paper's tags as an errand found them. They are left aside where the paper has changed
    /// since, or gone.
    pub fn tagged(&mut self, doc: DocId, errand: u32, tags: Vec<TagId>) {
        if self.describing.awaited.get(&doc) != Some(&errand) {
            return;
        }
        self.describing.settle(doc);
        if let Some(record) = self.records.get_mut(doc as usize) {
            record.tags = tags;
            self.touched.touch(doc);
            self.marked.push(doc);
        }
    }

    /// An errand will not be done: its papers are to be tagged again.
    pub fn take_back(&mut self, errand: u32) {
        let awaited = self.describing.awaited.extract_if(|_, of| *of == errand);
        let mut docs: Vec<DocId> = awaited.map(|(doc, _)| doc).collect();
        super::sorting::sort(&mut docs);
        for doc in docs {
            self.describing.wait_for_tags(doc);
        }
    }

    /// Tags a record by what it says, and compares it with the others. Says how many bytes of text
    /// it looked at, here and below.
    pub(super) fn describe(&mut self, doc: DocId, tagger: &Tagger) -> usize {
        self.tag(doc, tagger) + self.compare(doc)
    }

    fn tag(&mut self, doc: DocId, tagger: &Tagger) -> usize {
        self.describing.settle(doc);
        let Some(record) = self.records.get_mut(doc as usize) else {
            return 0;
        };
        record.tags = tagger.tag(&record.paper);
        self.touched.touch(doc);
        self.marked.push(doc);
        bytes_looked_at(&record.paper)
    }
}
