use std::fmt::Write as _;

use super::{Row, row};
use crate::core::diagnostic::DiagnosticKind;
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
    assert!(digest.is_balanced(), "{text}");
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

#[test]
fn strokes_and_backslashes_in_titles() {
    let row = |title: &str| {
        format!(
            "|**2026-03-01**|{title}|A Ape et.al.|[2603.00001](http://arxiv.org/abs/2603.00001)|null|"
        )
    };
    for (title, expected) in [
        ("**A | B**", "A | B"),
        ("**$|x| \\leq 1$**", "$|x| \\leq 1$"),
        ("**A \\| B**", "A | B"),
        ("**$\\|x\\|$ \\| y**", "$\\|x\\|$ | y"),
        ("A | B | C", "A | B | C"),
        ("**|A|**", "|A|"),
        ("**A|null|B**", "A|null|B"),
        ("**2026-03-02|A**", "2026-03-02|A"),
        ("**[Re] A**", "[Re] A"),
        ("**A [b](c) d**", "A [b](c) d"),
        ("**Far\\-off \\(A\\)**", "Far-off (A)"),
        ("**A *b* &amp; c**", "A *b* & c"),
    ] {
        check_row(&row(title), &format!("1|{expected}|A Ape|2026-03-01"));
    }
    let linked = |title: &str| format!("|[{title}](https://arxiv.org/abs/2603.00001)|null|");
    for (title, expected) in [("a | b", "a | b"), ("a [b] c", "a [b] c"), ("3d", "3d")] {
        check_row(&linked(title), &format!("1|{expected}"));
    }
}

#[test]
fn authors_are_those_that_are_named() {
    let row = |authors: &str| {
        format!(
            "|**2026-03-01**|**A**|{authors}|[2603.00001](http://arxiv.org/abs/2603.00001)|null|"
        )
    };
    for (authors, expected) in [
        ("A Ape et.al.", "A Ape"),
        ("A Ape et al.", "A Ape"),
        ("A Ape, B Bee et.al.", "A Ape+B Bee"),
        ("A Ape", "A Ape"),
        ("Al et.al.", "Al"),
        ("A Ape Jr. et.al.", "A Ape Jr."),
    ] {
        check_row(&row(authors), &format!("1|A|{expected}|2026-03-01"));
    }
    for nobody in ["", "null", "et.al."] {
        check_row(&row(nobody), "1|A||2026-03-01");
    }
}

#[test]
fn links_that_lead_elsewhere_are_named() {
    let row = |link: &str| format!("|**2026-03-01**|**A**|A Ape et.al.|{link}|null|");
    let local = crate::core::paper::PaperId::from_title("A");
    for (link, expected) in [
        (
            "[2603.00001](http://arxiv.org/abs/2603.00002)",
            "2|A|A Ape|2026-03-01 BadLink",
        ),
        (
            "[2603.00001v3](http://arxiv.org/abs/2603.00001)",
            "1v3|A|A Ape|2026-03-01",
        ),
        (
            "[2603.00001](http://a.b/2603.00001)",
            "1|A|A Ape|2026-03-01 BadLink",
        ),
        (
            "[2603.00001](http://arxiv.org/abs/26)",
            "1|A|A Ape|2026-03-01 BadLink",
        ),
        (
            "[26](http://arxiv.org/abs/26)",
            "x|A|A Ape|2026-03-01 BadLink",
        ),
        (
            "[PDF](http://arxiv.org/pdf/2603.00001v1.pdf)",
            "1v1|A|A Ape|2026-03-01",
        ),
        ("http://arxiv.org/abs/2603.00001", "1|A|A Ape|2026-03-01"),
        ("2603.00001v2", "1v2|A|A Ape|2026-03-01"),
        (
            "2603.00001](http://arxiv.org/abs/2603.00001)",
            "1|A|A Ape|2026-03-01",
        ),
        (
            "[2603.00001(http://arxiv.org/abs/2603.00001)",
            "1|A|A Ape|2026-03-01",
        ),
        ("", "x|A|A Ape|2026-03-01 NoLink"),
    ] {
        let expected = expected.replace("x|", &format!("{local}|"));
        check_row(&row(link), &expected);
    }
    check_row(
        "|**2026-02-30**|**A**|A Ape et.al.|[2603.00001](http://arxiv.org/abs/2603.00001)|null|",
        "1|A|A Ape BadDay",
    );
    check_row(
        "|**x**|**A**|A Ape et.al.|[2603.00001](http://arxiv.org/abs/2603.00001)|null|",
        "1|A|A Ape BadDay",
    );
    check_row(
        "- soon, **A**, A Ape et.al., Paper: [x](http://arxiv.org/abs/2603.00001)",
        "1|A|A Ape BadDay",
    );
}

