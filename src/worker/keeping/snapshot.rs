//! The library as it was: opened at the start, and written when nothing else is to be done.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use crate::engine::FileOf;
use crate::engine::kept::{Manifest, OPENING, Snapshot, Wrote};
use crate::protocol::Request;
use crate::worker::store::{Failure, Store, blob, bytes};
use crate::worker::{SLICE_MS, Worker, now, pause};

/// How long nothing has to be done before a snapshot is written, in milliseconds.
const STILL_MS: u32 = 1_500;
/// How long none is written after the page asked for something, in milliseconds.
const QUIET_MS: f64 = 500.0;
/// How many chunks are being read while one is taken over.
const AHEAD: usize = 6;

/// What is known of snapshots.
#[derive(Default)]
pub(super) struct Snapshots {
    /// Whether one may be opened soon, so that nothing is to be read before.
    may_come: Cell<bool>,
    /// Messages that wait until it is.
    waiting: RefCell<Vec<JsValue>>,
    /// The one that was opened or written by this tab last.
    ours: RefCell<Option<Snapshot>>,
    is_being_written: Cell<bool>,
}

impl Snapshots {
    /// Whether nobody knows yet whether one is opened.
    pub(super) fn is_awaited(&self) -> bool {
        self.may_come.get()
    }

    /// Whether one may be opened soon.
    pub(super) fn may_come(&self, may: bool) {
        self.may_come.set(may);
    }
}

impl Worker {
    /// Has a message wait where its request cannot be answered before the library is there; says
    /// whether it does.
    pub(in crate::worker) fn has_wait(&self, request: &Request, message: &JsValue) -> bool {
        let snapshots = &self.keeper.snapshots;
        let engine = self.engine.borrow();
        let waits = if engine.is_opening() {
            engine.must_wait(request)
        } else {
            snapshots.may_come.get() && changes_library(request)
        };
        if waits {
            snapshots.waiting.borrow_mut().push(message.clone());
        }
        waits
    }

    /// Takes the messages that waited. Does nothing the second time.
    pub(super) fn end_waiting(self: &Rc<Self>) {
        let snapshots = &self.keeper.snapshots;
        snapshots.may_come.set(false);
        for message in snapshots.waiting.take() {
            self.receive(&message);
        }
        // What other tabs did meanwhile.
        if self.engine.borrow().has_work() {
            spawn_local(self.clone().work());
        }
    }

    /// Opens a snapshot. Says whether the library is there.
    pub(super) async fn open_snapshot(self: &Rc<Self>, snapshot: &Snapshot) -> bool {
        let keeper = &self.keeper;
        let Some(store) = keeper.store() else {
            return false;
        };
        let job = keeper.own_job();
        let opened = self.open_chunks(&store, snapshot, job).await;
        self.engine.borrow_mut().abandon_opening();
        keeper.opening.set(None);
        // Where that fails the snapshot is blamed for what it did not do, once.
        let _ = store.was_read(OPENING);
        match opened {
            Ok(()) => true,
            Err(failure) => {
                let why = format!("the kept library is read anew: {failure:?}");
                web_sys::console::warn_1(&why.into());
                false
            }
        }
    }

    async fn open_chunks(
        self: &Rc<Self>,
        store: &Store,
        snapshot: &Snapshot,
        job: u32,
    ) -> Result<(), Failure> {
        let keeper = &self.keeper;
        store.opens_snapshot()?;
        let blobs = store.chunks(snapshot).await?;
        let mut left = blobs.iter();
        let mut reads: VecDeque<_> = left.by_ref().take(1).map(bytes).collect();
        // The marks are counted with the first answer.
        self.recall_records().await;
        self.tell_own();
        let head = match reads.pop_front() {
            Some(head) => head.await?,
            None => return Err(Failure::Damaged),
        };
        let said = {
            let mut engine = self.engine.borrow_mut();
            let opened = engine.open_snapshot(snapshot, &head, job);
            opened.map_err(|_| Failure::Damaged)?;
            engine.opened()
        };
        drop(head);
        reads.extend(left.by_ref().take(AHEAD).map(bytes));
        keeper.opening.set(Some(job));
        {
            let mut kept = keeper.shelf.borrow_mut();
            for (place, (id, _)) in (0..).zip(&snapshot.files) {
                kept.reads(*id, FileOf { job, place });
            }
        }
        self.tell_kept();
        if let Some(said) = said {
            self.post(&said);
        }
        let mut since = now(&self.scope);
        for chunk in &snapshot.chunks[1..] {
            let Some(read) = reads.pop_front() else {
                return Err(Failure::Damaged);
            };
            let bytes_of = read.await?;
            reads.extend(left.next().map(bytes));
            let opened = self.engine.borrow_mut().open_chunk(chunk, &bytes_of);
            opened.map_err(|_| Failure::Damaged)?;
            if now(&self.scope) - since > SLICE_MS {
                pause().await;
                since = now(&self.scope);
            }
        }
        let settled = self.engine.borrow_mut().finish_opening();
        let settled = settled.map_err(|_| Failure::Damaged)?;
        let mut kept = keeper.shelf.borrow_mut();
        for settled in settled {
            kept.settled(settled);
        }
        drop(kept);
        keeper.snapshots.ours.replace(Some(snapshot.clone()));
        Ok(())
    }

