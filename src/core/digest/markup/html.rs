//! The markup layer: entities and the few tags that arXiv's listings use.

use std::borrow::Cow;
use std::ops::Range;

use super::entities;
use crate::core::digest::lines::part;
use crate::core::text::{Style, checked_href};

/// Text with its entities decoded and its tags taken out, and what the tags meant.
#[derive(Debug)]
pub(super) struct Html<'s> {
    /// The text.
    pub(super) text: Cow<'s, str>,
    /// What happens where in the text, in order.
    pub(super) events: Vec<Event>,
}

/// What a tag means at one place of the text.
#[derive(Debug)]
pub(super) struct Event {
    /// The place in the decoded text, in bytes.
    pub(super) at: usize,
    /// What happens there.
    pub(super) kind: EventKind,
}

/// See [`Event`].
#[derive(Debug)]
pub(super) enum EventKind {
    /// A paragraph ends.
    Break,
    /// A style starts; the number names it.
    Open(usize, Style),
    /// The style with this number ends.
    Close(usize),
}

impl Html<'_> {
    /// The place of the first event after this one.
    pub(super) fn next_event_after(&self, at: usize) -> Option<usize> {
        let index = self.events.partition_point(|event| event.at <= at);
        self.events.get(index).map(|event| event.at)
    }
}

/// Takes entities and tags out.
pub(super) fn decode(source: &str) -> Html<'_> {
    if memchr::memchr2(b'<', b'&', source.as_bytes()).is_none() {
        return Html {
            text: Cow::Borrowed(source),
            events: Vec::new(),
        };
    }
    let mut text = String::with_capacity(source.len());
    let mut events = Vec::new();
    let mut done = 0;
    for tag in tags(source) {
        entities::decode(part(source, &(done..tag.start)), &mut text);
        done = tag.end;
        let at = text.len();
        if let Some(open) = tag.ends {
            let kind = EventKind::Close(open);
            events.push(Event { at, kind });
        }
        match tag.role {
            Role::Break => events.push(Event {
                at,
                kind: EventKind::Break,
            }),
            Role::Open(number) => {
                if let Some(style) = style(source, &tag) {
                    let kind = EventKind::Open(number, style);
                    events.push(Event { at, kind });
                }
            }
            Role::Close(number) => events.push(Event {
                at,
                kind: EventKind::Close(number),
            }),
            Role::Nothing => {}
            Role::Text => done = tag.start,
        }
    }
    entities::decode(source.get(done..).unwrap_or_default(), &mut text);
    Html {
        text: Cow::Owned(text),
        events,
    }
}

/// A tag as it stands in the source.
#[derive(Debug)]
struct Tag {
    start: usize,
    end: usize,
    name: Name,
    closing: bool,
    /// The value of `href`, where the tag has one.
    href: Option<Range<usize>>,
    /// The anchor before this one that nothing has ended: it ends where this one starts.
    ends: Option<usize>,
    role: Role,
}

/// What a tag turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Not a tag after all.
    Text,
    /// A tag without meaning.
    Nothing,
    Break,
    /// Its number names the pair.
    Open(usize),
    Close(usize),
}

/// The tags that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    A,
    Br,
    P,
    /// An index into [`INLINE`].
    Inline(usize),
}

/// The inline tags that are read when both halves are there.
const INLINE: [(&str, Option<Style>); 10] = [
    ("i", Some(Style::Emphasis)),
    ("em", Some(Style::Emphasis)),
    ("b", Some(Style::Strong)),
    ("strong", Some(Style::Strong)),
    ("code", Some(Style::Code)),
    ("tt", Some(Style::Code)),
    ("sub", None),
    ("sup", None),
    ("span", None),
    ("u", None),
];

fn style(source: &str, tag: &Tag) -> Option<Style> {
    match tag.name {
        Name::A => {
            let mut href = String::new();
            entities::decode(part(source, tag.href.as_ref()?), &mut href);
            checked_href(&href).map(|href| Style::Link(href.to_owned()))
        }
        Name::Inline(index) => INLINE.get(index)?.1.clone(),
        Name::Br | Name::P => None,
    }
}

