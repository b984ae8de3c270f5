//! Real tables of papers against an independent reading of them, and what damage does to a table.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use std::collections::HashSet;

use digest_explorer::core::diagnostic::{DiagnosticKind, Severity};
use digest_explorer::core::digest::{Digest, Format, Reader, Step, markup, read};
use digest_explorer::core::library::Library;
use digest_explorer::core::paper::Paper;
use digest_explorer::core::tags::Tagger;
use digest_explorer::core::text::RichText;
use proptest::prelude::*;

use corpora_support::corpora;

/// The tables and how many rows with a paper each has.
const FILES: [(&str, usize); 7] = [
    ("arxiv-table/cv-README__2021-10-08.md", 90),
    ("arxiv-table/cv-README__2022-09-20.md", 657),
    ("arxiv-table/cv-README__2025-07-14.md", 4_929),
    ("arxiv-table/storage_2021-11-09.md", 370),
    ("arxiv-table/storage_2021-11-20.md", 1_110),
    ("details-table/README__2024-12-05.md", 88),
    ("details-table/README__2025-11-12.md", 237),
];

/// What one row says, as far as it is compared.
#[derive(Debug, Default, PartialEq)]
struct Row {
    line: usize,
    id: String,
    version: Option<u16>,
    title: String,
    authors: Vec<String>,
    day: String,
    topics: Vec<String>,
    code: Vec<String>,
    summary: String,
    comment: String,
}

fn plain(source: &str) -> String {
    markup::read(source).plain
}

/// What stands between two pieces of text.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let (_, after) = text.split_once(start).unwrap();
    after.split_once(end).unwrap().0
}

/// `2012.12877v2` in two.
fn id(address: &str) -> (String, Option<u16>) {
    let id = address.rsplit('/').next().unwrap();
    match id.split_once('v') {
        Some((id, version)) => (id.to_owned(), Some(version.parse().unwrap())),
        None => (id.to_owned(), None),
    }
}

/// The rows of a real table by the marks that all rows of its kind have, without cutting it at
/// strokes.
fn by_hand(text: &str) -> Vec<Row> {
    let (mut topic, mut subtopic, mut day) = (String::new(), String::new(), String::new());
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(name) = line.strip_prefix("## ") {
            let is_day = name.starts_with("20");
            day = if is_day {
                name.to_owned()
            } else {
                String::new()
            };
            let no_topic = is_day || name.starts_with("Updated on");
            topic = if no_topic {
                String::new()
            } else {
                name.to_owned()
            };
            subtopic.clear();
        } else if let Some(name) = line.strip_prefix("### ") {
            name.clone_into(&mut subtopic);
        }
        if !line.starts_with('|')
            || !line.contains("](http://arxiv.org/") && !line.contains("](https://arxiv.org/")
        {
            continue;
        }
        let mut row = Row {
            line: number + 1,
            day: day.clone(),
            ..Row::default()
        };
        for name in [&topic, &subtopic] {
            if !name.is_empty() && !row.topics.contains(name) {
                row.topics.push(name.clone());
            }
        }
        let address = if line.starts_with("| **[") {
            row.title = plain(between(line, "| **[", "](http"));
            between(line, ")** | ", " |").clone_into(&mut row.day);
            row.summary = plain(between(
                line,
                "<details><summary>Show</summary><p>",
                "</p></details>",
            ));
            let comment = line
                .split_once("</p></details> | ")
                .unwrap()
                .1
                .trim_end_matches('|')
                .trim();
            row.comment = plain(match comment.split_once("</summary><p>") {
                Some((_, folded)) => folded.strip_suffix("</p></details>").unwrap(),
                None => comment,
            });
            between(line, "](", ")")
        } else if line.starts_with("|[") {
            row.title = plain(between(line, "|[", "](https://arxiv.org/"));
            row.code.push(
                line.rsplit_once("](")
                    .unwrap()
                    .1
                    .trim_end_matches(")|")
                    .to_owned(),
            );
            between(line, "](", ")")
        } else {
            between(line, "|**", "**|").clone_into(&mut row.day);
            let head = &line
                [line.find("**|**").unwrap() + 5..line.rfind("|[2").or(line.rfind("|[1")).unwrap()];
            let (title, author) = head.rsplit_once("**|").unwrap();
            row.title = plain(title);
            let author = plain(author.strip_suffix(" et.al.").unwrap());
            row.authors.push(author);
            let code = line.rsplit_once(")|").unwrap().1;
            let code = if code == "null|" {
                ""
            } else {
                line.rsplit_once("[link](")
                    .map_or("", |(_, url)| url.split_once(')').unwrap().0)
            };
            row.code.extend((!code.is_empty()).then(|| code.to_owned()));
            between(line, "](", ")")
        };
        (row.id, row.version) = id(address);
        rows.push(row);
    }
    rows
}

