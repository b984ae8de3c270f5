// What all contestants share: the papers, the queries, the clock.
"use strict";

/** How often each query is asked, and how long one kind of query may take in all, in milliseconds. */
const RUNS = 5;
const PATIENCE = 60000;

const queries = async () => (await fetch("data/queries.json")).json();

/** The lines of a file, parsed. */
async function* lines(name) {
  const reader = (await fetch(`data/${name}`)).body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts) yield JSON.parse(part);
  }
}

async function all(name) {
  const list = [];
  for await (const line of lines(name)) list.push(line);
  return list;
}

const log = (text) => postMessage({ log: text });

/**
 * Asks all queries that `ask` takes, and gives for each kind the best time of each query. A kind's queries are asked in turn, one round after the other, so that nothing kept of a
 * query helps when it is asked again. `ask` gives how many papers it found, or null when it does not know the question. What the engine found natively is what there is to find.
 */
async function measure(kinds, ask) {
  const measured = {};
  for (const { name, queries } of kinds) {
    const best = new Map(), wrong = new Map();
    const end = performance.now() + PATIENCE;
    for (let run = 0; run < RUNS; run++) {
      for (const query of queries) {
        if (performance.now() > end) break;
        const started = performance.now();
        let hits = ask(query);
        if (hits instanceof Promise) hits = await hits;
        const time = performance.now() - started;
        if (hits === null) continue;
        best.set(query, Math.min(best.get(query) ?? Infinity, time));
        if (hits !== undefined && hits !== query.hits) wrong.set(query, `${query.text}: ${hits}, not ${query.hits}`);
      }
    }
    if (best.size === 0) continue;
    measured[name] = { times: [...best.values()], wrong: [...wrong.values()] };
    log(`${name}, ${best.size} queries`);
  }
  return measured;
}

/** Answers the page's only message with what `run` gives. */
function contestant(run) {
  onmessage = async ({ data }) => {
    onmessage = null;
    try {
      postMessage(await run(data));
    } catch (error) {
      postMessage({ error: String(error?.stack ?? error) });
    }
  };
}
