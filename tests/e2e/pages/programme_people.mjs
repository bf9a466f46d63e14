// People, structures and the team, by what one sees and does there.

export class People {
  constructor(page) {
    this.page = page;
  }

  async at(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  async go(path) {
    await this.page.evaluate((hash) => (location.hash = hash), `#/programme/${path}`);
  }

  async list() {
    await this.go("personnes");
    await this.at("Personnes");
  }

  /** Looks for somebody. */
  async search(words) {
    await this.page.getByLabel("Nom ou structure").fill(words);
  }

  /** The list says so many. */
  async says(sentence) {
    await this.page.getByRole("status").filter({ hasText: sentence }).waitFor();
  }

  async open(name) {
    await this.page.getByRole("link", { name }).click();
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }

  /** Gives a list to import. */
  async give(text, name = "liste.csv") {
    await this.page.getByLabel(/^Déposez ici la liste/).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await this.page.getByRole("heading", { level: 2, name: "Les colonnes" }).waitFor();
  }
}
