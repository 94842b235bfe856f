// On a phone the menu is one line that slides: it opens at the page one is on.
const here = document.querySelector(".nav [aria-current]");
const line = here?.closest(".nav");
if (line && line.scrollWidth > line.clientWidth) line.scrollLeft = here.offsetLeft - (line.clientWidth - here.offsetWidth) / 2;
