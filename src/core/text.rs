//! Rich text: what a digest's title, abstract or comment says, and what its markup meant.
//!
//! [`RichText`] keeps the text as a reader sees it and, beside it, spans that say which part of it
//! is a link, math or emphasis. Whoever searches looks at the plain text; whoever draws cuts it at
//! the spans ([`RichText::runs`]).

mod tidy;
mod web;

use serde::{Deserialize, Serialize};

pub use self::tidy::{is_tidy, tidy};
pub use self::web::{behind_scheme, checked_href, is_web};

/// A range of bytes of some text, on character borders.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`. Texts above 4 GiB do not occur: files are cut below that.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            start: narrow(start),
            end: narrow(end),
        }
    }

    /// The span as a range to slice with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The number of bytes.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// What of it lies in another span, counted from where that starts; empty where nothing does.
    pub fn within(self, other: Self) -> Self {
        let place = |at: u32| at.clamp(other.start, other.end.max(other.start)) - other.start;
        Self {
            start: place(self.start),
            end: place(self.end),
        }
    }

    /// Whether two spans share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// How deep styles nest in what is drawn: whoever draws recurses so deep, and each piece of a text
/// names all styles it stands in. Nobody sees a difference beyond three.
pub const MAX_NESTING: usize = 16;

/// Text as a reader sees it, with what its markup meant.
///
/// Invariants: styles are sorted by start, lie inside the text on character borders, and nest or
/// are apart, never cross.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichText {
    /// The text: entities decoded, markup removed, LaTeX emphasis and escapes reduced to their
    /// text, a paragraph's end as `\n`, a link as its label, math as its source between dollar
    /// signs.
    pub plain: String,
    /// What parts of the text are.
    pub styles: Vec<Styled>,
}

/// A part of a [`RichText`] and what it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Styled {
    /// The part.
    pub span: Span,
    /// What it is.
    pub style: Style,
}

/// What a part of a text is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// A link to this address, which is as [`checked_href`] wants it.
    Link(String),
    /// Math with its delimiters; `display` when it stands on its own (`$$…$$`, `\[…\]`).
    Math {
        /// On a line of its own.
        display: bool,
    },
    /// Emphasis (`\emph`, `\textit`, `{\em …}`).
    Emphasis,
    /// Strong emphasis (`\textbf`).
    Strong,
    /// Code (`\texttt`).
    Code,
}

/// A link with the label it stands under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The label, as the reader sees it.
    pub label: String,
}

/// What became of a stretch of words from one version of a text to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeKind {
    /// It stands in both.
    Same,
    /// It stands in the older one only.
    Removed,
    /// It stands in the newer one only.
    Added,
}

/// A part of a text marked by something outside of it: a match of the query, the evidence of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mark {
    /// The part.
    pub span: Span,
    /// Which term of the query it matches, from 0; decides its colour.
    pub term: u16,
}

/// A piece of a text within which neither style nor mark changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run<'t> {
    /// The piece of the plain text.
    pub text: &'t str,
    /// Where it starts in the plain text, in bytes.
    pub start: usize,
    /// The indices of the styles that cover it, outermost first.
    pub styles: Vec<usize>,
    /// The term of the mark that covers it.
    pub mark: Option<u16>,
}

impl RichText {
    /// Text without any markup.
    pub fn from_plain(plain: impl Into<String>) -> Self {
        Self {
            plain: plain.into(),
            styles: Vec::new(),
        }
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// The links in reading order, each as its address and its label.
    pub fn addresses(&self) -> impl Iterator<Item = (&str, &str)> {
        self.styles.iter().filter_map(|styled| match &styled.style {
            Style::Link(href) => {
                let label = self.plain.get(styled.span.range());
                Some((href.as_str(), label.unwrap_or_default()))
            }
            _ => None,
        })
    }

    /// The links in reading order.
    pub fn links(&self) -> impl Iterator<Item = Link> + '_ {
        self.addresses().map(|(href, label)| Link {
            href: href.to_owned(),
            label: label.to_owned(),
        })
    }

    /// A part of the text with the styles in it; empty where there is no such part.
    pub fn part(&self, part: Span) -> Self {
        let inside = self
            .styles
            .iter()
            .take_while(|styled| styled.span.start < part.end);
        let styles = inside
            .filter(|styled| styled.span.overlaps(part))
            .map(|styled| Styled {
                span: styled.span.within(part),
                style: styled.style.clone(),
            });
        Self {
            plain: self.plain.get(part.range()).unwrap_or_default().to_owned(),
            styles: styles.collect(),
        }
    }

