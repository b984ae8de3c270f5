use super::*;
use crate::core::marks::{Flags, Kind};
use crate::core::paper::{Paper, PaperId};
use crate::core::text::RichText;

fn paper(id: &str, title: &str) -> Paper {
    Paper::new(PaperId::named(id), RichText::from_plain(title), 1)
}

fn packed(papers: &[(&Paper, &[usize])]) -> Vec<u8> {
    let sources = ["2026-04-05.md", "2026-04-06.md"];
    let mut packer = Packer::new("Two days", sources, Effort::Most).unwrap();
    let marks = Flags::default().with(Kind::Starred, true);
    for (paper, places) in papers {
        packer.paper(paper, places, marks, "see page 4").unwrap();
    }
    packer.finish().unwrap()
}

#[track_caller]
fn check_refused(text: &str, expected: &str) {
    use flate2::write::GzEncoder;
    use std::io::Write as _;
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(text.as_bytes()).unwrap();
    let packed = Alphabet::Address.encode(&gzip.finish().unwrap());
    let why = open(&packed, MOST_TEXT_IN_LINK).unwrap_err();
    assert!(why.starts_with(expected), "{text:?}: {why}");
}

#[test]
fn a_parcel_gives_a_digest_a_source_and_what_was_done_with_its_papers() {
    let (one, two) = (
        paper("2604.00001", "One"),
        paper("x-00000000000000ff", "Two"),
    );
    let parcel = packed(&[(&one, &[0, 1]), (&two, &[1])]);
    let opened = open(&Alphabet::Usual.encode(&parcel), MOST_TEXT).unwrap();
    assert_eq!(opened.title, "Two days");
    assert_eq!(opened.papers, 2);
    let digest = |papers: &str| format!("{HEAD}\n{papers}");
    let one = "paper 2604.00001\ntitle One\nline 1\n";
    let two = "local x-00000000000000ff\ntitle Two\nline 1\n";
    let expected = [
        ("2026-04-05.md".to_owned(), digest(one)),
        ("2026-04-06.md".to_owned(), digest(&[one, two].concat())),
    ];
    assert_eq!(opened.files, expected);
    let names: Vec<&str> = opened.notes.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(names, ["2604.00001", "x-00000000000000ff"]);
    assert!(
        opened
            .marks
            .iter()
            .all(|(_, marks)| marks.has(Kind::Starred))
    );
}

#[test]
fn a_parcel_is_refused_whole() {
    let good = "digest-explorer parcel 1\ntitle a\nsource b\npaper 2604.00001\ntitle c\nin 0\n";
    check_refused("", "holds no papers");
    check_refused("# ArXiv", "holds no papers");
    check_refused("digest-explorer parcel 2\n", "was made by another version");
    check_refused(
        "digest-explorer parcel 1\n",
        "is refused: its end comes before any paper",
    );
    let with = |line: &str| format!("{good}{line}\n");
    check_refused(&with("paper 2604.1"), "is refused: line 7 of it says");
    check_refused(
        &with("paper 2604.00002"),
        "is refused: its end ends a paper that is in no source",
    );
    let local =
        |id: &str| format!("digest-explorer parcel 1\nsource b\nlocal {id}\ntitle c\nin 0\n");
    let long = "x".repeat(4097);
    for id in ["", "2603.00001", "2603.00001v2", "HEP-TH/9901001", &long] {
        check_refused(&local(id), "is refused: line 3 of it says what cannot be");
    }
    let nameless = good.replace("source b", "source");
    check_refused(
        &nameless,
        "is refused: line 3 of it is of a source without a name",
    );
    check_refused(&with("in 0"), "is refused: line 7 of it names a source");
    check_refused(&with("in 1"), "is refused: line 7 of it names a source");
    check_refused(&with("day 2026-02-30"), "is refused: line 7 of it says");
    check_refused(&with("code javascript:x"), "is refused: line 7 of it says");
    check_refused(
        &with(". 0 1 link javascript:x"),
        "is refused: line 7 of it says",
    );
    check_refused(&with(". 0 2 strong"), "is refused: line 7 of it says");
    check_refused(
        &with("marks starred royal"),
        "is refused: line 7 of it says",
    );
    check_refused(&with("note \\d800;"), "is refused: line 7 of it says");
    for wrong in [
        "local x-y",
        "local 2604.00001",
        "local x-00000000000000FF",
        "category cs.CV}",
        "category",
        "code https://a.b/c d",
        "code https://",
        "code httpd.example",
        "abstract a  b",
    ] {
        check_refused(&with(wrong), "is refused: line 7 of it says");
    }
    let blank = with("abstract a\n. 0 1 link https://a.b/c d");
    check_refused(&blank, "is refused: line 8 of it says");
    let many = "source x\n".repeat(10_001);
    check_refused(
        &format!("digest-explorer parcel 1\n{many}"),
        "is refused: line 10002 of it is",
    );
}

