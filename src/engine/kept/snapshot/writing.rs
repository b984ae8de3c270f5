//! Writing a snapshot, in slices between which the engine is asked other things. Whatever changes
//! the library meanwhile ends it: it is begun anew when all is quiet again.

use std::collections::VecDeque;

use super::{Chunk, PROGRAM, Part, Parts, Snapshot, Stamp, are_kept, left_out};
use crate::core::binary::{Encoder, sum};
use crate::core::tags::own::write;
use crate::engine::kept::Manifest;
use crate::engine::{Engine, FileOf, Store};

/// How many papers are in the head, to be shown before all others.
const FIRSTS: usize = 128;
/// How many records are written in one slice.
const RECORDS_A_SLICE: usize = 128;
/// A part that is larger has a chunk of its own, in bytes: less is read as quickly with the head.
const SMALL: usize = 256 << 10;

/// A snapshot that is being written.
#[derive(Debug)]
pub struct Writing {
    stamp: Stamp,
    left: VecDeque<Part>,
    /// What is written of the next part, and where what it has begins.
    part: Option<(Encoder, usize)>,
    /// How many records of it are written.
    records: usize,
    /// The parts that go with the head.
    small: Encoder,
    draft: Draft,
    /// How many chunks were given away.
    made: u32,
}

/// What came of a slice.
#[derive(Debug)]
pub enum Wrote {
    /// There is more to do.
    More,
    /// A chunk is done, to be put aside until all are.
    Chunk(Vec<u8>),
    /// All chunks are done, and this is how they are to be kept.
    Whole(Draft),
    /// Something has changed: what was put aside is worth nothing.
    Outdated,
}

/// A snapshot of which all chunks are there and none has a number yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The chunks in their order.
    pub slots: Vec<Slot>,
    files: Vec<(u32, u32)>,
    /// What each chunk has, and what had touched it last.
    parts: Vec<(Part, u64)>,
    stamp: Stamp,
}

/// A chunk of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// It is to be kept: which of those that were made it is, its size in bytes and its sum.
    New(u32, u64, u64),
    /// It is kept already.
    Kept(Chunk),
}

impl Manifest {
    /// Has a snapshot in the place of the one before, whose other chunks are to be let go; `None`
    /// where it does not fit what is kept any more, or speaks of chunks that are not.
    pub fn put_snapshot(&mut self, draft: &Draft) -> Option<Snapshot> {
        let before = self
            .snapshot
            .as_ref()
            .map_or(&[][..], |before| &before.chunks);
        let mut next = self.next_chunk;
        let chunk = |slot: &Slot| match slot {
            Slot::Kept(chunk) => before.contains(chunk).then_some(*chunk),
            Slot::New(_, size, sum) => {
                let (size, sum) = (*size, *sum);
                next += 1;
                let id = next - 1;
                Some(Chunk { id, size, sum })
            }
        };
        let chunks: Vec<Chunk> = draft.slots.iter().map(chunk).collect::<Option<_>>()?;
        if !are_kept(&draft.files, self) {
            return None;
        }
        let snapshot = Snapshot {
            program: PROGRAM,
            chunks,
            files: draft.files.clone(),
        };
        self.next_chunk = next;
        self.snapshot = Some(snapshot.clone());
        Some(snapshot)
    }
}

impl Store {
    /// The library as it is; `None` while something is on its way.
    pub(super) fn stamp(&self) -> Option<Stamp> {
        let is_still = !self.is_behind() && self.library.is_settled() && !self.owned.has_work();
        is_still.then(|| Stamp {
            library: self.library.changes_so_far(),
            postings: self.index.generation(),
            own: write(self.owned.kept()),
        })
    }

    /// Writes a part, or as much of it as one slice is for. Says whether all of it is written.
    fn encode(&self, part: Part, records: &mut usize, out: &mut Encoder) -> bool {
        match part {
            // It is written last.
            Part::Head => true,
            Part::Terms => {
                self.index.encode_terms(out);
                true
            }
            Part::Segment(number) => {
                self.index.encode_segment(number, out);
                true
            }
            Part::Block(block) => {
                let from = *records;
                *records += RECORDS_A_SLICE;
                self.library.encode_block(block, from, RECORDS_A_SLICE, out)
            }
            Part::Sketches => {
                self.library.encode_sketches(out);
                true
            }
        }
    }

    /// What touched a part last; segments and blocks need not be written again while that is the
    /// same.
    pub(super) fn touched(&self, part: Part) -> Option<u64> {
        match part {
            Part::Block(block) => Some(self.library.touched(block)),
            // Once written it never changes.
            Part::Segment(_) => Some(0),
            Part::Head | Part::Terms | Part::Sketches => None,
        }
    }
}

impl Engine {
    /// Whether there is a library whose snapshot is worth writing: all is quiet, and it is not the
    /// one that was kept last.
    pub fn wants_snapshot(&self) -> bool {
        let store = &self.store;
        let is_quiet = !self.has_work() && self.pipeline.is_empty() && self.opening.is_none();
        is_quiet
            && !store.library.is_empty()
            && !store.library.is_hollow()
            && store.stamp().is_some_and(|now| self.parts.of != Some(now))
    }

