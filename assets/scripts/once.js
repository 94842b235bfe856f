// A form that was sent is not sent again by a second click; coming back to the page frees its buttons.
const busy = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-once]") || event.defaultPrevented) return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  const button = event.submitter || form.querySelector("button[type=submit]");
  form.setAttribute("aria-busy", "true");
  if (!button) return;
  const word = button.querySelector("span");
  busy.add({ form, button, text: word?.textContent });
  button.setAttribute("aria-busy", "true");
  if (word && button.dataset.busyWord) word.textContent = button.dataset.busyWord;
});

function free() {
  for (const { form, button, text } of busy) {
    form.removeAttribute("aria-busy");
    button.removeAttribute("aria-busy");
    const word = button.querySelector("span");
    if (word && text) word.textContent = text;
  }
  busy.clear();
}

addEventListener("pageshow", free);