    /// Has a snapshot written when all has been still for a while.
    pub(in crate::worker) fn keep_snapshot(self: &Rc<Self>) {
        let keeper = &self.keeper;
        let is_kept = keeper.store.borrow().is_some() && keeper.shelf.borrow().is_on;
        if is_kept && !keeper.snapshots.is_being_written.replace(true) {
            let this = self.clone();
            spawn_local(async move {
                this.clone().keep_snapshots().await;
                this.keeper.snapshots.is_being_written.set(false);
            });
        }
    }

    async fn keep_snapshots(self: Rc<Self>) {
        loop {
            TimeoutFuture::new(STILL_MS).await;
            let Some(store) = self.keeper.store() else {
                return;
            };
            if self.is_busy() {
                // Whoever is, comes here at the end of it.
                if self.engine.borrow().has_work() {
                    return;
                }
                continue;
            }
            match self.write_snapshot(&store).await {
                Ok(true) => return,
                Ok(false) => {}
                Err(failure) => {
                    // It is but a way to be faster; there is a next time.
                    let why = format!("no snapshot is kept: {failure:?}");
                    web_sys::console::warn_1(&why.into());
                    self.engine.borrow_mut().leave_snapshot();
                    return;
                }
            }
        }
    }

    fn is_busy(&self) -> bool {
        let keeper = &self.keeper;
        now(&self.scope) - self.asked.get() < QUIET_MS
            || keeper.is_writing.get()
            || self.engine.borrow().has_work()
    }

    /// Writes a snapshot; says whether that is done with.
    async fn write_snapshot(self: &Rc<Self>, store: &Store) -> Result<bool, Failure> {
        let keeper = &self.keeper;
        let manifest = store.manifest().await?;
        if !self.engine.borrow().wants_snapshot() {
            return Ok(true);
        }
        let ours = keeper.snapshots.ours.borrow().clone();
        if ours != manifest.snapshot && has_all(&manifest) {
            // Another tab has the same library.
            self.engine.borrow_mut().leave_snapshot();
            return Ok(true);
        }
        let begun = {
            let ids = keeper.shelf.borrow().ids();
            let kept = |file: FileOf| ids.get(&file).copied();
            self.engine.borrow_mut().begin_snapshot(&manifest, kept)
        };
        let Some(mut writing) = begun else {
            return Ok(true);
        };
        let mut made: Vec<Blob> = Vec::new();
        let draft = loop {
            pause().await;
            while self.is_busy() {
                TimeoutFuture::new(STILL_MS / 4).await;
            }
            let wrote = self.engine.borrow_mut().write_snapshot(&mut writing);
            match wrote {
                Wrote::More => {}
                Wrote::Chunk(bytes) => made.push(blob(&bytes)?),
                Wrote::Whole(draft) => break draft,
                Wrote::Outdated => return Ok(false),
            }
        };
        match store.put_snapshot(&draft, &made).await? {
            Some((_, snapshot)) => {
                keeper.snapshots.ours.replace(Some(snapshot.clone()));
                self.engine.borrow_mut().kept_snapshot(draft, &snapshot);
                self.estimate_room().await;
            }
            // Some of it was let go meanwhile: all is written.
            None if draft.reuses() => {
                self.engine.borrow_mut().forget_snapshot();
                return Ok(false);
            }
            None => self.engine.borrow_mut().leave_snapshot(),
        }
        Ok(true)
    }
}

/// Whether a request has the library read or lose anything.
fn changes_library(request: &Request) -> bool {
    matches!(
        request,
        Request::Open { .. }
            | Request::Paste { .. }
            | Request::Sample { .. }
            | Request::Remove { .. }
            | Request::Cancel { .. }
            | Request::Restore(_)
            | Request::Parcel { .. }
    )
}

/// Whether there is a snapshot of all that is kept.
fn has_all(manifest: &Manifest) -> bool {
    let snapshot = manifest.snapshot.as_ref();
    let fitting = snapshot.filter(|snapshot| snapshot.fits(manifest));
    fitting.is_some_and(|snapshot| {
        let mut files = manifest.files.iter();
        files.all(|file| !file.is_whole || snapshot.covers(file.id))
    })
}
