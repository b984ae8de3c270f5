//! Keeping what is read: files that come are written beside being read, and read again at the next
//! start where the library they made cannot be opened as it was ([`snapshot`]).
//!
//! What is to be written, and in which order, is [`Shelf`]'s to say; here it is done, one
//! transaction after the other.

mod backup;
mod opening;
mod records;
mod restoring;
mod snapshot;
mod tabs;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use self::records::Log;
use self::snapshot::Snapshots;
use self::tabs::{News, Tabs};
use super::store::{Failure, Store, size};
use super::{Worker, now};
use crate::engine::kept::{Manifest, Shelf};
use crate::engine::{FileOf, Settled, files_in};
use crate::protocol::{Forgotten, Keep, KeepFault, KeptView, OWN_JOBS, Request, Response};

/// The name of pasted text, as the engine calls it.
const PASTED: &str = "pasted text";
/// How long the page waits at least for the next word of what is kept while much is written, in
/// milliseconds.
const BETWEEN_WORDS: u32 = 250;

/// What is kept, and what is being done about it.
#[derive(Default)]
pub(super) struct Keeper {
    /// Where it is kept; `None` until that is open, and where it cannot be.
    store: RefCell<Option<Rc<Store>>>,
    /// Whether the store is open or being opened.
    is_begun: Cell<bool>,
    /// Whether another tab changed something before the store was open here.
    missed: Cell<bool>,
    shelf: RefCell<Shelf<File>>,
    log: Log,
    snapshots: Snapshots,
    tabs: RefCell<Option<Tabs>>,
    making: backup::Making,
    restorer: restoring::Restorer,
    /// The job that reads what was kept, while that goes on.
    opening: Cell<Option<u32>>,
    /// How many jobs of its own the worker has begun.
    jobs: Cell<u32>,
    is_writing: Cell<bool>,
    fault: RefCell<Option<KeepFault>>,
    room: Cell<Option<(u64, u64)>>,
    last_opened: Cell<u64>,
    /// When the page was last told, in milliseconds since the worker began.
    told: Cell<f64>,
}

impl Keeper {
    fn store(&self) -> Option<Rc<Store>> {
        self.store.borrow().clone()
    }

    fn own_job(&self) -> u32 {
        let job = self.jobs.get();
        self.jobs.set(job + 1);
        OWN_JOBS + job
    }
}

impl Worker {
    /// Does what the page wants of what is kept.
    pub(super) fn keep(self: &Rc<Self>, wish: Keep) {
        let keeper = &self.keeper;
        match wish {
            Keep::Open {
                writes,
                reads,
                ended_well,
            } => {
                keeper.shelf.borrow_mut().is_on = writes;
                keeper.snapshots.may_come(reads);
                let this = self.clone();
                if keeper.tabs.borrow().is_none() {
                    keeper.tabs.replace(self.join_tabs());
                }
                spawn_local(async move {
                    let exists = Store::exists(&this.scope).await;
                    if reads || exists == Ok(true) {
                        this.open_store(ended_well);
                        return;
                    }
                    // It is made when there is something to keep.
                    match exists {
                        Err(Failure::Denied) if writes => this.failed(Failure::Denied),
                        _ => this.tell_kept(),
                    }
                    this.tell_own();
                });
            }
            Keep::Write(is_on) => {
                let mut kept = keeper.shelf.borrow_mut();
                kept.is_on = is_on;
                if is_on {
                    kept.try_again();
                }
                drop(kept);
                self.tell_kept();
                self.write_on();
                self.write_records();
            }
            Keep::LetGo(id) => {
                keeper.shelf.borrow_mut().let_go(id);
                self.write_on();
            }
            Keep::ReadAgain(id) => {
                let job = keeper.own_job();
                // Should the page end once more, that was enough.
                spawn_local(self.clone().read_kept(job, vec![(id, 1)]));
            }
            Keep::Forget => spawn_local(self.clone().forget()),
        }
    }

