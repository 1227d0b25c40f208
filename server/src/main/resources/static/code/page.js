// What every page does: no second press of a button, dialogs, passkeys where a form wants one, live changes.
import { answerWithPasskey } from "./passkey.js";
import { listen } from "./live.js";

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.dataset.passkey && !form.elements.credential.value) {
    event.preventDefault();
    answerWithPasskey(form);
    return;
  }
  form.dataset.sent = "yes";
});

// Who comes back with the back button may press again: the server knows a repeat.
window.addEventListener("pageshow", () => {
  for (const form of document.forms) {
    delete form.dataset.sent;
    if (form.elements.credential) form.elements.credential.value = "";
  }
});

// A page that answers a form has nothing at its own address: who reloads it, or comes back to it, begins at the form again.
const answered = document.querySelector("[data-again]");
if (answered) history.replaceState(null, "", answered.dataset.again);

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens).showModal();
  const closer = event.target.closest("[data-closes]");
  if (closer) closer.closest("dialog").close();
});

const place = document.querySelector("[data-live]");
if (place) listen(place.dataset.live);
