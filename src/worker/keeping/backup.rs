//! A backup, made as it is written: the lists of what the reader did, and each file of the library
//! as it came, a piece at a time, so that no more than a piece is held.

use std::cell::Cell;
use std::io;
use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::core::backup::{Contents, Source, Writer};
use crate::core::visible;
use crate::engine::FileOf;
use crate::engine::kept::{Place, Stocked};
use crate::protocol::{FilePiece, MadeFile, OWN_JOBS, Response};
use crate::worker::store::{self, size};
use crate::worker::{SLICE_MS, Worker, files, now, pause};

/// How large a part of the file is before it is sent, in bytes.
const A_PART: usize = 1 << 20;
/// How much of a source is packed between two looks at the clock, in bytes.
const A_STEP: usize = 64 << 10;
/// How much of a source is read at once, in bytes.
const A_PIECE: u32 = 4 << 20;
/// What the file is.
const MIME: &str = "application/zip";

/// The backup that is being made, if any.
#[derive(Default)]
pub(super) struct Making(Cell<Option<u32>>);

/// Why there is no backup: nobody wants it any more, or what is said of it.
enum Stop {
    Unwanted,
    Failed(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// The backup on its way out.
struct Sending<'w> {
    worker: &'w Worker,
    seq: u32,
    writer: Writer,
    ready: Vec<u8>,
    /// How many bytes of sources are written, and how many there are.
    done: u64,
    of: u64,
    /// When the page and the engine last had their turn, in milliseconds since the worker began.
    turn: f64,
}

impl Worker {
    /// Makes a backup; one that is being made is given up.
    pub(in crate::worker) fn make_backup(self: &Rc<Self>, seq: u32) {
        self.keeper.making.0.set(Some(seq));
        let this = self.clone();
        spawn_local(async move {
            let outcome = match this.clone().backup(seq).await {
                Ok(file) => Ok(file),
                Err(Stop::Failed(why)) => Err(why),
                Err(Stop::Unwanted) => return,
            };
            if this.keeper.making.0.get() == Some(seq) {
                this.keeper.making.0.set(None);
                this.post(&Response::Made { seq, outcome });
            }
        });
    }

    /// No backup is wanted any more.
    pub(in crate::worker) fn stop_backup(&self) {
        self.keeper.making.0.set(None);
    }

    async fn backup(self: Rc<Self>, seq: u32) -> Result<MadeFile, Stop> {
        self.when_recalled().await;
        let (holding, history) = self.engine.borrow().known();
        let stock = self.keeper.shelf.borrow().stock();
        let made = store::now();
        let contents = Contents {
            holding,
            history,
            sources: stock.iter().map(source).collect(),
        };
        let mut sending = Sending {
            worker: &self,
            seq,
            of: contents.sources.iter().map(|source| source.size).sum(),
            writer: Writer::new(contents, made)?,
            ready: Vec::new(),
            done: 0,
            turn: now(&self.scope),
        };
        while sending.writer.step()? {
            sending.rest().await?;
        }
        for (at, stocked) in stock.iter().enumerate() {
            let unreadable = || cannot_read(stocked);
            let (file, of) = self.content(stocked).await.ok_or_else(unreadable)?;
            if size(&file) != stocked.size {
                return Err(unreadable());
            }
            let packed = sending.source(at, &file, of).await;
            packed.map_err(|stop| stop.unwrap_or_else(unreadable))?;
        }
        let mut ready = std::mem::take(&mut sending.ready);
        ready.append(&mut sending.writer.finish()?);
        self.post(&Response::Making {
            seq,
            done: 100,
            total: 100,
            bytes: ready,
        });
        Ok(MadeFile {
            name: format!("digest-explorer-backup-{}.zip", day(made)),
            mime: MIME.to_owned(),
            papers: 0,
        })
    }

