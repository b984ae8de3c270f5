//! One entry of a feed as XML: its elements and their text.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// An element of an entry.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without the prefix of its namespace.
    pub(super) name: String,
    /// Its text, references resolved.
    pub(super) text: String,
    /// The value of the first of its attributes `href`, `term`, `label` and `url` that it has.
    pub(super) value: String,
}

/// The elements of an entry in their order.
#[derive(Debug, Default)]
pub(super) struct Elements {
    /// All of them, those of an author's name in place of the author.
    pub(super) list: Vec<Element>,
    /// The place, in bytes, at which the XML breaks off.
    pub(super) broken: Option<usize>,
    /// The place behind the first element that was left out because there are too many.
    pub(super) left_out: Option<usize>,
}

/// So many elements of an entry are kept; the longest lists of authors have a few thousand.
pub(super) const MOST: usize = 16 * 1024;

impl Elements {
    /// Adds an element that was read to this place, if one was.
    fn push(&mut self, element: Option<Element>, at: u64) {
        let Some(element) = element else {
            return;
        };
        if self.list.len() < MOST {
            self.list.push(element);
        } else if self.left_out.is_none() {
            self.left_out = usize::try_from(at).ok();
        }
    }
}

/// Elements of an author that are not the name.
const NOT_A_NAME: [&str; 3] = ["affiliation", "uri", "email"];

/// Reads an entry from its start tag on. Never fails: what cannot be read ends it.
///
/// Entities other than those of XML itself stay as they are, so none can grow; the depth of nesting
/// is only counted.
pub(super) fn read(source: &str) -> Elements {
    let mut reader = Reader::from_str(source);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let mut found = Elements::default();
    // Below the entry's own tag, the depth is 1.
    let (mut depth, mut muted_at) = (0_u32, None);
    let mut open: Option<Element> = None;
    loop {
        let Ok(event) = reader.read_event() else {
            found.broken = usize::try_from(reader.error_position()).ok();
            break;
        };
        match event {
            Event::Start(tag) => {
                if depth == 1 {
                    found.push(open.take(), reader.buffer_position());
                    open = Some(element(&tag));
                } else if NOT_A_NAME.contains(&tag.local_name().as_ref()) {
                    muted_at = muted_at.or(Some(depth));
                }
                depth += 1;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if muted_at.is_some_and(|muted| depth <= muted) {
                    muted_at = None;
                }
                if depth <= 1 {
                    found.push(open.take(), reader.buffer_position());
                }
                if depth == 0 {
                    break;
                }
            }
            Event::Empty(tag) if depth == 1 => {
                found.push(Some(element(&tag)), reader.buffer_position());
            }
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
            Event::Text(text) => push(&mut open, muted_at, &text),
            Event::CData(text) => push(&mut open, muted_at, &text),
            Event::GeneralRef(name) => match (name.resolve_char_ref(), name.as_ref()) {
                (Ok(Some(c)), _) => push(&mut open, muted_at, c.encode_utf8(&mut [0; 4])),
                (_, "lt") => push(&mut open, muted_at, "<"),
                (_, "gt") => push(&mut open, muted_at, ">"),
                (_, "amp") => push(&mut open, muted_at, "&"),
                (_, "quot") => push(&mut open, muted_at, "\""),
                (_, "apos") => push(&mut open, muted_at, "'"),
                (_, other) => {
                    for part in ["&", other, ";"] {
                        push(&mut open, muted_at, part);
                    }
                }
            },
            Event::Eof => break,
        }
    }
    found.push(open, reader.buffer_position());
    found
}

fn push(open: &mut Option<Element>, muted: Option<u32>, text: &str) {
    if let Some(open) = open.as_mut().filter(|_| muted.is_none()) {
        open.text.push_str(text);
    }
}

fn element(tag: &BytesStart<'_>) -> Element {
    let value = tag
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|one| ["href", "term", "label", "url"].contains(&one.key.as_ref()))
        .map(|one| one.value.replace("&amp;", "&"));
    Element {
        name: tag.local_name().as_ref().to_owned(),
        text: String::new(),
        value: value.unwrap_or_default(),
    }
}
