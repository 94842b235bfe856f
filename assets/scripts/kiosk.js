// The kiosk's code comes only to the tablet at the door.
const door = document.querySelector("[data-kiosk]");
if (door) import(door.dataset.kiosk).then((kiosk) => kiosk.attach());
