use std::fmt::Write as _;

use crate::core::digest::{Digest, Format, read};
use crate::core::paper::{Category, Paper};

/// daily-arXiv-ai-enhanced as it is today; the first two generations have fewer fields.
const ENHANCED: &str = "<div id=toc></div>\n\n# Table of Contents\n\n- [cs.CV](#cs.CV) [Total: 1]\n- [cs.CL](#cs.CL) [Total: 1]\n\n
<div id='cs.CV'></div>\n\n# cs.CV [[Back]](#toc)\n
### [1] [Seeing [More] of $x$](https://arxiv.org/abs/2603.00001)\n*A Ape,B Bee*\n\nMain category: cs.CV\n\nTL;DR: 甲\n\n
<details>\n  <summary>Details</summary>\nMotivation: 乙\n\nMethod: 丙\n\nAbstract: We see:\nResult: 3\n  and 4.\n  And more.\n\n</details>\n\n
<div id='cs.CL'></div>\n\n# cs.CL [[Back]](#toc)\n
### [2] [Saying Less](https://arxiv.org/abs/2603.00002)\n*C Cat*\n\nMain category: cs.CL\n\nTL;DR: 丁\n\n
<details>\n  <summary>Details</summary>\nAbstract: We say.\n\n</details>\n\n";

