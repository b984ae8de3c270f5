//! What the reader did, as records of a log that are kept as they come.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::tabs::News;
use crate::worker::Worker;

/// How long records are gathered for one transaction, in milliseconds.
const GATHER_MS: u32 = 5;
/// After so many records the log is folded.
const FOLD_FROM: u32 = 2_000;

/// The log as this tab knows it.
#[derive(Default)]
pub(super) struct Log {
    /// What is to be written.
    waiting: RefCell<Vec<Vec<u8>>>,
    is_writing: Cell<bool>,
    /// The number of the last record that the engine knows.
    known: Cell<f64>,
    /// How many records there are, and how many bytes they have.
    pub(super) kept: Cell<(u32, u64)>,
}

impl Log {
    /// The engine knows these records too, up to the one of a number.
    fn know(&self, last: f64, records: &[Vec<u8>]) {
        self.known.set(last);
        let (count, size) = self.kept.get();
        let more = u32::try_from(records.len()).unwrap_or(u32::MAX);
        let bytes: usize = records.iter().map(Vec::len).sum();
        self.kept
            .set((count.saturating_add(more), size + bytes as u64));
    }
}

impl Worker {
    /// Has the engine know what the reader did before, and the page hear of it.
    fn recall(&self, records: &[Vec<u8>]) {
        if records.is_empty() {
            return;
        }
        let (said, refused) = self.engine.borrow_mut().recall(records);
        self.post(&said);
        for why in refused {
            web_sys::console::warn_1(&why.into());
        }
    }

    /// Keeps what the reader did, if anything.
    pub(super) fn keep_records(self: &Rc<Self>) {
        let new = self.engine.borrow_mut().take_records();
        let log = &self.keeper.log;
        if new.is_empty() {
            return;
        }
        log.waiting.borrow_mut().extend(new);
        self.write_records();
    }

    /// Writes what is to be written, if the reader lets anything be kept.
    pub(super) fn write_records(self: &Rc<Self>) {
        let keeper = &self.keeper;
        if !keeper.shelf.borrow().is_on || keeper.log.waiting.borrow().is_empty() {
            return;
        }
        if keeper.store.borrow().is_none() {
            self.open_store(true);
        } else if !keeper.log.is_writing.replace(true) {
            spawn_local(self.clone().append_records());
        }
    }

    async fn append_records(self: Rc<Self>) {
        let log = &self.keeper.log;
        loop {
            TimeoutFuture::new(GATHER_MS).await;
            let records = log.waiting.take();
            let Some(store) = self.keeper.store().filter(|_| !records.is_empty()) else {
                break;
            };
            match store.append(&records).await {
                #[expect(clippy::cast_precision_loss, reason = "a few records")]
                Ok(last) => {
                    if (last - log.known.get() - records.len() as f64).abs() < 0.5 {
                        log.know(last, &records);
                    } else {
                        // Other tabs wrote between.
                        self.recall_records().await;
                    }
                    self.spread(News::Records);
                }
                Err(failure) => {
                    // They are tried again with the next.
                    log.waiting.borrow_mut().splice(0..0, records);
                    self.failed(failure);
                    break;
                }
            }
            if log.kept.get().0 >= FOLD_FROM {
                self.fold_records().await;
            }
        }
        log.is_writing.set(false);
        self.tell_kept_soon().await;
    }

    /// Tells the engine what is in the log that it does not know.
    pub(super) async fn recall_records(self: &Rc<Self>) {
        let log = &self.keeper.log;
        let Some(store) = self.keeper.store() else {
            return;
        };
        match store.records(log.known.get()).await {
            Ok(read) => {
                log.know(read.last, &read.records);
                // What is not written yet was done on top of them.
                let mut records = read.records;
                records.extend(log.waiting.borrow().iter().cloned());
                self.recall(&records);
            }
            Err(failure) => self.failed(failure),
        }
        // What was done before the store was open.
        self.write_records();
    }

    /// Puts one record in the place of all that the engine knows, those of other tabs included.
    async fn fold_records(self: &Rc<Self>) {
        self.recall_records().await;
        let log = &self.keeper.log;
        let (known, folded) = (log.known.get(), self.engine.borrow().folded());
        if folded.is_empty() {
            return;
        }
        if let Some(store) = self.keeper.store()
            && store.fold(known, &folded).await.is_ok()
        {
            log.kept.set((1, folded.len() as u64));
        }
    }
}
