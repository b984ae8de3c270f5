// Runs each contestant in a worker of its own, one after the other, and hands what they say to the server.
"use strict";

const CONTESTANTS = ["engine", "kept", "sqlite", "crossfilter", "regexp", "minisearch", "flexsearch"];

async function run(name, hits) {
  const worker = new Worker(`${name}.js`, { name });
  const outcome = await new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      if (data.log) return fetch("/log", { method: "POST", body: `${name}: ${data.log}` });
      resolve(data);
    };
    worker.onerror = (event) => resolve({ error: event.message });
    worker.postMessage(hits ?? null);
  });
  worker.terminate();
  return outcome;
}

(async () => {
  const asked = new URLSearchParams(location.search).get("only")?.split(",") ?? CONTESTANTS;
  const outcomes = {};
  for (const name of CONTESTANTS.filter((name) => asked.includes(name))) {
    // Crossfilter counts what FTS5 finds.
    outcomes[name] = await run(name, name === "crossfilter" ? outcomes.sqlite?.found : null);
    await fetch("/log", { method: "POST", body: `${name}: ${outcomes[name].error ?? "done"}` });
  }
  delete outcomes.sqlite?.found;
  await fetch("/done", { method: "POST", body: JSON.stringify({ agent: navigator.userAgent, outcomes }) });
})();
