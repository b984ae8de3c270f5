// Starts the page. It runs in two forms of the same program.
//
// Hosted: page.js, page_bg.wasm, worker.js and worker_bg.wasm lie beside index.html and are fetched, or come from sw.js, which keeps them from visit to visit.
// Standalone: they stand in digest-explorer.html itself, packed, in data blocks whose ids are the same names.
//
// What index.html shows takes files at once; they wait until the program has arrived. The page mounts as soon as its own part is there. When every part is there the network is
// closed for good, and only then is the worker made: from a blob, because such a worker inherits this page's policy. No digest is read before.
"use strict";

(() => {
  const WASM = "application/wasm";
  const build = document.currentScript.dataset.build;
  // What keeps the page from visit to visit. There is none for the page that is being worked on, which has no build, and none where browsers allow it none: over an open line,
  // in a frame without an origin.
  let service;
  try {
    if (build) service = navigator.serviceWorker;
  } catch {}
  /** The address of the page's folder. */
  const here = new URL("./", location).href;

  // Narrows the policy of index.html, for a request must pass every policy: what remains can compile, draw and make workers, but reach nothing.
  // It needs a default-src of its own, since a browser prefetches whatever any directive of a policy allows.
  // Browsers fetch the manifest when they like, some of them only when the page is being installed; from disk there is none.
  const MANIFEST = build && location.protocol !== "file:" ? `; manifest-src ${here.replace(/[;,]/g, encodeURIComponent)}manifest.webmanifest` : "";
  const CLOSED = `default-src 'none'; script-src 'wasm-unsafe-eval'; style-src-attr 'unsafe-inline'; img-src data:; worker-src blob:${MANIFEST}`;

  // Follows the text of worker.js in the worker's script: waits for the compiled program and runs it. The script itself comes along, as a blob: a worker makes others
  // of it, and where the page was opened from disk it cannot do so by the address of this page's blob.
  const WORKER_TAIL = "\nonmessage = ({ data }) => { onmessage = null; self.script = data.script; wasm_bindgen({ module_or_path: data.program }); };\n";

  // The page as one file, into which it puts papers for others. Standalone, a data block has its text, but for the contents of the data blocks.
  const ONE_FILE = "digest-explorer.html";
  /** How long the worker that fetches it may take to start, in milliseconds: the engine waits for that. */
  const LONGEST_START = 5000;
  const PARTS = ["page_bg.wasm", "worker.js", "worker_bg.wasm", ONE_FILE];

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
   * Gives what fetches the page as one file, whenever it is wanted: nobody should have to load two megabytes more for what few ask for. By then the network of the page is closed, so
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
    const began = new Promise((resolve, reject) => {
      worker.onmessage = resolve;
      worker.onerror = () => reject(new Error("the worker did not start"));
      setTimeout(reject, LONGEST_START, new Error("the worker did not start in time"));
    });
    await began.catch((error) => {
      worker.terminate();
      throw error;
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

  // What comes before the program can take it, each as `{ files, entries }`, `{ text }` or `{ sample }`; `asks` where the reader is to be asked first.
  const early = [];
  let take = (what) => {
    early.push(what);
    // What another app hands over is asked about first.
    const own = early.filter(({ asks }) => !asks);
    if (!own.length) return;
    const names = own.flatMap(({ files, text }) => files?.map(({ name }) => name) ?? (text === undefined ? "the sample" : "the pasted text"));
    const said = names.length > 3 ? `${names.length} files` : names.join(", ");
    const place = document.querySelector(".queued");
    if (place) place.textContent = `Read as soon as the program has arrived: ${said}.`;
  };

  /** Makes what index.html shows work. Gives what ends that. */
  function openShell() {
    const ended = new AbortController();
    const on = (name, does) => addEventListener(name, does, { signal: ended.signal });
    const read = (files, entries = []) => {
      if (files.length) take({ files: [...files], entries });
    };
    const choose = (property) => {
      const input = Object.assign(document.createElement("input"), { type: "file", [property]: true });
      input.onchange = () => read(input.files);
      input.click();
    };
    const acts = { files: () => choose("multiple"), folder: () => choose("webkitdirectory"), sample: () => take({ sample: true }) };
    on("click", ({ target }) => acts[target.dataset?.boot]?.());
    on("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
    on("drop", (event) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      // Folders can be told from files only now; what is in them comes later.
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
      read(event.dataTransfer.files, entries);
    });
    on("paste", ({ clipboardData }) => {
      const text = clipboardData.getData("text/plain");
      read(clipboardData.files);
      if (!clipboardData.files.length && text.trim()) take({ text });
    });
    const disable = (is) => document.querySelectorAll("[data-boot]").forEach((button) => (button.disabled = is));
    disable(false);
    ended.signal.addEventListener("abort", () => disable(true));
    return () => ended.abort();
  }

  /** What an app hands over that opens files with this page, and what another one has shared with it: sw.js has put that aside. */
  async function takeFromOutside() {
    window.launchQueue?.setConsumer(async ({ files }) => {
      const opened = await Promise.all((files ?? []).map((handle) => handle.getFile()));
      if (opened.length) take({ files: opened });
    });
    if (!service?.controller || !new URLSearchParams(location.search).has("shared")) return;
    history.replaceState(history.state, "", location.pathname + location.hash);
    const cache = await caches.open(`digest-explorer ${here} shared`);
    const files = [];
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      await cache.delete(request);
      const name = decodeURIComponent(response.headers.get("X-Name"));
      if (name) files.push(new File([await response.blob()], name));
      else take({ text: await response.text(), asks: true });
    }
    if (files.length) take({ files, asks: true });
  }

  /** What the program asks of this script beside workers. */
  class Host {
    #kept;
    #registration = new Promise((resolve) => (this.#kept = resolve));
    #closed;
    #oneFile = new Promise((resolve) => (this.#closed = resolve));

    /** Keeps this build from visit to visit. Before the network is closed, for the policy must allow it. */
    keep() {
      // A browser that keeps nothing, as in a private window, is none the worse for it.
      this.#kept(service?.register("sw.js").catch(() => null));
    }

    /** Closes the network, but for what brings the page as one file. */
    async close() {
      const program = await closeNetwork();
      this.#closed(program);
    }

    /** The page as one file. */
    async program() {
      return (await this.#oneFile)();
    }

    /** Hands over what came so far, and whatever comes from now on. */
    arrivals(program) {
      take = program;
      early.splice(0).forEach((what) => program(what));
    }

    /** Tells when a newer build is at hand, which serves as soon as this one lets it. */
    async updates(tell) {
      const registration = await this.#registration;
      if (!registration) return;
      // Where nothing serves yet the first build does so by itself.
      const tells = (worker) => worker.state === "installed" && registration.active && tell();
      const look = (worker) => {
        if (!worker) return;
        tells(worker);
        worker.addEventListener("statechange", () => tells(worker));
      };
      look(registration.waiting);
      look(registration.installing);
      registration.addEventListener("updatefound", () => look(registration.installing));
    }

    /** Begins anew with the newer build. */
    async renew() {
      const waiting = (await this.#registration)?.waiting;
      // In another tab it may have begun to serve already.
      if (!waiting) return location.reload();
      service.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("serve");
    }

    /** Lets go of all that is kept of the page itself, and of what was shared with it. Where the page could not be fetched again it stays: there is nothing of the reader's in it. */
    async forget() {
      const names = service ? await caches.keys() : [];
      const ours = names.filter((name) => name.startsWith(`digest-explorer ${here} `));
      const gone = navigator.onLine ? ours : ours.filter((name) => name.endsWith(" shared"));
      await Promise.all(gone.map((name) => caches.delete(name)));
      if (navigator.onLine) await (await service?.getRegistration(here))?.unregister();
    }
  }

  /** Resolves when what index.html shows is painted: what is fetched from then on delays nothing that can be seen. A page in the background may never be. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, document.hidden ? 0 : 500);
    });

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
    const closeShell = openShell();
    const host = new Host();
    takeFromOutside().catch(console.error);
    try {
      await start(host, closeShell);
    } catch (error) {
      closeShell();
      refuse(error);
    }
  }

  async function start(host, closeShell) {
    // From a slow host the page comes first: it can be used twice as early when the worker does not share the line.
    const isAtHand = !build || service?.controller;
    if (!isAtHand) await painted();
    const pageProgram = compiled("page_bg.wasm");
    const first = isAtHand ? null : pageProgram.catch(() => null);
    const workerProgram = Promise.resolve(first).then(() => compiled("worker_bg.wasm"));
    const workerScript = Promise.resolve(first).then(() => part("worker.js")).then((response) => response.text());

    const closed = Promise.allSettled([pageProgram, workerProgram, workerScript]).then(() => {
      host.keep();
      return host.close();
    });
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
    const focus = document.activeElement?.dataset.boot && document.activeElement.textContent;
    closeShell();
    wasm_bindgen.start(spawn, host);
    // The button that had the focus is another one now.
    if (focus) requestAnimationFrame(() => [...document.querySelectorAll(".welcome button")].find(({ textContent }) => textContent === focus)?.focus());
  }

  boot();
})();
