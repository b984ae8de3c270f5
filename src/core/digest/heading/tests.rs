use std::fmt::Write as _;

use crate::core::digest::{Digest, read};
use crate::core::paper::AnnounceKind;

const HEAD: &str = "# ArXiv cs.CV --Thu, 24 Dec 2020\n";

fn entry(number: u32, title: &str, id: &str, summary: &str) -> String {
    format!(
        "### {number}.{title}  [ :arrow_down: ](https://arxiv.org/pdf/{id}.pdf)\n>  {summary}      \n"
    )
}

fn two() -> String {
    let first = entry(1, "First", "2012.00002", "One.");
    format!("{HEAD}{first}{}", entry(2, "Second", "2012.00001", "Two."))
}

/// A digest in one line a paper and one a remark.
fn show(digest: &Digest) -> String {
    let mut out = String::new();
    for paper in &digest.papers {
        let summary = paper.summary.as_ref().map_or("-", |summary| &summary.plain);
        let id = match paper.id.arxiv() {
            Some(id) => id.as_str(),
            None => "x",
        };
        let _ = writeln!(out, "{id} {} | {summary}", paper.title.plain);
    }
    for diagnostic in &digest.diagnostics {
        let _ = writeln!(
            out,
            "{}:{} {} {:?}",
            diagnostic.line, diagnostic.column, diagnostic.severity, diagnostic.kind
        );
    }
    out.replace('\n', ";").replace("2012.", "")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    check_named("2020-12-24.md", text, expected);
}

#[track_caller]
fn check_named(name: &str, text: &str, expected: &str) {
    let digest = read(name, text.as_bytes().to_vec());
    assert_eq!(show(&digest), expected, "{text}");
}

const BOTH: &str = "00002 First | One.;00001 Second | Two.;";

#[test]
fn the_usual_form_has_no_remarks() {
    check(&two(), BOTH);
    let digest = read("x.md", two().into_bytes());
    assert_eq!(digest.entries, 2);
    assert_eq!(digest.papers[0].categories[0].0, "cs.CV");
    assert_eq!(digest.papers[0].days[0].to_string(), "2020-12-24");
    assert_eq!(
        (digest.papers[1].number, digest.papers[1].line),
        (Some(2), 4)
    );
    assert!(digest.papers.iter().all(|paper| {
        paper
            .announce
            .is_some_and(|a| a.inferred && a.kind == AnnounceKind::New)
    }));
}

#[test]
fn line_ends_and_blank_lines_do_not_matter() {
    check(&two().replace('\n', "\r\n"), BOTH);
    check(&two().replace('\n', "\r"), BOTH);
    check(&two().replace('\n', "\n\n"), BOTH);
    check(&two().replace('\n', "\n \t\n\n"), BOTH);
    check(&format!("\u{feff}{}", two()), BOTH);
    check(two().trim_end_matches('\n'), BOTH);
    check(&two().replace("      \n", "\n"), BOTH);
    check(two().replace("      \n", "\n").trim_end(), BOTH);
}

#[test]
fn numbers_spaces_and_labels_may_differ() {
    check(
        &two().replace("### 1.", "### ").replace("### 2.", "###"),
        BOTH,
    );
    check(&two().replace("### 1.", "###1. ").replace(">  ", ">"), BOTH);
    check(
        &two()
            .replace("[ :arrow_down: ]", "[pdf]")
            .replace("/pdf/", "/abs/")
            .replace("https", "http"),
        BOTH,
    );
    check(&two().replace(".pdf)", "v2.pdf)"), BOTH);
    check(
        &two().replace("### 2.", "### 5."),
        &format!("{BOTH}4:1 note Numbering;"),
    );
}

#[test]
fn abstracts_in_several_lines() {
    check(
        &two().replace("One.", "One\n> and\n>  more."),
        &BOTH.replace("One.", "One and more."),
    );
    check(
        &two().replace("One.", "One.\n>\n> More."),
        &BOTH.replace("One.", "One.;More."),
    );
    check(
        &two().replace("One.", "One\nand more."),
        &format!(
            "{}2:1 note StrayText;",
            BOTH.replace("One.", "One and more.")
        ),
    );
    check(
        &two().replace(">  One.", "One.\nMore."),
        &format!("{}2:1 note StrayText;", BOTH.replace("One.", "One. More.")),
    );
}

#[test]
fn what_is_missing_is_named() {
    check(
        &two().replace(">  One.      \n", ""),
        "00002 First | -;00001 Second | Two.;2:1 warning NoAbstract;",
    );
    check(
        &two().replace(
            "  [ :arrow_down: ](https://arxiv.org/pdf/2012.00002.pdf)",
            "",
        ),
        "x First | One.;00001 Second | Two.;2:1 warning NoLink;",
    );
    check(
        &two().replace("2012.00002", "2012.2"),
        "x First | One.;00001 Second | Two.;2:1 warning BadLink;",
    );
    check(
        &two().replace("1.First", "1."),
        &format!("{}2:1 warning NoTitle;", BOTH.replace("First ", " ")),
    );
    check(
        &two().replace(
            "### 1.First  [ :arrow_down: ](https://arxiv.org/pdf/2012.00002.pdf)",
            "### 1.",
        ),
        "00001 Second | Two.;2:1 error BadHeading;",
    );
    let headless = two().replace(HEAD, "");
    check(&headless, BOTH);
    check_named("x.md", &headless, &format!("{BOTH}1:1 warning NoDay;"));
}

#[test]
fn the_link_may_stand_on_a_line_of_its_own() {
    check(&two().replace("  [ :arrow", "\n[ :arrow"), BOTH);
}

