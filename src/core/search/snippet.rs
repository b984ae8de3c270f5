//! A stretch of a text around its matches.

use std::ops::Range;

use crate::core::text::{Mark, RichText, Span, Style, Styled};

/// What stands where text was left out.
const ELLIPSIS: char = '…';

/// The stretch of a text, at most `max_chars` characters long, that shows most of the matches: the most distinct terms, then the most marks, then the
/// first such stretch, with its matches amid what surrounds them; the start of the text where there are no marks.
///
/// It is cut at spaces, with an ellipsis where something was left out, and never within math or a link: a formula or a label longer than the limit stands alone and exceeds it, a single
/// longer word is cut. Paragraphs run on. Marks must be sorted and apart.
pub fn snippet(text: &RichText, marks: &[Mark], max_chars: usize) -> (RichText, Vec<Mark>) {
    if text.plain.chars().count() <= max_chars {
        return cut(text, marks, Span::new(0, text.plain.len()));
    }
    // Room for an ellipsis at both ends.
    let room = max_chars.saturating_sub(2).max(1);
    let pieces = pieces(text, room);
    let windows = windows(&pieces, room);
    let value = |window: &Span| {
        let inside = || marks.iter().filter(|mark| within(mark.span, *window));
        let mut terms: Vec<u16> = inside().map(|mark| mark.term).collect();
        terms.sort_unstable();
        terms.dedup();
        (terms.len(), inside().count())
    };
    let values: Vec<(usize, usize)> = windows.iter().map(value).collect();
    let best = values.iter().max().copied().unwrap_or_default();
    // Windows with the same matches follow each other; the middle one has text on both sides of them.
    let first = values.iter().position(|value| *value == best).unwrap_or(0);
    let alike = values[first.min(values.len())..]
        .iter()
        .take_while(|value| **value == best)
        .count();
    let chosen = if first == 0 { 0 } else { first + alike / 2 };
    let window = windows.get(chosen).copied().unwrap_or_default();
    cut(text, marks, window)
}

/// A part of the text that is shown whole or not at all.
#[derive(Clone)]
struct Piece {
    span: Span,
    /// Its place in characters.
    chars: Range<usize>,
}

/// The text at its spaces, but for those within math and links; a longer word than there is room for in parts.
fn pieces(text: &RichText, room: usize) -> Vec<Piece> {
    let atomic = |styled: &&Styled| matches!(styled.style, Style::Math { .. } | Style::Link(_));
    let atoms = text.styles.iter().filter(atomic);
    let mut atoms = atoms.map(|styled| styled.span.range()).peekable();
    let mut atom_end = 0;
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_open = false;
    for (count, (at, c)) in text.plain.char_indices().enumerate() {
        while let Some(atom) = atoms.next_if(|atom| atom.start <= at) {
            atom_end = atom_end.max(atom.end);
        }
        let in_atom = at < atom_end;
        if c.is_whitespace() && !in_atom {
            is_open = false;
            continue;
        }
        let end = at + c.len_utf8();
        match pieces.last_mut().filter(|_| is_open) {
            Some(piece) if in_atom || piece.chars.len() < room => {
                piece.span = Span::new(piece.span.range().start, end);
                piece.chars.end = count + 1;
            }
            _ => pieces.push(Piece {
                span: Span::new(at, end),
                chars: count..count + 1,
            }),
        }
        is_open = true;
    }
    pieces
}

/// From each piece on, the longest stretch for which there is room, and at least that piece.
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
    pieces.iter().enumerate().map(window).collect()
}

fn within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The part of a text in the window, with its styles and marks, and an ellipsis where the window is not the end.
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
