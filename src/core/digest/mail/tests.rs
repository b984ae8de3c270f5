use std::fmt::Write as _;

use crate::core::digest::parser::Score;
use crate::core::digest::{Digest, Format, Step, read};
use crate::core::paper::Paper;

const RULE: &str =
    "------------------------------------------------------------------------------\n";
const CROSSES: &str =
    "%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%-\n";
const REPLACEMENTS: &str =
    "%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%\n";
const END: &str =
    "%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---\n";

/// What stands before the records of a mail of Wednesday, 4 March.
const HEAD: &str = " Submissions to:
Fog Science
 received from  Mon  2 Mar 26 19:00:00 GMT  to  Tue  3 Mar 26 19:00:00 GMT
";

const NEW: &str = r#"\\
arXiv:2603.00001
Date: Mon, 2 Mar 2026 20:39:01 GMT   (215kb)

Title: On Fog: A Long
  Title
Authors: Ada St\"ern (1), B. Wolke (2) ((1) Oslo,
  (2) Voss)
Categories: cs.AI stat.ML
Comments: 5 pages,
  2 figures
MSC-class: 11
Journal-ref: J. Fog
 1 (2026)
DOI: 10.1000/182
\\
  We study fog.
Results: it is grey.
  It is wet.
\\ ( https://arxiv.org/abs/2603.00001 ,  215kb)
"#;

const CROSS: &str = r"\\
arXiv:2603.00002 (*cross-listing*)
Date: Sun, 1 Mar 2026 20:39:01 GMT   (21kb,D)

Title: On Rain
Authors: C. Regen
Categories: physics.ao-ph cs.AI
\\
  Rain falls.
\\ ( https://arxiv.org/abs/2603.00002 ,  21kb)
";

const REPLACED: &str = r"\\
arXiv:2511.00003
replaced with revised version Tue, 3 Mar 2026 11:00:13 GMT   (1527kb,D)

Title: On Snow
Authors: D. Schnee
Categories: cs.AI
\\ ( https://arxiv.org/abs/2511.00003 ,  1527kb)
";

fn mail() -> String {
    format!(
        "{RULE}{HEAD}{RULE}{RULE}{NEW}{CROSSES}{RULE}{CROSS}{REPLACEMENTS}{RULE}{REPLACED}{END}Goodbye\n"
    )
}

/// The records of a month: without abstracts, and ended by `\\` alone.
fn listing() -> String {
    let first = r"\\
Paper: hep-th/9901001
From: A. Stern  <a@b.c>
Date: Fri, 1 Jan 1999 02:05:30 GMT   (29kb)
Date (revised v2): Tue, 5 Jan 1999 21:59:55 GMT   (30kb)

Title: Dark Fog
Authors: A. Stern
Categories: hep-th math.MP
Subj-class: Fog; Rain
\\
";
    let second = r"\\
Paper (*cross-listing*): math.GT/9901002
Date: Sat, 2 Jan 1999 02:05:30 GMT   (29kb)

Title: Dark Rain
Authors: B. Wolke
\\
";
    format!(
        "{RULE}\nPapers received as of Fri  1 Jan 99 00:00:02 GMT.\n\n{RULE}{first}{RULE}{second}"
    )
}

/// One line a paper with what a list says of it, and one a remark.
fn show(digest: &Digest) -> String {
    let mut out = String::new();
    for paper in &digest.papers {
        let id = paper.id.arxiv().map_or("x", |id| id.as_str());
        let day = paper
            .days
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        let kind = paper.announce.map_or("", |announce| announce.kind.id());
        let summary = paper.summary.as_ref().map_or("-", |text| &text.plain);
        let title = &paper.title.plain;
        let _ = writeln!(
            out,
            "{id} {day} {kind} {title} | {}",
            summary.replace('\n', "/")
        );
    }
    for diagnostic in &digest.diagnostics {
        let (line, severity, kind) = (diagnostic.line, diagnostic.severity, diagnostic.kind);
        let _ = writeln!(out, "{line} {severity} {kind:?}");
    }
    out
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    check_named("fog.txt", text, expected);
}

#[track_caller]
fn check_named(name: &str, text: &str, expected: &[&str]) {
    let digest = read(name, text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::ArxivMail), "{text}");
    let seen = show(&digest);
    assert_eq!(seen.lines().collect::<Vec<_>>(), expected, "{text}");
}

const FIRST: &str = "2603.00001 2026-03-04 new On Fog: A Long Title | We study fog. Results: it is grey./It is wet.";
const SECOND: &str = "2603.00002 2026-03-04 cross On Rain | Rain falls.";
const THIRD: &str = "2511.00003 2026-03-04 replaced On Snow | -";

fn first(text: &str) -> Paper {
    read("fog.txt", text.as_bytes().to_vec())
        .papers
        .swap_remove(0)
}

#[test]
fn a_mail_is_read_without_remarks() {
    check(&mail(), &[FIRST, SECOND, THIRD]);
    check(&mail().replace('\n', "\r\n"), &[FIRST, SECOND, THIRD]);
    check(
        &mail().replace(" received", "received"),
        &[FIRST, SECOND, THIRD],
    );
    check(mail().trim_end(), &[FIRST, SECOND, THIRD]);
}

#[test]
fn all_fields_are_kept() {
    let paper = first(&mail());
    assert_eq!(paper.authors, ["Ada Stërn", "B. Wolke"]);
    let categories: Vec<&str> = paper.categories.iter().map(|c| c.0.as_str()).collect();
    assert_eq!(categories, ["cs.AI", "stat.ML"]);
    assert_eq!(paper.comment.unwrap().plain, "5 pages, 2 figures");
    assert_eq!(paper.journal.as_deref(), Some("J. Fog 1 (2026)"));
    assert_eq!(paper.doi.as_deref(), Some("10.1000/182"));
    assert_eq!(paper.submitted.unwrap().to_string(), "2026-03-02");
    assert_eq!((paper.version, paper.line), (None, 8));
    assert!(!paper.announce.unwrap().inferred);
    let digest = read("fog.txt", mail().into_bytes());
    assert_eq!(digest.papers[2].submitted, None);
}

#[test]
fn a_listing_has_neither_abstracts_nor_days() {
    let lines = [
        "hep-th/9901001  new Dark Fog | -",
        "math/9901002  cross Dark Rain | -",
    ];
    check(&listing(), &lines);
    check(listing().trim_end(), &lines);
    let paper = first(&listing());
    assert_eq!(paper.version, Some(2));
    assert_eq!(paper.submitted.unwrap().to_string(), "1999-01-01");
    let digest = read("fog.txt", listing().into_bytes());
    assert_eq!(digest.papers[1].categories[0].0, "math");
}

#[test]
fn markers_tell_the_days_of_a_week() {
    let listing = listing();
    let second = listing
        .rfind(r"\\\nPaper".replace(r"\n", "\n").as_str())
        .unwrap();
    let marker = |day: &str| format!("\\\\\n/* {day} */\n\\\\\n{RULE}");
    let text = format!(
        "{RULE}{}{}{}{}",
        marker("Mon, 4 Jan 1999"),
        &listing[listing.find(r"\\").unwrap()..second],
        marker("Sun, 3 Jan 1999"),
        &listing[second..]
    );
    check(
        &text,
        &[
            "hep-th/9901001 1999-01-04 new Dark Fog | -",
            "math/9901002 1999-01-03 cross Dark Rain | -",
        ],
    );
    check(
        &text
            .replace("Sun, 3 Jan", "Mon, 3 Jan")
            .replace("4 Jan 1999 *", "32 Jan 1999 *"),
        &[
            "hep-th/9901001  new Dark Fog | -",
            "math/9901002 1999-01-03 cross Dark Rain | -",
            "3 warning BadDay",
            "19 note BadDay",
        ],
    );
}

#[test]
fn the_day_of_a_list() {
    let day = |text: &str| {
        let paper = first(text);
        paper.days.first().map(ToString::to_string)
    };
    // A mail is sent later than the next day before a holiday.
    let late = format!(
        "Date: Fri,  6 Mar 26 01:29:12 GMT\nSubject: fog daily\n\n{}",
        mail()
    );
    assert_eq!(day(&late).as_deref(), Some("2026-03-06"));
    let forwarded = format!("Date: Sun, 7 Jun 2026 01:29:12 GMT\n\n{}", mail());
    assert_eq!(day(&forwarded).as_deref(), Some("2026-03-04"));
    let evening = format!("Date: Tue, 3 Mar 2026 20:29:12 -0500\n\n{RULE}{NEW}");
    assert_eq!(day(&evening).as_deref(), Some("2026-03-04"));
    let bare = format!("{RULE}{NEW}{RULE}{NEW}");
    check_named(
        "2026-03-04.txt",
        &bare,
        &[FIRST, FIRST, "24 note Duplicate"],
    );
    let without = FIRST.replace("2026-03-04", "");
    check(
        &bare.replacen("00001", "00009", 2),
        &[
            &without.replace("00001", "00009"),
            &without,
            "3 warning NoDay",
        ],
    );
}

#[test]
fn two_mails_in_a_file() {
    let text = format!(
        "{}{}",
        mail(),
        mail().replace("Tue  3 Mar 26", "Wed  4 Mar 26")
    );
    let later = |line: &str| line.replace("03-04", "03-05");
    check(
        &text,
        &[
            FIRST,
            SECOND,
            THIRD,
            &later(FIRST),
            &later(SECOND),
            &later(THIRD),
        ],
    );
}

#[test]
fn lines_of_an_abstract_are_no_fields_and_no_ends() {
    let odd = r"  It holds that
\\
x=1
arXiv:2603.00009
Title: none
-- dashes --
% of all";
    check(
        &mail().replace("  Rain falls.", odd),
        &[
            FIRST,
            r"2603.00002 2026-03-04 cross On Rain | It holds that \\ x=1 arXiv:2603.00009 Title: none -- dashes -- % of all",
            THIRD,
        ],
    );
}

#[test]
fn a_lost_line_is_told_and_harms_its_own_record_alone() {
    let last = "\\\\ ( https://arxiv.org/abs/2603.00002 ,  21kb)\n";
    check(
        &mail().replace(last, ""),
        &[FIRST, SECOND, THIRD, "30 warning Truncated"],
    );
    check(
        &mail().replace(&format!("{CROSSES}{RULE}\\\\\n"), ""),
        &[FIRST, SECOND, THIRD],
    );
    check(
        &mail().replace("arXiv:2603.00002 (*cross-listing*)\n", ""),
        &[FIRST, SECOND, THIRD, "30 warning NoLink"],
    );
    check(
        &mail()
            .replace("arXiv:2603.00002", "arXiv:26.2")
            .replace(last, "\\\\\n"),
        &[
            FIRST,
            "x 2026-03-04 cross On Rain | Rain falls.",
            THIRD,
            "30 warning BadLink",
        ],
    );
    check(
        &mail().replace("\\\\\n  Rain falls.\n", ""),
        &[
            FIRST,
            "2603.00002 2026-03-04 cross On Rain | -",
            THIRD,
            "30 warning NoAbstract",
        ],
    );
    check(
        &mail().replace("Title: On Rain\n", ""),
        &[
            FIRST,
            "2603.00002 2026-03-04 cross  | Rain falls.",
            THIRD,
            "30 warning NoTitle",
        ],
    );
    let nothing = format!("{CROSSES}{RULE}\\\\\nAuthors: C. Regen\n{last}");
    check(
        &mail().replace(
            &format!("{CROSSES}{RULE}{CROSS}"),
            &nothing.replace("2603.00002", "x"),
        ),
        &[FIRST, THIRD, "30 error BadEntry"],
    );
    check(
        &mail().replace(CROSS, last),
        &[FIRST, THIRD, "29 error BadEntry"],
    );
}

#[test]
fn a_cut_file_keeps_what_is_whole() {
    let text = mail();
    let at = |what: &str| text.find(what).unwrap();
    let in_abstract = &text[..at("falls.")];
    check(
        in_abstract,
        &[
            FIRST,
            "2603.00002 2026-03-04 cross On Rain | Rain",
            "30 warning Truncated",
        ],
    );
    check(
        &text[..at("Title: On Rain")],
        &[FIRST, "30 error Truncated"],
    );
}

#[test]
fn no_damage_stops_the_reading() {
    for text in [mail(), listing()] {
        for at in 0..text.len() {
            assert!(read("fog.txt", text.as_bytes()[..at].to_vec()).is_balanced());
            for byte in [b'\n', b'\\', b'(', 0xff, b'-', 0] {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = byte;
                assert!(read("fog.txt", bytes).is_balanced());
            }
        }
    }
}

#[test]
fn reading_is_linear_in_the_text() {
    for piece in [
        "(", ")", ",", "$", "\\\\\n", "a (b) ", "\\", " and ", "cs.AB ", "\n ", "{",
    ] {
        let much = piece.repeat(1_000_000 / piece.len());
        for field in [
            "Title: On Fog",
            "Authors: Ada",
            "Categories: cs.AI",
            "  We study",
        ] {
            let text = mail().replacen(field, &format!("{field} {much}"), 1);
            assert!(read("fog.txt", text.into_bytes()).is_balanced());
        }
    }
}

#[test]
fn an_early_end_leaves_out_the_open_record() {
    let text = mail().repeat(1_000);
    let mut reader = crate::core::digest::Reader::new("fog.txt", text.into_bytes());
    assert!(matches!(reader.step(), Step::More { .. }));
    let digest = reader.finish();
    assert!((100..3_000).contains(&digest.papers.len()));
    assert!(digest.is_balanced());
}

#[test]
fn other_texts_are_other_formats() {
    for (text, expected) in [
        (mail(), Score::Sure),
        (listing(), Score::Sure),
        (HEAD.to_owned(), Score::Likely),
        ("arXiv:2603.00001\nTitle: On Fog\n".to_owned(), Score::Named),
        (
            "# Fog\n\\\\\nTitle: On Fog\narXiv:2603.00001 is new\n".to_owned(),
            Score::Nothing,
        ),
        (String::new(), Score::Nothing),
    ] {
        assert_eq!(super::score(&text), expected, "{text}");
    }
}
