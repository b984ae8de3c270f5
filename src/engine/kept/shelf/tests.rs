//! What a shelf writes, and what a visit finds that follows any end of the one before.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::engine::kept::Plan;
use crate::engine::{Member, Origin, Removal};

mod members;

/// What the browser keeps: the manifest, and the content of each file.
#[derive(Clone, Debug, Default)]
struct Kept {
    manifest: Manifest,
    contents: BTreeMap<u32, &'static str>,
}

impl Kept {
    /// Makes all changes of one transaction.
    fn commit(&mut self, on: &mut Shelf<&'static str>, write: Write<&'static str>) {
        let mut let_go = Vec::new();
        let commit = |change: &Change<&'static str>| {
            let id = change.apply(&mut self.manifest, 7);
            match change {
                Change::Put { handle, .. } => {
                    self.contents.insert(id, handle);
                }
                Change::Remove(_) => {
                    let_go.extend(self.contents.remove(&id).map(|file| (id, file)));
                }
                Change::Complete(..) | Change::LeaveOut(..) | Change::TakeIn(..) => {}
            }
            id
        };
        let ids: Vec<u32> = write.changes.iter().map(commit).collect();
        on.wrote(write, &ids, self.manifest.clone());
        on.let_go_of(&let_go);
    }
}

fn of(job: u32) -> FileOf {
    FileOf { job, place: 0 }
}

fn read(file: FileOf, sources: &[&str]) -> Settled {
    Settled::Read {
        file,
        sources: sources.iter().map(|name| (*name).to_owned()).collect(),
        papers: 3,
    }
}

fn removed(job: u32, file: FileOf, member: Option<&str>, leaves_others: bool) -> Settled {
    let member = member.map(|name| Member {
        name: name.to_owned(),
        nth: 0,
    });
    let origin = Origin { file, member };
    let from = vec![Removal {
        origin,
        leaves_others,
    }];
    let source = from[0].origin.member.as_ref();
    let source = source.map_or("a.md", |member| &member.name).to_owned();
    Settled::Removed { job, source, from }
}

/// Writes all that there is to write and gives what that was, a letter a change, in capitals where
/// the transaction was strict.
fn write_all(shelf: &mut Shelf<&'static str>, kept: &mut Kept) -> String {
    let mut said = String::new();
    while let Some(write) = shelf.next_write() {
        for change in &write.changes {
            let letter = match change {
                Change::Put { whole: None, .. } => 'p',
                Change::Put { .. } => 'w',
                Change::Complete(..) => 'c',
                Change::Remove(_) => 'r',
                Change::LeaveOut(..) => 'l',
                Change::TakeIn(..) => 't',
            };
            said.push(if write.is_strict {
                letter.to_ascii_uppercase()
            } else {
                letter
            });
        }
        kept.commit(shelf, write);
    }
    said
}

fn shelf() -> Shelf<&'static str> {
    Shelf {
        is_on: true,
        ..Shelf::default()
    }
}

#[test]
fn a_file_of_a_backup_comes_back_as_it_was() {
    let mut kept = Kept::default();
    let mut shelf = Shelf {
        is_on: true,
        ..Shelf::default()
    };
    let past = Past {
        added: 3,
        without: vec![Member {
            name: "b.zip/a.md".to_owned(),
            nth: 1,
        }],
    };
    shelf.came_back(of(1), "b.zip", 10, "B", past.clone());
    shelf.came(of(2), "a.md", 5, "A");
    assert_eq!(shelf.stock(), [], "they are yet to be read");
    shelf.settled(read(of(1), &["b.zip/c.md", "b.zip/d.md"]));
    shelf.settled(read(of(2), &["a.md (2)"]));
    let stocked = |places: [Place<&'static str>; 2], added: u64| {
        let [first, second] = places;
        [
            Stocked {
                name: "b.zip".to_owned(),
                source: None,
                size: 10,
                papers: 3,
                past: past.clone(),
                place: first,
            },
            Stocked {
                name: "a.md".to_owned(),
                source: Some("a.md (2)".to_owned()),
                size: 5,
                papers: 3,
                past: Past {
                    added,
                    without: Vec::new(),
                },
                place: second,
            },
        ]
    };
    let here = [Place::Handle("B", of(1)), Place::Handle("A", of(2))];
    assert_eq!(shelf.stock(), stocked(here, 0));
    while let Some(write) = shelf.next_write() {
        kept.commit(&mut shelf, write);
    }
    let expected = stocked([Place::Kept(0), Place::Kept(1)], 7);
    assert_eq!(shelf.stock(), expected);
    // In the next visit they are there before they are read.
    let mut next = Shelf::<&'static str>::default();
    next.open(kept.manifest);
    assert_eq!(next.stock(), expected);
    next.stands(0, Standing::Lost);
    assert_eq!(next.stock(), expected[1..]);
}

