//! Real digests in JSON against their Markdown twins, and against independent readings of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use std::collections::HashMap;
use std::io::Read as _;

use digest_explorer::core::digest::{Digest, Format, read};
use digest_explorer::core::paper::Paper;
use digest_explorer::core::text::RichText;
use serde_json::Value;

use corpora_support::corpora;

/// The paths of the files of one folder that end so.
fn files(folder: &str, end: &str) -> Vec<String> {
    let mut paths: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path().to_string_lossy().into_owned())
        .filter(|path| path.ends_with(end))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{folder}");
    paths
}

fn text(path: &str) -> String {
    let bytes = std::fs::read(path).unwrap();
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return String::from_utf8(bytes).unwrap();
    }
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice())
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// What is read of a file, without any remark.
#[track_caller]
fn digest(path: &str, text: &str) -> Digest {
    let digest = read(path.rsplit('/').next().unwrap(), text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Json), "{path}");
    assert_eq!(digest.diagnostics[..], [], "{path}");
    assert!(digest.is_balanced(), "{path}");
    digest
}

/// What the Markdown of the same papers gives.
fn markdown(path: &str) -> Vec<Paper> {
    let name = path.rsplit('/').next().unwrap();
    read(name, text(path).into_bytes()).papers
}

fn plain(text: Option<&RichText>) -> &str {
    text.map_or("", |text| &text.plain)
}

/// Both give the same paper.
#[track_caller]
fn check_same(one: &Paper, other: &Paper) {
    assert_eq!(one.id, other.id);
    let id = &one.id;
    assert_eq!(one.title, other.title, "{id}");
    // Line ends become spaces or paragraphs in both.
    assert_eq!(one.summary, other.summary, "{id}");
    assert_eq!(one.authors, other.authors, "{id}");
    assert_eq!(one.days, other.days, "{id}");
}

#[test]
fn the_markdown_of_daily_enhanced_holds_the_same() {
    let Some(corpora) = corpora() else { return };
    for day in ["2026-01-17", "2026-04-05"] {
        let path = format!("{corpora}/daily-enhanced-jsonl/{day}.jsonl");
        let lines = digest(&path, &text(&path)).papers;
        let papers = markdown(&format!("{corpora}/daily-enhanced-md/{day}.md"));
        assert!(papers.len() > 100, "{day}");
        let mut by_id: HashMap<&str, &Paper> = HashMap::new();
        for paper in &lines {
            by_id.entry(paper.id.as_str()).or_insert(paper);
        }
        for paper in &papers {
            check_same(paper, by_id[paper.id.as_str()]);
        }
        // The Markdown has a section for each primary category, and in it the order of the lines.
        let mut rest: HashMap<&str, std::slice::Iter<Paper>> = HashMap::new();
        for paper in &papers {
            let section = paper.categories[0].0.as_str();
            let rest = rest.entry(section).or_insert(lines.iter());
            let is_same = |other: &Paper| {
                other.id == paper.id && other.categories.first() == paper.categories.first()
            };
            assert!(rest.any(is_same), "{day}: {}", paper.id);
        }
    }
}

#[test]
fn the_markdown_of_heading_blocks_holds_the_same() {
    let Some(corpora) = corpora() else { return };
    let mut count = 0;
    for path in files(&format!("{corpora}/heading-blocks"), ".jsonl") {
        let lines = text(&path);
        let digest = digest(&path, &lines);
        assert_eq!(digest.papers.len(), lines.lines().count(), "{path}");
        let twin = path
            .replace("__papers.jsonl", "__README.md")
            .replace("_papers.jsonl", "_papers.md");
        let papers = markdown(&twin);
        assert_eq!(papers.len(), digest.papers.len(), "{path}");
        for (paper, other) in papers.iter().zip(&digest.papers) {
            check_same(paper, other);
            assert!(
                !plain(other.summary.as_ref()).is_empty(),
                "{path}: {}",
                other.line
            );
        }
        count += papers.len();
    }
    assert!(count > 900);
}

