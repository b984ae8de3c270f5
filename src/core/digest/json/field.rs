//! What the members of a record are called.

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
    /// The authors in parts, the family first.
    Parsed,
    /// Something that is not kept.
    Other,
    /// The date as far as it is known; only our own lines have it.
    Dated,
}

/// The names in lower case and without `_`, `-` and blanks.
const NAMES: [(&str, Field); 79] = [
    ("title", Field::Title),
    ("name", Field::Name),
    ("abstract", Field::Abstract),
    ("summary", Field::Summary),
    ("description", Field::Summary),
    ("authors", Field::Authors),
    ("author", Field::Authors),
    ("creators", Field::Authors),
    ("id", Field::Id),
    ("arxivid", Field::Id),
    ("arxiv", Field::Id),
    ("paperid", Field::Id),
    ("entryid", Field::Id),
    ("externalids", Field::Id),
    ("shortid", Field::Id),
    ("pdf", Field::Address),
    ("pdfurl", Field::Address),
    ("pdflink", Field::Address),
    ("abs", Field::Address),
    ("absurl", Field::Address),
    ("url", Field::Address),
    ("link", Field::Address),
    ("href", Field::Address),
    ("arxivurl", Field::Address),
    ("paperurl", Field::Address),
    ("arxivlink", Field::Address),
    ("primarycategory", Field::Primary),
    ("maincategory", Field::Primary),
    ("categories", Field::Categories),
    ("category", Field::Categories),
    ("subjects", Field::Categories),
    ("day", Field::Day),
    ("date", Field::Day),
    ("announced", Field::Day),
    ("announcedate", Field::Day),
    ("published", Field::Published),
    ("publishedat", Field::Published),
    ("publisheddate", Field::Published),
    ("publicationdate", Field::Published),
    ("publishdate", Field::Published),
    ("submitted", Field::Published),
    ("updated", Field::Updated),
    ("updateddate", Field::Updated),
    ("updatedate", Field::Updated),
    ("comment", Field::Comment),
    ("comments", Field::Comment),
    ("journal", Field::Journal),
    ("journalref", Field::Journal),
    ("doi", Field::Doi),
    ("code", Field::Code),
    ("codeurl", Field::Code),
    ("codelink", Field::Code),
    ("codelinks", Field::Code),
    ("github", Field::Code),
    ("githuburl", Field::Code),
    ("githubrepo", Field::Code),
    ("repository", Field::Code),
    ("gist", Field::Gist),
    ("tldr", Field::Gist),
    ("tl;dr", Field::Gist),
    ("task", Field::Gist),
    ("ai", Field::Model),
    ("number", Field::Number),
    ("topics", Field::Topics),
    ("topic", Field::Topics),
    ("announce", Field::Announce),
    ("announcetype", Field::Announce),
    ("announceinferred", Field::Inferred),
    ("version", Field::Version),
    ("links", Field::Links),
    ("titlezh", Field::Other),
    ("abstractzh", Field::Other),
    ("tags", Field::Other),
    ("keywords", Field::Other),
    ("authorsparsed", Field::Parsed),
    ("authorlist", Field::Authors),
    ("authorstring", Field::Authors),
    ("creator", Field::Authors),
    ("dated", Field::Dated),
];

/// The longest of the names as they may be written.
const LONGEST: usize = 32;

/// Members that hold the list of papers.
const LISTS: [&str; 14] = [
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
];

/// What a member with this name says, if the name is known.
pub(super) fn field(name: &str) -> Option<Field> {
    if name.len() > LONGEST {
        return None;
    }
    let name: String = name
        .chars()
        .filter(|c| !matches!(c, '_' | '-' | ' '))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let name = name.strip_prefix("arxiv:").unwrap_or(&name);
    NAMES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, field)| *field)
}

/// Whether a member with this name holds the list of papers.
pub(super) fn is_list(name: &str) -> bool {
    LISTS.iter().any(|known| known.eq_ignore_ascii_case(name))
}
