// « Orienter ici »: from the sheet of a place to what the person takes away.
import assert from "node:assert/strict";
import { Hands } from "./harness/hands.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { pdfText } from "./harness/paper.mjs";
import { Directory, fileOf, fixture } from "./pages/directory.mjs";
import { Result } from "./pages/result.mjs";
import { plain } from "./pages/screen.mjs";

/** A Wednesday morning. */
const prepare = ({ page }) => page.clock.setFixedTime("2026-11-25T10:00:00+01:00");
const IMPORT = { route: "#/annuaire/importer", prepare, limitMs: 300_000 };

const OURS = "Annuaire d’essai";
const HELP = "Faire la démarche avec une structure qui peut agir";
const MAILBOX = "Avoir une adresse de courriel à soi";
const [LIBRARY, CENTRE] = ["Médiathèque imaginaire Jules-Fictif", "Centre social imaginaire du Pont-Neuf-Fictif"];

/** The part of a place's sheet where one orients someone, and the rest of the way. */
class Orienting {
  constructor(page) {
    this.page = page;
    this.directory = new Directory(page);
    this.result = new Result(page);
    this.hands = new Hands(page);
    this.card = this.directory.part("Orienter quelqu’un ici");
    this.field = this.card.getByLabel("Pour quelle orientation retenue");
    this.agree = this.card.getByRole("button", { name: "Choisir ce lieu" });
    this.help = this.result.orientation(HELP);
  }

  /** Imports places, and an interview where these orientations are kept. */
  async begin(file, ...kept) {
    await this.directory.import(file, OURS);
    await this.result.open();
    for (const title of kept) await this.result.keep(title);
  }

  /** The orientations that one may choose. */
  async proposed() {
    return (await this.field.getByRole("option").allTextContents()).slice(1).map(plain);
  }

  /** What is about to be replaced. */
  async replaced() {
    return plain(await this.card.getByRole("status").innerText());
  }

  /** From a place's sheet: chooses it for an orientation, with these words about the one it replaces. */
  async orient(place, title, replaced = "") {
    await this.directory.find(place);
    await this.field.selectOption({ label: `Dossier 23-11-A\u00a0: ${title}` });
    assert.equal(await this.replaced(), replaced);
    await this.agree.click();
    await this.chosenFor(title);
  }

  /** The sheet says that the place is chosen. */
  async chosenFor(title) {
    const said = new RegExp(`^Dossier 23-11-A\\s: ${title}\\s: ce lieu est sur les fiches à imprimer\\.$`);
    await this.page.getByText(said).waitFor();
  }

  /** The result says which place is chosen. */
  async bears(place) {
    await this.help.locator(".chosen .nearby-place__name").filter({ hasText: place }).waitFor();
  }

  /** The person's sheet, every space made plain. */
  async personSheet() {
    await this.result.show("fiche");
    return plain(await this.page.getByRole("article", { name: /fiche/i }).innerText());
  }
}

/** Each line is read there. */
function assertReads(text, ...lines) {
  for (const line of lines) assert.ok(text.includes(line), `« ${line} » manque dans « ${text} »`);
}

