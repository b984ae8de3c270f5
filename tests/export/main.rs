//! What is exported is read back, over real digests and over texts that were made to break it; and
//! software that is not ours reads it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

#[path = "../corpora_support/mod.rs"]
mod corpora_support;
mod made;
mod others;

use std::io::Read as _;

use digest_explorer::core::day::Date;
use digest_explorer::core::digest::{Digest, Format, read};
use digest_explorer::core::export::{Beside, Exporter, Form, Own};
use digest_explorer::core::facet::Facet;
use digest_explorer::core::marks::{Flags, Kind};
use digest_explorer::core::paper::Paper;
use digest_explorer::core::text::{RichText, Style};

use corpora_support::corpora;

/// Digests of all kinds and of several fields.
const FILES: [&str; 14] = [
    "seed-markdown/2020-12-24.md",
    "arxiv-mail/full-cs-mail_2026-01-21.txt",
    "arxiv-listing/astro-ph__new.txt",
    "arxiv-listing/math-ph__9712.txt",
    "arxiv-listing/q-fin__new.PM.txt",
    "atom/feed__2021-05-22.atom",
    "rss-zh/cs.CL__2025-11-04.xml",
    "papers-json/a1henu-2025-10-12.json",
    "papers-json/shiyibihua-2023-12-01.json",
    "quote-blocks/README__2026-08-19.md",
    "daily-enhanced-md/2026-04-05.md",
    "details-table/README__2025-11-12.md",
    "footnotes-zh/cs.AI__2023-11-09.md",
    "bulk/papers-2025-26.jsonl.gz",
];
/// So many papers of each are taken, from all of it.
const OF_EACH: usize = 160;

/// The formats that are read, and as what.
const READ: [(Form, Format); 7] = [
    (Form::Bibtex, Format::Bibtex),
    (Form::Biblatex, Format::Bibtex),
    (Form::Ris, Format::Ris),
    (Form::Csl, Format::CslJson),
    (Form::Markdown, Format::FieldDigest),
    (Form::Ndjson, Format::Json),
    (Form::Csv, Format::Csv),
];

/// Exports papers, with what is a reader's own or without.
fn export(form: Form, papers: &[Paper], own: Option<Own<'_>>) -> Vec<u8> {
    let mut exporter = Exporter::new(form, Vec::new());
    let tags = [(Facet::Method, "diffusion")];
    for paper in papers {
        let beside = Beside {
            source: "x.md",
            // Tags are found where there are none, and that takes time.
            tags: (own.is_some() || form == Form::Ndjson).then_some(&tags),
            own,
        };
        exporter.paper(paper, beside).unwrap();
    }
    exporter.finish().unwrap()
}

/// The reader's own tags of it.
const OWN_TAGS: [(Facet, &str); 3] = [
    (Facet::Own, "math"),
    (Facet::Own, "to-read"),
    (Facet::Own, "2020"),
];

/// What a reader may have done with a paper.
fn own() -> Own<'static> {
    Own {
        note: "TY  - UNPB\n\n  See <b>this</b>, $x$ & \\emph{that}: https://a.b/c_d\n**Abstract**: no",
        tags: &OWN_TAGS,
        flags: Flags::default()
            .with(Kind::Starred, true)
            .with(Kind::Read, true),
    }
}

/// The real papers that are tried, with the name of their file.
fn real() -> Vec<(&'static str, Vec<Paper>)> {
    let Some(folder) = corpora() else {
        return Vec::new();
    };
    let file = |file: &'static str| {
        let mut bytes = std::fs::read(format!("{folder}/{file}")).unwrap();
        if file.starts_with("bulk/") {
            let mut unpacked = Vec::new();
            let mut packed = flate2::read::MultiGzDecoder::new(&bytes[..]);
            packed.read_to_end(&mut unpacked).unwrap();
            bytes = unpacked;
        }
        let mut papers = read(file, bytes).papers;
        assert!(!papers.is_empty(), "{file}");
        let step = papers.len().div_ceil(OF_EACH);
        papers = papers.into_iter().step_by(step).collect();
        (file, papers)
    };
    FILES.into_iter().map(file).collect()
}

