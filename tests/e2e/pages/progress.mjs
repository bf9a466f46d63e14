// The positioning of a participant, and the group's change, by what they show.
import { plain } from "./screen.mjs";

/** A participant's positioning, from their place. */
export class Positioning {
  /** `moment`: « matin » or « soir ». */
  constructor(page, moment) {
    this.page = page;
    this.title = `Positionnement du ${moment}`;
  }

  card() {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("heading", { level: 2, name: this.title }) });
  }

  async open() {
    await this.card().getByRole("link", { name: new RegExp(this.title) }).click();
    await this.page.getByRole("heading", { level: 1, name: new RegExp(`^${this.title}`) }).waitFor();
  }

  /** The grades of an objective, by what it says. */
  objective(said) {
    return this.page.getByRole("group", { name: said });
  }

  async choose(said, grade) {
    await this.objective(said).getByRole("radio", { name: grade }).check();
    await this.page.getByText("Enregistré sur cet appareil.").waitFor();
  }

  /** Hands it in: one is back at one's place, where it says so. */
  async handIn() {
    await this.page.getByRole("button", { name: "Remettre ce positionnement" }).click();
    await this.card().getByText("Remis.", { exact: true }).waitFor();
  }

  /** The grades that are chosen now. */
  async chosen() {
    return this.page.getByRole("radio", { checked: true }).evaluateAll((all) => all.map((one) => one.parentElement.innerText.trim()));
  }
}

/** The group's change. */
export class Progress {
  constructor(page) {
    this.page = page;
  }

  async at() {
    await this.page.getByRole("heading", { level: 1, name: "Avant et après" }).waitFor();
  }

  /**
   * The figures of the table: by objective, the counts and the middle of each moment, and what is said of the change. A count is
   * told with how many answers it counts together: « 5 × 3 ».
   */
  async figures() {
    const rows = await this.page.locator(".progress-table tbody tr").evaluateAll((all) =>
      all.map((row) =>
        [...row.cells].map((cell) => {
          const said = cell.innerText.replace(/\s+/g, " ").trim();
          return cell.classList.contains("progress-table__together") ? `${said} × ${cell.colSpan}` : said;
        }),
      ),
    );
    const figures = {};
    let title;
    for (const cells of rows) {
      const at = cells.findIndex((cell) => cell === "Le matin" || cell === "Le soir");
      if (at === 1) {
        title = cells[0];
        figures[title] = { way: cells.at(-1) };
      }
      if (at >= 0) {
        const told = cells.slice(at + 1, at === 1 ? -1 : undefined);
        figures[title][cells[at]] = { counts: told.slice(0, -1), middle: told.at(-1) };
      }
      if (at < 0 && cells.length === 2) figures[cells[0]] = { withheld: cells[1] };
    }
    return figures;
  }

  /** What the chart draws: by objective, where its two marks stand on the scale of the table. */
  async drawn() {
    return this.page.locator(".dumbbells__row:not(.dumbbells__row--head)").evaluateAll((rows) => {
      const middle = (x) => (1 + (3 * (x - 10)) / 300).toFixed(2).replace(".", ",");
      const of = (row) => {
        const before = Number(row.querySelector("circle").getAttribute("cx"));
        const after = Number(row.querySelector(".dumbbell__after").getAttribute("d").match(/^M([\d.]+) /)[1]);
        return [row.firstElementChild.innerText.trim(), { before: middle(before), after: middle(after) }];
      };
      return Object.fromEntries(rows.map(of));
    });
  }

  async said() {
    return plain(await this.page.locator("main").innerText());
  }

  /** Types a sheet of paper with the keyboard alone: what is ticked, by moment and objective. */
  async typeSheet(seat, cells) {
    const { page } = this;
    await page.waitForFunction(() => document.activeElement.id === "saisie-numero");
    await page.keyboard.type(String(seat));
    for (;;) {
      await page.keyboard.press("Enter");
      const at = await page.evaluate(() => document.activeElement.id.replace("saisie-", ""));
      if (at === "enregistrer") break;
      await page.keyboard.type(cells[at] ?? "");
    }
    await page.keyboard.press("Enter");
  }
}
