// Starts the page: the only script that is written by hand. It runs in two forms of the same program.
//
// Hosted: page.js, page_bg.wasm, worker.js and worker_bg.wasm lie beside index.html and are fetched.
// Standalone: they stand in digest-explorer.html itself, packed, in data blocks whose ids are the same names.
//
// The page mounts as soon as its own part is there. When every part is there the network is closed for good, and only then is the worker made:
// from a blob, because such a worker inherits this page's policy. No digest is read before.
"use strict";

(() => {
  // Narrows the policy of index.html, for a request must pass every policy: what remains can compile, draw and make workers, but reach nothing.
  // It needs a default-src of its own, since a browser prefetches whatever any directive of a policy allows.
  const CLOSED = "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src-attr 'unsafe-inline'; img-src data:; worker-src blob:";

  // Follows the text of worker.js in the worker's script: waits for the compiled program and runs it. The script itself comes along, as a blob: a worker makes others
  // of it, and where the page was opened from disk it cannot do so by the address of this page's blob.
  const WORKER_TAIL = "\nonmessage = ({ data }) => { onmessage = null; self.script = data.script; wasm_bindgen({ module_or_path: data.program }); };\n";

  const WASM = "application/wasm";
  // The page as one file, into which it puts papers for others. Standalone, a data block has its text, but for the contents of the data blocks.
  const ONE_FILE = "digest-explorer.html";
  const PARTS = ["page_bg.wasm", "worker.js", "worker_bg.wasm", ONE_FILE];
  const build = document.currentScript.dataset.build;

  /** One part of the program as a `Response`, wherever it comes from. */
  async function part(name) {
    const inlined = document.getElementById(name);
    if (inlined) {
      const packed = Uint8Array.from(atob(inlined.textContent), (char) => char.charCodeAt(0));
      const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
      return new Response(stream, { headers: { "Content-Type": WASM } });
    }
    const response = await fetch(build ? `${name}?v=${build}` : name).catch(() => {
      throw new Error(`${name} could not be loaded. Check the connection and reload the page.`);
    });
    if (!response.ok) throw new Error(`${name} could not be loaded (the server says ${response.status}). Reload the page.`);
    return response;
  }

  /** The address of the page as one file. */
  function oneFile() {
    const address = new URL(ONE_FILE, location);
    address.search = build ? `?v=${build}` : "";
    return address;
  }

  /**
   * Gives what fetches the page as one file, whenever it is wanted: nobody should have to load five megabytes for what few ask for. By then the network of the page is closed, so
   * that a worker does it which was made before. It takes nothing that it could send, and its own policy lets it reach that file alone. A worker has the policy that the page has
   * when it begins, and so it is waited for.
   */
  async function fetcher() {
    const address = oneFile();
    const place = `${address.origin}${address.pathname}`.replace(/[;,]/g, encodeURIComponent);
    narrow(`${CLOSED}; connect-src ${place}`);
    const script = `postMessage(true); onmessage = () => fetch(${JSON.stringify(address.href)}).then((got) => (got.ok ? got.text() : null)).then(postMessage, () => postMessage(null));`;
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(url, { name: "one-file" });
    await new Promise((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = reject;
      setTimeout(reject, 2000);
    });
    return () =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => (data ? resolve(data) : reject(new Error(`${ONE_FILE} could not be loaded.`)));
        worker.postMessage(null);
      });
  }

  /** The page as one file, from its own document. */
  async function itself() {
    const text = await (await part(ONE_FILE)).text();
    const filled = (html, name) => html.replace(`id="${name}"></script>`, () => `id="${name}">${document.getElementById(name).textContent}</script>`);
    return PARTS.reduce(filled, text);
  }

  /** One part, compiled while it arrives where the server names its type rightly. */
  async function compiled(name) {
    const response = await part(name);
    return response.headers.get("Content-Type") === WASM
      ? WebAssembly.compileStreaming(response)
      : WebAssembly.compile(await response.arrayBuffer());
  }

  function narrow(to) {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = to;
    document.head.append(policy);
  }

  /** Closes the network, and gives what still brings the page as one file. */
  async function closeNetwork() {
    let program = itself;
    try {
      if (!document.getElementById(ONE_FILE)) program = await fetcher();
    } catch (error) {
      // The page is as good without, and its network is to be closed in any case.
      program = () => Promise.reject(error);
    }
    narrow(CLOSED);
    return program;
  }

  /** Says on the page why there is no page. */
  function refuse(error) {
    console.error(error);
    say(reason(error));
  }

  function say(words) {
    const place = document.getElementById("boot-error") ?? document.createElement("p");
    place.id = "boot-error";
    place.setAttribute("role", "alert");
    place.textContent = words;
    document.body.prepend(place);
  }

  /** Says that the page's own program has come to its end: what is on show answers no more. A mistake of a script of the browser's or of an extension is none of it. */
  function watch() {
    const ended = (error) => {
      if (error instanceof WebAssembly.RuntimeError || error instanceof RangeError) {
        say("This page has crashed and does not answer any more. Reload it. If that does not help, open it without what stands behind the # of its address.");
      }
    };
    addEventListener("error", (event) => ended(event.error));
    addEventListener("unhandledrejection", (event) => ended(event.reason));
  }

  function reason(error) {
    if (location.protocol === "file:" && !document.getElementById("page_bg.wasm")) {
      return "Opened from disk, this folder's page may not load its own parts. Open digest-explorer.html instead: it is the same program in one file.";
    }
    if (typeof WebAssembly !== "object") {
      return "This page needs WebAssembly, which this browser lacks or has switched off.";
    }
    if (error instanceof WebAssembly.CompileError || error instanceof ReferenceError) {
      return "This browser is too old for this page. Versions of Chrome, Edge, Firefox and Safari from 2023 on can run it.";
    }
    return `The page could not start: ${error.message}`;
  }

  async function boot() {
    const pageProgram = compiled("page_bg.wasm");
    const workerProgram = compiled("worker_bg.wasm");
    const workerScript = part("worker.js").then((response) => response.text());

    const closed = Promise.allSettled([pageProgram, workerProgram, workerScript]).then(closeNetwork);
    let workerScriptBlob, workerUrl;

    /** A new worker, for the first start and after a crash. */
    async function spawn() {
      const [script, program] = await Promise.all([workerScript, workerProgram, closed]);
      workerScriptBlob ??= new Blob([script, WORKER_TAIL], { type: "text/javascript" });
      workerUrl ??= URL.createObjectURL(workerScriptBlob);
      const worker = new Worker(workerUrl, { name: "engine" });
      worker.postMessage({ program, script: workerScriptBlob });
      return worker;
    }

    const program = await pageProgram;
    if (typeof wasm_bindgen === "undefined") throw new Error("page.js did not start. Reload the page; if that does not help, this browser is too old for it.");
    await wasm_bindgen({ module_or_path: program });
    watch();
    wasm_bindgen.start(spawn, { program: () => closed.then((program) => program()) });
  }

  boot().catch(refuse);
})();
