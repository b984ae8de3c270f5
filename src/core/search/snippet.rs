//! A stretch of a text around its matches.

use std::ops::Range;

use crate::core::text::{Mark, RichText, Span, Style, Styled};

/// What stands where text was left out.
const ELLIPSIS: char = '…';

/// The stretch of a text, at most `max_chars` characters long, that shows most of the matches: the
/// most distinct terms, then the most marks (a whole one before a part), then the first such
/// stretch, with its matches amid what surrounds them; the start of the text where there are no
/// marks.
///
/// It is cut at spaces, with an ellipsis where something was left out, and never within math or a
/// link: a formula or a label longer than the limit stands alone and exceeds it, a single longer
/// word is cut. Paragraphs run on. Marks must be sorted and apart.
pub fn snippet(text: &RichText, marks: &[Mark], max_chars: usize) -> (RichText, Vec<Mark>) {
    if text.plain.chars().count() <= max_chars {
        return cut(text, marks, Span::new(0, text.plain.len()));
    }
    // Room for an ellipsis at both ends.
    let room = max_chars.saturating_sub(2).max(1);
    // Without marks it is the first window, and what lies beyond it is not looked at.
    let pieces = pieces(text, room, marks.is_empty());
    let windows = windows(&pieces, room);
    if marks.is_empty() {
        return cut(text, marks, windows.first().copied().unwrap_or_default());
    }
    let values = values(&windows, marks);
    let best = values.iter().max().copied().unwrap_or_default();
    // Windows with the same matches follow each other; the middle one has text on both sides of
    // them.
    let first = values.iter().position(|value| *value == best).unwrap_or(0);
    let alike = values[first.min(values.len())..]
        .iter()
        .take_while(|value| **value == best)
        .count();
    let chosen = if first == 0 {
        0
    } else {
        first + alike.saturating_sub(1) / 2
    };
    let window = windows.get(chosen).copied().unwrap_or_default();
    cut(text, marks, window)
}

/// A part of the text that is shown whole or not at all.
#[derive(Clone, Debug, PartialEq)]
struct Piece {
    span: Span,
    /// Its place in characters.
    chars: Range<usize>,
}

/// The text at its spaces, but for those within math and links; a longer word than there is room
/// for in parts.
///
/// With `first_only` just those that may stand in the first window.
fn pieces(text: &RichText, room: usize, first_only: bool) -> Vec<Piece> {
    if text.plain.is_ascii() && !text.styles.iter().any(is_atomic) {
        ascii_pieces(&text.plain, room, first_only)
    } else {
        any_pieces(text, room, first_only)
    }
}

/// Whether a style keeps its text together.
fn is_atomic(styled: &Styled) -> bool {
    matches!(styled.style, Style::Math { .. } | Style::Link(_))
}

/// The pieces of any text.
fn any_pieces(text: &RichText, room: usize, first_only: bool) -> Vec<Piece> {
    let atoms = text.styles.iter().filter(|styled| is_atomic(styled));
    let mut atoms = atoms.map(|styled| styled.span.range()).peekable();
    let mut atom = 0..0;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_open = false;
    for (count, (at, c)) in text.plain.char_indices().enumerate() {
        while let Some(next) = atoms.next_if(|next| next.start <= at) {
            // Styles nest or are apart: one that starts within the atom ends there too.
            if next.start >= atom.end {
                atom = next;
            }
        }
        if c.is_whitespace() && !atom.contains(&at) {
            is_open = false;
            continue;
        }
        let inside = atom.start < at && at < atom.end;
        let end = at + c.len_utf8();
        match pieces.last_mut().filter(|_| is_open) {
            Some(piece) if inside || piece.chars.len() < room => {
                piece.span = Span::new(piece.span.range().start, end);
                piece.chars.end = count + 1;
            }
            _ => {
                let is_beyond = |first: &Piece| count - first.chars.start >= room;
                if first_only && pieces.first().is_some_and(is_beyond) {
                    break;
                }
                pieces.push(Piece {
                    span: Span::new(at, end),
                    chars: count..count + 1,
                });
            }
        }
        is_open = true;
    }
    pieces
}

