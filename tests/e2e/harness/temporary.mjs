// Folders that end with the tests.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders = [];

process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder of its own. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), "reperes-"));
  folders.push(folder);
  return folder;
}
