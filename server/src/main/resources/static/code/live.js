// The server says when something of ours has changed; parts of the page that show it fetch themselves anew.
export function listen(address) {
  const source = new EventSource(address);
  // A part that is on its way is replaced when it comes, and what it heard meanwhile is lost with it: say it again then.
  let underway = 0;
  let missed = false;
  const tell = () => document.body.dispatchEvent(new Event("wallet-changed"));
  document.addEventListener("htmx:beforeRequest", () => underway++);
  document.addEventListener("htmx:afterRequest", () => {
    underway = Math.max(0, underway - 1);
    if (underway === 0 && missed) {
      missed = false;
      setTimeout(tell, 50);
    }
  });
  source.addEventListener("changed", () => {
    missed ||= underway > 0;
    tell();
  });
  window.addEventListener("pagehide", () => source.close());
}
