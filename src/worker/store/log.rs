//! The log of records: opaque bytes in the order in which they were given.
//!
//! A record has a number, which grows. A fold puts one record in the place of all up to a number,
//! under that number, so that the order of the others stays.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::IdbKeyRange;

use super::idb::{self, Mode};
use super::{Failure, RECORDS, Store, number};

/// Records of the log, and the number of the last of them.
#[derive(Clone, Debug, Default)]
pub struct Records {
    /// The records in the order in which they were given.
    pub records: Vec<Vec<u8>>,
    /// The number of the last; where there are none the number that was asked for.
    pub last: f64,
}

impl Store {
    /// Adds records at the end of the log, all or none, and gives the number of the last.
    pub async fn append(&self, records: &[Vec<u8>]) -> Result<f64, Failure> {
        let transaction = idb::transaction(&self.db, &[RECORDS], Mode::Relaxed)?;
        let end = idb::end(&transaction);
        let log = transaction.object_store(RECORDS)?;
        let mut last = None;
        for record in records {
            last = Some(log.put(&Uint8Array::from(record.as_slice()))?);
        }
        end.await?;
        let last = last.and_then(|request| request.result().ok());
        Ok(last.map_or(0.0, |key| number(&key)))
    }

    /// The records behind the one of a number, which is 0 for all.
    pub async fn records(&self, behind: f64) -> Result<Records, Failure> {
        let transaction = idb::transaction(&self.db, &[RECORDS], Mode::Read)?;
        let log = transaction.object_store(RECORDS)?;
        let range = IdbKeyRange::lower_bound_with_open(&behind.into(), true)?;
        let keys = log.get_all_keys_with_key(&range)?;
        let all: Array = idb::result(&log.get_all_with_key(&range)?).await?.into();
        let last = keys.result().ok().map(|keys| Array::from(&keys));
        let last = last.and_then(|keys| keys.iter().last());
        Ok(Records {
            records: all.iter().filter_map(|record| bytes(&record)).collect(),
            last: last.map_or(behind, |key| number(&key)),
        })
    }

    /// Puts one record in the place of all up to the one of a number.
    pub async fn fold(&self, up_to: f64, record: &[u8]) -> Result<(), Failure> {
        let transaction = idb::transaction(&self.db, &[RECORDS], Mode::Strict)?;
        let end = idb::end(&transaction);
        let log = transaction.object_store(RECORDS)?;
        let folded = IdbKeyRange::upper_bound(&up_to.into())?;
        log.delete(&folded)?;
        log.put_with_key(&Uint8Array::from(record), &up_to.into())?;
        end.await?;
        Ok(())
    }
}

/// The bytes of a record; `None` for what is no record of ours.
fn bytes(record: &JsValue) -> Option<Vec<u8>> {
    record.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}
