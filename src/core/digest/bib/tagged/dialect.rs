//! The dialects of tagged text: how their lines are made and which of their tags says what.

/// A dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// PubMed's MEDLINE format, and what Ovid and ERIC write alike.
    Medline,
    /// Web of Science's plain text.
    Wos,
    /// EndNote's tagged text, which is refer's.
    Refer,
    /// RefWorks' tagged text.
    RefWorks,
    /// Cochrane's plain text.
    Cochrane,
    /// Ovid's references with a name over each field.
    Ovid,
}

/// Which tags say what, the best first. Of the first of a row that an entry has, all values count
/// where there may be several.
#[derive(Debug)]
pub(super) struct Tags {
    /// Titles.
    pub(super) title: &'static [&'static str],
    /// Abstracts.
    pub(super) summary: &'static [&'static str],
    /// Names of persons.
    pub(super) authors: &'static [&'static str],
    /// Names of groups.
    pub(super) groups: &'static [&'static str],
    /// DOIs, perhaps among other numbers.
    pub(super) doi: &'static [&'static str],
    /// Journals and what else papers stand in.
    pub(super) journal: &'static [&'static str],
    /// Dates, some of which lack the year.
    pub(super) date: &'static [&'static str],
    /// Years.
    pub(super) year: &'static [&'static str],
    /// Keywords; all of them count.
    pub(super) keywords: &'static [&'static str],
    /// Notes.
    pub(super) comment: &'static [&'static str],
    /// What may name an arXiv id; all of them count.
    pub(super) hints: &'static [&'static str],
    /// PubMed's number.
    pub(super) pmid: &'static [&'static str],
    /// PubMed Central's number.
    pub(super) pmc: &'static [&'static str],
}

static MEDLINE: Tags = Tags {
    title: &["TI", "T1", "BTI", "TT", "CTI"],
    summary: &["AB", "N2", "OAB"],
    authors: &["FAU", "AU", "A1"],
    groups: &["CN"],
    doi: &["LID", "AID", "DO", "DI", "SO"],
    journal: &["JT", "JF", "TA", "JN", "T2", "JO"],
    date: &["DP", "DEP", "DG", "Y1"],
    year: &["YR", "PY"],
    keywords: &["OT", "MH", "KW"],
    comment: &[],
    hints: &["LID", "AID", "UR", "LK"],
    pmid: &["PMID"],
    pmc: &["PMC"],
};

static WOS: Tags = Tags {
    title: &["TI"],
    summary: &["AB"],
    authors: &["AF", "AU", "BF", "BA"],
    groups: &["CA", "GP"],
    doi: &["DI", "D2", "DL"],
    journal: &["SO", "JI", "J9"],
    date: &["PD", "EA", "DG"],
    year: &["PY"],
    keywords: &["DE", "ID"],
    comment: &[],
    hints: &["DI", "UT", "DL"],
    pmid: &["PM"],
    pmc: &[],
};

static REFER: Tags = Tags {
    title: &["T", "B"],
    summary: &["X"],
    authors: &["A"],
    groups: &["Q"],
    doi: &["R", "Y", "U"],
    journal: &["J", "B"],
    date: &["8", "D"],
    year: &["D"],
    keywords: &["K"],
    comment: &["Z", "O"],
    hints: &["U", "R", "J", "M", ">"],
    pmid: &[],
    pmc: &[],
};

static REFWORKS: Tags = Tags {
    title: &["T1", "OT"],
    summary: &["AB"],
    authors: &["A1"],
    groups: &[],
    doi: &["DO"],
    journal: &["JF", "JO", "T2"],
    date: &["FD", "YR"],
    year: &["YR"],
    keywords: &["K1"],
    comment: &["NO"],
    hints: &["UL", "LK", "DO"],
    pmid: &["PMID"],
    pmc: &["PMCID"],
};

static COCHRANE: Tags = Tags {
    title: &["TI"],
    summary: &["AB"],
    authors: &["AU"],
    groups: &[],
    doi: &["DOI", "DO"],
    journal: &["SO"],
    date: &["YR"],
    year: &["YR"],
    keywords: &["KY", "MH"],
    comment: &[],
    hints: &["DOI"],
    pmid: &["PM"],
    pmc: &[],
};

static OVID: Tags = Tags {
    title: &["Title", "Article Title", "Chapter Title"],
    summary: &["Abstract"],
    authors: &["Authors", "Author"],
    groups: &["Corporate Author", "Group Author"],
    doi: &["Digital Object Identifier", "DOI", "DO"],
    journal: &["Journal Name", "Source", "Book Title"],
    date: &[
        "Publication Date",
        "Date of Publication",
        "Year of Publication",
    ],
    year: &["Year of Publication"],
    keywords: &["Author Keywords", "Keyword Heading"],
    comment: &[],
    hints: &["Digital Object Identifier", "DOI"],
    pmid: &["PubMed ID", "PMID"],
    pmc: &[],
};

