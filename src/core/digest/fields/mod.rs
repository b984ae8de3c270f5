//! Digests in Markdown whose entries are a head and labelled fields.
//!
//! ```text
//! ### [1] [Title](https://arxiv.org/abs/2603.00001)      # Title                        - **[Title](https://arxiv.org/abs/2603.00001)**
//! *A B,C D*                                              **Authors**: A B, C D            _A B, C D_
//! Main category: cs.CV                                   **Link**: [PDF](https://…)       <details><summary>Abstract</summary>
//! TL;DR: …                                               **Abstract**: …                  …
//! <details> … Abstract: … </details>                     ---                              </details>
//! ```
//!
//! One reader serves all: a head starts an entry, then fields follow until the next head. [`style`]
//! finds in the file's first lines which heads there are, [`head`] cuts one up, [`label`] knows the
//! labels, [`entry`] gathers the fields of one entry and [`close`] makes the paper of them. A
//! heading without a link is a paper's title if a field follows it, and else a heading of the
//! digest's own order ([`context`]).

mod close;
mod context;
mod entry;
mod footnote;
mod head;
mod label;
mod shape;
mod style;

use std::collections::HashMap;
use std::ops::Range;

use self::context::Context;
use self::entry::{Entry, links_alone};
use self::head::Head;
use self::label::{Field, Label};
use self::shape::{Shape, content, italics};
use self::style::{Confirms, Start, Style, bare_link, confirms, is_footnote};
use super::desk::{Dated, Desk, Expected};
use super::escapes::unescape;
use super::fences::Fences;
use super::lines::{Line, part};
use super::markup;
use super::needles::names_arxiv;
use super::parser::{ByLine, Parser, Score, by_line, sample};
use crate::core::text::RichText;

/// How sure the start of a text is of daily-arXiv-ai-enhanced.
pub(super) fn score_enhanced(sample: &str) -> Score {
    let style = Style::of(sample);
    match style.start {
        Start::Enhanced(_) => style.score,
        _ => Score::Nothing,
    }
}

/// How sure the start of a text is of another digest with labelled fields.
pub(super) fn score(sample: &str) -> Score {
    let style = Style::of(sample);
    match style.start {
        Start::Enhanced(_) => Score::Nothing,
        _ => style.score,
    }
}

/// Starts to parse the text on a desk.
pub(super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    let style = Style::of(sample(desk.text));
    if style.abstracts {
        desk.expect(Expected {
            day: Dated::Always,
            summary: true,
            once: false,
        });
    }
    by_line(FieldDigest {
        style,
        context: Context::default(),
        pending: None,
        entry: None,
        last_text: None,
        rows: HashMap::new(),
        fences: Fences::default(),
        ends: false,
    })
}

#[derive(Debug)]
struct FieldDigest {
    style: Style,
    context: Context,
    /// A heading of which the next line tells whether it is a title.
    pending: Option<(Line, Range<usize>)>,
    entry: Option<Entry>,
    /// The text just before, which is no field; a title whose heading is damaged, perhaps.
    last_text: Option<(Line, Range<usize>)>,
    /// What a table before footnotes says of each, by its number.
    rows: HashMap<u32, Range<usize>>,
    fences: Fences,
    /// Whether the last entry had an end that could be seen: a rule or a closing tag.
    ends: bool,
}