#[test]
fn what_a_later_version_adds_to_a_paper_is_passed_by() {
    let text = "digest-explorer parcel 1\nmood good\nsource b\npaper 2604.00001\nmood bad\nin 0\n";
    let opened = super::open::read(text).unwrap();
    assert_eq!(opened.papers, 1);
}

#[test]
fn a_small_parcel_cannot_become_a_large_library() {
    let zeros = format!("digest-explorer parcel 1\ntitle {}", "0".repeat(8 << 20));
    check_refused(&zeros, "unpacks to more than 4 MiB");
    let sources = "source x\n".repeat(10_000);
    let places: Vec<String> = (0..10_000).map(|place| place.to_string()).collect();
    let places = places.join(" ");
    let long = "a".repeat(7_000);
    let wide =
        format!("digest-explorer parcel 1\n{sources}paper 2604.00001\ntitle {long}\nin {places}\n");
    check_refused(&wide, "is refused: its end makes more of it");
}

/// A paper counts for each of its sources where it is packed and where it is opened, so that what
/// was packed can be opened.
#[test]
fn many_papers_of_many_sources_can_be_opened() {
    let names: Vec<String> = (0..100).map(|number| format!("{number}.md")).collect();
    let names = names.iter().map(String::as_str);
    let mut packer = Packer::new("Days", names, Effort::Usual).unwrap();
    let places: Vec<usize> = (0..100).collect();
    for number in 0..150 {
        let paper = paper(&format!("2604.{number:05}"), &"a".repeat(1_200));
        packer.paper(&paper, &places, Flags::default(), "").unwrap();
    }
    assert!(packer.size() > 18_000_000);
    let text = Alphabet::Usual.encode(&packer.finish().unwrap());
    let opened = open(&text, MOST_TEXT_IN_LINK).unwrap();
    assert_eq!((opened.papers, opened.files.len()), (150, 100));
}

#[test]
fn more_than_a_parcel_may_have_is_not_packed() {
    let full = |error: std::io::Error| {
        error
            .get_ref()
            .and_then(|error| error.downcast_ref().copied())
    };
    let sources = |count| Packer::new("", std::iter::repeat_n("x", count), Effort::Usual);
    assert_eq!(
        sources(MOST_SOURCES + 1).err().and_then(full),
        Some(Full::Sources)
    );
    let mut packer = sources(MOST_SOURCES).unwrap();
    let places: Vec<usize> = (0..MOST_SOURCES).collect();
    let paper = paper("2604.00001", &"a".repeat(7_000));
    let error = packer.paper(&paper, &places, Flags::default(), "");
    assert_eq!(error.err().and_then(full), Some(Full::Text));
}

