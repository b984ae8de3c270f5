//! arXiv's real mails and listings against an independent reading of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use std::path::{Path, PathBuf};

use digest_explorer::core::diagnostic::DiagnosticKind;
use digest_explorer::core::digest::{Digest, Format, markup, read};
use digest_explorer::core::paper::AnnounceKind;

use corpora_support::corpora;

/// A file as text, damaged bytes and all, and as it is read.
fn both(path: &Path) -> (String, Digest) {
    let bytes = std::fs::read(path).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let name = path.file_name().unwrap().to_str().unwrap();
    (text, read(name, bytes))
}

/// What each file holds: name, papers, new, cross, replaced, the day, and its defects.
type Expected = (
    &'static str,
    usize,
    [usize; 3],
    Option<&'static str>,
    &'static [DiagnosticKind],
);

const FILES: [Expected; 12] = [
    (
        "arxiv-mail/full-cs-mail_2026-01-21.txt",
        1141,
        [345, 362, 434],
        Some("2026-01-21"),
        &[],
    ),
    (
        "arxiv-mail/fixture_2026-01-23.txt",
        5,
        [5, 0, 0],
        Some("2026-01-23"),
        &[],
    ),
    (
        // A weekday that it was not, a record without an id, one without an end, and one twice.
        "arxiv-mail/fixture_malformed.txt",
        5,
        [5, 0, 0],
        Some("2026-01-22"),
        &[
            DiagnosticKind::BadDay,
            DiagnosticKind::NoLink,
            DiagnosticKind::Truncated,
            DiagnosticKind::Duplicate,
        ],
    ),
    (
        "arxiv-listing/astro-ph__0001.txt",
        605,
        [546, 59, 0],
        None,
        &[],
    ),
    (
        "arxiv-listing/astro-ph__0804.txt",
        860,
        [767, 93, 0],
        None,
        &[],
    ),
    (
        // One line is Latin-1, and one paper stands twice.
        "arxiv-listing/astro-ph__1009.txt",
        1305,
        [1172, 133, 0],
        None,
        &[DiagnosticKind::Encoding, DiagnosticKind::Duplicate],
    ),
    (
        "arxiv-listing/astro-ph__9403.txt",
        88,
        [67, 21, 0],
        None,
        &[],
    ),
    (
        "arxiv-listing/astro-ph__9610.txt",
        289,
        [270, 19, 0],
        None,
        &[],
    ),
    (
        "arxiv-listing/astro-ph__9905.txt",
        451,
        [395, 56, 0],
        None,
        &[],
    ),
    (
        "arxiv-listing/astro-ph__new.txt",
        97,
        [53, 4, 40],
        Some("2023-03-03"),
        &[],
    ),
    ("arxiv-listing/math-ph__9712.txt", 34, [0, 34, 0], None, &[]),
    (
        "arxiv-listing/q-fin__new.PM.txt",
        3,
        [2, 0, 1],
        Some("2023-03-16"),
        &[],
    ),
];

#[test]
fn every_record_of_every_file_is_read() {
    let Some(folder) = corpora().map(PathBuf::from) else {
        return;
    };
    for (name, papers, kinds, day, defects) in FILES {
        let (_, digest) = both(&folder.join(name));
        assert_eq!(digest.format, Some(Format::ArxivMail), "{name}");
        assert_eq!(
            (digest.papers.len(), digest.entries as usize),
            (papers, papers),
            "{name}"
        );
        let seen = AnnounceKind::ALL.map(|kind| {
            let of_kind = digest.papers.iter().filter(|paper| {
                paper
                    .announce
                    .is_some_and(|seen| seen.kind == kind && !seen.inferred)
            });
            of_kind.count()
        });
        assert_eq!(seen, kinds, "{name}");
        for paper in &digest.papers {
            let seen = paper.days.first().map(ToString::to_string);
            assert_eq!(seen.as_deref(), day, "{name}: {}", paper.id);
        }
        let seen: Vec<_> = digest.diagnostics.iter().map(|said| said.kind).collect();
        assert_eq!(seen, defects, "{name}: {:?}", digest.diagnostics);
    }
}

/// A record as cutting the text at its rules and at `\\` alone finds it.
#[derive(Debug, PartialEq)]
struct Plain {
    id: Option<String>,
    title: String,
    summary: Option<String>,
    categories: Vec<String>,
    comment: Option<String>,
    submitted: bool,
    line: u32,
}

fn by_hand(text: &str) -> Vec<Plain> {
    let is_rule = |line: &str| {
        line.starts_with("------") || line.starts_with("%-%") || line.starts_with("%%")
    };
    let lines: Vec<(u32, &str)> = (1..).zip(text.lines()).collect();
    lines
        .split(|(_, line)| is_rule(line))
        .filter(|block| block.first().is_some_and(|(_, line)| *line == r"\\"))
        .map(|block| {
            let line = block[1].0;
            let lines: Vec<&str> = block.iter().map(|(_, line)| *line).collect();
            let parts: Vec<&[&str]> = lines.split(|line| line.starts_with(r"\\")).collect();
            record(line, &parts)
        })
        .collect()
}