fn of_paper(paper: &Paper) -> Row {
    let text = |text: &Option<RichText>| {
        text.as_ref()
            .map_or_else(String::new, |text| text.plain.clone())
    };
    assert_eq!(paper.days.len(), 1);
    Row {
        line: paper.line as usize,
        id: paper.id.to_string(),
        version: paper.version,
        title: paper.title.plain.clone(),
        authors: paper.authors.clone(),
        day: paper.days[0].to_string(),
        topics: paper.topics.clone(),
        code: paper.code.clone(),
        summary: text(&paper.summary),
        comment: text(&paper.comment),
    }
}

#[test]
fn real_tables_are_read_as_by_hand() {
    let Some(root) = corpora() else { return };
    for (file, count) in FILES {
        let text = std::fs::read_to_string(format!("{root}/{file}")).unwrap();
        let digest = read(file, text.clone().into_bytes());
        assert_eq!(digest.format, Some(Format::Table), "{file}");
        assert_eq!(digest.diagnostics[..], [], "{file}");
        assert_eq!(digest.entries as usize, count, "{file}");
        let expected = by_hand(&text);
        assert_eq!(expected.len(), count, "{file}");
        assert_eq!(digest.papers.len(), count, "{file}");
        for (paper, expected) in digest.papers.iter().zip(expected) {
            assert_eq!(of_paper(paper), expected, "{file}");
        }
        // No row is longer than its line: nothing of a neighbour is in it.
        let links = text.matches("](http://arxiv.org/").count()
            + text.matches("](https://arxiv.org/").count();
        assert_eq!(links, count, "{file}");
    }
}

#[test]
fn titles_without_markup_stand_byte_for_byte_in_their_file() {
    let Some(root) = corpora() else { return };
    let mut compared = 0;
    for (file, _) in FILES {
        let text = std::fs::read_to_string(format!("{root}/{file}")).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for paper in read(file, text.clone().into_bytes()).papers {
            let line = lines[paper.line as usize - 1];
            let title = &paper.title.plain;
            let marked = [
                "$", "\\", "``", "''", "~", "--", "  ", "{", "&", " :", "\u{2028}",
            ];
            if marked.iter().any(|mark| line.contains(mark)) {
                continue;
            }
            let [bold, linked] = [format!("**{title}**|"), format!("[{title}](")];
            assert!(
                line.contains(&bold) || line.contains(&linked),
                "{file}: {title}: {line}"
            );
            compared += 1;
        }
    }
    assert!(compared > 6_000, "{compared}");
}

#[test]
fn a_paper_under_several_topics_is_one_with_all_of_them() {
    let Some(root) = corpora() else { return };
    for (file, count) in FILES {
        let bytes = std::fs::read(format!("{root}/{file}")).unwrap();
        let digest = read(file, bytes);
        let ids: HashSet<String> = digest
            .papers
            .iter()
            .map(|paper| paper.id.to_string())
            .collect();
        let mut of_id: std::collections::HashMap<String, HashSet<String>> =
            std::collections::HashMap::new();
        for paper in &digest.papers {
            let topics = of_id.entry(paper.id.to_string()).or_default();
            topics.extend(paper.topics.iter().cloned());
        }
        let tagger = Tagger::new();
        let mut library = Library::default();
        let source = library.add_source(file);
        for paper in digest.papers {
            library.add(paper, source, &tagger);
        }
        assert_eq!(library.len(), ids.len(), "{file}");
        for record in library.records() {
            let topics: HashSet<String> = record.paper.topics.iter().cloned().collect();
            assert_eq!(topics, of_id[record.paper.id.as_str()], "{file}");
        }
        if file.contains("storage_2021-11-20") {
            assert!(ids.len() * 2 < count, "{} of {count}", ids.len());
        }
    }
}

