//! Notes that say no more than what names a paper, as reference managers write them into the field
//! of a comment.
//!
//! ```text
//! arXiv:2012.12877 [cs, stat]            arXiv: 2012.12877
//! version: 2                             Comment: 12 pages
//! ```

use super::arxiv::{self, Named};
use crate::core::digest::categories;

/// A note, taken apart.
#[derive(Debug, Default, PartialEq)]
pub(in super::super) struct Note {
    /// What the authors say, or whoever wrote the note.
    pub(in super::super) comment: String,
    /// The lines that name the paper.
    pub(in super::super) identities: Vec<String>,
}

impl Note {
    /// The version of the paper that was named last, where its id has none.
    fn take_version(&mut self, version: u16) {
        let mut near = self.identities.iter().rev().take(4);
        let known = near.find_map(|id| arxiv::find(id));
        if let Some((id, None)) = known {
            self.identities.push(format!("arXiv:{id}v{version}"));
        }
    }
}

/// What stands before a line of reference managers that names the paper elsewhere, in lower case.
const LABELS: [&str; 6] = [
    "_eprint:",
    "arxiv id:",
    "doi:",
    "tex.eprint:",
    "tex.eprinttype:",
    "tex.archiveprefix:",
];

/// What stands before an id that is said to be one of arXiv.
const NAMES: [&str; 8] = [
    "arxiv", "preprint", "eprint", "e", "print", "prints", "org", "id",
];

/// Takes a note apart, line by line.
pub(in super::super) fn read(note: &str) -> Note {
    let mut read = Note::default();
    // Most are a comment, and remain as they are.
    let is_labelled = |line: &str| matches!(what(line), Line::Labelled(rest) if !rest.is_empty());
    let is_mixed = note.lines().any(|line| what(line) == Line::Identity)
        || note.lines().next().is_some_and(is_labelled);
    if !is_mixed {
        note.clone_into(&mut read.comment);
        return read;
    }
    let mut comment = Vec::new();
    for line in note.lines() {
        match what(line) {
            Line::Comment => comment.push(line),
            Line::Labelled(rest) => comment.push(rest),
            Line::Identity => {
                read.identities.push(line.trim().to_owned());
                if let Some(version) = version_behind(line) {
                    read.take_version(version);
                }
            }
            Line::Version(_) if read.identities.is_empty() => comment.push(line),
            Line::Version(version) => read.take_version(version),
        }
    }
    comment.join("\n").trim().clone_into(&mut read.comment);
    read
}

#[derive(Debug, PartialEq)]
enum Line<'t> {
    Comment,
    /// A comment behind a label that says so.
    Labelled(&'t str),
    Identity,
    Version(u16),
}

/// What a line of a note is.
fn what(line: &str) -> Line<'_> {
    let line = line.trim();
    let behind = |label: &str| {
        let (start, rest) = line.split_at_checked(label.len())?;
        start.eq_ignore_ascii_case(label).then(|| rest.trim())
    };
    if let Some(version) = behind("version:").and_then(|version| version.parse().ok()) {
        return Line::Version(version);
    }
    if let Some(comment) = behind("comment:").or_else(|| behind("comments:")) {
        return Line::Labelled(comment);
    }
    let is_labelled = LABELS.iter().any(|label| behind(label).is_some());
    if is_labelled || identity(line).is_some() {
        return Line::Identity;
    }
    Line::Comment
}

/// The version that a line names behind an id: `arXiv:2012.12877 [cs] version: 1`.
fn version_behind(line: &str) -> Option<u16> {
    let (_, version) = line.rsplit_once("version:")?;
    version.trim().parse().ok()
}

/// The id of a line that is `arXiv:2012.12877 [cs, stat]` and perhaps a version.
fn identity(line: &str) -> Option<Named> {
    let start = line.get(.."arxiv".len())?;
    if !start.eq_ignore_ascii_case("arxiv") {
        return None;
    }
    let found = arxiv::find(line)?;
    let (id, _) = &found;
    let (before, rest) = line.split_once(id.as_str())?;
    let names_arxiv =
        |word: &str| word.is_empty() || NAMES.iter().any(|name| word.eq_ignore_ascii_case(name));
    if !before
        .split(|c: char| !c.is_alphanumeric())
        .all(names_arxiv)
    {
        return None;
    }
    let is_said = |word: &str| {
        let word = word.trim_end_matches(['.', ',', ':', ';']);
        word.is_empty()
            || categories::is_category(word)
            || word.bytes().all(|b| b.is_ascii_digit())
            || word.eq_ignore_ascii_case("version")
            || (word.starts_with(['v', 'V']) && word.bytes().skip(1).all(|b| b.is_ascii_digit()))
    };
    rest.split([' ', '\t', ',', '[', ']', '(', ')'])
        .all(is_said)
        .then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(note: &str, comment: &str, identities: &[&str]) {
        let read = read(note);
        assert_eq!(read.comment, comment, "{note}");
        assert_eq!(read.identities, identities, "{note}");
    }

    #[test]
    fn what_names_the_paper_is_no_comment() {
        check("arXiv: 2012.12877", "", &["arXiv: 2012.12877"]);
        check(
            "arXiv:2012.12877 [cs, stat]",
            "",
            &["arXiv:2012.12877 [cs, stat]"],
        );
        check(
            "arXiv:2012.12877 [cs]\nversion: 2",
            "",
            &["arXiv:2012.12877 [cs]", "arXiv:2012.12877v2"],
        );
        check(
            "arXiv:2012.12877 [cs] version: 2",
            "",
            &["arXiv:2012.12877 [cs] version: 2", "arXiv:2012.12877v2"],
        );
        check(
            "DOI: 10.1000/1\nComment: 12 pages",
            "12 pages",
            &["DOI: 10.1000/1"],
        );
        check("Comment: 12 pages", "12 pages", &[]);
        check(
            "12 pages\narXiv:2012.12877",
            "12 pages",
            &["arXiv:2012.12877"],
        );
    }

    #[test]
    fn comments_stay_as_they_are() {
        for note in [
            "",
            "12 pages\n\n3 figures",
            "arXiv admin note: text overlap with arXiv:2012.12877",
            "Extended version of arXiv:2012.12877",
            "version 2: typos fixed",
        ] {
            check(note, note, &[]);
        }
    }
}
