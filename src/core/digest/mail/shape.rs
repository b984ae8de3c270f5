//! What a line of arXiv's mail is.

use crate::core::paper::ArxivId;

/// How many dashes make a rule; arXiv prints 78.
const RULE: usize = 60;

/// What a line is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing visible.
    Blank,
    /// A line of dashes between records.
    Rule,
    /// `%-%-%-…`: cross-lists follow.
    Crosses,
    /// `%%--%%--…`: replacements follow.
    Replacements,
    /// `%%%---%%%---…`: the list is over.
    End,
    /// `\\` alone: a record starts, its abstract starts, or it ends.
    Bar,
    /// `\\ ( https://arxiv.org/abs/… ,  10kb)`: a record ends.
    Last,
    /// Anything else.
    Other,
}

impl Shape {
    /// Goes by the visible part of the line.
    pub(super) fn of(line: &str) -> Self {
        let line = line.trim();
        if line.is_empty() {
            return Self::Blank;
        }
        if let Some(rest) = line.strip_prefix(r"\\") {
            return match rest.trim_start() {
                "" => Self::Bar,
                rest if rest.starts_with('(') => Self::Last,
                _ => Self::Other,
            };
        }
        if line.len() >= RULE && line.bytes().all(|b| b == b'-') {
            return Self::Rule;
        }
        [
            ("%-%-%-", Self::Crosses),
            ("%%--%%--", Self::Replacements),
            ("%%%---", Self::End),
        ]
        .into_iter()
        .find(|(start, _)| line.starts_with(start))
        .map_or(Self::Other, |(_, shape)| shape)
    }

    /// Whether no record goes on past such a line.
    pub(super) fn divides(self) -> bool {
        matches!(
            self,
            Self::Rule | Self::Crosses | Self::Replacements | Self::End
        )
    }
}

/// The line that names a record's paper: `arXiv:2603.00001`, `Paper (*cross-listing*):
/// hep-th/9901001`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IdLine<'t> {
    /// What stands where the id should.
    pub(super) source: &'t str,
    /// The id with its version, if that is one.
    pub(super) id: Option<(ArxivId, Option<u16>)>,
    /// Whether the line marks a cross-list.
    pub(super) cross: bool,
    /// Whether nothing else stands on the line.
    pub(super) whole: bool,
}

impl<'t> IdLine<'t> {
    /// `None` when the line starts with neither `arXiv:` nor `Paper:`.
    pub(super) fn parse(line: &'t str) -> Option<Self> {
        let rest = line.strip_prefix("arXiv:").or_else(|| {
            let rest = line.strip_prefix("Paper")?.trim_start();
            let rest = match rest.strip_prefix('(') {
                Some(mark) => mark.split_once(')')?.1.trim_start(),
                None => rest,
            };
            rest.strip_prefix(':')
        })?;
        let rest = rest.trim();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (source, after) = rest.split_at(end);
        let after = after.trim_start();
        Some(Self {
            source,
            id: ArxivId::parse_versioned(source).ok(),
            cross: line
                .get(..line.len().min(200))
                .is_some_and(|start| start.contains("cross-listing")),
            whole: after.is_empty() || after.starts_with('('),
        })
    }
}

/// Whether a line can be nothing but the first of a record.
pub(super) fn names_a_paper(line: &str) -> bool {
    IdLine::parse(line).is_some_and(|line| line.id.is_some() && line.whole)
}

/// What a day's marker says in `/* Fri, 6 Mar 2026 */`.
pub(super) fn day_marker(line: &str) -> Option<&str> {
    line.trim().strip_prefix("/*")?.strip_suffix("*/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Shape) {
        assert_eq!(Shape::of(line), expected, "{line}");
    }

    #[test]
    fn lines_have_shapes() {
        check("", Shape::Blank);
        check(&"-".repeat(78), Shape::Rule);
        check("-- a dash --", Shape::Other);
        check(&"%-".repeat(39), Shape::Crosses);
        check(&"%%--".repeat(19), Shape::Replacements);
        check(&"%%%---".repeat(13), Shape::End);
        check(r"\\", Shape::Bar);
        check(
            r"\\ ( https://arxiv.org/abs/2603.00001 ,  10kb)",
            Shape::Last,
        );
        check(r"\\[2pt] in a formula", Shape::Other);
        check("% of all", Shape::Other);
    }

    #[test]
    fn lines_name_papers() {
        for (line, id, cross, whole) in [
            ("arXiv:2603.00001", Some("2603.00001"), false, true),
            (
                "arXiv:2603.00001 (*cross-listing*)",
                Some("2603.00001"),
                true,
                true,
            ),
            (
                "Paper (*cross-listing*): math.GT/9901001",
                Some("math/9901001"),
                true,
                true,
            ),
            ("Paper: hep-th/9901001", Some("hep-th/9901001"), false, true),
            ("arXiv:2603.00001], this work", None, false, false),
            (
                "arXiv:2603.00001 shows that",
                Some("2603.00001"),
                false,
                false,
            ),
            ("arXiv:99", None, false, true),
        ] {
            let Some(seen) = IdLine::parse(line) else {
                panic!("names nothing: {line}");
            };
            let seen_id = seen.id.as_ref().map(|(id, _)| id.as_str());
            assert_eq!(
                (seen_id, seen.cross, seen.whole),
                (id, cross, whole),
                "{line}"
            );
        }
        for line in ["Papers received as of", "Paper", " arXiv:2603.00001", ""] {
            assert_eq!(IdLine::parse(line), None, "{line}");
        }
    }
}
