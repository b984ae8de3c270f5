//! What is done with an input, stage by stage.

use std::sync::LazyLock;

use digest_explorer::core::digest::archive::{Packing, Unpacked, Unpacker};
use digest_explorer::core::digest::{Digest, Reader, Step};
use digest_explorer::core::export::{Exporter, Form};
use digest_explorer::core::facet::Facet;
use digest_explorer::core::library::{Library, diff, history};
use digest_explorer::core::math::latex::to_mathml;
use digest_explorer::core::paper::{Paper, PaperId};
use digest_explorer::core::query;
use digest_explorer::core::search::{Highlighter, Index, snippet};
use digest_explorer::core::tags::Tagger;
use digest_explorer::core::tags::own::{self, ByHand, Own};
use digest_explorer::core::text::RichText;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Edit, OwnEdit, Request, Response, Search, Window};

use crate::pieces::{self, Frame};
use crate::seeds::SEEDS;

/// Work on one input. What is made before it is not measured.
type Work = Box<dyn FnOnce(Vec<u8>)>;

/// One stage.
pub struct Stage {
    /// Its name.
    pub name: &'static str,
    /// Between what the pieces stand.
    pub frames: fn() -> Vec<Frame>,
    /// What is repeated.
    pub pieces: fn() -> Vec<&'static str>,
    /// Makes ready what the work needs.
    pub prepare: fn() -> Work,
}

/// A stage that reads one format, amid a digest of it.
macro_rules! reading {
    ($name:literal, $format:literal, $pieces:expr) => {
        Stage {
            name: $name,
            frames: || pieces::within($format),
            pieces: || [$pieces, pieces::ANY].concat(),
            prepare: || Box::new(read),
        }
    };
}