#[test]
fn a_file_is_kept_as_it_is_read_and_made_whole_when_it_is_in_the_library() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "a.md", 10, "A");
    assert_eq!(write_all(&mut shelf, &mut kept), "p");
    assert!(!kept.manifest.files[0].is_whole);
    assert_eq!(shelf.take_stored(), [1]);
    shelf.settled(read(of(1), &["a.md"]));
    assert_eq!(write_all(&mut shelf, &mut kept), "C");
    let entry = &kept.manifest.files[0];
    assert!(entry.is_whole && entry.source.as_deref() == Some("a.md"));
    assert_eq!(shelf.view()[0].standing, Standing::Here);
    // One that is read sooner than it can be written is written once.
    shelf.came(of(2), "b.md", 10, "B");
    shelf.settled(read(of(2), &["b.md"]));
    assert_eq!(write_all(&mut shelf, &mut kept), "W");
    shelf.settled(removed(3, of(1), None, false));
    assert_eq!(write_all(&mut shelf, &mut kept), "R");
    assert_eq!(kept.contents.values().copied().collect::<Vec<_>>(), ["B"]);
    assert_eq!(shelf.take_stored(), [2, 3]);
}

#[test]
fn what_is_no_digest_or_known_or_given_up_is_not_kept() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    for job in 1..=3 {
        shelf.came(of(job), "a.md", 10, "A");
    }
    assert_eq!(write_all(&mut shelf, &mut kept), "ppp");
    shelf.settled(read(of(1), &["a.md"]));
    shelf.settled(read(of(2), &[]));
    shelf.settled(Settled::GivenUp(of(3)));
    assert_eq!(write_all(&mut shelf, &mut kept), "CRR");
    shelf.came(of(4), "b.md", 10, "B");
    shelf.settled(Settled::GivenUp(of(4)));
    assert_eq!(write_all(&mut shelf, &mut kept), "");
    assert_eq!(kept.contents.len(), 1);
}

#[test]
fn what_was_taken_out_comes_back() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "a.md", 10, "A");
    shelf.settled(read(of(1), &["a.md"]));
    write_all(&mut shelf, &mut kept);
    // One that was kept in an earlier visit, of which there is no handle.
    let mut shelf = self::shelf();
    shelf.open(kept.manifest.clone());
    shelf.reads(0, of(1));
    shelf.settled(read(of(1), &["a.md"]));
    shelf.settled(removed(2, of(1), None, false));
    assert_eq!(write_all(&mut shelf, &mut kept), "R");
    let back = shelf.bring_back("a.md", 3);
    assert_eq!(back.len(), 1);
    assert_eq!((back[0].from, back[0].name.as_str()), (Ok("A"), "a.md"));
    assert_eq!(back[0].terms.source.as_deref(), Some("a.md"));
    shelf.settled(read(of(3), &["a.md"]));
    assert_eq!(write_all(&mut shelf, &mut kept), "W");
    assert_eq!(shelf.bring_back("a.md", 4), [], "once");
    // What makes room is not held.
    shelf.settled(removed(5, of(3), None, false));
    shelf.empty_bin();
    write_all(&mut shelf, &mut kept);
    assert_eq!(shelf.bring_back("a.md", 6), []);
}

#[test]
fn nothing_is_kept_until_the_reader_has_said_yes() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.is_on = false;
    shelf.came(of(1), "a.md", 10, "A");
    shelf.settled(read(of(1), &["a.md"]));
    assert_eq!(write_all(&mut shelf, &mut kept), "");
    shelf.is_on = true;
    assert_eq!(write_all(&mut shelf, &mut kept), "W");
    shelf.is_on = false;
    shelf.settled(removed(2, of(1), None, false));
    assert_eq!(write_all(&mut shelf, &mut kept), "R", "what goes goes");
}

