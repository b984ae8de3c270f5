// Reading in wasm beside Markdown parsers in JavaScript, on the same bytes in the same run of V8.
//
// node node.mjs MODULE FOLDER…: the module that wasm-bindgen made for Node, and folders of Markdown. Prints MB/s, the best of some runs.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "x.cjs"));
const { papers } = require(path.resolve(process.argv[2]));
const { marked } = require("marked");
const MarkdownIt = require("markdown-it");

const RUNS = 5;
const ENOUGH = 8 << 20;
const markdown = new MarkdownIt();
const decoder = new TextDecoder();

/** What a quick script does: split at the headings, find id, title and abstract by a regex. */
function split(text) {
  let found = 0;
  for (const part of text.split("\n### ")) {
    const match = /^(?:\d+\.)?(.*?)\s*\[.*?\]\((.*?)\)\s*>?(.*)/s.exec(part);
    found += match ? 1 : 0;
  }
  return found;
}

const parsers = {
  ours: (bytes) => papers(bytes),
  "split+regex": (bytes) => split(decoder.decode(bytes)),
  marked: (bytes) => marked.lexer(decoder.decode(bytes)).length,
  "markdown-it": (bytes) => markdown.parse(decoder.decode(bytes), {}).length,
};

console.log(["MB/s in V8".padEnd(24), ...Object.keys(parsers).map((name) => name.padStart(12))].join(" "));
for (const folder of process.argv.slice(3)) {
  const files = fs.readdirSync(folder).sort().map((name) => fs.readFileSync(path.join(folder, name)));
  const size = files.reduce((sum, file) => sum + file.length, 0);
  const rounds = Math.ceil(ENOUGH / size);
  const row = Object.values(parsers).map((parse) => {
    let best = Infinity;
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      for (let round = 0; round < rounds; round++) files.forEach((file) => parse(file));
      best = Math.min(best, performance.now() - started);
    }
    return ((size * rounds) / 1e3 / best).toFixed(0).padStart(12);
  });
  console.log([path.basename(folder).padEnd(24), ...row].join(" "));
}
