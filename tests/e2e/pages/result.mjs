// The result of an interview and its sheets, by what a person sees and does there.
import { putEntries } from "../harness/storage.mjs";

const skill = (level) => ({ skill: { level, basis: "declared" } });
const one = (option) => ({ one: option });
const many = (...options) => ({ many: options });

/** Answers that propose several orientations: something presses, a phone only, someone beside. */
const ANSWERS = {
  demand: many("procedure", "learning"),
  deadline: one("tomorrow"),
  consequence: one("income"),
  devices: many("smartphone"),
  "device-state": one("own"),
  "print-scan": "does_not_know",
  connection: one("mobile-short"),
  "connection-obstacle": many("price"),
  "use-device": skill("alone"),
  "type-text": skill("alone"),
  "join-wifi": skill("with_help"),
  "find-info": skill("with_help"),
  "find-file": skill("does_not"),
  "send-mail": skill("does_not"),
  mailbox: one("others"),
  franceconnect: one("possible"),
  "open-account": skill("with_help"),
  "fill-form": skill("does_not"),
  "attach-proof": skill("does_not"),
  "follow-request": "does_not_know",
  "book-meeting": skill("with_help"),
  passwords: "prefers_not_to_say",
  "spot-scam": "does_not_know",
  trust: one("worried"),
  words: many("read-aloud"),
  comfort: many("time"),
  mobility: one("nearby"),
  budget: one("heavy"),
  papers: one("scattered"),
  wish: one("with"),
  project: many("procedures"),
  format: one("one"),
  availability: many("morning"),
  helper: one("uneasy"),
  protection: one("no"),
  consent: one("yes"),
};

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
    await this.page.reload();
    await this.page.waitForFunction(() => document.documentElement.dataset.state === "started");
    await this.page.getByRole("heading", { level: 1 }).waitFor();
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
