//! The fields of a record, between its first two lines of `\\`.

use super::shape::IdLine;
use crate::core::digest::lines::lines;
use crate::core::digest::needles::starts_with;

/// A field that a paper keeps.
#[derive(Clone, Copy)]
pub(super) enum Field {
    /// The title.
    Title,
    /// The names, with affiliations.
    Authors,
    /// The categories, the primary one first.
    Categories,
    /// What old listings say beside the categories.
    Classes,
    /// The authors' comment.
    Comments,
    /// Where it was published.
    Journal,
    /// One DOI or several.
    Doi,
    /// When the first version was submitted.
    Date,
}

/// How many fields a paper keeps.
const KEPT: usize = 8;

/// What the fields are called.
const NAMES: [(&str, Field); 11] = [
    ("title", Field::Title),
    ("authors", Field::Authors),
    ("author", Field::Authors),
    ("categories", Field::Categories),
    ("subj-class", Field::Classes),
    ("comments", Field::Comments),
    ("comment", Field::Comments),
    ("journal-ref", Field::Journal),
    ("journal", Field::Journal),
    ("doi", Field::Doi),
    ("date", Field::Date),
];

/// How a replacement's date starts.
const REPLACED: &str = "replaced with";

/// The fields of one record, their lines joined.
#[derive(Debug, Default)]
pub(super) struct Fields<'t> {
    /// The line that names the paper, if there is one.
    pub(super) id: Option<IdLine<'t>>,
    /// Whether the record says that it replaces an older version.
    pub(super) replaced: bool,
    /// The last version that has a date.
    pub(super) version: Option<u16>,
    kept: [String; KEPT],
}

impl<'t> Fields<'t> {
    /// Reads the lines. An indented line goes on with the field above, and so does one that is no
    /// field.
    pub(super) fn parse(head: &'t str) -> Self {
        let mut fields = Self::default();
        let mut open: Option<Field> = None;
        for line in lines(head) {
            let line = line.text(head);
            let indented = line.starts_with([' ', '\t']);
            let content = line.trim();
            if content.is_empty() {
                continue;
            }
            if !indented && fields.begin(content, &mut open) {
                continue;
            }
            if let Some(field) = open {
                fields.extend(field, content);
            }
        }
        fields
    }

    /// What a field says; empty when it is not there.
    pub(super) fn get(&self, field: Field) -> &str {
        self.kept.get(field as usize).map_or("", String::as_str)
    }

    /// Whether not one field was found.
    pub(super) fn is_empty(&self) -> bool {
        self.id.is_none() && self.kept.iter().all(String::is_empty)
    }

    /// Whether the line starts a field, which is then the open one if it is kept.
    fn begin(&mut self, line: &'t str, open: &mut Option<Field>) -> bool {
        if self.id.is_none()
            && self.kept.iter().all(String::is_empty)
            && let Some(id) = IdLine::parse(line)
        {
            self.id = Some(id);
            return true;
        }
        if starts_with(line, REPLACED) {
            self.replaced = true;
            *open = None;
            return true;
        }
        let Some((name, value)) = line.split_once(':') else {
            return false;
        };
        let name = name.trim_end();
        if let Some((_, field)) = NAMES
            .iter()
            .find(|(known, _)| name.eq_ignore_ascii_case(known))
        {
            *open = Some(*field);
            self.extend(*field, value.trim());
            return true;
        }
        if starts_with(name, "date (revised") {
            let digits = name.trim_end_matches(')').rsplit(['v', ' ']).next();
            self.version = digits
                .and_then(|digits| digits.parse().ok())
                .max(self.version);
            *open = None;
            return true;
        }
        // A field that is not kept: `License`, `MSC-class`.
        let is_name = name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
        if is_name {
            *open = None;
        }
        is_name
    }

    fn extend(&mut self, field: Field, more: &str) {
        let Some(value) = self.kept.get_mut(field as usize) else {
            return;
        };
        if !value.is_empty() {
            value.push('\n');
        }
        value.push_str(more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, expected: [&str; 3]) {
        let fields = Fields::parse(head);
        let seen = [Field::Title, Field::Comments, Field::Doi]
            .map(|field| fields.get(field).replace('\n', "/"));
        assert_eq!(seen, expected, "{head}");
    }

    #[test]
    fn fields_go_on_over_indented_lines() {
        check(
            "arXiv:2603.00001\n\nTitle: A\n  B: c\nComments: x\nDOI: 10.1/2\n",
            ["A/B: c", "x", "10.1/2"],
        );
        check("Title: A\nand more\nComments:x", ["A/and more", "x", ""]);
        check(
            "Title: A\nLicense: http://a.b\n  c\nMSC-class: 11\n",
            ["A", "", ""],
        );
        check("", ["", "", ""]);
    }

    #[test]
    fn revisions_tell_the_version() {
        for (head, version) in [
            (
                "Date: x\nDate (revised v2): y\nDate (revised v11): z",
                Some(11),
            ),
            ("Date: x\nDate (revised): y", None),
            ("Date: x", None),
        ] {
            assert_eq!(Fields::parse(head).version, version, "{head}");
        }
    }
}
