// Reads the page aloud, sentence by sentence: long texts stall in some browsers. The button shows only where
// a voice exists.
const voice = window.speechSynthesis;
const blocks = "h1, h2, h3, p, li, dt, dd, b";

function sentences() {
  const said = [];
  for (const block of document.querySelectorAll(`main :is(${blocks})`)) {
    if (block.closest("[data-listen], [hidden], [aria-hidden=true]") || block.parentElement.closest("p, li, dt, dd, h1, h2, h3")) continue;
    const copy = block.cloneNode(true);
    copy.querySelectorAll("[aria-hidden=true], button, svg").forEach((part) => part.remove());
    const text = copy.textContent.replace(/\s+/g, " ").trim();
    if (text) said.push(...(text.match(/[^.!?…]+[.!?…]*/g) || [text]));
  }
  return said;
}

function stop(button, word) {
  voice.cancel();
  button.setAttribute("aria-pressed", "false");
  button.querySelector("span").textContent = word;
}

if (voice && window.SpeechSynthesisUtterance) {
  for (const button of document.querySelectorAll("[data-listen]")) {
    const span = button.querySelector("span");
    const word = span.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-pressed") === "true") return stop(button, word);
      voice.cancel();
      button.setAttribute("aria-pressed", "true");
      span.textContent = button.dataset.stopWord;
      const all = sentences();
      all.forEach((sentence, at) => {
        const speech = new SpeechSynthesisUtterance(sentence);
        speech.lang = document.documentElement.lang;
        if (at === all.length - 1) speech.onend = () => stop(button, word);
        voice.speak(speech);
      });
    });
  }
  addEventListener("pagehide", () => voice.cancel());
}
