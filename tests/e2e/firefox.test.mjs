// The single file in another engine. Playwright does not drive the system's Firefox; its own protocol does.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { DIST } from "./harness/site.mjs";
import { damagedSingleFile } from "./harness/versions.mjs";

const executablePath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const skip = existsSync(executablePath) ? false : "Firefox n’est pas installé ici";

/** Opens a file in an empty Firefox; what the console said comes too. */
async function withFirefox(file, act) {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    await act(page, faults);
  } finally {
    await browser.close();
  }
}

const inState = (page, state) =>
  page.waitForFunction((state) => document.documentElement.dataset.state === state, { timeout: 30_000 }, state);

test("le fichier unique s’ouvre dans Firefox et y garde ses données", { skip, timeout: 120_000 }, () =>
  withFirefox(join(DIST, "reperes.html"), async (page, faults) => {
    await inState(page, "started");
    assert.ok(await page.$eval("h1", (heading) => heading.checkVisibility()));
    const stores = () =>
      page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));
    assert.deepEqual(await stores(), ["reperes"]);
    await page.reload();
    await inState(page, "started");
    assert.deepEqual(faults, []);
  }));

test("mal copié, il montre l’écran de secours dans Firefox", { skip, timeout: 120_000 }, async () =>
  withFirefox(await damagedSingleFile(), async (page) => {
    await inState(page, "failed");
    assert.equal(await page.$eval("h1", (heading) => heading.textContent), "Repères n’a pas pu s’ouvrir");
  }));
