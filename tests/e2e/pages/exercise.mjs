// The exercise in the training room, by what the trainer and the participants see and do there.
import { downloaded } from "../harness/storage.mjs";
import { Interview } from "./interview.mjs";
import { plain } from "./screen.mjs";

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

  /** Gives pictures of codes; waits until the screen says this of them. */
  async givePictures(pictures, said) {
    const { page } = this;
    await page.getByLabel("Déposez ici des images de codes, ou choisissez-les").setInputFiles(pictures);
    await page.getByRole("status").filter({ hasText: said }).waitFor();
  }

  /** From now on the browser gives no camera, for this reason. */
  async cameraFails(name) {
    await this.page.evaluate((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", name));
    }, name);
  }

  /** From now on the camera of the device sees this picture, on a grey wall. */
  async cameraSees({ buffer }) {
    await this.page.evaluate(async (base64) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${base64}`;
      await picture.decode();
      window.cameraPicture = picture;
      if (window.cameraCanvas) return;
      const canvas = (window.cameraCanvas = document.createElement("canvas"));
      [canvas.width, canvas.height] = [1280, 720];
      const context = canvas.getContext("2d");
      setInterval(() => {
        context.fillStyle = "#777";
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.drawImage(window.cameraPicture, 340, 60, 600, 600);
      }, 100);
      navigator.mediaDevices.getUserMedia = async () => (window.cameraStream = canvas.captureStream(10));
    }, buffer.toString("base64"));
  }

  /** Whether the last camera that was given still looks. */
  async cameraIsOn() {
    return this.page.evaluate(() => window.cameraStream.getTracks().some((track) => track.readyState === "live"));
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

/** What everybody sees of a debrief: a window of its own, or a part of the trainer's. */
export class Wall {
  /** `root`: what holds the wall; `page`: where it is. */
  constructor(page, root = page.locator("main")) {
    this.page = page;
    this.root = root;
  }

  /** Opens the window of the wall from the debrief. */
  static async open(app) {
    const popup = app.page.waitForEvent("popup");
    await app.page.getByRole("button", { name: "Projeter dans une autre fenêtre" }).click();
    const page = await popup;
    await app.started(page);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.getByText("Écran public", { exact: true }).waitFor();
    return new Wall(page);
  }

  /** Waits until a thing shows. */
  async shows(title) {
    await this.root.getByRole("heading", { level: 2, name: title }).waitFor();
  }

  /** Waits until nothing shows. */
  async isBlank() {
    await this.page.waitForFunction(() => document.querySelector(".wall__slide")?.textContent === "");
  }

  async said() {
    return plain(await this.root.innerText());
  }

  /** The texts that are smaller than this, each with its size. */
  smallerThan(px) {
    return this.root.evaluate((root, least) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) {
        const { data, parentElement } = texts.currentNode;
        const size = Number.parseFloat(getComputedStyle(parentElement).fontSize);
        if (data.trim() && parentElement.checkVisibility() && size < least) found.push(`${size} px : ${data}`);
      }
      return found;
    }, px);
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
    await page.getByLabel("Code de l’exercice", { exact: true }).fill(code);
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

  /** Keeps an orientation, on the result of the interview that is shown. */
  async decide(title) {
    const { page } = this;
    await page.evaluate(() => (location.hash = `${location.hash.split("/").slice(0, 3).join("/")}/resultat`));
    const card = page.getByRole("article", { name: title });
    await card.getByRole("button", { name: /^Retenir/ }).click();
    await card.getByText("Retenue", { exact: true }).waitFor();
  }

  /** To one's place, by its address. */
  async toPlace(code, ticket) {
    await this.page.evaluate((hash) => (location.hash = hash), `#/exercice/${code}/numero/${ticket}`.toLowerCase());
    await this.at(new RegExp(`^Numéro ${Number.parseInt(ticket, 10)}, exercice`));
  }

  async handIn(name) {
    await this.card(name).getByRole("button", { name: "Remettre mes réponses" }).click();
    await this.card(name).getByText("Remis.", { exact: true }).waitFor();
  }

  /** The code of what is handed in, as the screen shows it: a picture. */
  async code(name) {
    const { page } = this;
    await page.getByText(`Montrer le code : ${name}`).click();
    return page.getByRole("img", { name: new RegExp(`^Code des réponses : ${name}`.replaceAll(" ", "\\s")) }).screenshot();
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
