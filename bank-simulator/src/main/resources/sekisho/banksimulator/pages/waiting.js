// Asks every two seconds whether the customer has answered on their device, and goes on when they have.
const form = document.querySelector("form[data-waiting]");
if (form) {
  const ask = async () => {
    try {
      const answer = await fetch(form.dataset.waiting, { cache: "no-store" });
      if (answer.status === 200) {
        form.requestSubmit();
        return;
      }
    } catch {
      // Not reached now: the button is there, and the next look may succeed.
    }
    setTimeout(ask, 2000);
  };
  setTimeout(ask, 2000);
}
