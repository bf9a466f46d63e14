// The network of participants: a card that one agrees to, its file for an address book, its withdrawal for good; the pairs; who
// oriented to whom.
import assert from "node:assert/strict";
import { readCards } from "./harness/address_book.mjs";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { pdfText } from "./harness/paper.mjs";
import { downloaded } from "./harness/storage.mjs";
import { DataScreen } from "./pages/data.mjs";
import { CARDS, Network, SESSION, dayFrom, networkRecords } from "./pages/network.mjs";
import { fileOf, withRecords } from "./pages/records.mjs";

const TITLE = "Cartes du réseau";
const AGREED = /^J’accepte que ma carte soit partagée/;
const ALL_CARDS = /^Enregistrer toutes les cartes pour un carnet d’adresses/;
const ONE_CARD = /^Enregistrer cette carte pour un carnet d’adresses/;

journeyBothWays("une carte s’écrit avec un accord, se lit dans un carnet d’adresses et se retire", { route: "#/reseau" }, async ({ page }) => {
  const network = new Network(page);
  await network.at(TITLE);
  await page.getByRole("link", { name: "Ajouter une carte" }).click();
  await network.at("Ajouter une carte");
  await network.press("Ajouter la carte");
  for (const fault of [/^Prénom : ce champ/, /^Comment me joindre, courriel : ce champ/, /^Accord de la personne, j’accepte .* : ce champ/]) {
    await page.getByRole("link", { name: fault }).waitFor();
  }
  await inspect(page, "carte, sans accord");
  const help = "Ouvrir un compte ; écrire, relire\nUn \\ dans le texte, assez long pour que la ligne se plie deux fois au moins dans le fichier";
  await network.fill({ Prénom: "Zoé", "Nom(?!bre)": "Fictive, dite Essai", Structure: "Relais ; Bobigny", "Ce sur quoi": help, Courriel: "zoe@exemple.fr", Téléphone: "01 99 00 01 07" });
  await page.getByLabel(AGREED).check();
  await network.press("Ajouter la carte");
  await network.at("Zoé Fictive, dite Essai");
  await page.getByText(/^Accord donné le .*, texte n°\s1\.$/).waitFor();

  const { name, text } = await downloaded(page, () => network.press(ONE_CARD));
  assert.equal(name, "reperes-carte.vcf");
  const [card, ...others] = readCards(text);
  assert.equal(others.length, 0);
  assert.deepEqual(
    { ...card, note: card.note.split("\n").slice(0, 2).join("\n").replace(/\s:/, " :") },
    {
      version: "3.0",
      name: ["Fictive, dite Essai", "Zoé", "", "", ""],
      full: "Zoé Fictive, dite Essai",
      organisation: "Relais ; Bobigny",
      email: "zoe@exemple.fr",
      phone: "01 99 00 01 07",
      note: `Peut aider : ${help}`,
    },
  );

  await network.press("Retirer cette carte…");
  const dialog = page.getByRole("dialog", { name: /^Retirer cette carte pour toujours/ });
  await inspect(page, "carte, à retirer");
  await dialog.getByRole("button", { name: "Retirer la carte" }).click();
  await network.at(TITLE);
  await network.said("Carte retirée");
  await page.getByRole("heading", { level: 2, name: "Aucune carte pour l’instant" }).waitFor();
});

