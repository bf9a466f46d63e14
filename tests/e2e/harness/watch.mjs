// What must never happen in any journey: an error, a policy violation, a request to somebody else.
import assert from "node:assert/strict";

export class Watch {
  /** Every address asked for. */
  requests = [];
  #faults = [];
  #allowed = [];

  constructor(context, origin) {
    context.on("console", (message) => {
      if (message.type() === "error") this.#faults.push(`console : ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.#faults.push(`erreur : ${error.error()}`));
    context.on("request", (request) => {
      const url = request.url();
      this.requests.push(url);
      const local = url.startsWith(`${origin}/`) || (!origin && url.startsWith("file:")) || /^(blob|data):/.test(url);
      if (!local) this.#faults.push(`requête vers l’extérieur : ${url}`);
    });
  }

  /** Expects faults of this form: the journey provokes them. */
  allow(pattern) {
    this.#allowed.push(pattern);
  }

  /** The faults met so far that nothing allowed. */
  faults() {
    return this.#faults.filter((fault) => !this.#allowed.some((pattern) => pattern.test(fault)));
  }

  assertClean() {
    assert.deepEqual(this.faults(), [], "le navigateur a signalé des fautes");
  }
}