const FOLDED: &str = "# Daily Papers\nLast update: 2026-03-31\n\n## Seeing\n| **Title** | **Date** | **Abstract** | **Comment** |\n| --- | --- | --- | --- |
| **[More](http://arxiv.org/abs/2603.00001v2)** | 2026-03-01 | <details><summary>Show</summary><p>We see $|x|$, after https://arxiv.org/abs/2603.10009.</p></details> | <details><summary>9 pa...</summary><p>9 pages | 2 figures</p></details> |
| **[Less | Least](https://arxiv.org/pdf/2603.00002v1)** | 2026-03-02 | <details><summary>Show</summary><p>We <b>say</b>.</p></details> | 3 pages | 1 figure |
| **[None](http://arxiv.org/abs/2603.00003v1)** | 2026-03-03 | <details><summary>Show</summary><p>We go.</p></details> |  |\n";

#[test]
fn abstracts_and_comments_are_unfolded() {
    check(
        FOLDED,
        &[
            "1v2|More||2026-03-01|Seeing|We see $|x|$, after https://arxiv.org/abs/2603.10009.|9 pages | 2 figures",
            "2v1|Less | Least||2026-03-02|Seeing|We say.|3 pages | 1 figure",
            "3v1|None||2026-03-03|Seeing|We go.",
        ],
    );
    let without = FOLDED.replace(
        "<details><summary>Show</summary><p>We go.</p></details>",
        "",
    );
    let seen = read("x.md", without.into_bytes());
    assert_eq!(seen.diagnostics.len(), 1, "{:?}", seen.diagnostics);
    assert_eq!(seen.diagnostics[0].kind, DiagnosticKind::NoAbstract);
}

#[test]
fn the_oldest_form_has_its_day_in_a_heading() {
    let rows = "|paper|code|\n|---|---|\n|[seeing](https://arxiv.org/abs/2603.00001)|[S](https://a.b/c)|\n|[saying](https://arxiv.org/abs/2603.00002)|\n";
    check(
        &format!("## 2026-03-05\n{rows}"),
        &[
            "1|seeing||2026-03-05||||https://a.b/c",
            "2|saying||2026-03-05",
        ],
    );
    // Without it, the file's name tells the day.
    check(
        rows,
        &[
            "1|seeing||2026-03-31||||https://a.b/c",
            "2|saying||2026-03-31",
        ],
    );
}

#[test]
fn columns_are_known_by_their_names() {
    let table = "|Title|Authors|Date|Link|Code|Comments|\n|---|---|---|---|---|---|\n";
    check(
        &format!(
            "{table}|A B|A Ape, B Bee|2026-03-01|[pdf](https://arxiv.org/pdf/2603.00001)|[x](https://a.b/c)|9 pages|\n"
        ),
        &["1|A B|A Ape+B Bee|2026-03-01|||9 pages|https://a.b/c"],
    );
    let abstracts = "|Paper|Authors|Abstract|Stars|\n|---|---|---|---|\n|[A B](https://arxiv.org/abs/2603.00001)|A Ape|We see.|12|\n";
    check(abstracts, &["1|A B|A Ape|2026-03-31||We see."]);
}

#[test]
fn what_is_cut_off_is_named() {
    let rows: Vec<&str> = DATED.lines().collect();
    let upto = |line: usize, end: usize| {
        let before = rows[..line - 1].join("\n");
        format!("{before}\n{}", &rows[line - 1][..end])
    };
    let first = "1v2|More|A Ape|2026-03-01|Seeing";
    let whole = rows[16].len();
    check(
        &upto(17, whole),
        &[
            first,
            "2|Less|B Bee|2026-03-02|Seeing|||https://github.com/b/c",
        ],
    );
    check(
        &upto(17, whole - 1),
        &[
            first,
            "2|Less|B Bee|2026-03-02|Seeing|||https://github.com/b/c",
            "17 Warning Truncated",
        ],
    );
    let linked = rows[16].find(")|").unwrap();
    check(
        &upto(17, linked + 2),
        &[
            first,
            "2|Less|B Bee|2026-03-02|Seeing",
            "17 Warning Truncated",
        ],
    );
    check(&upto(17, linked), &[first, "17 Error Truncated"]);
    check(&upto(17, 20), &[first, "17 Error Truncated"]);
    check(&upto(17, 1), &[first, "17 Error Truncated"]);
    check(&upto(17, 0), &[first]);
}

#[test]
fn damaged_rows_are_named_and_harm_no_other() {
    let (first, third) = (
        "1v2|More|A Ape|2026-03-01|Seeing",
        "1v2|More|A Ape|2026-03-01|Saying+Aloud|||https://github.com/a/b",
    );
    let second = rows_second();
    let code = "|||https://github.com/b/c";
    for (damaged, expected) in [
        // The first stroke, or more, is gone.
        (
            second[1..].to_owned(),
            vec![format!("2|Less|B Bee|2026-03-02|Seeing{code}")],
        ),
        (
            second[20..].to_owned(),
            vec![
                format!("2|ss|B Bee||Seeing{code}"),
                "17 Warning BadDay".to_owned(),
            ],
        ),
        // The title is gone.
        (
            second.replace("**Less**", ""),
            vec![
                format!("2||B Bee|2026-03-02|Seeing{code}"),
                "17 Warning NoTitle".to_owned(),
            ],
        ),
        (
            second.replace("2026-03-02", "2026-13-02"),
            vec![
                format!("2|Less|B Bee||Seeing{code}"),
                "17 Warning BadDay".to_owned(),
            ],
        ),
        // Nothing that names the paper is left.
        (
            "|**2026-03-02**|** **|B Bee et.al.|[](http://arxiv.org/abs/)|null|".to_owned(),
            vec!["17 Error BadEntry".to_owned()],
        ),
    ] {
        let text = DATED.replace(second, &damaged);
        let remark = |line: &&String| line.starts_with("17 ");
        let mut all = vec![first.to_owned()];
        all.extend(expected.iter().filter(|line| !remark(line)).cloned());
        all.push(third.to_owned());
        all.extend(expected.iter().filter(remark).cloned());
        check(&text, &all.iter().map(String::as_str).collect::<Vec<_>>());
    }
    // A line end is gone.
    let joined = DATED.replace(&format!("\n{second}"), &format!("x{second}"));
    check(
        &joined,
        &[
            "1v2|More|A Ape|2026-03-01|Seeing||x",
            "2|Less|B Bee|2026-03-02|Seeing|||https://github.com/b/c",
            third,
            "16 Warning BadEntry",
        ],
    );
}

/// The second row of [`DATED`].
fn rows_second() -> &'static str {
    DATED.lines().nth(16).unwrap()
}

#[test]
fn damaged_heads_of_tables_are_no_papers() {
    let all = &[
        "1v2|More|A Ape|2026-03-01|Seeing",
        "2|Less|B Bee|2026-03-02|Seeing|||https://github.com/b/c",
        "1v2|More|A Ape|2026-03-01|Saying+Aloud|||https://github.com/a/b",
    ];
    for (from, to) in [
        ("|Publish Date|Title|Authors|PDF|Code|\n", ""),
        ("|---|---|---|---|---|\n", ""),
        ("|---|---|---|---|---|\n", "|---|-x-|---|---|---|\n"),
        (
            "|Publish Date|Title|Authors|PDF|Code|\n",
            "|Publish DXte|TXtle|AXthors|PXF|CXde|\n",
        ),
        ("|Publish Date|Title|", "Publish Date|Title|"),
    ] {
        let text = DATED.replacen(from, to, 1);
        let seen = read("2026-03-31.md", text.clone().into_bytes());
        assert_eq!(
            seen.papers.iter().map(show).collect::<Vec<_>>(),
            all,
            "{text}"
        );
    }
}

#[test]
fn other_tables_are_left_alone() {
    let text = DATED.replace(
        "## Saying",
        "## Sums\n\n|Topic|Papers|\n|---|---|\n|Seeing|2|\n|Saying|1|\n\n## Saying",
    );
    check(
        &text,
        &[
            "1v2|More|A Ape|2026-03-01|Seeing",
            "2|Less|B Bee|2026-03-02|Seeing|||https://github.com/b/c",
            "1v2|More|A Ape|2026-03-01|Saying+Aloud|||https://github.com/a/b",
        ],
    );
    for none in [
        "|a|b|\n|---|---|\n|c|d|\n",
        "| [^1] | [A](http://arxiv.org/abs/2603.00001) | b |\n",
        "||||\n",
        "|Topic|Papers|\n|---|---|\n",
    ] {
        assert_eq!(
            read("x.md", none.as_bytes().to_vec()).format,
            None,
            "{none}"
        );
    }
    // A list without papers is a list nevertheless.
    check(
        "## Seeing\n|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n",
        &[],
    );
}

#[test]
fn papers_outside_of_rows_are_named() {
    let aside = "See [it](http://arxiv.org/abs/2603.00004), from [arXiv](https://arxiv.org/).\n";
    let text = format!("{DATED}\nAll from https://arxiv.org/list/cs.CV/new.\n{aside}");
    let said = read("x.md", text.into_bytes()).diagnostics;
    let said: Vec<_> = said.iter().map(|said| (said.line, said.kind)).collect();
    assert_eq!(said, [(31, DiagnosticKind::StrayText)]);
    // An item that stands for a row is read where rows are.
    let item = "- 2026-03-03, **Go**, C Cat et.al., Paper: [http://arxiv.org/abs/2603.00003v1](http://arxiv.org/abs/2603.00003v1)\n";
    check(
        &format!("## Going\n{item}- **Go**, Paper: x\n"),
        &["3v1|Go|C Cat|2026-03-03|Going"],
    );
}

#[test]
fn long_lines_and_many_lines_are_read_in_linear_time() {
    for piece in [
        "|",
        "\\|",
        "<details>",
        "</details>",
        "[",
        "](",
        "**",
        "$",
        "|[](",
        "[x](http://arxiv.org/abs/2603.00001)|",
    ] {
        for (start, end) in [
            ("", ""),
            ("|**2026-03-01**|**A", "\n"),
            (
                "| **[A](http://arxiv.org/abs/2603.00001v1)** | 2026-03-01 | <details>",
                "\n",
            ),
        ] {
            let text = format!("{DATED}{start}{}{end}", piece.repeat(500_000 / piece.len()));
            // Anything worse than linear would not end at this size.
            let digest = read("x.md", text.into_bytes());
            assert!(digest.papers.len() >= 3, "{piece} {start}");
            let many = format!("{DATED}{}", format!("{start}{piece}\n").repeat(5_000));
            assert!(
                read("x.md", many.into_bytes()).papers.len() >= 3,
                "{piece} {start}"
            );
        }
    }
}

#[test]
fn a_title_has_words_below_and_badges_for_links() {
    let text = "| &nbsp;Date&nbsp; | Paper | Links & Summary |\n| --- | --- | --- |\n\
        | <span style='width: 42px;'>03-29</span> | **Hats: an overview**<br><sub>House: Doors<br>Hats are worn.</sub>| <div>[![arXiv](https://img.example/a)](http://arxiv.org/pdf/2603.00001v1)</div> |\n";
    let digest = read("hats.md", text.as_bytes().to_vec());
    let [paper] = &digest.papers[..] else {
        panic!("{:?}", digest.diagnostics);
    };
    assert_eq!(paper.title.plain, "Hats: an overview");
    assert!(paper.authors.is_empty() && paper.days.is_empty());
    let gist = paper.gist.as_ref().map(|gist| gist.plain.as_str());
    assert_eq!(gist, Some("House: Doors\nHats are worn."));
}

#[test]
fn awesome_tables_have_venues_and_links() {
    let text = "# Awesome hats\n\n| Title | Venue | Links |\n|---|---|---|\n\
        | [Hats](https://arxiv.org/abs/2603.00001) | ICLR 2025 | [paper](https://arxiv.org/abs/2603.00001) [Code](https://a.example/h) [page](https://b.example) |\n\
        | **Coats** | arXiv | [paper](https://arxiv.org/abs/2603.00002) |\n\
        | ![Star](https://img.example/s.svg) <br> [**Caps**](https://arxiv.org/abs/2603.00003) <br> *Ada Sch, Bo Brk* | CVPR | [![Star](https://img.example/s.svg)](https://github.com/a/b) |\n\
        ```\n| [Gloves](https://arxiv.org/abs/2603.00004) | CVPR | |\n```\n";
    check(
        text,
        &[
            "1|Hats||2026-03-31||||https://a.example/h",
            "2|Coats||2026-03-31",
            "3|Caps|Ada Sch+Bo Brk|2026-03-31||||https://github.com/a/b",
            "9 Note StrayText",
        ],
    );
    let digest = read("hats.md", text.as_bytes().to_vec());
    let venues = digest.papers.iter().map(|paper| paper.journal.as_deref());
    assert_eq!(
        venues.collect::<Vec<_>>(),
        [Some("ICLR 2025"), None, Some("CVPR")]
    );
}