impl ByLine for FieldDigest {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let text = desk.text;
        if self.fences.hide(text, line) {
            return;
        }
        let range = content(text, line, self.style.quoted);
        let content = part(text, &range);
        let shape = Shape::of(content);
        if let Some(head) = self.head(content, shape) {
            self.settle(desk);
            self.begin(desk, line, range.start, head);
            return;
        }
        if let Some((first, title)) = self.pending.take() {
            match confirms(content, shape) {
                Confirms::Wait => {
                    self.pending = Some((first, title));
                    return;
                }
                Confirms::Yes => {
                    let head = Head::plain(part(text, &title));
                    self.begin(desk, first, title.start, head);
                }
                Confirms::No if self.is_authors(content) => {
                    let head = Head::plain(part(text, &title));
                    self.begin(desk, first, title.start, head);
                }
                Confirms::No => self.section(desk, title),
            }
        }
        if let Some(entry) = self.entry.as_mut().filter(|entry| entry.in_details()) {
            entry.inside_details(text, line, range, shape, self.style);
            return;
        }
        match shape {
            Shape::Blank => {
                if let Some(entry) = self.entry.as_mut() {
                    entry.blank();
                }
            }
            Shape::Rule => {
                self.last_text = None;
                if let Some(entry) = self.entry.as_mut() {
                    entry.end();
                }
            }
            Shape::Details => {
                self.last_text = None;
                if let Some(entry) = self.entry.as_mut() {
                    entry.tag(text, range);
                }
            }
            Shape::Heading(_) => self.heading(line, range, content),
            Shape::Bullet | Shape::Text => self.text(desk, line, range),
        }
    }

    fn end(&mut self, desk: &mut Desk<'_>, last: Line) {
        self.check_cut(desk, last);
        self.settle(desk);
        self.close(desk);
    }
}

impl FieldDigest {
    /// The head of an entry that needs no confirmation.
    fn head(&self, content: &str, shape: Shape) -> Option<Head> {
        match (self.style.start, shape) {
            (Start::Enhanced(level) | Start::Linked(level), Shape::Heading(this))
                if level == this =>
            {
                Head::linked(content)
            }
            (Start::Bullet, Shape::Bullet) => Head::linked(content).filter(Head::names_arxiv),
            (Start::Footnote, Shape::Text) if is_footnote(content) => Some(footnote::head(content)),
            (Start::Bare, Shape::Text) if bare_link(content).is_some() => {
                Some(Head::plain(content))
            }
            _ => None,
        }
    }

    /// What waits for confirmation is none.
    fn settle(&mut self, desk: &mut Desk<'_>) {
        if let Some((_, title)) = self.pending.take() {
            self.section(desk, title);
        }
    }

    /// A heading of the digest's own order.
    fn section(&mut self, desk: &mut Desk<'_>, heading: Range<usize>) {
        self.close(desk);
        self.context
            .heading(part(desk.text, &heading), self.style.start);
    }

    fn begin(&mut self, desk: &mut Desk<'_>, line: Line, start: usize, head: Head) {
        self.close(desk);
        self.last_text = None;
        let rest = start + head.rest.start..start + head.rest.end;
        let mut entry = Entry::new(line, start, head);
        if self.style.start == Start::Bullet {
            entry.behind_link(desk.text, rest);
        } else if self.style.start == Start::Footnote {
            entry.current = Some(Field::Paragraph);
        }
        self.entry = Some(entry);
    }

    fn heading(&mut self, line: Line, range: Range<usize>, content: &str) {
        self.last_text = None;
        let name = content.trim_start_matches('#');
        // `#### Abstract` under a title is a label.
        match (label::field(name), self.entry.as_mut()) {
            (Some(field), Some(entry)) if !entry.ended => entry.current = Some(field),
            _ => self.pending = Some((line, range)),
        }
    }

    /// Whether a line is the authors' in a digest that sets them in italics.
    fn is_authors(&self, content: &str) -> bool {
        matches!(self.style.start, Start::Enhanced(_)) && italics(content).is_some()
    }

