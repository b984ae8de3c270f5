use proptest::prelude::*;

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

/// The same by what the documentation says, piece by piece: for texts whose spans are as they
/// should be.
fn runs_by_definition<'t>(text: &'t RichText, marks: &[Mark]) -> Vec<Run<'t>> {
    let plain = text.plain.as_str();
    let is_math = |styled: &&Styled| matches!(styled.style, Style::Math { .. });
    let atoms: Vec<Span> = text.styles.iter().filter(is_math).map(|s| s.span).collect();
    let inside = |at: u32| atoms.iter().any(|atom| atom.start < at && at < atom.end);
    let spans = text.styles.iter().map(|styled| styled.span);
    let spans = spans.chain(marks.iter().map(|mark| mark.span));
    let spans = spans.chain([Span::new(0, plain.len())]);
    let mut cuts: Vec<u32> = spans
        .flat_map(|s| [s.start, s.end])
        .filter(|at| !inside(*at))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let piece = |pair: &[u32]| {
        let piece = Span {
            start: pair[0],
            end: pair[1],
        };
        let covers = |(_, styled): &(usize, &Styled)| styled.span.overlaps(piece);
        let styles = text.styles.iter().enumerate().filter(covers);
        Run {
            text: &plain[piece.range()],
            start: piece.range().start,
            styles: styles.map(|(at, _)| at).collect(),
            mark: marks
                .iter()
                .find(|m| m.span.overlaps(piece))
                .map(|m| m.term),
        }
    };
    cuts.windows(2).map(piece).collect()
}

/// Styles that nest or are apart, sorted by start: of a text of pieces like `[a(b)c]`.
fn nested(source: &str) -> RichText {
    let mut text = RichText::default();
    let mut open = Vec::new();
    for c in source.chars() {
        let style = match c {
            '[' => Style::Emphasis,
            '{' => Style::Math { display: false },
            ']' | '}' => {
                if let Some(at) = open.pop() {
                    let styled: &mut Styled = &mut text.styles[at];
                    styled.span.end = Span::new(0, text.plain.len()).end;
                }
                continue;
            }
            c => {
                text.plain.push(c);
                continue;
            }
        };
        open.push(text.styles.len());
        let span = Span::new(text.plain.len(), text.plain.len());
        text.styles.push(Styled { span, style });
    }
    text.styles.retain(|styled| !styled.span.is_empty());
    text
}

proptest! {
    #[test]
    fn runs_are_what_they_are_said_to_be(
        source in "([a-c]|\\[|\\]|\\{|\\}){0,40}",
        marks in prop::collection::vec((0_u32..6, 1_u32..4), 0..8),
    ) {
        let text = nested(&source);
        let mut at = 0;
        let marks = marks.into_iter().map(|(apart, len)| {
            let start = at + apart;
            at = start + len;
            Mark { span: Span { start, end: at }, term: 0 }
        });
        let all = Span::new(0, text.plain.len()).end;
        let marks: Vec<Mark> = marks.filter(|mark| mark.span.end <= all).collect();
        prop_assert_eq!(text.runs(&marks), runs_by_definition(&text, &marks));
    }

    #[test]
    fn any_spans_give_the_whole_text(
        plain in "[aé\n]{0,12}",
        spans in prop::collection::vec((0_u32..20, 0_u32..20, 0_u8..3), 0..40),
    ) {
        let style = |kind| match kind {
            0 => Style::Math { display: true },
            1 => Style::Strong,
            _ => Style::Link("https://a.b".into()),
        };
        let (styles, marks): (Vec<Styled>, Vec<Mark>) = spans
            .into_iter()
            .map(|(start, end, kind)| {
                let span = Span { start, end };
                (Styled { span, style: style(kind) }, Mark { span, term: u16::from(kind) })
            })
            .unzip();
        let text = RichText { plain, styles };
        let runs = text.runs(&marks);
        let joined: String = runs.iter().map(|run| run.text).collect();
        prop_assert_eq!(joined, text.plain.clone());
        for run in runs {
            prop_assert!(run.styles.len() <= MAX_NESTING && !run.text.is_empty());
        }
    }
}

#[test]
fn styles_within_many_others_are_left_out() {
    let text = nested(&["[a".repeat(1000), "]".repeat(1000)].concat());
    let runs = text.runs(&[]);
    assert!(runs.iter().all(|run| run.styles.len() <= MAX_NESTING));
    assert_eq!(runs.last().map(|run| run.styles.len()), Some(MAX_NESTING));
}
