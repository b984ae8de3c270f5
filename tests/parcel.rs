//! Papers that travel arrive as they were.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use proptest::prelude::*;

use digest_explorer::core::day::Day;
use digest_explorer::core::digest::{Digest, Format, read};
use digest_explorer::core::marks::{Flags, Kind};
use digest_explorer::core::paper::{AnnounceKind, Announcement, Category, Paper, PaperId};
use digest_explorer::core::parcel::{
    Alphabet, Effort, MOST_TEXT, Opened, Packer, around, element, open,
};
use digest_explorer::core::text::{RichText, Span, Style, Styled};

use corpora_support::corpora;

const FILES: [&str; 8] = [
    "seed-markdown/2020-12-24.md",
    "arxiv-mail/full-cs-mail_2026-01-21.txt",
    "daily-enhanced-jsonl",
    "atom",
    "heading-blocks",
    "arxiv-table",
    "papers-json",
    "quote-blocks",
];

/// Packs papers of one source and gives what is read at the other end.
fn sent(papers: &[Paper], effort: Effort) -> (Opened, Digest, usize) {
    let mut packer = Packer::new("Ours", ["ours.md"], effort).unwrap();
    for paper in papers {
        packer.paper(paper, &[0], Flags::default(), "").unwrap();
    }
    let text = Alphabet::Address.encode(&packer.finish().unwrap());
    let opened = open(&text, MOST_TEXT).unwrap();
    let (name, content) = opened.files[0].clone();
    let digest = read(&name, content.into_bytes());
    (opened, digest, text.len())
}

/// Every file of the corpora that is named, or that is in a folder that is.
fn real_files() -> Vec<(String, Vec<u8>)> {
    let Some(root) = corpora() else {
        return Vec::new();
    };
    let root = std::path::Path::new(&root);
    let mut files = Vec::new();
    for name in FILES {
        let path = root.join(name);
        if path.is_file() {
            files.push(path);
            continue;
        }
        let mut all: Vec<_> = std::fs::read_dir(&path)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        all.sort();
        files.extend(all.into_iter().take(3));
    }
    let name = |path: &std::path::Path| path.file_name().unwrap().to_string_lossy().into_owned();
    files
        .iter()
        .map(|path| (name(path), std::fs::read(path).unwrap()))
        .collect()
}

#[test]
fn real_papers_arrive_as_they_were() {
    for (name, bytes) in real_files() {
        let papers = read(&name, bytes).papers;
        if papers.is_empty() {
            continue;
        }
        let (opened, digest, _) = sent(&papers, Effort::Usual);
        assert_eq!(digest.format, Some(Format::Papers), "{name}");
        assert_eq!(opened.papers, papers.len(), "{name}");
        assert!(digest.is_balanced() && digest.papers == papers, "{name}");
    }
}

/// How long a link with so many papers is; `--nocapture` shows it.
#[test]
fn thirty_papers_fit_a_link() {
    let Some((_, bytes)) = real_files().into_iter().nth(1) else {
        return;
    };
    let papers = read("mail.txt", bytes).papers;
    for count in [1, 3, 10, 30, 100] {
        let (_, _, len) = sent(&papers[..count], Effort::Most);
        println!("{count} papers: {len} characters");
        assert!(len < 1_600 * count, "{count} papers take {len} characters");
    }
}

/// Texts of all kinds, those among them that have an effect somewhere.
fn text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "</script>",
        "<!--",
        "-->",
        "]]>",
        "&amp;",
        "\"",
        "'",
        "\\",
        "\\n",
        "\\u0041;",
        "\n",
        "\r\n",
        "\u{2028}",
        "\u{2029}",
        "\u{feff}",
        "\0",
        "\u{1b}[31m",
        "\u{202e}",
        "paper ",
        "title",
        " ",
        "\t",
        ". 0 1 strong",
        "é",
        "論文",
        "🦀",
        "$x^2$",
        "digest-explorer papers 1",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..6).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

