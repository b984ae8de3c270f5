// JavaScript's own regular expressions over all texts.
"use strict";

importScripts("common.js");

contestant(async () => {
  const { kinds } = await queries();
  const papers = await all("texts.jsonl");
  const searches = await measure(kinds, ({ regex }) => {
    if (regex === null) return null;
    const pattern = new RegExp(regex, "iu");
    let count = 0;
    for (const texts of papers) count += texts.some((text) => pattern.test(text));
    return count;
  });
  return { build: 0, searches };
});
