// A button that prints the page.
for (const button of document.querySelectorAll("[data-prints]")) button.addEventListener("click", () => window.print());
