//! The table of fields: one entry drives the parser, suggestions, help and completion.

use super::ast::Field;
use crate::core::facet::Facet;

/// What the language says about one field.
#[derive(Debug, PartialEq, Eq)]
pub struct FieldInfo {
    /// The field.
    pub field: Field,
    /// Its name, as it prints.
    pub name: &'static str,
    /// Other names under which it is read.
    pub aliases: &'static [&'static str],
    /// What can stand after it.
    pub takes: Takes,
    /// What it looks at, for a person.
    pub description: &'static str,
    /// A query that uses it.
    pub example: &'static str,
}

/// What can stand after a field. Each of them also takes a group in parentheses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Words, exact words, prefixes, phrases and regexes.
    Text,
    /// An arXiv identifier with or without its version, or the name of a paper without one.
    Id,
    /// The id of a tag of this facet, or `none`.
    Tag,
    /// `new`, `cross`, `replaced` or `none`.
    Announce,
    /// An arXiv category, an archive or `none`.
    Category,
    /// A day, month, year, range or `none`.
    Days,
    /// A source's name or `none`.
    Source,
    /// A heading of a digest or `none`.
    Topic,
    /// A tag of the reader's own, or `none`.
    Own,
    /// The name of an [`IsState`](super::IsState).
    Is,
    /// The name of a [`HasPart`](super::HasPart).
    Has,
}

impl Takes {
    /// What is expected after the field, for a message.
    pub fn expected(self) -> &'static str {
        match self {
            Self::Text => "a word, \"phrase\" or /regex/",
            Self::Id => "an arXiv identifier such as 2012.12877",
            Self::Tag => "a tag or none",
            Self::Announce => "new, cross, replaced or none",
            Self::Category => "a category such as cs.CV",
            Self::Days => "a day such as 2020-12-24, a month, a year or a range",
            Self::Source => "the name of a source",
            Self::Topic => "a digest's heading",
            Self::Own => "one of your tags or none",
            Self::Is => "unread, read, starred, later, skipped or duplicate",
            Self::Has => "abstract, authors, code, math or note",
        }
    }
}