    /// Begins to write a snapshot; `kept` tells the number under which a file of a job is kept.
    /// `None` where something of the library comes from files that are not kept, or is changing.
    pub fn begin_snapshot(
        &mut self,
        manifest: &Manifest,
        kept: impl Fn(FileOf) -> Option<u32>,
    ) -> Option<Writing> {
        if !self.wants_snapshot() {
            return None;
        }
        let store = &mut self.store;
        let sources = store.files.kept(kept)?;
        if sources.len() != store.library.live_sources() {
            return None;
        }
        let mut files: Vec<u32> = sources
            .iter()
            .flat_map(|source| source.origins.iter().map(|(id, _)| *id))
            .collect();
        crate::core::sorting::sort(&mut files);
        files.dedup();
        let files: Vec<(u32, u32)> = files
            .into_iter()
            .map(|id| Some((id, left_out(manifest.file(id)?))))
            .collect::<Option<_>>()?;
        if !are_kept(&files, manifest) {
            return None;
        }
        let segments = store.index.prepare_to_keep();
        let stamp = store.stamp()?;
        let mut small = Encoder::default();
        let head = Part::Head.open(&mut small);
        small.put(&sources);
        small.put(&stamp.own);
        let firsts = store.index.newest(FIRSTS);
        store.library.encode_head(&firsts, &mut small);
        store.index.encode_head(&mut small);
        small.close(head);
        let segments = segments.into_iter().map(Part::Segment);
        let blocks = (0..store.library.blocks()).map(Part::Block);
        Some(Writing {
            left: [Part::Terms]
                .into_iter()
                .chain(segments)
                .chain(blocks)
                .chain([Part::Sketches])
                .collect(),
            part: None,
            records: 0,
            small,
            draft: Draft {
                slots: Vec::new(),
                files,
                parts: Vec::new(),
                stamp: stamp.clone(),
            },
            made: 0,
            stamp,
        })
    }

    /// Writes a slice of a snapshot.
    pub fn write_snapshot(&mut self, writing: &mut Writing) -> Wrote {
        if self.opening.is_some() || self.store.stamp().as_ref() != Some(&writing.stamp) {
            return Wrote::Outdated;
        }
        let Some(part) = writing.left.front().copied() else {
            return writing.end();
        };
        let touched = self.store.touched(part);
        if let Some(touched) = touched
            && writing.part.is_none()
            && let Some((then, chunk)) = self.parts.kept.get(&part)
            && *then == touched
        {
            writing.draft.slots.push(Slot::Kept(*chunk));
            writing.draft.parts.push((part, touched));
            writing.left.pop_front();
            return Wrote::More;
        }
        let (mut out, opened) = writing.part.take().unwrap_or_else(|| {
            let mut out = Encoder::default();
            let opened = part.open(&mut out);
            (out, opened)
        });
        if !self.store.encode(part, &mut writing.records, &mut out) {
            writing.part = Some((out, opened));
            return Wrote::More;
        }
        out.close(opened);
        writing.records = 0;
        writing.left.pop_front();
        if out.len() <= SMALL {
            writing.small.append(&out);
            return Wrote::More;
        }
        writing.draft.parts.push((part, touched.unwrap_or(0)));
        writing.give(out.into_bytes())
    }

    /// A draft is kept as this snapshot: what of it does not change is not written again.
    pub fn kept_snapshot(&mut self, draft: Draft, snapshot: &Snapshot) {
        let chunks = snapshot.chunks.iter();
        let parts = draft.parts.into_iter().zip(chunks);
        let kept = parts.map(|((part, touched), chunk)| (part, (touched, *chunk)));
        let of = Some(draft.stamp);
        self.parts = Parts {
            kept: kept.collect(),
            of,
        };
    }

    /// The library is as it is kept by another tab, or cannot be kept: a snapshot is not wanted
    /// until something changes, and has nothing in common with the one before.
    pub fn leave_snapshot(&mut self) {
        self.forget_snapshot();
        self.parts.of = self.store.stamp();
    }

    /// What was kept of the library is not there any more.
    pub fn forget_snapshot(&mut self) {
        self.parts = Parts::default();
    }
}

impl Draft {
    /// Whether some of its chunks are kept already.
    pub fn reuses(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot, Slot::Kept(_)))
    }

    /// A draft of these chunks and files, with what is known of neither.
    #[cfg(test)]
    pub(super) fn of(slots: Vec<Slot>, files: Vec<(u32, u32)>) -> Self {
        Self {
            slots,
            files,
            parts: Vec::new(),
            stamp: Stamp {
                library: 0,
                postings: 0,
                own: String::new(),
            },
        }
    }
}

impl Writing {
    fn give(&mut self, chunk: Vec<u8>) -> Wrote {
        let slot = Slot::New(self.made, chunk.len() as u64, sum(&chunk));
        self.draft.slots.push(slot);
        self.made += 1;
        Wrote::Chunk(chunk)
    }

    /// Gives the head away, and then the draft, in which it comes first.
    fn end(&mut self) -> Wrote {
        let small = std::mem::take(&mut self.small);
        if !small.is_empty() {
            self.draft.parts.push((Part::Head, 0));
            return self.give(small.into_bytes());
        }
        self.draft.slots.rotate_right(1);
        self.draft.parts.rotate_right(1);
        Wrote::Whole(self.draft.clone())
    }
}
