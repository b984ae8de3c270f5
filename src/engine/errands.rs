//! Work that others share in: errands out, what came of them in.
//!
//! To tag a paper takes nothing but what it says, so where a processor has more than one core,
//! [`Assistant`]s beside the engine tag papers of a large job while the engine reads, indexes and
//! compares. Whoever drives the engine carries errands to them and answers back
//! ([`Engine::errand`], [`Engine::done`]), in any order; an errand that is [lost](Engine::lost) is
//! done again. What comes of it all is what the engine would have made alone.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Engine;
use crate::core::library::{DocId, Record};
use crate::core::paper::{Paper, PaperId};
use crate::core::tags::{TagId, Tagger, looked_at};
use crate::core::text::RichText;

/// How many papers an errand has, if they do not say very much. One takes some ten milliseconds.
const PAPERS_AN_ERRAND: usize = 128;
/// For fewer papers than these nobody is called: to start an assistant takes as long as to tag some
/// hundreds.
const WORTH_SHARING: usize = 1024;

/// Papers to tag.
#[derive(Debug, Deserialize, Serialize)]
struct Errand<'r> {
    number: u32,
    papers: Vec<(DocId, Said<'r>)>,
}

/// What a paper says, as far as tags depend on it.
#[derive(Debug, Deserialize, Serialize)]
struct Said<'r> {
    title: Cow<'r, RichText>,
    summary: Option<Cow<'r, RichText>>,
    comment: Option<Cow<'r, RichText>>,
}

/// The tags of an errand's papers.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Done {
    number: u32,
    tags: Vec<(DocId, Vec<TagId>)>,
}

impl<'r> Said<'r> {
    fn of(record: &'r Record) -> Self {
        let paper = &record.paper;
        Self {
            title: looked_at(&paper.title),
            summary: paper.summary.as_ref().map(looked_at),
            comment: paper.comment.as_ref().map(looked_at),
        }
    }

    fn into_paper(self) -> Paper {
        let nameless = PaperId::Local(String::new());
        let mut paper = Paper::new(nameless, self.title.into_owned(), 0);
        paper.summary = self.summary.map(Cow::into_owned);
        paper.comment = self.comment.map(Cow::into_owned);
        paper
    }
}

/// Does errands for an engine, beside it. It holds nothing but the table of tags.
#[derive(Debug, Default)]
pub struct Assistant {
    tagger: Tagger,
}

impl Assistant {
    /// Does an errand as [`Engine::errand`] gave it, and returns what [`Engine::done`] takes;
    /// `None` for bytes that are no errand.
    pub fn run(&self, errand: &[u8]) -> Option<Vec<u8>> {
        let Errand { number, papers } = postcard::from_bytes(errand).ok()?;
        let tags = papers
            .into_iter()
            .map(|(doc, said)| (doc, self.tagger.tag(&said.into_paper())))
            .collect();
        postcard::to_allocvec(&Done { number, tags }).ok()
    }
}

impl Engine {
    /// Whether there is so much to do that it is worth while to call others for help.
    pub fn is_worth_sharing(&self) -> bool {
        self.store.library.untagged() >= WORTH_SHARING
    }

    /// Says whether others share in the work from now on.
    pub fn share(&mut self, is_shared: bool) {
        self.store.is_shared = is_shared;
    }

    /// Something for an assistant to do, with its number; `None` where nothing can be shared. While
    /// papers are yet to be made searchable only `early`, for where that has a core of its own.
    pub fn errand(&mut self, early: bool) -> Option<(u32, Vec<u8>)> {
        if !early && !self.pipeline.only_describes(&self.store) {
            return None;
        }
        let number = self.store.errands.wrapping_add(1);
        let lent = self.store.library.lend(number, PAPERS_AN_ERRAND);
        if lent.is_empty() {
            return None;
        }
        let papers = lent.into_iter();
        let papers = papers.map(|(doc, record)| (doc, Said::of(record)));
        let errand = Errand {
            number,
            papers: papers.collect(),
        };
        let bytes = postcard::to_allocvec(&errand);
        self.store.errands = number;
        if bytes.is_err() {
            self.lost(number);
        }
        Some((number, bytes.ok()?))
    }

    /// Takes what came of an errand, to be used with the next slice of [work](Engine::work), and
    /// says which errand it was; `None` for bytes that nobody sent who does errands.
    pub fn done(&mut self, done: &[u8]) -> Option<u32> {
        let done: Done = postcard::from_bytes(done).ok()?;
        let number = done.number;
        self.arrived.push_back(done);
        Some(number)
    }

    /// Uses what came of errands. A search under way would begin anew if it were used at once.
    pub(super) fn take_arrived(&mut self) {
        while let Some(Done { number, tags }) = self.arrived.pop_front() {
            self.finish_search();
            for (doc, tags) in tags {
                self.store.library.tagged(doc, number, tags);
            }
            self.store.mark();
        }
    }

    /// Nothing will come of an errand: it is to be done here or by another.
    pub fn lost(&mut self, errand: u32) {
        self.store.library.take_back(errand);
    }
}
