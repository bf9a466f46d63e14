// A journey: a test with the application open, watched from beginning to end.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { App } from "./app.mjs";
import { closeBrowser } from "./chromium.mjs";

const RESULTS = fileURLToPath(new URL("../results", import.meta.url));
const LIMIT_MS = 120_000;

/** Declares a journey. Whatever it does, the browser must have signalled no fault at the end. */
export function journey(name, { limitMs = LIMIT_MS, ...options }, body) {
  test(name, { timeout: limitMs }, async () => {
    const app = await App.open(options);
    try {
      await body(app);
      app.watch.assertClean();
    } catch (fault) {
      // Told with the failure, wherever its last lines go.
      throw new Error(`${fault.message}\n${await traces(app, name)}`, { cause: fault });
    } finally {
      await app.close();
    }
  });
}

/** Declares the same journey on the site and on the single file. */
export function journeyBothWays(name, options, body) {
  journey(`${name} (site)`, { ...options, delivery: "web" }, body);
  journey(`${name} (fichier)`, { ...options, delivery: "file" }, body);
}

/** A picture of the failure; where it is, and what the browser signalled. */
async function traces(app, name) {
  await mkdir(RESULTS, { recursive: true });
  const path = join(RESULTS, `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`);
  await app.page.screenshot({ path, fullPage: true, timeout: 5_000 }).catch(() => {});
  return [`image de l’échec : ${path}`, `adresse : ${app.page.url()}`, ...app.watch.faults()].join("\n");
}

after(closeBrowser);
