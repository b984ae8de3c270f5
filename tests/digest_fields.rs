//! Real Markdown digests with labelled fields against independent readings of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use std::collections::{HashMap, HashSet};

use digest_explorer::core::diagnostic::DiagnosticKind;
use digest_explorer::core::digest::{Digest, Format, markup, read};
use digest_explorer::core::paper::{AnnounceKind, Paper};
use serde_json::Value;

use corpora_support::corpora;

/// The names of the files of one folder that end so.
fn names(folder: &str, end: &str) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(end))
        .collect();
    names.sort();
    names
}

/// The note that is nothing but a list of titles with links.
const LIST: &str = "r-200129 LM Pretraining.md";

/// A file's text, and what is read of it without any remark but on papers that stand there twice.
#[track_caller]
fn digest(path: &str, format: Format) -> (String, Digest) {
    let text = std::fs::read_to_string(path).unwrap();
    let name = path.rsplit('/').next().unwrap();
    let digest = read(name, text.clone().into_bytes());
    assert_eq!(digest.format, Some(format), "{path}");
    let remarks: Vec<_> = digest
        .diagnostics
        .iter()
        .filter(|said| said.kind != DiagnosticKind::Duplicate)
        .collect();
    assert!(remarks.is_empty(), "{path}: {remarks:?}");
    assert!(digest.is_balanced(), "{path}");
    (text, digest)
}

fn starting(text: &str, start: &str) -> usize {
    text.lines().filter(|line| line.starts_with(start)).count()
}

/// Words with one space between.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(source: &str) -> String {
    markup::read(source).plain
}

fn summary(paper: &Paper) -> &str {
    paper.summary.as_ref().map_or("", |summary| &summary.plain)
}

fn gist(paper: &Paper) -> &str {
    paper.gist.as_ref().map_or("", |gist| &gist.plain)
}

fn first_day(paper: &Paper) -> String {
    paper.days.first().unwrap().to_string()
}

#[test]
fn daily_enhanced_holds_what_its_headings_say() {
    let Some(root) = corpora() else { return };
    let folder = format!("{root}/daily-enhanced-md");
    for name in names(&folder, ".md") {
        let (text, digest) = digest(&format!("{folder}/{name}"), Format::DailyEnhanced);
        let headings: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("### ["))
            .collect();
        assert_eq!(digest.papers.len(), headings.len(), "{name}");
        let with_gist = starting(&text, "TL;DR: ") + starting(&text, "Task: ");
        let categories: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("Main category: "))
            .collect();
        let mut section = "";
        let mut sections = Vec::new();
        for line in text.lines() {
            if let Some(category) = line.strip_prefix("# ") {
                section = category.split(' ').next().unwrap();
            } else if line.starts_with("### [") {
                sections.push(section);
            }
        }
        for (index, (paper, heading)) in digest.papers.iter().zip(&headings).enumerate() {
            let id = heading
                .rsplit_once("/abs/")
                .unwrap()
                .1
                .trim_end_matches(')');
            assert_eq!(paper.id.as_str(), id, "{name}");
            assert!(summary(paper).len() > 60, "{name} {id}");
            assert!(!summary(paper).contains("details>"), "{name} {id}");
            assert!(!paper.authors.is_empty(), "{name} {id}");
            assert_eq!(gist(paper).is_empty(), with_gist == 0, "{name} {id}");
            assert_eq!(first_day(paper), name[..10], "{name} {id}");
            assert!(paper.topics.is_empty(), "{name} {id}");
            if !categories.is_empty() {
                assert_eq!(paper.categories[0].0, categories[index], "{name} {id}");
                assert_eq!(sections[index], categories[index], "{name} {id}");
                assert_eq!(paper.number.unwrap() as usize, index + 1, "{name} {id}");
            }
        }
    }
}