/// All tags of the source in order, each with its role.
fn tags(source: &str) -> Vec<Tag> {
    let mut tags: Vec<Tag> = memchr::memchr_iter(b'<', source.as_bytes())
        .filter_map(|at| tag_at(source, at))
        .collect();
    let mut roles = vec![Role::Text; tags.len()];
    let mut set = |index: usize, role: Role| {
        if let Some(place) = roles.get_mut(index) {
            *place = role;
        }
    };
    let mut waiting: [Vec<usize>; INLINE.len()] = std::array::from_fn(|_| Vec::new());
    let mut link: Option<usize> = None;
    for (index, tag) in tags.iter_mut().enumerate() {
        match tag.name {
            Name::Br | Name::P => set(index, Role::Break),
            Name::A if tag.closing => set(index, link.take().map_or(Role::Nothing, Role::Close)),
            Name::A => {
                tag.ends = link.replace(index);
                set(index, Role::Open(index));
            }
            Name::Inline(which) => {
                let Some(waiting) = waiting.get_mut(which) else {
                    continue;
                };
                if !tag.closing {
                    waiting.push(index);
                } else if let Some(open) = waiting.pop() {
                    set(open, Role::Open(open));
                    set(index, Role::Close(open));
                }
            }
        }
    }
    for (tag, role) in tags.iter_mut().zip(roles) {
        tag.role = role;
    }
    tags
}

/// The tag that starts at a `<`, if it is one that is read.
///
/// A tag holds no second `<`, so that all tries together are linear.
fn tag_at(source: &str, start: usize) -> Option<Tag> {
    let bytes = source.as_bytes();
    let mut at = start + 1;
    let closing = bytes.get(at) == Some(&b'/');
    at += usize::from(closing);
    let name_len = count(bytes, at, |b| b.is_ascii_alphabetic());
    let name = name(part(source, &(at..at + name_len)))?;
    at += name_len;
    let mut href = None;
    loop {
        let gap = count(bytes, at, |b| b.is_ascii_whitespace());
        at += gap;
        match bytes.get(at)? {
            b'>' => break,
            b'/' if bytes.get(at + 1) == Some(&b'>') => at += 1,
            _ if gap > 0 && !closing => {
                let attribute = attribute_at(source, at)?;
                if attribute.is_href {
                    href = href.or(Some(attribute.value));
                }
                at = attribute.end;
            }
            _ => return None,
        }
    }
    Some(Tag {
        start,
        end: at + 1,
        name,
        closing,
        href,
        ends: None,
        role: Role::Text,
    })
}

struct Attribute {
    is_href: bool,
    value: Range<usize>,
    end: usize,
}

/// `name="value"`, `name='value'` or `name=value`; a bare name is taken for prose.
fn attribute_at(source: &str, start: usize) -> Option<Attribute> {
    let bytes = source.as_bytes();
    let name_len = count(bytes, start, |b| {
        b.is_ascii_alphanumeric() || b == b'-' || b == b':'
    });
    let equals = start + name_len;
    if name_len == 0 || bytes.get(equals) != Some(&b'=') {
        return None;
    }
    let is_href = part(source, &(start..equals)).eq_ignore_ascii_case("href");
    let first = equals + 1;
    let (value, end) = if let quote @ (b'"' | b'\'') = *bytes.get(first)? {
        let value = bytes.get(first + 1..)?;
        let last = first + 1 + memchr::memchr2(quote, b'<', value)?;
        if bytes.get(last) == Some(&b'<') {
            return None;
        }
        (first + 1..last, last + 1)
    } else {
        let last = first
            + count(bytes, first, |b| {
                !b.is_ascii_whitespace() && !matches!(b, b'<' | b'>' | b'"' | b'\'')
            });
        (first..last, last)
    };
    Some(Attribute {
        is_href,
        value,
        end,
    })
}

fn name(text: &str) -> Option<Name> {
    if text.is_empty() || text.len() > 6 {
        return None;
    }
    match text.to_ascii_lowercase().as_str() {
        "a" => Some(Name::A),
        "br" => Some(Name::Br),
        "p" => Some(Name::P),
        inline => INLINE
            .iter()
            .position(|(name, _)| *name == inline)
            .map(Name::Inline),
    }
}

/// How many bytes from a place on are accepted, one after the other.
fn count(bytes: &[u8], from: usize, accept: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().position(|b| !accept(*b)).unwrap_or(rest.len())
}
