// After a refused form, reading starts at what is missing.
document.querySelector("[data-focus]")?.focus();
