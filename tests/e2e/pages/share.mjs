// « Partager une partie », by what a person does there.
import { downloaded } from "../harness/storage.mjs";
import { dataOf } from "./data.mjs";

const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");

export class ShareScreen {
  constructor(page) {
    this.page = page;
    this.part = (name) => page.getByRole("region", { name });
    this.personal = this.part("Avec des données personnelles");
    this.impersonal = this.part("Sans donnée personnelle");
    this.grouped = this.part("Résultats regroupés");
  }

  async open() {
    await this.page.evaluate(() => (location.hash = "#/donnees/partager"));
    await this.page.getByRole("heading", { level: 1, name: "Partager une partie" }).waitFor();
  }

  button(act) {
    return this.page.getByRole("button", { name: act, exact: true });
  }

  /** Prepares a file and takes it: its name, its text, its data as they lie there, and what the screen says of it. */
  async prepare(act) {
    const { name, text } = await downloaded(this.page, () => this.button(act).click());
    await this.page.getByText(name, { exact: true }).waitFor();
    const said = await words(this.page.locator(".data__prepared").filter({ hasText: name }));
    return { name, text, data: dataOf(text), said };
  }

  /** Says that the file has arrived. */
  async arrived() {
    await this.page.getByRole("button", { name: /^Oui, (je l’ai vérifié|et j’ai noté la phrase de passe)$/ }).click();
    await this.page.getByText("Fichier préparé").waitFor({ state: "detached" });
  }

  /** Presses a button that must give nothing. */
  async givesNothing(act) {
    let downloads = 0;
    const count = () => (downloads += 1);
    this.page.on("download", count);
    await this.button(act).click({ force: true });
    await this.page.waitForTimeout(300);
    this.page.off("download", count);
    return downloads === 0;
  }

  /** Takes the table of the grouped results: its name and its text. */
  table() {
    return downloaded(this.page, () => this.button("Préparer les résultats regroupés").click());
  }
}
