// A library that is kept: how soon a visit that begins with it answers, beside one that reads its file anew and one that has none. The worker is started as static/boot.js does it
// and spoken to in its own protocol.
"use strict";

importScripts("common.js");

/** How often each kind of visit is made. */
const VISITS = 5;
/** How long the worker may take to write a snapshot, in milliseconds. */
const PATIENCE_TO_KEEP = 240000;

// The first byte of an answer is the variant of `Response`.
const READY = 0, PROGRESS = 1, LOADED = 3, ANSWER = 4, KEPT = 19, FORGOTTEN = 20;

/** A worker, and what it says. */
class Visit {
  constructor(url, program, script) {
    this.begun = performance.now();
    this.heard = [];
    this.worker = new Worker(url);
    this.worker.onmessage = ({ data }) => {
      this.heard.push(data);
      this.hears?.();
    };
    this.worker.postMessage({ program, script });
  }

  send(bytes, files) {
    this.worker.postMessage({ bytes: Uint8Array.from(bytes), files });
  }

  /** The time of the next answer of a kind, since the beginning. What comes before is let go. */
  async next(kind) {
    for (;;) {
      while (this.heard.length > 0) {
        if (this.heard.shift()[0] === kind) return performance.now() - this.begun;
      }
      await new Promise((resolve) => (this.hears = resolve));
    }
  }

  end() {
    this.worker.terminate();
  }
}

/** The store of chunks. */
async function inChunks(mode, what) {
  const db = await new Promise((resolve, reject) => {
    const request = indexedDB.open("digest-explorer");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    const request = what(db.transaction(["chunks"], mode).objectStore("chunks"));
    return await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    db.close();
  }
}

contestant(async () => {
  const { digest, open, kept } = await queries();
  const program = await WebAssembly.compileStreaming(fetch("release/worker_bg.wasm"));
  const tail = "\nonmessage = ({ data }) => { onmessage = null; self.script = data.script; wasm_bindgen({ module_or_path: data.program }); };\n";
  const script = new Blob([await (await fetch("release/worker.js")).text(), tail], { type: "text/javascript" });
  const url = URL.createObjectURL(script);
  const visit = () => new Visit(url, program, script);

  let now = visit();
  now.send(kept.forget);
  await now.next(FORGOTTEN);
  now.end();

  const empty = [];
  for (let run = 0; run < VISITS; run++) {
    now = visit();
    const ready = await now.next(READY);
    now.send(kept.open);
    empty.push({ ready, first: await now.next(KEPT) });
    now.end();
  }

  const file = new File([await (await fetch(`data/${digest}`)).blob()], digest);
  now = visit();
  await now.next(READY);
  now.send(kept.open);
  now.send(open, [file]);
  log(`read after ${await now.next(LOADED)} ms`);
  const waits = performance.now() + PATIENCE_TO_KEEP;
  let chunks = [];
  while (chunks.length === 0 && performance.now() < waits) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    chunks = await inChunks("readonly", (store) => store.getAll());
  }
  now.end();
  const size = chunks.reduce((sum, chunk) => sum + chunk.size, 0);
  log(`kept in ${chunks.length} chunks of ${size} bytes`);
  if (chunks.length === 0) throw new Error("no snapshot was written");

  /** A visit to the kept library: when its first rows are there, and when all of it answers. */
  const visited = async (isWhole) => {
    now = visit();
    const ready = await now.next(READY);
    now.send(kept.open);
    if (!isWhole) await now.next(PROGRESS);
    await now.next(LOADED);
    now.send(kept.all);
    const first = await now.next(ANSWER);
    now.send(kept.regex);
    const all = await now.next(ANSWER);
    now.end();
    return { ready, first, all };
  };
  const opened = [];
  for (let run = 0; run < VISITS; run++) opened.push(await visited(true));
  // Without its chunks a snapshot is none.
  await inChunks("readwrite", (store) => store.clear());
  const anew = [await visited(false)];
  now = visit();
  now.send(kept.forget);
  await now.next(FORGOTTEN);
  now.end();
  return { kept: { empty, opened, anew, size, chunks: chunks.length } };
});