/// All fields, in the order of the help page.
pub const FIELDS: &[FieldInfo] = &[
    FieldInfo {
        field: Field::Title,
        name: "title",
        aliases: &[],
        takes: Takes::Text,
        description: "The title.",
        example: "title:(gan OR diffusion)",
    },
    FieldInfo {
        field: Field::Abstract,
        name: "abstract",
        aliases: &[],
        takes: Takes::Text,
        description: "The abstract.",
        example: "abstract:\"point cloud\"",
    },
    FieldInfo {
        field: Field::Author,
        name: "author",
        aliases: &[],
        takes: Takes::Text,
        description: "The authors, one at a time.",
        example: "author:\"Ma W\"",
    },
    FieldInfo {
        field: Field::Comment,
        name: "comment",
        aliases: &[],
        takes: Takes::Text,
        description: "The authors' comment.",
        example: "comment:accepted",
    },
    FieldInfo {
        field: Field::Facet(Facet::Task),
        name: "task",
        aliases: &[],
        takes: Takes::Tag,
        description: "The problem solved.",
        example: "task:(object-detection OR segmentation)",
    },
    FieldInfo {
        field: Field::Facet(Facet::Domain),
        name: "domain",
        aliases: &[],
        takes: Takes::Tag,
        description: "Where it is applied.",
        example: "-domain:medical",
    },
    FieldInfo {
        field: Field::Facet(Facet::Modality),
        name: "modality",
        aliases: &[],
        takes: Takes::Tag,
        description: "What it takes in, beyond ordinary colour images.",
        example: "modality:point-cloud",
    },
    FieldInfo {
        field: Field::Facet(Facet::Method),
        name: "method",
        aliases: &[],
        takes: Takes::Tag,
        description: "What it is built of.",
        example: "method:transformer",
    },
    FieldInfo {
        field: Field::Facet(Facet::Learning),
        name: "learning",
        aliases: &[],
        takes: Takes::Tag,
        description: "How it learns.",
        example: "learning:self-supervised",
    },
    FieldInfo {
        field: Field::Facet(Facet::Contribution),
        name: "contribution",
        aliases: &[],
        takes: Takes::Tag,
        description: "What kind of paper it is.",
        example: "contribution:survey",
    },
    FieldInfo {
        field: Field::Facet(Facet::Resource),
        name: "resource",
        aliases: &[],
        takes: Takes::Tag,
        description: "What comes with it.",
        example: "resource:code-link",
    },
    FieldInfo {
        field: Field::Facet(Facet::Dataset),
        name: "dataset",
        aliases: &[],
        takes: Takes::Tag,
        description: "Public datasets that it names.",
        example: "dataset:kitti",
    },
    FieldInfo {
        field: Field::Facet(Facet::Announce),
        name: "announce",
        aliases: &[],
        takes: Takes::Announce,
        description: "How the day's list carried it.",
        example: "announce:new",
    },
    FieldInfo {
        field: Field::Facet(Facet::Category),
        name: "cat",
        aliases: &["category"],
        takes: Takes::Category,
        description: "Its arXiv categories; an archive stands for all of its own.",
        example: "cat:cs.CV",
    },
    FieldInfo {
        field: Field::Facet(Facet::Topic),
        name: "topic",
        aliases: &[],
        takes: Takes::Topic,
        description: "The heading under which the digest has it.",
        example: "topic:\"visual localization\"",
    },
    FieldInfo {
        field: Field::Facet(Facet::Day),
        name: "day",
        aliases: &[],
        takes: Takes::Days,
        description: "The day on which it was announced.",
        example: "day:2020-12-20..2020-12-24",
    },
    FieldInfo {
        field: Field::Facet(Facet::Source),
        name: "source",
        aliases: &[],
        takes: Takes::Source,
        description: "The file it came from.",
        example: "source:\"monday.md\"",
    },
    FieldInfo {
        field: Field::Id,
        name: "id",
        // As papers are cited and linked.
        aliases: &["arxiv", "doi"],
        takes: Takes::Id,
        description: "Its arXiv identifier.",
        example: "id:2012.12877",
    },
    FieldInfo {
        field: Field::Is,
        name: "is",
        aliases: &[],
        takes: Takes::Is,
        description: "What you did with it.",
        example: "is:unread",
    },
    FieldInfo {
        field: Field::Has,
        name: "has",
        aliases: &[],
        takes: Takes::Has,
        description: "What there is of it.",
        example: "has:code",
    },
    FieldInfo {
        field: Field::Tag,
        name: "tag",
        aliases: &[],
        takes: Takes::Own,
        description: "Your own tags.",
        example: "tag:thesis",
    },
];

/// The field with this name or alias, whatever its letter case.
pub fn field_named(name: &str) -> Option<&'static FieldInfo> {
    FIELDS.iter().find(|info| {
        info.name.eq_ignore_ascii_case(name)
            || info
                .aliases
                .iter()
                .any(|alias| alias.eq_ignore_ascii_case(name))
    })
}

impl Field {
    /// What the language says about the field.
    pub fn info(self) -> &'static FieldInfo {
        // A test proves that every field has an entry; the first one stands in so that nothing can panic.
        FIELDS
            .iter()
            .find(|info| info.field == self)
            .unwrap_or(&FIELDS[0])
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn every_field_has_one_entry() {
        let mut fields = vec![
            Field::Title,
            Field::Abstract,
            Field::Author,
            Field::Comment,
            Field::Id,
            Field::Is,
            Field::Has,
            Field::Tag,
        ];
        fields.extend(Facet::ALL.map(Field::Facet));
        for field in &fields {
            assert_eq!(field.info().field, *field);
            assert_eq!(
                field_named(field.info().name),
                Some(field.info()),
                "{field:?}"
            );
        }
        assert_eq!(FIELDS.len(), fields.len());
    }

    #[test]
    fn every_example_is_canonical_and_uses_its_field() {
        for info in FIELDS {
            let Ok(parsed) = parse(info.example) else {
                panic!("{} does not parse", info.example);
            };
            let query = parsed.query;
            let fields: Vec<_> = query.terms().iter().map(|term| term.field).collect();
            assert!(
                fields.iter().all(|field| *field == Some(info.field)),
                "{}",
                info.example
            );
            // A source's name prints bare where it can.
            let printed = query.to_string();
            assert_eq!(printed, info.example.replace("\"monday.md\"", "monday.md"));
        }
    }
}
