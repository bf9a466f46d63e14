// The exercise in the training room, by what the trainer and the participants see and do there.
import { downloaded } from "../harness/storage.mjs";
import { Interview } from "./interview.mjs";

const plain = (text) => text.replace(/\s+/g, " ").trim();

/** The trainer's screens. */
export class Trainer {
  constructor(page) {
    this.page = page;
  }

  async at(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  async go(path = "") {
    await this.page.evaluate((hash) => (location.hash = hash), `#/exercice${path}`);
  }

  /** Prepares an exercise on these cases, by their first names; its code. */
  async prepare(title, cases, { seats = 15 } = {}) {
    const { page } = this;
    await this.go("/nouveau");
    await this.at("Préparer un exercice");
    await page.getByLabel("Titre").fill(title);
    for (const name of cases) await page.getByRole("checkbox", { name: new RegExp(name) }).check();
    await page.getByLabel("Numéros à tirer au sort").fill(String(seats));
    await page.getByRole("button", { name: "Préparer l’exercice" }).click();
    await this.at(title);
    this.code = plain(await page.locator(".exercise-board__code").innerText());
    return this.code;
  }

  /** Back to the desk of the exercise. */
  async desk() {
    await this.go(`/${this.code.toLowerCase()}`);
    await this.page.locator(".exercise-board__code").waitFor();
  }

  /** The tickets to draw. */
  async tickets() {
    const tickets = this.page.locator(".ticket");
    if (!(await tickets.first().isVisible())) await this.page.getByText(/^Tickets à tirer/).click();
    return (await tickets.allTextContents()).map(plain);
  }

  /** What the desk says of a case. */
  async received(name) {
    return plain(await this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 3, name }) }).innerText());
  }

  /** Does something with what a number handed in, on the desk. */
  async oneByOne(number, act) {
    const { page } = this;
    const row = page.locator("details").filter({ hasText: /^Envois? reçus?/ }).getByRole("listitem").filter({ hasText: number });
    if (!(await row.first().isVisible())) await page.getByText(/^Envois? reçus?/).click();
    await row.getByText(new RegExp(`^${act}`)).click();
  }

  async debrief(name) {
    await this.desk();
    await this.page.getByRole("link", { name: `Restitution : ${name}` }).click();
    await this.at(new RegExp(`^${name} –`));
  }

  /** Types a sheet of paper, with the keyboard alone. */
  async typeSheet(seat, cells) {
    const { page } = this;
    const { keyboard } = page;
    await page.waitForFunction(() => document.activeElement.id === "saisie-numero");
    await keyboard.type(String(seat));
    for (;;) {
      await keyboard.press("Enter");
      const at = await page.evaluate(() => document.activeElement.id.replace("saisie-", ""));
      if (at === "enregistrer") break;
      await keyboard.type(cells[at] ?? "");
    }
    await keyboard.press("Enter");
  }
}

/** A participant's screens. */
export class Participant {
  constructor(page) {
    this.page = page;
    this.interview = new Interview(page);
  }

  async at(heading) {
    await this.page.getByRole("heading", { level: 1, name: heading }).waitFor();
  }

  /** Comes in with the code of the room and a ticket. */
  async join(code, ticket) {
    const { page } = this;
    await page.evaluate(() => (location.hash = "#/exercice"));
    await page.getByRole("link", { name: /Participer à un exercice/ }).click();
    await this.at("Participer à un exercice");
    await page.getByLabel("Code de l’exercice").fill(code);
    await page.getByLabel("Votre ticket").fill(ticket);
    await page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
  }

  /** The card of a case. */
  card(name) {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 2, name: new RegExp(`^${name}`) }) });
  }

  async begin(name) {
    await this.card(name).getByRole("button", { name: "Commencer l’entretien" }).click();
    await this.at("Demande et urgence");
  }

  /** Asks the person something; what they reply. */
  async ask(question) {
    await this.page.getByRole("button", { name: question }).click();
    const reply = this.page.locator(".case-talk__reply:focus");
    await reply.waitFor();
    return plain(await reply.innerText());
  }

  /** Back to one's place, from the interview. */
  async back(number) {
    await this.page.getByRole("link", { name: "Revenir à l’exercice" }).first().click();
    await this.at(new RegExp(`^Numéro ${number}, exercice`));
  }

  async handIn(name) {
    await this.card(name).getByRole("button", { name: "Remettre mes réponses" }).click();
    await this.card(name).getByText("Remis.", { exact: true }).waitFor();
  }

  /** Back into an interview that was handed in: its ticket is asked for. */
  async reopen(name, ticket) {
    const { page } = this;
    await this.card(name).getByRole("link", { name: "Reprendre avec mon ticket" }).click();
    await this.at("Participer à un exercice");
    await page.getByLabel("Votre ticket").fill(ticket);
    await page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
    await this.card(name).getByRole("link", { name: "Reprendre l’entretien" }).click();
  }

  /** The file of what is handed in: its name and its text. */
  async file() {
    const { name, text } = await downloaded(this.page, () => this.page.getByRole("button", { name: "Préparer le fichier à remettre" }).click());
    return [name, text];
  }
}
