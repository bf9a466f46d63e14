// The screen of the data, by what a person does there: keep everything in a file, take a file back, wipe.
import { createHash } from "node:crypto";
import { downloaded } from "../harness/storage.mjs";

const PICK = /^Déposez ici un ou plusieurs fichiers/;

/** The part of an exchange file that holds the data, as it lies there. */
export const dataOf = (text) => text.slice(text.indexOf('"data":') + '"data":'.length, text.lastIndexOf("}"));

export const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** An exchange file around a text of data, as a version of the program would write it. */
export function sealed(data, header = {}) {
  const { data: _, ...common } = {
    format: "reperes",
    version: 1,
    min_reader: 1,
    device: "poste-essai",
    created_at: "2026-11-23T14:05:00",
    scope: "everything",
    sha256: sha256(data),
    ...header,
  };
  return `${JSON.stringify(common).slice(0, -1)},"data":${data}}`;
}

export class DataScreen {
  constructor(page) {
    this.page = page;
    this.part = (name) => page.getByRole("region", { name });
    this.restore = this.part("Reprendre des fichiers");
    this.question = page.getByRole("dialog", { name: "Vider cet appareil ?" });
  }

  async open() {
    await this.page.evaluate(() => (location.hash = "#/donnees"));
    await this.page.getByRole("heading", { level: 1, name: "Données", exact: true }).waitFor();
  }

  /** Prepares a file and takes it: its name, its text, its data as they lie there, and what the screen says of it. */
  async export() {
    await this.open();
    const button = this.part("Sauvegarde").getByRole("button", { name: /^Préparer/ });
    const { name, bytes, text } = await downloaded(this.page, () => button.click());
    await this.page.getByText(name, { exact: true }).waitFor();
    const said = (await this.part("Sauvegarde").innerText()).replace(/\s+/g, " ");
    return { name, bytes, text, data: dataOf(text), said };
  }

  /** Gives files, each a name and its text or its bytes; what the screen says of them together. */
  async weighedTogether(files) {
    await this.open();
    const buffers = files.map(([name, contents]) => ({ name, mimeType: "application/json", buffer: Buffer.from(contents) }));
    await this.restore.getByLabel(PICK).setInputFiles(buffers);
    await this.restore.getByText(files[0][0], { exact: true }).waitFor();
    await this.page.waitForFunction(() => document.activeElement.id === "contenu-fichiers");
    return this.said();
  }

  /** What the screen says of a file that it weighed. */
  weighed(name, contents) {
    return this.weighedTogether([[name, contents]]);
  }

  async said() {
    return (await this.restore.innerText()).replace(/\s+/g, " ");
  }

  /** Goes ahead with what was weighed. */
  async accept() {
    await this.restore.getByRole("button", { name: "Importer", exact: true }).click();
    await this.restore.getByRole("status").filter({ hasText: "Import terminé" }).waitFor();
  }

  /** Leaves what was weighed. */
  async leave() {
    await this.restore.getByRole("button", { name: /^(Ne pas importer|Choisir d’autres fichiers)$/ }).click();
    await this.restore.getByLabel(PICK).waitFor();
  }

  /** Takes what a file holds; what the screen said before. */
  async import(name, contents) {
    const said = await this.weighed(name, contents);
    await this.accept();
    return said;
  }

  /** What the screen says of a file that it refuses. */
  async refusal(name, contents) {
    const said = await this.weighed(name, contents);
    await this.leave();
    return said;
  }

  async askToWipe() {
    await this.open();
    await this.part("Vider cet appareil").getByRole("button", { name: "Vider cet appareil…" }).click();
    await this.question.waitFor();
  }

  /** Wipes this device, to its home page. */
  async wipe() {
    await this.askToWipe();
    await this.question.getByRole("button", { name: "Vider cet appareil", exact: true }).click();
    await this.page.getByText("Cet appareil est vidé").waitFor();
    await this.page.getByRole("heading", { level: 1, name: "Que venez-vous faire ?" }).waitFor();
  }
}
