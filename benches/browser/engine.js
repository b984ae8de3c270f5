// The worker as it is released, spoken to in its own protocol, within one thread: a request goes in as the message that the page would send, and what the worker would post is
// caught. So no message's way is measured, neither here nor with the peers.
"use strict";

importScripts("common.js", "release/worker.js");

const post = self.postMessage.bind(self);

contestant(async () => {
  const { digest, open, kinds } = await queries();
  let caught = () => {};
  self.postMessage = (answer) => caught(answer);

  // As static/boot.js does it: of its script the worker makes assistants.
  const tail = "\nonmessage = ({ data }) => { onmessage = null; wasm_bindgen({ module_or_path: data.program }); };\n";
  self.script = new Blob([await (await fetch("release/worker.js")).text(), tail], { type: "text/javascript" });
  const started = new Promise((resolve) => (caught = resolve));
  const { memory } = await wasm_bindgen({ module_or_path: "release/worker_bg.wasm" });
  await started;
  const send = (bytes, files) => self.onmessage({ data: { bytes: Uint8Array.from(bytes), files } });

  // Loading. The first byte is the variant of `Response`: 1 is `Progress`, 3 is `Loaded`.
  const file = new File([await (await fetch(`data/${digest}`)).blob()], digest);
  const begun = performance.now();
  let searchable = null, last = begun, longest = 0;
  await new Promise((resolve) => {
    caught = (answer) => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
      if (answer[0] === 1 && isTagging(answer)) searchable ??= now - begun;
      if (answer[0] === 3) resolve();
    };
    send(open, [file]);
  });
  const loaded = performance.now() - begun;

  let answer = null;
  self.postMessage = post;
  searchable ??= loaded;
  log(`searchable in ${searchable} ms, tagged in ${loaded} ms`);
  // An answer comes at once, or after slices of work between which messages could come.
  const ask = async (query) => {
    answer = null;
    const late = new Promise((resolve) => (caught = (bytes) => resolve((answer = bytes))));
    self.postMessage = (bytes) => caught(bytes);
    send(query.request);
    if (answer === null) await late;
    self.postMessage = post;
  };
  const searches = await measure(kinds, ask);
  // The same answers as natively, byte for byte.
  for (const { name, queries } of kinds) {
    searches[name].wrong = [];
    for (const query of queries) {
      await ask(query);
      if (print(answer) !== query.print) searches[name].wrong.push(query.text);
    }
  }
  return { build: searchable, tagged: loaded, longest, memory: memory.buffer.byteLength, searches };
});

/** Whether all can be searched and tags are on their way: behind the job, the name, two numbers and the part that is done. */
function isTagging(bytes) {
  let at = 1;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  number();
  const name = number();
  at += name;
  number();
  number();
  return bytes[at + 4] === 1;
}

/** FNV-1a, 32 bits. */
function print(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
