//! Labels of fields: `**Authors**: …`, `TL;DR: …`, `作者：…`, `| 作者 | … |`.

use std::ops::Range;

use super::shape::{Shape, trimmed};

/// What a labelled field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The authors.
    Authors,
    /// The link to the paper, or its arXiv id.
    Link,
    /// The title, where it is a field like others.
    Title,
    /// The abstract.
    Abstract,
    /// The digest's own summary in a line.
    Gist,
    /// The primary category, or all.
    Category,
    /// The day of the paper.
    Published,
    /// How it was announced: `new`, `cross`, `replace`.
    Kind,
    /// The authors' comment.
    Comment,
    /// Where it was published.
    Journal,
    /// Its DOI.
    Doi,
    /// Where its code is.
    Code,
    /// The day of the whole digest.
    Updated,
    /// A paragraph of a footnote.
    Paragraph,
    /// The day on which its first version was submitted.
    Submitted,
    /// Something that is not kept: translations, what a model wrote.
    Other,
}

/// The labels in lower case.
const LABELS: [(&str, Field); 67] = [
    ("authors", Field::Authors),
    ("author", Field::Authors),
    ("作者", Field::Authors),
    ("link", Field::Link),
    ("links", Field::Link),
    ("url", Field::Link),
    ("pdf", Field::Link),
    ("paper", Field::Link),
    ("paper link", Field::Link),
    ("arxiv", Field::Link),
    ("arxiv id", Field::Link),
    ("arxiv link", Field::Link),
    ("论文链接", Field::Link),
    ("论文地址", Field::Link),
    ("链接", Field::Link),
    ("title", Field::Title),
    ("论文题目", Field::Title),
    ("标题", Field::Title),
    ("abstract", Field::Abstract),
    ("摘要", Field::Abstract),
    ("英文摘要", Field::Abstract),
    ("tl;dr", Field::Gist),
    ("tldr", Field::Gist),
    ("task", Field::Gist),
    ("核心贡献", Field::Gist),
    ("main category", Field::Category),
    ("primary category", Field::Category),
    ("category", Field::Category),
    ("categories", Field::Category),
    ("subjects", Field::Category),
    ("published", Field::Published),
    ("date", Field::Published),
    ("发布日期", Field::Published),
    ("submitted", Field::Submitted),
    ("type", Field::Kind),
    ("announce type", Field::Kind),
    ("comment", Field::Comment),
    ("comments", Field::Comment),
    ("journal", Field::Journal),
    ("journal ref", Field::Journal),
    ("journal-ref", Field::Journal),
    ("doi", Field::Doi),
    ("code", Field::Code),
    ("代码", Field::Code),
    ("代码链接", Field::Code),
    ("代码地址", Field::Code),
    ("last updated", Field::Updated),
    ("updated", Field::Updated),
    ("报告日期", Field::Updated),
    ("motivation", Field::Other),
    ("method", Field::Other),
    ("result", Field::Other),
    ("conclusion", Field::Other),
    ("details", Field::Other),
    ("title (zh)", Field::Other),
    ("abstract (zh)", Field::Other),
    ("中文标题", Field::Other),
    ("中文摘要", Field::Other),
    ("score", Field::Other),
    ("分类理由", Field::Other),
    ("创新点", Field::Other),
    ("方法", Field::Other),
    ("结果", Field::Other),
    ("相关性与影响", Field::Other),
    ("项目地址", Field::Other),
    ("数据集", Field::Other),
    ("summary", Field::Other),
];

/// A label is not longer than so many bytes.
const LONGEST: usize = 64;

/// A label at the start of a line; ranges are places in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// What the field holds, if the label is known.
    pub(super) field: Option<Field>,
    /// Whether it is set apart as no running text is: bold, a cell of a table, or before a
    /// full-width colon.
    pub(super) strong: bool,
    /// What follows.
    pub(super) value: Range<usize>,
}

impl Label {
    /// The label that a line starts with.
    pub(super) fn of(line: &str) -> Option<Self> {
        let after_bullet = if Shape::of(line) == Shape::Bullet {
            line.get(2..)?.trim_start()
        } else {
            line
        };
        if let Some(cells) = line.strip_prefix('|') {
            let (name, value) = cells.strip_suffix('|')?.split_once('|')?;
            let label = !value.contains('|') && field(value).is_none();
            let from = 2 + name.len();
            return label.then(|| Self {
                field: field(name),
                strong: true,
                value: trimmed(line, from..from + value.len()),
            });
        }
        let bold = after_bullet.strip_prefix("**");
        let rest = bold.unwrap_or(after_bullet);
        let near = rest.get(..rest.floor_char_boundary(LONGEST))?;
        let (name, after, wide) = if bold.is_some() {
            let (name, _) = near.split_once("**")?;
            let after = rest.get(name.len() + 2..)?;
            let colon = after.starts_with([':', '：']) || name.trim_end().ends_with([':', '：']);
            (
                name,
                after.strip_prefix([':', '：']).unwrap_or(after),
                colon.then_some(true)?,
            )
        } else {
            // One after the other: a search for bytes looks through most lines of running text.
            let at = match (near.find(':'), near.find('：')) {
                (Some(narrow), Some(wide)) => narrow.min(wide),
                (narrow, wide) => narrow.or(wide)?,
            };
            let (name, after) = rest.split_at_checked(at)?;
            let wide = after.strip_prefix('：');
            (name, wide.or(after.get(1..))?, wide.is_some())
        };
        let start = line.len() - after.len();
        Some(Self {
            field: field(name),
            strong: wide,
            value: trimmed(line, start..line.len()),
        })
    }
}

/// What a field with this label holds.
pub(super) fn field(label: &str) -> Option<Field> {
    // Emoji and marks of emphasis stand around labels; quotation marks are those of JSON.
    let name = label.trim_matches(|c: char| {
        (!c.is_ascii() && !c.is_alphanumeric()) || matches!(c, '*' | '_' | ':' | ' ')
    });
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    LABELS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
        .map(|(_, field)| *field)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests {
    use super::*;

    /// The field, whether the label is strong, and the value.
    #[track_caller]
    fn check(line: &str, expected: Option<(Option<Field>, bool, &str)>) {
        let label = Label::of(line);
        let seen = label
            .as_ref()
            .map(|label| (label.field, label.strong, &line[label.value.clone()]));
        assert_eq!(seen, expected, "{line}");
    }

    #[test]
    fn labels_of_all_kinds() {
        check(
            "**Authors**: A B, C",
            Some((Some(Field::Authors), true, "A B, C")),
        );
        check("- **Link:** x", Some((Some(Field::Link), true, "x")));
        check(
            "TL;DR: so it is",
            Some((Some(Field::Gist), false, "so it is")),
        );
        check("**作者**：A", Some((Some(Field::Authors), true, "A")));
        check("摘要：", Some((Some(Field::Abstract), true, "")));
        check("**📄 英文摘要：**", Some((Some(Field::Abstract), true, "")));
        check(
            "| 👤 作者 | A B |",
            Some((Some(Field::Authors), true, "A B")),
        );
        check(
            "**Abstract (ZH)**: x",
            Some((Some(Field::Other), true, "x")),
        );
        check("We show: x", Some((None, false, "x")));
        check("**Bold** start: x", None);
        check("| Title | Authors |", None);
        check("| a | b | c |", None);
        check("no label", None);
        check("**", None);
        check("：", Some((None, true, "")));
    }
}
