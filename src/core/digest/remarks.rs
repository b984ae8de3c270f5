//! Makes diagnostics.

use crate::core::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::core::text::Span;

/// A diagnostic about a place of the text that starts on this line (from 1).
pub(super) fn remark(
    text: &str,
    span: Span,
    line: u32,
    kind: DiagnosticKind,
    severity: Severity,
    message: String,
) -> Diagnostic {
    let line_start = text
        .get(..span.range().start)
        .and_then(|before| memchr::memrchr2(b'\n', b'\r', before.as_bytes()))
        .map_or(0, |end| end + 1);
    let before = text.get(line_start..span.range().start).unwrap_or_default();
    Diagnostic {
        kind,
        severity,
        span,
        line,
        column: u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX),
        message,
    }
}