/// A text as it is read of any digest: single white space, and none around it.
fn as_read(text: &str) -> String {
    let mut text = text.replace('\0', "");
    for (twice, once) in [("  ", " "), ("\n\n", "\n")] {
        while text.contains(twice) {
            text = text.replace(twice, once);
        }
    }
    text.trim().to_owned()
}

/// An address as links have them: without white space and control characters.
fn address(scheme: &str, rest: &str) -> String {
    let acts = |c: char| c.is_whitespace() || c.is_control();
    format!("{scheme}://example.org/{}", rest.replace(acts, ""))
}

fn rich() -> impl Strategy<Value = RichText> {
    let style = prop_oneof![
        Just(Style::Emphasis),
        Just(Style::Strong),
        Just(Style::Code),
        any::<bool>().prop_map(|display| Style::Math { display }),
        text().prop_map(|rest| Style::Link(address("https", &rest))),
    ];
    (
        text().prop_map(|text| as_read(&text)),
        prop::collection::vec((any::<[u8; 2]>(), style), 0..5),
    )
        .prop_map(|(plain, styles)| {
            let mut placed: Vec<Styled> = styles
                .into_iter()
                .map(|([from, len], style)| {
                    let start = plain.floor_char_boundary(usize::from(from) % (plain.len() + 1));
                    let end =
                        plain.floor_char_boundary((start + usize::from(len)).min(plain.len()));
                    Styled {
                        span: Span::new(start, end),
                        style,
                    }
                })
                .filter(|styled| !styled.span.is_empty())
                .collect();
            placed.sort_by_key(|styled| (styled.span.start, std::cmp::Reverse(styled.span.end)));
            // Of styles that cross the first stays.
            let mut styles: Vec<Styled> = Vec::new();
            for styled in placed {
                let crosses = |other: &Styled| {
                    other.span.end > styled.span.start && other.span.end < styled.span.end
                };
                if !styles.iter().any(crosses) {
                    styles.push(styled);
                }
            }
            RichText { plain, styles }
        })
}

fn day() -> impl Strategy<Value = Day> {
    (1000_u16..=9999, 1_u8..=12, 1_u8..=28)
        .prop_map(|(year, month, day)| Day::new(year, month, day).unwrap())
}

fn paper() -> impl Strategy<Value = Paper> {
    let id = prop_oneof![
        (0_u32..99_999).prop_map(|n| PaperId::named(&format!("2604.{n:05}"))),
        Just(PaperId::named("hep-th/9901001")),
        text().prop_map(|title| PaperId::from_title(&title)),
    ];
    let texts = || prop::collection::vec(text(), 0..3);
    let kind = prop::option::of((
        prop::sample::select(AnnounceKind::ALL.to_vec()),
        any::<bool>(),
    ));
    let firsts = (
        id,
        prop::option::of(1_u16..),
        rich(),
        prop::option::of(rich()),
        texts(),
    );
    let lists = (
        prop::collection::vec("[A-Za-z0-9.-]{1,12}", 0..3),
        prop::collection::btree_set(day(), 0..3),
        kind,
        texts(),
        texts(),
    );
    let rest = (
        prop::option::of(rich()),
        prop::option::of(rich()),
        prop::option::of(text()),
        prop::option::of(text()),
        prop::option::of(day()),
        prop::option::of(any::<u32>()),
        1_u32..,
    );
    (firsts, lists, rest).prop_map(|(firsts, lists, rest)| {
        let (id, version, title, summary, authors) = firsts;
        let (categories, days, kind, topics, code) = lists;
        let (comment, gist, journal, doi, submitted, number, line) = rest;
        Paper {
            version,
            summary,
            authors,
            categories: categories.into_iter().map(Category).collect(),
            days: days.into_iter().collect(),
            announce: kind.map(|(kind, inferred)| Announcement { kind, inferred }),
            comment,
            gist,
            topics,
            code: code
                .into_iter()
                .map(|rest| address("HTTP", &rest))
                .collect(),
            journal,
            doi,
            submitted,
            number,
            ..Paper::new(id, title, line)
        }
    })
}