fn record(line: u32, parts: &[&[&str]]) -> Plain {
    // Before the first `\\` stands nothing.
    let head = parts[1].join("\n").replace("\n  ", " ");
    let field = |name: &str| {
        head.lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or_default()
    };
    let first = head.lines().next().unwrap();
    let id = first.starts_with("arXiv:") || first.starts_with("Paper");
    let id = first
        .replace(" (*cross-listing*)", "")
        .split_once(':')
        .filter(|_| id)
        .map(|(_, id)| {
            // Old ids have no class: `math.MP/9712001`.
            match id.trim().split_once('/') {
                Some((archive, number)) => {
                    format!("{}/{number}", archive.split('.').next().unwrap())
                }
                None => id.trim().to_owned(),
            }
        });
    let summary = parts
        .get(2)
        .map(|body| format!("\n{}", body.join("\n")).replace("\n  ", "<br>"));
    let plain = |source: &str| markup::read(source).plain;
    Plain {
        id,
        title: plain(field("Title: ")),
        summary: summary
            .map(|summary| plain(&summary))
            .filter(|text| !text.is_empty()),
        categories: field("Categories: ")
            .split_whitespace()
            .map(str::to_owned)
            .collect(),
        comment: Some(plain(field("Comments: "))).filter(|text| !text.is_empty()),
        submitted: head.contains("\nDate: ") || head.starts_with("Date: "),
        line,
    }
}

#[test]
fn records_say_what_they_say_by_hand() {
    let Some(folder) = corpora().map(PathBuf::from) else {
        return;
    };
    for (name, papers, ..) in FILES {
        let (text, digest) = both(&folder.join(name));
        let expected = by_hand(&text);
        assert_eq!(expected.len(), papers, "{name}");
        for (paper, expected) in digest.papers.iter().zip(expected) {
            let seen = Plain {
                id: paper.id.arxiv().map(ToString::to_string),
                title: paper.title.plain.clone(),
                summary: paper.summary.as_ref().map(|text| text.plain.clone()),
                categories: paper
                    .categories
                    .iter()
                    .map(|category| category.0.clone())
                    .collect(),
                comment: paper.comment.as_ref().map(|text| text.plain.clone()),
                submitted: paper.submitted.is_some(),
                line: paper.line,
            };
            assert_eq!(seen, expected, "{name}");
            assert!(!paper.authors.is_empty(), "{name}: {}", paper.id);
        }
    }
}

#[test]
fn authors_without_affiliations_are_those_between_commas() {
    let Some(folder) = corpora().map(PathBuf::from) else {
        return;
    };
    let mut compared = 0;
    for (name, ..) in FILES {
        let (text, digest) = both(&folder.join(name));
        let authors = text.replace("\n  ", " ");
        let authors = authors
            .lines()
            .filter_map(|line| line.strip_prefix("Authors: "));
        for (paper, line) in digest.papers.iter().zip(authors) {
            let odd = [
                "(",
                "&",
                ":",
                ";",
                "et al",
                "for the",
                "on behalf of",
                "Jr",
                "III",
                "S.J.",
                " And ",
                ", ,",
                ",,",
            ];
            if odd.iter().any(|odd| line.contains(odd)) {
                continue;
            }
            let names = line.replace(", and ", ", ").replace(" and ", ", ");
            let names: Vec<String> = names
                .split(',')
                .map(|name| markup::read(name).plain)
                .filter(|name| !name.is_empty())
                .collect();
            // A note's number behind a name, or families first with their initials behind a comma.
            let has_number = |name: &String| name.ends_with(|c: char| c.is_ascii_digit());
            let is_initial = |name: &String| name.len() == 2 && name.ends_with('.');
            if names
                .iter()
                .any(|name| has_number(name) || is_initial(name))
            {
                continue;
            }
            assert_eq!(paper.authors, names, "{name}: {}", paper.id);
            compared += 1;
        }
    }
    assert!(compared > 3_000, "{compared}");
}

#[test]
fn parentheses_hold_no_authors() {
    let Some(folder) = corpora().map(PathBuf::from) else {
        return;
    };
    let (_, digest) = both(&folder.join("arxiv-listing/astro-ph__1009.txt"));
    for paper in &digest.papers {
        for author in &paper.authors {
            let text = author.as_str();
            assert!(
                !text.contains(['(', ')']) && !text.contains(" et al"),
                "{}: {text}",
                paper.id
            );
            assert!(text.chars().count() < 60, "{}: {text}", paper.id);
        }
    }
    // The line of the Latin-1 byte is in this record; the ligature on another line is UTF-8.
    let mixed = digest
        .papers
        .iter()
        .find(|paper| paper.line == 19_219)
        .unwrap();
    assert_eq!(mixed.authors[1], "Diego Sáez-Gómez");
    let ligature = digest.papers.iter().flat_map(|paper| &paper.authors);
    assert_eq!(
        ligature
            .filter(|author| author.contains('\u{fb00}'))
            .count(),
        1
    );
}

#[test]
fn files_of_other_formats_are_left_alone() {
    let Some(folder) = corpora().map(PathBuf::from) else {
        return;
    };
    for family in std::fs::read_dir(&folder).unwrap() {
        let family = family.unwrap().path();
        let own = ["arxiv-mail", "arxiv-listing"].map(|name| folder.join(name));
        if !family.is_dir() || own.contains(&family) {
            continue;
        }
        for file in std::fs::read_dir(&family).unwrap() {
            let path = file.unwrap().path();
            if path.is_file() && path.extension().is_none_or(|ext| ext != "gz") {
                let (_, digest) = both(&path);
                assert_ne!(digest.format, Some(Format::ArxivMail), "{}", path.display());
            }
        }
    }
}
