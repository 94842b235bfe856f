// Typed text is never lost: it stays in this tab while typing, and goes to the server as a draft.
const pause = 5000;

function typed(form) {
  const draft = {};
  for (const field of form.elements)
    if (field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type))
      (draft[field.name] ||= []).push(["checkbox", "radio"].includes(field.type) ? field.checked : field.value);
  return JSON.stringify(draft);
}

function put_back(form, text) {
  const draft = JSON.parse(text);
  for (const field of form.elements) {
    const kept = draft[field.name]?.shift?.();
    if (kept === undefined || ["hidden", "password", "file"].includes(field.type)) continue;
    if (["checkbox", "radio"].includes(field.type)) field.checked = kept;
    else if (!field.value) field.value = kept;
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const key = `draft ${location.pathname} ${form.id}`;
  const status = form.querySelector("[data-saved]");
  const kept = sessionStorage.getItem(key);
  if (kept) {
    try { put_back(form, kept); } catch { sessionStorage.removeItem(key); }
  }
  let last = typed(form);

  const save = async () => {
    const now = typed(form);
    if (now === last) return;
    sessionStorage.setItem(key, now);
    const body = new FormData(form);
    for (const field of form.querySelectorAll("input[type=file], input[type=password]")) body.delete(field.name);
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new URLSearchParams(body) });
      if (!answer.ok) return;
      last = now;
      if (status) status.textContent = status.dataset.saved;
    } catch {
      // No network: the text stays in the tab, and the next round tries again.
    }
  };
  const timer = setInterval(save, pause);
  form.addEventListener("submit", () => {
    clearInterval(timer);
    sessionStorage.removeItem(key);
  });
  document.addEventListener("visibilitychange", () => document.hidden && save());
}
