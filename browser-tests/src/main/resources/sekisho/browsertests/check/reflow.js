// Text that is cut off or leaves a page of this width. A row each.
(width) => {
  const slack = 1.5;
  const found = [];
  const name = (element) =>
    element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + [...element.classList].map((c) => "." + c).join("");
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  // Texts for screen readers are clipped to a dot on purpose.
  const dot = (box) => box.width <= 1.5 || box.height <= 1.5;

  const wide = document.documentElement.scrollWidth;
  if (wide > width + slack) found.push({ text: `the page is ${wide} wide`, where: "html" });

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || !seen(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (boxes.length === 0) continue;
    const left = Math.min(...boxes.map((box) => box.left));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    // Moved out of sight until it gets the focus: a link that skips to the content.
    if (right <= 0 || bottom + window.scrollY <= 0) continue;
    const say = (what) => found.push({ text: `${what}: “${text.data.trim().slice(0, 60)}”`, where: name(text.parentElement) });

    let scrolls = false;
    for (let element = text.parentElement; element && element !== document.documentElement; element = element.parentElement) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (dot(box) && style.overflow !== "visible") {
        scrolls = true;
        break;
      }
      if (/auto|scroll/.test(style.overflowX)) {
        scrolls = true;
        break;
      }
      if (/hidden|clip/.test(style.overflowX) && (right > box.right + slack || left < box.left - slack)) {
        say("cut off at the side");
        break;
      }
      if (/hidden|clip/.test(style.overflowY) && bottom > box.bottom + slack) {
        say("cut off below");
        break;
      }
    }
    if (!scrolls && (right > width + slack || left < -slack)) say("outside of the page");
  }
  return found;
};
