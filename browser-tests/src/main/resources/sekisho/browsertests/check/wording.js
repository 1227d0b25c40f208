// Texts of a page that are missing, or not in its language. A row each.
(language) => {
  const found = [];
  const name = (element) =>
    element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + [...element.classList].map((c) => "." + c).join("");
  const look = (text, element) => {
    const bare = text.trim();
    if (!bare) return;
    const say = (what) => found.push({ text: `${what}: “${bare.slice(0, 120)}”`, where: name(element) });
    if (/\?\?|\{\d+\}|\$\{|\bnull\b|\bundefined\b|\bNaN\b/.test(bare)) say("a text or a value is missing");
    else if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9-]*)+$/.test(bare) && !element.closest("code, [translate=no]")) {
      say("a key in place of its text");
    } else if (!mayBeForeign(element)) {
      // Names may be in kanji or katakana; a sentence has hiragana. English: four small words in a row.
      if (language === "en" && /\p{Script=Hiragana}/u.test(bare)) say("Japanese on an English page");
      if (language === "ja" && /([a-z]{2,} ){3,}[a-z]{2,}/.test(bare)) say("English on a Japanese page");
    }
  };
  const mayBeForeign = (element) => {
    if (element.closest("code, pre, script, style, [translate=no]")) return true;
    return element.closest("[lang]") !== document.documentElement;
  };

  if (!document.documentElement.lang.startsWith(language)) {
    found.push({ text: `lang is “${document.documentElement.lang}” and should be “${language}”`, where: "html" });
  }
  look(document.title, document.documentElement);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!element.closest("script, style, template, noscript")) look(texts.currentNode.data, element);
  }
  for (const attribute of ["alt", "title", "placeholder", "aria-label", "aria-description"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) look(element.getAttribute(attribute), element);
  }
  return found;
};
