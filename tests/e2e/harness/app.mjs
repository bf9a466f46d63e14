// The application, open in a window.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { freshContext, profileContext } from "./chromium.mjs";
import { DIST, Site } from "./site.mjs";
import { Watch } from "./watch.mjs";

/** How many times slower than this machine the page should run: what an old laptop would show. */
const SLOWNESS = Number(process.env.REPERES_SLOWNESS ?? 1);

/** Waits until every piece of the program is here: one that a page is left without would be said to be missing. */
export async function wholeProgram(page) {
  try {
    await page.waitForFunction(() => document.documentElement.dataset.pieces === "here");
  } catch (fault) {
    const fetched = () => performance.getEntriesByType("resource").map((entry) => new URL(entry.name).pathname);
    const shown = () => document.body.innerText.slice(0, 500);
    // A page that is held answers nothing.
    const told = Promise.all([page.evaluate(fetched), page.evaluate(shown)]).then(([files, text]) => `${files.join(" ")}\n${text}`);
    const held = new Promise((resolve) => setTimeout(resolve, 5_000, "la page ne répond plus"));
    throw new Error(`le programme n’est pas entier : ${await Promise.race([told.catch(String), held])}`, { cause: fault });
  }
}

/** One open application. */
export class App {
  /** The server, when there is one. */
  site = null;
  context = null;
  page = null;
  watch = null;
  #address = "";

  /**
   * Opens the application.
   * - `delivery`: "web" or "file"; `file`: another single file; `site`: a server already there;
   * - `profile`: a profile folder (a fresh window otherwise); `context`: Playwright's context options;
   * - `route`: "#/…"; `prepare`: what to do with the app before the page opens; `expectStart`: false to wait for nothing.
   */
  static async open(options = {}) {
    const { delivery = "web", profile, route = "", prepare, expectStart = true } = options;
    const app = new App();
    app.ownsSite = delivery === "web" && !options.site;
    app.site = options.site ?? (app.ownsSite ? await Site.open() : null);
    app.#address = app.site ? `${app.site.origin}/` : pathToFileURL(options.file ?? join(DIST, "reperes.html")).href;
    app.context = await (profile ? profileContext(profile, options.context) : freshContext(options.context));
    app.context.setDefaultTimeout(30_000);
    app.watch = new Watch(app.context, app.site?.origin ?? "");
    app.page = app.context.pages()[0] ?? (await app.context.newPage());
    if (SLOWNESS > 1) await app.#slowDown();
    await prepare?.(app);
    await app.go(route, { expectStart });
    return app;
  }

  async #slowDown() {
    const session = await this.context.newCDPSession(this.page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS });
  }

  /** Loads the application at a route. */
  async go(route = "", { expectStart = true } = {}) {
    await this.page.goto("about:blank");
    await this.page.goto(this.#address + route);
    if (expectStart) await this.started();
  }

  /** Waits until the application is shown. */
  async started(page = this.page) {
    await page.waitForFunction(() => {
      const isStarted = document.documentElement.dataset.state === "started";
      // A page opened at once may wait for its piece of the program.
      return isStarted && !document.querySelector("h1")?.textContent.startsWith("Ouverture de la page");
    });
  }

  async reload({ expectStart = true } = {}) {
    await this.page.reload();
    if (expectStart) await this.started();
  }

  /** Waits until the browser keeps the whole application and serves it, and nothing more is on its way. */
  async offlineReady() {
    await wholeProgram(this.page);
    await this.page.evaluate(() => navigator.serviceWorker.ready);
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  async close() {
    await this.context.close();
    if (this.ownsSite) await this.site.cut();
  }
}
