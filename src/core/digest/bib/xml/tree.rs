//! A record of XML as a tree of its elements, in a list: the depth of nesting is only counted.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// So many elements of a record are kept; lists of authors have a few thousand, each with names,
/// places and numbers of its own.
pub(super) const MOST: usize = 96 * 1024;

/// So far out is looked for the element that an end tag ends.
const NEAR: usize = 8;

/// Elements of running text: whatever stands inside of them is a part of it.
const TEXTS: [&str; 15] = [
    "ArticleTitle",
    "VernacularTitle",
    "AbstractText",
    "BookTitle",
    "CollectiveName",
    "title",
    "subtitle",
    "article-title",
    "trans-title",
    "p",
    "booktitle",
    "collab",
    "description",
    "subTitle",
    "value",
];

/// Elements that look and say nothing else, wherever they stand.
const LOOKS: [&str; 2] = ["style", "sub-style"];

/// Tags of running text, and those that are read in its place.
const INLINE: [(&str, &str); 11] = [
    ("i", "i"),
    ("italic", "i"),
    ("em", "i"),
    ("emph", "i"),
    ("b", "b"),
    ("bold", "b"),
    ("strong", "b"),
    ("sub", "sub"),
    ("sup", "sup"),
    ("inf", "sub"),
    ("tt", "tt"),
];

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without the prefix of its namespace.
    name: String,
    attributes: Vec<(String, String)>,
    /// The text in it and in what is a part of it, as markup.
    text: String,
    /// The index of the element around it; its own for the first.
    parent: usize,
    /// The index behind the last element in it.
    end: usize,
}

/// The elements of a record in the order of their starts.
#[derive(Debug, Default)]
pub(super) struct Tree {
    list: Vec<Element>,
    /// The place, in bytes, at which the XML breaks off.
    pub(super) broken: Option<usize>,
    /// The place behind the first element that was left out because there are too many.
    pub(super) left_out: Option<usize>,
}

/// An element in its tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'t> {
    tree: &'t Tree,
    index: usize,
    element: &'t Element,
}

impl<'t> Node<'t> {
    /// Its name without the prefix of its namespace.
    pub(super) fn name(self) -> &'t str {
        &self.element.name
    }

    /// Its text as markup, without white space around.
    pub(super) fn text(self) -> &'t str {
        self.element.text.trim()
    }

    /// The value of an attribute, or nothing.
    pub(super) fn attribute(self, name: &str) -> &'t str {
        let mut all = self.element.attributes.iter();
        let found = all.find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// The element around it.
    fn parent(self) -> Option<Self> {
        let index = self.element.parent;
        (index < self.index)
            .then(|| self.tree.node(index))
            .flatten()
    }

    /// Whether the path ends here: its own name last, that of the element around before.
    fn is_at(self, path: &str) -> bool {
        let mut at = Some(self);
        path.rsplit('/').all(|name| {
            let fits = at.is_some_and(|node| node.name() == name);
            at = at.and_then(Node::parent);
            fits
        })
    }

    /// The elements inside at a path such as `authors/author`, in their order; none is inside of
    /// another, so that to look into each of them costs no more than to look into all.
    pub(super) fn all<'p>(self, path: &'p str) -> impl Iterator<Item = Node<'t>> + use<'t, 'p> {
        let mut index = self.index + 1;
        let end = self.element.end;
        std::iter::from_fn(move || {
            while index < end {
                let node = self.tree.node(index)?;
                if node.is_at(path) {
                    index = node.element.end.max(index + 1);
                    return Some(node);
                }
                index += 1;
            }
            None
        })
    }

    /// The first of them.
    pub(super) fn first(self, path: &str) -> Option<Self> {
        self.all(path).next()
    }

    /// The text of the first of some paths that has any.
    pub(super) fn text_of(self, paths: &[&str]) -> &'t str {
        let mut texts = paths.iter().flat_map(|path| self.all(path).map(Node::text));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The texts of all elements at a path that have any.
    pub(super) fn texts_of<'p>(self, path: &'p str) -> impl Iterator<Item = &'t str> + use<'t, 'p> {
        self.all(path)
            .map(Node::text)
            .filter(|text| !text.is_empty())
    }

    /// All elements inside that have a text, in their order.
    pub(super) fn inside(self) -> impl Iterator<Item = Node<'t>> + use<'t> {
        let inside = self.index + 1..self.element.end;
        let nodes = inside.filter_map(move |index| self.tree.node(index));
        nodes.filter(|node| !node.text().is_empty())
    }
}

impl Tree {
    fn node(&self, index: usize) -> Option<Node<'_>> {
        let element = self.list.get(index)?;
        Some(Node {
            tree: self,
            index,
            element,
        })
    }

    /// The record's own element.
    pub(super) fn root(&self) -> Option<Node<'_>> {
        self.node(0)
    }
}

