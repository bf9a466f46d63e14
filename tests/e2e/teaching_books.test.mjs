// The documents of the curriculum: what is printed of the delivered day, and its file as a word processor opens it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey } from "./harness/journey.mjs";
import { pdfText } from "./harness/paper.mjs";
import { openedInWriter } from "./harness/writer.mjs";
import { plain } from "./pages/screen.mjs";

const content = async (file) => JSON.parse(await readFile(new URL(`../../src/content/${file}`, import.meta.url), "utf8"));
async function delivered() {
  const [day, objectives, tools] = await Promise.all(["curriculum.json", "objectives.json", "tools.json"].map(content));
  return { day, objectives: objectives.groups.flatMap((group) => group.objectives), tools: tools.tools };
}

const BOOKS = [
  { code: "referentiel", title: "Référentiel pédagogique", holds: ({ objectives }) => objectives.map((one) => one.title) },
  {
    code: "guide",
    title: "Guide de la formatrice et du formateur",
    holds: ({ tools }) => tools.map((one) => `${one.title} : ${one.exercise.title}`),
  },
  { code: "livret", title: "Livret de la journée", holds: ({ objectives, tools }) => [...objectives.map((one) => one.said), ...tools.map((one) => one.what)] },
];

for (const { code, title, holds } of BOOKS) {
  journey(`« ${title} » : tout y est, sur papier et dans un traitement de texte`, {}, async ({ page }) => {
    const known = await delivered();
    const work = known.day.day.sequences.filter((one) => one.method !== "break").map((one) => one.title);
    const expected = [...work, ...holds(known)].map(plain);
    await page.evaluate((to) => (location.hash = to), `#/referentiel/${known.day.id}/document/${code}`);
    await page.getByRole("heading", { level: 1, name: title }).waitFor();

    // The foot of a page may fall inside a sentence: words are looked for without their spaces.
    const bare = (text) => text.replace(/\s+/g, "");
    const paper = bare(await pdfText(page));
    for (const words of expected) assert.ok(paper.includes(bare(words)), `sur papier : ${words}`);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Enregistrer pour un traitement de texte" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.html$/);
    const bytes = await readFile(await download.path());
    const opened = await openedInWriter(bytes);
    const levels = opened.headings.map((heading) => heading.level);
    assert.equal(levels[0], 1);
    assert.equal(opened.headings[0].title, title);
    const chapters = await page.locator(".book__chapter-title").allInnerTexts();
    assert.deepEqual(opened.headings.filter((heading) => heading.level === 2).slice(1).map((one) => one.title), chapters.map(plain));
    const tables = await page.locator(".book__table").count();
    assert.equal(opened.tables.length, tables);
    if (tables > 0) {
      const shown = await page.locator(".book__table").first().locator("tr").evaluateAll((rows) =>
        rows.map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim())),
      );
      assert.deepEqual(opened.tables[0], shown);
    }
    const text = bare(opened.text);
    for (const words of expected) assert.ok(text.includes(bare(words)), `dans le fichier : ${words}`);
  });
}
