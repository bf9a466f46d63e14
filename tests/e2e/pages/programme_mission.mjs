// The gauge, the mission log and the tables to export, by what they show.
import { downloaded } from "../harness/storage.mjs";
import { plain } from "./screen.mjs";

/** The gauge and its tables. */
export class GaugeScreen {
  constructor(page) {
    this.page = page;
  }

  /** Looks at the gauge on a day. */
  async on(day) {
    await this.page.getByLabel("Date de référence").fill(day);
  }

  /** The cells of a line of a table, by the name of the line. */
  async line(table, name) {
    const row = this.page.getByRole("table", { name: table }).getByRole("row").filter({
      has: this.page.getByRole("rowheader", { name, exact: true }),
    });
    await row.waitFor();
    return (await row.getByRole("cell").allInnerTexts()).map(plain);
  }

  /** The lines of an exported table, each cell apart. */
  async exported(name) {
    const button = this.page.getByRole("button", { name: new RegExp(`^Enregistrer en CSV\\s*:\\s*${name.replace(/[()]/g, "\\$&")}$`) });
    const file = await downloaded(this.page, () => button.click());
    return file.text.replace("\ufeff", "").trim().split("\r\n").map((line) => line.slice(1, -1).split('";"'));
  }
}

/** The mission log. */
export class LogScreen {
  constructor(page) {
    this.page = page;
  }

  part(name) {
    return this.page.getByRole("region", { name });
  }

  /** What is to do, in its order. */
  async actions() {
    await this.page.getByRole("heading", { level: 1, name: "Suivi de mission" }).waitFor();
    return (await this.part("Actions").locator(".tasks").first().getByRole("link").allInnerTexts()).map(plain);
  }

  async act(name) {
    await this.page.getByRole("button", { name }).click();
  }

  async said(title) {
    await this.page.getByText(title, { exact: true }).first().waitFor();
  }
}
