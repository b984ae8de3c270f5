//! Reading never fails and drops nothing in silence, whatever the bytes.

use digest_explorer::core::diagnostic::DiagnosticKind;
use digest_explorer::core::digest::{Digest, Reader, Step, markup, read};
use digest_explorer::core::paper::Paper;
use digest_explorer::core::text::RichText;
use proptest::prelude::*;

/// Pieces of which digests and their damage are made.
const PIECES: [&str; 42] = [
    "# ArXiv cs.CV --Thu, 24 Dec 2020",
    "# ArXiv hep-th --Fri, 31 Feb 2020",
    "# Notes",
    "### ",
    "###",
    "#### ",
    "1.",
    "2. ",
    "A title ",
    "[ :arrow_down: ](https://arxiv.org/pdf/2012.12877.pdf)",
    "[x](http://arxiv.org/abs/2012.00001v3)",
    "[x](https://arxiv.org/abs/99)",
    "](",
    "[",
    ")",
    "https://arxiv.org/",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "> ",
    ">  ",
    "      ",
    " ",
    "text ",
    "$",
    "$x^2$",
    "$$",
    "\\(",
    "\\textbf{",
    "{\\em ",
    "}",
    "\\\"",
    "\\'e",
    "<a href=\"https://a.b\">",
    "</a>",
    "<br>",
    "&amp;",
    "é\u{2028}",
    "\0",
    "``q''",
];

fn pieces(max: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..max)
        .prop_map(|pieces| pieces.concat())
}

/// A whole digest of invented papers, two lines each, and the lines of it.
fn digest_lines() -> Vec<String> {
    let mut lines = vec!["# ArXiv cs.CV --Thu, 24 Dec 2020".to_owned()];
    for number in 1..=12_u32 {
        lines.push(format!(
            "### {number}.Paper n° {number} of $x_{number}$ &amp; more  [ :arrow_down: ](https://arxiv.org/pdf/2012.{:05}.pdf)",
            20_000 - number
        ));
        lines.push(format!(
            ">  We \\emph{{show}} {number} things. <br>See <a class=\"link-external link-https\" href=\"https://a.b/{number}\">this https URL</a>.      "
        ));
    }
    lines
}

fn digest_text() -> String {
    digest_lines().join("\n") + "\n"
}

fn assert_sound(digest: &Digest) {
    assert!(digest.is_balanced(), "{:?}", digest.diagnostics);
    assert!(
        digest
            .diagnostics
            .is_sorted_by_key(|diagnostic| (diagnostic.line, diagnostic.column))
    );
    for paper in &digest.papers {
        assert_rich(&paper.title);
        paper.summary.iter().for_each(assert_rich);
    }
}

fn assert_rich(rich: &RichText) {
    let plain = &rich.plain;
    assert_eq!(plain.trim(), plain);
    assert!(
        !plain.contains("  ") && !plain.contains("\n\n") && !plain.contains('\0'),
        "{plain:?}"
    );
    let mut open: Vec<u32> = Vec::new();
    let mut last = 0;
    for styled in &rich.styles {
        let span = styled.span;
        assert!(
            plain.get(span.range()).is_some_and(|part| !part.is_empty()),
            "{rich:?}"
        );
        assert!(span.start >= last, "sorted: {rich:?}");
        last = span.start;
        while open.last().is_some_and(|end| *end <= span.start) {
            open.pop();
        }
        assert!(
            open.last().is_none_or(|end| span.end <= *end),
            "nested: {rich:?}"
        );
        open.push(span.end);
    }
}

/// What of a paper does not depend on where in the file it stands.
fn content(paper: &Paper) -> (&str, &RichText, Option<&RichText>) {
    (paper.id.as_str(), &paper.title, paper.summary.as_ref())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        assert_sound(&read("x", bytes));
    }

    #[test]
    fn any_digest_like_text_is_read(text in pieces(60), name in "[0-9-]{0,10}") {
        assert_sound(&read(&name, format!("# ArXiv cs.CV\n{text}").into_bytes()));
        assert_sound(&read(&name, text.into_bytes()));
    }

    #[test]
    fn any_markup_is_read(text in pieces(40), other in "\\PC{0,40}") {
        assert_rich(&markup::read(&text));
        assert_rich(&markup::read(&other));
    }

    #[test]
    fn steps_give_what_reading_at_once_gives(text in pieces(60)) {
        let text = format!("# ArXiv cs.CV\n{text}");
        let mut reader = Reader::new("x", text.clone().into_bytes());
        while reader.step() != Step::Done {}
        for diagnostic in &reader.digest().diagnostics {
            let is_text = diagnostic.kind != DiagnosticKind::NotText;
            let excerpt = reader.excerpt(diagnostic);
            assert!(!is_text || excerpt.iter().any(|(line, _)| *line == diagnostic.line));
        }
        assert_eq!(reader.finish(), read("x", text.into_bytes()));
    }

    #[test]
    fn line_ends_do_not_matter(text in pieces(60)) {
        let text = format!("# ArXiv cs.CV\n{}", text.replace('\r', ""));
        let unix = read("x", text.clone().into_bytes());
        for end in ["\r\n", "\r"] {
            let other = read("x", text.replace('\n', end).into_bytes());
            assert_eq!(unix.papers, other.papers);
            let lines = |digest: &Digest| -> Vec<_> {
                digest.diagnostics.iter().map(|d| (d.line, d.column, d.kind)).collect()
            };
            assert_eq!(lines(&unix), lines(&other));
        }
    }

    #[test]
    fn what_stands_before_a_cut_survives(at in 0.0..1.0_f64) {
        let whole = digest_text();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a part of a small length")]
        let cut = (at * whole.len() as f64) as usize;
        let all = read("x", whole.clone().into_bytes());
        let digest = read("x", whole.as_bytes()[..cut].to_vec());
        assert_sound(&digest);
        let complete = all.papers.iter().zip(whole.match_indices('\n').skip(2).step_by(2)).filter(|(_, (end, _))| *end < cut).count();
        for (paper, expected) in digest.papers.iter().zip(&all.papers).take(complete) {
            assert_eq!(content(paper), content(expected));
        }
        assert!(digest.papers.len() >= complete);
    }

    #[test]
    fn a_damaged_line_harms_its_own_paper_alone(line in 1..25_usize, junk in pieces(6), at in 0..40_usize) {
        let junk = junk.replace(['\n', '\r'], " ");
        let mut lines = digest_lines();
        let all = read("x", digest_text().into_bytes());
        let start = lines[line].floor_char_boundary(at);
        lines[line].replace_range(..start, &junk);
        let digest = read("x", (lines.join("\n") + "\n").into_bytes());
        assert_sound(&digest);
        let harmed = (line - 1) / 2;
        for (index, expected) in all.papers.iter().enumerate().filter(|(index, _)| *index != harmed) {
            let survives = digest.papers.iter().any(|paper| content(paper) == content(expected));
            assert!(survives, "{index} after {:?}", lines[line]);
        }
    }
}