/// What is being read.
struct Maker {
    tree: Tree,
    /// Whether what texts say is no markup but that of their elements.
    escapes: bool,
    /// The indices of the open elements, innermost last.
    open: Vec<usize>,
    /// The tags of running text that are open: their names, and as what they are read; that is
    /// empty for those of no meaning.
    inline: Vec<(String, &'static str)>,
    /// How many elements are open that were left out.
    lost: usize,
}

/// Reads a record from its start tag on. Never fails: what cannot be read ends it.
///
/// With `escapes`, texts are plain where elements do not say otherwise; without, they are markup
/// themselves, as abstracts of arXiv are. Entities other than those of XML itself stay as they are,
/// so none can grow.
pub(super) fn read(source: &str, escapes: bool) -> Tree {
    let mut reader = Reader::from_str(source);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    let mut made = Maker {
        tree: Tree::default(),
        escapes,
        open: Vec::new(),
        inline: Vec::new(),
        lost: 0,
    };
    loop {
        let Ok(event) = reader.read_event() else {
            made.tree.broken = usize::try_from(reader.error_position()).ok();
            break;
        };
        match event {
            Event::Start(tag) => made.start(&tag, reader.buffer_position()),
            Event::End(tag) => {
                made.end(tag.local_name().as_ref());
                if made.open.is_empty() {
                    break;
                }
            }
            Event::Empty(tag) => {
                made.start(&tag, reader.buffer_position());
                made.end(tag.local_name().as_ref());
                if made.open.is_empty() {
                    break;
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Text(text) => made.text(&text),
            Event::CData(text) => made.text(&text),
            Event::GeneralRef(name) => match (name.resolve_char_ref(), name.as_ref()) {
                (Ok(Some(c)), _) => made.text(c.encode_utf8(&mut [0; 4])),
                (_, "lt") => made.text("<"),
                (_, "gt") => made.text(">"),
                (_, "amp") => made.text("&"),
                (_, "quot") => made.text("\""),
                (_, "apos") => made.text("'"),
                (_, other) => {
                    for part in ["&", other, ";"] {
                        made.push(part);
                    }
                }
            },
            Event::Eof => break,
        }
    }
    made.inline.clear();
    made.close(made.open.len());
    made.tree
}

impl Maker {
    fn start(&mut self, tag: &BytesStart<'_>, at: u64) {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.lost > 0 {
            self.lost += 1;
            return;
        }
        let in_text = self.open.last().and_then(|open| self.tree.list.get(*open));
        let in_text = in_text.is_some_and(|open| TEXTS.contains(&open.name.as_str()));
        let is_inline = !self.inline.is_empty() || in_text || LOOKS.contains(&name);
        let count = if is_inline {
            self.inline.len()
        } else {
            self.tree.list.len()
        };
        if count >= MOST {
            if self.tree.left_out.is_none() {
                self.tree.left_out = usize::try_from(at).ok();
            }
            self.lost = 1;
            return;
        }
        if is_inline {
            let known = INLINE.iter().find(|(known, _)| *known == name);
            let read = known.map_or("", |(_, read)| read);
            self.inline.push((name.to_owned(), read));
            self.tag("<", read);
            if matches!(name, "br" | "p" | "break") {
                self.push("<br>");
            }
            return;
        }
        let mut attributes = tag.attributes();
        let attributes = attributes.with_checks(false).flatten().take(16).map(|one| {
            let name = one.key.local_name();
            (name.as_ref().to_owned(), unescaped(&one.value))
        });
        let index = self.tree.list.len();
        self.tree.list.push(Element {
            name: name.to_owned(),
            attributes: attributes.collect(),
            text: String::new(),
            parent: self.open.last().copied().unwrap_or(index),
            end: index + 1,
        });
        self.open.push(index);
    }

    /// An end tag. One that nothing has started ends nothing, and the end of an element ends what
    /// is open in it.
    fn end(&mut self, name: &str) {
        if self.lost > 0 {
            self.lost -= 1;
            return;
        }
        let is_open = |open: &usize| self.tree.list.get(*open).is_some_and(|e| e.name == name);
        let is_innermost = self.open.last().is_some_and(is_open);
        match self.inline.last() {
            Some((inline, _)) if inline == name || !is_innermost => {
                if let Some((_, read)) = self.inline.pop() {
                    self.tag("</", read);
                }
            }
            _ => {
                let near = self.open.iter().rev().take(NEAR).position(is_open);
                self.inline.clear();
                self.close(near.map_or(0, |above| above + 1));
            }
        }
    }

    /// Ends so many of the open elements.
    fn close(&mut self, count: usize) {
        let end = self.tree.list.len();
        for _ in 0..count {
            let index = self.open.pop();
            if let Some(element) = index.and_then(|index| self.tree.list.get_mut(index)) {
                element.end = end;
            }
        }
    }

    fn tag(&mut self, start: &str, name: &str) {
        if !name.is_empty() {
            for part in [start, name, ">"] {
                self.push(part);
            }
        }
    }

    fn text(&mut self, text: &str) {
        if !self.escapes {
            return self.push(text);
        }
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<']) {
            let (before, after) = rest.split_at(at);
            self.push(before);
            let is_amp = after.starts_with('&');
            self.push(if is_amp { "&amp;" } else { "&lt;" });
            rest = after.get(1..).unwrap_or_default();
        }
        self.push(rest);
    }

    fn push(&mut self, text: &str) {
        if self.lost > 0 {
            return;
        }
        let open = self.open.last().copied();
        if let Some(element) = open.and_then(|open| self.tree.list.get_mut(open)) {
            element.text.push_str(text);
        }
    }
}

/// The value of an attribute; entities other than those of XML itself stay as they are.
fn unescaped(value: &str) -> String {
    if !value.contains('&') {
        return value.to_owned();
    }
    let known = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    let value = value.to_owned();
    known
        .iter()
        .fold(value, |value, (from, to)| value.replace(from, to))
}
