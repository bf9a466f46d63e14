// Photographs every screen: `node pictures.mjs <folder>`, or `cargo xtask pictures`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { App } from "./harness/app.mjs";
import { closeBrowser } from "./harness/chromium.mjs";
import { paperPictures } from "./harness/paper.mjs";
import { SCREENS } from "./pages/screens.mjs";

const LIGHTS = [
  { name: "bureau", context: { viewport: { width: 1280, height: 800 } } },
  { name: "sombre", context: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" } },
  { name: "telephone", context: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true } },
];

const folder = process.argv[2];
if (!folder) throw new Error("indiquez un dossier");
await mkdir(folder, { recursive: true });

for (const light of LIGHTS) {
  const app = await App.open({ context: light.context });
  for (const screen of SCREENS) {
    await app.go(screen.route);
    await screen.prepare?.(app.page);
    await app.page.screenshot({ path: join(folder, `${screen.name}-${light.name}.png`), fullPage: true });
    if (light.name === "bureau") await paperPictures(app.page, join(folder, `${screen.name}-papier`));
  }
  for (const fault of app.watch.faults()) console.log(`  ${light.name} : ${fault}`);
  await app.close();
}
await closeBrowser();
