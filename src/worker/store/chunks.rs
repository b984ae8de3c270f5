//! The chunks of a snapshot: written and let go in one transaction with the manifest that names
//! them.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, IdbTransaction};

use super::idb::{self, Mode};
use super::{CHUNKS, Failure, MANIFEST, Store, TRIES, manifest_in, put_manifest, whole};
use crate::engine::kept::{Draft, Manifest, OPENING, Slot, Snapshot};

impl Store {
    /// Takes note that the snapshot is being opened, until [`Store::was_read`] is told
    /// [`OPENING`].
    pub fn opens_snapshot(&self) -> Result<(), Failure> {
        let transaction = idb::transaction(&self.db, &[TRIES], Mode::Relaxed)?;
        let tries = transaction.object_store(TRIES)?;
        tries.put_with_key(&1.into(), &OPENING.into())?;
        Ok(())
    }

    /// The chunks of a snapshot, of which nothing is read yet. Fails where one is missing.
    pub async fn chunks(&self, snapshot: &Snapshot) -> Result<Vec<Blob>, Failure> {
        let transaction = idb::transaction(&self.db, &[CHUNKS], Mode::Read)?;
        let store = transaction.object_store(CHUNKS)?;
        let requests = snapshot.chunks.iter();
        let requests = requests.map(|chunk| store.get(&chunk.id.into()));
        let requests = requests.collect::<Result<Vec<_>, JsValue>>()?;
        // They are done in their order.
        if let Some(last) = requests.last() {
            idb::result(last).await?;
        }
        let blob = |request: web_sys::IdbRequest| {
            let blob = request.result()?.dyn_into();
            blob.map_err(|_| Failure::Damaged)
        };
        requests.into_iter().map(blob).collect()
    }

    /// Lets the snapshot go, so that there is more room; says whether there was one.
    pub async fn drop_snapshot(&self) -> Result<bool, Failure> {
        let stores = [MANIFEST, CHUNKS, TRIES];
        let transaction = idb::transaction(&self.db, &stores, Mode::Relaxed)?;
        let end = idb::end(&transaction);
        let mut manifest = manifest_in(&transaction).await?;
        let was_there = manifest.snapshot.is_some();
        clear(&transaction, &mut manifest)?;
        transaction.object_store(TRIES)?.delete(&OPENING.into())?;
        put_manifest(&transaction, &manifest)?;
        end.await?;
        Ok(was_there)
    }

    /// Keeps a snapshot of these chunks in the place of the one before. `None` where it does not
    /// fit what is kept any more.
    pub async fn put_snapshot(
        &self,
        draft: &Draft,
        made: &[Blob],
    ) -> Result<Option<(Manifest, Snapshot)>, Failure> {
        let stores = [MANIFEST, CHUNKS, TRIES];
        let transaction = idb::transaction(&self.db, &stores, Mode::Strict)?;
        let end = idb::end(&transaction);
        let put = put(&transaction, draft, made).await;
        if !matches!(put, Ok(Some(_))) {
            // It may have ended by itself.
            let _ = transaction.abort();
        }
        match (put, end.await) {
            (Ok(None), _) => Ok(None),
            (Err(failure), Err(error)) if error.is_undefined() => Err(failure),
            (_, Err(error)) => Err(error.into()),
            (put, Ok(())) => put,
        }
    }
}

/// Lets the snapshot go.
pub(super) fn clear(transaction: &IdbTransaction, manifest: &mut Manifest) -> Result<(), JsValue> {
    manifest.snapshot = None;
    transaction.object_store(CHUNKS)?.clear()?;
    Ok(())
}

async fn put(
    transaction: &IdbTransaction,
    draft: &Draft,
    made: &[Blob],
) -> Result<Option<(Manifest, Snapshot)>, Failure> {
    let mut manifest = manifest_in(transaction).await?;
    let Some(snapshot) = manifest.put_snapshot(draft) else {
        return Ok(None);
    };
    let store = transaction.object_store(CHUNKS)?;
    let known: Array = idb::result(&store.get_all_keys()?).await?.into();
    for key in known.iter() {
        let stays = |id: u32| snapshot.chunks.iter().any(|chunk| chunk.id == id);
        if !stays(whole(&key)) {
            store.delete(&key)?;
        }
    }
    for (slot, chunk) in draft.slots.iter().zip(&snapshot.chunks) {
        if let Slot::New(at, ..) = slot
            && let Some(blob) = made.get(*at as usize)
        {
            store.put_with_key(blob, &chunk.id.into())?;
        }
    }
    // Should the one before have ended the page, this is another one.
    transaction.object_store(TRIES)?.delete(&OPENING.into())?;
    put_manifest(transaction, &manifest)?;
    Ok(Some((manifest, snapshot)))
}

/// Bytes as a chunk to be kept.
pub fn blob(bytes: &[u8]) -> Result<Blob, Failure> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    Ok(Blob::new_with_u8_array_sequence(&parts)?)
}

/// The bytes of a chunk, which the browser begins to read at once.
pub fn bytes(blob: &Blob) -> impl Future<Output = Result<Vec<u8>, Failure>> + use<> {
    let buffer = JsFuture::from(blob.array_buffer());
    async move {
        let buffer = buffer.await?;
        Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()).to_vec())
    }
}
