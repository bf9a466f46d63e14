// What a browser can do to the storage of an application, done to this one, and what the application says of it.

/** The faults of a browser's storage, made through its developer tools. */
export class Browser {
  #session = null;

  constructor(app) {
    this.app = app;
  }

  async #send(method, params) {
    this.#session ??= await this.app.context.newCDPSession(this.app.page);
    const origin = this.app.site?.origin ?? "file://";
    return this.#session.send(method, { origin, ...params });
  }

  /** Grants this many bytes and no more; none: what the browser grants by itself. Before the page opens: the browser
   * remembers for half a minute how much was left. */
  grant(bytes) {
    return this.#send("Storage.overrideQuotaForOrigin", bytes === undefined ? {} : { quotaSize: bytes });
  }

  /** Fills what is granted, beside the application, with bytes that nothing compresses. */
  fill() {
    return this.app.page.evaluate(async () => {
      const settled = (target, done, failed) =>
        new Promise((resolve) => {
          target[done] = () => resolve(true);
          target[failed] = () => resolve(false);
        });
      const request = indexedDB.open("remplissage");
      request.onupgradeneeded = () => request.result.createObjectStore("octets");
      await settled(request, "onsuccess", "onerror");
      let key = 0;
      for (const size of [50_000, 5_000, 500, 50]) {
        for (let fits = true; fits; key += 1) {
          const transaction = request.result.transaction("octets", "readwrite");
          transaction.objectStore("octets").put(crypto.getRandomValues(new Uint8Array(size)), key);
          fits = await settled(transaction, "oncomplete", "onabort");
        }
      }
      request.result.close();
    });
  }

  /** From now on gives this page no worker, as some companies' policies have it. */
  refuseWorkers() {
    return this.app.page.evaluate(() => {
      window.Worker = class {
        constructor() {
          throw new DOMException("refused", "SecurityError");
        }
      };
    });
  }

  /** Clears what the browser keeps of the site: everything, or some kinds of it. */
  clear(kinds = "all") {
    return this.#send("Storage.clearDataForOrigin", { storageTypes: kinds });
  }
}

export class Faults {
  constructor(page) {
    this.page = page;
    this.alerts = page.getByRole("alert");
  }

  /** Waits until a fault of this title is said, with these words. */
  async told(title, words) {
    await this.alerts.getByText(title).first().waitFor();
    if (words) await this.alerts.getByText(words).first().waitFor();
  }

  /** Waits until no fault of this title is said any more. */
  gone(title) {
    return this.alerts.getByText(title).first().waitFor({ state: "detached" });
  }

  press(name) {
    return this.alerts.getByRole("button", { name }).click();
  }
}
