// Keeps the page of the tablet and what it is made of, for when nothing answers. Nothing personal is kept: only
// the page that asks for a badge.
const shelf = "borne-1";

async function stock() {
  const page = await fetch("/borne", { cache: "no-store" });
  if (!page.ok) return;
  const html = await page.clone().text();
  const shelved = await caches.open(shelf);
  await shelved.put("/borne", page);
  const parts = [...new Set(html.match(/\/assets\/[\w.-]+/g) || [])];
  await Promise.allSettled(parts.map((part) => shelved.add(part)));
}

self.addEventListener("install", (event) => event.waitUntil(stock().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  if (method !== "GET") return;
  const path = new URL(url).pathname;
  if (mode === "navigate")
    event.respondWith(fetch(event.request).catch(() => caches.match("/borne").then((page) => page || Response.error())));
  else if (path.startsWith("/assets/"))
    event.respondWith(caches.match(event.request).then((part) => part || fetch(event.request)));
});
