//! IndexedDB as futures.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction};

/// How a transaction is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// Nothing is changed.
    Read,
    /// It is done when the system has it, and may be lost with the power.
    Relaxed,
    /// It is done when the disk has it.
    Strict,
}

/// A transaction over these object stores.
pub(super) fn transaction(
    db: &IdbDatabase,
    stores: &[&str],
    mode: Mode,
) -> Result<IdbTransaction, JsValue> {
    let names: Array = stores.iter().map(|name| JsValue::from_str(name)).collect();
    let (access, durability) = match mode {
        Mode::Read => ("readonly", "default"),
        Mode::Relaxed => ("readwrite", "relaxed"),
        Mode::Strict => ("readwrite", "strict"),
    };
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &durability.into())?;
    // web-sys knows no options of transactions unless all that is unstable is switched on.
    let begin: Function = Reflect::get(db, &"transaction".into())?.dyn_into()?;
    begin
        .call3(db, &names, &access.into(), &options)?
        .dyn_into()
}

/// The result of a request. What follows it at once is still in the request's transaction.
pub(super) async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let came = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(came).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.map_or(JsValue::UNDEFINED, Into::into)),
    }
}

/// The end of a transaction. To be called before anything of it is waited for.
pub(super) fn end(transaction: &IdbTransaction) -> impl Future<Output = Result<(), JsValue>> {
    let ended = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let ended = JsFuture::from(ended);
    let transaction = transaction.clone();
    async move {
        match ended.await {
            Ok(_) => Ok(()),
            Err(_) => Err(transaction.error().map_or(JsValue::UNDEFINED, Into::into)),
        }
    }
}
