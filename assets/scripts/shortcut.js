// Ctrl K, or ⌘ K, goes to the search field.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const field = document.querySelector(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select?.();
});