/// A paper has what its record gives, as another reader of JSON understands it.
#[track_caller]
fn check_record(record: &Value, paper: &Paper, path: &str) {
    let at = format!("{path}: {}", paper.line);
    let string = |names: &[&str]| {
        names
            .iter()
            .find_map(|name| record[name].as_str())
            .unwrap_or_default()
    };
    let markup = |source: &str| digest_explorer::core::digest::markup::read(source).plain;
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = string(&["arxiv_id", "id"]);
    let id = id.split('v').next().unwrap();
    assert_eq!(paper.id.as_str(), id, "{at}");
    assert_eq!(paper.title.plain, markup(string(&["title"])), "{at}");
    let summary = markup(string(&["summary", "abstract"]));
    assert_eq!(flat(plain(paper.summary.as_ref())), flat(&summary), "{at}");
    // As some write that there is none.
    let is_none = |text: &str| matches!(text.to_lowercase().as_str(), "n/a" | "none");
    let comment = Some(string(&["comment"])).filter(|comment| !is_none(comment));
    assert_eq!(
        plain(paper.comment.as_ref()),
        markup(comment.unwrap_or_default()),
        "{at}"
    );
    let model = &record["AI"];
    let gist = model["tldr"].as_str().or(model["task"].as_str());
    assert_eq!(
        plain(paper.gist.as_ref()),
        markup(gist.unwrap_or_default()),
        "{at}"
    );
    let code = record["code_url"].as_str();
    if code.is_some() {
        assert_eq!(paper.code, code.into_iter().collect::<Vec<_>>(), "{at}");
    }
    // arXiv has a colon among the authors where a group has members.
    let names = record["authors"].as_array().unwrap().iter();
    let names = names.filter(|name| name.as_str().unwrap().contains(char::is_alphabetic));
    assert!(paper.authors.len() >= names.count(), "{at}");
    let categories = record["categories"].as_array().map_or(0, Vec::len);
    assert_eq!(paper.categories.is_empty(), categories == 0, "{at}");
}

#[test]
fn lines_hold_what_another_reader_finds() {
    let Some(corpora) = corpora() else { return };
    let mut paths = files(&format!("{corpora}/daily-enhanced-jsonl"), ".jsonl");
    paths.extend(files(&format!("{corpora}/bulk"), ".jsonl.gz"));
    for path in paths {
        let lines = text(&path);
        let digest = digest(&path, &lines);
        assert_eq!(digest.papers.len(), lines.lines().count(), "{path}");
        for ((number, line), paper) in (1..).zip(lines.lines()).zip(&digest.papers) {
            assert_eq!(paper.line, number, "{path}");
            check_record(&serde_json::from_str(line).unwrap(), paper, &path);
        }
    }
}

#[test]
fn lists_hold_what_another_reader_finds() {
    let Some(corpora) = corpora() else { return };
    let mut paths = files(&format!("{corpora}/papers-json"), ".json");
    paths.extend(files(&format!("{corpora}/notes"), ".json"));
    for path in paths {
        let whole = text(&path);
        let read = digest(&path, &whole);
        let value: Value = serde_json::from_str(&whole).unwrap();
        let records = value["papers"].as_array().unwrap();
        let told = value["count"].as_u64().or(value["total"].as_u64()).unwrap();
        assert_eq!(read.papers.len(), records.len(), "{path}");
        assert_eq!(read.papers.len() as u64, told, "{path}");
        for (record, paper) in records.iter().zip(&read.papers) {
            check_record(record, paper, &path);
            assert_eq!(paper.days.len(), 1, "{path}: {}", paper.line);
        }
        // The same as one line, as a bare list and as lines.
        let without_lines = |digest: &Digest| -> Vec<Paper> {
            let papers = digest.papers.iter().cloned();
            papers.map(|paper| Paper { line: 0, ..paper }).collect()
        };
        let one_line = serde_json::to_string(&value).unwrap();
        assert_eq!(
            without_lines(&digest(&path, &one_line)),
            without_lines(&read)
        );
        let lines: Vec<String> = records.iter().map(Value::to_string).collect();
        let count = digest(&path, &lines.join("\n")).papers.len();
        assert_eq!(count, records.len(), "{path}");
        let list = format!("[{}]", lines.join(","));
        assert_eq!(digest(&path, &list).papers.len(), records.len(), "{path}");
    }
}

