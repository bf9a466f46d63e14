// The restore points, by what a person sees and does there.

export class PointsScreen {
  constructor(page) {
    this.page = page;
    this.cards = page.getByRole("main").getByRole("article");
    this.question = page.getByRole("dialog", { name: /^Revenir en arrière/ });
  }

  async open() {
    await this.page.evaluate(() => (location.hash = "#/donnees/points"));
    await this.page.getByRole("heading", { level: 1, name: "Points de retour" }).waitFor();
  }

  /** What each point says, the newest first. */
  async list() {
    await this.open();
    const texts = await this.cards.allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, " "));
  }

  /** Asks to go back to a point (0: the newest), or to undo only its import; what would change. */
  async ask(nth, { undo = false } = {}) {
    await this.open();
    const name = undo ? /^Annuler seulement cet import/ : /^Revenir à ce point/;
    await this.cards.nth(nth).getByRole("button", { name }).click();
    await this.question.waitFor();
    return (await this.question.innerText()).replace(/\s+/g, " ");
  }

  /** Goes ahead; what is said of it. */
  async accept() {
    await this.question.getByRole("button", { name: "Revenir en arrière" }).click();
    const done = this.page.getByRole("status").filter({ hasText: "C’est fait" });
    await done.waitFor();
    const said = (await done.innerText()).replace(/\s+/g, " ");
    // Hidden, so that the next one is heard.
    await done.getByRole("button", { name: "Masquer ce message" }).click();
    return said;
  }

  async refuse() {
    await this.question.getByRole("button", { name: "Annuler" }).click();
    await this.question.waitFor({ state: "hidden" });
  }

  /** Goes back to a point; what was foreseen, and what is said. */
  async goBack(nth, options) {
    const foreseen = await this.ask(nth, options);
    return { foreseen, said: await this.accept() };
  }
}