    fn text(&mut self, desk: &mut Desk<'_>, line: Line, range: Range<usize>) {
        let text = desk.text;
        let content = part(text, &range);
        if self.style.start == Start::Footnote {
            if let Some(entry) = self.entry.as_mut() {
                entry.continued(text, line, range, self.style);
            } else if let Some((number, gist)) = footnote::row(content) {
                let gist = range.start + gist.start..range.start + gist.end;
                self.rows.insert(number, gist);
            }
            return;
        }
        if let Some(inside) = content.strip_prefix('>').filter(|_| !self.style.quoted)
            && let Some(entry) = self.entry.as_mut().filter(|entry| !entry.ended)
        {
            let piece = range.end - inside.trim_start().len()..range.end;
            return entry.quotation(text, piece);
        }
        let label = Label::of(content);
        if self.starts_orphan(content, label.as_ref()) {
            self.begin_orphan(desk, line);
        }
        // What stands between labelled links is a title, or a remark on one; what stands between
        // bullets may be the name of a list.
        let ends = match self.style.start {
            Start::Label => label.is_none(),
            Start::Bullet => context::is_remark(content, self.style.start),
            _ => false,
        };
        if let Some(entry) = self.entry.as_mut().filter(|_| ends) {
            entry.end();
        }
        let Some(entry) = self.entry.as_mut().filter(|entry| !entry.ended) else {
            self.outside(desk, line, range, label);
            return;
        };
        if let Some(label) = label.filter(|label| entry.takes(label)) {
            entry.field(text, range.start, &label);
        } else if entry.is_authors(content) {
            entry.push(text, Field::Authors, range.start + 1..range.end - 1);
        } else {
            let links = links_alone(content);
            if links.is_empty() {
                return entry.continued(text, line, range, self.style);
            }
            for (field, address) in links {
                let place = range.start + address.start..range.start + address.end;
                entry.push(text, field, place);
            }
            entry.current = None;
        }
    }

    /// Whether a field belongs to an entry of its own, because the head of that is damaged or is
    /// none.
    fn starts_orphan(&self, content: &str, label: Option<&Label>) -> bool {
        let field = label.and_then(|label| label.field);
        let open = self.entry.as_ref().filter(|entry| !entry.ended);
        match (field, open) {
            (Some(Field::Authors | Field::Title), Some(entry)) => {
                entry.current != Some(Field::Abstract)
                    && field.is_some_and(|field| entry.has(field))
            }
            (Some(Field::Link), Some(entry)) => entry.is_of_another_paper(content),
            (_, Some(_)) => false,
            (Some(Field::Authors | Field::Title), None) => true,
            (Some(Field::Link), None) => names_arxiv(content),
            (Some(Field::Gist | Field::Category | Field::Abstract), None) => {
                matches!(self.style.start, Start::Enhanced(_))
            }
            (_, None) => self.is_authors(content),
        }
    }

    fn begin_orphan(&mut self, desk: &mut Desk<'_>, line: Line) {
        let nothing = (line, line.start..line.start);
        let (first, place) = self.last_text.take().unwrap_or(nothing);
        let title = part(desk.text, &place);
        // Something may stand before what is left of a head.
        let brackets = title.match_indices('[').take(3);
        let linked = brackets
            .map(|(at, _)| at)
            .find_map(|at| Some((at, Head::linked(title.get(at..)?)?)));
        let (at, head) = linked.unwrap_or_else(|| (0, Head::plain(title)));
        self.begin(desk, first, place.start + at, head);
    }

    /// A line outside of all entries.
    fn outside(
        &mut self,
        desk: &mut Desk<'_>,
        line: Line,
        range: Range<usize>,
        label: Option<Label>,
    ) {
        let content = part(desk.text, &range);
        let title = self.last_text.take();
        match label.and_then(|label| Some((label.field?, label.value))) {
            Some((Field::Updated, value)) => self.context.updated(part(content, &value)),
            None if context::is_remark(content, self.style.start) => {
                self.close(desk);
                self.context.remark(content);
            }
            // A translation stands between a title and what tells that it is one.
            Some((Field::Other, _)) => self.last_text = title,
            Some(_) => {}
            None => self.last_text = Some((line, range)),
        }
    }
}

/// The text of a field, as the format escapes it, read as arXiv marks it up.
fn read(source: &str, escaped: bool) -> RichText {
    if escaped {
        markup::read(&unescape(source))
    } else {
        markup::read(source)
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests;
