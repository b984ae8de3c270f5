//! What the help says: keys, the query language, the tags.

pub const HELP_KEYS: &str = "Keys";
pub const HELP_QUERY: &str = "Searching";
pub const HELP_TAGS: &str = "What the tags mean";
pub const HELP_TAGGED: &str = "Of a title, an abstract and a comment the first 64 KB are looked at for tags, with a rule's regex the first 8 KB. Searching finds all that they say.";
pub const SINGLE_KEYS: &str = "Single-letter keys are on";

/// Examples of queries and what they find; the fields have their own.
pub const SYNTAX: [(&str, &str); 12] = [
    ("diffusion model", "both words, singular or plural"),
    ("\"domain shift\"", "these words side by side"),
    ("segment*", "words that start so"),
    ("=gan", "exactly this form"),
    ("/[23]d/", "a regular expression"),
    ("title:pose", "in a field; all of them stand below"),
    (
        "detection OR tracking",
        "either; AND is what stands between words anyway",
    ),
    ("-survey", "without; NOT survey says the same"),
    ("(a OR b) -c", "groups"),
    (
        "task:object-detection",
        "a tag, as in the filters; task:none for papers without one",
    ),
    (
        "day:2020-12-20..2020-12-24",
        "days; also day:2020-12, day:>=2020-12-20",
    ),
    (
        "is:starred",
        "what you did: also is:later, is:read, is:unread, is:skipped, is:new, is:undecided, has:note, note:word",
    ),
];
/// The heading above the fields of a query.
pub const HELP_FIELDS: &str = "Fields";
