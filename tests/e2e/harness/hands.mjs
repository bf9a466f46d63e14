// The application driven by the keyboard alone: Tab, arrows, Space, Enter, and letters.

/** What the element that has the focus is, in the page's own words. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    const words = (node) => node?.textContent.replace(/\s+/g, " ").trim() ?? "";
    const legend = element.closest("fieldset")?.querySelector("legend");
    return {
      words: `${words(element.labels?.[0])} ${element.tagName === "SELECT" ? "" : words(element)}`.trim(),
      group: words(legend),
      type: element.type ?? "",
    };
  });

export class Hands {
  constructor(page) {
    this.page = page;
    this.keyboard = page.keyboard;
    // Heard from the start: a chooser that opens before anybody listens is lost.
    page.on("filechooser", () => {});
  }

  /** Presses Tab until what has the focus satisfies a test. */
  async tabUntil(test, what, limit = 150) {
    for (let count = 0; count < limit; count += 1) {
      await this.keyboard.press("Tab");
      const here = await focused(this.page);
      if (test(here)) return here;
    }
    throw new Error(`Tab n’atteint pas ${what}`);
  }

  /** Presses Tab until what has the focus says this. */
  tabTo(words) {
    return this.tabUntil((here) => words.test(here.words), words);
  }

  /** Goes to a link or a button, and presses it. */
  async press(words) {
    await this.tabTo(words);
    await this.keyboard.press("Enter");
  }

  /** Chooses a row of a group: Space on a box, the arrows among radio buttons. */
  async choose(group, row) {
    const here = await this.tabUntil(
      (here) => here.group === group && (here.type === "radio" || here.words === row),
      `« ${row} » de « ${group} »`,
    );
    await this.keyboard.press("Space");
    if (here.type !== "radio") return;
    for (let count = 0; count < 12; count += 1) {
      if ((await focused(this.page)).words === row) return;
      await this.keyboard.press("ArrowDown");
    }
    throw new Error(`les flèches n’atteignent pas « ${row} » de « ${group} »`);
  }

  /** Gives a file to the chooser that a press opens. */
  async giveFile(words, file) {
    await this.tabTo(words);
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.keyboard.press("Enter")]);
    await chooser.setFiles(file);
  }
}