    /// Files came that are about to be read.
    pub(super) fn keep_files(self: &Rc<Self>, job: u32, names: &[String], files: &[File]) {
        let mut kept = self.keeper.shelf.borrow_mut();
        for (place, (name, file)) in (0..).zip(names.iter().zip(files)) {
            kept.came(FileOf { job, place }, name, size(file), file.clone());
        }
        drop(kept);
        self.write_on();
    }

    /// Text was pasted.
    pub(super) fn keep_text(self: &Rc<Self>, job: u32, text: &str) {
        let parts = Array::of1(&JsValue::from_str(text));
        if let Ok(file) = File::new_with_str_sequence(&parts, PASTED) {
            self.keep_files(job, &[PASTED.to_owned()], &[file]);
        }
    }

    /// Papers came from others that are to stay.
    pub(super) fn keep_parcel(self: &Rc<Self>, job: u32, parcel: &str) {
        let file = |(name, text): (String, String)| {
            let parts = Array::of1(&JsValue::from_str(&text));
            let file = File::new_with_str_sequence(&parts, &name).ok()?;
            Some((name, file))
        };
        let files = files_in(parcel).into_iter().filter_map(file);
        let (names, files): (Vec<_>, Vec<_>) = files.unzip();
        self.keep_files(job, &names, &files);
    }

    /// Takes note of what became of files, and of what the reader did.
    pub(super) fn keep_on(self: &Rc<Self>) {
        self.keep_records();
        let settled = self.engine.borrow_mut().take_settled();
        if settled.is_empty() {
            return;
        }
        for settled in settled {
            match settled {
                Settled::Wanted(source) => spawn_local(self.clone().bring_back(source)),
                Settled::Unwanted(source) => {
                    let job = self.keeper.own_job();
                    let request = Request::Remove { job, source };
                    self.engine.borrow_mut().handle(request);
                    spawn_local(self.clone().work());
                }
                settled => self.keeper.shelf.borrow_mut().settled(settled),
            }
        }
        self.write_on();
    }

    fn write_on(self: &Rc<Self>) {
        let keeper = &self.keeper;
        match keeper.store() {
            Some(store) if !keeper.is_writing.replace(true) => {
                spawn_local(self.clone().write(store));
            }
            None if keeper.shelf.borrow().has_to_write() => self.open_store(true),
            _ => {}
        }
    }

    /// Writes until all is as it should be, or cannot be.
    async fn write(self: Rc<Self>, store: Rc<Store>) {
        let keeper = &self.keeper;
        let mut has_written = false;
        loop {
            let write = keeper.shelf.borrow_mut().next_write();
            let Some(write) = write else {
                break;
            };
            let frees = write.frees();
            match store.commit(&write).await {
                Ok(committed) => {
                    has_written = true;
                    let mut kept = keeper.shelf.borrow_mut();
                    kept.wrote(write, &committed.ids, committed.manifest);
                    // What makes room is not held.
                    if keeper.fault.borrow().is_none() {
                        kept.let_go_of(&committed.let_go);
                    }
                    if frees {
                        kept.try_again();
                        keeper.fault.replace(None);
                    }
                    drop(kept);
                    self.spread(News::Files);
                }
                Err(failure @ (Failure::Denied | Failure::Newer)) => {
                    self.failed(failure);
                    break;
                }
                Err(failure) => {
                    // A snapshot can be made again, a file cannot.
                    let has_room =
                        failure == Failure::NoRoom && store.drop_snapshot().await == Ok(true);
                    let mut kept = keeper.shelf.borrow_mut();
                    kept.empty_bin();
                    let goes_on = kept.failed(write);
                    if has_room {
                        kept.try_again();
                        continue;
                    }
                    keeper.fault.replace(Some(failure.fault(kept.lacking())));
                    if !goes_on {
                        break;
                    }
                }
            }
            if now(&self.scope) - keeper.told.get() > f64::from(BETWEEN_WORDS) {
                self.tell_kept();
            }
        }
        keeper.is_writing.set(false);
        self.tell_kept();
        if has_written {
            self.estimate_room().await;
        }
        self.keep_snapshot();
    }

