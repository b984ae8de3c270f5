//! Makes diagnostics.

use crate::core::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::core::text::Span;

/// How far back the start of a line is looked for, in bytes.
const WIDEST: usize = 64 * 1024;

/// A diagnostic about a place of the text that starts on this line (from 1).
pub(super) fn remark(
    text: &str,
    span: Span,
    line: u32,
    kind: DiagnosticKind,
    severity: Severity,
    message: String,
) -> Diagnostic {
    let before = text.get(..span.range().start).unwrap_or_default();
    // A line may be the whole file and have much to be said about: columns beyond this are not told apart.
    let near = before.floor_char_boundary(before.len().saturating_sub(WIDEST));
    let before = &before[near..];
    let line_start = memchr::memrchr2(b'\n', b'\r', before.as_bytes()).map_or(0, |end| end + 1);
    let before = &before[line_start..];
    Diagnostic {
        kind,
        severity,
        span,
        line,
        column: u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX),
        message,
    }
}
