//! What is exported is read back, over real digests.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use digest_explorer::core::digest::{Digest, Format, read};
use digest_explorer::core::export::{Exporter, Form};
use digest_explorer::core::paper::Paper;
use digest_explorer::core::text::{RichText, Style};

use corpora_support::corpora;

const FILES: [&str; 2] = [
    "seed-markdown/2020-12-24.md",
    "arxiv-mail/full-cs-mail_2026-01-21.txt",
];

fn export(form: Form, papers: &[Paper]) -> Vec<u8> {
    let mut exporter = Exporter::new(form, Vec::new());
    for paper in papers {
        exporter.paper(paper, "x").unwrap();
    }
    exporter.finish().unwrap()
}

/// The text where arXiv's labels of links stand for their addresses.
fn addressed(text: &RichText) -> String {
    let mut plain = text.plain.clone();
    for styled in text.styles.iter().rev() {
        if let Style::Link(href) = &styled.style {
            let label = &plain[styled.span.range()];
            if label.starts_with("this ") && label.ends_with(" URL") {
                plain.replace_range(styled.span.range(), href);
            }
        }
    }
    plain
}

/// What of a paper the format carries, as text to compare.
fn carried(form: Form, paper: &Paper) -> Vec<String> {
    let rich = |text: &RichText| match form {
        Form::Ris | Form::Csl => addressed(text),
        _ => format!("{} {:?}", text.plain, text.styles),
    };
    let optional = |text: &Option<RichText>| text.as_ref().map(rich).unwrap_or_default();
    vec![
        format!("{:?} {:?}", paper.id, paper.version),
        rich(&paper.title),
        optional(&paper.summary),
        paper.authors.join("+"),
        format!("{:?}", paper.categories),
        format!("{:?}", paper.days.last()),
        format!("{:?}", paper.doi),
        format!("{:?}", paper.journal),
        optional(&paper.comment),
        match form {
            Form::Csl => format!("{:?}", paper.submitted),
            _ => String::new(),
        },
    ]
}

/// Exports papers, reads them and says which fields of how many differ; names some.
fn differences(form: Form, format: Format, papers: &[Paper]) -> usize {
    let bytes = export(form, papers);
    let Digest {
        format: found,
        papers: again,
        diagnostics,
        ..
    } = read("x", bytes);
    assert_eq!(found, Some(format));
    assert_eq!(
        again.len(),
        papers.len(),
        "{form:?} {:?}",
        diagnostics.first()
    );
    let mut differ = 0;
    for (paper, again) in papers.iter().zip(&again) {
        for (a, b) in carried(form, paper).iter().zip(&carried(form, again)) {
            if a != b {
                differ += 1;
                println!("{form:?} {}\n  {a}\n  {b}", paper.id);
            }
        }
    }
    differ
}

#[test]
fn real_papers_come_back() {
    let Some(folder) = corpora() else {
        return;
    };
    let mut failed = Vec::new();
    for file in FILES {
        let papers = read(file, std::fs::read(format!("{folder}/{file}")).unwrap()).papers;
        assert!(!papers.is_empty());
        for (form, format) in [
            (Form::Bibtex, Format::Bibtex),
            (Form::Ris, Format::Ris),
            (Form::Csl, Format::CslJson),
            (Form::Markdown, Format::FieldDigest),
        ] {
            let differ = differences(form, format, &papers);
            if differ > 0 {
                failed.push(format!("{file} {form:?}: {differ}"));
            }
        }
    }
    assert_eq!(failed, Vec::<String>::new());
}
