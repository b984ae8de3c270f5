//! What journeys give the page to read.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::Result;

/// The sample that the page offers, under the name of a file.
pub const SAMPLE: (&str, &[u8]) = ("sample.md", include_bytes!("../../../static/sample.md"));
/// How many papers it has: 43 entries, one of them of a paper that another day has too.
pub const SAMPLE_PAPERS: u32 = 42;

/// The path of a fixture of the repository.
pub fn path(name: &str) -> Result<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures")
        .join(name);
    // The browser takes no path with a step back in it.
    path.canonicalize()
        .map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The content of a fixture of the repository.
pub fn read(name: &str) -> Result<Vec<u8>> {
    Ok(std::fs::read(path(name)?)?)
}

/// A file of the real corpora, where there are any.
pub fn real(name: &str) -> Result<Option<Vec<u8>>> {
    let Some(folder) = std::env::var_os("DIGEST_CORPORA") else {
        println!("(without real digests: DIGEST_CORPORA is not set)");
        return Ok(None);
    };
    let path = Path::new(&folder).join(name);
    let bytes = std::fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(Some(bytes))
}

/// Digests of so many days of March 2026, one paper the first day, two the second and so on. Each
/// title names its day.
pub fn days(count: u32) -> Vec<u8> {
    let mut digest = String::new();
    let mut number = 10_000;
    for day in 1..=count {
        let _ = writeln!(digest, "# ArXiv cs.CV -- {day} Mar 2026");
        for at in 1..=day {
            number += 1;
            let _ = writeln!(
                digest,
                "### {at}.Paper {at} of day {day} [ :arrow_down: ](https://arxiv.org/pdf/2603.{number}.pdf)\n>  About it."
            );
        }
    }
    digest.into_bytes()
}

/// A digest of this many invented papers. The title of paper N says its number.
pub fn large(papers: u32) -> Vec<u8> {
    const THINGS: [&str; 7] = [
        "lanterns",
        "teacups",
        "tramways",
        "lichens",
        "umbrellas",
        "kettles",
        "doorways",
    ];
    const WAYS: [&str; 5] = [
        "a transformer",
        "optical flow",
        "random forests",
        "contrastive learning",
        "a survey of readers",
    ];
    let mut digest = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for number in 1..=papers {
        let at = number as usize;
        let (thing, way) = (THINGS[at % THINGS.len()], WAYS[at % WAYS.len()]);
        let id = 100_000 - number;
        // Writing to a string cannot fail.
        let _ = writeln!(
            digest,
            "### {number}.Paper {number} on {thing}  [ :arrow_down: ](https://arxiv.org/pdf/2603.{id:05}.pdf)\n\
             >  We look at {thing} with {way}. Case {number} of {papers} is no exception, and a detector of {thing} finds it.      "
        );
    }
    digest.into_bytes()
}

/// A zip archive of files, stored as they are.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let mut sum = flate2::Crc::new();
        sum.update(bytes);
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        // What the entry and its line in the directory share: version 2.0, no flags, stored, no
        // time, then the sum and both sizes.
        let mut shared = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        for number in [sum.sum(), size, size] {
            shared.extend(number.to_le_bytes());
        }
        shared.extend(u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        shared.extend([0, 0]);

        let offset = u32::try_from(archive.len()).unwrap_or(u32::MAX);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&shared);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());

        archive.extend(b"PK\x03\x04");
        archive.extend(&shared);
        archive.extend(name.as_bytes());
        archive.extend(*bytes);
    }
    let start = u32::try_from(archive.len()).unwrap_or(u32::MAX);
    let length = u32::try_from(directory.len()).unwrap_or(u32::MAX);
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count);
    archive.extend(count);
    archive.extend(length.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    archive
}
