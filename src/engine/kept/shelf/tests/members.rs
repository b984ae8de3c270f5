//! Members of an archive that are taken out of it and come back.

use super::*;

#[test]
fn a_member_that_is_taken_out_leaves_the_others() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "a.zip", 10, "A");
    shelf.settled(read(of(1), &["a.md", "b.md"]));
    write_all(&mut shelf, &mut kept);
    assert_eq!(kept.manifest.files[0].source, None);
    shelf.settled(removed(2, of(1), Some("a.md"), true));
    assert_eq!(write_all(&mut shelf, &mut kept), "L");
    assert_eq!(kept.manifest.files[0].without[0].name, "a.md");
    shelf.settled(removed(3, of(1), Some("b.md"), false));
    assert_eq!(write_all(&mut shelf, &mut kept), "R");
}

#[test]
fn a_member_that_was_taken_out_comes_back_to_the_others() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "a.zip", 10, "A");
    shelf.settled(read(of(1), &["a.md", "b.md"]));
    shelf.settled(removed(2, of(1), Some("a.md"), true));
    // It was taken out before any of it was kept.
    assert_eq!(write_all(&mut shelf, &mut kept), "W");
    assert_eq!(kept.manifest.files[0].without.len(), 1);
    let back = shelf.bring_back("a.md", 3);
    let only = back[0].terms.only.as_ref().unwrap();
    assert_eq!((back[0].from, only.name.as_str()), (Ok("A"), "a.md"));
    shelf.settled(read(of(3), &["a.md"]));
    assert_eq!(write_all(&mut shelf, &mut kept), "T");
    assert!(kept.manifest.files[0].without.is_empty());
    assert_eq!(shelf.view()[0].sources, ["b.md", "a.md"]);
    // And goes again.
    // The library knows no other source of the job that brought it back.
    shelf.settled(removed(4, of(3), Some("a.md"), false));
    assert_eq!(write_all(&mut shelf, &mut kept), "L");
    // With the last member the archive goes, and what was taken out of it before stays out.
    shelf.settled(removed(5, of(1), Some("b.md"), false));
    assert_eq!(write_all(&mut shelf, &mut kept), "R");
    let back = shelf.bring_back("b.md", 6);
    assert!(back[0].terms.only.is_some());
    shelf.settled(read(of(6), &["b.md"]));
    assert_eq!(write_all(&mut shelf, &mut kept), "W");
}

#[test]
fn a_member_that_does_not_come_back_takes_no_others_along() {
    for settled in [Settled::GivenUp(of(3)), read(of(3), &[])] {
        // Before it is kept, and behind that.
        for is_on in [false, true] {
            let (mut shelf, mut kept) = (shelf(), Kept::default());
            shelf.is_on = is_on;
            shelf.came(of(1), "a.zip", 10, "A");
            shelf.settled(read(of(1), &["a.md", "b.md"]));
            shelf.settled(removed(2, of(1), Some("a.md"), true));
            write_all(&mut shelf, &mut kept);
            assert_eq!(shelf.bring_back("a.md", 3).len(), 1);
            shelf.settled(settled.clone());
            shelf.is_on = true;
            write_all(&mut shelf, &mut kept);
            assert_eq!(shelf.view()[0].sources, ["b.md"]);
            assert_eq!(kept.contents.len(), 1);
        }
    }
}

#[test]
fn papers_of_a_member_that_comes_back_are_counted_once() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "a.zip", 10, "A");
    shelf.settled(read(of(1), &["a.md", "b.md"]));
    write_all(&mut shelf, &mut kept);
    for job in [3, 5, 7] {
        let from = if job == 3 { of(1) } else { of(job - 2) };
        shelf.settled(removed(job - 1, from, Some("a.md"), true));
        assert_eq!(shelf.bring_back("a.md", job).len(), 1);
        shelf.settled(read(of(job), &["a.md"]));
    }
    assert_eq!(shelf.view()[0].papers, 3);
}

#[test]
fn a_member_that_is_taken_out_while_its_file_is_written_is_out() {
    let (mut shelf, mut kept) = (shelf(), Kept::default());
    shelf.came(of(1), "a.zip", 10, "A");
    shelf.settled(read(of(1), &["a.md", "b.md"]));
    let write = shelf.next_write().unwrap();
    shelf.settled(removed(2, of(1), Some("a.md"), true));
    kept.commit(&mut shelf, write);
    assert_eq!(write_all(&mut shelf, &mut kept), "L");
    assert_eq!(kept.manifest.files[0].without[0].name, "a.md");
    assert_eq!(shelf.stock()[0].past.without[0].name, "a.md");
}
