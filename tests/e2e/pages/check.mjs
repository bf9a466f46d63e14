// « À vérifier », by what a person sees and chooses there.
import { plain } from "./screen.mjs";

export class CheckScreen {
  constructor(page) {
    this.page = page;
    this.nothing = page.getByRole("heading", { name: "Rien à vérifier" });
  }

  async open() {
    await this.page.evaluate(() => (location.hash = "#/donnees/a-verifier"));
    await this.page.getByRole("heading", { level: 1, name: "À vérifier" }).waitFor();
  }

  /** Waits for the number of points that are to check. */
  count(number) {
    return this.page.getByText(number === 1 ? "1 point à vérifier" : `${number} points à vérifier`).waitFor();
  }

  /** What is disputed, by its name. */
  card(name) {
    return this.page.getByRole("group", { name, exact: true });
  }

  /** A row of a dispute, by what it says. */
  row(name, words) {
    return this.card(name).getByRole("radio", { name: words });
  }

  /** What the rows of a dispute say, in their order. */
  async rows(name) {
    const rows = this.card(name).locator("label").filter({ has: this.page.getByRole("radio") });
    return (await rows.allInnerTexts()).map(plain);
  }

  /** Keeps what is picked in a dispute. */
  keep(name) {
    return this.page.getByRole("button", { name: `Garder la valeur choisie : ${name}`, exact: true }).click();
  }

  /** Picks a row of a dispute and keeps it; waits until this is said. */
  async choose(name, words, said) {
    await this.row(name, words).check();
    await this.keep(name);
    await this.said(said);
  }

  /** Waits until the screen says what was done. */
  said(words) {
    return this.page.getByRole("status").filter({ hasText: words }).waitFor();
  }

  /** Takes back what was done last. */
  async undo() {
    await this.page.getByRole("button", { name: "Annuler", exact: true }).click();
    await this.said("Choix annulé");
  }
}
