use std::fmt::Write as _;

use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::{Digest, Format, read};
use crate::core::paper::Paper;

/// A digest in one line a paper and one a remark; empty fields are left out.
fn show(digest: &Digest) -> String {
    let mut out = String::new();
    for paper in &digest.papers {
        let id = paper.id.arxiv().map_or("x", |id| id.as_str());
        let version = paper.version.map_or(String::new(), |v| format!("v{v}"));
        let _ = write!(out, "{id}{version} {}", paper.title.plain);
        for (name, value) in fields(paper) {
            if !value.is_empty() {
                let _ = write!(out, " |{name} {}", value.replace('\n', "/"));
            }
        }
        out.push('\n');
    }
    for diagnostic in &digest.diagnostics {
        let _ = writeln!(
            out,
            "{}:{} {} {:?}",
            diagnostic.line, diagnostic.column, diagnostic.severity, diagnostic.kind
        );
    }
    out.replace('\n', ";")
}

fn fields(paper: &Paper) -> [(&'static str, String); 9] {
    let categories: Vec<&str> = paper
        .categories
        .iter()
        .map(|category| category.0.as_str())
        .collect();
    let days: Vec<String> = paper.days.iter().map(ToString::to_string).collect();
    let plain = |text: &Option<crate::core::text::RichText>| {
        text.as_ref()
            .map_or(String::new(), |text| text.plain.clone())
    };
    [
        ("by", paper.authors.join("+")),
        ("in", categories.join("+")),
        ("on", days.join("+")),
        (
            "about",
            paper.dated.map_or(String::new(), |date| date.to_string()),
        ),
        ("abs", plain(&paper.summary)),
        ("com", plain(&paper.comment)),
        ("jour", paper.journal.clone().unwrap_or_default()),
        ("doi", paper.doi.clone().unwrap_or_default()),
        (
            "sub",
            paper.submitted.map_or(String::new(), |day| day.to_string()),
        ),
    ]
}

#[test]
fn what_programs_keep_in_comments_is_no_fault() {
    let text = "%% Made by a program\n@comment of no brackets, a = {b}\n@COMMENT { Of brackets }\n\
        @Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Fog\\;0\\;;\n}\n\
        @preamble{ \"\\newcommand{\\x}{y}\" }\n@string(fog = \"Fog\")\n\
        @bibdesk_info{document_info,\n\tread = {x}}\n\
        @misc{a, title = {Fog}}\n\
        @comment{BibDesk Static Groups{\n<?xml version=\"1.0\"?>\n<plist><string>{</string></plist>}}\n\
        @misc{b, title = {Rain}}\n";
    check(text, "x Fog;x Rain;");
}

#[track_caller]
pub(super) fn check_as(format: Format, text: &str, expected: &str) {
    let digest = read("x", text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(format), "{text}");
    assert_eq!(show(&digest), expected, "{text}");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    check_as(Format::Bibtex, text, expected);
}

const WHOLE: &str = r#"% a comment
@string{venue = "Journal of Fog"}
@misc{stern2020seeing,
  title = {Seeing {R\&D} in $L^2$},
  author = {Stern, Ada and B. Wolke},
  eprint = {2012.20003v2}, archivePrefix = {arXiv}, primaryClass = {cs.CV},
  keywords = {cs.CV, eess.IV},
  abstract = "We {"}look{"} twice.

  And again.",
  month = dec, day = 24, year = 2020, journal = venue # { 7}, note = {12 pages},
  doi = {10.1/a_b}
}
"#;

#[test]
fn a_whole_entry_of_bibtex() {
    check(
        WHOLE,
        "2012.20003v2 Seeing R&D in $L^2$ |by Ada Stern+B. Wolke |in cs.CV+eess.IV |on 2020-12-24 |abs We \"look\" twice./And again. \
         |com 12 pages |jour Journal of Fog 7 |doi 10.1/a_b;",
    );
    let digest = read("x", WHOLE.as_bytes().to_vec());
    assert_eq!((digest.entries, digest.papers[0].line), (1, 3));
    assert_eq!(
        read("x", WHOLE.replace('\n', "\r\n").into_bytes()).papers,
        digest.papers
    );
}

#[test]
fn arxiv_papers_are_known_in_many_ways() {
    for fields in [
        "eprint = {2012.20003}",
        "eprint = {arXiv:2012.20003}, eprinttype = {arxiv}",
        "doi = {10.48550/arXiv.2012.20003}",
        "url = {https://doi.org/10.48550/ARXIV.2012.20003}",
        "url = {https://arxiv.org/abs/2012.20003}",
        "journal = {arXiv preprint arXiv:2012.20003}",
        "journal = {CoRR}, volume = {abs/2012.20003}",
    ] {
        check(
            &format!("@article{{k, title = {{A}}, {fields}}}"),
            "2012.20003 A;",
        );
    }
    check(
        "@article{k, title = {A}, eprint = {2012.20003}, url = {http://arxiv.org/abs/2012.20003v3}}",
        "2012.20003v3 A;",
    );
    check(
        "@article{k, title = {A}, eprint = {hal-0123}, archivePrefix = {HAL}}",
        "x A;",
    );
    check(
        "@article{k, title = {A}, eprint = {2013.1}, archivePrefix = {arXiv}}",
        "x A;1:1 warning BadLink;",
    );
    check(
        "@Book(k, title = \"A\", doi = \"https://doi.org/10.1000/182\")",
        "x A |doi 10.1000/182;",
    );
}

#[test]
fn dates_are_days_where_they_are_whole() {
    for (fields, expected) in [
        ("date = {2020-12-24}", " |on 2020-12-24;"),
        ("year = 2020, month = 12, day = 24", " |on 2020-12-24;"),
        ("year = {2020}, month = dec # \"~24\"", " |on 2020-12-24;"),
        ("year = {2020}, month = dec", " |about 2020-12;"),
        ("year = {2020}, month = {Nov.--Dec.}", " |about 2020-11;"),
        (
            "year = {2020}, month = 12 # \"~\" # dec",
            " |on 2020-12-12;",
        ),
        ("year = {2020}", " |about 2020;"),
        ("date = {2020-02-31}", ";1:1 warning BadDay;"),
    ] {
        check(
            &format!("@misc{{k, title = {{A}}, {fields}}}"),
            &format!("x A{expected}"),
        );
    }
}

#[test]
fn what_names_the_paper_is_no_comment_and_no_journal() {
    for fields in [
        "note = {arXiv: 2012.20003}, journal = {arXiv:2012.20003 [cs, stat]}",
        "note = {arXiv:2012.20003 [cs]}, year = {2020}",
        "publisher = {arXiv}, note = {arXiv:2012.20003 [cs.CV]}, month = dec, year = {2020}",
        "journal = {CoRR abs/2012.20003}, eprint = {2012.20003}",
    ] {
        check(
            &format!("@article{{k, title = {{A}}, {fields}}}"),
            "2012.20003 A;",
        );
    }
    check(
        "@misc{k, title = {A}, note = {arXiv:2012.20003 [cs]\nversion: 2}}",
        "2012.20003v2 A;",
    );
    check(
        "@misc{k, title = {A}, eprint = {2012.20003}, archiveprefix = {arXiv},\n\
         keywords = {Computer Science - Machine Learning, Physics - Data Analysis, Statistics and Probability, fog, Quantum Physics}}",
        "2012.20003 A |in cs.LG+physics.data-an+quant-ph;",
    );
    check(
        "@misc{k, title = {A}, keywords = {Quantum Physics, Optics}}",
        "x A;",
    );
}

#[test]
fn papers_take_from_their_proceedings_what_they_lack() {
    let parent = "@proceedings{Knots, title = {Knot Days}, date = {2023-05-04}}";
    let child = "@inproceedings{a, title = {A}, crossref = {knots}}";
    let seen = "x A |on 2023-05-04 |jour Knot Days";
    let whole = "x Knot Days |on 2023-05-04";
    check(&format!("{child}\n{parent}"), &format!("{seen};{whole};"));
    check(&format!("{parent}\n{child}"), &format!("{whole};{seen};"));
    check(
        &format!(
            "@inproceedings{{a, title = {{A}}, year = 2022, booktitle = {{B}}, crossref = {{knots}}}}\n{parent}"
        ),
        &format!("x A |about 2022 |jour B;{whole};"),
    );
    check(
        "@inproceedings{a, title = {A}, crossref = {a}}@misc{b, title = {B}, crossref = {c}}",
        "x A;x B;",
    );
}

#[test]
fn dois_are_whole() {
    let doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2";
    for field in [
        format!("doi = {{{doi}}}"),
        format!("doi = {{https://doi.org/{doi}}}"),
        format!("doi = {{{doi}, 10.1000/183}}"),
        format!("url = {{http://dx.doi.org/{doi}}}"),
    ] {
        check(
            &format!("@misc{{k, title = {{A}}, {field}}}"),
            &format!("x A |doi {doi};"),
        );
    }
}

const TWO: &str = "@misc{a,\n title = {One},\n note = {n}\n}\n\n@misc{b,\n title = {Two}\n}\n";

#[test]
fn a_broken_entry_harms_itself_alone() {
    check(TWO, "x One |com n;x Two;");
    check(
        &TWO.replace("{One}", "{One"),
        "x One |com n;x Two;2:10 warning BadSyntax;",
    );
    check(
        &TWO.replace("{n}\n}", "{n\n}"),
        "x One |com n;x Two;6:1 warning BadSyntax;",
    );
    check(
        &TWO.replace("{n}\n}", "{n}\n"),
        "x One |com n;x Two;6:1 warning BadSyntax;",
    );
    check(
        &TWO.replace("{One}", "{One}}"),
        "x One;x Two;2:16 warning StrayText;",
    );
    check(
        &TWO.replace("title = {One},", "damage"),
        "x Two;1:1 error BadEntry;2:2 warning BadSyntax;",
    );
    check(&TWO.replace("{One},", "{One}"), "x One |com n;x Two;");
    check(
        &TWO.replace("@misc{a,", "damage"),
        "x Two;1:1 warning StrayText;",
    );
    check(&TWO.replace("@misc{b,", "@misc{,"), "x One |com n;x Two;");
    check(
        &TWO.replace("\n\n@", "\n\nHello\n@"),
        "x One |com n;x Two;6:1 note StrayText;",
    );
    check(&TWO.replace("@misc{b", "@comment{b"), "x One |com n;");
}

#[test]
fn a_file_of_bibtex_that_was_cut() {
    check(
        TWO.split_at(TWO.len() - 3).0,
        "x One |com n;x Two;6:1 warning Truncated;",
    );
    check(
        TWO.split_at(TWO.len() - 8).0,
        "x One |com n;6:1 error Truncated;",
    );
}

/// Each abbreviation stands for the one before it twice: forty of them stand for more than there is
/// memory.
#[test]
fn abbreviations_of_abbreviations_are_bounded() {
    let mut text = "@string{a0 = \"fog \"}\n".to_owned();
    for n in 1..=40 {
        let _ = writeln!(
            text,
            "@string{{a{n} = a{before} # a{before}}}",
            before = n - 1
        );
    }
    text.push_str("@misc{a, title = {One}, note = a40}\n");
    let digest = read("x", text.into_bytes());
    assert_eq!(digest.papers.len(), 1);
    let note = digest.papers[0].comment.as_ref().unwrap();
    assert!(note.plain.len() < 1_000_000, "{}", note.plain.len());
    let kinds = digest.diagnostics.iter().map(|said| said.kind);
    assert!(kinds.clone().count() > 0);
    assert!(
        kinds
            .into_iter()
            .all(|kind| kind == DiagnosticKind::BadSyntax)
    );
    // What stands for little may be said often.
    let often = format!(
        "@string{{fog = \"The Journal of Fog\"}}\n{}",
        "@misc{a, title={T}, journal=fog}\n".repeat(20_000)
    );
    let digest = read("x", often.into_bytes());
    let journals = digest
        .papers
        .iter()
        .filter_map(|paper| paper.journal.as_deref());
    assert_eq!(
        journals
            .filter(|journal| *journal == "The Journal of Fog")
            .count(),
        20_000
    );
}

#[test]
fn of_an_entry_without_measure_the_first_fields_are_read() {
    let fields = "x = 1,\n".repeat(2000);
    check(
        &format!("@misc{{a, title={{One}},\n{fields} note={{n}}}}\n@misc{{b, title={{Two}}}}"),
        "x One;x Two;1025:1 warning BadSyntax;",
    );
    let lines = "M1  - x\ngoes on\n".repeat(20_000);
    check_as(
        Format::Ris,
        &format!("TY  - UNPB\nTI  - One\n{lines}N1  - n\nER  - \n"),
        "x One;32769:1 warning BadSyntax;",
    );
}

#[test]
fn entries_in_other_texts_change_nothing() {
    for text in [
        "Dear all,\n```\n@misc{a, title = {A}}\n```\n",
        "me@misc{a, title}\n",
        "@misc is a type\n",
    ] {
        assert_eq!(read("x", text.as_bytes().to_vec()).format, None, "{text}");
    }
}

const RIS: &str = "TY  - UNPB\nTI  - Seeing R&D\n  in $L^2$\nAU  - Stern, Ada\nAU  - Wolke, B., Jr.\nAB  - We look.\nAB  - Twice.\n\
                   KW  - cs.CV\nKW  - fog\nDA  - 2020/12/24/\nUR  - https://arxiv.org/abs/2012.20003v2\nDO  - 10.48550/arXiv.2012.20003\n\
                   N1  - 12 pages\nJO  - Journal of Fog\nER  - \n";

#[test]
fn a_whole_reference_of_ris() {
    let expected = "2012.20003v2 Seeing R&D in $L^2$ |by Ada Stern+B. Wolke, Jr. |in cs.CV |on 2020-12-24 |abs We look./Twice. |com 12 pages |jour Journal of Fog;";
    check_as(Format::Ris, RIS, expected);
    check_as(Format::Ris, &RIS.replace('\n', "\r\n"), expected);
    let other = "TY  - JOUR\nT1  - A\nA1  - Stern,Ada\nN2  - We look.\nPY  - 2020\nT2  - Fog\nDO  - 10.1000/182\nER  -\n";
    check_as(
        Format::Ris,
        other,
        "x A |by Ada Stern |about 2020 |abs We look. |jour Fog |doi 10.1000/182;",
    );
}

#[test]
fn references_of_ris_by_others() {
    let wos = "TY  - Journal Article\nTI  - A\nDA  - DEC 24\nPY  - 2020\nER  -\n";
    check_as(Format::Ris, wos, "x A |on 2020-12-24;");
}

#[test]
fn broken_references_of_ris() {
    let two = "TY  - UNPB\nTI  - One\nER  - \n\nTY  - UNPB\nTI  - Two\nER  - \n";
    check_as(Format::Ris, two, "x One;x Two;");
    check_as(
        Format::Ris,
        &two.replacen("ER  - \n", "", 1),
        "x One;x Two;1:1 warning BadSyntax;",
    );
    check_as(
        Format::Ris,
        &two.replacen("TI  - One", "AB  - a", 1),
        "x Two;1:1 error BadEntry;",
    );
    check_as(
        Format::Ris,
        &two.replacen("\n\n", "\nlost\nAU  - A\n", 1),
        "x One;x Two;4:1 warning StrayText;",
    );
    check_as(
        Format::Ris,
        two.split_at(two.len() - 7).0,
        "x One;x Two;5:1 warning Truncated;",
    );
    check_as(
        Format::Ris,
        two.split_at(two.len() - 17).0,
        "x One;5:1 error Truncated;",
    );
}

const CSL: &str = r#"[
  {
    "id": "stern2020", "type": "article", "genre": "preprint",
    "title": "Seeing R&D in $L^2$",
    "author": [{"family": "Stern", "given": "Ada"}, {"literal": "Fog Collaboration"},
      {"family": "Gogh", "given": "V.", "non-dropping-particle": "van", "suffix": "Jr."}],
    "abstract": "We look.\n\nTwice.", "keyword": "cs.CV, eess.IV",
    "issued": {"date-parts": [[2020, 12, 24]]}, "submitted": {"date-parts": [["2020", "12", "23"]]},
    "URL": "https://arxiv.org/abs/2012.20003v2", "DOI": "10.48550/arXiv.2012.20003", "note": "12 pages"
  },
  {"id": 2, "type": "book", "title": "Two", "issued": {"raw": "2020"}, "container-title": "Fog", "DOI": "10.1000/182"}
]
"#;
const FIRST: &str = "2012.20003v2 Seeing R&D in $L^2$ |by Ada Stern+Fog Collaboration+V. van Gogh, Jr. |in cs.CV+eess.IV |on 2020-12-24 |abs We look./Twice. |com 12 pages |sub 2020-12-23;";
const SECOND: &str = "x Two |about 2020 |jour Fog |doi 10.1000/182;";