journey("un retrait efface la carte sur chaque appareil qui le reçoit, les fichiers anciens compris", {}, async ({ page, site }) => {
  const [network, here] = [new Network(page), new DataScreen(page)];
  await withRecords(page, networkRecords(), "#/reseau");
  await network.at(TITLE);
  const before = await here.export();
  assert.ok(before.text.includes("Aubert"));
  await network.go("#/donnees/partager");
  const part = await downloaded(page, () => network.press("Préparer les cartes du réseau"));
  assert.match(part.text, /"scope":\{"cards":\{"on":"\d{4}-\d{2}-\d{2}"\}\}/);
  assert.ok(part.text.includes("Aubert") && !part.text.includes("Échue"), "les cartes échues restent ici");
  const programme = await downloaded(page, () => network.press("Préparer le programme"));
  assert.ok(!programme.text.includes("Aubert") && !programme.text.includes("accueil@exemple.fr"), "une carte est partie avec le programme");

  const other = await App.open({ site, route: "#/donnees" });
  try {
    const [there, shown] = [new DataScreen(other.page), new Network(other.page)];
    await there.import(part.name, part.text);
    await shown.go("#/reseau");
    await shown.at(TITLE);
    assert.equal((await shown.names()).length, 5);

    await network.go(`#/reseau/carte/${CARDS(1)}`);
    await network.at("Camille Aubert");
    await network.press("Retirer cette carte…");
    await page.getByRole("dialog").getByRole("button", { name: "Retirer la carte" }).click();
    await network.at(TITLE);
    await network.go("#/donnees/partager");
    const after = await downloaded(page, () => network.press("Préparer le programme"));
    assert.ok(!after.text.includes("Aubert"));

    await there.import(after.name, after.text);
    for (const older of [part, before]) {
      await there.weighed(older.name, older.text);
      const agree = there.restore.getByRole("button", { name: "Importer", exact: true });
      if (await agree.count()) await there.accept();
      else await there.leave();
      await shown.go("#/reseau");
      await shown.at(TITLE);
      const names = await shown.names();
      assert.ok(names.length >= 4 && !names.some((name) => name.includes("Aubert")), names.join());
    }
    const { text } = await there.export();
    assert.ok(!text.includes("Aubert"), "le nom reste dans la sauvegarde");
    other.watch.assertClean();
  } finally {
    await other.close();
  }
});

journey("l’annuaire par session et par cycle, au carnet d’adresses et sur papier, sans les cartes échues", {}, async ({ page }) => {
  const network = new Network(page);
  await withRecords(page, networkRecords(), "#/reseau");
  await network.at(TITLE);
  const names = ["Camille Aubert", "Sacha Benali", "Dominique Cissé", "Alix Diallo", "Charlie Evrard"];
  assert.deepEqual(await network.names(), names);
  await page.getByText("1 carte du réseau à effacer").waitFor();
  await inspect(page, "cartes");
  await page.getByRole("navigation", { name: "Cartes par session" }).getByRole("link", { name: /^Session du/ }).click();
  await network.at(/^Cartes : session du/);
  assert.deepEqual(await network.names(), names);
  const people = page.getByRole("region", { name: "Personnes inscrites sans carte" });
  const [person] = await people.getByRole("link").allTextContents();
  await people.getByRole("link").first().click();
  await network.at("Ajouter une carte");
  const family = await page.getByLabel(/^Nom(?!bre)/).first().inputValue();
  assert.ok(person.toLowerCase().includes(family.toLowerCase()));
  assert.equal(await page.getByLabel(AGREED).isChecked(), false, "l’accord se donne");
  assert.equal(await page.getByLabel(/^Courriel/).inputValue(), "", "les coordonnées se donnent aussi");

  await network.go("#/reseau");
  await network.at(TITLE);
  const { name, text } = await downloaded(page, () => network.press(ALL_CARDS));
  assert.equal(name, "reperes-cartes-du-reseau.vcf");
  assert.deepEqual(readCards(text).map(({ full }) => full), names);

  await page.getByRole("link", { name: "Imprimer l’annuaire" }).click();
  await network.at("Annuaire du réseau");
  const paper = await pdfText(page);
  for (const said of [...names, "Ouvrir un compte", "Données personnelles"]) assert.ok(paper.includes(said), said);
  assert.ok(!paper.includes("Échue"));

  await network.go("#/donnees/a-supprimer");
  await page.getByRole("heading", { level: 2, name: "1 carte du réseau à effacer" }).waitFor();
  await page.getByRole("button", { name: /^Effacer.*Louison Échue/ }).click();
  await page.getByRole("dialog", { name: /^Effacer cette carte/ }).getByRole("button", { name: "Effacer pour toujours" }).click();
  await network.said("Carte effacée");
});

