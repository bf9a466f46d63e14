// What a screen gives on paper.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary.mjs";

const run = promisify(execFile);

async function withPdf(page, act) {
  const file = join(temporaryFolder(), "page.pdf");
  await writeFile(file, await page.pdf({ preferCSSPageSize: true, tagged: true }));
  return act(file);
}

/** The text of the printed page, as `pdftotext` reads it, and its number of sheets. */
export function printed(page) {
  return withPdf(page, async (file) => {
    const { stdout } = await run("pdftotext", ["-layout", file, "-"]);
    // Each sheet ends with a form feed.
    return { text: stdout, sheets: stdout.split("\f").length - 1 };
  });
}

/** The text of the printed page with every space made plain, so that sentences can be looked for. */
export async function pdfText(page) {
  const { text } = await printed(page);
  return text.replace(/[\s\u00a0\u202f]+/g, " ");
}

/** Saves the printed sheets as pictures: `<path>-1.png`, `<path>-2.png`… */
export function paperPictures(page, path) {
  return withPdf(page, (file) => run("pdftoppm", ["-png", "-r", "80", file, path]));
}