    /// The parts that math and the labels of links are, which nobody likes to see cut; in their
    /// order and apart.
    pub fn atoms(&self) -> Vec<Span> {
        let is_atom =
            |styled: &&Styled| matches!(styled.style, Style::Math { .. } | Style::Link(_));
        joined(
            self.styles
                .iter()
                .filter(is_atom)
                .map(|styled| styled.span)
                .collect(),
        )
    }

    /// The text cut at every border of a style or a mark, so that each piece can be drawn in one
    /// way.
    ///
    /// Math is never cut: a mark inside it covers it whole. Of marks that overlap the first counts.
    /// Spans that do not fit the text or stand in no order are left out, and so are styles within
    /// [`MAX_NESTING`] others.
    ///
    /// One sweep over the borders, in time linear in the number of spans.
    pub fn runs<'t>(&'t self, marks: &[Mark]) -> Vec<Run<'t>> {
        let plain = self.plain.as_str();
        let whole = Span::new(0, plain.len());
        if whole.is_empty() {
            return Vec::new();
        }
        let fits = |span: Span| !span.is_empty() && plain.get(span.range()).is_some();
        let spans = self.styles.iter().map(|styled| styled.span).zip(0..);
        let spans = spans.filter(|(span, _)| fits(*span));
        let is_math = |at: usize| matches!(self.styles[at].style, Style::Math { .. });
        let math = spans.clone().filter(|(_, at)| is_math(*at));
        let atoms = joined(math.map(|(span, _)| span).collect());

        let mut styles: Vec<(Span, usize)> = widened(spans, &atoms);
        keep_ascending(&mut styles, |(span, _)| span.start);
        let marked = marks.iter().map(|mark| (mark.span, mark.term));
        let mut marks: Vec<(Span, u16)> = widened(marked.filter(|(span, _)| fits(*span)), &atoms);
        keep_ascending(&mut marks, |(span, _)| span.start);

        let (mut next_style, mut next_mark) = (0, 0);
        let mut open: Vec<(Span, usize)> = Vec::new();
        let mut runs = Vec::new();
        let mut start = 0;
        while start < whole.end {
            open.retain(|(span, _)| span.end > start);
            while let Some(style) = styles.get(next_style).filter(|(s, _)| s.start <= start) {
                if open.len() < MAX_NESTING {
                    open.push(*style);
                }
                next_style += 1;
            }
            while marks
                .get(next_mark)
                .is_some_and(|(span, _)| span.end <= start)
            {
                next_mark += 1;
            }
            let mut end = whole.end;
            if let Some((next, _)) = styles.get(next_style) {
                end = end.min(next.start);
            }
            for (span, _) in &open {
                end = end.min(span.end);
            }
            let mut mark = None;
            if let Some((span, term)) = marks.get(next_mark) {
                if span.start <= start {
                    mark = Some(*term);
                    end = end.min(span.end);
                } else {
                    end = end.min(span.start);
                }
            }
            let piece = Span { start, end };
            if let Some(text) = plain.get(piece.range()) {
                runs.push(Run {
                    text,
                    start: start as usize,
                    styles: open.iter().map(|(_, at)| *at).collect(),
                    mark,
                });
            }
            start = end;
        }
        runs
    }
}

/// Spans that share a byte joined to one, in their order.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    keep_ascending(&mut spans, |span| span.start);
    spans.dedup_by(|next, last| {
        let is_part = next.start < last.end;
        if is_part {
            last.end = last.end.max(next.end);
        }
        is_part
    });
    spans
}

/// Spans with what belongs to them, each so wide that neither of its ends lies within an atom.
/// Atoms are sorted and apart.
fn widened<T>(spans: impl Iterator<Item = (Span, T)>, atoms: &[Span]) -> Vec<(Span, T)> {
    let around = |at: u32| {
        let place = atoms.partition_point(|atom| atom.end <= at);
        atoms.get(place).filter(|atom| atom.start < at)
    };
    let wide = |span: Span| Span {
        start: around(span.start).map_or(span.start, |atom| atom.start),
        end: around(span.end).map_or(span.end, |atom| atom.end),
    };
    spans.map(|(span, of)| (wide(span), of)).collect()
}

/// Leaves out what starts before something in front of it.
fn keep_ascending<T>(spans: &mut Vec<T>, start: impl Fn(&T) -> u32) {
    let mut last = 0;
    spans.retain(|span| {
        let ascends = start(span) >= last;
        last = last.max(start(span));
        ascends
    });
}

#[cfg(test)]
mod tests;
