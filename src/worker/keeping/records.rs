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

/// Where the log is joined to the engine, and nowhere else: what makes records and takes them back
/// is the engine's, and until it has some these do nothing. A record may be recalled twice, as one
/// of its own that comes back among those of another tab, and a snapshot on top of what it was made
/// of; neither may change anything.
impl Worker {
    /// What the reader did since this was last asked: `Engine::take_records`.
    #[expect(clippy::unused_self, reason = "the engine makes no records yet")]
    fn new_records(&self) -> Vec<Vec<u8>> {
        Vec::new()
    }

    /// What the reader did before: `Engine::recall`, which says what it could not make sense of.
    #[expect(clippy::unused_self, reason = "the engine makes no records yet")]
    fn recall(&self, _records: &[Vec<u8>]) -> Vec<String> {
        Vec::new()
    }

    /// All that the reader did as one record: `Engine::folded`.
    #[expect(clippy::unused_self, reason = "the engine makes no records yet")]
    fn folded(&self) -> Vec<u8> {
        Vec::new()
    }
}

impl Worker {
    /// Keeps what the reader did, if anything.
    pub(super) fn keep_records(self: &Rc<Self>) {
        let new = self.new_records();
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
    }

    /// Tells the engine what is in the log that it does not know.
    pub(super) async fn recall_records(self: &Rc<Self>) {
        let log = &self.keeper.log;
        let Some(store) = self.keeper.store() else {
            return;
        };
        match store.records(log.known.get()).await {
            Ok(read) => {
                for said in self.recall(&read.records) {
                    web_sys::console::warn_1(&said.into());
                }
                log.know(read.last, &read.records);
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
        let (known, folded) = (log.known.get(), self.folded());
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