#[test]
fn daily_enhanced_says_the_same_in_markdown_and_json() {
    let Some(root) = corpora() else { return };
    for day in ["2026-01-17", "2026-04-05"] {
        let (_, digest) = digest(
            &format!("{root}/daily-enhanced-md/{day}.md"),
            Format::DailyEnhanced,
        );
        let json =
            std::fs::read_to_string(format!("{root}/daily-enhanced-jsonl/{day}.jsonl")).unwrap();
        let records: Vec<Value> = json
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let by_id: HashMap<&str, &Paper> = digest
            .papers
            .iter()
            .map(|paper| (paper.id.as_str(), paper))
            .collect();
        let mut seen = HashSet::new();
        for record in &records {
            let field = |name: &str| record[name].as_str().unwrap();
            let Some(paper) = by_id.get(field("id")) else {
                continue;
            };
            seen.insert(field("id"));
            assert_eq!(paper.title.plain, plain(field("title")), "{day}");
            assert_eq!(
                flat(summary(paper)),
                flat(&plain(field("summary"))),
                "{day} {}",
                paper.id
            );
            let authors: Vec<&str> = record["authors"]
                .as_array()
                .unwrap()
                .iter()
                .map(|author| author.as_str().unwrap())
                .collect();
            assert_eq!(
                flat(&paper.authors.join(",")),
                flat(&plain(&authors.join(","))),
                "{day}"
            );
            assert_eq!(
                paper.categories[0].0,
                record["categories"][0].as_str().unwrap()
            );
        }
        assert_eq!(seen.len(), digest.papers.len(), "{day}");
        assert_eq!(by_id.len(), digest.papers.len(), "{day}");
    }
}

/// A row of heading-blocks' own lists, which is a literal of a Python dictionary of strings.
fn python_row(line: &str) -> HashMap<String, String> {
    let mut row = HashMap::new();
    let mut strings = Vec::new();
    let mut chars = line.chars();
    while let Some(quote) = chars.by_ref().find(|c| matches!(c, '\'' | '"')) {
        let mut string = String::new();
        while let Some(c) = chars.next().filter(|c| *c != quote) {
            match c {
                '\\' => match chars.next().unwrap() {
                    'n' => string.push('\n'),
                    't' => string.push('\t'),
                    x @ ('x' | 'u') => {
                        let len = if x == 'x' { 2 } else { 4 };
                        let hex: String = chars.by_ref().take(len).collect();
                        let code = u32::from_str_radix(&hex, 16).unwrap();
                        string.push(char::from_u32(code).unwrap());
                    }
                    other => string.push(other),
                },
                c => string.push(c),
            }
        }
        strings.push(string);
    }
    for pair in strings.chunks(2) {
        row.insert(pair[0].clone(), pair[1].clone());
    }
    row
}

#[test]
fn heading_blocks_say_the_same_as_their_rows() {
    let Some(root) = corpora() else { return };
    let folder = format!("{root}/heading-blocks");
    let mut papers = 0;
    for name in names(&folder, ".jsonl") {
        let rows = std::fs::read_to_string(format!("{folder}/{name}")).unwrap();
        let markdown = name.replace("papers.jsonl", "README.md");
        let markdown = if markdown.contains("topic") {
            name.replace(".jsonl", ".md")
        } else {
            markdown
        };
        let (text, digest) = digest(&format!("{folder}/{markdown}"), Format::FieldDigest);
        assert_eq!(digest.papers.len(), starting(&text, "# "), "{markdown}");
        assert_eq!(
            digest.papers.len(),
            starting(&text, "**Link**"),
            "{markdown}"
        );
        assert_eq!(digest.papers.len(), rows.lines().count(), "{markdown}");
        papers += digest.papers.len();
        for (paper, line) in digest.papers.iter().zip(rows.lines()) {
            let row = python_row(line);
            assert_eq!(format!("arXiv:{}", paper.id), row["arxiv_id"], "{markdown}");
            assert_eq!(paper.title.plain, plain(&row["title"]), "{markdown}");
            assert_eq!(
                flat(summary(paper)),
                flat(&plain(&row["abstract"])),
                "{markdown} {}",
                paper.id
            );
            assert_eq!(
                paper.authors.join(", "),
                plain(&row["authors"]),
                "{markdown}"
            );
            assert!(paper.code.is_empty() && paper.gist.is_none());
            let day = paper.days.first().unwrap();
            assert_eq!(
                i32::from(day.day_of_month()),
                name[..2].parse::<i32>().unwrap()
            );
        }
    }
    assert_eq!(papers, 993);
}

