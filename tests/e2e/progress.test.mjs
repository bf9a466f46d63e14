// Before and after: participants position themselves, hand it in by file, code or paper, and the group's change is read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { App } from "./harness/app.mjs";
import { inspect } from "./harness/inspect.mjs";
import { journey, journeyBothWays } from "./harness/journey.mjs";
import { printed } from "./harness/paper.mjs";
import { DataScreen } from "./pages/data.mjs";
import { Participant, Trainer } from "./pages/exercise.mjs";
import { CODE, GRADES, HASH, levels, OBJECTIVES, positioningRecords } from "./pages/exercise_records.mjs";
import { Positioning, Progress } from "./pages/progress.mjs";
import { withRecords } from "./pages/records.mjs";
import { plain } from "./pages/screen.mjs";

const ANIMER = { route: "#/exercice" };
const CASE = "Élodie";
const PIX = /proposer Pix/;
const MAP = /Cartographie du Hub/;
const PIX_TITLE = "Proposer Pix à bon escient";

const { groups } = JSON.parse(await readFile(new URL("../../src/content/objectives.json", import.meta.url), "utf8"));
const TITLES = Object.fromEntries(groups.flatMap(({ objectives }) => objectives.map(({ id, title }) => [id, title])));

/** Somebody comes in on a device of their own, and says where they are in the morning and in the evening. */
async function positionsThemselves(site, code, ticket, morning, evening, { inspects = false } = {}) {
  const app = await App.open(site ? { site } : { delivery: "file" });
  const { page } = app;
  const one = new Participant(page);
  await one.join(code, ticket);
  await one.at(/^Numéro \d+, exercice/);
  for (const [at, grade] of [["matin", morning], ["soir", evening]]) {
    const positioning = new Positioning(page, at);
    await positioning.open();
    assert.deepEqual(await positioning.chosen(), [], "rien n’est coché d’avance");
    await positioning.choose(PIX, grade);
    if (inspects) await inspect(page, `positionnement du ${at}`);
    await positioning.handIn();
  }
  if (inspects) await inspect(page, "place, positionnements remis");
  const file = await one.file();
  return { app, one, file };
}

journey("une salle se positionne le matin et le soir : fichiers, code, papier, et l’évolution du groupe", { ...ANIMER, limitMs: 240_000 }, async (app) => {
  const { page, site } = app;
  const [trainer, data, progress] = [new Trainer(page), new DataScreen(page), new Progress(page)];
  await page.evaluate(() => (location.hash = "#/preferences"));
  await page.getByLabel("Montrer les réponses d’un groupe à partir de").selectOption("3");
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 4 });
  const tickets = await trainer.tickets();

  const files = [];
  let picture;
  for (const [nth, [morning, evening]] of [["Je découvre", "Je m’en sers"], ["J’en ai une idée", "J’en ai une idée"]].entries()) {
    const played = await positionsThemselves(site, code, tickets[nth], morning, evening, { inspects: nth === 0 });
    if (nth === 0) {
      files.push(played.file);
      // The evening again, later: the ticket opens it, and it takes the place of the first.
      const again = new Positioning(played.app.page, "soir");
      await again.card().getByRole("link", { name: /Reprendre avec mon ticket/ }).click();
      await played.app.page.getByLabel("Votre ticket").fill(tickets[0]);
      await played.app.page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
      await again.open();
      assert.deepEqual(await again.chosen(), ["Je m’en sers"]);
      await again.choose(PIX, "Je peux l’expliquer");
      await again.handIn();
      const [name, text] = await played.one.file();
      files.push([name.replace(".json", " (1).json"), text]);
    } else {
      await new Positioning(played.app.page, "matin").card().waitFor();
      const name = "Positionnement du soir";
      picture = { name: "ecran.png", mimeType: "image/png", buffer: await played.one.code(name) };
      files.push(played.file);
    }
    played.app.watch.assertClean();
    await played.app.close();
  }

  await data.weighedTogether(files);
  await data.accept();
  await trainer.desk();
  assert.match(await trainer.received(/^Positionnement du matin/), /2 réponses reçues.*Numéros arrivés 1 et 2 Numéros attendus 3 (et|à) 4/);
  // The same by its code: it is here.
  await trainer.givePictures([picture], /déjà reçue/);

  await page.getByRole("link", { name: "Voir l’évolution du groupe" }).click();
  await progress.at();
  await page.getByText(/^2\spersonnes ont répondu le matin et le soir, sur les 3/).waitFor();
  await inspect(page, "avant et après, trop peu");

  await page.goBack();
  await page.getByRole("link", { name: "Saisir des positionnements" }).click();
  await trainer.at("Saisir les positionnements");
  await inspect(page, "positionnements à saisir");
  await page.getByLabel("Numéro du ticket").focus();
  await progress.typeSheet(1, { "matin-pix": "2" });
  await page.getByText(/^Le numéro 1 a déjà remis son positionnement du matin/).first().waitFor();
  await page.getByLabel("Numéro du ticket").fill("");
  await page.getByLabel("Numéro du ticket").focus();
  await progress.typeSheet(3, { "matin-pix": "5" });
  await page.getByText(/Tapez un chiffre de 1 à 4/).first().waitFor();
  await page.locator("#saisie-matin-pix").fill("");
  await page.getByLabel("Numéro du ticket").fill("");
  await page.getByLabel("Numéro du ticket").focus();
  await progress.typeSheet(3, { "matin-pix": "3", "soir-pix": "2" });
  await page.getByText(/^Numéro\s3 enregistré, matin et soir\. 3\snuméros/).waitFor();

  // One moment of it is typed over.
  await trainer.desk();
  await trainer.oneByOne(/Numéro\s3, Positionnement du matin/, "Corriger");
  await trainer.at("Corriger l’envoi du numéro 3 : Positionnement du matin");
  assert.equal(await page.locator("#saisie-matin-pix").inputValue(), "3");
  assert.equal(await page.locator("#saisie-soir-pix").count(), 0);
  await page.locator("#saisie-matin-map").fill("1");
  await page.getByRole("button", { name: "Enregistrer la correction" }).click();
  await page.getByText("Envoi du numéro 3 corrigé").waitFor();
  await page.getByRole("button", { name: "Masquer ce message" }).click();

  await trainer.desk();
  await page.getByRole("link", { name: "Voir l’évolution du groupe" }).click();
  await progress.at();
  await page.getByText(/^3\spersonnes ont répondu le matin et le soir\./).waitFor();
  const figures = await progress.figures();
  assert.deepEqual(figures[PIX_TITLE], {
    "Le matin": { counts: ["3 × 3", "0"], middle: "2,00" },
    "Le soir": { counts: ["0", "3 × 3"], middle: "3,00" },
    way: "Non montré : trop peu de réponses de chaque sorte",
  });
  assert.match(figures[TITLES.map].withheld, /^Non montré/);
  assert.doesNotMatch(await progress.said(), /Numéro \d|ticket/i);
});

