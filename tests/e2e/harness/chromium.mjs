// Chromium as the journeys need it: from the system, quiet, with an empty profile.
import { chromium } from "playwright-core";

const LAUNCH = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** A French workstation; without motion, no colour is measured on its way to another. */
const CONTEXT = {
  locale: "fr-FR",
  timezoneId: "Europe/Paris",
  viewport: { width: 1280, height: 800 },
  reducedMotion: "reduce",
};

/** On its way or there. */
let shared = null;

/** A window without a past, in the browser that the tests of a file share. */
export async function freshContext(options = {}) {
  shared ??= chromium.launch(LAUNCH);
  return (await shared).newContext({ ...CONTEXT, ...options });
}

/** A browser with a profile folder, which outlives it. */
export function profileContext(folder, options = {}) {
  return chromium.launchPersistentContext(folder, { ...LAUNCH, ...CONTEXT, ...options });
}

/** Ends the shared browser. */
export async function closeBrowser() {
  await (await shared)?.close();
  shared = null;
}
