//! What a page came with, the address that links begin with, and the program as one file.

use std::rc::Rc;

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

use super::{element, window};
use crate::core::parcel::{ELEMENT, PLACE, PROGRAM};
use crate::ui::host::Host;
use crate::ui::text;

/// Papers that the page itself came with.
pub struct Packed {
    /// The parcel.
    pub parcel: Rc<str>,
    /// The view that it opens with, as the fragment of an address.
    pub view: String,
}

/// The papers that the page itself came with, if it did. They are handed over: the document does
/// not hold them any longer.
pub fn packed() -> Option<Packed> {
    let element = element(ELEMENT)?;
    let parcel = element.text_content()?;
    element.set_text_content(None);
    Some(Packed {
        parcel: parcel.into(),
        view: element.get_attribute("data-view").unwrap_or_default(),
    })
}

/// The address of the page without a fragment.
pub fn base() -> String {
    let address = window().and_then(|window| window.location().href().ok());
    let address = address.unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// The one-file program, cut at the place where papers go: what comes before and what comes
/// behind. The error is for a person.
async fn program(host: &Host) -> Result<[JsString; 2], &'static str> {
    let asked = host.program().ok_or(text::PROGRAM_MISSING)?;
    let program = JsFuture::from(asked).await;
    let program: Option<JsString> = program.ok().and_then(|program| program.dyn_into().ok());
    let program = program.ok_or(text::PROGRAM_MISSING)?;
    // Five million characters stay where they are: on the browser's side.
    let place = u32::try_from(program.index_of(PLACE, 0));
    let place = place.map_err(|_| text::PROGRAM_STRANGE)?;
    let end = place + u32::try_from(PLACE.len()).unwrap_or(0);
    let behind = program.slice(end, program.length());
    if behind.index_of(PROGRAM, 0) < 0 || behind.index_of(PLACE, 0) >= 0 {
        return Err(text::PROGRAM_STRANGE);
    }
    Ok([program.slice(0, place), behind])
}

/// The one-file program with this in the place where papers go. The error is for a person.
pub async fn page_with(host: &Host, papers: &Blob) -> Result<Blob, &'static str> {
    let [before, behind] = program(host).await?;
    let parts = js_sys::Array::of3(&before, papers, &behind);
    let kind = BlobPropertyBag::new();
    kind.set_type("text/html");
    let page = Blob::new_with_blob_sequence_and_options(&JsValue::from(parts), &kind);
    page.map_err(|_| text::NO_ROOM)
}
