//! The table of formats. A format is a module with a score and a parser; adding one adds a row
//! here.

use super::desk::Desk;
use super::parser::{Parser, Score, sample};
use super::{bib, copied, feed, fields, heading, json, list, mail, page, papers, table, yaml};

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
    /// A saved page or a mail in HTML: arXiv's lists and pages, alerts of Google Scholar, pages
    /// with `citation_…` meta tags.
    Page,
    /// Text copied from arXiv's pages: `[1] arXiv:2603.00001 [pdf, html, other]` over `Title: …`.
    Copied,
    /// Rows of cells with a delimiter between, under a header row: `title,authors,abstract`.
    Csv,
    /// Tagged text of databases: `PMID- 1` over `TI  - Title`, `PT J` over `TI Title`, `%0 Journal
    /// Article` over `%T Title`.
    Tagged,
    /// References in XML: PubMed, EndNote, OAI-PMH, Zotero's RDF and others.
    BibXml,
    /// Ids and addresses, one a line, or items of Markdown with a link to a paper each:
    /// `- **Title** [[paper](https://arxiv.org/abs/2603.00001)]`.
    List,
    /// References and the heads of notes: `title: …`, or `- title: …` for each.
    Yaml,
}

impl Format {
    /// The format's name for a person.
    pub fn name(self) -> &'static str {
        spec(self).map_or("", |spec| spec.name)
    }

    /// All formats, in the order in which they are named.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(|spec| spec.format)
    }

    /// How an entry of the format starts, for a person.
    pub fn example(self) -> &'static str {
        spec(self).map_or("", |spec| spec.example)
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
        format: Format::Page,
        name: "Web page or alert (HTML)",
        unit: "item",
        example: "“<dt>” with a link to “/abs/2012.12877”, or “<meta name=\"citation_title\" …>”",
        score: page::score,
        parser: page::parser,
    },
    FormatSpec {
        format: Format::Copied,
        name: "Text copied from arXiv’s pages",
        unit: "record",
        example: "“[1] arXiv:2012.12877 [pdf, html, other]” over “Title: …”",
        score: copied::score,
        parser: copied::parser,
    },
    FormatSpec {
        format: Format::Csv,
        name: "Table (CSV, TSV)",
        unit: "row",
        example: "“title,authors,abstract” over a row a paper",
        score: bib::csv::score,
        parser: bib::csv::parser,
    },
    FormatSpec {
        format: Format::Tagged,
        name: "Tagged references (PubMed, Web of Science, EndNote)",
        unit: "reference",
        example: "“PMID- 1” over “TI  - Title”",
        score: bib::tagged::score,
        parser: bib::tagged::parser,
    },
    FormatSpec {
        format: Format::BibXml,
        name: "References in XML (PubMed, EndNote, OAI-PMH, Zotero RDF)",
        unit: "record",
        example: "“<PubmedArticle>” in a “<PubmedArticleSet>”",
        score: bib::xml::score,
        parser: bib::xml::parser,
    },
    FormatSpec {
        format: Format::List,
        name: "List of links (text, Markdown)",
        unit: "item",
        example: "“https://arxiv.org/abs/2012.12877” or “- **Title** [[paper](https://arxiv.org/abs/2012.12877)]”",
        score: list::score,
        parser: list::parser,
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
    surest(text).map(|(spec, _)| spec)
}

/// The same, with how sure it is.
pub(super) fn surest(text: &str) -> Option<(&'static FormatSpec, Score)> {
    let sample = sample(text);
    FORMATS
        .iter()
        .map(|spec| (spec, (spec.score)(sample)))
        .filter(|(_, score)| *score > Score::Nothing)
        // `max_by_key` takes the last of equals; the first row wins.
        .rev()
        .max_by_key(|(_, score)| *score)
}

/// The row of a format.
pub(super) fn spec(format: Format) -> Option<&'static FormatSpec> {
    FORMATS.iter().find(|spec| spec.format == format)
}

/// What is read, each once, for a message: of a name that says in parentheses in which languages
/// it is written these alone.
pub(super) fn names() -> String {
    let mut names: Vec<&str> = Vec::new();
    for spec in FORMATS {
        let inner = spec
            .name
            .strip_suffix(')')
            .and_then(|name| name.split_once(" ("));
        for name in inner.map_or(spec.name, |(_, inner)| inner).split(", ") {
            // Of JSON and JSON Lines one says all.
            if !names.iter().any(|known| name.starts_with(known)) {
                names.push(name);
            }
        }
    }
    names.join(", ")
}