    /// What a file holds, and which file of a job it is where it is not kept; `None` where it is
    /// not there any more.
    async fn content(&self, stocked: &Stocked<File>) -> Option<(File, Option<FileOf>)> {
        match &stocked.place {
            Place::Handle(file, of) => Some((file.clone(), Some(*of))),
            Place::Kept(id) => Some((self.keeper.store()?.file(*id).await.ok()??, None)),
        }
    }
}

impl Sending<'_> {
    /// Packs a source, read as this file of a job where the browser does not let this worker read
    /// it itself. Fails with nothing where it cannot be read.
    async fn source(
        &mut self,
        at: usize,
        file: &File,
        of: Option<FileOf>,
    ) -> Result<(), Option<Stop>> {
        let worker = self.worker;
        let other = async |start, len| {
            // The page has no files of the worker's own jobs.
            let FileOf { job, place: file } = of.filter(|of| of.job < OWN_JOBS)?;
            let piece = FilePiece {
                job,
                file,
                start,
                len,
            };
            worker.ask_for(piece).await
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "no file of the library is larger than the largest that is read"
        )]
        let size = file.size() as u32;
        let mut start = 0;
        let mut may_read = true;
        let mut is_begun = false;
        while !is_begun || start < size {
            let len = A_PIECE.min(size - start);
            let piece = files::piece(file, (start, len), &mut may_read, &other).await;
            let piece = piece.map_err(|_| None)?.to_vec();
            if !is_begun {
                let begun = self.writer.begin(at, &piece);
                begun.map_err(|error| Some(error.into()))?;
                is_begun = true;
            }
            for step in piece.chunks(A_STEP) {
                let pushed = self.writer.push(step);
                pushed.map_err(|error| Some(error.into()))?;
                self.done += step.len() as u64;
                self.rest().await.map_err(Some)?;
            }
            start += len;
        }
        Ok(())
    }

    /// Sends what is ready, and lets others have their turn when it is time.
    async fn rest(&mut self) -> Result<(), Stop> {
        self.ready.append(&mut self.writer.take());
        let is_large = self.ready.len() >= A_PART;
        let scope = &self.worker.scope;
        if !is_large && now(scope) - self.turn < SLICE_MS {
            return Ok(());
        }
        let bytes = if is_large {
            std::mem::take(&mut self.ready)
        } else {
            Vec::new()
        };
        let percent = self.done.saturating_mul(100) / self.of.max(1);
        self.worker.post(&Response::Making {
            seq: self.seq,
            done: u32::try_from(percent.min(99)).unwrap_or(99),
            total: 100,
            bytes,
        });
        pause().await;
        self.turn = now(scope);
        if self.worker.keeper.making.0.get() == Some(self.seq) {
            Ok(())
        } else {
            Err(Stop::Unwanted)
        }
    }
}

/// That a file cannot be read, and why.
fn cannot_read(stocked: &Stocked<File>) -> Stop {
    let why = match stocked.place {
        Place::Kept(_) => "cannot be read any more; let it go, or add it again",
        Place::Handle(..) => {
            "cannot be read once more: it was moved or changed since it was added, or this browser \
             does not let the page read it again. Take it out of the library to save the rest"
        }
    };
    Stop::Failed(format!("{} {why}", visible::name(&stocked.name)))
}

fn source(stocked: &Stocked<File>) -> Source {
    let without = stocked.past.without.iter();
    Source {
        name: stocked.name.clone(),
        source: stocked.source.clone(),
        size: stocked.size,
        added: stocked.past.added,
        papers: stocked.papers,
        without: without
            .map(|member| (member.name.clone(), member.nth))
            .collect(),
    }
}

/// The day of a time in milliseconds since 1970, by the reader's clock.
fn day(time: u64) -> String {
    #[expect(
        clippy::cast_precision_loss,
        reason = "exact for some hundred thousand years"
    )]
    let date = Date::new(&wasm_bindgen::JsValue::from_f64(time as f64));
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}