    /// Lets everything go.
    async fn forget(self: Rc<Self>) {
        let keeper = &self.keeper;
        let manifest = std::mem::take(&mut *keeper.shelf.borrow_mut()).into_manifest();
        let store = keeper.store.replace(None);
        let records = match &store {
            Some(store) => store.count_records().await.unwrap_or_default().0,
            None => 0,
        };
        if let Some(store) = store {
            store.close();
        }
        // Also where nothing could be opened.
        match Store::delete(&self.scope).await {
            Ok(()) => {
                self.spread(News::Forgotten);
                self.post(&Response::Forgotten(forgotten(&manifest, records)));
            }
            Err(failure) => self.failed(failure),
        }
    }

    fn failed(&self, failure: Failure) {
        let lacking = self.keeper.shelf.borrow().lacking();
        self.keeper.fault.replace(Some(failure.fault(lacking)));
        self.tell_kept();
    }

    /// Tells the page what is kept.
    fn tell_kept(&self) {
        let keeper = &self.keeper;
        keeper.told.set(now(&self.scope));
        let mut kept = keeper.shelf.borrow_mut();
        let view = KeptView {
            writes: kept.is_on,
            opening: keeper.opening.get(),
            files: kept.view(),
            records: keeper.log.kept.get(),
            room: keeper.room.get(),
            last_opened: keeper.last_opened.get(),
            fault: keeper.fault.borrow().clone(),
            stored: kept.take_stored(),
        };
        drop(kept);
        self.post(&Response::Kept(view));
    }

    /// Tells the page what is kept, unless it hears of it in the meantime: each word names all
    /// files, and keys come quickly.
    async fn tell_kept_soon(&self) {
        let told = self.keeper.told.get();
        TimeoutFuture::new(BETWEEN_WORDS).await;
        if self.keeper.told.get() <= told {
            self.tell_kept();
        }
    }

    /// Tells the page which rules there are: it waits to hear whether they could be read.
    pub(super) fn tell_own(&self) {
        let own = self.engine.borrow_mut().own();
        self.post(&own);
    }

    /// Asks the browser how much it has given to this page, and how much it would give.
    async fn estimate_room(&self) {
        let estimate = async {
            let promise = self.scope.navigator().storage().estimate().ok()?;
            let estimate = JsFuture::from(promise).await.ok()?;
            let bytes = |key: &str| Reflect::get(&estimate, &key.into()).ok()?.as_f64();
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "whole numbers that are not negative"
            )]
            Some((bytes("usage")? as u64, bytes("quota")? as u64))
        };
        // Some browsers have no such thing in pages from disk.
        let has_storage = Reflect::get(&self.scope.navigator(), &"storage".into());
        if has_storage.is_ok_and(|storage| !storage.is_undefined()) {
            self.keeper.room.set(estimate.await);
        }
    }

    /// Another tab changed what is kept: it is read, or taken out, here as well.
    async fn catch_up(self: Rc<Self>) {
        let Some(store) = self.keeper.store() else {
            return;
        };
        let Ok(manifest) = store.manifest().await else {
            return;
        };
        let (new, gone) = self.keeper.shelf.borrow_mut().adopt(manifest);
        for source in gone {
            let job = self.keeper.own_job();
            let remove = Request::Remove { job, source };
            self.engine.borrow_mut().handle(remove);
        }
        if new.is_empty() {
            self.clone().work().await;
        } else {
            let job = self.keeper.own_job();
            let new = new.into_iter().map(|id| (id, 0)).collect();
            self.clone().read_kept(job, new).await;
        }
        self.tell_kept();
    }
}

/// What is said of everything that was let go.
fn forgotten(manifest: &Manifest, records: u32) -> Forgotten {
    Forgotten {
        files: u32::try_from(manifest.files.len()).unwrap_or(u32::MAX),
        size: manifest.size(),
        records,
    }
}
