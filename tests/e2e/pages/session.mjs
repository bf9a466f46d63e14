// The end of a session, the curtain and « À supprimer », by what a person does there.

export class SessionScreen {
  constructor(page) {
    this.page = page;
    this.question = page.getByRole("dialog", { name: "Effacer et terminer la séance ?" });
    this.ended = page.getByRole("heading", { level: 1, name: "Séance terminée" });
  }

  async open() {
    await this.page.evaluate(() => (location.hash = "#/donnees/fin-de-seance"));
    await this.page.getByRole("heading", { level: 1, name: "Fin de séance" }).waitFor();
  }

  async ask() {
    await this.page.getByRole("button", { name: "Effacer et terminer…", exact: true }).click();
    await this.question.waitFor();
  }

  accept() {
    return this.question.getByRole("button", { name: "Effacer et terminer", exact: true }).click();
  }

  /** Says that others use this computer. */
  async share() {
    await this.page.evaluate(() => (location.hash = "#/preferences"));
    await this.page.getByLabel("D’autres personnes utilisent cet ordinateur").check();
  }
}

export class Curtain {
  constructor(page) {
    this.page = page;
    this.dialog = page.getByRole("dialog", { name: "Écran masqué" });
    this.button = page.getByRole("button", { name: "Masquer l’écran" });
  }

  lower() {
    return this.button.click();
  }

  lift() {
    return this.dialog.getByRole("button", { name: "Reprendre" }).click();
  }

  /** Whether nothing of the page shows: whatever point one looks at, the curtain is there, and it is opaque. */
  hidesEverything() {
    return this.dialog.evaluate((dialog) => {
      const { innerWidth: width, innerHeight: height } = window;
      const points = [[1, 1], [width - 2, 1], [1, height - 2], [width - 2, height - 2], [width / 2, height / 3]];
      const isCovered = ([x, y]) => document.elementFromPoint(x, y)?.closest("dialog") === dialog;
      const { backgroundColor, opacity } = getComputedStyle(dialog);
      return points.every(isCovered) && /^rgb\(/.test(backgroundColor) && opacity === "1";
    });
  }
}

export class ToDeleteScreen {
  constructor(page) {
    this.page = page;
    this.erasing = page.getByRole("dialog", { name: "Effacer pour toujours ?" });
    this.limiting = page.getByRole("dialog", { name: "Limiter l’usage" });
  }

  async open() {
    await this.page.evaluate(() => (location.hash = "#/donnees/a-supprimer"));
    await this.page.getByRole("heading", { level: 1, name: "À supprimer" }).waitFor();
  }

  /** A part of the screen, by its heading. */
  part(name) {
    return this.page.getByRole("region", { name });
  }

  /** An interview in a part of the screen. */
  row(part, label) {
    return this.part(part).getByRole("listitem").filter({ has: this.page.getByRole("heading", { name: `Dossier ${label}` }) });
  }

  /** Writes the rule of the organisation: `{ months, reason, until }`. */
  async rule({ months = "", reason = "", until = "" }) {
    const rule = this.part("La règle de votre organisation");
    await rule.getByLabel(/^Durée de conservation des entretiens/).fill(months);
    await rule.getByLabel("Motif").fill(reason);
    await rule.getByLabel("Jusqu’au").fill(until);
    await rule.getByRole("button", { name: "Enregistrer la règle" }).click();
  }

  /** Waits until the screen says what was done. */
  said(words) {
    return this.page.getByRole("status").filter({ hasText: words }).waitFor();
  }

  /** Presses an act on an interview. */
  act(part, label, act) {
    return this.row(part, label).getByRole("button", { name: new RegExp(`^${act}`) }).click();
  }

  async erase(part, label) {
    await this.act(part, label, "Effacer");
    await this.erasing.getByRole("button", { name: "Effacer pour toujours", exact: true }).click();
    await this.said("Entretien effacé");
  }
}
