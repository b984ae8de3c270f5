// Keeps one build of the hosted page at hand: it starts without a network, and it changes as a whole.
//
// All parts of a build lie in one cache that is named by the build. The page says in each address which build it is of, and gets parts of that one only. A new build is fetched
// part by part beside the old one and compared with the hashes below; if one part is missing or another, as while a host is being written to, nothing of it is taken. It serves
// from the time when no page of the old build is open any more, or when a reader says so.
//
// What is fetched here is what stands in `PARTS`, by addresses that stand here, and what the browser would fetch without this script. Nothing that a page says names an address.
"use strict";

// `cargo xtask dist` fills these in: the build, and the hash of each part. Without them this is the page as it is being worked on, which must never be an old one.
const BUILD = "";
const PARTS = {};

/** How the names of this copy's caches begin; another copy may lie under another path of the same host. */
const OURS = `digest-explorer ${registration.scope} `;
const SHARED = `${OURS}shared`;
/** What the page itself is called among the parts. Some hosts send who asks for `index.html` on to its folder, so the folder is asked. */
const PAGE = "index.html";
/** The message with which a page asks for a new build to serve. */
const SERVE = "serve";

/** Fetches a part from the host. */
async function fetched(name, options) {
  const response = await fetch(`${name === PAGE ? "./" : name}?v=${BUILD}`, { cache: "no-cache", ...options });
  // Who was sent on may not answer for where it began.
  const { body, headers, status } = response;
  return response.redirected ? new Response(body, { headers, status }) : response;
}

/** Fetches this build. Fails unless every part has arrived and is the right one. */
async function take() {
  const cache = await caches.open(OURS + BUILD);
  const parts = Object.entries(PARTS).map(async ([name, integrity]) => {
    // What the page has fetched a moment ago comes from the browser's own cache, if the host says that it is still the same.
    const response = await fetched(name, { integrity });
    if (!response.ok) throw new Error(`${name}: ${response.status}`);
    await cache.put(name, response);
  });
  const failed = (await Promise.allSettled(parts)).find(({ status }) => status === "rejected");
  if (failed) {
    await caches.delete(OURS + BUILD);
    throw failed.reason;
  }
}

/** Lets older builds go but for the last: a page of it may be about to ask for its parts. */
async function tidy() {
  const builds = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== SHARED);
  const before = builds.filter((name) => name !== OURS + BUILD).slice(0, -1);
  await Promise.all(before.map((name) => caches.delete(name)));
}

/** Ends what was served by a release at the same address, as on a machine where the page is being worked on. */
async function retire() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await clients.claim();
  await registration.unregister();
  // Where nothing was kept the pages are what the host has now.
  if (!ours.length) return;
  const pages = await clients.matchAll({ type: "window" });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}

/**
 * A part of a build as it was taken. If the browser has let this build go its parts come from the host, and so do those of the build that the host has instead by then; but never by the
 * request of a page: what stands behind its `?` would go along. While this build is here nothing is asked for in the name of another one.
 */
async function part(name, build) {
  const taken = await caches.match(name, { cacheName: OURS + build, ignoreVary: true });
  if (taken) return taken;
  return build === BUILD || !(await caches.has(OURS + BUILD)) ? fetched(name) : Response.error();
}

/** Puts aside what another app hands over, for the page to ask its reader about, and goes to the page. */
async function share(request) {
  const form = await request.formData();
  const files = form.getAll("files").filter((file) => file instanceof File && file.size > 0);
  const said = ["title", "text", "url"].map((key) => form.get(key)).filter((text) => typeof text === "string" && text.trim());
  // What nobody has asked for is gone now.
  await caches.delete(SHARED);
  const cache = await caches.open(SHARED);
  const put = (place, content, name) => cache.put(`shared/${place}`, new Response(content, { headers: { "X-Name": encodeURIComponent(name) } }));
  if (files.length) await Promise.all(files.map((file, at) => put(at, file, file.name)));
  else if (said.length) await put("text", said.join("\n"), "");
  return Response.redirect("./?shared", 303);
}

addEventListener("install", (event) => {
  if (BUILD) event.waitUntil(take());
  else skipWaiting();
});

addEventListener("activate", (event) => {
  // The page that brought the first build here needs nothing more of it. But from now on whatever it may still ask for is answered here, and not by the host.
  event.waitUntil(BUILD ? tidy().then(() => clients.claim()) : retire());
});

addEventListener("message", ({ data }) => {
  if (data === SERVE) skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (!BUILD || !url.href.startsWith(registration.scope)) return;
  const name = url.href.slice(registration.scope.length).split(/[?#]/)[0];
  if (request.method === "POST" && name === "share") {
    // What cannot be read is not shared, and the page is there all the same.
    event.respondWith(share(request).catch(() => Response.redirect("./", 303)));
  }
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (name === "" || name === PAGE) event.respondWith(part(PAGE, BUILD));
  } else if (Object.hasOwn(PARTS, name)) {
    event.respondWith(part(name, url.searchParams.get("v") ?? BUILD));
  }
});
