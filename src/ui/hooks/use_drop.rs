//! Files and text that are dropped on the page or pasted into it.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Element, Event, File, FileSystemDirectoryEntry,
    FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry,
};
use yew::prelude::*;

use crate::ui::input::Input;
use crate::ui::platform::{self, NamedFile};

/// Reads whatever is dropped anywhere on the page or pasted outside a text field. Returns whether
/// files hover over it.
#[hook]
pub fn use_drop(read: &Callback<Input>) -> bool {
    let hovering = use_state_eq(|| false);
    let set = hovering.setter();
    use_effect_with(read.clone(), move |read| {
        let Some(window) = platform::window() else {
            return Box::new(|| ()) as Box<dyn FnOnce()>;
        };
        let options = EventListenerOptions::enable_prevent_default();
        let (read, pasted) = (read.clone(), read.clone());
        let over = {
            let set = set.clone();
            EventListener::new_with_options(&window, "dragover", options, move |event| {
                if carries_files(event) {
                    event.prevent_default();
                    set.set(true);
                }
            })
        };
        // The pointer leaves the page when it leaves an element for nothing.
        let leave = {
            let set = set.clone();
            EventListener::new(&window, "dragleave", move |event| {
                let event = event.dyn_ref::<DragEvent>();
                if event.is_some_and(|event| event.related_target().is_none()) {
                    set.set(false);
                }
            })
        };
        let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
            set.set(false);
            if carries_files(event)
                && let Some(transfer) = transfer(event)
            {
                event.prevent_default();
                read_transfer(&transfer, read.clone());
            }
        });
        let paste = EventListener::new(&window, "paste", move |event| read_paste(event, &pasted));
        Box::new(move || std::mem::drop((over, leave, drop, paste)))
    });
    *hovering
}

/// Reads files and text that are pasted, unless they are pasted into a text field.
fn read_paste(event: &Event, read: &Callback<Input>) {
    if into_field(event) {
        return;
    }
    let data = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let Some(data) = data else { return };
    let files = data.files().map_or_else(Vec::new, |l| platform::files(&l));
    if !files.is_empty() {
        read.emit(Input::Files(files));
    } else if let Ok(text) = data.get_data("text/plain")
        && !text.trim().is_empty()
    {
        read.emit(Input::Text(text));
    }
}

fn into_field(event: &Event) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| {
            element
                .closest("input, textarea, [contenteditable]")
                .ok()
                .flatten()
                .is_some()
        })
}

fn transfer(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn carries_files(event: &Event) -> bool {
    transfer(event).is_some_and(|transfer| {
        transfer
            .types()
            .iter()
            .any(|kind| kind.as_string().as_deref() == Some("Files"))
    })
}

/// Entries can be taken from a drop only while its event is handled; their content comes later.
fn read_transfer(transfer: &DataTransfer, read: Callback<Input>) {
    let items = transfer.items();
    let entries: Vec<FileSystemEntry> = (0..items.length())
        .filter_map(|at| items.get(at)?.webkit_get_as_entry().ok()?)
        .collect();
    let plain = transfer
        .files()
        .map_or_else(Vec::new, |l| platform::files(&l));
    read_entries(entries, plain, read);
}

/// Reads what was dropped: the files as they came, or where there are folders what is in them.
pub(super) fn read_entries(
    entries: Vec<FileSystemEntry>,
    plain: Vec<NamedFile>,
    read: Callback<Input>,
) {
    wasm_bindgen_futures::spawn_local(async move {
        let has_folder = entries.iter().any(FileSystemEntry::is_directory);
        let files = if has_folder {
            files_under(entries).await
        } else {
            plain
        };
        if !files.is_empty() {
            read.emit(Input::Files(files));
        }
    });
}

/// The files in entries and in the folders among them, by path. What cannot be read is left out.
async fn files_under(entries: Vec<FileSystemEntry>) -> Vec<NamedFile> {
    let mut files = Vec::new();
    let mut waiting = entries;
    while let Some(entry) = waiting.pop() {
        if entry.is_directory() {
            let folder: FileSystemDirectoryEntry = entry.unchecked_into();
            let batches = folder.create_reader();
            // A folder tells its entries in batches and ends with an empty one.
            while let Ok(batch) = batch(&batches).await
                && batch.length() > 0
            {
                waiting.extend(batch.iter().map(JsCast::unchecked_into));
            }
        } else {
            let name = entry.full_path().trim_start_matches('/').to_owned();
            let entry: FileSystemFileEntry = entry.unchecked_into();
            if let Ok(file) = file(&entry).await {
                files.push(NamedFile { name, file });
            }
        }
    }
    files.sort_unstable_by(|a: &NamedFile, b| a.name.cmp(&b.name));
    files
}

async fn batch(batches: &FileSystemDirectoryReader) -> Result<Array, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        if let Err(error) = batches.read_entries_with_callback_and_callback(&done, &failed) {
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await?.dyn_into()
}

async fn file(entry: &FileSystemFileEntry) -> Result<File, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        entry.file_with_callback_and_callback(&done, &failed);
    });
    JsFuture::from(promise).await?.dyn_into()
}
