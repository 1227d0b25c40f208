// The console's keys, dialogs that a page opens by itself, and the time from a press to its effect.
const PRESSED = "sekisho-pressed";

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, dialog[open]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (place) {
    event.preventDefault();
    place.focus();
  }
});

for (const dialog of document.querySelectorAll("dialog[data-open]")) dialog.showModal();

document.addEventListener("submit", (event) => {
  if ("timed" in event.target.dataset) sessionStorage.setItem(PRESSED, String(Date.now()));
});

const pressed = Number(sessionStorage.getItem(PRESSED));
sessionStorage.removeItem(PRESSED);
const shown = document.querySelector("[data-since-press]");
if (shown && pressed) {
  shown.textContent = shown.dataset.sincePress.replace("#", ((Date.now() - pressed) / 1000).toFixed(2));
}

// What was in flight is followed to its end. While a dialog is open nothing is torn from under it.
if (document.querySelector('[data-follows="yes"]')) {
  setInterval(() => {
    if (!document.querySelector("dialog[open]")) location.reload();
  }, 2000);
}
