//! Where the library is kept from visit to visit: an IndexedDB database of five object stores.
//!
//! | object store | key | value |
//! |---|---|---|
//! | `manifest` | 0 | the [`Manifest`] as bytes |
//! | `sources` | a file's number | the file as it came, a `File` |
//! | `tries` | a file's number | how often reading it was begun and not ended |
//! | `records` | a number that grows | a record of the log |
//! | `chunks` | a chunk's number | a chunk of the snapshot, a `Blob` |
//!
//! A change of files and the manifest that speaks of them are one transaction, which reads the
//! manifest first: tabs that write at the same time lose nothing of each other's.

mod chunks;
mod idb;
mod log;

pub use chunks::{blob, bytes};
pub use log::Records;

use js_sys::{Array, Date, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DedicatedWorkerGlobalScope, DomException, File, IdbDatabase, IdbFactory, IdbOpenDbRequest,
    IdbTransaction,
};

use self::idb::Mode;
use crate::engine::kept::{Change, Manifest, SCHEMA, Unread, Write};
use crate::protocol::KeepFault;

/// The database. A page that was opened from disk shares it with all that were, as every page of a
/// host does, so its name is the program's own.
const NAME: &str = "digest-explorer";
const MANIFEST: &str = "manifest";
const SOURCES: &str = "sources";
const TRIES: &str = "tries";
const RECORDS: &str = "records";
const CHUNKS: &str = "chunks";
/// The version of the set of object stores. What they hold has a version of its own.
const STORES: u32 = 2;

/// What is kept, open.
#[derive(Debug)]
pub struct Store {
    db: IdbDatabase,
    _closes: Closure<dyn FnMut()>,
}

/// What a visit finds.
#[derive(Clone, Debug)]
pub struct Visit {
    /// What is known of the files.
    pub manifest: Manifest,
    /// The files that were being read, each with how often that was begun and not ended.
    pub tries: Vec<(u32, u32)>,
    /// When the visit before began, in milliseconds since 1970; 0 where there was none.
    pub last_opened: u64,
}

/// What came of changes.
#[derive(Clone, Debug)]
pub struct Committed {
    /// The manifest after them.
    pub manifest: Manifest,
    /// The numbers of their files.
    pub ids: Vec<u32>,
    /// The files that are kept no more, by their numbers. They can be read as long as they are
    /// held.
    pub let_go: Vec<(u32, File)>,
}

/// Why something cannot be kept or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The browser keeps nothing for this page.
    Denied,
    /// There is no room.
    NoRoom,
    /// What is there was written by a later version of the page.
    Newer,
    /// What was kept cannot be read any more.
    Damaged,
    /// Something else, in the browser's words.
    Other(String),
}

impl From<JsValue> for Failure {
    fn from(error: JsValue) -> Self {
        let text = |key: &str| {
            let value = Reflect::get(&error, &key.into()).ok();
            value
                .and_then(|value| value.as_string())
                .unwrap_or_default()
        };
        let name = text("name");
        match name.as_str() {
            "QuotaExceededError" => Self::NoRoom,
            "SecurityError" | "InvalidStateError" | "NotAllowedError" => Self::Denied,
            "VersionError" => Self::Newer,
            "NotReadableError" | "NotFoundError" | "DataError" => Self::Damaged,
            // WebKit takes no files in a private window, and has no name of its own for that.
            "UnknownError" if text("message").contains("Blob") => Self::Denied,
            _ => Self::Other(format!("{name}: {}", text("message"))),
        }
    }
}

impl From<DomException> for Failure {
    fn from(error: DomException) -> Self {
        JsValue::from(error).into()
    }
}

impl Failure {
    /// What the page is told of it, where so many bytes were to be written.
    pub fn fault(self, size: u64) -> KeepFault {
        match self {
            Self::Denied => KeepFault::Denied,
            Self::NoRoom => KeepFault::NoRoom(size),
            Self::Newer => KeepFault::Newer,
            Self::Damaged => KeepFault::Failed("what was kept cannot be read".to_owned()),
            Self::Other(said) => KeepFault::Failed(said),
        }
    }
}