#[test]
fn numbered_fields_are_read_between_what_a_model_wrote() {
    let Some(root) = corpora() else { return };
    let folder = format!("{root}/numbered-fields");
    for name in names(&folder, ".md") {
        let (text, digest) = digest(&format!("{folder}/{name}"), Format::FieldDigest);
        let heads: Vec<(usize, &str)> = text
            .lines()
            .enumerate()
            .filter(|(_, line)| {
                line.starts_with("### ") && line.contains("](https://arxiv.org/abs/")
            })
            .collect();
        assert_eq!(heads.len(), 30);
        assert_eq!(digest.papers.len(), heads.len(), "{name}");
        for (number, (paper, (line, head))) in digest.papers.iter().zip(&heads).enumerate() {
            assert_eq!(paper.line as usize, line + 1, "{name}");
            assert!(head.contains(paper.id.as_str()), "{name}");
            let title = head.split_once(". [").unwrap().1.split("](https").next();
            assert_eq!(paper.title.plain, plain(title.unwrap()), "{name}");
            assert_eq!(paper.number.unwrap() as usize, number + 1);
            assert!(
                summary(paper).ends_with("...") && summary(paper).len() < 320,
                "{name} {}",
                paper.id
            );
            assert!(
                !summary(paper).contains("Announce Type"),
                "{name} {}",
                paper.id
            );
            assert_eq!(paper.categories.len(), 1, "{name}");
            assert!(
                paper.version.is_some() && !paper.authors.is_empty(),
                "{name}"
            );
            assert_eq!(first_day(paper), name["README__".len()..][..10]);
        }
        let of = |kind: AnnounceKind| {
            let kinds = digest.papers.iter().filter_map(|paper| paper.announce);
            kinds
                .filter(|announce| announce.kind == kind && !announce.inferred)
                .count()
        };
        let said = |word: &str| starting_with_kind(&text, word);
        assert_eq!(of(AnnounceKind::New), said("new"), "{name}");
        assert_eq!(of(AnnounceKind::Cross), said("cross"), "{name}");
        assert_eq!(
            of(AnnounceKind::Replaced),
            said("replace") + said("replace-cross"),
            "{name}"
        );
    }
}

fn starting_with_kind(text: &str, kind: &str) -> usize {
    text.lines()
        .filter_map(|line| {
            line.split_once("Announce Type: ")
                .or(line.split_once("**Type**: "))
        })
        .filter(|(_, said)| said.trim() == kind)
        .count()
}

#[test]
fn bullets_with_folded_abstracts_are_read() {
    let Some(root) = corpora() else { return };
    let folder = format!("{root}/bullet-details");
    for name in names(&folder, ".md") {
        let (text, digest) = digest(&format!("{folder}/{name}"), Format::FieldDigest);
        let bullets: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("- **["))
            .collect();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(digest.papers.len(), bullets.len(), "{name}");
        for (paper, bullet) in digest.papers.iter().zip(&bullets) {
            assert!(bullet.contains(&format!("`arXiv:{}`", paper.id)), "{name}");
            let title = bullet["- **[".len()..]
                .split("](https://arxiv")
                .next()
                .unwrap();
            assert_eq!(paper.title.plain, plain(title), "{name}");
            let at = paper.line as usize;
            assert_eq!(lines[at - 1], *bullet);
            let authors = lines[at].trim().trim_matches('_').replace(", et al.", "");
            assert_eq!(paper.authors.join(", "), plain(&authors), "{name}");
            assert_eq!(summary(paper), plain(lines[at + 2]), "{name} {}", paper.id);
            assert_eq!(lines[at + 3].trim(), "</details>", "{name} {}", paper.id);
            let categories: Vec<_> = bullet.split('`').skip(3).step_by(2).collect();
            let seen: Vec<_> = paper
                .categories
                .iter()
                .map(|category| category.0.as_str())
                .collect();
            assert_eq!(seen, categories, "{name}");
        }
        let mut topics: Vec<&str> = digest
            .papers
            .iter()
            .map(|paper| paper.topics[0].as_str())
            .collect();
        topics.dedup();
        let day = digest.papers[0].days[0].to_string();
        if name.starts_with("README") {
            assert_eq!(topics.len(), 6);
            assert_eq!(topics[2], "Computer Vision and Pattern Recognition");
            assert_eq!(day, "2026-06-03");
        } else {
            assert_eq!(topics, ["3D_Reconstruction"]);
            assert_eq!(day, "2026-07-23");
        }
    }
}

