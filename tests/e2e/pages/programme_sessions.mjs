// The sessions of a cycle: their list, their calendar, the page of each.
import { CYCLE, trainerId } from "./programme_cycle.mjs";
import { record } from "./records.mjs";
import { plain } from "./screen.mjs";

/** A cycle without a session, and somebody who trains. */
export const emptyCycle = () => ({
  cycle: {
    [CYCLE]: record({ title: "Cycle d’essai", window: { from: "2022-01-03", to: "2022-06-30" }, group: { least: 10, most: 15 }, hours: 7 }),
  },
  trainer: { [trainerId(1)]: record({ family_name: "Formatrice", given_name: "Alix" }) },
});

export class Sessions {
  constructor(page) {
    this.page = page;
  }

  async at(name) {
    await this.page.getByRole("heading", { level: 1, name }).waitFor();
  }

  async list() {
    await this.page.evaluate(() => (location.hash = "#/programme/sessions"));
    await this.at("Sessions");
  }

  async press(name) {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async follow(name) {
    await this.page.getByRole("link", { name, exact: true }).first().click();
  }

  /** Fills the form of a session, by the labels of its inputs. */
  async fill(typed) {
    for (const [label, text] of Object.entries(typed)) await this.page.getByLabel(new RegExp(`^${label}`)).first().fill(text);
  }

  /** The row of a session in the list, as text. */
  async row(name) {
    const row = this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
    return plain(await row.innerText());
  }

  /** Where the session shown stands. */
  async state() {
    const card = this.page.getByRole("region", { name: "État de la session" });
    return plain(await card.getByRole("paragraph").first().innerText());
  }

  /** What was just said. */
  async said(words) {
    await this.page.getByRole("status").filter({ hasText: words }).first().waitFor();
  }
}
