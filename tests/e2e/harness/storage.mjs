// The browser's storage, read and written beside the application.

/** Writes entries in the application's database, which must exist: { store: { key: text } }. */
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
            for (const [key, text] of Object.entries(entries)) transaction.objectStore(name).put(text, key);
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

/** Chooses, downloads, and reads the file as text. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}
