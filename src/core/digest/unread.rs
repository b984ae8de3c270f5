//! What a file is that is not read, for whoever brought it.
//!
//! A file of another program is told by what it starts with; of a text that nothing tells of, its
//! first line is shown.

use memchr::memmem;

use super::lines::lines;
use super::{archive, bib};

/// How much of a file is looked at.
const NEAR: usize = 256 * 1024;

/// So much of a text's first line is shown, in characters.
const SHOWN: usize = 60;

const ZOTERO: &str = "the database of Zotero";
const ENDNOTE: &str = "a library of EndNote";
const TABLE_OF_DATA: &str = "a table of data";

/// The first bytes of files that are not text, and what they are.
const STARTS: [(&[u8], &str); 26] = [
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old office document",
    ),
    (b"\0asm", "a WebAssembly module"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"II*\0", "a TIFF image"),
    (b"PAR1", TABLE_OF_DATA),
    (b"ARROW1", TABLE_OF_DATA),
    (b"\x89HDF", TABLE_OF_DATA),
    (b"\x93NUMPY", TABLE_OF_DATA),
    (b"\x80\x04\x95", TABLE_OF_DATA),
    (b"AT&TFORM", "a DjVu document"),
];

/// What stands in old documents of office programs, and what they are.
const OLD: [(&[u8], &str); 4] = [
    (b"W\0o\0r\0k\0b\0o\0o\0k\0", "an Excel workbook"),
    (b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "a Word document"),
    (
        b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0",
        "a PowerPoint presentation",
    ),
    (b"_\0_\0s\0u\0b\0s\0t\0g\0", "a message of Outlook"),
];

/// What somebody can do who has such a file.
const ADVICE: [(&str, &str); 15] = [
    ("an Excel workbook", "save it as CSV and add that"),
    ("an OpenDocument spreadsheet", "save it as CSV and add that"),
    (
        "a document of Numbers, Pages or Keynote",
        "export it as CSV or as plain text and add that",
    ),
    ("a Word document", "save it as plain text and add that"),
    ("an OpenDocument text", "save it as plain text and add that"),
    ("rich text (RTF)", "save it as plain text and add that"),
    (
        "a message of Outlook",
        "save it as text or as .eml and add that",
    ),
    (
        ZOTERO,
        "export the library there as BibTeX, RIS or CSV and add that",
    ),
    (
        ENDNOTE,
        "export the library there as BibTeX or RIS and add that",
    ),
    (TABLE_OF_DATA, "write it as CSV or JSON Lines and add that"),
    (
        "a PDF document",
        "what is read is text: a list of references as BibTeX, RIS or CSV, for instance",
    ),
    (
        "a web page in which no papers were found",
        "look there for a feed, or for an export as BibTeX, RIS or CSV",
    ),
    (
        "a list of feeds (OPML)",
        "open the feeds that it names and save these",
    ),
    ("LaTeX", "its bibliography (.bib) can be read"),
    (
        "a pointer of Git LFS and not the file itself",
        "get the file by git lfs pull",
    ),
];

/// How texts start, in lower case, and what they are.
const TEXTS: [(&str, &str); 13] = [
    ("{\\rtf", "rich text (RTF)"),
    ("<!doctype html", "a web page in which no papers were found"),
    ("<html", "a web page in which no papers were found"),
    ("<opml", "a list of feeds (OPML)"),
    ("<svg", "an SVG image"),
    ("%!ps", "a PostScript document"),
    (
        "version https://git-lfs.github.com/",
        "a pointer of Git LFS and not the file itself",
    ),
    ("begin:vcalendar", "a calendar"),
    ("begin:vcard", "a list of contacts"),
    ("diff --git ", "a patch"),
    ("#!", "a script"),
    ("\\relax", "what LaTeX keeps beside a document"),
    ("this is bibtex,", "a log of BibTeX"),
];