journey("les binômes : personne seul, pas deux fois la même structure, ceux qui sont faits restent", {}, async ({ page }) => {
  const network = new Network(page);
  await withRecords(page, networkRecords(), "#/reseau/binomes");
  await network.at("Binômes du réseau");
  await network.press(/^Former les binômes/);
  await network.said("Binômes formés");
  const groups = await network.groups();
  assert.deepEqual(groups.map((group) => group.length).sort(), [2, 3]);
  assert.equal(new Set(groups.flat()).size, 5);
  for (const group of groups) {
    const structures = group.map((name) => name.match(/\((.*)\)$/)[1]);
    assert.equal(new Set(structures).size, structures.length, group.join());
  }
  await page.reload();
  await network.at("Binômes du réseau");
  assert.deepEqual(await network.groups(), groups);
  assert.equal(await page.getByRole("button", { name: /^Compléter les binômes/ }).count(), 0);

  const pair = groups.find((group) => group.length === 2);
  await page.getByRole("link", { name: pair[0], exact: true }).click();
  await network.press("Retirer cette carte…");
  await page.getByRole("dialog").getByRole("button", { name: "Retirer la carte" }).click();
  await network.at(TITLE);
  await network.go("#/reseau/binomes");
  await page.getByText("À compléter").waitFor();
  await inspect(page, "binômes, à compléter");
  await network.press(/^Compléter les binômes/);
  await network.said("Binômes formés");
  assert.deepEqual((await network.groups()).map((group) => group.length), [2, 2]);
});

journey("qui oriente vers qui : des nombres, jamais un petit ni de quoi le retrouver", {}, async ({ page }) => {
  const network = new Network(page);
  await withRecords(page, networkRecords(), "#/reseau/qui-oriente");
  await network.at("Qui oriente vers qui");
  // 9 towards SIAE, 27 towards missions locales, 3 towards the MDE: the last is small, and the first would give it back.
  const numbers = await network.flows();
  assert.deepEqual(numbers.toSorted(), ["25 à 29", "masqué", "masqué"]);
  await page.getByText(/^De 35 à 39\spersonnes orientées en tout\.$/).waitFor();
  await inspect(page, "qui oriente vers qui");
  await page.getByRole("link", { name: "Ajouter un décompte" }).click();
  await network.at("Ajouter un décompte");
  await page.getByLabel(/^Depuis/).selectOption("pie");
  await page.getByLabel(/^Vers/).selectOption("mde");
  await network.fill({ "Nombre de personnes": "4" });
  await network.press("Ajouter le décompte");
  await network.at("Qui oriente vers qui");
  // Steps of five: the 3 of before are not worked out.
  assert.deepEqual((await network.flows()).toSorted(), ["25 à 29", "5 à 9", "5 à 9"]);
});

journey("une carte sans accord lisible n’est montrée nulle part", { route: "#/donnees" }, async ({ page }) => {
  const [network, here] = [new Network(page), new DataScreen(page)];
  const { card } = networkRecords();
  const spoiled = structuredClone(card[CARDS(1)]);
  spoiled.fields.consent[0].v = "oui";
  await here.import("cartes.json", fileOf({ card: { [CARDS(1)]: spoiled } }, { scope: { cards: { on: dayFrom(0) } } }));
  await network.go("#/reseau");
  await network.at(TITLE);
  assert.deepEqual(await network.names(), []);
  await network.go("#/donnees/a-verifier");
  await page.getByRole("heading", { name: /^Accord de la personne/ }).waitFor();
  await page.evaluate((to) => (location.hash = to), `#/reseau/session/${SESSION}`);
  await page.getByRole("heading", { level: 2, name: "Aucune carte pour l’instant" }).waitFor();
});
