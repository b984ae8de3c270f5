//! The browser, behind functions that return `Option` or `Result`. No other module of the page asks
//! for a window or a document.

mod clipboard;
mod files;
mod sharing;
mod storage;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement, HtmlInputElement, Window};

pub use clipboard::{Copying, TEXT, copy_text, read_clipboard, text_blob};
pub use files::{
    NamedFile, Parts, choose_file, choose_folder, files, named, piece, save, save_text,
};
pub use sharing::{base, packed, page_with};
pub use storage::{
    forget, is_marked, leave_note, mark, persist, persists, store, stored, stored_names, take_note,
};

use super::host::Host;
use crate::core::unicode::letters::folded;

/// What the boot script does for the page.
#[derive(Clone, PartialEq)]
pub struct Spawner {
    /// Returns a promise of a new worker.
    pub worker: js_sys::Function,
    /// All else.
    pub host: Host,
}

/// A name as it is compared with what is typed: in lower case, without accents, and with the
/// letters of other alphabets as they are typed.
pub fn comparable(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let decomposed = String::from(js_sys::JsString::from(name).normalize("NFKD"));
    let mut plain = String::with_capacity(decomposed.len());
    let is_accent = |c: &char| matches!(c, '\u{300}'..='\u{36f}');
    let lower = decomposed.chars().flat_map(char::to_lowercase);
    for c in lower.filter(|c| !is_accent(c)) {
        match folded(c) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(c),
        }
    }
    plain
}

/// The window.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element of this id.
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Writes to the browser's console.
pub fn log(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}

/// Moves the focus to the element of this id, without scrolling.
pub fn focus(id: &str) -> Option<()> {
    let element: HtmlElement = element(id)?.dyn_into().ok()?;
    element.focus().ok()
}

/// The text field of this id.
pub fn input(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

/// What the field says in which an event happened, be it of one line, of several, or a choice.
pub fn value_of(event: &web_sys::Event) -> String {
    let value = event.target().and_then(|target| {
        let value = js_sys::Reflect::get(&target, &JsValue::from_str("value"));
        value.ok()?.as_string()
    });
    value.unwrap_or_default()
}

/// Has the text field of an event say something.
pub fn put_value(event: &web_sys::Event, text: &str) -> Option<()> {
    let field: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    field.set_value(text);
    Some(())
}

/// Moves the focus to the text field of this id and selects a stretch of it, given what stands
/// before it and in it.
pub fn select_in(id: &str, before: &str, within: &str) -> Option<()> {
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(0);
    let start = units(before);
    // A field of several lines has the same method.
    let field: HtmlInputElement = element(id)?.unchecked_into();
    field.focus().ok()?;
    field.set_selection_range(start, start + units(within)).ok()
}

/// An address that holds a text, to be saved as a file.
pub fn text_as_address(text: &str) -> String {
    let encoded = String::from(js_sys::encode_uri_component(text));
    format!("data:application/toml;charset=utf-8,{encoded}")
}

/// The caret of a text field, in UTF-16 units.
pub fn caret(input: &HtmlInputElement) -> u32 {
    input.selection_start().ok().flatten().unwrap_or_default()
}

/// Moves the focus to the element of this id and selects what it says.
pub fn focus_and_select(id: &str) -> Option<()> {
    let input = input(id)?;
    input.focus().ok()?;
    input.select();
    Some(())
}

/// What has the focus.
pub fn active_element() -> Option<Element> {
    document()?.active_element()
}

/// Takes the focus from whatever has it.
pub fn blur() -> Option<()> {
    let element: HtmlElement = active_element()?.dyn_into().ok()?;
    element.blur().ok()
}

/// Whether the element of this id has the focus.
pub fn has_focus(id: &str) -> bool {
    active_element().is_some_and(|element| element.id() == id)
}

/// Whether nothing has the focus: what had it is gone.
pub fn focus_is_lost() -> bool {
    active_element().is_none_or(|element| {
        // What is hidden has the focus up to the next frame.
        element.tag_name() == "BODY" || matches!(element.closest("[hidden]"), Ok(Some(_)))
    })
}

/// Whether nothing in the dialog that lies over the page has the focus, which may have gone to the
/// dialog itself.
pub fn focus_is_lost_in_dialog() -> bool {
    let tag = active_element().map(|element| element.tag_name());
    tag.is_none_or(|tag| tag == "BODY" || tag == "DIALOG")
}

/// Moves the focus to what one came for in this element, where that is marked, and selects what
/// it says.
pub fn focus_first(within: &Element) -> Option<()> {
    let first = within.query_selector("[data-first]").ok()??;
    let first: HtmlElement = first.dyn_into().ok()?;
    first.focus().ok()?;
    if let Some(field) = first.dyn_ref::<HtmlInputElement>() {
        field.select();
    }
    Some(())
}

/// Clicks the element of this id.
pub fn click(id: &str) -> Option<()> {
    let element: HtmlElement = element(id)?.dyn_into().ok()?;
    element.click();
    Some(())
}

/// Whether a media query holds.
pub fn matches_media(query: &str) -> bool {
    window()
        .and_then(|window| window.match_media(query).ok().flatten())
        .is_some_and(|list| list.matches())
}

/// Whether the page is so narrow that the open paper lies over the list; the style sheet has the
/// same width.
pub fn is_narrow() -> bool {
    matches_media("(max-width: 719px)")
}

/// The size of the root's font in pixels.
pub fn root_font_size() -> i64 {
    const USUAL: i64 = 16;
    let size = || {
        let root = document()?.document_element()?;
        let style = window()?.get_computed_style(&root).ok()??;
        let size = style.get_property_value("font-size").ok()?;
        size.split(['.', 'p']).next()?.parse().ok()
    };
    size().unwrap_or(USUAL)
}

/// Whether the page can be seen: browsers slow down one that cannot, or let it sleep.
pub fn is_seen() -> bool {
    document().is_some_and(|document| !document.hidden())
}

/// Milliseconds since the page began.
pub fn now() -> f64 {
    window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Milliseconds since 1970, by the clock of the machine.
pub fn clock() -> u64 {
    // Whole and positive, and for a long time smaller than what a number holds exactly.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time of day of this age"
    )]
    {
        js_sys::Date::now().max(0.0) as u64
    }
}

