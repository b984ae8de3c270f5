//! What the engine tells of files, so that they can be kept, and how it reads them again.

use std::io::Write as _;

use digest_explorer::core::digest::Content;
use digest_explorer::engine::kept::{Manifest, SCHEMA, Unread};
use digest_explorer::engine::{Engine, FileOf, Member, Settled, Terms};
use digest_explorer::protocol::{Request, Response};

/// A digest of one paper.
fn digest(number: u32) -> Vec<u8> {
    format!("# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.Kettle {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{:05}.pdf)\n>  About it.\n", 10_000 + number).into_bytes()
}

/// A zip of these files.
fn zip(files: &[(&str, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default())?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Works until nothing is left to do, and gives the sources of all reports.
fn finish(engine: &mut Engine) -> Vec<String> {
    let mut sources = Vec::new();
    while engine.has_work() {
        if let Some(Response::Loaded(loaded)) = engine.work() {
            sources.extend(
                loaded
                    .reports
                    .into_iter()
                    .filter_map(|report| report.source),
            );
        }
    }
    sources
}

fn read(engine: &mut Engine, job: u32, files: &[(&str, Vec<u8>)]) -> Vec<String> {
    let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    engine.handle(Request::Open { job, names });
    for (name, bytes) in files {
        engine.push_file(job, name, bytes.clone());
    }
    finish(engine)
}

fn remove(engine: &mut Engine, job: u32, source: &str) -> Vec<Settled> {
    let source = source.to_owned();
    engine.handle(Request::Remove { job, source });
    finish(engine);
    engine.take_settled()
}

fn settled(job: u32, place: u32, sources: &[&str]) -> Settled {
    Settled::Read {
        file: FileOf { job, place },
        sources: sources.iter().map(|name| (*name).to_owned()).collect(),
        papers: u32::try_from(sources.len()).unwrap_or(u32::MAX),
    }
}

#[test]
fn each_file_of_a_job_is_told_when_it_is_in_the_library() {
    let mut engine = Engine::default();
    let archive = zip(&[("a.md", digest(1)), ("b.md", digest(2))]).unwrap();
    read(
        &mut engine,
        4,
        &[
            ("a.md", digest(1)),
            ("pair.zip", archive),
            ("again.md", digest(1)),
            ("cat.png", b"\x89PNG\r\n\x1a\n".to_vec()),
        ],
    );
    let expected = [
        settled(4, 0, &["a.md"]),
        settled(4, 1, &["pair.zip/b.md"]),
        settled(4, 2, &[]),
        settled(4, 3, &[]),
    ];
    assert_eq!(engine.take_settled(), expected);
    assert_eq!(engine.take_settled(), []);
}

#[test]
fn a_source_that_goes_names_every_file_that_had_it() {
    let mut engine = Engine::default();
    let archive = zip(&[("a.md", digest(1)), ("b.md", digest(2))]).unwrap();
    read(&mut engine, 1, &[("pair.zip", archive)]);
    read(&mut engine, 2, &[("same.md", digest(1))]);
    engine.take_settled();
    let gone = remove(&mut engine, 3, "pair.zip/a.md");
    let [Settled::Removed { job: 3, from, .. }] = &gone[..] else {
        panic!("{gone:?}");
    };
    let seen: Vec<_> = from
        .iter()
        .map(|removal| (removal.origin.file.job, removal.leaves_others))
        .collect();
    assert_eq!(seen, [(1, true), (2, false)]);
    assert_eq!(
        from[0].origin.member.as_ref().unwrap().name,
        "pair.zip/a.md"
    );
    let gone = remove(&mut engine, 4, "pair.zip/b.md");
    let [Settled::Removed { from, .. }] = &gone[..] else {
        panic!("{gone:?}");
    };
    assert!(!from[0].leaves_others);
    assert_eq!(remove(&mut engine, 5, "no such"), []);
}

#[test]
fn files_of_a_job_that_is_cancelled_are_given_up() {
    let mut engine = Engine::default();
    let names = vec!["a.md".to_owned(), "b.md".to_owned(), "c.md".to_owned()];
    engine.handle(Request::Open { job: 1, names });
    engine.push_file(1, "a.md", digest(1));
    finish(&mut engine);
    engine.push_file(1, "b.md", digest(2));
    engine.handle(Request::Cancel { job: 1 });
    let given_up = |place| Settled::GivenUp(FileOf { job: 1, place });
    let expected = [settled(1, 0, &["a.md"]), given_up(1), given_up(2)];
    assert_eq!(engine.take_settled(), expected);
}

#[test]
fn a_file_that_is_read_again_has_its_name_and_lacks_what_was_taken_out() {
    let mut engine = Engine::default();
    let rules = b"[[rule]]\nname = 'kettles'\nfacet = 'task'\nwords = 'kettle'\n".to_vec();
    let archive = zip(&[
        ("a.md", digest(1)),
        ("b.md", digest(2)),
        ("rules.toml", rules),
    ])
    .unwrap();
    engine.read_again(9, 3);
    let named = Terms {
        source: Some("a.md (2)".to_owned()),
        ..Terms::default()
    };
    let without = Terms {
        without: vec![Member {
            name: "pair.zip/a.md".to_owned(),
            nth: 0,
        }],
        leaves_rules: true,
        ..Terms::default()
    };
    engine.push_on(9, "a.md", Content::from(digest(3)), named);
    engine.push_on(9, "a.md", digest(4), Terms::default());
    engine.push_on(9, "pair.zip", archive, without);
    assert_eq!(finish(&mut engine), ["a.md (2)", "a.md", "pair.zip/b.md"]);
    let all = digest_explorer::protocol::OwnEdit::All(String::new());
    let answer = engine.handle(Request::Own { edit: all, at: 1 });
    let [Response::Own(own)] = &answer[..] else {
        panic!("{answer:?}");
    };
    assert!(!own.changed, "no rules were taken over a second time");
}

/// What each version of the manifest is, byte by byte: it is read as long as there is this page.
#[test]
fn every_version_of_the_manifest_is_read() {
    let first = Manifest::read(include_bytes!("fixtures/kept/manifest-1.bin")).unwrap();
    let second = Manifest::read(include_bytes!("fixtures/kept/manifest-2.bin")).unwrap();
    let example = include_bytes!("fixtures/kept/manifest-3.bin");
    let third = Manifest::read(example).unwrap();
    assert_eq!(
        third.bytes(),
        example,
        "and written so until there is version 4"
    );
    assert_eq!(first.snapshot, None);
    assert_eq!(second, third, "only records differ");
    check_files(&first);
    check_files(&second);
    let snapshot = second.snapshot.unwrap();
    let chunks: Vec<_> = snapshot
        .chunks
        .iter()
        .map(|chunk| (chunk.id, chunk.size))
        .collect();
    assert_eq!(chunks, [(6, 300_000), (4, 8_388_608)]);
    assert_eq!(snapshot.files, [(0, 0), (2, 1)]);
    assert!(!snapshot.fits(&first), "another program made it");
}

fn check_files(manifest: &Manifest) {
    let names: Vec<_> = manifest
        .files
        .iter()
        .map(|file| (file.id, file.name.as_str(), file.is_whole))
        .collect();
    let expected = [
        (0, "march/2026-03-02.md", true),
        (2, "pair.zip", true),
        (3, "kettles.md", false),
    ];
    assert_eq!(names, expected);
    let [first, second, _] = &manifest.files[..] else {
        panic!("{manifest:?}");
    };
    assert_eq!(first.source.as_deref(), Some("march/2026-03-02.md (2)"));
    assert_eq!((first.size, first.papers), (81_920, 68));
    assert_eq!(first.added, 1_772_433_000_000);
    assert_eq!(second.without[0].name, "a.md");
    assert_eq!(manifest.opened, 1_772_500_000_000);
}

#[test]
fn a_newer_manifest_is_refused_and_a_damaged_one_is_known() {
    let newer = (SCHEMA + 1).to_le_bytes();
    assert_eq!(Manifest::read(&newer), Err(Unread::Newer(SCHEMA + 1)));
    let first = &include_bytes!("fixtures/kept/manifest-1.bin")[..];
    let second = &include_bytes!("fixtures/kept/manifest-2.bin")[..];
    let third = &include_bytes!("fixtures/kept/manifest-3.bin")[..];
    for whole in [first, second, third] {
        for end in [0, 3, 4, 20, whole.len() - 1] {
            assert_eq!(Manifest::read(&whole[..end]), Err(Unread::Damaged), "{end}");
        }
    }
    assert_eq!(Manifest::read(&[0; 8]), Err(Unread::Damaged));
}

#[test]
fn files_whose_manifest_is_lost_are_kept_on() {
    let mut manifest = Manifest::rebuilt([(4, "a.md".to_owned(), 10), (7, "b.md".to_owned(), 5)]);
    assert_eq!((manifest.files.len(), manifest.size()), (2, 15));
    assert_eq!(manifest.add("c.md", 1, 0), 8);
}