impl Dialect {
    /// Which of its tags says what.
    pub(super) fn tags(self) -> &'static Tags {
        match self {
            Self::Medline => &MEDLINE,
            Self::Wos => &WOS,
            Self::Refer => &REFER,
            Self::RefWorks => &REFWORKS,
            Self::Cochrane => &COCHRANE,
            Self::Ovid => &OVID,
        }
    }

    /// The tag and the value of a line; `None` where it has no tag.
    pub(super) fn tag(self, line: &str) -> Option<(&str, &str)> {
        match self {
            Self::Medline => medline(line),
            Self::Wos | Self::RefWorks => by_space(line),
            Self::Refer => refer(line),
            Self::Ovid => label(line),
            Self::Cochrane => {
                let (name, value) = line.split_once(':')?;
                let fits = (2..=3).contains(&name.len()) && is_name(name);
                fits.then(|| (name, value.trim()))
            }
        }
    }

    /// Whether a line stands between entries: `<1. >` of Ovid, `Record #1 of 2` of Cochrane.
    pub(super) fn parts(self, line: &str) -> bool {
        let line = line.trim();
        match self {
            Self::Medline | Self::Ovid => {
                let inner = line.strip_prefix('<').and_then(|l| l.strip_suffix('>'));
                inner.is_some_and(|inner| is_numbered(inner.trim_end_matches([' ', '.'])))
            }
            Self::Cochrane => {
                let rest = line.strip_prefix("Record #");
                let counts = rest.and_then(|rest| rest.split_once(" of "));
                counts.is_some_and(|(at, of)| is_numbered(at) && is_numbered(of))
            }
            _ => false,
        }
    }

    /// Whether a tag always starts an entry.
    pub(super) fn begins(self, tag: &str) -> bool {
        match self {
            Self::Wos => tag == "PT",
            Self::RefWorks => tag == "RT",
            Self::Refer => tag == "0",
            Self::Medline => matches!(tag, "PMID" | "VN" | "OWN"),
            Self::Cochrane | Self::Ovid => false,
        }
    }

    /// Whether a tag ends an entry.
    pub(super) fn ends(self, tag: &str) -> bool {
        matches!((self, tag), (Self::Wos, "ER"))
    }

    /// Whether a tag is one of the file and of no entry.
    pub(super) fn is_of_the_file(self, tag: &str) -> bool {
        self == Self::Wos && matches!(tag, "FN" | "VR" | "EF")
    }

    /// Whether each line of a field is a value of its own.
    pub(super) fn is_list(self, tag: &str) -> bool {
        self == Self::Wos && matches!(tag, "AU" | "AF" | "BA" | "BF" | "CA" | "GP")
    }

    /// Whether a blank line ends an entry, whichever tag follows.
    pub(super) fn is_parted_by_blanks(self) -> bool {
        self == Self::Refer
    }

    /// What starts an entry, for a message.
    pub(super) fn start(self) -> &'static str {
        match self {
            Self::Medline => "PMID- ",
            Self::Wos => "PT ",
            Self::Refer => "%0 ",
            Self::RefWorks => "RT ",
            Self::Cochrane => "Record #",
            Self::Ovid => "<1>",
        }
    }
}

fn is_numbered(text: &str) -> bool {
    (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// `TI`, `T1`, `PMID`.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// `PMID- 1`, `TI  - A title`, and `SCORE  - ` of Ovid; there may be one space before.
fn medline(line: &str) -> Option<(&str, &str)> {
    let line = line.strip_prefix(' ').unwrap_or(line);
    let dash = line.bytes().take(10).position(|b| b == b'-')?;
    let (name, rest) = line.split_at_checked(dash)?;
    let value = rest.get(1..)?;
    let tag = name.trim_end_matches(' ');
    let fits = dash >= 3
        && (2..=5).contains(&tag.len())
        && (tag.len() == 4 || tag.len() < dash)
        && is_name(tag)
        && (value.is_empty() || value.starts_with([' ', '\t']));
    fits.then(|| (tag, value.trim()))
}

/// `TI A title`, `ER`: a name of two letters, or a number of PubMed's, then a space or nothing.
fn by_space(line: &str) -> Option<(&str, &str)> {
    let (name, value) = match line.find([' ', '\t']) {
        Some(at) => line.split_at_checked(at)?,
        None => (line, ""),
    };
    let fits = (name.len() == 2 && is_name(name)) || matches!(name, "PMID" | "PMCID");
    fits.then(|| (name, value.trim()))
}

/// `%T A title`.
fn refer(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix('%')?;
    let (name, value) = rest.split_at_checked(1)?;
    let fits = name.bytes().all(|b| b.is_ascii_graphic())
        && (value.is_empty() || value.starts_with([' ', '\t']));
    fits.then(|| (name, value.trim()))
}

/// `Year of Publication`, the name of a field, on a line of its own.
fn label(line: &str) -> Option<(&str, &str)> {
    let name = line.trim_end();
    let fits = (2..=40).contains(&name.len())
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'/' | b'-' | b'(' | b')'));
    fits.then_some((name, ""))
}
