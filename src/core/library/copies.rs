//! The copies of a paper: what each source says of it.
//!
//! A list that comes every day says the same of most of its papers every day. Copies that say the
//! same share it; what each of them has of its own takes a few bytes.

use std::collections::HashMap;
use std::sync::Arc;

use super::narrow;
use crate::core::binary::{Decoder, Encoder};
use crate::core::day::Day;
use crate::core::paper::{Announcement, Paper};

/// How many of the latest copies that differ are compared with one that comes. Where more take
/// turns, some are kept twice.
const COMPARED: usize = 4;

/// A paper as one source has it.
#[derive(Clone, Debug)]
pub struct Copied {
    /// The source, as an index into [`Library::sources`](super::Library::sources).
    pub source: u32,
    line: u32,
    number: Option<u32>,
    announce: Option<Announcement>,
    /// Where they are others than those of `paper`.
    days: Option<Box<[Day]>>,
    /// What it says, as the first of the copies has it that say the same.
    paper: Arc<Paper>,
}

impl Copied {
    /// A copy that says what none before it said.
    pub(super) fn new(source: u32, paper: Paper) -> Self {
        Self {
            source,
            line: paper.line,
            number: paper.number,
            announce: paper.announce,
            days: None,
            paper: Arc::new(paper),
        }
    }

    /// A copy, and whether it says what one of those before it says.
    pub(super) fn beside(copies: &[Self], source: u32, paper: Paper) -> (Self, bool) {
        let mut differing: [Option<&Arc<Paper>>; COMPARED] = [None; COMPARED];
        for known in copies.iter().rev().take(4 * COMPARED) {
            let known = &known.paper;
            let is_met = |met: &&Arc<Paper>| Arc::ptr_eq(met, known);
            if differing.iter().flatten().any(is_met) {
                continue;
            }
            if say_the_same(known, &paper) {
                let copy = Self {
                    source,
                    line: paper.line,
                    number: paper.number,
                    announce: paper.announce,
                    days: (known.days != paper.days).then(|| paper.days.into()),
                    paper: Arc::clone(known),
                };
                return (copy, true);
            }
            match differing.iter_mut().find(|place| place.is_none()) {
                Some(place) => *place = Some(known),
                None => break,
            }
        }
        (Self::new(source, paper), false)
    }

    /// Writes the copies of a paper, to be kept.
    pub(super) fn encode(copies: &[Self], out: &mut Encoder) {
        let mut known: HashMap<*const Paper, u32> = HashMap::new();
        out.put(&narrow(copies.len()));
        for (at, copy) in (0..).zip(copies) {
            let first = *known.entry(Arc::as_ptr(&copy.paper)).or_insert(at);
            let of_its_own = (
                copy.source,
                copy.line,
                copy.number,
                copy.announce,
                &copy.days,
            );
            out.put(&(of_its_own, first));
            if first == at {
                out.put(&*copy.paper);
            }
        }
    }

    /// Reads what [`Copied::encode`] wrote.
    pub(super) fn decode(from: &mut Decoder<'_>) -> Option<Vec<Self>> {
        let mut copies: Vec<Self> = Vec::new();
        for at in 0..from.get::<u32>()? {
            let (of_its_own, first): (_, u32) = from.get()?;
            let (source, line, number, announce, days) = of_its_own;
            let paper = if first == at {
                Arc::new(from.get()?)
            } else {
                Arc::clone(&copies.get(first as usize)?.paper)
            };
            copies.push(Self {
                source,
                line,
                number,
                announce,
                days,
                paper,
            });
        }
        Some(copies)
    }

    /// What it says, but for its days, its number and its line, which may be those of another copy.
    pub fn paper(&self) -> &Paper {
        &self.paper
    }

    /// Whether two copies share what they say.
    pub fn shares(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.paper, &other.paper)
    }

    /// The days on which it was announced.
    pub fn days(&self) -> &[Day] {
        self.days.as_deref().unwrap_or(&self.paper.days)
    }

    /// How it was announced.
    pub fn announce(&self) -> Option<Announcement> {
        self.announce
    }

    /// The paper as its source has it.
    pub fn to_paper(&self) -> Paper {
        Paper {
            days: self.days().to_vec(),
            announce: self.announce,
            number: self.number,
            line: self.line,
            ..Paper::clone(&self.paper)
        }
    }
}

/// Whether two copies of a paper say the same but for when and where it stood.
fn say_the_same(one: &Paper, other: &Paper) -> bool {
    // What is added to a paper is to be compared too, or named here.
    let Paper {
        id,
        version,
        title,
        summary,
        authors,
        categories,
        days: _,
        announce: _,
        comment,
        gist,
        topics,
        code,
        journal,
        doi,
        submitted,
        dated,
        number: _,
        line: _,
    } = one;
    *id == other.id
        && *version == other.version
        && *submitted == other.submitted
        && *dated == other.dated
        && *title == other.title
        && *summary == other.summary
        && *comment == other.comment
        && *authors == other.authors
        && *categories == other.categories
        && *topics == other.topics
        && *code == other.code
        && *gist == other.gist
        && *journal == other.journal
        && *doi == other.doi
}