#[test]
fn a_lost_paper_is_never_silent() {
    let mut lines = digest_lines();
    for line in 1..lines.len() {
        let kept = std::mem::replace(&mut lines[line], "damage".to_owned());
        let digest = read("x", (lines.join("\n") + "\n").into_bytes());
        assert!(!digest.diagnostics.is_empty(), "{kept}");
        lines[line] = kept;
    }
}

#[test]
fn a_long_file_is_read_in_steps() {
    let text = digest_text().repeat(400);
    let total = text.len();
    let mut reader = Reader::new("x", text.into_bytes());
    let mut last = 0;
    while let Step::More { done, total: all } = reader.step() {
        assert_eq!(all, total);
        assert!(done > last && done - last < 300 * 1024, "{last} {done}");
        last = done;
    }
    assert!(last > total / 2);
    assert_eq!(reader.finish().papers.len(), 400 * 12);
}

/// What is taken in the midst of reading and what is left at its end are what reading at once
/// gives.
#[test]
fn papers_taken_on_the_way_are_the_same_papers() {
    // A list of a day in its order, one that is in no order, and one that is too long for a day.
    let list = |ids: &mut dyn Iterator<Item = u32>| -> String {
        let entries = ids.map(|id| {
            format!("### 1.Title {id} [x](https://arxiv.org/abs/2603.{id:05})\n>  An abstract.\n")
        });
        "# ArXiv cs.CV --Mon, 2 Mar 2026\n".to_owned() + &entries.collect::<String>()
    };
    let text = list(&mut (0..9_000).rev())
        + &list(&mut (10_000..19_000))
        + &list(&mut (20_000..33_000).rev())
        + &list(&mut (50_000..50_002));
    let whole = read("x", text.clone().into_bytes());
    let mut reader = Reader::new("x", text.into_bytes());
    let (mut papers, mut most) = (Vec::new(), 0);
    while reader.step() != Step::Done {
        most = most.max(reader.digest().papers.len());
        papers.append(&mut reader.take_papers());
    }
    papers.append(&mut reader.finish().papers);
    assert_eq!(papers, whole.papers);
    assert!(papers[8_999].announce.is_some() && papers[9_000].announce.is_none());
    assert!(papers[20_000].announce.is_none() && papers[31_001].announce.is_some());
    assert!(most < 15_000, "{most} of {} were held", papers.len());
}

#[test]
fn an_early_end_leaves_the_complete_papers() {
    let mut reader = Reader::new("x", digest_text().repeat(400).into_bytes());
    assert!(matches!(reader.step(), Step::More { .. }));
    assert!(!reader.take_papers().is_empty());
    let mut reader = Reader::new("x", digest_text().repeat(400).into_bytes());
    assert!(matches!(reader.step(), Step::More { .. }));
    let digest = reader.finish();
    assert!((100..4_000).contains(&digest.papers.len()));
    assert!(digest.is_balanced());
}

#[test]
fn one_endless_line_is_read_in_linear_time() {
    for piece in [
        "a",
        "a b ",
        "](",
        "### ",
        "[x](https://a.b) ",
        "$",
        "\u{2028}",
    ] {
        for start in [
            "",
            "### 1.",
            "# ArXiv cs.CV\n### 1.",
            "# ArXiv cs.CV\n### 1.A [x](https://arxiv.org/abs/2012.00001)\n>  ",
        ] {
            let text = format!("{start}{}", piece.repeat(4_000_000 / piece.len()));
            // Anything worse than linear would not end at this size.
            assert_sound(&read("x", text.into_bytes()));
        }
    }
}