#[test]
fn what_has_no_room_is_told_from_what_has() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "large.md", 100, "A");
    shelf.came(of(2), "small.md", 10, "B");
    let mut fails = |shelf: &mut Shelf<&'static str>| {
        while let Some(write) = shelf.next_write() {
            let is_too_much = write
                .changes
                .iter()
                .any(|change| matches!(change, Change::Put { size, .. } if *size > 50));
            if is_too_much {
                assert!(shelf.failed(write));
            } else {
                kept.commit(shelf, write);
            }
        }
    };
    fails(&mut shelf);
    assert_eq!(shelf.lacking(), 100);
    assert_eq!(shelf.take_stored(), [2]);
    // A file that has no room alone is no reason to write others one by one.
    shelf.try_again();
    let alone = shelf.next_write().expect("the large one");
    assert!(shelf.failed(alone));
    for (number, name) in [(3, "c.md"), (4, "d.md")] {
        shelf.came(of(number), name, 10, "C");
    }
    let both = shelf.next_write().expect("both");
    assert_eq!(both.changes.len(), 2);
    kept.commit(&mut shelf, both);
    let ids: Vec<Option<u32>> = shelf.view().iter().map(|file| file.id).collect();
    assert_eq!(ids, [None, Some(0), Some(1), Some(2)]);
    shelf.try_again();
    assert!(shelf.next_write().is_some());
}

/// Members that go while a file has no room are written all the same, in the order in which they
/// went and came; and where nothing can be written, that comes to an end.
#[test]
fn members_wait_for_no_file_without_room() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "a.zip", 10, "A");
    shelf.settled(read(of(1), &["a.zip/a", "a.zip/b"]));
    write_all(&mut shelf, &mut kept);
    shelf.settled(removed(2, of(1), Some("a.zip/a"), true));
    shelf.came(of(3), "large.md", 100, "B");
    let write = shelf.next_write().expect("a file and a member");
    assert_eq!(write.changes.len(), 2);
    shelf.settled(removed(4, of(1), Some("a.zip/b"), true));
    assert!(shelf.failed(write));
    let write = shelf.next_write().expect("the file");
    assert_eq!(write.changes.len(), 1);
    assert!(shelf.failed(write));
    let write = shelf.next_write().expect("the members");
    let names: Vec<&str> = write
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::LeaveOut(_, member) => Some(member.name.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["a.zip/a", "a.zip/b"]);
    assert!(!shelf.failed(write), "nothing else can be tried");
    assert_eq!(write_all(&mut shelf, &mut kept), "LL");
    assert_eq!(shelf.lacking(), 100);
}

#[test]
fn tabs_take_over_what_the_other_changed() {
    let (mut one, mut kept) = (shelf(), Kept::default());
    one.came(of(1), "a.md", 10, "A");
    one.settled(read(of(1), &["a.md"]));
    write_all(&mut one, &mut kept);
    let mut other = shelf();
    other.open(kept.manifest.clone());
    other.came(of(1), "b.md", 10, "B");
    other.settled(read(of(1), &["b.md"]));
    write_all(&mut other, &mut kept);
    assert_eq!(one.adopt(kept.manifest.clone()), (vec![1], vec![]));
    // A member that one takes out is out for the other, which takes out another.
    one.settled(removed(2, of(1), Some("a.md/a"), true));
    write_all(&mut one, &mut kept);
    other.reads(0, of(2));
    other.settled(read(of(2), &["a.md"]));
    other.settled(removed(3, of(2), Some("a.md/b"), true));
    other.adopt(kept.manifest.clone());
    let without = |shelf: &Shelf<&'static str>| -> Vec<String> {
        let members = shelf.stock()[0].past.without.clone();
        members.into_iter().map(|member| member.name).collect()
    };
    assert_eq!(without(&other), ["a.md/a", "a.md/b"]);
    write_all(&mut other, &mut kept);
    one.adopt(kept.manifest.clone());
    assert_eq!(without(&one), ["a.md/a", "a.md/b"]);
    one.settled(removed(2, of(1), None, false));
    write_all(&mut one, &mut kept);
    assert_eq!(
        other.adopt(kept.manifest.clone()),
        (vec![], vec!["a.md".to_owned()])
    );
}

