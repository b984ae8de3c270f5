use super::{Exporter, Form};
use crate::core::digest::read;
use crate::core::paper::Paper;

/// Two papers that have all that makes formats hard.
const DIGEST: &str = r#"# ArXiv cs.CV --Thu, 24 Dec 2020
### 1.Seeing R&amp;D {twice} in $L^2$, "50\%"  [ :arrow_down: ](https://arxiv.org/pdf/2012.20003v2.pdf)
>  We \emph{look} at a_b, x &lt; y &amp;c. <br>Code is at <a href="https://a.b/c">this https URL</a>.
### 2.Listening  [ :arrow_down: ](https://arxiv.org/pdf/hep-th/9901001.pdf)
>  A } and $\{x$.
"#;

fn papers() -> Vec<Paper> {
    let mut papers = read("x", DIGEST.as_bytes().to_vec()).papers;
    papers[0].authors = ["Ada van Stern, Jr.", "Fog Collaboration", "Wei"]
        .map(str::to_owned)
        .to_vec();
    papers[0].journal = Some("Journal of R&D 7".to_owned());
    papers
}

fn export(form: Form, papers: &[Paper]) -> String {
    let mut exporter = Exporter::new(form, Vec::new());
    for paper in papers {
        exporter.paper(paper, "x.md").unwrap();
    }
    String::from_utf8(exporter.finish().unwrap()).unwrap()
}

#[track_caller]
fn check(form: Form, expected: &str) {
    assert_eq!(export(form, &papers()), expected);
}

#[test]
fn bibtex_has_the_facts() {
    check(
        Form::Bibtex,
        r#"@misc{arxiv-2012.20003,
  title = {Seeing R\&D \{twice\} in $L^2$, "50\%"},
  author = {van Stern, Jr., Ada and {Fog Collaboration} and {Wei}},
  year = {2020},
  month = dec,
  day = {24},
  eprint = {2012.20003},
  archivePrefix = {arXiv},
  primaryClass = {cs.CV},
  keywords = {cs.CV},
  doi = {10.48550/arXiv.2012.20003},
  url = {https://arxiv.org/abs/2012.20003v2},
  journal = {Journal of R\&D 7},
  abstract = {We \emph{look} at a\_b, x \textless{} y \&c.

Code is at \href{https://a.b/c}{this https URL}.},
}

@misc{arxiv-hep-th-9901001,
  title = {Listening},
  year = {2020},
  month = dec,
  day = {24},
  eprint = {hep-th/9901001},
  archivePrefix = {arXiv},
  keywords = {cs.CV},
  doi = {10.48550/arXiv.hep-th/9901001},
  url = {https://arxiv.org/abs/hep-th/9901001},
  abstract = {A \textbraceright{} and $\lbrace{}x$.},
}
"#,
    );
}

#[test]
fn other_formats_have_the_facts() {
    let papers = papers();
    for (form, start) in [
        (
            Form::Ris,
            "TY  - UNPB\nTI  - Seeing R&D {twice} in $L^2$, \"50%\"\nAU  - van Stern, Ada, Jr.\nAU  - Fog Collaboration\nAU  - Wei\nAB  - We look at a_b, x < y &c.\n\nCode is at https://a.b/c.\nKW  - cs.CV\nPY  - 2020\nDA  - 2020/12/24/\nJO  - Journal of R&D 7\nDO  - 10.48550/arXiv.2012.20003\n",
        ),
        (
            Form::Csl,
            "[\n{\"id\":\"arxiv-2012.20003\",\"type\":\"article\",\"genre\":\"preprint\",\"title\":\"Seeing R&D {twice} in $L^2$, \\\"50%\\\"\",\"author\":[{\"family\":\"Stern\",\"given\":\"Ada\",\"non-dropping-particle\":\"van\",\"suffix\":\"Jr.\",\"comma-suffix\":true},{\"literal\":\"Fog Collaboration\"},{\"literal\":\"Wei\"}],",
        ),
        (
            Form::Markdown,
            "# Papers of 2020-12-24\n\n## Seeing R&amp;D {twice} in $L^2$, \"50%\"\n\n**Authors**: Ada van Stern, Jr., Fog Collaboration, Wei  \n**Link**: [arXiv:2012.20003v2](https://arxiv.org/abs/2012.20003v2)  \n",
        ),
        (Form::Ndjson, "{\"id\":\"2012.20003\",\"version\":2,"),
    ] {
        let text = export(form, &papers);
        assert!(text.starts_with(start), "{text}");
    }
}

/// What is in the title is in what comes back, whatever it is made of.
#[test]
fn awkward_texts_come_back() {
    for title in [
        "a {b} \\cite{c_d} e",
        "5$ or $6",
        "x~y ~5",
        "<b>a</b> &lt; b",
        "100% #1 a^b",
        "a } b { c",
        "$x_{y}$ {z}",
        "\\{a\\}",
        "-- ``q",
        "a, b and c",
        "@misc{x,",
        "\\[ x \\ge \\frac{C_{α,K}}{2} \\] and \\(y_{1}\\)",
        "[a](javascript:b) ![c](https://a.b/c.png) $f[x](t)$",
        "a [b] (c) ![d][e]",
        "Title: fog",
        "$5%$\\textsuperscript{2} drops",
    ] {
        let mut paper = papers().remove(1);
        paper.title = crate::core::digest::markup::read(title);
        for form in [
            Form::Bibtex,
            Form::Biblatex,
            Form::Ris,
            Form::Csl,
            Form::Markdown,
        ] {
            let again = read("x", export(form, &[paper.clone()]).into_bytes());
            assert_eq!(again.papers.len(), 1, "{form:?} {title}");
            assert_eq!(
                again.papers[0].title.plain, paper.title.plain,
                "{form:?} {title}"
            );
        }
    }
}

/// A comment that looks like what names a paper is one nevertheless.
#[test]
fn awkward_comments_come_back() {
    for comment in [
        "Comment: 12 pages",
        "arXiv:2012.00001 [cs, stat]",
        "12 pages<br>arXiv: 2012.00001<br>version: 2",
        "DOI: 10.1000/1",
    ] {
        let mut paper = papers().remove(1);
        let comment = crate::core::digest::markup::read(comment);
        paper.comment = Some(comment.clone());
        for form in [
            Form::Bibtex,
            Form::Biblatex,
            Form::Ris,
            Form::Csl,
            Form::Csv,
            Form::Ndjson,
            Form::Markdown,
        ] {
            let again = read("x", export(form, &[paper.clone()]).into_bytes());
            let plain = again.papers[0].comment.as_ref().map(|text| &text.plain);
            assert_eq!(plain, Some(&comment.plain), "{form:?}");
        }
    }
}

#[test]
fn names_of_all_kinds_come_back() {
    for names in [
        &["José Luis Ortega y Gasset"][..],
        &["José Luis Ortega y Gasset", "Fog Collaboration"],
        &["José Luis Ortega y Gasset", "Ada Maria Van den Fog"],
        &["Ada Stern, Jr., Ph.D."],
    ] {
        let mut paper = papers().remove(1);
        paper.authors = names.iter().map(|name| (*name).to_owned()).collect();
        for form in [
            Form::Bibtex,
            Form::Ris,
            Form::Csl,
            Form::Csv,
            Form::Markdown,
        ] {
            let again = read("x", export(form, &[paper.clone()]).into_bytes());
            assert_eq!(again.papers[0].authors, names, "{form:?}");
        }
    }
}

#[test]
fn dates_without_a_list_come_back() {
    let mut paper = papers().remove(1);
    paper.days.clear();
    paper.announce = None;
    paper.dated = "1999-03".parse().ok();
    paper.submitted = "1999-01-20".parse().ok();
    for form in [
        Form::Bibtex,
        Form::Biblatex,
        Form::Ris,
        Form::Csv,
        Form::Ndjson,
    ] {
        let again = read("x", export(form, &[paper.clone()]).into_bytes());
        assert_eq!(again.papers[0].dated, paper.dated, "{form:?}");
        let keeps_both = matches!(form, Form::Csv | Form::Ndjson);
        let submitted = paper.submitted.filter(|_| keeps_both);
        assert_eq!(again.papers[0].submitted, submitted, "{form:?}");
    }
}

/// Of some papers a list says little more than their title.
#[test]
fn a_paper_without_link_and_authors_comes_back() {
    let mut papers = papers();
    papers[1].id = crate::core::paper::PaperId::from_title("Listening");
    assert!(papers[1].authors.is_empty() && !papers[1].days.is_empty());
    papers.push(papers[1].clone());
    papers[2].days.clear();
    papers[2].announce = None;
    for form in [
        Form::Bibtex,
        Form::Biblatex,
        Form::Ris,
        Form::Csl,
        Form::Markdown,
    ] {
        let again = read("x", export(form, &papers).into_bytes()).papers;
        let titles: Vec<&str> = again
            .iter()
            .map(|paper| paper.title.plain.as_str())
            .collect();
        assert_eq!(titles[1..], ["Listening", "Listening"], "{form:?}");
    }
}

#[test]
fn a_paper_of_a_journal_is_an_article() {
    let mut paper = papers().remove(1);
    paper.id = crate::core::paper::PaperId::from_title("Listening");
    paper.journal = Some("Journal of Fog".to_owned());
    for (form, kind) in [
        (Form::Bibtex, "@article{"),
        (Form::Biblatex, "@article{"),
        (Form::Ris, "TY  - JOUR\n"),
        (Form::Csl, "\"type\":\"article-journal\",\"title\""),
    ] {
        let text = export(form, std::slice::from_ref(&paper));
        assert!(text.contains(kind), "{text}");
        let again = &read("x", text.into_bytes()).papers[0];
        assert_eq!(again.title, paper.title);
        assert_eq!(again.journal, paper.journal);
        assert_eq!(again.summary.is_some(), paper.summary.is_some());
    }
}

/// A paper with this abstract.
fn about(summary: &str) -> Paper {
    let mut paper = papers().remove(1);
    paper.summary = Some(crate::core::digest::markup::read(summary));
    paper
}

#[test]
fn paragraphs_come_back_and_ris_has_one_abstract() {
    let paper = about("One.<br>Two.<br>TY  - UNPB<br>Three.");
    for form in [
        Form::Bibtex,
        Form::Biblatex,
        Form::Ris,
        Form::Csl,
        Form::Markdown,
    ] {
        let text = export(form, &[paper.clone(), paper.clone()]);
        if form == Form::Ris {
            assert!(
                text.contains("\nAB  - One.\n\nTwo.\n\n\u{2060}TY - UNPB\n\nThree.\nKW"),
                "{text}"
            );
        }
        let again = read("x", text.into_bytes()).papers;
        let plain = again[0].summary.as_ref().map(|text| text.plain.as_str());
        assert_eq!(plain, Some("One.\nTwo.\nTY - UNPB\nThree."), "{form:?}");
    }
}

#[test]
fn formats_without_links_have_the_addresses_of_labels() {
    let paper = about(
        "See \\href{https://a.b/c}{our page}, \\href{https://a.b/d}{a.b/d}, <a href=\"https://a.b/e\">this https URL</a>, \\href{mailto:a@b.c}{a@b.c}.",
    );
    for form in [Form::Ris, Form::Csl, Form::Csv] {
        let text = export(form, std::slice::from_ref(&paper));
        let expected = "See our page (https://a.b/c), a.b/d, https://a.b/e, a@b.c.";
        assert!(text.contains(expected), "{text}");
    }
}

/// What is text is not live where Markdown is shown.
#[test]
fn markdown_has_no_links_but_those_of_the_digest() {
    let mut paper = about(
        "See [this](javascript:alert(1)), ![that](https://a.example/p.png), <b>x</b> &lt;img src=x> and \\emph{[a}](javascript:b).",
    );
    let evil = "<img src=x> [a](javascript:b)\n# c";
    paper.authors = vec![evil.to_owned()];
    paper.journal = Some(evil.to_owned());
    paper.code = vec!["https://a.b/<img>[a](javascript:b)".to_owned()];
    paper.comment = paper.summary.clone();
    let text = export(Form::Markdown, &[paper.clone()]);
    let html = comrak::markdown_to_html(&text, &comrak::Options::default());
    assert_eq!(text.matches("](").count(), 1, "{text}");
    assert!(
        !html.contains("javascript:b\"") && !html.contains("<img"),
        "{html}"
    );
    let again = read("x", text.into_bytes()).papers.remove(0);
    assert_eq!(
        (again.summary, again.comment),
        (paper.summary, paper.comment)
    );
}

#[test]
fn no_control_character_is_exported() {
    let mut paper = about("a \u{1b}[31mred\u{9b}1m b");
    paper.title = crate::core::text::RichText::from_plain("t\u{7f}\u{85}\u{7}");
    paper.authors = vec!["A\u{1b}c B".to_owned()];
    for form in Form::ALL {
        let mut exporter = Exporter::new(form, Vec::new());
        exporter.paper(&paper, "x\u{1b}.md").unwrap();
        let written = exporter.finish().unwrap();
        if !form.is_text() {
            continue;
        }
        let text = String::from_utf8(written).unwrap();
        let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        let text = if form == Form::Csv {
            text.replace("\r\n", "\n")
        } else {
            text
        };
        assert!(!text.contains(acts), "{form:?} {text:?}");
    }
}

#[test]
fn keys_are_unique_and_stable() {
    let papers = papers();
    let twice = [papers[0].clone(), papers[1].clone(), papers[0].clone()];
    let text = export(Form::Bibtex, &twice);
    let keys: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("@misc{"))
        .collect();
    assert_eq!(
        keys,
        [
            "arxiv-2012.20003,",
            "arxiv-hep-th-9901001,",
            "arxiv-2012.20003-2,"
        ]
    );
}

/// Ids and categories are names; where one is anything else, it is no more than text.
#[test]
fn ids_and_categories_do_nothing() {
    use crate::core::paper::{Category, PaperId};
    let mut paper = papers().remove(0);
    paper.categories = vec![Category("cs.CV},\n x = {".to_owned())];
    let text = export(Form::Bibtex, std::slice::from_ref(&paper));
    assert!(!text.contains("CV}"), "{text}");
    paper.id = PaperId::Local("x},\n* [a](javascript:b) [[c]]".to_owned());
    paper.title = crate::core::text::RichText::default();
    let text = export(Form::Bibtex, std::slice::from_ref(&paper));
    let key = "@article{x------a--javascript-b----c--,\n";
    assert!(text.starts_with(key), "{text}");
    let text = export(Form::Markdown, std::slice::from_ref(&paper));
    assert!(!text.contains("](j") && !text.contains("\n* "), "{text}");
    let text = export(Form::Org, &[paper]);
    let head = "* x}, * [a](javascript:\u{200b}b) [\u{200b}[c]]\n";
    assert!(text.starts_with(head), "{text}");
}

#[test]
fn no_papers_make_a_whole_file() {
    for (form, expected) in [(Form::Csl, "[]\n"), (Form::Bibtex, ""), (Form::Ndjson, "")] {
        assert_eq!(export(form, &[]), expected);
    }
    assert!(export(Form::Csv, &[]).starts_with("\u{feff}id,version,title,"));
}

#[test]
fn cells_are_quoted_where_they_must() {
    let mut papers = papers();
    papers.truncate(1);
    papers[0].comment = Some(crate::core::text::RichText::from_plain("=1+1"));
    let text = export(Form::Csv, &papers);
    assert!(text.contains(r#","Seeing R&D {twice} in $L^2$, ""50%""","Ada van Stern, Jr.; Fog Collaboration; Wei",cs.CV,"#), "{text}");
    assert!(text.contains(",\"'=1+1\","), "{text}");
}

#[test]
fn notes_keep_their_paragraphs() {
    use super::{Beside, Own};
    let own = Own {
        note: "\r\nOne <b>,\nstill one.  \r\n \n\nTwo.\n",
        ..Own::default()
    };
    let beside = Beside {
        own: Some(own),
        ..Beside::default()
    };
    let written = |form| {
        let mut exporter = Exporter::new(form, Vec::new());
        exporter.paper(&papers()[1], beside).unwrap();
        String::from_utf8(exporter.finish().unwrap()).unwrap()
    };
    let csv = written(Form::Csv);
    assert!(csv.contains(",\"One <b>,\nstill one.\n\nTwo.\","), "{csv}");
    let markdown = written(Form::Markdown);
    let note = "**Note**: One &lt;b>,<br>still one.<br><br>Two.  \n";
    assert!(markdown.contains(note), "{markdown}");
}
