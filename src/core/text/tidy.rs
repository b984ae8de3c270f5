//! White space as texts of papers have it.

use std::borrow::Cow;

use super::{RichText, Span, Styled};

/// Whether a text has the white space that texts of papers have: single, and none around it; and no
/// NUL.
pub fn is_tidy(text: &str) -> bool {
    text.trim() == text && !["  ", "\n\n", "\0"].iter().any(|no| text.contains(no))
}

/// A run of white space as one space, or as one line end where one is in it; none around, and no
/// NUL.
pub fn tidy(source: &str) -> String {
    let mut plain = String::with_capacity(source.len());
    tidy_into(source, &mut plain, |_, _| {});
    plain
}

/// The same; what is kept and is no white space is told by its places in both texts.
fn tidy_into(source: &str, plain: &mut String, mut kept: impl FnMut(Span, usize)) {
    let mut gap = None;
    for (at, c) in source.char_indices().filter(|(_, c)| *c != '\0') {
        if c.is_whitespace() {
            gap = if c == '\n' {
                Some(c)
            } else {
                gap.or(Some(' '))
            };
        } else {
            let visible = gap.take().filter(|_| !plain.is_empty());
            plain.extend(visible);
            kept(Span::new(at, at + c.len_utf8()), plain.len());
            plain.push(c);
        }
    }
}

impl RichText {
    /// The text with the white space that texts of papers have. Its styles stay on what they are
    /// on, and those on nothing else than white space go.
    pub fn tidied(&self) -> Cow<'_, Self> {
        if is_tidy(&self.plain) {
            return Cow::Borrowed(self);
        }
        let mut plain = String::with_capacity(self.plain.len());
        let mut kept: Vec<(Span, Span)> = Vec::new();
        tidy_into(&self.plain, &mut plain, |before, at| {
            kept.push((before, Span::new(at, at + before.len())));
        });
        let moved = |styled: &Styled| {
            let first = kept.partition_point(|(before, _)| before.start < styled.span.start);
            let behind = kept.partition_point(|(before, _)| before.end <= styled.span.end);
            let (_, start) = kept.get(first)?;
            let (_, end) = kept.get(behind.checked_sub(1)?)?;
            let span = Span {
                start: start.start,
                end: end.end,
            };
            (!span.is_empty()).then(|| Styled {
                span,
                style: styled.style.clone(),
            })
        };
        let styles = self.styles.iter().filter_map(moved).collect();
        Cow::Owned(Self { plain, styles })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::text::Style;

    #[test]
    fn styles_stay_on_what_they_are_on() {
        let styled = |start, end, style| Styled {
            span: Span { start, end },
            style,
        };
        let text = RichText {
            plain: " a  bé \n\0 c ".to_owned(),
            styles: vec![
                styled(0, 8, Style::Emphasis),
                styled(2, 4, Style::Code),
                styled(3, 7, Style::Strong),
            ],
        };
        let tidied = text.tidied().into_owned();
        assert_eq!(tidied.plain, "a bé\nc");
        let expected = [styled(0, 5, Style::Emphasis), styled(2, 5, Style::Strong)];
        assert_eq!(tidied.styles, expected);
        assert!(is_tidy(&tidied.plain) && matches!(tidied.tidied(), Cow::Borrowed(_)));
    }
}
