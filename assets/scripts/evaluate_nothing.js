// htmx can run code found in attributes; here no page holds any, and none could be run.
function refused() {
  throw new Error("no code is run from a page");
}

window.htmx?.registerExtension("evaluate-nothing", {
  init: (inside) => inside.initSecurity(undefined, refused, refused),
});
