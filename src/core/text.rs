//! Rich text: what a digest's title, abstract or comment says, and what its markup meant.
//!
//! [`RichText`] keeps the text as a reader sees it and, beside it, spans that say which part of it is a link, math or emphasis. Whoever
//! searches looks at the plain text; whoever draws cuts it at the spans ([`RichText::runs`]).

use serde::{Deserialize, Serialize};

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

    /// Whether two spans share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Text as a reader sees it, with what its markup meant.
///
/// Invariants: styles are sorted by start, lie inside the text on character borders, and nest or are apart, never cross.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichText {
    /// The text: entities decoded, markup removed, LaTeX emphasis and escapes reduced to their text, a paragraph's end as `\n`, a
    /// link as its label, math as its source between dollar signs.
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
    /// A link to this address; the scheme is one of http, https, ftp and mailto.
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

    /// The text cut at every border of a style or a mark, so that each piece can be drawn in one way.
    ///
    /// Math is never cut: a mark inside it covers it whole. Marks must be sorted and apart. Spans that do not fit the text are left out.
    pub fn runs<'t>(&'t self, marks: &[Mark]) -> Vec<Run<'t>> {
        let plain = self.plain.as_str();
        let fits = |span: Span| !span.is_empty() && plain.get(span.range()).is_some();
        let atoms: Vec<Span> = self
            .styles
            .iter()
            .filter(|styled| matches!(styled.style, Style::Math { .. }) && fits(styled.span))
            .map(|styled| styled.span)
            .collect();
        let inside_atom = |at: u32| atoms.iter().any(|atom| atom.start < at && at < atom.end);

        let mut cuts: Vec<u32> = Vec::with_capacity(2 * (self.styles.len() + marks.len()) + 2);
        cuts.push(0);
        if !plain.is_empty() {
            cuts.push(Span::new(0, plain.len()).end);
        }
        let spans = self
            .styles
            .iter()
            .map(|styled| styled.span)
            .chain(marks.iter().map(|mark| mark.span));
        for span in spans.filter(|span| fits(*span)) {
            for at in [span.start, span.end] {
                let place = cuts.partition_point(|cut| *cut < at);
                if cuts.get(place) != Some(&at) && !inside_atom(at) {
                    cuts.insert(place, at);
                }
            }
        }

        cuts.windows(2)
            .filter_map(|pair| {
                let piece = Span {
                    start: pair[0],
                    end: pair[1],
                };
                let styles = self
                    .styles
                    .iter()
                    .enumerate()
                    .filter(|(_, styled)| fits(styled.span) && styled.span.overlaps(piece))
                    .map(|(index, _)| index)
                    .collect();
                let mark = marks
                    .iter()
                    .find(|mark| fits(mark.span) && mark.span.overlaps(piece))
                    .map(|mark| mark.term);
                let text = plain.get(piece.range())?;
                Some(Run {
                    text,
                    start: piece.range().start,
                    styles,
                    mark,
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rich(plain: &str, styles: &[(&str, Style)]) -> RichText {
        let styles = styles
            .iter()
            .map(|(part, style)| {
                let start = plain.find(part).unwrap();
                Styled {
                    span: Span::new(start, start + part.len()),
                    style: style.clone(),
                }
            })
            .collect();
        RichText {
            plain: plain.to_owned(),
            styles,
        }
    }

    fn mark(text: &RichText, part: &str) -> Mark {
        let start = text.plain.find(part).unwrap();
        Mark {
            span: Span::new(start, start + part.len()),
            term: 0,
        }
    }

    #[track_caller]
    fn check(text: &RichText, marks: &[Mark], expected: &[(&str, usize, bool)]) {
        let runs = text.runs(marks);
        let seen: Vec<_> = runs
            .iter()
            .map(|run| (run.text, run.styles.len(), run.mark.is_some()))
            .collect();
        assert_eq!(seen, expected);
        assert_eq!(
            runs.iter().map(|run| run.text).collect::<String>(),
            text.plain
        );
    }

    #[test]
    fn runs_cut_at_styles_and_marks() {
        let text = rich(
            "see this https URL now",
            &[("this https URL", Style::Link("https://a.b".into()))],
        );
        check(
            &text,
            &[mark(&text, "https")],
            &[
                ("see ", 0, false),
                ("this ", 1, false),
                ("https", 1, true),
                (" URL", 1, false),
                (" now", 0, false),
            ],
        );
    }

    #[test]
    fn math_is_never_cut() {
        let text = rich(
            "the $L^2$ norm",
            &[("$L^2$", Style::Math { display: false })],
        );
        check(
            &text,
            &[mark(&text, "L")],
            &[("the ", 0, false), ("$L^2$", 1, true), (" norm", 0, false)],
        );
    }

    #[test]
    fn spans_that_do_not_fit_are_left_out() {
        let text = RichText::from_plain("é");
        let marks = [
            Mark {
                span: Span::new(1, 2),
                term: 0,
            },
            Mark {
                span: Span::new(7, 9),
                term: 0,
            },
        ];
        check(&text, &marks, &[("é", 0, false)]);
        check(&RichText::default(), &marks, &[]);
    }
}
