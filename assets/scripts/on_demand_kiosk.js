// The tablet at the door: goes on without network. A tap that cannot be sent waits in the browser's own database
// with the time of the tablet and a key made here; it is sent until the server says that it is on disk.
const back_after = 4000;
const patience = 4000;
let start = "";
let secret = "";
let timer;

const part = (name) => document.querySelector(`[data-kiosk-offline="${name}"]`);
const key_of = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function stored(mode, use) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open("borne", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("taps", { keyPath: "key" });
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const work = opening.result.transaction("taps", mode, { durability: "strict" });
      const asked = use(work.objectStore("taps"));
      work.oncomplete = () => { opening.result.close(); done(asked.result); };
      work.onabort = () => fail(work.error);
    };
  });
}

// Answers the response, or nothing when the server is not there.
async function sent(address, fields) {
  try {
    const response = await fetch(address, { method: "POST", body: new URLSearchParams(fields), signal: AbortSignal.timeout(patience) });
    return response.status >= 500 ? undefined : response;
  } catch {
    return undefined;
  }
}

function show(html) {
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  document.querySelector("main").replaceWith(document.importNode(main, true));
  ready();
}

function begin_again(after) {
  clearTimeout(timer);
  timer = setTimeout(() => { secret = ""; show(start); }, after);
}

function offline(name) {
  for (const one of document.querySelectorAll("[data-kiosk-offline]")) one.hidden = one.dataset.kioskOffline !== name;
  document.querySelector("[data-kiosk] > h1")?.toggleAttribute("hidden", name !== "ask");
  document.querySelector('[data-kiosk-form="tap"]')?.toggleAttribute("hidden", true);
  part(name)?.querySelector("button, input")?.focus();
}

async function keep(what, key) {
  await stored("readwrite", (taps) => taps.put({ key, secret, what, at: Date.now() }));
  secret = "";
  offline("kept");
  begin_again(back_after);
  count();
}

async function count() {
  const waiting = await stored("readonly", (taps) => taps.count());
  const line = document.querySelector("[data-kiosk-queue]");
  if (!line) return;
  line.hidden = waiting === 0;
  line.textContent = `${line.dataset.kioskQueue} ${waiting}`;
}

let sending = false;
async function flush() {
  if (sending) return;
  sending = true;
  try {
    for (const tap of await stored("readonly", (taps) => taps.getAll())) {
      const answer = await sent("/borne/attente", { ...tap, now: Date.now() });
      if (!answer?.ok || !(await answer.json()).kept) break;
      await stored("readwrite", (taps) => taps.delete(tap.key));
    }
  } finally {
    sending = false;
    count();
  }
}

async function on_submit(event) {
  const form = event.target;
  const kind = form.dataset?.kioskForm;
  if (!kind) return;
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(form));
  if (event.submitter?.name) fields[event.submitter.name] = event.submitter.value;
  if (kind === "who") {
    secret = fields.secret.trim();
    if (!secret) return;
    const answer = await sent(form.action, fields);
    if (answer) show(await answer.text());
    else offline("choice");
    begin_again(30000);
  } else if (kind === "tap") {
    const answer = await sent(form.action, fields);
    if (answer) { secret = ""; show(await answer.text()); begin_again(back_after); }
    else await keep(fields.what, fields.key);
  } else {
    await keep(fields.what, key_of());
  }
}

function tick() {
  const clock = document.querySelector("[data-kiosk-clock]");
  if (clock) {
    const now = new Date();
    clock.textContent = now.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  }
}

function ready() {
  tick();
  document.querySelector('[data-kiosk-form="who"] input')?.focus();
  count();
}

export function attach() {
  const done = document.querySelector("[data-kiosk-done]");
  if (document.querySelector('[data-kiosk-form="who"]')) start = document.documentElement.outerHTML;
  if (done) { setTimeout(() => location.assign("/borne"), back_after); return; }
  document.addEventListener("submit", on_submit);
  navigator.serviceWorker?.register("/borne/hors-ligne.js", { scope: "/borne" });
  addEventListener("online", flush);
  setInterval(flush, 5000);
  setInterval(tick, 20000);
  ready();
  flush();
}
