//! Pieces of files that the page reads, because this worker may not.
//!
//! In WebKit a worker that is made from a blob of a page from disk is of an origin of its own, and
//! no file of the page's can be read there. The page hands over one piece after the other, each
//! when it is asked for: so none has to wait in memory, and nothing is to be stopped when nobody
//! wants the file any more.

use std::cell::RefCell;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::Worker;
use crate::protocol::{FilePiece, Response};

/// The pieces that the page was asked for, each with who waits for it.
#[derive(Default)]
pub(super) struct Pieces(RefCell<Vec<(FilePiece, Function)>>);

impl Worker {
    /// Has the page read a piece of a file; `None` where it cannot either.
    pub(super) async fn ask_for(&self, piece: FilePiece) -> Option<Uint8Array> {
        let came = Promise::new(&mut |resolve, _| {
            self.pieces.0.borrow_mut().push((piece, resolve));
        });
        self.post(&Response::WantsPiece(piece));
        JsFuture::from(came).await.ok()?.dyn_into().ok()
    }

    /// Takes a piece that the page read; it comes beside the message.
    pub(super) fn take_piece(&self, piece: FilePiece, message: &JsValue) {
        let bytes = Reflect::get(message, &"piece".into()).unwrap_or(JsValue::UNDEFINED);
        let mut asked = self.pieces.0.borrow_mut();
        let Some(place) = asked.iter().position(|(wanted, _)| *wanted == piece) else {
            return;
        };
        let (_, resolve) = asked.swap_remove(place);
        drop(asked);
        // Fulfilling a promise runs nothing of ours yet, and cannot fail.
        let _ = resolve.call1(&JsValue::UNDEFINED, &bytes);
    }
}