#[test]
fn an_empty_file_is_said_to_be_empty() {
    let Some(root) = corpora() else { return };
    let bytes = std::fs::read(format!("{root}/details-table/README__2024-03-15.md")).unwrap();
    let digest = read("README__2024-03-15.md", bytes);
    let said: Vec<_> = digest
        .diagnostics
        .iter()
        .map(|said| (said.kind, said.severity))
        .collect();
    assert_eq!(said, [(DiagnosticKind::EmptyFile, Severity::Error)]);
}

/// An invented table of each kind, line by line, and which of the lines are rows.
fn table(kind: usize) -> Vec<String> {
    let mut lines = vec!["# Daily".to_owned(), String::new()];
    for topic in 0..2 {
        let (head, rule) = match kind {
            0 => (
                "|Publish Date|Title|Authors|PDF|Code|",
                "|---|---|---|---|---|",
            ),
            1 => ("|paper|code|", "|---|---|"),
            _ => (
                "| **Title** | **Date** | **Abstract** | **Comment** |",
                "| --- | --- | --- | --- |",
            ),
        };
        let name = if kind == 1 {
            format!("2026-03-0{}", topic + 1)
        } else {
            format!("Topic {topic}")
        };
        lines.extend([format!("## {name}"), head.to_owned(), rule.to_owned()]);
        for row in 0..6 {
            let n = 10 + topic * 6 + row;
            lines.push(match kind {
                0 => format!("|**2026-03-{n}**|**Paper no. {n} \\| of $|x_{n}|$ | more**|Ada No{n} et.al.|[2603.000{n}v1](http://arxiv.org/abs/2603.000{n}v1)|**[link](https://a.b/{n})**|"),
                1 => format!("|[paper no. {n} | more](https://arxiv.org/abs/2603.000{n})|[c](https://a.b/{n})|"),
                _ => format!("| **[Paper no. {n} | more](http://arxiv.org/abs/2603.000{n}v1)** | 2026-03-{n} | <details><summary>Show</summary><p>We see {n} | more.</p></details> | <details><summary>{n} pag...</summary><p>{n} pages | 2 figures</p></details> |"),
            });
        }
        lines.push(String::new());
    }
    lines
}

/// What of a paper does not depend on what stands around its row.
fn content(paper: &Paper) -> (String, impl PartialEq + std::fmt::Debug + use<>) {
    let names = (paper.version, paper.authors.clone());
    let texts = (
        paper.title.plain.clone(),
        paper.summary.clone(),
        paper.comment.clone(),
    );
    (paper.id.to_string(), (names, texts, paper.code.clone()))
}

/// Every entry is a paper or an error.
fn assert_sound(digest: &Digest) {
    assert!(digest.is_balanced(), "{:?}", digest.diagnostics);
    assert!(
        digest
            .diagnostics
            .is_sorted_by_key(|said| (said.line, said.column))
    );
}

fn text(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}

