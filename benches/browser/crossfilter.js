// Crossfilter: the counts of all facets and the histogram over what FTS5 found.
"use strict";

importScripts("common.js", "node_modules/crossfilter2/crossfilter.min.js");

contestant(async (found) => {
  const { kinds } = await queries();
  const records = [];
  for await (const paper of lines("peers.jsonl")) records.push({ at: records.length, facets: paper.facets });
  const started = performance.now();
  const data = crossfilter(records);
  const facets = records[0].facets.map((_, facet) => data.dimension((record) => record.facets[facet], true));
  const groups = facets.map((dimension) => dimension.group().reduceCount());
  groups.forEach((group) => group.size());
  const build = performance.now() - started;
  const hits = new Uint8Array(records.length);
  let text = data.dimension((record) => hits[record.at]);
  const queried = kinds.filter(({ name }) => found?.[name]).map(({ name, queries }) => ({ name, queries: queries.map((query, at) => ({ ...query, found: found[name][at] })) }));
  const searches = await measure(queried, ({ found }) => {
    hits.fill(0);
    for (const at of found) hits[at] = 1;
    text.dispose();
    text = data.dimension((record) => hits[record.at]);
    text.filterExact(1);
    groups.forEach((group) => group.all());
    return found.length;
  });
  return { build, searches };
});
