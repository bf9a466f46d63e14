// Accessibility, on a screen as it stands: axe with the RGAA rules, in every light and at every width.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axe = require("axe-core");
const FRENCH = require("axe-core/locales/fr.json");
const TAGS = ["RGAAv4", "best-practice", "wcag22aa"];

const describe = ({ id, help, nodes }) =>
  `${id} : ${help}\n${nodes.map((node) => `    ${node.target.join(" ")}\n      ${node.html}`).join("\n")}`;

/** axe finds nothing on the screen as it is now. */
export async function axeCheck(page, name, { except = [] } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async ([locale, values, except]) => {
      window.axe.configure({ locale });
      const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]));
      const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values }, rules });
      return violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.slice(0, 5).map(({ html, target }) => ({ html: html.slice(0, 200), target: target.flat() })),
      }));
    },
    [FRENCH, TAGS, except],
  );
  assert.equal(violations.length, 0, `${name} :\n  ${violations.map(describe).join("\n  ")}`);
}

/** Does something with the page in a medium or a width, then puts it back. */
export async function inMedia(page, media, act) {
  await page.emulateMedia(media);
  try {
    return await act();
  } finally {
    await page.emulateMedia({ media: null, colorScheme: null });
  }
}

/** Does something with the page at a width of 320 px, then puts it back. */
export async function atPhoneWidth(page, act) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  try {
    return await act();
  } finally {
    await page.setViewportSize(before);
  }
}

/** Nothing has to be scrolled sideways to be read. */
export async function fitsWidth(page, name) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `${name} : la page fait ${content} px de large pour ${window}`);
}

/** The whole inspection of a screen: light, dark, print, and 320 px wide. */
export async function inspect(page, name) {
  await axeCheck(page, name);
  await inMedia(page, { colorScheme: "dark" }, () => axeCheck(page, `${name}, sombre`));
  // Nobody presses paper.
  await inMedia(page, { media: "print" }, () => axeCheck(page, `${name}, imprimé`, { except: ["target-size"] }));
  await atPhoneWidth(page, async () => {
    await fitsWidth(page, `${name}, 320 px`);
    await axeCheck(page, `${name}, 320 px`);
  });
}
