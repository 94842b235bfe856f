// Dragging a card sends the form it holds. The answer is the board as it is now, with what others did too;
// a refusal puts the card back and says why.
for (const board of document.querySelectorAll("[data-board]")) attach(board);

function attach(board) {
  const status = board.querySelector("[role=status]");
  let held;

  const say = (words, refused = false) => {
    status.textContent = words;
    status.classList.toggle("is-refused", refused);
  };
  const form_of = (card) => card.querySelector("[data-board-form]");
  const takes = (card, column) => [...form_of(card).elements.to.options].some((to) => to.value === column.dataset.column);
  const clear = () => board.querySelectorAll(".can-drop, .is-target").forEach((c) => c.classList.remove("can-drop", "is-target"));
  const ready = () => board.querySelectorAll("[data-card]").forEach((card) => (card.draggable = !!form_of(card)));

  async function move(card, key) {
    const form = form_of(card);
    const { id } = card, from = card.parentElement, after = card.nextSibling;
    const column = board.querySelector(`[data-column="${CSS.escape(key)}"]`);
    const body = new URLSearchParams(new FormData(form));
    body.set("to", key);
    form.closest("details").open = false;
    column.querySelector("ul").append(card);
    say(board.dataset.moving);
    const back = (words) => {
      from.insertBefore(card, after);
      say(words, true);
    };
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const refusal = page.querySelector("[role=alert] p") || page.querySelector("[role=alert]");
      const words = refusal?.textContent.trim().replace(/\s+/g, " ");
      const fresh = page.querySelector("[data-board] .board-box");
      if (!answer.ok || !fresh) return back(words || board.dataset.lost);
      board.querySelector(".board-box").replaceWith(fresh);
      ready();
      say(board.dataset.moved);
      document.getElementById(id)?.querySelector("a").focus({ preventScroll: true });
    } catch {
      back(board.dataset.lost);
    }
  }

  board.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-board-form]");
    if (!form) return;
    event.preventDefault();
    move(form.closest("[data-card]"), form.elements.to.value);
  });
  board.addEventListener("dragstart", (event) => {
    held = event.target.closest("[data-card]");
    if (!held || !form_of(held)) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.id);
    held.classList.add("is-held");
    board.querySelectorAll("[data-column]").forEach((c) => c.classList.toggle("can-drop", takes(held, c)));
  });
  board.addEventListener("dragover", (event) => {
    const column = event.target.closest("[data-column]");
    board.querySelectorAll(".is-target").forEach((c) => c !== column && c.classList.remove("is-target"));
    if (!held || !column || !takes(held, column)) return;
    event.preventDefault();
    column.classList.add("is-target");
  });
  board.addEventListener("drop", (event) => {
    const column = event.target.closest("[data-column]");
    if (!held || !column || !takes(held, column)) return;
    event.preventDefault();
    move(held, column.dataset.column);
  });
  board.addEventListener("dragend", () => {
    held?.classList.remove("is-held");
    held = undefined;
    clear();
  });
  ready();
}
