//! Software that is not ours reads what is exported: as many entries, the same titles and authors;
//! and nothing in it acts.

use std::io::{Cursor, Read as _};

use digest_explorer::core::export::Form;
use digest_explorer::core::paper::{Paper, PaperId};
use digest_explorer::core::text::{RichText, Span, Style, Styled};

use biblatex::{Bibliography, ChunksExt};
use saphyr::{LoadableYamlNode as _, Yaml};
use zip::ZipArchive;

use super::{export, own, real};

/// Letters and digits, in which programs agree whatever they make of markup.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Formulas that were made to act where they are shown or read.
const FORMULAS: [&str; 20] = [
    "\\( <img src=\"https://evil.example/p.png\">\\ \\)",
    "\\(<img src=x onerror=alert(1)>\\)",
    "$<script>alert(1)</script>$",
    "$$<!-- x -->$$",
    "$<javascript:alert(1)>$",
    "$[x](javascript:alert(1))$",
    "$![y](https://a.example/p.png)$",
    "\\[ [z][r] ![[Other note]] #tag `x` \\]",
    "$%%%$",
    "$%%%%%a%%$",
    "\\(\\)",
    "$$ $$",
    "\\(x\\\\\\)",
    "\\( \\) [[elisp:(shell-command \"x\")][y]] \\)",
    "\\[ \\] [[[elisp:(x)][y]]] \\]",
    "$[[elisp:(x)][y]] [[[file:x]]] elisp:(x)$",
    "$$src_sh{x} call_x() {{{{m}}}} <2020-12-24> [2020-12-24] @@html:x@@ [fn:x]$$",
    "$$a\n* TODO b\n#+BEGIN_SRC sh\n$$",
    "\\(a$b\\)",
    "$x\\\\\\$",
];

/// A text that is a formula between two words.
fn with_formula(formula: &str) -> RichText {
    let before = "See ";
    RichText {
        plain: format!("{before}{formula} 5"),
        styles: vec![Styled {
            span: Span::new(before.len(), before.len() + formula.len()),
            style: Style::Math {
                display: formula.starts_with("$$") || formula.starts_with("\\["),
            },
        }],
    }
}

/// Titles and texts that were made to act where they are shown or read.
fn hostile() -> Vec<Paper> {
    let texts = [
        "[x](javascript:alert(1)) ![y](https://a.example/p.png) <img src=x onerror=alert(1)>",
        "<script>alert(1)</script><!-- --> <javascript:alert(1)> <a href='javascript:x'>b</a>",
        "[z][r] ![z][r] [r]: javascript:alert(1) \"title\"",
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "-2+3",
        "'=1+1",
        "} , note = {x} } @misc{y, title = {z}} \\end \\input{/etc/passwd}",
        "TY  - UNPB",
        "* TODO x :tag: [[elisp:(shell-command \"x\")][y]] <2020-12-24> src_sh{x} {{{m}}} elisp:(x)",
        "--- title: no ... !!python/object:os.system &anchor *alias",
        "\u{1b}[31mred\u{9b}1m \u{7} \u{202e}evil\u{2028}",
        "[[Other note]] #tag %%hidden%% ==x== ^block `code` ~~x~~ | a | b | $x",
        "../../../etc/passwd",
        "CON",
        "1. a",
        "# b",
        "+ c",
    ];
    let paper = |(number, text): (usize, &&str)| {
        let rich = RichText::from_plain(*text);
        let id = PaperId::named(&format!("2012.{:05}", number + 1));
        let mut paper = Paper::new(id, rich.clone(), 1);
        paper.authors = vec![(*text).to_owned(), "Ada Stern".to_owned()];
        paper.summary = Some(RichText::from_plain(format!("{text}\n{text}")));
        paper.comment = Some(rich.clone());
        paper.gist = Some(rich);
        paper.journal = Some((*text).to_owned());
        paper.doi = Some(format!("10.1/{text}"));
        paper.topics = vec![(*text).to_owned()];
        paper.code = vec![format!("https://a.b/{text}")];
        paper
    };
    let formula = |(number, formula): (usize, &&str)| {
        let rich = with_formula(formula);
        let id = PaperId::named(&format!("2101.{:05}", number + 1));
        let mut paper = Paper::new(id, rich.clone(), 1);
        paper.authors = vec!["Ada Stern".to_owned()];
        paper.summary = Some(rich.clone());
        paper.comment = Some(rich.clone());
        paper.gist = Some(rich);
        paper
    };
    let formulas = FORMULAS.iter().enumerate().map(formula);
    texts
        .iter()
        .enumerate()
        .map(paper)
        .chain(formulas)
        .collect()
}

/// Real papers and hostile ones.
fn all() -> Vec<Paper> {
    let real = real().into_iter().flat_map(|(_, papers)| papers);
    real.chain(hostile()).collect()
}

fn text(form: Form, papers: &[Paper]) -> String {
    String::from_utf8(export(form, papers, Some(own()))).unwrap()
}

