// Other versions of what was built: the next one, and damaged ones.
import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DIST } from "./site.mjs";
import { temporaryFolder } from "./temporary.mjs";

const read = (name) => readFile(join(DIST, name), "utf8");

/** The next version, told from this one by its title; every file in it is whole. */
export async function nextVersion() {
  const index = (await read("index.html")).replace("<title>Repères</title>", "<title>Repères suivant</title>");
  const integrity = `sha256-${createHash("sha256").update(index).digest("base64")}`;
  const worker = (await read("sw.js"))
    .replace(/("\.\/index\.html",\s*")[^"]+/, `$1${integrity}`)
    .replace(/VERSION = "[^"]+"/, 'VERSION = "suivante"');
  return { "index.html": index, "sw.js": worker };
}

/** The name of the page's wasm file. */
export async function wasmName() {
  return (await readdir(DIST)).find((name) => /^reperes-.*_bg\.wasm$/.test(name));
}

/** The single file with its wasm cut short, as a bad copy would be; its path. */
export async function damagedSingleFile() {
  const page = (await read("reperes.html")).replace(
    /(<script type="application\/octet-stream" id="wasm">)([^<]{4000})[^<]*/,
    "$1$2",
  );
  const path = join(temporaryFolder(), "reperes.html");
  await writeFile(path, page);
  return path;
}
