// MiniSearch: all hits, ranked.
"use strict";

importScripts("common.js");

contestant(async () => {
  const { kinds } = await queries();
  const { default: MiniSearch } = await import("./node_modules/minisearch/dist/es/index.js");
  const papers = (await all("peers.jsonl")).map(({ title, abstract, authors, comment }, id) => ({ id, title, abstract, authors, comment }));
  const split = (text) => text.split(" ").filter((word) => word !== "");
  const started = performance.now();
  const index = new MiniSearch({ fields: ["title", "abstract", "authors", "comment"], tokenize: split, processTerm: (term) => term });
  index.addAll(papers);
  const build = performance.now() - started;
  log(`built in ${build} ms`);
  const searches = await measure(kinds, ({ mini }) => (mini === null ? null : index.search(...mini).length));
  return { build, searches };
});
