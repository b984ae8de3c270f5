//! Which format is found for each real file: a new format must not take those of others.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use std::path::{Path, PathBuf};

use digest_explorer::core::digest::Format::{
    self, ArxivMail, DailyEnhanced, Feed, FieldDigest, HeadingDigest, Json, Table,
};
use digest_explorer::core::digest::read;

use corpora_support::corpora;

/// The format of a folder's files, but for those whose names start or end otherwise.
const FOLDERS: &[(&str, Option<Format>)] = &[
    ("arxiv-listing", Some(ArxivMail)),
    ("arxiv-mail", Some(ArxivMail)),
    ("arxiv-table", Some(Table)),
    ("atom", Some(Feed)),
    ("bullet-details", Some(FieldDigest)),
    ("daily-enhanced-jsonl", Some(Json)),
    ("daily-enhanced-md", Some(DailyEnhanced)),
    ("details-table", Some(Table)),
    ("footnotes-zh", Some(FieldDigest)),
    ("heading-blocks", Some(FieldDigest)),
    ("notes", Some(FieldDigest)),
    ("numbered-fields", Some(FieldDigest)),
    ("papers-json", Some(Json)),
    ("quote-blocks", Some(FieldDigest)),
    ("rss-zh", Some(Feed)),
    ("seed-markdown", Some(HeadingDigest)),
];

/// Files that are not what their folder is: those that name no paper, and those that are not read.
const OTHERS: &[(&str, Option<Format>)] = &[
    ("heading-blocks/11-Dec-2025__README.md", None),
    ("heading-blocks/14-Jan-2025__README.md", None),
    ("heading-blocks/28-Aug-2025__README.md", None),
    // Nothing but titles with links.
    ("notes/r-200129 LM Pretraining.md", Some(Format::List)),
    // Tables with badges for links.
    ("notes/x-CATEGORIES.md", Some(Table)),
    ("notes/x-README.md", Some(Table)),
    ("details-table/README__2024-03-15.md", None),
];

fn expected(folder: &str, name: &str) -> Option<Format> {
    let path = format!("{folder}/{name}");
    if let Some((_, format)) = OTHERS.iter().find(|(other, _)| *other == path) {
        return *format;
    }
    let is_json = Path::new(name)
        .extension()
        .is_some_and(|end| end == "json" || end == "jsonl");
    let found = FOLDERS.iter().find(|(known, _)| *known == folder);
    if is_json {
        Some(Json)
    } else {
        found.unwrap_or_else(|| panic!("{folder} is not listed")).1
    }
}

fn sorted(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    paths.sort();
    paths
}

#[test]
fn each_real_file_is_of_its_format() {
    let Some(root) = corpora() else {
        return;
    };
    let mut wrong = Vec::new();
    let mut files = 0;
    for folder in sorted(Path::new(&root)) {
        let family = folder.file_name().unwrap().to_str().unwrap().to_owned();
        // Archives of records are no digests.
        if !folder.is_dir() || family == "bulk" {
            continue;
        }
        for path in sorted(&folder) {
            let name = path.file_name().unwrap().to_str().unwrap();
            let digest = read(name, std::fs::read(&path).unwrap());
            let expected = expected(&family, name);
            if digest.format != expected {
                wrong.push(format!("{family}/{name}: {:?}", digest.format));
            }
            files += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(files > 90, "{files}");
}