/// The pieces of a text in which every byte is a character, without math and links, as most texts
/// are.
fn ascii_pieces(text: &str, room: usize, first_only: bool) -> Vec<Piece> {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'\x0b';
    let mut pieces: Vec<Piece> = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while let Some(rest) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
        // No further than there is room for: a word may be as long as the text, and each of its
        // parts would look for its end.
        let part = rest.get(..room).unwrap_or(rest);
        let word = part.iter().position(is_blank).unwrap_or(part.len());
        if word == 0 {
            at += 1;
            continue;
        }
        let end = at + word;
        let is_beyond = |first: &Piece| at - first.chars.start >= room;
        if first_only && pieces.first().is_some_and(is_beyond) {
            break;
        }
        pieces.push(Piece {
            span: Span::new(at, end),
            chars: at..end,
        });
        at = end;
    }
    pieces
}

/// The longest stretches for which there is room, and at least one piece each.
fn windows(pieces: &[Piece], room: usize) -> Vec<Span> {
    let mut end = 0;
    let window = |(at, first): (usize, &Piece)| {
        let fits = |last: &Piece| last.chars.end - first.chars.start <= room;
        end = end.max(at + 1);
        while pieces.get(end).is_some_and(fits) {
            end += 1;
        }
        Span {
            start: first.span.start,
            end: pieces[end - 1].span.end,
        }
    };
    let mut windows: Vec<Span> = pieces.iter().enumerate().map(window).collect();
    // What ends with an earlier window is a part of it.
    windows.dedup_by_key(|window| window.end);
    windows
}

/// What each window is worth: how many distinct terms and how many marks lie within it, and how
/// many marks touch it.
fn values(windows: &[Span], marks: &[Mark]) -> Vec<(usize, usize, usize)> {
    let mut terms: Vec<u16> = Vec::new();
    // Windows and marks ascend with both their ends, so those within and those that touch are
    // stretches that ascend as well.
    let (mut within, mut touching) = (0..0, 0..0);
    let value = |window: &Span| {
        let ascend = |from: usize, is_before: &dyn Fn(Span) -> bool| {
            let rest = marks[from..].iter();
            from + rest.take_while(|mark| is_before(mark.span)).count()
        };
        let inside = ascend(within.start, &|mark| mark.start < window.start)
            ..ascend(within.end, &|mark| mark.end <= window.end);
        touching = ascend(touching.start, &|mark| mark.end <= window.start)
            ..ascend(touching.end, &|mark| mark.start < window.end);
        if inside != within {
            within = inside;
            terms.clear();
            for mark in marks.get(within.clone()).unwrap_or_default() {
                if !terms.contains(&mark.term) {
                    terms.push(mark.term);
                }
            }
        }
        (terms.len(), within.len(), touching.len())
    };
    windows.iter().map(value).collect()
}

