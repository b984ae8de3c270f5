//! What the reader did, as records of a log that are kept as they come.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::tabs::News;
use crate::protocol::Response;
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
    /// How many records the page was given, or has given, since this worker began.
    given: Cell<u64>,
    /// Whether the engine knows what is kept.
    pub(super) is_recalled: Cell<bool>,
    /// The number of the last record that the engine knows.
    known: Cell<f64>,
    /// How many records there are, and how many bytes they have.
    pub(super) kept: Cell<(u32, u64)>,
}

impl Log {
    /// Takes records that are to be written; gives the number of the last.
    fn take(&self, records: Vec<Vec<u8>>) -> u64 {
        let last = self.given.get() + records.len() as u64;
        self.given.set(last);
        self.waiting.borrow_mut().extend(records);
        last
    }

    /// The number of the last record before those that wait.
    fn written(&self) -> u64 {
        let waiting = self.waiting.borrow().len() as u64;
        self.given.get().saturating_sub(waiting)
    }

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
    fn recall(self: &Rc<Self>, records: &[Vec<u8>]) {
        if records.is_empty() {
            return;
        }
        let (said, refused) = self.engine.borrow_mut().recall(records);
        self.post(&said);
        for why in refused {
            web_sys::console::warn_1(&why.into());
        }
        // Rules among them make papers have other tags.
        spawn_local(self.clone().work());
    }

    /// Takes records back that the worker before gave to the page and did not keep.
    pub(in crate::worker) fn take_back(self: &Rc<Self>, records: Vec<Vec<u8>>) {
        self.recall(&records);
        self.keeper.log.take(records);
        self.write_records();
    }

    /// Whether what the reader did before is yet to be read.
    pub(in crate::worker) fn awaits_records(&self) -> bool {
        let keeper = &self.keeper;
        let is_opening = keeper.is_begun.get() && keeper.fault.borrow().is_none();
        is_opening && !keeper.log.is_recalled.get()
    }

    /// Keeps what the reader did, if anything.
    pub(super) fn keep_records(self: &Rc<Self>) {
        let new = self.engine.borrow_mut().take_records();
        let log = &self.keeper.log;
        if new.is_empty() {
            return;
        }
        let last = log.take(new.clone());
        // Should this worker end before they are kept, the page has them for the next.
        self.post(&Response::Records {
            records: new,
            last,
            is_all: false,
        });
        self.write_records();
        self.fold_waiting();
    }

    /// Puts one record in the place of very many that cannot be written, here and with the page.
    fn fold_waiting(self: &Rc<Self>) {
        let log = &self.keeper.log;
        let many = log.waiting.borrow().len() >= FOLD_FROM as usize;
        // What is kept and not known yet is not to be covered up.
        let knows_all = log.is_recalled.get() || !self.keeper.is_begun.get();
        if !many || !knows_all || log.is_writing.get() {
            return;
        }
        let folded = self.engine.borrow().folded();
        if folded.is_empty() {
            return;
        }
        log.waiting.take();
        let records = vec![folded];
        let last = log.take(records.clone());
        self.post(&Response::Records {
            records,
            last,
            is_all: true,
        });
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
                    self.post(&Response::RecordsKept(log.written()));
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
                log.is_recalled.set(true);
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
