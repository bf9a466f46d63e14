// A plain web server for dist/, which may deploy another version, a broken one, or go away.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));

/** What is tested: the release build. */
export const DIST = process.env.REPERES_DIST ?? join(HERE, "..", "..", "..", "dist");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

export class Site {
  /** Every path asked for, in order. */
  requests = [];
  #changes = new Map();
  #port = 0;
  #server = null;

  static async open() {
    const site = new Site();
    await site.restore();
    return site;
  }

  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Replaces files (path → contents, a promise of them, or null for a missing one) until the next call. */
  deploy(changes) {
    this.#changes = new Map(Object.entries(changes));
  }

  /** A file as it was built. */
  original(path) {
    return readFile(join(DIST, path));
  }

  /** The network is cut: nothing answers any more. */
  async cut() {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** The network is back, at the same address. */
  async restore() {
    if (this.#server) return;
    this.#server = createServer((request, response) => this.#answer(request, response));
    await new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, "127.0.0.1", resolve);
    });
    this.#port = this.#server.address().port;
  }

  async #answer(request, response) {
    const { pathname } = new URL(request.url, this.origin);
    this.requests.push(pathname);
    const path = normalize(decodeURIComponent(pathname)).slice(1) || "index.html";
    const contents = this.#changes.has(path)
      ? await this.#changes.get(path)
      : await this.original(path).catch(() => null);
    if (contents === null || path.startsWith("..")) {
      response.writeHead(404).end("Introuvable");
      return;
    }
    const cache = path === "sw.js" ? "no-store" : "no-cache";
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "cache-control": cache });
    response.end(contents);
  }
}