#[test]
fn rows_of_tables_stand_under_their_topics() {
    let Some(corpora) = corpora() else { return };
    for path in files(&format!("{corpora}/arxiv-table"), ".json") {
        let whole = text(&path);
        let digest = read("x.json", whole.clone().into_bytes());
        assert_eq!(digest.format, Some(Format::Json), "{path}");
        let value: Value = serde_json::from_str(&whole).unwrap();
        let topics = value.as_object().unwrap();
        let rows: usize = topics
            .values()
            .map(|rows| rows.as_object().unwrap().len())
            .sum();
        assert_eq!(digest.papers.len(), rows, "{path}");
        for paper in &digest.papers {
            let row = &topics[&paper.topics[0]][paper.id.as_str()];
            let row = row.as_str().unwrap();
            assert!(row.contains(&paper.days[0].to_string()), "{row}");
            assert!(!paper.title.plain.is_empty(), "{row}");
        }
    }
}

#[test]
fn what_the_command_line_writes_comes_back() {
    let Some(corpora) = corpora() else { return };
    let folders = [
        ("seed-markdown", ".md"),
        ("arxiv-mail", ""),
        ("atom", ""),
        ("daily-enhanced-md", ".md"),
        ("daily-enhanced-jsonl", ".jsonl"),
        ("heading-blocks", ".md"),
        ("papers-json", ".json"),
    ];
    for (folder, end) in folders {
        // Tagging takes its time: some of each will do.
        for path in files(&format!("{corpora}/{folder}"), end).iter().take(2) {
            let written = std::process::Command::new(env!("CARGO_BIN_EXE_digest"))
                .args(["parse", path])
                .output()
                .unwrap();
            let written = String::from_utf8(written.stdout).unwrap();
            let name = path.rsplit('/').next().unwrap();
            let papers = read(name, std::fs::read(path).unwrap()).papers;
            if papers.is_empty() {
                continue;
            }
            let back = digest("x.jsonl", &written).papers;
            assert_eq!(back.len(), papers.len(), "{path}");
            for (paper, back) in papers.iter().zip(&back) {
                let at = format!("{path}: {}", paper.line);
                assert_eq!(back.id, paper.id, "{at}");
                assert_eq!(back.version, paper.version, "{at}");
                assert_eq!(back.title.plain, paper.title.plain, "{at}");
                let texts = |paper: &Paper| {
                    [&paper.summary, &paper.comment, &paper.gist]
                        .map(|text| text.as_ref().map(|text| text.plain.clone()))
                };
                assert_eq!(texts(back), texts(paper), "{at}");
                assert_eq!(back.authors, paper.authors, "{at}");
                assert_eq!(back.categories, paper.categories, "{at}");
                // A line has the last day only.
                assert_eq!(back.days.last(), paper.days.last(), "{at}");
                assert_eq!(back.announce, paper.announce, "{at}");
                assert_eq!(back.topics, paper.topics, "{at}");
                assert_eq!(back.code, paper.code, "{at}");
                assert_eq!(back.journal, paper.journal, "{at}");
                assert_eq!(back.doi, paper.doi, "{at}");
                assert_eq!(back.submitted, paper.submitted, "{at}");
                assert_eq!(back.number, paper.number, "{at}");
            }
        }
    }
}
