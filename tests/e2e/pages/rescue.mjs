// The rescue screen, by what a person reads on it.
import { downloaded } from "../harness/storage.mjs";

export class RescueScreen {
  constructor(page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.news = page.getByRole("status");
  }

  /** The title, once the screen is shown. */
  async title() {
    await this.page.getByRole("button", { name: "Réessayer" }).waitFor();
    return this.heading.textContent();
  }

  retry() {
    return this.page.getByRole("button", { name: "Réessayer" }).click();
  }

  save() {
    return this.page.getByRole("button", { name: "Enregistrer mes données brutes" }).click();
  }

  /** The raw export, read. */
  async savedFile() {
    const { name, text } = await downloaded(this.page, () => this.save());
    return { name, contents: JSON.parse(text) };
  }

  /** What is said after saving. */
  async newsSaying(words) {
    await this.news.filter({ hasText: words }).waitFor();
    return this.news.textContent();
  }
}
