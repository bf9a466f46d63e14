// The application opens, from a server and from a disk, and keeps to itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";

journeyBothWays("l’application s’ouvre et dit où elle est", {}, async ({ page, site }) => {
  assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
  assert.equal(await page.locator("html").getAttribute("data-delivery"), site ? "web" : "file");
  assert.equal(await page.getByText("Ouverture de Repères…").count(), 0);
  await inspect(page, "accueil");
});

journey("le fichier unique ne demande rien à personne", { delivery: "file" }, async ({ watch }) => {
  assert.deepEqual(watch.requests.filter((url) => !/^(file|blob|data):/.test(url)), []);
  assert.equal(watch.requests.filter((url) => url.startsWith("file:")).length, 1);
});

journeyBothWays("la politique de sécurité arrête un script et une requête étrangers", {}, async ({ page, watch }) => {
  watch.allow(/Content Security Policy|Content-Security-Policy|Failed to load resource/);
  const outcome = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.intruder = true";
    document.body.append(script);
    const image = document.createElement("div");
    image.innerHTML = '<p style="color: red">x</p>';
    document.body.append(image);
    const reached = await fetch("https://example.org/").then(() => true, () => false);
    return { ran: "intruder" in window, painted: image.firstChild.style.color !== "", reached };
  });
  assert.deepEqual(outcome, { ran: false, painted: false, reached: false });
});

test("une faute du navigateur fait échouer un parcours", { timeout: 60_000 }, async () => {
  const app = await App.open({ delivery: "file" });
  try {
    await app.page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "1";
      document.body.append(script);
    });
    await app.page.waitForTimeout(200);
    assert.equal(app.watch.faults().length, 1);
  } finally {
    await app.close();
  }
});
