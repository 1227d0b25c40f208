// The server says when something of ours has changed; parts of the page that show it fetch themselves anew.
export function listen(address) {
  const source = new EventSource(address);
  source.addEventListener("changed", () => document.body.dispatchEvent(new Event("wallet-changed")));
  window.addEventListener("pagehide", () => source.close());
}