#[test]
fn quoted_blocks_and_their_older_forms_are_read() {
    let Some(root) = corpora() else { return };
    let folder = format!("{root}/quote-blocks");
    let mut papers = 0;
    for name in names(&folder, ".md") {
        let (text, digest) = digest(&format!("{folder}/{name}"), Format::FieldDigest);
        let links = text.matches("](http://arxiv.org/abs/").count();
        assert_eq!(digest.papers.len(), links, "{name}");
        papers += links;
        let days: Vec<String> = text
            .lines()
            .filter(|line| line.contains("发布日期"))
            .map(|line| {
                line.chars()
                    .filter(|c| c.is_ascii_digit() || *c == '-')
                    .collect()
            })
            .collect();
        for (paper, day) in digest.papers.iter().zip(&days) {
            assert_eq!(paper.submitted.unwrap().to_string(), *day, "{name}");
            assert_eq!(paper.authors.len(), 1, "{name}");
            let version = paper.version.unwrap();
            assert!(
                text.contains(&format!("/{}v{version})", paper.id)),
                "{name}"
            );
            for words in [&paper.title.plain[..], summary(paper)] {
                assert!(words.len() > 10 && !words.ends_with('/'), "{name} {words}");
                assert!(
                    !words.contains("\\-") && !words.contains("\\("),
                    "{name} {words}"
                );
                assert!(!words.contains(['：', '🔗', '>']), "{name} {words}");
            }
            let title = paper
                .title
                .plain
                .replace('-', "\\-")
                .replace('(', "\\(")
                .replace(')', "\\)");
            assert!(text.contains(&title), "{name} {title}");
        }
        let code = text
            .lines()
            .filter(|line| line.contains("代码链接") && line.contains("http"))
            .count();
        let with_code: Vec<&str> = digest
            .papers
            .iter()
            .flat_map(|paper| &paper.code)
            .map(String::as_str)
            .collect();
        assert_eq!(with_code.len(), code, "{name}");
        assert!(
            with_code
                .iter()
                .all(|url| url.ends_with(char::is_alphanumeric)),
            "{with_code:?}"
        );
    }
    assert_eq!(papers, 20);
}

#[test]
fn footnotes_are_read() {
    let Some(root) = corpora() else { return };
    let folder = format!("{root}/footnotes-zh");
    for name in names(&folder, ".md") {
        let (text, digest) = digest(&format!("{folder}/{name}"), Format::FieldDigest);
        assert_eq!(digest.papers.len(), starting(&text, "[^"), "{name}");
        let rows: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("| [^"))
            .collect();
        assert_eq!(digest.papers.len(), rows.len(), "{name}");
        let replaced = text.matches(" UPDATED)").count();
        let seen = digest.papers.iter().filter(|paper| {
            paper
                .announce
                .is_some_and(|announce| announce.kind == AnnounceKind::Replaced)
        });
        assert_eq!(seen.count(), replaced, "{name}");
        for (paper, row) in digest.papers.iter().zip(&rows) {
            let title = row
                .split("] | [")
                .nth(1)
                .unwrap()
                .split(".](http://arxiv")
                .next()
                .unwrap();
            assert_eq!(paper.title.plain, plain(title), "{name}");
            assert!(row.contains(&format!("/{})", paper.id)), "{name}");
            let cell = row.rsplit_once(") | ").unwrap().1.trim_end_matches(" |");
            assert_eq!(flat(gist(paper)), flat(&plain(cell)), "{name} {}", paper.id);
            assert!(
                summary(paper).len() > 100,
                "{name} {}: {}",
                paper.id,
                summary(paper)
            );
            assert!(
                summary(paper).is_ascii()
                    || summary(paper).chars().filter(|c| !c.is_ascii()).count() < 40
            );
            assert_eq!(paper.categories.len(), 1);
            assert_eq!(first_day(paper), name["cs.AI__".len()..][..10]);
        }
    }
}

