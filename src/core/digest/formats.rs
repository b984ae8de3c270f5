//! The table of formats. A format is a module with a score and a parser; adding one adds a row
//! here.

use super::desk::Desk;
use super::parser::{Parser, Score, sample};
use super::{bib, feed, fields, heading, json, mail, papers, table, yaml};

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `# ArXiv cs.CV --Thu, 24 Dec 2020`, then `### 1.Title [ … ](link)` and `>  abstract` for
    /// each paper.
    HeadingDigest,
    /// Atom or RSS.
    Feed,
    /// Records between lines of `\\`, as arXiv mails them and lists them by month.
    ArxivMail,
    /// `### [1] [Title](https://arxiv.org/abs/2603.00001)`, `*A B,C D*`, then `TL;DR:` and
    /// `Abstract:`, as daily-arXiv-ai-enhanced writes it.
    DailyEnhanced,
    /// Other Markdown whose entries are a title and labelled fields: `**Authors**: …`,
    /// `**Abstract**: …`.
    FieldDigest,
    /// A table with a row for each paper: `|**2026-03-02**|**Title**|A Name
    /// et.al.|[2603.00001](http://arxiv.org/abs/2603.00001)|null|`.
    Table,
    /// Records of JSON, one a line, in a list or under topics.
    Json,
    /// `@misc{key, title = {…}, …}`.
    Bibtex,
    /// `TY  - UNPB`, `TI  - …`, until `ER  -`.
    Ris,
    /// `[{"type": "article", "title": …, "issued": …}]`.
    CslJson,
    /// Papers written in full by this program: `digest-explorer papers 1`.
    Papers,
    /// References and the heads of notes: `title: …`, or `- title: …` for each.
    Yaml,
}

impl Format {
    /// The format's name for a person.
    pub fn name(self) -> &'static str {
        spec(self).map_or("", |spec| spec.name)
    }

    /// What an entry of the format is called, for counting: `heading`, `record`.
    pub fn unit(self) -> &'static str {
        spec(self).map_or("", |spec| spec.unit)
    }
}

/// One row of the table.
pub(super) struct FormatSpec {
    /// Which format.
    pub(super) format: Format,
    /// Its name for a person.
    name: &'static str,
    /// What an entry of it is called; an “s” makes its plural.
    unit: &'static str,
    /// How an entry of it starts, for whoever brought something else.
    example: &'static str,
    /// How sure the start of a text is of this format.
    score: fn(&str) -> Score,
    /// Starts to parse the text on a desk.
    pub(super) parser: fn(&mut Desk<'_>) -> Box<dyn Parser>,
}

/// All formats; where two score the same, the first is taken.
static FORMATS: &[FormatSpec] = &[
    FormatSpec {
        format: Format::HeadingDigest,
        name: "Heading digest (Markdown)",
        unit: "heading",
        example: "“### 1.Title [ :arrow_down: ](https://arxiv.org/pdf/2012.12877.pdf)” and “>  abstract”",
        score: heading::score,
        parser: heading::parser,
    },
    FormatSpec {
        format: Format::Feed,
        name: "Feed (Atom, RSS)",
        unit: "item",
        example: "“<entry>” in a “<feed>”",
        score: feed::score,
        parser: feed::parser,
    },
    FormatSpec {
        format: Format::ArxivMail,
        name: "arXiv mail or listing",
        unit: "record",
        example: r"“\\” and “arXiv:2012.12877” over “Title: …”",
        score: mail::score,
        parser: mail::parser,
    },
    FormatSpec {
        format: Format::DailyEnhanced,
        name: "daily-arXiv-ai-enhanced (Markdown)",
        unit: "heading",
        example: "“### [1] [Title](https://arxiv.org/abs/2012.12877)” and “*A Name,B Name*”",
        score: fields::score_enhanced,
        parser: fields::parser,
    },
    FormatSpec {
        format: Format::FieldDigest,
        name: "Markdown with labelled fields",
        unit: "heading",
        example: "“# Title” and “**Authors**: A Name, B Name”",
        score: fields::score,
        parser: fields::parser,
    },
    FormatSpec {
        format: Format::Table,
        name: "Table (Markdown)",
        unit: "row",
        example: "“|**2020-12-24**|**Title**|A Name et.al.|[2012.12877](https://arxiv.org/abs/2012.12877)|null|”",
        score: table::score,
        parser: table::parser,
    },
    FormatSpec {
        format: Format::Json,
        name: "Records (JSON, JSON Lines)",
        unit: "record",
        example: r#"“{"id": "2012.12877", "title": "Title", "summary": "…"}”"#,
        score: json::score,
        parser: json::parser,
    },
    FormatSpec {
        format: Format::Bibtex,
        name: "BibTeX",
        unit: "reference",
        example: "“@misc{key, title = {Title}}”",
        score: bib::bibtex::score,
        parser: bib::bibtex::parser,
    },
    FormatSpec {
        format: Format::Ris,
        name: "RIS",
        unit: "reference",
        example: "“TY  - UNPB” over “TI  - Title”",
        score: bib::ris::score,
        parser: bib::ris::parser,
    },
    FormatSpec {
        format: Format::CslJson,
        name: "CSL-JSON",
        unit: "item",
        example: "“[{\"type\": \"article\", \"title\": …}]”",
        score: bib::csl::score,
        parser: bib::csl::parser,
    },
    FormatSpec {
        format: Format::Papers,
        name: "Papers of Digest Explorer",
        unit: "paper",
        example: "“digest-explorer papers 1” over “paper 2012.12877”",
        score: papers::score,
        parser: papers::parser,
    },
    FormatSpec {
        format: Format::Yaml,
        name: "References (YAML)",
        unit: "record",
        example: "“references:” over “- title: Title”",
        score: yaml::score,
        parser: yaml::parser,
    },
];

/// The format of a text, found by its content.
pub(super) fn sniff(text: &str) -> Option<&'static FormatSpec> {
    let sample = sample(text);
    FORMATS
        .iter()
        .map(|spec| (spec, (spec.score)(sample)))
        .filter(|(_, score)| *score > Score::Nothing)
        // `max_by_key` takes the last of equals; the first row wins.
        .rev()
        .max_by_key(|(_, score)| *score)
        .map(|(spec, _)| spec)
}

/// The row of a format.
pub(super) fn spec(format: Format) -> Option<&'static FormatSpec> {
    FORMATS.iter().find(|spec| spec.format == format)
}

/// The names of all formats, for a message.
pub(super) fn names() -> String {
    each(|spec| spec.name).join(", ")
}

/// How entries start, for a message.
pub(super) fn examples() -> String {
    each(|spec| spec.example).join(" or ")
}

fn each(part: fn(&FormatSpec) -> &'static str) -> Vec<&'static str> {
    FORMATS.iter().map(part).collect()
}
