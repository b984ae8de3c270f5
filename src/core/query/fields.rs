//! The table of fields: one entry drives the parser, suggestions, help and completion.

use super::ast::Field;
use crate::core::facet::{Facet, FacetKind};

/// What the language says about one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// A value of a facet of this kind, or `none`.
    Values(FacetKind),
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
            Self::Values(kind) => match kind {
                FacetKind::Tag => "a tag or none",
                FacetKind::Announce => "new, cross, replaced or none",
                FacetKind::Category => "a category such as cs.CV",
                FacetKind::Topic => "a digest's heading",
                FacetKind::Day => "a day such as 2020-12-24, a month, a year or a range",
                FacetKind::Source => "the name of a source",
                FacetKind::State => "starred, later, read, skipped, new or undecided",
            },
            Self::Is => "unread, read, starred, later, skipped, duplicate, new or undecided",
            Self::Has => "abstract, authors, code, math or note",
        }
    }
}

/// All fields, in the order of the help page.
pub const FIELDS: &[FieldInfo] = &{
    let mut all = [TEXTS[0]; TEXTS.len() + Facet::ALL.len() + OTHERS.len()];
    let (texts, behind) = all.split_at_mut(TEXTS.len());
    let (facets, others) = behind.split_at_mut(Facet::ALL.len());
    texts.copy_from_slice(TEXTS);
    others.copy_from_slice(OTHERS);
    let mut at = 0;
    while at < facets.len() {
        facets[at] = of_facet(Facet::ALL[at]);
        at += 1;
    }
    all
};

/// The field by which a query asks for a facet's values.
const fn of_facet(facet: Facet) -> FieldInfo {
    let (name, aliases): (_, &[_]) = match facet.kind() {
        FacetKind::Category => ("cat", &["category"]),
        FacetKind::Day => (facet.name(), &["date", "year"]),
        FacetKind::Tag
        | FacetKind::Announce
        | FacetKind::Topic
        | FacetKind::Source
        | FacetKind::State => (facet.name(), &[]),
    };
    FieldInfo {
        field: Field::Facet(facet),
        name,
        aliases,
        takes: Takes::Values(facet.kind()),
        description: facet.description(),
        example: facet.example(),
    }
}

/// The fields that hold words.
const TEXTS: &[FieldInfo] = &[
    FieldInfo {
        field: Field::Title,
        name: "title",
        // As arXiv calls the fields.
        aliases: &["ti"],
        takes: Takes::Text,
        description: "The title.",
        example: "title:(gan OR diffusion)",
    },
    FieldInfo {
        field: Field::Abstract,
        name: "abstract",
        aliases: &["abs"],
        takes: Takes::Text,
        description: "The abstract.",
        example: "abstract:\"point cloud\"",
    },
    FieldInfo {
        field: Field::Author,
        name: "author",
        aliases: &["au", "authors"],
        takes: Takes::Text,
        description: "The authors, one at a time.",
        example: "author:\"Ma W\"",
    },
    FieldInfo {
        field: Field::Comment,
        name: "comment",
        aliases: &["co", "comments"],
        takes: Takes::Text,
        description: "The authors' comment.",
        example: "comment:accepted",
    },
];

/// The fields that are neither words nor facets.
const OTHERS: &[FieldInfo] = &[
    FieldInfo {
        field: Field::Id,
        name: "id",
        // As papers are cited and linked.
        aliases: &["arxiv", "doi"],
        takes: Takes::Id,
        description: "Its arXiv identifier or DOI.",
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
        field: Field::Note,
        name: "note",
        aliases: &[],
        takes: Takes::Text,
        description: "What you wrote on it.",
        example: "note:baseline",
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
        // A test proves that every field has an entry; the first one stands in so that nothing can
        // panic.
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
            Field::Note,
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
