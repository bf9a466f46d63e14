// The French of the screens, as it is rendered: gathered block by block.

/** Runs in the page: each piece of text that is read in one go, with the names and hints that only some people hear. */
function readPage() {
  const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);
  const FLOWING = new Set("A ABBR B CITE CODE DATA DFN EM I KBD MARK OUTPUT Q S SMALL SPAN STRONG SUB SUP TIME U".split(" "));
  const SPOKEN = ["aria-label", "aria-description", "aria-valuetext", "placeholder", "alt", "title"];
  const pieces = new Set();

  /** Whether an element goes on with the sentence around it; what is only spoken does, though it is put aside. */
  function flows(element, style) {
    if (!FLOWING.has(element.tagName)) return false;
    return /^inline/.test(style.display) || style.display === "contents" || style.position === "absolute";
  }

  let sentence = "";
  function end() {
    for (const line of sentence.split("\n")) {
      const text = line.replace(/[ \t]+/g, " ").replace(/^ | $/g, "");
      if (/\p{L}/u.test(text)) pieces.add(text);
    }
    sentence = "";
  }

  function walk(element) {
    if (SILENT.has(element.tagName)) return;
    const style = getComputedStyle(element);
    const isApart = !flows(element, style);
    const keepsLines = /^(pre|break)/.test(style.whiteSpace);
    if (isApart) end();
    for (const name of SPOKEN) {
      const spoken = element.getAttribute(name);
      if (spoken) {
        const before = sentence;
        sentence = spoken;
        end();
        sentence = before;
      }
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) sentence += keepsLines ? child.data : child.data.replace(/\n/g, " ");
      else if (child.nodeName === "BR") sentence += "\n";
      else if (child.nodeType === Node.ELEMENT_NODE) walk(child);
    }
    if (isApart) end();
  }

  sentence = document.title;
  end();
  walk(document.body);
  return [...pieces];
}

/** What was read so far: each text, with the screens that show it. */
export class Texts {
  #screens = new Map();

  async gather(page, screen) {
    for (const text of await page.evaluate(readPage)) this.add(text, screen);
  }

  add(text, screen) {
    if (!this.#screens.has(text)) this.#screens.set(text, screen);
  }

  get all() {
    return [...this.#screens.keys()];
  }

  screenOf(text) {
    return this.#screens.get(text);
  }
}