/// Whether the keyboard is one of Apple's, which has the Command key where others have Ctrl.
pub fn is_mac() -> bool {
    let platform = window().and_then(|window| window.navigator().platform().ok());
    platform.is_some_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}

/// Closes the dialog that lies over the page; the browser gives the focus back to where it was.
pub fn close_dialog() {
    let open = document().and_then(|document| document.query_selector("dialog[open]").ok()?);
    if let Some(dialog) = open.and_then(|open| open.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}

/// Brings the element of this id on show, as little as that takes.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether the end of the element of this id is on show in the other one, which scrolls.
pub fn shows_end_of(id: &str, scroller: &str) -> bool {
    /// How much of it may be beyond the edge, in pixels: less than half a line.
    const NEARLY: f64 = 10.0;
    let Some((element, scroller)) = element(id).zip(element(scroller)) else {
        return false;
    };
    let (element, scroller) = (
        element.get_bounding_client_rect(),
        scroller.get_bounding_client_rect(),
    );
    let end = element.bottom();
    end > scroller.top() && end <= scroller.bottom() + NEARLY
}

/// Scrolls the element of this id by nearly all that is on show, down or up; says whether there
/// was something left to scroll to.
pub fn scroll_on(id: &str, up: bool) -> bool {
    /// What stays on show, in pixels: two lines, so that nobody loses the thread.
    const KEPT: i32 = 48;
    let Some(element) = element(id) else {
        return false;
    };
    let before = element.scroll_top();
    let way = (element.client_height() - KEPT).max(KEPT);
    element.set_scroll_top(if up { before - way } else { before + way });
    element.scroll_top() != before
}

/// Whether the page was opened from disk.
pub fn is_from_disk() -> bool {
    let protocol = window().and_then(|window| window.location().protocol().ok());
    protocol.is_some_and(|protocol| protocol == "file:")
}

/// The day of a time in milliseconds since 1970, as `2026-11-30`; empty for 0.
pub fn day(time: u64) -> String {
    if time == 0 {
        return String::new();
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "exact for some hundred thousand years"
    )]
    let date = js_sys::Date::new(&JsValue::from_f64(time as f64));
    // By the reader's clock, which the ISO form is not.
    format!(
        "{:04}-{:02}-{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// The day of today, in the same form.
pub fn today() -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no clock of a browser is set before 1970"
    )]
    let now = js_sys::Date::now() as u64;
    day(now)
}

/// The fragment of the page's address, with its `#`.
pub fn hash() -> String {
    window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Puts a fragment into the page's address, as a new step of the history or in place of the present
/// one.
pub fn set_hash(hash: &str, push: bool) -> Result<(), JsValue> {
    let Some(window) = window() else {
        return Ok(());
    };
    let location = window.location();
    // An empty fragment is written as the address without one.
    let address = if hash.is_empty() {
        let href = location.href()?;
        href.split('#').next().unwrap_or_default().to_owned()
    } else {
        hash.to_owned()
    };
    let history = window.history()?;
    if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
    }
}

/// Goes one step back in the browser's history, some time later.
pub fn go_back() -> Option<()> {
    window()?.history().ok()?.back().ok()
}

/// Opens an address in a tab of its own that knows nothing of this one.
pub fn open_tab(address: &str) -> Option<()> {
    window()?
        .open_with_url_and_target_and_features(address, "_blank", "noopener,noreferrer")
        .ok()?;
    Some(())
}

/// Has the browser ask for the printer.
pub fn print() {
    if let Some(window) = window() {
        // Where nothing can be printed nothing is.
        let _ = window.print();
    }
}

/// Reloads the page.
pub fn reload() -> Option<()> {
    window()?.location().reload().ok()
}

/// Gives the root element an attribute.
pub fn set_root_attribute(name: &str, value: &str) -> Option<()> {
    document()?
        .document_element()?
        .set_attribute(name, value)
        .ok()
}
