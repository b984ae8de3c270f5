//! Papers made of pieces that mean something to one format or another.

use digest_explorer::core::day::Day;
use digest_explorer::core::digest::markup;
use digest_explorer::core::paper::{AnnounceKind, Announcement, Category, Paper, PaperId};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{READ, differences, export};

/// What stands in titles, abstracts and comments, as arXiv would mark it up.
const PIECES: [&str; 96] = [
    "fog",
    "Rain",
    "a",
    "2",
    "5.",
    "é",
    "日本",
    "“",
    "—",
    "Ö",
    "ﬁ",
    "x_1",
    "a^b",
    "&lt;b&gt;",
    "&lt;/b&gt;",
    "&lt;br&gt;",
    "&amp;lt;",
    "&amp;amp;",
    "&amp;#60;",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&lt;!--",
    "--&gt;",
    "&lt;details&gt;",
    "&lt;/details&gt;",
    "&lt;a href=\"https://a.b\"&gt;",
    "&lt;javascript:alert(1)&gt;",
    "[x](javascript:alert(1))",
    "![y](https://a.b/c.png)",
    "[z][r]",
    "[r]: javascript:alert(1)",
    "[[note]]",
    "[[elisp:(x)][y]]",
    "[^1]",
    "#tag",
    "%%hidden%%",
    "$x^2$",
    "$a<b>c</b>$",
    "$\\{x$",
    "$y\\}$",
    "$5%$",
    "$\\$5$",
    "$x$$y$",
    "\\(z_{1}\\)",
    "\\[ \\{ a } \\]",
    "$\\alpha &lt; \\beta$",
    "\\$5",
    "\\$",
    "$",
    "$5 or $6",
    "\\{",
    "\\}",
    "{",
    "}",
    "{\\em seen}",
    "\\emph{then}",
    "\\textbf{a} ",
    "\\texttt{code}",
    "\\cite{c_d}",
    "\\ours",
    "\\ours{}",
    "\\textsuperscript{2}",
    "\\\\",
    "\\",
    "\\textbackslash{}ours",
    "\\textbackslash{}textbackslash{}",
    "\\textbackslash{}_",
    "\\%",
    "%",
    "#",
    "~",
    "x~y",
    "~5",
    "\\textasciitilde{}",
    "``q''",
    "`",
    "''",
    "'",
    "https://a.b/c_d?e=1&amp;f=2",
    "\\url{https://a.b/%7Eg}",
    "\\href{https://a.b/c}{our page}",
    "<a href=\"https://a.b/d\">this https URL</a>",
    "www.fog.org/x",
    "mailto:a@b.c",
    "and",
    "TY  - UNPB",
    "AB  - x",
    "ER  - ",
    "@misc{x,",
    "**Abstract**: no",
    "---",
    "## x",
    "| a | b |",
    "Note: x",
    "=1+1",
    "\u{2060}AU  - x",
];

/// Names, as digests have them.
const NAMES: [&str; 28] = [
    "Ada Stern",
    "Bo van der Wolke",
    "Luc Van Fog",
    "Tim 't Hooft",
    "de la Cruz",
    "John Smith III",
    "John Smith Jr.",
    "John Smith, Jr.",
    "John Smith, III",
    "Fog Collaboration",
    "Fog and Rain, Inc.",
    "Wei",
    "others",
    "山田 太郎",
    "Ada & Bo",
    "A_b C",
    "{Ada} Stern",
    "Ada } Stern",
    "Ada Stern (1, 2)",
    "x~y Fog",
    "O'Brien O''Fog",
    "Ada \\emph Fog",
    "50% Fog #1",
    "$x$ Fog",
    "Ada et al. Fog",
    "A; B; C",
    "<b>Ada</b> Fog",
    "José Ortega y Gasset",
];

/// Journals.
const JOURNALS: [&str; 6] = [
    "Journal of R&D 7, 1-2 (2020)",
    "Fog_{2} {Lett}",
    "https://a.b/c",
    "<i>Rain</i> 5%",
    "Fog / 日本",
    "=cmd",
];

/// Dates, of which the first says nothing new of what arXiv named in December 2020.
const DATES: [&str; 3] = ["2020", "2020-11", "2019"];

/// A source of pieces with blanks between them, or none.
fn source(most: usize) -> impl Strategy<Value = String> {
    let blank = select(vec!["", " ", " ", " "]);
    vec((select(&PIECES[..]), blank), 1..most).prop_map(|pieces| {
        let pieces = pieces.into_iter().flat_map(|(piece, blank)| [piece, blank]);
        pieces.collect()
    })
}

/// Paragraphs of them.
fn paragraphs() -> impl Strategy<Value = String> {
    vec(source(8), 1..4).prop_map(|paragraphs| paragraphs.join("<br>"))
}

prop_compose! {
    fn paper()(
        number in 1..99_999_u32,
        local in prop::bool::weighted(0.2),
        version in prop::option::of(1..9_u16),
        title in source(8),
        summary in prop::option::of(paragraphs()),
        comment in prop::option::of(paragraphs()),
        gist in prop::option::of(source(6)),
        authors in vec(select(&NAMES[..]), 0..4),
        journal in prop::option::of(select(&JOURNALS[..])),
        kind in prop::option::of(select(&AnnounceKind::ALL[..])),
        day in prop::option::of(1..28_u8),
        submitted in prop::option::of(1..28_u8),
        dated in prop::option::of(select(&DATES[..])),
    ) -> Paper {
        let title = markup::read(&format!("Fog {title}"));
        let id = if local {
            PaperId::from_title(&title.plain)
        } else {
            PaperId::named(&format!("2012.{number:05}"))
        };
        let mut paper = Paper::new(id, title, 1);
        let rich = |source: Option<String>| {
            let text = markup::read(&source?);
            (!text.is_empty()).then_some(text)
        };
        paper.version = version.filter(|_| !local);
        paper.summary = rich(summary);
        paper.comment = rich(comment);
        paper.gist = rich(gist);
        paper.authors = authors.into_iter().map(str::to_owned).collect();
        paper.categories = ["cs.CV", "hep-th"].map(|name| Category(name.to_owned())).to_vec();
        paper.journal = journal.map(str::to_owned);
        let in_month = |day: Option<u8>| Day::new(2020, 12, day?);
        paper.days = in_month(day).into_iter().collect();
        // The day of a list and how it carried the paper are known together.
        paper.announce = kind.filter(|_| day.is_some()).map(|kind| Announcement { kind, inferred: false });
        paper.submitted = in_month(submitted);
        paper.set_dated(dated.and_then(|date| date.parse().ok()));
        paper
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn made_papers_come_back(papers in vec(paper(), 1..4), noted in any::<bool>()) {
        for (form, format) in READ {
            let own = noted.then(super::own);
            let differ = differences(form, format, &papers, own);
            let shown = || String::from_utf8(export(form, &papers, own)).unwrap_or_default();
            prop_assert_eq!(differ, 0, "{:?}\n{}", form, shown());
        }
    }
}
