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
    println!(
        "cargo::rustc-env=PRINT_OF_SOURCES={:x}",
        print_of_sources()?
    );
    Ok(())
}

/// What decides what the library of a file is, and how it is kept from visit to visit.
const OF_LIBRARY: [&str; 4] = [
    "src/core",
    "src/engine/files.rs",
    "src/engine/kept/snapshot",
    "Cargo.lock",
];

/// A print of those sources: a library that was kept by a program with another one is read anew.
fn print_of_sources() -> std::io::Result<u64> {
    let mut files = Vec::new();
    let mut left: Vec<_> = OF_LIBRARY
        .iter()
        .map(Path::new)
        .map(Path::to_owned)
        .collect();
    for path in &left {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    while let Some(path) = left.pop() {
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                left.push(entry?.path());
            }
        } else {
            files.push(path);
        }
    }
    files.sort();
    // FNV-1a.
    let mut print: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        for byte in fs::read(file)? {
            print = (print ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    Ok(print)
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
