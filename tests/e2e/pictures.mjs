// Photographs every screen: `node pictures.mjs <folder>`, or `cargo xtask pictures`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { App } from "./harness/app.mjs";
import { closeBrowser } from "./harness/chromium.mjs";
import { paperPictures } from "./harness/paper.mjs";
import { Site } from "./harness/site.mjs";
import { SCREENS } from "./pages/screens.mjs";

const LIGHTS = [
  { name: "bureau", context: { viewport: { width: 1280, height: 800 } } },
  { name: "sombre", context: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" } },
  { name: "telephone", context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true } },
];

const folder = process.argv[2];
if (!folder) throw new Error("indiquez un dossier");
await mkdir(folder, { recursive: true });

const site = await Site.open();
for (const light of LIGHTS) {
  for (const screen of SCREENS) {
    // Each in a window without a past: no screen depends on the one before.
    const app = await App.open({ site, context: light.context, route: screen.route });
    await screen.prepare?.(app.page);
    // A dialog covers the window, not the page that goes on below it.
    const fullPage = (await app.page.locator("dialog[open]").count()) === 0;
    await app.page.screenshot({ path: join(folder, `${screen.name}-${light.name}.png`), fullPage });
    if (light.name === "bureau") await paperPictures(app.page, join(folder, `${screen.name}-papier`));
    for (const fault of app.watch.faults()) console.log(`  ${screen.name}, ${light.name} : ${fault}`);
    await app.close();
  }
}
await closeBrowser();
await site.cut();