/// The text as formats without markup have it: arXiv's labels of links are their addresses, other
/// labels have theirs behind them.
fn addressed(text: &RichText) -> String {
    let bare = |text: &str| {
        let text = text
            .trim_start_matches("https://")
            .trim_start_matches("http://");
        let text = text
            .trim_start_matches("ftp://")
            .trim_start_matches("mailto:");
        text.trim_end_matches('/').to_owned()
    };
    let mut plain = text.plain.clone();
    for styled in text.styles.iter().rev() {
        if let Style::Link(href) = &styled.style {
            let label = plain[styled.span.range()].to_owned();
            let id = label
                .strip_prefix("arXiv:")
                .map(|id| format!("arxiv.org/abs/{id}"));
            if label.starts_with("this ") && label.ends_with(" URL") {
                plain.replace_range(styled.span.range(), href);
            } else if bare(&label) != bare(href) && id != Some(bare(href)) {
                plain.insert_str(styled.span.range().end, &format!(" ({href})"));
            }
        }
    }
    plain
}

/// What of a paper the format carries, as text to compare: of one that is written, or of one that
/// was read again.
fn carried(form: Form, paper: &Paper, is_written: bool) -> Vec<String> {
    let bibtex = matches!(form, Form::Bibtex | Form::Biblatex);
    let csv = form == Form::Csv;
    let flat = csv || matches!(form, Form::Ris | Form::Csl);
    let rich = |text: &RichText| match form {
        Form::Ris | Form::Csl | Form::Csv if is_written => addressed(text),
        Form::Ris | Form::Csl | Form::Csv | Form::Ndjson => text.plain.clone(),
        _ => {
            let mut styles = text.styles.clone();
            for styled in &mut styles {
                if let Style::Link(href) = &mut styled.style
                    && bibtex
                {
                    // Braces and what they are escaped with have no place there.
                    let percent = [("{", "%7B"), ("}", "%7D"), ("\\", "%5C"), ("<", "%3C")];
                    for (sign, code) in percent {
                        *href = href.replace(sign, code);
                    }
                }
            }
            format!("{} {styles:?}", text.plain)
        }
    };
    let optional = |text: &Option<RichText>| text.as_ref().map(rich).unwrap_or_default();
    let title = if flat {
        rich(&paper.title).replace('\n', " ")
    } else {
        rich(&paper.title)
    };
    // What bibliographies call a journal arXiv itself is not.
    let journal = paper.journal.as_deref().filter(|journal| {
        !(bibtex || flat) || !(journal.to_lowercase().starts_with("arxiv") || *journal == "CoRR")
    });
    // What has no id goes by its title, as that is written.
    let id = Some(&paper.id).filter(|id| !flat || csv || id.arxiv().is_some());
    // One cell has all names, with semicolons between.
    let between = if csv { "; " } else { "+" };
    let mut all = vec![
        format!("{id:?} {:?}", paper.version),
        title,
        optional(&paper.summary),
        paper.authors.join(between),
        format!("{:?}", paper.categories),
        format!("{:?}", paper.doi),
        format!("{journal:?}"),
        optional(&paper.comment),
    ];
    let day = paper.days.last().copied();
    match form {
        Form::Markdown => all.push(format!("{day:?}")),
        Form::Ndjson => all.push(format!("{day:?} {:?}", paper.dated)),
        // A date stands where the day of the list would.
        _ => all.push(format!("{:?}", day.map(Date::from).or(paper.dated))),
    }
    if !bibtex && form != Form::Ris {
        all.push(format!("{:?}", paper.submitted));
    }
    if matches!(form, Form::Markdown | Form::Ndjson | Form::Csv) {
        all.push(format!(
            "{:?}",
            paper.announce.map(|announce| announce.kind)
        ));
        all.push(optional(&paper.gist));
        all.push(format!("{:?}", paper.code));
    }
    if csv {
        all.push(paper.topics.join(between));
    }
    if form == Form::Ndjson {
        all.push(format!("{:?} {:?}", paper.topics, paper.number));
        all.push(format!("{:?}", paper.announce));
    }
    all
}

/// Exports papers, reads them and says how many fields differ; names some.
fn differences(form: Form, format: Format, papers: &[Paper], own: Option<Own<'_>>) -> usize {
    let bytes = export(form, papers, own);
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
        let (before, after) = (carried(form, paper, true), carried(form, again, false));
        for (a, b) in before.iter().zip(&after) {
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
    let mut failed = Vec::new();
    for (file, papers) in real() {
        for (form, format) in READ {
            for own in [None, Some(own())] {
                let differ = differences(form, format, &papers, own);
                if differ > 0 {
                    failed.push(format!("{file} {form:?}: {differ}"));
                }
            }
        }
    }
    assert_eq!(failed, Vec::<String>::new());
}
