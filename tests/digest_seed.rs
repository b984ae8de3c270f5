//! The real heading digest against an independent reading of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use digest_explorer::core::digest::read;
use digest_explorer::core::paper::AnnounceKind;

use corpora_support::corpora;

/// The text of a real digest, or nothing and a loud remark.
fn real(name: &str) -> Option<String> {
    let folder = corpora()?;
    Some(std::fs::read_to_string(format!("{folder}/{name}")).unwrap())
}

/// A paper as plain text handling alone finds it.
#[derive(Debug, PartialEq)]
struct Plain {
    number: u32,
    id: String,
    title: String,
    summary: String,
    hrefs: Vec<String>,
}

fn by_hand(text: &str) -> Vec<Plain> {
    let lines: Vec<&str> = text.lines().skip(1).collect();
    lines
        .chunks(2)
        .map(|pair| {
            let (number, rest) = pair[0]
                .strip_prefix("### ")
                .unwrap()
                .split_once('.')
                .unwrap();
            let (title, link) = rest
                .split_once("  [ :arrow_down: ](https://arxiv.org/pdf/")
                .unwrap();
            let summary = pair[1].strip_prefix(">  ").unwrap();
            Plain {
                number: number.parse().unwrap(),
                id: link.strip_suffix(".pdf)").unwrap().to_owned(),
                title: plain(title),
                summary: plain(summary),
                hrefs: summary
                    .split("href=\"")
                    .skip(1)
                    .map(|after| after.split('"').next().unwrap().to_owned())
                    .collect(),
            }
        })
        .collect()
}

/// The few things that this one file needs: its paragraphs, anchors, entities and its LaTeX.
fn plain(source: &str) -> String {
    let mut text = source.replace(" <br>", "\n").replace("</a>", "");
    while let Some(start) = text.find("<a ") {
        let end = start + text[start..].find('>').unwrap() + 1;
        text.replace_range(start..end, "");
    }
    for (from, to) in [
        (r"{\em influential points}", "influential points"),
        (
            r"\textbf{Filter Gradient Decent}~",
            "Filter Gradient Decent ",
        ),
        (r"92\%", "92%"),
        ("&lt;", "<"),
        ("&amp;", "&"),
    ] {
        text = text.replace(from, to);
    }
    let paragraphs = text.split('\n').map(|paragraph| {
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        words.join(" ")
    });
    paragraphs.collect::<Vec<_>>().join("\n")
}

#[test]
fn all_68_papers_are_read_exactly() {
    let Some(text) = real("seed-markdown/2020-12-24.md") else {
        return;
    };
    let digest = read("digest.md", text.clone().into_bytes());
    assert_eq!(digest.entries, 68);
    assert_eq!(digest.diagnostics[..], []);
    let seen: Vec<Plain> = digest
        .papers
        .iter()
        .map(|paper| Plain {
            number: paper.number.unwrap(),
            id: paper.id.as_str().to_owned(),
            title: paper.title.plain.clone(),
            summary: paper.summary.as_ref().unwrap().plain.clone(),
            hrefs: paper.links().into_iter().map(|link| link.href).collect(),
        })
        .collect();
    let expected = by_hand(&text);
    assert_eq!(expected.len(), 68);
    for (seen, expected) in seen.iter().zip(&expected) {
        assert_eq!(seen, expected);
    }
    assert_eq!(seen.len(), 68);
    for (index, paper) in digest.papers.iter().enumerate() {
        let announce = paper.announce.unwrap();
        let expected = if index < 47 {
            AnnounceKind::New
        } else {
            AnnounceKind::Cross
        };
        assert_eq!(
            (announce.kind, announce.inferred),
            (expected, true),
            "{}",
            paper.id
        );
        assert_eq!(paper.categories[0].0, "cs.CV");
        assert_eq!(paper.days[0].to_string(), "2020-12-24");
        assert_eq!(paper.line as usize, 2 * index + 2);
    }
}

/// Reads about 50 MB of the real file over and over; run with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn megabytes_a_second() {
    let Some(text) = real("seed-markdown/2020-12-24.md") else {
        return;
    };
    let bytes = text.repeat(50_000_000 / text.len()).into_bytes();
    let megabytes = bytes.len() / 1_000_000;
    let started = std::time::Instant::now();
    let digest = read("digest.md", bytes);
    let seconds = started.elapsed().as_secs_f64();
    eprintln!(
        "{} papers, {megabytes} MB in {seconds:.3} s",
        digest.papers.len()
    );
    assert_eq!(digest.papers.len() % 68, 0);
}
