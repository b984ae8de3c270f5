//! One entry while its lines are read.

use std::ops::Range;

use super::head::Head;
use super::label::{self, Field, Label};
use super::shape::{Shape, italics, trimmed};
use super::style::{Start, Style};
use crate::core::address::Address;
use crate::core::digest::address::{Target, end_of_links, find_id, links, target};
use crate::core::digest::lines::{Line, part};
use crate::core::digest::markup::begins_paragraph;
use crate::core::digest::needles::has_link;
use crate::core::paper::ArxivId;

/// An entry and what was found of it so far.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its first line.
    pub(super) line: Line,
    /// Where its title stands in the text.
    pub(super) title: Range<usize>,
    /// Its number.
    pub(super) number: Option<u32>,
    /// Where its head links to.
    pub(super) target: Target,
    /// Whether that link is closed.
    pub(super) closed: bool,
    /// The lines of its fields in their order; an empty one is a blank line.
    pub(super) pieces: Vec<(Field, Range<usize>)>,
    /// The field that the next line may continue.
    pub(super) current: Option<Field>,
    /// Whether a rule or the end of its abstract's `<details>` was seen.
    pub(super) ended: bool,
    /// The fields that were seen, a bit for each.
    seen: u32,
    /// The id that its link fields name.
    pub(super) linked_id: Option<(ArxivId, Option<u16>)>,
    /// How many `<details>` are open.
    details: u32,
    /// Whether what is inside is not read.
    opaque: bool,
}

impl Entry {
    /// An entry that starts with this head; the line's text starts at this place.
    pub(super) fn new(line: Line, start: usize, head: Head) -> Self {
        Self {
            line,
            title: start + head.title.start..start + head.title.end,
            number: head.number,
            target: head.target,
            closed: head.closed,
            pieces: Vec::new(),
            current: None,
            ended: false,
            seen: 0,
            linked_id: None,
            details: 0,
            opaque: false,
        }
    }

    /// Whether a `<details>` is open.
    pub(super) fn in_details(&self) -> bool {
        self.details > 0
    }

    /// Whether a field was seen.
    pub(super) fn has(&self, field: Field) -> bool {
        self.seen & (1 << field as u32) != 0
    }

    /// A line of a field, unless nothing stands there.
    pub(super) fn push(&mut self, text: &str, field: Field, piece: Range<usize>) {
        if piece.is_empty() {
            return;
        }
        self.seen |= 1 << field as u32;
        if field == Field::Link && self.linked_id.is_none() {
            let value = part(text, &piece);
            let first_word = || find_id(value.split_whitespace().next()?);
            self.linked_id = find_id(value).or_else(first_word);
        }
        self.pieces.push((field, piece));
    }

    /// Nothing more belongs to it but fields that say so.
    pub(super) fn end(&mut self) {
        self.ended = true;
        self.current = None;
    }

    /// A blank line.
    pub(super) fn blank(&mut self) {
        if let Some(field) = self.current
            && self
                .pieces
                .last()
                .is_some_and(|(last, piece)| *last == field && !piece.is_empty())
        {
            self.pieces.push((field, 0..0));
        }
    }

    /// Whether a label starts a field here: in an abstract only if it is set apart from running
    /// text.
    pub(super) fn takes(&self, label: &Label) -> bool {
        match (self.current, label.field) {
            (Some(Field::Abstract), field) => field.is_some() && label.strong,
            (_, Some(_)) => true,
            (Some(_), None) => label.strong,
            (None, None) => false,
        }
    }

    /// A labelled field; the line starts at this place of the text.
    pub(super) fn field(&mut self, text: &str, start: usize, label: &Label) {
        let place = start + label.value.start..start + label.value.end;
        // Whatever a field is called, a repository's address is the code's.
        let code = is_repository(part(text, &place));
        let field = match label.field {
            Some(Field::Other) | None if code => Field::Code,
            field => field.unwrap_or(Field::Other),
        };
        self.current = Some(field);
        if field != Field::Other {
            self.push(text, field, place);
        }
    }

    /// Whether a line is the authors' in italics.
    pub(super) fn is_authors(&self, content: &str) -> bool {
        self.current.is_none() && italics(content).is_some() && !self.has(Field::Authors)
    }

    /// Whether a link leads to another paper than the entry's.
    pub(super) fn is_of_another_paper(&self, content: &str) -> bool {
        let own = match &self.target {
            Target::Arxiv(own, _) => Some(own),
            _ => self.linked_id.as_ref().map(|(own, _)| own),
        };
        let other = || find_id(content).is_some_and(|(id, _)| own.is_some_and(|own| id != *own));
        self.current != Some(Field::Abstract) && other()
    }

    /// A line that continues a field, if one is open.
    pub(super) fn continued(&mut self, text: &str, line: Line, range: Range<usize>, style: Style) {
        let Some(field) = self.current.filter(|field| *field != Field::Other) else {
            return;
        };
        let in_abstract = matches!(style.start, Start::Enhanced(_)) && field == Field::Abstract;
        let before = self.pieces.last().map(|(_, piece)| part(text, piece));
        if in_abstract && begins_paragraph(before.unwrap_or_default(), line.text(text)) {
            self.blank();
        }
        self.push(text, field, range);
    }

