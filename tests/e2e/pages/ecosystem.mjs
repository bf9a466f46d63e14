// Who does what, by what a person sees and does there.
import { plain } from "./screen.mjs";

export class Ecosystem {
  constructor(page) {
    this.page = page;
    this.searchField = page.getByRole("searchbox", { name: "Qui appeler pour…" });
    this.results = page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link");
    this.part = (name) => page.getByRole("region", { name });
    this.contacts = page.getByRole("region", { name: "Contacts", exact: true });
    this.links = this.part("Liens avec d’autres acteurs");
    this.button = (name) => page.getByRole("button", { name });
  }

  /** Follows the address of a screen: "", "missions", "reseau", "acteur/…". */
  async go(screen = "") {
    await this.page.evaluate((hash) => (location.hash = hash), screen ? `#/ecosysteme/${screen}` : "#/ecosysteme");
  }

  async at(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
  }

  /** Waits until these words are read, alone. */
  async says(words) {
    await this.page.getByText(words, { exact: true }).first().waitFor();
  }

  /** Looks for words, and waits for what is said of them. */
  async search(words, found) {
    await this.searchField.fill(words);
    await this.says(found);
    return this.names();
  }

  async names() {
    return (await this.results.allTextContents()).map(plain);
  }

  async open(actor) {
    await this.results.filter({ hasText: actor }).first().click();
    await this.at(actor);
  }

  /** From an actor's sheet: notes whom to ask for. */
  async addContact({ role, name = "", reach, source, informed = "" }) {
    await this.button("Ajouter un contact").click();
    await this.fillContact({ "Fonction": role, "Nom (facultatif)": name, "Comment joindre": reach, "Source": source });
    if (informed) await this.page.getByLabel("Personne informée le (facultatif)").fill(informed);
    await this.button("Ajouter le contact").click();
    await this.contacts.getByRole("heading", { level: 3, name: name || role, exact: true }).waitFor();
  }

  async fillContact(fields) {
    for (const [label, words] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: true }).fill(words);
    }
  }

  /** From an actor's sheet: what is said of its links, a line each. */
  async linked() {
    return (await this.links.getByRole("listitem").allTextContents()).map(plain);
  }

  /** The links of the picture, as the ends of its curves, and those of the list: how many of each. */
  async counts() {
    const drawn = await this.page.locator("path.network__link").count();
    const listed = await this.part("Les mêmes liens, en liste").locator(".branches > li > ul > li").count();
    return { drawn, listed };
  }
}
