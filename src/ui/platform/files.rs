//! Files: those that the reader gives, and those that are saved.

use gloo::events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlElement, HtmlInputElement};

use super::document;

/// How long the address of a file lives that was handed over, in milliseconds: some browsers take
/// it over a while after the click.
const TAKEN_OVER: u32 = 60_000;

/// A file and the path under which the reader gave it.
#[derive(Clone, PartialEq)]
pub struct NamedFile {
    /// Its name, with folders where known.
    pub name: String,
    /// The file.
    pub file: File,
}

/// A piece of a file, from `start` on and so many bytes long; `None` where it cannot be read.
pub async fn piece(file: &File, start: u32, len: u32) -> Option<Uint8Array> {
    let start = f64::from(start);
    let piece = file.slice_with_f64_and_f64(start, start + f64::from(len));
    let buffer = JsFuture::from(piece.ok()?.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer))
}

/// The files of a list, under their paths where they came from a folder.
pub fn files(list: &FileList) -> Vec<NamedFile> {
    (0..list.length())
        .filter_map(|at| list.get(at))
        .map(named)
        .collect()
}

/// A file under its path, where it came from a folder.
pub fn named(file: File) -> NamedFile {
    NamedFile {
        name: relative_path(&file),
        file,
    }
}

/// The path of a file inside the chosen folder, or its name.
fn relative_path(file: &File) -> String {
    Reflect::get(file, &JsValue::from_str("webkitRelativePath"))
        .ok()
        .and_then(|path| path.as_string())
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| file.name())
}

/// Asks the reader for a folder and hands its files over.
pub fn choose_folder(chosen: impl FnOnce(Vec<NamedFile>) + 'static) -> Option<()> {
    choose(("webkitdirectory", ""), chosen)
}

/// Asks the reader for one file with such an ending and hands it over.
pub fn choose_file(ending: &str, chosen: impl FnOnce(NamedFile) + 'static) -> Option<()> {
    choose(("accept", ending), |files| {
        if let Some(file) = files.into_iter().next() {
            chosen(file);
        }
    })
}

/// Asks the reader for files, which the attribute says more of, and hands them over.
///
/// The input is made for this one question and never enters the document: the page has one file
/// input, the picker of files.
fn choose(
    (attribute, value): (&str, &str),
    chosen: impl FnOnce(Vec<NamedFile>) + 'static,
) -> Option<()> {
    let input: HtmlInputElement = document()?.create_element("input").ok()?.dyn_into().ok()?;
    input.set_type("file");
    input.set_attribute(attribute, value).ok()?;
    let listener = EventListener::once(&input.clone(), "change", move |event| {
        let input: Option<HtmlInputElement> = event.target().and_then(|t| t.dyn_into().ok());
        if let Some(list) = input.and_then(|input| input.files()) {
            chosen(files(&list));
        }
    });
    input.click();
    // Lives until the answer comes; a question that is never answered costs one small closure.
    listener.forget();
    Some(())
}

/// A file that comes in parts. The browser holds what has come, be it in memory or on disk.
#[derive(Default)]
pub struct Parts {
    parts: Vec<Blob>,
    /// Whether the browser had no room for one of them.
    lacks: bool,
}

impl Parts {
    /// Adds what comes next.
    pub fn push(&mut self, bytes: &[u8]) {
        let part = Array::of1(&js_sys::Uint8Array::from(bytes));
        match Blob::new_with_u8_array_sequence(&part) {
            Ok(part) => self.parts.push(part),
            Err(_) => self.lacks = true,
        }
    }

    /// The file of all parts; `None` where the browser has no room for it.
    pub fn join(self, mime: &str) -> Option<Blob> {
        if self.lacks {
            return None;
        }
        let parts: Array = self.parts.iter().collect();
        let kind = BlobPropertyBag::new();
        kind.set_type(mime);
        Blob::new_with_blob_sequence_and_options(&parts, &kind).ok()
    }
}

/// Saves a file under a name, where the browser puts what is downloaded. The address exists for
/// this one time only.
pub fn save(name: &str, file: &Blob) -> Option<()> {
    let address = web_sys::Url::create_object_url_with_blob(file).ok()?;
    let link: HtmlElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.click();
    let forget = gloo::timers::callback::Timeout::new(TAKEN_OVER, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    });
    forget.forget();
    Some(())
}

/// Saves a text as a file.
pub fn save_text(name: &str, text: &str) -> Option<()> {
    let parts = Array::of1(&JsValue::from_str(text));
    save(name, &Blob::new_with_str_sequence(&parts).ok()?)
}
