// Exchange files and their import, by what a person sees and does there.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../harness/temporary.mjs";
import { DataScreen } from "./data.mjs";
import { record } from "./records.mjs";

const PICK = /^Déposez ici un ou plusieurs fichiers/;
const FOLDER = /^Ou tous les fichiers d’un dossier/;

/** Some interviews, named after a word and their number. */
export function interviews(count, word = "Dossier") {
  const fields = (nth) => ({ label: `${word} ${nth}`, "answer/devices": { many: ["smartphone"] } });
  return Object.fromEntries(Array.from({ length: count }, (_, nth) => [`d${nth}`, record(fields(nth))]));
}

/** Files in a folder of their own: each a path and its contents; the folder. */
export function folderOf(files) {
  const folder = join(temporaryFolder(), "cle");
  for (const [name, contents] of files) {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, contents);
  }
  return folder;
}

export class ExchangeScreen extends DataScreen {
  constructor(page) {
    super(page);
    this.pick = this.restore.getByLabel(PICK);
    this.progress = this.restore.getByRole("progressbar", { name: "Import en cours" });
    this.stop = this.restore.getByRole("button", { name: "Arrêter" });
    this.agree = this.restore.getByRole("button", { name: "Importer", exact: true });
    this.box = this.restore.getByLabel("J’ai compris, et je veux importer quand même");
    this.status = this.restore.locator(".status-line");
    this.review = page.locator("#contenu-fichiers");
  }

  /** What the screen says once it has weighed what it was given. */
  async seen() {
    await this.review.waitFor();
    // A passphrase that does not fit is said at its field.
    await this.page.waitForFunction(() => ["contenu-fichiers", "phrase-de-passe"].includes(document.activeElement.id));
    return this.said();
  }

  /** Chooses files by their paths: the browser reads them itself. */
  async choose(...paths) {
    await this.open();
    await this.pick.setInputFiles(paths);
  }

  async chooseFolder(folder) {
    await this.open();
    await this.restore.getByLabel(FOLDER).setInputFiles(folder);
  }

  /** Drops files, as a file manager does. */
  async drop(...files) {
    await this.open();
    await this.pick.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await this.restore.locator(".drop").boundingBox();
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await session.send("Input.dispatchDragEvent", { type, x: x + width / 2, y: y + height / 2, data });
    }
    await session.detach();
  }

  /** The rows of the table of what changes. */
  async changes() {
    const table = this.restore.locator("details");
    await table.getByText("Voir ce qui change, élément par élément").click();
    const rows = await table.getByRole("row").allInnerTexts();
    return rows.slice(1).map((row) => row.replace(/\s+/g, " "));
  }

  /** Undoes the import that was just done. */
  async undo() {
    await this.restore.getByRole("button", { name: "Annuler cet import" }).click();
    await this.status.filter({ hasText: "L’import est annulé." }).waitFor();
    return this.said();
  }

  /** Gives the passphrase; what the screen then says. */
  async unlock(passphrase) {
    await this.restore.getByLabel("Phrase de passe", { exact: true }).fill(passphrase);
    const before = await this.review.elementHandle();
    await this.restore.getByRole("button", { name: "Ouvrir les fichiers fermés" }).click();
    await before.waitForElementState("hidden");
    return this.seen();
  }

  /** Prepares a backup closed by a passphrase: the file, and its six words. */
  async sealedExport() {
    await this.open();
    await this.part("Sauvegarde").getByLabel(/^Fermer le fichier par une phrase de passe/).check();
    const file = await this.export();
    const words = await this.part("Sauvegarde").locator(".passphrase__words").innerText();
    return { ...file, words: words.trim() };
  }
}
