// FlexSearch: all hits, in its own order.
"use strict";

importScripts("common.js");

contestant(async () => {
  const { kinds } = await queries();
  const { Index } = await import("./node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs");
  const papers = (await all("peers.jsonl")).map(({ title, abstract, authors, comment }) => [title, abstract, authors, comment].join(" "));
  const encode = (text) => text.split(" ").filter((word) => word !== "");
  const started = performance.now();
  const index = new Index({ tokenize: "strict", encode, resolution: 9 });
  papers.forEach((paper, at) => index.add(at, paper));
  const build = performance.now() - started;
  log(`built in ${build} ms`);
  const searches = await measure(kinds, ({ flex }) => (flex === null ? null : index.search(flex, { limit: papers.length }).length));
  return { build, searches };
});
