// Workbooks as another program reads and writes them: Python's openpyxl.
import { execFile, execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "./temporary.mjs";

const run = promisify(execFile);

const READ = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1]).active
print(json.dumps([list(row) for row in sheet.iter_rows(values_only=True)], default=str))
`;

const WRITE = `
import datetime, json, sys, openpyxl
book = openpyxl.Workbook()
cell = lambda it: datetime.date.fromisoformat(it["day"]) if isinstance(it, dict) else it
for row in json.load(open(sys.argv[2], encoding="utf-8")):
    book.active.append([cell(it) for it in row])
book.save(sys.argv[1])
`;

/** The first Python that has the library: the one that comes first may not be the system's. */
let python = () => {
  const found = ["python3", "/usr/bin/python3"].find((program) => {
    try {
      execFileSync(program, ["-c", "import openpyxl"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error("openpyxl manque : apt-get install python3-openpyxl");
  python = () => found;
  return found;
};

/** The lines of a workbook's first sheet: texts, numbers, and null where there is nothing. */
export async function readWorkbook(bytes) {
  const file = join(temporaryFolder(), "lu.xlsx");
  await writeFile(file, bytes);
  const { stdout } = await run(python(), ["-c", READ, file], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

/** The bytes of a workbook of these lines: a text, a number, null, or `{ day: "2021-09-01" }` for a true date. */
export async function writeWorkbook(lines) {
  const folder = temporaryFolder();
  const [file, told] = [join(folder, "liste.xlsx"), join(folder, "lignes.json")];
  await writeFile(told, JSON.stringify(lines));
  await run(python(), ["-c", WRITE, file, told]);
  return readFile(file);
}