/// A paper as none should be: each of its texts may be anything, and no list is in order.
fn odd_paper() -> impl Strategy<Value = Paper> {
    let texts = || prop::collection::vec(text(), 0..3);
    let style = prop_oneof![Just(Style::Strong), text().prop_map(Style::Link)];
    let styles = prop::collection::vec((0_u32..20, 0_u32..20, style), 0..5);
    let rich = (text(), styles).prop_map(|(plain, styles)| RichText {
        plain,
        styles: styles
            .into_iter()
            .map(|(start, end, style)| Styled {
                span: Span { start, end },
                style,
            })
            .collect(),
    });
    let days = prop::collection::vec(day(), 0..3);
    (paper(), rich, texts(), texts(), text(), days).prop_map(
        |(paper, rich, categories, code, id, days)| Paper {
            id: PaperId::Local(id),
            title: rich.clone(),
            summary: Some(rich),
            categories: categories.into_iter().map(Category).collect(),
            code,
            days,
            line: 0,
            ..paper
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn odd_papers_do_not_keep_others_from_arriving(odd in odd_paper(), good in paper()) {
        let (opened, digest, _) = sent(&[odd, good.clone()], Effort::Usual);
        prop_assert_eq!(opened.papers, 2);
        prop_assert_eq!(digest.papers.last(), Some(&good));
        prop_assert!(digest.papers.len() == 2 && digest.is_balanced());
    }

    #[test]
    fn any_papers_arrive_as_they_were(papers in prop::collection::vec(paper(), 1..5)) {
        let (opened, digest, _) = sent(&papers, Effort::Usual);
        prop_assert_eq!(opened.papers, papers.len());
        prop_assert_eq!(&digest.papers, &papers);
        prop_assert!(digest.is_balanced());
    }

    #[test]
    fn marks_and_notes_arrive_as_they_were(
        notes in prop::collection::vec((text(), any::<bool>(), any::<bool>()), 1..4),
        title in text(),
    ) {
        let mut packer = Packer::new(&title, ["a", "b"], Effort::Usual).unwrap();
        let id = |at: usize| PaperId::Local(format!("x-{at:016x}"));
        let flags = |star, read| {
            Flags::default().with(Kind::Starred, star).with(Kind::Read, read)
        };
        for (at, (note, star, read)) in notes.iter().enumerate() {
            let paper = Paper::new(id(at), RichText::default(), 1);
            packer.paper(&paper, &[0, 1], flags(*star, *read), note).unwrap();
        }
        let text = Alphabet::Usual.encode(&packer.finish().unwrap());
        let opened = open(&text, MOST_TEXT).unwrap();
        let all = || notes.iter().enumerate();
        let noted = all().filter(|(_, (note, ..))| !note.is_empty());
        let noted: Vec<_> = noted.map(|(at, (note, ..))| (id(at), note.clone())).collect();
        prop_assert_eq!(opened.notes, noted);
        let marked = all().map(|(at, (_, star, read))| (id(at), flags(*star, *read)));
        let marked: Vec<_> = marked.filter(|(_, marks)| !marks.is_undecided()).collect();
        prop_assert_eq!(opened.marks, marked);
        prop_assert!(!opened.title.contains(char::is_control));
    }

    #[test]
    fn no_bytes_make_a_parcel_that_breaks(text in ".*", bytes: Vec<u8>) {
        let _ = open(&text, MOST_TEXT);
        let _ = open(&Alphabet::Usual.encode(&bytes), MOST_TEXT);
    }

    #[test]
    fn no_text_leaves_its_place_in_a_page(title in text(), view in text()) {
        let element = element(&title, &view, b"parcel");
        let markup = [
            "<title>", "</title>", "<script type=\"application/gzip\" id=\"parcel\" data-title=\"",
            "\" data-view=\"", "\">", "</script>",
        ];
        let mut rest = element.as_str();
        for piece in markup {
            let (before, after) = rest.split_once(piece).unwrap();
            prop_assert!(!before.contains(['<', '>', '"', '\'']), "{}", element);
            rest = after;
        }
        prop_assert_eq!(rest, "");
        let page = format!("<head>{element}</head><script id=\"page_bg.wasm\"></script>");
        prop_assert!(around(&page).is_err());
    }
}
