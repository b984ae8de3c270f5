//! Text of a digest as nodes: links with checked schemes, emphasis, MathML, marks.

use yew::prelude::*;

use crate::core::address::hidden_host;
use crate::core::math::MathElement;
use crate::core::paper::Part;
use crate::core::text::{Mark, RichText, Run, Style, behind_scheme, is_web};
use crate::protocol::{EvidenceView, Ink, RichView};

use super::math::math;

/// The term of marks that show what earned a tag, apart from those of the query.
pub const EVIDENCE: u16 = u16::MAX;

/// The classes of the inks of the reader's own lists.
const INK_CLASSES: [&str; Ink::ALL.len()] =
    ["ink h0", "ink h1", "ink h2", "ink h3", "ink h4", "ink dim"];
const MARK_CLASSES: [&str; 6] = ["m0", "m1", "m2", "m3", "m4", "m5"];

/// How a text is drawn.
#[derive(Clone, Copy)]
pub struct Drawing<'v> {
    text: &'v RichText,
    math: &'v [(u32, MathElement)],
    /// Whether links can be followed; in the list a click means the paper.
    links: bool,
}

/// Draws a text in one line, with its own marks and without links.
pub fn line(view: &RichView) -> Html {
    let drawing = Drawing {
        text: &view.text,
        math: &view.math,
        links: false,
    };
    drawing.nodes(&view.text.runs(&view.marks), 0)
}

/// Draws a text in one line with links and these marks.
pub fn linked_line(view: &RichView, marks: &[Mark]) -> Html {
    let drawing = Drawing {
        text: &view.text,
        math: &view.math,
        links: true,
    };
    drawing.nodes(&view.text.runs(marks), 0)
}

/// Draws a text in paragraphs with links and these marks.
pub fn paragraphs(view: &RichView, marks: &[Mark]) -> Html {
    let drawing = Drawing {
        text: &view.text,
        math: &view.math,
        links: true,
    };
    let runs = view.text.runs(marks);
    split(&view.text, &runs)
        .iter()
        .map(|runs| html! { <p>{ drawing.nodes(runs, 0) }</p> })
        .collect()
}

/// The query's marks and, above them, those of evidence in this part.
pub fn with_evidence(marks: &[Mark], part: Part, evidence: &[EvidenceView]) -> Vec<Mark> {
    // Of evidence that overlaps the first stays. It mostly comes in the text's order and there is
    // not much of it.
    let mut lit: Vec<Mark> = Vec::new();
    for span in evidence
        .iter()
        .filter(|one| one.part == part && !one.span.is_empty())
        .map(|one| one.span)
    {
        let place = lit.partition_point(|other| other.span.end <= span.start);
        if lit.get(place).is_none_or(|next| !next.span.overlaps(span)) {
            let term = EVIDENCE;
            lit.insert(place, Mark { span, term });
        }
    }
    // Both are sorted and apart.
    let mut merged: Vec<Mark> = Vec::with_capacity(marks.len() + lit.len());
    let mut lit = lit.into_iter().peekable();
    for mark in marks {
        while let Some(before) = lit.next_if(|next| next.span.end <= mark.span.start) {
            merged.push(before);
        }
        if lit.peek().is_none_or(|next| !next.span.overlaps(mark.span)) {
            merged.push(*mark);
        }
    }
    merged.extend(lit);
    merged
}

/// Draws a name with marks.
pub fn marked(text: &str, marks: &[Mark]) -> Html {
    let text = RichText::from_plain(text);
    let drawing = Drawing {
        text: &text,
        math: &[],
        links: false,
    };
    drawing.nodes(&text.runs(marks), 0)
}