/// All stages, in the order in which an input passes them.
pub static STAGES: &[Stage] = &[
    Stage {
        name: "sniffing",
        frames: || {
            vec![
                Frame::new("", ""),
                Frame::new("\n", "\n"),
                Frame::new("x ", " x"),
            ]
        },
        pieces: || {
            let own = [
                pieces::HEADING,
                pieces::FIELDS,
                pieces::MAIL,
                pieces::TABLE,
                pieces::FEED,
                pieces::JSON,
                pieces::BIB,
                pieces::RIS,
                pieces::PARCEL,
                pieces::PAGE,
                pieces::COPIED,
                pieces::CSV,
                pieces::TAGGED,
                pieces::BIBXML,
                pieces::LIST,
                pieces::YAML,
            ];
            own.concat()
        },
        prepare: || Box::new(read),
    },
    Stage {
        name: "decoding Latin-1",
        frames: || {
            vec![Frame::new(
                "# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.Sch\u{f6}n [x](https://arxiv.org/abs/2603.00001)\n> ",
                "",
            )]
        },
        pieces: || pieces::LATIN.to_vec(),
        prepare: || Box::new(|input| read(latin_1(&input))),
    },
    Stage {
        name: "decoding UTF-16",
        frames: || {
            vec![Frame::new(
                "# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.Sch\u{f6}n [x](https://arxiv.org/abs/2603.00001)\n> ",
                "",
            )]
        },
        pieces: || pieces::LATIN.to_vec(),
        prepare: || Box::new(|input| read(utf_16(&input))),
    },
    reading!(
        "heading digest",
        "Heading digest (Markdown)",
        pieces::HEADING
    ),
    reading!("arXiv mail", "arXiv mail or listing", pieces::MAIL),
    reading!("feed", "Feed (Atom, RSS)", pieces::FEED),
    reading!(
        "daily-arXiv-ai-enhanced",
        "daily-arXiv-ai-enhanced (Markdown)",
        pieces::FIELDS
    ),
    reading!(
        "labelled fields",
        "Markdown with labelled fields",
        pieces::FIELDS
    ),
    reading!("table", "Table (Markdown)", pieces::TABLE),
    reading!("JSON", "Records (JSON, JSON Lines)", pieces::JSON),
    reading!("BibTeX", "BibTeX", pieces::BIB),
    reading!("RIS", "RIS", pieces::RIS),
    reading!("CSL-JSON", "CSL-JSON", pieces::JSON),
    reading!("YAML", "References (YAML)", pieces::YAML),
    reading!(
        "papers in full",
        "Papers of Digest Explorer",
        pieces::PARCEL
    ),
    reading!("web page", "Web page or alert (HTML)", pieces::PAGE),
    reading!(
        "copied text",
        "Text copied from arXiv’s pages",
        pieces::COPIED
    ),
    Stage {
        name: "messages",
        frames: || {
            let head = "From a@b Mon Mar  2 01:29:12 2026\nFrom: a@b.example\nSubject: a\n";
            let parts = "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
            let plain = "Content-Transfer-Encoding: quoted-printable\n\n";
            vec![
                Frame::new(head, ""),
                Frame::new(&[head, parts].concat(), "\n--b--\n"),
                Frame::new(&[head, plain].concat(), ""),
            ]
        },
        pieces: || pieces::MESSAGES.to_vec(),
        prepare: || Box::new(unpack),
    },
    Stage {
        name: "decoding GB 18030",
        frames: || {
            let some = "@misc{a, title = {\u{b5}\u{c4}\u{b5}\u{c4}\u{ce}\u{b0}\u{b5}\u{c4}}}\n";
            vec![Frame::new(some, "")]
        },
        pieces: || {
            vec![
                "\u{b5}\u{c4}\u{ce}\u{b0}",
                "\u{b5}",
                "\u{ff}",
                "\n",
                "x ",
                "\u{83}\u{60}",
                "@misc{a, title = {b}}\n",
            ]
        },
        prepare: || Box::new(|input| read(latin_1(&input))),
    },
    Stage {
        name: "letters encoded twice",
        frames: || {
            vec![Frame::new(
                "@misc{a, title = {Gr\u{c3}\u{b6}n \u{c3}\u{b6}l}}\n",
                "",
            )]
        },
        pieces: || {
            vec![
                "\u{c3}\u{b6}",
                "\u{c3}",
                "\u{e2}\u{20ac}",
                "\u{2122}",
                "\u{e9}",
                "x ",
                "\n",
            ]
        },
        prepare: || Box::new(read),
    },
    reading!("delimited table", "Table (CSV, TSV)", pieces::CSV),
    reading!(
        "tagged references",
        "Tagged references (PubMed, Web of Science, EndNote)",
        pieces::TAGGED
    ),
    reading!(
        "references in XML",
        "References in XML (PubMed, EndNote, OAI-PMH, Zotero RDF)",
        pieces::BIBXML
    ),
    reading!(
        "list of links",
        "List of links (text, Markdown)",
        pieces::LIST
    ),
    Stage {
        name: "markup",
        frames: || {
            let head = "# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.";
            let title = "A title [ :arrow_down: ](https://arxiv.org/pdf/2603.00001.pdf)\n>  ";
            vec![
                Frame::new(&[head, title, "We see "].concat(), "."),
                Frame::new(
                    &[head, title, "We see $x"].concat(),
                    "$ <a href=\"https://a.example\">this</a>.",
                ),
                Frame::new(
                    &[head, title, "<a href=\"https://a.example/"].concat(),
                    "\">this</a>",
                ),
                Frame::new(&[head, title, r"\emph{"].concat(), "}"),
                Frame::new(
                    head,
                    " [ :arrow_down: ](https://arxiv.org/pdf/2603.00001.pdf)\n>  We see.",
                ),
            ]
        },
        pieces: || [pieces::MARKUP, pieces::ANY].concat(),
        prepare: || Box::new(read),
    },
    Stage {
        name: "math",
        frames: || {
            vec![
                Frame::new("$", "$"),
                Frame::new("$$", "$$"),
                Frame::new("$\\frac{", "}{2}$"),
            ]
        },
        pieces: || pieces::MATH.to_vec(),
        prepare: || {
            Box::new(|input| {
                to_mathml(&text(input), false);
            })
        },
    },
    Stage {
        name: "archives",
        frames: || {
            vec![
                Frame::new("PK\u{3}\u{4}", ""),
                Frame::new(
                    "PK\u{3}\u{4}",
                    "PK\u{5}\u{6}\0\0\0\0\u{1}\0\u{1}\0\u{2e}\0\0\0\u{4}\0\0\0\0\0",
                ),
                Frame::new("\u{1f}\u{8b}", ""),
            ]
        },
        pieces: || pieces::ARCHIVE.to_vec(),
        prepare: || Box::new(|input| unpack(latin_1(&input))),
    },
    Stage {
        name: "members of a zip",
        frames: || vec![Frame::new("", "")],
        pieces: || {
            vec![
                "day.md\n",
                "day{i}.md\n",
                "a/b/day.md\n",
                "day.md.gz\n",
                "__MACOSX/x\n",
            ]
        },
        prepare: || {
            Box::new(|input| {
                let zipped = zip(&text(input));
                unpack(zipped);
            })
        },
    },
    Stage {
        name: "library",
        frames: pieces::papers,
        pieces: || pieces::PAPERS.to_vec(),
        prepare: || Box::new(fill_library),
    },
    Stage {
        name: "versions",
        frames: || vec![Frame::new("", ""), Frame::new("We see ", " as ever")],
        pieces: || pieces::WORDS.to_vec(),
        prepare: || Box::new(compare),
    },
    Stage {
        name: "tagging",
        frames: || {
            vec![
                Frame::new("We propose a method for ", "."),
                Frame::new("", ""),
            ]
        },
        pieces: || pieces::WORDS.to_vec(),
        prepare: || {
            LazyLock::force(&TAGGER);
            Box::new(|input| {
                TAGGER.explain(&paper(&text(input)));
            })
        },
    },
    Stage {
        name: "own rules on a text",
        frames: || vec![Frame::new("", "")],
        pieces: || pieces::WORDS.to_vec(),
        prepare: || {
            let kept = own::read(RULES).unwrap_or_default();
            let own = Own::new(kept.rules).unwrap_or_default();
            Box::new(move |input| {
                own.explain(&paper(&text(input)), Vec::new(), &ByHand::default());
            })
        },
    },
    Stage {
        name: "indexing",
        frames: || vec![Frame::new("", "")],
        pieces: || pieces::WORDS.to_vec(),
        prepare: || Box::new(|input| drop(index(&text(input)))),
    },
    Stage {
        name: "snippets and marks",
        frames: || vec![Frame::new("", ""), Frame::new("# ", " a")],
        pieces: || [pieces::WORDS, pieces::MARKUP].concat(),
        prepare: || Box::new(show),
    },
    Stage {
        name: "query",
        frames: || {
            let both = |head: &str, tail: &str| Frame::new(head, tail);
            vec![
                both("", ""),
                both("a (", ")"),
                both("title:", ""),
                both("\"", "\""),
                both("task:", ""),
                both("-", " b"),
            ]
        },
        pieces: || pieces::QUERY.to_vec(),
        prepare: || {
            let mut engine = small_engine();
            Box::new(move |input| ask(&mut engine, &text(input)))
        },
    },
    Stage {
        name: "regex",
        frames: || {
            vec![
                Frame::new("/", "/"),
                Frame::new("title:/(", ")/"),
                Frame::new("/a", "b/c"),
            ]
        },
        pieces: || pieces::REGEX.to_vec(),
        prepare: || {
            let mut engine = small_engine();
            Box::new(move |input| ask(&mut engine, &text(input)))
        },
    },
    Stage {
        name: "rules",
        frames: || {
            vec![
                Frame::new("", ""),
                Frame::new(
                    "[[rule]]\nname = \"a\"\nfacet = \"method\"\nwords = [\"b\"]\n",
                    "\n",
                ),
                Frame::new(
                    "[[rule]]\nname = \"a\"\nfacet = \"method\"\nwords = [\"",
                    "b\"]\n",
                ),
                Frame::new(
                    "[[rule]]\nname = \"a\"\nfacet = \"method\"\nregex = '",
                    "'\n",
                ),
                Frame::new("a = ", ""),
            ]
        },
        pieces: || pieces::RULES.to_vec(),
        prepare: || Box::new(|input| use_rules(&text(input))),
    },
    Stage {
        name: "exports",
        frames: pieces::papers,
        pieces: || [pieces::PAPERS, pieces::MARKUP].concat(),
        prepare: || Box::new(export),
    },
    Stage {
        name: "engine",
        frames: pieces::papers,
        pieces: || pieces::PAPERS.to_vec(),
        prepare: || {
            let mut engine = small_engine();
            Box::new(move |input| load(&mut engine, input))
        },
    },
];

