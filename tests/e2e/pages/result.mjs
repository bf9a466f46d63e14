// The result of an interview and its sheets, by what a person sees and does there.
import { wholeProgram } from "../harness/app.mjs";
import { putEntries } from "../harness/storage.mjs";
import { ANSWERS } from "./answers.mjs";

const FIELDS = {
  label: "23-11-A",
  commune: { code: "93008" },
  age_band: "26_39",
  length: "full",
  presentation: "conversation",
  questionnaire: "2026-11",
  started_on: "2026-11-23",
  "note/demand": "Courrier à relire ensemble.",
};

/** The text of an interview's record, as the browser keeps it. */
function recordOf(fields) {
  const device = "poste";
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return JSON.stringify({
    fields: Object.fromEntries(
      entries.map(([name, v], index) => [name, [{ v, at: 1_790_000_000_000, by: "essai", seq: index + 1 }]]),
    ),
    seen: { essai: { seq: entries.length, device } },
  });
}

export class Result {
  static ID = "essai";

  constructor(page) {
    this.page = page;
  }

  /** Puts an interview in the browser and opens its result. `fields` replaces some of it; `answers` all of them. */
  async open({ fields = {}, answers = ANSWERS } = {}) {
    const given = Object.fromEntries(Object.entries(answers).map(([item, answer]) => [`answer/${item}`, answer]));
    const text = recordOf({ ...FIELDS, ...given, ...fields });
    await putEntries(this.page, { records: { [`interview/${Result.ID}`]: text } });
    await this.show("resultat");
  }

  /** Loads one of the pages of the interview. */
  async show(page) {
    await this.page.evaluate((hash) => (location.hash = hash), `#/diagnostic/${Result.ID}/${page}`);
    // A page that is left while its pieces arrive would say that they are missing.
    await wholeProgram(this.page);
    await this.page.reload();
    await this.page.waitForFunction(() => document.documentElement.dataset.state === "started");
    // The page shows its heading first, then reads the interview and the directory.
    await this.ready(page).first().waitFor();
    await this.page.getByText("Lecture de l’annuaire…").first().waitFor({ state: "detached" });
  }

  /** What a page of the interview shows once it has read all it stands on. */
  ready(page) {
    if (page === "resultat") {
      return this.part("Orientations");
    }
    return this.page
      .getByRole("button", { name: "Imprimer la fiche" })
      .or(this.page.getByText("Aucune orientation n’est retenue"));
  }

  /** The part of the page under a heading of the second level. */
  part(name) {
    return this.page.getByRole("region", { name });
  }

  /** The card of an orientation, by its title. */
  orientation(title) {
    return this.page.getByRole("article", { name: title });
  }

  async keep(title) {
    await this.orientation(title).getByRole("button", { name: /^Retenir/ }).click();
    await this.orientation(title).getByText("Retenue", { exact: true }).waitFor();
  }

  /** Adds an orientation that no rule proposes. */
  async addByHand(title) {
    await this.page.getByText("Ajouter une orientation à la main").click();
    await this.page.getByLabel("Orientation", { exact: true }).selectOption({ label: title });
    await this.page.getByRole("button", { name: "Ajouter cette orientation" }).click();
    await this.orientation(title).getByText("Ajoutée à la main").waitFor();
  }

  /** The axis of this name. */
  axis(name) {
    return this.page.getByRole("article").filter({ has: this.page.getByRole("heading", { level: 3, name, exact: true }) });
  }

  /** The rows of a table, by its caption: heads of rows and the texts of their cells. */
  async table(caption) {
    const rows = await this.page.getByRole("table", { name: caption }).getByRole("row").all();
    const cells = await Promise.all(rows.map((row) => row.locator("th, td").allTextContents()));
    const [heads, ...body] = cells;
    return { heads, rows: new Map(body.map(([name, ...values]) => [name, values])) };
  }
}
