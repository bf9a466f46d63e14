// Every screen, as it first shows: nothing for axe to find, in light, dark, print and at 320 px; then its French.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { allowedList, contentTexts, faultsIn, judge, told } from "./harness/french.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey } from "./harness/journey.mjs";
import { Texts } from "./harness/language.mjs";
import { SCREENS } from "./pages/screens.mjs";

const texts = new Texts();
const read = new Set();

// Several at once: this file lasts longer than all the others.
describe("les écrans", { concurrency: 2 }, () => {
  for (const screen of SCREENS) {
    journey(`l’écran ${screen.name} est accessible`, { route: screen.route }, async ({ page }) => {
      await screen.prepare?.(page);
      await texts.gather(page, screen.name);
      read.add(screen.name);
      await inspect(page, screen.name);
    });
  }
});

test("le français de tous les écrans est sans faute", () => {
  for (const [text, file] of contentTexts()) texts.add(text, file);
  const { refused, unused } = judge(faultsIn(texts.all), allowedList());
  assert.deepEqual(refused.map((fault) => told(fault, texts.screenOf(fault.text))), [], "des fautes de français");
  // What a screen that failed would have shown is not known.
  if (read.size === SCREENS.length) assert.deepEqual(unused, [], "dans language_allowed.json, ce qui ne permet plus rien");
});
