//! Packs what the worker carries as data: the sample digest, the table of tags, and Unicode's
//! decompositions.
//!
//! As the tables of a crate the decompositions take 120 KB of wasm; packed, the same take a quarter
//! of that. They are made here from that crate, so they are as new as it is, and a test compares
//! them with it, character by character.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use unicode_normalization::char::{
    compose, decompose_canonical, decompose_compatible, is_combining_mark,
};

/// As much of the crate as the table of tags needs.
#[expect(dead_code, reason = "the rest is for the program")]
mod core {
    pub mod facet;
    pub mod tags {
        mod table;

        /// A line a tag, its fields with tabs between; patterns on one line.
        pub fn lines() -> String {
            let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let mut lines = String::new();
            for (facet, entries) in table::TABLE {
                for entry in entries {
                    let rules = &entry.rules;
                    let fields = [
                        facet.name(),
                        entry.id,
                        entry.label,
                        entry.about,
                        &entry.yields_to.join(" "),
                        &one_line(rules.strong),
                        &one_line(rules.normal),
                        &one_line(rules.weak),
                        &one_line(rules.not),
                    ];
                    lines.push_str(&fields.join("\t"));
                    lines.push('\n');
                }
            }
            lines
        }
    }
}

/// The syllables of Hangul: they decompose by arithmetic.
const HANGUL: std::ops::RangeInclusive<char> = '가'..='힣';

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=static/sample.md");
    println!("cargo::rerun-if-changed=src/core/facet.rs");
    println!("cargo::rerun-if-changed=src/core/tags/table");
    pack(core::tags::lines().as_bytes(), &out.join("tags.deflate"))?;
    pack(&fs::read("static/sample.md")?, &out.join("sample.deflate"))?;
    pack(
        decompositions()?.as_bytes(),
        &out.join("decompositions.deflate"),
    )?;
    Ok(())
}

/// Three parts with an empty line between: the combining marks as ranges; each character that
/// decomposes (NFKD) with what it becomes; letter, mark and the character that they compose to.
fn decompositions() -> Result<String, std::fmt::Error> {
    let all = || ('\0'..=char::MAX).filter(|c| !HANGUL.contains(c));
    let mut text = String::new();
    let mut open = None;
    for c in all().chain(['\0']) {
        match (open, is_combining_mark(c)) {
            (None, true) => open = Some((c, c)),
            (Some((first, _)), true) => open = Some((first, c)),
            (Some((first, last)), false) => {
                writeln!(text, "{first}{last}")?;
                open = None;
            }
            (None, false) => {}
        }
    }
    text.push('\n');
    for c in all() {
        let mut parts = String::new();
        decompose_compatible(c, |part| parts.push(part));
        if !parts.chars().eq([c]) {
            writeln!(text, "{c}{parts}")?;
        }
    }
    text.push('\n');
    for c in all() {
        let mut parts = Vec::new();
        decompose_canonical(c, |part| parts.push(part));
        let mark = parts.pop();
        let letter = parts.into_iter().map(Some).reduce(|a, b| compose(a?, b?));
        if let (Some(Some(letter)), Some(mark)) = (letter, mark)
            && compose(letter, mark) == Some(c)
        {
            writeln!(text, "{letter}{mark}{c}")?;
        }
    }
    Ok(text)
}

fn pack(bytes: &[u8], file: &Path) -> std::io::Result<()> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    fs::write(file, encoder.finish()?)
}
