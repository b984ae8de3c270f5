//! The command line from the outside.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/digest.md");

fn digest(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_digest"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that reads no input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

#[track_caller]
fn check(args: &[&str], input: &str, status: i32, stdout: &str, stderr: &str) {
    let output = digest(args, input.as_bytes());
    assert_eq!(String::from_utf8_lossy(&output.stderr), stderr, "{args:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), stdout, "{args:?}");
    assert_eq!(output.status.code(), Some(status), "{args:?}");
}

#[test]
fn parse_writes_one_object_a_paper() {
    let output = digest(&["parse", FIXTURE], b"");
    assert_eq!(output.status.code(), Some(0));
    let lines = String::from_utf8(output.stdout).unwrap();
    let papers: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(papers.len(), 3);
    let mut first = papers[0].clone();
    // What the tagger finds is its own tests' matter.
    assert!(
        first
            .as_object_mut()
            .unwrap()
            .remove("tags")
            .unwrap()
            .is_object()
    );
    let expected = serde_json::json!({
        "id": "2012.20003", "version": 2, "title": "Seeing R&D in $L^2$", "abstract": "We look twice.\nCode is at this https URL.",
        "authors": [], "categories": ["cs.CV"], "day": "2020-12-24", "announce": "new", "announce_inferred": true,
        "links": [{"href": "https://example.org/a?b=1&c", "label": "this https URL"}], "comment": null, "source": "digest.md", "number": 1,
    });
    assert_eq!(first, expected);
    assert_eq!(papers[2]["announce"], "cross");
}

#[test]
fn lint_names_lines_and_the_balance() {
    let balance = |counts: &str| format!("-: {counts}\n");
    check(
        &["lint", FIXTURE],
        "",
        0,
        "",
        &format!("{FIXTURE}: 3 headings, 3 papers, 0 problems\n"),
    );
    check(
        &["lint", "-"],
        "# ArXiv cs.CV --Thu, 24 Dec 2020\n### 1.A [x](https://arxiv.org/abs/2012.20001)\n",
        0,
        "-:2: warning: The paper has no abstract.\n",
        &balance("1 heading, 1 paper, 1 problem"),
    );
    let output = digest(&["lint", "-"], b"\x89PNG\r\n\x1a\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8(output.stdout)
            .unwrap()
            .starts_with("-:1: error: This seems to be a PNG image;")
    );
}

#[test]
fn query_answers_with_ids_counts_and_errors() {
    check(
        &["query", "listen OR touch", "--sort", "id", FIXTURE],
        "",
        0,
        "2012.20001\n2012.20009\n",
        "",
    );
    check(&["query", "--count", "", FIXTURE], "", 0, "3\n", "");
    let output = digest(&["query", "title:\"abc", FIXTURE], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .ends_with("\n  title:\"abc\n        ^\n")
    );
    let output = digest(
        &["query", "--batch", "-", "--facets", FIXTURE],
        b"gan\ngan nope:x\n",
    );
    let lines = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers[0]["ids"], serde_json::json!(["2012.20001"]));
    assert_eq!(answers[0]["facets"]["category"]["cs.CV"], 1);
    assert_eq!(answers[1]["error"]["at"], 4);
}

#[test]
fn what_is_not_read_is_told_by_every_command() {
    let text = b"Dear all,\nno paper is in here.\n";
    let broken = b"TY  - UNPB\nTI  - Fog\nER  - \nTY  - UNPB\nER  - \n";
    let word = "no digest that is known here; it starts “Dear all,";
    for args in [
        &["parse", "-"][..],
        &["lint", "-"],
        &["query", "--count", "fog", "-"],
        &["query", "--count", "-fog", "-"],
        &["query", "--count", "--", "-fog", "-"],
        &["export", "--format", "ris", "-"],
        &["export", "--format", "ris", "--query", "-fog", "-"],
    ] {
        for (input, word) in [(&text[..], word), (broken, "neither a title nor")] {
            let output = digest(args, input);
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8(said).unwrap();
            assert!(said.contains(word), "{args:?} {said}");
            assert_eq!(output.status.code(), Some(1), "{args:?}");
        }
    }
    check(&["query", "--count", "-seeing", FIXTURE], "", 0, "2\n", "");
    check(&["query", "--count", "-nowhere", FIXTURE], "", 0, "3\n", "");
    let help = String::from_utf8(digest(&["query", "-h"], b"").stdout).unwrap();
    assert!(help.contains("\n  BibTeX: "), "{help}");
}

#[test]
fn export_writes_what_parse_reads_again() {
    for format in ["bibtex", "ris", "csl", "markdown", "csv"] {
        let exported = digest(&["export", "--format", format, FIXTURE], b"");
        assert_eq!(exported.status.code(), Some(0), "{format}");
        let parsed = digest(&["parse", "-"], &exported.stdout);
        let lines = String::from_utf8(parsed.stdout).unwrap();
        let ids: Vec<String> = lines
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].to_string())
            .collect();
        assert_eq!(
            ids,
            ["\"2012.20003\"", "\"2012.20001\"", "\"2012.20009\""],
            "{format}"
        );
    }
    let parsed = digest(&["parse", FIXTURE], b"").stdout;
    assert_eq!(
        digest(&["export", "--format", "ndjson", FIXTURE], b"").stdout,
        parsed
    );
    let rows = digest(
        &["export", "--format", "csv", "--query", "listen", FIXTURE],
        b"",
    )
    .stdout;
    assert_eq!(
        String::from_utf8(rows)
            .unwrap()
            .matches("arxiv.org/abs")
            .count(),
        1
    );
}

