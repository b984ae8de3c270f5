//! Files of the browser → text or bytes.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::core::digest::{Content, Intake};

/// How much of a file is read at once, in bytes.
const PIECE: f64 = (4 << 20) as f64;
/// The largest file that is read, in bytes: wasm has 4 GiB, and parsing wants its share.
const MAX_FILE: f64 = 1.5 * (1 << 30) as f64;
/// Why a file is not read.
const UNREADABLE: &str =
    "the browser could not read it: it may have been moved or changed, or it is a folder";

/// Reads a file in pieces, as long as it is wanted. The error is for a person.
pub(super) async fn read(file: &Blob, wanted: impl Fn() -> bool) -> Result<Content, String> {
    let size = file.size();
    if size > MAX_FILE {
        return Err("it is larger than 1.5 GiB; split it and add the parts".to_owned());
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size below 1.5 GiB"
    )]
    let mut intake = Intake::with_capacity(size as usize)
        .map_err(|_| "there is no memory left for it; take other files out first".to_owned())?;
    let mut start = 0.0;
    while start < size && wanted() {
        let end = (start + PIECE).min(size);
        let piece = piece(file, start, end).await;
        let piece = piece.map_err(|_| UNREADABLE.to_owned())?;
        intake.push(&piece.to_vec());
        start = end;
    }
    Ok(intake.finish())
}

/// All bytes of a file, as they are. The error is for a person.
pub(super) async fn bytes(file: &Blob, wanted: impl Fn() -> bool) -> Result<Vec<u8>, String> {
    let no_room = |_| "there is no memory left for it".to_owned();
    let mut all = Vec::new();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size that is checked before"
    )]
    let size = file.size() as usize;
    all.try_reserve_exact(size).map_err(no_room)?;
    let mut start = 0.0;
    while start < file.size() && wanted() {
        let end = (start + PIECE).min(file.size());
        let piece = piece(file, start, end).await;
        let piece = piece.map_err(|_| UNREADABLE.to_owned())?;
        all.extend_from_slice(&piece.to_vec());
        start = end;
    }
    Ok(all)
}

/// A piece of a file.
pub(super) async fn piece(file: &Blob, start: f64, end: f64) -> Result<Uint8Array, JsValue> {
    let blob = file.slice_with_f64_and_f64(start, end)?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()))
}
