//! Files of the browser → text or bytes.

use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::core::backup::MOST_SOURCE;
use crate::core::digest::{Content, Intake};

/// How much of a file is read at once, in bytes.
const PIECE: u32 = 4 << 20;
/// Why a file is not read.
const UNREADABLE: &str =
    "the browser could not read it: it may have been moved or changed, or it is a folder";

/// Reads a file in pieces, as long as it is wanted. `other` reads a piece, from a place on and so
/// many bytes long, where the browser does not let this worker do so. The error is for a person.
pub(super) async fn read(
    file: &Blob,
    wanted: impl Fn() -> bool,
    other: impl AsyncFn(u32, u32) -> Option<Uint8Array>,
) -> Result<Content, String> {
    let size = file.size();
    if size > f64::from(MOST_SOURCE) {
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
    in_pieces(file, size, wanted, other, |piece| intake.push(piece)).await?;
    Ok(intake.finish())
}

/// Reads a file that this worker may read, as [`read`] does.
pub(super) async fn read_here(file: &Blob, wanted: impl Fn() -> bool) -> Result<Content, String> {
    read(file, wanted, async |_, _| None).await
}

/// All bytes of a file, as they are, with `other` as for [`read`]. The error is for a person.
pub(super) async fn bytes(
    file: &Blob,
    wanted: impl Fn() -> bool,
    other: impl AsyncFn(u32, u32) -> Option<Uint8Array>,
) -> Result<Vec<u8>, String> {
    let no_room = |_| "there is no memory left for it".to_owned();
    let mut all = Vec::new();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a size that is checked before"
    )]
    let size = file.size() as u32;
    all.try_reserve_exact(size as usize).map_err(no_room)?;
    in_pieces(file, size, wanted, other, |piece| {
        all.extend_from_slice(piece);
    })
    .await?;
    Ok(all)
}

/// Reads the first `size` bytes of a file piece by piece and gives them to `take`, as long as they
/// are wanted.
async fn in_pieces(
    file: &Blob,
    size: u32,
    wanted: impl Fn() -> bool,
    other: impl AsyncFn(u32, u32) -> Option<Uint8Array>,
    mut take: impl FnMut(&[u8]),
) -> Result<(), String> {
    let mut start = 0;
    let mut may_read = true;
    while start < size && wanted() {
        let len = PIECE.min(size - start);
        let read = piece(file, (start, len), &mut may_read, &other).await?;
        take(&read.to_vec());
        start += len;
    }
    Ok(())
}

/// A piece of a file, by its start and its length, from `other` where this worker may not read it,
/// which is tried as long as it may. The error is for a person.
pub(super) async fn piece(
    file: &Blob,
    (start, len): (u32, u32),
    may_read: &mut bool,
    other: &impl AsyncFn(u32, u32) -> Option<Uint8Array>,
) -> Result<Uint8Array, String> {
    if *may_read {
        match slice(file, f64::from(start), f64::from(start + len)).await {
            Ok(read) => return Ok(read),
            Err(_) => *may_read = false,
        }
    }
    let read = other(start, len).await;
    read.ok_or_else(|| UNREADABLE.to_owned())
}

async fn slice(file: &Blob, start: f64, end: f64) -> Result<Uint8Array, JsValue> {
    let blob = file.slice_with_f64_and_f64(start, end)?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()))
}