#[test]
fn the_biblatex_crate_reads_bibtex_and_biblatex() {
    let papers = all();
    for form in [Form::Bibtex, Form::Biblatex] {
        let bibliography = Bibliography::parse(&text(form, &papers)).unwrap();
        assert_eq!(bibliography.len(), papers.len());
        for (paper, entry) in papers.iter().zip(bibliography.iter()) {
            // Commands that it does not know stay, and formulas have their own; the slashes of what
            // would become a link are such commands.
            let is_plain = !paper.title.plain.contains(['\\', '$']);
            if is_plain && !paper.title.plain.contains("//") {
                let title = entry.title().map(ChunksExt::format_verbatim);
                let title = title.unwrap_or_default();
                assert_eq!(letters(&title), letters(&paper.title.plain));
            }
            let authors = entry.author().unwrap_or_default();
            assert_eq!(authors.len(), paper.authors.len(), "{:?}", paper.authors);
            for (author, name) in authors.iter().zip(&paper.authors) {
                let parts = [
                    &author.given_name,
                    &author.prefix,
                    &author.name,
                    &author.suffix,
                ];
                let parts = parts.map(|part| letters(part)).concat();
                // `family=Stern, given=Ada` is a way of BibLaTeX to write a name.
                if !name.contains(['\\', '$', ',', '=']) {
                    assert_eq!(parts, letters(name), "{author:?}");
                }
            }
        }
    }
}

#[test]
fn names_have_their_parts() {
    let mut paper = Paper::new(PaperId::named("2012.20003"), RichText::from_plain("Fog"), 1);
    paper.authors = [
        "John Smith III",
        "Tim 't Hooft",
        "Ludwig van Beethoven",
        "Fog Collaboration",
    ]
    .map(str::to_owned)
    .to_vec();
    let bibliography = Bibliography::parse(&text(Form::Bibtex, &[paper])).unwrap();
    let authors = bibliography.iter().next().unwrap().author().unwrap();
    let parts: Vec<[&str; 4]> = authors
        .iter()
        .map(|name| [&*name.given_name, &*name.prefix, &*name.name, &*name.suffix])
        .collect();
    assert_eq!(
        parts,
        [
            ["John", "", "Smith", "III"],
            // BibTeX itself passes the apostrophe over when it looks for a particle.
            ["Tim", "", "'t Hooft", ""],
            ["Ludwig", "van", "Beethoven", ""],
            ["", "", "Fog Collaboration", ""],
        ]
    );
}

#[test]
fn the_csv_crate_reads_csv() {
    let papers = all();
    let written = export(Form::Csv, &papers, Some(own()));
    assert!(written.starts_with("\u{feff}id,".as_bytes()));
    let mut reader = csv::Reader::from_reader(&written[..]);
    assert_eq!(reader.headers().unwrap().iter().next_back(), Some("marks"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), papers.len());
    for (paper, row) in papers.iter().zip(&rows) {
        assert_eq!(&row[0], paper.id.as_str());
        let first = |cell: &str| cell.chars().next();
        for cell in row {
            assert!(
                !first(cell).is_some_and(|c| "=+-@\t\r＝＋－＠".contains(c)),
                "{cell}"
            );
        }
        // One apostrophe off cells that go on as a formula.
        let bare = |cell: &str| {
            let is_formula = cell
                .trim_start_matches('\'')
                .starts_with(['=', '+', '-', '@']);
            cell.strip_prefix('\'')
                .filter(|_| is_formula)
                .unwrap_or(cell)
                .to_owned()
        };
        if paper.title.styles.is_empty() && !paper.title.plain.contains(char::is_control) {
            assert_eq!(bare(&row[2]), paper.title.plain);
            assert_eq!(letters(&row[3]), letters(&paper.authors.concat()));
        }
    }
}

#[test]
fn yaml_and_zip_crates_read_the_notes() {
    let papers = all();
    let mut archive =
        ZipArchive::new(Cursor::new(export(Form::Obsidian, &papers, Some(own())))).unwrap();
    assert_eq!(archive.len(), papers.len());
    let mut names = std::collections::HashSet::new();
    for (index, paper) in papers.iter().enumerate() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let (folder, base) = name.split_once('/').unwrap();
        assert!(folder == "Papers" && base.len() <= 160, "{name}");
        assert!(!base.contains([
            '/', '\\', ':', '*', '?', '"', '<', '>', '|', '#', '^', '[', ']'
        ]));
        assert!(
            !base.starts_with('.') && names.insert(base.to_lowercase()),
            "{name}"
        );
        let mut note = String::new();
        file.read_to_string(&mut note).unwrap();
        let (front, body) = note
            .strip_prefix("---\n")
            .unwrap()
            .split_once("\n---\n")
            .unwrap();
        let front = Yaml::load_from_str(front).unwrap();
        let front = &front[0];
        let field = |name: &str| front.as_mapping_get(name);
        let text = |name: &str| field(name).and_then(Yaml::as_str);
        let texts = |name: &str| -> Vec<&str> {
            let list = field(name).and_then(Yaml::as_sequence);
            list.into_iter()
                .flatten()
                .filter_map(Yaml::as_str)
                .collect()
        };
        let title = text("title").unwrap_or_default();
        if paper.title.styles.is_empty() {
            assert_eq!(title, paper.title.plain);
        }
        assert_eq!(text("id"), Some(paper.id.as_str()));
        assert_eq!(texts("authors"), paper.authors);
        let tags = ["method/diffusion", "math", "to-read", "_2020"];
        assert_eq!(texts("tags"), tags);
        assert!(body.contains("\n## Note\n"), "{body}");
    }
}

