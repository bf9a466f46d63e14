// A file as a word processor reads it: LibreOffice, told to open it as a text.
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary.mjs";

const run = promisify(execFile);

/** The headings, by level, and the tables of an HTML file once LibreOffice has opened it and saved it as its own. */
export async function openedInWriter(bytes) {
  const folder = temporaryFolder();
  await writeFile(join(folder, "document.html"), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, "profil")}`;
  const convert = ["--headless", "--infilter=HTML (StarWriter)", "--convert-to", "fodt", "--outdir", folder];
  await run("soffice", [profile, ...convert, join(folder, "document.html")], { timeout: 100_000 });
  const text = await readFile(join(folder, "document.fodt"), "utf8");
  const body = text.slice(text.indexOf("<office:body"));
  const words = (xml) => xml.replace(/<[^>]+>/g, " ").replace(/&apos;/g, "'").replace(/&amp;/g, "&").replace(/\s+/g, " ").trim();
  const headings = [...body.matchAll(/<text:h [^>]*text:outline-level="(\d)"[^>]*>(.*?)<\/text:h>/gs)];
  const tables = [...body.matchAll(/<table:table .*?<\/table:table>/gs)].map(([table]) =>
    [...table.matchAll(/<table:table-row.*?<\/table:table-row>/gs)].map(([row]) =>
      [...row.matchAll(/<table:table-cell.*?<\/table:table-cell>/gs)].map(([cell]) => words(cell)),
    ),
  );
  return {
    headings: headings.map(([, level, title]) => ({ level: Number(level), title: words(title) })),
    tables,
    text: words(body),
  };
}