/// What stands in lines of LaTeX.
const LATEX: [&str; 6] = [
    "\\documentclass",
    "\\begin{document}",
    "\\begin{thebibliography}",
    "\\bibitem",
    "\\section{",
    "\\usepackage",
];

/// How lines of programs start.
const PROGRAM: [&str; 16] = [
    "import ",
    "from ",
    "def ",
    "class ",
    "#include ",
    "package ",
    "using ",
    "use ",
    "fn ",
    "function ",
    "const ",
    "let ",
    "var ",
    "public ",
    "library(",
    "namespace ",
];

/// So many lines of a program start so.
const LINES_OF_PROGRAM: usize = 3;

/// What a file is that is not text, by what it starts with, and by what is in it where many kinds
/// of files start so.
pub(super) fn file(bytes: &[u8]) -> Option<&'static str> {
    let near = bytes.get(..NEAR).unwrap_or(bytes);
    let has = |part: &[u8]| memmem::find(near, part).is_some();
    let inside = if bytes.starts_with(b"PK\x03\x04") {
        archive::document(bytes)
    } else if bytes.starts_with(b"SQLite format 3\0") {
        match () {
            () if has(b"itemDataValues") => Some(ZOTERO),
            () if has(b"enl_refs") || has(b"pdf_index") => Some(ENDNOTE),
            () => None,
        }
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let inside = |(part, _): &&(&[u8], _)| memmem::find(bytes, part).is_some();
        OLD.iter().find(inside).map(|(_, what)| *what)
    } else {
        None
    };
    let start = || STARTS.iter().find(|(start, _)| bytes.starts_with(start));
    inside.or_else(|| start().map(|(_, what)| *what))
}

/// What a file is that is not text and tells nothing but by its name.
pub(super) fn called(name: &str) -> Option<&'static str> {
    let (_, end) = name.rsplit_once('.')?;
    let is_endnote = ["enl", "enlx", "enlp"]
        .iter()
        .any(|known| end.eq_ignore_ascii_case(known));
    is_endnote.then_some(ENDNOTE)
}

/// What can be done about a file that is this.
pub(super) fn advice(what: &str) -> Option<&'static str> {
    let known = ADVICE.iter().find(|(known, _)| *known == what);
    known.map(|(_, advice)| *advice)
}

/// What a text seems to be and what can be done about it; or how it starts. Part of a sentence.
pub(super) fn text(name: &str, text: &str) -> String {
    let near = text.get(..text.floor_char_boundary(NEAR)).unwrap_or(text);
    let near = near.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if let Some(said) = table(near) {
        return said;
    }
    let Some(what) = kind(near).or_else(|| called(name)) else {
        let first = lines(near).next().map_or("", |line| line.text(near).trim());
        let shown: String = first.chars().take(SHOWN).collect();
        let more = if shown.len() < first.len() { "…" } else { "" };
        return format!("it starts “{shown}{more}”");
    };
    match advice(what) {
        Some(advice) => format!("it seems to be {what}: {advice}"),
        None => format!("it seems to be {what}"),
    }
}

fn kind(text: &str) -> Option<&'static str> {
    let start = text.get(..text.floor_char_boundary(2048)).unwrap_or(text);
    let start = start.to_ascii_lowercase();
    let known = TEXTS.iter().find(|(known, _)| start.starts_with(known));
    if let Some((_, what)) = known {
        return Some(what);
    }
    let has = |part: &str| memmem::find(text.as_bytes(), part.as_bytes()).is_some();
    if start.starts_with('<') {
        // Behind the declaration and comments.
        let inside = ["<!doctype html", "<html", "<opml", "<svg"];
        let inside = inside.iter().find(|part| start.contains(**part));
        let what = inside.and_then(|part| TEXTS.iter().find(|(known, _)| known == part));
        return Some(what.map_or("XML in which no papers were found", |(_, what)| what));
    }
    if start.starts_with(['{', '[']) && start.contains('"') {
        return Some(if has("\"nbformat\"") {
            "a Jupyter notebook"
        } else {
            "JSON in which no papers were found"
        });
    }
    if LATEX.iter().any(|part| has(part)) {
        return Some("LaTeX");
    }
    let of_program = |line: &super::lines::Line| {
        let line = line.text(text);
        PROGRAM.iter().any(|start| line.starts_with(start)) && !line.ends_with(['.', '?', '!'])
    };
    let found = lines(text).take(200).filter(of_program);
    (found.count() >= LINES_OF_PROGRAM).then_some("program text")
}

