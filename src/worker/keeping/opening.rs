//! Opening what is kept when the page starts, and reading files of it again.

use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use wasm_bindgen_futures::spawn_local;

use super::tabs;
use crate::core::digest::Content;
use crate::engine::kept::{Back, Plan};
use crate::engine::{FileOf, Terms};
use crate::protocol::{Response, SourceNews, Standing, Way};
use crate::worker::store::Store;
use crate::worker::{PAUSE_MS, Worker, files};

/// Why a file that is not kept is not read once more.
const NOT_AT_HAND: &str = "the browser could not read it once more; add the file again";
/// Why a kept file is not read.
const LOST: &str = "this browser has lost what it kept of it; add the file again";

impl Worker {
    pub(super) fn open_store(self: &Rc<Self>, ended_well: bool) {
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
    pub(super) async fn read_kept(self: Rc<Self>, job: u32, files: Vec<(u32, u32)>) {
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
    pub(super) async fn bring_back(self: Rc<Self>, source: String) {
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
}
