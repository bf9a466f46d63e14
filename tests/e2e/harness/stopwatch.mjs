// Times taken inside the page, by the same rule whatever the page: what is shown counts once it is painted.

/** Prepares a page before its own scripts. `field` and `agree` are selectors: where one searches, and what stores. */
export function installStopwatch({ field, agree }) {
  const watch = {};
  window.stopwatch = watch;

  /** The moment when what is now in the document has been painted: the end of the task of the next frame. */
  watch.painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });

  /** Waits for what a look at the document gives: now, or after a change. */
  const seen = (look) =>
    new Promise((resolve) => {
      const found = look();
      if (found) return resolve(found);
      const observer = new MutationObserver(() => {
        const found = look();
        if (!found) return;
        observer.disconnect();
        resolve(found);
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    });

  const statuses = () => [...document.querySelectorAll("[role=status]")];
  const words = () => statuses().map((status) => status.textContent.replace(/\s+/g, " ")).join("\n");
  const isAnswered = (typed) => () => words().includes(`« ${typed} »`);

  const type = (element, text) => {
    element.value = text;
    element.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  /** As soon as there is a field, looks for these words; when what is found is painted. */
  const search = async (text) => {
    type(await seen(() => document.querySelector(field)), text);
    await seen(isAnswered(text));
    return watch.painted();
  };

  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: "longtask", buffered: true });
  watch.longestTask = () => longest;

  /**
   * From the next file given to the page to words found in it. Whoever reads what the page says before agreeing takes
   * their time: only the machine's is counted, so the agreement comes at once.
   */
  watch.import = (text) => {
    watch.imported = new Promise((resolve) => {
      const given = async () => {
        const from = performance.now();
        longest = 0;
        if (agree) (await seen(() => document.querySelector(agree))).click();
        resolve((await search(text)) - from);
      };
      document.addEventListener("change", given, { capture: true, once: true });
    });
  };

  /** Each letter of these words, to what is found painted. */
  watch.typing = async (texts) => {
    const times = [];
    const element = document.querySelector(field);
    for (const text of texts) {
      for (let end = 1; end <= text.length; end += 1) {
        const typed = text.slice(0, end);
        if (typed.endsWith(" ")) continue;
        await new Promise((resolve) => setTimeout(resolve, 30));
        const from = performance.now();
        type(element, typed);
        await seen(isAnswered(typed));
        times.push({ typed, ms: (await watch.painted()) - from });
      }
      type(element, "");
      // What waits for the end of the typing is done apart.
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    return times;
  };

  /** How long the page could not answer while something was done, at most: a beat that never stops shows its gaps. */
  watch.blocked = async (act) => {
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    let gap = 0;
    port1.onmessage = () => {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      port2.postMessage(null);
    };
    port2.postMessage(null);
    await act();
    await watch.painted();
    await new Promise((resolve) => setTimeout(resolve, 100));
    port1.close();
    return gap;
  };

  // What a program holds in its own memory is not in the heap of scripts.
  const memories = new Set();
  watch.programMemory = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const outcome = await original.apply(WebAssembly, given);
      const { exports } = outcome.instance ?? outcome;
      for (const value of Object.values(exports ?? {})) if (value instanceof WebAssembly.Memory) memories.add(value);
      return outcome;
    };
  }

  // What is looked for as soon as the page opens again, from the moment when it was asked for.
  const awaited = sessionStorage.getItem("awaited");
  if (awaited) watch.opened = search(awaited);
}
