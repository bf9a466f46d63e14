// « À vérifier »: what machines wrote without seeing each other is shown whole, and settled by a person.
import assert from "node:assert/strict";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { CheckScreen } from "./pages/check.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Interview } from "./pages/interview.mjs";
import { cycleRecords } from "./pages/programme_cycle.mjs";
import { apart, AT, fileOfFields, withRecords } from "./pages/records.mjs";

const DEVICES = "Quels appareils la personne utilise-t-elle ?";
const NOTE = "Note : Équipement";
const LABEL = "Repère de dossier";
const START = { route: "#/donnees" };

/** A file of one interview, whose label each machine wrote on its own: `[label, machine, clock]`. */
const labelled = (writes, id = "i1") =>
  fileOfFields({ [id]: { label: apart(...writes.map(([v, on, at]) => ({ v, on, at }))) } });

/** The fields of the only interview in a file. */
const fields = ({ text }) => Object.values(JSON.parse(text).data.records.interview)[0].fields;

/** Does something on two machines that share an interview: the site here, the single file there. */
async function onTwoMachines(one, act) {
  const other = await App.open({ delivery: "file" });
  try {
    const [here, there] = [one, other].map((app) => ({
      app,
      page: app.page,
      data: new DataScreen(app.page),
      check: new CheckScreen(app.page),
      interview: new Interview(app.page),
    }));
    await here.interview.start({ label: "Mardi 4" });
    await here.interview.theme("Équipement");
    await here.interview.question(DEVICES).getByLabel("Un ordinateur", { exact: true }).check();
    await here.interview.saved();
    const address = here.page.url().match(/#\/diagnostic\/[^/]+/)[0];
    await there.data.import("premier.json", (await here.data.export()).text);
    await act(here, there, address);
    other.watch.assertClean();
  } finally {
    await other.close();
  }
}

/** Gives one more answer to the first question about equipment. */
async function alsoUses({ app, interview }, address, device) {
  await app.go(`${address}/bloc/equipment`);
  await interview.question(DEVICES).getByLabel(device, { exact: true }).check();
  await interview.saved();
}

async function writesNote({ app, page, interview }, address, text) {
  await app.go(`${address}/bloc/equipment`);
  await page.getByLabel(/Note sur ce thème/).fill(text);
  await page.keyboard.press("Tab");
  await interview.saved();
}

/** Both machines take what the other holds, have nothing left to check, and hold the same. */
async function assertTheyAgree(here, there) {
  await there.data.import("retour.json", (await here.data.export()).text);
  await there.check.open();
  await there.check.nothing.waitFor();
  const [mine, theirs] = [await here.data.export(), await there.data.export()];
  assert.equal(theirs.data, mine.data, "les deux postes gardent la même chose");
  assert.match(await here.data.weighed("retour.json", theirs.text), /Rien de nouveau/);
}

journey("deux postes changent la même réponse et la même note : chaque valeur se voit, un choix les accorde", {}, (one) =>
  onTwoMachines(one, async (here, there, address) => {
    await alsoUses(here, address, "Une tablette");
    await writesNote(here, address, "Écran fendu.");
    await alsoUses(there, address, /smartphone/);
    await writesNote(there, address, "Clavier trop petit.");
    const theirs = await there.data.export();
    const names = [JSON.parse((await here.data.export()).text).device, JSON.parse(theirs.text).device];
    assert.match(await here.data.import("autre.json", theirs.text), /1 avec plusieurs valeurs à vérifier/);

    await here.page.evaluate(() => (location.hash = "#/"));
    await here.page.getByText("2 désaccords à vérifier").waitFor();
    await here.page.getByRole("link", { name: "Voir ce qui est à vérifier" }).click();
    await here.check.count(2);
    await here.page.getByRole("link", { name: "Dossier Mardi 4" }).waitFor();
    for (const [dispute, mine, other] of [
      [DEVICES, /Un ordinateur.*Une tablette/, /Un ordinateur.*smartphone/],
      [NOTE, /Écran fendu\./, /Clavier trop petit\./],
    ]) {
      const rows = await here.check.rows(dispute);
      for (const [value, device] of [[mine, names[0]], [other, names[1]]]) {
        const row = rows.find((row) => value.test(row));
        assert.ok(row, `${dispute} montre ${value} parmi ${rows.join(" | ")}`);
        assert.match(row, new RegExp(`Écrit sur « ${device} », le .* 20\\d\\d à \\d+ h( \\d\\d)?$`));
      }
      assert.ok(await here.check.row(dispute, other).isChecked(), "la plus récente est proposée");
    }
    await inspect(here.page, "à vérifier");

    await here.check.choose(DEVICES, /tablette/, /Valeur gardée\s: .*tablette/i);
    assert.ok(await here.check.card(NOTE).evaluate((card) => card === document.activeElement), "le focus va au suivant");
    await here.check.choose(NOTE, "Garder les deux, l’un sous l’autre", /Valeur gardée.*fendu/s);
    await here.check.nothing.waitFor();
    await here.page.waitForFunction(() => document.activeElement.tagName === "H1");

    await assertTheyAgree(here, there);
    await there.app.go(`${address}/bloc/equipment`);
    const note = await there.page.getByLabel(/Note sur ce thème/).inputValue();
    assert.deepEqual(note.split("\n").sort(), ["Clavier trop petit.", "Écran fendu."]);
    const asked = there.interview.question(DEVICES);
    assert.ok(await asked.getByLabel("Une tablette", { exact: true }).isChecked());
    assert.ok(!(await asked.getByLabel(/smartphone/).isChecked()));
  }),
);

journey("supprimé ici, modifié là : il reste dans la liste jusqu’au choix", {}, (one) =>
  onTwoMachines(one, async (here, there, address) => {
    const open = (route) => here.page.evaluate((hash) => (location.hash = hash), route);
    await open("#/diagnostic");
    await here.interview.button(/^Supprimer/).click();
    await here.page.getByText("Supprimés (1)").waitFor();
    const removed = await here.data.export();
    await alsoUses(there, address, "Une tablette");
    const changed = await there.data.export();
    assert.match(await here.data.import("autre.json", changed.text), /1 .*à vérifier|1 rétabli/);

    await open("#/diagnostic");
    await here.interview.link(/^Reprendre\s*: dossier Mardi 4/).waitFor();
    await here.check.open();
    await here.check.count(1);
    const card = here.check.card("Supprimé sur un poste, modifié sur un autre");
    const said = (await card.innerText()).replace(/\s+/g, " ");
    assert.match(said, new RegExp(`Supprimé sur « ${JSON.parse(removed.text).device} », le .* à `));
    assert.match(said, new RegExp(`Modifié sur « ${JSON.parse(changed.text).device} », le .* à `));
    await inspect(here.page, "suppression à vérifier");

    await card.getByRole("button", { name: "Le laisser supprimé" }).click();
    await here.check.said(/Entretien laissé supprimé\..*sous «\sSupprimés\s»/);
    await here.check.nothing.waitFor();
    await here.check.undo();
    await card.getByRole("button", { name: "Garder l’entretien" }).click();
    await here.check.said("Entretien gardé.");
    await assertTheyAgree(here, there);
    await there.app.go("#/diagnostic");
    await there.interview.link(/^Reprendre\s*: dossier Mardi 4/).waitFor();
  }),
);

journey("une autre valeur s’écrit, se refuse quand elle ne va pas, et se reprend par Annuler", START, async ({ page }) => {
  const [data, check] = [new DataScreen(page), new CheckScreen(page)];
  const writes = [["Lundi 3", "accueil", AT.usual], ["Lundi 3 bis", "bureau", AT.usual + 1]];
  await data.import("apart.json", labelled(writes));
  await check.open();
  const text = check.card(LABEL).getByLabel("Votre texte");
  assert.ok(!(await text.isVisible()));
  await check.row(LABEL, "Écrire une autre valeur").check();
  assert.equal(await text.inputValue(), "Lundi 3 bis / Lundi 3", "on part de ce qui a été écrit");
  await text.fill("x".repeat(41));
  await check.keep(LABEL);
  await check.card(LABEL).getByText(/d’une seule ligne, de 40\scaractères au plus/).waitFor();
  assert.equal(await text.getAttribute("aria-invalid"), "true");
  assert.ok(await text.evaluate((field) => field === document.activeElement), "le focus va au champ à corriger");
  await inspect(page, "texte refusé");

  await text.fill("Lundi 3 ter");
  await check.keep(LABEL);
  await check.said(/Valeur gardée\s: Lundi 3 ter/);
  await check.nothing.waitFor();
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await check.said(/Choix annulé\s: la valeur d’avant est de nouveau en place/);
  await check.count(1);
  await page.getByRole("heading", { name: "Dossier Lundi 3 bis" }).waitFor();
  assert.deepEqual((await check.rows(LABEL)).map((row) => row.split(/ ?Écrit sur/)[0]), [
    "Lundi 3 bis", "Lundi 3", "Écrire une autre valeur",
  ], "chaque valeur est proposée de nouveau");
  await check.choose(LABEL, /^Lundi 3\s?Écrit/, /Valeur gardée\s: Lundi 3\s*Annuler/);
  assert.deepEqual(fields(await data.export()).label.map(({ v }) => v), ["Lundi 3"], "le choix remplace toutes les valeurs");
});

const at = (date) => Date.parse(`${date}T12:00:00Z`);
const CLOCKS = [
  // What the machines wrote, by their clocks; what the list shows; what is chosen beforehand; what is named.
  { clocks: ["2023-11-14", "2099-01-01"], shown: "2023-11-14", picked: "2023-11-14", named: ["2099-01-01"] },
  { clocks: ["2023-11-14", "1970-01-01"], shown: "2023-11-14", picked: "2023-11-14", named: ["1970-01-01"] },
  { clocks: ["2023-11-14", "2045-06-30"], shown: "2045-06-30", picked: null, named: ["2045-06-30"] },
  { clocks: ["1970-01-01", "2099-01-01"], shown: "2099-01-01", picked: null, named: ["1970-01-01", "2099-01-01"] },
];
const IN_WORDS = { "1970-01-01": "1er janvier 1970", "2045-06-30": "30 juin 2045", "2099-01-01": "1er janvier 2099" };

journey("une horloge fausse est nommée et n’est jamais choisie d’avance", START, async ({ page }) => {
  const [data, check] = [new DataScreen(page), new CheckScreen(page)];
  for (const [nth, { clocks, shown, picked, named }] of CLOCKS.entries()) {
    const writes = clocks.map((clock) => [`Écrit en ${clock}`, `poste-${clock.slice(0, 4)}`, at(clock)]);
    await data.wipe();
    const weighed = await data.weighed("horloges.json", labelled(writes, `i${nth}`));
    assert.match(weighed, /La date d’un poste semble fausse/);
    for (const clock of named) assert.ok(weighed.includes(`« poste-${clock.slice(0, 4)} »`), `l’import nomme ${clock}`);
    const understood = data.restore.getByRole("checkbox");
    if (await understood.count()) await understood.check();
    await data.accept();

    await check.open();
    await page.getByRole("heading", { name: `Dossier Écrit en ${shown}` }).waitFor();
    const rows = await check.rows(LABEL);
    for (const clock of clocks) {
      const row = rows.find((row) => row.startsWith(`Écrit en ${clock}`));
      const alarm = `Horloge du poste à vérifier : ${IN_WORDS[clock]}`;
      assert.equal(row.includes(alarm), named.includes(clock), `${row} face à ${alarm}`);
      assert.equal(await check.row(LABEL, `Écrit en ${clock}`).isChecked(), clock === picked, `${clock} choisi d’avance`);
    }
    if (picked) continue;
    await check.keep(LABEL);
    await check.card(LABEL).getByText("Choisissez une valeur.").waitFor();
    assert.equal(fields(await data.export()).label.length, 2, "rien n’est choisi à la place de la personne");
  }
});

journeyBothWays("une valeur illisible est montrée, gardée, et se vide", START, async ({ page }) => {
  const [data, check] = [new DataScreen(page), new CheckScreen(page)];
  const unreadable = { "answer/devices": { many: 3 }, "later/field": { a: ["é", 1] } };
  await data.import("illisible.json", fileOfFields({ i1: { label: "Mardi 4", ...unreadable } }));
  await data.open();
  await page.getByText("2 valeurs illisibles à vérifier").waitFor();
  await check.open();
  await check.count(2);
  const later = check.card("Champ « later/field »");
  await later.getByText(/ne connaît pas ce champ/).waitFor();
  await later.getByText('{"a":["é",1]}', { exact: true }).waitFor();
  const devices = check.card(DEVICES);
  await devices.getByText(/ne comprend pas cette valeur/).waitFor();
  await devices.getByText('{"many":3}', { exact: true }).waitFor();
  await inspect(page, "valeurs illisibles");
  const held = fields(await data.export());
  assert.deepEqual([held["answer/devices"][0].v, held["later/field"][0].v], Object.values(unreadable));

  await check.open();
  const empty = async (answer) => {
    await devices.getByRole("button", { name: `Vider ce champ : ${DEVICES}`, exact: true }).click();
    const question = page.getByRole("dialog", { name: "Vider ce champ ?" });
    await question.getByRole("button", { name: answer, exact: true }).click();
    await question.waitFor({ state: "hidden" });
  };
  await empty("Annuler");
  await check.count(2);
  await empty("Vider ce champ");
  await check.said(/Champ vidé\s: Quels appareils/);
  await check.count(1);
  await check.undo();
  await check.count(2);
  await devices.getByText('{"many":3}', { exact: true }).waitFor();
  await empty("Vider ce champ");
  await check.said(/Champ vidé/);
  const after = fields(await data.export());
  assert.deepEqual(after["answer/devices"].map(({ v }) => v), [null]);
  assert.deepEqual(after["later/field"], held["later/field"], "l’autre valeur reste telle quelle");
});

journey("une valeur illisible du programme est montrée aussi, hors des formulaires", START, async ({ page }) => {
  const check = new CheckScreen(page);
  const records = cycleRecords({ sessions: 1, people: 1, held: 1 });
  const of = (kind) => Object.values(records[kind])[0].fields;
  of("session").status[0].v = { is: "reportée" };
  of("registration").status[0].v = { is: "cancelled", why: "malade" };
  of("attendance").morning[0].v = { is: "peut-être", from: "screen" };
  await withRecords(page, records, "#/donnees/a-verifier");
  await check.count(3);
  for (const [name, raw] of [["État de la session", "reportée"], ["État de l’inscription", "malade"], ["Matin", "peut-être"]]) {
    await check.card(name).getByText(new RegExp(raw)).waitFor();
  }
  await inspect(page, "valeurs illisibles du programme");
});
