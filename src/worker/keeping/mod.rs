//! Keeping what is read: files that come are written beside being read, and read again at the next
//! start where the library they made cannot be opened as it was ([`snapshot`]).
//!
//! What is to be written, and in which order, is [`Shelf`]'s to say; here it is done, one
//! transaction after the other.

mod backup;
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
use super::{PAUSE_MS, Worker, files, now};
use crate::core::digest::Content;
use crate::engine::kept::{Back, Manifest, Plan, Shelf};
use crate::engine::{FileOf, Settled, Terms, files_in};
use crate::protocol::{
    Forgotten, Keep, KeepFault, KeptView, OWN_JOBS, Request, Response, SourceNews, Standing, Way,
};

/// The name of pasted text, as the engine calls it.
const PASTED: &str = "pasted text";
/// How long the page waits at least for the next word of what is kept while much is written, in
/// milliseconds.
const BETWEEN_WORDS: u32 = 250;
/// Why a file that is not kept is not read once more.
const NOT_AT_HAND: &str = "the browser could not read it once more; add the file again";
/// Why a kept file is not read.
const LOST: &str = "this browser has lost what it kept of it; add the file again";

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

    fn open_store(self: &Rc<Self>, ended_well: bool) {
        if !self.keeper.is_begun.replace(true) {
            spawn_local(self.clone().open_kept(ended_well));
        }
    }

    /// Opens what is kept and reads it.
    async fn open_kept(self: Rc<Self>, ended_well: bool) {
        self.clone().open_all(ended_well).await;
        // Whatever became of it.
        self.end_waiting();
    }

    async fn open_all(self: Rc<Self>, ended_well: bool) {
        let keeper = &self.keeper;
        let opened = async {
            let store = Store::open(&self.scope).await?;
            let visit = store.visit().await?;
            Ok((store, visit))
        };
        let (store, visit) = match opened.await {
            Ok(opened) => opened,
            Err(failure) => {
                self.failed(failure);
                // It can be tried again.
                keeper.is_begun.set(false);
                return;
            }
        };
        keeper.last_opened.set(visit.last_opened);
        let mut plan = Plan::of(&visit.manifest, &visit.tries, ended_well);
        // What is being read may be so by another tab. Where none is to be blamed the question can
        // wait.
        if plan.aside.is_empty() {
            let this = self.clone();
            spawn_local(async move {
                let _ = tabs::is_alone(&this.scope).await;
            });
        } else if !tabs::is_alone(&self.scope).await {
            plan = Plan::of(&visit.manifest, &visit.tries, true);
        }
        let is_there = visit.manifest.snapshot.is_some();
        let snapshot = visit
            .manifest
            .snapshot
            .clone()
            .filter(|_| plan.opens && !self.engine.borrow().leaves_rules_out());
        keeper.shelf.borrow_mut().open(visit.manifest);
        let store = Rc::new(store);
        keeper.store.replace(Some(store.clone()));
        if let Some(snapshot) = snapshot
            && self.open_snapshot(&snapshot).await
        {
            for (id, _) in visit.tries.iter().filter(|(id, _)| snapshot.covers(*id)) {
                // It is there, and was not read.
                let _ = store.was_read(*id);
            }
            plan.read.retain(|(id, _)| !snapshot.covers(*id));
            plan.aside.retain(|id| !snapshot.covers(*id));
        } else {
            let this = self.clone();
            spawn_local(async move {
                this.recall_records().await;
                this.tell_own();
                // It would stand in the way of a better one.
                if is_there && let Err(failure) = store.drop_snapshot().await {
                    this.failed(failure);
                }
            });
        }
        self.end_waiting();
        {
            let mut kept = keeper.shelf.borrow_mut();
            for id in &plan.aside {
                kept.stands(*id, Standing::Aside);
            }
        }
        let job = keeper.own_job();
        if !plan.read.is_empty() {
            keeper.opening.set(Some(job));
        }
        self.tell_kept();
        self.write_on();
        if !plan.read.is_empty() {
            self.clone().read_kept(job, plan.read).await;
            keeper.opening.set(None);
        }
        if keeper.missed.take() {
            self.clone().recall_records().await;
            self.clone().catch_up().await;
        }
        self.estimate_room().await;
        self.tell_kept();
    }

    /// Reads kept files: their numbers, and how often the page ended in the midst of reading them.
    async fn read_kept(self: Rc<Self>, job: u32, files: Vec<(u32, u32)>) {
        let Some(store) = self.keeper.store() else {
            return;
        };
        let entries: Vec<_> = {
            let mut kept = self.keeper.shelf.borrow_mut();
            for (place, (id, _)) in (0..).zip(&files) {
                kept.reads(*id, FileOf { job, place });
            }
            let manifest = kept.manifest();
            let entry = |(id, tries)| Some((manifest.file(id)?.clone(), tries));
            files.into_iter().map(entry).collect()
        };
        self.engine.borrow_mut().read_again(job, entries.len());
        let mut before = None;
        for (entry, tries) in entries.into_iter().flatten() {
            let wanted = || self.engine.borrow().wants_files(job);
            let read = async {
                let file = store.take(before, entry.id, tries + 1).await.ok()??;
                files::read_here(&file, wanted).await.ok()
            };
            let content: Option<Content> = read.await;
            before = Some(entry.id);
            if !wanted() {
                break;
            }
            let name = &entry.name;
            if let Some(content) = content {
                let terms = Terms {
                    source: entry.source,
                    without: entry.without,
                    only: None,
                    leaves_rules: true,
                };
                let mut engine = self.engine.borrow_mut();
                engine.push_on(job, name, content, terms);
            } else {
                let mut kept = self.keeper.shelf.borrow_mut();
                kept.stands(entry.id, Standing::Lost);
                let mut engine = self.engine.borrow_mut();
                engine.push_unreadable(job, name, LOST.to_owned());
            }
            self.clone().work_through().await;
        }
        if let Some(before) = before {
            // Where that fails the file is blamed for what it did not do, once.
            let _ = store.was_read(before);
        }
        self.work().await;
    }

    /// Reads a source again that was taken out, from its file.
    async fn bring_back(self: Rc<Self>, source: String) {
        // A file that is being let go is at hand when it is.
        while self.keeper.is_writing.get() {
            TimeoutFuture::new(PAUSE_MS).await;
        }
        let job = self.keeper.own_job();
        let files = self.keeper.shelf.borrow_mut().bring_back(&source, job);
        let mut is_lost = files.is_empty();
        if is_lost {
            is_lost = !self.engine.borrow_mut().read_sample(job, &source);
        } else {
            self.engine.borrow_mut().read_again(job, files.len());
        }
        for Back { name, from, terms } in files {
            let wanted = || self.engine.borrow().wants_files(job);
            let why = if from.is_ok() { NOT_AT_HAND } else { LOST };
            let content = match (from, self.keeper.store()) {
                (Ok(file), _) => files::read_here(&file, wanted).await.ok(),
                (Err(id), Some(store)) => match store.file(id).await {
                    Ok(Some(file)) => files::read_here(&file, wanted).await.ok(),
                    _ => None,
                },
                (Err(_), None) => None,
            };
            if let Some(content) = content {
                let mut engine = self.engine.borrow_mut();
                engine.push_on(job, &name, content, terms);
            } else {
                is_lost = true;
                let mut engine = self.engine.borrow_mut();
                engine.push_unreadable(job, &name, why.to_owned());
            }
            self.clone().work_through().await;
        }
        if is_lost {
            self.post(&Response::Source(SourceNews {
                way: Way::Undone,
                source,
                is_lost,
            }));
        }
        self.clone().work().await;
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
