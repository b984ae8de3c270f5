//! Files of the browser → text or bytes.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::core::digest::{Content, Intake};

/// How much of a file is read at once, in bytes.
const PIECE: u32 = 4 << 20;
/// The largest file that is read, in bytes: wasm has 4 GiB, and parsing wants its share.
const MAX_FILE: u32 = 3 << 29;

/// Reads a file in pieces, as long as it is wanted. `other` reads a piece, from a place on and so
/// many bytes long, where the browser does not let this worker do so. The error is for a person.
pub(super) async fn read(
    file: &Blob,
    wanted: impl Fn() -> bool,
    other: impl AsyncFn(u32, u32) -> Option<Uint8Array>,
) -> Result<Content, String> {
    let size = file.size();
    if size > f64::from(MAX_FILE) {
        return Err("it is larger than 1.5 GiB; split it and add the parts".to_owned());
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size below 1.5 GiB"
    )]
    let size = size as u32;
    let mut intake = Intake::with_capacity(size as usize)
        .map_err(|_| "there is no memory left for it; take other files out first".to_owned())?;
    let mut start = 0;
    let mut may_read = true;
    while start < size && wanted() {
        let len = PIECE.min(size - start);
        let mut read = None;
        if may_read {
            read = piece(file, start, len).await.ok();
            may_read = read.is_some();
        }
        if read.is_none() {
            read = other(start, len).await;
        }
        let read = read.ok_or_else(|| {
            "the browser could not read it: it may have been moved or changed, or it is a folder".to_owned()
        })?;
        intake.push(&read.to_vec());
        start += len;
    }
    Ok(intake.finish())
}

async fn piece(file: &Blob, start: u32, len: u32) -> Result<Uint8Array, JsValue> {
    let start = f64::from(start);
    let blob = file.slice_with_f64_and_f64(start, start + f64::from(len))?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()))
}