/// What is text does nothing where Markdown is shown, by two that show it.
#[test]
fn markdown_has_no_links_but_those_of_the_digest() {
    let papers = hostile();
    let mut files = vec![text(Form::Markdown, &papers)];
    let mut archive =
        ZipArchive::new(Cursor::new(export(Form::Obsidian, &papers, Some(own())))).unwrap();
    for index in 0..archive.len() {
        let mut note = String::new();
        archive
            .by_index(index)
            .unwrap()
            .read_to_string(&mut note)
            .unwrap();
        let body = note.split_once("\n---\n").unwrap().1;
        // What Obsidian would hide; an address may have it.
        let mut texts = body.lines().filter(|line| !line.contains("](<"));
        assert!(!texts.any(|line| line.contains("%%")), "{body}");
        files.push(body.to_owned());
    }
    for file in files {
        let mut options = comrak::Options::default();
        options.extension.autolink = true;
        options.extension.table = true;
        options.extension.footnotes = true;
        options.extension.strikethrough = true;
        options.render.r#unsafe = true;
        let mut others = String::new();
        // A link between notes is a wiki's own, and harmless.
        let wiki = pulldown_cmark::Options::ENABLE_WIKILINKS;
        let options_of_others = pulldown_cmark::Options::all() - wiki;
        let parser = pulldown_cmark::Parser::new_ext(&file, options_of_others);
        pulldown_cmark::html::push_html(&mut others, parser);
        let without_math = comrak::markdown_to_html(&file, &options);
        options.extension.math_dollars = true;
        let with_math = comrak::markdown_to_html(&file, &options);
        for html in [without_math, with_math, others] {
            let lower = html.to_lowercase();
            for live in [
                "<img",
                "<script",
                "<!--",
                "href=\"javascript",
                "<a href='",
                "<iframe",
            ] {
                assert!(!lower.contains(live), "{live}\n{file}\n{html}");
            }
            for (at, _) in lower.match_indices("href=\"") {
                let href = &lower[at + 6..];
                let known = ["http://", "https://", "mailto:", "#"];
                assert!(
                    known.iter().any(|scheme| href.starts_with(scheme)),
                    "{href}"
                );
            }
        }
    }
}

#[test]
fn org_has_one_headline_a_paper_and_no_links_of_text() {
    let papers = all();
    let written = text(Form::Org, &papers);
    let headlines = written
        .lines()
        .filter(|line| line.starts_with("* "))
        .count();
    assert_eq!(headlines, papers.len());
    assert!(
        !written
            .lines()
            .any(|line| line.starts_with("**") || line.starts_with("#+"))
    );
    let lower = written.to_lowercase();
    for (at, _) in lower.match_indices("[[") {
        assert!(
            lower[at..].starts_with("[[http")
                || lower[at..].starts_with("[[mailto:")
                || lower[at..].starts_with("[[ftp:"),
            "{}",
            &lower[at..lower.floor_char_boundary(at + 80)]
        );
    }
    // An address in a link is the web's, whatever it holds.
    let texts = lower.lines().filter(|line| !line.starts_with("[[http"));
    let lower = texts.collect::<Vec<&str>>().join("\n");
    let acting = [
        "{{{", "elisp:(", "src_sh{", "call_x(", "<2020", "[2020", "@@html", "%%(",
    ];
    for acts in acting {
        assert!(!lower.contains(acts), "{acts}");
    }
}

#[test]
fn nothing_controls_a_terminal() {
    let papers = hostile();
    for form in Form::ALL.into_iter().filter(|form| form.is_text()) {
        let written = text(form, &papers).replace("\r\n", "\n");
        let acts = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!written.contains(acts), "{form:?}");
    }
}

#[test]
fn a_citation_a_paper() {
    let papers = all();
    let written = String::from_utf8(export(Form::Plain, &papers, None)).unwrap();
    let citations: Vec<&str> = written.trim_end().split("\n\n").collect();
    assert_eq!(citations.len(), papers.len());
    for (paper, citation) in papers.iter().zip(citations) {
        let title = paper.title.plain.replace('\n', " ");
        if paper.title.styles.is_empty() && !title.contains(char::is_control) {
            assert!(citation.contains(&title), "{citation}");
        }
    }
}