#[test]
fn whole_items_of_csl() {
    check_as(Format::CslJson, CSL, &format!("{FIRST}{SECOND}"));
    let one = CSL
        .split_at(CSL.find("{\"id\": 2").unwrap())
        .1
        .trim_end()
        .trim_end_matches(']');
    check_as(Format::CslJson, one, SECOND);
}

#[test]
fn a_single_item_of_csl_that_says_next_to_nothing() {
    let item = r#"{"id":"x-2c","type":"article","genre":"preprint","title":"Gloves"}"#;
    for text in [item.to_owned(), format!("[\n{item}\n]\n")] {
        check_as(Format::CslJson, &text, "x Gloves;");
    }
}

#[test]
fn dates_of_csl_in_any_form() {
    for (issued, expected) in [
        (r#"{"raw": "2020 Dec 24"}"#, "on 2020-12-24"),
        (r#"{"raw": "2020-12-24/2020-12-26"}"#, "on 2020-12-24"),
        (r#"{"date-parts": [["2020", "12", "24"]]}"#, "on 2020-12-24"),
        (r#"[{"date-parts": [2020, 12, 24]}]"#, "on 2020-12-24"),
        (r#""2020-12-24""#, "on 2020-12-24"),
        (r#"{"date-parts": [[2020, 12]]}"#, "about 2020-12"),
        (r#"{"date-parts": [[2020]], "season": 2}"#, "about 2020"),
        (r#"{"literal": "Winter 2020"}"#, "about 2020"),
    ] {
        let item = format!(r#"[{{"id": 1, "type": "book", "title": "A", "issued": {issued}}}]"#);
        check_as(Format::CslJson, &item, &format!("x A |{expected};"));
    }
}

#[test]
fn broken_items_of_csl() {
    let damaged = |from: &str, to: &str| CSL.replacen(from, to, 1);
    check_as(
        Format::CslJson,
        &damaged("\"title\": \"Seeing", "\"title\": Seeing"),
        &format!("{SECOND}4:14 error BadEntry;"),
    );
    check_as(
        Format::CslJson,
        &damaged("pages\"\n", "pages\n"),
        &format!("{SECOND}9:103 error BadEntry;"),
    );
    check_as(
        Format::CslJson,
        &damaged("\n  },", "\n  ,"),
        &format!("{SECOND}11:2 error BadEntry;"),
    );
    check_as(
        Format::CslJson,
        &damaged("Ada\"}, {", "Ada\", {"),
        &format!("{SECOND}5:52 error BadEntry;"),
    );
    check_as(
        Format::CslJson,
        &damaged("pages\"\n", "pages\"\n[{\"type\": \"article\"},"),
        &format!("{SECOND}10:1 error BadEntry;"),
    );
    check_as(
        Format::CslJson,
        &damaged("\"Jr.\"}]", "\"Jr.\"}"),
        &format!("{SECOND}7:15 error BadEntry;"),
    );
    check_as(
        Format::CslJson,
        &damaged("\n  },", "\n  }, 17,"),
        &format!("{FIRST}{SECOND}10:6 warning StrayText;"),
    );
    check_as(
        Format::CslJson,
        CSL.split_at(CSL.len() - 9).0,
        &format!("{FIRST}11:112 error Truncated;"),
    );
    let cut = CSL.split_at(CSL.find("    \"issued\"").unwrap()).0;
    for end in ["\n", "\r\n"] {
        check_as(
            Format::CslJson,
            &cut.replace('\n', end),
            "7:67 error Truncated;",
        );
    }
}