#[test]
fn notes_and_reports_are_read() {
    let Some(root) = corpora() else { return };
    let folder = format!("{root}/notes");
    let (text, report) = digest(
        &format!("{folder}/l-arxiv_report_2026-03-04.md"),
        Format::FieldDigest,
    );
    assert_eq!(report.papers.len(), starting(&text, "- **arXiv ID**"));
    assert!(report.papers.iter().all(|paper| {
        !paper.title.plain.contains('⭐') && !paper.authors.is_empty() && paper.gist.is_some()
    }));
    let (text, reading) = digest(&format!("{folder}/e-202103.md"), Format::FieldDigest);
    let bullets = text
        .lines()
        .filter(|line| line.starts_with("* [") && line.contains("](https://arxiv.org/"));
    assert_eq!(reading.papers.len(), bullets.count());
    assert!(
        reading
            .papers
            .iter()
            .all(|paper| first_day(paper).starts_with("2021-03-"))
    );
    let (text, remarks) = digest(
        &format!("{folder}/z-2019.01.23-2019.01.26.md"),
        Format::FieldDigest,
    );
    let links = text.matches("arxiv.org/abs/").count();
    let seen = remarks
        .papers
        .iter()
        .filter(|paper| paper.id.arxiv().is_some());
    assert_eq!(seen.count(), links);
    assert!(remarks.papers.iter().all(|paper| !paper.title.is_empty()));
    for name in names(&folder, ".md")
        .iter()
        .filter(|name| name.starts_with("r-"))
    {
        let format = if name == LIST {
            Format::List
        } else {
            Format::FieldDigest
        };
        let (text, note) = digest(&format!("{folder}/{name}"), format);
        assert_eq!(
            note.papers.len(),
            text.matches("arxiv.org/abs/").count(),
            "{name}"
        );
        assert!(
            note.papers.iter().all(|paper| !paper.title.is_empty()),
            "{name}"
        );
    }
}

#[test]
fn files_of_other_families_are_left_to_them() {
    let Some(root) = corpora() else { return };
    let ours = [
        "bullet-details",
        "daily-enhanced-md",
        "footnotes-zh",
        "heading-blocks",
        "notes",
        "numbered-fields",
        "quote-blocks",
    ];
    for folder in std::fs::read_dir(&root).unwrap() {
        let folder = folder.unwrap();
        let family = folder.file_name().into_string().unwrap();
        if !folder.file_type().unwrap().is_dir() || family == "bulk" {
            continue;
        }
        let folder_name = folder.path().to_str().unwrap().to_owned();
        let markdown = names(&folder_name, ".md");
        for name in names(&folder_name, "") {
            let bytes = std::fs::read(folder.path().join(&name)).unwrap();
            let format = read(&name, bytes).format;
            let is_ours = matches!(format, Some(Format::DailyEnhanced | Format::FieldDigest));
            // The overview of a day names no paper, and some notes are tables or JSON.
            let lists_papers = markdown.contains(&name)
                && !name.ends_with("2025__README.md")
                && !name.starts_with("x-")
                && name != LIST;
            let expected = ours.contains(&family.as_str()) && lists_papers;
            assert_eq!(is_ours, expected, "{family}/{name}: {format:?}");
        }
    }
}