/// Which line of a text a byte is in, from 0.
fn line_of(text: &[u8], at: usize) -> usize {
    text[..at].split(|byte| *byte == b'\n').count() - 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_stands_before_a_cut_survives(kind in 0..3_usize, at in any::<prop::sample::Index>()) {
        let whole = text(&table(kind));
        let all = read("x", whole.clone().into_bytes());
        prop_assert_eq!(all.papers.len(), 12);
        let cut = at.index(whole.len());
        let digest = read("x", whole.as_bytes()[..cut].to_vec());
        assert_sound(&digest);
        let last = line_of(whole.as_bytes(), cut);
        let complete = all.papers.iter().filter(|paper| paper.line as usize <= last).count();
        prop_assert!(digest.papers.len() >= complete);
        for (paper, expected) in digest.papers.iter().zip(&all.papers).take(complete) {
            prop_assert_eq!(paper, expected);
        }
    }

    #[test]
    fn flipped_bytes_harm_their_own_rows_alone(
        kind in 0..3_usize,
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let whole = text(&table(kind));
        let all = read("x", whole.clone().into_bytes());
        let mut bytes = whole.clone().into_bytes();
        let mut harmed = HashSet::new();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            let line = line_of(whole.as_bytes(), at);
            harmed.insert(line + 1);
            if whole.as_bytes()[at] == b'\n' {
                harmed.insert(line + 2);
            }
            bytes[at] = byte;
        }
        let digest = read("x", bytes);
        assert_sound(&digest);
        let seen: Vec<_> = digest.papers.iter().map(content).collect();
        for expected in all.papers.iter().filter(|paper| !harmed.contains(&(paper.line as usize))) {
            prop_assert!(seen.contains(&content(expected)), "{} {:?}", expected.line, digest.diagnostics);
        }
    }

    #[test]
    fn lines_that_changed_places_are_all_read(kind in 0..3_usize, a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let mut lines = table(kind);
        let all = read("x", text(&lines).into_bytes());
        let (a, b) = (a.index(lines.len()), b.index(lines.len()));
        lines.swap(a, b);
        let digest = read("x", text(&lines).into_bytes());
        assert_sound(&digest);
        let sorted = |digest: &Digest| {
            let mut papers: Vec<_> = digest.papers.iter().map(content).collect();
            papers.sort_by(|a, b| a.0.cmp(&b.0));
            papers
        };
        prop_assert_eq!(sorted(&digest), sorted(&all));
        let errors = digest.diagnostics.iter().filter(|said| said.severity == Severity::Error);
        prop_assert_eq!(errors.count(), 0);
    }
}

#[test]
fn line_ends_and_steps_do_not_matter() {
    for kind in 0..3 {
        let whole = text(&table(kind));
        let unix = read("x", whole.clone().into_bytes());
        for end in ["\r\n", "\r"] {
            let other = read("x", whole.replace('\n', end).into_bytes());
            assert_eq!(other.papers, unix.papers);
        }
        let long = whole.repeat(300);
        let mut reader = Reader::new("x", long.clone().into_bytes());
        while reader.step() != Step::Done {}
        let steps = reader.finish();
        assert_eq!(steps.papers.len(), 300 * 12);
        assert_eq!(steps, read("x", long.into_bytes()));
    }
}

#[test]
fn a_lost_row_is_never_silent() {
    for kind in 0..3 {
        let mut lines = table(kind);
        for line in 0..lines.len() {
            let Some(link) = lines[line].find("arxiv.org/") else {
                continue;
            };
            // The link is gone, and with it the paper's name.
            let mut damaged = lines[line].replace("arxiv.org/", "example/");
            damaged = damaged.replace("[2603.", "[");
            let kept = std::mem::replace(&mut lines[line], damaged);
            let digest = read("x", text(&lines).into_bytes());
            assert_sound(&digest);
            assert_eq!(digest.papers.len(), 12, "{kept} {link}");
            assert!(!digest.diagnostics.is_empty(), "{kept}");
            lines[line] = kept;
        }
    }
}

#[test]
fn endless_pieces_are_read_in_linear_time() {
    let link = "| **[A](http://arxiv.org/abs/2603.00001v1)** ";
    for (piece, times) in [
        ("|", 1_000_000),
        ("<details>", 1_000_000),
        ("**", 300_000),
        ("](", 300_000),
        (link, 50_000),
    ] {
        let many = piece.repeat(times);
        for kind in 0..3 {
            // Anything worse than linear would not end at this size.
            let head = text(&table(kind));
            let digest = read("x", format!("{head}{link}| {many}\n|{many}\n").into_bytes());
            assert_sound(&digest);
            assert!(digest.papers.len() >= 12);
        }
    }
}
