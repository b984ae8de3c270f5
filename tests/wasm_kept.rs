//! The store in a browser's worker: records and files as they are kept, by made-up ones.

#![cfg(target_arch = "wasm32")]

use digest_explorer::engine::kept::{Draft, Manifest, Shelf, Wrote};
use digest_explorer::engine::{Engine, FileOf, Settled};
use digest_explorer::protocol::Request;
use digest_explorer::worker::store::{Failure, Store, blob, bytes};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Blob, DedicatedWorkerGlobalScope, File};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().dyn_into().expect("a worker")
}

fn records(count: u8) -> Vec<Vec<u8>> {
    (0..count).map(|at| vec![at; usize::from(at)]).collect()
}

/// An engine with one paper, and what it writes of it as a snapshot of this kept file.
fn written(manifest: &Manifest, id: u32) -> (Draft, Vec<Blob>) {
    let mut engine = Engine::default();
    let names = vec!["a.md".to_owned()];
    engine.handle(Request::Open { job: 1, names });
    let digest = "# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.Kettle [ :arrow_down: ](https://arxiv.org/pdf/2603.10001.pdf)\n>  About it.\n";
    engine.push_file(1, "a.md", digest.as_bytes().to_vec());
    while engine.has_work() {
        engine.work();
    }
    let begun = engine.begin_snapshot(manifest, |_| Some(id));
    let mut writing = begun.expect("a library");
    let mut made = Vec::new();
    loop {
        match engine.write_snapshot(&mut writing) {
            Wrote::More => {}
            Wrote::Chunk(bytes) => made.push(blob(&bytes).expect("bytes")),
            Wrote::Whole(draft) => return (draft, made),
            Wrote::Outdated => panic!("nothing has changed"),
        }
    }
}

async fn keeps_snapshots(store: &Store, id: u32) {
    let manifest = store.manifest().await.expect("a manifest");
    assert_eq!(manifest.snapshot, None);
    let (draft, made) = written(&manifest, id);
    store.opens_snapshot().expect("a note");
    let kept = store.put_snapshot(&draft, &made).await.expect("kept");
    let (manifest, snapshot) = kept.expect("it fits");
    assert_eq!(store.manifest().await, Ok(manifest));
    let visit = store.visit().await.expect("a store");
    assert!(visit.tries.is_empty(), "another one is blamed for nothing");
    let chunks = store.chunks(&snapshot).await.expect("all chunks");
    let head = bytes(&chunks[0]).await.expect("bytes");
    let mut engine = Engine::default();
    engine
        .open_snapshot(&snapshot, &head, 1 << 31)
        .expect("it is as it was written");
    assert!(engine.is_all_there() && engine.finish_opening().is_ok());

    // The next one takes its place.
    let (draft, made) = written(&visit.manifest, id);
    let kept = store.put_snapshot(&draft, &made).await.expect("kept");
    let (_, next) = kept.expect("it fits");
    assert_eq!(store.chunks(&snapshot).await.err(), Some(Failure::Damaged));
    assert!(store.chunks(&next).await.is_ok());
    assert_eq!(store.drop_snapshot().await, Ok(true));
    assert_eq!(store.drop_snapshot().await, Ok(false));
    assert_eq!(store.chunks(&next).await.err(), Some(Failure::Damaged));
}

/// All tests share one database, so they are one test.
#[wasm_bindgen_test]
async fn what_is_written_is_there() {
    let scope = scope();
    assert_eq!(Store::exists(&scope).await, Ok(false));
    let store = Store::open(&scope).await.expect("a store");
    assert_eq!(Store::exists(&scope).await, Ok(true));

    // Records stay in their order, are all or none, and are folded without touching later ones.
    let last = store.append(&records(5)).await.expect("records");
    let last_but_two = last - 2.0;
    store.append(&[vec![9]]).await.expect("one more");
    let read = store.records(0.0).await.expect("all");
    assert_eq!(read.records[..5], records(5));
    assert_eq!(read.records[5], [9]);
    let behind = store.records(last).await.expect("the last");
    assert_eq!((behind.records.len(), behind.last), (1, last + 1.0));
    let none = store.records(last + 1.0).await.expect("none");
    assert_eq!((none.records.len(), none.last), (0, last + 1.0));
    store.fold(last_but_two, b"all before").await.expect("fold");
    let read = store.records(0.0).await.expect("folded");
    assert_eq!(read.records[0], b"all before");
    assert_eq!(read.records[1..3], records(5)[3..]);
    assert_eq!(store.count_records().await, Ok((4, 10 + 3 + 4 + 1)));
    let next = store.append(&[vec![1]]).await.expect("numbers go on");
    assert_eq!(next, last + 2.0);

    // Files.
    let mut shelf = Shelf::default();
    shelf.is_on = true;
    let visit = store.visit().await.expect("an empty store");
    assert_eq!((visit.manifest.files.len(), visit.last_opened), (0, 0));
    let parts = Array::of1(&"content".into());
    let file = File::new_with_str_sequence(&parts, "a.md").expect("a file");
    let of = FileOf { job: 1, place: 0 };
    shelf.came(of, "a.md", 7, file);
    let write = shelf.next_write().expect("a file to write");
    let committed = store.commit(&write).await.expect("kept");
    let ids = committed.ids;
    shelf.wrote(write, &ids, committed.manifest);
    let kept = store
        .take(None, ids[0], 1)
        .await
        .expect("kept")
        .expect("a file");
    assert_eq!((kept.size(), kept.name().as_str()), (7.0, "a.md"));
    let visit = store.visit().await.expect("a store");
    assert_eq!(visit.tries, [(ids[0], 1)]);
    assert!(visit.last_opened > 0 && !visit.manifest.files[0].is_whole);
    let sources = vec!["a.md".to_owned()];
    shelf.settled(Settled::Read {
        file: of,
        sources,
        papers: 1,
    });
    let write = shelf.next_write().expect("it is whole");
    assert!(write.is_strict);
    store.commit(&write).await.expect("whole");
    let visit = store.visit().await.expect("a store");
    assert!(visit.manifest.files[0].is_whole && visit.tries.is_empty());

    // Nothing of a change is made that cannot be made as a whole.
    let mut other = Shelf::default();
    other.is_on = true;
    let no_file: File = js_sys::Function::new_no_args("").unchecked_into();
    other.came(of, "b.md", 1, no_file);
    let write = other.next_write().expect("a function to write");
    assert!(
        store.commit(&write).await.is_err(),
        "functions are not kept"
    );
    assert_eq!(store.manifest().await.expect("a store").files.len(), 1);

    keeps_snapshots(&store, ids[0]).await;

    store.close();
    assert!(matches!(store.manifest().await, Err(Failure::Denied)));
    Store::delete(&scope).await.expect("gone");
    assert_eq!(Store::exists(&scope).await, Ok(false));
}
