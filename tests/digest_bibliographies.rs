//! Bibliographies with any damage are read without loss in silence, and what is not damaged comes
//! out.

use digest_explorer::core::digest::{Digest, Reader, Step, read};
use proptest::prelude::*;

/// Pieces of which bibliographies and their damage are made.
const PIECES: [&str; 40] = [
    "@misc{a,\n",
    "@article(",
    "@string{x = \"y\"}",
    "@comment{",
    "@",
    "title = {",
    "author = \"",
    "eprint = {2012.20003}",
    "abstract = {",
    "x # ",
    "}",
    "}",
    "{",
    "\"",
    ",",
    "=",
    "\\",
    "\\'e",
    "$",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "text ",
    "TY  - UNPB\n",
    "ER  - \n",
    "TI  - A\n",
    "AU  - B, C\n",
    "AB  - ",
    "[{\"type\": \"article\", \"title\": \"A\", \"DOI\": \"\"}",
    "\"title\": \"",
    "[",
    "]",
    ":",
    "\"author\": [{\"family\": \"B\"}]",
    "1",
    "null",
    "é\u{2028}",
    "\0",
];

const STARTS: [&str; 3] = [
    "@misc{start,\n title = {Start}\n}\n",
    "TY  - UNPB\nTI  - Start\nER  - \n",
    "[\n{\"type\": \"article\", \"title\": \"Start\", \"DOI\": \"\"},\n",
];

fn pieces(max: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..max)
        .prop_map(|pieces| pieces.concat())
}

/// Whole entries of invented papers in each format, in a line or several, and what stands around
/// them.
fn entries(start: usize) -> Vec<String> {
    let entry = |n: u32| match start {
        0 => format!(
            "@misc{{k{n},\n  title = {{Paper {n} of $x_{{{n}}}$}},\n  author = {{Stern, Ada}},\n  eprint = {{2012.{n:05}}},\n}}\n"
        ),
        1 => format!(
            "TY  - UNPB\nTI  - Paper {n}\nAU  - Stern, Ada\nUR  - https://arxiv.org/abs/2012.{n:05}\nER  - \n\n"
        ),
        _ => format!(
            "  {{\n    \"id\": \"k{n}\", \"type\": \"article\",\n    \"title\": \"Paper {n}\",\n    \"DOI\": \"10.48550/arXiv.2012.{n:05}\"\n  }},\n"
        ),
    };
    let mut all: Vec<String> = (1..=8).map(entry).collect();
    if start == 2 {
        all[0].insert_str(0, "[\n");
    }
    all
}

fn assert_sound(digest: &Digest) {
    let some = &digest.diagnostics[..digest.diagnostics.len().min(9)];
    assert!(digest.is_balanced(), "{some:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_read(start in 0..3_usize, text in pieces(60)) {
        let text = format!("{}{text}", STARTS[start]);
        let mut reader = Reader::new("x", text.clone().into_bytes());
        while reader.step() != Step::Done {}
        let digest = reader.finish();
        assert_sound(&digest);
        assert_eq!(digest, read("x", text.into_bytes()));
    }

    #[test]
    fn damage_harms_its_own_entry_alone(start in 0..3_usize, which in 1..8_usize, line in 0..6_usize, junk in pieces(4), at in 0..30_usize) {
        let mut entries = entries(start);
        let all = read("x", entries.concat().into_bytes());
        assert_eq!(all.papers.len(), 8);
        // What ends a line may well start another entry.
        let junk = junk.replace(['\n', '\r', '@'], " ");
        let mut lines: Vec<String> = entries[which].lines().map(str::to_owned).collect();
        let place = line % lines.len();
        let end = lines[place].floor_char_boundary(at);
        lines[place].replace_range(..end, &junk);
        entries[which] = lines.join("\n") + "\n";
        let digest = read("x", entries.concat().into_bytes());
        assert_sound(&digest);
        // A broken end can draw the next entry in, or leave the one before open.
        for paper in all.papers.iter().enumerate().filter(|(index, _)| index.abs_diff(which) > 1).map(|(_, paper)| paper) {
            let survives = digest.papers.iter().any(|one| one.id == paper.id && one.title == paper.title && one.authors == paper.authors);
            assert!(survives, "{} after {:?}", paper.id, entries[which]);
        }
    }
}

#[test]
fn endless_text_is_read_in_linear_time() {
    for start in STARTS {
        for piece in PIECES.iter().chain(&[
            "@a{b={{\nc={}}\n",
            "@a{b={{\nc={}} ",
            "a={{\n",
            "@a{b,\n",
            "{\"a\": [",
            "{\"",
            "{ ",
        ]) {
            let text = format!("{start}{}", piece.repeat(1_000_000 / piece.len()));
            // Anything worse than linear would not end at this size.
            assert_sound(&read("x", text.into_bytes()));
        }
    }
}
