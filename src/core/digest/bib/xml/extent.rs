//! Where the records of a text of XML start and end. Their elements are read one record at a time:
//! what is damaged in one does not reach the next.

use crate::core::digest::needles::{Next, find_from};

/// What says nothing of elements: comments and sections of text.
const HIDDEN: [(&str, &str); 2] = [("<!--", "-->"), ("<![CDATA[", "]]>")];

/// Where the ends of what is hidden stand. A record asks for them where one starts: without a
/// memory each would look through the rest of the text.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    ends: [Next; HIDDEN.len()],
}

/// A tag as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tag<'t> {
    /// Where it starts.
    pub(super) at: usize,
    /// The place behind it.
    pub(super) end: usize,
    /// What stands between its brackets, without a slash.
    pub(super) inner: &'t str,
    /// Which tag it is.
    pub(super) kind: Kind,
}

/// See [`Tag`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It starts an element.
    Start,
    /// It ends one.
    End,
    /// It is one.
    Empty,
}

impl<'t> Tag<'t> {
    /// The element's name with its prefix.
    pub(super) fn full_name(self) -> &'t str {
        let end = self.inner.find(|c: char| c.is_whitespace());
        self.inner
            .get(..end.unwrap_or(self.inner.len()))
            .unwrap_or_default()
    }

    /// The element's name without its prefix.
    pub(super) fn name(self) -> &'t str {
        let name = self.full_name();
        name.rsplit_once(':').map_or(name, |(_, name)| name)
    }
}

impl Ahead {
    /// The next tag at or after a place.
    pub(super) fn tag<'t>(&mut self, text: &'t str, from: usize) -> Option<Tag<'t>> {
        let bytes = text.as_bytes();
        let mut from = from;
        loop {
            let at = from + memchr::memchr(b'<', bytes.get(from..)?)?;
            let rest = text.get(at..)?;
            from = at + 1;
            if rest.starts_with("<!") || rest.starts_with("<?") {
                for (next, (opens, closes)) in self.ends.iter_mut().zip(HIDDEN) {
                    // What is not closed hides nothing.
                    if rest.starts_with(opens)
                        && let Some(end) =
                            next.at_or_after(from, |from| find_from(text, from, closes))
                    {
                        from = end;
                    }
                }
                continue;
            }
            // A bracket that another follows starts no tag.
            let inside = rest.get(1..)?;
            let end = memchr::memchr2(b'<', b'>', inside.as_bytes())?;
            let Some(inner) = inside
                .get(..end)
                .filter(|_| inside.as_bytes().get(end) == Some(&b'>'))
            else {
                continue;
            };
            let (inner, kind) = match (inner.strip_prefix('/'), inner.strip_suffix('/')) {
                (Some(inner), _) => (inner, Kind::End),
                (None, Some(inner)) => (inner, Kind::Empty),
                (None, None) => (inner, Kind::Start),
            };
            if !inner.starts_with(|c: char| c.is_alphabetic() || c == '_') {
                continue;
            }
            return Some(Tag {
                at,
                end: at + 1 + end + 1,
                inner,
                kind,
            });
        }
    }

    /// Where the element ends that starts with this tag, and whether its end tag stands there. An
    /// element whose end is missing ends where the next record begins.
    pub(super) fn extent(
        &mut self,
        text: &str,
        start: Tag<'_>,
        begins: impl Fn(Tag<'_>, u32) -> bool,
    ) -> (usize, bool) {
        if start.kind == Kind::Empty {
            return (start.end, true);
        }
        // Tags that nothing ends or starts may stand in a text, so that the element's own name
        // alone is counted.
        let (mut depth, mut own) = (1_u32, 1_u32);
        let mut from = start.end;
        while let Some(tag) = self.tag(text, from) {
            from = tag.end;
            let is_own = u32::from(tag.full_name() == start.full_name());
            match tag.kind {
                Kind::Start if begins(tag, depth) => return (tag.at, false),
                Kind::Start => (depth, own) = (depth + 1, own + is_own),
                Kind::End => (depth, own) = (depth.saturating_sub(1).max(1), own - is_own),
                Kind::Empty => {}
            }
            if own == 0 {
                return (tag.end, true);
            }
        }
        (text.len(), false)
    }
}

/// The first tag of a text, which starts the element around all others.
pub(super) fn root(text: &str) -> Option<Tag<'_>> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if !start.starts_with('<') {
        return None;
    }
    let mut ahead = Ahead::default();
    let mut tag = ahead.tag(text, text.len() - start.len());
    // What a document type declares of itself is no element.
    if let Some(found) = tag
        && let Some(before) = text.get(..found.at)
        && before.contains("<!DOCTYPE")
        && before.rfind('[') > before.rfind("]>")
        && let Some(end) = find_from(text, found.at, "]>")
    {
        tag = ahead.tag(text, end);
    }
    tag.filter(|tag| tag.kind != Kind::End)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, closed: bool) {
        let mut ahead = Ahead::default();
        let start = root(text).unwrap();
        let (end, is_closed) = ahead.extent(text, start, |tag, _| tag.name() == "r");
        assert_eq!(
            (text.get(start.at..end).unwrap(), is_closed),
            (expected, closed)
        );
    }

    #[test]
    fn records_end_at_their_end_or_where_the_next_begins() {
        check("<r><a>x</a></r><r/>", "<r><a>x</a></r>", true);
        check("<r><a>x</r><r/>", "<r><a>x</r>", true);
        check("<r>x</i></b></r><r/>", "<r>x</i></b></r>", true);
        check("<r><a>x</a> <r>y</r>", "<r><a>x</a> ", false);
        check(
            "<r><!-- </r> --><![CDATA[</r>]]></r>",
            "<r><!-- </r> --><![CDATA[</r>]]></r>",
            true,
        );
        check("<r>a < b <c> <!-- x</r>", "<r>a < b <c> <!-- x</r>", true);
        check("<r/>", "<r/>", true);
        check("<?xml?><!-- <x> --><p:r><r>", "<p:r>", false);
    }
}
