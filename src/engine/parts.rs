//! Parts of texts that are too long to be shown at once.

use crate::core::text::{RichText, Span};

/// How long a part is at most, in bytes: four times the longest abstract that arXiv takes.
const BYTES: usize = 8 << 10;
/// How many styles start and how many lines end in a part at most: each is a node of the page or
/// two.
const PIECES: usize = 1_000;

/// The parts of a text, one behind the other: cut at the end of a paragraph or between words and,
/// where that can be, not within math or a link. A text that is short is one part.
pub(super) fn parts(text: &RichText) -> Vec<Span> {
    let plain = text.plain.as_str();
    let atoms = text.atoms();
    let mut parts = Vec::new();
    let (mut start, mut style) = (0, 0);
    while start < plain.len() {
        let end = end_of_part(text, &atoms, start, style);
        parts.push(Span::new(start, end));
        let starts_before = |at: usize| {
            text.styles
                .get(at)
                .is_some_and(|s| (s.span.start as usize) < end)
        };
        while starts_before(style) {
            style += 1;
        }
        start = end;
    }
    if parts.is_empty() {
        parts.push(Span::default());
    }
    parts
}

/// Where the part ends that starts at a place behind this many styles.
fn end_of_part(text: &RichText, atoms: &[Span], start: usize, style: usize) -> usize {
    let plain = text.plain.as_str();
    let mut limit = plain.floor_char_boundary(start + BYTES);
    if let Some(first_beyond) = text.styles.get(style + PIECES) {
        limit = limit.min(plain.floor_char_boundary(first_beyond.span.start as usize));
    }
    // Styles that all start here would leave nothing of it.
    limit = limit.max(plain.ceil_char_boundary(start + 1));
    let stretch = &plain[start..limit];
    if let Some((at, _)) = stretch.match_indices('\n').nth(PIECES) {
        return start + at + 1;
    }
    if limit == plain.len() {
        return limit;
    }
    // A paragraph's end that leaves half of a part is better than a word's.
    let half = stretch.floor_char_boundary(stretch.len() / 2);
    let paragraph = stretch[half..].rfind('\n').map(|at| half + at + 1);
    let blank = |c: char| c.is_whitespace();
    let word = || {
        stretch
            .rfind(blank)
            .map(|at| stretch.ceil_char_boundary(at + 1))
    };
    let end = paragraph.or_else(word).map_or(limit, |at| start + at);
    let place = atoms.partition_point(|atom| atom.end as usize <= end);
    let around = atoms.get(place);
    let around = around.map(|atom| plain.floor_char_boundary(atom.start as usize));
    match around {
        // What is longer than a part must be cut.
        Some(atom) if atom < end && atom > start => atom,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::text::{Style, Styled};

    #[track_caller]
    fn check(text: &RichText, expected: &[&str]) {
        let parts = parts(text);
        let seen: Vec<&str> = parts.iter().map(|part| &text.plain[part.range()]).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_short_text_is_one_part() {
        check(&RichText::from_plain("a few\nwords"), &["a few\nwords"]);
        check(&RichText::default(), &[""]);
    }

    #[test]
    fn cut_at_paragraphs_words_and_around_math() {
        let words = "word ".repeat(BYTES / 5);
        check(
            &RichText::from_plain([&words, "and more"].concat()),
            &[&words, "and more"],
        );
        let paragraph = [&words[..BYTES * 3 / 4], "\n"].concat();
        check(
            &RichText::from_plain([&paragraph, &words[..3_000]].concat()),
            &[&paragraph, &words[..3_000]],
        );
        let long = "a".repeat(BYTES + 1);
        check(&RichText::from_plain(long.as_str()), &[&long[1..], "a"]);
        let before = &words[..BYTES - 5];
        let mut text = RichText::from_plain([before, "$a + b$ is"].concat());
        text.styles.push(Styled {
            span: Span::new(before.len(), before.len() + 7),
            style: Style::Math { display: false },
        });
        check(&text, &[before, "$a + b$ is"]);
    }

    #[test]
    fn no_part_has_many_styles_or_lines() {
        let mut text = RichText::from_plain("x ".repeat(2_000));
        text.styles = (0..2_000)
            .map(|at| Styled {
                span: Span::new(2 * at, 2 * at + 1),
                style: Style::Strong,
            })
            .collect();
        assert_eq!(parts(&text).len(), 2);
        assert_eq!(parts(&RichText::from_plain("x\n".repeat(2_000))).len(), 2);
        // All of them start at one place: no part can have fewer.
        text.styles
            .iter_mut()
            .for_each(|styled| styled.span = Span::new(0, 4_000));
        assert_eq!(parts(&text)[0].start, 0);
    }

    proptest! {
        #[test]
        fn any_parts_are_the_text(
            plain in "(a{1,900}|é{1,900}| |\n|中{0,300}){0,60}",
            styles in prop::collection::vec((0_usize..60_000, 0_usize..9_000, any::<bool>()), 0..30),
        ) {
            let style = |(start, len, is_math): (usize, usize, bool)| Styled {
                span: Span::new(start, start + len),
                style: if is_math { Style::Math { display: false } } else { Style::Code },
            };
            let text = RichText { styles: styles.into_iter().map(style).collect(), plain };
            let parts = parts(&text);
            let joined: String = parts.iter().map(|part| &text.plain[part.range()]).collect();
            prop_assert_eq!(&joined, &text.plain);
            prop_assert!(parts.iter().all(|part| part.len() <= BYTES));
            prop_assert!(parts.iter().all(|part| !part.is_empty()) || text.is_empty());
        }
    }
}
