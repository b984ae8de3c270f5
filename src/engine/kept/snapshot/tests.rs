use super::*;
use crate::engine::kept::{OPENING, Plan};

/// A manifest of so many files, all whole.
fn manifest(files: u32) -> Manifest {
    let mut manifest = Manifest::default();
    for at in 0..files {
        let id = manifest.add(&format!("{at}.md"), 1, 0);
        manifest.complete(id, None, 1);
    }
    manifest
}

fn draft(slots: &[Slot], files: &[u32]) -> Draft {
    let files = files.iter().map(|id| (*id, 0)).collect();
    Draft::of(slots.to_vec(), files)
}

fn ids(chunks: &[Chunk]) -> Vec<u32> {
    chunks.iter().map(|chunk| chunk.id).collect()
}

#[test]
fn chunks_that_stay_keep_their_numbers_and_others_go() {
    let mut manifest = manifest(2);
    let new = [Slot::New(1, 10, 5), Slot::New(0, 20, 6)];
    let first = manifest.put_snapshot(&draft(&new, &[0])).unwrap();
    assert_eq!(ids(&first.chunks), [0, 1]);
    assert!(first.fits(&manifest) && first.covers(0) && !first.covers(1));
    assert_eq!(first.size(), 30);
    let next = [Slot::New(0, 11, 7), Slot::Kept(first.chunks[1])];
    let second = manifest.put_snapshot(&draft(&next, &[0, 1])).unwrap();
    assert_eq!(ids(&second.chunks), [2, 1]);
    // Another tab wrote meanwhile: what this one knew is gone.
    let late = [Slot::New(0, 11, 7), Slot::Kept(first.chunks[0])];
    let before = manifest.clone();
    assert_eq!(manifest.put_snapshot(&draft(&late, &[0, 1])), None);
    assert_eq!(manifest, before);
}

#[test]
fn a_snapshot_fits_as_long_as_its_files_are_kept_as_they_were() {
    let mut manifest = manifest(2);
    let new = [Slot::New(0, 10, 5)];
    let snapshot = manifest.put_snapshot(&draft(&new, &[0, 1])).unwrap();
    let more = manifest.add("more.md", 1, 0);
    assert!(snapshot.fits(&manifest));
    assert_eq!(manifest.put_snapshot(&draft(&new, &[0, more])), None);
    let member = |name: &str| crate::engine::Member {
        name: name.to_owned(),
        nth: 0,
    };
    let mut without = manifest.clone();
    without.leave_out(1, member("a.md"));
    assert!(!snapshot.fits(&without));
    // As many, but others.
    let files = without.files.iter();
    let files = files.map(|file| (file.id, left_out(file)));
    let files = files.filter(|(id, _)| *id < more).collect();
    let draft_without = Draft::of(new.to_vec(), files);
    let lacking = without.put_snapshot(&draft_without).unwrap();
    assert!(lacking.fits(&without));
    without.take_in(1, &member("a.md"));
    without.leave_out(1, member("b.md"));
    assert!(!lacking.fits(&without));
    manifest.remove(0);
    assert!(!snapshot.fits(&manifest));
    let other = Snapshot {
        program: PROGRAM ^ 1,
        files: Vec::new(),
        ..snapshot
    };
    assert!(!other.fits(&manifest));
}

#[test]
fn a_snapshot_that_ended_the_page_is_not_opened_again() {
    let mut manifest = manifest(1);
    let new = [Slot::New(0, 10, 5)];
    manifest.put_snapshot(&draft(&new, &[0])).unwrap();
    let opens = |tries: &[(u32, u32)], well| Plan::of(&manifest, tries, well).opens;
    assert!(opens(&[], false) && opens(&[(0, 2)], false));
    assert!(!opens(&[(OPENING, 1)], false));
    assert!(
        opens(&[(OPENING, 1)], true),
        "it was left while it was opened"
    );
    manifest.remove(0);
    assert!(!Plan::of(&manifest, &[], true).opens);
}
