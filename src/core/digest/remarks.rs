//! Makes diagnostics.

use crate::core::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::core::sorting;
use crate::core::text::Span;

/// How far back a line's start is looked for, in bytes.
const NEAR: usize = 4096;

/// A diagnostic about a place of the text that starts on this line (from 1).
///
/// Far into a very long line its column is left at 0 for [`settle`] to count: a file of one line
/// with a remark on each entry would be read once for each of them otherwise.
pub(super) fn remark(
    text: &str,
    span: Span,
    line: u32,
    kind: DiagnosticKind,
    severity: Severity,
    message: String,
) -> Diagnostic {
    let at = span.range().start;
    let from = text.floor_char_boundary(at.saturating_sub(NEAR));
    let before = text.get(from..at).unwrap_or_default();
    let line_start = match memchr::memrchr2(b'\n', b'\r', before.as_bytes()) {
        Some(end) => Some(end + 1),
        None if from == 0 => Some(0),
        None => None,
    };
    Diagnostic {
        kind,
        severity,
        span,
        line,
        column: line_start.map_or(0, |start| column(before.get(start..).unwrap_or_default())),
        message,
    }
}

/// Puts diagnostics in the order of the file and counts the columns that are still to be counted,
/// all in one pass over each line.
pub(super) fn settle(text: &str, diagnostics: &mut [Diagnostic]) {
    sorting::sort_by_key(diagnostics, |diagnostic| {
        (diagnostic.line, diagnostic.span.start)
    });
    let mut last = (0, 0, 0);
    for diagnostic in diagnostics {
        let at = diagnostic.span.range().start;
        if diagnostic.column == 0 {
            let (line, known, at_known) = last;
            diagnostic.column = if line == diagnostic.line {
                let between = text.get(known..at).unwrap_or_default();
                column(between).saturating_add(at_known).saturating_sub(1)
            } else {
                let before = text.get(..at).unwrap_or_default();
                let start = memchr::memrchr2(b'\n', b'\r', before.as_bytes());
                let on_line = before.get(start.map_or(0, |end| end + 1)..);
                column(on_line.unwrap_or_default())
            };
        }
        last = (diagnostic.line, at, diagnostic.column);
    }
}

/// The column of what follows this text on its line.
fn column(before: &str) -> u32 {
    u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_far_into_a_line_are_counted_when_all_is_said() {
        let text = format!("first\n{}", "é".repeat(10_000));
        let places = [19_006, 6, 2, 12_006, 12_006, 8_006];
        let mut said: Vec<Diagnostic> = places
            .into_iter()
            .map(|at| {
                let line = if at < 6 { 1 } else { 2 };
                let kind = DiagnosticKind::StrayText;
                remark(
                    &text,
                    Span::new(at, at),
                    line,
                    kind,
                    Severity::Note,
                    String::new(),
                )
            })
            .collect();
        settle(&text, &mut said);
        let columns: Vec<(u32, u32)> = said.iter().map(|said| (said.line, said.column)).collect();
        assert_eq!(
            columns,
            [(1, 3), (2, 1), (2, 4001), (2, 6001), (2, 6001), (2, 9501)]
        );
    }
}