journeyBothWays("au clavier, on oriente depuis la fiche d’un lieu, et cela reste sans réseau", IMPORT, async (app) => {
  const { page, site, context } = app;
  const way = new Orienting(page);
  const { directory, hands, result } = way;
  const isWhole = Boolean(site);
  await directory.import(fixture("places-93.csv"), OURS);
  await directory.find(LIBRARY);
  await way.card.getByText(/^Retenez d’abord une orientation à la fin d’un entretien\s: vous pourrez/).waitFor();
  if (isWhole) await inspect(page, "fiche d’un lieu, sans orientation retenue");
  await hands.press(/^Voir les entretiens$/);
  await directory.at("Entretiens");

  await result.open();
  await hands.press(/^Retenir ?: Faire la démarche avec une structure/);
  await way.help.getByText("Retenue", { exact: true }).waitFor();
  await hands.press(/^Annuaire$/);
  await directory.at("Annuaire");
  await hands.tabUntil(({ type }) => type === "search", "la recherche");
  await page.keyboard.type("jules fictif");
  await directory.says("1 lieu pour « jules fictif »");
  await hands.press(new RegExp(`^${LIBRARY}$`));
  await directory.at(LIBRARY);
  await way.card.waitFor();
  assert.deepEqual(await way.proposed(), [`Dossier 23-11-A : ${HELP}`]);
  assert.equal(await way.agree.getAttribute("aria-disabled"), "true");
  await hands.tabTo(/^Pour quelle orientation retenue/);
  // Without an orientation, pressing does nothing.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("ArrowDown");
  assert.equal(await way.agree.getAttribute("aria-disabled"), "false");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await way.chosenFor(HELP);
  assert.ok(await way.agree.evaluate((button) => button === document.activeElement), "le bouton pressé garde le focus");
  if (isWhole) await inspect(page, "fiche d’un lieu, orientation choisie");

  if (site) await app.offlineReady();
  await site?.cut();
  await context.setOffline(true);
  await app.reload();
  await hands.press(/^Entretiens$/);
  await directory.at("Entretiens");
  await hands.press(/^Résultat ?: dossier 23-11-A$/);
  await way.bears(LIBRARY);
  const chosen = plain(await way.help.locator(".chosen").innerText());
  assertReads(chosen, "01 99 00 02 14", "12 rue du Brouillon, 93000 Bobigny", "Noter un rendez-vous ou un nom");
  await hands.press(/^Préparer la fiche de la personne/);
  await directory.at("Fiche de la personne");
  await result.ready("fiche").first().waitFor();
  const lines = [LIBRARY, "01 99 00 02 14", "12 rue du Brouillon, 93000 Bobigny", "Du mardi au vendredi : de 10 h à 18 h 30"];
  assertReads(await pdfText(page), "Allez faire votre démarche avec une personne qui vous aide.", ...lines);
  await result.show("fiche-professionnelle");
  assertReads(await pdfText(page), `${HELP} – retenue`, `01 99 00 02 14 – ${LIBRARY}`);
});

journey("un autre lieu remplace le premier, se retire et revient", IMPORT, async (app) => {
  const { page } = app;
  const way = new Orienting(page);
  await way.begin(fixture("places-93.csv"), HELP, MAILBOX);
  await way.orient(LIBRARY, HELP);
  await way.result.show("resultat");
  await way.bears(LIBRARY);
  assert.equal(await way.result.orientation(MAILBOX).locator(".chosen").count(), 0, "l’autre orientation reste sans lieu");

  await way.orient(CENTRE, HELP, `Remplace « ${LIBRARY} ».`);
  assert.equal(await way.replaced(), "", "le lieu choisi ne se remplace pas lui-même");
  await way.field.selectOption({ index: 0 });
  assert.equal(await way.agree.getAttribute("aria-disabled"), "true");
  const sheet = await way.personSheet();
  assertReads(sheet, CENTRE, "01 99 00 03 21", "3 allée des Guillemets, 93000 Bobigny");
  assert.ok(!sheet.includes(LIBRARY), "le premier lieu est encore sur la fiche");

  await way.result.show("resultat");
  await way.bears(CENTRE);
  await way.help.getByText("Noter un rendez-vous ou un nom").click();
  await way.help.getByLabel("Quand y aller").fill("jeudi à 14 h");
  await way.help.getByRole("button", { name: "Enregistrer" }).click();
  await way.help.getByText("Rendez-vous : jeudi à 14 h").waitFor();
  await way.help.getByRole("button", { name: "Retirer ce lieu" }).click();
  await page.getByText(/^Lieu retiré\s: Centre social/).waitFor();
  await way.help.getByRole("button", { name: /^Choisir ce lieu/ }).first().waitFor();
  await page.getByRole("button", { name: "Annuler le retrait" }).click();
  await way.help.getByText("Rendez-vous : jeudi à 14 h").waitFor();

  await way.orient(LIBRARY, HELP, `Remplace « ${CENTRE} ».`);
  const after = await way.personSheet();
  assertReads(after, LIBRARY);
  assert.ok(!after.includes("jeudi à 14 h"), "le rendez-vous de l’autre lieu est repris");

  await way.result.show("resultat");
  await way.help.getByRole("button", { name: /^Ne plus retenir/ }).click();
  await way.help.getByRole("button", { name: /^Retenir/ }).waitFor();
  await way.directory.find(LIBRARY);
  assert.deepEqual(await way.proposed(), [`Dossier 23-11-A : ${MAILBOX}`], "seules les orientations retenues se proposent");
});

