// The pad's code comes only when a page has a signature field.
for (const field of document.querySelectorAll("[data-signature]"))
  import(field.dataset.signature).then((pad) => pad.attach(field));
