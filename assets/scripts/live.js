// A page that shows what changes by itself: when the server says that something is new, the part marked
// data-live is asked for again. Without scripts, or without the line, the page is as fresh as it was loaded.
for (const part of document.querySelectorAll("[data-live]")) follow(part);

function follow(part) {
  if (!window.EventSource) return;
  let waiting = false, again = false;

  // Never under the fingers of somebody who types or has something open.
  const is_in_use = () => part.querySelector("details[open]") || (part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea"));

  async function refresh() {
    if (waiting) return void (again = true);
    if (is_in_use() || document.hidden) return void (again = true);
    waiting = true;
    again = false;
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById(part.id);
      if (!fresh || is_in_use()) return;
      const held = part.contains(document.activeElement) && document.activeElement.id;
      part.replaceChildren(...fresh.childNodes);
      if (held) document.getElementById(held)?.focus({ preventScroll: true });
    } catch {
      // The line is down: the stream comes back by itself, and says so.
    } finally {
      waiting = false;
      if (again) setTimeout(refresh, 1000);
    }
  }

  const source = new EventSource(part.dataset.live);
  let met = false;
  source.addEventListener("changed", refresh);
  source.addEventListener("hello", () => {
    if (met) refresh();
    met = true;
  });
  document.addEventListener("visibilitychange", () => again && refresh());
  part.addEventListener("focusout", () => again && setTimeout(refresh, 300));
}