/// What would be refused is not written, so that one odd paper does not take the others along.
#[test]
fn what_would_be_refused_is_not_written() {
    use crate::core::day::Day;
    use crate::core::paper::Category;
    use crate::core::text::{Span, Style, Styled};
    let styled = |start, end, style| Styled {
        span: Span { start, end },
        style,
    };
    let link = |href: &str| Style::Link(href.to_owned());
    let mut odd = paper("x", " Two  blanks\0");
    odd.title.styles = vec![
        styled(0, 3, link("https://a.b/c d")),
        styled(1, 12, Style::Emphasis),
        styled(9, 7, Style::Code),
        styled(6, 14, Style::Code),
        styled(2, 3, Style::Code),
    ];
    // The last starts before one that crosses the first and is left out.
    odd.summary = Some(RichText {
        plain: "abcdefghij".to_owned(),
        styles: vec![
            styled(0, 8, Style::Emphasis),
            styled(1, 5, Style::Strong),
            styled(6, 10, Style::Code),
            styled(2, 7, Style::Code),
        ],
    });
    odd.categories = ["cs.CV", "a b", ""]
        .map(|name| Category(name.to_owned()))
        .to_vec();
    odd.code = ["httpd.example", "https://a.b", "javascript:x"]
        .map(str::to_owned)
        .to_vec();
    odd.days = [3, 2].map(|day| Day::new(2026, 4, day).unwrap()).to_vec();
    odd.line = 0;
    let mut packer = Packer::new("", ["", "b.md"], Effort::Usual).unwrap();
    let marks = Flags::default();
    packer.paper(&odd, &[1, 7, 0, 1], marks, "").unwrap();
    packer
        .paper(&paper("2604.00001", "In none"), &[], marks, "")
        .unwrap();
    let text = Alphabet::Usual.encode(&packer.finish().unwrap());
    let opened = open(&text, MOST_TEXT).unwrap();
    assert_eq!(opened.papers, 1);
    let id = PaperId::from_title("Two blanks");
    let expected = format!(
        "{HEAD}\nlocal {id}\ntitle Two blanks\n. 0 10 emphasis\n. 4 10 code\ncategory cs.CV\n\
         day 2026-04-02\nday 2026-04-03\nabstract abcdefghij\n. 0 8 emphasis\n. 1 5 strong\n\
         code https://a.b\nline 1\n"
    );
    let files = ["papers", "b.md"].map(|name| (name.to_owned(), expected.clone()));
    assert_eq!(opened.files, files);
}

#[test]
fn any_change_on_the_way_is_noticed() {
    let (one, two) = (
        paper("2604.00001", "One"),
        paper("x-00000000000000ff", "Two"),
    );
    let parcel = packed(&[(&one, &[0]), (&two, &[1])]);
    let text = Alphabet::Address.encode(&parcel);
    let whole = open(&text, MOST_TEXT);
    assert!(whole.is_ok());
    for end in 0..text.len() {
        assert!(open(&text[..end], MOST_TEXT).is_err(), "cut at {end}");
    }
    // What the head of a gzip file says of time and system changes nothing, and neither do the bits
    // behind its last code.
    for at in 0..text.len() {
        let mut other = text.clone().into_bytes();
        other[at] = if other[at] == b'A' { b'B' } else { b'A' };
        let other = String::from_utf8(other).unwrap();
        let changed = open(&other, MOST_TEXT);
        assert!(changed.is_err() || changed == whole, "changed at {at}");
    }
    assert!(open(&[&text[..], "AAAA"].concat(), MOST_TEXT).is_err());
    let twice = Alphabet::Address.encode(&[&parcel[..], &parcel].concat());
    assert!(open(&twice, MOST_TEXT).is_err());
}

#[test]
fn a_page_has_one_place_for_a_parcel() {
    let program = format!("<head>{PLACE}</head><script id=\"page_bg.wasm\"></script>");
    let (before, behind) = around(&program).unwrap();
    assert_eq!(before, "<head>");
    assert!(behind.starts_with("</head>"));
    for other in [
        "",
        PLACE,
        "<script id=\"page_bg.wasm\"></script>",
        &[&program[..], &program].concat(),
    ] {
        assert_eq!(around(other), Err(NotTheProgram));
    }
}

#[test]
fn nothing_of_a_stranger_is_markup() {
    let title = "</title><script>alert(1)</script><!-- \" onload='x' \u{2028}&amp;\u{1}";
    let text = element(title, "#q=\"><img src=x>&sort=new", &[0xfb, 0xff]);
    let expected = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;!-- &quot; \
                    onload=&#39;x&#39; \u{fffd}&amp;amp;\u{fffd}";
    assert_eq!(
        text,
        format!(
            "<title>{expected}</title>\n<script type=\"application/gzip\" id=\"parcel\" \
             data-title=\"{expected}\" data-view=\"#q=&quot;&gt;&lt;img src=x&gt;&amp;sort=new\">\
             +/8=</script>"
        )
    );
}
