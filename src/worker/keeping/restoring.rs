//! A backup that is to be restored: read as a whole before anything of it is used, then taken over.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};

use crate::core::backup::{Backup, Contents, MOST_BACKUP, Piece, Reader, Source};
use crate::core::visible;
use crate::engine::kept::{Past, Stocked};
use crate::engine::{FileOf, Member, Terms};
use crate::protocol::{BackupView, FilePiece, Gains, RESTORE_JOB, Response, Restore, Restoring};
use crate::worker::store::size;
use crate::worker::{SLICE_MS, Worker, files, now, pause};

/// How often it is asked whether the engine knows what the reader did before, in milliseconds.
const RECALL_MS: u32 = 20;

/// Why a backup cannot be restored where its files have no place.
const NO_ROOM: &str = "the browser has no room for its files";

/// The backup in hand.
#[derive(Default)]
pub(super) struct Restorer {
    /// Grows with each wish: what was begun for an earlier one is given up.
    wish: Cell<u32>,
    /// The backup that was read.
    found: RefCell<Option<Found>>,
}

struct Found {
    name: String,
    backup: Backup,
    /// What its files hold, in the order of its sources.
    files: Vec<Blob>,
}

impl Worker {
    /// Does what the page wants of a backup; `file` is what came beside its message.
    pub(in crate::worker) fn restore(self: &Rc<Self>, wish: Restore, file: Option<File>) {
        let restorer = &self.keeper.restorer;
        let number = restorer.wish.get() + 1;
        restorer.wish.set(number);
        let found = restorer.found.take();
        match (wish, file, found) {
            (Restore::Look { name }, Some(file), _) => {
                spawn_local(self.clone().look(number, name, file));
            }
            (Restore::Take { at }, _, Some(found)) => {
                spawn_local(self.clone().take_over(number, found, at));
            }
            _ => {}
        }
    }

    /// Waits until the engine knows what the reader did before, or that cannot be known.
    pub(in crate::worker) async fn when_recalled(&self) {
        while self.keeper.snapshots.is_awaited() || self.awaits_records() {
            TimeoutFuture::new(RECALL_MS).await;
        }
    }

    /// Reads a backup and says what it would change.
    async fn look(self: Rc<Self>, number: u32, name: String, file: File) {
        let name = visible::name(&name).into_owned();
        let read = self.read_backup(number, &file).await;
        self.when_recalled().await;
        if self.keeper.restorer.wish.get() != number {
            return;
        }
        let said = match read {
            Ok((backup, files)) => {
                let gains = self.engine.borrow().gains(&backup.contents.holding);
                let found = Found {
                    name,
                    backup,
                    files,
                };
                let view = found.view(gains, &self.keeper.shelf.borrow().stock());
                self.keeper.restorer.found.replace(Some(found));
                Restoring::Found(view)
            }
            Err(why) => Restoring::Refused { name, why },
        };
        self.post(&Response::Restoring(said));
    }

    /// Reads all of a backup, its files into such as the browser holds. The error is for a person,
    /// and of no use where nobody wants the backup any more.
    async fn read_backup(&self, number: u32, file: &File) -> Result<(Backup, Vec<Blob>), String> {
        if file.size() > f64::from(MOST_BACKUP) {
            return Err("it is larger than 1 GiB".to_owned());
        }
        let is_wanted = || self.keeper.restorer.wish.get() == number;
        let piece = async |start, len| {
            let piece = FilePiece {
                job: RESTORE_JOB,
                // A piece of the backup before is told from one of this.
                file: number,
                start,
                len,
            };
            self.ask_for(piece).await
        };
        let bytes = files::bytes(file, is_wanted, piece).await?;
        let mut reader = Reader::new(bytes)?;
        let mut files: Vec<Blob> = Vec::new();
        let mut parts = Array::new();
        let mut is_open = false;
        let mut turn = now(&self.scope);
        loop {
            match reader.step()? {
                Piece::Nothing => {}
                Piece::Source(at, bytes) => {
                    if is_open && at > files.len() {
                        files.push(joined(&parts)?);
                        parts = Array::new();
                    }
                    is_open = true;
                    if !bytes.is_empty() {
                        parts.push(&Uint8Array::from(bytes.as_slice()));
                    }
                }
                Piece::Whole(backup) => {
                    if is_open {
                        files.push(joined(&parts)?);
                    }
                    return Ok((*backup, files));
                }
            }
            if now(&self.scope) - turn >= SLICE_MS {
                let (done, of) = reader.progress();
                self.tell_restoring(number, Restoring::Reading(done, of));
                pause().await;
                turn = now(&self.scope);
                if !is_wanted() {
                    return Err(String::new());
                }
            }
        }
    }