static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::new);

/// Rules of each kind, for texts to be looked through by.
const RULES: &str = r#"
[[rule]]
name = "hats"
facet = "method"
words = ["hat* ..3 sea", "(hat|cap) a? b", "=HAT", "self supervised"]
regex = '(hat|sea)+ x'
not = "hat sale*"
"#;

/// A file as the page reads it, with what is shown of its first problems.
fn read(input: Vec<u8>) {
    drop(read_digest(input));
}

fn read_digest(input: Vec<u8>) -> Digest {
    let mut reader = Reader::new("2026-03-02.md", input);
    while reader.step() != Step::Done {}
    for diagnostic in reader.digest().diagnostics.iter().take(100) {
        reader.excerpt(diagnostic);
    }
    reader.finish()
}

/// The bytes that stand for these characters; those that have none are left out.
fn latin_1(input: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(input);
    text.chars()
        .filter_map(|c| u8::try_from(u32::from(c)).ok())
        .collect()
}

fn utf_16(input: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(input);
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

fn text(input: Vec<u8>) -> String {
    String::from_utf8(input).unwrap_or_default()
}

fn unpack(bytes: Vec<u8>) {
    let packing = Packing::of(&bytes);
    if packing == Packing::Plain {
        return;
    }
    let mut unpacker = Unpacker::new("day.zip", bytes, packing);
    while unpacker.step() != Unpacked::Done {}
}

/// A zip with an empty file for each line, named so. Written by hand: a library refuses what is
/// wrong on purpose.
fn zip(names: &str) -> Vec<u8> {
    let (mut out, mut directory, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for name in names.lines().take(usize::from(u16::MAX)) {
        let at = u32::try_from(out.len()).unwrap_or(u32::MAX);
        let length = u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes();
        // Version, flags, method, time, date; checksum and both sizes, all of them those of
        // nothing.
        let fields = [&[10, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &[0; 12], &length].concat();
        out.extend_from_slice(b"PK\x03\x04");
        out.extend_from_slice(&[&fields[..], &[0, 0], name.as_bytes()].concat());
        directory.extend_from_slice(b"PK\x01\x02\x0a\0");
        let rest = [&[0; 12][..], &at.to_le_bytes(), name.as_bytes()].concat();
        directory.extend_from_slice(&[&fields[..], &rest].concat());
        count += 1;
    }
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
    let start = number(out.len());
    let size = number(directory.len());
    out.append(&mut directory);
    let counts = [count.to_le_bytes(), count.to_le_bytes()].concat();
    out.extend_from_slice(&[&b"PK\x05\x06\0\0\0\0"[..], &counts, &size, &start, &[0, 0]].concat());
    out
}

/// Each paper is taken in and compared; each tenth stands in a source of its own, all of one name.
fn fill_library(input: Vec<u8>) {
    static NONE: LazyLock<Tagger> = LazyLock::new(Tagger::new);
    let mut library = Library::default();
    let mut source = library.add_source("day.md");
    for (number, paper) in read_digest(input).papers.into_iter().enumerate() {
        if number % 10 == 9 {
            source = library.add_source("day.md");
        }
        library.take_in(paper, source);
    }
    while library.undescribed() > 0 {
        library.describe_some(32, 128 << 10, &NONE, false);
    }
    let mut index = Index::default();
    for doc in library.take_changed() {
        if let Some(record) = library.get(doc) {
            index.put(doc, record);
            record.paper.links();
            history(record);
        }
    }
    library.remove_source(0, &NONE);
}

fn paper(text: &str) -> Paper {
    let mut paper = Paper::new(
        PaperId::named("2603.00001"),
        RichText::from_plain("A title"),
        1,
    );
    paper.summary = Some(RichText::from_plain(text));
    paper
}

/// A text beside itself with a word more in the middle, as two versions of an abstract.
fn compare(input: Vec<u8>) {
    let old = text(input);
    let (start, end) = old.split_at(old.floor_char_boundary(old.len() / 2));
    diff(&old, &[start, " anew ", end].concat());
    let turned: Vec<&str> = old.split_inclusive(' ').rev().collect();
    diff(&old, &turned.concat());
}

fn index(text: &str) -> (Library, Index) {
    let mut library = Library::default();
    let source = library.add_source("day.md");
    library.take_in(paper(text), source);
    let mut index = Index::default();
    for doc in library.take_changed() {
        if let Some(record) = library.get(doc) {
            index.put(doc, record);
        }
    }
    (library, index)
}

/// What a list and a reader show of a paper that has the words of a query.
fn show(input: Vec<u8>) {
    let text = text(input);
    let digest = read_digest(format!("# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.T [x](https://arxiv.org/abs/2603.00001)\n> {text}\n").into_bytes());
    let Some(summary) = digest
        .papers
        .first()
        .and_then(|paper| paper.summary.as_ref())
    else {
        return;
    };
    let query = query::parse("a OR x* OR \"hat sea\" OR /b+c/")
        .map(|parsed| parsed.query)
        .unwrap_or_default();
    let mut library = Library::default();
    let source = library.add_source("day.md");
    library.take_in(digest.papers[0].clone(), source);
    let marks = Highlighter::new(&query)
        .matches(&library.records()[0])
        .summary;
    snippet(summary, &marks, 240);
    snippet(summary, &[], 240);
    summary.runs(&marks);
}

/// An engine with some papers, searched once so that all is made ready.
fn small_engine() -> Engine {
    let mut engine = Engine::default();
    for (job, seed) in (1..).zip(SEEDS) {
        engine.handle(Request::Open {
            job,
            names: vec![format!("{job}.md")],
        });
        engine.push_file(job, &format!("{job}.md"), seed.text.as_bytes().to_vec());
    }
    while engine.work().is_some() {}
    engine
}

/// Everything that a query's text is used for.
fn ask(engine: &mut Engine, text: &str) {
    if let Ok(parsed) = query::parse(text) {
        let printed = parsed.query.to_string();
        query::parse(&printed)
            .map(|again| again.query.to_string())
            .ok();
    }
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    let window = Window { start: 0, len: 30 };
    engine.handle(Request::Search {
        seq: 1,
        search,
        window,
        open: None,
    });
    while engine.is_searching() {
        engine.search();
    }
    engine.handle(Request::Terms { seq: 1 });
    while engine.work().is_some() {}
    let caret = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    engine.handle(Request::Complete {
        seq: 1,
        text: text.to_owned(),
        caret,
    });
    let edit = Edit::Include(Facet::Category, "cs.CV".to_owned());
    engine.handle(Request::Edit {
        text: text.to_owned(),
        typing: true,
        fallback: None,
        all_of: Vec::new(),
        edit,
    });
    engine.handle(Request::Paper {
        seq: 1,
        id: "2603.00013".to_owned(),
        part: 0,
    });
}

/// What happens to a file of rules, and what its rules do.
fn use_rules(text: &str) {
    own::is_rules(text);
    if let Ok(kept) = own::read(text) {
        own::read(&own::write(&kept)).ok();
        if let Ok(own) = Own::new(kept.rules) {
            own.explain(
                &paper("We see a hat in a sea of b and b."),
                Vec::new(),
                &ByHand::default(),
            );
        }
    }
    let mut engine = Engine::default();
    engine.handle(Request::Own {
        edit: OwnEdit::All(text.to_owned()),
        at: 1,
    });
    while engine.work().is_some() {}
}

fn export(input: Vec<u8>) {
    let digest = read_digest(input);
    for form in Form::ALL.into_iter().filter(|form| *form != Form::Ndjson) {
        let mut exporter = Exporter::new(form, Vec::new());
        for paper in &digest.papers {
            exporter.paper(paper, "day.md").unwrap();
        }
        exporter.finish().unwrap();
    }
}

/// A file is dropped, searched for and its first papers opened.
fn load(engine: &mut Engine, input: Vec<u8>) {
    engine.handle(Request::Open {
        job: 1000,
        names: vec!["day.md".to_owned()],
    });
    engine.push_file(1000, "day.md", input);
    while engine.work().is_some() {}
    let window = Window { start: 0, len: 30 };
    for (seq, text) in [(1, ""), (2, "a OR the OR x")] {
        let search = Search {
            text: text.to_owned(),
            ..Search::default()
        };
        let mut said = engine.handle(Request::Search {
            seq,
            search,
            window,
            open: None,
        });
        while engine.is_searching() {
            said.extend(engine.search());
        }
        let rows = said.into_iter().filter_map(|response| match response {
            Response::Answer { outcome, .. } => outcome.ok(),
            _ => None,
        });
        for row in rows.flat_map(|answer| answer.rows).take(3) {
            engine.handle(Request::Paper {
                seq,
                id: row.id,
                part: 0,
            });
        }
    }
}
