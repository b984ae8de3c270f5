use std::fmt::Write as _;

use super::{Row, row};
use crate::core::diagnostic::Severity;
use crate::core::digest::{Format, read};
use crate::core::paper::Paper;

/// A paper in one line: id and version, title, authors, day, topics, abstract, comment, code.
fn show(paper: &Paper) -> String {
    let version = paper.version.map_or(String::new(), |v| format!("v{v}"));
    let days: Vec<String> = paper.days.iter().map(ToString::to_string).collect();
    let rich = |text: &Option<crate::core::text::RichText>| {
        text.as_ref().map_or(String::new(), |t| t.plain.clone())
    };
    let mut line = format!("{}{version}|{}", paper.id, paper.title.plain);
    for part in [
        paper.authors.join("+"),
        days.join("+"),
        paper.topics.join("+"),
        rich(&paper.summary),
        rich(&paper.comment),
        paper.code.join("+"),
    ] {
        let _ = write!(line, "|{part}");
    }
    line.trim_end_matches('|').replace("2603.0000", "")
}

#[track_caller]
fn check_row(source: &str, expected: &str) {
    let seen = row(source, 7).map_or(String::new(), |Row { paper, faults }| {
        assert_eq!(paper.line, 7);
        let mut seen = show(&paper);
        for (kind, _) in faults {
            let _ = write!(seen, " {kind:?}");
        }
        seen
    });
    assert_eq!(seen, expected, "{source}");
}

#[test]
fn rows_alone() {
    for (source, expected) in [
        (
            "|**2026-03-01**|**Seeing More**|A Ape et.al.|[2603.00001v2](http://arxiv.org/abs/2603.00001v2)|null|\n",
            "1v2|Seeing More|A Ape|2026-03-01",
        ),
        (
            "- 2026-03-01, **Seeing, More**, A Ape et.al., Paper: [http://arxiv.org/abs/2603.00001v2](http://arxiv.org/abs/2603.00001v2), Code: **[https://a.b/c](https://a.b/c)**\n",
            "1v2|Seeing, More|A Ape|2026-03-01||||https://a.b/c",
        ),
        (
            "- 2026-03-01, **Seeing**, A Ape et.al., Paper: [http://arxiv.org/abs/2603.00001](http://arxiv.org/abs/2603.00001)",
            "1|Seeing|A Ape|2026-03-01",
        ),
        (
            "|[seeing](https://arxiv.org/abs/2603.00001)|[c](https://a.b/c)|",
            "1|seeing||||||https://a.b/c",
        ),
        ("", ""),
        ("- no row", ""),
        ("|---|---|", ""),
        ("|Title|Code|", ""),
        ("||||", ""),
    ] {
        check_row(source, expected);
    }
}

/// A file in one line a paper and one a remark.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let digest = read("2026-03-31.md", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Table), "{text}");
    let mut seen: Vec<String> = digest.papers.iter().map(show).collect();
    let said = digest.diagnostics.iter();
    seen.extend(said.map(|said| format!("{} {:?} {:?}", said.line, said.severity, said.kind)));
    assert_eq!(seen, expected, "{text}");
    let refused = digest
        .diagnostics
        .iter()
        .filter(|said| said.severity == Severity::Error);
    assert_eq!(
        digest.entries as usize,
        digest.papers.len() + refused.count()
    );
}

const DATED: &str = "[![A][b]][c]\n\n## Updated on 2026.03.31\n\n<details>\n  <summary>Table of Contents</summary>\n  <ol>\n    <li><a href=#a>A</a></li>
  </ol>\n</details>\n\n## Seeing\n\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|
|**2026-03-01**|**More**|A Ape et.al.|[2603.00001v2](http://arxiv.org/abs/2603.00001v2)|null|
|**2026-03-02**|**Less**|B Bee et.al.|[2603.00002](http://arxiv.org/abs/2603.00002)|**[link](https://github.com/b/c)**|\n
<p align=right>(<a href=#a>back to top</a>)</p>\n\n## Saying\n\n### Aloud\n|Publish Date|Title|Authors|PDF|Code|\n| :---: | :---: | :---: | :---: | :---: |
|**2026-03-01**|**More**|A Ape et.al.|[2603.00001v2](http://arxiv.org/abs/2603.00001v2)|[link](https://github.com/a/b)|\n\n[b]: https://a.b/c.svg\n";

#[test]
fn dated_rows_stand_under_their_topics() {
    check(
        DATED,
        &[
            "1v2|More|A Ape|2026-03-01|Seeing",
            "2|Less|B Bee|2026-03-02|Seeing|||https://github.com/b/c",
            "1v2|More|A Ape|2026-03-01|Saying+Aloud|||https://github.com/a/b",
        ],
    );
}