/// The part of a text in the window, with its styles and marks, and an ellipsis where the window is
/// not the end.
fn cut(text: &RichText, marks: &[Mark], window: Span) -> (RichText, Vec<Mark>) {
    let shown = text.plain.get(window.range()).unwrap_or_default();
    let mut plain = String::with_capacity(shown.len() + 2 * ELLIPSIS.len_utf8());
    if !text.plain[..window.range().start].trim().is_empty() {
        plain.push(ELLIPSIS);
    }
    let shift = Span::new(0, plain.len()).end;
    // One byte for another: no place moves.
    plain.push_str(&shown.replace('\n', " "));
    if !text.plain[window.range().end..].trim().is_empty() {
        plain.push(ELLIPSIS);
    }
    let moved = |span: Span| {
        let clipped = Span {
            start: span.start.max(window.start),
            end: span.end.min(window.end),
        };
        (!clipped.is_empty()).then(|| Span {
            start: clipped.start - window.start + shift,
            end: clipped.end - window.start + shift,
        })
    };
    let styles = text.styles.iter().filter_map(|styled| {
        Some(Styled {
            span: moved(styled.span)?,
            style: styled.style.clone(),
        })
    });
    let marks = marks.iter().filter_map(|mark| {
        Some(Mark {
            span: moved(mark.span)?,
            term: mark.term,
        })
    });
    let cut = RichText {
        plain,
        styles: styles.collect(),
    };
    (cut, marks.collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Text in which `[…]` is a link, `$…$` math, and `<…>` a mark of the term 0, `{…}` of the
    /// term 1.
    fn read(source: &str) -> (RichText, Vec<Mark>) {
        let (mut text, mut marks) = (RichText::default(), Vec::new());
        let mut starts = Vec::new();
        let mut in_math = false;
        for c in source.chars() {
            let at = text.plain.len();
            match c {
                '[' | '<' | '{' => starts.push(at),
                ']' => text.styles.push(Styled {
                    span: Span::new(starts.pop().unwrap(), at),
                    style: Style::Link(String::from("https://a.b")),
                }),
                '>' | '}' => marks.push(Mark {
                    span: Span::new(starts.pop().unwrap(), at),
                    term: u16::from(c == '}'),
                }),
                '$' => {
                    text.plain.push(c);
                    if in_math {
                        text.styles.push(Styled {
                            span: Span::new(starts.pop().unwrap(), at + 1),
                            style: Style::Math { display: false },
                        });
                    } else {
                        starts.push(at);
                    }
                    in_math = !in_math;
                }
                c => text.plain.push(c),
            }
        }
        (text, marks)
    }

    #[track_caller]
    fn check(source: &str, max_chars: usize, expected: &str) {
        let (text, marks) = read(source);
        assert_eq!(
            snippet(&text, &marks, max_chars),
            read(expected),
            "{source}"
        );
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        check("one <two>\nthree", 13, "one <two> three");
        check("", 5, "");
    }

    #[test]
    fn without_marks_it_is_the_start() {
        check("one two three four", 12, "one two…");
        check("one two three four", 15, "one two three…");
        check("dépôt très long", 9, "dépôt…");
    }

    #[test]
    fn the_matches_stand_amid_what_surrounds_them() {
        check("a b c d e f <g> h i j k l m", 9, "…e f <g> h…");
        check("a b c d e f g h i j <k>", 9, "…h i j <k>");
        check("<a> b c d e f g h i j k", 9, "<a> b c d…");
    }

    #[test]
    fn distinct_terms_count_more_than_repeated_ones() {
        check("<a> <a> <a> x x x x x <b> {c} x x x", 7, "…x <b> {c}…");
        check("<a> x x x x x <a> <a> x x x", 7, "…x <a> <a>…");
    }

    #[test]
    fn math_and_links_are_never_cut() {
        check("see [this https URL] for the code", 12, "see…");
        check(
            "x x x x [this <https> URL] x x x x",
            12,
            "…[this <https> URL]…",
        );
        check("so $a + b + c$ is", 7, "so…");
        check("so $a <+> b + c$ is", 7, "…$a <+> b + c$…");
    }

    #[test]
    fn a_long_word_is_cut() {
        check("aaaaaaaaaaaa", 7, "aaaaa…");
    }

    proptest! {
        #[test]
        fn any_text_keeps_its_pieces_and_its_places(
            source in "([a-cé]{1,9}|<[a-c]{1,3}>|\\{[a-c]{1,3}\\}|\\[[a-c ]{1,9}\\]|\\$[a-c ]{1,9}\\$|[ \n]){0,30}",
            max_chars in 0_usize..60,
        ) {
            let (text, marks) = read(&source);
            let (shown, shown_marks) = snippet(&text, &marks, max_chars);
            // Whole formulas and labels may exceed the limit, and no limit leaves less than a
            // character and its ellipses.
            let longest = text.styles.iter().map(|styled| text.plain[styled.span.range()].chars().count()).max();
            let limit = max_chars.max(3) + longest.unwrap_or(0);
            prop_assert!(shown.plain.chars().count() <= limit, "{}", shown.plain);
            let flat = text.plain.replace('\n', " ");
            prop_assert!(flat.contains(shown.plain.trim_matches(ELLIPSIS)));
            let whole: Vec<&str> = text.styles.iter().map(|styled| &flat[styled.span.range()]).collect();
            for styled in &shown.styles {
                prop_assert!(whole.contains(&&shown.plain[styled.span.range()]));
            }
            for mark in &shown_marks {
                prop_assert!(shown.plain[mark.span.range()].chars().all(char::is_alphabetic));
            }
            prop_assert!(marks.is_empty() || !shown_marks.is_empty());
        }

        #[test]
        fn ascii_is_cut_as_any_text(text in "([a-c.,-]{0,9}[ \n\t\u{b}\u{c}\u{1c}]{0,2}){0,12}", room in 1_usize..12, first_only: bool) {
            let text = RichText::from_plain(text);
            prop_assert_eq!(ascii_pieces(&text.plain, room, first_only), any_pieces(&text, room, first_only));
        }
    }
}
