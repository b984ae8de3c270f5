//! Digests: reading gives papers that are sound, says what it lost and where, and does not depend
//! on the steps it goes in.

use digest_explorer::core::diagnostic::{Diagnostic, DiagnosticKind};
use digest_explorer::core::digest::{Content, Digest, Format, Intake, Reader, Step, read};
use digest_explorer::core::export::{Exporter, Form};
use digest_explorer::core::paper::Paper;
use digest_explorer::core::text::{RichText, Style, behind_scheme};

use super::markup::assert_rich;

/// A name that tells the day.
pub const NAME: &str = "2026-03-02.txt";
/// So many bytes make the steps that are tried: about a line, and some lines.
const STEPS: [usize; 2] = [1, 200];

/// A file that is read as this format.
pub fn of_format(format: Format, bytes: &[u8]) {
    let text = super::text(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let open = || Reader::as_format(NAME, Content::Text(text.to_owned()), format);
    let digest = check(open);
    let is_read = digest.diagnostics.iter().all(|diagnostic| {
        !matches!(
            diagnostic.kind,
            DiagnosticKind::EmptyFile | DiagnosticKind::NotText
        )
    });
    if is_read {
        let lines = Lines::of(text);
        for diagnostic in &digest.diagnostics {
            lines.assert_place(text, diagnostic);
        }
    }
}

/// A file of which nothing is known.
pub fn of_any_format(bytes: &[u8]) {
    let digest = check(|| Reader::new(NAME, bytes.to_vec()));
    assert_eq!(read(NAME, bytes.to_vec()), digest, "read at once");
    for size in [1, 7, 64] {
        let Ok(mut intake) = Intake::with_capacity(bytes.len()) else {
            return;
        };
        // A byte-order mark is not cut: pieces of files are large.
        let (head, rest) = bytes.split_at(bytes.len().min(3));
        intake.push(head);
        rest.chunks(size).for_each(|piece| intake.push(piece));
        let taken = intake.finish();
        let without_mark = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        assert_eq!(taken.as_bytes(), without_mark, "in pieces of {size}");
        assert_eq!(
            read(NAME, taken),
            digest,
            "taken in in pieces of {size} bytes"
        );
    }
}

/// Whether a paper has a title by which a format tells it from nothing where it has no id. In
/// Markdown a heading without letters is none of a paper.
fn has_title(paper: &Paper, form: Form) -> bool {
    if form == Form::Markdown {
        paper.title.plain.contains(char::is_alphanumeric)
    } else {
        !paper.title.is_empty()
    }
}

/// A text as formats without markup have it: where a link leads is written behind its words, or in
/// place of arXiv's, unless they say it.
fn addressed(text: &RichText) -> String {
    let bare = |address: &str| {
        let rest = behind_scheme(address).unwrap_or(address);
        rest.strip_suffix('/').unwrap_or(rest).to_owned()
    };
    let mut plain = text.plain.clone();
    for styled in text.styles.iter().rev() {
        let Style::Link(href) = &styled.style else {
            continue;
        };
        let range = styled.span.range();
        let label = plain[range.clone()].to_owned();
        let id = label.strip_prefix("arXiv:");
        let id = id.map(|id| format!("arxiv.org/abs/{id}"));
        if label.starts_with("this ") && label.ends_with(" URL") {
            plain.replace_range(range, href);
        } else if bare(&label) != bare(href) && id != Some(bare(href)) {
            plain.insert_str(range.end, &format!(" ({href})"));
        }
    }
    plain
}

/// What was read from a file and is written comes back.
pub fn exported(bytes: &[u8]) {
    let all = read(NAME, bytes.to_vec()).papers;
    for (form, format) in [
        (Form::Bibtex, Some(Format::Bibtex)),
        (Form::Biblatex, Some(Format::Bibtex)),
        (Form::Ris, Some(Format::Ris)),
        (Form::Csl, Some(Format::CslJson)),
        (Form::Markdown, Some(Format::FieldDigest)),
        (Form::Ndjson, Some(Format::Json)),
        (Form::Csv, Some(Format::Csv)),
        (Form::Obsidian, None),
        (Form::Org, None),
        (Form::Plain, None),
    ] {
        // It needs a tagger, which takes longer to make than all the others take.
        if form == Form::Ndjson && !bytes.len().is_multiple_of(16) {
            continue;
        }
        let is_told = |paper: &&Paper| paper.id.arxiv().is_some() || has_title(paper, form);
        let papers: Vec<Paper> = all.iter().filter(is_told).cloned().collect();
        if papers.is_empty() {
            continue;
        }
        let written = export(form, &papers);
        let Some(format) = format else {
            continue;
        };
        let again = read("x", written.clone());
        let shown = || {
            let written = String::from_utf8_lossy(&written);
            format!("{form:?} {:?}\n{written}", again.diagnostics.first())
        };
        assert_eq!(again.format, Some(format), "{}", shown());
        assert_eq!(again.papers.len(), papers.len(), "{}", shown());
        for (before, after) in papers.iter().zip(&again.papers) {
            // White space and characters that would act elsewhere are not all written as they are,
            // and what has no title is called by its id.
            let letters = |title: &str| -> String {
                let letters = title.chars().filter(|c| c.is_alphanumeric());
                letters.collect()
            };
            let written = if matches!(form, Form::Ris | Form::Csl | Form::Csv) {
                letters(&addressed(&before.title))
            } else {
                letters(&before.title.plain)
            };
            if !letters(&before.title.plain).is_empty() {
                assert_eq!(letters(&after.title.plain), written, "{}", shown());
            }
            if before.id.arxiv().is_some() {
                assert_eq!(after.id, before.id, "{}", shown());
            }
        }
    }
}

/// Reads a file in steps of several sizes and stops in its midst; gives the digest of all of it.
fn check(open: impl Fn() -> Reader) -> Digest {
    let mut reader = open();
    while reader.step() != Step::Done {}
    for diagnostic in &reader.digest().diagnostics {
        let excerpt = reader.excerpt(diagnostic);
        let has_line = excerpt.iter().any(|(line, _)| *line == diagnostic.line);
        assert!(has_line || reader.is_empty(), "no excerpt: {diagnostic:?}");
    }
    let digest = reader.finish();
    assert_sound(&digest);
    for size in STEPS {
        let mut reader = open();
        let mut papers = Vec::new();
        while reader.step_of(size) != Step::Done {
            papers.append(&mut reader.take_papers());
        }
        let mut rest = reader.finish();
        papers.append(&mut rest.papers);
        let stepped = Digest { papers, ..rest };
        assert_eq!(stepped, digest, "in steps of {size} bytes");
    }
    let mut reader = open();
    let half = reader.len() / 2;
    while let Step::More { done, .. } = reader.step_of(64)
        && done < half
    {}
    assert_sound(&reader.finish());
    digest
}

/// What must hold of any digest.
pub fn assert_sound(digest: &Digest) {
    assert!(digest.is_balanced(), "an entry was lost in silence");
    let places = |diagnostic: &Diagnostic| (diagnostic.line, diagnostic.span.start);
    assert!(
        digest.diagnostics.is_sorted_by_key(places),
        "diagnostics are not in the order of the file"
    );
    digest.papers.iter().for_each(assert_paper);
}

fn assert_paper(paper: &Paper) {
    assert_rich(&paper.title);
    [&paper.summary, &paper.comment, &paper.gist]
        .into_iter()
        .flatten()
        .for_each(assert_rich);
    assert!(
        paper.days.is_sorted() && paper.line > 0,
        "days {:?}, line {}",
        paper.days,
        paper.line
    );
}

fn export(form: Form, papers: &[Paper]) -> Vec<u8> {
    let mut exporter = Exporter::new(form, Vec::new());
    for paper in papers {
        assert!(exporter.paper(paper, NAME).is_ok());
    }
    let Ok(written) = exporter.finish() else {
        panic!("an export that does not end");
    };
    let is_text = std::str::from_utf8(&written).is_ok();
    assert!(is_text || !form.is_text(), "an export that is no text");
    written
}

/// Where the lines of a text start.
struct Lines(Vec<usize>);

impl Lines {
    /// LF, CRLF and a lone CR end a line.
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = (0..bytes.len()).filter(|at| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        Self(std::iter::once(0).chain(ends.map(|end| end + 1)).collect())
    }

    /// A diagnostic's place is in the text, and its line and column are those of the place.
    fn assert_place(&self, text: &str, diagnostic: &Diagnostic) {
        let at = diagnostic.span.range();
        assert!(text.get(at.clone()).is_some(), "outside: {diagnostic:?}");
        let line = self.0.partition_point(|start| *start <= at.start);
        assert_eq!(diagnostic.line as usize, line, "{diagnostic:?}");
        let before = &text[self.0[line - 1]..at.start];
        let column = before.chars().count() + 1;
        assert_eq!(diagnostic.column as usize, column, "{diagnostic:?}");
    }
}
