// The browser's storage, read and written beside the application.

/** Writes entries in the application's database, which must exist: { store: { key: text or { bytes: text } } }. */
export function putEntries(page, stores) {
  return page.evaluate(
    (stores) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open("reperes");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const transaction = database.transaction(Object.keys(stores), "readwrite");
          for (const [name, entries] of Object.entries(stores)) {
            for (const [key, entry] of Object.entries(entries)) {
              transaction.objectStore(name).put(entry.bytes ? new TextEncoder().encode(entry.bytes) : entry, key);
            }
          }
          transaction.onerror = () => reject(transaction.error);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    stores,
  );
}

/** What a store of the application's database holds, by key. */
export const entries = (page, store) =>
  page.evaluate(async (store) => {
    const result = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await result(indexedDB.open("reperes"));
    const entries = database.transaction(store).objectStore(store);
    const [keys, values] = await Promise.all([result(entries.getAllKeys()), result(entries.getAll())]);
    database.close();
    return Object.fromEntries(keys.map((key, index) => [key, values[index]]));
  }, store);

/** From now on the browser refuses to write, as when its space is full. */
export const refuseWrites = (page) =>
  page.evaluate(() => {
    window.original = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
      return window.original.call(this, stores, mode, options);
    };
  });

export const allowWrites = (page) => page.evaluate(() => (IDBDatabase.prototype.transaction = window.original));

/** Chooses, downloads, and reads the file: its bytes, and the same as text. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}