/// What happens in a visit.
#[derive(Clone, Debug)]
enum Act {
    Come,
    Settle(usize),
    GiveUp(usize),
    Remove(usize),
    BringBack,
    Write,
    Die,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => Just(Act::Come),
        4 => (0_usize..9).prop_map(Act::Settle),
        1 => (0_usize..9).prop_map(Act::GiveUp),
        2 => (0_usize..9).prop_map(Act::Remove),
        1 => Just(Act::BringBack),
        6 => Just(Act::Write),
        1 => Just(Act::Die),
    ]
}

proptest! {
    /// Whenever the page ends, what was said to be kept is there, each file of the manifest has
    /// its content and no other content is there; and what was taken out is not read again.
    #[test]
    fn any_end_leaves_what_was_said_to_be_kept(acts in prop::collection::vec(act(), 0..60)) {
        let mut kept = Kept::default();
        let mut shelf = shelf();
        // The files of this visit and what the library has of them.
        let mut files: Vec<(FileOf, bool)> = Vec::new();
        let mut jobs = 0;
        // Files that were kept and not read, because that was cancelled.
        let mut unread = 0;
        // How many were taken out.
        let mut out = 0;
        for act in acts {
            match act {
                Act::Come => {
                    jobs += 1;
                    shelf.came(of(jobs), &jobs.to_string(), 1, "X");
                    files.push((of(jobs), false));
                }
                Act::Settle(at) => if let Some((file, here)) = files.get_mut(at) && !*here {
                    *here = true;
                    shelf.settled(read(*file, &["x"]));
                },
                Act::GiveUp(at) => if files.get(at).is_some_and(|(_, here)| !here) {
                    let file = files.remove(at).0;
                    unread += usize::from(shelf.of(file).is_some_and(|file| file.is_whole));
                    shelf.settled(Settled::GivenUp(file));
                },
                Act::Remove(at) => if files.get(at).is_some_and(|(_, here)| *here) {
                    shelf.settled(removed(0, files.remove(at).0, None, false));
                    out += 1;
                },
                Act::BringBack => {
                    write_all(&mut shelf, &mut kept);
                    jobs += 1;
                    let back = shelf.bring_back("a.md", jobs);
                    prop_assert_eq!(back.len(), usize::from(out > 0));
                    out -= back.len();
                    files.extend(back.iter().map(|_| (of(jobs), false)));
                },
                Act::Write => if let Some(write) = shelf.next_write() {
                    kept.commit(&mut shelf, write);
                },
                Act::Die => {
                    let said = shelf.view();
                    let said = said.iter().filter_map(|file| file.id);
                    let there = |id: &u32| kept.manifest.file(*id).is_some();
                    prop_assert!(said.into_iter().all(|id| there(&id)));
                    shelf = self::shelf();
                    shelf.open(kept.manifest.clone());
                    files.clear();
                    (unread, out) = (0, 0);
                    let plan = Plan::of(&kept.manifest, &[], true);
                    prop_assert_eq!(plan.read.len(), kept.contents.len());
                    for (id, _) in plan.read {
                        jobs += 1;
                        shelf.reads(id, of(jobs));
                        files.push((of(jobs), false));
                    }
                }
            }
            let listed: Vec<u32> = kept.manifest.files.iter().map(|file| file.id).collect();
            prop_assert_eq!(listed, kept.contents.keys().copied().collect::<Vec<_>>());
        }
        // In the end all that the library has is kept.
        write_all(&mut shelf, &mut kept);
        prop_assert_eq!(kept.contents.len(), files.len() + unread);
        let whole = kept.manifest.files.iter().filter(|file| file.is_whole).count();
        prop_assert!(whole >= files.iter().filter(|(_, here)| *here).count());
    }
}

/// Thousands of files of one visit are looked up again and again.
#[test]
fn files_by_the_thousand_are_no_burden() {
    const FILES: u32 = 5_000;
    let mut shelf = Shelf {
        is_on: true,
        ..Shelf::default()
    };
    let mut kept = Kept::default();
    for place in 0..FILES {
        shelf.came(FileOf { job: 1, place }, "a.md", 1_000, "a");
    }
    for place in 0..FILES {
        shelf.settled(read(FileOf { job: 1, place }, &["a.md"]));
        if place % 10 == 0
            && let Some(write) = shelf.next_write()
        {
            kept.commit(&mut shelf, write);
            shelf.view();
        }
    }
    while let Some(write) = shelf.next_write() {
        kept.commit(&mut shelf, write);
    }
    assert_eq!(shelf.take_stored(), [1]);
}
