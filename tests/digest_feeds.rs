//! Real feeds against counts made by plain string search.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod corpora_support;

use digest_explorer::core::digest::{Digest, Format, read};

use corpora_support::corpora;

/// The real files of a folder with their names, or nothing and a loud remark.
fn real(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Some(corpora) = corpora() else {
        return Vec::new();
    };
    let mut files: Vec<_> = std::fs::read_dir(format!("{corpora}/{folder}"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(path).unwrap())
        })
        .collect()
}

/// All entries are papers of arXiv with what each has, and there is nothing to remark.
fn check(name: &str, bytes: Vec<u8>, tag: &str) -> Digest {
    let text = String::from_utf8(bytes.clone()).unwrap();
    let digest = read(name, bytes);
    assert_eq!(digest.format, Some(Format::Feed), "{name}");
    let count = text.matches(tag).count();
    assert_eq!(digest.entries as usize, count, "{name}");
    assert_eq!(digest.papers.len(), count, "{name}");
    assert_eq!(digest.diagnostics[..], [], "{name}");
    for paper in &digest.papers {
        assert!(paper.id.arxiv().is_some(), "{name}: {}", paper.line);
        assert!(
            !paper.title.plain.contains("(arXiv:"),
            "{name}: {}",
            paper.line
        );
        assert!(paper.summary.is_some(), "{name}: {}", paper.line);
    }
    digest
}

#[test]
fn atom() {
    for (name, bytes) in real("atom") {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let digest = check(&name, bytes, "<entry>");
        let marked = |mark: &str| text.matches(mark).count();
        let kinds = |kind| {
            let announced = digest.papers.iter().filter_map(|paper| paper.announce);
            announced.filter(|one| one.kind.id() == kind).count()
        };
        assert_eq!(kinds("replaced"), marked(" UPDATED)]]></title>"), "{name}");
        assert_eq!(
            kinds("cross"),
            marked(" CROSS LISTED)]]></title>"),
            "{name}"
        );
        for paper in &digest.papers {
            assert!(!paper.authors.is_empty() && !paper.days.is_empty());
            assert!(paper.version.is_some() && !paper.categories.is_empty());
            assert!(!paper.title.plain.ends_with('.'), "{name}: {}", paper.line);
        }
    }
}

#[test]
fn rss_in_two_languages() {
    for (name, bytes) in real("rss-zh") {
        let digest = check(&name, bytes, "<item>");
        let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for paper in &digest.papers {
            let at = format!("{name}: {}", paper.line);
            assert!(!paper.title.plain.contains(is_chinese), "{at}");
            assert!(
                !paper.summary.as_ref().unwrap().plain.contains(is_chinese),
                "{at}"
            );
            assert!(
                paper.gist.as_ref().unwrap().plain.contains(is_chinese),
                "{at}"
            );
            assert!(
                !paper
                    .summary
                    .as_ref()
                    .unwrap()
                    .plain
                    .contains("Announce Type"),
                "{at}"
            );
        }
    }
}