    /// Says how far it is with a backup, unless another one is in hand by now.
    fn tell_restoring(&self, number: u32, said: Restoring) {
        if self.keeper.restorer.wish.get() == number {
            self.post(&Response::Restoring(said));
        }
    }

    /// Takes over what was read: what the reader did at once, and the files one after the other.
    async fn take_over(self: Rc<Self>, number: u32, found: Found, at: u64) {
        self.when_recalled().await;
        let gains = self.engine.borrow().gains(&found.backup.contents.holding);
        let view = found.view(gains, &self.keeper.shelf.borrow().stock());
        let Found { backup, files, .. } = found;
        let file_of = |(blob, source): (&Blob, &Source)| {
            let parts = Array::of1(blob);
            File::new_with_blob_sequence(&parts, &source.name).ok()
        };
        let Contents {
            holding,
            history,
            sources,
        } = backup.contents;
        let files: Option<Vec<File>> = files.iter().zip(&sources).map(file_of).collect();
        let Some(files) = files else {
            let (name, why) = (view.name, NO_ROOM.to_owned());
            self.tell_restoring(number, Restoring::Refused { name, why });
            return;
        };
        let said = self.engine.borrow_mut().restore(&holding, history, at);
        self.post(&said);
        self.keep_on();
        let job = self.keeper.own_job();
        let all = u32::try_from(sources.len()).unwrap_or(u32::MAX);
        {
            let mut kept = self.keeper.shelf.borrow_mut();
            for (place, (source, file)) in (0..).zip(sources.iter().zip(&files)) {
                let of = FileOf { job, place };
                let past = Past {
                    added: source.added,
                    without: members(source),
                };
                kept.came_back(of, &source.name, size(file), file.clone(), past);
            }
        }
        self.write_on();
        self.engine.borrow_mut().read_again(job, sources.len());
        for (place, (source, file)) in (0..).zip(sources.iter().zip(&files)) {
            self.tell_restoring(number, Restoring::Filing(place, all));
            let wanted = || self.engine.borrow().wants_files(job);
            let content = files::read_here(file, wanted).await;
            if !wanted() {
                self.tell_restoring(number, Restoring::Stopped(place, all));
                self.tell_kept();
                return;
            }
            let terms = Terms {
                source: named(source),
                without: members(source),
                only: None,
                leaves_rules: true,
            };
            {
                let mut engine = self.engine.borrow_mut();
                match content {
                    Ok(content) => engine.push_on(job, &source.name, content, terms),
                    Err(why) => engine.push_unreadable(job, &source.name, why),
                }
            }
            self.clone().work_through().await;
        }
        self.clone().work().await;
        self.tell_restoring(number, Restoring::Restored(view));
        self.tell_kept();
    }
}

impl Found {
    fn view(&self, gains: Gains, stock: &[Stocked<File>]) -> BackupView {
        let Contents {
            holding, sources, ..
        } = &self.backup.contents;
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let here = stock.iter().map(|file| (file.name.as_str(), file.size));
        let here: HashSet<(&str, u64)> = here.collect();
        let is_new = |source: &&Source| !here.contains(&(source.name.as_str(), source.size));
        BackupView {
            name: self.name.clone(),
            made: self.backup.manifest.made,
            papers: count(holding.papers.len()),
            files: (
                count(sources.len()),
                sources.iter().map(|source| source.size).sum(),
            ),
            new_files: count(sources.iter().filter(is_new).count()),
            gains,
        }
    }
}

/// The name that a file is to have as a source.
fn named(source: &Source) -> Option<String> {
    let name = visible::name(source.source.as_deref()?);
    (!name.is_empty()).then(|| name.into_owned())
}

fn members(source: &Source) -> Vec<Member> {
    let without = source.without.iter();
    let member = |(name, nth): &(String, u32)| Member {
        name: name.clone(),
        nth: *nth,
    };
    without.map(member).collect()
}

/// What a file of parts holds, in the browser's hands from now on.
fn joined(parts: &Array) -> Result<Blob, String> {
    let whole = Blob::new_with_u8_array_sequence(parts);
    whole.map_err(|_: JsValue| NO_ROOM.to_owned())
}
