// SQLite FTS5: the first twenty by its own BM25, and all hits, for their number and for Crossfilter.
"use strict";

importScripts("common.js");

contestant(async () => {
  const { kinds } = await queries();
  const { default: init } = await import("./node_modules/@sqlite.org/sqlite-wasm/dist/index.mjs");
  const sqlite = await init({ print() {}, printErr() {} });
  const papers = await all("peers.jsonl");
  const started = performance.now();
  const db = new sqlite.oo1.DB(":memory:", "c");
  db.exec("pragma page_size=16384; create virtual table f using fts5(title, abstract, authors, comment, tokenize='ascii'); begin");
  const insert = db.prepare("insert into f(rowid, title, abstract, authors, comment) values(?, ?, ?, ?, ?)");
  papers.forEach((paper, at) => insert.bind([at, paper.title, paper.abstract, paper.authors, paper.comment]).stepReset());
  insert.finalize();
  db.exec("commit");
  const build = performance.now() - started;
  log(`built in ${build} ms`);
  const rows = (sql) => {
    const statement = db.prepare(sql);
    return (query) => {
      const found = [];
      statement.bind([query]);
      while (statement.step()) found.push(statement.getInt(0));
      statement.reset();
      return found;
    };
  };
  const best = rows("select rowid from f where f match ? order by rank limit 20");
  const hits = rows("select rowid from f where f match ?");
  const count = rows("select count(*) from f where f match ?");
  const searches = await measure(kinds, ({ fts }) => (fts === null ? null : void best(fts)));
  const counts = await measure(kinds, ({ fts }) => (fts === null ? null : count(fts)[0]));
  const found = {};
  for (const { name, queries } of kinds) {
    if (queries[0].fts !== null) found[name] = queries.map(({ fts }) => Uint32Array.from(hits(fts)));
  }
  return { build, memory: sqlite.wasm.heap8u().length, searches, counts, found };
});