const seats = (many) => Array.from({ length: many }, (_, nth) => nth + 1);

/** How few are not shown, as long as nobody chose another number. */
const LEAST = 5;

/** Neighbours joined until each count is nobody or enough, in as many blocks as can be: their ends and their counts. */
function blocks(counts) {
  const cuts = Array.from({ length: 2 ** (counts.length - 1) }, (_, mask) => {
    const all = [];
    counts.forEach((count, rank) => {
      if (rank === 0 || mask & (2 ** (rank - 1))) all.push({ from: rank, to: rank, count });
      else Object.assign(all.at(-1), { to: rank, count: all.at(-1).count + count });
    });
    return { mask, all };
  });
  const safe = cuts.filter(({ all }) => all.every(({ count }) => count === 0 || count >= LEAST));
  return safe.toSorted((one, other) => one.all.length - other.all.length || one.mask - other.mask).at(-1).all;
}

/** What those who answered twice say of an objective, computed here. */
function expected(both, id) {
  const ranks = (moment) => both.map((seat) => GRADES.indexOf(levels(seat, moment)[id]));
  const [before, after] = [ranks("before"), ranks("after")];
  const pairs = before.map((rank, nth) => [rank, after[nth]]).filter((pair) => !pair.includes(-1));
  const at = (side) => {
    const counts = GRADES.map((_, rank) => pairs.filter((pair) => pair[side] === rank).length);
    const told = blocks(counts);
    const sum = told.reduce((sum, { from, to, count }) => sum + (count * (from + to)) / 2, 0);
    const middle = (1 + Math.round((100 * sum) / pairs.length) / 100).toFixed(2).replace(".", ",");
    const written = told.map(({ from, to, count }) => (from === to ? `${count}` : `${count} × ${to - from + 1}`));
    return { counts: written, middle: told.length === 1 ? "–" : middle };
  };
  const count = (is) => pairs.filter(([one, other]) => is(other - one)).length;
  const words = ["plus loin", "au même point", "moins loin"];
  const ways = blocks([count((by) => by > 0), count((by) => by === 0), count((by) => by < 0)]);
  const told = ways.filter((one) => one.count > 0).map(({ from, to, count }) => `${count} ${words.slice(from, to + 1).join(" ou ")}`);
  const way = ways.length === 1 ? "Non montré : trop peu de réponses de chaque sorte" : told.join(", ");
  return { "Le matin": at(0), "Le soir": at(1), way };
}

