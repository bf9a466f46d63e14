// Keeps one whole version of the application, and serves it with or without network.
// `cargo xtask post-build` fills in the version and the files: [address, integrity].
"use strict";

const VERSION = "%VERSION%";
const FILES = "%FILES%";

// Several copies of the application may share an origin: each keeps to its own folder's caches.
const PREFIX = `reperes ${new URL(registration.scope).pathname} `;
const CACHE = PREFIX + VERSION;

const address = (path) => new URL(path, registration.scope).href;
const INDEX = address("./index.html");
const KEPT = new Set(FILES.map(([path]) => address(path)));

/** All or nothing. The integrity refuses a half-made deployment, and the sign-in page of a hotspot. */
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map(([path, integrity]) => new Request(path, { cache: "reload", integrity })));
}

async function forgetOthers() {
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
  }
}

async function answer(request, url) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(url);
  if (!kept) return fetch(request);
  // A browser refuses to navigate to an answer that was redirected.
  return kept.redirected ? new Response(kept.body, { headers: kept.headers }) : kept;
}

addEventListener("install", (event) => event.waitUntil(keep()));

addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  if (url.href === registration.scope) url.href = INDEX;
  if (KEPT.has(url.href)) event.respondWith(answer(request, url.href));
});

// A new version waits until the person accepts it.
addEventListener("message", (event) => {
  if (event.data?.type === "activate") skipWaiting();
});