journey("un lieu signalé fermé ne se propose plus, et les fiches le disent", IMPORT, async (app) => {
  const { page } = app;
  const way = new Orienting(page);
  const { directory, result } = way;
  await way.begin(fixture("places-93.csv"), HELP);
  await way.orient("Maison fictive des Démarches", HELP);
  await page.getByText("Signaler que ce lieu est fermé").click();
  await page.getByLabel("Pourquoi").fill("Travaux");
  await page.getByRole("button", { name: "Ce lieu est fermé" }).click();
  await directory.says("Ce lieu n’est plus proposé pour orienter.");
  await way.card.waitFor({ state: "detached" });

  await result.show("resultat");
  await way.help.getByText("Signalé fermé", { exact: true }).waitFor();
  await way.help.getByText("Choisissez un autre lieu.", { exact: true }).waitFor();
  await inspect(page, "résultat, lieu choisi puis fermé");
  await way.help.getByRole("button", { name: "Changer de lieu" }).click();
  const choices = way.help.getByRole("button", { name: /^Choisir ce lieu/ });
  await choices.first().waitFor();
  const names = (await choices.allTextContents()).map(plain);
  assert.ok(names.every((name) => !name.includes("Maison fictive des Démarches")), names.join(", "));
  const closed = ["Signalé fermé", "Ce lieu n’accueille plus personne"];
  assertReads(await way.personSheet(), "Maison fictive des Démarches", "01 99 00 01 07", ...closed);

  await directory.find("Maison fictive des Démarches");
  await page.getByRole("button", { name: "Ce lieu a rouvert" }).click();
  await way.card.waitFor();
  const open = await way.personSheet();
  assertReads(open, "Maison fictive des Démarches", "Du lundi au vendredi : de 9 h à 12 h 30");
  assert.ok(!open.includes("Signalé fermé"));
});

journey("ce qui est corrigé ici est ce que la fiche emporte", IMPORT, async (app) => {
  const { page } = app;
  const way = new Orienting(page);
  await way.begin(fixture("places-93.csv"), HELP);
  await way.directory.find(LIBRARY);
  await page.getByText("Corriger cette fiche").click();
  await page.getByLabel("Téléphone", { exact: true }).fill("01 99 00 98 76");
  await page.getByRole("button", { name: "Enregistrer les corrections" }).click();
  await way.directory.part("Contact").getByRole("link", { name: /01 99 00 98 76$/ }).waitFor();
  await way.orient(LIBRARY, HELP);
  const sheet = await way.personSheet();
  assertReads(sheet, "01 99 00 98 76");
  assert.ok(!sheet.includes("01 99 00 02 14"));
});

/** Two directories where the same number is that of two places. */
const FIRST = fileOf([{ id: "1", nom: "Relais fictif du Phare", adresse: "1 rue de l’Essai", telephone: "+33199000111" }]);
const SECOND = fileOf([
  {
    id: "1",
    nom: "Comptoir inventé",
    commune: "Pantin",
    code_postal: "93500",
    adresse: "2 rue de l’Essai",
    telephone: "+33199000222",
  },
]);

