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
    check(Form::Bibtex, r"");
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

#[test]
fn no_papers_make_a_whole_file() {
    for (form, expected) in [(Form::Csl, "[]\n"), (Form::Bibtex, ""), (Form::Ndjson, "")] {
        assert_eq!(export(form, &[]), expected);
    }
    assert!(export(Form::Csv, &[]).starts_with("id,version,title,"));
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
