//! The formats that are written.

/// A format that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `@misc{…}`, for LaTeX.
    Bibtex,
    /// For reference managers.
    Ris,
    /// For citation processors and Pandoc.
    Csl,
    /// For spreadsheets.
    Csv,
    /// A digest for people.
    Markdown,
    /// One JSON object a line, with all that is known.
    Ndjson,
    /// `@online{…}`, for LaTeX with BibLaTeX.
    Biblatex,
    /// An archive of notes, one a paper, for Obsidian.
    Obsidian,
    /// Headlines with properties, for Emacs.
    Org,
    /// A line a paper, as a list of references has it.
    Plain,
}

impl Form {
    /// All formats.
    pub const ALL: [Self; 10] = [
        Self::Bibtex,
        Self::Ris,
        Self::Csl,
        Self::Csv,
        Self::Markdown,
        Self::Ndjson,
        Self::Biblatex,
        Self::Obsidian,
        Self::Org,
        Self::Plain,
    ];

    /// Name on a command line, extension, MIME type.
    const fn names(self) -> [&'static str; 3] {
        match self {
            Self::Bibtex => ["bibtex", "bib", "application/x-bibtex"],
            Self::Ris => ["ris", "ris", "application/x-research-info-systems"],
            Self::Csl => ["csl", "json", "application/vnd.citationstyles.csl+json"],
            Self::Csv => ["csv", "csv", "text/csv"],
            Self::Markdown => ["markdown", "md", "text/markdown"],
            Self::Ndjson => ["ndjson", "ndjson", "application/x-ndjson"],
            Self::Biblatex => ["biblatex", "bib", "application/x-bibtex"],
            Self::Obsidian => ["obsidian", "zip", "application/zip"],
            Self::Org => ["org", "org", "text/org"],
            Self::Plain => ["plain", "txt", "text/plain"],
        }
    }

    /// The format's name on a command line.
    pub const fn id(self) -> &'static str {
        self.names()[0]
    }

    /// The extension of its files, without a dot.
    pub const fn extension(self) -> &'static str {
        self.names()[1]
    }

    /// The MIME type of its files. Those that are text are UTF-8.
    pub const fn mime(self) -> &'static str {
        self.names()[2]
    }

    /// Whether a file of it is text, which can be shown and copied; the others are archives.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Obsidian)
    }
}