journey("un lieu garde son nom quand son annuaire s’en va, même si un autre porte son numéro", IMPORT, async (app) => {
  const { page } = app;
  const way = new Orienting(page);
  const { directory, result } = way;
  await way.begin(FIRST, HELP);
  await way.orient("Relais fictif du Phare", HELP);
  await directory.go("importer");
  await directory.import(SECOND, "Autre annuaire");
  assertReads(await way.personSheet(), "Relais fictif du Phare", "01 99 00 01 11", "1 rue de l’Essai, 93000 Bobigny");

  await directory.go();
  await directory.source(OURS).getByRole("button", { name: /^Retirer cet annuaire/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer cet annuaire" }).click();
  await directory.says(`« ${OURS} » est retiré de cet appareil`);
  await result.show("resultat");
  await way.bears("Relais fictif du Phare");
  await way.help.getByText("Ce lieu n’est plus dans l’annuaire de cet appareil. Ce qui en était connu est gardé.").waitFor();
  const sheet = await way.personSheet();
  assertReads(sheet, "Relais fictif du Phare", "01 99 00 01 11", "1 rue de l’Essai, Bobigny");
  assert.ok(!sheet.includes("Comptoir inventé") && !sheet.includes("01 99 00 02 22"), "la fiche dit un autre lieu");
  await inspect(page, "fiche d’un lieu disparu");

  await way.orient("Comptoir inventé", HELP, "Remplace « Relais fictif du Phare ».");
  assertReads(await way.personSheet(), "Comptoir inventé", "01 99 00 02 22", "2 rue de l’Essai, 93500 Pantin");
});

journey("choisir à nouveau le même lieu garde le rendez-vous noté", IMPORT, async (app) => {
  const { page } = app;
  const way = new Orienting(page);
  await way.begin(fixture("places-93.csv"), HELP);
  await way.orient(LIBRARY, HELP);
  await way.result.show("resultat");
  await way.help.getByText("Noter un rendez-vous ou un nom").click();
  await way.help.getByLabel("Quand y aller").fill("jeudi à 14 h");
  await way.help.getByRole("button", { name: "Enregistrer" }).click();
  await way.help.getByText("Rendez-vous : jeudi à 14 h").waitFor();
  await way.orient(LIBRARY, HELP);
  assertReads(await way.personSheet(), "jeudi à 14 h");
});

journey("une orientation retenue dans un autre onglet ne change pas celle qui est choisie ici", IMPORT, async (app) => {
  const { page } = app;
  const way = new Orienting(page);
  await way.begin(fixture("places-93.csv"), HELP);
  await way.directory.find(LIBRARY);
  await way.field.selectOption({ index: 1 });
  const other = await app.context.newPage();
  await other.goto(page.url().replace(/#.*/, `#/diagnostic/${Result.ID}/resultat`));
  await app.started(other);
  await new Result(other).keep(MAILBOX);
  await page.waitForFunction(() => document.querySelectorAll("#orienter-pour option").length === 3);
  assert.equal(await way.field.evaluate((field) => field.selectedOptions[0].textContent.replace(/\s+/g, " ")), `Dossier 23-11-A : ${HELP}`);
  await way.agree.click();
  await way.chosenFor(HELP);
});

const NAMESAKES = fileOf([
  { id: "1", nom: "France services fictive", telephone: "+33199000111" },
  { id: "2", nom: "France services fictive", commune: "Pantin", code_postal: "93500", adresse: "2 rue de l’Essai", telephone: "+33199000222" },
]);

journey("deux lieux du même nom ne se confondent pas : l’un remplace l’autre, et cela se dit", IMPORT, async (app) => {
  const way = new Orienting(app.page);
  await way.begin(NAMESAKES, HELP);
  await way.orient("France services fictive", HELP);
  await way.directory.go("lieu/2");
  await app.page.getByText("93500 Pantin").first().waitFor();
  await way.field.selectOption({ index: 1 });
  assert.equal(await way.replaced(), "Remplace « France services fictive ».");
});