impl Drawing<'_> {
    /// Draws runs, gathering neighbours that stand in one style, so that a link with a mark inside
    /// stays one link.
    fn nodes(&self, runs: &[Run<'_>], depth: usize) -> Html {
        runs.chunk_by(|a, b| a.styles.get(depth) == b.styles.get(depth))
            .map(
                |group| match group.first().and_then(|run| run.styles.get(depth)) {
                    Some(style) => self.styled(*style, group, depth),
                    None => group.iter().map(leaf).collect::<Html>(),
                },
            )
            .collect()
    }

    fn styled(&self, at: usize, runs: &[Run<'_>], depth: usize) -> Html {
        let inner = || self.nodes(runs, depth + 1);
        match self.text.styles.get(at).map(|styled| &styled.style) {
            Some(Style::Link(href)) if self.links && is_safe(href) => {
                let label = self.text.styles[at].span.range();
                let label = self.text.plain.get(label).unwrap_or_default();
                // A label that reads as an address of another host says where it leads.
                let host = hidden_host(label, href);
                // On paper the address of any other is written out.
                let is_bare = is_bare(label, href);
                html! {
                    <a class={is_bare.then_some("bare")} href={href.clone()} target="_blank" rel="noopener noreferrer">
                        { inner() }
                        { host.map(|host| format!(" ({host})")) }
                    </a>
                }
            }
            Some(Style::Math { .. }) => {
                let mark = runs.first().and_then(|run| run.mark);
                let place = self
                    .math
                    .binary_search_by_key(&at, |(style, _)| *style as usize);
                let node = if let Ok(place) = place {
                    math(&self.math[place].1)
                } else {
                    let source: String = runs.iter().map(|run| run.text).collect();
                    html! { <code class="math-source">{ source }</code> }
                };
                wrapped(mark, node)
            }
            Some(Style::Emphasis) => html! { <em>{ inner() }</em> },
            Some(Style::Strong) => html! { <strong>{ inner() }</strong> },
            Some(Style::Code) => html! { <code>{ inner() }</code> },
            Some(Style::Link(_)) | None => inner(),
        }
    }
}

/// Whether the words of a link are where it leads.
fn is_bare(label: &str, href: &str) -> bool {
    let without = |text: &str| {
        let rest = behind_scheme(text).unwrap_or(text);
        rest.trim_end_matches('/').to_owned()
    };
    without(label.trim()) == without(href)
}

fn leaf(run: &Run<'_>) -> Html {
    wrapped(run.mark, run.text.into())
}

fn wrapped(mark: Option<u16>, node: Html) -> Html {
    let Some(term) = mark else {
        return node;
    };
    let class = match Ink::of_term(term) {
        Some(ink) => INK_CLASSES[ink as usize],
        None if term == EVIDENCE => "evidence",
        None => MARK_CLASSES[usize::from(term) % MARK_CLASSES.len()],
    };
    html! { <mark {class}>{ node }</mark> }
}

/// Whether an address may be a link: whatever the worker says, nothing else is ever made one.
pub fn is_safe(href: &str) -> bool {
    is_web(href)
}

/// Cuts runs at line breaks, but never inside math.
fn split<'t>(text: &RichText, runs: &[Run<'t>]) -> Vec<Vec<Run<'t>>> {
    let mut paragraphs = vec![Vec::new()];
    for run in runs {
        let is_math = run.styles.iter().any(|at| {
            matches!(
                text.styles.get(*at).map(|styled| &styled.style),
                Some(Style::Math { .. })
            )
        });
        if is_math {
            push(&mut paragraphs, run.clone());
            continue;
        }
        let mut start = run.start;
        for (at, line) in run.text.split('\n').enumerate() {
            if at > 0 {
                paragraphs.push(Vec::new());
            }
            if !line.is_empty() {
                let run = Run {
                    text: line,
                    start,
                    ..run.clone()
                };
                push(&mut paragraphs, run);
            }
            start += line.len() + 1;
        }
    }
    paragraphs.retain(|runs| !runs.is_empty());
    paragraphs
}

fn push<'t>(paragraphs: &mut [Vec<Run<'t>>], run: Run<'t>) {
    if let Some(last) = paragraphs.last_mut() {
        last.push(run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::text::{Span, Styled};

    fn mark(start: usize, end: usize, term: u16) -> Mark {
        Mark {
            span: Span::new(start, end),
            term,
        }
    }

    #[test]
    fn evidence_covers_the_marks_of_the_query() {
        let marks = [mark(0, 4, 0), mark(10, 14, 1), mark(20, 24, 2)];
        let evidence = [
            (Part::Title, 12, 18),
            (Part::Title, 13, 15),
            (Part::Abstract, 5, 9),
            (Part::Title, 2, 3),
        ];
        let evidence = evidence.map(|(part, start, end)| EvidenceView {
            part,
            span: Span::new(start, end),
            words: String::new(),
            rule: String::new(),
            weight: 6,
        });
        let merged = with_evidence(&marks, Part::Title, &evidence);
        assert_eq!(
            merged,
            [
                mark(2, 3, EVIDENCE),
                mark(12, 18, EVIDENCE),
                mark(20, 24, 2)
            ]
        );
    }

    #[test]
    fn text_is_split_into_paragraphs_but_math_is_not() {
        let plain = "one\ntwo $a\nb$ three\n\nfour";
        let at = plain.find("$a").unwrap();
        let text = RichText {
            plain: plain.into(),
            styles: vec![Styled {
                span: Span::new(at, at + 5),
                style: Style::Math { display: false },
            }],
        };
        let split: Vec<String> = split(&text, &text.runs(&[]))
            .iter()
            .map(|runs| runs.iter().map(|run| run.text).collect())
            .collect();
        assert_eq!(split, ["one", "two $a\nb$ three", "four"]);
    }

    #[test]
    fn only_known_schemes_become_links() {
        for (href, safe) in [
            ("https://a.b", true),
            ("HTTP://a.b", true),
            ("mailto:a@b.c", true),
            ("javascript:alert(1)", false),
            (" https://a.b", false),
            ("data:text/html,x", false),
            ("//a.b", false),
            ("é", false),
        ] {
            assert_eq!(is_safe(href), safe, "{href}");
        }
    }
}
