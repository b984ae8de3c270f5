//! Markup: what stands in a text keeps to its borders, and can be drawn.

use digest_explorer::core::digest::markup;
use digest_explorer::core::math::latex::to_mathml;
use digest_explorer::core::search::snippet;
use digest_explorer::core::text::{Mark, RichText, Span, Style};

/// The schemes that a link may have.
const SCHEMES: [&str; 4] = ["http://", "https://", "ftp://", "mailto:"];

pub fn check(bytes: &[u8]) {
    let text = super::text(bytes);
    let rich = markup::read(&text);
    assert_rich(&rich);
    for styled in &rich.styles {
        if let Style::Math { display } = styled.style {
            to_mathml(&rich.plain[styled.span.range()], display);
        }
    }
    to_mathml(&text, true);
    // Every other word is a match.
    let mut marks = Vec::new();
    let mut at = 0;
    for (number, word) in (0..).zip(rich.plain.split(' ')) {
        let span = Span::new(at, at + word.len());
        if number % 2 == 0 && !span.is_empty() {
            let term = number;
            marks.push(Mark { span, term });
        }
        at += word.len() + 1;
        if number == u16::MAX {
            break;
        }
    }
    assert_drawn(&rich, &marks);
    for most in [0, 7, 300] {
        let (short, marks) = snippet(&rich, &marks, most);
        assert_styles(&short);
        assert_drawn(&short, &marks);
    }
}

/// What must hold of any text that was read.
pub fn assert_rich(rich: &RichText) {
    let plain = &rich.plain;
    assert_eq!(plain.trim(), plain, "white space around");
    assert!(
        !plain.contains("  ") && !plain.contains("\n\n") && !plain.contains('\0'),
        "white space in {plain:?}"
    );
    assert_styles(rich);
    assert_drawn(rich, &[]);
}

/// Styles lie on the borders of characters, in their order, each within another or apart from it.
fn assert_styles(rich: &RichText) {
    let mut open: Vec<u32> = Vec::new();
    let mut last = 0;
    for styled in &rich.styles {
        let span = styled.span;
        let part = rich.plain.get(span.range());
        assert!(part.is_some_and(|part| !part.is_empty()), "{rich:?}");
        assert!(span.start >= last, "not in order: {rich:?}");
        last = span.start;
        while open.last().is_some_and(|end| *end <= span.start) {
            open.pop();
        }
        let fits = open.last().is_none_or(|end| span.end <= *end);
        assert!(fits, "crossing: {rich:?}");
        open.push(span.end);
        if let Style::Link(href) = &styled.style {
            let known = |scheme: &&str| {
                href.get(..scheme.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            };
            assert!(SCHEMES.iter().any(known), "{href:?}");
        }
    }
}

/// What is drawn is the text, all of it and in its order.
pub fn assert_drawn(rich: &RichText, marks: &[Mark]) {
    let mut at = 0;
    for run in rich.runs(marks) {
        assert_eq!(run.start, at, "a gap in {rich:?}");
        assert!(rich.plain[at..].starts_with(run.text), "{rich:?}");
        let within = |index: &usize| {
            rich.styles.get(*index).is_some_and(|styled| {
                styled.span.range().start <= at && at + run.text.len() <= styled.span.range().end
            })
        };
        assert!(run.styles.iter().all(within), "half a style in {rich:?}");
        at += run.text.len();
    }
    assert_eq!(at, rich.plain.len(), "an end is missing in {rich:?}");
}