#[test]
fn wrong_usage_is_trouble() {
    for args in [
        &[][..],
        &["walk"],
        &["parse"],
        &["query", "gan"],
        &["export", FIXTURE],
        &["export", "--format", "docx", FIXTURE],
        &["export", "--format", "csv", "--query", "title:\"a", FIXTURE],
        &["parse", "--loud"],
        &["parse", "/no/such/file"],
    ] {
        assert_eq!(digest(args, b"").status.code(), Some(2), "{args:?}");
    }
    assert_eq!(digest(&["--help"], b"").status.code(), Some(0));
    assert_eq!(
        digest(&["--version"], b"").stdout,
        format!("digest {}\n", env!("CARGO_PKG_VERSION")).into_bytes()
    );
}

/// A folder of its own for a test.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("digest-cli-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_read() {
    let folder = folder("unreadable");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    // Longer than is read, and empty on the disk.
    let huge = std::fs::File::create(path("huge")).unwrap();
    huge.set_len(5 << 30).unwrap();
    let (none, here) = (path("none"), path("."));
    let output = digest(
        &["query", "--count", "", &none, &here, &path("huge"), FIXTURE],
        b"",
    );
    let said = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], format!("digest: {none}: there is no such file"));
    assert_eq!(
        lines[1],
        format!("digest: {here}: it is a folder; name the files in it")
    );
    assert!(lines[2].ends_with(
        "huge: it is larger than 4 GiB, which is more than is read of one file; split it"
    ));
    assert_eq!(
        (lines.len(), output.stdout, output.status.code()),
        (3, b"3\n".to_vec(), Some(2))
    );
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_gzipped_file_in_a_zip_archive_is_read() {
    let digest_text = std::fs::read(FIXTURE).unwrap();
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(&digest_text).unwrap();
    let packed = packed.finish().unwrap();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for name in ["day.md.gz", "\u{1b}[31mred\nlines.md.gz"] {
        archive.start_file(name, options).unwrap();
        archive.write_all(&packed).unwrap();
    }
    let archive = archive.finish().unwrap().into_inner();
    let output = digest(&["lint", "-"], &archive);
    let balance = "3 headings, 3 papers, 0 problems";
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!("-/day.md: {balance}\n-/\u{fffd}[31mred\u{fffd}lines.md: {balance}\n")
    );
}