/// What there is to be said of a table of which no column is known to hold titles, or none beside
/// it.
fn table(text: &str) -> Option<String> {
    let names = bib::csv::names(text)?;
    let shown: Vec<String> = names
        .iter()
        .filter(|name| !name.is_empty())
        .take(3)
        .map(|name| format!("“{}”", name.chars().take(SHOWN).collect::<String>()))
        .collect();
    let lacks = if bib::csv::has_titles(&names) {
        "too few of the others are known: call them “Authors”, “Abstract”, “DOI” or “URL”"
    } else {
        "none is known to hold the titles: call that column “Title”"
    };
    Some(format!(
        "it seems to be a table with the columns {} and so on, but {lacks}",
        shown.join(", ")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &str, expected: &str) {
        let said = text("x", content);
        assert!(said.contains(expected), "{said}");
    }

    #[test]
    fn texts_are_named_with_what_can_be_done() {
        check(
            "{\\rtf1\\ansi Fog}",
            "rich text (RTF): save it as plain text",
        );
        check("\n<!DOCTYPE html><title>Fog", "a web page");
        check(
            "<?xml version=\"1.0\"?>\n<!-- a --><opml>",
            "(OPML): open the feeds",
        );
        check("<?xml version=\"1.0\"?><fog/>", "XML in which no papers");
        check(
            "% !TEX\n\\documentclass{article}",
            "LaTeX: its bibliography",
        );
        check("{\"cells\": [], \"nbformat\": 4}", "a Jupyter notebook");
        check("{\"fog\": 1}", "JSON in which no papers");
        check("#!/bin/sh\necho", "a script");
        check(
            "import fog\nfrom rain import snow\n\ndef melt():\n    pass\n",
            "program text",
        );
        check(
            "version https://git-lfs.github.com/spec/v1\n",
            "git lfs pull",
        );
        check("Dear all,\nimport nothing.", "it starts “Dear all,”");
        let long = "é".repeat(100);
        check(&long, &format!("“{}…”", "é".repeat(60)));
    }

    #[test]
    fn tables_without_titles_are_told_what_lacks() {
        check(
            "id;colour;size\n1;red;2\n",
            "“id”, “colour”, “size” and so on, but none is known to",
        );
        check(
            "title;colour;size\n1;red;2\n",
            "too few of the others are known",
        );
        check("One, two, three.\nFour, five, six.\n", "it starts");
    }

    #[test]
    fn files_are_named_with_what_can_be_done() {
        for (bytes, expected) in [
            (
                &b"SQLite format 3\0..CREATE TABLE itemDataValues"[..],
                Some(ZOTERO),
            ),
            (b"SQLite format 3\0..CREATE TABLE enl_refs", Some(ENDNOTE)),
            (b"SQLite format 3\0..", Some("an SQLite database")),
            (b"PAR1\x15\0", Some(TABLE_OF_DATA)),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0k\0b\0o\0o\0k\0",
                Some("an Excel workbook"),
            ),
            (b"PK\x03\x04", Some("a ZIP archive or an office document")),
            (b"text", None),
        ] {
            assert_eq!(file(bytes), expected, "{bytes:?}");
        }
        assert_eq!(called("my.ENL"), Some(ENDNOTE));
        assert_eq!(called("enl"), None);
    }
}