const BLOCKS: &str = "# Seeing More \n\n**Title (ZH)**: 甲 \n\n**Authors**: A Ape, B Bee  \n\n**Link**: [PDF](https://arxiv.org/pdf/2603.00001)  \n
**Abstract**: We see.\nAll: of it. \n\n**Abstract (ZH)**: 乙 \n\n---\n# Saying Less \n\n**Authors**: C Cat  \n
**Link**: [PDF](https://arxiv.org/pdf/2603.00002)  \n\n**Abstract**: We say. \n\n---\n";

const NUMBERED: &str = "# arXiv Papers\n\n## Statistics\n\n- **Last Updated**: 2026-03-02 05:57:09 UTC\n\n## Recent Papers\n
### 1. [Seeing More](https://arxiv.org/abs/2603.00001)\n\n**Authors**: A Ape,  :, B Bee  \n**Category**: cs.CV  \n**Published**: 2026-03-02  \n
**Type**: cross  \n**ArXiv ID**: 2603.00001v2  \n\n#### Abstract\nWe see...\n
<details>\n<summary><strong>AI</strong></summary>\n\n# Report\n\n---\n\n### 1. Authors\n\n**Authors**: nobody\n\n</details>\n\n---\n
### 2. [Saying Less](https://arxiv.org/abs/2603.00002)\n\n**Authors**: C Cat  \n**Published**: 2026-03-02  \n
arXiv:2603.00002v1 Announce Type: replace-cross \nAbstract: We say...\n\n---\n\n## Configuration\n\n- **Categories**: all\n";

const BULLETS: &str = "# 🔍 Seeing Papers · 2026-03-02\n\n**Filter**: `2D`\n\n### Vision 📸\n\n<details open><summary>Click</summary>\n
- **[Seeing More](https://arxiv.org/abs/2603.00001)**  `arXiv:2603.00001`  `cs.CV` `cs.RO`  \n  _A Ape, B Bee, et al._
  <details><summary>Abstract</summary>\n  We see.\n  </details>\n
- **[Saying Less](https://arxiv.org/abs/2603.00002)**  `arXiv:2603.00002`  \n  _C Cat_\n  <details><summary>Abstract</summary>\n  We say.\n  </details>\n
</details>\n";

const QUOTES: &str = "# Daily\n\n---\n\n> ### 1. Seeing Far\\-off Things\n>\n> | 属性 | 内容 |\n> |:---:|:---|\n> | 📅 发布日期 | 2026-03-01 |
> | 👤 作者 | A Ape |\n>\n> **📄 英文摘要：**\n> We see \\(far\\-off\\) $x\\_1$.\n>\n> 🔗 [阅读论文](http://arxiv.org/abs/2603.00001v1)\n\n---\n
> ### 2. Saying Less\n>\n> | 属性 | 内容 |\n> |:---:|:---|\n> | 👤 作者 | C Cat |\n>\n> **📄 英文摘要：**\n> We say.\n>\n> 🔗 [阅读论文](http://arxiv.org/abs/2603.00002v3) | 💻 [代码](https://github.com/c/d)\n\n---\n";

const LABELS: &str = "# Daily\n\n## Seeing More / \n\n发布日期：2026-03-01\n\n作者：A Ape\n\n摘要：We see.\n\n中文摘要：\n甲\n\n代码链接：https://github.com/a/b.\n
论文链接：[阅读](http://arxiv.org/abs/2603.00001v1)\n\n---\n\n\n## Saying Less / \n\n作者：C Cat\n\n摘要：We say.\n\n论文链接：[阅读](http://arxiv.org/abs/2603.00002v1)\n\n---\n";

const FOOTNOTES: &str = "# 摘要\n\n| Ref | Title | Summary |\n| --- | --- | --- |\n| [^1] | [Seeing More.](http://arxiv.org/abs/2603.00001) | 甲 |\n
# 详细\n\n[^1]: 乙\n\n    Seeing More. (arXiv:2603.00001v1 [cs.CV] UPDATED)\n\n    [http://arxiv.org/abs/2603.00001](http://arxiv.org/abs/2603.00001)\n
    我们看见了更多。\n\n    We see.\n    \n[^2]: 丙\n\n    Saying Less. (arXiv:2603.00002v1 [cs.CL])\n\n    We say.\n    \n";

const NOTES: &str = "## CV (Daily)\n#### 20260302\nTop:\n* [Seeing More](https://arxiv.org/pdf/2603.00001.pdf) [code](https://github.com/a/b) nice\n
Other\n* [Saying Less](https://arxiv.org/pdf/2603.00002.pdf)\n* [A](https://arxiv.org/pdf/2603.00003.pdf)\n";

/// A digest in one line a paper and one a remark.
fn show(digest: &Digest) -> String {
    let mut out = String::new();
    for paper in &digest.papers {
        let _ = writeln!(out, "{}", line(paper));
    }
    for said in &digest.diagnostics {
        let _ = writeln!(out, "{} {:?} {:?}", said.line, said.severity, said.kind);
    }
    out.replace("2603.0000", "")
}

fn line(paper: &Paper) -> String {
    let mut parts = vec![paper.id.to_string(), paper.title.plain.clone()];
    parts.push(paper.authors.join("+"));
    let names = paper.categories.iter().map(|Category(name)| name.as_str());
    parts.push(names.collect::<Vec<_>>().join("+"));
    for text in [&paper.summary, &paper.gist] {
        parts.push(
            text.as_ref()
                .map_or_else(String::new, |text| text.plain.replace('\n', "/")),
        );
    }
    parts.join("|").replace("x-", "")
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let digest = read("2026-03-02.md", text.as_bytes().to_vec());
    let seen = show(&digest);
    assert_eq!(seen.lines().collect::<Vec<_>>(), expected, "{text}");
    assert!(digest.is_balanced(), "{text}");
}

fn papers(text: &str) -> Vec<Paper> {
    read("2026-03-02.md", text.as_bytes().to_vec()).papers
}

#[test]
fn all_kinds_are_read_without_remarks() {
    check(
        ENHANCED,
        &[
            "1|Seeing [More] of $x$|A Ape+B Bee|cs.CV|We see: Result: 3 and 4./And more.|甲",
            "2|Saying Less|C Cat|cs.CL|We say.|丁",
        ],
    );
    check(
        BLOCKS,
        &[
            "1|Seeing More|A Ape+B Bee||We see. All: of it.|",
            "2|Saying Less|C Cat||We say.|",
        ],
    );
    check(
        NUMBERED,
        &[
            "1|Seeing More|A Ape+B Bee|cs.CV|We see...|",
            "2|Saying Less|C Cat||We say...|",
        ],
    );
    check(
        BULLETS,
        &[
            "1|Seeing More|A Ape+B Bee|cs.CV+cs.RO|We see.|",
            "2|Saying Less|C Cat||We say.|",
        ],
    );
    check(
        QUOTES,
        &[
            "1|Seeing Far-off Things|A Ape||We see (far-off) $x_1$.|",
            "2|Saying Less|C Cat||We say.|",
        ],
    );
    check(
        LABELS,
        &[
            "1|Seeing More|A Ape||We see.|",
            "2|Saying Less|C Cat||We say.|",
        ],
    );
    check(
        FOOTNOTES,
        &[
            "1|Seeing More||cs.CV|We see.|甲",
            "2|Saying Less||cs.CL|We say.|",
        ],
    );
    check(
        NOTES,
        &["1|Seeing More||||nice", "2|Saying Less||||", "3|A||||"],
    );
}

#[test]
fn the_first_generations_have_fewer_fields() {
    let first = "### [A](https://arxiv.org/abs/2603.00001)\n*A Ape*\n<details>\n  <summary>Abstract</summary>\nWe see\n### far.\n</details>\n";
    check(first, &["1|A|A Ape||We see ### far.|"]);
    let second = "### [A](https://arxiv.org/abs/2603.00001)\n*A Ape*\n\nTask: 甲\n\n<details>\n  <summary>Details</summary>\nMethod: 乙\n\nAbstract: We\nsee.\n\n</details>\n";
    check(second, &["1|A|A Ape||We see.|甲"]);
}

#[test]
fn days_kinds_topics_and_code() {
    let numbered = papers(NUMBERED);
    assert_eq!(
        numbered[0].announce.map(|a| (a.kind.id(), a.inferred)),
        Some(("cross", false))
    );
    assert_eq!(numbered[1].announce.map(|a| a.kind.id()), Some("replaced"));
    assert_eq!(
        (numbered[0].version, numbered[1].version),
        (Some(2), Some(1))
    );
    assert_eq!(numbered[0].days[0].to_string(), "2026-03-02");
    assert_eq!(
        papers(QUOTES)[0]
            .submitted
            .map(|day| day.to_string())
            .as_deref(),
        Some("2026-03-01")
    );
    assert_eq!(papers(LABELS)[0].code, ["https://github.com/a/b"]);
    assert_eq!(papers(QUOTES)[1].code, ["https://github.com/c/d"]);
    assert_eq!(papers(BULLETS)[0].topics, ["Vision"]);
    let notes = papers(NOTES);
    assert_eq!(notes[0].topics, ["CV (Daily)", "Top"]);
    assert_eq!(notes[1].topics, ["CV (Daily)", "Other"]);
    assert_eq!(notes[0].code, ["https://github.com/a/b"]);
    assert!(papers(ENHANCED).iter().all(|paper| paper.topics.is_empty()));
    let footnotes = papers(FOOTNOTES);
    assert_eq!(footnotes[0].announce.map(|a| a.kind.id()), Some("replaced"));
    assert_eq!(footnotes[1].announce.map(|a| a.kind.id()), Some("new"));
}

#[test]
fn damaged_heads_lose_no_paper() {
    let second = "2|Saying Less|C Cat||We say.|";
    check(
        &BLOCKS.replace("# Seeing More", "Seeing More"),
        &["1|Seeing More|A Ape+B Bee||We see. All: of it.|", second],
    );
    check(
        &BLOCKS.replace("---\n# Saying", "\nSaying"),
        &[
            "1|Seeing More|A Ape+B Bee||We see. All: of it.|",
            "2||C Cat||We say.|",
            "17 Warning NoTitle",
        ],
    );
    check(
        &BLOCKS.replace("2603.00001", "26"),
        &[
            &format!(
                "{}|Seeing More|A Ape+B Bee||We see. All: of it.|",
                local("Seeing More")
            ),
            second,
            "1 Warning BadLink",
        ],
    );
    let first = "1|Seeing [More] of $x$|A Ape+B Bee|cs.CV|We see: Result: 3 and 4./And more.|甲";
    check(
        &ENHANCED.replace("### [2]", "xx [2]"),
        &[first, "2|Saying Less|C Cat|cs.CL|We say.|丁"],
    );
    check(
        &ENHANCED.replace(
            "### [2] [Saying Less](https://arxiv.org/abs/2603.00002)",
            "###",
        ),
        &[first, "39 Error BadEntry"],
    );
    check(
        &ENHANCED.replace("abs/2603.00002", "abs/26"),
        &[
            first,
            &format!(
                "{}|Saying Less|C Cat|cs.CL|We say.|丁",
                local("Saying Less")
            ),
            "39 Warning BadLink",
        ],
    );
}

fn local(title: &str) -> String {
    crate::core::paper::PaperId::from_title(title)
        .to_string()
        .replace("x-", "")
}

#[test]
fn a_file_that_was_cut() {
    let cut = |marker: &str| &ENHANCED[..ENHANCED.rfind(marker).unwrap_or_default()];
    let first = "1|Seeing [More] of $x$|A Ape+B Bee|cs.CV|We see: Result: 3 and 4./And more.|甲";
    check(cut("0002)"), &[first, "39 Error Truncated"]);
    check(cut("aying"), &[first, "39 Error Truncated"]);
    check(
        cut("say."),
        &[
            first,
            "2|Saying Less|C Cat|cs.CL|We|丁",
            "49 Warning Truncated",
        ],
    );
}

#[test]
fn what_follows_the_entries_may_end_anywhere() {
    let numbered = NUMBERED.trim_end();
    for end in ["", "\n\n## How to use", "\n\n### Keywords"] {
        let digest = read("2026-03-02.md", format!("{numbered}{end}").into_bytes());
        assert_eq!(
            (digest.papers.len(), digest.diagnostics.len()),
            (2, 0),
            "{end}"
        );
    }
    check(
        &format!("{BLOCKS}# Thinking"),
        &[
            "1|Seeing More|A Ape+B Bee||We see. All: of it.|",
            "2|Saying Less|C Cat||We say.|",
            "24 Error Truncated",
        ],
    );
}

#[test]
fn what_is_no_such_digest_is_left_alone() {
    for text in [
        "# A tool\n\nSee [the paper](https://arxiv.org/abs/2603.00001).\n\n## Authors\n\nA Ape\n",
        "# A tool\n\n- [Paper](https://arxiv.org/abs/2603.00001)\n- [Seeing](https://arxiv.org/abs/2603.00002)\n",
        "{\n  \"authors\": [\"A\"],\n  \"link\": \"https://arxiv.org/abs/2603.00001\"\n}\n",
    ] {
        let format = read("x.md", text.as_bytes().to_vec()).format;
        assert_eq!(format, None, "{text}");
    }
    let heading =
        "### 1.A  [ :arrow_down: ](https://arxiv.org/pdf/2603.00001.pdf)\n>  Authors: all of us.\n";
    let format = read("x.md", heading.as_bytes().to_vec()).format;
    assert_eq!(format, Some(Format::HeadingDigest));
    let table =
        "## Topic\n|Date|Title|\n|---|---|\n|2026-03-02|[A](https://arxiv.org/abs/2603.00001)|\n";
    let format = read("x.md", table.as_bytes().to_vec()).format;
    assert_eq!(format, Some(Format::Table));
}

const ALL: [&str; 8] = [
    ENHANCED, BLOCKS, NUMBERED, BULLETS, QUOTES, LABELS, FOOTNOTES, NOTES,
];

/// Whatever the damage: no panic, and each entry is a paper or an error.
fn sound(bytes: Vec<u8>) {
    let digest = read("x", bytes);
    assert!(digest.is_balanced(), "{:?}", digest.diagnostics);
}

#[test]
fn any_cut_and_any_flipped_byte_are_survived() {
    for text in ALL {
        let bytes = text.as_bytes();
        for at in 0..bytes.len() {
            sound(bytes[..at].to_vec());
            for flip in [1, 0x20, 0x80] {
                let mut damaged = bytes.to_vec();
                damaged[at] ^= flip;
                sound(damaged);
            }
            let mut cut_out = bytes[..at].to_vec();
            cut_out.extend_from_slice(bytes.get(at + 7..).unwrap_or_default());
            sound(cut_out);
        }
        assert_eq!(papers(text), papers(&text.replace('\n', "\r\n")));
    }
}

#[test]
fn long_lines_and_many_lines_are_read_in_linear_time() {
    let pieces = [
        "](",
        "[a](http",
        "arxiv.org/",
        "rXiv:",
        " /",
        "$",
        "**",
        "|",
        "<details>",
        "> ",
        "](a ",
        "- ",
        " \u{2028}",
    ];
    let lines = [
        "Code: https://github.com/a\n",
        "<details><summary>TL;DR</summary>x</details>\n",
        "**Link**: x\n",
        "**Category**: cs.CV\n",
        "*a*\n",
        "# \n",
        "Authors: a\n",
        "</details>\n",
        "<details>\n",
    ];
    for text in ALL {
        let half = text.len() - text.len() / 3;
        let start = &text[..text.floor_char_boundary(half)];
        for piece in pieces.iter().chain(&lines) {
            // Anything worse than linear would not end at this size.
            sound(format!("{start}{}", piece.repeat(500_000 / piece.len())).into_bytes());
        }
    }
}

#[test]
fn quotations_are_abstracts() {
    let authors = "*A Ape, B Bee*\n\n";
    for authors in [authors, ""] {
        let digest = read(
            "2026-03-02.md",
            format!(
                "# Hats\n\n### [Seeing More](https://arxiv.org/abs/2603.00001)\n{authors}> We see.\n> And\n>\n> more: here.\n\n\
                 ### [Saying Less](https://arxiv.org/abs/2603.00002)\n{authors}> We say.\n\n```\n### [No](https://arxiv.org/abs/2603.00003)\n```\n\n\
                 ### [Being](https://arxiv.org/abs/2603.00004)\n{authors}> We are.\n"
            )
            .into_bytes(),
        );
        let seen: Vec<String> = digest
            .papers
            .iter()
            .map(|paper| {
                let summary = paper
                    .summary
                    .as_ref()
                    .map_or("", |text| text.plain.as_str());
                format!(
                    "{} {} {}",
                    paper.id,
                    paper.authors.join("+"),
                    summary.replace('\n', "/")
                )
            })
            .collect();
        let names = if authors.is_empty() {
            ""
        } else {
            "A Ape+B Bee"
        };
        assert_eq!(
            seen,
            [
                format!("2603.00001 {names} We see. And/more: here."),
                format!("2603.00002 {names} We say."),
                format!("2603.00004 {names} We are."),
            ]
        );
        assert!(digest.is_balanced());
    }
}
