// The rescue screen: it needs neither wasm nor network, and must outlive what it reports.
// The application sends `reperes:started` once shown, `reperes:refused` (detail: what happens, what to do, the cause)
// when it cannot open its database, and `reperes:stopped` (detail: the message) when it panics.
(() => {
  "use strict";

  const DATABASE = "reperes"; // The name in src/storage/schema.rs.
  const META = "meta"; // Likewise.
  const SNAPSHOTS = "snapshots"; // Likewise.
  const HEAVY = [SNAPSHOTS, "restore_points"]; // Likewise: what comes last, and stays behind first.
  const MAX_BYTES = 64_000_000; // The greatest file that src/exchange/file.rs reads.
  const PATIENCE_MS = 20_000;
  const PATIENCE_WITH_DATABASE_MS = 10_000;

  const SCREENS = {
    slow: {
      title: "Repères met longtemps à s’ouvrir",
      what: "L’application n’est pas encore prête : la connexion ou cet ordinateur est peut-être lent, ou un fichier n’est pas arrivé.",
      safe: "Vos données enregistrées dans ce navigateur sont intactes.",
      next: "Attendez encore un peu, ou réessayez. Cette page disparaîtra d’elle-même si Repères s’ouvre.",
    },
    failed: {
      title: "Repères n’a pas pu s’ouvrir",
      what: "Un fichier de l’application manque ou est abîmé, ou ce navigateur est trop ancien.",
      safe: "Vos données enregistrées dans ce navigateur sont intactes.",
      next: "Réessayez. Si cela recommence, enregistrez vos données brutes, puis ouvrez Repères avec un navigateur récent ou demandez une nouvelle copie de l’application.",
    },
    stopped: {
      title: "Repères s’est arrêté",
      what: "Une erreur de l’application a interrompu ce que vous faisiez.",
      safe: "Tout ce qui était enregistré avant l’arrêt est intact dans ce navigateur. Seule votre dernière saisie a pu ne pas l’être.",
      unsaved: "La page signalait que tout n’était pas enregistré : ce qui ne l’était pas est perdu, le reste est intact dans ce navigateur.",
      next: "Choisissez « Réessayer » pour reprendre. Si cela recommence, enregistrez vos données brutes et transmettez le détail technique.",
    },
  };

  const root = document.documentElement;
  let shown = null;
  let cause = "";

  const part = (name) => document.querySelector(`[data-rescue="${name}"]`);

  const whenParsed = (act) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", act, { once: true });
    else act();
  };

  function show(screen, message, sentences = SCREENS[screen]) {
    // What the application itself said last is not covered by what its stop brings about.
    if (shown === "stopped" || shown === "refused" || shown === screen) return;
    const first = shown === null;
    shown = screen;
    cause = [String(message || "").trim(), navigator.userAgent].filter(Boolean).join("\n\n");
    root.dataset.state = screen;
    whenParsed(() => {
      const rescue = document.getElementById("rescue");
      // An open dialog, even hidden, would keep the rest of the page out of reach.
      for (const dialog of document.querySelectorAll("dialog")) dialog.remove();
      for (const other of document.body.children) {
        if (other !== rescue) other.hidden = true;
      }
      if (first) {
        rescue.className = "rescue";
        rescue.setAttribute("role", "main");
        part("alert").append(document.getElementById("rescue-message").content.cloneNode(true));
        rescue.append(document.getElementById("rescue-acts").content.cloneNode(true));
        part("retry").addEventListener("click", () => location.reload());
        part("save").addEventListener("click", save);
      }
      const { unsaved, ...said } = sentences;
      // The application says so as long as something shown is not stored.
      if (unsaved && "unsaved" in root.dataset) said.safe = unsaved;
      for (const [name, sentence] of Object.entries(said)) part(name).textContent = sentence;
      part("cause").textContent = cause;
      document.title = `${sentences.title} – Repères`;
      part("title").focus();
    });
  }

  /** The application arrived after all. */
  function withdraw() {
    root.dataset.state = "started";
    shown = null;
    whenParsed(() => {
      const rescue = document.getElementById("rescue");
      for (const other of document.body.children) other.hidden = false;
      document.getElementById("loading")?.remove();
      rescue.removeAttribute("role");
      rescue.className = "";
      part("alert").replaceChildren();
      rescue.replaceChildren(part("alert"));
    });
  }

  const patience = setTimeout(() => show("slow", ""), PATIENCE_MS);

  addEventListener("reperes:started", () => {
    clearTimeout(patience);
    if (shown !== "stopped") withdraw();
  });
  addEventListener("reperes:refused", ({ detail: [what, next, message] }) => {
    clearTimeout(patience);
    show("refused", message, { title: "Repères ne peut pas s’ouvrir ici", what: `${what}.`, safe: "", next });
  });
  addEventListener("reperes:stopped", (event) => fail(event.detail));

  function fail(message) {
    clearTimeout(patience);
    show(root.dataset.state === "started" ? "stopped" : "failed", message);
  }

  // Before the start every script error is fatal; afterwards only a wasm trap is (stack, memory): a panic tells itself.
  const isFatal = (error) => root.dataset.state !== "started" || error instanceof WebAssembly.RuntimeError;

  addEventListener(
    "error",
    (event) => {
      if (event instanceof ErrorEvent) {
        if (isFatal(event.error)) fail(event.message);
      } else if (event.target instanceof HTMLScriptElement) {
        fail(`Fichier introuvable ou illisible : ${event.target.src || "programme principal"}`);
      }
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => {
    if (isFatal(event.reason)) fail(event.reason);
  });

  /** Opens the database as it is, or says that there is none: the rescue never creates nor upgrades one. */
  async function open() {
    if (indexedDB.databases) {
      const known = await indexedDB.databases();
      if (!known.some((database) => database.name === DATABASE)) return null;
    }
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(DATABASE);
      let absent = false;
      let late = false;
      // Behind an opening that another tab blocks, this one waits without a word.
      setTimeout(() => {
        late = true;
        reject("un autre onglet de Repères les retient, fermez-le puis réessayez");
      }, PATIENCE_WITH_DATABASE_MS);
      request.onupgradeneeded = () => {
        absent = true;
        request.transaction.abort();
      };
      request.onsuccess = () => {
        if (late) request.result.close();
        else resolve(request.result);
      };
      request.onerror = (event) => {
        event.preventDefault();
        if (absent) resolve(null);
        else reject(request.error);
      };
    });
  }

  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  /** What a store keeps, as the text that it is. */
  const asText = (value) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value);

  /** A store's entries, as pieces of JSON text: one big string could exceed what an engine accepts. */
  async function readStore(database, name) {
    const store = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
    const pieces = keys.map((key, index) => `${index ? "," : ""}\n      ${JSON.stringify({ key, value: asText(values[index]) })}`);
    return { entries: keys.length, pieces: [`\n    ${JSON.stringify(name)}: [`, ...pieces, "\n    ]"] };
  }

  /** Every entry of every store: the directories' places, then the restore points, only where the file stays one that Repères reads. */
  async function readDatabase(pieces) {
    const read = { entries: 0, leaves: [], bytes: new Blob(pieces).size };
    const database = await open();
    if (!database) return read;
    const rank = (name) => HEAVY.indexOf(name);
    for (const name of [...database.objectStoreNames].sort((a, b) => rank(a) - rank(b))) {
      const store = await readStore(database, name);
      const bytes = new Blob(store.pieces).size;
      if (rank(name) >= 0 && read.bytes + bytes > MAX_BYTES) {
        read.leaves.push(name);
        continue;
      }
      if (pieces.length > 1) pieces.push(",");
      for (const piece of store.pieces) pieces.push(piece);
      read.entries += store.entries;
      read.bytes += bytes;
    }
    await noteHandedOver(database);
    database.close();
    return read;
  }

  /** What left in a file cannot be taken back: an undo will know. Were it not noted, nothing would be lost. */
  async function noteHandedOver(database) {
    try {
      const meta = database.transaction(META, "readwrite").objectStore(META);
      const revision = await result(meta.get("revision"));
      if (revision !== undefined) await result(meta.put(revision, "handed_over"));
    } catch {}
  }

  /** « 2026-03-01T09:05:00 », as every file of Repères says when it was prepared. */
  function localTime() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
  }

  function readPreferences() {
    try {
      return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("reperes")));
    } catch {
      return {};
    }
  }

  async function save() {
    const news = part("news");
    news.textContent = "Lecture des données…";
    try {
      const now = localTime();
      const head = { format: "reperes-brut", version: 1, min_reader: 1, created_at: now, cause };
      const pieces = [`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "stores": {`];
      const { entries, leaves, bytes } = await readDatabase(pieces);
      const preferences = readPreferences();
      pieces.push(`\n  },\n  "preferences": ${JSON.stringify(preferences)}\n}\n`);
      if (entries === 0 && Object.keys(preferences).length === 0) {
        news.textContent = "Ce navigateur ne contient aucune donnée de Repères.";
        return;
      }
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(pieces, { type: "application/json" }));
      link.download = `reperes-donnees-brutes-${now.slice(0, 10)}.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      news.textContent = [
        "Fichier préparé. Vérifiez qu’il est bien dans vos téléchargements, puis gardez-le en lieu sûr : il contient toutes vos données, dont des données personnelles.",
        bytes <= MAX_BYTES
          ? "Repères saura le reprendre, page « Données »."
          : "Il est trop lourd pour que Repères le reprenne : transmettez-le à qui vous aide.",
        leaves.includes(SNAPSHOTS) && "Les lieux des annuaires, trop lourds, n’y sont pas : ils se reprennent depuis leur fichier.",
      ]
        .filter(Boolean)
        .join(" ");
    } catch (error) {
      news.textContent = `Les données n’ont pas pu être lues : ${error}. Elles n’ont pas été modifiées.`;
    }
  }
})();