impl Store {
    /// Opens what is kept, or makes room for it.
    pub async fn open(scope: &DedicatedWorkerGlobalScope) -> Result<Self, Failure> {
        let request = factory(scope)?.open_with_u32(NAME, STORES)?;
        let made = request.clone();
        let upgrade = Closure::once(move || {
            if let Err(error) = make_stores(&made) {
                web_sys::console::error_1(&error);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let db: IdbDatabase = match idb::result(&request).await.map_err(Failure::from) {
            Ok(db) => db.unchecked_into(),
            // What a browser says that has no place to write to differs.
            Err(Failure::Other(_)) => return Err(Failure::Denied),
            Err(failure) => return Err(failure),
        };
        // Another tab lets go of everything, or has another version.
        let closing = db.clone();
        let closes = Closure::<dyn FnMut()>::new(move || closing.close());
        db.set_onversionchange(Some(closes.as_ref().unchecked_ref()));
        Ok(Self {
            db,
            _closes: closes,
        })
    }

    /// Whether anything was kept before, as far as the browser tells; an error where it keeps
    /// nothing.
    pub async fn exists(scope: &DedicatedWorkerGlobalScope) -> Result<bool, Failure> {
        let factory = factory(scope)?;
        // web-sys does not know it.
        let list = Reflect::get(&factory, &"databases".into())?;
        let Ok(list) = list.dyn_into::<Function>() else {
            return Ok(false);
        };
        let list = list.call0(&factory)?.dyn_into::<Promise>()?;
        let names = Array::from(&JsFuture::from(list).await?);
        Ok(names.iter().any(|one| {
            let name = Reflect::get(&one, &"name".into());
            name.is_ok_and(|name| name == NAME)
        }))
    }

    /// What is known of the files, and how often reading each was begun and not ended. Takes note
    /// of the visit. A manifest that is damaged is made anew of the files.
    pub async fn visit(&self) -> Result<Visit, Failure> {
        let stores = [MANIFEST, SOURCES, TRIES, CHUNKS];
        let transaction = idb::transaction(&self.db, &stores, Mode::Relaxed)?;
        let mut manifest = match manifest_in(&transaction).await {
            Err(Failure::Damaged) => rebuilt(&transaction).await?,
            read => read?,
        };
        let last_opened = std::mem::replace(&mut manifest.opened, now());
        put_manifest(&transaction, &manifest)?;
        let tries = transaction.object_store(TRIES)?;
        let keys = tries.get_all_keys()?;
        let counts: Array = idb::result(&tries.get_all()?).await?.into();
        let keys = Array::from(&keys.result()?);
        let tries = keys.iter().zip(counts.iter());
        let tries = tries.map(|(id, count)| (whole(&id), whole(&count)));
        let tries = tries.collect();
        // That the visit was noted is nothing to wait for.
        Ok(Visit {
            manifest,
            tries,
            last_opened,
        })
    }

    /// What is known of the files.
    pub async fn manifest(&self) -> Result<Manifest, Failure> {
        let transaction = idb::transaction(&self.db, &[MANIFEST], Mode::Read)?;
        manifest_in(&transaction).await
    }

    /// Makes changes, all or none.
    pub async fn commit(&self, write: &Write<File>) -> Result<Committed, Failure> {
        let mut let_go = Vec::new();
        for change in &write.changes {
            // A file that the browser cannot give any more is let go all the same: asked for in the
            // transaction of the changes it would end that.
            if let Change::Remove(id) = change
                && let Ok(Some(file)) = self.file(*id).await
            {
                let_go.push((*id, file));
            }
        }
        let mode = if write.is_strict {
            Mode::Strict
        } else {
            Mode::Relaxed
        };
        let stores = [MANIFEST, SOURCES, TRIES, CHUNKS];
        let transaction = idb::transaction(&self.db, &stores, mode)?;
        let end = idb::end(&transaction);
        let done = change(&transaction, write, let_go).await;
        if done.is_err() {
            // It may have ended by itself.
            let _ = transaction.abort();
        }
        match (done, end.await) {
            // Of two reasons the transaction's own is the better one, where it has any: that there
            // is no room.
            (Err(failure), Err(error)) if error.is_undefined() => Err(failure),
            (_, Err(error)) => Err(error.into()),
            (done, Ok(())) => done,
        }
    }

    /// Takes note that a file is being read, for the `tries`th time in a row, and that the one
    /// before has been, and gives what is kept of it; `None` where nothing is.
    pub async fn take(
        &self,
        before: Option<u32>,
        id: u32,
        tries: u32,
    ) -> Result<Option<File>, Failure> {
        let transaction = idb::transaction(&self.db, &[SOURCES, TRIES], Mode::Relaxed)?;
        let counts = transaction.object_store(TRIES)?;
        if let Some(before) = before {
            counts.delete(&before.into())?;
        }
        counts.put_with_key(&tries.into(), &id.into())?;
        let file = transaction.object_store(SOURCES)?.get(&id.into())?;
        Ok(idb::result(&file).await?.dyn_into().ok())
    }

    /// What is kept of a file; `None` where nothing is.
    pub async fn file(&self, id: u32) -> Result<Option<File>, Failure> {
        let transaction = idb::transaction(&self.db, &[SOURCES], Mode::Read)?;
        let file = transaction.object_store(SOURCES)?.get(&id.into())?;
        Ok(idb::result(&file).await?.dyn_into().ok())
    }

    /// Takes note that reading a file was not begun, or has ended well.
    pub fn was_read(&self, id: u32) -> Result<(), Failure> {
        let transaction = idb::transaction(&self.db, &[TRIES], Mode::Relaxed)?;
        transaction.object_store(TRIES)?.delete(&id.into())?;
        Ok(())
    }

    /// Closes it, so that it can be let go.
    pub fn close(&self) {
        self.db.close();
    }

    /// Lets everything go, once it is closed here; other tabs close it by themselves.
    pub async fn delete(scope: &DedicatedWorkerGlobalScope) -> Result<(), Failure> {
        let request = factory(scope)?.delete_database(NAME)?;
        idb::result(&request).await?;
        Ok(())
    }

    /// How many records there are, and how many bytes they have.
    pub async fn count_records(&self) -> Result<(u32, u64), Failure> {
        let records = self.records(0.0).await?.records;
        let size = records.iter().map(|record| record.len() as u64).sum();
        Ok((u32::try_from(records.len()).unwrap_or(u32::MAX), size))
    }
}

fn factory(scope: &DedicatedWorkerGlobalScope) -> Result<IdbFactory, Failure> {
    let factory = scope.indexed_db().ok().flatten();
    factory.ok_or(Failure::Denied)
}

/// Makes the object stores that an earlier version of the page did not make.
fn make_stores(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let db: IdbDatabase = request.result()?.dyn_into()?;
    let there = db.object_store_names();
    for name in [MANIFEST, SOURCES, TRIES, CHUNKS] {
        if !there.contains(name) {
            db.create_object_store(name)?;
        }
    }
    if there.contains(RECORDS) {
        return Ok(());
    }
    let numbered = web_sys::IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    db.create_object_store_with_optional_parameters(RECORDS, &numbered)?;
    Ok(())
}

async fn manifest_in(transaction: &IdbTransaction) -> Result<Manifest, Failure> {
    let request = transaction.object_store(MANIFEST)?.get(&0.into())?;
    let kept = idb::result(&request).await?;
    if kept.is_undefined() {
        return Ok(Manifest::default());
    }
    let bytes: Uint8Array = kept.dyn_into().map_err(|_| Failure::Damaged)?;
    Manifest::read(&bytes.to_vec()).map_err(|unread| match unread {
        Unread::Newer(_) => Failure::Newer,
        Unread::Damaged => Failure::Damaged,
    })
}

fn put_manifest(transaction: &IdbTransaction, manifest: &Manifest) -> Result<(), JsValue> {
    let bytes = Uint8Array::from(manifest.bytes().as_slice());
    let store = transaction.object_store(MANIFEST)?;
    store.put_with_key(&bytes, &0.into()).map(drop)
}

/// A manifest of the files that are there. Nobody knows what the chunks are of.
async fn rebuilt(transaction: &IdbTransaction) -> Result<Manifest, Failure> {
    transaction.object_store(CHUNKS)?.clear()?;
    let sources = transaction.object_store(SOURCES)?;
    let keys = sources.get_all_keys()?;
    let files: Array = idb::result(&sources.get_all()?).await?.into();
    let keys = Array::from(&keys.result()?);
    let files = keys.iter().zip(files.iter()).filter_map(|(id, file)| {
        let file: File = file.dyn_into().ok()?;
        Some((whole(&id), file.name(), size(&file)))
    });
    Ok(Manifest::rebuilt(files))
}

async fn change(
    transaction: &IdbTransaction,
    write: &Write<File>,
    let_go: Vec<(u32, File)>,
) -> Result<Committed, Failure> {
    let mut manifest = manifest_in(transaction).await?;
    let sources = transaction.object_store(SOURCES)?;
    let tries = transaction.object_store(TRIES)?;
    let mut ids = Vec::with_capacity(write.changes.len());
    for change in &write.changes {
        let id = change.apply(&mut manifest, now());
        let key = JsValue::from(id);
        match change {
            Change::Put { handle, .. } => drop(sources.put_with_key(handle, &key)?),
            Change::Complete(..) => drop(tries.delete(&key)?),
            Change::Remove(_) => {
                sources.delete(&key)?;
                tries.delete(&key)?;
            }
            Change::LeaveOut(..) | Change::TakeIn(..) => {}
        }
        ids.push(id);
    }
    if manifest.files.is_empty() {
        chunks::clear(transaction, &mut manifest)?;
    }
    put_manifest(transaction, &manifest)?;
    Ok(Committed {
        manifest,
        ids,
        let_go,
    })
}

/// How many bytes a file has.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a size is a whole number that is not negative"
)]
pub(super) fn size(file: &File) -> u64 {
    file.size() as u64
}

/// Milliseconds since 1970.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no clock of a browser is set before 1970"
)]
pub(super) fn now() -> u64 {
    Date::now() as u64
}

fn number(value: &JsValue) -> f64 {
    value.as_f64().unwrap_or(0.0)
}

/// A number of ours: all are small and whole.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a conversion that would not fit saturates"
)]
fn whole(value: &JsValue) -> u32 {
    number(value) as u32
}

// What would be refused is not kept: the schema of the manifest is told from its bytes.
const _: () = assert!(
    SCHEMA == 3,
    "the manifests of the versions before are read as well"
);