journeyBothWays("l’évolution du groupe : le tableau, le dessin et le papier disent la même chose", { route: "#/" }, async (app) => {
  const { page } = app;
  const progress = new Progress(page);
  // Number 1 in the morning only, number 13 in the evening only.
  await withRecords(page, positioningRecords(seats(12), [...seats(12).slice(1), 13]), `${HASH}/avant-apres`);
  await progress.at();
  await page.getByText(/^11\sbinômes ont répondu le matin et le soir\./).waitFor();
  await page.getByText(/^Réponses données une seule fois, qui ne sont pas comparées\s: 1\sle matin, 1\sle soir\./).waitFor();
  const both = seats(12).slice(1);
  const [figures, drawn] = [await progress.figures(), await progress.drawn()];
  for (const id of OBJECTIVES) {
    const found = Object.entries(figures).find(([title]) => title.startsWith(TITLES[id]));
    assert.deepEqual(found[1], expected(both, id), id);
    const ends = { before: found[1]["Le matin"].middle, after: found[1]["Le soir"].middle };
    assert.deepEqual(drawn[TITLES[id]], Object.values(ends).includes("–") ? undefined : ends, id);
  }
  // Number 12 left Pix out in the morning.
  assert.ok(Object.keys(figures).some((title) => plain(title).endsWith("10 binômes sur 11")));
  assert.doesNotMatch(await progress.said(), /Numéro \d|ticket|poste-essai/i);
  await inspect(page, "avant et après");
  const paper = await printed(page);
  assert.match(plain(paper.text), /11 binômes ont répondu le matin et le soir\./);
  assert.ok(paper.sheets <= 3, `${paper.sheets} feuilles`);

  // The blank sheet holds on one page.
  await page.evaluate((hash) => (location.hash = hash), `${HASH}/avant-apres/papier`);
  await new Trainer(page).at("Fiche de positionnement à imprimer");
  await inspect(page, "fiche de positionnement");
  const blank = await printed(page);
  assert.equal(blank.sheets, 1);
  for (const title of ["Je découvre", "Je peux l’expliquer", `Exercice ${CODE}`]) assert.ok(plain(blank.text).includes(title), title);
});

journey("l’évolution ne bouge pas quand un positionnement arrive", { route: "#/" }, async (app) => {
  const { page, context } = app;
  const progress = new Progress(page);
  await withRecords(page, positioningRecords(seats(6), seats(5)), `${HASH}/avant-apres`);
  await progress.at();
  await page.getByText(/^5\sbinômes ont répondu/).waitFor();
  const other = await context.newPage();
  await other.goto(page.url().replace(/#.*/, `${HASH}/avant-apres/saisie`));
  await app.started(other);
  await new Trainer(other).at("Saisir les positionnements");
  await other.getByLabel("Numéro du ticket").focus();
  await new Progress(other).typeSheet(6, { "soir-pix": "4" });
  await other.getByText(/^Numéro\s6 enregistré, soir\./).waitFor();
  await page.getByRole("status").filter({ hasText: "Les positionnements reçus ont changé" }).waitFor();
  await page.getByText(/^5\sbinômes ont répondu/).waitFor();
  await page.getByRole("button", { name: "Afficher les positionnements à jour" }).click();
  await page.getByText(/^6\sbinômes ont répondu/).waitFor();
});

journey("sur une tablette partagée, un positionnement remis ne se revoit qu’avec son ticket", ANIMER, async (app) => {
  const { page } = app;
  const trainer = new Trainer(page);
  const code = await trainer.prepare("Salle d’essai", [CASE], { seats: 2 });
  const [first, second] = await trainer.tickets();
  const one = new Participant(page);
  await one.join(code, first);
  const morning = new Positioning(page, "matin");
  await morning.open();
  await page.getByRole("button", { name: "Remettre ce positionnement" }).click();
  await page.getByText("Il n’y a encore rien à remettre").waitFor();
  await morning.choose(PIX, "Je découvre");
  await morning.choose(MAP, "Je m’en sers");
  await morning.objective(MAP).getByRole("button", { name: /^Retirer ma réponse/ }).click();
  assert.deepEqual(await morning.chosen(), ["Je découvre"]);
  const address = new URL(page.url()).hash;
  await morning.handIn();
  for (const ticket of [null, second]) {
    if (ticket) {
      await one.join(code, ticket);
      await one.at(/^Numéro 2, exercice/);
    }
    await page.evaluate((hash) => (location.hash = hash), address);
    await trainer.at("Ce positionnement s’ouvre avec son ticket");
  }
  await inspect(page, "positionnement fermé");
  await page.getByRole("link", { name: "Taper mon ticket" }).click();
  await page.getByLabel("Votre ticket").fill(first);
  await page.getByRole("button", { name: "Entrer dans l’exercice" }).click();
  await morning.open();
  assert.deepEqual(await morning.chosen(), ["Je découvre"]);
});