#[test]
fn no_control_character_of_a_file_is_written() {
    let text = "# ArXiv cs.CV --Thu, 24 Dec 2020\n### 1.A\u{1b}[2J\u{9b}1m B [x](https://arxiv.org/abs/2012.99\u{1b}[1m)\n### 2.C\u{1b}]0;x\u{7} [x](https://arxiv.org/abs/2012.20001)\n";
    let query = "title:\"\u{1b}[2Jabc";
    for args in [
        &["lint", "-"][..],
        &["parse", "-"],
        &["query", "a", "-"],
        &["query", query, "-"],
        &["export", "--format", "ndjson", "-"],
        &["lint", "no\u{1b}[2J\nfile"],
    ] {
        let output = digest(args, text.as_bytes());
        for written in [output.stdout, output.stderr] {
            let written = String::from_utf8(written).unwrap();
            assert!(
                !written.contains(|c: char| c.is_control() && c != '\n'),
                "{args:?} {written:?}"
            );
        }
    }
}

/// A page that could be the one-file program, and the folder that it is in.
fn program(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let program = "<head><title>Digest Explorer</title></head><body>\
                   <script type=\"application/gzip\" id=\"page_bg.wasm\">x</script></body>";
    std::fs::write(folder.join("program.html"), program).unwrap();
    folder
}

#[test]
fn page_puts_papers_into_the_program() {
    use digest_explorer::core::parcel;
    let folder = program("page");
    let (program, page) = (folder.join("program.html"), folder.join("day.html"));
    let (program, page) = (program.to_str().unwrap(), page.to_str().unwrap());
    let title = "</title><script>alert(1)</script>";
    let args = [
        "page",
        FIXTURE,
        "-o",
        page,
        "--program",
        program,
        "--title",
        title,
        "--query",
        "title:\"seeing\" -\"<b>\"",
    ];
    check(&args, "", 0, "", "");
    let text = std::fs::read_to_string(page).unwrap();
    let start = "<head><title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>\n\
                 <script type=\"application/gzip\" id=\"parcel\" data-title=\"";
    assert!(text.starts_with(start), "{text}");
    assert!(text.contains("data-view=\"#q=title:%22seeing%22+-%22%3Cb%3E%22\">H4sI"));
    assert_eq!(text.matches("<script").count(), 2);
    let end = "</script></head><body><script type=\"application/gzip\" id=\"page_bg.wasm\">x</script></body>";
    assert!(text.ends_with(end), "{text}");
    let packed = text
        .split("\">H4sI")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    let opened = parcel::open(&["H4sI", packed].concat(), parcel::MOST_TEXT).unwrap();
    assert_eq!(opened.papers, 3);
    assert_eq!(opened.files[0].0, "digest.md");

    let args = [
        "page",
        FIXTURE,
        "-o",
        "-",
        "--program",
        program,
        "--only",
        "seeing",
    ];
    let output = digest(&args, b"");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("<head><title>digest.md</title>"), "{text}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn page_says_what_is_missing() {
    let folder = program("page-missing");
    let program = folder.join("program.html");
    let program = program.to_str().unwrap();
    let hint = "\nTry `digest --help`.\n";
    let missing =
        format!("digest: -o is missing: the file to write, or - for the standard output{hint}");
    check(&["page", FIXTURE], "", 2, "", &missing);
    let with = |rest: &[&'static str]| [&["page", FIXTURE, "-o", "-"], rest].concat();
    let no_file = "digest: nowhere.html: No such file or directory (os error 2)\n";
    check(&with(&["--program", "nowhere.html"]), "", 2, "", no_file);
    let strange = format!(
        "digest: {FIXTURE}: it is not the one-file program: digest-explorer.html of a release is \
         wanted, and no page with papers that was made of it\n"
    );
    check(&with(&["--program", FIXTURE]), "", 2, "", &strange);
    let wrong = [
        "page",
        FIXTURE,
        "-o",
        "-",
        "--program",
        program,
        "--query",
        "title:",
    ];
    assert_eq!(digest(&wrong, b"").status.code(), Some(2));
    let none = [
        "page",
        FIXTURE,
        "-o",
        "-",
        "--program",
        program,
        "--only",
        "nonsense",
    ];
    check(
        &none,
        "",
        2,
        "",
        "digest: there is no paper to put into the page\n",
    );
}