    /// A line of a quotation, which goes on with a field or is the abstract.
    pub(super) fn quotation(&mut self, text: &str, piece: Range<usize>) {
        let label = Label::of(part(text, &piece)).filter(|label| label.field.is_some());
        if let Some(label) = label.filter(|label| self.takes(label)) {
            return self.field(text, piece.start, &label);
        }
        if piece.is_empty() {
            return self.blank();
        }
        match self.current {
            Some(Field::Other) => {}
            Some(field) => self.push(text, field, piece),
            None if self.has(Field::Abstract) => {}
            None => {
                self.current = Some(Field::Abstract);
                self.push(text, Field::Abstract, piece);
            }
        }
    }

    /// What stands on a bullet's line behind the title: categories in code marks, or remarks.
    pub(super) fn behind_link(&mut self, text: &str, rest: Range<usize>) {
        let content = part(text, &rest);
        if content.starts_with('`') {
            self.push(text, Field::Category, rest);
            return;
        }
        let mut done = 0;
        for link in links(content).iter().filter(|link| !link.label.is_empty()) {
            if label::field(part(content, &link.label)) == Some(Field::Code) {
                let at = |place: usize| rest.start + place;
                self.push(
                    text,
                    Field::Gist,
                    trimmed(text, at(done)..at(link.whole.start)),
                );
                self.push(
                    text,
                    Field::Code,
                    at(link.address.start)..at(link.address.end),
                );
                done = link.whole.end;
            }
        }
        self.push(
            text,
            Field::Gist,
            trimmed(text, rest.start + done..rest.end),
        );
        self.current = Some(Field::Gist);
    }

    /// A line inside of `<details>`.
    pub(super) fn inside_details(
        &mut self,
        text: &str,
        line: Line,
        range: Range<usize>,
        shape: Shape,
        style: Style,
    ) {
        if shape == Shape::Details {
            return self.tag(text, range);
        }
        if self.opaque {
            return;
        }
        if shape == Shape::Blank {
            return self.blank();
        }
        let content = part(text, &range);
        let (before, closes) = match content.strip_suffix("</details>") {
            Some(before) => (before, true),
            None => (content, false),
        };
        let piece = trimmed(text, range.start..range.start + before.len());
        let content = part(text, &piece);
        let label = Label::of(content).filter(|label| label.field.is_some());
        match label.filter(|_| self.current != Some(Field::Abstract)) {
            Some(label) => self.field(text, piece.start, &label),
            None if !piece.is_empty() => self.continued(text, line, piece, style),
            None => {}
        }
        if closes {
            self.close_details();
        }
    }

    /// A line that starts with `<details>`, `<summary>` or `</details>`.
    pub(super) fn tag(&mut self, text: &str, range: Range<usize>) {
        let content = part(text, &range);
        let mut rest = content;
        if let Some(after) = rest.strip_prefix("</details>") {
            if self.in_details() {
                self.close_details();
            }
            rest = after.trim_start();
        } else if rest.starts_with("<details")
            && let Some((_, after)) = rest.split_once('>')
        {
            // What is folded away belongs to the field before it no more.
            self.details += 1;
            self.opaque |= self.details > 1;
            self.current = None;
            rest = after.trim_start();
        }
        if let Some(after) = rest.strip_prefix("<summary>") {
            let (name, after) = after.split_once("</summary>").unwrap_or((after, ""));
            let field = label::field(name);
            self.current = field.filter(|field| *field != Field::Other);
            self.opaque |= self.in_details() && field.is_none();
            rest = after.trim_start();
        }
        let (piece, closes) = match rest.strip_suffix("</details>") {
            Some(piece) => (piece, self.in_details()),
            None => (rest, false),
        };
        if let Some(field) = self.current
            && !self.opaque
            && !piece.is_empty()
        {
            let start = range.end - rest.len();
            self.push(text, field, trimmed(text, start..start + piece.len()));
        }
        if closes {
            self.close_details();
        }
    }

    fn close_details(&mut self) {
        self.details = self.details.saturating_sub(1);
        if self.details == 0 {
            self.opaque = false;
            self.current = None;
            self.ended |= self.has(Field::Abstract);
        }
    }
}

/// The links of a line that is nothing but links, the paper's and its code's; none where it is
/// more.
pub(super) fn links_alone(content: &str) -> Vec<(Field, Range<usize>)> {
    if content.starts_with(char::is_alphanumeric) || !has_link(content) {
        return Vec::new();
    }
    let links = links(content);
    let start = links.first().map_or(0, |link| link.whole.start);
    let end = end_of_links(content, &links);
    let around = [&(0..start), &(end..content.len())].map(|place| part(content, place));
    if around
        .iter()
        .any(|text| text.contains(char::is_alphanumeric))
    {
        return Vec::new();
    }
    let fields = links.iter().filter_map(|link| {
        let address = part(content, &link.address);
        let field = match target(address) {
            Target::Arxiv(..) => Field::Link,
            _ if is_repository(address) => Field::Code,
            _ => return None,
        };
        Some((field, link.address.clone()))
    });
    fields.collect()
}

/// Whether an address is that of a repository of code.
fn is_repository(address: &str) -> bool {
    Address::parse(address)
        .is_some_and(|address| ["github.com", "gitlab.com"].contains(&address.site()))
}
