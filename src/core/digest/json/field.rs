//! What the members of a record are called.

use super::members::NAMES;

/// What a member of a record says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The title.
    Title,
    /// The title, unless another member is called so.
    Name,
    /// The abstract.
    Abstract,
    /// The abstract, unless another member is called so.
    Summary,
    /// The authors.
    Authors,
    /// The arXiv id, perhaps with a version.
    Id,
    /// What another register calls it.
    Registered,
    /// The address of the paper.
    Address,
    /// The category that comes first.
    Primary,
    /// All categories.
    Categories,
    /// The day of the list.
    Day,
    /// The day on which the first version was submitted.
    Published,
    /// The day of this version.
    Updated,
    /// The authors' comment.
    Comment,
    /// Where it was published.
    Journal,
    /// Its DOI.
    Doi,
    /// Where its code is.
    Code,
    /// The digest's own summary in a line.
    Gist,
    /// What a model wrote, in an object of its own.
    Model,
    /// The number that the digest gives it.
    Number,
    /// The headings under which it stands.
    Topics,
    /// How it was announced.
    Announce,
    /// Whether that was inferred; only our own lines have it.
    Inferred,
    /// The version.
    Version,
    /// Links with labels.
    Links,
    /// Something that is not kept.
    Other,
    /// The abstract as places of its words: `{"We": [0, 3], "wait": [1]}`.
    Inverted,
    /// Where the paper stands: an address, and perhaps what it stands in.
    Location,
    /// Words of which some may be categories.
    Tags,
    /// All versions, the first of them first.
    Versions,
    /// What a reference manager has no field for, perhaps an arXiv id.
    Extra,
    /// What kind of item of Zotero it is.
    ItemType,
    /// What it answers, where it is no paper but an answer to one.
    ReplyTo,
    /// The name that ADS gives it, which makes days up where none is known.
    Bibcode,
    /// Why a service gives nothing.
    Failure,
    /// The number that says the same.
    Status,
    /// The authors in parts, the family first.
    Parsed,
    /// The date as far as it is known; only our own lines have it.
    Dated,
    /// The authors in one text, the initials behind their families.
    Short,
    /// The year of publication, perhaps with the month in it.
    Year,
    /// The month beside the year.
    Month,
}

/// The longest of the names as they may be written.
const LONGEST: usize = 32;

/// Members that hold the list of papers.
const LISTS: [&str; 33] = [
    "papers",
    "results",
    "data",
    "items",
    "entries",
    "articles",
    "records",
    "documents",
    "docs",
    "list",
    "feed",
    "entry",
    "paper",
    "response",
    "@graph",
    "channel",
    "collection",
    "edges",
    "hit",
    "hits",
    "item",
    "message",
    "nodes",
    "preprints",
    "publications",
    "record",
    "result",
    "resultlist",
    "rss",
    "search-results",
    "searchresults",
    "works",
    "value",
];

/// Members that hold papers where they stand around records, and something else in a record: what
/// it cites, what its reader wrote.
const AROUND_OR_WITHIN: [&str; 14] = [
    "attachments",
    "citations",
    "citedby",
    "cited_by",
    "cites",
    "collections",
    "files",
    "notes",
    "reference",
    "referencelist",
    "references",
    "related",
    "replies",
    "sections",
];

/// Objects whose members are those of the record in which they stand.
const PARTS: [&str; 25] = [
    "_source",
    "article",
    "attributes",
    "bibjson",
    "citedpaper",
    "citingpaper",
    "content",
    "data",
    "doc",
    "document",
    "entry",
    "fields",
    "info",
    "item",
    "message",
    "metadata",
    "node",
    "paper",
    "payload",
    "preprint",
    "publication",
    "record",
    "response",
    "result",
    "work",
];

/// What a member with this name says, if the name is known.
pub(super) fn field(name: &str) -> Option<Field> {
    if name.len() > LONGEST {
        return None;
    }
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, '_' | '-' | ' ' | '@'))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let known = |name: &str| {
        let at = NAMES
            .binary_search_by(|(known, _)| (*known).cmp(name))
            .ok()?;
        NAMES.get(at).map(|(_, field)| *field)
    };
    // `dc:title`; and as Solr has it, `title_s`.
    let bare = name.rsplit_once(':').map(|(_, bare)| bare);
    known(&name).or_else(|| known(bare?)).or_else(|| {
        let bare = name.strip_suffix(['s', 't'])?;
        known(bare).filter(|field| SINGLE.contains(field))
    })
}

/// Of these the names are read with another letter behind them too.
const SINGLE: [Field; 5] = [
    Field::Title,
    Field::Abstract,
    Field::Authors,
    Field::Doi,
    Field::Published,
];

/// Whether a member with this name holds the list of papers.
pub(super) fn is_list(name: &str) -> bool {
    is_of(&LISTS, name)
}

/// Whether a member with this name holds papers unless it stands in a record.
pub(super) fn is_around_or_within(name: &str) -> bool {
    is_of(&AROUND_OR_WITHIN, name)
}

/// Whether an object with this name is a part of the record in which it stands.
pub(super) fn is_part(name: &str) -> bool {
    is_of(&PARTS, name)
}

fn is_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.array_windows().all(|[(a, _), (b, _)]| a < b));
        assert!(NAMES.iter().all(|(name, _)| name.len() <= LONGEST));
    }

    #[test]
    fn names_as_they_are_written() {
        for (name, expected) in [
            ("Title", Some(Field::Title)),
            ("dc:title", Some(Field::Title)),
            ("arxiv:primary_category", Some(Field::Primary)),
            ("TL;DR", Some(Field::Gist)),
            ("authFullName_s", Some(Field::Authors)),
            ("container-title", Some(Field::Journal)),
            ("as", None),
            ("", None),
        ] {
            assert_eq!(field(name), expected, "{name}");
        }
    }
}
