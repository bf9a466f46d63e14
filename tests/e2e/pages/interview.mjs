// The screens of an interview, by what a person sees and does there.
import { Hands } from "../harness/hands.mjs";

const PRESENTATIONS = { conversation: /Vous menez la conversation/, onePerPage: /La personne répond elle-même/ };
const LENGTHS = { short: /^Repérage/, full: /^Entretien complet/ };

export class Interview {
  constructor(page) {
    this.page = page;
    this.hands = new Hands(page);
  }

  heading(name) {
    return this.page.getByRole("heading", { level: 1, name });
  }

  /** Waits for a screen by its heading. */
  async at(name) {
    await this.heading(name).waitFor();
  }

  button(name) {
    return this.page.getByRole("button", { name });
  }

  link(name) {
    return this.page.getByRole("link", { name });
  }

  /** The rows of the question or of the theme, by their words. */
  row(name) {
    return this.page.getByLabel(name, { exact: true });
  }

  /** A question of a theme. */
  question(name) {
    return this.page.getByRole("group", { name });
  }

  async start({ length = "full", presentation = "conversation", label, commune } = {}) {
    const { page } = this;
    await page.evaluate(() => (location.hash = "#/diagnostic/nouveau"));
    await this.at("Nouvel entretien");
    await page.getByRole("radio", { name: LENGTHS[length] }).check();
    await page.getByRole("radio", { name: PRESENTATIONS[presentation] }).check();
    if (label) await page.getByLabel("Repère de dossier").fill(label);
    if (commune) await page.getByLabel("Commune de la personne").selectOption({ label: commune });
    await this.button("Commencer l’entretien").click();
    await this.at(presentation === "conversation" ? "Demande et urgence" : /en ce moment/);
  }

  /** Goes to another theme, by the list beside the present one. */
  async theme(name) {
    const list = this.button("Tous les thèmes");
    if (await list.isVisible()) await list.click();
    await this.page.getByRole("navigation", { name: "Thèmes" }).getByRole("link", { name }).click();
    await this.at(name);
  }

  /** Goes to the review, by the same list. */
  async review() {
    const list = this.button("Tous les thèmes");
    if (await list.isVisible()) await list.click();
    await this.link("Vérifier les réponses").click();
    await this.at("Vérifier les réponses");
  }

  /** What the browser keeps, once « Enregistré » is said. */
  async saved() {
    await this.page.getByText("Enregistré", { exact: true }).waitFor();
  }

  /** Presses Tab until what has the focus says this. */
  tabTo(words) {
    return this.hands.tabTo(words);
  }
}