#[test]
fn days_that_cannot_be() {
    let wrong = two().replace("Thu, 24", "Fri, 24");
    check(&wrong, &format!("{BOTH}1:1 note BadDay;"));
    let impossible = two().replace("24 Dec", "31 Feb");
    check(&impossible, &format!("{BOTH}1:1 warning BadDay;"));
    let digest = read("x.md", impossible.into_bytes());
    assert_eq!(digest.papers[0].days, []);
}

#[test]
fn several_lists_in_one_file() {
    let other = two()
        .replace("cs.CV --Thu, 24", "hep-th --Fri, 25")
        .replace("2012.", "2011.");
    let digest = read("x.md", format!("{}{other}", two()).into_bytes());
    assert_eq!(digest.diagnostics[..], []);
    let seen: Vec<_> = digest
        .papers
        .iter()
        .map(|paper| (paper.categories[0].0.as_str(), paper.days[0].day_of_month()))
        .collect();
    assert_eq!(
        seen,
        [("cs.CV", 24), ("cs.CV", 24), ("hep-th", 25), ("hep-th", 25)]
    );
    assert!(
        digest
            .papers
            .iter()
            .all(|paper| paper.announce.is_some_and(|a| a.kind == AnnounceKind::New))
    );
    let twice = format!("{}{}", two(), two());
    check(
        &twice,
        &format!("{BOTH}{BOTH}7:1 note Duplicate;9:1 note Duplicate;"),
    );
}

#[test]
fn text_that_belongs_to_nobody_is_named() {
    check(
        &format!("Hello\nthere\n{}", two()),
        &format!("{BOTH}1:1 warning StrayText;"),
    );
    check(
        &two().replace("One.      \n", "One.      \n\nbye\n---\n> lost\n"),
        &format!("{BOTH}5:1 warning StrayText;"),
    );
    check(
        &two().replace("### 2.", "xx 2."),
        "00002 First | One.;4:1 warning StrayText;",
    );
    check(
        &two().replace(".pdf)\n>  One", ".pdf) and more\n>  One"),
        &format!("{BOTH}2:68 warning StrayText;"),
    );
}

#[test]
fn lost_line_ends() {
    check(&two().replace(".pdf)\n", ".pdf)"), BOTH);
    check(
        &two().replace("One.      \n", "One.      "),
        &format!("{BOTH}3:14 warning BadHeading;"),
    );
}

#[test]
fn any_number_of_line_ends_may_be_lost() {
    for link in [
        "[x](https://arxiv.org/abs/2012.00001)",
        "https://arxiv.org/abs/2012.00001",
    ] {
        // To look through the rest of the line for each heading would not end at this size, nor
        // would the stack hold a call for each.
        let many = 20_000;
        let text = format!("{HEAD}{}", format!("### 1.A {link} > ").repeat(many));
        let digest = read("x.md", text.into_bytes());
        assert_eq!(digest.papers.len(), many, "{link}");
    }
}

#[test]
fn a_file_that_was_cut() {
    let text = two();
    let cut = |marker: &str| &text[..text.rfind(marker).unwrap_or_default()];
    check(cut("00001"), "00002 First | One.;4:1 error Truncated;");
    check(cut(")\n"), "00002 First | One.;4:1 error Truncated;");
    check(
        cut("\n>"),
        "00002 First | One.;00001 Second | -;4:1 warning NoAbstract;",
    );
    check(
        cut("o.   "),
        "00002 First | One.;00001 Second | Tw;5:1 warning Truncated;",
    );
    check(
        &format!("{}Two <a href=\"https://a", cut("Two")),
        "00002 First | One.;00001 Second | Two <a href=\"https://a;5:1 warning Truncated;",
    );
    let single = format!("{HEAD}{}", entry(1, "First", "2012.00002", "One and"));
    check(
        single.trim_end(),
        "00002 First | One and;3:1 warning Truncated;",
    );
}

#[test]
fn what_is_no_digest_is_refused() {
    for (bytes, expected) in [
        (&b""[..], "1:1 error EmptyFile;"),
        (b" \n\xef\xbb\xbf", "1:1 error EmptyFile;"),
        (b"\x89PNG\r\n\x1a\n", "1:1 error NotText;"),
        (b"Dear all,\n\n> quoted\n", "1:1 error UnknownFormat;"),
        (
            b"# Notes\n### A heading\n> quoted\n",
            "1:1 error UnknownFormat;",
        ),
        (
            b"### [1] [Title](https://arxiv.org/abs/2012.00001)\n",
            "1:1 error UnknownFormat;",
        ),
    ] {
        let digest = read("2020-12-24.md", bytes.to_vec());
        assert_eq!(show(&digest), expected, "{bytes:?}");
        assert_eq!(digest.entries, 0);
        assert!(
            digest.diagnostics[0]
                .message
                .contains("arXiv mail or listing")
        );
    }
}

#[test]
fn code_is_no_entry() {
    let code = "```\n### 3.No [x](https://arxiv.org/abs/2012.00003)\n>  No.\n```\n";
    check(
        &format!("{}{code}", two()),
        &format!("{BOTH}6:1 warning StrayText;"),
    );
    // A digest may have been copied in such a block, or a mark may be a stray one.
    check(
        &format!("```\n{}```\n", two()),
        &format!("{BOTH}1:1 warning StrayText;7:1 warning StrayText;"),
    );
    check(
        &format!("{}```\n", two()),
        &format!("{BOTH}6:1 warning StrayText;"),
    );
}
